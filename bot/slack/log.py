"""One line of JSON a thing done: what, how long, how it ended. No tokens; the words of a question only at debug."""

from __future__ import annotations

import faulthandler
import json
import logging
import sys
import time
from typing import Any

logger = logging.getLogger("detainer_desk.slack")


class JsonLines(logging.Formatter):
    """A record as one JSON object; `extra={"data": {...}}` gives its fields."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line = {"at": self.formatTime(record), "level": record.levelname.lower(), "event": record.getMessage()}
        line.update(getattr(record, "data", {}))
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def set_up(level: str = "INFO") -> None:
    """Lines to stderr. Bolt and the SDK are kept at warnings: their debug output holds message text."""
    faulthandler.enable()  # a crash inside a native library leaves at least the stacks of all threads
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logger.setLevel(level)


def note(event: str, **data: Any) -> None:
    """Something done, at info."""
    logger.info(event, extra={"data": data})


def trouble(event: str, **data: Any) -> None:
    """Something that went wrong, with the traceback of the exception being handled, if any."""
    logger.error(event, extra={"data": data}, exc_info=sys.exc_info()[0] is not None)


class Stopwatch:
    """Milliseconds by step."""

    def __init__(self) -> None:
        self.started = self.last = time.perf_counter()
        self.steps: dict[str, int] = {}

    def lap(self, step: str) -> None:
        """The step that has just ended."""
        at = time.perf_counter()
        self.steps[step], self.last = round((at - self.last) * 1000), at

    def total(self) -> int:
        """Since the start."""
        return round((time.perf_counter() - self.started) * 1000)
