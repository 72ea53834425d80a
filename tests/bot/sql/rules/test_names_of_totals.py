"""Plain names of counts, totals and rates, and the groups that they are of."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge

_WEEKLY = "(SELECT county, state, report_id, count(*) AS n FROM refusals GROUP BY county, state, report_id)"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("max(n) AS refusals", "sum(n) AS refusals"),
        ("median(n) AS declined", "median(n) AS middle_week"),
        ("sum(n) / count(*) AS total_refusals", "sum(n) / count(*) AS refusals_per_week"),
        ("max(n) AS n_refused", "max(n) AS most_in_a_week"),
    ],
)
def test_one_of_several_totals_is_not_the_total(judge: Judge, wrong: str, right: str) -> None:
    judge.refuses(f"SELECT county, state, {wrong} FROM {_WEEKLY} GROUP BY county, state", "misnamed")
    judge.accepts(f"SELECT county, state, {right} FROM {_WEEKLY} GROUP BY county, state")


def test_the_figure_of_the_place_picked_beside_it_is_its_own(judge: Judge) -> None:
    judge.accepts(f"SELECT arg_max(county, n) AS top_county, max(n) AS refusals FROM {_WEEKLY}")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("sum(count(*)) OVER (ORDER BY count(*)) AS total", "sum(count(*)) OVER () AS total"),
        (
            "sum(count(*)) OVER (ORDER BY count(*) DESC) AS refusals",
            "sum(count(*)) OVER (ORDER BY count(*) DESC) AS so_far",
        ),
        (
            "100.0 * count_if(disposition = 'conviction') / sum(count(*)) OVER () AS conviction_rate",
            "100.0 * count_if(disposition = 'conviction') / count(*) AS conviction_rate",
        ),
    ],
)
def test_totals_and_rates_are_of_the_group(judge: Judge, wrong: str, right: str) -> None:
    judge.refuses(f"SELECT state, {wrong} FROM refusals GROUP BY state", "misnamed")
    judge.accepts(f"SELECT state, {right} FROM refusals GROUP BY state")


def test_an_average_of_weeks_is_not_monthly(judge: Judge) -> None:
    average = "SELECT avg(n) AS {} FROM (SELECT {} AS span, count(*) AS n FROM refusals GROUP BY 1)"
    for name, span in (("weekly_average", "date_trunc('month', declined_on)"), ("average_daily", "report_id")):
        judge.refuses(average.format(name, span), "misnamed")
    for name, span in (
        ("weekly_average", "report_id"),
        ("average_daily", "declined_on"),
        ("monthly", "month(declined_on)"),
    ):
        judge.accepts(average.format(name, span))


def test_detainers_are_issued_or_declined(judge: Judge) -> None:
    judge.refuses("SELECT sum(issued) AS declined_detainers FROM issued", "misnamed")
    judge.refuses('SELECT count(*) AS "Detainers Issued" FROM refusals', "misnamed")
    judge.accepts('SELECT sum(issued) AS "Detainers Issued" FROM issued')
    judge.accepts("SELECT count(*) AS declined_detainers FROM refusals")


def test_both_values_that_a_name_joins_are_asked_for(judge: Judge) -> None:
    judge.refuses(
        "SELECT count(*) AS charges_and_convictions FROM refusals WHERE disposition = 'conviction'", "misnamed"
    )
    judge.accepts("SELECT count(*) AS charges_and_convictions FROM refusals")
    judge.accepts(
        "SELECT count(*) AS charges_and_convictions FROM refusals WHERE disposition IN ('conviction', 'charge')"
    )


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT len(list_distinct(list(county))) AS refusals FROM refusals",
        "SELECT count(*) AS refusals FROM (SELECT *, row_number() OVER (PARTITION BY county ORDER BY declined_on) AS "
        "rn FROM refusals) WHERE rn = 1",
        "SELECT translate(state, 'T', 'N') AS state, count(*) AS n FROM refusals GROUP BY 1",
    ],
)
def test_what_fell_together_is_not_called_by_its_name(judge: Judge, sql: str) -> None:
    judge.refuses(sql, "misnamed")
