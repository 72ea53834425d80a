"""Words that point at what a ranking found: "which state had the most?", "how many of those were Mexican?"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from bot.query import Dimension, FieldName, Filter, Measure, Place, Query, Value
from bot.understand.dims import FIELDS
from bot.understand.draft import Draft, Stuck, in_order
from bot.understand.follow_days import day_step
from bot.understand.forms import forms
from bot.understand.lexicon import Lexicon
from bot.understand.pieces import Piece
from bot.understand.pointing import lone_there

_FIGURE = ("padding", "function", "measure:count", "cue:anaphor", "subject:refusal", "question:did")
_POINTS = frozenset(forms("follow_winner", "points"))
_ONE = frozenset(forms("follow_winner", "one"))
"""Words for the one group; "of them", "they" can be all of a ranking."""
_PLACES = ("place", "state", "facility", "report")
_TIMES = ("report", "declined_on")
_ELSEWHERE = ("cue:anaphor", "cue:everything", "value:report", "date", "conjunction:and", "cue:what_about", "cue:same")
_INSIDE: dict[str, tuple[FieldName, ...]] = {
    "facility": ("place", "state"),
    "place": ("state",),
    "declined_on": ("report",),
}
"""What one of a ranking lies in: a jail in a county, a day in a report."""


def is_ranking(last: Query) -> bool:
    """Whether the last plan is a ranking whose first groups a follow-up can point at."""
    return bool(last.group_by and last.limit and last.order in ("most", "fewest") and not last.slices)


def ranked_group(draft: Draft, last: Query) -> Query:
    """The last plan, or the rows of the group its ranking found where the fragment points at that.

    Raises Stuck for a pointing word when the group is not known: several share the place, or they cannot be counted.
    """
    at = _pointer(draft, last)
    if is_ranking(last) and not draft.has("order", "limit") and draft.has("place", "value", "date", "disposition"):
        for k in draft.find("noun:detainer", start=1):
            if draft.pieces[k].words in ("one", "ones") and draft.pieces[k - 1].has("question:which"):
                raise Stuck("no_context", draft.pieces[k].text)  # "top 3 counties", "which one is in Texas"
    if at is None or not is_ranking(last):
        return last
    piece = draft.pieces[at]
    anew = draft.has("order", "limit") and not piece.has("cue:that_one")
    other = _of_another_field(draft, last)
    if anew and not other and last.limit == 1:
        if draft.has("dimension") and (piece.words in _ONE or lone_there(piece)):
            raise Stuck("no_context", piece.text)  # "which offense was most common", "the most common offense there"
        return last  # "which of them had the fewest" ranks anew
    each = anew and other and last.limit != 1 and not last.nth  # "the top 3 counties", "their top offenses": of each?
    if last.limit != 1 and not last.nth and piece.words in _ONE and draft.has("dimension"):
        each = True  # "top 3 counties", "what state is that in"
    nowhere = lone_there(piece) and last.group_by[0].field not in _PLACES  # of an offense or a day there is no "there"
    found = () if each or nowhere or not _whose(piece, last) else groups_found(last, draft.lexicon)
    if not found:
        raise Stuck("no_context", piece.text)
    return plain_of(last).model_copy(update={"filters": in_order((*last.filters, *found))})


def _pointer(draft: Draft, last: Query) -> int | None:
    """The piece that points at what a ranking found."""
    pieces = draft.pieces
    at = next((k for k, p in enumerate(pieces) if _points(p) and not (k and pieces[k - 1].has(*_NEIGHBOURS))), None)
    if at is None and draft.has("measure:count") and all(p.has(*_FIGURE) for p in pieces):
        at = draft.first("cue:anaphor")  # "how many was that?"
    if at is None and draft.has("dimension", "question:when", "subject") and not draft.has("measure:share"):
        at = next((k for k in range(1, len(pieces)) if is_that(pieces, k)), None)
    return _wherein(draft, last) if at is None else at


_NEIGHBOURS = ("value:report", "cue:one_before", "cue:next_one", "time:before", "time:after")
"""What an "it" behind belongs to: "the report after it" is counted from the report asked about."""


def _points(piece: Piece) -> bool:
    return piece.words in _POINTS or lone_there(piece) or _most_of(piece)


def kept_group(draft: Draft, query: Query, base: Query, last: Query) -> None:
    """Raise Stuck where a plan that points at what a ranking found has lost it: "top 3 counties", "how many of them are
    in California", whose own place takes that of the three.

    base: the last plan with the group found.
    """
    found = [f for f in base.filters if f not in last.filters]
    said = {*query.filters, *query.measure.of, *(f for s in query.slices for f in s.filters)}
    if query.subject == last.subject and not all(f in said for f in found):
        at = _pointer(draft, last)
        raise Stuck("no_context", draft.pieces[at].text if at is not None else "")


def beside_winner(draft: Draft, last: Query) -> Query:
    """ "which week had the most", "the week before?": counted from the one found."""
    ranked = is_ranking(last) and last.limit == 1 and last.group_by[0].field in _TIMES and last.measure == Measure()
    if (
        not ranked
        or draft.has("cue:anaphor", "order", "limit")
        or not any(_steps(draft, k) for k in range(len(draft.pieces)))
    ):
        return last
    found = groups_found(last, draft.lexicon)
    return plain_of(last).model_copy(update={"filters": in_order((*last.filters, *found))}) if found else last


def _steps(draft: Draft, at: int) -> bool:
    """ "the week before", "the next day"."""
    piece = draft.pieces[at]
    return piece.has("cue:one_before", "cue:next_one") or bool(day_step(draft.pieces, at)[2])


def is_that(pieces: list[Piece], at: int) -> bool:
    """ "which county is that in", "when was that posted": "that" is what was found, and leads to no noun."""
    before, after = pieces[at - 1], pieces[at + 1] if at + 1 < len(pieces) else None
    leads = after is not None and not after.gap and after.has("dimension", "measure", "place", "value", "cue")
    said = pieces[at].words in ("that", "this", "that one", "this one") and pieces[at].has("cue:anaphor")
    return said and not leads and before.has("function:copula", "question:did", "function:preposition", "time:during")


def _wherein(draft: Draft, last: Query) -> int | None:
    """ "which facility refused the most", "in which county": the one that it stands in."""
    content = [(k, p) for k, p in enumerate(draft.pieces) if not p.has("padding", "conjunction:and")]
    led = len(content) == 3 and content[0][1].has("time:during", "function:preposition")
    asks = led and content[1][1].has("question:which") and content[2][1].has("dimension")
    return content[2][0] if asks and _inside(draft, last) else None


def _inside(draft: Draft, last: Query) -> bool:
    """Whether what is asked for is what one of the ranking lies in."""
    keys = {s.key for p in draft.pieces for s in p.senses if s.kind == "dimension" and s.key in FIELDS}
    wider = _INSIDE.get(last.group_by[0].field, ()) if last.group_by else ()
    return bool(keys) and all(FIELDS[key][0] in wider for key in keys)


def _whose(piece: Piece, last: Query) -> bool:
    """Whether the pointing word can only be of the group: of a share or a median, "it" may be the figure."""
    counted = last.measure == Measure() or (last.subject == "issued" and last.measure.kind == "total")
    return counted or lone_there(piece) or piece.words == "its" or piece.has("cue:that_one")


def _most_of(piece: Piece) -> bool:
    """ "which county had most of them": the order and the pointing word are one."""
    return piece.has("order") and piece.words.endswith((" of them", " of those", " of these"))


PLAIN = {
    "measure": Measure(), "group_by": (), "order": None, "limit": None, "nth": False, "leader": None, "having": None,
    "yes_no": False, "claim": None,
}  # fmt: skip
"""What a plan of groups gives up to become a count."""


def plain_of(last: Query) -> Query:
    """The count, or the detainers issued, behind a ranking."""
    issued = last.subject == "issued" and last.measure.kind == "total"
    return last.model_copy(update={**PLAIN, **({"measure": last.measure} if issued else {})})


def winner(last: Query, lexicon: Lexicon) -> Query | None:
    """The rows of the first group of a ranking, for a number to be asked of them; None where that is not known."""
    found = groups_found(last, lexicon)
    rows = {**PLAIN, "measure": Measure(kind="rows"), "filters": in_order((*last.filters, *found))}
    return last.model_copy(update=rows) if found and last.subject == "refusals" else None


def winner_or_all(draft: Draft, last: Query) -> bool:
    """Whether a number is asked for after a ranking ("how many were convicted?"), with no word for whose."""
    if not is_ranking(last) or last.subject != "refusals" or _wherein(draft, last) is not None:
        return False
    again = draft.has(*_ELSEWHERE) or _pointer(draft, last) is not None
    if last.group_by[0].field in _TIMES and draft.has("order", "limit") and not again:
        return _of_another_field(draft, last)  # "which week had most", "which county led": in that week?
    asked = any(draft.pieces[at].words.startswith(("how many", "number")) for at in draft.find("measure:count"))
    content = [p for p in draft.pieces if not p.has("padding", "conjunction:and")]
    told = bool(content) and content[0].words.startswith("what") and not content[0].has("cue:what_about")
    spread = told and draft.has("dimension")  # "what were the offenses?"
    named = draft.has("order", "limit", "cue:anaphor", "subject", "cue:everything")
    broken = draft.has("dimension") and not spread
    anew = draft.has("cue:instead", "cue:same", "place:mention", "function:among")
    one = content and content[0].has("question:which") and not content[-1].words.endswith("s")  # "which state?"
    jail = last.group_by[0].field == "facility" and _inside(draft, last)  # "which jail?", "which county?": its own?
    anew = anew or (one and not jail) or draft.pieces[0].has("conjunction:and")
    other = broken and _of_another_field(draft, last) and not anew  # "by offense", but not "and counties"
    share = draft.has("measure:share") and not broken
    wanted = asked or spread or other or share
    return bool(wanted) and not named and (other or not broken)


def _of_another_field(draft: Draft, last: Query) -> bool:
    """Whether all breakdowns asked for are by another field than the ranking's."""
    keys = [s.key for p in draft.pieces for s in p.senses if s.kind == "dimension" and s.key in FIELDS]
    return bool(keys) and all(FIELDS[key][0] != last.group_by[0].field for key in keys)


