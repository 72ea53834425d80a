"""Where in a plan something stands, and how a condition is written: what a refused model is told to mend it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.query import Filter, Query
from bot.understand.draft import Cond
from bot.understand.lexicon import Lexicon
from bot.understand.model.keys import Key, filter_keys


def placed(plan: Query, root: str = "query") -> Iterator[tuple[str, Filter]]:
    """(path, filter) for every filter of a plan: its own, a share's, its slices', its second part's."""
    for at, condition in enumerate(plan.filters):
        yield f"{root}.filters[{at}]", condition
    for at, condition in enumerate(plan.measure.of):
        yield f"{root}.measure.of[{at}]", condition
    for side, part in enumerate(plan.slices):
        for at, condition in enumerate(part.filters):
            yield f"{root}.slices[{side}].filters[{at}]", condition
    if plan.also is not None:
        yield from placed(plan.also, f"{root}.also")


def folded(key: Key) -> Key:
    """A key as the question and the plan are compared: a policy's wording whatever its capitals."""
    return (key[0], key[1].casefold(), key[2]) if key[0] == "criteria" else key


def path_of(key: Key, plan: Query, lexicon: Lexicon) -> str:
    """The path of the filter that this key comes from."""
    return next((path for path, f in placed(plan) if key in {folded(k) for k in filter_keys(f, lexicon)}), "query")


def path_of_field(field: str, plan: Query) -> str:
    """The path of the first filter on this field."""
    return next((path for path, f in placed(plan) if f.field == field), "query")


def written(key: Key, conds: list[Cond], lexicon: Lexicon) -> str:
    """The condition of the question behind this key as a plan writes it; empty where it is no filter of a plan."""
    for cond in conds:
        plain = cond.filter().model_copy(update={"label": ""})
        if key in {folded(k) for k in filter_keys(plain, lexicon)}:
            return plain.model_dump_json(exclude_defaults=True)
    return ""
