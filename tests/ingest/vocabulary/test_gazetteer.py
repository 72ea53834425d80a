from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.vocabulary.gazetteer import Gazetteer, allowed_distance
from ingest.vocabulary.places import counties
from ingest.vocabulary.realnames import is_real_name
from ingest.vocabulary.text import fold, tokenize

NAMES = sorted({county.name for county in counties()})
ALL = Gazetteer((name, name) for name in NAMES)
SOME = Gazetteer(
    [
        ("Travis County Jail", "jail"),
        ("Travis County State Jail", "state jail"),
        ("Travis", "county"),
        ("Prince George's", "MD"),
        ("Prince George", "VA"),
        ("Franklin", "PA"),
        ("Franklin", "NY"),
    ]
)


def test_the_longest_name_wins() -> None:
    text = "at the Travis County State Jail, not the travis county jail or Travis itself"
    assert [m.values for m in SOME.find(text)] == [("state jail",), ("jail",), ("county",)]


def test_a_match_knows_its_place() -> None:
    text = "in  Travis’s jails"
    (match,) = SOME.find(text)
    assert text[match.start : match.end] == "Travis’s"
    assert (match.first, match.stop) == (1, 2)


def test_a_possessive_is_a_name_before_it_is_a_possessive() -> None:
    assert [m.values for m in SOME.find("Prince George's vs Prince George")] == [("MD",), ("VA",)]


def test_one_name_may_mean_several_values() -> None:
    assert SOME.get("FRANKLIN") == ("PA", "NY")


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Travs", "Travis"), ("Tarvis", "Travis"), ("Philadelfia", "Philadelphia"), ("Snohomsh", "Snohomish")],
)
def test_a_slip_is_corrected(written: str, meant: str) -> None:
    found = ALL.correction(written)
    assert found is not None
    assert found.name == meant


def test_an_existing_name_is_never_corrected_to_another() -> None:
    for name in NAMES:
        (only,) = ALL.near(name)
        assert (fold(only.name), only.distance) == (fold(name), 0)


def test_two_names_equally_near_are_no_correction() -> None:
    gazetteer = Gazetteer([("Kern", 1), ("Kerr", 2)])
    assert [c.distance for c in gazetteer.near("Kerm")] == [1, 1]
    assert gazetteer.correction("Kerm") is None


def test_short_words_are_left_alone() -> None:
    gazetteer = Gazetteer([("Lea", 1), ("Cook", 2), ("King", 3)])
    assert gazetteer.near("Lee") == ()
    assert gazetteer.near("book") == (("Cook", 1, (2,)),)
    assert gazetteer.near("look") == (("Cook", 1, (2,)),)
    assert gazetteer.near("boot") == ()


def test_a_long_phrase_is_not_pulled_onto_a_short_name() -> None:
    # Two edits turn "tracks" into "Travis"; a name of five letters allows one only.
    assert Gazetteer([("Kings", 1)]).near("singer") == ()


def test_two_names_of_one_value_are_a_correction() -> None:
    gazetteer = Gazetteer([("Honduras", "HN"), ("Hondurans", "HN")])
    found = gazetteer.correction("Hondurns")
    assert found is not None
    assert found.values == ("HN",)


@pytest.mark.parametrize("town", ["Salida", "Boston", "Malden", "Mexican", "Ithaca"])
def test_a_real_name_is_no_slip(town: str) -> None:
    assert ALL.correction(town, is_real_name) is None


@pytest.mark.parametrize("slip", ["Travs", "Philadelfia"])
def test_a_slip_is_no_real_name(slip: str) -> None:
    assert not is_real_name(slip)
    assert ALL.correction(slip, is_real_name) is not None


@given(st.sampled_from(NAMES), st.data())
def test_what_is_near_is_within_the_allowed_distance(name: str, data: st.DataObject) -> None:
    letters = list(name)
    for _ in range(data.draw(st.integers(1, 2))):
        place = data.draw(st.integers(0, len(letters) - 1))
        letters[place] = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    written = "".join(letters)
    for candidate in ALL.near(written):
        assert candidate.distance <= allowed_distance(fold(written))
    found = ALL.correction(written)
    if found is not None:
        assert all(c.distance > found.distance for c in ALL.near(written) if c.values != found.values)


@given(st.text(max_size=80))
def test_find_takes_any_text(text: str) -> None:
    for match in ALL.find(text):
        assert fold(text[match.start : match.end]).replace(" ", "")
        assert match.stop > match.first


def test_tokens_may_be_given_instead_of_text() -> None:
    assert SOME.find(tokenize("Travis County Jail")) == SOME.find("Travis County Jail")
