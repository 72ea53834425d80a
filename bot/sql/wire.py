"""Rows between the worker and its owner: JSON lines, with the few types that JSON lacks marked.

No pickle: what the worker sends stems from a process that runs other people's SQL.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

_MARK = "$"
_DECODERS: dict[str, Callable[[Any], object]] = {
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "time": time.fromisoformat,
    "seconds": lambda value: timedelta(days=value[0], seconds=value[1], microseconds=value[2]),
    "decimal": Decimal,
    "uuid": UUID,
    "bytes": bytes.fromhex,
    "tuple": tuple,
    "items": dict,
}


def encode(message: object) -> bytes:
    """One line of JSON."""
    return json.dumps(_plain(message), ensure_ascii=True, separators=(",", ":")).encode() + b"\n"


def decode(line: bytes) -> Any:
    """What was encoded. Raises ValueError on anything else."""
    return json.loads(line, object_hook=_revive)


def _plain(value: Any) -> Any:
    match value:
        case None | bool() | int() | float() | str():
            return value
        case datetime():
            return {_MARK: "datetime", "v": value.isoformat()}
        case date():
            return {_MARK: "date", "v": value.isoformat()}
        case time():
            return {_MARK: "time", "v": value.isoformat()}
        case timedelta():
            return {_MARK: "seconds", "v": [value.days, value.seconds, value.microseconds]}
        case Decimal():
            return {_MARK: "decimal", "v": str(value)}
        case UUID():
            return {_MARK: "uuid", "v": str(value)}
        case bytes():
            return {_MARK: "bytes", "v": value.hex()}
        case tuple():
            return {_MARK: "tuple", "v": [_plain(v) for v in value]}
        case list():
            return [_plain(v) for v in value]
        case dict():
            return {_MARK: "items", "v": [[_plain(k), _plain(v)] for k, v in value.items()]}
        case _:
            return str(value)


def _revive(found: dict[str, Any]) -> Any:
    kind = found.get(_MARK)
    if kind not in _DECODERS:
        raise ValueError(f"unknown kind {kind!r}")
    return _DECODERS[kind](found["v"])
