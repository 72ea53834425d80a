"""A fragment laid over the last plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from bot.query import Filter, Measure, Place, Query
from bot.understand import slots
from bot.understand.account import account
from bot.understand.choices import outcome_of
from bot.understand.conditions import collect
from bot.understand.contrast import contrasted, is_contrast
from bot.understand.coverage import check_dates
from bot.understand.dims import asked
from bot.understand.draft import Cond, Draft, Stuck, in_order
from bot.understand.follow_ask import break_by, which_all
from bot.understand.follow_gate import counted_part, main_one, one_of_many, other_end, settled
from bot.understand.follow_shapes import which_ones, with_before
from bot.understand.follow_total import summed
from bot.understand.follow_winner import ranked_group
from bot.understand.marks import check_marks
from bot.understand.outcome import Outcome
from bot.understand.pieces import Piece
from bot.understand.pointing import its_place, not_there, places_of, point
from bot.understand.removal import joined, without
from bot.understand.scope import apart, scope
from bot.understand.subject import counts
from bot.understand.suspicion import before_assembling

if TYPE_CHECKING:
    from bot.understand.interpreter import Reading

_NEW_SUBJECT = (
    "subject:issued",
    "subject:section_one",
    "subject:policy",
    "subject:honoring",
    "subject:correction",
    "subject:posted",
    "subject:pages",
    "subject:nationwide",
    "text",
)


def overlay(reading: Reading, last: Query, history: Sequence[Query] = ()) -> Outcome:
    """The last plan with the fragment's slots in place of its own. history: the thread's plans, the last at its end."""
    from bot.understand.interpreter import understood

    draft = reading.draft(follow_up=True)
    try:
        if not draft.pieces:
            raise Stuck("empty")
        point(draft, last)
        before_assembling(draft.pieces, follow_up=True)
        one_of_many(draft, last)
        query = summed(draft, history or (last,)) or _laid_over(draft, ranked_group(draft, last), reading)
        query = settled(query, last, draft)
        check_marks(query, draft)
    except Stuck as stuck:
        if stuck.code == "all_of_what" and not stuck.choices:
            return which_all(stuck, last, reading.lexicon)
        if stuck.code == "break_by":
            return break_by(stuck, last)
        return outcome_of(stuck, _InThread(reading, last, history), reading.lexicon)
    return understood(query, draft)


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
    if _turns(draft, last):
        return _other_subject(draft, last, reading)
    draft.use_all("follow-up", "cue:anaphor")
    which = which_ones(draft, last)
    if which is not None:
        return which
    if last.subject in ("policies", "corrections", "caveats") or (
        last.subject == "reports" and last.measure.kind != "total"
    ):
        return _same_section(draft, last, reading)
    return _same_rows(draft, last)


def _turns(draft: Draft, last: Query) -> bool:
    """Whether the fragment asks of another section than the last plan."""
    turned = draft.has("subject:refusal") and last.subject not in ("refusals", "corrections")
    if last.subject == "policies":
        turned = turned and counts(draft) and not draft.has("requirement")
    asks = draft.has("cue:anaphor") and draft.has("question", "conjunction:and")
    requires = any(draft.pieces[at].words.startswith(_REQUIRES) for at in draft.find("subject:require"))
    if asks and last.subject != "policies" and (requires or draft.has("subject:dispute")):
        return True
    return turned or (draft.has(*_NEW_SUBJECT) and not _axis_only(draft) and not _same_words(draft, last))


_REQUIRES = ("require", "demand", "ask for", "asks for", "insist", "condition")


def _same_rows(draft: Draft, last: Query) -> Query:
    """Refusals or detainers issued, with other conditions, another measure or another breakdown."""
    before = last
    last = counted_part(draft, without(draft, last))
    slots.all_of_them(draft, last)
    main_one(draft)
    collect(draft)
    other_end(draft, last)
    comparing = is_contrast(draft)
    scope(draft, contrast=comparing)
    joined(draft, last)
    if not draft.has("dimension"):
        _denied_in_vain(draft, last)
    turned = not_there(draft)
    parts: dict[str, Any] = {name: getattr(last, name) for name in type(last).model_fields}
    parts.update(also=None, claim=None, yes_no=False)
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
    changed = last != before or parts["measure"] != before.measure
    said = draft.has("cue:everything", "measure", "compare", "cue:rows", "cue:list")
    if not (draft.conds or found or ranked or changed or said):
        if draft.has("group:by") and not last.group_by and last.measure.kind == "count":
            raise Stuck("break_by", draft.pieces[next(draft.find("group:by"))].text)
        raise Stuck("no_context", _told(draft))
    account(draft, "refusals" if draft.subject == "refusals" else draft.subject)
    check_dates(draft)
    return _checked(Query(**parts), draft)


def _told(draft: Draft) -> str:
    """The whole fragment, to be named when it leans on nothing."""
    text = " ".join(p.text for p in draft.pieces if not p.has("padding"))
    return text if len(text) <= 60 else draft.pieces[0].text


_WORDS_OF = {
    "policies": ("subject:policy", "subject:honoring"),
    "corrections": ("subject:correction",),
    "reports": ("subject:posted", "subject:pages"),
    "caveats": ("text",),
}


def _same_words(draft: Draft, last: Query) -> bool:
    """Whether the subject words of a fragment are those of the question before it."""
    others = [tag for tag in _NEW_SUBJECT if tag not in _WORDS_OF.get(last.subject, ())]
    return last.subject in _WORDS_OF and not draft.has(*others) and last.measure.kind != "total"


def _axis_only(draft: Draft) -> bool:
    from bot.understand.subject import issue_axis

    return (
        draft.has("subject:issued")
        and all(issue_axis(draft, at) for at in draft.find("subject:issued"))
        and not draft.has(*[tag for tag in _NEW_SUBJECT if tag != "subject:issued"])
    )


_OWN_MEASURE = (
    "measure:count",
    "measure:share",
    "question:which",
    "question:when",
    "question:who",
    "subject:posted",
    "subject:pages",
    "subject:covers",
    "subject:period",
    "cue:list",
    "group:by",
)


def _same_section(draft: Draft, last: Query, reading: Reading) -> Query:
    """Another place, report or condition for a question about policies, corrections or the reports themselves."""
    from bot.understand.assemble import assemble

    own = draft.has(*_OWN_MEASURE)
    query = assemble(draft, reading.quoted, last.subject)
    replaced = {name for f in query.filters if not f.negated for name in slots.family(f.field)}
    kept = tuple(f for f in last.filters if f.field not in replaced)
    if not query.filters and not own:
        raise Stuck("no_context", _told(draft))
    shape = query if own else last.model_copy(update={"also": None})
    if own and query.subject == "policies" and query.measure.kind == "rows" and draft.has("question:when"):
        shape = query.model_copy(update={"measure": Measure(kind="value", fields=("enacted",))})  # "since when?"
    return shape.model_copy(update={"filters": in_order((*kept, *query.filters))})


def _other_subject(draft: Draft, last: Query, reading: Reading) -> Query:
    """ "and how many were issued?": another section, for the same place and weeks where the fragment names none."""
    from bot.understand.assemble import assemble

    its_place(draft, last)
    query = assemble(draft, reading.quoted)
    have = {name for f in query.filters for name in slots.family(f.field)}
    kept = [f for f in last.filters if f.field in ("place", "report") and f.field not in have]
    if last.subject == "policies" and "place" not in have and any(f.field == "jurisdiction" for f in last.filters):
        places = places_of(draft, last)
        if len(places) != 1:
            raise Stuck("no_context", draft.pieces[0].text)
        kept.append(Filter(field="place", values=(places[0],)))
    if query.subject in ("policies", "corrections", "caveats"):
        kept = [f for f in kept if f.field == "place" and query.subject == "corrections"]
    if query.subject == "reports" and any(f.field == "place" for f in kept) and query.measure.kind == "total":
        query = query.model_copy(update={"subject": "issued", "measure": Measure(kind="total", field="issued")})
        _listed(draft, [*query.filters, *kept])
    return query.model_copy(update={"filters": in_order((*query.filters, *kept))})


def _listed(draft: Draft, kept: list[Filter]) -> None:
    weeks = [v for f in kept if f.field == "report" and not f.negated for v in f.values]
    listed = {(e.state, e.county) for e in draft.lexicon.issued if not weeks or e.report in weeks}
    for f in kept:
        for p in f.values:
            if isinstance(p, Place) and p.county and (p.state, p.county) not in listed:
                raise Stuck("not_listed", p.county)


def _checked(query: Query, draft: Draft) -> Query:
    """A nationwide number narrowed to a place becomes Section I's entry."""
    if query.subject == "reports" and any(f.field == "place" for f in query.filters):
        _listed(draft, list(query.filters))
        return query.model_copy(update={"subject": "issued", "measure": Measure(kind="total", field="issued")})
    if query.subject == "issued":
        _listed(draft, list(query.filters))
    return query
