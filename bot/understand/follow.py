"""A fragment laid over the last plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.messages import declines as say
from bot.query import Dimension, Filter, Measure, Place, Query
from bot.understand import slots
from bot.understand.account import account
from bot.understand.choices import outcome_of
from bot.understand.conditions import collect
from bot.understand.contrast import contrasted, is_contrast
from bot.understand.coverage import check_dates
from bot.understand.dims import asked
from bot.understand.draft import Cond, Draft, Stuck, in_order
from bot.understand.outcome import Choice, Clarify, Outcome
from bot.understand.pieces import Piece
from bot.understand.places import Mention, Option
from bot.understand.reading import describe, value_words
from bot.understand.scope import apart, scope
from bot.understand.subject import counts
from bot.understand.suspicion import before_assembling
from bot.understand.words import Sense

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


def overlay(reading: Reading, last: Query) -> Outcome:
    """The last plan with the fragment's slots in place of its own."""
    from bot.understand.interpreter import understood

    draft = reading.draft(follow_up=True)
    _lone_ordinals(draft, last)
    _whole_state(draft, last)
    _plain_no(draft)
    try:
        before_assembling(draft.pieces, follow_up=True)
        query = _laid_over(draft, last, reading)
    except Stuck as stuck:
        if stuck.code == "all_of_what":
            return _which_all(stuck, last)
        return outcome_of(stuck, _InThread(reading, last), reading.lexicon)
    return understood(query, draft)


def _which_all(stuck: Stuck, last: Query) -> Clarify:
    """ "all of them": all reports for the same place and the like, or every row there is?"""
    same = last.model_copy(
        update={"filters": tuple(f for f in last.filters if f.field not in ("report", "declined_on"))}
    )
    every = last.model_copy(update={"filters": ()})
    choices = (Choice(describe(same), same), Choice(describe(every), every))
    return Clarify(stuck.code, say.question(stuck.code, stuck.word), choices, stuck.word)


def _whole_state(draft: Draft, last: Query) -> None:
    """ "no, the whole state": the state of the place asked about before."""
    at = draft.first("cue:whole_state")
    states = {p.state for p in _places_of(draft, last)}
    if at is None or len(states) != 1:
        return
    state = states.pop()
    mention = Mention(draft.pieces[at].text, (Option("state", (Place(state=state),), state),), "asked")
    draft.pieces[at] = draft.pieces[at].narrowed(Sense("place", "mention", mention))
    for k in range(at):
        if draft.pieces[k].words in ("no", "not") and draft.pieces[k].has("negation", "cue:not_given"):
            draft.pieces[k] = draft.pieces[k].narrowed(Sense("padding", "discourse"))


def _plain_no(draft: Draft) -> None:
    """ "no, report 2": what follows replaces; nothing is denied."""
    first = draft.pieces[0]
    apart = len(draft.pieces) > 1 and draft.pieces[1].gap[:1] in (",", ":", "-", ".")
    if apart and first.words in ("no", "nope", "nah"):
        draft.pieces[0] = first.narrowed(Sense("padding", "discourse"))


def _denied_in_vain(draft: Draft, last: Query) -> None:
    """Raise Stuck for a denial beside a kept condition that leaves nothing out, or all of it: it was meant as another
    value ("not week 1, week 2")."""
    for cond in draft.conds:
        for kept in last.filters:
            if cond.negated and cond.op == "is" == kept.op and kept.field == cond.field and not kept.negated:
                whole = set(kept.values) <= set(cond.values)
                if whole or apart(cond, Cond(0, kept.field, "is", kept.values)):
                    raise Stuck("negation", draft.pieces[cond.at].text)


def _lone_ordinals(draft: Draft, last: Query) -> None:
    """ "and the second?" after a question about a report."""
    if not any(f.field == "report" for f in last.filters):
        return
    for at in draft.find("ordinal"):
        key = next(s.key for s in draft.pieces[at].senses if s.kind == "ordinal")
        following = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
        if following is not None and not following.has("padding") and not following.gap:
            continue
        if key.isdigit() and int(key) <= len(draft.lexicon.reports):
            report = (draft.lexicon.reports[int(key) - 1].id,)
            draft.pieces[at] = draft.pieces[at].narrowed(Sense("value", "report", report))


class _InThread:
    """A reading whose alternatives are tried over the same last plan."""

    def __init__(self, reading: Reading, last: Query) -> None:
        self._reading, self._last = reading, last
        self.pieces, self.lexicon, self.settled = reading.pieces, reading.lexicon, reading.settled

    def with_piece(self, at: int, piece: Piece) -> _InThread:
        """The same fragment with one piece narrowed."""
        return _InThread(self._reading.with_piece(at, piece), self._last)

    def alone(self) -> Outcome:
        """The fragment over the same plan."""
        return overlay(self._reading, self._last)


