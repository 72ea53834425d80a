"""Words that point at what a ranking found: "which state had the most?", "how many of those were Mexican?"."""

from __future__ import annotations

from collections.abc import Iterator

from bot.query import Filter, Measure, Place, Query, Value
from bot.understand.dims import FIELDS
from bot.understand.draft import Draft, Stuck, in_order
from bot.understand.lexicon import Lexicon
from bot.understand.pieces import Piece
from bot.understand.pointing import lone_there

_FIGURE = ("padding", "function", "measure:count", "cue:anaphor", "subject:refusal", "question:did")
_POINTS = {"of those", "of these", "of them", "of whom", "those", "these", "them", "they", "their", "its", "it"}


def ranked_group(draft: Draft, last: Query) -> Query:
    """The last plan, or the rows of the group its ranking found where the fragment points at that.

    Raises Stuck for a pointing word when the group is not known: several share the place, or they cannot be counted.
    """
    at = next((k for k, p in enumerate(draft.pieces) if p.words in _POINTS or lone_there(p) or _most_of(p)), None)
    if at is None and draft.has("measure:count") and all(p.has(*_FIGURE) for p in draft.pieces):
        at = draft.first("cue:anaphor")  # "how many was that?"
    if at is None or last.slices or not (last.group_by and last.limit and last.order in ("most", "fewest")):
        return last
    anew = draft.has("order", "limit") and not draft.pieces[at].has("cue:that_one")
    other = _of_another_field(draft, last)
    if anew and not other and last.limit == 1:
        return last  # "which of them had the fewest" ranks anew
    each = anew and other and last.limit != 1  # "the top 3 counties", "their top offenses": of each?
    group = None if each else group_found(last, draft.lexicon)
    if group is None:
        raise Stuck("no_context", draft.pieces[at].text)
    return last.model_copy(update={**PLAIN, "filters": in_order((*last.filters, group))})


def _most_of(piece: Piece) -> bool:
    """ "which county had most of them": the order and the pointing word are one."""
    return piece.has("order") and piece.words.endswith((" of them", " of those", " of these"))


PLAIN = {
    "measure": Measure(), "group_by": (), "order": None, "limit": None, "nth": False, "leader": None, "having": None,
    "yes_no": False, "claim": None,
}  # fmt: skip
"""What a plan of groups gives up to become a count."""


def winner_or_all(draft: Draft, last: Query) -> bool:
    """Whether a number is asked for after a ranking ("how many were convicted?"), with no word for whose."""
    ranked = last.group_by and last.limit and last.order in ("most", "fewest") and not last.slices
    asked = any(draft.pieces[at].words.startswith(("how many", "number")) for at in draft.find("measure:count"))
    content = [p for p in draft.pieces if not p.has("padding", "conjunction:and")]
    told = bool(content) and content[0].words.startswith("what") and not content[0].has("cue:what_about")
    spread = told and draft.has("dimension")  # "what were the offenses?"
    named = draft.has("order", "limit", "cue:anaphor", "subject", "cue:everything")
    broken = draft.has("dimension") and not spread
    anew = draft.has("cue:instead", "cue:same", "place:mention", "function:among")
    one = content and content[0].has("question:which") and not content[-1].words.endswith("s")  # "which state?"
    anew = anew or one or draft.pieces[0].has("conjunction:and")
    other = broken and _of_another_field(draft, last) and not anew  # "by offense", but not "and counties"
    share = draft.has("measure:share") and not broken
    wanted = asked or spread or other or share
    return bool(ranked) and wanted and last.subject == "refusals" and not named and (other or not broken)


def _of_another_field(draft: Draft, last: Query) -> bool:
    """Whether all breakdowns asked for are by another field than the ranking's."""
    ranked = {d.field for d in last.group_by}
    keys = [s.key for p in draft.pieces for s in p.senses if s.kind == "dimension" and s.key in FIELDS]
    return bool(keys) and all(FIELDS[key][0] not in ranked for key in keys)


def group_found(last: Query, lexicon: Lexicon) -> Filter | None:
    """The condition that keeps the first groups of a plain ranking, if no tie leaves them open."""
    if last.subject != "refusals" or last.measure != Measure() or len(last.group_by) != 1 or lexicon.count is None:
        return None
    dimension, limit = last.group_by[0], last.limit or 0
    if last.having or last.each or last.nth or last.corrected or dimension.group or dimension.bucket:
        return None
    field = "place" if dimension.field == "state" else dimension.field
    counted = []
    for value in dict.fromkeys(_values(dimension.field, lexicon)):
        item = Filter.model_validate({"field": field, "values": (value,)})
        rows = lexicon.count(in_order((*last.filters, item)))
        counted += [(rows, value)] if rows else []
    counted.sort(key=lambda pair: pair[0], reverse=last.order == "most")
    if not counted or (len(counted) > limit and counted[limit - 1][0] == counted[limit][0]):
        return None
    return Filter.model_validate({"field": field, "values": tuple(value for _, value in counted[:limit])})


def _values(field: str, lexicon: Lexicon) -> Iterator[Value]:
    if field == "state":
        yield from (Place(state=d.state) for d in lexicon.declining if d.state)
    elif field == "place":
        yield from (Place(state=d.state, county=d.county) for d in lexicon.declining if d.state and d.county)
    elif field == "citizenship":
        yield from lexicon.nationals
    elif field == "offense":
        yield from lexicon.offenses
    elif field == "report":
        yield from (r.id for r in lexicon.reports)
