"""Words that a plan has taken for something other than they say: each of these was once answered wrong."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.query import Query
from bot.understand.draft import Draft, Stuck
from bot.understand.forms import forms
from bot.understand.pieces import Piece

_TOGETHER = forms("lost_roles", "together")
_APART = forms("lost_roles", "apart")
_GETS = forms("lost_roles", "gets")


def check_roles(query: Query, draft: Draft) -> None:
    """Raises Stuck for the first of them."""
    pieces = draft.pieces
    _sum_of_a_ranking(query, pieces)
    _apart(query, pieces)
    _in_every(query, pieces)
    _each_of_the_weeks(query, pieces)
    _on_top(query, pieces)
    _doubled(query, pieces)
    _of_corrections(query, pieces)
    _sum_of_days(query, pieces)
    _got(query, pieces)
    _in_a_kind(query, pieces)
    _of_its_detainers(query, pieces)
    _until_posted(query, pieces)
    _times_listed(query, pieces)
    _policies_of_an_office(query, pieces)
    _when_it_refused(pieces)
    _share_of_nothing(query, pieces)


def _sum_of_a_ranking(query: Query, pieces: Sequence[Piece]) -> None:
    """ "the top 3 counties combined": their sum, and no list of them."""
    if query.group_by and query.order in ("most", "fewest") and query.limit and query.limit > 1:
        _stop(pieces, _TOGETHER)


def _apart(query: Query, pieces: Sequence[Piece]) -> None:
    """ "the top county in week 1 and week 2 separately": a ranking within each, which the plan does not make."""
    reports = next((f.values for f in query.filters if f.field == "report" and not f.negated), ())
    if len(reports) > 1 and query.order in ("most", "fewest") and query.each is None:
        _stop(pieces, _APART)


def _in_every(query: Query, pieces: Sequence[Piece]) -> None:
    """ "nationalities in every weekly list", "for each county the week with the most": no table of pairs says so."""
    if len(query.group_by) < 2 or query.each is not None:
        return
    counted = any(p.has("measure:count") for p in pieces)  # "how many did each state have in every report" is a table
    for piece, following in pairwise(pieces):
        weeks = following.has("dimension:report") and any(d.field == "report" for d in query.group_by)
        if piece.words in ("in every", "in all") and weeks and not counted:
            raise Stuck("unaccounted", piece.text)
        if query.subject == "issued" and weeks and following.has("quantifier:all") and pieces[0].has("question:which"):
            raise Stuck("unaccounted", following.text)  # "which counties are in Section I every week"
    first = next((p for p in pieces if not p.has("padding")), None)
    ranked = query.order == "most" and any(p.has("order:most") for p in pieces)
    if first is not None and ranked and first.words in ("for each", "for every", "each", "every"):
        raise Stuck("unaccounted", first.text)


def _each_of_the_weeks(query: Query, pieces: Sequence[Piece]) -> None:
    """ "at least 5 in week 3 and week 4": in each of them, or in both together?"""
    reports = next((f.values for f in query.filters if f.field == "report" and not f.negated), ())
    if query.claim is None or query.group_by or query.slices or len(reports) < 2 or query.measure.kind != "count":
        return
    for at in range(1, len(pieces) - 1):
        between = pieces[at].has("conjunction:and") and pieces[at - 1].has("value:report")
        if between and pieces[at + 1].has("value:report", "dimension:report"):
            raise Stuck("verdict", pieces[at].text)


def _on_top(query: Query, pieces: Sequence[Piece]) -> None:
    """ "how many weeks was Cook on top": how often it led, and no table of its weeks."""
    if [d.field for d in query.group_by] == ["report"] and query.filters:
        _stop(pieces, ("on top", "at the top", "in first place", "in the lead", "ahead"))


def _doubled(query: Query, pieces: Sequence[Piece]) -> None:
    """ "which counties doubled": those that did, and no yes or no about all."""
    if query.contrast == "ratio" and query.claim is not None and query.group_by:
        which = next((p for p in pieces if p.has("question:which", "limit:times")), pieces[0])
        raise Stuck("unaccounted", which.text)


def _of_corrections(query: Query, pieces: Sequence[Piece]) -> None:
    """ "who posted the correction", "report 2 total corrected": neither a list nor a number of corrections."""
    if query.subject != "corrections":
        return
    first = next((p for p in pieces if not p.has("padding")), None)
    if first is not None and first.words == "who":
        raise Stuck("unaccounted", first.text)
    words = [p.words for p in pieces]
    if query.measure.kind == "count" and {"total", "corrected"} <= set(words):
        raise Stuck("unaccounted", pieces[words.index("corrected")].text)


def _sum_of_days(query: Query, pieces: Sequence[Piece]) -> None:
    """ "the sum of days": no number of different days."""
    if query.measure.kind == "distinct":
        _stop(pieces, ("sum of", "the sum of", "total of", "the total of"))


def _in_a_kind(query: Query, pieces: Sequence[Piece]) -> None:
    """ "how many in the boroughs": rows of some places, and no number of places."""
    if query.measure.kind != "distinct" or query.group_by:
        return
    said = [p for p in pieces if p.words != "the"]
    for before, piece in pairwise(said):
        if piece.has("dimension") and before.words in _WHERE and not piece.has("place", "dimension:report"):
            raise Stuck("unaccounted", piece.text)


_WHERE = forms("lost_roles", "where")


def _of_its_detainers(query: Query, pieces: Sequence[Piece]) -> None:
    """ "the largest share of its detainers", "half of Cook's detainers": how many a place was sent is not known."""
    of_place = {f.field for f in query.measure.of} == {"place"}
    for part, whose, what in zip(pieces, pieces[1:], pieces[2:], strict=False):
        named = of_place and whose.has("place:mention") and whose.text.endswith(("'s", "’s", "s'", "s’"))
        owned = (named or (whose.has("cue:anaphor") and whose.words in ("its", "their"))) and what.has("noun:detainer")
        if owned and query.subject == "refusals" and part.has("measure:share", "measure:claim_half", "order:most"):
            raise Stuck("rate_of_place", part.text)


def _until_posted(query: Query, pieces: Sequence[Piece]) -> None:
    """ "how long did it take to publish the reports": days, and no number of pages."""
    if query.subject == "reports" and "pages" in query.measure.fields and any(p.has("subject:posted") for p in pieces):
        wait = next((p for p in pieces if p.has("measure:wait")), None)
        if wait is not None:
            raise Stuck("unaccounted", wait.text)


def _got(query: Query, pieces: Sequence[Piece]) -> None:
    """ "did Dallas get more than Cook", "who got the fewest": detainers are got, and refusals are made."""
    ranked = len(query.slices) == 2 or (query.group_by and query.order and query.group_by[0].field in _WHERE_TO)
    if query.subject == "refusals" and ranked and not any(p.has("subject:refusal") for p in pieces):
        _stop(pieces, _GETS)


_WHERE_TO = ("place", "state", "county")


def _times_listed(query: Query, pieces: Sequence[Piece]) -> None:
    """ "how many times does Travis appear in Section I": in how many lists, and no sum of its numbers."""
    if query.subject == "issued" and query.measure.kind == "total":
        _stop(pieces, ("how many times", "how often", "number of times"))


def _policies_of_an_office(query: Query, pieces: Sequence[Piece]) -> None:
    """ "policies in Boston's AOR": those of the office, and not the office of Boston's policy."""
    if query.subject == "policies" and query.measure.fields == ("aor",):
        _stop(pieces, ("policies", "the policies", "all policies"))


def _when_it_refused(pieces: Sequence[Piece]) -> None:
    """ "older than a year when the jail said no": whoever refused, and no breakdown by jail."""
    bare = [p for p in pieces if not p.has("function:article")]
    for piece, following in pairwise(bare):
        if piece.words == "when" and following.used.startswith("dimension:") and not following.words.endswith("s"):
            raise Stuck("unaccounted", following.text)


def _share_of_nothing(query: Query, pieces: Sequence[Piece]) -> None:
    """ "what share of the report is that?": the part is not said."""
    if query.measure.kind == "share" and not query.measure.of and not query.group_by:
        raise Stuck("share_of_what", next((p.text for p in pieces if p.has("measure:share")), ""))


def _stop(pieces: Sequence[Piece], words: Sequence[str]) -> None:
    for piece in pieces:
        if piece.words in words:
            raise Stuck("unaccounted", piece.text)
