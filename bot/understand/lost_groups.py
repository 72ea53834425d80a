"""Words about each of several groups that a plan says of all together: each of these was once answered wrong."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.query import Query
from bot.understand.any_report import any_report
from bot.understand.draft import Draft, Stuck
from bot.understand.forms import forms
from bot.understand.pieces import Piece

_LEADS = (
    "lead",
    "leads",
    "led",
    "topped",
    "tops",
    "number one",
    "no. 1",
    "on top",
    "top the list",
    "tops the list",
    "leads the list",
)
_MOVED = forms("lost_groups", "moved")
_ROW_FIELDS = ("citizenship", "offense", "disposition", "issued_on", "days", "facility")
_GROUPS = ("place", "state", "county", "facility", "citizenship", "offense")
_SAME_AS = ("measure:count", "noun:number", "measure:share", "subject:policy")


def check_groups(query: Query, draft: Draft) -> None:
    """Raises Stuck for the first of them."""
    pieces = draft.pieces
    _led(query, pieces)
    _place_in_each(query, pieces)
    _two_rankings(query, pieces)
    _same_number(draft)
    _moved(query, pieces)
    _bound_of_a_week(query, draft)
    _bound_of_a_group(query, pieces)
    _groups_with_none(query, pieces)
    _of_one_place(query, pieces)
    _share_of_groups(query, pieces)
    _most_of_them(query, pieces)
    _no_such_place(query, pieces)
    _every_day(query, pieces)
    _led_in_any(query, draft)
    _all_of_a_group(query, pieces)


def _all_of_a_group(query: Query, pieces: Sequence[Piece]) -> None:
    """ "in which counties were all convicted": those with no other row, and not all with such a row."""
    if not (query.group_by or query.measure.kind == "distinct") or query.measure.kind == "share":
        return
    conditioned = any(f.field in _ROW_FIELDS for f in query.filters)
    for verb, piece in pairwise(pieces):
        if conditioned and verb.has("question:did") and piece.has("quantifier:all") and piece.words == "all":
            raise Stuck("unaccounted", piece.text)


def _led(query: Query, pieces: Sequence[Piece]) -> None:
    """ "in how many weeks did Cook lead", "which county led most often": first in which list, and how many times."""
    verb = next((p for p in pieces if p.words in _LEADS or (p.has("order") and p.words.startswith("first "))), None)
    if verb is None or query.leader is not None or query.each is not None:
        return
    fields = {d.field for d in query.group_by}
    conditions = [f for f in query.filters if f.field not in ("report", "declined_on")]
    of_weeks = bool(fields) and fields <= {"report", "declined_on"}
    often = any(
        p.has("order:common") or p.words.endswith(" most often") or p.words in ("most weeks", "most reports")
        for p in pieces
    )
    who = any(p.has("question:who") for p in pieces)
    asks = of_weeks and (bool(conditions) or who)
    counted = query.measure.kind == "distinct" or any(f.field == "days" for f in conditions)
    if asks or often or counted or ("report" in fields and len(fields) > 1):
        raise Stuck("unaccounted", verb.text)


def _place_in_each(query: Query, pieces: Sequence[Piece]) -> None:
    """ "the second most in each week": of whom? The weeks themselves are not ranked."""
    if not query.nth or [d.field for d in query.group_by] != ["report"]:
        return
    for before, piece in pairwise(pieces):
        if piece.has("dimension:report") and before.has("group:by"):
            raise Stuck("unaccounted", before.text)


def _two_rankings(query: Query, pieces: Sequence[Piece]) -> None:
    """ "the top offense for the top county", "refusals by week for the top county": a ranking inside another."""
    if query.also is not None or len(query.group_by) < 2:
        return
    ranks = [
        at
        for at in range(len(pieces) - 1)
        if pieces[at].has("order:top", "limit:top", "limit:fewest") and pieces[at + 1].has("dimension")
    ]
    if len(ranks) > 1:
        raise Stuck("unaccounted", pieces[ranks[1]].text)
    for at in ranks:
        before = [p for p in pieces[max(0, at - 2) : at] if not p.has("function:article")][-1:]
        earlier = any(p.used.startswith("dimension") for p in pieces[:at])
        if earlier and before and before[0].words in ("for", "of", "in", "at", "from", "for the", "in the"):
            raise Stuck("unaccounted", pieces[at].text)


def _same_number(draft: Draft) -> None:
    """ "which county has the same number as Prince George's", "the same policy as": as whose, no plan says."""
    for piece, following in pairwise(draft.pieces):
        same = piece.has("cue:same") and following.has(*_SAME_AS) and not following.gap
        if same and not draft.follow_up:
            raise Stuck("unaccounted", f"{piece.text} {following.text}")


def _moved(query: Query, pieces: Sequence[Piece]) -> None:
    """ "which counties rose every week", "did refusals rise from July to August": no table of weeks says so."""
    verb = next((p for p in pieces if p.words in _MOVED and p.has("measure:change")), None)
    fields = [d.field for d in query.group_by]
    if verb is None or query.contrast is not None or "report" not in fields:
        return
    if len(fields) > 1 or any(f.field == "declined_on" for f in query.filters):
        raise Stuck("unaccounted", verb.text)


def _bound_of_a_week(query: Query, draft: Draft) -> None:
    """ "counties with 5 or more in any week": a bound on one week's figure, not on the total nor on the weeks."""
    at = any_report(draft)
    if at is None:
        at = next(
            (k for k, p in enumerate(draft.pieces) if p.has("dimension:report") and p.has("quantifier:all")), None
        )
    if query.having is None or not query.group_by or at is None:
        return
    if all(d.field != "report" for d in query.group_by):
        raise Stuck("unaccounted", draft.pieces[at].text)


