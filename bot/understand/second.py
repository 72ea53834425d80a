"""A second question behind "and": read as a condition of the first one it would change what that ranks or counts."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.draft import Draft, Stuck
from bot.understand.pieces import Piece

_RANKED = ("order", "limit:top", "limit:fewest", "limit:rank")
_ASKS = ("measure:count", "measure:share", "question:what_is", "question:when", "measure:median", "measure:average")
_OWN = ("value", "disposition", "place", "date", "subject:issued", "subject:policy", "subject:correction")


def second_question(draft: Draft) -> None:
    """Raise Stuck for "which county refused most and how many of those were convictions", "how many ..., and when".

    "And how many" alone asks for the figure of the first.
    """
    ranked = draft.first(*_RANKED)
    counted = draft.first("measure:count")
    for at in draft.find("conjunction:and", start=2):
        run = draft.pieces[at - 2 : at + 2]
        sections = [p.has("subject:issued") - p.has("subject:refusal") for p in (draft.pieces[at - 1], *run[3:])]
        if sorted(sections) == [-1, 1] and draft.has("group:by"):
            raise Stuck("two_questions", draft.pieces[at + 1].text)  # "issued and declined, per report"
        kinds = len(run) == 4 and run[1].has("dimension") and run[3].has("dimension")
        if kinds and run[0].words == "how many" and not run[1].has("dimension:report"):
            raise Stuck("two_questions", run[3].text)  # "how many states and counties in week 1"
    for at in draft.find("conjunction:and", "cue:what_about", start=1):
        follows = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
        if in_another_place(draft.pieces, at) and _narrower(draft, at):
            raise Stuck("two_questions", draft.pieces[at].text)
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
        rows = any(p.has("value", "disposition") for p in draft.pieces[:at])
        own = rows and any(p.has("cue:everything", "subject:refusal") or "total" in p.words.split() for p in rest)
        own = (
            own
            or any(p.has(*_OWN) for p in rest)
            or any(p.has("cue:anaphor") and p.has("function:among") for p in rest)
        )
        if ranked is not None and ranked < at and asks and (own or follows.has("measure:share")):
            raise Stuck("two_questions", follows.text)


def _ranks_again(draft: Draft, at: int) -> bool:
    """ "which state had the most refusals and the most convictions", "top county and top jail": two rankings."""
    before, after = draft.pieces[:at], draft.pieces[at + 1 :]
    ends = ("order:fewest", "order:bottom")
    if any(p.has(*_MOST) for p in before) and after[:2] and any(p.has(*ends, "limit:rank") for p in after[:2]):
        return True  # "the most and the fewest", "the biggest county and second biggest"
    if any(p.has(*ends) for p in before) and any(p.has(*_MOST) for p in after[:2]):
        return True
    again = next((k for k, p in enumerate(after[:4]) if p.has(*_MOST)), None)
    if again is None or not any(p.has(*_MOST) for p in before):
        return False
    kinds = ("value", "disposition", "measure:share", "dimension")
    return any(p.has("subject:refusal", *kinds) for p in before) and any(p.has(*kinds) for p in after[again + 1 :])


_MOST = ("order:most", "order:common", "order:top")


def in_another_place(pieces: Sequence[Piece], at: int) -> bool:
    """ "how many in California, and in San Diego alone": where "and in" names one more place to count in."""
    where = _named_at(pieces, at)
    named = where is not None and pieces[where].has("place:mention")
    counted = any(p.has("measure:count") and p.words.startswith("how many") for p in pieces[:at])
    return named and counted and any(p.has("place:mention") for p in pieces[:at])


def _named_at(pieces: Sequence[Piece], at: int) -> int | None:
    """Where what "and in" leads to stands."""
    if pieces[at].words in ("and in", "and at"):
        return at + 1 if at + 1 < len(pieces) else None
    leads = pieces[at].has("conjunction:and") and at + 2 < len(pieces) and pieces[at + 1].words in ("in", "at")
    return at + 2 if leads else None


def _narrower(draft: Draft, at: int) -> bool:
    """Whether the place ends in "alone" or "only": not both places as one condition."""
    where = _named_at(draft.pieces, at)
    return where is not None and any(p.has("cue:only") for p in draft.pieces[where + 1 : where + 2])
