"""Verdicts for programs: one dictionary a statement, and lists of statements in a file."""

from __future__ import annotations

from bot.sql.checker import Checker
from bot.sql.verdict import Accepted

NEWLINE_SIGN = "\u23ce"
HEADING = "--#"


def verdict(checker: Checker, sql: str) -> dict[str, object]:
    """{accepted, code, message, hint}: code is None for an accepted statement, hint may hold warnings."""
    answer = checker.check(sql)
    if isinstance(answer, Accepted):
        return {"accepted": True, "code": None, "message": "", "hint": answer.hint}
    return {"accepted": False, "code": answer.code, "message": answer.message, "hint": answer.hint}


def parse_batch(raw: bytes) -> list[str]:
    """The statements of a file, one a line, headings and blank lines left out.

    Lines end at LF only: a statement may hold any other character that some take for a line's end.
    Bytes that are no UTF-8 are kept apart (as lone surrogates), so that the checker refuses that statement alone.
    """
    text = raw.decode("utf-8", errors="surrogateescape")
    lines = [line for line in text.split("\n") if line.strip() and not line.startswith(HEADING)]
    return [line.replace(NEWLINE_SIGN, "\n") for line in lines]
