"""Rule "relabelled": a label does not call a value by another one's name.

`CASE WHEN disposition = 'charge' THEN 'convicted' ELSE 'charged' END` turns charges into convictions, and
`CASE state WHEN 'Texas' THEN 'California' ELSE state END` moves a state's refusals to another.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.messages import sql_names as say
from bot.sql import tree
from bot.sql.rules import Statement, parts
from bot.sql.rules.value_names import Names, names_of
from bot.sql.schema import ModelLike
from bot.sql.verdict import Refusal


def check(statement: Statement) -> None:
    """Raises Refusal with code `misnamed`."""
    for query in statement.queries:
        for _, part in parts(query):
            if isinstance(part, tree.Case | tree.Call | tree.Op):
                for value, label, names in _labels(part, statement.model):
                    said = names.said(label)
                    if said and not said & names.meant(value):
                        raise Refusal("misnamed", say.relabelled(label, value or say.OTHER_VALUES), say.RELABELLED_HINT)


def _labels(part: tree.Expr, model: ModelLike) -> Iterator[tuple[str, str, Names]]:
    """(value, what it is called, the names that such values have) for the texts that stand for values of a column.

    An empty value stands for several: whatever no other branch asks for.
    """
    match part:
        case tree.Call(name="replace" | "regexp_replace", args=[subject, old, new, *_]):
            yield from _replaced(subject, text(old), text(new), model)
        case tree.Call(name="if", args=[when, then, default]):
            yield from _branches(tree.Case([(when, then)], default), model)
        case tree.Op(kind="coalesce", items=items):
            for label in (text(item) for item in items):
                if label is not None and (names := names_of(items[0], model)) is not None:
                    yield "", label, names
        case tree.Case():
            yield from _branches(part, model)


def _replaced(
    subject: tree.Expr, old: str | None, new: str | None, model: ModelLike
) -> Iterator[tuple[str, str, Names]]:
    names = names_of(subject, model)
    if names is None or old is None or new is None:
        return
    if names.closed:
        yield from ((value, value.replace(old, new), names) for value in names.closed if old in value)
    else:
        yield old, new, names


def _branches(case: tree.Case, model: ModelLike) -> Iterator[tuple[str, str, Names]]:
    names: Names | None = None
    taken: set[str] = set()
    for when, then in case.whens:
        asked = _asked(when, model)
        if asked is None:
            yield from _among(case, model)
            return
        values, names = asked
        label = text(then)
        for value in values:
            taken |= names.meant(value)
            if label is not None:
                yield value, label, names
    label = text(case.default) if case.default is not None else None
    if names is not None and label is not None:
        left = [value for value in names.closed if value not in taken]
        yield left[0] if len(left) == 1 else "", label, names
    yield from _among(case, model)


def _among(case: tree.Case, model: ModelLike) -> Iterator[tuple[str, str, Names]]:
    """A name among the column's own values, under a condition that does not ask for it:
    `CASE WHEN disposition = 'charge' THEN 'Ohio' ELSE state END`."""
    results = [then for _, then in case.whens] + ([case.default] if case.default is not None else [])
    names = next((n for result in results if (n := names_of(result, model)) is not None), None)
    if names is None:
        return
    for when, then in case.whens:
        label = text(then)
        if label is not None:
            asked = _asked(when, model)
            yield from ((value, label, names) for value in (asked[0] if asked is not None else [""]))


def _asked(when: tree.Expr, model: ModelLike) -> tuple[list[str], Names] | None:
    """The values of a column that a condition asks for, and the names of that column's values."""
    match when:
        case tree.Compare(op="=", left=left, right=right):
            for column, other in ((left, right), (right, left)):
                names, value = names_of(column, model), text(other)
                if names is not None and value is not None:
                    return [value], names
        case tree.Op(kind="in", items=[column, *listed]):
            names, values = names_of(column, model), [text(item) for item in listed]
            if names is not None and None not in values:
                return [value for value in values if value is not None], names
    return None


def text(expr: tree.Expr) -> str | None:
    """A text or whole number written in the statement."""
    return expr.text if isinstance(expr, tree.Const) and expr.kind in ("STRING", "INTEGER") else None
