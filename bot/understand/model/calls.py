"""One call to the model under all limits: deadline, budget, breaker; the reply parsed into its form or refused."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from bot.messages import model as say
from bot.understand.model.breaker import Breaker
from bot.understand.model.errors import ModelUnavailableError
from bot.understand.model.ledger import Ledger, Usage
from bot.understand.model.options import ModelOptions
from bot.understand.model.reply import Reply, reply_schema

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

Message = tuple[str, str]
"""Role (system, human, ai) and text."""

FENCE = re.compile(r"^\s*```(?:json)?\s*(.*?)\s*```\s*$", re.DOTALL)


def _today() -> date:
    return datetime.now(UTC).date()


@dataclass(slots=True)
class Meter:
    """Time and tokens left for one question."""

    ends: float
    tokens: int

    def seconds_left(self) -> float:
        """Seconds until the question's deadline; raises when it has passed."""
        left = self.ends - time.monotonic()
        if left <= 0:
            raise ModelUnavailableError("deadline", say.DEADLINE)
        return left


@dataclass(slots=True)
class Caller:
    """Calls the model. One per process; safe to use from several threads."""

    chat: BaseChatModel
    options: ModelOptions
    ledger: Ledger
    breaker: Breaker = field(default_factory=Breaker)
    # Daemon-like pool: a call past its deadline is abandoned here and ends with the client's own timeout.
    _pool: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(4, "model"), repr=False)

    def meter(self) -> Meter:
        """A fresh meter for a question."""
        return Meter(time.monotonic() + self.options.deadline_s, self.options.tokens_per_question)

    def call(self, messages: Sequence[Message], meter: Meter) -> Reply:
        """The model's reply. Raises ModelUnavailableError: limits, failure, or a reply without the form asked for."""
        self._may_call(meter)
        from bot.understand.model.trace import Trace

        trace = Trace()
        future = self._pool.submit(self._invoke, list(messages), trace)
        try:
            raw = future.result(timeout=meter.seconds_left())
        except FutureTimeoutError as error:
            self.breaker.failed()
            raise ModelUnavailableError("deadline", say.DEADLINE) from error
        except Exception as error:
            self.breaker.failed()
            raise ModelUnavailableError("unreachable", say.UNREACHABLE) from error
        finally:
            self._spend(trace.tokens_in, trace.tokens_out, meter)
        self.breaker.worked()
        return parse(raw)

    def _may_call(self, meter: Meter) -> None:
        meter.seconds_left()
        if self.breaker.open:
            raise ModelUnavailableError("breaker_open", say.BREAKER_OPEN)
        if meter.tokens <= 0:
            raise ModelUnavailableError("budget_question", say.BUDGET_QUESTION)
        spent = self.ledger.spent(_today())
        over = self.options.dollars_per_day and spent.dollars >= self.options.dollars_per_day
        if over or spent.tokens >= self.options.tokens_per_day:
            raise ModelUnavailableError("budget_day", say.BUDGET_DAY)

    def _invoke(self, messages: list[Message], trace: Any) -> dict[str, Any]:
        # json_schema is constrained decoding where the provider has it; a small local model asked by tool call
        # silently answers nothing. Anthropic's package does it by tool, which is its default.
        method = {} if self.options.provider == "anthropic" else {"method": "json_schema"}
        structured = self.chat.with_structured_output(reply_schema(), include_raw=True, **method)
        result = structured.invoke(messages, config={"callbacks": [trace]})
        return result if isinstance(result, dict) else {"parsed": result}

    def _spend(self, tokens_in: int, tokens_out: int, meter: Meter) -> None:
        meter.tokens -= tokens_in + tokens_out
        dollars = (tokens_in * self.options.price_in + tokens_out * self.options.price_out) / 1e6
        self.ledger.spend(Usage(tokens_in + tokens_out, dollars), _today())


def parse(raw: dict[str, Any]) -> Reply:
    """The reply in its form. LangChain gives `parsed`, or None where the model wrote prose or no tool call."""
    parsed = raw.get("parsed")
    if parsed is None:
        parsed = _from_text(getattr(raw.get("raw"), "content", ""))
    try:
        return Reply.model_validate(parsed)
    except ValidationError as error:
        raise ModelUnavailableError("no_form", say.NO_FORM) from error


def _from_text(content: object) -> object:
    text = content if isinstance(content, str) else ""
    fenced = FENCE.match(text)
    try:
        return json.loads(fenced.group(1) if fenced else text)
    except ValueError:
        return None
