"""Rule "named values": a name or label that is a state, a country or a value of a closed list stands in a condition.

`count(*) FILTER (WHERE state = 'Texas') AS california` and `'Texas' AS state, count(*)` without a condition would be
read as figures of a place that nothing was asked of.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.messages import sql_names as say
from bot.sql import tree
from bot.sql.rules import Statement, clauses
from bot.sql.rules.labels import shown_texts
from bot.sql.rules.outputs import FILLERS, Output, outputs, words
from bot.sql.rules.value_names import STEM, stems, vocabulary_names
from bot.sql.schema import ModelLike
from bot.sql.units import Units
from bot.sql.verdict import Refusal

_NAMED = ("state", "citizenship")
_LONGEST = 3  # words of a name: District of Columbia
_COMPARED = {"=", "<>", "is distinct from", "is not distinct from"}


def check(statement: Statement, units: Units) -> None:
    """Raises Refusal with code `misnamed`."""
    closed = _closed_lists(statement)
    for output in outputs(statement):
        for label in shown_texts(output.expr):
            _named(label, words(label), output, statement.model)
        if isinstance(output.expr, tree.Const):
            continue
        _named(output.name, output.words, output, statement.model)
        for column, values in closed.items():
            _closed(output, column, values, statement, units)


def _named(label: str, said: list[str], output: Output, model: ModelLike) -> None:
    """Every place that a name or label names in full is written in a condition of the figures."""
    places = [*_places(said, model)]
    if not places:
        return
    written = {text.casefold() for _, text in written_texts(output)}
    for place in places:
        if place.casefold() not in written or (
            label == output.name and words(place) == said and _left_out(place, output.expr)
        ):
            raise Refusal("misnamed", say.named_value(label, place), say.NAMED_VALUE_HINT)


def _left_out(place: str, expr: tree.Expr) -> bool:
    """`count(*) FILTER (WHERE citizenship <> 'Mexico') AS mexico`."""
    return any(
        isinstance(part, tree.Compare) and part.op == "<>" and place in [text for _, text in _atom(part)]
        for part in tree.walk(expr)
    )


def _places(said: list[str], model: ModelLike) -> Iterator[str]:
    """The states and countries that words name in full."""
    at = 0
    while at < len(said):
        for length in range(min(_LONGEST, len(said) - at), 0, -1):
            text = " ".join(said[at : at + length])
            if len(text) > 3 and (place := _place(text, model)):
                yield place
                at += length - 1
                break
        at += 1


def _place(text: str, model: ModelLike) -> str:
    for column in _NAMED:
        names = vocabulary_names(column, model)
        for name in names.said(text) if names is not None else ():
            if name.casefold() == text:
                return name
    return ""


def _closed_lists(statement: Statement) -> dict[str, tuple[str, ...]]:
    """The closed lists among the columns that a statement reads, with their values of which a name can tell."""
    found: dict[str, tuple[str, ...]] = {}
    for view in {source.view for source in statement.sources if source.view is not None}:
        for name, column in statement.model.views[view].columns.items():
            if column.values:
                found[name] = tuple(value for value in column.values if len(value) >= STEM)
    return found


def _closed(output: Output, column: str, values: tuple[str, ...], statement: Statement, units: Units) -> None:
    """`convictions` for what a condition asks of charges, or for all rows."""
    named = stems(output.name.replace("_", " "), values)
    if not named:
        return
    if len(named) > 1:  # charges_and_convictions
        asked_for = {text for name, text in written_texts(output) if name == column}
        if "and" in output.words and asked_for and not named <= asked_for and _only_equal(output, column):
            raise Refusal("misnamed", say.named_value(output.name, min(named - asked_for)), say.NAMED_VALUE_HINT)
        return
    value = next(iter(named))
    own = {text for name, text in _conditions(output.expr) if name == column}
    given = own or {text for name, text in written_texts(output) if name == column}
    wrong = bool(given) and value not in given and _only_equal(output, column)
    bare = len([word for word in output.words if word not in FILLERS]) == 1
    if wrong or (not given and bare and units.of(output.expr, output.query) in statement.model.views):
        raise Refusal("misnamed", say.named_value(output.name, value), say.NAMED_VALUE_HINT)


def _only_equal(output: Output, column: str) -> bool:
    """Whether a column is asked for by = and IN alone, and no rest is taken: `<> 'conviction'` and `1 - share` ask for
    charges without naming them."""
    if any(isinstance(p, tree.Call) and p.name == "-" for p in tree.walk(output.expr)):
        return False
    for _, clause in clauses(output.query):
        for part in tree.walk(clause):
            if isinstance(part, tree.Op) and part.kind == "not":
                return False
            asks = any(name == column for name, _ in _atom(part))
            if asks and (part.op != "=" if isinstance(part, tree.Compare) else not _is_in(part)):
                return False
    return True


def _is_in(part: tree.Expr) -> bool:
    return isinstance(part, tree.Op) and part.kind == "in"


def written_texts(output: Output) -> Iterator[tuple[str, str]]:
    """(column, text) of every comparison that a figure may rest on: its own, its query's, and those further in."""
    yield from _conditions(output.expr)
    yield from _of_query(output.query)


def _of_query(query: tree.Query) -> Iterator[tuple[str, str]]:
    for name, clause in clauses(query):
        if name not in ("SELECT", "QUALIFY"):  # windows are worked out before QUALIFY
            yield from _conditions(clause)
    if isinstance(query, tree.SetOp):
        for branch in query.branches:
            yield from _of_query(branch)
    elif isinstance(query, tree.Select):
        for source in query.sources:
            if source.query is not None:
                yield from _of_query(source.query)


def _conditions(expr: tree.Expr) -> Iterator[tuple[str, str]]:
    """The comparisons with written texts inside an expression, through aliases and subqueries."""
    for part in tree.walk(expr):
        yield from _atom(part)
        if isinstance(part, tree.Column) and part.field is not None:
            for inner in part.field.exprs:
                yield from _conditions(inner)
        elif isinstance(part, tree.Subquery):
            yield from _of_query(part.query)
            for output in part.query.outputs:
                for inner in output.exprs:
                    yield from _conditions(inner)


def _atom(part: tree.Expr) -> Iterator[tuple[str, str]]:
    match part:
        case tree.Compare(left=left, right=right) if part.op in _COMPARED:
            sides = [left, right]
        case tree.Op(kind="in" | "not_in", items=sides):
            pass
        case tree.Call(args=sides) if part.operator or part.name in _MATCHES:
            pass
        case _:
            return
    columns = {p.names[-1].lower() for side in sides for p in tree.walk(side) if isinstance(p, tree.Column)}
    for side in sides:
        for p in tree.walk(side):
            if isinstance(p, tree.Const) and p.kind == "STRING":
                yield from ((column, p.text) for column in columns)


_MATCHES = {"starts_with", "prefix", "contains", "regexp_matches", "list_contains", "list_has"}
