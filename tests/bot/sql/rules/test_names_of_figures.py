"""Names of columns against what they hold: grains, claims, named values, named units."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge

_STATES = "(SELECT state, county, count(*) AS n FROM refusals GROUP BY state, county)"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("month(declined_on) AS week", "month(declined_on) AS month"),
        ("week(declined_on) AS month", "weekofyear(declined_on) AS week"),
        ("date_trunc('month', declined_on) AS week", "date_trunc('week', declined_on) AS week_start"),
        ("declined_on - issued_on AS weeks", "(declined_on - issued_on) / 7.0 AS weeks"),
        ("date_diff('month', issued_on, declined_on) AS days", "date_diff('month', issued_on, declined_on) AS months"),
        ("(declined_on - issued_on) / 365.25 AS months", "(declined_on - issued_on) / 365.25 AS years"),
    ],
)
def test_spans_are_called_by_their_name(judge: Judge, wrong: str, right: str) -> None:
    judge.refuses(f"SELECT {wrong} FROM refusals", "misnamed")
    judge.accepts(f"SELECT {right} FROM refusals")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("max(n) AS fewest", "max(n) AS most"),
        ("min(n) AS most", "min(n) AS least"),
        ("arg_min(state, n) AS most_refusals", "arg_max(state, n) AS most_refusals"),
        ("median(n) AS average", "median(n) AS middle"),
        ("avg(n) AS total", "sum(n) AS total"),
        ("sum(n) AS mean_per_place", "avg(n) AS mean_per_place"),
        ("sum(n) AS pct", "100.0 * max(n) / sum(n) AS pct"),
        ("sqrt(sum(n)) AS n", "sum(n) AS n"),
    ],
)
def test_claims_of_a_name_are_kept(judge: Judge, wrong: str, right: str) -> None:
    judge.refuses(f"SELECT {wrong} FROM {_STATES}", "misnamed")
    judge.accepts(f"SELECT {right} FROM {_STATES}")


def test_a_claim_may_be_kept_further_in(judge: Judge) -> None:
    judge.accepts(
        "SELECT max(days) AS slowest_median FROM (SELECT state, median(declined_on - issued_on) AS days FROM refusals "
        "GROUP BY state)"
    )


def test_the_top_is_the_top(judge: Judge) -> None:
    ranked = "SELECT state AS {}, count(*) AS n FROM refusals GROUP BY state ORDER BY n {} LIMIT 3"
    judge.refuses(ranked.format("top_state", "ASC"), "misnamed")
    judge.accepts(ranked.format("top_state", "DESC"))
    judge.refuses(ranked.format("bottom_state", "DESC"), "misnamed")
    judge.accepts(ranked.format("bottom_state", "ASC"))


def test_a_share_is_part_of_its_whole(judge: Judge) -> None:
    charged = "count(*) FILTER (WHERE disposition = 'charge')"
    convicted = "count(*) FILTER (WHERE disposition = 'conviction')"
    judge.refuses(f"SELECT 100.0 * {charged} / {convicted} AS pct_charged FROM refusals", "misnamed")
    judge.accepts(f"SELECT 100.0 * {charged} / count(*) AS pct_charged FROM refusals")
    judge.accepts(f"SELECT 1.0 * {charged} / {convicted} AS charged_for_each_convicted FROM refusals")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("100.0 * count(*) / count(*) FILTER (WHERE state = 'Texas') AS texas_share_pct", "count(*) AS n"),
        (
            "100.0 * count(*) / max(count(*)) OVER () AS pct",
            "100.0 * count(*) / max(count(*)) OVER () AS pct_of_largest",
        ),
        ("100.0 * count(*) / min(count(*)) OVER () AS share", "100.0 * count(*) / sum(count(*)) OVER () AS share"),
        ("lag(count(*)) OVER (ORDER BY state) AS refusals", "count(*) AS refusals"),
        ("max(count(*)) OVER () AS refusals", "max(count(*)) OVER () AS most_refusals_of_a_state"),
    ],
)
def test_shares_and_counts_of_groups_are_those_of_the_group(judge: Judge, wrong: str, right: str) -> None:
    judge.refuses(f"SELECT state, {wrong} FROM refusals GROUP BY state")
    judge.accepts(f"SELECT state, {right} FROM refusals GROUP BY state")


def test_a_share_of_another_place_is_none(judge: Judge) -> None:
    share = (
        "SELECT 100.0 * count(*) FILTER (WHERE disposition = 'conviction') / (SELECT count(*) FROM refusals WHERE "
        "state = '{}') AS conviction_share FROM refusals WHERE state = 'Texas'"
    )
    judge.refuses(share.format("California"), "misnamed")
    judge.accepts(share.format("Texas"))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (
            "abs(count_if(disposition = 'charge') - count_if(disposition = 'conviction')) AS refusals",
            "abs(count_if(disposition = 'charge') - count_if(disposition = 'conviction')) AS difference",
        ),
        (
            "count_if(state = 'Texas') - count_if(state = 'Ohio') AS declined",
            "count(*) - count_if(withdrawn) AS declined",
        ),
        (
            "strftime(max(declined_on), '%Y%m%d')::INT AS refusals",
            "strftime(max(declined_on), '%Y')::INT AS latest_year",
        ),
    ],
)
def test_the_plain_name_of_a_count_is_for_counts(judge: Judge, wrong: str, right: str) -> None:
    judge.refuses(f"SELECT {wrong} FROM refusals", "misnamed")
    judge.accepts(f"SELECT {right} FROM refusals")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("count(*) FILTER (WHERE state = 'Texas') AS california", "count(*) FILTER (WHERE state = 'Texas') AS texas"),
        ("count(*) AS new_york", "count(*) FILTER (WHERE state = 'New York') AS new_york"),
        ("'Texas' AS what, count(*) AS n", "'everywhere' AS what, count(*) AS n"),
        (
            "count(*) FILTER (WHERE disposition = 'charge') AS convictions",
            "count(*) FILTER (WHERE disposition <> 'charge') AS convictions",
        ),
        ("count(*) AS convictions", "count(*) FILTER (WHERE disposition = 'conviction') AS convictions"),
        ("count(DISTINCT county) AS states", "count(DISTINCT state) AS states"),
        ("count(*) AS facilities", "count(DISTINCT facility) AS facilities"),
        ("count(*) AS people", "count(*) AS refusals"),
        (
            "count(*) FILTER (WHERE month(declined_on) = 1) AS february",
            "count(*) FILTER (WHERE month(declined_on) = 1) AS january",
        ),
        (
            "count(*) FILTER (WHERE dayname(declined_on) = 'Monday') AS fridays",
            "count(*) FILTER (WHERE isodow(declined_on) = 5) AS fridays",
        ),
        (
            "count(*) FILTER (WHERE declined_on >= DATE '2017-03-02') AS january",
            "count(*) FILTER (WHERE declined_on < DATE '2017-02-01') AS january",
        ),
        (
            "count(*) FILTER (WHERE report_id = '2017-01-28') AS \"2017-02-04\"",
            "count(*) FILTER (WHERE report_id = '2017-01-28') AS \"2017-01-28\"",
        ),
        ("count(*) FILTER (WHERE NOT withdrawn) AS withdrawn", "count(*) FILTER (WHERE withdrawn) AS withdrawn"),
        (
            "count(*) FILTER (WHERE citizenship <> 'Mexico') AS mexico",
            "count(*) FILTER (WHERE citizenship <> 'Mexico') AS without_mexico",
        ),
        ("count(*) * 1.0 / count(DISTINCT state) AS per_week", "count(*) * 1.0 / count(DISTINCT state) AS per_state"),
        ("concat('Texas', '') AS what, count(*) AS n", "concat('Some', '') AS what, count(*) AS n"),
        ("citizenship AS home_state", "citizenship AS home_country"),
        (
            "quantile_cont(declined_on - issued_on, 0.9) AS p50_days",
            "quantile_cont(declined_on - issued_on, 0.9) AS p90_days",
        ),
    ],
)
def test_what_a_name_names_is_what_is_counted(judge: Judge, wrong: str, right: str) -> None:
    judge.refuses(f"SELECT {wrong} FROM refusals", "misnamed")
    judge.accepts(f"SELECT {right} FROM refusals")


def test_a_label_of_a_place_stands_in_the_condition(judge: Judge) -> None:
    judge.accepts("SELECT 'Texas' AS state, count(*) AS n FROM refusals WHERE state = 'Texas'")
    judge.refuses("SELECT 'Texas' AS state, count(*) AS n FROM refusals WHERE state = 'Ohio'", "misnamed")
    judge.accepts("SELECT count(*) FILTER (WHERE declined) AS declined FROM foia_detainers")
    judge.refuses("SELECT count(*) AS people FROM foia_detainers", "misnamed")
    judge.accepts("SELECT count(DISTINCT person) AS people FROM foia_detainers")


def test_a_week_may_end_in_the_next_month_and_a_flag_may_be_shown(judge: Judge) -> None:
    week = "SELECT count(*) FILTER (WHERE report_id = '2017-{}') AS refusals_{} FROM refusals"
    judge.accepts(week.format("01-28", "jan_28_feb_3_2017"))
    judge.refuses(week.format("02-11", "jan_28_feb_3_2017"), "misnamed")
    judge.accepts("SELECT issued_on, withdrawn FROM refusals WHERE NOT withdrawn")
    judge.refuses("SELECT count(*) FILTER (WHERE NOT withdrawn) AS withdrawn FROM refusals", "misnamed")


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT county, state, withdrawn, page FROM refusals WHERE state = 'Texas'",
        "SELECT withdrawn, count(*) AS n FROM refusals GROUP BY withdrawn",
        "SELECT count(*) FILTER (WHERE report_id = '2017-01-28') AS refusals_report_1_jan_28_feb_3_2017 FROM refusals",
        "SELECT count(*) AS refusals_report_1_jan_28_feb_3_2017 FROM refusals WHERE report_id = '2017-01-28'",
    ],
)
def test_columns_as_the_compiler_names_them(judge: Judge, statement: str) -> None:
    judge.accepts(statement)
