"""Cells without a value of their own."""

from __future__ import annotations

import pytest

from ingest.layout.cells import is_blank, is_ditto, unmarked


@pytest.mark.parametrize("text", ["-", "—", "N/A", "n/a", "Not available"])
def test_nothing_known(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["", "Unknown", "Stateless", "Nauru", "None", "NA"])
def test_a_value_or_nothing_at_all(text: str) -> None:
    assert not is_blank(text)


@pytest.mark.parametrize("text", ['"', "”", "Ditto", "do.", "same"])
def test_what_stands_above(text: str) -> None:
    assert is_ditto(text)
    assert not is_blank(text)


def test_no_name_is_a_ditto() -> None:
    assert not any(map(is_ditto, ("Dominican Republic", "", "The same jail", "-")))


def test_marks_of_footnotes_go_and_other_signs_stay() -> None:
    assert [unmarked(text) for text in ("Travis*", "3/1/2017 **", "Jail (main)†")] == [
        "Travis",
        "3/1/2017",
        "Jail (main)",
    ]
    assert unmarked("*") == "*"
