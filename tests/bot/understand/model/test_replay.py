"""The replies of a large chat model to the dev questions, replayed with the offline interpreter out of the way.

`tests/questions/model_replies.json` holds what it said; nothing here asks a model. Every figure that comes out is the
one the interpreter's own plan gives over the same data. The file says how the replies came about.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.answer.answer import Answer
from bot.ask import Desk
from bot.semantic import load_model
from bot.understand.model.calls import Caller
from bot.understand.model.chat import make_chat
from bot.understand.model.ledger import Ledger
from bot.understand.model.options import ModelOptions
from bot.understand.model.reader import ModelReader
from bot.understand.outcome import Decline, Outcome, Thread, Understood, WidenedOutcome
from tests.bot.understand.model.peer import Play, playing

RECORDED: dict[str, dict[str, Any]] = json.loads(
    (Path(__file__).resolve().parents[3] / "questions" / "model_replies.json").read_text(encoding="utf-8")
)["replies"]
ANSWERED = 61
"""How many of the seventy are answered by the model's plans alone; of the other ten nine are the desk's own questions
back and declines."""


class Alone(ModelReader):
    """The reader with the interpreter switched off: its plan is kept from it, its decisions to decline are not."""

    def __call__(self, question: str, thread: Thread, offline: Outcome, lexicon: Any) -> WidenedOutcome:
        hidden = Decline("unaccounted", "") if isinstance(offline, Understood) else offline
        return super().__call__(question, thread, hidden, lexicon)


@pytest.fixture(scope="module")
def answers(sample_db: Path) -> dict[str, tuple[Answer, Answer]]:
    """By item: the answer with the interpreter alone, and with the model alone."""
    offline = Desk(sample_db)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OPENAI_API_KEY", "sk-not-a-real-key")
        given: dict[str, tuple[Answer, Answer]] = {}
        plays: list[Play] = [{"content": ""}]
        with playing(plays) as (url, script):
            options = ModelOptions("openai:test", base_url=f"{url}/v1", retries=0, use="only", deadline_s=60.0)
            reader = Alone(Caller(make_chat(options), options, Ledger(None)), load_model())
            desk = Desk(sample_db, widen=reader)
            for item, said in RECORDED.items():
                script.plays[:] = [{"content": json.dumps(reply)} for reply in said["replies"]] or [{"content": ""}]
                thread = offline.replay(said["thread"])
                given[item] = offline.ask(said["question"], thread), desk.ask(said["question"], thread)
    return given


def test_every_question_of_the_set_has_a_reply() -> None:
    assert len(RECORDED) == 70


def test_what_the_model_answers_has_the_interpreters_figures(answers: dict[str, tuple[Answer, Answer]]) -> None:
    for item, (offline, model) in answers.items():
        if model.status == "answered":
            assert offline.status == "answered", item
            assert [f.value for f in model.figures][:1] == [f.value for f in offline.figures][:1], item
            have, want = _rows(model, offline), _rows(offline, model)
            passages = model.query is not None and model.query.subject == "caveats"
            quoted = set(have) <= set(want) or set(want) <= set(have)  # fewer of the passages that bear, or all of them
            assert have == want or (passages and have and quoted), item


def _rows(answer: Answer, other: Answer) -> list[str]:
    """The rows; of a list, only what is listed where the two show other columns beside it."""
    whole = answer.columns == other.columns
    return sorted(str(row if whole else row[0]) for row in answer.rows)


def test_the_models_plans_answer_all_that_can_be_answered(answers: dict[str, tuple[Answer, Answer]]) -> None:
    missed = [i for i, (offline, model) in answers.items() if offline.status == "answered" != model.status]
    assert missed == []
    assert sum(model.status == "answered" for _, model in answers.values()) >= ANSWERED


def test_what_the_desk_declines_or_asks_about_no_model_answers(answers: dict[str, tuple[Answer, Answer]]) -> None:
    for offline, model in answers.values():
        if offline.status != "answered":
            assert model.status != "answered"
            assert model.figures == []
