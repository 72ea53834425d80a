"""A fragment laid over the last plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from bot.query import Filter, Measure, Query
from bot.understand import follow_verdict, slots
from bot.understand.account import account
from bot.understand.choices import outcome_of
from bot.understand.conditions import collect
from bot.understand.contrast import contrasted, is_contrast
from bot.understand.corrected import withdrawn_condition
from bot.understand.coverage import check_dates
from bot.understand.dims import asked
from bot.understand.draft import Cond, Draft, Stuck, in_order
from bot.understand.follow_ask import all_or_week, break_by, total_of_what, which_all
from bot.understand.follow_both import over_both
from bot.understand.follow_gate import (
    axis_of,
    correcting,
    counted_part,
    main_one,
    one_of_many,
    other_end,
    settled,
    with_again,
)
from bot.understand.follow_issued import told
from bot.understand.follow_pair import both, in_rows, told_apart
from bot.understand.follow_section import checked, entries_or_refusals, other_subject, same_section, turns
from bot.understand.follow_shapes import counted_kind, nth_place, which_ones, with_before
from bot.understand.follow_that import bare_policy, ice_says, that_noun
from bot.understand.follow_total import summed
from bot.understand.follow_wider import widened
from bot.understand.follow_winner import PLAIN, beside_winner, groups_found, kept_group, ranked_group, winner_or_all
from bot.understand.marks import check_marks
from bot.understand.outcome import Choice, Outcome, Understood
from bot.understand.pieces import Piece
from bot.understand.pointing import not_there, places_of, point
from bot.understand.reading import describe
from bot.understand.removal import edited, joined, not_that, without
from bot.understand.scope import apart, scope
from bot.understand.suspicion import before_assembling

if TYPE_CHECKING:
    from bot.understand.interpreter import Reading


def overlay(reading: Reading, last: Query, history: Sequence[Query] = ()) -> Outcome:
    """The last plan with the fragment's slots in place of its own. history: the thread's plans, the last at its end."""
    from bot.understand.interpreter import understood

    draft = reading.draft(follow_up=True)
    base = last
    draft.county_before = any(p.county for p in places_of(draft, last))
    try:
        if last.also is not None:
            return over_both(reading, last, lambda half: overlay(reading, half))
        if not draft.pieces:
            raise Stuck("empty")
        that_noun(draft, last)
        bare_policy(draft, last)
        ice_says(draft, last)
        last = beside_winner(draft, last)
        point(draft, last)
        edited(draft, last)
        not_that(draft, last)
        before = last
        last, whole = both(draft, last, history)
        before_assembling(draft.pieces, follow_up=True)
        one_of_many(draft, last)
        with_again(draft, last)
        query = last if whole else widened(draft, last) or summed(draft, history or (last,))
        query = query or told_apart(draft, last, history)
        if query is None and winner_or_all(draft, last):
            return understood(_winner_or_all(reading, draft, last), draft)
        base = ranked_group(draft, last) if query is None else last
        draft.of_group = base is not last
        query = query or _laid_over(draft, base, reading)
        query = in_rows(query, before) if last is not before else query
        query = settled(query, before, draft)
        if draft.of_group:
            kept_group(draft, query, base, last)
        check_marks(query, draft)
    except Stuck as stuck:
        if stuck.code == "all_of_what" and not stuck.choices:
            return which_all(stuck, base, reading.lexicon)
        if stuck.code == "break_by":
            return break_by(stuck, last)
        return outcome_of(stuck, _InThread(reading, last, history), reading.lexicon)
    return understood(query, draft)


def _winner_or_all(reading: Reading, draft: Draft, last: Query) -> Query:
    """ "how many were convicted?" after a ranking: of the first group, or of all of them, asked."""
    plain = last.model_copy(update={**PLAIN, "measure": Measure(kind="rows")})
    found = groups_found(last, draft.lexicon)
    first = plain.model_copy(update={"filters": in_order((*plain.filters, *found))}) if found else None
    outcomes = [overlay(reading, base) for base in (first, plain) if base is not None]
    plans = list(dict.fromkeys(o.query for o in outcomes if isinstance(o, Understood)))
    many = last.limit != 1 and not last.nth and last.group_by[0].field in ("place", "state") and draft.has("place")
    if many:
        raise Stuck("no_context", told(draft))  # "top 3 counties", "how many are in California": refusals, or counties?
    if len(plans) == 1 and len(outcomes) == 2 and all(isinstance(o, Understood) for o in outcomes):
        return plans[0]  # "how many in Harris?" says whose by itself
    if len(plans) < 2:
        raise Stuck("no_context", told(draft))
    raise Stuck("here_or_all", told(draft), tuple(Choice(describe(p, draft.lexicon), p) for p in plans))


def _denied_in_vain(draft: Draft, last: Query) -> None:
    """Raise Stuck for a denial beside a kept condition that leaves nothing out, or all of it: it was meant as another
    value ("not week 1, week 2")."""
    for cond in draft.conds:
        for kept in last.filters:
            if cond.negated and cond.op == "is" == kept.op and kept.field == cond.field and not kept.negated:
                whole = set(kept.values) <= set(cond.values)
                if whole or apart(cond, Cond(0, kept.field, "is", kept.values)):
                    raise Stuck("negation", draft.pieces[cond.at].text)


class _InThread:
    """A reading whose alternatives are tried over the same last plan."""

    def __init__(self, reading: Reading, last: Query, history: Sequence[Query]) -> None:
        self._reading, self._last, self._history = reading, last, history
        self.pieces, self.lexicon, self.settled = reading.pieces, reading.lexicon, reading.settled

    def with_piece(self, at: int, piece: Piece) -> _InThread:
        """The same fragment with one piece narrowed."""
        return _InThread(self._reading.with_piece(at, piece), self._last, self._history)

    def alone(self) -> Outcome:
        """The fragment over the same plan."""
        return overlay(self._reading, self._last, self._history)


def _laid_over(draft: Draft, last: Query, reading: Reading) -> Query:
    draft.subject = "issued" if last.subject == "reports" and last.measure.kind == "total" else last.subject
    draft.use_all("follow-up", "cue:same", "cue:instead", "cue:what_about")
    corrected = correcting(draft, last)
    if not corrected and turns(draft, last):
        return other_subject(draft, last, reading)
    draft.use_all("follow-up", "cue:anaphor")
    whole = which_ones(draft, last) or nth_place(draft, last) or counted_kind(draft, last)
    if whole is not None:
        return whole
    if entries_or_refusals(draft, last):
        _listed_or_refused(draft, last, reading)
    if last.subject in ("policies", "corrections", "caveats") or (
        last.subject == "reports" and last.measure.kind != "total"
    ):
        return same_section(draft, last, reading)
    return _same_rows(draft, last, corrected)


def _listed_or_refused(draft: Draft, last: Query, reading: Reading) -> None:
    """Raise Stuck for "how many there?" after a policy's text: refusals, or entries of Section III?"""
    word = told(draft)
    places = tuple(dict.fromkeys(places_of(draft, last)))
    refused = overlay(reading, Query(measure=Measure(kind="rows"), filters=(Filter(field="place", values=places),)))
    listed = same_section(draft, last, reading)
    if not isinstance(refused, Understood):
        raise Stuck("no_context", word)
    choices = (
        Choice(describe(refused.query, draft.lexicon), refused.query),
        Choice(describe(listed, draft.lexicon), listed),
    )
    raise Stuck("listed_or_refused", word, choices)


