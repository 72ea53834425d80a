"""Words that point with a noun ("that county", "in the state"), and "the oldest one" of what was asked about."""

from __future__ import annotations

import pytest

from bot.understand.interpreter import Interpreter
from bot.understand.lexicon import Lexicon
from bot.understand.outcome import Clarify, Decline, Understood
from bot.understand.reading import describe
from tests.bot.understand.asking import plan, said

REPORT_1 = "report 1 (Jan 28 – Feb 3, 2017)"
REPORT_2 = "report 2 (Feb 4 – Feb 10, 2017)"
REFUSED = "Number of refused detainers"
TRAVIS = "Travis County, Texas"
ALL = "over all 3 reports loaded."


@pytest.mark.parametrize(
    ("before", "fragment", "reads"),
    [
        ("which county refused most", "how many refusals did that county have in week 2",
         f"{REFUSED} in {REPORT_2} in {TRAVIS}."),
        ("which state refused most", "how many convictions in that state",
         f"{REFUSED} in Texas with a conviction, {ALL}"),
        ("which state refused most", "counties in that state", f"{REFUSED} in Texas, by county or place, {ALL}"),
        ("refusals in Travis", "how many convictions in that county",
         f"{REFUSED} in {TRAVIS} with a conviction, {ALL}"),
        ("refusals in Travis in week 1", "and that county in week 2", f"{REFUSED} in {REPORT_2} in {TRAVIS}."),
        ("refusals in Travis", "how many in the state", f"{REFUSED} in Texas, {ALL}"),
        ("refusals in Travis", "and in that state?", f"{REFUSED} in Texas, {ALL}"),
        ("refusals in Travis", "which county in the state had most",
         f"{REFUSED} in Texas, by county or place, the one with the most, {ALL}"),
        ("most common nationality", "how many of that nationality were convicted",
         f"{REFUSED} of citizenship Mexico with a conviction, {ALL}"),
        ("refusals in Travis", "when was the oldest one issued",
         f"Earliest issue date among refused detainers in {TRAVIS}, {ALL}"),
        ("refusals in week 2", "when was the newest one issued",
         f"Latest issue date among refused detainers in {REPORT_2}."),
        ("refusals in week 2", "which were withdrawn",
         f"List of refused detainers in {REPORT_2} that ICE later took back."),
    ],
)  # fmt: skip
def test_it_is_what_was_asked_about(
    before: str, fragment: str, reads: str, interpreter: Interpreter, words_lexicon: Lexicon
) -> None:
    assert describe(plan(before, fragment, interpreter=interpreter), words_lexicon) == reads


@pytest.mark.parametrize(
    ("before", "fragment"),
    [
        ("refusals in Texas", "that county"),
        ("refusals by state", "how many convictions in that state"),
        ("top 3 counties", "that county in week 2"),
        ("refusals at Santa Rita Jail", "that county"),
        ("refusals in week 1", "and in that state"),
        ("refusals in Travis", "counties that state a warrant"),
    ],
)
def test_what_points_at_nothing_is_declined(before: str, fragment: str, interpreter: Interpreter) -> None:
    assert isinstance(said(before, fragment, interpreter=interpreter), Decline)


def test_another_state_named_is_that_one(interpreter: Interpreter, words_lexicon: Lexicon) -> None:
    query = plan("refusals in Travis", "in the state of California", interpreter=interpreter)
    assert describe(query, words_lexicon) == f"{REFUSED} in California, {ALL}"


@pytest.mark.parametrize("fragment", ["policy", "and the policy?", "what about policies"])
def test_the_policy_of_the_one_place(fragment: str, interpreter: Interpreter) -> None:
    query = plan("refusals in Philadelphia County", fragment, interpreter=interpreter)
    assert query.subject == "policies"
    assert query.filters
    two = said("refusals in Travis and Denver", fragment, interpreter=interpreter)
    assert not isinstance(two, Understood)


