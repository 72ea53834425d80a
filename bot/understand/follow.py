"""A fragment laid over the last plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.messages import declines as say
from bot.query import Dimension, Filter, Measure, Place, Query
from bot.understand import lists, shares, statistics
from bot.understand.account import account
from bot.understand.choices import outcome_of
from bot.understand.conditions import collect
from bot.understand.contrast import contrasted, is_contrast
from bot.understand.coverage import check_dates
from bot.understand.dims import asked
from bot.understand.draft import Draft, Stuck
from bot.understand.outcome import Choice, Clarify, Outcome
from bot.understand.reading import describe
from bot.understand.scope import scope
from bot.understand.suspicion import before_assembling
from bot.understand.words import Sense

if TYPE_CHECKING:
    from bot.understand.interpreter import Reading

_FAMILIES = (
    ("place", "state", "county", "jurisdiction"),
    ("report", "declined_on"),
)
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


def family(field: str) -> tuple[str, ...]:
    """The fields that speak of the same matter: a new condition on one replaces conditions on all of them."""
    return next((group for group in _FAMILIES if field in group), (field,))


def overlay(reading: Reading, last: Query) -> Outcome:
    """The last plan with the fragment's slots in place of its own."""
    from bot.understand.interpreter import Reading as Read
    from bot.understand.interpreter import understood

    draft = reading.draft(follow_up=True)
    _lone_ordinals(draft, last)
    try:
        before_assembling(draft.pieces, follow_up=True)
        query = _laid_over(draft, last, reading)
    except Stuck as stuck:
        if stuck.code == "all_of_what":
            return _which_all(stuck, last)
        return outcome_of(stuck, _InThread(reading, last, Read), reading.lexicon)
    return understood(query, draft)


def _which_all(stuck: Stuck, last: Query) -> Clarify:
    """ "all of them": all reports for the same place and the like, or every row there is?"""
    same = last.model_copy(
        update={"filters": tuple(f for f in last.filters if f.field not in ("report", "declined_on"))}
    )
    every = last.model_copy(update={"filters": ()})
    choices = (Choice(describe(same), same), Choice(describe(every), every))
    return Clarify(stuck.code, say.question(stuck.code, stuck.word), choices, stuck.word)


def _lone_ordinals(draft: Draft, last: Query) -> None:
    """ "and the second?" after a question about a report."""
    if not any(f.field == "report" for f in last.filters):
        return
    for at in draft.find("ordinal"):
        key = next(s.key for s in draft.pieces[at].senses if s.kind == "ordinal")
        if key.isdigit() and int(key) <= len(draft.lexicon.reports):
            report = (draft.lexicon.reports[int(key) - 1].id,)
            draft.pieces[at] = draft.pieces[at].narrowed(Sense("value", "report", report))


class _InThread:
    """A reading whose alternatives are tried over the same last plan."""

    def __init__(self, reading: Reading, last: Query, read: Any) -> None:
        self._reading, self._last = reading, last
        self.pieces, self.lexicon, self.settled = reading.pieces, reading.lexicon, reading.settled

    def with_piece(self, at: int, piece: Any) -> _InThread:
        return _InThread(self._reading.with_piece(at, piece), self._last, None)

    def alone(self) -> Outcome:
        return overlay(self._reading, self._last)


