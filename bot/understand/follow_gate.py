"""What a fragment has to come to: another plan than the last one, and no breakdown by what is fixed already."""

from __future__ import annotations

from datetime import date

from bot.query import FieldName, Filter, Measure, Place, Query
from bot.understand.corrected import as_published, takes_out_corrections
from bot.understand.dims import lone_column
from bot.understand.draft import Cond, Draft, Stuck, in_order
from bot.understand.outcome import Choice
from bot.understand.reading import describe
from bot.understand.slots import family
from bot.understand.words import Sense

_SAYS = ("filter", "dimension", "disposition", "value", "place")
_UPPER, _LOWER = ("until", "before"), ("since", "after")


def settled(query: Query, last: Query, draft: Draft) -> Query:
    """The plan, its breakdown freed of what fixes it. Raises Stuck where it asks nothing new, or two things."""
    query = _fixed(query, last, draft)
    before = last.model_copy(update={"also": None, "claim": None, "yes_no": False, "leader": None})
    asks = last.yes_no and draft.has("measure:count")  # "did Texas refuse any Hondurans?", "how many?"
    repeats = query == before and query.subject in ("refusals", "issued") and not asks
    if repeats and not any(p.used.startswith(_SAYS) for p in draft.pieces):
        raise Stuck("no_context", " ".join(p.text for p in draft.pieces if not p.has("padding"))[:60])
    return query


def _fixed(query: Query, last: Query, draft: Draft) -> Query:
    """ "Salvadorans in Maryland", "by nationality": a table of one line is no breakdown."""
    for dimension in query.group_by:
        for item in query.filters:
            if item.field == dimension.field == "disposition" and item in last.filters and not last.group_by:
                rest = tuple(f for f in query.filters if f != item)  # "charged", "charged or convicted": both, split
                return query.model_copy(update={"filters": rest})
            if not _fixes(item, dimension.field):
                continue
            if item not in last.filters and dimension in last.group_by and len(query.group_by) == 1:
                return query.model_copy(update=_UNGROUPED)  # "which nationality most?", "Mexicans": their number
            if item in last.filters and dimension not in last.group_by:
                return _freed(query, item, draft)
    return query


_UNGROUPED = {
    "group_by": (), "order": None, "limit": None, "nth": False, "having": None, "each": None, "leader": None,
}  # fmt: skip


def _fixes(item: Filter, field: str) -> bool:
    if item.op != "is" or item.negated or len(item.values) != 1:
        return False
    value = item.values[0]
    if isinstance(value, Place):
        return field == "state" or (field in ("place", "county") and value.county is not None)
    return item.field == field and field in ("citizenship", "offense", "facility")


def _freed(query: Query, item: Filter, draft: Draft) -> Query:
    """The breakdown without the condition; with it widened to its state as another choice.

    Raises Stuck for "kidnapping", "offense?": of those, or of all?
    """
    for at in draft.find("dimension"):
        if lone_column(draft, at):
            raise Stuck("no_context", draft.pieces[at].text)
    rest = query.model_copy(update={"filters": tuple(f for f in query.filters if f != item)})
    place = item.values[0]
    if not isinstance(place, Place) or place.county is None or any(d.field == "state" for d in query.group_by):
        return rest
    whole = Filter(field="place", values=(Place(state=place.state),))
    state = query.model_copy(update={"filters": tuple(whole if f == item else f for f in query.filters)})
    word = next((p.text for p in draft.pieces if p.has("dimension")), "")
    raise Stuck("vague", word, tuple(Choice(describe(q, draft.lexicon), q) for q in (state, rest)))


def other_end(draft: Draft, last: Query) -> None:
    """ "from April 20 to April 24", "to April 26": the other end of the period stays. Raises Stuck where it cannot.

    The condition found is put in place: a period for its one end.
    """
    _issued_between(draft, last)
    kept = [f for f in last.filters if f.field == "declined_on" and not f.negated]
    new = [c for c in draft.conds if c.field == "declined_on" and not c.negated]
    if len(kept) != 1 or len(new) != 1 or len(draft.of("declined_on", "report")) != 1:
        return
    old, cond = kept[0], new[0]
    ends = dict.fromkeys(_LOWER, 0) | dict.fromkeys(_UPPER, 1)
    if old.op == "is" and cond.op in ends and draft.pieces[cond.at - 1].words == "to":
        raise Stuck(
            "no_context", draft.pieces[cond.at].text
        )  # "on April 20", "to April 24": the day, or from the first?
    if cond.op not in ends or (old.op != "between" and ends.get(old.op) in (None, ends[cond.op])):
        return
    if cond.op in ("before", "after") or old.op in ("before", "after"):
        raise Stuck("no_context", draft.pieces[cond.at].text)
    first, stop = (old.values[0], cond.values[0]) if ends[cond.op] else (cond.values[0], old.values[-1])
    if not (isinstance(first, date) and isinstance(stop, date)) or first > stop:
        raise Stuck("no_context", draft.pieces[cond.at].text)
    draft.conds = [Cond(c.at, c.field, "between", (first, stop), stop=c.stop) if c is cond else c for c in draft.conds]


def _issued_between(draft: Draft, last: Query) -> None:
    """Raise Stuck for "issued before 2016", "after 2010?": a period with two ends, or the later one alone?"""
    for old in last.filters:
        for cond in draft.conds:
            if not old.field == cond.field == "issued_on" or old.negated or cond.negated:
                continue
            pair: dict[bool, Filter | Cond] = {old.op in _UPPER: old, cond.op in _UPPER: cond}
            one_sided = {old.op, cond.op} <= {*_UPPER, *_LOWER} and len(pair) == 2
            if one_sided and _day(pair[False]) < _day(pair[True]):
                raise Stuck("no_context", draft.pieces[cond.at].text)