def _bound_of_a_group(query: Query, pieces: Sequence[Piece]) -> None:
    """ "more than 10 refusals and a homicide", "10 or more: average wait", "only one of the four reports"."""
    at = next((k for k, p in enumerate(pieces) if p.used == "having" and p.has("limit:bound", "bound:single")), None)
    if at is None or query.having is None:
        return
    of_it = at > 0 and pieces[at - 1].has("function:copula")  # "where the median wait is at least 200"
    if query.measure.kind == "statistic" and query.measure.field == "days" and query.group_by and not of_it:
        raise Stuck("unaccounted", pieces[at].text)
    behind = pieces[at + 1 : at + 4]
    report = any(
        p.has("dimension:report", "value:report") or {"report", "reports"} & set(p.words.split()) for p in behind
    )
    if behind and behind[0].words.startswith("of") and report and query.measure.per is None:
        per = query.measure.kind == "distinct" and query.measure.field == "report"
        if not per:
            raise Stuck("unaccounted", pieces[at].text)
    counted = bool(behind) and behind[0].has("subject:refusal", "noun")
    joined = len(behind) > 1 and behind[1].has("conjunction:and")
    if counted and joined and any(p.used.startswith("filter") for p in pieces[at + 2 :]):
        raise Stuck("two_kinds", behind[1].text)


def _groups_with_none(query: Query, pieces: Sequence[Piece]) -> None:
    """ "states with fewer than 2 Mexicans": those with none are in no row, and none of them would be shown."""
    narrowed = any(f.field in _ROW_FIELDS for f in query.filters) or any(
        d.field == "declined_on" for d in query.group_by
    )
    fields = [d.field for d in query.group_by]
    if query.measure.kind == "distinct" and query.measure.field is not None and query.measure.per is None:
        fields = fields or [query.measure.field]
        if query.measure.of:
            return
    elif query.measure.kind != "count":
        return
    having = query.having
    under = having is not None and (having.op in ("under", "at_most") or (having.op == "is" and having.n == 0))
    few = query.order == "fewest" and query.measure.kind == "count"
    groups = any(f in _GROUPS for f in fields) or ("declined_on" in fields and bool(query.filters))
    if query.subject == "refusals" and not query.slices and narrowed and groups and (under or few):
        word = next((p for p in pieces if p.used == "having" or p.has("order:fewest", "order:bottom")), pieces[0])
        raise Stuck("unaccounted", word.text)


