"""Fragments that take a condition of the last plan away or add to it: "drop the conviction bit", "add Denver"."""

from __future__ import annotations

from bot.query import Query
from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.follow_total import overlapping, with_another
from bot.understand.forms import forms
from bot.understand.pieces import Piece
from bot.understand.slots import family
from bot.understand.words import Sense

_FIELDS = {
    "report": "report",
    "county": "place",
    "place": "place",
    "state": "place",
    "facility": "facility",
    "citizenship": "citizenship",
    "offense": "offense",
    "disposition": "disposition",
    "day": "declined_on",
}
_ADDS = forms("removal", "adds")
_LIGHT = ("function:article", "cue:only", "function:preposition", "function:pronoun", "cue:anaphor")


def without(draft: Draft, last: Query) -> Query:
    """The last plan without the conditions that the fragment takes away, whose pieces are used up."""
    for at in draft.find("fragment:whatever"):  # "regardless of conviction" after convictions: forget it
        draft.pieces[at] = draft.pieces[at].narrowed(Sense("fragment", "forget"))
    _any_of(draft, last)
    removed = False
    for at in draft.find("fragment:forget", "removal:drop", "negation:except"):
        target = at + 1
        while target < len(draft.pieces) and draft.pieces[target].has(*_LIGHT) and not _field(draft.pieces[target]):
            target += 1
        if target >= len(draft.pieces):
            continue
        if draft.pieces[target].has("fragment:filter"):
            last = _only_filter(draft, last, at, target)
            continue
        field = _field(draft.pieces[target])
        noun = target + 1 < len(draft.pieces) and draft.pieces[target + 1].has("fragment:filter")
        whole = _drops_column(draft, at, target)
        if field is None or not (
            noun or whole or draft.pieces[at].has("fragment:forget") or _same(draft.pieces[target], last)
        ):
            continue
        names = _all_of(field)
        named = not noun and not draft.pieces[target].has("dimension")
        if named and not draft.pieces[at].has("fragment:forget", "removal:drop"):
            continue  # "without Denver": the rest of the state asked about, and never all rows
        kept = tuple(f for f in last.filters if f.field not in names)
        if kept == last.filters:
            raise Stuck("no_context", draft.pieces[target].text)
        for k in range(at, target + 1 + noun):
            draft.pieces[k] = draft.pieces[k].narrowed(Sense("padding", "taken away"))
        last = last.model_copy(update={"filters": kept})
        removed = True
    if removed and all(p.has("padding", "cue:everything", "function:article") for p in draft.pieces):
        for k in draft.find("cue:everything"):  # "forget the date, overall": of what is left
            draft.pieces[k] = draft.pieces[k].narrowed(Sense("padding", "taken away"))
    return last


def _drops_column(draft: Draft, at: int, target: int) -> bool:
    """ "drop the state", said first: the condition on it. "Did the state drop?" is none."""
    first = all(p.has("padding", "conjunction:and") for p in draft.pieces[:at])
    named = draft.pieces[target].has("dimension") and draft.pieces[target - 1].words == "the"
    return first and named and draft.pieces[at].has("removal:drop")


_ANY = forms("removal", "any")


def _any_of(draft: Draft, last: Query) -> None:
    """ "any offense" after one of them: the condition is taken away, as in "forget the offense"."""
    for at in draft.find("dimension"):
        field = _field(draft.pieces[at])
        before = draft.pieces[at - 1] if at else None
        if field is None or before is None or before.words not in _ANY:
            continue
        named = any(k != at and _field(p) == field for k, p in enumerate(draft.pieces))
        if not named and any(f.field in _all_of(field) for f in last.filters):
            draft.pieces[at - 1] = before.narrowed(Sense("fragment", "forget"))


def _all_of(field: str) -> tuple[str, ...]:
    """The fields that speak of a matter: a jail is a place."""
    return (*family(field), "facility") if field == "place" else family(field)


def edited(draft: Draft, last: Query) -> None:
    """ "change Texas to Oregon", "switch to week 3": what is named last takes the place of the one asked about."""
    pieces = draft.pieces
    at = next((k for k, p in enumerate(pieces) if not p.has("padding")), None)
    if at is None or not pieces[at].has("fragment:replace"):
        return
    to = at + 1
    while to < len(pieces) and pieces[to].has("function:article"):
        to += 1
    old = to < len(pieces) and _same(pieces[to], last)
    to += bool(old)
    new = pieces[to + 1] if to + 1 < len(pieces) else None
    plain = new is not None and all(p.has("padding", "dimension:county", "dimension:report") for p in pieces[to + 2 :])
    field = _field(new) if new is not None else None
    if not plain or pieces[to].words not in ("to", "with", "for", "by", "into") or field is None:
        return
    if not old and field == "report" and pieces[at].words == "change":
        return  # "change to week 2" may be the rise
    if (old and field == _field(pieces[to - 1])) or any(f.field in family(field) for f in last.filters):
        for k in range(at, to + 1):
            pieces[k] = pieces[k].narrowed(Sense("padding", "discourse"))


