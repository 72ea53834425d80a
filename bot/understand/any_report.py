"""A figure supposed of any one report: "did Cook ever go over 10", "at zero in any week". The total decides nothing."""

from __future__ import annotations

from bot.query import Dimension, Having
from bot.understand.draft import Draft, Stuck
from bot.understand.lists import Parts

_ONE = ("a", "an", "any", "one", "single", "any one", "any single", "some")
_REPORTS = ("report", "reports", "week", "weeks", "issue", "edition")
_WHERE = ("where", "when", "in which", "with", "that had", "which had")


def of_any_report(draft: Draft, bound: Having, parts: Parts) -> bool:
    """Whether the bound is meant of single reports; those that meet it, of all that are loaded, are then the answer."""
    at = any_report(draft)
    if at is None:
        return False
    parts["group_by"], parts["having"], parts["order"] = (Dimension(field="report"),), bound, "natural"
    draft.use(at, "dimension:report")
    return True


def exists(draft: Draft) -> None:
    """Raise Stuck for "was there ever a week without Utah": whether such a report is there, and no count of rows."""
    for at, piece in enumerate(draft.pieces):
        ever = _next(draft, at, -2).endswith(("there", "ever")) or (
            at > 1 and draft.pieces[at - 2].used == "cue:everything"
        )
        told = _next(draft, at, 1) in (*_WHERE, "without")
        if ever and told and piece.words in _REPORTS and _next(draft, at, -1) in _ONE:
            raise Stuck("verdict", piece.text)


def any_report(draft: Draft) -> int | None:
    """Where single reports are meant: "ever", "at any point", "in a week"."""
    for at, piece in enumerate(draft.pieces):
        words = piece.words.split()
        if words == ["ever"] or piece.words.endswith(("any point", "any time")):
            return at
        if words[:1] in (["any"], ["ever"]) and words[-1] in _REPORTS:
            return at
        if piece.has("dimension:report") and (_next(draft, at, -1) in _ONE or _next(draft, at, 1) in _WHERE):
            return at
    return None


def _next(draft: Draft, at: int, step: int) -> str:
    return draft.pieces[at + step].words if 0 <= at + step < len(draft.pieces) else ""
