"""A window of one row tells nothing of the others."""

from __future__ import annotations

from tests.bot.sql.conftest import Judge


def test_a_share_of_itself_is_refused(judge: Judge) -> None:
    judge.refuses(
        "SELECT state, count(*) / sum(count(*)) OVER (PARTITION BY state) AS share FROM refusals GROUP BY state",
        "one_row_window",
    )
    judge.refuses(
        "SELECT state, n / sum(n) OVER (PARTITION BY state) AS share "
        "FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state)",
        "one_row_window",
    )
    judge.refuses(
        "SELECT county, rank() OVER (PARTITION BY report_id, county, state ORDER BY issued) AS place FROM issued",
        "one_row_window",
    )


def test_a_share_of_its_group_is_accepted(judge: Judge) -> None:
    judge.accepts(
        "SELECT state, county, count(*) / sum(count(*)) OVER (PARTITION BY state) AS share "
        "FROM refusals GROUP BY state, county"
    )
    judge.accepts("SELECT county, rank() OVER (PARTITION BY report_id ORDER BY issued) AS place FROM issued")


def test_the_first_of_each_group_is_no_window_of_one_row(judge: Judge) -> None:
    judge.accepts(
        "SELECT state, county, count(*) AS n FROM refusals GROUP BY state, county "
        "QUALIFY row_number() OVER (PARTITION BY state ORDER BY count(*) DESC, county) = 1"
    )


def test_a_window_is_split_by_what_its_name_says(judge: Judge) -> None:
    judge.refuses("SELECT county, count(*) OVER (PARTITION BY state) AS county_refusals FROM refusals", "misnamed")
    judge.accepts("SELECT county, count(*) OVER (PARTITION BY state) AS state_refusals FROM refusals")
    judge.accepts("SELECT county, count(*) OVER (PARTITION BY county, state) AS county_refusals FROM refusals")
    grouped = "SELECT state, county, sum(count(*)) OVER (PARTITION BY state) AS {} FROM refusals GROUP BY state, county"
    judge.refuses(grouped.format("county_total"), "misnamed")
    judge.accepts(grouped.format("state_total"))
