"""Each of several places and both of one name."""

from __future__ import annotations

import pytest
from duckdb import DuckDBPyConnection

from bot.ask import Desk
from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Understood


@pytest.mark.parametrize(
    ("question", "where", "by"),
    [
        ("Travis: figure for each of the two jails", "county = 'Travis'", "facility"),
        ("how many at each of the three Philadelphia jails", "county = 'Philadelphia'", "facility"),
        ("number for each of its two jails in King County", "county = 'King'", "facility"),
        (
            "what did each New York county refuse in weeks 1-2",
            "state = 'New York' AND report_id < '2017-02-11'",
            "county",
        ),
        (
            "refusals in each Washington county, last report",
            "state = 'Washington' AND report_id = '2017-02-11'",
            "county",
        ),
    ],
)
def test_breaks_down(desk: Desk, rows: DuckDBPyConnection, question: str, where: str, by: str) -> None:
    """A row each, as the rows have them."""
    found = rows.execute(f"SELECT count(*) FROM refusals WHERE {where} GROUP BY {by}, state").fetchall()
    answer = desk.ask(question)
    assert answer.status == "answered", answer.text
    assert sorted(int(str(row[-1])) for row in answer.rows) == sorted(n for (n,) in found)


@pytest.mark.parametrize(
    ("question", "where"),
    [
        ("Suffolk in both states, how many each", "county = 'Suffolk'"),
        ("the two Middlesex counties combined", "county = 'Middlesex'"),
        ("both Suffolk counties together in week 1", "county = 'Suffolk' AND report_id = '2017-01-28'"),
        ("Middlesex County in both states: convictions", "county = 'Middlesex' AND disposition = 'conviction'"),
        ("Haitians and Cubans: how many of each?", "citizenship IN ('Haiti', 'Cuba')"),
        ("how many refusals did Queens and Kings each have", "county IN ('Queens', 'Kings')"),
    ],
)
def test_lists_them(desk: Desk, rows: DuckDBPyConnection, question: str, where: str) -> None:
    """Their sum, and each of them beside it."""
    answer = desk.ask(question)
    assert answer.figures, answer.text
    assert (answer.figures[0].value,) == rows.execute(f"SELECT count(*) FROM refusals WHERE {where}").fetchone()
    assert "Of these" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Travis: figure for each of the three jails",
        "both Travis counties together",
        "the three Middlesex counties",
        "how many were issued to the two Suffolk counties",
        "how many Haitians and Cubans each in Queens and Kings",
        "Queens in both states",
        "Queens and Kings: how many each in weeks 1 and 2",
    ],
)
def test_other_numbers_than_theirs(interpreter: Interpreter, question: str) -> None:
    """As many as are not there, or two lists at once."""
    assert not isinstance(interpreter.interpret(question), Understood)


@pytest.mark.parametrize(
    ("question", "by"), [("week 1 county totals", "county"), ("second report: state totals", "state")]
)
def test_totals_of_a_report_by_place(desk: Desk, question: str, by: str) -> None:
    """A table, and not the one total."""
    answer = desk.ask(question)
    assert len(answer.rows) > 5
    assert by in answer.columns[0].lower() or "place" in answer.columns[0].lower()
