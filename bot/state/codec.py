"""Plans and threads to JSON and back, unchanged.

JSON has no dates, and a plan may hold both the date 2017-01-28 and the report named "2017-01-28"; so dates are marked.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import TypeAdapter

from bot.query import Query
from bot.understand.outcome import Thread

DATE = "$date"
_thread: TypeAdapter[Thread] = TypeAdapter(Thread)


def _marked(value: Any) -> Any:
    if isinstance(value, date):
        return {DATE: value.isoformat()}
    if isinstance(value, dict):
        return {key: _marked(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_marked(inner) for inner in value]
    return value


def _unmarked(value: Any) -> Any:
    if isinstance(value, dict):
        if set(value) == {DATE}:
            return date.fromisoformat(value[DATE])
        return {key: _unmarked(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return tuple(_unmarked(inner) for inner in value)
    return value


def dump_query(query: Query) -> dict[str, Any]:
    """A plan as a JSON object; what is left at its default is left out."""
    marked: dict[str, Any] = _marked(query.model_dump(exclude_defaults=True))
    return marked


def load_query(data: dict[str, Any]) -> Query:
    """The plan. Raises pydantic.ValidationError for an object of another version."""
    return Query.model_validate(_unmarked(data))


def dump_thread(thread: Thread) -> dict[str, Any]:
    """A thread as a JSON object."""
    marked: dict[str, Any] = _marked(_thread.dump_python(thread, exclude_defaults=True))
    return marked


def load_thread(data: dict[str, Any]) -> Thread:
    """The thread. Raises pydantic.ValidationError for an object of another version."""
    return _thread.validate_python(_unmarked(data))
