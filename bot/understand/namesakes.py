"""Jails of one name in several places: which is meant is asked, and a table of jails tells them apart.

Two counties called Montgomery each have a Montgomery County Correctional Facility; added up they led a ranking that
neither leads.
"""

from __future__ import annotations

from bot.messages import understand as say
from bot.query import Dimension, Filter, Place, Query
from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.lexicon import Lexicon


def add_facility(draft: Draft, at: int) -> None:
    """The condition for a jail by name. Raises Stuck where several places have one and the question names none."""
    piece = draft.pieces[at]
    name = str(piece.value("value:facility"))
    draft.use(at, "filter:facility")
    draft.conds.append(Cond(at, "facility", "is", (name,), stop=at + 1))
    if piece.has("place_of"):
        draft.conds.append(Cond(at, "place", "is", (piece.value("place_of"),), stop=at + 1))
    elif len(draft.lexicon.facilities.get(name, ())) > 1 and not draft.has("place:mention"):
        alone = sum(1 for _ in draft.find("value:facility")) == 1
        raise Stuck("which_facility" if alone else "unaccounted", piece.text, ask=alone)


def told_apart(query: Query, lexicon: Lexicon) -> tuple[Query, str]:
    """The plan with jails of one name told apart by their place, or with a note where that cannot be shown."""
    by_facility = any(d.field == "facility" for d in query.group_by)
    if query.subject != "refusals" or not (by_facility or query.measure.field == "facility"):
        return query, ""
    shared = _shared(query.filters, lexicon)
    if not shared or any(d.field == "place" for d in query.group_by):
        return query, ""
    if by_facility and len(query.group_by) == 1:
        return query.model_copy(update={"group_by": (*query.group_by, Dimension(field="place"))}), ""
    return query, say.shared_names(shared)


def _shared(filters: tuple[Filter, ...], lexicon: Lexicon) -> list[str]:
    """Names of several jails within the places asked about."""
    within = [f for f in filters if f.field == "place" and not f.negated]
    return [
        name
        for name, places in lexicon.facilities.items()
        if len([p for p in places if all(_covered(p, f) for f in within)]) > 1
    ]


def _covered(place: Place, item: Filter) -> bool:
    return any(
        isinstance(v, Place) and v.state == place.state and v.county in (None, place.county) for v in item.values
    )
