from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.vocabulary.offense_words import (
    describe,
    match_offense,
    names_a_class,
    offense_phrases,
    printable_names,
    singular,
)
from ingest.vocabulary.offenses import groups
from tests.ingest.vocabulary import gold

KNOWN = tuple(sorted({row["offense"] for row in gold.rows("activities")}))
# Names of reports not seen, as the NCIC list has them.
OTHER = (
    "Amphetamine - Possession",
    "Assault",
    "Carrying Concealed Weapon",
    "Cruelty Toward Wife",
    "Driving Under Influence Drugs",
    "Driving Under Influence Liquor",
    "Drug Trafficking",
    "Larceny",
    "Marijuana - Possession",
    "Rape - Gun",
    "Robbery - Residence-Gun",
    "Shoplifting",
    "Simple Assault",
    "Smuggling Aliens",
)


def _offenses(phrase: str, known: tuple[str, ...] = KNOWN) -> tuple[str, tuple[str, ...]]:
    match = match_offense(phrase, known)
    assert match is not None, phrase
    return match.kind, match.offenses


@pytest.mark.parametrize(
    ("phrase", "kind", "offenses"),
    [
        ("DUI", "family", ("Driving Under Influence Liquor",)),
        ("drunk driving", "family", ("Driving Under Influence Liquor",)),
        ("driving while intoxicated", "family", ("Driving Under Influence Liquor",)),
        ("DV", "family", ("Domestic Violence",)),
        ("domestic violence", "exact", ("Domestic Violence",)),
        ("burglaries", "exact", ("Burglary",)),
        ("Marijuana - Sell", "exact", ("Marijuana – Sell",)),
        ("weed", "family", ("Marijuana – Sell",)),
        ("hit-and-run", "exact", ("Hit and Run",)),
        ("homicides", "exact", ("Homicide",)),
        ("car theft", "family", ("Vehicle Theft",)),
        ("resisting arrest", "family", ("Resisting Officer",)),
        ("arson", "family", ("Arson – Residence – Endangered Life",)),
        ("drug sales", "family", ("Heroin – Sell", "Marijuana – Sell")),
        (
            "drug offenses",
            "family",
            ("Cocaine – Possession", "Dangerous Drugs", "Drug Possession", "Heroin – Sell", "Marijuana – Sell"),
        ),
        ("property crimes", "family", ("Arson – Residence – Endangered Life", "Burglary", "Larceny", "Vehicle Theft")),
        (
            "any assault",
            "family",
            (
                "Aggravated Assault – Family",
                "Aggravated Assault – Police Officer",
                "Aggravated Assault – Weapon",
                "Assault",
            ),
        ),
        ("assaulting a police officer", "family", ("Aggravated Assault – Police Officer",)),
        ("endangered life", "exact", ("Arson – Residence – Endangered Life",)),
    ],
)
def test_words_for_the_offenses_of_the_samples(phrase: str, kind: str, offenses: tuple[str, ...]) -> None:
    assert _offenses(phrase) == (kind, offenses)


@pytest.mark.parametrize(
    ("phrase", "kind", "offenses"),
    [
        ("DUI", "family", ("Driving Under Influence Drugs", "Driving Under Influence Liquor")),
        ("drunk driving", "family", ("Driving Under Influence Liquor",)),
        ("rape", "family", ("Rape - Gun",)),
        ("meth", "family", ("Amphetamine - Possession",)),
        ("weed possession", "family", ("Marijuana - Possession",)),
        ("carrying concealed weapon", "exact", ("Carrying Concealed Weapon",)),
        ("drug dealing", "family", ("Drug Trafficking",)),
        ("human smuggling", "family", ("Smuggling Aliens",)),
        ("armed robbery", "family", ("Robbery - Residence-Gun",)),
        ("shoplifting", "exact", ("Shoplifting",)),
    ],
)
def test_words_for_offenses_of_other_reports(phrase: str, kind: str, offenses: tuple[str, ...]) -> None:
    assert _offenses(phrase, OTHER) == (kind, offenses)


def test_a_word_with_several_readings_gives_them_all() -> None:
    theft = match_offense("thefts", KNOWN)
    assert theft is not None
    assert theft.kind == "ambiguous"
    assert [r.offenses for r in theft.readings] == [("Larceny",), ("Vehicle Theft",), ("Identity Theft",)]
    assert theft.offenses == ()


