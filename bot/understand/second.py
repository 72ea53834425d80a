"""A second question behind "and": read as a condition of the first one it would change what that ranks or counts."""

from __future__ import annotations

from bot.understand.draft import Draft, Stuck

_RANKED = ("order", "limit:top", "limit:fewest", "limit:rank")
_ASKS = ("measure:count", "measure:share", "question:what_is", "question:when", "measure:median", "measure:average")
_OWN = ("value", "disposition", "place", "date", "subject:issued", "subject:policy", "subject:correction")


def second_question(draft: Draft) -> None:
    """Raise Stuck for "which county refused most and how many of those were convictions", "how many ..., and when".

    "And how many" alone asks for the figure of the first.
    """
    ranked = draft.first(*_RANKED)
    counted = draft.first("measure:count")
    for at in draft.find("conjunction:and", start=1):
        follows = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
        if follows is not None and _ranks_again(draft, at):
            raise Stuck("two_questions", follows.text)
        if follows is None or not follows.has(*_ASKS):
            continue
        rest = draft.pieces[at + 2 :]
        if follows.has("question:when") and not follows.has("measure") and not rest:
            if counted is not None and counted < at and draft.pieces[counted].words.startswith("how many"):
                raise Stuck("two_questions", follows.text)
            continue
        asks = follows.has("measure:share", "question:what_is") or follows.words.startswith("how many")
        own = any(p.has(*_OWN) for p in rest) or any(p.has("cue:anaphor") and p.has("function:among") for p in rest)
        if ranked is not None and ranked < at and asks and (own or follows.has("measure:share")):
            raise Stuck("two_questions", follows.text)


def _ranks_again(draft: Draft, at: int) -> bool:
    """ "which state had the most refusals and the most convictions", "top county and top jail": two rankings."""
    before, after = draft.pieces[:at], draft.pieces[at + 1 :]
    again = next((k for k, p in enumerate(after[:4]) if p.has(*_MOST)), None)
    if again is None or not any(p.has(*_MOST) for p in before):
        return False
    kinds = ("value", "disposition", "measure:share", "dimension")
    return any(p.has("subject:refusal", *kinds) for p in before) and any(p.has(*kinds) for p in after[again + 1 :])


_MOST = ("order:most", "order:common", "order:top")
