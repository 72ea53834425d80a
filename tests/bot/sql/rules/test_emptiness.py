"""What NULL does to conditions."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge

COUNT = "SELECT count(*) FROM refusals WHERE "


@pytest.mark.parametrize(
    "condition",
    [
        *("state = NULL", "state <> NULL", "NOT (state = NULL)", "state IN ('Texas', NULL)", "state LIKE NULL"),
        *("state NOT IN ('Texas', NULL)", "declined_on > NULL::DATE", "state BETWEEN NULL AND 'Z'"),
        *("state = nullif('a', 'a')", "state = CASE WHEN county = 'x' THEN NULL END"),
    ],
)
def test_a_comparison_with_null_is_refused(judge: Judge, condition: str) -> None:
    judge.refuses(COUNT + condition, "constant_condition")
    judge.refuses(f"SELECT count(*) FILTER (WHERE {condition}) FROM refusals", "constant_condition")
    judge.refuses(f"SELECT sum(CASE WHEN {condition} THEN 1 ELSE 0 END) FROM refusals", "constant_condition")


@pytest.mark.parametrize("condition", ["facility IS NULL", "facility IS DISTINCT FROM NULL", "facility IS NOT NULL"])
def test_asking_for_null_is_accepted(judge: Judge, condition: str) -> None:
    judge.accepts(COUNT + condition)


def test_not_in_is_refused_over_values_that_may_be_empty(judge: Judge) -> None:
    judge.refuses(COUNT + "county NOT IN (SELECT county FROM policies)", "not_in_empty")
    judge.refuses(COUNT + "county <> ALL (SELECT p.county FROM policies p WHERE p.state = 'Texas')", "not_in_empty")
    judge.accepts(COUNT + "county NOT IN (SELECT county FROM policies WHERE county IS NOT NULL)")
    judge.accepts(COUNT + "county NOT IN (SELECT county FROM policies WHERE county LIKE 'T%')")
    judge.accepts(COUNT + "county NOT IN (SELECT county FROM issued)")


def test_a_subquery_has_to_read_rows(judge: Judge) -> None:
    judge.refuses("SELECT count(*) FROM refusals r WHERE r.state IN (SELECT r.state)", "ungrounded")
