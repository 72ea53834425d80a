"""Yes or no in a thread: "is Denver above 20?", "and Harris?", "more than 10?"."""

from __future__ import annotations

from typing import Any

from bot.query import Having, Query
from bot.understand.draft import Draft

_ASKS_FIGURES = ("measure:count", "cue:list", "cue:rows", "measure:share", "question:which", "question:who", "order")


def kept(draft: Draft, last: Query, parts: dict[str, Any]) -> None:
    """Put what was asked yes or no of back into a plan that differs from the last one in its conditions alone.

    A group that was supposed to lead gives way to another one of its kind ("is Denver the top county?", "and Harris?").
    """
    if not last.yes_no or parts["yes_no"] or last.also is not None or draft.has(*_ASKS_FIGURES):
        return
    same = ("measure", "group_by", "slices", "contrast", "order", "limit", "having")
    if any(parts[name] != getattr(last, name) for name in same):
        return
    if draft.has("cue:only") and last.claim is None and last.leader is None:
        return  # "were there any Mexicans?", "only convictions": "yes" would be taken for all of them
    parts.update(yes_no=True, claim=last.claim, leader=last.leader)


def leads(draft: Draft, last: Query, parts: dict[str, Any]) -> bool:
    """ "is Denver the top county?", "and Harris?": another group is supposed to lead; whether that is what is asked."""
    if last.leader is None or len(draft.conds) != 1 or draft.has(*_ASKS_FIGURES, "cue:only", "dimension"):
        return False
    new = draft.conds[0]
    if new.field != last.leader.field or new.op != "is" or new.negated or len(new.values) != 1:
        return False
    if _level(new.values[0]) != _level(last.leader.values[0]):
        return False
    parts.update(yes_no=last.yes_no, leader=new.filter())
    draft.conds = []
    return True


def _level(value: object) -> bool:
    """Whether a value is a county and no state; True for values that are no places."""
    return getattr(value, "county", "") is not None


def claimed(draft: Draft, last: Query, parts: dict[str, Any]) -> bool:
    """ "more than 10?" after a number: what is now supposed of it; after groups that pass one, another one."""
    at = draft.first("limit:bound")
    if at is None or last.measure.kind not in ("count", "distinct") or last.slices or draft.pieces[at].used:
        return False
    grouped = last.group_by or last.measure.kind == "distinct"
    if grouped and last.having is None:
        return False
    if any(
        not p.used and not p.has("padding", "function", "conjunction", "cue:anaphor", "limit:bound")
        for p in draft.pieces
    ):
        return False
    bound = draft.pieces[at].value("limit:bound")
    draft.use(at, "claim")
    supposed = Having(op=bound.op, n=bound.n)
    parts.update({"having": supposed} if grouped else {"yes_no": True, "claim": supposed})
    return True