def _laid_over(draft: Draft, last: Query, reading: Reading) -> Query:
    draft.subject = "issued" if last.subject == "reports" and last.measure.kind == "total" else last.subject
    draft.use_all("follow-up", "cue:same", "cue:instead", "cue:what_about")
    turned = draft.has("subject:refusal") and last.subject not in ("refusals", "corrections")
    if last.subject == "policies":
        turned = turned and counts(draft) and not draft.has("requirement")
    if turned or (draft.has(*_NEW_SUBJECT) and not _axis_only(draft) and not _same_words(draft, last)):
        return _other_subject(draft, last, reading)
    draft.use_all("follow-up", "cue:anaphor")
    if last.subject in ("policies", "corrections", "caveats") or (
        last.subject == "reports" and last.measure.kind != "total"
    ):
        return _same_section(draft, last, reading)
    slots.all_of_them(draft, last)
    collect(draft)
    comparing = is_contrast(draft)
    scope(draft, contrast=comparing)
    if not draft.has("dimension"):
        _denied_in_vain(draft, last)
    parts: dict[str, Any] = {name: getattr(last, name) for name in type(last).model_fields}
    parts.update(also=None, claim=None, yes_no=False)
    slots.measure(draft, parts, last)
    dropped = parts.pop("dropped", ())
    if dropped:
        last = last.model_copy(update={"filters": tuple(f for f in last.filters if f not in dropped)})
    compared = contrasted(draft, asked(draft), parts) if comparing else False
    if last.measure.kind == "share" and last.measure.of:
        slots.part_replaced(draft, last, parts)
    if last.slices and not compared:
        slots.over_slices(draft, last, parts)
    else:
        parts["filters"] = slots.filters(draft, last)
    found = asked(draft)
    if found:
        slots.breakdown(draft, found, parts)
    ranked = False if found else slots.ranked_anew(draft, last, parts)
    if (
        not draft.conds
        and not found
        and not ranked
        and not draft.has("cue:everything", "measure", "compare", "cue:rows", "cue:list")
    ):
        raise Stuck("no_context", draft.pieces[0].text)
    account(draft, "refusals" if draft.subject == "refusals" else draft.subject)
    check_dates(draft)
    return _checked(Query(**parts), draft)


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
        raise Stuck("no_context", draft.pieces[0].text)
    shape = query if own else last.model_copy(update={"also": None})
    return shape.model_copy(update={"filters": in_order((*kept, *query.filters))})


def _its_place(draft: Draft, last: Query) -> None:
    """ "what's its policy?": the place of the question before."""
    places = _places_of(draft, last)
    if len(places) != 1:
        return
    for at in draft.find("cue:anaphor"):
        if draft.pieces[at].words in ("its", "their", "it", "they", "there"):
            label = value_words(places[0], "place", draft.lexicon)
            option = Option("county" if places[0].county else "state", (places[0],), label)
            mention = Mention(draft.pieces[at].text, (option,), "asked")
            draft.pieces[at] = draft.pieces[at].narrowed(Sense("place", "mention", mention))
            return


def _places_of(draft: Draft, last: Query) -> list[Place]:
    """The places the last plan was about, be it by place or by their policy's entry."""
    found = [v for f in last.filters if f.field == "place" and not f.negated for v in f.values if isinstance(v, Place)]
    entries = {v for f in last.filters if f.field == "jurisdiction" and not f.negated for v in f.values}
    listed = [e for e in draft.lexicon.policies if e.jurisdiction in entries and e.state and e.county]
    return list(dict.fromkeys([*found, *(Place(state=str(e.state), county=e.county) for e in listed)]))


def _other_subject(draft: Draft, last: Query, reading: Reading) -> Query:
    """ "and how many were issued?": another section, for the same place and weeks where the fragment names none."""
    from bot.understand.assemble import assemble

    _its_place(draft, last)
    query = assemble(draft, reading.quoted)
    have = {name for f in query.filters for name in slots.family(f.field)}
    kept = [f for f in last.filters if f.field in ("place", "report") and f.field not in have]
    if last.subject == "policies" and "place" not in have and any(f.field == "jurisdiction" for f in last.filters):
        places = _places_of(draft, last)
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


def by(field: str) -> Dimension:
    """A breakdown by one field."""
    return Dimension.model_validate({"field": field})
