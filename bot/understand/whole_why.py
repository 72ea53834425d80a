"""Questions of "why" that a report answers itself: rising numbers, old detainers, places that refused nothing."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.lexicon import Lexicon
from bot.understand.pieces import Piece
from bot.understand.whole_base import LIGHT, asks_why, only, some, upward


def why_up(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "why did the numbers go up?": ICE had resumed issuing. Why a place refused more is not in the reports."""
    rest = asks_why(content)
    moved = [p for p in rest if p.has("measure:change", "text:trend", "compare:more") and "expect" not in p.words]
    tags = ("measure:count", "measure:change", "text:trend", "subject:issued", "compare:more", "cue:mention")
    fits = all(p.has(*LIGHT, *tags, "cue:wants_text") or p.words in ("coming weeks", "coming months") for p in rest)
    of = some(rest, "noun:number", "noun:detainer", "subject:issued", "measure:count")
    if moved and all(upward(p) for p in moved) and fits and of and not some(rest, "subject:refusal"):
        return ("resumed_issuing",)
    return ()


def why_old(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "why are there detainers from 2014 in a 2017 report?": rows go by the day of refusal."""
    rest = asks_why(content)
    if not rest or not only(
        rest,
        "cue:appear",
        "cue:list",
        "dimension:report",
        "value:report",
        "judge:many",
        "time",
        "subject:issued",
        "subject:refusal",
        "unit",
        "dimension:year",
        "limit:gap",
        "date",
        "group",
    ):
        return ()
    first = lexicon.reports[0].start if lexicon.reports else None
    for at, piece in enumerate(rest):
        if piece.has("time:old", "limit:gap") or piece.words in ("old", "older", "years ago"):
            return ("issue_date",)
        if piece.has("date") and first is not None:
            start = piece.value("date").start
            before = bool(at and rest[at - 1].has("time:before"))
            if start.year < first.year or (before and start <= first):
                return ("issue_date",)
    return ()


def why_listed(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "why is Clark County in Section I but not in Section II?": issued is not declined, where it is as supposed."""
    rest = asks_why(content)
    tags = ("dimension:place", "dimension:county", "subject", "negation", "cue:appear", "cue:nothing", "cue:only")
    if not rest or not only(rest, *tags, "number", "place:mention", "measure:count"):
        return ()
    in_one = some(rest, "subject:section_one", "subject:issued")
    none_in_two = some(rest, "cue:nothing") or (some(rest, "negation") and some(rest, "subject:refusal"))
    if in_one and none_in_two and some(rest, "place:mention", "dimension") and _as_supposed(rest, lexicon):
        return ("issued_not_declined",)
    return ()


def _as_supposed(rest: Sequence[Piece], lexicon: Lexicon) -> bool:
    """Whether the place named is listed in Section I, with the number said, and refused nothing."""
    places = [
        place for p in rest if p.has("place:mention") for o in p.value("place:mention").options for place in o.places
    ]
    issued = {
        e.issued for e in lexicon.issued for place in places if (e.state, e.county) == (place.state, place.county)
    }
    numbers = {s.value for p in rest for s in p.senses if s.kind == "number"}
    listed = [p for p in places if p in lexicon.issued_places]
    refused = [p for p in places if p in lexicon.refusal_places]
    return bool(listed) and not refused and numbers <= issued if places else not numbers


def why_incomplete(content: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """ "why is the list incomplete?": agencies seldom tell ICE."""
    rest = asks_why(content)
    tags = (
        "text:reliability",
        "dimension:report",
        "subject:refusal",
        "measure:count",
        "negation:not",
        "group:by",
        "cue:list",
    )
    return ("awareness",) if some(rest, "text:reliability") and only(rest, *tags, "judge:many") else ()
