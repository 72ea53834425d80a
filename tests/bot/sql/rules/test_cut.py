"""What a LIMIT or a frame leaves is not taken for all rows."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT disposition, count(*) FROM (SELECT * FROM refusals ORDER BY declined_on LIMIT 30) GROUP BY disposition",
        "SELECT sum(issued) FROM (SELECT issued FROM issued ORDER BY issued DESC LIMIT 10)",
        "SELECT state, n / sum(n) OVER () AS p FROM (SELECT state, count(*) AS n FROM refusals GROUP BY "
        "state ORDER BY n DESC, state LIMIT 5)",
        "SELECT count(*) FROM refusals WHERE row_no % 2 = 0",
        "SELECT count(*) FROM (SELECT row_number() OVER (ORDER BY report_id, row_no) AS k FROM refusals) "
        "WHERE mod(k, 5) = 1",
    ],
)
def test_a_limit_through_ties_a_window_over_it_and_every_nth_row_are_refused(judge: Judge, sql: str) -> None:
    judge.refuses(sql, "sampled")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT state, count(*) OVER (ORDER BY state ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS n FROM refusals",
    ],
)
def test_a_count_over_a_frame_is_refused(judge: Judge, sql: str) -> None:
    judge.refuses(sql, "counts_all")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT disposition, count(*) FROM (SELECT * FROM refusals ORDER BY declined_on, report_id, row_no "
        "LIMIT 30) GROUP BY 1",
        "SELECT sum(n) FROM (SELECT county, state, count(*) AS n FROM refusals GROUP BY 1, 2 ORDER BY n "
        "DESC, county LIMIT 5)",
        "SELECT state, n, rank() OVER (ORDER BY n DESC) AS r FROM (SELECT state, count(*) AS n FROM refusals "
        "GROUP BY state ORDER BY n DESC, state LIMIT 5)",
        "SELECT state, n, n / sum(n) OVER () AS p FROM (SELECT state, count(*) AS n FROM refusals GROUP BY "
        "1) ORDER BY n LIMIT 5",
        "SELECT declined_on, avg(count(*)) OVER (ORDER BY declined_on ROWS 2 PRECEDING) AS m FROM refusals GROUP BY 1",
    ],
)
def test_what_tells_rows_apart_or_ranks_is_accepted(judge: Judge, sql: str) -> None:
    judge.accepts(sql)
