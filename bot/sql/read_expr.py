"""Expressions of the engine's parse as tree nodes: the other half of `reader.py`, and as strict."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from bot.messages import sql as say
from bot.sql import tree
from bot.sql.verdict import Refusal

Json: TypeAlias = dict[str, Any]

_COMMON = {"class", "type", "alias", "query_location", "query_location_length"}
_COMPARE = {
    "COMPARE_EQUAL": "=",
    "COMPARE_NOTEQUAL": "<>",
    "COMPARE_LESSTHAN": "<",
    "COMPARE_GREATERTHAN": ">",
    "COMPARE_LESSTHANOREQUALTO": "<=",
    "COMPARE_GREATERTHANOREQUALTO": ">=",
    "COMPARE_DISTINCT_FROM": "is distinct from",
    "COMPARE_NOT_DISTINCT_FROM": "is not distinct from",
}
_OPERATORS = {
    "OPERATOR_NOT": "not",
    "OPERATOR_IS_NULL": "is_null",
    "OPERATOR_IS_NOT_NULL": "is_not_null",
    "COMPARE_IN": "in",
    "COMPARE_NOT_IN": "not_in",
    "OPERATOR_COALESCE": "coalesce",
    "ARRAY_EXTRACT": "extract",
    "ARRAY_SLICE": "slice",
    "ARRAY_CONSTRUCTOR": "array",
    "GROUPING_FUNCTION": "grouping",
}
_LITERALS = {"INTEGER", "NUMERIC", "STRING", "BOOLEAN", "NULL_LITERAL"}
_TYPES = {
    *("TINYINT", "SMALLINT", "INTEGER", "INT", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER"),
    *("UBIGINT", "DOUBLE", "FLOAT", "REAL", "DECIMAL", "NUMERIC", "VARCHAR", "TEXT", "STRING", "CHAR"),
    *("BOOLEAN", "BOOL", "DATE", "TIMESTAMP", "INT4", "INT8", "INT2", "FLOAT4", "FLOAT8", "LONG", "INTERVAL"),
}
_COLLATIONS = {"nocase", "noaccent", "nocase.noaccent", "noaccent.nocase", "binary", "c", "posix"}


def only(node: Json, allowed: set[str]) -> None:
    extra = [key for key, value in node.items() if key not in allowed and value not in (None, "", [], {}, False)]
    if extra:
        name = extra[0]
        raise Refusal("node", say.node(name), say.node_hint(name))


def refuse(name: str) -> Refusal:
    """The refusal of a construct; what is no SELECT at heart, and recursion, have codes of their own."""
    if name == "SHOW_REF":
        return Refusal("not_select", say.NOT_SELECT, say.NOT_SELECT_HINT)
    if name == "RECURSIVE_CTE_NODE":
        return Refusal("recursion", say.RECURSIVE, say.RECURSIVE_HINT)
    return Refusal("node", say.node(name), say.node_hint(name))


def read_orders(node: Json) -> list[tree.Order]:
    return [
        tree.Order(expression(o["expression"], sort=True), o["type"] == "DESCENDING") for o in node.get("orders", [])
    ]


def many(nodes: list[Json] | None) -> list[tree.Expr]:
    return [expression(node) for node in nodes or ()]


def maybe(node: Json | None) -> tree.Expr | None:
    return None if node is None else expression(node)


def expression(node: Json, sort: bool = False) -> tree.Expr:
    kind = node.get("class", "")
    if kind == "STAR":
        expr: tree.Expr = _star(node, sort)
    elif kind in _READERS:
        expr = _READERS[kind](node)
    else:
        raise refuse(kind)
    expr.alias, expr.at = str(node.get("alias", "")), int(node.get("query_location", 0))
    return expr


def _star(node: Json, sort: bool) -> tree.Star:
    # ORDER BY ALL arrives as COLUMNS(*) without a pattern
    only(node, _COMMON | {"relation_name", "exclude_list"} | ({"columns"} if sort else set()))
    return tree.Star(str(node.get("relation_name", "")), tuple(str(e) for e in node.get("exclude_list", ())))


def _const(node: Json) -> tree.Expr:
    only(node, _COMMON | {"literal"})
    literal = node["literal"]
    if literal.get("kind") not in _LITERALS:
        raise refuse(f"{literal.get('kind')} literal")
    return tree.Const(literal["kind"], str(literal.get("text", "")))


def _column(node: Json) -> tree.Expr:
    only(node, _COMMON | {"column_names"})
    return tree.Column(tuple(str(n) for n in node["column_names"]))


def _arguments(node: Json) -> list[tree.Expr]:
    for argument in node.get("arguments", ()):
        only(argument, {"expression"})
    return [expression(argument["expression"]) for argument in node.get("arguments", ())]


_SCHEMAS = {"main", "system", "temp", "memory", "pg_catalog", "information_schema", "base", "desk"}


def _function_name(node: Json) -> tuple[str, list[tree.Expr]]:
    """The function's name, and the column before the dot in `county.upper()`, which the parser takes for a schema."""
    path = [str(part) for part in node.get("qualified_name", {}).get("path", [node["function_name"]])]
    *before, name = path
    if len(before) > 2 or any(part.lower() in _SCHEMAS for part in before):
        raise Refusal("function", say.function_qualified(name), say.FUNCTION_QUALIFIED_HINT)
    return name.lower(), [tree.Column(tuple(before))] if before else []


_WITHIN_GROUP = {"quantile_cont": 1, "quantile_disc": 1, "mode": 0}


