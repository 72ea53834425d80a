"""Which places of a sentence are taken back, in many wordings (correction_wordings.yaml)."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from ingest.documents.corrections import corrections
from ingest.documents.taken_back import taken_back
from ingest.records import Source

HERE = Source.on(1, (0.0, 0.0, 1.0, 1.0))
OPENING = "Correction to the issue of Jan. 28 – Feb. 3, 2017."
WORDINGS = yaml.safe_load(Path(__file__).with_name("correction_wordings.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda wording: wording["says"][:60])
def test_what_is_wrong_is_taken_back_and_where_it_belongs_is_not(wording: dict[str, list[str] | None]) -> None:
    sentence = str(wording["says"])
    says = corrections([(OPENING, HERE), (sentence, HERE)])
    assert [f"{c.section}: {c.county}, {c.state}" for c in says.taken] == (wording["takes"] or [])
    assert [text for text, _ in says.unclear] == ([] if wording["takes"] else [sentence])
    assert says.lost == (0 if wording["takes"] else 1)


def test_a_sentence_that_only_says_where_entries_belong_takes_nothing_back() -> None:
    assert taken_back("They were in fact sent to an agency in Lake County, Illinois.") == []


def test_a_fault_without_a_place_is_for_a_person_to_read() -> None:
    sentence = "That detainer was sent to the wrong jurisdiction."
    assert taken_back(sentence) is None
    says = corrections([(OPENING, HERE), (sentence, HERE)])
    assert ([text for text, _ in says.unclear], says.lost) == ([sentence], 1)


def test_what_only_names_places_takes_nothing_back_but_under_a_sentence_that_says_so() -> None:
    assert taken_back("Franklin County, Iowa; Montgomery County, Iowa") is None
    assert taken_back("Franklin County, Iowa; Montgomery County, Iowa", told_wrong=True) == [
        ("Franklin", "Iowa"),
        ("Montgomery", "Iowa"),
    ]
