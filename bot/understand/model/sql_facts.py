"""What a statement does, by its syntax tree: how often each view is read, functions, arithmetic, order, limit."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import sqlglot
from sqlglot import exp

_AGGREGATES: dict[type[exp.Expr], str] = {
    exp.Count: "count",
    exp.Sum: "sum",
    exp.Avg: "avg",
    exp.Median: "median",
    exp.Min: "min",
    exp.Max: "max",
}
_NOT_FOLLOWED = (
    exp.SetOperation,
    exp.Window,
    exp.Case,
    exp.If,
    exp.With,
    exp.Having,
    exp.Add,
    exp.Mod,
    exp.Pow,
    exp.Or,
)


@dataclass(frozen=True, slots=True)
class Facts:
    """`strange` names what the grounding does not follow; a statement with any of it is not used."""

    scans: Counter[str]
    columns: frozenset[str]
    functions: frozenset[str]
    strange: tuple[str, ...]
    numbers: frozenset[float]
    grouped: frozenset[str]
    distinct: bool
    descending: bool | None
    """Direction of the first sort key; None without ORDER BY."""
    limit: int | None
    divisions: tuple[exp.Div, ...]
    subtracts: bool


def facts_of(sql: str) -> Facts | None:
    """The facts, or nothing where the text is no single SELECT."""
    try:
        tree = sqlglot.parse_one(sql, read="duckdb")
    except sqlglot.errors.SqlglotError:
        return None
    if not isinstance(tree, exp.Select):
        return None
    ordered = list(tree.find_all(exp.Ordered))
    limit = tree.args.get("limit")
    return Facts(
        scans=Counter(t.name.lower() for t in tree.find_all(exp.Table)),
        columns=frozenset(c.name.lower() for c in tree.find_all(exp.Column)),
        functions=frozenset(_AGGREGATES[type(n)] for n in tree.walk() if type(n) in _AGGREGATES),
        strange=tuple(_strange(tree)),
        numbers=frozenset(_numbers(tree)),
        grouped=frozenset(c.name.lower() for g in tree.find_all(exp.Group) for c in _grouped(g, tree)),
        distinct=any(True for _ in tree.find_all(exp.Distinct)),
        descending=bool(ordered[0].args.get("desc")) if ordered else None,
        limit=int(limit.expression.name) if limit is not None and limit.expression.name.isdigit() else None,
        divisions=tuple(tree.find_all(exp.Div)),
        subtracts=any(True for _ in tree.find_all(exp.Sub, exp.DateDiff)),
    )


def _strange(tree: exp.Select) -> list[str]:
    found = [type(node).__name__ for node in tree.find_all(*_NOT_FOLLOWED)]
    found += [
        type(n).__name__ for n in tree.find_all(exp.Func) if type(n) not in _AGGREGATES and not isinstance(n, _PLAIN)
    ]
    found += [
        "Mul" for node in tree.find_all(exp.Mul) if not any(_is_hundred(side) for side in (node.left, node.right))
    ]
    return found


_PLAIN = (exp.Cast, exp.DateDiff, exp.And, exp.Nullif, exp.TsOrDsToDate, exp.Exists)


def _is_hundred(node: exp.Expr) -> bool:
    return isinstance(node, exp.Literal) and not node.is_string and float(node.name) == 100


def _numbers(tree: exp.Select) -> list[float]:
    """Numeric literals, but for a percentage's 100, LIMIT and the positions in GROUP BY and ORDER BY."""
    return [
        float(node.name)
        for node in tree.find_all(exp.Literal)
        if not node.is_string
        and not isinstance(node.parent, exp.Limit | exp.Group | exp.Ordered)
        and not (_is_hundred(node) and isinstance(node.parent, exp.Mul))
    ]


def _grouped(group: exp.Group, tree: exp.Select) -> list[exp.Column]:
    """The columns grouped by; a position means the column that stands there."""
    found: list[exp.Column] = []
    for part in group.expressions:
        if isinstance(part, exp.Literal) and part.name.isdigit():
            at = int(part.name) - 1
            part = tree.expressions[at].unalias() if at < len(tree.expressions) else part
        found += [part] if isinstance(part, exp.Column) else []
    return found
