from __future__ import annotations

import pytest

from ingest.vocabulary.offense_words import printable_names
from ingest.vocabulary.offenses import classify, describe, group_of, groups, members
from ingest.vocabulary.tables import read_csv
from tests.ingest.vocabulary import gold

OFFENSES = tuple(sorted({row["offense"] for row in gold.rows("activities")}))


def test_every_offense_of_the_samples_is_known() -> None:
    assert [offense for offense in OFFENSES if classify(offense) is None] == []


# (printed name, NCIC series, UCR class or "", group or None): names of the samples and others that ICE prints
CASES = [
    ("Homicide", "09", "Murder and nonnegligent manslaughter", "violent"),
    ("Homicide-Negligent Manslaughter-Vehicle", "09", "Manslaughter by negligence", "other"),
    ("Robbery", "12", "Robbery", "violent"),
    ("Robbery - Residence-Gun", "12", "Robbery", "violent"),
    ("Aggravated Assault – Weapon", "13", "Aggravated assault", "violent"),
    ("Aggravated Assault - Non-family-Strongarm", "13", "Aggravated assault", "violent"),
    ("Simple Assault", "13", "Other assaults (simple)", "other"),
    ("Assault", "13", "", None),
    ("Battery", "13", "", None),
    ("Intimidation", "13", "Other assaults (simple)", "other"),
    ("Domestic Violence", "", "", None),
    ("Rape - Gun", "11", "Rape", "violent"),
    ("Statutory Rape - No Force", "11", "Sex offenses", "other"),
    ("Sexual Assault – Carnal Abuse", "11", "", None),
    ("Sex Assault", "11", "", None),
    ("Indecent Exposure", "36", "Sex offenses", "other"),
    ("Sex Offense – Against Child – Fondling", "36", "Sex offenses", "other"),
    ("Failure to Register as a Sex Offender", "36", "All other offenses", "other"),
    ("Prostitution", "40", "Prostitution and commercialized vice", "other"),
    ("Burglary - Forced Entry-Residence", "22", "Burglary", "property"),
    ("Larceny - From Auto", "23", "Larceny-theft", "property"),
    ("Shoplifting", "23", "Larceny-theft", "property"),
    ("Vehicle Theft", "24", "Motor vehicle theft", "property"),
    ("Unauthorized Use of Vehicle (includes joy riding)", "24", "Motor vehicle theft", "property"),
    ("Possess Stolen Vehicle", "24", "Stolen property", "other"),
    ("Stolen Property", "28", "Stolen property", "other"),
    ("Arson – Residence – Endangered Life", "20", "Arson", "property"),
    ("Identity Theft", "26", "Fraud", "other"),
    ("Fraud – Impersonating", "26", "Fraud", "other"),
    ("Forgery", "25", "Forgery and counterfeiting", "other"),
    ("Damage Property", "29", "Vandalism", "other"),
    ("Marijuana – Sell", "35", "Drug abuse violations", "drug"),
    ("Dangerous Drugs", "35", "Drug abuse violations", "drug"),
    ("Narcotic Equip - Possession", "35", "Drug abuse violations", "drug"),
    ("Drug Trafficking", "35", "Drug abuse violations", "drug"),
    ("Driving Under Influence Liquor", "54", "Driving under the influence", "traffic"),
    ("Driving Under Influence Drugs", "54", "Driving under the influence", "traffic"),
    ("Traffic Offense", "54", "", "traffic"),
    ("Hit and Run", "54", "", "traffic"),
    ("Illegal Re-Entry (INA SEC.101(a)(43)(O), 8USC1326 only)", "03", "All other offenses", "immigration"),
    ("Smuggling Aliens", "03", "All other offenses", "immigration"),
    ("Cruelty Toward Wife", "38", "", None),
    ("Contributing to Delinquency of Minor", "38", "Offenses against the family and children", "other"),
    ("Possession of Weapon", "52", "Weapons", "other"),
    ("Resisting Officer", "48", "All other offenses", "other"),
    ("Violation of a Court Order", "50", "All other offenses", "other"),
    ("Flight - Escape", "49", "All other offenses", "other"),
    ("Disorderly Conduct", "53", "Disorderly conduct", "other"),
    ("Trespassing", "57", "All other offenses", "other"),
    ("Liquor - Possession", "41", "Liquor laws", "other"),
    ("Public Order Crimes", "73", "All other offenses", "other"),
]


@pytest.mark.parametrize(("name", "ncic", "ucr", "group"), CASES)
def test_classes(name: str, ncic: str, ucr: str, group: str | None) -> None:
    found = classify(name)
    assert found is not None
    assert (found.ncic, found.ucr, found.group) == (ncic, ucr, group)
    assert (found.group is None) == bool(found.may_be)


def test_every_name_of_the_published_list_is_classed_by_its_code() -> None:
    for name, code in printable_names().items():
        if code:
            found = classify(name)
            assert found is not None, name
            assert found.ncic == code[:2], name


@pytest.mark.parametrize("name", ["Conspiracy", "Barratry", "", "Racketeering"])
def test_what_no_rule_knows_stays_unknown(name: str) -> None:
    assert classify(name) is None
    assert group_of(name) is None


def test_several_offenses_are_classed_only_when_alike() -> None:
    assert group_of("Burglary; Larceny") is None
    assert group_of("Marijuana – Sell; Heroin – Sell") == "drug"


def test_an_unclear_offense_is_told_apart_from_the_members_of_a_group() -> None:
    inside, unclear = members("violent", OFFENSES)
    assert "Robbery" in inside
    assert "Assault" in unclear
    assert not set(inside) & set(unclear)


def test_the_rules_name_known_series_and_groups() -> None:
    series = {code for code, _ in read_csv("offense_series.csv")}
    for row in describe():
        assert row["ncic"] in series | {""}
        assert row["group"] in set(groups()) | {""}
        assert bool(row["group"]) != bool(row["may_be"])
        assert set(row["may_be"].split("|")) <= set(groups()) | {""}
    for group in groups().values():
        assert group.source.startswith("FBI")