def _call(node: Json) -> tree.Expr:
    allowed = {"function_name", "schema", "catalog", "qualified_name", "arguments", "filter", "order_bys"}
    only(node, _COMMON | allowed | {"distinct", "is_operator"})
    (name, before), order = _function_name(node), read_orders(node.get("order_bys", {}))
    args = before + _arguments(node)
    if name in _WITHIN_GROUP and order and len(args) == _WITHIN_GROUP[name]:
        args = [order[0].expr, *args]  # percentile_cont(0.5) WITHIN GROUP (ORDER BY x) is quantile_cont(x, 0.5)
    return tree.Call(
        name=name,
        args=args,
        distinct=bool(node.get("distinct")),
        filter=maybe(node.get("filter")),
        order=order,
        operator=bool(node.get("is_operator")),
    )


def _window(node: Json) -> tree.Expr:
    allowed = {"function_name", "schema", "catalog", "qualified_name", "arguments", "partitions", "orders", "start"}
    frame = {"end", "start_expr", "end_expr", "exclude_clause", "ignore_nulls", "has_ignore_nulls"}
    only(node, _COMMON | allowed | frame | {"filter_expr", "distinct", "offset_expr", "default_expr"})
    bounds = [node.get("start_expr"), node.get("end_expr"), node.get("offset_expr"), node.get("default_expr")]
    name, before = _function_name(node)
    return tree.Window(
        name=name,
        args=before + _arguments(node),
        partitions=many(node.get("partitions")),
        order=read_orders(node),
        frame=[expression(b) for b in bounds if b],
        filter=maybe(node.get("filter_expr")),
        distinct=bool(node.get("distinct")),
    )


def _case(node: Json) -> tree.Expr:
    only(node, _COMMON | {"case_checks", "else_expr"})
    whens = [(expression(c["when_expr"]), expression(c["then_expr"])) for c in node["case_checks"]]
    return tree.Case(whens, maybe(node.get("else_expr")))


def _cast(node: Json) -> tree.Expr:
    only(node, _COMMON | {"child", "type_expr", "try_cast"})
    kind = node["type_expr"]
    name = str(kind.get("type_name", "")).upper()
    if name not in _TYPES or kind.get("schema") or kind.get("catalog") or kind.get("class") != "TYPE":
        raise Refusal("type", say.cast_type(name), say.CAST_TYPE_HINT)
    return tree.Cast(expression(node["child"]), name)


def _comparison(node: Json) -> tree.Expr:
    only(node, _COMMON | {"left", "right"})
    if node["type"] not in _COMPARE:
        raise refuse(node["type"])
    return _pairwise(_COMPARE[node["type"]], expression(node["left"]), expression(node["right"]))


def _pairwise(op: str, left: tree.Expr, right: tree.Expr) -> tree.Expr:
    """`(a, b) = (c, d)` is `a = c AND b = d`."""
    rows = isinstance(left, tree.Call) and isinstance(right, tree.Call) and left.name == right.name == "row"
    if op == "=" and rows and isinstance(left, tree.Call) and isinstance(right, tree.Call):
        pairs = list(zip(left.args, right.args, strict=False))
        if len(left.args) == len(right.args) > 1:
            return tree.Logic("and", [tree.Compare(op, a, b) for a, b in pairs])
    return tree.Compare(op, left, right)


def _collate(node: Json) -> tree.Expr:
    only(node, _COMMON | {"child", "collation"})
    if str(node.get("collation", "")).lower() not in _COLLATIONS:
        raise refuse(f"COLLATE {node.get('collation')}")
    return expression(node["child"])


def _between(node: Json) -> tree.Expr:
    only(node, _COMMON | {"input", "lower", "upper"})
    if node["type"] not in ("COMPARE_BETWEEN", "COMPARE_NOT_BETWEEN"):
        raise refuse(node["type"])
    between = tree.Op("between", [expression(node["input"]), expression(node["lower"]), expression(node["upper"])])
    return between if node["type"] == "COMPARE_BETWEEN" else tree.Op("not", [between])


def _conjunction(node: Json) -> tree.Expr:
    only(node, _COMMON | {"children"})
    kinds = {"CONJUNCTION_AND": "and", "CONJUNCTION_OR": "or"}
    if node["type"] not in kinds:
        raise refuse(node["type"])
    return tree.Logic(kinds[node["type"]], many(node["children"]))


def _operator(node: Json) -> tree.Expr:
    only(node, _COMMON | {"children"})
    if node["type"] not in _OPERATORS:
        raise refuse(node["type"])
    return tree.Op(_OPERATORS[node["type"]], many(node["children"]))


def _subquery(node: Json) -> tree.Expr:
    from bot.sql.reader import read  # queries hold expressions and expressions hold queries

    only(node, _COMMON | {"subquery_type", "subquery", "child", "comparison_type"})
    kind = node.get("subquery_type", "")
    if kind not in ("SCALAR", "EXISTS", "NOT_EXISTS", "ANY"):
        raise refuse(f"{kind} subquery")
    comparison = node.get("comparison_type", "INVALID")
    return tree.Subquery(kind, read(node["subquery"]), maybe(node.get("child")), _COMPARE.get(comparison, ""))


_READERS: dict[str, Callable[[Json], tree.Expr]] = {
    "CONSTANT": _const,
    "COLUMN_REF": _column,
    "FUNCTION": _call,
    "WINDOW": _window,
    "CASE": _case,
    "COLLATE": _collate,
    "CAST": _cast,
    "COMPARISON": _comparison,
    "BETWEEN": _between,
    "CONJUNCTION": _conjunction,
    "OPERATOR": _operator,
    "SUBQUERY": _subquery,
}
