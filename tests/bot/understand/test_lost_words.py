"""Words that a plan has no room for stop the answer; the same words with room for them do not."""

from pathlib import Path

import pytest

from bot.ask import Desk
from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Understood


@pytest.mark.parametrize(
    "question",
    [
        "no conviction and no charge in Cook County",
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
