"""Withdrawn is what was taken back, corrected is what was not."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (
            "count(*) FILTER (WHERE NOT withdrawn) AS withdrawn_refusals FROM refusals",
            "count(*) FILTER (WHERE withdrawn) AS withdrawn_refusals FROM refusals",
        ),
        ("count(*) AS total_withdrawn FROM refusals", "count(*) AS total_withdrawn FROM refusals WHERE withdrawn"),
        ("sum(issued) AS after_corrections FROM issued", "sum(issued) AS as_published FROM issued"),
        (
            "sum(issued) FILTER (WHERE withdrawn) AS corrected_total FROM issued",
            "sum(issued) FILTER (WHERE NOT withdrawn) AS corrected_total FROM issued",
        ),
        (
            "sum(issued) AS corrected FROM issued WHERE state = 'Iowa'",
            "sum(issued) AS corrected FROM issued WHERE withdrawn = false",
        ),
        (
            "count(*) AS corrected FROM refusals",
            "sum(CASE WHEN withdrawn THEN 0 ELSE issued END) AS corrected FROM issued",
        ),
    ],
)
def test_names_of_corrections_are_kept(judge: Judge, wrong: str, right: str) -> None:
    judge.refuses(f"SELECT {wrong}", "misnamed")
    judge.accepts(f"SELECT {right}")


def test_the_corrections_themselves_are_counted_by_their_name(judge: Judge) -> None:
    judge.accepts("SELECT count(*) AS corrected_places FROM corrections WHERE section = 'I'")
    judge.accepts(
        "SELECT sum(n) AS corrected FROM (SELECT state, count(*) AS n FROM refusals WHERE NOT withdrawn GROUP BY state)"
    )
    judge.accepts(
        "SELECT 100.0 * (SELECT count(*) FROM refusals WHERE NOT withdrawn) / (SELECT sum(issued_nationwide) FROM "
        "reports) AS refused_per_100_issued_after_corrections"
    )
