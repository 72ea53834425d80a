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


@pytest.mark.parametrize("label", ["before 2017", "2017-01-28", "week of 28 January", "first week", "Section 2"])
def test_a_period_in_a_label_is_accepted(judge: Judge, label: str) -> None:
    judge.accepts(f"SELECT '{label}' AS what, count(*) AS n FROM refusals")


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
