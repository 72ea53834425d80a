"""Fragments that ask for a figure of what was asked one after another, or of one day on."""

from __future__ import annotations

import pytest

from bot.understand.interpreter import Interpreter
from bot.understand.lexicon import Lexicon
from bot.understand.outcome import Understood
from bot.understand.reading import describe
from tests.bot.understand.asking import plan, said

REFUSED = "Number of refused detainers"
ALL = "over all 3 reports loaded."


@pytest.mark.parametrize(
    ("messages", "reads"),
    [
        (("refusals in Texas", "and after February 8?"), f"{REFUSED} refused after Feb 8, 2017 in Texas, {ALL}"),
        (("refusals in Texas", "and before February 8"), f"{REFUSED} refused before Feb 8, 2017 in Texas, {ALL}"),
        (("refusals issued before 2016", "and before 2014"), f"{REFUSED} issued before Jan 1, 2014, {ALL}"),
        (
            ("Mexicans in Texas", "and in Colorado", "which had more"),
            f"{REFUSED} of citizenship Mexico, Texas against Colorado, {ALL}",
        ),
        (("how many Mexicans", "and Hondurans", "which is more?"), f"{REFUSED}, Mexico against Honduras, {ALL}"),
        (
            ("refusals in Travis", "and in Denver", "and Cook", "all three together"),
            f"{REFUSED} in Travis County, Texas, Denver County, Colorado or Cook County, Illinois, {ALL}",
        ),
        (("refusals in Texas", "and Colorado", "total of both"), f"{REFUSED} in Texas or Colorado, {ALL}"),
        (("did Texas refuse any Hondurans", "how many?"), f"{REFUSED} in Texas of citizenship Honduras, {ALL}"),
    ],
)
def test_figures_of_the_thread(
    messages: tuple[str, ...], reads: str, interpreter: Interpreter, words_lexicon: Lexicon
) -> None:
    assert describe(plan(*messages, interpreter=interpreter), words_lexicon) == reads


@pytest.mark.parametrize(
    "messages",
    [
        ("refusals in Texas", "which had more"),
        ("refusals in Travis", "and in Denver", "and Cook", "which was higher"),
        ("refusals in Texas", "and Colorado", "all three together"),
        ("refusals in Texas", "how many"),
    ],
)
def test_what_leans_on_too_few_is_declined(messages: tuple[str, ...], interpreter: Interpreter) -> None:
    assert not isinstance(said(*messages, interpreter=interpreter), Understood)