def test_the_oldest_without_a_word_for_which_is_asked(interpreter: Interpreter) -> None:
    outcome = said("refusals in Travis", "when was the oldest declined", interpreter=interpreter)
    assert isinstance(outcome, Clarify), outcome
    assert [bool(c.query.filters) for c in outcome.choices] == [True, False]


@pytest.mark.parametrize(
    ("before", "fragment", "reads"),
    [
        ("who refused the most", "how many was that", f"{REFUSED} in {TRAVIS}, {ALL}"),
        ("convictions in Travis", "regardless of conviction", f"{REFUSED} in {TRAVIS}, {ALL}"),
        ("Mexicans in Travis", "irrespective of nationality", f"{REFUSED} in {TRAVIS}, {ALL}"),
    ],
)
def test_its_figure_and_conditions_let_go(
    before: str, fragment: str, reads: str, interpreter: Interpreter, words_lexicon: Lexicon
) -> None:
    query = plan(before, fragment, interpreter=interpreter)
    assert describe(query, words_lexicon).startswith(reads)


@pytest.mark.parametrize("question", ["DUI regardless of conviction", "how many DUI irrespective of the disposition"])
def test_regardless_is_no_condition(question: str, interpreter: Interpreter) -> None:
    query = plan(question, interpreter=interpreter)
    assert [f.field for f in query.filters] == ["offense"]
    assert not isinstance(interpreter.interpret("refusals regardless of Mexico"), Understood)


def test_everyone_after_some_of_them_is_not_guessed(interpreter: Interpreter) -> None:
    assert isinstance(said("Mexicans in Texas in week 2", "week 3 and everyone", interpreter=interpreter), Decline)


def test_when_something_was_dropped_is_no_count(interpreter: Interpreter) -> None:
    assert not isinstance(interpreter.interpret("when was Nassau County dropped"), Understood)
    query = plan("refusals once Travis is dropped", interpreter=interpreter)
    assert [f.negated for f in query.filters] == [True]


@pytest.mark.parametrize(
    ("before", "fragment", "reads"),
    [
        ("which week had the most refusals", "which county was top that week",
         f"{REFUSED} in {REPORT_1}, by county or place, the one with the most."),
        ("which week had the most refusals", "how many convictions that week",
         f"{REFUSED} in {REPORT_1} with a conviction."),
        ("which state refused most", "which county refused most in that state",
         f"{REFUSED} in Texas, by county or place, the one with the most, {ALL}"),
        ("refusals on February 1", "how many convictions that day",
         f"{REFUSED} refused on Feb 1, 2017 with a conviction, {ALL}"),
        ("refusals in Travis in week 2", "same for all Texas", f"{REFUSED} in {REPORT_2} in Texas."),
    ],
)  # fmt: skip
def test_the_week_or_day_that_was_found(
    before: str, fragment: str, reads: str, interpreter: Interpreter, words_lexicon: Lexicon
) -> None:
    assert describe(plan(before, fragment, interpreter=interpreter), words_lexicon) == reads


@pytest.mark.parametrize(
    ("before", "fragment"),
    [
        ("which day had the most refusals", "who refused most that day"),
        ("refusals on February 1", "who refused most that day"),
        ("refusals in Travis", "correct?"),
    ],
)
def test_no_figure_of_another_day(before: str, fragment: str, interpreter: Interpreter) -> None:
    assert isinstance(said(before, fragment, interpreter=interpreter), Decline)


def test_let_them_go_may_be_of_those_asked_about(interpreter: Interpreter) -> None:
    outcome = said("Mexicans in Texas", "which jails let them go", interpreter=interpreter)
    assert isinstance(outcome, Clarify), outcome
    assert [bool(c.query.filters) for c in outcome.choices] == [True, False]
    assert isinstance(interpreter.interpret("which jails let them go"), Understood)


def test_how_many_refused_after_policies_is_asked(interpreter: Interpreter) -> None:
    outcome = said("policies in California", "how many refused", interpreter=interpreter)
    assert isinstance(outcome, Clarify), outcome
