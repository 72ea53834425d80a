"""A week in the middle that is not loaded: its days are no zero, and a period over it says so."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.ask import Desk
from bot.understand.interpreter import Interpreter
from bot.understand.lexicon import Lexicon
from bot.understand.outcome import Decline, Understood


@pytest.fixture
def gapped(words_lexicon: Lexicon) -> Interpreter:
    """Reports 1 and 3: Feb 4 to Feb 10 is not loaded."""
    first, _, last = words_lexicon.reports[:3]
    return Interpreter(replace(words_lexicon, reports=(first, last)))


@pytest.mark.parametrize(
    "question",
    [
        "how many on February 6",
        "how many refusals on Feb 4, 2017 in Travis County",
        "refusals between Feb 5 and Feb 9",
        "is there a report for the week of Feb 4-10",
        "convictions on 2/7/2017",
        "which counties refused detainers on February 10",
    ],
)
def test_days_of_the_missing_week_are_declined(gapped: Interpreter, question: str) -> None:
    outcome = gapped.interpret(question)
    assert isinstance(outcome, Decline)
    assert outcome.code == "not_loaded"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("how many between Feb 2 and Feb 12", True),
        ("refusals since February 3", True),
        ("refusals in February in Texas", True),
        ("how many before Feb 5", True),
        ("refusals until February 3", False),
        ("how many on February 2", False),
        ("refusals since February 11", False),
    ],
)
def test_a_period_over_the_missing_week_says_so(gapped: Interpreter, question: str, said: bool) -> None:
    outcome = gapped.interpret(question)
    assert isinstance(outcome, Understood)
    noted = [n for n in outcome.notes if "cover Jan 28 to Feb 3, 2017 and Feb 11 to Feb 17, 2017 only" in n]
    assert bool(noted) is said


@pytest.mark.parametrize(
    "question",
    [
        "compare refusals in 2017 with 2016",
        "how many more in 2017 than in 2016",
        "Feb 6 versus Feb 12 in Texas",
        "Mexicans in 2016 vs 2017",
        "compare February and March",
    ],
)
def test_a_side_that_is_not_loaded_is_no_zero(gapped: Interpreter, question: str) -> None:
    outcome = gapped.interpret(question)
    assert isinstance(outcome, Decline)
    assert outcome.code == "not_loaded"


def test_reports_outside_the_days_asked_for_have_no_zero(sample_db: Path) -> None:
    answer = Desk(sample_db).ask("Travis refusals since February 6 by report")
    assert answer.status == "answered"
    assert [row[0] for row in answer.rows] == ["2017-02-04", "2017-02-11"]


@pytest.mark.parametrize("last", ["change", "up or down?", "rise or fall?"])
def test_a_change_of_one_report_is_none(sample_db: Path, last: str) -> None:
    desk = Desk(sample_db)
    answer = desk.ask(last, desk.replay(["refusals in week 2", "week 3"]))
    assert answer.status != "answered" or len(answer.rows) > 1
