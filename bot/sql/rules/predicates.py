"""Rule "predicates": every condition looks at the row, and can hold for one row and not for another."""

from __future__ import annotations

from collections.abc import Iterator

from bot.messages import sql_figures as say
from bot.sql import tree
from bot.sql.canon import canon
from bot.sql.functions import aggregates, allowed
from bot.sql.rules import Statement, clauses, conjuncts, decided_groups, emptiness, parts
from bot.sql.rules.combinations import always_same, same_subject
from bot.sql.rules.constants import row_dependent, trivially_true
from bot.sql.verdict import Refusal

_FILTERS = {"WHERE", "HAVING", "QUALIFY", "ON", "FILTER"}
_INSIDE = {"FILTER", "CASE", "a total", "count_if", "countif"}  # conditions that stand inside a figure


def check(statement: Statement) -> None:
    """Raises Refusal with code `constant_condition`, `self_comparison` or `not_in_empty`."""
    for query in statement.queries:
        where = query.where if isinstance(query, tree.Select) else None
        alone = isinstance(query, tree.Select) and len(query.sources) == 1
        for name, part in parts(query):
            emptiness.check(part)
            _self_comparison(part, name)
            if alone and _known_truth(part):
                raise Refusal("constant_condition", say.constant_condition(name), say.CONSTANT_HINT)
        for name, clause in clauses(query):
            for place, condition in _conditions(name, clause):
                _condition(condition, place)
                if where is not None and place in _INSIDE:
                    _decided(condition, where, place)
        if isinstance(query, tree.Select):
            decided_groups.check(query)


def _conditions(name: str, clause: tree.Expr) -> Iterator[tuple[str, tree.Expr]]:
    """The conditions of a clause: the clause itself, and those of CASE and FILTER inside it."""
    if name in _FILTERS:
        yield name, clause
    counting: set[int] = set()
    for part in tree.walk(clause):
        if isinstance(part, tree.Case) and id(part) not in counting:
            yield from (("CASE", when) for when, _ in part.whens)
        elif condition := decided_groups.counting(part):
            counting.update(id(p) for p in tree.walk(part) if isinstance(p, tree.Case))
            yield "a total", condition
        elif isinstance(part, tree.Call | tree.Window):
            if part.filter is not None:
                yield "FILTER", part.filter
            if part.name in ("if", "count_if", "countif") and part.args:
                yield part.name, part.args[0]


def _condition(condition: tree.Expr, where: str) -> None:
    subqueries_count = where not in _FILTERS
    for atom in _atoms(condition):
        if isinstance(atom, tree.Subquery) and atom.kind in ("EXISTS", "NOT_EXISTS"):
            if _own_row(atom.query):
                raise Refusal("self_comparison", say.self_comparison(where), say.EXISTS_HINT)
            if subqueries_count or looks_outside(atom.query):
                continue
            raise Refusal("constant_condition", say.EXISTS_UNRELATED, say.EXISTS_HINT)
        if isinstance(atom, tree.Compare) and _counts_itself(atom):
            raise Refusal("self_comparison", say.self_comparison(where), say.EXISTS_HINT)
        if trivially_true(atom) or not row_dependent(atom, subqueries_count):
            raise Refusal("constant_condition", say.constant_condition(where), say.CONSTANT_HINT)
    for part in tree.walk(condition):
        if isinstance(part, tree.Logic) and (always_same(part) or _absorbed(part)):
            raise Refusal("constant_condition", say.constant_condition(where), say.CONSTANT_HINT)
    if not isinstance(condition, tree.Logic) and always_same(condition):
        raise Refusal("constant_condition", say.constant_condition(where), say.CONSTANT_HINT)


def _absorbed(logic: tree.Logic) -> bool:
    """`disposition = 'charge' OR disposition IS NOT NULL`: the first condition says nothing."""
    if logic.op != "or":
        return False
    filled = {canon(i.items[0]) for i in logic.items if isinstance(i, tree.Op) and i.kind == "is_not_null"}
    others = [i for i in logic.items if isinstance(i, tree.Compare) or (isinstance(i, tree.Op) and i.kind == "in")]
    read = {canon(p) for other in others for p in tree.walk(other) if isinstance(p, tree.Column)}
    return bool(filled & read)


