"""Jails of one name in two places, dates that a report begins on, sections and posting dates of corrections.

Over the samples' names with a jail and a correction of our own put beside them.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.query import Dimension, Filter, Measure, Place, Query
from bot.understand.interpreter import Interpreter
from bot.understand.lexicon import Lexicon
from bot.understand.namesakes import told_apart
from bot.understand.outcome import Clarify, Decline, Outcome, Thread, Understood

JAIL = "Lake County Jail"
ILLINOIS, INDIANA = Place(state="Illinois", county="Lake"), Place(state="Indiana", county="Lake")


@pytest.fixture(scope="module")
def lakes(words_lexicon: Lexicon) -> Lexicon:
    """The samples with two jails of one name."""
    return replace(
        words_lexicon, housed=(*words_lexicon.housed, *[(JAIL, p.state, p.county) for p in (ILLINOIS, INDIANA)])
    )


def read(lexicon: Lexicon, question: str, last: Query | None = None) -> Outcome:
    return Interpreter(lexicon).interpret(question, Thread(last=last) if last else None)


def plan(outcome: Outcome) -> Query:
    assert isinstance(outcome, Understood), outcome
    return outcome.query


def test_a_jail_of_two_places_is_asked_about(lakes: Lexicon) -> None:
    asked = read(lakes, f"refusals at {JAIL}")
    assert isinstance(asked, Clarify)
    assert asked.code == "which_facility"
    meant = [{f.field: f.values for f in choice.query.filters} for choice in asked.choices]
    assert meant == [{"facility": (JAIL,), "place": (place,)} for place in (ILLINOIS, INDIANA)]


def test_a_place_beside_it_says_which(lakes: Lexicon) -> None:
    filters = plan(read(lakes, f"refusals at {JAIL} in Indiana")).filters
    assert Filter(field="place", values=(Place(state="Indiana"),)) in filters


def test_a_table_of_jails_tells_them_apart(lakes: Lexicon, words_lexicon: Lexicon) -> None:
    by_jail = (Dimension(field="facility"),)
    assert plan(read(words_lexicon, "refusals by jail")).group_by == by_jail
    assert plan(read(lakes, "refusals by jail")).group_by == (*by_jail, Dimension(field="place"))
    assert plan(read(lakes, "refusals in Indiana by jail")).group_by == by_jail


def test_a_count_of_jails_says_that_it_goes_by_name(lakes: Lexicon) -> None:
    counted = Query(measure=Measure(kind="distinct", field="facility"))
    same, note = told_apart(counted, lakes)
    assert (same, JAIL in note) == (counted, True)


@pytest.mark.parametrize("noun", ["list", "issue", "report", "edition"])
def test_the_list_of_a_date_is_the_report(noun: str, words_lexicon: Lexicon) -> None:
    filters = plan(read(words_lexicon, f"how many on the Feb 4 {noun} were convicted")).filters
    assert Filter(field="report", values=("2017-02-04",)) in filters
    assert all(f.field != "declined_on" for f in filters)


def test_a_day_that_a_report_begins_on_is_asked_about(words_lexicon: Lexicon) -> None:
    asked = read(words_lexicon, "refusals Feb 4")
    assert isinstance(asked, Clarify)
    assert [c.query.filters[0].field for c in asked.choices] == ["report", "declined_on"]
    assert plan(read(words_lexicon, "refusals on Feb 4")).filters[0].field == "declined_on"
    assert plan(read(words_lexicon, "refusals Feb 6")).filters[0].field == "declined_on"


def test_after_a_report_the_day_it_begins_on_is_a_report(words_lexicon: Lexicon) -> None:
    first = Query(filters=(Filter(field="report", values=("2017-01-28",)),))
    assert plan(read(words_lexicon, "make that Feb 11", first)).filters[0].values == ("2017-02-11",)
    assert plan(read(words_lexicon, "and on Feb 11?", first)).filters[0].field == "declined_on"


def test_the_week_after_is_the_next_seven_days(words_lexicon: Lexicon) -> None:
    first, _, third = words_lexicon.reports
    gap = replace(words_lexicon, reports=(first, third))
    asked = Query(filters=(Filter(field="report", values=(first.id,)),))
    assert plan(read(words_lexicon, "and the following week?", asked)).filters[0].values == ("2017-02-04",)
    unloaded = read(gap, "and the following week?", asked)
    assert isinstance(unloaded, Decline)
    assert unloaded.code == "not_loaded"


def test_corrections_of_a_section(words_lexicon: Lexicon) -> None:
    wanted = Filter(field="section", values=("II",))
    assert wanted in plan(read(words_lexicon, "which section II entries were withdrawn")).filters


def test_none_posted_in_may_is_no_zero_where_posting_dates_are_missing(words_lexicon: Lexicon) -> None:
    undated = replace(words_lexicon, corrections=tuple(c._replace(posted_on=None) for c in words_lexicon.corrections))
    outcome = read(undated, "any corrections posted in May")
    assert isinstance(outcome, Decline)
    assert outcome.code == "posting_unknown"


@pytest.mark.parametrize(
    ("question", "jail"),
    [
        ("how many at Martinez", "Martinez Detention Facility"),
        ("how many at hartford in week 1", "Hartford Correctional Center"),
        ("Mexicans at Martinez by week", "Martinez Detention Facility"),
        ("share of refusals at Martinez", "Martinez Detention Facility"),
    ],
)
def test_at_a_town_is_at_its_one_jail(interpreter: Interpreter, question: str, jail: str) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    filters = (*outcome.query.filters, *outcome.query.measure.of)
    assert ("facility", (jail,)) in [(f.field, f.values) for f in filters]


@pytest.mark.parametrize("question", ["how many in Martinez", "how many at Sacramento", "at Denver", "Hartford"])
def test_elsewhere_it_is_the_town(interpreter: Interpreter, question: str) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    assert {f.field for f in outcome.query.filters} == {"place"}


def test_a_county_without_rows_may_be_a_jail_of_its_name(words_lexicon: Lexicon) -> None:
    rows = (*words_lexicon.housed, ("Riverside Correctional Facility", "Pennsylvania", "Philadelphia"))
    asked = read(replace(words_lexicon, housed=rows), "how many in Riverside")
    assert isinstance(asked, Clarify)
    meant = [{f.field for f in choice.query.filters} for choice in asked.choices]
    assert (asked.code, meant) == ("which_place", [{"place"}, {"facility"}])
    assert plan(read(words_lexicon, "how many in Riverside")).filters[0].field == "place"
