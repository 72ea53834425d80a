"""Conditions that are the same for every row or group because of what the values are."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    "condition",
    [
        *("row_no > 0", "row_no >= 1", "row_no <> 0", "0 < row_no", "page = 0", "row_no < 1", "1 <= page"),
        *("withdrawn IS NOT NULL", "withdrawn IS NULL", "NOT (withdrawn IS NULL)"),
        *("issued_on < declined_on AND issued_on > declined_on", "issued_on < declined_on OR declined_on <= issued_on"),
        *("page = page_to AND page_to > page", "NOT (issued_on = declined_on) OR declined_on = issued_on"),
    ],
)
def test_of_rows(judge: Judge, condition: str) -> None:
    judge.refuses(f"SELECT count(*) FROM refusals WHERE {condition} AND state = 'Texas'")


@pytest.mark.parametrize(
    "having",
    [
        *("min(declined_on) <= max(declined_on)", "max(row_no) >= min(row_no)", "avg(page) > max(page)"),
        *("count(*) >= count(facility)", "count(*) < count_if(withdrawn)", "count_if(withdrawn) > count(*)"),
        *("min(state) = max(state)", "any_value(state) = min(state)", "sum(1) = count(*)"),
    ],
)
def test_of_groups(judge: Judge, having: str) -> None:
    judge.refuses(f"SELECT state, count(*) AS n FROM refusals GROUP BY state HAVING {having}")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*) FROM refusals WHERE row_no > 1",
        "SELECT count(*) FROM refusals WHERE row_no = 1",
        "SELECT count(*) FROM corrections WHERE page > 0",  # 0 stands for a web page
        "SELECT count(*) FROM refusals WHERE issued_on < declined_on OR issued_on > declined_on",
        "SELECT count(*) FROM refusals WHERE page < page_to AND issued_on < declined_on",
        "SELECT state FROM refusals GROUP BY state HAVING min(county) = max(county)",
        "SELECT state FROM refusals GROUP BY state HAVING count(*) = count(facility)",
        "SELECT state FROM refusals GROUP BY state HAVING count(*) > count_if(withdrawn)",
        "SELECT state FROM refusals GROUP BY state HAVING max(declined_on) > min(declined_on)",
        "SELECT state, rank() OVER (ORDER BY count(*)) AS r FROM refusals GROUP BY state QUALIFY r > 1",
    ],
)
def test_what_can_hold_or_not_is_accepted(judge: Judge, sql: str) -> None:
    judge.accepts(sql)


@pytest.mark.parametrize("place", ["rank()", "row_number()", "dense_rank()"])
def test_places_in_a_ranking_start_with_one(judge: Judge, place: str) -> None:
    judge.refuses(
        f"SELECT state, {place} OVER (ORDER BY count(*), state) AS r FROM refusals GROUP BY state QUALIFY r >= 1"
    )
    judge.refuses(
        f"SELECT state FROM (SELECT state, {place} OVER (ORDER BY count(*), state) AS r FROM refusals GROUP BY state)"
        " WHERE r > 0"
    )
