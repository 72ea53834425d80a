"""Fragments that ask of another section than the last plan, or of another entry of the same one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.query import Filter, Measure, Query
from bot.understand import slots
from bot.understand.draft import Draft, Stuck, in_order
from bot.understand.follow_issued import listed, no_days, told, without_what_it_lacks
from bot.understand.follow_winner import is_that
from bot.understand.forms import forms
from bot.understand.pieces import Piece
from bot.understand.pointing import its_place, lone_there, places_of
from bot.understand.policy_changes import against_before
from bot.understand.subject import counts

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


def turns(draft: Draft, last: Query) -> bool:
    """Whether the fragment asks of another section than the last plan."""
    turned = draft.has("subject:refusal") and last.subject != "refusals"
    if last.subject == "corrections":
        turned = turned and counts(draft) and not draft.has("subject:correction")
    if last.subject == "policies":
        also = any(p.words in ("also", "too", "as well") for p in draft.pieces)  # "which of these also refused?"
        turned = turned and (counts(draft) or _just_refusals(draft) or also) and not draft.has("requirement")
    if _rows_withdrawn(draft, last):
        return False
    asks = draft.has("cue:anaphor") and draft.has("question", "conjunction:and")
    requires = any(draft.pieces[at].words.startswith(_REQUIRES) for at in draft.find("subject:require"))
    if asks and last.subject != "policies" and (requires or draft.has("subject:dispute")):
        return True
    return turned or (draft.has(*_NEW_SUBJECT) and not _axis_only(draft) and not _same_words(draft, last))


def _just_refusals(draft: Draft) -> bool:
    """ "and the refusals?", "and refusals in week 1": the other list, and no verb of a policy."""
    light = (
        "padding",
        "subject:refusal",
        "conjunction:and",
        "cue:what_about",
        "function",
        "place",
        "value:report",
        "time",
    )
    return all(p.has(*light) and not p.has("question") for p in draft.pieces)


def _rows_withdrawn(draft: Draft, last: Query) -> bool:
    """ "how many of those did ICE take back?": of the rows asked about, not of the notices."""
    pointing = draft.has("function:among") or (draft.has("cue:anaphor") and draft.has("measure:count"))
    others = [tag for tag in _NEW_SUBJECT if tag != "subject:correction"]
    pointing = pointing or withdrawn_of_rows(draft.pieces, last)
    return last.subject == "refusals" and pointing and draft.has("subject:correction") and not draft.has(*others)


def which_of_groups(pieces: Sequence[Piece], last: Query) -> None:
    """Raise Stuck for "which have a policy?" after counties or states: those, and not everybody on the list."""
    content = [p for p in pieces if not p.has("padding", "conjunction:and")]
    bare = len(content) > 1 and content[0].has("question:which") and content[1].has("function:copula", "question:did")
    grouped = last.subject != "policies" and any(d.field in ("place", "state", "facility") for d in last.group_by)
    if bare and grouped and content[0].words == "which" and any(p.has("subject:policy") for p in content):
        raise Stuck("no_context", content[0].text)


def withdrawn_of_rows(pieces: Sequence[Piece], last: Query) -> bool:
    """ "how many withdrawn?", "which ones were taken back?" after refusals, with nothing else said: of those rows."""
    said = [p.words for p in pieces if p.has("subject:correction")]
    asks = any(p.has("measure:count", "question:which") for p in pieces)
    plain = all(p.has("subject:correction", *_LIGHT) for p in pieces)
    return last.subject == "refusals" and asks and plain and bool(said) and not any("correct" in w for w in said)


_LIGHT = (
    *("padding", "measure:count", "question:which", "function", "noun:detainer", "noun:ice", "conjunction"),
    *("cue:anaphor", "question:did"),
)


def entries_or_refusals(draft: Draft, last: Query) -> bool:
    """Whether a number is asked for after a policy's text, with no word for what is counted."""
    asked = last.subject == "policies" and last.measure.kind in ("text", "value")
    asked = asked and draft.has("measure:count", "cue:everything")
    named = draft.has("subject", "requirement", "value:requirement", "dimension", "noun:detainer")
    return asked and not named and bool(places_of(draft, last))


_REQUIRES = forms("follow_section", "requires")


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