def _decided(condition: tree.Expr, where: tree.Expr, place: str) -> None:
    """`FILTER (WHERE state = 'Texas')` counts nothing below WHERE state = 'Ohio', and all below state = 'Texas'."""
    given = [c for c in conjuncts(where) if same_subject(c, condition)]
    if not given:
        return
    never = [condition]
    if place != "CASE":  # an ELSE may be there for tidiness
        never.append(tree.Op("not", [condition]))
    for asked in never:
        if always_same(tree.Logic("and", [*given, asked])):
            raise Refusal("constant_condition", say.decided(place), say.DECIDED_HINT)


def _known_truth(part: tree.Expr) -> bool:
    """`withdrawn IS NOT NULL` where every row says yes or no: it reads like the condition, and leaves nothing out."""
    if not isinstance(part, tree.Op) or part.kind not in ("is_null", "is_not_null"):
        return False
    column = part.items[0]
    field = column.field if isinstance(column, tree.Column) else None
    return field is not None and field.base is not None and field.type == "BOOLEAN" and not field.empty


def _atoms(condition: tree.Expr) -> Iterator[tree.Expr]:
    """The conditions between AND, OR and NOT."""
    if isinstance(condition, tree.Logic) or (isinstance(condition, tree.Op) and condition.kind == "not"):
        for item in condition.items:
            yield from _atoms(item)
    else:
        yield condition


def _self_comparison(part: tree.Expr, where: str) -> None:
    match part:
        case tree.Compare():
            same = canon(part.left) == canon(part.right) or _moved(part)
        case tree.Op(kind="in" | "not_in" | "between"):
            texts = [canon(item) for item in part.items]
            same = texts[0] in texts[1:]
        case tree.Call() if len(part.args) >= 2 and part.name in _MATCHES:
            ours, theirs = _read(part.args[0]), _read(part.args[1])
            same = bool(theirs) and theirs <= ours
        case tree.Call(name=name, args=[tree.Call(args=listed), sought]) if name in _HOLDS:
            same = canon(sought) in {canon(item) for item in listed}
        case tree.Subquery(kind="ANY"):
            same = _own_values(part)
        case _:
            return
    if same and not any(isinstance(p, tree.Column) for p in tree.walk(part)):
        raise Refusal("constant_condition", say.constant_condition(where), say.CONSTANT_HINT)
    if same:
        raise Refusal("self_comparison", say.self_comparison(where), say.CONSTANT_HINT)


_HOLDS = {"list_contains", "list_has", "array_contains", "array_has"}
_MATCHES = {
    *("~~", "!~~", "~~*", "!~~*", "~~~", "like_escape", "ilike_escape", "not_like_escape", "not_ilike_escape"),
    *("starts_with", "ends_with", "prefix", "suffix", "^@", "contains", "regexp_matches", "regexp_full_match"),
}


def _moved(compare: tree.Compare) -> bool:
    """`row_no < row_no + 1`, `day <= last_day(day)`: a value beside itself, moved by something written."""
    left, right = _unmoved(compare.left), _unmoved(compare.right)
    if canon(left) == canon(right):
        return True
    sides = [*tree.walk(left), *tree.walk(right)]
    if _read(left) != _read(right) or not _read(left) or any(_other_rows(p) for p in sides):
        return False
    if compare.op not in ("=", "<>", "is distinct from", "is not distinct from"):
        return _bounded(left, right) or _bounded(right, left) or not (_measures(left) or _measures(right))
    return not any(isinstance(s, tree.Call) and s.name in _FORMS for s in (left, right))


def _other_rows(part: tree.Expr) -> bool:
    """Whether a part looks at more rows than one."""
    aggregate = isinstance(part, tree.Call) and part.name in aggregates()
    return aggregate or isinstance(part, tree.Window | tree.Subquery)


def _measures(expr: tree.Expr) -> bool:
    """Whether a side is a number about a text: its length, a place in it."""
    return isinstance(expr, tree.Call) and allowed()[expr.name].group == "Numbers about text"


# the same value in another form: `upper(offense) = offense` finds what is written in capitals
_FORMS = {"lower", "lcase", "upper", "ucase", "trim", "ltrim", "rtrim", "date_trunc", "datetrunc", "last_day"}


