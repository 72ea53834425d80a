"""Shares in other words: which rows are the whole, which the part."""

from __future__ import annotations

import pytest
from duckdb import DuckDBPyConnection

from bot.ask import Desk
from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Understood


@pytest.mark.parametrize(
    ("question", "part", "whole"),
    [
        (
            "For each hundred people Travis released, how many were convicted?",
            "disposition = 'conviction'",
            "county = 'Travis'",
        ),
        ("Per 100 refusals in Texas, how many were DUI?", "offense LIKE 'Driving Under%'", "state = 'Texas'"),
        ("out of every 100 Colorado refusals, how many were charges?", "disposition = 'charge'", "state = 'Colorado'"),
        ("Travis convictions as percent of all convictions", "county = 'Travis'", "disposition = 'conviction'"),
        ("Queens charges as a percentage of all charges", "county = 'Queens'", "disposition = 'charge'"),
        (
            "Boulder charges as a percent of Colorado charges",
            "county = 'Boulder'",
            "state = 'Colorado' AND disposition = 'charge'",
        ),
        (
            "Mexican convictions as percent of all convictions in week 2",
            "citizenship = 'Mexico'",
            "disposition = 'conviction' AND report_id = '2017-02-04'",
        ),
    ],
)
def test_part_and_whole(desk: Desk, rows: DuckDBPyConnection, question: str, part: str, whole: str) -> None:
    """Percent, by the rows."""
    answer = desk.ask(question)
    assert answer.figures, answer.text
    found = rows.execute(f"SELECT 100.0 * count(*) FILTER ({part}) / count(*) FROM refusals WHERE {whole}").fetchone()
    assert found is not None
    assert float(str(answer.figures[0].value)) == pytest.approx(float(found[0]), abs=0.06)


def test_two_rates_side_by_side(desk: Desk) -> None:
    """ "Each state's" is each side."""
    answer = desk.ask("Conviction rate, Texas versus Colorado - percent of each state's refusals")
    assert "Texas: 47.8%" in answer.text
    assert "Colorado: 30.8%" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "one in how many Travis refusals is a conviction",
        "For each hundred people released in Travis, how many were let go?",
        "Per 100 residents, how many refusals in Travis?",
        "for every hundred people released, how many were issued detainers",
    ],
)
def test_near_neighbours_are_not_read_so(interpreter: Interpreter, question: str) -> None:
    """No part, no whole, or a figure that no plan holds."""
    outcome = interpreter.interpret(question)
    assert not isinstance(outcome, Understood) or outcome.query.measure.of == ()


def test_no_figure_for_one_in_how_many(desk: Desk) -> None:
    """19 of 35 is not "one in ..."."""
    assert desk.ask("one in how many Travis refusals is a conviction").status == "declined"
    assert desk.ask("Travis convictions as percent of all charges").status == "declined"