def _only_filter(draft: Draft, last: Query, at: int, target: int) -> Query:
    """ "drop that filter": the one that is no place and no week, if there is one."""
    own = [f for f in last.filters if f.field not in ("place", "report", "declined_on")]
    if len(own) != 1:
        raise Stuck("no_context", draft.pieces[target].text)
    for k in range(at, target + 1):
        draft.pieces[k] = draft.pieces[k].narrowed(Sense("padding", "taken away"))
    return last.model_copy(update={"filters": tuple(f for f in last.filters if f not in own)})


def _field(piece: Piece) -> str | None:
    """The field that a piece speaks of, by a value or by the field's own name."""
    for sense in piece.senses:
        if sense.kind == "dimension" and sense.key in _FIELDS:
            return _FIELDS[sense.key]
        if sense.kind == "disposition":
            return "disposition"
        if sense.kind == "value" and sense.key in _FIELDS:
            return _FIELDS[sense.key]
        if sense.kind == "place":
            return "place"
    return None


def values_of(piece: Piece) -> set[object]:
    """The values that a piece can stand for: places, countries, reports, a disposition."""
    found: set[object] = set()
    for sense in piece.senses:
        if sense.kind == "disposition":
            found.add(sense.key)
        elif sense.kind == "value":
            found |= set(sense.value) if isinstance(sense.value, tuple) else {sense.value}
        elif sense.kind == "place" and sense.key == "mention":
            found |= {place for option in sense.value.options for place in option.places}
    return found


def _same(piece: Piece, last: Query) -> bool:
    """Whether a piece names just what the last plan keeps: to leave it out would leave nothing."""
    field = _field(piece)
    kept = [f for f in last.filters if f.field == field and f.op == "is" and not f.negated]
    return bool(kept) and not piece.has("dimension") and all(set(f.values) <= values_of(piece) for f in kept)


def not_that(draft: Draft, last: Query) -> None:
    """ "not week 1, week 2", "Denver, not Cook", "Denver instead of Cook": denied is the last plan's own value, and
    another one is named; the denial only says what is replaced."""
    pieces = draft.pieces
    for at in draft.find("negation:not", "negation:rather_than"):
        value = at + 1
        while value < len(pieces) and pieces[value].has(*_LIGHT) and not pieces[value].gap:
            value += 1
        if value >= len(pieces) or not _same(pieces[value], last):
            continue
        others = [k for k, p in enumerate(pieces) if k != value and _field(p) == _field(pieces[value])]
        follows = at == 0 and value + 1 < len(pieces) and not _apart(pieces[value + 1])
        if len(others) != 1 or follows or (at and others[0] > value):
            continue
        but = value + 1 < len(pieces) and pieces[value + 1].words in _BUT
        for k in range(at, value + 1 + but):
            pieces[k] = pieces[k].narrowed(Sense("padding", "discourse"))
        return


_BUT = forms("removal", "but")


def _apart(piece: Piece) -> bool:
    return piece.gap[:1] in (",", ";", "-") or piece.words in _BUT


def joined(draft: Draft, last: Query) -> None:
    """ "add Denver", "plus week 2": beside the last plan's value, not in its place."""
    content = [p for p in draft.pieces if not p.has("padding")]
    word = with_another(draft)
    if word is None and (not content or content[0].words not in _ADDS):
        return
    if len(draft.conds) != 1:
        if word is None:
            return
        raise Stuck("no_context", word)
    new = draft.conds[0]
    kept = [f for f in last.filters if f.field == new.field and f.op == new.op == "is" and not f.negated]
    if new.negated or len(kept) != 1:
        raise Stuck("no_context", content[0].text)
    values = tuple(dict.fromkeys((*kept[0].values, *new.values)))
    if overlapping(values):
        raise Stuck("no_context", word or content[0].text)
    draft.conds = [Cond(new.at, new.field, "is", values, stop=new.stop, either=True)]
    for at, piece in enumerate(draft.pieces):
        if piece is content[0] or piece.has("measure:together"):
            draft.use(at, "follow-up")
