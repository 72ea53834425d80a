"""A figure named for a value does not hold the others."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("sum(if(state = 'Texas', 0, 1)) AS texas", "sum(if(state = 'Texas', 1, 0)) AS texas"),
        (
            "sum(CASE WHEN citizenship = 'El Salvador' THEN 0 ELSE 1 END) AS el_salvador",
            "sum(CASE WHEN citizenship = 'El Salvador' THEN 0 ELSE 1 END) AS without_el_salvador",
        ),
        (
            "1 - count_if(disposition = 'conviction') / count(*) AS conviction_share",
            "1 - count_if(disposition = 'conviction') / count(*) AS not_conviction_share",
        ),
        (
            "round(100 - 100.0 * count_if(state = 'Texas') / count(*), 1) AS texas_pct",
            "round(100 - 100.0 * count_if(state = 'Texas') / count(*), 1) AS outside_texas_pct",
        ),
    ],
)
def test_the_rest_is_not_called_by_the_name_of_what_is_left_out(judge: Judge, wrong: str, right: str) -> None:
    judge.accepts(f"SELECT {right} FROM refusals")
    judge.refuses(f"SELECT {wrong} FROM refusals", "misnamed")


def test_the_rest_of_the_rest_is_the_value_again(judge: Judge) -> None:
    judge.accepts("SELECT 1 - count_if(state <> 'Ohio') / count(*) AS ohio_share FROM refusals")


def test_a_flag_that_is_turned_round_is_seen_through_a_subquery(judge: Judge) -> None:
    flagged = "(SELECT *, disposition {} 'conviction' AS is_convicted FROM refusals)"
    judge.refuses(f"SELECT count_if(is_convicted) AS convictions FROM {flagged.format('<>')}", "misnamed")
    judge.accepts(f"SELECT count_if(is_convicted) AS convictions FROM {flagged.format('=')}")
