"""Checks of what was read against what the report states and against itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ingest.reconcile import Counts, checks
from ingest.records import Policy, Refusal, Report, Source

HERE = Source.on(1, (0.0, 0.0, 1.0, 1.0))
WEEK = (date(2017, 1, 28), date(2017, 2, 3))
REFUSAL = Refusal(
    1, "Texas", "Travis", "Jail", "Mexico", WEEK[0], WEEK[1], "Assault (Charge)", "Assault", "charge", HERE
)
POLICY = Policy(1, "Vermont", "", "", "Vermont", "", date(2014, 1, 1), "Order", ("Will not honor",), HERE)


def failed(*citizenships: str, months: tuple[date | None, ...] = ()) -> list[tuple[str, int | None, int | None]]:
    """The failed checks of a report with these rows: name, stated, read."""
    refusals = tuple(replace(REFUSAL, citizenship=value) for value in citizenships)
    policies = tuple(replace(POLICY, enacted=month) for month in months)
    report = Report(*WEEK, None, None, None, len(refusals), 1, True, {}, refusals=refusals, policies=policies)
    found = checks(report, Counts(len(refusals), 0, 0, 0)).checks
    return [(c.name, c.stated, c.read) for c in found if not c.ok]


@pytest.mark.parametrize(
    ("citizenships", "unclear"),
    [
        (("Mexico", "", "Cuba"), 1),
        (("Mexico", "", "", "Cuba", ""), 3),
        (("Mexico", "Mexico", "", "Cuba"), 0),  # "Mexico" is printed again: a blank does not mean "as above"
        (("Mexico", "Cuba", "Mexico"), 0),
        (("", "Mexico", "Cuba"), 0),
    ],
)
def test_blank_cells_that_may_mean_as_above(citizenships: tuple[str, ...], unclear: int) -> None:
    assert failed(*citizenships) == ([("blank_cells_clear", 0, unclear)] if unclear else [])


def test_a_policy_without_a_month_is_named_and_out_of_order_is_told() -> None:
    assert failed(months=(date(2015, 1, 1), None, date(2014, 1, 1))) == [("section_iii_months", 3, 2)]
    assert failed(months=(date(2014, 1, 1), None, date(2015, 1, 1))) == [
        ("section_iii_order", 0, 1),
        ("section_iii_months", 3, 2),
    ]
