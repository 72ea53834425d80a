"""Columns called the top, the most, the least: the row stands at that end."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge

_COUNTIES = "(SELECT county, state, count(*) AS n FROM refusals GROUP BY county, state)"


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("first(county ORDER BY county) AS top_county", "first(county ORDER BY n DESC) AS top_county"),
        ("first(county ORDER BY n) AS top_county", "last(county ORDER BY n) AS top_county"),
        ("any_value(county) AS most_refusals", "any_value(county) AS example"),
        ("arg_min(county, n) AS top_county", "arg_max(county, n) AS top_county"),
        ("arg_max(county, n) AS bottom_county", "arg_min(county, n) AS bottom_county"),
        ("arg_max(state, county) AS leading_state", "arg_max(state, n) AS leading_state"),
        ("list(county ORDER BY county)[1:5] AS top_five_counties", "list(county ORDER BY n DESC)[1:3] AS top_counties"),
        ("list_sort(list(county))[1] AS biggest", "list_sort(list(county))[1] AS first_by_name"),
        ("max(county) AS county_with_most", "max(county) AS last_by_name"),
    ],
)
def test_the_value_comes_from_the_end_that_is_named(judge: Judge, wrong: str, right: str) -> None:
    judge.refuses(f"SELECT {wrong} FROM {_COUNTIES}", "misnamed")
    judge.accepts(f"SELECT {right} FROM {_COUNTIES}")


def test_the_mode_is_the_commonest(judge: Judge) -> None:
    judge.refuses("SELECT mode(state) AS rarest_state FROM refusals", "misnamed")
    judge.accepts("SELECT mode(state) AS commonest_state FROM refusals")


def test_the_latest_is_not_the_top(judge: Judge) -> None:
    judge.refuses("SELECT last(county ORDER BY declined_on) AS top_county FROM refusals", "misnamed")
    judge.accepts("SELECT last(county ORDER BY declined_on) AS latest_county FROM refusals")


def test_ranks_start_at_the_end_that_is_named(judge: Judge) -> None:
    ranked = "SELECT state, rank() OVER (ORDER BY count(*) {}) AS {} FROM refusals GROUP BY state"
    judge.refuses(ranked.format("", "rank_by_most"), "misnamed")
    judge.accepts(ranked.format("DESC", "rank_by_most"))
    judge.accepts(ranked.format("", "rank_by_fewest"))


@pytest.mark.parametrize("kept", ["ORDER BY county LIMIT 1", "LIMIT 1", "ORDER BY n DESC LIMIT 1 OFFSET 2"])
def test_what_limit_keeps_is_not_called_the_top_for_nothing(judge: Judge, kept: str) -> None:
    judge.refuses(f"SELECT county AS top_county, n FROM {_COUNTIES} {kept}", "misnamed")
    judge.accepts(f"SELECT county AS top_county, n FROM {_COUNTIES} ORDER BY n DESC LIMIT 1")


def test_a_rank_that_is_asked_for_counts_like_an_order(judge: Judge) -> None:
    ranked = f"SELECT *, row_number() OVER (ORDER BY n {{}}) AS rn FROM {_COUNTIES}"
    judge.refuses(f"SELECT county AS top_county FROM ({ranked.format('')}) WHERE rn = 1", "misnamed")
    judge.accepts(f"SELECT county AS top_county FROM ({ranked.format('DESC')}) WHERE rn = 1")


def test_a_figure_that_holds_what_its_name_says_stands_in_any_order(judge: Judge) -> None:
    judge.accepts(
        "SELECT state, max(issued) AS highest, count(*) AS n FROM issued GROUP BY state ORDER BY n, state LIMIT 3"
    )


def test_a_column_of_that_very_name_is_no_claim(judge: Judge) -> None:
    judge.accepts("SELECT * FROM refusals LIMIT 3")  # `top` is where a row stands on its page
