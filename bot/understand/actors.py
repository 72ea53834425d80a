"""Who does what: local agencies refuse and release; ICE asks, and gets a person only where its detainer was honored."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.draft import Stuck
from bot.understand.pieces import Piece

_ACTIVE = ("did", "do", "ha")
"""What the auxiliaries of an active verb begin with; "was ICE refused" is passive, and asks for refusals."""


def check_actors(pieces: Sequence[Piece]) -> None:
    """Raise Stuck for "released to ICE", which is the opposite of a refusal, and for what ICE itself refused."""
    content = [p for p in pieces if not p.has("padding", "function:article")]
    for at, piece in enumerate(content):
        if not piece.has("subject:refusal"):
            continue
        after = content[at + 1 : at + 3]
        names_ice = len(after) == 2 and after[1].has("noun:ice") and not after[0].gap and not after[1].gap
        if names_ice and after[0].words in ("to", "over to"):
            raise Stuck("honored", f"{piece.text} {after[0].text} {after[1].text}")
        if names_ice and after[0].words == "by":
            raise Stuck("refused_by_ice", f"{after[0].text} {after[1].text}")
        before = content[at - 1] if at else None
        helped = at >= 2 and content[at - 2].words.startswith(_ACTIVE) and not piece.gap
        if before is not None and helped and before.has("noun:ice") and not before.has("dimension"):
            raise Stuck("refused_by_ice", f"{before.text} {piece.text}")
