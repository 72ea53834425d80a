"""Sentences that take entries back."""

from __future__ import annotations

from datetime import date

from ingest.documents.corrections import corrections, places, sentences
from ingest.records import Source

HERE = Source.on(1, (0.0, 0.0, 1.0, 1.0))


def test_places_in_order_each_once() -> None:
    text = "for Franklin County, Iowa; Franklin County, New York; and Orleans Parish, LA, and Franklin County, Iowa."
    assert places(text) == [("Franklin", "Iowa"), ("Franklin", "New York"), ("Orleans Parish", "Louisiana")]


def test_abbreviations_end_no_sentence() -> None:
    assert sentences("It is of Jan. 28 to Feb. 3, 2017. St. Louis County is one.") == [
        "It is of Jan. 28 to Feb. 3, 2017.",
        "St. Louis County is one.",
    ]


def test_section_effect_and_report() -> None:
    found, unclear = corrections(
        [
            ("Correction to the issue of Jan. 28 – Feb. 3, 2017.", HERE),
            ("Detainers counted in Section I for Franklin County, Iowa were issued elsewhere.", HERE),
            ("The refusals for Bastrop County, TX concern people who had been moved.", HERE),
            ("Zebras are striped.", HERE),
        ]
    )
    assert [(c.period_start, c.section, c.county, c.state, c.effect) for c in found] == [
        (date(2017, 1, 28), "I", "Franklin", "Iowa", "withdrawn_wrong_jurisdiction"),
        (date(2017, 1, 28), "II", "Bastrop", "Texas", "withdrawn_transferred"),
    ]
    assert unclear == [("Zebras are striped.", HERE)]


def test_without_a_period_nothing_is_taken_back() -> None:
    found, unclear = corrections([("The refusals for Bastrop County, TX were moved.", HERE)])
    assert found == []
    assert len(unclear) == 1
