"""Totals stated in prose."""

from __future__ import annotations

import pytest

from ingest.documents.figures import issued_nationwide, numbers, stated


@pytest.mark.parametrize(
    ("figure", "text", "expected"),
    [
        ("issued_nationwide", "ICE issued 2,868 detainers nationwide in the week of February 11, 2017.", 2868),
        ("issued_nationwide", "The number of detainers ICE issued in the whole country was 2,825.", 2825),
        ("issued_listed", "ICE issued 3,083 detainers; 157 went to these ten jurisdictions.", 157),
        ("declined_stated", "ICE recorded 206 declined detainers in 16 states in the period.", 206),
        ("declined_stated", "From 2/4/2017 to 2/10/2017 there were 47 declined detainers.", 47),
        ("declined_stated", "Declined detainers numbered 47, or perhaps 48.", None),
        ("declined_stated", "Nothing is stated here.", None),
    ],
)
def test_stated(figure: str, text: str, expected: int | None) -> None:
    assert stated(figure, [text]) == expected


def test_numbers_leave_dates_and_other_counts_out() -> None:
    text = "On February 1, 2017, the eleven places of Section I got 379 detainers in 16 states."
    assert numbers("declined_stated", [text]) == {379}


def test_a_number_known_to_stand_for_something_else_is_left_out() -> None:
    text = "157 detainers went to these ten jurisdictions, out of the 3,083 detainers that ICE issued nationwide."
    assert stated("issued_nationwide", [text]) is None
    assert stated("issued_nationwide", [text], apart=157) == 3083


def test_every_number_given_for_the_whole_country() -> None:
    one, other = "ICE issued 3,083 detainers nationwide.", "Across the United States, 3,038 detainers were issued."
    assert issued_nationwide([one, one, "ICE has 24 field offices nationwide."]) == {3083}
    assert issued_nationwide([one, other]) == {3038, 3083}