def _laid_over(draft: Draft, last: Query, reading: Reading) -> Query:
    draft.subject = "issued" if last.subject == "reports" and last.measure.kind == "total" else last.subject
    draft.use_all("follow-up", "cue:same", "cue:instead", "cue:what_about", "cue:anaphor")
    turned = draft.has("subject:refusal") and last.subject != "refusals"
    if turned or (draft.has(*_NEW_SUBJECT) and not _axis_only(draft)):
        return _other_subject(draft, last, reading)
    _all_of_them(draft, last)
    collect(draft)
    comparing = is_contrast(draft)
    scope(draft, contrast=comparing)
    parts: dict[str, Any] = {name: getattr(last, name) for name in type(last).model_fields}
    parts.update(also=None, claim=None, yes_no=False)
    _measure(draft, parts, last)
    dropped = parts.pop("dropped", ())
    if dropped:
        last = last.model_copy(update={"filters": tuple(f for f in last.filters if f not in dropped)})
    compared = contrasted(draft, asked(draft), parts) if comparing else False
    if last.measure.kind == "share" and last.measure.of:
        _part_replaced(draft, last, parts)
    if last.slices and not compared:
        _over_slices(draft, last, parts)
    else:
        parts["filters"] = _filters(draft, last)
    found = asked(draft)
    if found:
        _breakdown(draft, found, parts)
    ranked = False if found else _ranked_anew(draft, last, parts)
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


def _part_replaced(draft: Draft, last: Query, parts: dict[str, Any]) -> None:
    """In a share, a new value of the part's own kind takes its place; one of another kind could be either: ask."""
    kinds = {f.field for f in last.measure.of}
    new = [c for c in draft.conds if c.field in kinds]
    other = [
        c for c in draft.conds if c.field not in kinds and c.field not in ("place", "report", "declined_on", "facility")
    ]
    if other:
        raise Stuck("share_of_what", draft.pieces[other[0].at].text, ask=True)
    if new:
        draft.conds = [c for c in draft.conds if c not in new]
        kept = tuple(f for f in last.measure.of if f.field not in {c.field for c in new})
        parts["measure"] = last.measure.model_copy(update={"of": (*kept, *(c.filter() for c in new))})


def _ranked_anew(draft: Draft, last: Query, parts: dict[str, Any]) -> bool:
    """ "top 3", "and the fewest?": another order or number of the same breakdown."""
    if not last.group_by or not draft.has("limit:top", "limit:fewest", "order"):
        return False
    few = draft.has("limit:fewest", "order:fewest", "order:bottom")
    at = draft.first("limit:top", "limit:fewest")
    parts.update(order="fewest" if few else "most")
    if at is not None:
        parts["limit"] = draft.pieces[at].value("limit:fewest" if few else "limit:top")
    draft.use_all("order", "limit", "order")
    return True


def _axis_only(draft: Draft) -> bool:
    from bot.understand.subject import issue_axis

    return (
        draft.has("subject:issued")
        and all(issue_axis(draft, at) for at in draft.find("subject:issued"))
        and not draft.has(*[tag for tag in _NEW_SUBJECT if tag != "subject:issued"])
    )


def _all_of_them(draft: Draft, last: Query) -> None:
    """ "all of them" after a filtered question: every report, or no filter at all? With one filter there is no doubt."""
    words = {draft.pieces[at].words for at in draft.find("cue:everything")}
    if (
        words & {"all of them", "all of those", "all of these", "everything", "overall", "the lot", "all"}
        and last.filters
    ):
        fields = {f.field for f in last.filters}
        if len(fields) > 1 or (fields and fields != {"report"}):
            raise Stuck("all_of_what", next(iter(words)), ask=True)


def _filters(draft: Draft, last: Query) -> tuple[Filter, ...]:
    new = [c.filter() for c in draft.conds]
    replaced = {name for f in new if not f.negated for name in family(f.field)}
    if draft.has("cue:everything"):
        replaced |= {"report", "declined_on"}
    kept = [f for f in last.filters if f.field not in replaced]
    merged = Draft(draft.pieces, draft.lexicon)
    from bot.understand.draft import Cond

    merged.conds = [Cond(0, f.field, f.op, f.values, f.negated, f.label) for f in (*kept, *new)]
    return merged.filters()


def _over_slices(draft: Draft, last: Query, parts: dict[str, Any]) -> None:
    """A condition on what the slices differ by ends the comparison; any other narrows both sides."""
    differ = {f.field for s in last.slices for f in s.filters}
    if any(set(family(c.field)) & differ for c in draft.conds):
        parts.update(slices=(), contrast=None)
    parts["filters"] = _filters(draft, last)


