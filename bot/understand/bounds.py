"""Numbers with a bound: "ten or more", "at least 5", "more than a year old", "top 5"; and gaps in days."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from bot.understand.dates import Days
from bot.understand.pieces import Piece, Rule, merged, rewrite
from bot.understand.reports import numeral
from bot.understand.words import Sense

_UNIT_DAYS = {"day": 1, "week": 7, "month": 30.4375, "year": 365}
_OPS = ("at_least", "at_most", "over", "under", "exactly")


class Bound(NamedTuple):
    """A number and which side of it: over, at_least, under, at_most, is."""

    op: str
    n: float


class Gap(NamedTuple):
    """A bound on the days between issue and refusal, with the words for it ("1 year")."""

    op: str
    days: float
    words: str


def _op(piece: Piece) -> str:
    for sense in piece.senses:
        if sense.kind == "bound" and sense.key in _OPS:
            return "is" if sense.key == "exactly" else sense.key
        if sense.kind == "bound" and sense.key in ("or_more", "or_less"):
            return "at_least" if sense.key == "or_more" else "at_most"
    return ""


def _bound(run: list[Piece]) -> Piece | None:
    number = next((n for p in run if (n := numeral(p)) is not None), None)
    op = next((o for p in run if (o := _op(p))), "")
    if number is None or not op or any(p.has("date:day", "date:range", "date:month") for p in run):
        return None
    return merged(run, Sense("limit", "bound", Bound(op, number)))


def _article_bound(run: list[Piece]) -> Piece | None:
    if run[1].words not in ("a", "an") or not _op(run[0]):
        return None
    return merged(run[:2], Sense("limit", "bound", Bound(_op(run[0]), 1)))


def _gap_unit(piece: Piece) -> str:
    word = piece.words.rstrip("s")
    return (
        {"yr": "year", "wk": "week"}.get(word, word)
        if {"yr": "year", "wk": "week"}.get(word, word) in _UNIT_DAYS
        else ""
    )


def _gap(run: list[Piece]) -> Piece | None:
    """ "more than a year", "at least 30 days": a bound and a unit of time."""
    unit = _gap_unit(run[1])
    bound = run[0].value("limit:bound")
    if not unit:
        return None
    days = bound.n * _UNIT_DAYS[unit]
    words = f"{bound.n:g} {unit}{'' if bound.n == 1 else 's'}"
    op = bound.op
    if len(run) > 2 and run[2].has("bound:or_more", "bound:or_less"):
        op = _op(run[2])
    return merged(run, Sense("limit", "gap", Gap(op, round(days), words)))


def _a_unit(run: list[Piece]) -> Piece | None:
    """ "more than a year"."""
    made = _article_bound(run)
    return _gap([made, run[2]]) if made is not None else None


def _unit_then_bound(run: list[Piece]) -> Piece | None:
    """ "30 days or more", "a year or longer"."""
    number = numeral(run[0]) if not run[0].has("function:article") else 1
    unit = _gap_unit(run[1])
    if number is None or not unit or not _op(run[2]):
        return None
    days = round(number * _UNIT_DAYS[unit])
    return merged(run, Sense("limit", "gap", Gap(_op(run[2]), days, f"{number:g} {unit}{'' if number == 1 else 's'}")))


def _top(run: list[Piece]) -> Piece | None:
    number = next((n for p in run if (n := numeral(p)) is not None), None)
    if number is None or number != int(number) or not 1 <= number <= 1000 or any(p.has("date:year") for p in run):
        return None
    fewest = any(p.has("order:bottom", "order:fewest") for p in run)
    return merged(run, Sense("limit", "fewest" if fewest else "top", int(number)))


_RULES = (
    Rule("unit:day time:before|time:after date:day", lambda run: _next_day(run)),
    Rule("number|function:article unit bound:or_more|bound:or_less", _unit_then_bound),
    Rule("bound:over|bound:under|bound:at_least|bound:at_most|bound:exactly number", _bound),
    Rule("number bound:or_more|bound:or_less", _bound),
    Rule("bound:over|bound:under|bound:at_least|bound:at_most function:article unit", _a_unit),
    Rule("limit:bound unit bound:or_more|bound:or_less|bound:over?", _gap),
    Rule("order:top|order:bottom number", _top),
    Rule("number order:most|order:common|order:fewest|order:top|order:bottom", _top),
)


def _next_day(run: list[Piece]) -> Piece | None:
    """ "the day before Feb 2", "the day after"."""
    days = run[2].value("date")
    if run[0].words != "day" or days.start is None:
        return None
    day = days.start + timedelta(days=-1 if run[1].has("time:before") else 1)
    return merged(run, Sense("date", "day", Days(day, day, "day")))


def fold_bounds(pieces: list[Piece]) -> list[Piece]:
    """Numbers with their bounds become 'limit:bound', 'limit:gap', 'limit:top' or 'limit:fewest'."""
    return _most_claims(rewrite(pieces, _RULES))


def fold_asides(pieces: list[Piece]) -> list[Piece]:
    """ "drop Mexico" denies what follows; "on a single day, Feb 1" says no more than the date."""
    return _all_but(rewrite(pieces, _ASIDES))


_EVERY = ("all", "every", "any", "all the", "each")


def _all_but(pieces: list[Piece]) -> list[Piece]:
    """ "all offenses but traffic", "every country but Mexico": all of a kind without one, which is no breakdown."""
    for at in range(2, len(pieces) - 1):
        if pieces[at].words != "but" or pieces[at].gap or not pieces[at - 1].has("dimension", "noun"):
            continue
        if pieces[at - 2].words in _EVERY and pieces[at + 1].has("value", "place", "disposition", "date"):
            pieces[at] = pieces[at].narrowed(Sense("negation", "except"))
            if not any(p.has("cue:list", "group:respectively", "order", "question:which") for p in pieces):
                pieces[at - 2] = pieces[at - 2].narrowed(Sense("function", "article"))
                pieces[at - 1] = pieces[at - 1].narrowed(Sense("noun", "detainer"))
    return pieces


_ASIDES = (
    Rule(
        "removal:drop value|place:mention|disposition",
        lambda run: [run[0].narrowed(Sense("negation", "except")), run[1]],
    ),
    Rule("bound:single dimension:day date:day", lambda run: merged(run, *run[-1].senses), commas=True),
)


def _most_claims(pieces: list[Piece]) -> list[Piece]:
    """ "Were most refusals in Texas?": a claim about half of them, not a ranking."""
    first = next((p for p in pieces if not p.has("padding")), None)
    if first is None or not first.has("question:did") or any(p.has("dimension") for p in pieces):
        return pieces
    for at, piece in enumerate(pieces[:-1]):
        if piece.has("order:most") and piece.words == "most" and pieces[at + 1].has("subject:refusal", "noun"):
            pieces[at] = piece.narrowed(Sense("measure", "claim_half"))
    return pieces
