"""Days of a list, halves, weekdays and weeks beside a date: which refusals are meant, counted beside the desk."""

from __future__ import annotations

import duckdb
import pytest

from bot.ask import Desk

COUNTED = [  # wording, days
    ("how many on February 13th and 14th", "declined_on IN ('2017-02-13', '2017-02-14')"),
    ("refusals on the 13th and the 14th of February", "declined_on IN ('2017-02-13', '2017-02-14')"),
    ("how many on Feb 6, 8 and 10?", "declined_on IN ('2017-02-06', '2017-02-08', '2017-02-10')"),
    ("refusals on Feb 6 and 8 in Texas", "declined_on IN ('2017-02-06', '2017-02-08') AND state = 'Texas'"),
    ("between Feb 1 and 9 inclusive", "declined_on BETWEEN '2017-02-01' AND '2017-02-09'"),
    ("how many from Feb 1st through the 9th", "declined_on BETWEEN '2017-02-01' AND '2017-02-09'"),
    ("refusals in the first half of February", "declined_on BETWEEN '2017-02-01' AND '2017-02-14'"),
    ("second half of February refusals in Texas", "declined_on >= '2017-02-15' AND state = 'Texas'"),
    ("how many on the second of February", "declined_on = '2017-02-02'"),
    ("refusals since the tenth of February", "declined_on >= '2017-02-10'"),
    ("how many were declined on a Wednesday", "dayofweek(declined_on) = 3"),
    ("refusals on Mondays in Texas", "dayofweek(declined_on) = 1 AND state = 'Texas'"),
    ("how many refused on weekends", "dayofweek(declined_on) IN (0, 6)"),
    ("refusals except on Wednesdays", "dayofweek(declined_on) <> 3"),
    ("refusals in the week that includes Feb 8", "report_id = '2017-02-04'"),
    ("total before Feb 8 issued before 2016", "declined_on < '2017-02-08' AND issued_on < '2016-01-01'"),
    ("refusals in February issued in 2016", "month(declined_on) = 2 AND year(issued_on) = 2016"),
    ("how many between Feb 1 and Feb 5, both days counted", "declined_on BETWEEN '2017-02-01' AND '2017-02-05'"),
    ("same-day refusals in Texas", "declined_on = issued_on AND state = 'Texas'"),
    ("did Travis turn any down?", "county = 'Travis'"),
    ("how many issued in 2016", "year(issued_on) = 2016"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "condition"), COUNTED, ids=[c[0] for c in COUNTED])
def test_counted(question: str, condition: str, desk: Desk, rows: duckdb.DuckDBPyConnection) -> None:
    n = (rows.execute(f"SELECT count(*) FROM refusals WHERE {condition}").fetchone() or (0,))[0]
    answer = desk.ask(question)
    assert answer.status == "answered"
    assert [f.value for f in answer.figures][:1] == [n], answer.text


LEFT = [  # which week, which days, or how many a week: not what was counted
    "refusals in the week before Feb 8",
    "the week after Valentine's Day",
    "refusals around Feb 8",
    "refusals around the 8th of February",
    "how many over the weekend",
    "how many tuesdays",
    "detainers issued on Mondays",
    "how many detainers does ICE send a week",
    "refusals a week in Texas",
    "more than 30 on Feb 1 and 18 on Feb 2",
    "10 in Texas on Feb 1 and 18 in all",
]


@pytest.mark.parametrize("question", LEFT)
def test_not_counted(question: str, desk: Desk) -> None:
    assert desk.ask(question).status != "answered"


@pytest.mark.parametrize(
    ("question", "condition"),
    [
        ("last time Denver County refused one", "county = 'Denver'"),
        ("the last time Travis refused a Mexican", "county = 'Travis' AND citizenship = 'Mexico'"),
        ("when was the last time Texas refused someone", "state = 'Texas'"),
    ],
)
def test_the_last_time(question: str, condition: str, desk: Desk, rows: duckdb.DuckDBPyConnection) -> None:
    last = (rows.execute(f"SELECT max(declined_on) FROM refusals WHERE {condition}").fetchone() or (None,))[0]
    assert [f.value for f in desk.ask(question).figures][:1] == [last]
    assert desk.ask("how many the last time").status != "answered"


def test_the_report_from_a_day_is_that_report(desk: Desk) -> None:
    assert "posted on March 29, 2017" in desk.ask("when was the report from Feb 4 posted").text
    assert "No reports" in desk.ask("is the report from Feb 4 posted March 20?").text


def test_weeks_with_a_date_behind_them_are_still_weeks(desk: Desk) -> None:
    answer = desk.ask("refusals per week before Feb 8")
    assert answer.status == "answered"
    assert len(answer.rows) == 2
