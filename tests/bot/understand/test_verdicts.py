"""Yes and no: only to a claim that the plan holds, and as the rows of the samples have it; anything else has none."""

from __future__ import annotations

import duckdb
import pytest

from bot.ask import Desk
from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Understood

TRAVIS, TEXAS, MEXICO = "county = 'Travis'", "state = 'Texas'", "citizenship = 'Mexico'"
CONVICTED, CHARGED = "disposition = 'conviction'", "disposition = 'charge'"
WEEK1, WEEK2, WEEK3 = (f"report_id = '{day}'" for day in ("2017-01-28", "2017-02-04", "2017-02-11"))
DENVER, ALL = "county = 'Denver'", "true"
DUI = "offense ILIKE '%influence%'"


def counted(rows: duckdb.DuckDBPyConnection, condition: str) -> int:
    return int((rows.execute(f"SELECT count(*) FROM refusals WHERE {condition}").fetchone() or (0,))[0])


def verdict(desk: Desk, question: str) -> str:
    answer = desk.ask(question)
    assert answer.status == "answered", (question, answer.text)
    return answer.text.split(".")[0].split(",")[0].split(" ")[0]


SHARES = [  # question, whole, part: yes when every row of the whole is in the part, with both counts told
    ("were all Travis refusals convictions?", TRAVIS, CONVICTED),
    ("was everyone in Denver convicted", DENVER, CONVICTED),
    ("did every Mexican in Travis have a conviction?", f"{TRAVIS} AND {MEXICO}", CONVICTED),
    ("All refusals in Denver were charges, right?", DENVER, CHARGED),
    ("were all refusals in week 2 in Texas?", WEEK2, TEXAS),
    ("did Travis refuse only Mexicans?", TRAVIS, MEXICO),
    ("were only Mexicans refused in Denver", DENVER, MEXICO),
    ("did only Travis refuse in Texas?", TEXAS, TRAVIS),
    ("is Travis the only county in Texas", TEXAS, TRAVIS),
    ("was Mexico the only country in Denver?", DENVER, MEXICO),
    ("were there only charges in Denver?", DENVER, CHARGED),
    ("were only convicted Mexicans refused in Denver", DENVER, f"{MEXICO} AND {CONVICTED}"),
    ("were all Mexicans in Denver convicted of DUI?", f"{DENVER} AND {MEXICO}", f"{CONVICTED} AND {DUI}"),
    ("did Snohomish refuse only people from Mexico?", "county = 'Snohomish'", MEXICO),
]  # fmt: skip


@pytest.mark.parametrize(("question", "whole", "part"), SHARES, ids=[s[0] for s in SHARES])
def test_all_and_only(question: str, whole: str, part: str, desk: Desk, rows: duckdb.DuckDBPyConnection) -> None:
    n, of = counted(rows, f"({whole}) AND ({part})"), counted(rows, whole)
    assert of > 0
    assert verdict(desk, question) == ("Yes" if n == of else "No")
    assert f"{n} of {of} " in desk.ask(question).text


NONE = [
    ("was nobody from Canada released?", "citizenship = 'Canada'"),
    ("did Travis refuse no one in week 3?", f"{TRAVIS} AND {WEEK3}"),
    ("were there no convictions in Denver", f"{DENVER} AND {CONVICTED}"),
    ("there were no Mexicans in week 3, correct?", f"{MEXICO} AND {WEEK3}"),
    ("no homicides in Travis, right?", f"{TRAVIS} AND offense = 'Homicide'"),
    ("is it true that nobody was charged with arson", f"offense ILIKE 'arson%' AND {CHARGED}"),
    ("was nobody but Mexicans refused in Denver?", f"{DENVER} AND citizenship <> 'Mexico'"),
]


@pytest.mark.parametrize(("question", "condition"), NONE, ids=[q for q, _ in NONE])
def test_none(question: str, condition: str, desk: Desk, rows: duckdb.DuckDBPyConnection) -> None:
    n = counted(rows, condition)
    assert verdict(desk, question) == ("No" if n else "Yes")
    assert f" {n} " in f" {desk.ask(question).text}"


