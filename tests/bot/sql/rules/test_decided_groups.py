"""Conditions inside a total that WHERE or the groups have decided already."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT state, count(*) FILTER (WHERE state = 'Texas') * 100.0 / count(*) AS pct FROM refusals GROUP BY state",
        "SELECT state, 1.0 * sum(CASE WHEN state = 'Ohio' THEN 1 ELSE 0 END) / count(*) FROM refusals GROUP BY state",
        "SELECT state, count_if(state = 'Texas') / count(*) AS n FROM refusals GROUP BY ALL",
        "SELECT disposition, avg((disposition = 'charge')::INT) AS share FROM refusals GROUP BY disposition",
        "SELECT month(declined_on) AS m, count(*) FILTER (WHERE m = 2) / count(*) FROM refusals GROUP BY m",
    ],
)
def test_a_condition_on_the_groups_own_column_is_refused(judge: Judge, sql: str) -> None:
    judge.refuses(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT state, disposition, count(*) FILTER (WHERE state = 'Ohio') AS n FROM refusals GROUP BY ALL",
        "SELECT state, count(*) FILTER (WHERE county = 'Travis') AS n FROM refusals GROUP BY state",
        "SELECT report_id, sum(CASE WHEN state = 'Texas' THEN 1 ELSE 0 END) AS texas FROM refusals GROUP BY report_id",
        "SELECT state, count(*) FILTER (WHERE state = 'Texas') AS n FROM refusals GROUP BY ROLLUP (state)",
        "SELECT CASE WHEN state = 'Texas' THEN 'Texas' ELSE 'other' END AS s, count(*) AS n FROM refusals GROUP BY 1",
        "SELECT state, count(*) AS n FROM refusals GROUP BY state ORDER BY CASE WHEN state = 'Texas' THEN 0 ELSE 1 END",
    ],
)
def test_other_conditions_are_accepted(judge: Judge, sql: str) -> None:
    judge.accepts(sql)


@pytest.mark.parametrize(
    "total",
    [
        "sum(CASE WHEN disposition = 'charge' THEN 1 ELSE 0 END) * 1.0 / count(*)",
        "avg(CASE WHEN disposition = 'charge' THEN 1 ELSE 0 END)",
        "avg((disposition = 'charge')::INT)",
        "count(*) FILTER (WHERE disposition = 'charge') / count(*)",
    ],
)
def test_a_share_of_what_where_left_is_refused(judge: Judge, total: str) -> None:
    judge.refuses(f"SELECT {total} AS share FROM refusals WHERE disposition = 'charge'", "constant_condition")
    judge.accepts(f"SELECT {total} AS share FROM refusals WHERE state = 'Texas'")
