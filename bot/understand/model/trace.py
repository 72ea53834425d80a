"""LangChain's callbacks into the log: that a model was asked, how long it took, what it cost. No keys; the question
and the reply only at debug level."""

from __future__ import annotations

import logging
import time
from typing import Any
from uuid import UUID

from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.messages import BaseMessage
from langchain_core.outputs import LLMResult

log = logging.getLogger("bot.understand.model")


class Trace(BaseCallbackHandler):
    """One per call. `tokens_in` and `tokens_out` add up over its retries."""

    def __init__(self) -> None:
        self.tokens_in = 0
        self.tokens_out = 0
        self._began: dict[UUID, float] = {}

    def on_chat_model_start(
        self, serialized: dict[str, Any], messages: list[list[BaseMessage]], *, run_id: UUID, **kwargs: Any
    ) -> None:
        """A request goes out."""
        self._began[run_id] = time.monotonic()
        log.info("model asked: %d messages", sum(len(batch) for batch in messages))
        log.debug("model asked: %s", messages)

    def on_llm_end(self, response: LLMResult, *, run_id: UUID, **kwargs: Any) -> None:
        """A reply came back."""
        for batch in response.generations:
            for generation in batch:
                usage = getattr(getattr(generation, "message", None), "usage_metadata", None) or {}
                self.tokens_in += int(usage.get("input_tokens", 0))
                self.tokens_out += int(usage.get("output_tokens", 0))
        log.info(
            "model replied after %.2f s: %d tokens in, %d out",
            time.monotonic() - self._began.pop(run_id, time.monotonic()),
            self.tokens_in,
            self.tokens_out,
        )
        log.debug("model replied: %s", response.generations)

    def on_llm_error(self, error: BaseException, *, run_id: UUID, **kwargs: Any) -> None:
        """The call failed. Only the kind of error: its text may quote the request."""
        self._began.pop(run_id, None)
        log.warning("model failed: %s", type(error).__name__)
