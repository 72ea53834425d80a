"""Lines of the word files: which phrases they are, told without writing them out."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.patterns import parse
from bot.understand.words import phrase_key


@pytest.mark.parametrize(
    ("line", "phrases", "others"),
    [
        ("plain", ["plain"], ["plains", ""]),
        (
            "{turn,turns} {down,}",
            ["turn down", "turn", "turns down", "turns"],
            ["down", "turn turns", "turn down down"],
        ),
        ("{,as} far as", ["far as", "as far as"], ["as as", "far"]),
        ("no {one or,two} more", ["no one or more", "no two more"], ["no one more"]),
        ("didn't {honor,}", ["did not honor", "did not"], ["didnt"]),
    ],
)
def test_what_a_line_matches(line: str, phrases: list[str], others: list[str]) -> None:
    pattern = parse(line, phrase_key)
    for phrase in phrases:
        assert pattern.matches(tuple(phrase.split(" "))), phrase
        assert phrase.split(" ")[0] in pattern.firsts
        assert len(phrase.split(" ")) <= pattern.longest
    for other in others:
        assert not pattern.matches(tuple(other.split(" "))), other


@pytest.mark.parametrize("line", ["re{fused,jected}", "{a,b}s", "", "  "])
def test_a_line_that_is_no_row_of_words(line: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse(line, phrase_key)


def test_only_a_line_of_one_phrase_has_a_phrase() -> None:
    assert parse("in {view} of", phrase_key).phrase == "in view of"
    assert parse("in {view,sight} of", phrase_key).phrase is None
    assert parse("in {view,} of", phrase_key).phrase is None


_ALTERNATIVE = st.lists(st.sampled_from("abc"), max_size=2).map(" ".join)


@given(st.lists(st.lists(_ALTERNATIVE, min_size=1, max_size=3), min_size=1, max_size=4), st.data())
def test_a_pattern_is_the_phrases_it_stands_for(slots: list[list[str]], data: st.DataObject) -> None:
    pattern = parse(" ".join("{" + ",".join(slot) + "}" for slot in slots), phrase_key)
    written = {" ".join(" ".join(choice).split()) for choice in product(*slots)} - {""}
    other = data.draw(st.lists(st.sampled_from("abcd"), min_size=1, max_size=5).map(" ".join))
    for phrase in {*written, other}:
        assert pattern.matches(tuple(phrase.split(" "))) == (phrase in written), phrase
    assert pattern.words() == {word for phrase in written for word in phrase.split(" ")}
    assert pattern.firsts == {phrase.split(" ")[0] for phrase in written}
    assert pattern.lasts == {phrase.split(" ")[-1] for phrase in written}
    assert pattern.shortest == min(len(" ".join(choice).split()) for choice in product(*slots))
    assert pattern.longest == max((len(phrase.split(" ")) for phrase in written), default=0)
