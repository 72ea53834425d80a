"""Rule "one SELECT": DuckDB's own parser and sqlglot both see a single SELECT, over the same tables and functions."""

from __future__ import annotations

import json
import re
from typing import Any

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from bot.messages import sql as say
from bot.sql.verdict import Refusal


def statement(answer: str) -> dict[str, Any]:
    """The one statement in what `json_serialize_sql` answered. Raises Refusal."""
    parsed = json.loads(answer)
    if parsed.get("error"):
        if parsed.get("error_type") == "not implemented":
            raise Refusal("not_select", say.NOT_SELECT, say.NOT_SELECT_HINT)
        error = str(parsed.get("error_message", "")).splitlines()[0] if parsed.get("error_message") else ""
        raise Refusal("syntax", say.syntax(error), say.SYNTAX_HINT)
    found = parsed.get("statements", [])
    if not found:
        raise Refusal("text", say.EMPTY, say.EMPTY_HINT)
    if len(found) > 1:
        raise Refusal("several_statements", say.SEVERAL, say.SEVERAL_HINT)
    one: dict[str, Any] = found[0]
    return one


_PIECE = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\$\$.*?\$\$|--[^\n]*|.", re.DOTALL)
_COMMENT_MARK = re.compile(r"/\*|\*/")


def _comment_end(sql: str, at: int) -> int:
    """Where the comment that opens at `at` is over; comments nest."""
    depth = 0
    for mark in _COMMENT_MARK.finditer(sql, at):
        depth += 1 if mark.group() == "/*" else -1
        if depth == 0:
            return mark.end()
    return len(sql)


def _without_comments(sql: str) -> str:
    """The statement with a blank for each comment. `2 */* note */ 3` multiplies: outside a comment, `*/` ends none."""
    kept: list[str] = []
    at = 0
    while at < len(sql):
        if sql.startswith("/*", at):
            piece, at = " ", _comment_end(sql, at)
        else:
            found = _PIECE.match(sql, at)
            piece = found.group() if found else sql[at]
            at += len(piece)
        kept.append(" " if piece.startswith("--") else piece)
    return "".join(kept)


def _parse(sql: str) -> list[exp.Expr]:
    return [s for s in sqlglot.parse(sql, read="duckdb") if s is not None and not isinstance(s, exp.Semicolon)]


def second_opinion(sql: str) -> exp.Query:
    """What sqlglot makes of the statement. Raises Refusal when it does not see a single query."""
    try:
        found = _parse(sql)
    except SqlglotError:
        try:  # sqlglot stumbles over a comment inside GROUP BY; what it makes of the rest has to agree all the same
            found = _parse(_without_comments(sql))
        except SqlglotError as error:
            raise Refusal("parsers_differ", say.DISAGREE, say.DISAGREE_HINT) from error
    if len(found) > 1:
        raise Refusal("several_statements", say.SEVERAL, say.SEVERAL_HINT)
    if not found or not isinstance(found[0], exp.Query):
        raise Refusal("not_select", say.NOT_SELECT, say.NOT_SELECT_HINT)
    root = found[0]
    if any(with_.args.get("recursive") for with_ in root.find_all(exp.With)):
        raise Refusal("recursion", say.RECURSIVE, say.RECURSIVE_HINT)
    return root


def agree(root: exp.Query, tables: list[str], functions: set[str], selects: int) -> None:
    """Refuse unless sqlglot saw the tables, the functions and the number of SELECTs that DuckDB saw.

    `tables` holds every table reference by its last name, `functions` every function DuckDB would call.
    """
    theirs: list[str] = []
    their_selects = 0
    for node in root.walk():
        if isinstance(node, exp.Table):
            theirs.append(node.name.lower())
        elif isinstance(node, exp.Anonymous):
            if node.name.lower() not in functions:
                raise Refusal("parsers_differ", say.DISAGREE, say.DISAGREE_HINT)
        elif isinstance(node, exp.Select):
            their_selects += 1
        elif isinstance(node, exp.Parameter | exp.Placeholder):
            raise Refusal("parameter", say.PARAMETER, say.PARAMETER_HINT)
    if sorted(theirs) != sorted(tables) or their_selects != selects:
        raise Refusal("parsers_differ", say.DISAGREE, say.DISAGREE_HINT)
