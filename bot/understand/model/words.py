"""What each kind of word demands of a plan: a table, closed by default.

A piece of the question whose kind stands in no row here has to be explained by the model, and then the person is
asked; it is never passed over.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.query import Query
from bot.understand.model.keys import every_filter
from bot.understand.pieces import Piece
from bot.understand.words import Sense

CARRIES_NOTHING = (
    "gloss",
    "function",
    "padding",
    "noun",
    "suffix",
    "question",
    "conjunction",
    "measure:count",
    "cue:list",
    "cue:rows",
    "cue:appear",
    "cue:everything",
    "cue:anaphor",
    "cue:account",
    "cue:as_published",
    "cue:what_about",
    "time",
    "unit",
    "group",
    "subject:received",
    "subject:nationwide",
    "measure:together",
    "cue:mention",
    "cue:supposed",
    "cue:wants_text",
    "subject:accuracy",
    "subject:covers",
    "text",
)
COLLECTED = ("place:mention", "value", "date", "limit:gap", "disposition", "requirement", "ordinal", "relative")
"""Settled as conditions by the interpreter's own rules, and compared with the plan's filters there."""
IN_PASSAGES = ("cue", "negation:not", "dimension:day", "measure:change", "measure:count", "noun", "question",
               "measure:claim_half", "subject")  # fmt: skip
"""Words of a question about a passage; its topic is settled by the interpreter's rules."""
NEVER = ("offtopic", "not_loaded", "judge")

_SUBJECTS = {
    "subject:issued": ("issued", "reports", "refusals"),
    "subject:section_one": ("issued", "reports"),
    "subject:policy": ("policies", "caveats"),
    "subject:honoring": ("policies", "refusals"),
    "subject:require": ("policies",),
    "subject:enact": ("policies",),
    "subject:correction": ("corrections", "refusals", "issued"),
    "subject:dispute": ("corrections", "caveats"),
    "subject:refusal": ("refusals", "caveats", "corrections", "reports"),
    "subject:posted": ("reports", "corrections"),
    "subject:pages": ("reports",),
    "subject:period": ("reports",),
}
_DIMENSIONS = {
    "state": ("state", "place"),
    "county": ("county", "place", "jurisdiction"),
    "place": ("place", "county", "jurisdiction"),
    "where": ("place", "county", "state", "jurisdiction"),
    "facility": ("facility",),
    "citizenship": ("citizenship",),
    "offense": ("offense",),
    "offense_group": ("offense",),
    "disposition": ("disposition",),
    "day": ("declined_on", "issued_on"),
    "issue_date": ("issued_on",),
    "issue_year": ("issued_on",),
    "issue_month": ("issued_on",),
    "month": ("declined_on", "issued_on", "enacted"),
    "year": ("declined_on", "issued_on", "enacted"),
    "report": ("report",),
    "aor": ("aor",),
    "requirement": ("requirement", "criteria"),
}


def fields_broken_down(query: Query) -> set[str]:
    """The fields by which a plan breaks down, counts different values, lists, compares or measures."""
    found: set[str] = {d.field for d in query.group_by}
    found |= set(query.measure.fields)
    found |= {str(f) for f in (query.measure.field, query.measure.per) if f}
    return found | {f.field for f in every_filter(query)}


