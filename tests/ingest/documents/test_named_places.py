"""Places named in prose."""

from __future__ import annotations

import pytest

from ingest.documents.named_places import named_places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("for Franklin County, Iowa; and Orleans Parish, LA", [("Franklin", "Iowa"), ("Orleans Parish", "Louisiana")]),
        ("the Isle of Wight County, Virginia", [("Isle of Wight", "Virginia")]),
        ("The entry of Lake of the Woods County in Minnesota", [("Lake of the Woods", "Minnesota")]),
        ("Clark, Nevada and Prince George's County, MD.", [("Clark", "Nevada"), ("Prince George's", "Maryland")]),
        ("New York City and Baltimore City, Maryland", [("New York City", "New York"), ("Baltimore City", "Maryland")]),
        ("the City of Alexandria, Virginia", [("Alexandria City", "Virginia")]),
        ("an agency in Illinois", [("", "Illinois")]),
        ("Nowhere County, Texas", [("", "Texas")]),
        ("Travis County and Franklin Counties", [("", ""), ("", "")]),
        ("these counties, in places with similar names", []),
    ],
)
def test_places_with_county_and_state(text: str, places: list[tuple[str, str]]) -> None:
    assert [(place.county, place.state) for place in named_places(text)] == places


def test_a_place_begins_where_its_name_does() -> None:
    text = "The refusals for St. Louis County, Missouri."
    (place,) = named_places(text)
    assert text[place.start : place.end] == "St. Louis County, Missouri"
