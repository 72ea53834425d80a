"""Comparisons whose sides are more than one condition: a place and the rest, "Ohio in week 1 vs Iowa in week 2"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.query import Filter, Place, Slice
from bot.understand.clauses import clause
from bot.understand.contrast import is_contrast, more_or_fewer, of_times
from bot.understand.dims import Asked
from bot.understand.draft import Cond, Draft, Stuck, in_order
from bot.understand.forms import forms
from bot.understand.lists import Parts
from bot.understand.reading import slice_label
from bot.understand.sides import as_asked

_PERIODS = ("report", "declined_on")
_PAIRED = (*_PERIODS, "place", "citizenship", "offense", "facility", "disposition", "issued_on")
_CUES = ("compare", "measure:difference", "measure:times", "measure:together")
_LIGHT = ("function", "time:during", "noun", "subject:refusal", "cue:everything", "padding", "question:did")
_APART = ("compare:versus", "conjunction", "compare:more", "compare:compare")
_JOINS = forms("opposed", "joins")
_REST = "compare:rest"
Side = tuple[Slice, Cond]
"""One side, and the condition that it is named by."""


def set_against(draft: Draft, found: Sequence[Asked], parts: Parts) -> bool:
    """Fill slices and contrast for such sides; False where there are none.

    Raises Stuck for a change between them, and for a yes or no on the rest, which is not said to be taken together.
    """
    if not is_contrast(draft):
        return False
    sides = _with_the_rest(draft) or _pairs(draft)
    if sides is None:
        return False
    rest = any(p.used == _REST for p in draft.pieces)
    verdict = clause(draft) is not None and not draft.has("limit:times")
    together = draft.has("measure:together")
    if draft.has("measure:change") or (rest and verdict and not together) or (together and not rest):
        raise Stuck("compare_what", draft.pieces[sides[0][1].at].text, ask=True)
    if any(a.how in ("which", "many", "question") for a in found):
        raise Stuck("unaccounted", draft.pieces[found[0].at].text)
    draft.use_all("compare", *_CUES)
    if draft.has("measure:difference"):
        draft.use_all("compare", "time:between")
    more = draft.first("compare:more")
    counted = more is not None and more > 0 and draft.pieces[more - 1].has("measure:count")
    named = [side[1] for side in sides]
    parts["contrast"] = "side_by_side"
    if draft.has("measure:times", "limit:times"):
        parts["contrast"], parts["claim"] = "ratio", of_times(draft)
    elif draft.has("measure:difference") or counted:
        parts["contrast"] = "difference"
        if as_asked(draft, named)[0] is not named[0]:
            sides = sides[::-1]
    elif verdict:
        parts["claim"] = more_or_fewer(draft, named)
    parts["slices"] = tuple(side[0] for side in sides)
    return True


def _with_the_rest(draft: Draft) -> list[Side] | None:
    """ "Cook vs the rest of Illinois", "California vs the rest of the country", "Mexicans vs everyone else"."""
    from bot.messages import understand as say

    at = draft.first("fragment:elsewhere", "fragment:others", "remainder:of")
    if at is None or draft.subject != "refusals":  # of the rest, Section I lists a part
        return None
    within = _whole(draft, at) if draft.pieces[at].has("remainder:of") else None
    if within is None and draft.pieces[at].has("remainder:of"):
        return None
    asked = [c for c in draft.conds if c.field not in _PERIODS and c is not within]
    country = draft.pieces[at].has("fragment:elsewhere") or within is not None
    asked = [c for c in asked if c.field == "place"] if country else asked
    one = asked[0] if len(asked) == 1 else None
    if one is None or one.negated or one.field != "place" or one.either:
        return None
    if not _fits(draft, at, one, within):
        return None
    for k in range(at, within.stop if within is not None else at + 1):
        draft.use(k, _REST)
    out = Filter(field=one.field, values=one.values, negated=True)
    label = slice_label(one.filter(), draft.lexicon)
    whole = [within.filter()] if within is not None else []
    name = say.the_rest(slice_label(whole[0], draft.lexicon) if whole else "")
    mine = (Slice(label=label, filters=(one.filter(),)), one)
    rest = (Slice(label=name, filters=in_order((*whole, out))), Cond(at, one.field, "is", one.values, True))
    draft.conds = [c for c in draft.conds if c is not one and c is not within]
    return [mine, rest] if one.at < at else [rest, mine]


def _whole(draft: Draft, at: int) -> Cond | None:
    """The state that "the rest of" is of."""
    found = next((c for c in draft.conds if c.at == at + 1 and c.field == "place" and not c.negated), None)
    return found if found is not None and len(found.values) == 1 else None


def _fits(draft: Draft, at: int, one: Cond, within: Cond | None) -> bool:
    """Whether what stands against the rest is one of them: a county of that state, a state where states are said."""
    words = set(draft.pieces[at].words.split())
    places = [v for v in one.values if isinstance(v, Place)]
    county = any(v.county is not None for v in places)
    if within is not None:
        state = within.values[0]
        return (
            isinstance(state, Place) and state.county is None and county and {v.state for v in places} == {state.state}
        )
    return not (("states" in words and county) or ("counties" in words and not county))


def _pairs(draft: Draft) -> list[Side] | None:
    """ "California week 1 vs New York week 2": each side by a condition of each of two kinds."""
    mine = [c for c in draft.conds if c.field in _PAIRED]
    fields = {c.field: [d for d in mine if d.field == c.field] for c in mine}
    two = [f for f, conds in fields.items() if len(conds) == 2]
    conds = sorted((c for c in mine if c.field in two), key=lambda c: c.at)
    half = len(conds) // 2
    first, second = conds[:half], conds[half:]
    if len(two) < 2 or {c.field for c in first} != {c.field for c in second}:
        return None
    if any(c.negated or c.either or (c.op == "is" and len(c.values) > 1 and not c.label) for c in conds):
        return None
    if not _apart(draft, first[-1], second[0]) or not all(
        _near(draft, *p) for s in (first, second) for p in pairwise(s)
    ):
        return None
    draft.conds = [c for c in draft.conds if c not in conds]
    return [_side(draft, first), _side(draft, second)]


def _side(draft: Draft, conds: Sequence[Cond]) -> Side:
    filters = in_order(c.filter() for c in conds)
    label = ", ".join(slice_label(c.filter(), draft.lexicon) for c in conds)
    return Slice(label=label, filters=filters), conds[0]


def _apart(draft: Draft, one: Cond, other: Cond) -> bool:
    """Whether the two halves are told apart by a word between them."""
    between = draft.pieces[one.stop : other.at]
    return any(p.has(*_APART) or p.words in _JOINS for p in between)


def _near(draft: Draft, one: Cond, other: Cond) -> bool:
    """Whether one half's conditions stand together."""
    between = draft.pieces[one.stop : other.at]
    gaps = [p.gap for p in (*between, draft.pieces[other.at])]
    return all(p.has(*_LIGHT) for p in between) and not any(set(gap) & set(".;?!") for gap in gaps)