@pytest.mark.parametrize(
    "phrase", ["rape", "shoplifting", "murder", "armed robbery", "guns", "restraining order violation"]
)
def test_a_reading_that_takes_in_more_than_the_word_is_only_near(phrase: str) -> None:
    assert _offenses(phrase)[0] == "near"


def test_an_exact_name_tells_what_else_holds_it() -> None:
    assault = match_offense("assaults", KNOWN)
    assert assault is not None
    assert (assault.kind, assault.offenses) == ("exact", ("Assault",))
    assert {"Aggravated Assault – Family", "Sexual Assault"} <= set(assault.wider)
    possession = match_offense("drug possession", KNOWN)
    assert possession is not None
    assert possession.wider == ("Cocaine – Possession", "Drug Possession")
    robbery = match_offense("robberies", KNOWN)
    assert robbery is not None
    assert robbery.wider == ()


def test_the_opposite_of_a_name_is_no_kind_of_it() -> None:
    known = ("Aggravated Assault – Family", "Aggravated Assault – Non-Family – Gun", "Burglary Tools – Possession")
    family = match_offense("Aggravated Assault – Family", known)
    assert family is not None
    assert family.wider == ()
    assert _offenses("family assault", known) == ("family", ("Aggravated Assault – Family",))
    assert _offenses("break-ins", known) == ("none", ())
    assert _offenses("any assault", (*known, "Abduct – No Ransom or Assault"))[1] == known[:2]


def test_violent_is_a_judgement_with_a_published_group_to_offer() -> None:
    violent = match_offense("violent crimes", KNOWN)
    assert violent is not None
    assert violent.kind == "judgement"
    (reading,) = violent.readings
    assert "FBI" in reading.label
    assert "Robbery" in reading.offenses
    assert {"Assault", "Sexual Assault", "Domestic Violence"} <= set(reading.unclear)


def test_a_known_word_without_a_loaded_offense_is_none_of_them() -> None:
    assert _offenses("carjacking") == ("none", ())
    assert _offenses("bookmaking") == ("none", ())
    assert _offenses("Neglect Child") == ("none", ())


def test_the_offenses_of_the_samples_are_printable_names() -> None:
    assert set(KNOWN) <= set(printable_names())


@pytest.mark.no_cover
def test_every_printable_name_means_itself_when_loaded() -> None:
    known = tuple(printable_names())
    for name in known:
        match = match_offense(name, known)
        assert match is not None
        assert (match.kind, match.offenses) == ("exact", (name,))


@pytest.mark.parametrize("phrase", ["serious", "refusals", "Travis", "", "offenses", "any charge", "conviction"])
def test_what_is_no_word_for_an_offense(phrase: str) -> None:
    assert match_offense(phrase, KNOWN) is None


def test_every_printed_name_means_itself() -> None:
    for known in (KNOWN, OTHER):
        for offense in known:
            for written in (offense, offense.upper(), offense.replace("–", "-")):
                assert _offenses(written, known) == ("exact", (offense,))


@given(st.sampled_from(sorted(offense_phrases())), st.sets(st.sampled_from(sorted({*KNOWN, *OTHER}))))
def test_a_phrase_never_means_what_is_not_loaded(phrase: str, loaded: set[str]) -> None:
    known = tuple(sorted(loaded))
    match = match_offense(phrase, known)
    assert match is not None
    for reading in match.readings:
        assert {*reading.offenses, *reading.unclear} <= loaded
        assert reading.label
    assert set(match.wider) <= loaded
    assert (match.kind == "none") == (not match.readings)
    assert (match.kind == "ambiguous") == (len(match.readings) > 1)


def test_groups_in_the_data_file_exist() -> None:
    for row in describe():
        for part in row["rule"].split(";"):
            name = part.strip().removeprefix("group:")
            if part.strip().startswith("group:"):
                assert name.isdigit() or name in groups()


@pytest.mark.parametrize(
    ("plural", "one"), [("burglaries", "burglary"), ("assaults", "assault"), ("trespass", "trespass"), ("dui", "dui")]
)
def test_singular(plural: str, one: str) -> None:
    assert singular(plural) == one


def test_a_printed_name_is_a_class_where_people_call_more_by_it() -> None:
    known = ("Carrying Concealed Weapon", "Traffic Offense", "Weapon Offense")
    assert names_a_class("Weapon Offense", known)
    assert not names_a_class("Traffic Offense", known)
    assert not names_a_class("Weapon Offense", ("Traffic Offense", "Weapon Offense"))
