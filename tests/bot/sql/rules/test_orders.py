from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge

_BY_STATE = "(SELECT state, report_id, count(*) AS n FROM refusals GROUP BY ALL)"


@pytest.mark.parametrize(
    "figure",
    [
        "sum(n) OVER (ORDER BY state)",
        "lag(n) OVER (ORDER BY state)",
        "avg(n) OVER (ORDER BY state ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING)",
        "avg(n) OVER (ORDER BY n ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING)",
        "first_value(n) OVER (PARTITION BY report_id ORDER BY state)",
    ],
)
def test_an_order_by_name_is_chance(judge: Judge, figure: str) -> None:
    judge.refuses(f"SELECT state, {figure} AS x FROM {_BY_STATE}", "sampled")


@pytest.mark.parametrize(
    "figure",
    [
        "sum(n) OVER (ORDER BY report_id)",
        "sum(n) OVER (ORDER BY n DESC, state)",
        "lag(n) OVER (PARTITION BY state ORDER BY report_id)",
        "avg(n) OVER (PARTITION BY state ORDER BY report_id ROWS 3 PRECEDING)",
        "row_number() OVER (ORDER BY state)",
        "first_value(state) OVER (ORDER BY state)",
    ],
)
def test_an_order_by_report_or_figure_is_accepted(judge: Judge, figure: str) -> None:
    judge.accepts(f"SELECT state, {figure} AS x FROM {_BY_STATE}")


def test_the_first_of_the_alphabet_is_a_sample(judge: Judge) -> None:
    counted = "SELECT county, count(*) AS n FROM refusals GROUP BY county QUALIFY row_number() OVER (ORDER BY {}) <= 5"
    judge.refuses(counted.format("county"), "sampled")
    judge.accepts(counted.format("n DESC, county"))


def test_numbers_that_start_anew_in_every_report_are_no_order(judge: Judge) -> None:
    judge.refuses("SELECT county, lag(declined_on) OVER (ORDER BY row_no) AS before FROM refusals", "no_quantity")
    judge.accepts(
        "SELECT county, lag(declined_on) OVER (PARTITION BY report_id ORDER BY row_no) AS before FROM refusals"
    )


def test_a_limit_by_name_below_a_ranking_is_a_sample(judge: Judge) -> None:
    inner = "(SELECT county, count(*) AS n FROM refusals GROUP BY county ORDER BY {} LIMIT 10)"
    judge.refuses(f"SELECT max(n) AS most FROM {inner.format('county')}", "sampled")
    judge.refuses(f"SELECT county, n FROM {inner.format('county')} ORDER BY n DESC", "sampled")
    judge.accepts(f"SELECT county, n FROM {inner.format('n DESC, county')} ORDER BY county")


def test_the_row_before_is_one_of_the_same_group(judge: Judge) -> None:
    changes = "SELECT report_id, state, lag(count(*)) OVER ({}) AS before FROM refusals GROUP BY report_id, state"
    judge.refuses(changes.format("ORDER BY report_id"), "sampled")
    judge.accepts(changes.format("PARTITION BY state ORDER BY report_id"))
    judge.accepts(changes.format("ORDER BY count(*) DESC, state"))


@pytest.mark.parametrize(
    "asked",
    [
        "count(*) AS n FROM refusals WHERE strftime(declined_on, '%m/%d/%Y') >= '02/01/2017'",
        "count(*) AS n FROM refusals WHERE strftime(declined_on, '%d.%m.%Y') BETWEEN '01.02.2017' AND '05.02.2017'",
        "max(strftime(declined_on, '%d %b %Y')) AS latest FROM refusals",
        "min(monthname(declined_on)) AS first_month FROM refusals",
        "arg_max(county, strftime(declined_on, '%B %d')) AS county FROM refusals",
        "strftime(declined_on, '%m/%d') AS day, count(*) AS n FROM refusals GROUP BY 1 ORDER BY "
        "dayname(max(declined_on)) LIMIT 3",
    ],
)
def test_days_written_as_texts_have_no_order_unless_the_year_comes_first(judge: Judge, asked: str) -> None:
    judge.refuses(f"SELECT {asked}", "sampled")


@pytest.mark.parametrize(
    "asked",
    [
        "count(*) AS n FROM refusals WHERE strftime(declined_on, '%Y-%m-%d') >= '2017-02-01'",
        "count(*) AS n FROM refusals WHERE strftime(declined_on, '%Y%m') > '201701'",
        "max(strftime(declined_on, '%Y-%m')) AS latest_month FROM refusals",
        "count(*) AS n FROM refusals WHERE strftime(declined_on, '%d/%m/%Y') = '01/02/2017'",
        "strftime(declined_on, '%d %B') AS day, count(*) AS n FROM refusals GROUP BY 1 ORDER BY n DESC, day LIMIT 5",
    ],
)
def test_days_written_in_the_order_of_the_calendar_are_accepted(judge: Judge, asked: str) -> None:
    judge.accepts(f"SELECT {asked}")
