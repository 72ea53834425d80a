""" "Issued?" after refusals: Section I counts places and weeks; what it lacks is named, never dropped."""

from __future__ import annotations

import pytest

from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Clarify, Decline, Understood
from tests.bot.understand.asking import said


@pytest.mark.parametrize(
    ("before", "fragment", "lacks"),
    [
        ("DUI in week 2", "issued", "Driving Under Influence"),
        ("DUI in Texas in week 1", "and issued?", "Driving Under Influence"),
        ("Mexicans in Travis", "how many were issued", "Mexico"),
        ("charged with DUI", "how many were issued?", "charge"),
        ("convictions in Texas", "what about issued", "conviction"),
        ("top 3 nationalities", "issued", "citizenship"),
        ("what share of refusals in Texas were convictions", "issued", "conviction"),
    ],
)
def test_what_section_i_lacks_is_asked_about(before: str, fragment: str, lacks: str, interpreter: Interpreter) -> None:
    outcome = said(before, fragment, interpreter=interpreter)
    assert isinstance(outcome, Clarify), outcome
    assert outcome.code == "issued_without"
    assert lacks in outcome.question
    assert [c.query.measure.kind for c in outcome.choices] == ["total"]


@pytest.mark.parametrize(
    ("before", "groups"),
    [
        ("refusals by state", ["state"]),
        ("refusals by county in week 2", ["place"]),
        ("which counties refused the most in week 1", ["place"]),
        ("refusals by report", ["report"]),
    ],
)
def test_a_breakdown_by_place_or_week_is_offered(before: str, groups: list[str], interpreter: Interpreter) -> None:
    outcome = said(before, "issued", interpreter=interpreter)
    assert isinstance(outcome, Clarify), outcome
    assert [[d.field for d in c.query.group_by] for c in outcome.choices] == [groups, []]


@pytest.mark.parametrize("before", ["refusals in Texas", "refusals in Travis", "refusals in week 2"])
def test_places_and_weeks_are_kept(before: str, interpreter: Interpreter) -> None:
    outcome = said(before, "and issued?", interpreter=interpreter)
    if isinstance(outcome, Decline):
        assert outcome.code == "not_listed"
        return
    assert isinstance(outcome, Understood), outcome
    assert len(outcome.query.filters) == 1
    assert outcome.query.measure.kind == "total"


def test_a_jails_refusals_and_policy(interpreter: Interpreter) -> None:
    outcome = said("refusals at Santa Rita Jail", "policies", interpreter=interpreter)
    assert not isinstance(outcome, Understood)  # not those of every place


@pytest.mark.parametrize("fragment", ["refused instead", "and refused?", "how many refused"])
def test_refused_after_a_ranking_of_issued_is_asked(fragment: str, interpreter: Interpreter) -> None:
    outcome = said("which counties got the most detainers in week 1", fragment, interpreter=interpreter)
    assert isinstance(outcome, Clarify), outcome
    assert [[d.field for d in c.query.group_by] for c in outcome.choices] == [["place"], []]
    assert {c.query.subject for c in outcome.choices} == {"refusals"}
