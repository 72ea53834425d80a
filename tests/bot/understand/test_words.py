"""The word files, slips of the pen, and a newsroom's own words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.query import Filter, Query
from bot.understand.interpreter import Interpreter
from bot.understand.lexicon import Lexicon
from bot.understand.outcome import Understood
from bot.understand.suggest import suggestions
from bot.understand.tokens import tokens_of
from bot.understand.typos import english
from bot.understand.words import WordsError, own_senses, phrase_key, word_senses


def test_word_lists_stay_small_enough_to_load_at_every_start() -> None:
    assert 500 < len(word_senses()) < 5000


def test_own_words_are_understood(words_lexicon: Lexicon, tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    path.write_text('subject:\n  refusal: ["{nopes,nope}"]\n', encoding="utf-8")
    own = replace(words_lexicon, own=own_senses(path))
    outcome = Interpreter(own).interpret("how many nopes in week 1")
    assert isinstance(outcome, Understood)
    assert outcome.query == Query(filters=(Filter(field="report", values=("2017-01-28",)),))


@given(st.text(alphabet="abcdehinost SN-'.2", max_size=30) | st.sampled_from(["Saint Mary", "cant", "Sainte-Anne"]))
def test_a_phrase_is_looked_up_as_a_message_is_read(phrase: str) -> None:
    assert phrase_key(phrase) == " ".join(token.norm for token in tokens_of(phrase))


@pytest.mark.parametrize(
    "text",
    [
        "- a",
        "subject: 1",
        "subject:\n  refusal: nope",
        "a: [",
        "subject:\n  refusal: [1]",
        "subject:\n  refusal: ['a{b,c}']",
    ],
)
def test_own_words_that_cannot_be_used_say_where(text: str, tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(WordsError, match=r"words\.yaml"):
        own_senses(path)


@pytest.mark.parametrize(
    ("written", "read"),
    [("refusels", "refuses"), ("travs", "travis"), ("hondurass", "honduras"), ("convcition", "conviction")],
)
def test_slips(written: str, read: str, words_lexicon: Lexicon) -> None:
    assert words_lexicon.speller.correction(written) == read


@pytest.mark.parametrize("word", ["hired", "laest", "zorblax", "abc", "citizes", "chage"])
def test_no_slip_is_guessed_where_another_reading_is_as_near(word: str, words_lexicon: Lexicon) -> None:
    assert words_lexicon.speller.correction(word) is None


def test_a_name_read_otherwise_than_written_is_told(interpreter: Interpreter) -> None:
    outcome = interpreter.interpret("how many refusals in Travs County?")
    assert isinstance(outcome, Understood)
    assert any("Travs" in note and "Travis" in note for note in outcome.notes)


def test_everyday_english_is_no_slip() -> None:
    assert {"hired", "fired", "later"} <= english()


def test_every_suggestion_works(interpreter: Interpreter, words_lexicon: Lexicon) -> None:
    found = suggestions(words_lexicon)
    assert len(found) >= 8
    for question in found:
        assert isinstance(interpreter.interpret(question), Understood), question
