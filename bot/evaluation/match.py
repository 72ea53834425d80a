"""Whether an answer gives the gold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from bot.answer.answer import Answer
from bot.evaluation.cells import key, key_of, number, pool, same_date, same_number
from bot.evaluation.items import Gold

_TOTAL = re.compile(r"\b(total|sum|overall|all|together|difference|change)\b")


def gives(gold: Gold, answer: Answer) -> bool:
    """Whether the answer gives this gold or one of its alternatives, and all that has to be there too."""
    return any(_main(g, answer) and all(_also(a, answer) for a in g.also) for g in gold.readings())


def _main(gold: Gold, answer: Answer) -> bool:
    if gold.type in ("scalar", "percent", "date"):
        return _first_figure(gold, answer)
    if gold.type == "text":
        return _text(gold, answer)
    return _table(gold, answer)


def _also(gold: Gold, answer: Answer) -> bool:
    if gold.type in ("scalar", "percent", "date"):
        return any(_equals(gold, f.value) for f in answer.figures)
    return _main(gold, answer)


def _equals(gold: Gold, value: Any) -> bool:
    wanted = number(gold.value)
    if gold.type == "date" or wanted is None:
        return value is not None and same_date(value, gold.value)
    return same_number(number(value), wanted, gold.tolerance, percent=gold.type == "percent")


def _first_figure(gold: Gold, answer: Answer) -> bool:
    if answer.figures:
        first = answer.figures[0]
        if gold.label_must and not re.search(gold.label_must, first.label.lower()):
            return False
        return _equals(gold, first.value)
    return len(answer.rows) == 1 and len(answer.rows[0]) == 1 and _equals(gold, answer.rows[0][0])


def _text(gold: Gold, answer: Answer) -> bool:
    parts = [answer.text, answer.reading, *[c.text for c in answer.caveats]]
    parts += [" | ".join(str(c) for c in row) for row in answer.rows]
    whole = re.sub(r"\s+", " ", "\n".join(parts).lower().replace("’", "'"))
    groups = [g if isinstance(g, list) else [g] for g in gold.must]
    wanted = all(any(re.search(p.lower(), whole) for p in group) for group in groups)
    return wanted and not any(re.search(p.lower(), whole) for p in gold.must_not)


def _table(gold: Gold, answer: Answer) -> bool:
    wanted = gold.rows or []
    if not wanted:
        return not answer.rows
    rows: list[list[Any]] = [list(r) for r in answer.rows] or [[f.label, f.value] for f in answer.figures]
    if not rows:
        return False
    keys = gold.keys if gold.keys is not None else len(wanted[0]) - (gold.type == "table")
    if keys == len(wanted[0]):
        return _matches(gold, wanted, rows, keys, None)
    width = max(len(r) for r in rows)
    return any(_matches(gold, wanted, rows, keys, column) for column in range(width))


def _matches(gold: Gold, wanted: Sequence[list[Any]], rows: Sequence[list[Any]], keys: int, column: int | None) -> bool:
    """Each gold row once, in `column` its value; what is left over has to be a total, a zero or a blank."""
    used: list[int] = []
    for row in rows:
        hit = next((i for i, w in enumerate(wanted) if i not in used and _row(gold, w, row, keys, column)), None)
        if hit is not None:
            used.append(hit)
        elif gold.prefix_ok and len(used) == len(wanted):
            break
        elif not _harmless(row, column) and not _repeated(gold, [wanted[i] for i in used], row, keys):
            return False
    if len(used) != len(wanted):
        return False
    if not gold.ordered:
        return True
    if column is None:
        return used == sorted(used)
    return [key_of(wanted[i][keys]) for i in used] == [key_of(w[keys]) for w in wanted]


def _row(gold: Gold, wanted: list[Any], row: list[Any], keys: int, column: int | None) -> bool:
    if column is not None:
        if column >= len(row):
            return False
        value = number(wanted[keys])
        same = same_number(number(row[column]), value, gold.tolerance, percent=False) if value is not None else (
            key_of(row[column]) == key_of(wanted[keys])
        )  # fmt: skip
        if not same:
            return False
    named = pool(c for i, c in enumerate(row) if i != column)
    return all(_named(gold, part, named) for part in wanted[:keys])


def _named(gold: Gold, part: Any, named: set[str]) -> bool:
    wanted = key_of(part)
    if wanted in named or (not wanted and "not stated" in named):
        return True
    others = [key(alias) for alias in gold.aliases.get(str(part), ())]
    return any(o == n or f" {o} " in f" {n} " for o in others for n in named)


def _repeated(gold: Gold, seen: Sequence[list[Any]], row: list[Any], keys: int) -> bool:
    return gold.type == "list" and any(_row(gold, w, row, keys, None) for w in seen)


def _harmless(row: list[Any], column: int | None) -> bool:
    label = " ".join(key_of(c) for i, c in enumerate(row) if i != column and number(c) is None)
    if not label.strip() or _TOTAL.search(label):
        return True
    return column is not None and column < len(row) and number(row[column]) == 0
