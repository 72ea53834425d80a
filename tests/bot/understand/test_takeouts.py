"""What is taken out in several words: the rows that remain are counted, or nothing is."""

from __future__ import annotations

import pytest
from duckdb import DuckDBPyConnection

from bot.ask import Desk
from bot.query import Filter, Place
from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Understood


@pytest.mark.parametrize(
    ("question", "where"),
    [
        ("every report but the last: Travis refusals", "county = 'Travis' AND report_id <> '2017-02-11'"),
        (
            "In every report except the first, how many did Queens refuse?",
            "county = 'Queens' AND NOT report_id LIKE '%28'",
        ),
        ("All weeks but week 2: how many refusals?", "report_id <> '2017-02-04'"),
        (
            "Apart from the third, the reports together list how many Haitians?",
            "citizenship = 'Haiti' AND NOT report_id LIKE '%11'",
        ),
        ("Every row but the ones from the first issue: how many", "report_id <> '2017-01-28'"),
        ("everything in week 3 that did not come from Texas", "state <> 'Texas' AND report_id = '2017-02-11'"),
        ("Travis refusals that didn't happen at Travis County State Jail", "facility = 'Travis County Jail'"),
        (
            "with Mexico and Honduras taken out, how many in Travis",
            "county = 'Travis' AND citizenship NOT IN ('Mexico', 'Honduras')",
        ),
        ("once Travis is left out, how many convictions?", "county <> 'Travis' AND disposition = 'conviction'"),
    ],
)
def test_counts_what_remains(desk: Desk, rows: DuckDBPyConnection, question: str, where: str) -> None:
    """The figure is that of the rows that are left."""
    answer = desk.ask(question)
    assert answer.figures, answer.text
    assert (answer.figures[0].value,) == rows.execute(f"SELECT count(*) FROM refusals WHERE {where}").fetchone()


@pytest.mark.parametrize(
    "question",
    [
        "which counties are in every report but the last",
        "did Travis refuse anyone in every report but the last?",
        "each report but the last: Travis refusals",
        "counties that did not appear in the second report",
        "every row but one",
        "apart from Travis and the last report, how many?",
        "excluding Mexicans and convictions, how many in Travis",
        "leaving aside the biggest counties, how many remain?",
    ],
)
def test_near_neighbours_are_not_read_so(interpreter: Interpreter, question: str) -> None:
    """Sets of groups, yes or no, and what is not named."""
    assert not isinstance(interpreter.interpret(question), Understood)


def test_what_is_behind_the_value_stays(interpreter: Interpreter) -> None:
    """The denial is of the place alone."""
    outcome = interpreter.interpret("people who did not come from Texas in week 2")
    assert isinstance(outcome, Understood)
    assert Filter(field="place", values=(Place(state="Texas"),), negated=True) in outcome.query.filters
    assert any(f.field == "report" and not f.negated for f in outcome.query.filters)


@pytest.mark.parametrize(
    ("question", "difference"),
    [
        ("Queens minus Kings, refusals", 1),
        ("Kings refusals minus Queens refusals", -1),
        ("how many refusals in California minus New Mexico", 13),
        ("Bernalillo County minus King County", 1),
    ],
)
def test_minus_between_two_places_is_their_difference(desk: Desk, question: str, difference: int) -> None:
    """The first less the second."""
    assert [f.value for f in desk.ask(question).figures if f.label.startswith("difference")] == [difference]


@pytest.mark.parametrize(
    ("question", "where"),
    [
        ("Texas minus Travis, refusals", "state = 'Texas' AND county <> 'Travis'"),
        ("Mexicans, minus the ones in Travis", "citizenship = 'Mexico' AND county <> 'Travis'"),
    ],
)
def test_minus_a_part_leaves_the_rest(desk: Desk, rows: DuckDBPyConnection, question: str, where: str) -> None:
    """No comparison of a whole with its part."""
    answer = desk.ask(question)
    assert (answer.figures[0].value,) == rows.execute(f"SELECT count(*) FROM refusals WHERE {where}").fetchone()
