"""Who releases whom, whom no charge is listed for, fields that are given, regions by their countries as printed."""

from __future__ import annotations

import pytest

from bot.understand.choices import _region
from bot.understand.draft import Stuck
from bot.understand.interpreter import Interpreter
from bot.understand.lexicon import QUERIES, Lexicon
from bot.understand.outcome import Decline, Understood
from bot.understand.pieces import Piece


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("how many released to ICE", "honored"),
        ("how many people did Travis County release to ICE", "honored"),
        ("Mexicans let go to the feds in week 2", "honored"),
        ("how many did ICE release", "refused_by_ice"),
        ("how many were released by ICE in Denver", "refused_by_ice"),
        ("how many detainers has ICE refused", "refused_by_ice"),
        ("refusals by ICE in Texas", "refused_by_ice"),
        ("how many were released without charges", "no_charge"),
        ("how many were not charged", "no_charge"),
        ("Mexicans not charged with anything", "no_charge"),
    ],
)
def test_what_the_reports_do_not_list(question: str, code: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Decline), outcome
    assert outcome.code == code


@pytest.mark.parametrize(
    "question",
    [
        "how many times was ICE refused",
        "how many ICE detainers were refused",
        "how often did Travis turn down ICE",
        "how many refusals did ICE report in week 2",
        "who refused ICE the most",
        "how many ICE requests did Travis County refuse",
    ],
)
def test_ice_beside_a_refusal_is_no_actor(question: str, interpreter: Interpreter) -> None:
    assert isinstance(interpreter.interpret(question), Understood)


@pytest.mark.parametrize(
    ("question", "values", "negated"),
    [
        ("how many were not only charged", ("charge",), True),
        ("DUI refusals other than charges", ("charge",), True),
        ("how many were convicted, not charged", ("conviction",), False),
        ("charged but not convicted", ("charge",), False),
        ("how many in Travis were not convicted", ("conviction",), True),
    ],
)
def test_charges_left_out(question: str, values: tuple[str, ...], negated: bool, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood), outcome
    found = [(f.values, f.negated) for f in outcome.query.filters if f.field == "disposition"]
    assert found == [(values, negated)]


@pytest.mark.parametrize(
    ("question", "field", "negated"),
    [
        ("how many with citizenship given", "citizenship", True),
        ("how many have a nationality listed", "citizenship", True),
        ("refusals in week 2 where the citizenship is stated", "citizenship", True),
        ("how many rows with an offense recorded", "offense", True),
        ("how many with no citizenship given", "citizenship", False),
    ],
)
def test_fields_that_are_given(question: str, field: str, negated: bool, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood), outcome
    assert outcome.query.measure.kind == "count"
    assert [(f.field, f.negated) for f in outcome.query.filters if f.op == "missing"] == [(field, negated)]


@pytest.mark.parametrize(
    ("region", "printed", "members"),
    [
        ("Asia", ("China", "Burma", "Mexico"), {"China", "Burma"}),
        ("Oceania", ("Micronesia", "Marshall Islands"), {"Micronesia", "Marshall Islands"}),
        ("Africa", ("Kenya", "China"), {"Kenya"}),
    ],
)
def test_a_region_takes_in_its_countries_as_printed(region: str, printed: tuple[str, ...], members: set[str]) -> None:
    rows: dict[str, list[tuple[object, ...]]] = {name: [] for name in QUERIES}
    rows["citizenships"] = [(name, 1) for name in printed]
    made = dict(_region(Stuck("region", "it", detail=region), Piece(0, 1, 0, 2, "it", "", ()), Lexicon.build(rows)))
    senses = [piece.sense("value:settled_citizenship") for piece in made.values()]
    assert [set(s.value) for s in senses] == [members]


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("no Haitians?", "unmarked"),
        ("no homicides in week 2?", "unmarked"),
        ("how many refusals in California except Mexicans in Kern", "negation"),
        ("refusals in Texas other than DUI in Travis", "negation"),
        ("crimes against persons in Texas", "other_data"),
        ("how many were born in Mexico", "demographics"),
        ("refusals by country of birth", "demographics"),
    ],
)
def test_what_would_be_lost(question: str, code: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Decline), outcome
    assert outcome.code == code


@pytest.mark.parametrize(
    "question",
    [
        "refusals in Texas, no Mexicans",
        "refusals in California except in Kern",
        "refusals in Texas other than Mexicans",
    ],
)
def test_what_is_left_out_of_a_place(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood), outcome
    assert sum(f.negated for f in outcome.query.filters) == 1


@pytest.mark.parametrize(
    ("question", "notes"),
    [
        ("how many in the city of Houston", 1),
        ("refusals in San Diego city", 1),
        ("refusals in Travis County", 0),
        ("how many extortion cases in week 1", 1),
        ("how many assault and battery cases in week 1", 0),
    ],
)
def test_notes(question: str, notes: int, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood), outcome
    assert len(outcome.notes) == notes
