"""Follow-ups that point back, take away, add, compare; and the ones that must not be guessed."""

from __future__ import annotations

import pytest

from bot.understand.interpreter import Interpreter
from bot.understand.lexicon import Lexicon
from bot.understand.outcome import Clarify, Decline, Understood
from bot.understand.reading import describe
from bot.understand.thread import replay
from tests.bot.understand.asking import said

REPORT_1 = "report 1 (Jan 28 – Feb 3, 2017)"
REPORT_2 = "report 2 (Feb 4 – Feb 10, 2017)"
REPORT_3 = "report 3 (Feb 11 – Feb 17, 2017)"
REFUSED = "Number of refused detainers"
TRAVIS = "Travis County, Texas"
DENVER = "Denver County, Colorado"
ALL = "over all 3 reports loaded."


@pytest.mark.parametrize(
    ("before", "fragment", "reads"),
    [
        ("refusals in report 2", "and the one before", f"{REFUSED} in {REPORT_1}."),
        ("refusals in report 2", "and the previous report?", f"{REFUSED} in {REPORT_1}."),
        ("refusals in report 2", "and the next report?", f"{REFUSED} in {REPORT_3}."),
        ("refusals in report 2", "the week after that", f"{REFUSED} in {REPORT_3}."),
        ("refusals in report 1", "the third one", f"{REFUSED} in {REPORT_3}."),
        ("refusals in Travis in week 1", "and Denver that week?", f"{REFUSED} in {REPORT_1} in {DENVER}."),
        ("convictions in Travis", "drop the conviction bit", f"{REFUSED} in {TRAVIS}, {ALL}"),
        ("convictions in Travis", "drop that filter", f"{REFUSED} in {TRAVIS}, {ALL}"),
        ("convictions in Travis", "forget the convictions", f"{REFUSED} in {TRAVIS}, {ALL}"),
        ("refusals in Travis in week 1", "drop the week filter", f"{REFUSED} in {TRAVIS}, {ALL}"),
        ("refusals in Texas", "drop the Mexicans", f"{REFUSED} in Texas not of citizenship Mexico, {ALL}"),
        ("refusals in Travis", "and everywhere else?", f"{REFUSED} not in {TRAVIS}, {ALL}"),
        ("refusals in Travis", "plus Denver", f"{REFUSED} in {TRAVIS} or {DENVER}, {ALL}"),
        ("refusals in Travis", "compare with Denver", f"{REFUSED}, {TRAVIS} against {DENVER}, {ALL}"),
        ("refusals in week 1", "convictions there", f"{REFUSED} in {REPORT_1} with a conviction."),
        ("top 5 counties", "same for states", f"{REFUSED}, by state, the 5 with the most, {ALL}"),
        ("refusals in week 1", "not week 1, week 2", f"{REFUSED} in {REPORT_2}."),
        ("refusals in Denver", "which ones?", f"List of refused detainers in {DENVER}, {ALL}"),
        ("refusals by county", "which had the most", f"{REFUSED}, by county or place, the one with the most, {ALL}"),
    ],
)  # fmt: skip
def test_fragments(before: str, fragment: str, reads: str, interpreter: Interpreter, words_lexicon: Lexicon) -> None:
    outcome = said(before, fragment, interpreter=interpreter)
    assert isinstance(outcome, Understood), outcome
    assert describe(outcome.query, words_lexicon) == reads


@pytest.mark.parametrize(
    ("before", "fragment", "code"),
    [
        ("refusals in report 1", "and the week before", "nothing_before"),
        ("refusals in report 3", "and the next one?", "nothing_after"),
        ("refusals in Travis", "the third one", "no_context"),
        ("refusals in Travis", "drop the week filter", "no_context"),
        ("refusals in Travis in week 1", "drop that filter", "no_context"),
    ],
)
def test_what_points_at_nothing_is_named(before: str, fragment: str, code: str, interpreter: Interpreter) -> None:
    outcome = said(before, fragment, interpreter=interpreter)
    assert isinstance(outcome, Decline)
    assert outcome.code == code


def test_the_other_two_are_the_reports_not_asked_about(interpreter: Interpreter) -> None:
    outcome = said("refusals in week 2", "and the other two?", interpreter=interpreter)
    assert isinstance(outcome, Understood)
    assert [set(f.values) for f in outcome.query.filters] == [{"2017-01-28", "2017-02-11"}]
    assert isinstance(said("refusals in week 2", "the other three", interpreter=interpreter), Decline)


