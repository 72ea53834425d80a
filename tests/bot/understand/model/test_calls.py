"""Calls to a model: both provider packages over real HTTP, and every way in which a call can fail."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.understand.model.breaker import Breaker
from bot.understand.model.calls import Caller
from bot.understand.model.chat import make_chat
from bot.understand.model.errors import ModelUnavailableError
from bot.understand.model.ledger import Ledger
from bot.understand.model.options import ModelOptions
from bot.understand.model.prompt import opening
from tests.bot.understand.model.peer import Play, Script, playing

PLAN: dict[str, Any] = {"query": {"subject": "refusals"}, "sql": None, "cannot": None, "words": []}
ASKED = opening("system text", (), "how many?")


@pytest.fixture(autouse=True)
def _keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-not-a-real-key")
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-ant-not-a-real-key")


def caller(url: str, provider: str = "openai", **options: float) -> Caller:
    base = f"{url}/v1" if provider == "openai" else url
    made = ModelOptions(f"{provider}:test", base_url=base, retries=0, **options)  # type: ignore[arg-type]
    return Caller(make_chat(made), made, Ledger(None))


@pytest.fixture
def played(request: pytest.FixtureRequest) -> Iterator[tuple[str, Script]]:
    with playing(request.param) as peer:
        yield peer


def one(play: Play) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("played", [[play]], indirect=True)


@one({"content": json.dumps(PLAN)})
def test_openai_gets_the_schema_and_gives_a_plan(played: tuple[str, Script]) -> None:
    url, script = played
    calls = caller(url)
    reply = calls.call(ASKED, calls.meter())
    assert reply.query is not None
    assert reply.query.subject == "refusals"
    [request] = script.requests
    assert request["response_format"]["json_schema"]["name"] == "Reply"
    assert request["messages"][-1]["content"] == "<question>how many?</question>"


@pytest.mark.no_cover
@one({"tool": PLAN})
def test_anthropic_gets_the_schema_as_a_tool(played: tuple[str, Script]) -> None:
    url, script = played
    calls = caller(url, "anthropic")
    reply = calls.call(ASKED, calls.meter())
    assert reply.query is not None
    assert script.requests[0]["tools"][0]["name"] == "Reply"


@one({"content": json.dumps(PLAN)})
def test_tokens_are_counted_and_priced(played: tuple[str, Script]) -> None:
    calls = caller(played[0], price_in=10.0, price_out=50.0)
    meter = calls.meter()
    calls.call(ASKED, meter)
    spent = calls.ledger.spent(datetime.now(UTC).date())
    assert spent.tokens == 120
    assert spent.dollars == pytest.approx(0.002)
    assert meter.tokens == calls.options.tokens_per_question - 120


@pytest.mark.parametrize(
    ("played", "code"),
    [
        ([{"content": "Sure! The answer is 154."}], "no_form"),
        ([{"content": '{"query": {"subject": "inmates"}}'}], "no_form"),
        ([{"content": '{"answer": 154}'}], "no_form"),
        ([{"content": "I'm sorry, I can't help with that."}], "no_form"),
        ([{"status": 429}], "unreachable"),
        ([{"status": 500}], "unreachable"),
        ([{"raw": b"{not json"}], "unreachable"),
    ],
    indirect=["played"],
)
def test_what_is_no_plan_is_an_error_with_a_code(played: tuple[str, Script], code: str) -> None:
    calls = caller(played[0])
    with pytest.raises(ModelUnavailableError) as caught:
        calls.call(ASKED, calls.meter())
    assert caught.value.code == code
    assert "sk-" not in str(caught.value)


@one({"hang": 30.0, "content": json.dumps(PLAN)})
def test_a_model_that_hangs_is_given_up_at_the_deadline(played: tuple[str, Script]) -> None:
    calls = caller(played[0], deadline_s=0.2)
    with pytest.raises(ModelUnavailableError) as caught:
        calls.call(ASKED, calls.meter())
    assert caught.value.code in ("deadline", "unreachable")


@one({"status": 500})
def test_after_three_failures_the_model_is_left_alone(played: tuple[str, Script]) -> None:
    url, script = played
    calls = caller(url)
    for _ in range(3):
        with pytest.raises(ModelUnavailableError):
            calls.call(ASKED, calls.meter())
    with pytest.raises(ModelUnavailableError) as caught:
        calls.call(ASKED, calls.meter())
    assert caught.value.code == "breaker_open"
    assert len(script.requests) == 3


def test_the_breaker_lets_one_call_try_after_its_rest() -> None:
    now = [0.0]
    breaker = Breaker(limit=2, rest_s=60, clock=lambda: now[0])
    breaker.failed()
    assert not breaker.open
    breaker.failed()
    assert breaker.open
    now[0] = 61.0
    assert not breaker.open
    breaker.failed()
    assert breaker.open
    breaker.worked()
    assert not breaker.open


@one({"content": json.dumps(PLAN)})
def test_the_days_budget_stops_the_model_before_it_is_asked(played: tuple[str, Script]) -> None:
    url, script = played
    calls = caller(url, tokens_per_day=100)
    calls.call(ASKED, calls.meter())
    with pytest.raises(ModelUnavailableError) as caught:
        calls.call(ASKED, calls.meter())
    assert caught.value.code == "budget_day"
    assert len(script.requests) == 1


@pytest.mark.parametrize(
    ("name", "code"), [("gpt-5", "bad_name"), ("nosuch:model", "not_made"), ("groq:x", "missing_package")]
)
def test_a_model_that_cannot_be_made_says_what_to_do(name: str, code: str) -> None:
    with pytest.raises(ModelUnavailableError) as caught:
        make_chat(ModelOptions(name))
    assert caught.value.code == code


def test_a_missing_key_is_named_before_anything_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ANTHROPIC_API_KEY")
    with pytest.raises(ModelUnavailableError, match="ANTHROPIC_API_KEY"):
        make_chat(ModelOptions("anthropic:any"))
