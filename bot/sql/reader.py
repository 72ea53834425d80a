"""From the engine's own parse (`json_serialize_sql`) to the tree: rule "nodes".

An allow-list in the strict sense: every kind of node and every key of a node has to be named here, anything
else is refused. A construct that a later DuckDB invents is therefore refused until someone has judged it.
"""

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
_JOINS = {"INNER": "INNER", "LEFT": "LEFT", "RIGHT": "RIGHT", "FULL": "OUTER", "SEMI": "SEMI", "ANTI": "ANTI"}
_COLLATIONS = {"nocase", "noaccent", "nocase.noaccent", "noaccent.nocase", "binary", "c", "posix"}
_SETOPS = {"UNION": "UNION", "UNION_BY_NAME": "UNION", "EXCEPT": "EXCEPT", "INTERSECT": "INTERSECT"}


def read(statement: Json) -> tree.Query:
    """The tree of one serialised statement.

    Raises Refusal (code `node` or `parameter`) at the first part that is not on the list.
    """
    if statement.get("named_param_map"):
        raise Refusal("parameter", say.PARAMETER, say.PARAMETER_HINT)
    _only(statement, {"node"})
    return _query(statement["node"])


def _only(node: Json, allowed: set[str]) -> None:
    extra = [key for key, value in node.items() if key not in allowed and value not in (None, "", [], {}, False)]
    if extra:
        name = extra[0]
        raise Refusal("node", say.node(name), say.node_hint(name))


def _refuse(name: str) -> Refusal:
    return Refusal("node", say.node(name), say.node_hint(name))


# -- queries -----------------------------------------------------------------------------------------------

_SELECT_KEYS = {
    *("type", "modifiers", "cte_map", "select_list", "from_table", "where_clause", "group_expressions"),
    *("group_sets", "aggregate_handling", "having", "qualify", "query_location", "query_location_length"),
}


def _query(node: Json) -> tree.Query:
    kind = node.get("type", "")
    if kind == "SELECT_NODE":
        query: tree.Query = _select(node)
    elif kind == "SET_OPERATION_NODE":
        query = _set_operation(node)
    else:
        raise _refuse(kind)
    query.ctes = [_cte(entry) for entry in node.get("cte_map", {}).get("map", [])]
    for modifier in node.get("modifiers", []):
        _modifier(query, modifier)
    return query


def _select(node: Json) -> tree.Select:
    _only(node, _SELECT_KEYS)
    handling = node.get("aggregate_handling", "STANDARD_HANDLING")
    if handling not in ("STANDARD_HANDLING", "FORCE_AGGREGATES"):
        raise _refuse(handling)
    source = node.get("from_table", {"type": "EMPTY"})
    return tree.Select(
        items=_many(node.get("select_list")),
        source=None if source["type"] == "EMPTY" else _from(source),
        where=_maybe(node.get("where_clause")),
        groups=_many(node.get("group_expressions")),
        group_sets=len(node.get("group_sets") or ()),
        group_all=handling == "FORCE_AGGREGATES",
        having=_maybe(node.get("having")),
        qualify=_maybe(node.get("qualify")),
    )


def _set_operation(node: Json) -> tree.SetOp:
    _only(node, {"type", "modifiers", "cte_map", "setop_type", "setop_all", "children", "query_location"})
    kind = node.get("setop_type", "")
    if kind not in _SETOPS:
        raise _refuse(kind)
    return tree.SetOp(
        op=_SETOPS[kind],
        all=bool(node["setop_all"]),
        by_name=kind == "UNION_BY_NAME",
        branches=[_query(child) for child in node["children"]],
    )


def _cte(entry: Json) -> tree.Cte:
    value = entry["value"]
    _only(value, {"aliases", "materialized", "query_node"})
    return tree.Cte(str(entry["key"]), _query(value["query_node"]), tuple(value.get("aliases", ())))


def _modifier(query: tree.Query, node: Json) -> None:
    match node.get("type"):
        case "ORDER_MODIFIER":
            _only(node, {"type", "orders"})
            query.order = _orders(node)
        case "LIMIT_MODIFIER":
            _only(node, {"type", "limit", "offset", "limit_type"})
            if node.get("limit_type", "ROW_COUNT") != "ROW_COUNT":
                raise _refuse("LIMIT_PERCENTAGE")
            query.limit, query.offset = _maybe(node.get("limit")), _maybe(node.get("offset"))
        case "DISTINCT_MODIFIER":
            _only(node, {"type", "distinct_on_targets"})
            query.distinct = True
            query.distinct_on = _many(node.get("distinct_on_targets"))
        case other:
            raise _refuse(str(other))


def _orders(node: Json) -> list[tree.Order]:
    return [tree.Order(_expr(o["expression"], sort=True), o["type"] == "DESCENDING") for o in node.get("orders", [])]


