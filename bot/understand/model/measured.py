"""What a plan works out, held against what the interpreter's own rules work out for the same words.

A plan can have the right rows and measure another thing over them: the pages for the detainers issued, the field office
for the month of enactment, a count for a list. Each subject has one rule in the interpreter that settles this; the plan
has to come to the same.
"""

from __future__ import annotations

import json

from bot.messages import model_repair as say
from bot.query import Measure, Query
from bot.understand import policies, sections, shares, statistics
from bot.understand.conditions import collect
from bot.understand.corrected import takes_out_corrections, withdrawn_condition
from bot.understand.dims import asked
from bot.understand.draft import Draft, Stuck
from bot.understand.interpreter import Reading
from bot.understand.lists import Parts
from bot.understand.passages import correction_query
from bot.understand.subject import counts, subject_of

_REFUSALS = ("count", "share", "rate", "distinct", "statistic", "extreme", "rows")
"""Kinds that rows of Section II can be worked out by; the others have a subject of their own."""
_LISTS = ("value", "rows")
_NAMING = frozenset({"jurisdiction", "place", "county", "state"})
"""Columns that say whose row it is; a list without any of them lists nothing."""


def measure_problems(query: Query, draft: Draft, reading: Reading, last: Query | None) -> list[str]:
    """What keeps the plan's measure from being the one asked for. Raises Stuck where the rules do not settle it."""
    kept = last is not None and (last.subject, last.measure) == (query.subject, query.measure)
    if kept or query.subject == "caveats":
        return []
    if query.subject == "refusals":
        return _of_refusals(query, draft, last)
    parts = _expected(query, reading)
    measure = parts.get("measure", Measure())
    if not (_same(query.measure, measure) or _said_so(query.measure, measure, draft)):
        return [say.not_asked(f"`query.measure` {_written(query.measure)}", _written(measure))]
    if query.subject == "policies" and set(query.group_by) != set(parts.get("group_by", ())):
        by = [d.model_dump_json(exclude_defaults=True) for d in parts.get("group_by", ())]
        return [say.not_asked("this `query.group_by`", f"[{', '.join(by)}]" if by else "")]
    return []


def _of_refusals(query: Query, draft: Draft, last: Query | None) -> list[str]:
    """Statistics and first or last dates are those that the words name, of the field they name; a list is no count."""
    measure = query.measure
    if measure.kind not in _REFUSALS:
        return [say.not_asked(f"`query.measure.kind` {measure.kind}")]
    if measure.kind == "rate":
        return [] if shares.is_rate(draft) else [say.not_asked("`query.measure.kind` rate")]
    if measure.kind in ("statistic", "extreme"):
        expected = statistics.extreme(draft) if measure.kind == "extreme" else None
        expected = expected or statistics.waiting(draft) or statistics.spread(draft)
        if expected is None and last is not None and last.measure.kind == measure.kind:
            return []
        if expected != measure:
            instead = _written(expected) if expected else ""
            return [say.not_asked(f"`query.measure` {_written(measure)}", instead)]
    alone = not (query.group_by or query.slices or query.claim or last)
    if measure.kind == "count" and alone and draft.has("cue:rows", "cue:list") and not counts(draft):
        return [say.not_asked("`query.measure.kind` count", "rows")]
    return []


def _expected(query: Query, reading: Reading) -> Parts:
    """The parts that the interpreter's rule for this subject makes of the words."""
    draft = reading.draft()
    takes_out_corrections(draft)
    about = subject_of(draft)
    nationwide = query.subject == "reports" and about in ("issued", "refusals")
    draft.subject = "issued" if nationwide else query.subject
    collect(draft)
    parts: Parts = {"subject": draft.subject}
    if draft.subject == "policies":
        policies.policy_query(draft, asked(draft), reading.quoted, parts)
    elif draft.subject == "corrections":
        correction_query(draft, parts)
    elif draft.subject == "reports":
        sections.report_facts(draft, parts)
    elif draft.subject == "issued":
        withdrawn_condition(draft)
        parts["subject"], parts["measure"] = sections.issued_subject(draft, asked(draft))
        if parts["subject"] != query.subject:
            raise Stuck("subject")
    return parts


def _same(one: Measure, other: Measure) -> bool:
    """The same measure; of a list, its columns may be more, not others."""
    if one.kind in _LISTS and other.kind in _LISTS:
        if other.kind == "value":
            return set(other.fields) <= set(one.fields)
        return one.kind == "rows" and (not one.fields or not _NAMING.isdisjoint(one.fields))
    if "share" in (one.kind, other.kind):
        return one.kind == other.kind  # its part is held elsewhere
    return one == other


def _said_so(one: Measure, other: Measure, draft: Draft) -> bool:
    """What the words name more closely than the rule: a column by its name, different places by "how many places"."""
    if one.kind in _LISTS and other.kind == "rows":
        return bool(one.fields) and all(draft.has(f"dimension:{field}") for field in one.fields)
    if (one.kind, one.field, other.kind) == ("distinct", "jurisdiction", "count"):
        heads = (_head(draft, at) for at in draft.find("measure:count"))
        return any(draft.pieces[at].has("dimension:place", "dimension:county") for at in heads if at is not None)
    return False


def _head(draft: Draft, at: int) -> int | None:
    """What "how many" counts: the first word after it that is no place, value or small word."""
    light = ("function", "place", "value", "padding")
    return next((k for k in range(at + 1, len(draft.pieces)) if not draft.pieces[k].has(*light)), None)


def _written(measure: Measure) -> str:
    said = {n: v for n in ("kind", "field", "fields", "stat", "per") if (v := getattr(measure, n))}
    return json.dumps(said)
