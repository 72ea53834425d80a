"""Words that a plan has no room for stop the answer; the same words with room for them do not."""

from pathlib import Path

import duckdb
import pytest

from bot.ask import Desk
from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Understood

_LATER = "declined_on BETWEEN '2017-02-01' AND '2017-02-28' AND year(issued_on) = 2016"


@pytest.mark.parametrize(
    "question",
    [
        "no conviction and no charge in Cook County",
        "are Travis and Denver the same",
        "were charges and convictions in Texas the same",
        "rather than Mexico, Guatemala",
        "neither charged nor convicted in Texas",
        "not convicted and not charged",
        "did Travis ever have more than Denver",
        "did charges ever outnumber convictions in a week",
        "did Oregon at any point have more refusals than California",
        "how many times was Travis over 11",
        "how often was Denver below 5",
        "any county with more than 14 in one week",
        "states with at least one arson and one fraud",
        "counties with DUI and drug cases",
        "counties with a Mexican and a Honduran",
        "rank of Clark County NV in Section I week 1",
        "where does Travis rank among states?",
        "which sheriffs have policies",
        "jails where everyone was convicted",
        "Section I: who tops it in week 1",
    ],
)
def test_is_not_answered(interpreter: Interpreter, question: str) -> None:
    assert not isinstance(interpreter.interpret(question), Understood)


@pytest.mark.parametrize(
    "question",
    [
        "charged but not convicted in Texas",
        "did Travis have more than Denver",
        "was Travis over 11",
        "states with both Mexicans and Hondurans",
        "refusals in Texas and California by citizenship",
        "counties with more than 14",
        "rank the counties by refusals",
        "when was Cook County's policy enacted",
        "when was Cook County's policy enacted and what does it require",
        "Section II: top county in week 1",
    ],
)
def test_is_read(interpreter: Interpreter, question: str) -> None:
    assert isinstance(interpreter.interpret(question), Understood)


def test_la_after_a_policy_is_asked_about(sample_db: Path) -> None:
    desk = Desk(sample_db)
    assert desk.ask("and LA's?", desk.replay(["what is Cook County's policy"])).status != "answered"


@pytest.mark.parametrize(
    ("question", "when"),
    [
        ("how many declined in week 1 but issued in 2016", "report_id = '2017-01-28' AND year(issued_on) = 2016"),
        ("how many were issued in 2015 but declined in week 2", "report_id = '2017-02-04' AND year(issued_on) = 2015"),
        ("how many were declined in February 2017 but issued the year before", _LATER),
    ],
)
def test_but_between_two_dates_requires_both(question: str, when: str, sample_db: Path) -> None:
    with duckdb.connect(str(sample_db), read_only=True) as connection:
        counted = connection.execute(f"SELECT count(*) FROM refusals WHERE {when}").fetchone()
    assert [f.value for f in Desk(sample_db).ask(question).figures[:1]] == [*(counted or ())]


@pytest.mark.parametrize("question", ["all refusals but issued in 2016", "everything in week 1 but Travis's"])
def test_but_that_takes_something_out_is_not_passed_over(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert not isinstance(outcome, Understood) or any(f.negated for f in outcome.query.filters)
