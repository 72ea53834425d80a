"""The text: brief, with long lists cut."""

from __future__ import annotations

from copy import deepcopy

from bot.doctor.text import render, verdict
from bot.messages import doctor as say
from ingest.doctor import Diagnosis


def test_what_does_not_fit_is_named(found: Diagnosis) -> None:
    text = render(found, {"db": "x"})
    assert say.UNSOUND in text
    assert "does not fit: section_ii_rows: stated 47" in text
    assert "Zebras" in text
    assert "  db: x" in text


def test_long_lists_are_cut_and_say_so(found: Diagnosis) -> None:
    many = deepcopy(found)
    many.reports[0].unread *= 25
    text = render(many, {})
    assert text.count("not read:") == say.MOST
    assert "and 15 more" in text


def test_an_empty_database_is_said_to_be_one() -> None:
    assert verdict(Diagnosis([], [], [], [], [], 0, 0)) == say.NOTHING