# -- FROM --------------------------------------------------------------------------------------------------

_FROM_COMMON = {"type", "alias", "query_location", "query_location_length"}


def _from(node: Json) -> tree.From:
    kind = node.get("type", "")
    if kind == "BASE_TABLE":
        allowed = {"table_name", "schema_name", "catalog_name", "qualified_name", "column_name_alias"}
        _only(node, _FROM_COMMON | allowed)
        path = tuple(str(p) for p in node["qualified_name"]["path"])
        columns = tuple(node.get("column_name_alias", ()))
        return tree.Table(path, str(node.get("alias", "")), columns, int(node.get("query_location", 0)))
    if kind == "SUBQUERY":
        _only(node, _FROM_COMMON | {"subquery", "column_name_alias"})
        return tree.Derived(
            read(node["subquery"]), str(node.get("alias", "")), tuple(node.get("column_name_alias", ()))
        )
    if kind == "JOIN":
        return _join(node)
    raise _refuse(kind)


def _join(node: Json) -> tree.Join:
    allowed = {"left", "right", "condition", "join_type", "ref_type", "using_columns", "is_implicit"}
    # nearest_*: settings of ASOF and nearest-neighbour joins, which are refused by their ref_type
    _only(node, _FROM_COMMON | allowed | {"nearest_count", "nearest_order_type"})
    ref = node.get("ref_type", "REGULAR")
    if ref not in ("REGULAR", "CROSS") or node.get("join_type") not in _JOINS or node.get("nearest_count", 1) != 1:
        raise _refuse(f"{ref} JOIN")
    kind, on = "CROSS" if ref == "CROSS" else _JOINS[node["join_type"]], _maybe(node.get("condition"))
    if kind in ("INNER", "LEFT") and isinstance(on, tree.Const) and on.text.lower() == "true":
        kind, on = "CROSS", None  # JOIN LATERAL (one row) ON true; anything else is refused as a cross join
    return tree.Join(
        kind=kind,
        left=_from(node["left"]),
        right=_from(node["right"]),
        on=on,
        using=tuple(node.get("using_columns", ())),
    )


# -- expressions -------------------------------------------------------------------------------------------


def _many(nodes: list[Json] | None) -> list[tree.Expr]:
    return [_expr(node) for node in nodes or ()]


def _maybe(node: Json | None) -> tree.Expr | None:
    return None if node is None else _expr(node)


def _expr(node: Json, sort: bool = False) -> tree.Expr:
    kind = node.get("class", "")
    if kind == "STAR":
        expr: tree.Expr = _star(node, sort)
    elif kind in _READERS:
        expr = _READERS[kind](node)
    else:
        raise _refuse(kind)
    expr.alias, expr.at = str(node.get("alias", "")), int(node.get("query_location", 0))
    return expr


def _star(node: Json, sort: bool) -> tree.Star:
    # ORDER BY ALL arrives as COLUMNS(*) without a pattern
    _only(node, _COMMON | {"relation_name", "exclude_list"} | ({"columns"} if sort else set()))
    return tree.Star(str(node.get("relation_name", "")), tuple(str(e) for e in node.get("exclude_list", ())))


def _const(node: Json) -> tree.Expr:
    _only(node, _COMMON | {"literal"})
    literal = node["literal"]
    if literal.get("kind") not in _LITERALS:
        raise _refuse(f"{literal.get('kind')} literal")
    return tree.Const(literal["kind"], str(literal.get("text", "")))


def _column(node: Json) -> tree.Expr:
    _only(node, _COMMON | {"column_names"})
    return tree.Column(tuple(str(n) for n in node["column_names"]))


def _arguments(node: Json) -> list[tree.Expr]:
    for argument in node.get("arguments", ()):
        _only(argument, {"expression"})
    return [_expr(argument["expression"]) for argument in node.get("arguments", ())]


def _function_name(node: Json) -> str:
    name = str(node["function_name"])
    if node.get("schema") or node.get("catalog") or len(node.get("qualified_name", {}).get("path", [name])) > 1:
        raise Refusal("function", say.function_qualified(name), say.FUNCTION_QUALIFIED_HINT)
    return name.lower()


_WITHIN_GROUP = {"quantile_cont": 1, "quantile_disc": 1, "mode": 0}


def _call(node: Json) -> tree.Expr:
    allowed = {"function_name", "schema", "catalog", "qualified_name", "arguments", "filter", "order_bys"}
    _only(node, _COMMON | allowed | {"distinct", "is_operator"})
    name, args, order = _function_name(node), _arguments(node), _orders(node.get("order_bys", {}))
    if name in _WITHIN_GROUP and order and len(args) == _WITHIN_GROUP[name]:
        args = [order[0].expr, *args]  # percentile_cont(0.5) WITHIN GROUP (ORDER BY x) is quantile_cont(x, 0.5)
    return tree.Call(
        name=name,
        args=args,
        distinct=bool(node.get("distinct")),
        filter=_maybe(node.get("filter")),
        order=order,
        operator=bool(node.get("is_operator")),
    )


