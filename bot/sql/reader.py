"""From the engine's own parse (`json_serialize_sql`) to the tree: rule "nodes".

An allow-list in the strict sense: every kind of node and every key of a node has to be named here, anything
else is refused. A construct that a later DuckDB invents is therefore refused until someone has judged it.
"""

from __future__ import annotations

from bot.messages import sql as say
from bot.sql import tree
from bot.sql.read_expr import Json, many, maybe, only, read_orders, refuse
from bot.sql.verdict import Refusal

_JOINS = {"INNER": "INNER", "LEFT": "LEFT", "RIGHT": "RIGHT", "FULL": "OUTER", "SEMI": "SEMI", "ANTI": "ANTI"}
_SETOPS = {"UNION": "UNION", "UNION_BY_NAME": "UNION", "EXCEPT": "EXCEPT", "INTERSECT": "INTERSECT"}


def read(statement: Json) -> tree.Query:
    """The tree of one serialised statement.

    Raises Refusal (code `node` or `parameter`) at the first part that is not on the list.
    """
    if statement.get("named_param_map"):
        raise Refusal("parameter", say.PARAMETER, say.PARAMETER_HINT)
    only(statement, {"node"})
    return _query(statement["node"])


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
        raise refuse(kind)
    query.ctes = [_cte(entry) for entry in node.get("cte_map", {}).get("map", [])]
    for modifier in node.get("modifiers", []):
        _modifier(query, modifier)
    return query


def _select(node: Json) -> tree.Select:
    only(node, _SELECT_KEYS)
    handling = node.get("aggregate_handling", "STANDARD_HANDLING")
    if handling not in ("STANDARD_HANDLING", "FORCE_AGGREGATES"):
        raise refuse(handling)
    source = node.get("from_table", {"type": "EMPTY"})
    return tree.Select(
        items=many(node.get("select_list")),
        source=None if source["type"] == "EMPTY" else _from(source),
        where=maybe(node.get("where_clause")),
        groups=many(node.get("group_expressions")),
        group_sets=len(node.get("group_sets") or ()),
        group_all=handling == "FORCE_AGGREGATES",
        having=maybe(node.get("having")),
        qualify=maybe(node.get("qualify")),
    )


def _set_operation(node: Json) -> tree.SetOp:
    only(node, {"type", "modifiers", "cte_map", "setop_type", "setop_all", "children", "query_location"})
    kind = node.get("setop_type", "")
    if kind not in _SETOPS:
        raise refuse(kind)
    return tree.SetOp(
        op=_SETOPS[kind],
        all=bool(node["setop_all"]),
        by_name=kind == "UNION_BY_NAME",
        branches=[_query(child) for child in node["children"]],
    )


def _cte(entry: Json) -> tree.Cte:
    value = entry["value"]
    only(value, {"aliases", "materialized", "query_node"})
    return tree.Cte(str(entry["key"]), _query(value["query_node"]), tuple(value.get("aliases", ())))


def _modifier(query: tree.Query, node: Json) -> None:
    match node.get("type"):
        case "ORDER_MODIFIER":
            only(node, {"type", "orders"})
            query.order = read_orders(node)
        case "LIMIT_MODIFIER":
            only(node, {"type", "limit", "offset", "limit_type"})
            if node.get("limit_type", "ROW_COUNT") != "ROW_COUNT":
                raise refuse("LIMIT_PERCENTAGE")
            query.limit, query.offset = maybe(node.get("limit")), maybe(node.get("offset"))
        case "DISTINCT_MODIFIER":
            only(node, {"type", "distinct_on_targets"})
            query.distinct = True
            query.distinct_on = many(node.get("distinct_on_targets"))
        case other:
            raise refuse(str(other))


# -- FROM --------------------------------------------------------------------------------------------------

_FROM_COMMON = {"type", "alias", "query_location", "query_location_length"}


def _from(node: Json) -> tree.From:
    kind = node.get("type", "")
    if kind == "BASE_TABLE":
        allowed = {"table_name", "schema_name", "catalog_name", "qualified_name", "column_name_alias"}
        only(node, _FROM_COMMON | allowed)
        path = tuple(str(p) for p in node["qualified_name"]["path"])
        columns = tuple(node.get("column_name_alias", ()))
        return tree.Table(path, str(node.get("alias", "")), columns, int(node.get("query_location", 0)))
    if kind == "SUBQUERY":
        only(node, _FROM_COMMON | {"subquery", "column_name_alias"})
        return tree.Derived(
            read(node["subquery"]), str(node.get("alias", "")), tuple(node.get("column_name_alias", ()))
        )
    if kind == "JOIN":
        return _join(node)
    raise refuse(kind)


def _join(node: Json) -> tree.Join:
    allowed = {"left", "right", "condition", "join_type", "ref_type", "using_columns", "is_implicit"}
    # nearest_*: settings of ASOF and nearest-neighbour joins, which are refused by their ref_type
    only(node, _FROM_COMMON | allowed | {"nearest_count", "nearest_order_type"})
    ref = node.get("ref_type", "REGULAR")
    if ref not in ("REGULAR", "CROSS") or node.get("join_type") not in _JOINS or node.get("nearest_count", 1) != 1:
        raise refuse(f"{ref} JOIN")
    kind, on = "CROSS" if ref == "CROSS" else _JOINS[node["join_type"]], maybe(node.get("condition"))
    if kind in ("INNER", "LEFT") and isinstance(on, tree.Const) and on.text.lower() == "true":
        kind, on = "CROSS", None  # JOIN LATERAL (one row) ON true; anything else is refused as a cross join
    return tree.Join(
        kind=kind,
        left=_from(node["left"]),
        right=_from(node["right"]),
        on=on,
        using=tuple(node.get("using_columns", ())),
    )
