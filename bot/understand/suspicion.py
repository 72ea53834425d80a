"""What is looked for before anything is read: size, other languages, instructions, things not in the reports."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from unicodedata import category

from bot.understand.actors import check_actors
from bot.understand.draft import Stuck
from bot.understand.forms import forms
from bot.understand.pieces import Piece

MOST_CHARACTERS = 2000
_FIRST = (
    "instruction",
    "secrets",
    "source",
    "language",
    "names",
    "deportation",
    "after_release",
    "crime_rates",
    "demographics",
    "honored",
    "motives",
    "forecast",
    "politics",
    "other_data",
    "sanctuary",
    "opinion",
)
_ALONE = ("help", "smalltalk", "chat", "term")
_LIGHT = ("padding", "function", "question", "noun", "measure:count", "cue", "conjunction", "dimension:report")
# Kinds of sense that make a suspicious word harmless after all.
_INNOCENT = (
    "value",
    "place",
    "subject",
    "dimension",
    "measure",
    "function",
    "noun",
    "order",
    "compare",
    "disposition",
    "text",
    "date",
    "cue",
    "group",
    "ordinal",
    "number",
    "time",
    "requirement",
    "padding",
    "not_loaded",
    "question",
    "unit",
)


def before_reading(message: str) -> None:
    """Raise Stuck for a message that is no question: empty, too long, not in English letters."""
    text = message.strip()
    letters = [c for c in text if c.isalpha()]
    if not text or not (letters or any(c.isdigit() for c in text)):
        raise Stuck("smalltalk", detail="thanks") if any(category(c) == "So" for c in text) else Stuck("empty")
    if len(text) > MOST_CHARACTERS:
        raise Stuck("too_long")
    if letters and sum(c.isascii() for c in letters) < 0.8 * len(letters):
        raise Stuck("language")


def before_assembling(pieces: Sequence[Piece], *, follow_up: bool) -> None:
    """Raise Stuck for what the reports do not hold, before any figure is thought of."""
    issued = any(p.has("subject:issued", "subject:section_one") for p in pieces)
    plain = [p for p in pieces if p.has("offtopic") and not p.has(*_INNOCENT)]
    plain = [p for p in plain if not (issued and p.words.startswith("not "))]  # "issued (not refused)"
    unknown = [p for p in pieces if p.has("unknown") and not p.has(*_INNOCENT)]
    for code in _FIRST:
        for piece in plain:
            if piece.has(f"offtopic:{code}"):
                if code == "other_data" and unknown and not _mostly_unknown(pieces, unknown):
                    raise Stuck("unknown_word", unknown[0].text)  # the stranger word of the two is named
                raise Stuck(code, piece.text)
    rest = [p for p in pieces if not p.has(*[f"offtopic:{code}" for code in _ALONE])]
    for code in _ALONE:
        if plain and any(p.has(f"offtopic:{code}") for p in plain):
            if all(p.has(*_LIGHT) for p in rest):
                raise _told(code, pieces, plain[0])
            raise Stuck("unaccounted", plain[0].text)
    _foreign(pieces)
    _foretold(pieces)
    _caused(pieces)
    check_actors(pieces)
    _people_as_such(pieces)
    policies = any(p.has("subject:policy") for p in pieces)
    for before, piece in pairwise(pieces):
        if before.words in ("got", "get") and piece.has("measure:change") and not policies:
            raise Stuck("unaccounted", piece.text)  # "how many got dropped": by whom, from what?
        if piece.words == "from" and before.words.endswith(" up") and before.has("cue:appear"):
            raise Stuck("unaccounted", before.text)  # "did they come up from week 1 to week 2": a rise, and no span
        if piece.words in ("everyone", "everybody") and before.has("subject:refusal") and piece is pieces[-1]:
            raise Stuck("unaccounted", piece.text)  # "does Travis release everyone": no list says so
    for piece in pieces:
        if (piece.has("unknown") and not piece.has(*_INNOCENT)) or _owned_denial(piece):
            raise Stuck("unknown_word", piece.text)
    for piece in pieces:
        if piece.has("judge") and not piece.has(*_INNOCENT):
            raise Stuck("offense_class" if piece.has("judge:class") else "judgement", piece.text, ask=True)


_THANKS = forms("suspicion", "thanks")


def courtesy(pieces: Sequence[Piece]) -> str:
    """ "thanks" for a message that thanks, nothing for a greeting."""
    thanked = any(p.words.startswith(_THANKS) or " great" in p.words for p in pieces)
    return "thanks" if thanked else ""


def _told(code: str, pieces: Sequence[Piece], first: Piece) -> Stuck:
    """What answers a message that is no question about the rows: help, a word's meaning, a courtesy returned."""
    if code == "chat":
        return Stuck("smalltalk", detail=courtesy(pieces))
    return Stuck(code, first.text, detail=first.words)


