"""Every question of readings.yaml is read as it says there; disturbed, it is read the same or not at all."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.understand.interpreter import Interpreter
from bot.understand.lexicon import Lexicon
from bot.understand.outcome import Clarify, Outcome, Understood
from bot.understand.reading import describe
from bot.understand.thread import replay
from tests.bot.understand.disturb import DISTURBANCES


def load(name: str) -> list[dict[str, Any]]:
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    found: list[dict[str, Any]] = yaml.load(text, yaml.CSafeLoader)
    return found


ITEMS = load("readings.yaml")
FIGURES = [*load("readings_figures.yaml"), *load("readings_measures.yaml"), *load("readings_lists.yaml")]


def read(item: dict[str, Any], interpreter: Interpreter, question: str | None = None) -> Outcome:
    thread = replay(item["thread"], interpreter) if item.get("thread") else None
    return interpreter.interpret(question if question is not None else item["q"], thread)


@pytest.mark.parametrize(
    "item", [*ITEMS, *FIGURES], ids=lambda item: " // ".join([*item.get("thread", []), item["q"]])[:60]
)
def test_reading(item: dict[str, Any], interpreter: Interpreter, words_lexicon: Lexicon) -> None:
    outcome = read(item, interpreter)
    if isinstance(outcome, Understood):
        assert item.get("reads") == describe(outcome.query, words_lexicon)
    elif isinstance(outcome, Clarify):
        assert (item.get("asks"), item.get("choices")) == (outcome.code, [c.label for c in outcome.choices])
    else:
        assert item.get("declines") == outcome.code
        assert outcome.message


@pytest.mark.no_cover
@pytest.mark.parametrize("disturb", DISTURBANCES, ids=lambda d: d.__name__)
def test_disturbed_questions_are_read_the_same_or_not_at_all(disturb: Any, interpreter: Interpreter) -> None:
    silent = 0
    for item in ITEMS[::2]:
        base = read(item, interpreter)
        changed = disturb(item["q"], random.Random(item["q"]))
        outcome = read(item, interpreter, changed)
        if isinstance(outcome, Understood):
            assert isinstance(base, Understood), changed
            assert outcome.query == base.query, changed
        elif isinstance(base, Understood):
            silent += 1
    assert silent <= len(ITEMS) * 0.1


@pytest.mark.no_cover
@pytest.mark.parametrize("word", ["zorblax", "Nigeria", "burglary", "Denver", "7", "fewest"])
def test_no_word_is_ever_ignored(word: str, interpreter: Interpreter) -> None:
    """A word put anywhere into a question changes the reading or ends it."""
    for item in ITEMS[::5]:
        base = read(item, interpreter)
        if item.get("thread") or not isinstance(base, Understood) or word.lower() in item["q"].lower():
            continue
        if base.query.order == "fewest" or base.query.subject == "caveats":
            continue
        words = item["q"].split(" ")
        for at in range(len(words) + 1):
            question = " ".join([*words[:at], word, *words[at:]])
            outcome = interpreter.interpret(question)
            assert not isinstance(outcome, Understood) or outcome.query != base.query, question


@pytest.mark.no_cover
def test_every_choice_is_a_plan_of_its_own(interpreter: Interpreter, words_lexicon: Lexicon) -> None:
    for item in ITEMS:
        outcome = read(item, interpreter)
        if isinstance(outcome, Clarify):
            assert len({c.label for c in outcome.choices}) == len(outcome.choices), item
            assert len({describe(c.query, words_lexicon) for c in outcome.choices}) == len(outcome.choices), item
            assert outcome.choices, item
            assert outcome.word in item["q"] or not outcome.word, item


@pytest.mark.no_cover
def test_spans_cover_the_words(interpreter: Interpreter) -> None:
    for item in ITEMS:
        outcome = read(item, interpreter)
        if isinstance(outcome, Understood) and not item.get("thread"):
            for span in outcome.spans:
                assert span.role != "none", item
                assert 0 <= span.start < span.end <= len(item["q"]) + 1
