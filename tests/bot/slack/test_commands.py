"""`/detainers` taken apart."""

from __future__ import annotations

import pytest

from bot.slack.commands import Command, parse
from bot.slack.summaries import wish


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", Command("help")),
        ("HELP", Command("help")),
        ("ask how many in Travis?", Command("ask", "how many in Travis?")),
        ("how many in Travis?", Command("ask", "how many in Travis?")),
        ("latest", Command("latest")),
        ("latest report: how many refusals?", Command("ask", "latest report: how many refusals?")),
        ("list the refusals in Denver", Command("ask", "list the refusals in Denver")),
        ("summary of week 1", Command("summary", "of week 1")),
        ("subscribe  alerts  Travis County", Command("subscribe", "alerts Travis County")),
    ],
)
def test_what_is_typed_is_what_is_meant(typed: str, meant: Command) -> None:
    assert parse(typed) == meant


def test_the_word_after_the_verb() -> None:
    assert Command("subscribe", "Alerts Travis County").word == ("alerts", "Travis County")


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("summary", ""),
        ("Summary of the latest report", "the latest report"),
        ("give us the weekly summary of 2017-01-28, please", "2017-01-28,"),
        ("post the summary for week 2.", "week 2"),
        ("how many refusals were there?", None),
        ("which summary caveats are there?", None),
    ],
)
def test_who_wants_a_summary(text: str, of: str | None) -> None:
    assert wish(text) == of
