"""Days from the earlier day of a row to the later one; months with their years."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("max(issued_on - declined_on)", "max(declined_on - issued_on)"),
        ("avg(date_diff('day', declined_on, issued_on))", "avg(date_diff('day', issued_on, declined_on))"),
        ("median(date_sub('week', declined_on, issued_on))", "median(date_sub('week', issued_on, declined_on))"),
    ],
)
def test_spans_go_forward(judge: Judge, wrong: str, right: str) -> None:
    judge.refuses(f"SELECT {wrong} AS span FROM refusals", "backwards")
    judge.accepts(f"SELECT {right} AS span FROM refusals")


def test_spans_of_reports_and_through_subqueries(judge: Judge) -> None:
    judge.refuses("SELECT report_id, period_start - period_end AS days FROM reports", "backwards")
    judge.refuses("SELECT max(a - b) AS days FROM (SELECT issued_on AS a, declined_on AS b FROM refusals)", "backwards")
    judge.accepts("SELECT report_id, posted_on - period_end AS days FROM reports")
    judge.accepts("SELECT min(r.declined_on - p.period_start) AS days FROM refusals r JOIN reports p USING (report_id)")


def test_months_and_weeks_are_equated_with_their_year(judge: Judge) -> None:
    same = "SELECT count(*) AS n FROM refusals WHERE {}"
    for part in ("week", "month", "monthname", "quarter"):
        judge.refuses(same.format(f"{part}(issued_on) = {part}(declined_on)"), "half_join")
    judge.accepts(same.format("month(issued_on) = month(declined_on) AND year(issued_on) = year(declined_on)"))
    judge.accepts(same.format("date_trunc('month', issued_on) = date_trunc('month', declined_on)"))
    judge.accepts(same.format("dayname(issued_on) = dayname(declined_on)"))
