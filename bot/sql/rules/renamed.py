"""Rule "renamed": a column takes no other column's name, and a piece of a value does not take the value's.

`SELECT citizenship AS state` lists countries as states; `left(state, 3) AS state` lets New York and New Jersey fall
together under one name; `monthname(issued_on) AS declined_month` gives the wrong month.
"""

from __future__ import annotations

from bot.messages import sql_names as say
from bot.sql import tree, vocabulary
from bot.sql.rules import Statement
from bot.sql.rules.constants import meant
from bot.sql.rules.outputs import Output, outputs, shown
from bot.sql.verdict import Refusal

_SAME = {"lower", "lcase", "upper", "ucase", "trim", "ltrim", "rtrim", "min", "max", "any_value", "first", "last"}
_NEIGHBOURS = {"first_value", "last_value", "nth_value", "lag", "lead"}
_SAME |= {"mode", "arbitrary", "nullif", *_NEIGHBOURS}
_CUTS = {"translate", "reverse", "left", "right", "substr", "substring", "split_part", "regexp_extract"}
_CODES = {"code", "abbr", "abbreviation"}
_PLAIN = {"VARCHAR", "DATE"}


def check(statement: Statement) -> None:
    """Raises Refusal with code `misnamed`."""
    columns = {f.name: f for source in statement.sources if source.view is not None for f in source.fields}
    everywhere = {name for view in statement.model.views.values() for name in view.columns}
    for output in outputs(statement):
        if output.name in everywhere:
            _another(output, columns)
        elif vocabulary.NAMED & set(output.words):
            _kind(output)
        _neighbour(output)
        _piece(output)
        _another_day(output, columns)


def _another(output: Output, columns: dict[str, tree.Field]) -> None:
    """A plain column under another one's name."""
    field = _plain(output.expr)
    if field is None or field.name == output.name or field.type not in _PLAIN:
        return
    other = columns.get(output.name)
    days = field.type == "DATE" and output.name.endswith("_on")
    if days or output.name in vocabulary.NAMED or (other is not None and other.type in _PLAIN):
        raise Refusal("misnamed", say.misnamed(output.name, output.name, field.name), say.RENAMED_HINT)


def _kind(output: Output) -> None:
    """`citizenship AS home_state`: a country called a state."""
    field = _plain(output.expr)
    if field is not None and field.name in vocabulary.NAMED and field.name not in output.words:
        said = next(iter(vocabulary.NAMED & set(output.words)))
        raise Refusal("misnamed", say.misnamed(output.name, said, field.name), say.RENAMED_HINT)


def _neighbour(output: Output) -> None:
    """Another row's value under the column's own name."""
    inner = meant(output.expr)
    if isinstance(inner, tree.Window) and inner.name in _NEIGHBOURS:
        field = _plain(inner)
        if field is not None and "_".join(output.words) == field.name:
            raise Refusal("misnamed", say.misnamed(output.name, field.name, say.ANOTHER_ROW), say.RENAMED_HINT)


def _piece(output: Output) -> None:
    """The first letters of a state under the name `state`, or as its `code`."""
    inner = meant(output.expr)
    while isinstance(inner, tree.Call) and inner.name in _SAME and inner.args:
        inner = meant(inner.args[0])
    if not isinstance(inner, tree.Call) or inner.name not in _CUTS:
        return
    field = _plain(inner.args[0])
    if field is None or not (field.name in vocabulary.NAMED or field.within):
        return
    if output.name == field.name or (field.name in output.words and _CODES & set(output.words)):
        raise Refusal("misnamed", say.piece(output.name, field.name), say.PIECE_HINT)


def _another_day(output: Output, columns: dict[str, tree.Field]) -> None:
    """A day, or a part of one, whose name says another of the view's dates: `max(declined_on) AS last_issued`."""
    read = {field.name for field in shown(output.expr) if field.type == "DATE"}
    if not read or len(read) > 1:
        return
    own = next(iter(read)).split("_")[0]
    said = [
        word for word in output.words for f in columns.values() if f.type == "DATE" and f.name.split("_")[0] == word
    ]
    if said and own not in said and _dated(output.expr):
        raise Refusal("misnamed", say.misnamed(output.name, said[0], next(iter(read))), say.RENAMED_HINT)


def _dated(expr: tree.Expr) -> bool:
    """Whether an expression is one day, or a part of one: no time between two, no count."""
    while True:
        inner = meant(expr)
        if isinstance(inner, tree.Column):
            return inner.field is not None and inner.field.type == "DATE"
        if isinstance(inner, tree.Cast):
            expr = inner.child
        elif isinstance(inner, tree.Call) and inner.name in _SAME | _OF_DATES and inner.args:
            expr = next((a for a in inner.args if not isinstance(a, tree.Const)), inner.args[0])
        else:
            return False


_OF_DATES = {"year", "month", "monthname", "week", "weekofyear", "day", "dayname", "quarter", "isodow", "date_trunc"}
_OF_DATES |= {"datetrunc", "strftime", "last_day", "date_part", "datepart"}


def _plain(expr: tree.Expr) -> tree.Field | None:
    """The view column that an expression simply is, whatever its letters' size, or one of whose values it is."""
    while True:
        inner = meant(expr)
        if isinstance(inner, tree.Cast):
            expr = inner.child
        elif isinstance(inner, tree.Call | tree.Window) and inner.name in _SAME and inner.args:
            expr = inner.args[0]
        elif isinstance(inner, tree.Column) and inner.field is not None:
            return inner.field if inner.field.base is not None else None
        else:
            return None
