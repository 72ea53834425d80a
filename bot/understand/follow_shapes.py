"""Fragments that change the shape of the last plan: "which ones?", "compare that with Denver"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.query import Dimension, Measure, Query, Slice
from bot.understand.dims import FIELDS
from bot.understand.draft import Draft, Stuck
from bot.understand.forms import forms
from bot.understand.pieces import Piece
from bot.understand.reading import slice_label


def which_ones(draft: Draft, last: Query) -> Query | None:
    """ "which ones?" after a number: the rows, or what was counted."""
    content = [p for p in draft.pieces if not p.has("padding")]
    asked_for = [p.words for p in content if not p.has("conjunction")]
    listed = _list_them(content)
    if listed and last.group_by:
        raise Stuck("no_context", content[-1].text)  # the groups are listed, and their rows were not asked about
    listed = listed and last.measure.kind == "distinct"
    if not listed and (asked_for not in _WHICH_ONES or last.group_by):
        return None
    for at in range(len(draft.pieces)):
        draft.use(at, "measure:rows")
    plain = last.model_copy(update={"also": None, "claim": None, "yes_no": False})
    if last.measure.kind == "distinct" and last.measure.field:
        return plain.model_copy(
            update={"measure": Measure(), "group_by": (Dimension(field=last.measure.field),), "order": "most"}
        )
    if last.measure.kind != "count" or last.slices:
        raise Stuck("no_context", draft.pieces[0].text)
    fields = ("jurisdiction", "enacted", "policy") if last.subject == "policies" else ()
    return plain.model_copy(update={"measure": Measure.model_validate({"kind": "rows", "fields": fields})})


_WHICH_ONES = (["which", "ones"], ["which", "one"], ["which of them"], ["which"])


def _list_them(content: Sequence[Piece]) -> bool:
    """ "list them", "name them", "show me those"."""
    last = content[-1] if content else None
    return (
        last is not None
        and len(content) > 1
        and last.has("cue:anaphor")
        and all(p.has("cue:list", "conjunction", "cue:everything") and not p.has("cue:rows") for p in content[:-1])
    )


def counted_kind(draft: Draft, last: Query) -> Query | None:
    """ "states?" after "how many counties ...?": how many of those, in place of a breakdown by them."""
    light = ("padding", "conjunction:and", "cue:what_about", "measure:count", "function:article")
    content = [p for p in draft.pieces if not p.has(*light)]
    if last.measure.kind != "distinct" or last.measure.per or last.group_by or last.slices or len(content) != 1:
        return None
    key = next((s.key for s in content[0].senses if s.kind == "dimension"), "")
    if key not in _COUNTED:
        return None
    for at in range(len(draft.pieces)):
        draft.use(at, "measure:distinct")
    field = FIELDS[key][0]
    plain = {"also": None, "claim": None, "yes_no": False}
    return last.model_copy(update={**plain, "measure": last.measure.model_copy(update={"field": field})})


_COUNTED = ("state", "county", "place", "facility", "citizenship", "offense")


def nth_place(draft: Draft, last: Query) -> Query | None:
    """ "the second one?", "and third", "second most?" after a ranking: that place of it, with those that share it."""
    content = [p for p in draft.pieces if not p.has("padding", "conjunction:and", "cue:what_about", "function:article")]
    while len(content) > 1 and (content[0].has("question:who", "question:which") or content[0].words in _RANKS):
        content = content[1:]
    ranked = last.group_by and last.order in ("most", "fewest") and not (last.slices or last.each or last.having)
    if not content or not ranked or any(d.field in ("report", "declined_on") for d in last.group_by):
        return None
    place, order = _place(content[0], last)
    if place is None or any(p.words not in ("one", "most", "place", "highest", "in line") for p in content[1:]):
        return None
    draft.use_all("limit", "limit:rank", "ordinal", "order")
    for at in range(len(draft.pieces)):
        draft.use(at, "limit")
    plain = {"yes_no": False, "claim": None, "leader": None, "also": None}
    return last.model_copy(update={**plain, "limit": place, "nth": True, "order": order})


_RANKS = forms("follow_shapes", "ranks")
"""Words between "who" and its place in the ranking: "who came in second", "which one was third"."""


def _place(piece: Piece, last: Query) -> tuple[int | None, str | None]:
    """The place in a ranking that an ordinal names, and from which end."""
    if piece.has("limit:rank"):
        rank = piece.value("limit:rank")
        return int(rank.place), str(rank.order)
    key = next((s.key for s in piece.senses if s.kind == "ordinal"), "")
    return (int(key), last.order) if key.isdigit() and int(key) > 1 else (None, None)


_HOW_MUCH = forms("follow_shapes", "how_much")


def with_before(draft: Draft, last: Query, parts: dict[str, Any]) -> bool:
    """ "compare that with Denver": the last plan's value is one side, the new one the other."""
    new = [c for c in draft.conds if c.op == "is" and not c.negated]
    if len(draft.conds) != 1 or len(new) != 1 or last.slices or last.measure.kind not in ("count", "total"):
        return False
    kept = [f for f in last.filters if f.field == new[0].field and f.op == "is" and not f.negated]
    if len(kept) != 1 or kept[0].values == new[0].values:
        return False
    sides = (kept[0], new[0].filter())
    more = any(draft.pieces[at].words.startswith(_HOW_MUCH) for at in draft.find("measure:difference"))
    if more:  # "how much more than week 1?": what was asked about, less the other
        sides = (sides[1], sides[0])
    parts["slices"] = tuple(Slice(label=slice_label(f, draft.lexicon), filters=(f,)) for f in sides)
    parts["contrast"] = "difference" if more else "side_by_side"
    draft.conds = []
    draft.use_all("compare", "compare", *(["measure:difference"] if more else []))
    return True