HALVES = [
    ("were most week 1 refusals in Travis?", WEEK1, TRAVIS),
    ("do Mexicans make up the majority in Denver", DENVER, MEXICO),
    ("are Mexicans a majority in Travis?", TRAVIS, MEXICO),
    ("are most Mexicans convicted?", MEXICO, CONVICTED),
    ("does Travis account for most of the Texas refusals?", TEXAS, TRAVIS),
    ("does Travis account for most convictions?", CONVICTED, TRAVIS),
    ("were the majority of Mexicans in Travis convicted", f"{TRAVIS} AND {MEXICO}", CONVICTED),
]


@pytest.mark.parametrize(("question", "whole", "part"), HALVES, ids=[h[0] for h in HALVES])
def test_the_majority(question: str, whole: str, part: str, desk: Desk, rows: duckdb.DuckDBPyConnection) -> None:
    n, of = counted(rows, f"({whole}) AND ({part})"), counted(rows, whole)
    assert verdict(desk, question) == ("Yes" if 2 * n > of else "No")
    assert f"{n} of {of} " in desk.ask(question).text


TOPS = [  # question, column, value, rows, fewest
    ("is Texas the top state?", "state", "Texas", ALL, False),
    ("is California the state with the most convictions", "state", "California", CONVICTED, False),
    ("did Denver have the most refusals?", "county", "Denver", ALL, False),
    ("is Mexico the most common nationality in Denver?", "citizenship", "Mexico", DENVER, False),
    ("did week 2 have the fewest refusals?", "report_id", "2017-02-04", ALL, True),
    ("Travis had the most refusals in week 3, right?", "county", "Travis", WEEK3, False),
]


@pytest.mark.parametrize(("question", "column", "value", "condition", "fewest"), TOPS, ids=[t[0] for t in TOPS])
def test_in_first_place(
    question: str,
    column: str,
    value: str,
    condition: str,
    fewest: bool,
    desk: Desk,
    rows: duckdb.DuckDBPyConnection,
) -> None:
    keys = "county, state" if column == "county" else column
    groups = rows.execute(f"SELECT {keys}, count(*) FROM refusals WHERE {condition} GROUP BY ALL").fetchall()
    end = (min if fewest else max)(g[-1] for g in groups)
    assert verdict(desk, question) == ("Yes" if value in {g[0] for g in groups if g[-1] == end} else "No")
    assert str(end) in desk.ask(question).text


AMONG = [  # question, column, value, rows, number, fewest
    ("is Denver in the top 5", "county", "Denver", ALL, 5, False),
    ("was Honduras in the top three?", "citizenship", "Honduras", ALL, 3, False),
    ("is Texas in the bottom 4 in week 3", "state", "Texas", WEEK3, 4, True),
    ("is Travis among the top 2 for convictions", "county", "Travis", CONVICTED, 2, False),
    ("is Colorado in the top 2", "state", "Colorado", ALL, 2, False),
]


@pytest.mark.parametrize(("question", "column", "value", "condition", "number", "fewest"), AMONG)
def test_among_the_first(
    question: str,
    column: str,
    value: str,
    condition: str,
    number: int,
    fewest: bool,
    desk: Desk,
    rows: duckdb.DuckDBPyConnection,
) -> None:
    keys = "county, state" if column == "county" else column
    groups = rows.execute(f"SELECT {keys}, count(*) FROM refusals WHERE {condition} GROUP BY ALL").fetchall()
    last = sorted((g[-1] for g in groups), reverse=not fewest)[number - 1]
    own = next(g[-1] for g in groups if g[0] == value)
    assert verdict(desk, question) == ("Yes" if (own <= last if fewest else own >= last) else "No")


