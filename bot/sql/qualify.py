"""Writes catalog and schema in front of every view of a statement, and nothing else."""

from __future__ import annotations

from bot.messages import sql as say
from bot.sql import tree
from bot.sql.twin import CATALOG
from bot.sql.verdict import Refusal


def qualified(sql: str, tables: list[tree.Table]) -> str:
    """The statement with `desk.main.` (or `desk.` before a written schema) where the parser saw a view's name.

    The parser counts bytes. Raises Refusal when the name does not stand where it said.
    """
    raw = sql.encode()
    for table in sorted(tables, key=lambda t: t.at, reverse=True):
        written = raw[table.at :].decode(errors="replace").lstrip('"`').lower()
        if not written.startswith(table.path[0].lower()):
            raise Refusal("parsers_differ", say.DISAGREE, say.DISAGREE_HINT)
        prefix = f"{CATALOG}." if len(table.path) > 1 else f"{CATALOG}.main."
        raw = raw[: table.at] + prefix.encode() + raw[table.at :]
    return raw.decode()
