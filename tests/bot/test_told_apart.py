"""Questions that sound alike and are not: each pair was once read as the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.ask import Desk

FIRST = {
    "everyone except Mexicans and Hondurans, week 2": 16,
    "week 2, Mexicans and Hondurans": 31,
    "Texas count with corrections": 154,
    "how many refusals in Texas": 161,
    "what share of refusals were on Feb 1": pytest.approx(47.17, abs=0.01),
}
THREADS: dict[tuple[str, ...], int] = {
    ("how many Hondurans in Texas, all reports", "same but for Guatemala"): 19,
    ("how many refusals in the second report?", "drop Mexico from that"): 20,
}
LISTS = {
    "which states appear in the first report only?": {"Maryland", "New Jersey", "North Carolina", "Connecticut"},
    "which counties had refusals in all three reports?": {"Travis", "Alameda", "King", "Los Angeles"},
}


@pytest.fixture(scope="module")
def desk(sample_db: Path) -> Desk:
    return Desk(sample_db)


@pytest.mark.parametrize("question", FIRST)
def test_the_figure_is_of_the_question(desk: Desk, question: str) -> None:
    assert desk.ask(question).figures[0].value == FIRST[question]


@pytest.mark.parametrize("messages", THREADS)
def test_a_fragment_replaces_or_removes(desk: Desk, messages: tuple[str, ...]) -> None:
    assert desk.ask(messages[-1], desk.replay(messages[:-1])).figures[0].value == THREADS[messages]


@pytest.mark.parametrize("question", LISTS)
def test_sets_of_reports(desk: Desk, question: str) -> None:
    named = {str(cell) for row in desk.ask(question).rows for cell in row}
    assert named >= LISTS[question]
    assert "Ohio" not in named


def test_rows_without_those_taken_back_are_counted_without_them(desk: Desk) -> None:
    answer = desk.ask("take out withdrawn rows: what is left")
    assert answer.text.startswith("309 refusals")
    assert "as published it is 318" in answer.text
    assert answer.rows == [[309]]


@pytest.mark.parametrize("question", ["Compare the counties.", "how many days does the second report cover"])
def test_what_is_not_said_is_not_guessed(desk: Desk, question: str) -> None:
    assert desk.ask(question).status != "answered"