def _day(item: Filter | Cond) -> date:
    return item.values[0] if isinstance(item.values[0], date) else date.min


def one_of_many(draft: Draft, last: Query) -> None:
    """Raise Stuck for "where was it declined" after the oldest one: a count would be of others as well."""
    others = draft.has("subject:policy", "subject:require", "subject:dispute")
    one = last.measure.kind == "extreme" or last.measure.stat in ("max", "min")  # "the longest wait" is one row's
    if not (one or last.measure.kind == "rows") or others or (one and last.group_by):
        return
    grouped = draft.has("group:by", "cue:everything", "measure:count", "order", "limit")
    which = last.measure.kind == "statistic" and not _of_one(draft)  # "the longest wait", "which jail?"
    grouped = grouped or (which and any(p.words == "which" for p in draft.pieces))
    if one and draft.has("dimension") and not grouped:
        raise Stuck("no_context", draft.pieces[next(draft.find("dimension"))].text)  # "what was the offense?": its own
    for piece in draft.pieces:
        if piece.has("cue:anaphor") and piece.words in ("it", "he", "she", "that", "this"):
            raise Stuck("no_context", piece.text)
        if one and piece.has("question:where", "question:who"):
            raise Stuck("no_context", piece.text)


def _of_one(draft: Draft) -> bool:
    """ "which country was the person from": of one row, and no "which countries"."""
    return any(p.words in ("was", "is", "did he", "did she") for p in draft.pieces) and not draft.has("measure")


def with_again(draft: Draft, last: Query) -> None:
    """Raise Stuck for "now with Denver" after everything but Denver: that alone, or everything once more?"""
    if last.subject != "corrections" and [p.words for p in draft.pieces if not p.has("padding")] == ["correct"]:
        raise Stuck("no_context", draft.pieces[0].text)  # "correct?" after a figure asks for no correction of ICE's
    for piece in draft.pieces:
        if "because" in piece.words.split():
            raise Stuck("motives", piece.text)  # "is that because of its policy?"
    out = {v for f in last.filters if f.field == "place" and f.negated for v in f.values}
    for at in draft.find("place:mention", start=1):
        inside = {p for o in draft.pieces[at].value("place:mention").options for p in o.places}
        if draft.pieces[at - 1].words in ("with", "including", "and", "include") and out & inside:
            raise Stuck("no_context", draft.pieces[at].text)


def main_one(draft: Draft) -> None:
    """Raise Stuck for "main jail" without a name: a building, not the jail with the most."""
    for at in draft.find("order:common"):
        following = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
        if draft.pieces[at].words == "main" and following is not None and following.has("dimension:facility"):
            raise Stuck("unaccounted", draft.pieces[at].text)


def counted_part(draft: Draft, last: Query) -> Query:
    """ "what percent are from Mexico?", "number": that of the part."""
    part = last.measure.of
    if last.measure.kind != "share" or not part or not draft.has("measure:count") or draft.has("measure:share"):
        return last
    if {n for f in part for n in family(f.field)} & {f.field for f in last.filters}:
        raise Stuck("no_context", draft.pieces[next(draft.find("measure:count"))].text)
    return last.model_copy(update={"measure": Measure(), "filters": in_order((*last.filters, *part))})


def axis_of(last: Query) -> FieldName | None:
    """The date that a bare "after 2016?" is of: the one of issue, where that alone was asked about."""
    dates = {f.field for f in last.filters} & {"issued_on", "declined_on", "report"}
    return "issued_on" if dates == {"issued_on"} else None


def correcting(draft: Draft, last: Query) -> dict[str, bool]:
    """ "corrected?", "without the withdrawn ones", "as published": the figures after ICE's corrections, or before.

    What it changes of the plan; empty where the fragment says nothing of it.
    """
    if last.subject in ("issued", "reports") and takes_out_corrections(draft):
        raise Stuck("no_context", " ".join(p.text for p in draft.pieces)[:60])  # no refusals: those are other figures
    if as_published(draft) or draft.use_all("corrected", "cue:as_published"):
        return {"corrected": False} if last.corrected else {}
    if last.corrected and _with_withdrawn(draft):
        return {"corrected": False}
    if corrected_alone(draft, last):
        draft.use_all("corrected", "subject:correction")
        return {"corrected": True}
    return {"corrected": True} if last.subject == "refusals" and takes_out_corrections(draft) else {}


def _with_withdrawn(draft: Draft) -> bool:
    """ "include the withdrawn again": as published; the words that say so are used up."""
    at = draft.first("subject:correction")
    if at is None or not any(p.words in ("include", "including", "with", "add", "count") for p in draft.pieces[:at]):
        return False
    for k in range(at + 1):
        draft.pieces[k] = draft.pieces[k].narrowed(Sense("padding", "withdrawn"))
    return True


def corrected_alone(draft: Draft, last: Query) -> bool:
    """ "corrected?", "and corrected" after refusals: the same figure, corrected; not what the corrections say."""
    content = [p for p in draft.pieces if not p.has("padding", "conjunction:and", "cue:what_about", "cue:only")]
    return last.subject == "refusals" and len(content) == 1 and content[0].words == "corrected"
