"""No sentence holds a number that the answer's figures, rows or filters do not; and no plan makes the desk stumble."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings

from bot.answer.answer import Answer
from bot.ask import Desk
from bot.messages import answers as say
from bot.query import Filter, Measure, Place, Query, Slice
from tests.bot.sql.plans import queries

FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_WEEK = re.compile(r"\b[A-Z][a-z]{2} \d{1,2}(?:, \d{4})? – (?:[A-Z][a-z]{2} )?\d{1,2}, \d{4}")
_DAY = re.compile(r"\b[A-Z][a-z]+ (?:\d{1,2}, )?\d{4}\b")


def numbers(answer: Answer) -> list[str]:
    """The numbers of the sentence, those of dates and quotations left out."""
    text = re.sub(r"“[^”]*”", "", answer.text)
    return [n.strip(",") for n in _NUMBER.findall(_DAY.sub("", _WEEK.sub("", text)))]


def known(answer: Answer, reports: int) -> set[str]:
    """Every number the answer may speak of, as it would be written."""
    values: list[Any] = [f.value for f in answer.figures] + [c for row in answer.rows for c in row]
    values += [len(answer.rows), len(answer.rows) - 12, reports]
    if answer.query is not None:
        values += re.findall(r"\d+", answer.query.model_dump_json())
    written: set[str] = set()
    for value in values:
        if isinstance(value, int | float) and not isinstance(value, bool):
            shown = {f"{abs(value):,.{d}f}" for d in (0, 1, 2)} | {say.number(value), say.number(abs(value))}
            written |= shown
        elif isinstance(value, str | date):
            written |= set(_NUMBER.findall(str(value)))
    return written


@pytest.fixture(scope="module")
def desk(sample_db: Path) -> Desk:
    return Desk(sample_db)


@pytest.mark.no_cover
@FEW
@given(query=queries())
def test_every_number_of_the_sentence_is_accounted_for(desk: Desk, query: Query) -> None:
    answer = desk.ask_query(query)
    assume(answer.code not in ("constant_condition", "same_sides", "text"))  # "text": over 10,000 characters of places
    assert answer.status == "answered" or answer.code == "not_listed", answer.text
    if query.group_by or query.slices:  # a table's totals are told as such: "11 states, 47 refusals in all"
        return
    held = known(answer, len(desk.edition.reports))
    assert [n for n in numbers(answer) if n not in held] == [], (answer.text, answer.figures)


@pytest.mark.parametrize("contrast", ["difference", "ratio"])
@pytest.mark.parametrize(
    "measure", [Measure(), Measure(kind="share", of=(Filter(field="issued", op="over", values=(5,)),))]
)
def test_the_same_rows_on_both_sides_are_not_compared(desk: Desk, contrast: Any, measure: Measure) -> None:
    """Places are put in order by the statement: the two sides are then one expression, which the checker refuses."""
    texas, county = Place(state="Texas"), Place(state="Texas", county="Travis")
    sides = tuple(
        Slice(label=str(n), filters=(Filter(field="place", values=values),))
        for n, values in enumerate([(texas, county), (county, texas, texas)])
    )
    answer = desk.ask_query(Query(subject="issued", measure=measure, slices=sides, contrast=contrast))
    assert (answer.status, answer.code) == ("declined", "same_sides")
    assert answer.text


@pytest.mark.no_cover
@FEW
@given(query=queries())
def test_every_answer_says_what_it_stands_on(desk: Desk, query: Query) -> None:
    answer = desk.ask_query(query)
    assume(answer.status == "answered")
    assert answer.text
    assert answer.text[0].isupper() or answer.text[0].isdigit()
    assert answer.sql
    assert answer.reading
    topics = [c.topic for c in answer.caveats]
    assert len(topics) == len(set(topics))
    assert all(c.text.strip() for c in answer.caveats)
    if answer.sources:
        assert "sample" in topics
    assert all(s.pages == sorted(set(s.pages)) and s.pages for s in answer.sources)