_DEMANDS: dict[str, Callable[[Query], bool]] = {
    "measure:share": lambda q: q.measure.kind in ("share", "rate"),
    "measure:claim_half": lambda q: q.measure.kind == "share",
    "measure:rate": lambda q: q.measure.kind in ("share", "rate"),
    "measure:average": lambda q: q.measure.stat == "average",
    "measure:median": lambda q: q.measure.stat == "median",
    "measure:minimum": lambda q: q.measure.stat == "min" or q.order == "fewest",
    "measure:maximum": lambda q: q.measure.stat == "max" or q.order == "most",
    "measure:wait": lambda q: q.measure.field == "days",
    "measure:age": lambda q: (
        q.measure.field == "days" or any(f.field in ("days", "issued_on") for f in every_filter(q))
    ),
    "measure:distinct": lambda q: q.measure.kind == "distinct",
    "measure:difference": lambda q: q.contrast == "difference",
    "measure:change": lambda q: q.contrast is not None or any(d.field == "report" for d in q.group_by),
    "measure:oldest": lambda q: q.measure.stat == "min" or q.order is not None,
    "measure:newest": lambda q: q.measure.stat == "max" or q.order is not None,
    "order:most": lambda q: q.order == "most" or q.measure.stat == "max",
    "order:common": lambda q: q.order == "most",
    "order:top": lambda q: q.order == "most" or q.measure.stat == "max",
    "order:fewest": lambda q: q.order == "fewest" or q.measure.stat == "min",
    "order:bottom": lambda q: q.order == "fewest",
    "order:chronological": lambda q: q.order == "natural",
    "limit:top": lambda q: q.limit is not None and q.order == "most",
    "limit:fewest": lambda q: q.limit is not None and q.order == "fewest",
    "limit:rank": lambda q: q.nth,
    "limit:bound": lambda q: q.having is not None or q.claim is not None,
    "bound": lambda q: q.having is not None or q.claim is not None,
    "compare": lambda q: bool(q.slices) or len(q.group_by) > 0,
    "cue:corrected": lambda q: q.corrected or q.subject == "corrections",
    "cue:both": lambda q: q.contrast in ("both", "side_by_side", "difference"),
    "cue:nothing": lambda q: q.contrast == "except",
    "cue:new": lambda q: q.contrast == "except",
    "cue:only": lambda q: bool(list(every_filter(q))) or q.having is not None or q.contrast == "except",
    "bound:single": lambda q: q.having is not None or not (q.group_by or q.measure.kind == "distinct"),
}


_NUMBERS = ("count", "distinct", "total", "share", "rate", "statistic")
_COUNTED_FACTS = {"pages", "issued_nationwide", "declined_stated"}


def _counts(query: Query) -> bool:
    """Whether a plan's answer is a number: "how many days, and which dates" is not answered by the dates."""
    return query.measure.kind in _NUMBERS or not _COUNTED_FACTS.isdisjoint(query.measure.fields) or bool(query.group_by)


def effect(piece: Piece, query: Query) -> bool | None:
    """Whether the plan does what this piece asks for, in any of its senses; None where the table has no row for it."""
    if piece.words.startswith(("how many", "number of")) and not _counts(query):
        return False
    known = [answer for answer in (_sense(sense, query) for sense in piece.senses) if answer is not None]
    return any(known) if known else None


def _sense(sense: Sense, query: Query) -> bool | None:
    tag = f"{sense.kind}:{sense.key}"
    if sense.kind in CARRIES_NOTHING or tag in CARRIES_NOTHING:
        return True
    demand = _DEMANDS.get(tag) or _DEMANDS.get(sense.kind)
    if demand is not None:
        return demand(query)
    if sense.kind == "dimension" and query.subject in ("policies", "caveats", "corrections"):
        return (
            True  # "how many jurisdictions have a policy": the rows are the jurisdictions; passages have no breakdown
        )
    if sense.kind == "dimension" and sense.key in _DIMENSIONS:
        return not fields_broken_down(query).isdisjoint(_DIMENSIONS[sense.key])
    if tag in _SUBJECTS:
        return query.subject in _SUBJECTS[tag] or any(f.field == "issued_on" for f in every_filter(query))
    if sense.kind == "number":
        return f"{sense.value if sense.value is not None else sense.key}" in _numbers(query)
    return None


def _numbers(query: Query) -> set[str]:
    found = {str(query.limit), str(query.limit or "")}
    for bound in (query.having, query.claim):
        if bound is not None:
            found |= {f"{bound.n:g}"}
    for condition in every_filter(query):
        found |= {f"{v:g}" for v in condition.values if isinstance(v, int | float) and not isinstance(v, bool)}
    return found
