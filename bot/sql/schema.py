"""What the checker has to know of a database: views, their columns and keys, and how they may meet.

`bot.semantic.SemanticModel` fits these protocols; so does any object with the same attributes, which is
how the checker can be used with other databases.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol


class ColumnLike(Protocol):
    """A column: its DuckDB type and, where the list is closed, its values."""

    @property
    def type(self) -> str: ...
    @property
    def values(self) -> tuple[str, ...]: ...


def serial(column: ColumnLike) -> bool:
    """Whether a column says where something stands (a row number, a page). A model need not say so."""
    return bool(getattr(column, "serial", False))


def may_be_empty(column: ColumnLike) -> bool:
    """Whether some rows lack a column. A model need not say so: then its columns are taken to be filled."""
    return bool(getattr(column, "empty", False))


def unit(column: ColumnLike) -> str:
    """What a column's numbers count, where that is not the view's rows: `detainers issued`. Empty when not said."""
    return str(getattr(column, "unit", ""))


def within(column: ColumnLike) -> str:
    """The column without which this one's values are not told apart: a county's state. Empty when there is none."""
    return str(getattr(column, "within", ""))


def after(column: ColumnLike) -> str:
    """The date column of the same row that comes before this one. Empty when not said."""
    return str(getattr(column, "after", ""))


def unit_names(model: ModelLike) -> Mapping[str, str]:
    """The unit that a word in a column's name promises. A model need not say so."""
    return dict(getattr(model, "unit_names", {}))


class ViewLike(Protocol):
    """A view: the columns that tell its rows apart (none: rows cannot be told apart), and all its columns."""

    @property
    def key(self) -> tuple[str, ...]: ...
    @property
    def columns(self) -> Mapping[str, ColumnLike]: ...


class JoinLike(Protocol):
    """A declared join: cardinality is one_to_one, many_to_one, one_to_many or many_to_many, left to right."""

    @property
    def left(self) -> str: ...
    @property
    def right(self) -> str: ...
    @property
    def on(self) -> tuple[str, ...]: ...
    @property
    def cardinality(self) -> str: ...


class ModelLike(Protocol):
    """The views a statement may read, by lower-case name, and their joins."""

    @property
    def views(self) -> Mapping[str, ViewLike]: ...
    @property
    def joins(self) -> Sequence[JoinLike]: ...


def unique_keys(model: ModelLike) -> dict[str, tuple[frozenset[str], ...]]:
    """Per view, the column sets of which no two rows share the values: its key, and what joins declare unique."""
    keys: dict[str, set[frozenset[str]]] = {name: set() for name in model.views}
    for name, view in model.views.items():
        if view.key:
            keys[name].add(frozenset(view.key))
    for join in model.joins:
        if join.cardinality in ("many_to_one", "one_to_one") and join.right in keys:
            keys[join.right].add(frozenset(join.on))
        if join.cardinality in ("one_to_many", "one_to_one") and join.left in keys:
            keys[join.left].add(frozenset(join.on))
    return {name: tuple(sorted(found, key=len)) for name, found in keys.items()}
