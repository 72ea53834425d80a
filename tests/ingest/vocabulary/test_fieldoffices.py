from __future__ import annotations

import pytest

from ingest.vocabulary.fieldoffices import describe, field_office_named, field_offices
from ingest.vocabulary.states import canonical_state, states

PRINTED = [
    "Baltimore", "Boston", "Buffalo", "Chicago", "Denver", "Detroit", "El Paso", "Los Angeles", "Miami", "New Orleans",
    "New York City", "Newark", "Philadelphia", "Phoenix", "Saint Paul", "Salt Lake City", "San Antonio", "San Diego",
    "San Francisco", "Seattle", "Washington",
]  # fmt: skip


@pytest.mark.parametrize("name", PRINTED)
def test_every_office_of_the_samples_is_its_own_name(name: str) -> None:
    office = field_office_named(name)
    assert office is not None
    assert office.name == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("St. Paul", "Saint Paul"),
        ("the Buffalo AOR", "Buffalo"),
        ("Denver field office", "Denver"),
        ("Boston area of responsibility", "Boston"),
        ("Washington, DC", "Washington"),
    ],
)
def test_what_people_type(written: str, name: str) -> None:
    office = field_office_named(written)
    assert office is not None
    assert office.name == name


def test_every_state_has_an_office_and_every_office_known_states() -> None:
    covered = {state for office in field_offices() for state in office.states}
    assert all(canonical_state(name) is not None for name in covered)
    assert {state.name for state in states() if state.kind != "territory"} <= covered
    assert len(describe()) == len(field_offices()) == 25
    assert field_office_named("Gotham") is None
