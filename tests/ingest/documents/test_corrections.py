"""Sentences that take entries back."""

from __future__ import annotations

from datetime import date

from ingest.documents.corrections import clauses, corrections, sentences
from ingest.records import Source

OPENING = "Correction to the issue of Jan. 28 – Feb. 3, 2017."
HERE = Source.on(1, (0.0, 0.0, 1.0, 1.0))


def test_abbreviations_end_no_sentence() -> None:
    assert sentences("It is of Jan. 28 to Feb. 3, 2017. St. Louis County is one.") == [
        "It is of Jan. 28 to Feb. 3, 2017.",
        "St. Louis County is one.",
    ]


def test_section_effect_and_report() -> None:
    says = corrections(
        [
            ("Correction to the issue of Jan. 28 – Feb. 3, 2017.", HERE),
            ("Detainers counted in Section I for Franklin County, Iowa were issued elsewhere.", HERE),
            ("The refusals for Bastrop County, TX concern people who had been moved.", HERE),
            ("Zebras are striped.", HERE),
        ]
    )
    assert [(c.period_start, c.section, c.county, c.state, c.effect) for c in says.taken] == [
        (date(2017, 1, 28), "I", "Franklin", "Iowa", "withdrawn_wrong_jurisdiction"),
        (date(2017, 1, 28), "II", "Bastrop", "Texas", "withdrawn_transferred"),
    ]
    assert says.unclear == [("Zebras are striped.", HERE)]
    assert [(c.name, c.stated, c.read, c.ok) for c in says.checks()] == [("corrections_read", 2, 2, True)]


def test_without_a_period_nothing_is_taken_back() -> None:
    says = corrections([("The refusals for Bastrop County, TX were moved.", HERE)])
    assert says.taken == []
    assert len(says.unclear) == 1
    assert [check.ok for check in says.checks()] == [False]


def test_a_sentence_not_understood_fails_a_check_and_is_listed_beside_one_that_is() -> None:
    odd = "The 142 refusals for Travis County, Texas are another matter."
    text = f"{OPENING} The refusals for Bastrop County, TX were listed in error. {odd}"
    says = corrections([(text, HERE)])
    assert [(c.section, c.county) for c in says.taken] == [("II", "Bastrop")]
    assert [(u.section, u.text) for u in says.unread("cover")] == [("cover", odd)]
    assert [(c.name, c.stated, c.read, c.ok) for c in says.checks()] == [("corrections_read", 2, 1, False)]


def test_a_list_takes_section_and_fault_from_the_sentence_that_leads_to_it() -> None:
    says = corrections(
        [
            (f"{OPENING} These entries of Section I are wrong:", HERE),
            ("Franklin County, Iowa", HERE),
            ("Montgomery County, Iowa; sent to Montgomery County, Maryland", HERE),
        ]
    )
    assert [(c.section, c.county, c.state) for c in says.taken] == [
        ("I", "Franklin", "Iowa"),
        ("I", "Montgomery", "Iowa"),
    ]
    assert says.unclear == []


def test_parts_of_a_sentence_about_other_sections_or_of_another_effect_stand_by_themselves() -> None:
    wrong, moved = "The refusals for Chester County, PA are withdrawn;", "those for Bastrop County, TX were moved."
    assert clauses(f"{wrong} {moved}") == [wrong, moved]
    says = corrections([(OPENING, HERE), (f"{wrong} {moved}", HERE)])
    assert [(c.county, c.effect, c.text) for c in says.taken] == [
        ("Chester", "withdrawn_wrong_jurisdiction", f"{wrong} {moved}"),
        ("Bastrop", "withdrawn_transferred", f"{wrong} {moved}"),
    ]


def test_policies_are_not_taken_back() -> None:
    says = corrections([(OPENING, HERE), ("The Section III entry for King County, WA was wrong.", HERE)])
    assert (says.taken, says.lost) == ([], 1)
