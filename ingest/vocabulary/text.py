"""The normal form in which names are compared, and the tokens of a text with their places in it.

Two spellings of one name have the same normal form when they differ only by case, accents, quotes, dashes, dots,
spacing, "&" for "and", or "Saint" for "St.". The form is for comparing; it is never shown to anybody.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_QUOTES = "'‘’‚‛ʼʹ`´′＇"
# Soft hyphens and zero-width characters come out of typeset PDFs and chat programs; they part no word.
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_LETTER = r"[^\W_]"
_WORD = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?!{_LETTER}))?"  # U.S., D.C, N.Y.
    rf"|{_LETTER}(?:{_LETTER}|[\u0300-\u036f]|[{_QUOTES}{_INVISIBLE}]+(?={_LETTER}))*"
    r"|&"
)
_POSSESSIVE = re.compile(rf"[{_QUOTES}][sS]$")
_STRAIGHT = str.maketrans(
    dict.fromkeys(_QUOTES, "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys(_INVISIBLE, "")
)
SAME = {"&": "and", "saint": "st", "sainte": "ste"}


class Token(NamedTuple):
    """A word of a text: its normal form, the form without a possessive 's, and where it stands (start, end)."""

    norm: str
    base: str
    start: int
    end: int


def _plain(word: str) -> str:
    """Letters and digits of a word, without case and accents."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    plain = "".join(c for c in decomposed if c.isalnum())
    return SAME.get(plain, plain)


@lru_cache(maxsize=16384)
def _norm(word: str) -> str:
    if word.isascii() and word.isalnum():
        lower = word.lower()
        return SAME.get(lower, lower)
    return "and" if word == "&" else _plain(word)


def tokenize(text: str) -> list[Token]:
    """The words of ``text`` in order; punctuation parts words and is left out, "&" is the word "and"."""
    found: list[Token] = []
    for match in _WORD.finditer(text):
        word = match.group()
        norm = _norm(word)
        if norm:
            base = _norm(_POSSESSIVE.sub("", word)) if not word.isalnum() else norm
            found.append(Token(norm, base or norm, match.start(), match.end()))
    return found


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """The normal form: the words' normal forms joined by single spaces. Folding twice changes nothing."""
    if text.isascii() and text.replace(" ", "").isalpha():
        return " ".join([_norm(word) for word in text.split()])
    return " ".join([token.norm for token in tokenize(text)])


def squash(text: str) -> str:
    """The normal form without spaces: "De Kalb" and "DeKalb", "Du Page" and "DuPage" are the same."""
    if text.isascii() and text.isalpha():
        return _norm(text)
    return fold(text).replace(" ", "")


def straighten(text: str) -> str:
    """Straight quotes, plain hyphens and single spaces, nothing else changed: for patterns over printed prose."""
    return " ".join(text.translate(_STRAIGHT).split())
