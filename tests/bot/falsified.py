"""A message as it is passes the look; with any of its numbers changed into one that nothing holds, it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bot.backing import Backing, Looks, texts_of

_NUMBER = re.compile(r"\d+")
_MENTIONS = re.compile(r"<[@#][^>]*>")


def falsified(text: str) -> Iterator[str]:
    """The text with one number after the other made into a larger one; people's and channels' ids are no numbers."""
    ids = [range(*found.span()) for found in _MENTIONS.finditer(text)]
    for found in _NUMBER.finditer(text):
        if not any(found.start() in each for each in ids):
            yield f"{text[: found.start()]}7{text[found.start() :]}"


def holds(look: Looks, text: str, blocks: list[dict[str, Any]]) -> int:
    """Assert both; how many numbers were changed, one after the other."""
    assert look.at_source() + look.at_text(text) + look.at_blocks(blocks) == [], text
    wrong = list(falsified(text))
    for each in wrong:
        assert look.at_text(each), each
    changed = len(wrong)
    for block in blocks:
        if block["type"] == "table":
            changed += _cells(look, block)
            continue
        for told in texts_of(block):
            for each in falsified(told):
                assert look.at_text(each), each
                changed += 1
    return changed


def holds_payload(payload: dict[str, Any]) -> int:
    """The same for a prepared message."""
    return holds(Backing.model_validate(payload["backing"]), payload["text"], payload.get("blocks") or [])


def _cells(look: Looks, table: dict[str, Any]) -> int:
    changed = 0
    for row in table["rows"]:
        for cell in row:
            for each in falsified(cell["text"]):
                wrong = [{"text": each} if other is cell else other for other in row]
                assert look.at_blocks([{"type": "table", "rows": [wrong]}]), wrong
                changed += 1
    return changed
