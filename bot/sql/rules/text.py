"""Rule "text": a proper text of bearable length, in which everything shows.

Characters that do not show are read differently by different parsers (a zero-width space is a blank to
DuckDB and part of a name to others) and differently by people and programs. So is a carriage return that
ends no line: a terminal writes what follows over what stood before.
"""

from __future__ import annotations

import re
import unicodedata

from bot.messages import sql as say
from bot.sql.verdict import Refusal

MAX_CHARACTERS = 10_000

_PLAIN = re.compile(r"[\t\n -~]*").fullmatch
# controls, format and direction marks, surrogates, private use, unassigned, line and paragraph separators
_HIDDEN_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_ALLOWED_CONTROLS = {"\t", "\n", "\r"}
# letters and marks that are drawn as nothing: fillers, joiners, variation selectors
_BLANK_LETTERS = {"\u034f", "\u115f", "\u1160", "\u17b4", "\u17b5", "\u3164", "\uffa0", "\u2800"}


def check(sql: object) -> str:
    """The statement as text. Raises Refusal with code `text`."""
    if not isinstance(sql, str):
        raise Refusal("text", say.NOT_TEXT, say.NOT_TEXT_HINT)
    if len(sql) > MAX_CHARACTERS:
        raise Refusal("text", say.TOO_LONG.format(limit=MAX_CHARACTERS), say.TOO_LONG_HINT)
    if not _PLAIN(sql):  # asking each character costs a tenth of a millisecond
        for place, character in enumerate(sql):
            if hidden(character) or (character == "\r" and sql[place + 1 : place + 2] not in ("\n", "")):
                message = say.INVISIBLE.format(code=ord(character), place=place + 1)
                raise Refusal("text", message, say.INVISIBLE_HINT)
    if not sql.strip(" \t\r\n;"):
        raise Refusal("text", say.EMPTY, say.EMPTY_HINT)
    return sql


def hidden(character: str) -> bool:
    """Whether a character does not show: zero-width, direction marks, controls other than tab and newline."""
    if character in _ALLOWED_CONTROLS:
        return False
    if character in _BLANK_LETTERS or 0xFE00 <= ord(character) <= 0xFE0F or 0xE0100 <= ord(character) <= 0xE01EF:
        return True
    return unicodedata.category(character) in _HIDDEN_CATEGORIES
