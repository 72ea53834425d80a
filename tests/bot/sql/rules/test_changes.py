"""Changes go forward, and the row before is the row before."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge

_WEEKS = "(SELECT report_id, count(*) AS n FROM refusals GROUP BY report_id)"
_TWO = (
    "WITH a AS (SELECT count(*) AS n FROM refusals WHERE report_id = '2017-01-28'), "
    "b AS (SELECT count(*) AS n FROM refusals WHERE report_id = '2017-02-04') SELECT {} FROM a CROSS JOIN b"
)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("lead(n) OVER (ORDER BY report_id) AS previous_week", "lag(n) OVER (ORDER BY report_id) AS previous_week"),
        ("lag(n) OVER (ORDER BY report_id DESC) AS n_before", "lead(n) OVER (ORDER BY report_id DESC) AS n_before"),
        ("lag(n) OVER (ORDER BY report_id) AS next_week", "lead(n) OVER (ORDER BY report_id) AS next_week"),
        ("n - lead(n) OVER (ORDER BY report_id) AS change", "n - lag(n) OVER (ORDER BY report_id) AS change"),
        ("lag(n) OVER (ORDER BY report_id) - n AS increase", "lead(n) OVER (ORDER BY report_id) - n AS increase"),
    ],
)
def test_neighbours_stand_on_the_side_that_is_named(judge: Judge, wrong: str, right: str) -> None:
    judge.refuses(f"SELECT report_id, {wrong} FROM {_WEEKS}", "misnamed")
    judge.accepts(f"SELECT report_id, {right} FROM {_WEEKS}")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("a.n - b.n AS increase", "b.n - a.n AS increase"),
        ("100.0 * (b.n - a.n) / b.n AS pct_change", "100.0 * (b.n - a.n) / a.n AS pct_change"),
        ("round(100.0 * (a.n - b.n) / a.n, 1) AS growth", "round(100.0 * (b.n - a.n) / nullif(a.n, 0), 1) AS growth"),
        ("a.n - b.n AS change", "a.n - b.n AS fewer_than_in_the_first"),
    ],
)
def test_a_change_is_the_later_less_the_earlier_over_the_earlier(judge: Judge, wrong: str, right: str) -> None:
    judge.refuses(_TWO.format(wrong), "misnamed")
    judge.accepts(_TWO.format(right))


def test_filters_of_one_query_are_told_apart_as_well(judge: Judge) -> None:
    change = (
        "SELECT count(*) FILTER (WHERE report_id = '2017-{}') - count(*) FILTER (WHERE report_id = '2017-{}') AS change"
    )
    judge.refuses(f"{change.format('01-28', '02-04')} FROM refusals", "misnamed")
    judge.accepts(f"{change.format('02-04', '01-28')} FROM refusals")
