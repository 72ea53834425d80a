"""Fields of a Query to columns of the views: which column a field is, and which columns name a group."""

from __future__ import annotations

from typing import NamedTuple

from sqlglot import exp

from bot.query import Dimension
from bot.semantic import load_model
from bot.sql.compile.plan import CompileError

_COLUMN = {"report": "report_id"}
_PLACE = ("county", "state")


class Named(NamedTuple):
    """An expression, the name it gets in the result, and the field of the Query it stands for."""

    name: str
    expression: exp.Expr
    field: str


def has_column(subject: str, column: str) -> bool:
    """Whether the subject's view has this column."""
    view = load_model().views.get(subject)
    return view is not None and column in view.columns


def has_field(subject: str, field: str) -> bool:
    """Whether the subject's own view can say this field."""
    if field == "place":
        return has_column(subject, "state")
    if field == "days":
        return has_column(subject, "issued_on") and has_column(subject, "declined_on")
    return has_column(subject, _COLUMN.get(field, field))


def column(name: str, view: str | None = None) -> exp.Expr:
    """A column, with its view's name before it where two views meet."""
    return exp.column(name, table=view)


def scalar(subject: str, field: str, view: str | None = None) -> exp.Expr:
    """The one-valued expression of a field; `days` is worked out from its two dates."""
    if field == "place" or not has_field(subject, field):
        raise CompileError("no_such_field", field, subject)
    if field == "days":
        return exp.Sub(this=column("declined_on", view), expression=column("issued_on", view))
    return column(_COLUMN.get(field, field), view)


def name_columns(subject: str, field: str, view: str | None = None) -> list[Named]:
    """The columns that name a value of the field. A county is named with its state: three states have a Franklin."""
    if field in ("place", "county") and has_field(subject, field):
        names = [n for n in ("place", *_PLACE) if has_column(subject, n)] if field == "place" else list(_PLACE)
        return [Named(name, column(name, view), field) for name in names]
    name = _COLUMN.get(field, field)
    return [Named(name, scalar(subject, field, view), field)]


def key_columns(
    subject: str, dimension: Dimension, groups: dict[str, tuple[str, ...]], view: str | None = None
) -> list[Named]:
    """The columns of a breakdown: a date in its bucket, an offense in its group, otherwise as `name_columns`."""
    if dimension.group:
        return [Named(f"{dimension.field}_group", _grouped(scalar(subject, dimension.field, view), groups), "group")]
    if dimension.bucket in (None, "day"):
        return name_columns(subject, dimension.field, view)
    if dimension.field == "declined_on" and dimension.bucket == "week":
        # A report's week runs Saturday to Friday, and every refusal in it was declined in that week.
        return name_columns(subject, "report", view)
    date = scalar(subject, dimension.field, view)
    return [Named(f"{dimension.field}_{dimension.bucket}", _bucketed(date, str(dimension.bucket)), dimension.field)]


def _bucketed(date: exp.Expr, bucket: str) -> exp.Expr:
    if bucket == "week":
        return exp.cast(exp.func("date_trunc", exp.Literal.string("week"), date, dialect="duckdb"), "date")
    pattern = {"month": "%Y-%m", "year": "%Y"}[bucket]
    return exp.Anonymous(this="strftime", expressions=[date, exp.Literal.string(pattern)])


def _grouped(value: exp.Expr, groups: dict[str, tuple[str, ...]]) -> exp.Expr:
    """Each value under the name of its group in the cited scheme; a value in none is told as that."""
    case = exp.Case()
    for name, members in groups.items():
        case = case.when(value.copy().isin(*[exp.Literal.string(m) for m in members]), exp.Literal.string(name))
    return case.else_(exp.Literal.string("in no group")) if groups else value
