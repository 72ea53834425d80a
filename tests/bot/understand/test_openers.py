"""How a message of a thread begins: what starts a new question, what takes back the last one, what picks no choice."""

from __future__ import annotations

import pytest

from bot.query import Place
from bot.understand.interpreter import Interpreter
from bot.understand.lexicon import Lexicon
from bot.understand.outcome import Clarify, Decline, Understood
from bot.understand.reading import describe
from tests.bot.understand.asking import plan, said

REPORT_2 = "report 2 (Feb 4 – Feb 10, 2017)"
REPORT_3 = "report 3 (Feb 11 – Feb 17, 2017)"
REFUSED = "Number of refused detainers"
TRAVIS = "Travis County, Texas"
DENVER = "Denver County, Colorado"
ALL = "over all 3 reports loaded."


@pytest.mark.parametrize(
    "message",
    [
        "my mistake, Denver",
        "correction: Denver",
        "wrong county, I meant Denver",
        "that's wrong, I meant Denver",
        "that was the wrong place, Denver please",
        "that's not right, I meant Denver",
        "not that one, Denver",
        "no no, Denver",
        "oh wait, I meant Denver",
        "not Travis but Denver",
        "I meant Denver, not Travis",
        "Denver instead of Travis",
        "Denver rather than Travis",
        "none of these, I meant Denver",
    ],
)
def test_what_was_meant_takes_the_place(message: str, interpreter: Interpreter, words_lexicon: Lexicon) -> None:
    query = plan("refusals in Travis in week 2", message, interpreter=interpreter)
    assert describe(query, words_lexicon) == f"{REFUSED} in {REPORT_2} in {DENVER}."


def test_a_week_taken_back(interpreter: Interpreter, words_lexicon: Lexicon) -> None:
    for message in ("sorry, wrong week: week 3", "week 3, not week 2", "wait, week 3"):
        query = plan("refusals in Travis in week 2", message, interpreter=interpreter)
        assert describe(query, words_lexicon) == f"{REFUSED} in {REPORT_3} in {TRAVIS}."


@pytest.mark.parametrize(
    "message",
    ["is that wrong?", "that's wrong", "errors: Travis", "was it a mistake, Travis", "did ICE get the wrong county"],
)
def test_words_of_a_correction_are_still_one(message: str, interpreter: Interpreter) -> None:
    outcome = said("refusals in Travis in week 2", message, interpreter=interpreter)
    assert not isinstance(outcome, Understood) or outcome.query.subject == "corrections"


@pytest.mark.parametrize("message", ["Mexicans instead of Hondurans", "Denver instead of Cook"])
def test_what_was_not_asked_about_is_not_replaced(message: str, interpreter: Interpreter) -> None:
    assert not isinstance(said("refusals in Travis in week 2", message, interpreter=interpreter), Understood)


@pytest.mark.parametrize(
    "opener",
    [
        *("new question:", "Another question,", "next question:", "different topic:", "Separately,", "start over:"),
        *("unrelated:", "on another note,", "Changing the subject:"),
    ],
)
def test_a_question_anew_drops_the_thread(opener: str, interpreter: Interpreter, words_lexicon: Lexicon) -> None:
    query = plan("convictions in Travis in week 2", f"{opener} refusals in Denver", interpreter=interpreter)
    assert describe(query, words_lexicon) == f"{REFUSED} in {DENVER}, {ALL}"


def test_no_opener_without_a_pause(interpreter: Interpreter) -> None:
    for message in ("new question refusals", "refusals separately", "the next question"):
        outcome = said("convictions in Travis in week 2", message, interpreter=interpreter)
        assert not isinstance(outcome, Understood), message


@pytest.mark.parametrize(
    "reply", ["none of these, I meant Kings County, New York", "neither, Kings County NY", "I meant Kings County, NY"]
)
def test_another_place_than_the_choices(reply: str, interpreter: Interpreter) -> None:
    query = plan("refusals in Clark County in week 2", reply, interpreter=interpreter)
    assert [f.values for f in query.filters if f.field == "place"] == [(Place(state="New York", county="Kings"),)]
    assert [f.values for f in query.filters if f.field == "report"] == [("2017-02-04",)]


@pytest.mark.parametrize("reply", ["by state", "in week 2", "convictions", "other"])
def test_a_reply_that_replaces_no_place_leaves_it_open(reply: str, interpreter: Interpreter) -> None:
    assert isinstance(said("refusals in Clark County", reply, interpreter=interpreter), Clarify)


