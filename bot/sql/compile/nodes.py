"""Syntax nodes built directly: sqlglot's builders would parse every name and copy every part that they are given."""

from __future__ import annotations

from collections.abc import Iterable

from sqlglot import exp


def view(name: str) -> exp.Table:
    """A view in FROM or JOIN."""
    return exp.Table(this=exp.to_identifier(name))


def select(outputs: Iterable[exp.Expr], source: str | None = None) -> exp.Select:
    """SELECT these outputs, FROM a view if one is named."""
    made = exp.Select(expressions=list(outputs))
    return made.from_(view(source), copy=False) if source is not None else made


def limited(statement: exp.Select, n: int) -> exp.Select:
    """The statement with its LIMIT."""
    return statement.limit(exp.Literal.number(n), copy=False)


def named(expression: exp.Expr, name: str) -> exp.Expr:
    """The expression AS name."""
    return exp.Alias(this=expression, alias=exp.to_identifier(name))


def text_of(statement: exp.Expr) -> str:
    """The statement as DuckDB text, laid out for reading."""
    return statement.sql(dialect="duckdb", pretty=True, copy=False)
