"""What a figure counts: refusals, detainers issued, days, different values. Two figures of different units are no sum.

The unit of a column comes from the model; rows have the unit of their view; whatever is not known for certain is None.
"""

from __future__ import annotations

from bot.sql import tree
from bot.sql.functions import aggregates, allowed
from bot.sql.rules import conjuncts
from bot.sql.rules.constants import meant
from bot.sql.space import first_of, group_keys, grouped
from bot.sql.spaces import Spaces

DATE_PARTS, CHANGED = "parts of a date", "another figure"
VALUES, GROUPS, DAYS, PLACES, CHARACTERS = "different values", "groups", "days", "places", "characters"
_SPANS = {"date_diff", "datediff", "date_sub", "datesub"}
_PASSES = {"round", "floor", "ceil", "ceiling", "trunc", "abs", "nullif", "greatest", "least", "coalesce"}
_GROUPS = {"Numbers about text": CHARACTERS, "Dates": DATE_PARTS}
_UNIQUE = {"list_unique", "array_unique"}
_LISTED = {"list", "array_agg"}
_COUNTS = {"count_star", "count", "count_if", "countif"}


class Units:
    """Units of the figures of one statement."""

    def __init__(self, spaces: Spaces) -> None:
        self._spaces = spaces

    def of(self, expr: tree.Expr, query: tree.Select) -> str | None:
        """The unit of an expression of this query; None when it is not known."""
        match expr:
            case tree.Column():
                return self._column(expr, query)
            case tree.Cast():
                return self.of(expr.child, query)
            case tree.Call(name="+" | "-", args=[one, other]):
                return self._sum(expr, one, other, query)
            case tree.Call(name="-" | "sign" | "sqrt" | "cbrt" | "ln" | "log" | "log2" | "log10" | "exp", args=[inner]):
                return CHANGED if self.of(inner, query) is not None else None
            case tree.Call(name="//") | tree.Call(name="*", args=[tree.Call(name="floor" | "//"), tree.Const()]):
                return CHANGED  # the lower end of a span of figures
            case (
                tree.Call(name="*" | "/", args=[inner, tree.Const()]) | tree.Call(name="*", args=[tree.Const(), inner])
            ):
                return self.of(inner, query)
            case tree.Call() | tree.Window() if expr.name in _COUNTS:
                return self._counted(expr, query)
            case tree.Call() | tree.Window() if expr.name in aggregates():
                return self._aggregate(expr, query)
            case tree.Window() if allowed()[expr.name].gives == "number":
                return PLACES
            case tree.Window():
                return self.of(expr.args[0], query)
            case tree.Call() if expr.name in _PASSES:
                return self._one_of([a for a in expr.args if not isinstance(a, tree.Const)], query)
            case tree.Call() if expr.name in _SPANS:
                return DAYS
            case tree.Call(args=[tree.Call() as inner]) if inner.name in _LISTED:
                unique = inner.distinct or expr.name in _UNIQUE  # len(list(DISTINCT x)), list_unique(list(x))
                return self._values(inner) if unique else None
            case tree.Call(args=[tree.Call(name="list_distinct", args=[tree.Call() as inner])]) if (
                inner.name in _LISTED
            ):
                return self._values(inner)
            case tree.Call(args=[tree.Call() as inner, *_]) if allowed()[inner.name].gives == "list":
                return None
            case tree.Call() if allowed()[expr.name].gives == "number" and allowed()[expr.name].group in _GROUPS:
                return _GROUPS[allowed()[expr.name].group]
            case tree.Op(kind="grouping"):
                return PLACES
            case tree.Op(kind="coalesce"):
                return self._one_of([i for i in expr.items if not isinstance(i, tree.Const)], query)
            case tree.Case():
                results = [then for _, then in expr.whens] + ([expr.default] if expr.default is not None else [])
                return self._one_of([r for r in results if not isinstance(r, tree.Const)], query)
            case tree.Subquery(kind="SCALAR", query=tree.Select() as inner) if len(inner.items) == 1:
                return self.of(inner.items[0], inner)
            case _:
                return None

    def rows(self, query: tree.Select, keys: list[tree.Expr] | None = None) -> str | None:
        """The unit of a query's rows before it groups: those of the one source that its joins do not repeat."""
        space = self._spaces.of(query)
        if any(isinstance(s.query, tree.Select) and _firsts(s.query) for s in query.sources) or _firsts(query):
            return GROUPS
        fixed = [n for key in keys or [] if (n := self._spaces.node(key))]
        once = [leaf for name, leaf in space.leaves.items() if not leaf.absent]
        once = [leaf for leaf in once if space.repeated_by(leaf.name, fixed) is None]
        if len(once) != 1:
            return None
        source = once[0].source
        if source.view is not None:
            return source.view
        inner = source.query
        if isinstance(inner, tree.SetOp):
            return None if inner.op == "UNION" and inner.all else GROUPS
        return GROUPS if inner is not None and (grouped(inner) or inner.distinct) else None  # type: ignore[arg-type]

    def varies(self, column: tree.Expr, query: tree.Select) -> bool:
        """Whether a view's column may have several values in one group of a query."""
        node = self._spaces.node(column)
        field = column.field if isinstance(column, tree.Column) else None
        if node is None or field is None or field.base is None or query.group_sets > 1:
            return False
        space = self._spaces.of(query)
        keys = [n for key in group_keys(query) if (n := self._spaces.node(key))]
        return space.root(node) not in space.determined((), keys)[1]

    def _column(self, column: tree.Column, query: tree.Select) -> str | None:
        field = column.field
        if field is None or (field.source is None and not field.exprs):
            return None
        if field.base is not None:
            return field.unit or (PLACES if field.serial else None)
        owner = field.owner if field.source is not None else query
        if not isinstance(owner, tree.Select) or len(field.exprs) != 1:
            return None
        return self.of(field.exprs[0], owner)

    def _sum(self, expr: tree.Call, one: tree.Expr, other: tree.Expr, query: tree.Select) -> str | None:
        if expr.name == "-" and _is_date(one) and _is_date(other):
            return DAYS
        units = {self.of(one, query), self.of(other, query)}
        return units.pop() if len(units) == 1 else None

    def _counted(self, call: tree.Call | tree.Window, query: tree.Select) -> str | None:
        if call.distinct:
            return None if self._tells_rows_apart(call.args, query) else self._values(call)
        return self._row_unit(call, query)

    @staticmethod
    def _values(call: tree.Call | tree.Window) -> str:
        read = [meant(p) for arg in call.args for p in tree.walk(arg) if isinstance(p, tree.Column)]
        names = [p.field.name for p in read if isinstance(p, tree.Column) and p.field is not None]
        return f"{VALUES} of {', '.join(dict.fromkeys(names))}" if names and len(names) == len(read) else VALUES

    def _row_unit(self, call: tree.Call | tree.Window, query: tree.Select) -> str | None:
        if isinstance(call, tree.Window):
            return GROUPS if grouped(query) else self.rows(query, call.partitions)
        return self.rows(query, [] if query.group_sets > 1 else group_keys(query))

    def _tells_rows_apart(self, args: list[tree.Expr], query: tree.Select) -> bool:
        """`count(DISTINCT (report_id, row_no))` counts rows."""
        space = self._spaces.of(query)
        read = [p for arg in args for p in tree.walk(arg) if isinstance(p, tree.Column)]
        keys = [] if query.group_sets > 1 else group_keys(query)
        nodes = [n for part in (*read, *keys) if (n := self._spaces.node(part))]
        return bool(space.determined((), nodes, by_keys_alone=True)[0])

    def _aggregate(self, call: tree.Call | tree.Window, query: tree.Select) -> str | None:
        first = call.args[0] if call.args else None
        if first is None or len(call.args) > 2:
            return None
        while isinstance(first, tree.Cast):
            first = first.child
        flags = isinstance(first, tree.Compare | tree.Logic) or _flags(first)
        if flags:
            return self._row_unit(call, query) if call.name == "sum" else None
        function = allowed()[call.name]
        return self.of(first, query) if function.gives in ("same", "number") and call.name not in _NEW else None

    def _one_of(self, parts: list[tree.Expr], query: tree.Select) -> str | None:
        units = {self.of(part, query) for part in parts}
        return units.pop() if len(units) == 1 else None


