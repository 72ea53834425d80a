"""A plan in a thread: what the earlier question settled stays unless this message replaces it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.messages import model_repair as say
from bot.query import Query
from bot.understand.draft import Draft
from bot.understand.model.keys import every_filter, filter_keys, key_words, keys_of
from bot.understand.pieces import Piece
from bot.understand.slots import family
from bot.understand.thread import is_fragment

_SHAPES = ("measure", "dimension", "order", "limit", "group", "compare", "bound", "cue:list", "cue:rows", "question",
           "subject", "text", "cue:everything", "cue:corrected")  # fmt: skip


def leans(pieces: Sequence[Piece]) -> bool:
    """Whether a message builds on the one before it; a whole question of its own drops the context."""
    return is_fragment(pieces)


def dropped(plan: Query, draft: Draft, last: Query) -> list[str]:
    """Conditions of the earlier question, or its shape, that the plan left behind though nothing took their place."""
    if plan.subject != last.subject:
        return []
    replaced = {name for c in draft.conds if not c.negated for name in family(c.field)}
    if draft.has("cue:everything"):
        replaced |= {"report", "declined_on"}
    planned = keys_of(every_filter(plan), draft.lexicon)
    gone = [
        say.left_out(key_words(key), f.model_copy(update={"label": ""}).model_dump_json(exclude_defaults=True))
        for f in every_filter(last)
        if f.field not in replaced and not any(c.negated and c.field == f.field for c in draft.conds)
        for key in filter_keys(f, draft.lexicon)
        if key not in planned
    ]
    return gone + ([] if draft.has(*_SHAPES) else _reshaped(plan, last))


def _reshaped(plan: Query, last: Query) -> list[str]:
    names = ("group_by", "order", "limit", "having", "contrast")
    same = plan.measure.kind == last.measure.kind and all(getattr(plan, n) == getattr(last, n) for n in names)
    return [] if same else [say.RESHAPED]
