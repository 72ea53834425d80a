from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.vocabulary.dates import Period
from ingest.vocabulary.mentions import date_mentions, span_of


@pytest.mark.parametrize(
    ("text", "kind", "parts"),
    [
        ("on Feb 6", "day", (None, 2, 6)),
        ("on 2/6", "day", (None, 2, 6)),
        ("since 2/1/17", "day", (2017, 2, 1)),
        ("on 2017-02-06?", "day", (2017, 2, 6)),
        ("the 1st of February", "day", (None, 2, 1)),
        ("on the first of February", "day", (None, 2, 1)),
        ("February the first", "day", (None, 2, 1)),
        ("on Wednesday, Feb. 1st, 2017", "day", (2017, 2, 1)),
        ("6 February 2017", "day", (2017, 2, 6)),
        ("issued 10/16/2010", "day", (2010, 10, 16)),
        ("January 2017", "month", (2017, 1, None)),
        ("in February", "month", (None, 2, None)),
        ("Feb '17", "month", (2017, 2, None)),
        ("in 2017-02", "month", (2017, 2, None)),
        ("in 2/2017", "month", (2017, 2, None)),
        ("before 2017", "year", (2017, None, None)),
        ("this year (2017)", "year", (2017, None, None)),
        ("on feb 30", "no_such_day", (None, 2, 30)),
        ("13/1/2017", "no_such_day", (2017, None, 1)),
        ("Feb 29, 2017", "no_such_day", (2017, 2, 29)),
        ("on February 29", "day", (None, 2, 29)),
    ],
)
def test_forms(text: str, kind: str, parts: tuple[int | None, int | None, int | None]) -> None:
    (mention,) = date_mentions(text)
    assert (mention.kind, (mention.year, mention.month, mention.day), mention.weak) == (kind, parts, False)


@pytest.mark.parametrize(
    "text", ["3,083 detainers", "week 2", "the second report", "in 2,016", "24-7", "I-247N form", "$2017.50", "20%"]
)
def test_numbers_that_are_no_dates(text: str) -> None:
    assert [m for m in date_mentions(text) if not m.weak] == []


@pytest.mark.parametrize("text", ["may I ask", "what may have changed", "march on", "1/2 of them", "sat there"])
def test_words_that_may_be_no_date_are_weak(text: str) -> None:
    assert [m.weak for m in date_mentions(text)] == [True]


@pytest.mark.parametrize("text", ["in May", "in may", "since march 3", "on Sat", "May 2017"])
def test_the_same_words_after_a_lead_are_dates(text: str) -> None:
    assert [m.weak for m in date_mentions(text)] == [False]


@pytest.mark.parametrize(
    ("text", "approx"),
    [("mid-February", "mid"), ("early Feb", "early"), ("late January 2017", "late"), ("the end of January", "end"),
     ("middle of February", "mid"), ("beginning of 2017", "beginning")],
)  # fmt: skip
def test_approximate_mentions_have_no_span(text: str, approx: str) -> None:
    (mention,) = date_mentions(text)
    assert mention.approx == approx
    assert span_of(mention, 2017) is None


def test_weekdays() -> None:
    assert [(m.kind, m.weekday) for m in date_mentions("Mondays or Friday")] == [("weekday", 0), ("weekday", 4)]
    (day,) = date_mentions("Wednesday Feb 1")
    assert (day.kind, day.weekday, day.day) == ("day", 2, 1)


def test_spans() -> None:
    spans = [span_of(m, 2017) for m in date_mentions("Feb 6, in December, in February 2016, or in 2010")]
    assert spans == [
        Period(date(2017, 2, 6), date(2017, 2, 6)),
        Period(date(2017, 12, 1), date(2017, 12, 31)),
        Period(date(2016, 2, 1), date(2016, 2, 29)),
        Period(date(2010, 1, 1), date(2010, 12, 31)),
    ]
    (mention,) = date_mentions("Feb 6")
    assert span_of(mention) is None
    assert [span_of(m, 2017) for m in date_mentions("on Friday")] == [None]


@given(st.dates(date(2000, 1, 1), date(2039, 12, 31)), st.sampled_from(["%B %d", "%b %d", "%B %d, %Y", "%m/%d/%Y"]))
def test_a_day_in_a_sentence_is_found(day: date, form: str) -> None:
    text = f"how many were refused on {day:{form}} in Travis County?"
    (mention,) = date_mentions(text)
    assert mention.text == f"{day:{form}}"
    assert (mention.month, mention.day, mention.year or day.year) == (day.month, day.day, day.year)


@given(st.text(max_size=80))
def test_any_text_is_taken(text: str) -> None:
    mentions = date_mentions(text)
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
    for before, after in itertools.pairwise(mentions):
        assert before.end <= after.start