def _window(node: Json) -> tree.Expr:
    allowed = {"function_name", "schema", "catalog", "qualified_name", "arguments", "partitions", "orders", "start"}
    frame = {"end", "start_expr", "end_expr", "exclude_clause", "ignore_nulls", "has_ignore_nulls"}
    _only(node, _COMMON | allowed | frame | {"filter_expr", "distinct", "offset_expr", "default_expr"})
    bounds = [node.get("start_expr"), node.get("end_expr"), node.get("offset_expr"), node.get("default_expr")]
    return tree.Window(
        name=_function_name(node),
        args=_arguments(node),
        partitions=_many(node.get("partitions")),
        order=_orders(node),
        frame=[_expr(b) for b in bounds if b],
        filter=_maybe(node.get("filter_expr")),
        distinct=bool(node.get("distinct")),
    )


def _case(node: Json) -> tree.Expr:
    _only(node, _COMMON | {"case_checks", "else_expr"})
    whens = [(_expr(c["when_expr"]), _expr(c["then_expr"])) for c in node["case_checks"]]
    return tree.Case(whens, _maybe(node.get("else_expr")))


def _cast(node: Json) -> tree.Expr:
    _only(node, _COMMON | {"child", "type_expr", "try_cast"})
    kind = node["type_expr"]
    name = str(kind.get("type_name", "")).upper()
    if name not in _TYPES or kind.get("schema") or kind.get("catalog") or kind.get("class") != "TYPE":
        raise Refusal("type", say.cast_type(name), say.CAST_TYPE_HINT)
    return tree.Cast(_expr(node["child"]), name)


def _comparison(node: Json) -> tree.Expr:
    _only(node, _COMMON | {"left", "right"})
    if node["type"] not in _COMPARE:
        raise _refuse(node["type"])
    return _pairwise(_COMPARE[node["type"]], _expr(node["left"]), _expr(node["right"]))


def _pairwise(op: str, left: tree.Expr, right: tree.Expr) -> tree.Expr:
    """`(a, b) = (c, d)` is `a = c AND b = d`."""
    rows = isinstance(left, tree.Call) and isinstance(right, tree.Call) and left.name == right.name == "row"
    if op == "=" and rows and isinstance(left, tree.Call) and isinstance(right, tree.Call):
        pairs = list(zip(left.args, right.args, strict=False))
        if len(left.args) == len(right.args) > 1:
            return tree.Logic("and", [tree.Compare(op, a, b) for a, b in pairs])
    return tree.Compare(op, left, right)


def _collate(node: Json) -> tree.Expr:
    _only(node, _COMMON | {"child", "collation"})
    if str(node.get("collation", "")).lower() not in _COLLATIONS:
        raise _refuse(f"COLLATE {node.get('collation')}")
    return _expr(node["child"])


def _between(node: Json) -> tree.Expr:
    _only(node, _COMMON | {"input", "lower", "upper"})
    if node["type"] not in ("COMPARE_BETWEEN", "COMPARE_NOT_BETWEEN"):
        raise _refuse(node["type"])
    between = tree.Op("between", [_expr(node["input"]), _expr(node["lower"]), _expr(node["upper"])])
    return between if node["type"] == "COMPARE_BETWEEN" else tree.Op("not", [between])


def _conjunction(node: Json) -> tree.Expr:
    _only(node, _COMMON | {"children"})
    kinds = {"CONJUNCTION_AND": "and", "CONJUNCTION_OR": "or"}
    if node["type"] not in kinds:
        raise _refuse(node["type"])
    return tree.Logic(kinds[node["type"]], _many(node["children"]))


def _operator(node: Json) -> tree.Expr:
    _only(node, _COMMON | {"children"})
    if node["type"] not in _OPERATORS:
        raise _refuse(node["type"])
    return tree.Op(_OPERATORS[node["type"]], _many(node["children"]))


def _subquery(node: Json) -> tree.Expr:
    _only(node, _COMMON | {"subquery_type", "subquery", "child", "comparison_type"})
    kind = node.get("subquery_type", "")
    if kind not in ("SCALAR", "EXISTS", "NOT_EXISTS", "ANY"):
        raise _refuse(f"{kind} subquery")
    comparison = node.get("comparison_type", "INVALID")
    return tree.Subquery(kind, read(node["subquery"]), _maybe(node.get("child")), _COMPARE.get(comparison, ""))


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
