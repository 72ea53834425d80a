"""Conditions that must go together: none rules another out, and a state beside its own county is no condition."""

from __future__ import annotations

from bot.query import Filter, Place, Value
from bot.understand.draft import Draft, Stuck


def plain_filters(draft: Draft) -> tuple[Filter, ...]:
    """The conditions that remain for all rows, without a state that a county beside it implies."""
    counties = [
        c for c in draft.of("place") if not c.negated and all(isinstance(v, Place) and v.county for v in c.values)
    ]
    implied = [
        c
        for c in draft.of("place")
        if not c.negated
        and counties
        and c not in counties
        and all(isinstance(v, Place) and not v.county for v in c.values)
        and any(all(overlap(v, w) for v in c.values for w in k.values) for k in counties)
    ]
    return draft.filters([c for c in draft.conds if c not in implied])


def consistent(draft: Draft) -> None:
    """Raise Stuck when two conditions cannot both hold: they were a list that was not seen as one, or a name was taken
    for another's."""
    _jail_elsewhere(draft)
    for cond in draft.conds:
        if cond.field == "disposition" and cond.negated and cond.values == ("charge",) and _denied(draft, cond.at):
            raise Stuck("no_charge", draft.pieces[cond.at].text)  # whom the reports list as convicted was charged too
        for other in draft.conds:
            if other is cond or other.field != cond.field or cond.negated or other.negated:
                continue
            if cond.field in ("declined_on", "issued_on", "enacted") and not {cond.op, other.op} <= {
                "before",
                "after",
                "since",
                "until",
            }:
                raise Stuck("contradiction", draft.pieces[max(cond.at, other.at)].text)
            if not cond.op == other.op == "is":
                continue
            twice = cond.field != "place" and set(cond.values) != set(
                other.values
            )  # "A (that is, B)": which of the two?
            if twice or not any(overlap(a, b) for a in cond.values for b in other.values):
                raise Stuck("contradiction", draft.pieces[other.at].text)


def _jail_elsewhere(draft: Draft) -> None:
    """ "the central jail in San Diego" taken for one of that name in another state: its zero is of no jail there."""
    for cond in draft.of("facility"):
        houses = [
            Place(state=state, county=county)
            for name, state, county in draft.lexicon.housed
            if name in cond.values and state is not None
        ]
        for other in draft.of("place"):
            here = cond.op == other.op == "is" and not (cond.negated or other.negated)
            if here and houses and not any(overlap(h, v) for h in houses for v in other.values):
                raise Stuck("contradiction", draft.pieces[cond.at].text)


def _denied(draft: Draft, at: int) -> bool:
    """Whether a charge is denied ("not charged", "without charges"), and not the rows of a charge alone left out
    ("everything but charges", "not only charged")."""
    before = draft.pieces[max(0, at - 3) : at]
    said = [p for p in before if p.has("negation")]
    left_out = any(p.has("negation:except", "negation:rather_than") and not p.words.startswith("w") for p in said)
    return bool(said) and not left_out and not any(p.has("cue:only") or "only" in p.words for p in before)


def no_place_twice(draft: Draft) -> None:
    """Raise Stuck for "Texas, Travis" as one list: beside its state a county is no further choice."""
    for cond in draft.of("place"):
        places = [v for v in cond.values if isinstance(v, Place)]
        if not cond.negated and any(overlap(a, b) for a in places for b in places if a is not b):
            raise Stuck("unaccounted", draft.pieces[cond.at].text)


def overlap(one: Value, other: Value) -> bool:
    """Whether rows of both are possible: a county lies in its state, any other value only meets itself."""
    if isinstance(one, Place) and isinstance(other, Place):
        return one.state == other.state and (None in (one.county, other.county) or one.county == other.county)
    return one == other
