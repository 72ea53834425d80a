"""Rule "tried": conditions on one column that no day, or none of the values asked for, satisfies.

`month(x) = 1 AND monthname(x) = 'March'`, `coalesce(citizenship, 'none') = 'none' AND citizenship = 'Mexico'`: the
engine itself tries them, on every day of the years concerned or on the values that one of the conditions leaves.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from bot.messages import sql_figures as say
from bot.sql import tree
from bot.sql.rules import Statement, clauses, conjuncts
from bot.sql.verdict import Refusal
from bot.sql.written_sql import column_of, written

Tries = Callable[[str], bool]
_CALENDAR = {"year", "month", "day", "quarter", "week", "weekofyear", "isodow", "dayofweek", "weekday", "dayofyear"}
_CALENDAR |= {"monthname", "dayname", "strftime", "date_trunc", "datetrunc", "date_part", "datepart", "last_day"}
_CALENDAR |= {"dayofmonth", "isoyear"}
_YEARS = (2015, 2018)  # any four years hold every kind of day: tried beside those that are named
_YEAR = re.compile(r"\b(1[89]\d\d|20\d\d)\b")
MOST_YEARS = 60


def check(statement: Statement, tries: Tries) -> None:
    """Raises Refusal with code `constant_condition`. `tries` runs a SELECT of one truth value."""
    for query in statement.queries:
        for name, clause in clauses(query):
            if name not in ("WHERE", "ON", "HAVING"):
                continue
            for part in tree.walk(clause):
                if isinstance(part, tree.Compare) and _never_given(part):
                    raise Refusal("constant_condition", say.constant_condition(name), say.CONSTANT_HINT)
            if name == "WHERE" and any(not isinstance(p, tree.Compare | tree.Column) for p in tree.walk(clause)):
                for sql in _trials(clause):
                    if not tries(sql):
                        raise Refusal("constant_condition", say.contradiction(name), say.CONTRADICTION_HINT)


def _never_given(compare: tree.Compare) -> bool:
    """`CASE ... THEN 'x' ELSE 'y' END = 'z'`: what no branch gives."""
    for case, other in ((compare.left, compare.right), (compare.right, compare.left)):
        if isinstance(case, tree.Call) and case.name == "if" and len(case.args) == 3:
            case = tree.Case([(case.args[0], case.args[1])], case.args[2])
        if compare.op == "=" and isinstance(case, tree.Case) and isinstance(other, tree.Const):
            results = [then for _, then in case.whens] + ([case.default] if case.default is not None else [])
            return all(isinstance(r, tree.Const) and r.kind == other.kind and r.text != other.text for r in results)
    return False


def _trials(clause: tree.Expr) -> Iterator[str]:
    """The conditions that all rows satisfy, by the column they look at, each as a statement that tries them."""
    by_column: dict[tuple[int, str, str], list[tree.Expr]] = {}
    for condition in conjuncts(clause):
        asked = column_of(condition)
        if asked is not None:
            by_column.setdefault(asked, []).append(condition)
    for (_, _, column), conditions in by_column.items():
        if not any(_worked_out(c) for c in conditions):
            continue
        texts = [written(c) for c in conditions]
        values = _days(conditions, " ".join(t or "" for t in texts)) or _left(conditions, texts)
        if values and None not in texts:
            joined = " AND ".join(f"({t})" for t in texts)
            yield f'SELECT coalesce(bool_or({joined}), false) FROM ({values}) tried("{column}")'  # noqa: S608 - of the tree


def _worked_out(condition: tree.Expr) -> bool:
    """Whether a condition asks for more than the column's own value."""
    return any(
        (isinstance(p, tree.Call) and (p.name in _CALENDAR or p.name == "nullif"))
        or (isinstance(p, tree.Op) and p.kind == "coalesce")
        for p in tree.walk(condition)
    )


def _days(conditions: list[tree.Expr], text: str) -> str:
    """Every day of the years concerned, and none; nothing where a condition asks for more than the calendar."""
    for condition in conditions:
        for part in tree.walk(condition):
            if isinstance(part, tree.Call) and part.name not in _CALENDAR:
                return ""
            if isinstance(part, tree.Column) and (part.field is None or not _date(part.field)):
                return ""
    years = [int(y) for y in _YEAR.findall(text)]
    first, last = min([*years, _YEARS[0]]) - 1, max([*years, _YEARS[1]]) + 1
    if last - first > MOST_YEARS:
        return ""
    return f"SELECT unnest(generate_series(DATE '{first}-01-01', DATE '{last}-12-31', INTERVAL 1 DAY))::DATE"


def _date(field: tree.Field) -> bool:
    if field.base is not None:
        return field.type == "DATE"
    return all(isinstance(e, tree.Column) and e.field is not None and _date(e.field) for e in field.exprs)


def _left(conditions: list[tree.Expr], texts: list[str | None]) -> str:
    """The values that one of the conditions leaves, where that is told by its form."""
    for condition in conditions:
        values = _pinned(condition)
        if values:
            rows = ", ".join(f"({written(v)})" for v in values)
            return f"SELECT * FROM (VALUES {rows}, (NULL))"  # noqa: S608 - of the tree
    return ""


def _pinned(condition: tree.Expr) -> list[tree.Const]:
    match condition:
        case tree.Compare(op="=", left=left, right=right):
            for subject, other in ((left, right), (right, left)):
                if isinstance(other, tree.Const) and other.kind == "STRING" and _keeps(subject):
                    return [other]
        case tree.Op(kind="in", items=[subject, *listed]) if _keeps(subject):
            found = [item for item in listed if isinstance(item, tree.Const) and item.kind == "STRING"]
            return found if len(found) == len(listed) else []
    return []


def _keeps(subject: tree.Expr) -> bool:
    """Whether an expression is the column's value or a written one: a column, COALESCE or NULLIF of one."""
    match subject:
        case tree.Column():
            return True
        case tree.Op(kind="coalesce", items=[inner, *rest]) | tree.Call(name="nullif", args=[inner, *rest]):
            return isinstance(inner, tree.Column) and all(isinstance(r, tree.Const) for r in rest)
        case _:
            return False