def test_what_denies_picks_no_choice(interpreter: Interpreter) -> None:
    outcome = said("refusals in Clark County", "none of these, I meant by state", interpreter=interpreter)
    assert isinstance(outcome, Decline)
    assert outcome.code == "no_choice"
    nevada = said("refusals in Clark County", "none of these, I meant Nevada", interpreter=interpreter)
    places = [f.values for f in nevada.query.filters] if isinstance(nevada, Understood) else []
    assert (Place(state="Nevada", county="Clark"),) not in places


def test_the_last_figure_and_another_together(interpreter: Interpreter, words_lexicon: Lexicon) -> None:
    for message in ("and Denver together", "and Denver combined", "with Denver together"):
        query = plan("refusals in Travis", message, interpreter=interpreter)
        assert describe(query, words_lexicon) == f"{REFUSED} in {TRAVIS} or {DENVER}, {ALL}"
    assert len(plan("refusals in Travis", "Denver and Cook together", interpreter=interpreter).filters[0].values) == 2


@pytest.mark.parametrize(
    ("reply", "reads"),
    [
        ("washington, week 2", f"{REFUSED} in {REPORT_2} in Clark County, Washington."),
        ("nevada in week 2", f"{REFUSED} in {REPORT_2} in Clark County, Nevada."),
        ("NV. by week", f"{REFUSED} in Clark County, Nevada, by report, {ALL}"),
        ("nevada and only convictions", f"{REFUSED} in Clark County, Nevada with a conviction, {ALL}"),
        ("i mean washington, mexicans only", f"{REFUSED} in Clark County, Washington of citizenship Mexico, {ALL}"),
        ("nevada except week 2", f"{REFUSED} not in {REPORT_2} in Clark County, Nevada, {ALL}"),
        ("the washington one in week 2", f"{REFUSED} in {REPORT_2} in Clark County, Washington."),
        ("nevada and washington", f"{REFUSED} in Clark County, Nevada or Clark County, Washington, {ALL}"),
    ],
)
def test_a_state_in_the_reply_picks_the_county(
    reply: str, reads: str, interpreter: Interpreter, words_lexicon: Lexicon
) -> None:
    query = plan("how many in Clark County", reply, interpreter=interpreter)
    assert describe(query, words_lexicon).replace(f" {ALL}", "").rstrip(",.") == reads.replace(f" {ALL}", "").rstrip(
        ",."
    )


@pytest.mark.parametrize("reply", ["nevada vs washington", "nevada or week 2", "the whole state of nevada"])
def test_a_reply_that_picks_no_one_county_is_asked_again(reply: str, interpreter: Interpreter) -> None:
    outcome = said("how many in Clark County", reply, interpreter=interpreter)
    assert isinstance(outcome, Clarify), outcome


@pytest.mark.parametrize(
    ("reply", "with_mexico"), [("with Mexico", True), ("including Mexico", True), ("without Mexico", False)]
)
def test_a_region_with_or_without(reply: str, with_mexico: bool, interpreter: Interpreter) -> None:
    query = plan("how many Central Americans", reply, interpreter=interpreter)
    assert ("Mexico" in query.filters[0].values) == with_mexico
    assert "Guatemala" in query.filters[0].values
    assert isinstance(said("how many Central Americans", "Mexico", interpreter=interpreter), Clarify)


@pytest.mark.parametrize(
    ("messages", "reads"),
    [
        (("only convicted", "nevada"), f"{REFUSED} in Clark County, Nevada with a conviction, {ALL}"),
        (("week 2", "washington"), f"{REFUSED} in {REPORT_2} in Clark County, Washington."),
        (("week 2", "Mexicans", "nevada"), f"{REFUSED} in {REPORT_2} in Clark County, Nevada of citizenship Mexico."),
        (("by state", "nevada"), f"{REFUSED} in Clark County, Nevada, {ALL}"),
    ],
)
def test_what_is_said_while_a_choice_is_open_is_kept(
    messages: tuple[str, ...], reads: str, interpreter: Interpreter, words_lexicon: Lexicon
) -> None:
    query = plan("how many in Clark County", *messages, interpreter=interpreter)
    assert describe(query, words_lexicon) == reads
