"""Cleaning a message without moving a character, and cutting it into tokens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.normalise import clean, quotes
from bot.understand.tokens import tokens_of


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("<@U02ABC> hi", ["hi"]),
        ("@ddor how many?", ["how", "many"]),
        ("see <https://example.org/a|the list> &amp; go", ["see", "the", "list", "and", "go"]),
        ("*bold* _it_ ~no~ `code`", ["bold", "it", "no", "code"]),
        ("please :pray: 🙏", ["please"]),
        ("3,083 detainers, 50%", ["3083", "detainers", "50", "percent"]),
        ("wk1 10+", ["wk", "1", "10", "plus"]),
        ("didn't won't cannot", ["did", "not", "will", "not", "can", "not"]),
        ("D.C. and N.Y.", ["dc", "and", "ny"]),
        ("2/1/2017 2017-02-01 1st", ["2/1/2017", "2017-02-01", "1st"]),
        ("week 1's total", ["week", "1", "total"]),
    ],
)
def test_words(message: str, words: list[str]) -> None:
    assert [t.norm for t in tokens_of(clean(message))] == words


def test_the_full_stop_of_a_short_form_ends_no_clause() -> None:
    assert [t.gap for t in tokens_of("all excl. Travis. Texas")] == ["", "", "", "."]
    assert [t.gap for t in tokens_of("not in Texas. Travis")] == ["", "", "", "."]


def test_a_message_all_in_capitals_is_read_in_small_letters() -> None:
    assert clean("REFUSALS IN WEEK 2") == "refusals in week 2"
    assert clean("Refusals in IN") == "Refusals in IN"


@given(st.text(max_size=300))
def test_cleaning_keeps_every_offset(message: str) -> None:
    text = clean(message)
    assert len(text) == len(message)
    for token in tokens_of(text):
        assert 0 <= token.start < token.end <= len(text)
        assert token.norm


def test_quotes_give_the_words_inside() -> None:
    assert [q[2] for q in quotes("mention 'court order' or \"probable  cause\"")] == ["court order", "probable cause"]
    assert quotes("it's the sheriff's") == []


@pytest.mark.parametrize(
    "text",
    [
        "outside Ill. and Md.",
        "Calif., Ill. and Ga. together",
        "Cook Co. and Lake Co. in week 1",
        "Mass. or Pa. by offense",
    ],
)
def test_a_short_state_ends_no_clause(text: str) -> None:
    assert not any("." in token.gap for token in tokens_of(text))


@pytest.mark.parametrize(
    "text", ["how many in Ill. How many in Md.", "how many in Ill. what about Md.", "in Texas. and Ohio"]
)
def test_a_new_sentence_does(text: str) -> None:
    assert [token.gap for token in tokens_of(text)].count(".") == 1
