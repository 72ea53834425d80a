"""Names beside their description: set aside where it fits, a stop where it does not."""

from __future__ import annotations

import pytest
from duckdb import DuckDBPyConnection

from bot.ask import Desk
from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Understood


@pytest.mark.parametrize(
    ("question", "where"),
    [
        ("the two counties, Queens and Kings: how many", "county IN ('Queens', 'Kings')"),
        ("Texas and Virginia, both states together: how many refusals", "state IN ('Texas', 'Virginia')"),
        (
            "Suffolk County, the one in Massachusetts not New York, how many",
            "county = 'Suffolk' AND state = 'Massachusetts'",
        ),
        (
            "Middlesex, the one in New Jersey, not the one in Massachusetts",
            "county = 'Middlesex' AND state = 'New Jersey'",
        ),
        ("Travis + Bastrop + the rest of Texas, how many refusals", "state = 'Texas'"),
        ("Boulder plus the rest of Colorado", "state = 'Colorado'"),
    ],
)
def test_description_that_fits(desk: Desk, rows: DuckDBPyConnection, question: str, where: str) -> None:
    """The rows of what is named."""
    answer = desk.ask(question)
    assert answer.figures, answer.text
    assert (answer.figures[0].value,) == rows.execute(f"SELECT count(*) FROM refusals WHERE {where}").fetchone()


@pytest.mark.parametrize(
    "question",
    [
        "Setting aside the two biggest counties, Travis and King, how many remain?",
        "Setting aside the two biggest states, Texas and California, how many remain?",  # New York has as many
        "the three counties, Queens and Kings: how many",
        "Denver and Texas, both states together: how many",
        "Queens + Bronx + the rest of New York, how many refusals",
        "Travis and the rest of Texas, how many each",
        "King + the rest of Texas",
    ],
)
def test_description_that_does_not_fit(interpreter: Interpreter, question: str) -> None:
    """Other places than those described, or two figures."""
    assert not isinstance(interpreter.interpret(question), Understood)