def _of_one_place(query: Query, pieces: Sequence[Piece]) -> None:
    """ "which county is level with X", "what place does X hold": a list of X alone is no answer."""
    alone = [f for f in query.filters if f.field == "place" and not f.negated and len(f.values) == 1 and not f.label]
    if not alone or getattr(alone[0].values[0], "county", None) is None or query.slices or query.claim:
        return
    if [d.field for d in query.group_by] != ["place"] or query.leader is not None:
        return
    for before, piece in pairwise(pieces):
        if piece.used.startswith("dimension:") and before.has("question:which", "question:what_is"):
            raise Stuck("unaccounted", piece.text)


def _share_of_groups(query: Query, pieces: Sequence[Piece]) -> None:
    """ "what percent of counties had a homicide", "the largest share of the Mexicans": of groups, or turned round."""
    if query.measure.kind != "share":
        return
    for at in range(len(pieces) - 1):
        piece, following = pieces[at], pieces[at + 1]
        if not piece.has("measure:share"):
            continue
        plural = following.has("dimension") and following.words.endswith("s") and following.text.endswith("s")
        if piece.words.endswith(" of") and plural and "'" not in following.text and "’" not in following.text:
            raise Stuck("unaccounted", piece.text)
        if query.group_by and query.measure.of and query.order in ("most", "fewest"):
            held = any(p.has("cue:account") for p in pieces)
            held = held or any(p.words in ("the top", "top") and k > at for k, p in enumerate(pieces))
            if held or (piece.words.endswith(" of") and following.words == "the"):
                raise Stuck("share_of_what", piece.text, ask=True)
    periods = [f for f in query.filters if f.field == "report" and not f.negated]
    for piece, following in pairwise(pieces):
        owned = piece.has("value:report") and piece.text.endswith(("'s", "’s"))
        if owned and following.has("measure:share") and periods:
            raise Stuck("share_of_what", following.text, ask=True)
    if query.having is not None and not query.measure.of and query.group_by:
        raise Stuck("share_of_what", next(p.text for p in pieces if p.has("measure")), ask=True)


def _most_of_them(query: Query, pieces: Sequence[Piece]) -> None:
    """ "did most wait under a month", "more than 50 in either": the largest wait, the sum are no answer."""
    claimed = query.claim is not None
    for piece in pieces:
        if claimed and query.measure.kind == "statistic" and piece.words == "most":
            raise Stuck("verdict", piece.text)
        if claimed and piece.words == "either" and any(len(f.values) > 1 for f in query.filters):
            raise Stuck("verdict", piece.text)


def _no_such_place(query: Query, pieces: Sequence[Piece]) -> None:
    """ "in ny county", "how many in state prisons": no county of that name, no kind of jail, and not all of them."""
    for before, piece in pairwise(pieces):
        if piece.gap:
            continue
        nameless = piece.words == "county" and piece.used.startswith(("noun", "suffix")) and before.has("place:mention")
        if nameless and all(o.level == "state" for o in before.value("place:mention").options):
            raise Stuck("unaccounted", f"{before.text} {piece.text}")
        kind = before.has("dimension:state", "dimension:county", "dimension:place") and piece.has("dimension:facility")
        grouped = bool(query.group_by) or query.measure.kind == "distinct"
        if kind and grouped and not before.words.endswith("s") and before.used.startswith("dimension"):
            raise Stuck("unaccounted", f"{before.text} {piece.text}")


def _every_day(query: Query, pieces: Sequence[Piece]) -> None:
    """ "states with a refusal every day", "which states went down every week": of each day or week, and no table."""
    bucketed = any(d.field in ("declined_on", "report") for d in query.group_by) and len(query.group_by) > 1
    if not bucketed or query.each is not None:
        return
    for before, piece in pairwise(pieces):
        every = piece.has("quantifier:all") and piece.words.startswith("every")
        every = every or (piece.has("group:by") and piece.words.split()[-1] in ("every", "each", "single"))
        if every and (query.having is not None or (before.has("measure:change") and not piece.gap)):
            raise Stuck("unaccounted", piece.text)


def _led_in_any(query: Query, draft: Draft) -> None:
    """ "did Cook lead in any week": of each week, and not of all together."""
    at = any_report(draft) if query.leader is not None and query.each is None else None
    if at is not None:
        raise Stuck("verdict", draft.pieces[at].text)