def _unmoved(expr: tree.Expr) -> tree.Expr:
    while isinstance(expr, tree.Call) and expr.name in ("+", "-", "*", "/") and len(expr.args) == 2:
        read = [a for a in expr.args if _read(a)]
        if len(read) != 1 or (expr.name in ("-", "/") and read[0] is not expr.args[0]):
            break
        expr = read[0]
    return expr


def _bounded(value: tree.Expr, other: tree.Expr) -> bool:
    """Whether `other` is the start or the end of the span that `value` lies in."""
    return isinstance(other, tree.Call) and other.name in _SPANS and canon(value) in {canon(a) for a in other.args}


_SPANS = {"date_trunc", "datetrunc", "last_day", "time_bucket"}


def _read(expr: tree.Expr) -> set[str]:
    """The columns that an expression reads, each by its meaning."""
    return {canon(p) for p in tree.walk(expr) if isinstance(p, tree.Column)}


def _own_row(query: tree.Query) -> bool:
    """`EXISTS (SELECT 1 FROM refusals q WHERE q.row_no = r.row_no)` asked of refusals: every row finds itself."""
    if not isinstance(query, tree.Select) or len(query.sources) != 1 or query.sources[0].view is None:
        return False
    if query.having is not None or query.qualify is not None or query.limit is not None:
        return False
    for condition in conjuncts(query.where):
        if not isinstance(condition, tree.Compare) or condition.op not in ("=", "is not distinct from", "<=", ">="):
            return False
        sides = [s.field for s in (condition.left, condition.right) if isinstance(s, tree.Column)]
        if len(sides) != 2 or any(s is None or s.base is None for s in sides) or sides[0].base != sides[1].base:  # type: ignore[union-attr]
            return False
    return True


def _counts_itself(compare: tree.Compare) -> bool:
    """`(SELECT count(*) FROM refusals b WHERE b.state = a.state) > 0` asked of refusals: every row finds itself."""
    for asked, other, op in (
        (compare.left, compare.right, compare.op),
        (compare.right, compare.left, {"<": ">", "<=": ">=", ">": "<", ">=": "<="}.get(compare.op, compare.op)),
    ):
        if not isinstance(asked, tree.Subquery) or asked.kind != "SCALAR" or not _own_row(asked.query):
            continue
        item = asked.query.items[0] if isinstance(asked.query, tree.Select) else None
        if not isinstance(item, tree.Call):
            continue
        written = other.text if isinstance(other, tree.Const) else ""
        if item.name in ("count_star", "count") and (op, written) in ((">", "0"), (">=", "1"), ("<>", "0")):
            return True
        same = len(item.args) == 1 and _base_of(item.args[0]) is not None and _base_of(item.args[0]) == _base_of(other)
        if same and (item.name, op) in (("max", ">="), ("min", "<="), ("max", "<"), ("min", ">")):
            return True
    return False


def _base_of(expr: tree.Expr) -> tuple[str, str] | None:
    return expr.field.base if isinstance(expr, tree.Column) and expr.field is not None else None


def _own_values(part: tree.Subquery) -> bool:
    """`county IN (SELECT county FROM refusals)` asked of refusals: true for every row."""
    query, child = part.query, part.child
    if not isinstance(query, tree.Select) or not isinstance(child, tree.Column) or child.field is None:
        return False
    inner = query.items[0] if len(query.items) == 1 else None
    there = [c for c in conjuncts(query.where) if not (inner and emptiness.asks_for(c, inner))]
    filtered = there or query.having or query.qualify or query.limit or len(query.sources) != 1
    if filtered or not isinstance(inner, tree.Column) or inner.field is None:
        return False
    return child.field.base is not None and child.field.base == inner.field.base


def looks_outside(query: tree.Query) -> bool:
    """Whether a query uses a column of the query around it."""
    if any(isinstance(p, tree.Column) and p.outer for _, p in parts(query)):
        return True
    inner = [p.query for _, p in parts(query) if isinstance(p, tree.Subquery)]
    if isinstance(query, tree.SetOp):
        inner += query.branches
    elif isinstance(query, tree.Select):
        inner += [s.query for s in query.sources if s.query is not None]
    return any(looks_outside(q) for q in inner)
