"""Conditions that are the same for every row, however they are dressed up.

Here for single conditions; `combinations.py` finds those that are the same only together.
"""

from __future__ import annotations

from bot.sql import tree
from bot.sql.canon import canon
from bot.sql.functions import aggregates
from bot.sql.rules.domains import never_matches
from bot.sql.rules.written import written_number, written_value

NEVER_NEGATIVE = {
    *("count_star", "count", "count_if", "countif", "length", "len", "char_length", "character_length", "abs"),
    *("levenshtein", "damerau_levenshtein", "row_number", "rank", "dense_rank", "array_length", "instr", "strpos"),
}
_NEVER_NULL_CALLS = {
    "count_star",
    "count",
    "count_if",
    "countif",
    "concat",
    "concat_ws",
    "list_value",
    "row_number",
    "rank",
}
# of a value and itself: nothing lies between them
_NOTHING_BETWEEN = {"date_diff", "datediff", "date_sub", "datesub", "age", "levenshtein", "damerau_levenshtein"}
_LIKES = {"~~", "~~*", "!~~", "!~~*"}


def row_dependent(expr: tree.Expr, subqueries_count: bool) -> bool:
    """Whether an expression's value can change from row to row.

    `subqueries_count`: a subquery that reads rows is enough (CASE), although it is the same for every row.
    """
    match expr:
        case tree.Const() | tree.Star():
            return False
        case tree.Column():
            field = expr.field
            if field is None:
                return False
            return field.base is not None or any(row_dependent(e, subqueries_count) for e in field.exprs)
        case tree.Window():
            return True
        case tree.Call() if expr.name in aggregates():
            return expr.name == "count_star" or any(row_dependent(a, subqueries_count) for a in expr.args)
        case tree.Subquery():
            if subqueries_count or (expr.child is not None and row_dependent(expr.child, False)):
                return True
            from bot.sql.rules.predicates import looks_outside

            return looks_outside(expr.query)
        case tree.Case():
            results = {canon(then) for _, then in expr.whens}
            results.add(canon(expr.default) if expr.default is not None else "null")
            return len(results) > 1 and any(row_dependent(p, subqueries_count) for p in tree.children(expr))
        case tree.Op(kind="coalesce") if isinstance(expr.items[0], tree.Const):
            return expr.items[0].kind == "NULL_LITERAL" and any(row_dependent(i, subqueries_count) for i in expr.items)
        case tree.Call(name="nullif" | "-" | "/" | "%" | "mod") if len(expr.args) == 2 and _same(expr.args):
            return False
        case tree.Call() if expr.name in _NOTHING_BETWEEN and len(expr.args) >= 2 and _same(expr.args[-2:]):
            return False
        case tree.Call(name="if"):
            return canon(expr.args[1]) != canon(expr.args[2]) and row_dependent(expr.args[0], subqueries_count)
        case _:
            return any(row_dependent(part, subqueries_count) for part in tree.children(expr))


def trivially_true(atom: tree.Expr) -> bool:
    """`x LIKE '%'`, `count(*) >= 0`, `count(*) IS NOT NULL`: the same for (nearly) every row."""
    match atom:
        case tree.Call() if never_matches(atom):
            return True
        case tree.Call() if atom.name in _LIKES and isinstance(atom.args[1], tree.Const):
            return set(atom.args[1].text) == {"%"}
        case tree.Call(name="regexp_matches") if len(atom.args) > 1 and isinstance(atom.args[1], tree.Const):
            return atom.args[1].text.strip("^$()") in ("", ".*", ".*?", "[\\s\\S]*")
        case tree.Call(name="regexp_full_match") if len(atom.args) > 1 and isinstance(atom.args[1], tree.Const):
            return atom.args[1].text.strip("^$()") in (".*", ".*?", "[\\s\\S]*")
        case tree.Call() if atom.name in ("starts_with", "ends_with", "prefix", "suffix", "contains", "^@"):
            return any(isinstance(a, tree.Const) and a.text == "" for a in atom.args)
        case tree.Op(kind="is_null" | "is_not_null") if isinstance(atom.items[0], tree.Compare | tree.Logic):
            return True  # whether a condition is known says nothing of whether it holds
        case tree.Op(kind="is_null" | "is_not_null"):
            return never_null(atom.items[0])
        case tree.Op(kind="in" | "not_in") if isinstance(atom.items[0], tree.Compare | tree.Logic):
            return True
        case tree.Call(name="~~~") if isinstance(atom.args[1], tree.Const):
            return set(atom.args[1].text) == {"*"}
        case tree.Compare():
            return _never_negative(atom) or _never_below(atom) or _never_empty(atom) or _in_order(atom)
        case _:
            return False


