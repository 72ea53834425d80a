"""Fragments about days, weeks and columns of the question before, and about the last two questions at once."""

from __future__ import annotations

import pytest

from bot.understand.interpreter import Interpreter
from bot.understand.lexicon import Lexicon
from bot.understand.outcome import Clarify, Understood
from bot.understand.reading import describe
from bot.understand.thread import replay

REFUSED = "Number of refused detainers"
REPORT_1 = "report 1 (Jan 28 – Feb 3, 2017)"
REPORT_2 = "report 2 (Feb 4 – Feb 10, 2017)"
REPORT_3 = "report 3 (Feb 11 – Feb 17, 2017)"
KING, PIERCE = "King County, Washington", "Pierce County, Washington"
ALL = "over all 3 reports loaded."
SHARE = f"Percentage in {KING} among all refused detainers in Washington, {ALL}"
GREW = f"{REFUSED} in {KING}, difference between {REPORT_1} and {REPORT_3}."
GREW_PERCENT = f"{REFUSED} in {KING}, change in percent from {REPORT_1} to {REPORT_3}."


@pytest.mark.parametrize(
    ("messages", "reads"),
    [
        ("declined Feb 6 > and the day before?", f"{REFUSED} refused on Feb 5, 2017, {ALL}"),
        ("declined Feb 6 > the next day", f"{REFUSED} refused on Feb 7, 2017, {ALL}"),
        ("declined Feb 6 > the day after that", f"{REFUSED} refused on Feb 7, 2017, {ALL}"),
        ("Texas refusals on Feb 1 > previous day", f"{REFUSED} refused on Jan 31, 2017 in Texas, {ALL}"),
        ("Texas refusals on Feb 1 > that whole week", f"{REFUSED} in {REPORT_1} in Texas."),
        ("refusals from Feb 6 to Feb 8 > the entire report", f"{REFUSED} in {REPORT_2}."),
        ("King refusals > and Pierce? > both", f"{REFUSED} in {KING} or {PIERCE}, {ALL}"),
        (
            "King refusals > and Pierce? > both, week by week",
            f"{REFUSED} in {KING} or {PIERCE}, by report and county or place, in order, {ALL}",
        ),
        (
            "King refusals > and Pierce? > and both plus Yakima",
            f"{REFUSED} in {KING}, {PIERCE} or Yakima County, Washington, {ALL}",
        ),
        ("Texas refusals > and Colorado > both states together", f"{REFUSED} in Texas or Colorado, {ALL}"),
        ("King in week 1 > week 3 > difference?", GREW),
        ("King in week 3 > week 1 > percent change", GREW_PERCENT),
        ("King in week 3 > how much more than week 1", GREW),
        ("kidnapping cases > citizenship", f"{REFUSED} for Kidnapping, by citizenship, {ALL}"),
        ("King refusals > and offense?", f"{REFUSED} in {KING}, by offense, {ALL}"),
        ("Filipinos in California in week 1 > drop the state", f"{REFUSED} in {REPORT_1} of citizenship Philippines."),
        ("King refusals on Feb 1 > forget the date, overall", f"{REFUSED} in {KING}, {ALL}"),
        ("Hondurans in King in week 1 > and nationwide?", f"{REFUSED} in {REPORT_1} of citizenship Honduras."),
        ("King refusals in week 1 > all three", f"{REFUSED} in {KING}, {ALL}"),
        ("King refusals in week 3 > the first two", f"{REFUSED} in {REPORT_1} or {REPORT_2} in {KING}."),
        ("Washington state refusals > now just King County", f"{REFUSED} in {KING}, {ALL}"),
        ("refusals in Massachusetts > only Middlesex", f"{REFUSED} in Middlesex County, Massachusetts, {ALL}"),
        ("King refusals > in percent of the state", SHARE),
        ("King refusals > as a share of the Washington state total", SHARE),
        ("King refusals > what percent of the state's refusals is that", SHARE),
        ("convictions in King > out of how many?", f"{REFUSED} in {KING}, {ALL}"),
        (
            "which county refused most > who was second",
            f"{REFUSED}, by county or place, the one in place 2 of those with the most, {ALL}",
        ),
    ],
)  # fmt: skip
def test_read(messages: str, reads: str, interpreter: Interpreter, words_lexicon: Lexicon) -> None:
    *before, last = messages.split(" > ")
    outcome = interpreter.interpret(last, replay(before, interpreter))
    assert isinstance(outcome, Understood), outcome
    assert describe(outcome.query, words_lexicon) == reads


@pytest.mark.parametrize(
    ("messages", "code"),
    [
        ("King refusals > the day before", "no_context"),
        ("refusals by county > that whole report", "no_context"),
        ("DUI in King in week 1 > that entire week", "all_of_what"),
        ("King refusals > Pierce > Yakima > both", "no_context"),
        ("King refusals > both by week", "unaccounted"),
        ("King refusals > Pierce > both and Yakima", "unaccounted"),
        ("King in week 1 > week 2 > week 3 > difference", "unaccounted"),
        ("King refusals > Denver > percent change", "percent_change"),
        ("kidnapping cases > offense", "no_context"),
        ("King refusals > the county", "no_context"),
        ("King refusals in week 1 > did the week drop", "no_context"),
        ("King refusals in week 1 > all four", "all_of_what"),
        ("DUI convictions in King > out of how many", "no_context"),
        ("refusals in Massachusetts > and Middlesex County?", "which_place"),
        ("refusals in Texas > now just Middlesex County", "which_place"),
        ("King refusals > and in the city?", "no_context"),
        ("DUI in King > in percent of the state", "share_of_what"),
        ("refusals in Texas > in percent of the state", "unaccounted"),
        ("convictions in Travis > what's the split in week 2", "no_context"),
        ("convictions in King > drop the convictions", "negation"),
        ("Hondurans in King > drop King County", "negation"),
        ("declined Feb 6 > issued?", "issued_that_day"),
        ("declined Feb 6 in King > and issued?", "issued_that_day"),
        ("refusals from Feb 6 to Feb 8 > how many were issued", "issued_that_day"),
    ],
)
def test_asked_or_declined(messages: str, code: str, interpreter: Interpreter) -> None:
    *before, last = messages.split(" > ")
    outcome = interpreter.interpret(last, replay(before, interpreter))
    assert not isinstance(outcome, Understood)
    assert outcome.code == code


def test_issued_after_a_day_offers_that_day_and_the_week_around_it(
    interpreter: Interpreter, words_lexicon: Lexicon
) -> None:
    outcome = interpreter.interpret("issued?", replay(["declined Feb 6"], interpreter))
    assert isinstance(outcome, Clarify)
    assert [describe(c.query, words_lexicon) for c in outcome.choices] == [
        f"{REFUSED} issued on Feb 6, 2017, {ALL}",
        f"Total detainers issued nationwide, reports in {REPORT_2}.",
    ]


@pytest.mark.parametrize(
    "fragment", ["no, Nevada", "no, I meant Nevada", "sorry, Nevada", "actually Nevada", "nope, Nevada"]
)
def test_another_state_for_a_county_asks_whether_the_county_stays(fragment: str, interpreter: Interpreter) -> None:
    thread = replay(["how many refusals in Clark County, Washington?"], interpreter)
    outcome = interpreter.interpret(fragment, thread)
    assert isinstance(outcome, Clarify), outcome
    assert [choice.label for choice in outcome.choices][:2] == ["Clark County, Nevada", "Nevada"]
