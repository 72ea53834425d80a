"""Groups all or none of whose rows are so: "counties with only charges", "which states had no Mexicans"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.query import Having, Measure
from bot.understand.clauses import own
from bot.understand.dims import Asked
from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.forms import forms
from bot.understand.pieces import Piece
from bot.understand.predicates import chunked

Parts = dict[str, Any]
_ALL, _NONE, _MOST = Having(op="at_least", n=100), Having(op="at_most", n=0), Having(op="over", n=50)
_BEFORE = ("function", "noun", "subject:refusal", "time", "cue:appear")
_ONLY = frozenset(forms("solely", "only"))


def solely(draft: Draft, dims: Sequence[Asked], parts: Parts) -> bool:
    """Fill the share of each group and the bound that keeps the groups meant. Raises Stuck where more is asked."""
    found = _quantified(draft, dims[0].at) or _said(draft, dims[0].at)
    if found is None or draft.subject != "refusals":
        return False
    at, part, having = found
    word = draft.pieces[at].text
    others = ("limit", "compare", "measure:share", "measure:claim_half", "bound:single", "number")
    ranked = any(k != at for k in draft.find("order"))
    loose = dims[0].how == "many" and at == dims[0].at + 1  # "how many states only charges": of states, or of rows?
    if len(dims) != 1 or ranked or loose or draft.has(*others) or any(c.field == dims[0].dimension.field for c in part):
        raise Stuck("unaccounted", word)
    draft.pieces[at].used = "having"
    draft.use(dims[0].at, f"dimension:{dims[0].key}")
    draft.conds = [c for c in draft.conds if c not in part]
    of = tuple(c.filter().model_copy(update={"negated": False}) for c in part)
    parts["having"] = having
    if dims[0].how == "many":
        draft.use_all("measure:count", "measure:count", "measure:distinct")
        parts["measure"] = Measure(kind="distinct", field=dims[0].dimension.field, of=of)
        return True
    parts.update(measure=Measure(kind="share", of=of), group_by=(dims[0].dimension,), order="most")
    return True


def _quantified(draft: Draft, dimension: int) -> tuple[int, list[Cond], Having] | None:
    """ "states where all refusals were charges", "counties where most refusals were Mexicans"."""
    for at in draft.find("quantifier:all", "order:most", "group:by", start=dimension + 1):
        piece = draft.pieces[at]
        following = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
        relative = draft.pieces[at - 1].has("dimension:where", "function:that") or draft.pieces[at - 1].words == "which"
        if following is None or not relative or following.has("dimension"):
            continue
        if piece.has("order:most") and piece.words != "most":
            continue
        if not piece.has("order:most") and piece.words not in ("all", "every", "each", "all of", "every single"):
            continue
        chunks = [c for c in chunked(draft, own(draft)) if c[0].at > at]
        if len(chunks) != 1 or not following.has("subject:refusal", "noun"):
            raise Stuck("unaccounted", piece.text)
        return at, chunks[0], _MOST if piece.has("order:most") else _ALL
    return None


def _said(draft: Draft, dimension: int) -> tuple[int, list[Cond], Having] | None:
    """The word that says it, the conditions it is said of, and the bound; a period ("only in week 1") is no such."""
    for chunk in chunked(draft, own(draft)):
        at = chunk[0].at
        if at < dimension:
            continue
        if _of_rows(draft, dimension, at):
            continue
        if draft.pieces[at].has("disposition") and _says_only(draft, at):
            return at, chunk, _ALL
        if _only_behind(draft, dimension, chunk):
            return chunk[-1].stop, chunk, _ALL
        k = at - 1
        while k > dimension and draft.pieces[k].has(*_BEFORE) and not _stops(draft.pieces[k]):
            k -= 1
        if k <= dimension:
            continue
        if _of_rows(draft, dimension, k):
            continue
        if draft.pieces[k].has("cue:only"):
            return k, chunk, _ALL
        if draft.pieces[k].words in _NOBODY and len(chunk) == 1:
            return k, chunk, _NONE  # "counties where nobody was convicted"
        if draft.pieces[k].used == "none" and len(chunk) == 1:
            if any(c.at > dimension and c not in chunk and c.field != "place" for c in own(draft)):
                raise Stuck("negation", draft.pieces[k].text)  # "counties with no convictions that refused Mexicans"
            return k, chunk, _NONE
    return None


def _only_behind(draft: Draft, dimension: int, chunk: Sequence[Cond]) -> bool:
    """ "which offenses occur in Maryland only"; "offenses, Maryland only" narrows the rows."""
    stop = chunk[-1].stop
    behind = draft.pieces[stop] if stop < len(draft.pieces) else None
    if behind is None or not behind.has("cue:only") or behind.gap:
        return False
    between = draft.pieces[dimension + 1 : chunk[0].at]
    if chunk[0].field == "place":
        verb = any(p.has("cue:appear", "function:copula") for p in between)
    else:  # "counties that refused Mexicans only"
        verb = any(p.has("subject:refusal") and not p.words.endswith("s") for p in between)
    return verb and not any(p.gap for p in draft.pieces[dimension + 1 : stop])


_NOBODY = forms("solely", "nobody")


def _stops(piece: Piece) -> bool:
    return piece.has("cue:only", "negation") or piece.words in _NOBODY


def _says_only(draft: Draft, at: int) -> bool:
    """ "counties with just charges", "offenses with convictions only"; after a comma it narrows the rows."""
    words = draft.pieces[at].words.split()
    if words[0] in _ONLY:
        return True
    before = draft.pieces[at - 1] if at else None
    behind = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
    has = before is not None and before.words in ("with", "had", "have", "has", "having") and not draft.pieces[at].gap
    apart = behind is not None and behind.has("cue:only") and not behind.gap
    return has and (words[-1] in _ONLY or apart)


def _of_rows(draft: Draft, dimension: int, at: int) -> bool:
    """ "nationalities among the refusals with only a charge": rows are narrowed, not groups ("whose refusals")."""
    for k in range(dimension + 1, at):
        piece = draft.pieces[k]
        named = (piece.has("noun") and piece.words not in _NOBODY) or piece.words in (
            "refusal",
            "refusals",
            "declines",
            "rejections",
            "releases",
        )
        if named and draft.pieces[k - 1].words != "whose":
            return True
    return False
