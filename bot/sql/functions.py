"""The allow-list of functions, read from `prompts/functions.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from bot.semantic import prompt_data


@dataclass(frozen=True, slots=True)
class Function:
    """A function that may be called. See the head of `prompts/functions.yaml` for the fields.

    `values` is None when every argument may come out.
    """

    name: str
    group: str
    kind: Literal["scalar", "aggregate", "window"]
    gives: str
    says: str
    values: tuple[int, ...] | None
    any: bool
    adds: bool
    least: int
    most: int

    def may_come_out(self, position: int) -> bool:
        """Whether the argument at this position may come out as the value, or be counted with."""
        return self.values is None or position in self.values


MOST_ARGUMENTS = 40


@cache
def allowed() -> dict[str, Function]:
    """Every allowed function by lower-case name, in the file's order."""
    groups = prompt_data("functions.yaml")
    return {name: _function(name, spec, group) for group in groups for name, spec in group["functions"].items()}


def _function(name: str, spec: dict[str, Any], group: dict[str, Any]) -> Function:
    values = spec.get("values", [0])
    least, most = spec.get("args", (0, MOST_ARGUMENTS))
    return Function(
        name=name,
        group=group["group"],
        kind=group["kind"],
        gives=spec.get("gives", group["gives"]),
        says=spec["says"],
        values=None if values == "all" else tuple(values),
        any=bool(spec.get("any")),
        adds=spec.get("repeat", group.get("repeat", "safe")) == "adds",
        least=least,
        most=most,
    )


@cache
def aggregates() -> frozenset[str]:
    """Names of the aggregate functions."""
    return frozenset(name for name, function in allowed().items() if function.kind == "aggregate")
