from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    "column",
    [
        "state AS county",
        "citizenship AS state",
        "min(county) AS citizenship",
        "offense AS disposition",
        "issued_on AS declined_on",
        "report_id AS declined_on",
        "monthname(issued_on) AS declined_month",
        "max(declined_on) AS last_issued",
        "left(state, 3) AS state",
        "upper(left(state, 2)) AS state_code",
        "split_part(state, ' ', 1) AS state",
        "lag(county) OVER (ORDER BY declined_on) AS county",
    ],
)
def test_another_columns_name_is_refused(judge: Judge, column: str) -> None:
    judge.refuses(f"SELECT {column} FROM refusals", "misnamed")


def test_it_is_found_through_subqueries_and_unions(judge: Judge) -> None:
    judge.refuses("WITH w AS (SELECT county AS state FROM refusals) SELECT DISTINCT state FROM w", "misnamed")
    judge.refuses("SELECT state FROM refusals UNION SELECT county AS state FROM refusals")


@pytest.mark.parametrize(
    "column",
    [
        "state AS where_declined",
        "facility AS place",
        "lower(state) AS state",
        "left(state, 1) AS initial",
        "split_part(offense, '-', 1) AS broad_offense",
        "county || ', ' || state AS place",
        "declined_on - issued_on AS waited",
        "date_diff('day', issued_on, declined_on) AS days_until_declined",
        "lag(county) OVER (ORDER BY declined_on) AS county_before",
        "left(offense, 10) AS offense",
    ],
)
def test_names_of_their_own_are_accepted(judge: Judge, column: str) -> None:
    judge.accepts(f"SELECT {column} FROM refusals")
