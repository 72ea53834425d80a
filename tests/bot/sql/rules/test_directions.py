"""Names that say a side or a year are kept by their conditions."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    ("name", "kept", "broken"),
    [
        ("before_inauguration", "issued_on < DATE '2017-01-20'", "issued_on > DATE '2017-01-20'"),
        ("since_february", "declined_on >= DATE '2017-02-01'", "declined_on < DATE '2017-02-01'"),
        ("within_a_month", "declined_on - issued_on <= 30", "declined_on - issued_on > 30"),
        ("over_a_year", "declined_on - issued_on > 365", "declined_on - issued_on < 365"),
        ("more_than_a_week", "7 < declined_on - issued_on", "7 > declined_on - issued_on"),
        ("in_2016", "year(issued_on) = 2016", "year(issued_on) = 2015"),
        ("n_2016", "issued_on BETWEEN DATE '2016-01-01' AND DATE '2016-12-31'", "issued_on >= DATE '2017-01-20'"),
        ("until_2016", "issued_on < DATE '2017-01-01'", "issued_on < DATE '2015-01-01'"),
    ],
)
def test_the_condition_is_on_the_side_of_the_name(judge: Judge, name: str, kept: str, broken: str) -> None:
    for figure in (
        f"count(*) FILTER (WHERE {{}}) AS {name} FROM refusals",
        f"count(*) AS {name} FROM refusals WHERE {{}}",
    ):
        judge.accepts(f"SELECT {figure.format(kept)}")
        judge.refuses(f"SELECT {figure.format(broken)}", "misnamed")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT avg(declined_on - issued_on) AS days_before FROM refusals WHERE declined_on >= DATE '2017-02-01'",
        "SELECT count_if(NOT withdrawn AND declined_on - issued_on <= 7) AS after_corrections FROM refusals",
        "SELECT count(*) AS n_before FROM refusals WHERE state = 'Texas'",
        "SELECT count(*) AS after_february_began FROM refusals WHERE declined_on BETWEEN DATE '2017-02-02' AND DATE "
        "'2017-02-09'",
        "SELECT count(*) FILTER (WHERE report_id = '2017-01-28') AS week_of_2017_01_28 FROM refusals",
    ],
)
def test_other_uses_of_such_words_are_accepted(judge: Judge, sql: str) -> None:
    judge.accepts(sql)