# aggregates whose result is of another kind than what they are given
_NEW = {"variance", "var_samp", "var_pop", "skewness", "kurtosis", "entropy", "corr", "covar_pop", "covar_samp"}
_NEW |= {"regr_slope", "regr_intercept", "regr_r2", "regr_count", "histogram", "arg_max", "arg_min", "max_by", "min_by"}


def _firsts(query: tree.Select) -> bool:
    """Whether QUALIFY row_number() ... = 1 keeps one row a group."""
    asked = [*conjuncts(query.qualify), *map(_spelled, conjuncts(query.where))]
    return any(first_of(condition) is not None for condition in asked)


def _spelled(condition: tree.Expr) -> tree.Expr:
    """`WHERE rn = 1`, where rn is a row's number."""
    if isinstance(condition, tree.Compare):
        return tree.Compare(condition.op, meant(condition.left), meant(condition.right))
    return condition


def _is_date(expr: tree.Expr) -> bool:
    inner = meant(expr)
    return isinstance(inner, tree.Column) and inner.field is not None and inner.field.type == "DATE"


def _flags(expr: tree.Expr) -> bool:
    """Whether an expression is 0 or 1 (or nothing) a row."""
    if isinstance(expr, tree.Const):
        return expr.text == "1"
    if isinstance(expr, tree.Case):
        results = [then for _, then in expr.whens] + ([expr.default] if expr.default is not None else [])
        return all(isinstance(r, tree.Const) and r.text in ("0", "1", "") for r in results)
    return isinstance(expr, tree.Call) and expr.name == "if" and all(isinstance(a, tree.Const) for a in expr.args[1:])
