from __future__ import annotations

import pytest

from ingest.vocabulary.states import canonical_state, describe, state_names, states
from tests.ingest.vocabulary import gold


def test_fifty_states_the_district_and_the_territories() -> None:
    kinds = [state.kind for state in states()]
    assert (kinds.count("state"), kinds.count("district"), kinds.count("territory")) == (50, 1, 5)


def test_every_way_to_write_a_state_leads_back_to_it() -> None:
    for state in states():
        for name in (*state_names(state), state.name.upper(), f"State of {state.name}"):
            assert canonical_state(name) is state


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("TX", "Texas"),
        ("Calif.", "California"),
        ("Penn.", "Pennsylvania"),
        ("N.C.", "North Carolina"),
        ("W. Va.", "West Virginia"),
        ("lowa", "Iowa"),
        ("Washington, D.C.", "District of Columbia"),
        ("Washington", "Washington"),
    ],
)
def test_short_forms(written: str, name: str) -> None:
    state = canonical_state(written)
    assert state is not None
    assert state.name == name


def test_what_is_no_state() -> None:
    assert canonical_state("Austin") is None
    assert canonical_state("") is None


def test_every_state_of_the_samples_is_its_own_name() -> None:
    for row in gold.rows("counties"):
        state = canonical_state(row["state"])
        assert state is not None
        assert state.name == row["state"]


def test_abbreviations_that_are_words_are_marked() -> None:
    marked = {state.abbreviation for state in states() if state.word_alike}
    assert {"IN", "OR", "ME", "OK", "HI", "LA", "CO", "ID", "MA", "PA", "AS"} <= marked
    assert marked.isdisjoint({"TX", "CA", "NY", "WA", "FL", "DC"})


def test_names_with_another_meaning_are_marked() -> None:
    also = {state.name: state.also_is for state in states() if state.also_is}
    assert also["Georgia"] == ("country",)
    assert also["New York"] == ("county", "city")
    assert also["Washington"] == ("city",)


def test_the_docs_get_every_row() -> None:
    assert len(describe()) == len(states())
