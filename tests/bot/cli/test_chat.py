"""A conversation in the terminal: help that teaches, the last figure's statement and pages, choices by number."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.ask import Desk
from bot.cli.chat import Conversation


@pytest.fixture
def talk(sample_db: Path) -> Conversation:
    return Conversation(Desk(sample_db))


def say(talk: Conversation, *lines: str) -> str:
    """What is said to the last of the lines."""
    return "\n".join([list(talk.hear(line)) for line in lines][-1])


def test_help_shows_questions_that_work_and_the_commands(talk: Conversation, sample_db: Path) -> None:
    told = say(talk, "help")
    shown = [line.removeprefix("  - ") for line in told.splitlines() if line.startswith("  - ")]
    assert len(shown) >= 8
    assert all(command in told for command in ("new", "sql", "sources", "exit"))
    desk = Desk(sample_db)
    assert {desk.ask(question).status for question in shown} == {"answered"}


def test_help_without_a_database_still_tells_the_commands(tmp_path: Path) -> None:
    assert "exit" in say(Conversation(Desk(tmp_path / "none.duckdb")), "help")


def test_a_courtesy_leaves_the_last_figure_at_hand(talk: Conversation) -> None:
    assert say(talk, "how many did Travis refuse", "thanks").startswith("You are welcome")
    assert "county = 'Travis'" in say(talk, "sql")
    assert "pages 7" in say(talk, "sources")


def test_before_any_figure_there_is_nothing_to_show(talk: Conversation) -> None:
    assert say(talk, "sources") == "No figure yet."
    assert say(talk, "why", "sql") == "No statement yet."


def test_a_choice_keeps_the_place(talk: Conversation) -> None:
    told = say(talk, "how many dangerous criminals did Travis release", "3")
    assert "Travis County" in told
    assert "charge" in told


def test_new_starts_over(talk: Conversation) -> None:
    assert "Denver" in say(talk, "how many refusals in Travis in week 1", "and Denver?")
    assert say(talk, "new") == "Started over."
    assert "47 refusals" in say(talk, "and week 2?")