def test_a_total_of_that_week_may_be_the_places_or_everybodys(interpreter: Interpreter) -> None:
    outcome = said("refusals in Travis in week 1", "what was the total that week?", interpreter=interpreter)
    assert isinstance(outcome, Clarify)
    assert len(outcome.choices) == 2
    assert all(f.field != "report" or f.values == ("2017-01-28",) for c in outcome.choices for f in c.query.filters)


def test_broken_down_by_what_is_asked(interpreter: Interpreter) -> None:
    outcome = said("refusals in Travis", "break that down", interpreter=interpreter)
    assert isinstance(outcome, Clarify)
    assert outcome.code == "break_by"
    assert all(c.query.group_by and c.query.filters for c in outcome.choices)


def test_they_is_the_place_asked_about(interpreter: Interpreter) -> None:
    requires = said("how many refusals in Travis County?", "what do they require?", interpreter=interpreter)
    assert isinstance(requires, Understood)
    assert (requires.query.subject, requires.query.measure.kind) == ("policies", "text")
    disputes = said("refusals in Williamson County in week 1", "do they dispute that?", interpreter=interpreter)
    assert isinstance(disputes, Understood)
    assert disputes.query.subject == "corrections"


@pytest.mark.parametrize(
    ("reply", "number"),
    [("the last one", 3), ("b", 2), ("the middle one", 2), ("number two please", 2), ("the first", 1), ("#3", 3)],
)
def test_a_choice_by_its_place_in_the_list(reply: str, number: int, interpreter: Interpreter) -> None:
    asked = "how many detainers did Franklin get in week 1?"
    thread = replay([asked], interpreter)
    assert thread.open is not None
    outcome = interpreter.interpret(reply, thread)
    assert isinstance(outcome, Understood), outcome
    assert outcome.query == thread.open.choices[number - 1].query


@pytest.mark.parametrize(
    ("asked", "reply", "label"),
    [
        ("refusals in New York", "the state", "New York"),
        ("refusals in New York", "the city", "New York City"),
        ("how many from Georgia", "the country", "Citizens of Georgia"),
    ],
)
def test_a_choice_by_what_it_is(asked: str, reply: str, label: str, interpreter: Interpreter) -> None:
    thread = replay([asked], interpreter)
    assert thread.open is not None
    outcome = interpreter.interpret(reply, thread)
    assert isinstance(outcome, Understood), outcome
    assert outcome.query == next(c.query for c in thread.open.choices if c.label == label)


def test_all_of_the_choices_only_when_the_number_is_right(interpreter: Interpreter) -> None:
    asked = "how many detainers were issued to Franklin County"
    all_three = said(asked, "all three", interpreter=interpreter)
    assert isinstance(all_three, Understood)
    assert len(all_three.query.filters[0].values) == 3
    assert isinstance(said(asked, "both", interpreter=interpreter), Clarify)
    assert isinstance(said(asked, "all four", interpreter=interpreter), Clarify)


def test_a_breakdown_by_report_is_over_all_of_them(interpreter: Interpreter) -> None:
    outcome = said("refusals in Travis in week 1", "in each report", interpreter=interpreter)
    assert isinstance(outcome, Understood)
    assert [f.field for f in outcome.query.filters] == ["place"]


@pytest.mark.parametrize("reply", ["none of them", "neither", "cancel"])
def test_none_of_the_choices(reply: str, interpreter: Interpreter) -> None:
    outcome = said("how many detainers did Franklin get in week 1?", reply, interpreter=interpreter)
    assert isinstance(outcome, Decline)
    assert outcome.code == "no_choice"


@pytest.mark.parametrize("reply", ["7", "the biggest"])
def test_a_reply_that_picks_nothing_leaves_the_question_open(reply: str, interpreter: Interpreter) -> None:
    outcome = said("how many detainers did Franklin get in week 1?", reply, interpreter=interpreter)
    assert isinstance(outcome, Clarify)


def test_a_judgement_keeps_the_rest_of_the_question(interpreter: Interpreter, words_lexicon: Lexicon) -> None:
    outcome = interpreter.interpret("how many dangerous criminals did Travis release in week 1?")
    assert isinstance(outcome, Clarify)
    assert len(outcome.choices) == 3
    for choice in outcome.choices:
        assert f"{REPORT_1} in {TRAVIS}" in describe(choice.query, words_lexicon)
    again = said("how many were serious?", "by state", interpreter=interpreter)
    assert isinstance(again, Clarify)  # "by state" of what is still not settled
