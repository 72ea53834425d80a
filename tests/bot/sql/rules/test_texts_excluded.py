"""Conditions on one text that no spelling of it satisfies."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*) FROM refusals WHERE state = 'Texas' AND lower(state) = 'ohio'",
        "SELECT count(*) FROM refusals WHERE lower(state) = 'texas' AND upper(state) = 'OHIO'",
        "SELECT count(*) FROM refusals WHERE starts_with(state, 'T') AND state = 'Ohio'",
        "SELECT count(*) FROM refusals WHERE state LIKE 'T%' AND state LIKE 'O%'",
        "SELECT count(*) FROM refusals WHERE starts_with(county, 'Tr') AND NOT starts_with(county, 'T')",
        "SELECT count(*) FROM refusals WHERE state = 'Texas' AND NOT starts_with(state, 'T')",
        "SELECT count(*) FROM refusals WHERE regexp_matches(state, '^T') AND regexp_matches(state, '^Col')",
        "SELECT count(*) FROM refusals WHERE regexp_matches(state, '^New') AND state LIKE 'O%'",
        "SELECT count(*) FROM refusals WHERE lower(citizenship) = 'mexico' AND citizenship IN ('Cuba', 'Honduras')",
        "SELECT count(*) FROM refusals WHERE year(declined_on) = 2016 AND declined_on > DATE '2017-01-01'",
        "SELECT count(*) FROM issued i LEFT JOIN refusals r USING (report_id, county, state) WHERE r.row_no "
        "IS NULL AND r.disposition = 'charge'",
    ],
)
def test_texts_that_exclude_one_another_are_refused(judge: Judge, sql: str) -> None:
    judge.refuses(sql, "constant_condition")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(*) FROM refusals WHERE state IN ('Texas', 'Ohio') AND state LIKE 'T%'",
        "SELECT count(*) FROM refusals WHERE county LIKE 'San %' AND county LIKE '%a'",
        "SELECT count(*) FROM refusals WHERE state = 'Texas' AND lower(state) = 'texas'",
        "SELECT count(*) FROM refusals WHERE starts_with(county, 'San') AND county ILIKE 'san d%'",
        "SELECT count(*) FROM refusals WHERE starts_with(county, 'T') AND NOT starts_with(county, 'Tr')",
        "SELECT count(*) FROM refusals WHERE regexp_matches(state, '^New') AND regexp_matches(state, '^New J')",
        "SELECT count(*) FROM refusals WHERE regexp_matches(state, '^O?New') AND state LIKE 'N%'",
        "SELECT count(*) FROM refusals WHERE regexp_matches(state, '^Oh|^Tex') AND state LIKE 'T%'",
        "SELECT count(*) FROM refusals WHERE state = 'Ohio' OR lower(state) = 'texas'",
        "SELECT count(*) FROM refusals WHERE county = 'Ohio' AND state = 'Texas'",
        "SELECT count(*) FROM refusals WHERE year(declined_on) = 2017 AND declined_on > DATE '2017-02-01'",
    ],
)
def test_texts_that_go_together_are_accepted(judge: Judge, sql: str) -> None:
    judge.accepts(sql)
