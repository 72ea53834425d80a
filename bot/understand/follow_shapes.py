"""Fragments that change the shape of the last plan: "which ones?", "compare that with Denver"."""

from __future__ import annotations

from typing import Any

from bot.query import Dimension, Measure, Query, Slice
from bot.understand.draft import Draft, Stuck
from bot.understand.reading import slice_label


def which_ones(draft: Draft, last: Query) -> Query | None:
    """ "which ones?" after a number: the rows, or what was counted."""
    content = [p for p in draft.pieces if not p.has("padding")]
    asked_for = [p.words for p in content if not p.has("conjunction")]
    if asked_for not in (["which", "ones"], ["which", "one"], ["which of them"], ["which"]) or last.group_by:
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


def with_before(draft: Draft, last: Query, parts: dict[str, Any]) -> bool:
    """ "compare that with Denver": the last plan's value is one side, the new one the other."""
    new = [c for c in draft.conds if c.op == "is" and not c.negated]
    if len(draft.conds) != 1 or len(new) != 1 or last.slices or last.measure.kind not in ("count", "total"):
        return False
    kept = [f for f in last.filters if f.field == new[0].field and f.op == "is" and not f.negated]
    if len(kept) != 1 or kept[0].values == new[0].values:
        return False
    sides = (kept[0], new[0].filter())
    parts["slices"] = tuple(Slice(label=slice_label(f, draft.lexicon), filters=(f,)) for f in sides)
    parts["contrast"] = "side_by_side"
    draft.conds = []
    draft.use_all("compare", "compare")
    return True
