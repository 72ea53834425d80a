"""Every word accounted for: which pieces carry nothing by themselves, and the first one that was given no role."""

from __future__ import annotations

from bot.understand.draft import Draft, Stuck
from bot.understand.pieces import Piece
from bot.understand.reports import numeral

NEUTRAL = (
    "function", "padding", "question", "conjunction", "noun", "measure:count", "cue:list", "cue:appear", "cue:everything",
    "cue:supposed", "cue:anaphor", "cue:account", "cue:as_published", "cue:what_about", "measure:together", "group:respectively", "time:during",
    "cue:instead", "cue:same", "suffix",
)  # fmt: skip
_BY_SUBJECT = {
    "refusals": ("subject:refusal", "subject:received", "dimension:report"),
    "issued": ("subject:issued", "subject:received", "dimension:report", "subject:nationwide"),
    "policies": ("subject:policy", "subject:honoring", "subject:require", "subject:enact", "dimension:report", "cue:mention",
                 "subject:refusal"),
    "reports": ("dimension:report", "subject:issued", "subject:received", "subject:nationwide"),
    "corrections": ("dimension:report", "subject:correction", "subject:dispute"),
    "caveats": ("dimension:report", "subject"),
}  # fmt: skip


def account(draft: Draft, subject: str) -> None:
    """Give neutral pieces their role; raise Stuck naming the first word that has none."""
    neutral = (*NEUTRAL, *_BY_SUBJECT.get(subject, ()))
    for at, piece in enumerate(draft.pieces):
        if piece.used:
            continue
        if piece.has("cue:only") and (draft.conds or draft.has("cue:list", "limit")):
            piece.use("emphasis")
        elif piece.has("number") and _premise(draft, at):
            piece.use("premise")
        elif piece.has("noun:agency", "question:who") and subject != "refusals":
            piece.use("noun")
        elif piece.has(*neutral) and not piece.has("place", "value", "negation", "dimension:state"):
            piece.use(_role(piece))
        else:
            raise Stuck(_code(piece), piece.text)


def _role(piece: Piece) -> str:
    return "padding" if piece.has("padding") else next(f"{s.kind}:{s.key}" for s in piece.senses)


def _code(piece: Piece) -> str:
    if piece.has("unknown"):
        return "unknown_word"
    return "number" if piece.has("number") else "unaccounted"


def _premise(draft: Draft, at: int) -> bool:
    """A number that only repeats what a report states ("the 3,083 detainers")."""
    number = numeral(draft.pieces[at])
    reports = [str(v) for c in draft.of("report") for v in c.values] or [r.id for r in draft.lexicon.reports]
    stated = {x for r in draft.lexicon.reports if r.id in reports for x in (r.issued_nationwide, r.declined_stated)}
    following = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
    return number in stated and following is not None and following.has("noun", "subject", "cue:anaphor", "function")
