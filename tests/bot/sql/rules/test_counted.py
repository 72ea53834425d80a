"""What is counted can be missing, and what is counted once is told apart."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    "counted",
    [
        *("disposition = 'conviction'", "facility IS NOT NULL", "withdrawn", "NOT withdrawn", "state IN ('Texas')"),
        *("state ILIKE 'T%'", "starts_with(state, 'T')", "coalesce(facility, 'none')", "if(state = 'Texas', 1, 0)"),
        *("CASE WHEN state = 'Texas' THEN 1 ELSE 0 END", "CASE WHEN state = 'Texas' THEN 'x' ELSE 'y' END"),
    ],
)
def test_a_count_of_what_is_never_null_counts_every_row(judge: Judge, counted: str) -> None:
    judge.refuses(f"SELECT count({counted}) AS n FROM refusals", "counts_all")
    judge.refuses(f"SELECT county, count({counted}) OVER () AS n FROM refusals", "counts_all")
    judge.refuses(f"SELECT count(x) AS n FROM (SELECT {counted} AS x, county FROM refusals)")


@pytest.mark.parametrize(
    "counted",
    [
        *("*", "1", "facility", "CASE WHEN state = 'Texas' THEN 1 END", "nullif(facility, '')", "county || state"),
        *("DISTINCT state", "DISTINCT (report_id, row_no)", "CASE WHEN state = 'Texas' THEN facility END"),
    ],
)
def test_a_count_of_what_may_be_missing_is_accepted(judge: Judge, counted: str) -> None:
    judge.accepts(f"SELECT count({counted}) AS n FROM refusals")


def test_a_row_number_tells_rows_apart_only_within_its_report(judge: Judge) -> None:
    judge.refuses("SELECT count(DISTINCT row_no) AS n FROM refusals", "distinct_sum")
    judge.refuses("SELECT state, count(DISTINCT row_no) AS n FROM refusals GROUP BY state", "distinct_sum")
    judge.accepts("SELECT count(DISTINCT row_no) AS n FROM refusals WHERE report_id = '2017-01-28'")
    judge.accepts("SELECT report_id, count(DISTINCT row_no) AS n FROM refusals GROUP BY report_id")
