"""AND beside OR without brackets is refused; brackets, IN and parts of one shape are fine."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge

COUNT = "SELECT count(*) FROM refusals WHERE "


@pytest.mark.parametrize(
    "condition",
    [
        "state = 'Texas' OR state = 'California' AND disposition = 'charge'",
        "state = 'Texas' AND county = 'Travis' OR county = 'Williamson'",
        "NOT withdrawn AND state = 'California' OR state = 'Oregon'",
        "state = 'Texas' OR state = 'Ohio' OR state = 'Iowa' AND disposition = 'charge'",
        "(state = 'Texas') OR state = 'Ohio' AND citizenship = 'Mexico'",
        "(withdrawn AND state = 'Texas' OR state = 'Ohio') AND disposition = 'charge'",
    ],
)
def test_a_mix_without_brackets_is_refused(judge: Judge, condition: str) -> None:
    refused = judge.refuses(COUNT + condition, "unclear_or")
    assert "(a OR b) AND c" in refused.hint


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*) FILTER (WHERE state = 'Texas' OR state = 'Ohio' AND disposition = 'charge') FROM refusals",
        "SELECT sum(CASE WHEN withdrawn OR state = 'Ohio' AND disposition = 'charge' THEN 1 ELSE 0 END) FROM refusals",
        "SELECT state FROM refusals GROUP BY state HAVING count(*) > 5 OR count(*) > 2 AND max(page) > 3",
    ],
)
def test_wherever_it_stands(judge: Judge, sql: str) -> None:
    judge.refuses(sql, "unclear_or")


@pytest.mark.parametrize(
    "condition",
    [
        "(state = 'Texas' OR state = 'California') AND disposition = 'charge'",
        "state = 'Texas' OR (state = 'California' AND disposition = 'charge')",
        "state = 'Texas' AND county = 'Travis' OR state = 'California' AND county = 'Kern'",
        "state = 'Texas' OR state = 'California' OR state = 'Ohio'",
        "state IN ('Texas', 'California') AND disposition = 'charge'",
        "declined_on BETWEEN DATE '2017-02-01' AND DATE '2017-02-03' OR state = 'Texas'",
    ],
)
def test_one_reading_is_accepted(judge: Judge, condition: str) -> None:
    judge.accepts(COUNT + condition)
