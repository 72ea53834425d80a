"""Groups by how many of something they have: "counties in exactly two reports", "states with more than one county"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.query import FieldName, Having, Measure
from bot.understand.dims import FIELDS, Asked
from bot.understand.draft import Draft
from bot.understand.forms import forms
from bot.understand.pieces import Piece

_ONE_OF = forms("so_many", "one_of")
_NUMBERS = forms("so_many", "numbers")
Parts = dict[str, Any]


def in_so_many(draft: Draft, found: Sequence[Asked], parts: Parts) -> bool:
    """ "in only one report", "in at least two of the weeks": a bound on the values of a group, not on its rows."""
    bounds = [(k, d) for k in draft.find("limit:bound", "bound:single") if (d := _bounded(draft, k)) is not None]
    if len(bounds) != 1 or draft.has("order", "limit:top", "limit:fewest", "limit:rank"):
        return False
    at, of = bounds[0]
    dims = [a for a in found if a.at != of and a.how in ("which", "many", "bare", "question") and a.key != "report"]
    field = _field(draft, of)
    if len(dims) != 1 or field is None or dims[0].dimension.field == field or dims[0].at > at:
        return False
    piece = draft.pieces[at]
    bound = piece.value("limit:bound") if piece.has("limit:bound") else None
    parts["having"] = Having(op=bound.op, n=bound.n) if bound is not None else Having(op="is", n=1)
    draft.use(at, "having")
    draft.use(of, "having")
    draft.use(dims[0].at, f"dimension:{dims[0].key}")
    draft.use_all("measure:count", "measure:count", "measure:distinct")
    if field == "report":
        draft.use_all("dimension:report", "dimension:report")
    if dims[0].how == "many":
        parts["measure"] = Measure(kind="distinct", field=dims[0].dimension.field, per=field)
        return True
    parts["measure"] = Measure(kind="distinct", field=field)
    parts["group_by"] = (dims[0].dimension,)
    return True


def numbered(number: int) -> set[str]:
    """The number of reports in digits and in words: "all four weeks" is all of them when four are loaded."""
    return {str(number), *_NUMBERS[number - 2 : number - 1]}


def _bounded(draft: Draft, at: int) -> int | None:
    """The word for what is bounded: "two reports", "one of the weeks", "more than one nationality"."""
    k = at + 1
    while k < len(draft.pieces) and _of_them(draft.pieces[k]) and not draft.pieces[k].gap:
        k += 1
    return k if k < len(draft.pieces) and draft.pieces[k].has("dimension") and not draft.pieces[k].gap else None


def _of_them(piece: Piece) -> bool:
    """ "two different reports", "one of the weeks"; "more than 8 in a week" counts what is in it, and no weeks."""
    other = piece.words in _ONE_OF or (piece.has("time:during", "group:by") and piece.words != "of")
    return piece.has("measure:distinct") or (piece.has("function") and not other)


def _field(draft: Draft, at: int) -> FieldName | None:
    key = next(s.key for s in draft.pieces[at].senses if s.kind == "dimension")
    field, bucket, group = FIELDS[key]
    return None if bucket or group or field in ("disposition", "aor", "requirement") else field
