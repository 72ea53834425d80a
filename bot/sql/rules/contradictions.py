"""Rule "contradictions": conditions that exclude one another though they stand in different places.

A subquery keeps Ohio and the query around it asks for Texas; a join equates two columns that WHERE holds to different
values: no row is left, and the zero would say nothing of the reports.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from bot.messages import sql_figures as say
from bot.sql import tree
from bot.sql.rules import Statement, conjuncts, parts, texts_excluded
from bot.sql.rules.combinations import always_same
from bot.sql.space import Node, Space, looked_through
from bot.sql.spaces import Spaces
from bot.sql.spans import span
from bot.sql.verdict import Refusal

Placed: TypeAlias = tuple[tree.Expr, str]  # a condition, and the path under which its columns are found


def check(statement: Statement, spaces: Spaces) -> None:
    """Raises Refusal with code `constant_condition`."""
    for query in statement.selects():
        given = [*_given(query, "")]
        inside = [*_inside(query)]
        if len(given) + len(inside) < 2:
            continue
        space = spaces.of(query)
        _empty_side(query, space, spaces)
        _texts(given, space, spaces)
        asked = _by_column(given, space, spaces)
        _exclude(asked, "WHERE")
        for name, condition in inside:
            for node, own in _by_column([(c, "") for c in conjuncts(condition)], space, spaces).items():
                _exclude({node: [*asked.get(node, []), *own]}, name)


def _empty_side(query: tree.Select, space: Space, spaces: Spaces) -> None:
    """`LEFT JOIN p ... WHERE p.row_no IS NULL AND p.policy = 'x'`: of a row that is not there nothing is asked."""
    absent = {name for name, leaf in space.leaves.items() if leaf.absent}
    if any(spaces.needed(condition) & absent for condition in conjuncts(query.where)):
        raise Refusal("constant_condition", say.contradiction("WHERE"), say.CONTRADICTION_HINT)


def _texts(given: list[Placed], space: Space, spaces: Spaces) -> None:
    asked: list[tuple[str, tree.Expr]] = []
    for condition, path in given:
        for column, one in texts_excluded.texts_asked(iter([condition])):
            node = spaces.node(column, path)
            if node is not None:
                asked.append((repr(space.root(node)), one))
    if texts_excluded.excluded(asked):
        raise Refusal("constant_condition", say.contradiction("WHERE"), say.CONTRADICTION_HINT)


def _given(query: tree.Select, path: str) -> Iterator[Placed]:
    """The conditions that every row of a query satisfies, those of plain subqueries in its FROM included."""
    yield from ((c, path) for c in conjuncts(query.where))
    if not path:
        yield from ((c, path) for c in conjuncts(query.having))
    yield from _joined(query.source, path)


def _joined(part: tree.From | None, path: str) -> Iterator[Placed]:
    if isinstance(part, tree.Join):
        if part.kind in ("INNER", "CROSS", "SEMI"):
            yield from ((c, path) for on in part.conditions for c in conjuncts(on))
        if part.kind not in ("RIGHT", "OUTER"):
            yield from _joined(part.left, path)
        if part.kind in ("INNER", "CROSS", "RIGHT"):
            yield from _joined(part.right, path)
        return
    source = part.source if isinstance(part, tree.Table | tree.Derived) else None
    if source is not None and isinstance(source.query, tree.Select) and looked_through(source.query):
        yield from _given(source.query, f"{path}{source.number}:")


def _inside(query: tree.Select) -> Iterator[tuple[str, tree.Expr]]:
    """The conditions under which a row counts."""
    for _, part in parts(query):
        if isinstance(part, tree.Call | tree.Window):
            if part.filter is not None:
                yield "FILTER", part.filter
            if part.name in ("count_if", "countif"):
                yield part.name, part.args[0]


def _by_column(placed: list[Placed], space: Space, spaces: Spaces) -> dict[Node, list[tree.Expr]]:
    """Comparisons with written values, by the column they are about; equal columns are one."""
    found: dict[Node, list[tree.Expr]] = {}
    for condition, path in placed:
        condition = _spanned(condition)
        subject = _subject(condition)
        node = spaces.node(subject, path) if subject is not None else None
        if node is None:
            continue
        node = space.root(node)
        one = tree.Column((f"{node[0]}.{node[1]}",))
        if isinstance(condition, tree.Compare):
            flipped = subject is condition.right
            left, right = (condition.left, one) if flipped else (one, condition.right)
            found.setdefault(node, []).append(tree.Compare(condition.op, left, right))
        elif isinstance(condition, tree.Op):
            found.setdefault(node, []).append(tree.Op(condition.kind, [one, *condition.items[1:]]))
    return found


def _spanned(condition: tree.Expr) -> tree.Expr:
    """`year(x) = 2016` as the days that it asks for."""
    if not isinstance(condition, tree.Compare) or condition.op != "=":
        return condition
    for asked, written in ((condition.left, condition.right), (condition.right, condition.left)):
        if isinstance(written, tree.Const) and (found := span(asked, written.text)) is not None:
            ends = [tree.Cast(tree.Const("STRING", day), "DATE") for day in found[1:]]
            return tree.Op("between", [found[0], *ends])
    return condition


def _subject(condition: tree.Expr) -> tree.Column | None:
    match condition:
        case (
            tree.Compare(op="=" | "<" | "<=" | ">" | ">=", left=tree.Column() as column, right=other)
            | tree.Compare(op="=" | "<" | "<=" | ">" | ">=", left=other, right=tree.Column() as column)
        ):
            return column if _written([other]) else None
        case tree.Op(kind="in" | "between", items=[tree.Column() as column, *listed]):
            return column if _written(listed) else None
        case _:
            return None


def _written(items: list[tree.Expr]) -> bool:
    return not any(isinstance(p, tree.Column | tree.Subquery | tree.Call) for item in items for p in tree.walk(item))


def _exclude(asked: dict[Node, list[tree.Expr]], where: str) -> None:
    for conditions in asked.values():
        if len(conditions) > 1 and always_same(tree.Logic("and", conditions)):
            raise Refusal("constant_condition", say.contradiction(where), say.CONTRADICTION_HINT)
