"""What an aggregate adds up: the columns whose values count, and the conditions under which a row does."""

from __future__ import annotations

from collections.abc import Iterator

from bot.sql import tree
from bot.sql.means import of_one_whole
from bot.sql.rules import parts
from bot.sql.space import looked_through


def value_columns(expr: tree.Expr) -> Iterator[tuple[tree.Column, str]]:
    """The columns whose values are added up: not those that only decide (CASE conditions, comparisons)."""
    for part in value_parts(expr):
        yield from _deep(part, "")


def _deep(column: tree.Column, path: str) -> Iterator[tuple[tree.Column, str]]:
    field = column.field
    if field is None or column.outer:
        return
    if field.source is None:
        for inner in field.exprs:
            for part in value_parts(inner):
                yield from _deep(part, path)
    elif field.source.query is not None and looked_through(field.source.query):
        for part in value_parts(field.exprs[0]):
            yield from _deep(part, f"{path}{field.source.number}:")
    else:
        yield column, path


def value_leaves(expr: tree.Expr) -> Iterator[tuple[str, str]]:
    for column, path in value_columns(expr):
        if column.field is not None and column.field.source is not None:
            yield f"{path}{column.field.source.number}", column.field.name


def only_dates(args: list[tree.Expr], leaf: str) -> bool:
    columns = [
        column.field
        for arg in args
        for column, path in value_columns(arg)
        if column.field is not None and column.field.source is not None
        if f"{path}{column.field.source.number}" == leaf
    ]
    return all(column.type == "DATE" for column in columns)


def totals_inside(expr: tree.Expr) -> Iterator[tree.Window]:
    """The running totals that an expression is made of, through aliases and plain subqueries."""
    match expr:
        case tree.Window():
            yield expr
        case tree.Call(name="/", args=[part, whole]) if _all_rows(whole):
            yield from totals_inside(part)  # shares of one total may be added up
        case tree.Column(field=tree.Field() as field):
            source = field.source
            if source is None or (source.query is not None and looked_through(source.query)):
                for inner in field.exprs:
                    yield from totals_inside(inner)
        case _:
            for child in tree.children(expr):
                yield from totals_inside(child)


def _all_rows(expr: tree.Expr) -> bool:
    """Whether an expression is a total OVER (): the same for all rows."""
    while isinstance(expr, tree.Cast) or (isinstance(expr, tree.Call) and expr.name == "nullif"):
        expr = expr.child if isinstance(expr, tree.Cast) else expr.args[0]
    return isinstance(expr, tree.Window) and not (expr.order or expr.partitions or expr.filter)


def value_parts(expr: tree.Expr) -> Iterator[tree.Column]:
    match expr:
        case tree.Column():
            yield expr
        case tree.Compare() | tree.Logic() | tree.Subquery() | tree.Const():
            return
        case tree.Op(kind="in" | "not_in" | "between" | "is_null" | "is_not_null" | "not"):
            return
        case tree.Case():
            for _, then in expr.whens:
                yield from value_parts(then)
            if expr.default is not None:
                yield from value_parts(expr.default)
        case tree.Call(name="if"):
            for arg in expr.args[1:]:
                yield from value_parts(arg)
        case tree.Call(name="/", args=[part, whole]) if of_one_whole(whole):
            yield from value_parts(part)  # the whole is there for every row, and is not added up
        case _:
            for part in tree.children(expr):
                yield from value_parts(part)


def counting_conditions(arg: tree.Expr, name: str) -> Iterator[tree.Expr]:
    """The condition under which a row counts: CASE WHEN condition THEN 1 (ELSE 0), or the condition itself."""
    if name in ("avg", "mean"):
        return  # an average divides by the empty rows as well
    while isinstance(arg, tree.Cast):
        arg = arg.child
    if isinstance(arg, tree.Case) and len(arg.whens) == 1:
        default = arg.default
        if default is None or (isinstance(default, tree.Const) and default.text in ("0", "") and name != "count"):
            yield arg.whens[0][0]
    elif isinstance(arg, tree.Compare | tree.Op | tree.Logic) and name in ("sum", "count_if", "countif"):
        yield arg


def outer_columns(query: tree.Query) -> Iterator[tree.Column]:
    for _, part in parts(query):
        if isinstance(part, tree.Column) and part.outer:
            yield part
        elif isinstance(part, tree.Subquery):
            yield from outer_columns(part.query)
    if isinstance(query, tree.Select):
        for source in query.sources:
            if source.query is not None:
                yield from outer_columns(source.query)


def subqueries(expr: tree.Expr, path: str = "") -> Iterator[tuple[tree.Subquery, str]]:
    """The subqueries whose figures an expression is made of, through aliases and plain subqueries in FROM."""
    for part in tree.walk(expr):
        if isinstance(part, tree.Subquery) and part.kind == "SCALAR":
            yield part, path
        elif isinstance(part, tree.Column) and part.field is not None and not part.outer:
            source = part.field.source
            if source is None:
                for inner in part.field.exprs:
                    yield from subqueries(inner, path)
            elif source.query is not None and looked_through(source.query):
                yield from subqueries(part.field.exprs[0], f"{path}{source.number}:")


def inward(column: tree.Column) -> tree.Column:
    """The same column as seen from the query it belongs to."""
    return tree.Column(column.names, column.field)
