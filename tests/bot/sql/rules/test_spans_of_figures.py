"""Decades, tens and formats: what may be written beside a figure without bending it."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    ("span", "view"),
    [
        ("year(issued_on) // 10 * 10 AS decade", "refusals"),
        ("issued // 10 * 10 AS from_issued", "issued"),
        ("floor(issued / 25.0) * 25 AS bucket", "issued"),
        ("issued - issued % 10 AS from_issued", "issued"),
        ("(declined_on - issued_on) // 30 AS months_of_30_days", "refusals"),
    ],
)
def test_rows_may_be_grouped_by_spans(judge: Judge, span: str, view: str) -> None:
    judge.accepts(f"SELECT {span}, count(*) AS n FROM {view} GROUP BY 1")
    judge.refuses(f"SELECT {span} FROM {view}", "ungrounded")


@pytest.mark.parametrize(
    "figure",
    ["count(*) // 10 * 10", "floor(count(*) / 50) * 50", "issued // 10 * 20", "ceil(issued / 50.0) * 50"],
)
def test_figures_are_not_rounded_to_spans(judge: Judge, figure: str) -> None:
    judge.refuses(f"SELECT state, {figure} AS x FROM issued GROUP BY ALL", "ungrounded")


def test_days_with_both_ends(judge: Judge) -> None:
    judge.accepts("SELECT report_id, period_end - period_start + 1 AS days FROM reports")
    judge.refuses("SELECT period_end - period_start + 2 AS days FROM reports", "ungrounded")
    judge.refuses("SELECT avg(declined_on - issued_on) + 1 AS days FROM refusals", "ungrounded")


@pytest.mark.parametrize(
    "text",
    ["format('{}, {}', county, state)", "printf('%s (%s)', county, state)", "format('{:,} detainers', issued)"],
)
def test_values_may_be_put_into_a_text(judge: Judge, text: str) -> None:
    judge.accepts(f"SELECT {text} AS x FROM issued")


@pytest.mark.parametrize(
    "text",
    [
        "format('{:1000000000d}', issued)",
        "printf('%1000000000d', issued)",
        "format('{}{}', issued, issued)",
        "format('1{}', issued)",
        "printf(county, state)",
        "format('{1} {0}', county, state)",
        "chr(55)",
    ],
)
def test_formats_make_no_figures(judge: Judge, text: str) -> None:
    judge.refuses(f"SELECT {text} AS x FROM issued")


def test_shares_of_one_total_may_be_added_up(judge: Judge) -> None:
    shares = (
        "(SELECT state, county, 100.0 * count(*) / sum(count(*)) OVER ({}) AS pct FROM refusals GROUP BY state, county)"
    )
    judge.accepts(f"SELECT state, sum(pct) AS pct FROM {shares.format('')} GROUP BY state")
    judge.refuses(f"SELECT sum(pct) AS pct FROM {shares.format('PARTITION BY state')}", "fan_out")
