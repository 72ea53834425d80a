"""The sides of a comparison: which is taken from which, and the words beside them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.query import Place
from bot.understand.dims import Asked
from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.forms import forms

_BY_WEEK = forms("sides", "by_week")
_FEWER = frozenset(forms("sides", "fewer"))
_VERBS = forms("sides", "verbs")
_DIMENSIONS = {"place": ("state", "county", "place"), "report": ("report",), "state": ("state",)}


def check_sides(draft: Draft, found: Sequence[Asked], sides: Sequence[Cond]) -> None:
    """Mark "of each state", "which state" beside two states as used.

    Raises Stuck for "A versus B, week by week": no totals are asked for.
    """
    field = sides[0].field
    if draft.has("compare:which_more") and any(p.words == "than" for p in draft.pieces):
        raise Stuck("unaccounted", draft.pieces[next(draft.find("compare:which_more"))].text)  # no question of which
    for at in draft.find("measure:change"):
        if draft.pieces[at].words in _BY_WEEK and field not in ("report", "declined_on"):
            raise Stuck("unaccounted", draft.pieces[at].text)
    for a in found:
        each = draft.pieces[a.at - 1] if a.at else None
        named = a.key in _DIMENSIONS.get(field, (field,))
        if a.how == "by" and named and each is not None and each.words.endswith(("each", "per")):
            draft.use(a.at, "compare")
        if a.key == "where" and a.how == "question" and field in ("place", "report", "declined_on"):
            named = _or_between(draft, sides)  # "where were there more, Texas or Florida": one of the two
            if field == "place" and not named:
                raise Stuck("unaccounted", draft.pieces[a.at].text)
        if a.how in ("which", "bare", "question") and named and not draft.pieces[a.at].used:
            _use_kind(draft, a, sides)


def _or_between(draft: Draft, sides: Sequence[Cond]) -> bool:
    first, last = min(s.at for s in sides), max(s.at for s in sides)
    return draft.first("conjunction:or", start=first, stop=last) is not None


def _use_kind(draft: Draft, asked: Asked, sides: Sequence[Cond]) -> None:
    """ "which county refused more, Travis or Boulder": the word says what the sides are, and nothing is broken down.

    Grouped by it, each side would show the other as zero. Raises Stuck where it says something else of them: "which
    county ..., Texas or Florida", "which counties refused more, ...".
    """
    places = [v for side in sides for v in side.values if isinstance(v, Place)]
    told = asked.key in ("place", "where")
    if asked.plural or any((v.county is None) != (asked.key == "state") for v in places if not told):
        raise Stuck("unaccounted", draft.pieces[asked.at].text)
    draft.use(asked.at, "compare")


def as_asked(draft: Draft, sides: Sequence[Cond]) -> Sequence[Cond]:
    """ "how many more in A than in B" is A less B, "how many fewer" is B less A: the second side less the first.

    "By how many did A exceed B" is A less B too.
    """
    said = sorted(sides, key=lambda s: s.at)
    between = draft.pieces[said[0].at : said[1].at]
    before = [p for p in draft.pieces[: said[1].at] if p.has("measure:difference", "compare:more")]
    than = any("than" in p.words.split() or p.words.startswith(_VERBS) for p in between)
    if not before or not than:
        return sides
    return said[::-1] if _FEWER.isdisjoint(before[-1].words.split()) else said


def one_each(draft: Draft, sides: Sequence[Cond]) -> None:
    """Raise Stuck for "is Cook higher than Dallas and Miami-Dade": than each of them, or than their sum?"""
    if draft.has("measure:together") and len(sides) == 2:
        return  # "than Dallas and Miami-Dade combined"
    listed = any(s.op == "is" and len(s.values) > 1 and not s.label for s in sides)
    if draft.has("compare:more") and (listed or len(sides) > 2):
        raise Stuck("verdict", draft.pieces[sides[-1].at].text)