def _measure(draft: Draft, parts: dict[str, Any], last: Query) -> None:
    if draft.subject != "refusals":
        return
    stat = next((s for tag, s in statistics.STATS if draft.has(tag)), None)
    if stat is not None and last.measure.kind == "statistic" and not draft.has("measure:wait"):
        draft.use_all("measure:statistic", *(tag for tag, _ in statistics.STATS))
        parts["measure"] = last.measure.model_copy(update={"stat": stat})
        return
    wait = statistics.waiting(draft)
    extreme = statistics.extreme(draft) if wait is None else None
    if wait is not None or extreme is not None:
        parts["measure"] = wait or extreme
    elif shares.is_share(draft) and not shares.is_rate(draft):
        _share(draft, parts, last)
    elif draft.has("cue:rows") or (draft.has("cue:list") and not draft.has("dimension", "measure:count")):
        draft.use_all("measure:rows", "cue:rows", "cue:list")
        parts.update(measure=Measure(kind="rows"), group_by=(), order=None, limit=None, having=None)
    elif draft.has("measure:count") and last.measure.kind not in ("count", "distinct", "total"):
        parts.update(measure=Measure())
    if draft.has("measure:count") and last.measure.kind == "rows":
        parts.update(measure=Measure())


def _share(draft: Draft, parts: dict[str, Any], last: Query) -> None:
    """ "what percentage is that?": the last plan's own condition is the part; places and weeks are the whole."""
    own = [c for c in draft.conds if c.field not in ("report", "declined_on")]
    if last.group_by and not own and last.measure.kind == "count":
        draft.use_all("measure:share", "measure:share")
        parts["measure"] = Measure(kind="share")
        return
    if own or draft.has("dimension"):
        measure, draft.conds = shares.share(draft)
        parts["measure"] = measure
        return
    part = [f for f in last.filters if f.field not in ("report", "declined_on")]
    if len(part) > 1:
        part = [f for f in part if f.field not in ("place", "facility")]
    if len(part) != 1 or last.measure.kind != "count":
        raise Stuck("share_of_what", ask=True)
    draft.use_all("measure:share", "measure:share")
    parts["measure"] = Measure(kind="share", of=tuple(part))
    parts["dropped"] = tuple(part)


def _breakdown(draft: Draft, found: list[Any], parts: dict[str, Any]) -> None:
    ranked = any(a.how == "which" for a in found) and not draft.has("order", "limit")
    kept = {"order": parts["order"], "limit": parts["limit"]} if ranked else {"order": None, "limit": None}
    parts.update(group_by=(), having=None, **kept)
    if parts["measure"].kind in ("rows", "extreme", "distinct"):
        parts["measure"] = Measure()
    lists.grouped(draft, found, parts)
    if parts.get("slices") and any(
        d.field in {f.field for s in parts["slices"] for f in s.filters} for d in parts["group_by"]
    ):
        parts.update(slices=(), contrast=None)


def _other_subject(draft: Draft, last: Query, reading: Reading) -> Query:
    """ "and how many were issued?": another section, for the same place and weeks where the fragment names none."""
    from bot.understand.assemble import assemble

    query = assemble(draft, reading.quoted)
    have = {name for f in query.filters for name in family(f.field)}
    kept = [f for f in last.filters if f.field in ("place", "report") and f.field not in have]
    if query.subject in ("policies", "corrections", "caveats"):
        kept = [f for f in kept if f.field == "place" and query.subject == "corrections"]
    if query.subject == "reports" and any(f.field == "place" for f in kept) and query.measure.kind == "total":
        query = query.model_copy(update={"subject": "issued", "measure": Measure(kind="total", field="issued")})
        _listed(draft, [*query.filters, *kept])
    return query.model_copy(update={"filters": (*query.filters, *kept)})


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
