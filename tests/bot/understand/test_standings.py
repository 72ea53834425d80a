"""Places in a ranking: the group is the one that the rows give, ties and all."""

from __future__ import annotations

import pytest
from duckdb import DuckDBPyConnection

from bot.ask import Desk
from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Understood

_RANKED = "SELECT n FROM (SELECT n, rank() OVER (ORDER BY n DESC) AS place FROM ({})) WHERE place = {}"
_COUNTIES = "SELECT count(*) AS n FROM refusals WHERE {} GROUP BY county, state"
_LISTED = "SELECT issued AS n FROM issued WHERE report_id = '{}'"


@pytest.mark.parametrize(
    ("question", "groups", "place"),
    [
        (
            "what's the #1 offense in Queens",
            "SELECT count(*) AS n FROM refusals WHERE county = 'Queens' GROUP BY offense",
            1,
        ),
        ("#1 county for larceny", _COUNTIES.format("offense = 'Larceny'"), 1),
        (
            "what is the number one citizenship in Travis",
            "SELECT count(*) AS n FROM refusals WHERE county = 'Travis' GROUP BY citizenship",
            1,
        ),
        ("which county came second in week 3", _COUNTIES.format("report_id = '2017-02-11'"), 2),
        ("after Travis, which county comes next?", _COUNTIES.format("true"), 2),
        ("After Texas, which state is next?", "SELECT count(*) AS n FROM refusals GROUP BY state", 2),
        ("third place in Section I of the second report", _LISTED.format("2017-02-04"), 3),
        ("Who is second in Section I of the newest report?", _LISTED.format("2017-02-11"), 2),
    ],
)
def test_the_place_asked_for(desk: Desk, rows: DuckDBPyConnection, question: str, groups: str, place: int) -> None:
    """The figure is that of the place."""
    answer = desk.ask(question)
    assert answer.figures, answer.text
    assert (answer.figures[0].value,) == rows.execute(_RANKED.format(groups, place)).fetchone()


@pytest.mark.parametrize("question", ["which county was last in Section I of report 2", "lowest in Section I, wk 2"])
def test_the_end_of_the_list(desk: Desk, question: str) -> None:
    """Of one report's list."""
    assert desk.ask(question).figures[0].value == 9


@pytest.mark.parametrize(
    "question",
    [
        "After King County, which county comes next?",  # it is not the first
        "After Travis and Queens, who comes next for refusals?",  # Los Angeles has as many as Queens
        "After Travis, which county is next in week 2?",
        "After week 1, which county comes next?",
        "lowest entry in Section I",
        "second place in Section I",
        "which report came second",
        "which county was second to refuse",
        "where does Maryland rank among the states",
        "what place does Texas hold among states by number of refusals?",
    ],
)
def test_near_neighbours_are_not_read_so(interpreter: Interpreter, question: str) -> None:
    """No place of a ranking, or one that no plan says."""
    outcome = interpreter.interpret(question)
    assert not isinstance(outcome, Understood) or outcome.query.limit is None


def test_a_report_by_its_number_is_no_rank(desk: Desk, rows: DuckDBPyConnection) -> None:
    """ "Week no. 1" is the first report."""
    answer = desk.ask("refusals in week no. 1")
    assert (answer.figures[0].value,) == rows.execute(
        "SELECT count(*) FROM refusals WHERE report_id = '2017-01-28'"
    ).fetchone()