def test_every_week_is_told_week_by_week(desk: Desk, rows: duckdb.DuckDBPyConnection) -> None:
    weeks = (WEEK1, WEEK2, WEEK3)
    for place in ("Travis", "Denver"):
        always = all(counted(rows, f"county = '{place}' AND {week}") for week in weeks)
        for question in (f"did {place} refuse every week?", f"was {place} listed in all three reports?"):
            assert verdict(desk, question) == ("Yes" if always else "No")
            assert [row[1] for row in desk.ask(question).rows] == [
                counted(rows, f"county = '{place}' AND {week}") for week in weeks
            ]
    more = all(counted(rows, f"{TRAVIS} AND {week}") > 5 for week in weeks)
    assert verdict(desk, "did Travis refuse more than 5 every week?") == ("Yes" if more else "No")


def test_a_bound_on_the_wait_is_no_condition_on_the_rows(desk: Desk, rows: duckdb.DuckDBPyConnection) -> None:
    average = (rows.execute("SELECT avg(declined_on - issued_on) FROM refusals").fetchone() or (0,))[0]
    assert verdict(desk, "is the average wait more than a year?") == ("Yes" if average > 365 else "No")
    assert desk.ask("is the average wait more than a year?").figures[0].value == pytest.approx(average)


@pytest.mark.parametrize(
    ("question", "left", "right"),
    [
        ("did Denver refuse more than Travis?", DENVER, TRAVIS),
        ("were there more convictions than charges in Travis", f"{TRAVIS} AND {CONVICTED}", f"{TRAVIS} AND {CHARGED}"),
        ("did charges outnumber convictions in week 2?", f"{WEEK2} AND {CHARGED}", f"{WEEK2} AND {CONVICTED}"),
    ],
)
def test_two_against_each_other(
    question: str, left: str, right: str, desk: Desk, rows: duckdb.DuckDBPyConnection
) -> None:
    one, other = counted(rows, left), counted(rows, right)
    assert verdict(desk, question) == ("Yes" if one > other else "No")
    assert [row[1] for row in desk.ask(question).rows] == [one, other]


@pytest.mark.parametrize(
    "question",
    [
        "are larceny cases convictions?",
        "were the refusals in Denver convictions",
        "do larceny cases have convictions",
        "did the Mexicans in Denver have convictions?",
        "did Denver refuse Mexicans and Hondurans?",
        "did half the counties refuse Mexicans",
        "is Denver the only one",
        "is there only one county in Texas?",
        "does Denver still refuse?",
        "is it wrong that there were 206 refusals in week 1",
        "didn't Denver refuse anyone?",
        "did Denver refuse neither Mexicans nor Hondurans?",
        "did every county refuse Mexicans?",
        "did no county refuse more than 20",
        "did Denver refuse all Mexicans?",
        "was the oldest detainer in Denver?",
        "was the longest wait in Denver?",
        "were all detainers issued to Travis refused?",
        "were all refusals in Denver in week 1?",
        "are all policies from Texas?",
        "did ICE correct only Williamson County?",
        "they say 47 were refused in week 2, or was it 50?",
    ],
)
def test_what_no_plan_holds_gets_no_verdict(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    if isinstance(outcome, Understood):
        assert outcome.query.subject == "refusals"
        assert not outcome.query.yes_no
        assert outcome.query.claim is None
        assert outcome.query.leader is None


@pytest.mark.parametrize(
    ("question", "condition"),
    [
        ("did Denver refuse anyone in week 1?", f"{DENVER} AND {WEEK1}"),
        ("was anyone from Canada released?", "citizenship = 'Canada'"),
        ("are there any homicides?", "offense = 'Homicide'"),
        ("did Travis refuse Mexicans", f"{TRAVIS} AND {MEXICO}"),
        ("did Denver refuse anybody but Mexicans?", f"{DENVER} AND citizenship <> 'Mexico'"),
    ],
)
def test_any(question: str, condition: str, desk: Desk, rows: duckdb.DuckDBPyConnection) -> None:
    assert verdict(desk, question) == ("Yes" if counted(rows, condition) else "No")
