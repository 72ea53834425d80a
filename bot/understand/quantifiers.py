"""All, none, only, every week, a number: what a yes-or-no question supposes, as a claim that its plan represents.

A claim that no plan represents is declined: a yes before a figure that does not answer it would go into print.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from bot.query import Dimension, Having, Measure
from bot.understand.any_report import of_any_report
from bot.understand.clauses import check_shades, clause
from bot.understand.draft import Draft, Stuck
from bot.understand.forms import forms
from bot.understand.only import only_part
from bot.understand.pieces import Piece
from bot.understand.predicates import predicate
from bot.understand.statistics import STATS

Parts = dict[str, Any]
ALL = Having(op="at_least", n=100)
NONE = Having(op="is", n=0)
_TOTALS = forms("quantifiers", "totals")
_EACH, _WEEKS = {"all", "every", "each"}, {"report", "reports", "week", "weeks"}


class Claimed(NamedTuple):
    """What is supposed (all, none, only, every_report) and the position of the word for it."""

    kind: str
    at: int


def claimed(draft: Draft) -> Claimed | None:
    """The quantifier of a yes-or-no question, marked as used. Raises Stuck for two of them, or one out of place."""
    check_shades(draft)
    start = clause(draft)
    if start is None:
        return None
    _the_wait(draft)
    half = draft.first("measure:claim_half")
    if half is not None and draft.has("dimension"):
        raise Stuck("verdict", draft.pieces[half].text)  # "did half the counties refuse Mexicans"
    found = [*_nones(draft), *_alls(draft, start), *_onlys(draft)]
    if not found:
        return None
    if len(found) > 1 or _beside_another_measure(draft, found[0]):
        raise Stuck("verdict", draft.pieces[found[-1].at].text)
    draft.use(found[0].at, "claim")
    return found[0]


def check_lists(draft: Draft) -> None:
    """Raise Stuck for "are all policies from Texas": the entries of Texas are no answer to it."""
    start = clause(draft)
    found = [] if start is None else [*_alls(draft, start), *_onlys(draft)]
    if found:
        raise Stuck("verdict", draft.pieces[found[0].at].text)


def _the_wait(draft: Draft) -> None:
    """ "was the wait in Denver more than a year": the average, or any of them? "Did anyone wait" is plain."""
    if not any(c.field == "days" for c in draft.conds) or draft.has(*(tag for tag, _ in STATS)):
        return
    for at in draft.find("measure:wait"):
        if at and draft.pieces[at - 1].has("function:article"):
            raise Stuck("verdict", draft.pieces[at].text)


def _beside_another_measure(draft: Draft, claim: Claimed) -> bool:
    other = ("measure:share", "measure:rate", "measure:claim_half", "compare", "measure:difference", "measure:change")
    if claim.kind == "every_report":
        return draft.has(*other)
    return draft.has(*other, "order", "limit:top", "limit:rank", "limit:fewest", "limit:bound", "number")


def _nones(draft: Draft) -> list[Claimed]:
    if draft.has("dimension") and not draft.has("value:report", "date"):
        return []  # "is there a county with no convictions": of groups, which the sets of groups read
    found = []
    for at in draft.free("quantifier:none"):
        before = draft.pieces[at - 1] if at else None
        if before is not None and before.words in ("with", "having", "without", "or"):
            continue
        found.append(Claimed("none", at))
    return found


def _alls(draft: Draft, start: int) -> list[Claimed]:
    found = []
    for at in draft.find("quantifier:all", "group:by", "cue:everything"):
        piece = draft.pieces[at]
        words = piece.words.split()
        if not (piece.has("quantifier:all") or words[-1] in ("each", "every", "single")) or piece.words in _TOTALS:
            continue
        if at and draft.pieces[at - 1].has("measure:claim_half", "measure:share"):
            continue  # "more than a tenth of all refusals"
        if _of_reports(draft, at):
            found.append(Claimed("every_report", at))
        elif (at and draft.pieces[at - 1].words == "in" and words == ["all"]) or set(words) & _WEEKS:
            continue  # "did Denver refuse more than 20 in all reports": a total
        elif at == start:
            found.append(Claimed("all", at))
        else:
            raise Stuck("verdict", piece.text)
    return found


def _of_reports(draft: Draft, at: int) -> bool:
    """ "every week", "in each report": told report by report."""
    words = draft.pieces[at].words.split()
    if set(words) & _WEEKS and set(words) & _EACH:
        return words[0] != "all" or not draft.has("limit:bound", "number")
    following: Piece | None = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
    if words == ["all"] and following is not None and set(following.words.split()) & _WEEKS:
        if not following.has("cue:everything") or draft.has("limit:bound"):
            raise Stuck("verdict", f"{draft.pieces[at].text} {following.text}")  # of each, or of all together?
        return True  # "all four reports", where four are loaded
    if words[-1] in ("each", "every", "single") and following is not None and following.has("dimension:report"):
        draft.use(at + 1, "claim")
        return True
    return False


def _onlys(draft: Draft) -> list[Claimed]:
    found = []
    for at, piece in enumerate(draft.pieces):
        if piece.has("bound:single") and at and draft.pieces[at - 1].words == "the":
            raise Stuck("verdict", piece.text)  # "is Denver the only one": of what?
        if piece.has("bound:single", "negation"):
            continue
        if piece.has("cue:only") or (piece.has("disposition") and _says_only(piece)):
            found.append(Claimed("only", at))
    return found


def _says_only(piece: Piece) -> bool:
    words = piece.words.split()
    return bool({words[0], words[-1]} & {"only", "just", "merely", "simply"})


def settled(draft: Draft, claim: Claimed, parts: Parts) -> None:
    """The claim as a measure and what is supposed of it, in `parts`; conditions of the whole stay in the draft."""
    parts["yes_no"] = True
    if draft.subject != "refusals":  # Sections I and III are no lists of everything
        raise Stuck("verdict", draft.pieces[claim.at].text)
    if claim.kind == "none":
        if of_any_report(draft, NONE, parts):  # "was Lake ever at zero": in one of the reports
            parts["yes_no"] = None
            return
        parts["claim"] = NONE
        return
    if claim.kind == "every_report":
        if any(c.field in ("report", "declined_on") for c in draft.conds) or not draft.conds:
            raise Stuck("verdict", draft.pieces[claim.at].text)
        parts["group_by"], parts["order"] = (Dimension(field="report"),), "natural"
        parts["claim"] = _bounded(draft) or Having(op="at_least", n=1)
        return
    whole, part = predicate(draft, claim.at) if claim.kind == "all" else only_part(draft, claim.at)
    if not part or draft.free("dimension"):
        raise Stuck("verdict", draft.pieces[claim.at].text)
    parts["measure"] = Measure(kind="share", of=draft.filters(part))
    parts["claim"], draft.conds = ALL, whole


def _bounded(draft: Draft) -> Having | None:
    """ "did Denver refuse more than 5 every week": the bound on each week's figure."""
    at = draft.first("limit:bound")
    if at is None:
        return None
    draft.use(at, "claim")
    bound = draft.pieces[at].value("limit:bound")
    return Having(op=bound.op, n=bound.n)


def wait_claimed(draft: Draft) -> Having | None:
    """ "is the average wait more than a year": a bound on the figure, not on the rows it is taken over."""
    gaps = [c for c in draft.conds if c.field == "days"]
    if clause(draft) is None or not gaps:
        return None
    measured = max(draft.find("measure"))
    if len(gaps) > 1 or gaps[0].at < measured or gaps[0].op not in ("over", "under", "at_least", "at_most", "is"):
        raise Stuck("verdict", draft.pieces[gaps[0].at].text)
    draft.conds.remove(gaps[0])
    return Having.model_validate({"op": gaps[0].op, "n": gaps[0].values[0]})
