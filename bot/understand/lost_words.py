"""Words that a plan has no room for: each of these was once read and lost, and the figure answered another question."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.query import Place, Query
from bot.understand.any_report import any_report
from bot.understand.draft import Draft, Stuck
from bot.understand.forms import forms
from bot.understand.pieces import Piece

_DENIALS = frozenset(forms("lost_words", "denials"))
_DISPOSITIONS = frozenset(forms("lost_words", "dispositions"))
_OCCASIONS = forms("lost_words", "occasions")
_HOW_OFTEN = ("how many times", *_OCCASIONS, "how often", "how many weeks", "how many reports")
_RANKS = forms("lost_words", "ranks")
_BODIES = forms("lost_words", "bodies")
_SAYS = forms("lost_words", "says")
_EVERYONE = forms("lost_words", "everyone")
_PLACES = ("place", "state", "county", "jurisdiction", "facility")


def check_lost(query: Query, draft: Draft) -> None:
    """Raises Stuck for the first of them."""
    _all_but(draft.pieces)
    _two_of_section_one(draft.pieces)
    _bound_of_an_average(query, draft.pieces)
    _pages_of_a_section(query, draft.pieces)
    _change_of_one(query, draft.pieces)
    _both_dispositions(query, draft)
    _denied_by_somebody(draft.pieces)
    _each_of_two_lists(query, draft.pieces)
    _ever_compared(query, draft)
    _asked_how(query, draft.pieces)
    _groups_lost(query, draft.pieces)
    _groups_with_two(query, draft.pieces)
    _rank_of_one(query, draft.pieces)
    if query.subject == "policies":
        _policies(query, draft.pieces)
    if query.group_by and query.having is None and query.contrast is None and query.claim is None:
        _all_of_each(draft.pieces)


def _both_dispositions(query: Query, draft: Draft) -> None:
    """ "neither charged nor convicted", "no conviction and no charge": every row is one of the two."""
    conditions = [*query.filters, *query.measure.of]
    denied = any(f.field == "disposition" and f.negated for f in conditions)
    for piece in draft.pieces:
        words = set(piece.words.split())
        if denied and piece.has("gloss") and words & _DENIALS and words & _DISPOSITIONS:
            raise Stuck("negation", piece.text)
    if draft.has("disposition:charge") and draft.has("disposition:conviction") and not query.slices:
        denials = [p for p in draft.pieces if set(p.words.split()) & _DENIALS]
        if len(denials) > 1 or any(p.words == "neither" for p in denials):
            raise Stuck("negation", denials[-1].text)


def _denied_by_somebody(pieces: Sequence[Piece]) -> None:
    """ "the mayor claims no Mexicans were let go. How many were there?": of them, and not of all others."""
    claimed = False
    for at, piece in enumerate(pieces):
        claimed = claimed and not set(piece.gap) & set(".?!;")
        claimed = claimed or (piece.has("cue:supposed") and len(piece.words.split()) > 1)
        asked = any(set(p.gap) & set(".?!;") for p in pieces[at + 1 :])
        if claimed and asked and piece.words in ("no", "zero", "never") and piece.used.startswith("negation"):
            raise Stuck("negation", piece.text)


def _each_of_two_lists(query: Query, pieces: Sequence[Piece]) -> None:
    """ "Cook and LA: how many each in weeks 1 and 2": two lists, and which of them is told apart?"""
    several = [f for f in query.filters if not f.negated and len(f.values) > 1 and not f.label]
    if len(several) > 1 and not query.group_by and not query.slices:
        for piece in pieces:
            if piece.has("group:respectively"):
                raise Stuck("unaccounted", piece.text)


def _ever_compared(query: Query, draft: Draft) -> None:
    """ "did LA ever have more than Cook": of one report, and the totals decide nothing."""
    at = any_report(draft)
    if at is not None and query.slices and all(d.field != "report" for d in query.group_by):
        raise Stuck("verdict", draft.pieces[at].text)


def _asked_how(query: Query, pieces: Sequence[Piece]) -> None:
    """ "how many times was Cook over 11": a number, and no yes or no."""
    first = next((p for p in pieces if not p.has("padding", "conjunction")), None)
    if first is not None and (query.claim or query.yes_no) and first.words.startswith(_HOW_OFTEN):
        raise Stuck("unaccounted", first.text)


def _groups_lost(query: Query, pieces: Sequence[Piece]) -> None:
    """ "any county with more than 14 in one week": of each county, and not of all rows of a report."""
    if query.having is None or [d.field for d in query.group_by] != ["report"]:
        return
    for piece in pieces:
        if (
            piece.used.startswith("dimension:")
            and piece.used != "dimension:report"
            and not piece.has("dimension:report")
        ):
            raise Stuck("unaccounted", piece.text)


def _groups_with_two(query: Query, pieces: Sequence[Piece]) -> None:
    """ "counties with DUI and drug cases": with both, or with either?"""
    if query.contrast is not None or not query.group_by or query.group_by[0].field not in _PLACES:
        return
    groups = next((k for k, p in enumerate(pieces) if p.has("dimension") and p.words.endswith("s")), None)
    if groups is None or groups + 1 == len(pieces) or pieces[groups + 1].words not in ("with", "that had", "where"):
        return
    for at in range(groups + 2, len(pieces) - 1):
        before, behind = pieces[at - 2 : at], pieces[at + 1 : at + 3]
        if pieces[at].has("conjunction:and") and all(any(p.has("value") for p in side) for side in (before, behind)):
            raise Stuck("two_kinds", pieces[at].text)


def _rank_of_one(query: Query, pieces: Sequence[Piece]) -> None:
    """ "rank of Essex in Section I", "where does Maryland rank": its place among all, which no plan says."""
    if query.leader is not None:
        return
    alone = [f.values[0] for f in query.filters if f.field == "place" and not f.negated and len(f.values) == 1]
    if alone and any(d.field == "state" for d in query.group_by) and not query.slices:
        state = next((p for p in pieces if p.has("dimension:state") and p.used.startswith("dimension")), None)
        if state is not None and (state.words.endswith("s") or any(p.words in _RANKS for p in pieces)):
            raise Stuck("unaccounted", state.text)  # of one state alone there are no "states"
    if any(isinstance(place, Place) and place.county for place in alone):
        for piece in pieces:
            if piece.words in _RANKS:
                raise Stuck("unaccounted", piece.text)


def _policies(query: Query, pieces: Sequence[Piece]) -> None:
    """ "which sheriffs have policies"; "what does it say, and when did it take effect": the body, the other half."""
    where = {f.field for f in query.filters}
    shown = {*query.measure.fields, *([query.measure.field] if query.measure.field else [])}
    when = any(p.has("question:when") for p in pieces)
    for piece in pieces:
        if piece.words.startswith(("signed", "same policy", "same policies", "the same policy", "the same as")):
            raise Stuck("unaccounted", piece.text)  # who signed it, who has the same: Section III does not say
        if piece.words in _BODIES and where.isdisjoint({"policy", "jurisdiction", "place"}):
            raise Stuck("unaccounted", piece.text)
        if when and piece.words in _SAYS and "enacted" in shown and "criteria" not in shown and query.also is None:
            raise Stuck("two_questions", piece.text)


def _all_of_each(pieces: Sequence[Piece]) -> None:
    """ "jails where everyone was convicted": of each group all, and no list of the groups."""
    for before, piece in pairwise(pieces):
        if piece.words in _EVERYONE and before.words in ("where", "in which"):
            raise Stuck("unaccounted", piece.text)


def _all_but(pieces: Sequence[Piece]) -> None:
    """ "all refusals but Cook's", "every row but those of week 1": what "but" takes out is never passed over."""
    for at in range(1, len(pieces) - 1):
        piece, following = pieces[at], pieces[at + 1]
        goes_on = bool(piece.gap) or following.has(
            "cue:only", "cue:nothing", "question", "measure", "padding", "negation", "limit"
        )
        dated = pieces[at - 1].has("date", "value:report")  # "declined in July but issued the year before": both hold
        goes_on = goes_on or (dated and following.has("subject:issued", "subject:refusal") and _participle(following))
        if piece.words == "but" and piece.used == "function:conjunction" and not goes_on:
            raise Stuck("negation", piece.text)


def _participle(piece: Piece) -> bool:
    return piece.words.split()[0].endswith("ed") or piece.words == "sent"


def _bound_of_an_average(query: Query, pieces: Sequence[Piece]) -> None:
    """ "counties with an average wait over 100 days": of each county's average, and no condition on single rows."""
    averaged = any(p.has("measure:average", "measure:median") for p in pieces)
    for at, piece in enumerate(pieces):
        before = [p for p in pieces[:at] if not p.has("function")][-1:]
        if averaged and query.group_by and piece.has("limit:gap") and before and before[0].has("measure:wait"):
            raise Stuck("unaccounted", piece.text)


def _pages_of_a_section(query: Query, pieces: Sequence[Piece]) -> None:
    """ "how many pages is Section II": a report's pages are not a section's."""
    if query.subject == "reports" and "pages" in (query.measure.field, *query.measure.fields):
        for piece in pieces:
            if piece.words.startswith("section "):
                raise Stuck("unmarked", piece.text)


def _change_of_one(query: Query, pieces: Sequence[Piece]) -> None:
    """A change of one report alone: the other was asked about before ("week 2", "week 3", "change")."""
    reports = [f for f in query.filters if f.field == "report" and not f.negated]
    if query.contrast is None and len(reports) == 1 and len(reports[0].values) == 1 and not query.claim:
        for piece in pieces:
            if piece.has("measure:change") and [d.field for d in query.group_by] == ["report"]:
                raise Stuck("no_context", piece.text)


def _two_of_section_one(pieces: Sequence[Piece]) -> None:
    """ "nationwide issued and Section I totals": two figures that are not added up, nor one given for both."""
    nationwide = any(p.has("subject:nationwide") for p in pieces)
    for joint, section in pairwise(pieces):
        if nationwide and joint.has("conjunction:and") and section.has("subject:section_one"):
            raise Stuck("unaccounted", section.text)
