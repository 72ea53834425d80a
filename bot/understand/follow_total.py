"""Totals in a thread: "together", "combined with the Bronx", "and in total".

What was asked one after another is added up where that is clear: plans that differ in the values of one condition.
Otherwise it is asked which condition to leave out; the last figure is never given once more as if it were a total.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.query import Filter, Measure, Place, Query, Value
from bot.understand.draft import Draft, Stuck, in_order
from bot.understand.forms import forms
from bot.understand.outcome import Choice
from bot.understand.pieces import Piece, numeral
from bot.understand.reading import describe
from bot.understand.slots import family

_LOOSE = frozenset(forms("follow_total", "loose"))
"""Words for the sum of what was asked or of everything; "together" and "combined" are the former alone."""
_LIGHT = (
    "function",
    "conjunction:and",
    "cue:what_about",
    "cue:anaphor",
    "cue:both",
    "number",
    "measure:count",
    "question:what_is",
    "subject:refusal",
    "noun",
    "time:during",
)
_WITH = forms("follow_total", "with")


def summed(draft: Draft, history: Sequence[Query]) -> Query | None:
    """The plan for a fragment that is nothing but a word for a sum. Raises Stuck where several sums could be meant.

    history: the plans of the thread, the last one at its end.
    """
    word = _bare(draft)
    if word is None or not history or history[-1].subject not in ("refusals", "issued"):
        return None
    last = history[-1].model_copy(update={"also": None, "claim": None, "yes_no": False})
    union = joined_sides(last) if last.slices else _union(history)
    number = next((n for p in draft.pieces if (n := numeral(p)) is not None), None)
    if number is not None and (union is None or number not in {len(f.values) for f in union.filters}):
        raise Stuck("no_context", word)  # "all three together" of two
    loose = word in _LOOSE
    if union is not None and (not loose or number is not None or any(p.words == "both" for p in draft.pieces)):
        return _told(draft, union)
    if last.slices and union is None:
        raise Stuck("no_context", word)
    plans = list(dict.fromkeys([*([union] if union else []), *(_wider(last) if loose else ())]))
    plans = [p for p in plans if p != last or not last.filters]
    if not plans:
        raise Stuck("no_context", word)
    if len(plans) == 1:
        return _told(draft, plans[0])
    raise Stuck("all_of_what", word, tuple(Choice(describe(p, draft.lexicon), p) for p in plans))


def with_another(draft: Draft) -> str | None:
    """The words for a sum with something new ("combined with Bronx", "together with week 2"), or nothing."""
    content = [p for p in draft.pieces if not p.has("padding")]
    if content and content[0].words == "and":
        content = content[1:]
    if len(content) < 2:
        return None
    if content[-1].has("measure:together") and content[-1].words not in _LOOSE and _adds(draft, content[0]):
        return content[-1].text  # "and Cook together"
    with_it = content[0].has("measure:together") and content[1].words in ("with", "and")
    return content[0].text if with_it or content[0].words in _WITH else None


def _adds(draft: Draft, first: Piece) -> bool:
    """Whether a message begins with "and" or "with" and a value: that is added to what was asked."""
    opens = next(p for p in draft.pieces if not p.has("padding"))
    return opens.words in ("and", "with") and first.has("place", "value", "disposition", "function")


def overlapping(values: Sequence[Value]) -> bool:
    """Whether one place lies in another: their rows would count once, where a sum was asked for."""
    places = [v for v in values if isinstance(v, Place)]
    return any(
        a is not b and a.state == b.state and (a.county is None or a.county == b.county) for a in places for b in places
    )


def _bare(draft: Draft) -> str | None:
    """The word for a sum, where the fragment says nothing else."""
    found = None
    for piece in draft.pieces:
        if piece.has("measure:together") or piece.words.removesuffix(" of") in _LOOSE:
            found = piece.words.removesuffix(" of")
        elif piece.words == "all":
            continue  # "all three together"
        elif not piece.has("padding", *_LIGHT):
            return None
    return found


def _told(draft: Draft, query: Query) -> Query:
    draft.use_all("measure:together", "measure:together", "cue:everything", *_LIGHT)
    return query


def _plain(last: Query) -> Query | None:
    """The count behind a plan, without its breakdown; None for a measure that has no sum."""
    if last.group_by and last.measure.kind == "count" and not (last.limit or last.having):
        return last.model_copy(update={"group_by": (), "order": None, "each": None, "leader": None})
    if last.group_by or last.measure.kind not in ("count", "total", "rows", "share"):
        return None
    if last.measure.kind == "total":
        return last
    return last.model_copy(update={"measure": Measure()})


def _wider(last: Query) -> Iterator[Query]:
    """The plan without its breakdown, without its part, without each of its conditions, and without any."""
    plain = _plain(last)
    if plain is None:
        return
    yield plain
    if last.measure.of:
        yield plain.model_copy(update={"filters": in_order((*plain.filters, *last.measure.of))})
    for item in plain.filters if len(plain.filters) <= _MOST else ():
        yield plain.model_copy(update={"filters": tuple(f for f in plain.filters if f != item)})
    if plain.filters:
        yield plain.model_copy(update={"filters": ()})


_MOST = 4


def _union(history: Sequence[Query]) -> Query | None:
    """The values asked about one after another, in one plan: as far back as plans differ in one condition alone."""
    merged: Filter | None = None
    last = history[-1].model_copy(update={"also": None, "claim": None, "yes_no": False})
    if last.measure.kind not in ("count", "total") or last.group_by or last.slices:
        return None
    for before in reversed(history[:-1]):
        pair = differ(before.model_copy(update={"also": None, "claim": None, "yes_no": False}), last)
        if pair is None or (merged is not None and merged.field != pair[0].field):
            break
        mine = merged or pair[1]
        if set(pair[0].values) & set(mine.values) or (merged and _holds(pair[0].values, merged.values)):
            break  # "Virginia", "just Arlington", "and Alexandria", "together": the two
        merged = Filter(field=mine.field, values=(*pair[0].values, *mine.values))
    if merged is None or overlapping(merged.values):
        return None
    rest = [f for f in last.filters if f.field != merged.field]
    return last.model_copy(update={"filters": in_order((*rest, merged))})


def _holds(wider: Sequence[Value], places: Sequence[Value]) -> bool:
    """Whether all of these places lie in one state."""
    state = wider[0] if len(wider) == 1 else None
    inside = [p for p in places if isinstance(p, Place) and isinstance(state, Place) and p.state == state.state]
    return isinstance(state, Place) and state.county is None and len(inside) == len(places)


def differ(before: Query, last: Query) -> tuple[Filter, Filter] | None:
    """The one condition in which two plans differ, in each of them."""
    if before.model_copy(update={"filters": ()}) != last.model_copy(update={"filters": ()}):
        return None
    old = [f for f in before.filters if f not in last.filters]
    new = [f for f in last.filters if f not in before.filters]
    if len(old) != 1 or len(new) != 1 or not _summable(old[0]) or not _summable(new[0]):
        return None
    alone = sum(f.field in family(new[0].field) for f in last.filters) == 1
    return (old[0], new[0]) if old[0].field == new[0].field and alone else None


def _summable(item: Filter) -> bool:
    return item.op == "is" and not item.negated


def joined_sides(last: Query) -> Query | None:
    """Both sides of a comparison as one plan, where each is one condition on the same matter."""
    sides = [s.filters for s in last.slices]
    if last.contrast in ("except", "both") or last.group_by or any(len(side) != 1 for side in sides):
        return None
    items = [side[0] for side in sides]
    values = tuple(v for item in items for v in item.values)
    if len({i.field for i in items}) != 1 or not all(_summable(i) for i in items):
        return None
    if overlapping(values) or len(set(values)) != len(values) or last.measure.kind not in ("count", "total"):
        return None
    merged = Filter(field=items[0].field, values=values)
    return last.model_copy(update={"slices": (), "contrast": None, "filters": in_order((*last.filters, merged))})