def _foretold(pieces: Sequence[Piece]) -> None:
    """Raise Stuck for "will the numbers fall": what is to come is only said of a rise, and by the report itself."""
    content = [p for p in pieces if not p.has("padding")]
    moves = [p for p in content if p.has("measure:change") and not p.has("text:trend")]
    if content and content[0].words in ("will", "would", "might") and moves:
        raise Stuck("forecast", moves[0].text)


def _caused(pieces: Sequence[Piece]) -> None:
    """Raise Stuck for "did crime rise after it", "because of ICE": neither crime nor a cause is in the reports."""
    rows = any(p.has("subject:refusal", "noun:detainer", "measure:count", "order") for p in pieces)
    if any(p.words == "crime" for p in pieces) and any(p.has("measure:change") for p in pieces) and not rows:
        raise Stuck("crime_rates", next(p.text for p in pieces if p.words == "crime"))
    if pieces and pieces[0].has("question:did") and any(p.words == "add up" for p in pieces):
        raise Stuck("unaccounted", "add up")  # "do the totals add up": not how many they are
    for before, piece in pairwise(p for p in pieces if not p.has("function:article")):
        dropped = before.has("noun:ice") and piece.has("measure:change") and not piece.has("text")
        if dropped and any(p.has("measure:count") for p in pieces):
            raise Stuck("unaccounted", piece.text)  # "how many has ICE dropped"
        if before.words == "because of" and piece.has("noun:ice", "subject:policy", "noun:agency", "subject:refusal"):
            raise Stuck("motives", before.text)


_MIGRANTS = forms("suspicion", "migrants")
_ROWS = ("subject", "noun:detainer", "value", "disposition", "date", "dimension:offense", "dimension:report")


def _people_as_such(pieces: Sequence[Piece]) -> None:
    """Raise Stuck for "were those released citizens", "which county has the most immigrants": rows do not say."""
    content = [p for p in pieces if not p.has("padding")]
    named = [p for p in content if p.words in _MIGRANTS]
    if not named:
        return
    asks = content[0].has("question:did") and named[-1] is content[-1] and not named[-1].gap
    others = sum(p.has("noun:person", "cue:anaphor") for p in content) > 1
    if asks and others and not any(p.has("value:citizenship") for p in content):
        raise Stuck("demographics", named[-1].text)
    if any(p.has("measure:count", "order") for p in content) and not any(p.has(*_ROWS) for p in content):
        raise Stuck("crime_rates", named[0].text)


def _foreign(pieces: Sequence[Piece]) -> None:
    """Mostly unknown words: another language, or no sentence at all."""
    unknown = [p for p in pieces if p.has("unknown") and not p.has(*_INNOCENT)]
    if _mostly_unknown(pieces, unknown):
        raise Stuck("language")


def _mostly_unknown(pieces: Sequence[Piece], unknown: Sequence[Piece]) -> bool:
    content = [p for p in pieces if not p.has("padding", "number", "date")]
    return len(unknown) >= 3 and len(unknown) * 2 > len(content)


def _owned_denial(piece: Piece) -> bool:
    """ "how many no's": a word for a refusal, and no denial of the place beside it."""
    return piece.has("negation") and piece.text.endswith(("'s", "\u2019s"))
