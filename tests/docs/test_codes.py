"""Every code that the program gives stands in docs/reference/codes.md, and none that it does not give."""

from __future__ import annotations

import re
from pathlib import Path

from bot.messages import declines
from bot.messages.questions import QUESTIONS
from tests.docs.reference import FOLDER, ROOT

RAISED = re.compile(r"\b(?:Rejected|Refusal|Refused|RunError|Decline|Clarify)\(\s*\"([a-z_]+)\"|\bcode=\"([a-z_]+)\"")
PAGE = re.compile(r"^\| `([a-z_]+)` \|", re.MULTILINE)


def in_code() -> set[str]:
    """The codes as the sources write them; those of the interpreter have their sentences in one table."""
    sources = [p for part in ("bot", "ingest") for p in (ROOT / part).rglob("*.py")]
    raised = {a or b for path in sources for a, b in RAISED.findall(Path(path).read_text(encoding="utf-8"))}
    return raised | set(declines._REASONS) | set(QUESTIONS)


def test_every_code_is_documented() -> None:
    written = set(PAGE.findall((FOLDER / "codes.md").read_text(encoding="utf-8")))
    assert in_code() - written == set()


def test_no_code_is_documented_that_nothing_gives() -> None:
    sources = [p for part in ("bot", "ingest") for p in (ROOT / part).rglob("*.py")]
    text = "\n".join(p.read_text(encoding="utf-8") for p in sources)
    written = PAGE.findall((FOLDER / "codes.md").read_text(encoding="utf-8"))
    assert [code for code in written if f'"{code}"' not in text] == []
