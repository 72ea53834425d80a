"""Figures are quantities: not cut as text, not rounded away, not multiplied with one another, no places added up."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    "figure",
    [
        *("left(count(*)::VARCHAR, 1)", "(count(*)::VARCHAR)[1:1]", "reverse(count(*)::VARCHAR)"),
        *(
            "replace(count(*)::VARCHAR, '1', '')",
            "count(*) || '' || count(DISTINCT state)",
            "length(count(*)::VARCHAR)",
        ),
        *("concat(count(*), count(DISTINCT state))", "count(*)::BOOLEAN", "count(*)::BOOLEAN::INTEGER"),
        *("round(count(*), -2)", "trunc(count(*), -1)", "count(*) * count(DISTINCT state)"),
        *("avg(CASE WHEN withdrawn THEN 1 END)", "median(if(withdrawn, 100, NULL))"),
        *("100.0 * count(*) / count(*)", "round(100.0 * count(*)) / nullif(count(*), 0)"),
    ],
)
def test_a_figure_that_is_none_is_refused(judge: Judge, figure: str) -> None:
    judge.refuses(f"SELECT {figure} AS n FROM refusals", "ungrounded")


@pytest.mark.parametrize(
    "figure",
    [
        *("count(*)::VARCHAR", "count(*) || ' refusals'", "count(*) || ' of ' || count(DISTINCT state)"),
        *("round(avg(declined_on - issued_on), 2)", "round(100.0 * count(facility) / count(*))", "max(row_no)"),
        *("avg(CASE WHEN withdrawn THEN 1 ELSE 0 END)", "sum(CASE WHEN withdrawn THEN 1 END)", "max(page) - min(page)"),
    ],
)
def test_a_figure_of_the_rows_is_accepted(judge: Judge, figure: str) -> None:
    judge.accepts(f"SELECT {figure} AS n FROM refusals")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT sum(row_no) FROM refusals",
        "SELECT sum(page) FROM refusals",
        "SELECT sum(month(declined_on)) FROM refusals",
        "SELECT sum(place) FROM (SELECT rank() OVER (ORDER BY count(*)) AS place FROM refusals GROUP BY state)",
        "SELECT count(*) + max(row_no) FROM refusals",
    ],
)
def test_places_are_not_added_up(judge: Judge, sql: str) -> None:
    judge.refuses(sql, "no_quantity")


def test_a_subquery_s_figure_is_added_up_once(judge: Judge) -> None:
    total = "(SELECT sum(i.issued) FROM issued i)"
    judge.refuses(f"SELECT avg(t) FROM (SELECT r.state, {total} AS t FROM refusals r)", "fan_out")
    judge.refuses(f"SELECT sum(t) FROM (SELECT state, {total} AS t FROM refusals GROUP BY state)", "fan_out")
    own = "(SELECT sum(i.issued) FROM issued i WHERE i.report_id = p.report_id)"
    judge.accepts(f"SELECT sum(t) FROM (SELECT p.report_id, {own} AS t FROM reports p)")


def test_mean_places_are_honest(judge: Judge) -> None:
    judge.accepts(
        "SELECT state, avg(place) FROM (SELECT report_id, state, rank() OVER (PARTITION BY report_id ORDER BY "
        "count(*)) AS place FROM refusals GROUP BY report_id, state) GROUP BY state"
    )
