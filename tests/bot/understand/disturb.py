"""Machine-made disturbances of a question that leave its meaning alone: the plan has to stay, or be silent."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

_PADS = ("hey, ", "please ", "quick question: ", "Hi team! ", "can you tell me ")
_TAILS = (" please", " thanks!", " 🙏", " pls", " (for a story)")
_SYNONYMS = {
    "refusals": "declines",
    "refused": "declined",
    "turned down": "declined",
    "detainers": "holds",
    "released": "let go",
    "how many": "what is the number of",
    "county": "Co.",
    "week 1": "the first report",
    "week 2": "wk 2",
    "week 3": "report 3",
    "convictions": "people convicted",
    "share": "percentage",
    "report": "week",
    "most": "highest number of",
}
_LETTERS = re.compile(r"[A-Za-z]{6,}")


def lower(text: str, rng: random.Random) -> str:
    return text.lower()


def upper(text: str, rng: random.Random) -> str:
    return text.upper()


def padded(text: str, rng: random.Random) -> str:
    return rng.choice(_PADS) + text


def tailed(text: str, rng: random.Random) -> str:
    return text.rstrip(" ?.") + rng.choice(_TAILS)


def unpunctuated(text: str, rng: random.Random) -> str:
    return re.sub(r"[?!]", "", text)


def spaced(text: str, rng: random.Random) -> str:
    return "  " + re.sub(" ", "  ", text) + " \n"


def mentioned(text: str, rng: random.Random) -> str:
    return f"<@U0123ABCD> {text.replace('&', '&amp;')} :pray:"


def swapped(text: str, rng: random.Random) -> str:
    """Two neighbouring letters inside a longer word change places."""
    words = list(_LETTERS.finditer(text))
    if not words:
        return text
    word = rng.choice(words)
    at = rng.randrange(word.start() + 1, word.end() - 2)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def dropped(text: str, rng: random.Random) -> str:
    """A letter inside a longer word is missing."""
    words = list(_LETTERS.finditer(text))
    if not words:
        return text
    word = rng.choice(words)
    at = rng.randrange(word.start() + 1, word.end() - 1)
    return text[:at] + text[at + 1 :]


def synonym(text: str, rng: random.Random) -> str:
    found = [k for k in _SYNONYMS if re.search(rf"\b{k}\b", text, re.IGNORECASE)]
    if not found:
        return text
    word = rng.choice(found)
    return re.sub(rf"\b{word}\b", _SYNONYMS[word], text, count=1, flags=re.IGNORECASE)


def doubled(text: str, rng: random.Random) -> str:
    """A letter typed twice."""
    words = list(_LETTERS.finditer(text))
    if not words:
        return text
    word = rng.choice(words)
    at = rng.randrange(word.start() + 1, word.end() - 1)
    return text[:at] + text[at] + text[at:]


DISTURBANCES: tuple[Callable[[str, random.Random], str], ...] = (
    lower,
    upper,
    padded,
    tailed,
    unpunctuated,
    spaced,
    mentioned,
    swapped,
    dropped,
    doubled,
    synonym,
)
