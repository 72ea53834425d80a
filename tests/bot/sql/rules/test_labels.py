"""Numbers in labels come from the statement's conditions, or say which period is meant."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    "label",
    ["of 4231", "of 4,231", "up 340% on last week", "Texas: 142 declined", "forty thousand", "٤٢٣١ in all", "①②"],
)
def test_a_figure_in_a_label_is_refused(judge: Judge, label: str) -> None:
    judge.refuses(f"SELECT '{label}' AS note, count(*) AS n FROM refusals", "ungrounded")
    judge.refuses(f"SELECT CASE WHEN state = 'Texas' THEN '{label}' ELSE state END AS x FROM refusals", "ungrounded")
    judge.refuses(f"SELECT coalesce(facility, '{label}') AS x FROM refusals", "ungrounded")


def test_a_figure_in_a_column_name_is_refused(judge: Judge) -> None:
    judge.refuses('SELECT count(*) AS "4231 declined" FROM refusals', "ungrounded")
    judge.accepts("SELECT quantile_cont(issued, 0.9) AS p90 FROM issued")


@pytest.mark.parametrize("label", ["2017-01-28", "first week", "Section 2", "week 1"])
def test_a_date_or_place_in_an_order_may_stand_in_a_label(judge: Judge, label: str) -> None:
    judge.accepts(f"SELECT '{label}' AS what, count(*) AS n FROM refusals")


@pytest.mark.parametrize("label", ["in 2017", "week of 28 January", "report of 28 January 2017"])
def test_a_period_in_a_label_stands_in_a_condition(judge: Judge, label: str) -> None:
    judge.accepts(f"SELECT '{label}' AS what, count(*) AS n FROM refusals WHERE report_id = '2017-01-28'")
    judge.refuses(f"SELECT '{label}' AS what, count(*) AS n FROM refusals", "ungrounded")


@pytest.mark.parametrize("label", ["under 5", "at least two", "12 or more", "over a dozen", "the three largest"])
def test_a_small_number_that_no_condition_names_is_refused(judge: Judge, label: str) -> None:
    judge.refuses(f"SELECT '{label}' AS note, count(*) AS n FROM refusals", "ungrounded")


def test_small_numbers_of_conditions_may_be_written_out(judge: Judge) -> None:
    judge.accepts(
        "SELECT CASE WHEN issued < 5 THEN 'under five' WHEN issued < 25 THEN '5 to 24' ELSE '25 or more' END AS size, "
        "count(*) AS places FROM issued GROUP BY 1"
    )
    judge.accepts(
        "SELECT CASE WHEN declined_on - issued_on <= 30 THEN '0-30 days' ELSE 'more than 30 days' END AS age, count(*) "
        "AS n FROM refusals GROUP BY 1"
    )
    judge.accepts("SELECT strftime(issued_on, '%Y-%m-01') AS month, count(*) AS n FROM refusals GROUP BY 1")


@pytest.mark.parametrize("word", ["rising", "up from last year", "fell", "doubled", "more than before"])
def test_a_change_is_told_of_two_figures_only(judge: Judge, word: str) -> None:
    judge.refuses(f"SELECT count(*) AS n, '{word}' AS trend FROM refusals", "ungrounded")
    judge.refuses(
        f"SELECT state, CASE WHEN count(*) > 10 THEN '{word}' END AS x FROM refusals GROUP BY 1", "ungrounded"
    )
    judge.accepts(
        f"WITH w AS (SELECT report_id, count(*) AS n FROM refusals GROUP BY 1) SELECT report_id, n, "
        f"CASE WHEN n > lag(n) OVER (ORDER BY report_id) THEN '{word}' ELSE 'not so' END AS trend FROM w"
    )


def test_a_number_of_a_condition_may_stand_in_its_label(judge: Judge) -> None:
    judge.accepts(
        "SELECT CASE WHEN declined_on - issued_on <= 90 THEN '0-90 days' ELSE '91 days and more' END AS wait, "
        "count(*) AS n FROM refusals WHERE issued_on IS NOT NULL GROUP BY wait"
    )
    judge.refuses(
        "SELECT CASE WHEN declined_on - issued_on <= 90 THEN 'under 60 days' ELSE 'over' END AS wait, "
        "count(*) AS n FROM refusals WHERE issued_on IS NOT NULL GROUP BY wait",
        "ungrounded",
    )