def same_section(draft: Draft, last: Query, reading: Reading) -> Query:
    """Another place, report or condition for a question about policies, corrections or the reports themselves."""
    from bot.understand.assemble import assemble

    own = draft.has(*_OWN_MEASURE)
    query = assemble(draft, reading.quoted, last.subject)
    replaced = {name for f in query.filters if not f.negated for name in slots.family(f.field)}
    kept = tuple(f for f in last.filters if f.field not in replaced)
    if not query.filters and not own:
        raise Stuck("no_context", told(draft))
    if last.contrast == "except" and last.slices and not query.slices and "report" in replaced:
        return against_before(draft, last, [v for f in query.filters if f.field == "report" for v in f.values])
    shape = query if own else last.model_copy(update={"also": None})
    if own and query.subject == "policies" and query.measure.kind == "rows" and draft.has("question:when"):
        shape = query.model_copy(update={"measure": Measure(kind="value", fields=("enacted",))})  # "since when?"
    return shape.model_copy(update={"filters": in_order((*kept, *query.filters))})


def other_subject(draft: Draft, last: Query, reading: Reading) -> Query:
    """ "and how many were issued?": another section, for the same place and weeks where the fragment names none."""
    from bot.understand.assemble import assemble

    if last.slices and not draft.has("place", "value:report", "date"):
        raise Stuck("no_context", told(draft))  # "what changed from week 1 to week 2?", "in policies?"
    its_place(draft, last)
    _points_at_many(draft, last)
    query = assemble(draft, reading.quoted)
    have = {name for f in query.filters for name in slots.family(f.field)}
    stays = ("report",) if draft.has("subject:nationwide", "fragment:nation") else ("place", "report")
    kept = [f for f in last.filters if f.field in stays and f.field not in have]
    if (
        last.subject == "policies"
        and "place" not in have
        and any(f.field in ("jurisdiction", "state") for f in last.filters)
    ):
        places = places_of(draft, last)
        if len(places) != 1:
            raise Stuck("no_context", draft.pieces[0].text)
        kept.append(Filter(field="place", values=(places[0],)))
    of_policies = any(f.field in ("requirement", "criteria", "enacted", "policy") for f in last.filters)
    if last.subject == "policies" and query.subject == "refusals" and of_policies and "place" not in have:
        raise Stuck("no_context", told(draft))  # "how many policies ask for a warrant", "how many refused"
    named = have & {"place", "jurisdiction", "state", "requirement", "criteria"}
    at_a_place = any(f.field == "place" for f in kept) or any(f.field == "facility" for f in last.filters)
    if query.subject == "policies" and at_a_place and not named:
        raise Stuck("no_context", told(draft))  # "refusals in King", "policy": of that place, not of all
    if query.subject in ("policies", "corrections", "caveats"):
        stay = ("place", "report") if draft.has("cue:anaphor") else ("place",)  # "did they take it back"
        whose = query.subject == "policies" and _its(draft) and not named
        if whose and [f.field for f in last.filters] != ["report"]:
            raise Stuck("no_context", told(draft))  # "which nationality was most common", "their policy"
        kept = [f for f in kept if whose or (f.field in stay and query.subject == "corrections")]
    no_days(draft, last, query)
    if query.subject == "reports" and any(f.field == "place" for f in kept) and query.measure.kind == "total":
        query = query.model_copy(update={"subject": "issued", "measure": Measure(kind="total", field="issued")})
        listed(draft, [*query.filters, *kept])
    query = query.model_copy(update={"filters": in_order((*query.filters, *kept))})
    without_what_it_lacks(draft, last, query)
    return query


def _its(draft: Draft) -> bool:
    """Whether a word says whose the policies are: "its policies", "the policies there"."""
    return any(lone_there(p) or (p.has("cue:anaphor") and p.words in _MANY) for p in draft.pieces)


def _points_at_many(draft: Draft, last: Query) -> None:
    """Raise Stuck for "how many did they refuse" after a list: everybody's refusals were not asked for."""
    listed = last.subject in ("policies", "corrections", "caveats") or last.group_by
    for piece in draft.pieces if listed else ():
        if lone_there(piece) or (piece.has("cue:anaphor") and piece.words in _MANY):
            raise Stuck("no_context", piece.text)
    for at in range(1, len(draft.pieces)) if last.subject in ("corrections", "caveats") else ():
        if is_that(draft.pieces, at):
            raise Stuck("no_context", draft.pieces[at].text)  # "what was corrected", "how many refusals is that"


_MANY = forms("follow_section", "many")


def checked(query: Query, draft: Draft) -> Query:
    """A nationwide number narrowed to a place becomes Section I's entry."""
    if query.subject == "reports" and any(f.field == "place" for f in query.filters):
        listed(draft, list(query.filters))
        return query.model_copy(update={"subject": "issued", "measure": Measure(kind="total", field="issued")})
    if query.subject == "issued":
        listed(draft, list(query.filters))
    return query
