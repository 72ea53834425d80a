"""What a model says it took words for: shown to the person where the desk does not know them, and never believed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.messages import model_repair as repair
from bot.understand.model.reply import WordUse
from bot.understand.pieces import Piece

LONGEST_MEANING = 80
Explained = dict[str, str]
"""Words of the question as written, in small letters, to what they were taken for."""


def explained(uses: Iterable[WordUse], question: str) -> Explained:
    """The explanations that may be shown to a person."""
    return {use.words.strip().casefold(): use.means.strip() for use in uses if _sayable(use.means, question)}


def meaning(piece: Piece, said: Explained) -> str | None:
    """What the model took this piece for, if it says so."""
    text = piece.text.casefold()
    return next((m for words, m in said.items() if text in words.split() or text == words), None)


def forms_of(piece: Piece) -> list[str]:
    """What an accepted plan has for a piece, in any of its senses."""
    tags = [tag for s in piece.senses for tag in (f"{s.kind}:{s.key}", s.kind)]
    return list(dict.fromkeys(repair.FORMS[tag] for tag in tags if tag in repair.FORMS))


def _sayable(means: str, question: str) -> bool:
    """Short, plain, and with no number that is not the person's."""
    numbers = set(re.findall(r"\d+", means)) - set(re.findall(r"\d+", question))
    return (
        bool(means.strip())
        and len(means) <= LONGEST_MEANING
        and not numbers
        and not re.search(r"[<>`*_\[\]|\n]", means)
    )
