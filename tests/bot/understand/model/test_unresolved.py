"""A statement of a model's that asks for what is not loaded becomes a question back, never a figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.answer.answer import Answer
from bot.ask import Desk
from bot.understand.outcome import UnderstoodSql


def answered(db: Path, sql: str) -> Answer:
    return Desk(db, widen=lambda *_: UnderstoodSql(sql)).ask("how many got sprung there back then?")


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("condition", "told"),
    [
        ("state = 'Texass'", "Texas"),
        ("county IN ('Travis', 'Travers')", "Travers"),
        ("citizenship LIKE 'Atlant%'", "Atlant"),
        ("report_id = '2019-03-02'", "2019-03-02"),
        ("declined_on >= DATE '2019-01-01'", "2019"),
        ("month(declined_on) = 7", "7"),
        ("strftime(declined_on, '%Y-%m') = '2018-03'", "2018-03"),
    ],
)
def test_a_literal_that_nothing_holds_is_asked_about(sample_db: Path, condition: str, told: str) -> None:
    answer = answered(sample_db, f"SELECT count(*) FROM refusals WHERE {condition}")
    assert answer.status == "clarify"
    assert answer.code == "model_literal"
    assert told in answer.text
    assert answer.figures == []
    assert answer.rows == []


@pytest.mark.parametrize(
    "condition",
    ["state = 'Texas'", "county = 'Loving' AND state = 'Texas'", "citizenship = 'Iceland'", "month(declined_on) = 2"],
)
def test_what_could_be_there_is_answered_also_with_zero(sample_db: Path, condition: str) -> None:
    answer = answered(sample_db, f"SELECT count(*) FROM refusals WHERE {condition}")
    assert answer.status == "answered", answer


def test_a_refused_statement_is_not_run(sample_db: Path) -> None:
    answer = answered(sample_db, "SELECT count(*) * 3 FROM refusals WHERE state = 'Texass'")
    assert answer.status == "declined"
    assert answer.figures == []