def _same_rows(draft: Draft, last: Query, corrected: dict[str, bool]) -> Query:
    """Refusals or detainers issued, with other conditions, another measure or another breakdown."""
    everyone = next((p for p in draft.pieces if p.words in ("everyone", "everybody")), None)
    if everyone is not None and any(f.field in ("citizenship", "offense", "disposition") for f in last.filters):
        raise Stuck("no_context", everyone.text)  # "Mexicans in Texas", "week 3 and everyone"
    before = last
    last = counted_part(draft, without(draft, last))
    slots.all_of_them(draft, last)
    main_one(draft)
    draft.axis = axis_of(last)
    collect(draft)
    withdrawn_condition(draft)
    other_end(draft, last)
    comparing = is_contrast(draft)
    scope(draft, contrast=comparing)
    joined(draft, last)
    if not draft.has("dimension"):
        _denied_in_vain(draft, last)
    turned = not_there(draft)
    parts: dict[str, Any] = {name: getattr(last, name) for name in type(last).model_fields}
    parts.update(also=None, claim=None, yes_no=False, **corrected)
    if draft.of("withdrawn") and draft.has("question:which"):
        parts.update(measure=Measure(kind="rows"), group_by=(), order=None, limit=None, having=None, nth=False)
    leads = follow_verdict.leads(draft, last, parts)
    slots.measure(draft, parts, last)
    dropped = parts.pop("dropped", ())
    if turned is not None:
        dropped = (*dropped, *(f for f in last.filters if f.field == "place" and not f.negated))
    if dropped:
        last = last.model_copy(update={"filters": tuple(f for f in last.filters if f not in dropped)})
    compared = comparing and (contrasted(draft, asked(draft), parts) or with_before(draft, last, parts))
    if last.measure.kind == "share" and last.measure.of:
        slots.part_replaced(draft, last, parts)
    if last.slices and not compared:
        slots.over_slices(draft, last, parts)
    elif not compared or "slices" not in parts or parts["slices"] == last.slices:
        parts["filters"] = slots.filters(draft, last)
    else:
        sides = {f.field for s in parts["slices"] for f in s.filters}
        kept = tuple(f for f in last.filters if not set(slots.family(f.field)) & sides)
        parts["filters"] = slots.filters(draft, last.model_copy(update={"filters": kept}))
    if turned is not None:
        parts["filters"] = in_order((*parts["filters"], turned))
    found = asked(draft)
    if found:
        slots.breakdown(draft, found, parts)
        slots.each_report(draft, parts)
    ranked = False if found else slots.ranked_anew(draft, last, parts)
    claimed = follow_verdict.claimed(draft, last, parts)
    changed = last != before or parts["measure"] != before.measure or leads or claimed or bool(corrected)
    changed = changed or parts["slices"] != before.slices
    said = draft.has("cue:everything", "measure", "compare", "cue:rows", "cue:list")
    if not (draft.conds or found or ranked or changed or said):
        if draft.has("group:by") and not last.group_by and last.measure.kind == "count":
            raise Stuck("break_by", draft.pieces[next(draft.find("group:by"))].text)
        raise Stuck("no_context", told(draft))
    for at in draft.free("group:by") if not found else ():
        if draft.pieces[at].words in ("split", "breakdown", "distribution", "makeup", "composition", "mix"):
            raise Stuck("no_context", draft.pieces[at].text)  # "what's the split in week 2?": by what?
    follow_verdict.kept(draft, before, parts)
    account(draft, "refusals" if draft.subject == "refusals" else draft.subject)
    check_dates(draft)
    query = checked(Query(**parts), draft)
    all_or_week(draft, before, query)
    total_of_what(draft, query)
    return query
