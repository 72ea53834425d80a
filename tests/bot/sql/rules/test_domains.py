"""A condition on what a function never gives is the same for every row."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge

COUNT = "SELECT count(*) FROM refusals WHERE "


@pytest.mark.parametrize(
    "condition",
    [
        *("month(declined_on) = 13", "month(declined_on) BETWEEN 1 AND 12", "month(declined_on) > 0"),
        *("isodow(declined_on) = 0", "extract('dow' FROM declined_on) = 7", "day(declined_on) <= 31"),
        *("lower(state) = 'Texas'", "upper(state) IN ('Texas')", "lower(state) LIKE 'Tex%'", "trim(state) = ' Texas'"),
        *("left(state, 2) = 'Texas'", "dayname(declined_on) = 'sunday'", "monthname(declined_on) = 'Feb'"),
        *("strftime(declined_on, '%Y-%m') = '2017-2'", "strftime(declined_on, '%Y') = '17'"),
        *("substr(state, 1, 3) = 'Texas'", "length(state) > 100", "length(county) = 0", "len(citizenship) < 1"),
        *("withdrawn IN (true, false)", "row_no > -1", "page < 0"),
        *("declined_on <= last_day(declined_on)", "declined_on < declined_on + INTERVAL 1 DAY", "row_no < row_no + 1"),
    ],
)
def test_an_impossible_or_certain_condition_is_refused(judge: Judge, condition: str) -> None:
    assert judge.refuses(COUNT + condition).code in ("constant_condition", "self_comparison")


@pytest.mark.parametrize(
    "condition",
    [
        *("month(declined_on) = 2", "month(declined_on) IN (1, 2)", "isodow(declined_on) > 5", "day(declined_on) < 8"),
        *("lower(state) = 'texas'", "upper(state) IN ('TEXAS', 'OHIO')", "lower(state) LIKE 'tex%'"),
        *("trim(state) = 'Texas'", "left(state, 3) = 'New'", "dayname(declined_on) = 'Sunday'"),
        *("dayname(declined_on) IN ('Saturday', 'Sunday')", "monthname(declined_on) <> 'January'"),
        *("strftime(declined_on, '%Y-%m') = '2017-02'", "strftime(declined_on, '%Y') >= '2017'"),
        *("strftime(declined_on, '%m-%d') = '02-29'", "strftime(declined_on, '%W') = '05'", "withdrawn IN (true)"),
        *("substr(state, 1, 3) = 'New'", "length(county) > 10", "length(offense) > 100"),
        *("declined_on = last_day(declined_on)", "row_no > 10", "declined_on > issued_on + INTERVAL 30 DAY"),
    ],
)
def test_a_condition_that_can_hold_is_accepted(judge: Judge, condition: str) -> None:
    judge.accepts(COUNT + condition)


def test_a_filter_that_where_has_decided_is_refused(judge: Judge) -> None:
    texas = "SELECT count(*) FILTER (WHERE state = 'Texas') AS n, count(*) AS of_all FROM refusals WHERE "
    judge.refuses(texas + "state = 'Ohio'", "constant_condition")
    judge.refuses(texas + "state = 'Texas'", "constant_condition")
    judge.accepts(texas + "state IN ('Texas', 'Ohio')")
    judge.accepts(texas + "county = 'Travis'")
