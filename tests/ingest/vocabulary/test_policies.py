from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from ingest.vocabulary.policies import (
    RULES_FILE,
    bullets,
    describe,
    examples,
    requirement_kinds,
    requirements,
    unknown_bullets,
)
from ingest.vocabulary.tables import read_csv, several
from ingest.vocabulary.text import straighten
from tests.ingest.vocabulary import gold


@pytest.mark.parametrize(("kind", "example"), examples())
def test_every_rule_finds_its_examples(kind: str, example: str) -> None:
    assert kind in requirements(example)


DATA = Path(__file__).with_name("requirement_phrases.csv")
RULES = read_csv(RULES_FILE)
with DATA.open(encoding="utf-8", newline="") as file:
    PHRASES = list(csv.DictReader(file))


def test_every_rule_has_a_phrase_of_its_own_in_the_order_of_the_file() -> None:
    assert [phrase["kind"] for phrase in PHRASES] == [rule[0] for rule in RULES]


@pytest.mark.parametrize(
    ("rule", "own"),
    list(zip(RULES, PHRASES, strict=True)),
    ids=[f"{number}-{rule[0]}" for number, rule in enumerate(RULES, start=1)],
)
def test_a_rule_knows_its_phrase_and_each_of_its_examples(rule: list[str], own: dict[str, str]) -> None:
    kind, match, unless, shown = rule

    def known(text: str) -> bool:
        plain = straighten(text)
        return bool(re.search(match, plain, re.IGNORECASE)) and not (unless and re.search(unless, plain, re.IGNORECASE))

    assert known(own["phrase"])
    assert kind in requirements(own["phrase"])
    examples_of = several(shown)
    assert examples_of
    for example in examples_of:
        assert any(known(bullet) for bullet in bullets(example)), example
    assert bool(own["not_this"]) == bool(unless)  # what a rule leaves out is shown, too
    if unless:
        assert re.search(match, straighten(own["not_this"]), re.IGNORECASE)
        assert kind not in requirements(own["not_this"])


def test_every_kind_has_rules_words_and_a_place_in_the_docs() -> None:
    shown = {kind for kind, _ in examples()}
    assert shown == {entry.kind for entry in requirement_kinds()} == {row["kind"] for row in describe()}
    for entry in requirement_kinds():
        assert entry.means


def test_every_criteria_text_of_the_samples_is_understood() -> None:
    for row in gold.rows("criteria"):
        assert requirements(row["criteria"]), row
        assert unknown_bullets(row["criteria"]) == (), row


@pytest.mark.parametrize(
    ("criteria", "kinds"),
    [
        ("Will not honor ICE detainer", ("no_holds",)),
        ("Will not honor ICE detainer without a warrant", ("warrant",)),
        ("Refuses to honor detainers", ("no_holds",)),
        ("Does not honor ICE detainers absent a judicial warrant", ("warrant", "judicial_or_criminal_warrant")),
        ("Will not honor ICE detainer without judge’s approval", ("judicial_approval",)),
        ("Will not honor ICE detainer unlessa judge has approved the move", ("judicial_approval",)),
        ("Will notify ICE 48 hours before release", ("notification",)),
        ("Honors all detainers", ()),
        ("Will not honor ICE detainer without a judicial warrant", ("warrant", "judicial_or_criminal_warrant")),
        ("Will not honor ICE detainer without a court order or warrant", ("warrant", "court_order")),
        ("Will not honor ICE detainer without probable cause or a warrant", ("warrant", "probable_cause")),
        ("Will not honor ICE detainer unless supported by a judge’s order", ("court_order",)),
        (
            "Will not honor ICE detainer unless provided with a warrant which could be issued without review by a"
            " judge",
            ("warrant", "administrative_order"),
        ),
        ("Willing to only accept requests for notification, I-247N form", ("notification", "notification_only")),
        (
            "Notification only, for persons convicted of crimes",
            ("listed_serious_crimes", "notification", "notification_only"),
        ),
        (
            "Limits use of officers for immigration enforcement; notification only",
            ("notification", "notification_only"),
        ),
        (
            "Willing to accept requests for notification, I-247N form | Will not honor ICE detainer",
            ("no_holds", "notification", "notification_only"),
        ),
        (
            "Will not honor ICE detainer | Will not share release dates without a court order",
            ("no_holds", "no_notification"),
        ),
        (
            "Require written agreement from ICE reimbursing costs in honoring detainer",
            ("costs_reimbursed", "agreement", "written_agreement"),
        ),
        (
            "Will not honor ICE detainer unless an individual: | Is identified as a known gang member | Has been"
            " subject to a final order of removal by ICE",
            ("removal_order", "gang_member"),
        ),
        ("Will only honor “warrantless detainer requests” in rare cases", ()),
    ],
)
def test_kinds(criteria: str, kinds: tuple[str, ...]) -> None:
    assert requirements(criteria) == kinds


def test_a_condition_is_never_a_refusal_of_all_detainers() -> None:
    for row in gold.rows("criteria"):
        if any(word in row["criteria"] for word in ("without", "unless", "convicted", "Convicted")):
            assert "no_holds" not in requirements(row["criteria"]) or "share release dates" in row["criteria"]


def test_unknown_text_is_listed_and_not_guessed_at() -> None:
    criteria = "Will not honor ICE detainer | Sheriff consults the county fair board"
    assert requirements(criteria) == ("no_holds",)
    assert unknown_bullets(criteria) == ("Sheriff consults the county fair board",)
    assert requirements("") == ()
    assert unknown_bullets("") == ()


def test_bullets_are_parted_by_bars_and_semicolons() -> None:
    assert bullets("Convicted of a felony; or Identified as known gang member | Other") == (
        "Convicted of a felony",
        "Identified as known gang member",
        "Other",
    )


@pytest.mark.parametrize(
    ("criteria", "kinds"),
    [
        ("Detainers will be declined in all cases", ("no_holds",)),
        ("Detainers will be declined in some cases", ()),
        ("Will not honor detainers for juveniles", ()),
        ("Will not honor ICE detainers for individuals in the county jail", ("no_holds",)),
        ("ICE detainers are not honored for most offenses", ()),
        ("Will hold on the basis of an ICE detainer", ()),
        ("ICE will not be told when an inmate is released", ("no_notification",)),
        ("Adults only", ()),
    ],
)
def test_what_states_a_condition_is_no_flat_refusal_and_the_unknown_stays_unknown(
    criteria: str, kinds: tuple[str, ...]
) -> None:
    assert requirements(criteria) == kinds
    assert bool(unknown_bullets(criteria)) != bool(kinds)
