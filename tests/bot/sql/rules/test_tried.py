from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    "condition",
    [
        "month(declined_on) = 1 AND monthname(declined_on) = 'March'",
        "dayname(declined_on) = 'Monday' AND isodow(declined_on) = 3",
        "date_trunc('month', declined_on) = DATE '2017-02-15'",
        "quarter(declined_on) = 1 AND month(declined_on) = 7",
        "day(declined_on) = 31 AND month(declined_on) = 4",
        "coalesce(citizenship, 'none') = 'none' AND citizenship = 'Mexico'",
        "nullif(state, 'Texas') = 'Texas'",
        "CASE state WHEN 'Texas' THEN 'x' ELSE 'y' END = 'z'",
        "declined_on < issued_on AND declined_on - issued_on > 5",
        "disposition = offense",
    ],
)
def test_conditions_that_nothing_satisfies_are_refused(judge: Judge, condition: str) -> None:
    judge.refuses(f"SELECT count(*) AS n FROM refusals WHERE {condition}")


@pytest.mark.parametrize(
    "condition",
    [
        "month(declined_on) = 2 AND monthname(declined_on) = 'February'",
        "dayname(declined_on) = 'Wednesday' AND isodow(declined_on) = 3",
        "date_trunc('month', declined_on) = DATE '2017-02-01'",
        "day(issued_on) = 29 AND month(issued_on) = 2",
        "year(issued_on) = 2016 AND month(issued_on) BETWEEN 7 AND 12",
        "year(issued_on) = 1999 AND quarter(issued_on) = 4",
        "coalesce(citizenship, 'none') = 'none'",
        "coalesce(citizenship, 'none') <> 'none' AND citizenship = 'Mexico'",
        "nullif(state, 'Texas') = 'Ohio'",
        "declined_on > issued_on AND declined_on - issued_on > 5",
        "day(issued_on) = day(declined_on)",
        "county = state",
    ],
)
def test_conditions_that_may_hold_are_accepted(judge: Judge, condition: str) -> None:
    judge.accepts(f"SELECT count(*) AS n FROM refusals WHERE {condition}")
