"""Corrections inside a later report, on its cover or in a section: what is understood, and what is seen not to be."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from ingest.documents import ddor, pages
from ingest.documents.account import words_of
from ingest.records import Report
from tests.ingest.variants import with_reportlab
from tests.ingest.variants.facts import make_facts
from tests.ingest.variants.layout import make_layout

OPENING = "Correction to the issue of Jan. 28 – Feb. 3, 2017."
WRONG = (
    "Detainers counted in Section I for Franklin County, Iowa were in fact sent to an agency in Lake County, Illinois."
)
ODD = "The refusals for Travis County, Texas are another matter."
# Read as a statement of a total ("ICE issued ... detainers") it would be passed over in silence.
LIKE_A_STATEMENT = "In Section I, ICE issued 12 detainers to Lake County, Illinois, not to Montgomery County, Iowa."


def made(monkeypatch: pytest.MonkeyPatch, box: tuple[str, ...], note: str = "") -> tuple[Report, bool]:
    """A report with a box on its cover and a note under Section II; whether all its words are accounted for."""
    monkeypatch.setattr(with_reportlab, "CORRECTION", box)
    monkeypatch.setattr(with_reportlab, "NOTE", note)
    layout = replace(make_layout(Random(3)), correction_box=bool(box), note=bool(note), stamp=False, rules="grid")
    opened, text = pages.read(with_reportlab.typeset(make_facts(Random(3), 6, 4, 4), layout))
    report, account = ddor.read_accounted(opened, text)
    words = words_of(text.content) + sum(len(line.words) for line in text.furniture)
    return report, sum(account.totals().values()) == words


def taken(report: Report) -> list[tuple[str, str, str]]:
    return [(c.section, c.county, c.state) for c in report.corrections]


def failed(report: Report) -> list[str]:
    return [check.name for check in report.checks if not check.ok]


def test_where_the_detainers_went_is_not_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    report, whole = made(monkeypatch, (OPENING, WRONG))
    assert taken(report) == [("I", "Franklin", "Iowa")]
    assert (failed(report), report.unread, whole) == ([], (), True)


@pytest.mark.parametrize("odd", [ODD, LIKE_A_STATEMENT])
def test_a_sentence_not_understood_fails_a_check_and_is_listed(monkeypatch: pytest.MonkeyPatch, odd: str) -> None:
    report, whole = made(monkeypatch, (OPENING, WRONG, odd))
    assert taken(report) == [("I", "Franklin", "Iowa")]
    assert failed(report) == ["corrections_read"]
    assert [(u.section, u.text) for u in report.unread] == [("cover", odd)]
    assert whole


def test_a_box_in_a_section_is_read_as_one_on_the_cover(monkeypatch: pytest.MonkeyPatch) -> None:
    report, whole = made(monkeypatch, (), f"{OPENING} {WRONG} {ODD}")
    assert taken(report) == [("I", "Franklin", "Iowa")]
    assert failed(report) == ["corrections_read"]
    assert [(u.section, u.text) for u in report.unread] == [("II", ODD)]
    assert whole


@pytest.mark.parametrize(
    "note",
    [
        "The entry for Lake County, Illinois was listed by mistake.",
        "CORRECTION (report of Jan. 28 – Feb. 3, 2017): the entries shown for Lake County, Illinois are doubtful.",
    ],
)
def test_a_fault_told_without_an_opening_or_in_odd_words_fails_a_check(
    monkeypatch: pytest.MonkeyPatch, note: str
) -> None:
    report, whole = made(monkeypatch, (), note)
    assert failed(report) == ["corrections_read"]
    assert [u.section for u in report.unread] == ["II"]
    assert whole


def test_two_numbers_for_the_whole_country_fail_a_check(monkeypatch: pytest.MonkeyPatch) -> None:
    report, _ = made(monkeypatch, (), "In the week ICE issued 9,999 detainers nationwide.")
    assert failed(report) == ["issued_nationwide_once"]
    assert report.issued_nationwide is None
