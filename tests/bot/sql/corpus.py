"""The lists of statements under tests/sql, by group."""

from __future__ import annotations

import re
from pathlib import Path

from bot.sql.batch import NEWLINE_SIGN

FOLDER = Path(__file__).parents[2] / "sql"
_HEADING = re.compile(r"--# \[([a-z-]+)\]")


def groups(*names: str) -> dict[str, list[str]]:
    """Statements of the lists of these names, by group tag."""
    found: dict[str, list[str]] = {}
    for name in names:
        tag = ""
        for line in (FOLDER / f"{name}.sql").read_bytes().decode("utf-8").split("\n"):
            heading = _HEADING.match(line)
            if heading:
                tag = heading[1]
            elif line.strip() and not line.startswith("--#"):
                found.setdefault(tag, []).append(line.replace(NEWLINE_SIGN, "\n"))
    return found


HONEST = groups("legit", "legit_more")
HOSTILE = groups("adversarial", "adversarial_more")
ALL_HONEST = [sql for statements in HONEST.values() for sql in statements]
ALL_HOSTILE = [sql for statements in HOSTILE.values() for sql in statements]