def _same(args: list[tree.Expr]) -> bool:
    return canon(args[0]) == canon(args[1])


def _sides(compare: tree.Compare) -> tuple[tree.Expr, str, tree.Expr]:
    """The comparison with its written side on the right."""
    left, op, right = compare.left, compare.op, compare.right
    if isinstance(left, tree.Const):
        left, right = right, left
        op = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}.get(op, op)
    while isinstance(left, tree.Cast):
        left = left.child
    return left, op, right


def _never_below(compare: tree.Compare) -> bool:
    """`greatest(x, 1) >= 1`, `least(x, 1) <= 1`."""
    left, op, right = _sides(compare)
    if not (isinstance(left, tree.Call) and left.name in ("greatest", "least") and isinstance(right, tree.Const)):
        return False
    bound, written = written_value(right), [written_value(a) for a in left.args if isinstance(a, tree.Const)]
    inside = [w for w in written if w is not None and bound is not None and w[0] == bound[0]]
    if left.name == "greatest":
        return op in (">=", "<") and any(w >= bound for w in inside)  # type: ignore[operator]
    return op in ("<=", ">") and any(w <= bound for w in inside)  # type: ignore[operator]


def _never_empty(compare: tree.Compare) -> bool:
    """`county || 'x' <> ''`: a text with a written part is never empty."""
    left, op, right = _sides(compare)
    joined = isinstance(left, tree.Call) and left.name in ("||", "concat", "concat_ws")
    if not joined or not isinstance(right, tree.Const) or right.text or not isinstance(left, tree.Call):
        return False
    return op in ("<>", "=", ">") and any(isinstance(p, tree.Const) and p.text for p in tree.walk(left))


def never_null(expr: tree.Expr) -> bool:
    if isinstance(expr, tree.Op) and expr.kind == "coalesce":
        return any(never_null(item) for item in expr.items)
    if isinstance(expr, tree.Const):
        return expr.kind != "NULL_LITERAL"
    if isinstance(expr, tree.Case):
        results = [then for _, then in expr.whens] + (
            [expr.default] if expr.default else [tree.Const("NULL_LITERAL", "")]
        )
        return all(never_null(r) for r in results)
    return isinstance(expr, tree.Call | tree.Window) and expr.name in _NEVER_NULL_CALLS


def _never_negative(compare: tree.Compare) -> bool:
    """A count compared with something below it: always true, or never. Places and ranks start with 1."""
    left, op, right = _sides(compare)
    left = meant(left)
    first = _starts_with_one(left)
    place = isinstance(left, tree.Column) and left.field is not None and left.field.serial
    if not first and not place and not (isinstance(left, tree.Call | tree.Window) and left.name in NEVER_NEGATIVE):
        return False
    written = written_number(right) if isinstance(right, tree.Const) else None
    if written is None:
        return False
    least = 1 if first else 0
    return written < least or (written == least and op in (">=", "<"))


def meant(expr: tree.Expr) -> tree.Expr:
    """What a name stands for, through aliases and subqueries, down to the view's column."""
    while isinstance(expr, tree.Column) and expr.field is not None and expr.field.base is None:
        if len(expr.field.exprs) != 1:
            break
        expr = expr.field.exprs[0]
    return expr


def _starts_with_one(expr: tree.Expr) -> bool:
    if isinstance(expr, tree.Window):
        own_rows = expr.name in ("count_star", "count") and not expr.frame and expr.filter is None
        return expr.name in _PLACES or (own_rows and all(isinstance(a, tree.Const) for a in expr.args))
    field = expr.field if isinstance(expr, tree.Column) else None
    return field is not None and field.serial and not field.empty and "INT" in field.type


_PLACES = {"row_number", "rank", "dense_rank", "ntile"}
_INSIDE_RANGE = {"min", "max", "avg", "mean", "median", "any_value", "first", "last", "mode"}


def _in_order(compare: tree.Compare) -> bool:
    """`min(x) <= max(x)`, `count(*) >= count(x)`: true of every group."""
    sides = (meant(compare.left), meant(compare.right))
    one, other = sides
    if not isinstance(one, tree.Call) or not isinstance(other, tree.Call) or one.filter or other.filter:
        return False
    for small, large, ops in ((one, other, ("<=", ">")), (other, one, (">=", "<"))):
        if compare.op not in ops:
            continue
        if large.name == "count_star" and small.name in ("count", "count_if", "countif"):
            return True
        ends = small.name == "min" or large.name == "max"
        if ends and {small.name, large.name} <= _INSIDE_RANGE and _same([small.args[0], large.args[0]]):
            return True
    return False
