"""Fragments that widen the last plan by a word of their own: "and nationwide?", "all four", "out of how many?"."""

from __future__ import annotations

from bot.query import Filter, Measure, Query
from bot.understand.draft import Draft, Stuck, in_order
from bot.understand.follow_winner import groups_found
from bot.understand.outcome import Choice
from bot.understand.pieces import numeral
from bot.understand.reading import describe
from bot.understand.slots import family

_PLACES = (*family("place"), "facility", "aor")
_PERIODS = ("report", "declined_on")
_LONE = ("padding", "function", "conjunction:and", "cue:what_about", "time:during", "cue:only")


def widened(draft: Draft, last: Query) -> Query | None:
    """The last plan with less said of place, week or part, where the fragment asks for that and nothing else."""
    if last.slices:
        return None
    query = _nationwide(draft, last) or _every_report(draft, last) or _out_of(draft, last) or _others(draft, last)
    if query is None:
        return None
    for at in range(len(draft.pieces)):
        draft.use(at, "follow-up")
    return query.model_copy(update={"yes_no": False, "claim": None, "leader": None, "also": None})


def _nationwide(draft: Draft, last: Query) -> Query | None:
    """ "and nationwide?" after figures of a place: the same in every place."""
    at = draft.first("subject:nationwide", "fragment:nation")
    if at is None or not all(k == at or p.has(*_LONE) for k, p in enumerate(draft.pieces)):
        return None
    kept = tuple(f for f in last.filters if f.field not in _PLACES)
    if kept == last.filters or last.subject not in ("refusals", "issued") or (last.measure.of and not _share(last)):
        return None
    if last.subject == "refusals":
        return last.model_copy(update={"filters": kept})
    if last.measure.kind != "total" or last.group_by or any(f.field != "report" for f in kept):
        return None
    nationwide = Measure(kind="total", field="issued_nationwide")
    return Query(subject="reports", measure=nationwide, filters=kept)


def _share(last: Query) -> bool:
    """Whether the part of a share is no place, so that the whole can be every place."""
    return last.measure.kind == "share" and all(f.field not in _PLACES for f in last.measure.of)


def _every_report(draft: Draft, last: Query) -> Query | None:
    """ "all four" after one of four reports: the same in all of them."""
    at = draft.first("quantifier:all")
    number = numeral(draft.pieces[at + 1]) if at is not None and at + 1 < len(draft.pieces) else None
    if at is None or number != len(draft.lexicon.reports) or draft.pieces[at].words != "all" or last.group_by:
        return None
    kept = tuple(f for f in last.filters if f.field not in _PERIODS)
    alone = all(k in (at, at + 1) or p.has(*_LONE, "dimension:report") for k, p in enumerate(draft.pieces))
    if kept == last.filters or not alone or any(len(f.values) == number for f in kept):
        return None
    return last.model_copy(update={"filters": kept})


_OUT_OF = (["out of", "how many"], ["of", "how many"], ["from", "how many"], ["among", "how many"])


def _out_of(draft: Draft, last: Query) -> Query | None:
    """ "out of how many?" after a part of the rows: how many there are with the place and the week alone."""
    content = [p.words for p in draft.pieces if not p.has("padding", "conjunction:and", "noun", "function:article")]
    part = [f for f in last.filters if f.field not in (*_PLACES, *_PERIODS)]
    if content not in _OUT_OF or last.subject != "refusals" or last.measure != Measure():
        return None
    if len(part) != 1 or last.group_by:
        return None
    return last.model_copy(update={"filters": tuple(f for f in last.filters if f not in part)})


def _others(draft: Draft, last: Query) -> Query | None:
    """ "and the others?", "the rest?" after the first of a ranking, or of one place or kind: all but what was found.

    Raises Stuck where several conditions could be the one that is turned round, and for the rest of a part.
    """
    at = draft.first("fragment:others")
    if at is None or not all(k == at or p.has(*_LONE, "measure:count") for k, p in enumerate(draft.pieces)):
        return None
    if last.group_by and last.limit and last.order and not (last.slices or last.having or last.each):
        kept = () if last.nth else groups_found(last, draft.lexicon)
        rest = tuple(f.model_copy(update={"negated": True}) for f in kept) if len(kept) == 1 else ()
        return last.model_copy(update={"limit": None, "nth": False, "filters": in_order((*last.filters, *rest))})
    one = [f for f in last.filters if f.op == "is" and not f.negated]
    if last.subject != "refusals" or last.measure != Measure() or last.group_by or not one or one != list(last.filters):
        raise Stuck("no_context", draft.pieces[at].text)
    plans = [last.model_copy(update={"filters": in_order(_turned(f, last))}) for f in one]
    if len(plans) > 1:
        choices = tuple(Choice(describe(p, draft.lexicon), p) for p in plans)
        raise Stuck("all_of_what", draft.pieces[at].text, choices)
    return plans[0]


def _turned(item: Filter, last: Query) -> list[Filter]:
    return [f.model_copy(update={"negated": True}) if f == item else f for f in last.filters]