def groups_found(last: Query, lexicon: Lexicon) -> tuple[Filter, ...]:
    """The conditions that keep the first groups of a ranking; none where a tie leaves them open."""
    if not is_ranking(last) or last.having or last.each or lexicon.groups is None:
        return ()
    if any(d.group or d.bucket not in (None, "day") for d in last.group_by):
        return ()
    alone = {"also": None, "claim": None, "yes_no": False, "leader": None}
    found = [_values(last.group_by, row) for row in lexicon.groups(last.model_copy(update=alone))]
    kept = 1 if last.nth else last.limit or 0
    if not 0 < len(found) <= kept or (len(last.group_by) > 1 and len(found) > 1):
        return ()
    fields = ["place" if d.field == "state" else d.field for d in last.group_by]
    values = [tuple(row[k] for row in found) for k in range(len(fields))]
    if any(v is None for column in values for v in column):
        return ()
    return tuple(
        Filter.model_validate({"field": field, "values": column}) for field, column in zip(fields, values, strict=True)
    )


def _values(dimensions: tuple[Dimension, ...], row: Sequence[Any]) -> list[Value | None]:
    """One value for each breakdown, out of the columns of a group; None for one that no condition can name."""
    found: list[Value | None] = []
    at = 0
    for dimension in dimensions:
        value: Value | None = row[at] if isinstance(row[at], str | date) else None
        if dimension.field == "place" and value is not None and isinstance(row[at + 1], str):
            value, at = Place(state=row[at + 1], county=str(value)), at + 1
        elif dimension.field == "state" and isinstance(value, str):
            value = Place(state=value)
        found.append(value)
        at += 1
    return found
