"""Questions back about a fragment, each choice a complete plan made from the last one."""

from __future__ import annotations

from collections.abc import Sequence

from bot.messages import declines as say
from bot.query import Dimension, Measure, Query
from bot.understand.draft import Draft, Stuck, in_order
from bot.understand.forms import forms
from bot.understand.lexicon import Lexicon
from bot.understand.outcome import Choice, Clarify, Outcome, Understood
from bot.understand.pieces import Piece
from bot.understand.reading import describe
from bot.understand.slots import family


def which_all(stuck: Stuck, last: Query, lexicon: Lexicon) -> Clarify:
    """ "all of them", "the total that week": all reports for the same place and the like, or every row there is?"""
    week = stuck.options  # "that week": the report stays, and whether the rest does is asked
    fields = () if week else ("report", "declined_on")
    same = last.model_copy(update={"filters": tuple(f for f in last.filters if f.field not in fields)})
    every = last.model_copy(update={"filters": tuple(f for f in last.filters if week and f.field == "report")})
    if same == every:
        same = last  # nothing to drop: what was asked, or it of every place?
        every = last.model_copy(update={"filters": ()})
    choices = (Choice(describe(same, lexicon), same), Choice(describe(every, lexicon), every))
    return Clarify(stuck.code, say.question(stuck.code, stuck.word), choices, stuck.word)


_WAYS = (("report", say.BY_WEEK), ("place", say.BY_PLACE), ("offense", say.BY_KIND), ("citizenship", say.BY_COUNTRY))


def break_by(stuck: Stuck, last: Query) -> Clarify:
    """ "break that down": by what?"""
    plain = last.model_copy(update={"measure": Measure(), "yes_no": False, "claim": None, "also": None})
    fixed = {f.field for f in last.filters if not f.negated and len(f.values) == 1 and f.field != "place"}
    choices = tuple(
        Choice(
            label,
            plain.model_copy(
                update={
                    "group_by": (Dimension.model_validate({"field": name}),),
                    "order": None if name == "report" else "most",
                }
            ),
        )
        for name, label in (*_WAYS, ("disposition", say.BY_DISPOSITION))
        if name not in fixed
    )
    return Clarify(stuck.code, say.question(stuck.code, stuck.word), choices, stuck.word)


_NAMED = ("value:offense", "value:settled_offense", "disposition", "value:citizenship", "value:region")


def all_or_week(draft: Draft, last: Query, query: Query) -> None:
    """Raise Stuck for "list all homicides" after one week's figures: that week's, or those of every report?"""
    weeks = tuple(f for f in last.filters if f.field in ("report", "declined_on"))
    if not weeks or any(f.field in ("report", "declined_on") and f not in weeks for f in query.filters):
        return
    for at in draft.find(*_NAMED, start=1):
        k = at - 1
        while k and draft.pieces[k].has("function:article"):
            k -= 1
        if draft.pieces[k].words.split()[-1:] == ["all"] and not draft.pieces[k + 1].gap:
            rest = tuple(f for f in query.filters if f not in weeks)
            plans = [query.model_copy(update={"filters": fs}) for fs in (in_order((*rest, *weeks)), rest)]
            choices = tuple(Choice(describe(p, draft.lexicon), p) for p in plans)
            raise Stuck("all_of_what", draft.pieces[k].text, choices)


_TOTALS = forms("follow_ask", "totals")


def total_of_what(draft: Draft, query: Query) -> None:
    """Raise Stuck for "total in Texas" after Mexicans in Texas: those once more, or everybody there?"""
    at = next((k for k in draft.find("cue:everything") if draft.pieces[k].words in _TOTALS), None)
    said = {name for c in draft.conds for name in (*family(c.field), "report", "declined_on")}
    unsaid = tuple(f for f in query.filters if f.field not in said)
    if at is None or not said or not unsaid or query.measure != Measure() or query.group_by or query.slices:
        return
    rest = query.model_copy(update={"filters": tuple(f for f in query.filters if f not in unsaid)})
    choices = tuple(Choice(describe(p, draft.lexicon), p) for p in (query, rest))
    raise Stuck("all_of_what", draft.pieces[at].text, choices)


_COUNTS = (
    "padding",
    "measure:count",
    "subject:refusal",
    "subject:issued",
    "function",
    "noun",
    "conjunction:and",
    "cue:appear",
)


def bare_count(pieces: Sequence[Piece], last: Query) -> bool:
    """ "how many were refused?", "when was the oldest issued" after a place or a week: there, or of all?"""
    narrowed = any(f.field in ("place", "state", "report", "declined_on", "jurisdiction") for f in last.filters)
    narrowed = narrowed or (last.subject == "refusals" and any(p.has("subject:issued") for p in pieces))
    narrowed = narrowed or (last.subject == "issued" and bool(last.group_by))
    narrowed = narrowed or (last.subject == "policies" and bool(last.filters))
    ranked = bool(last.group_by and last.limit) and not last.slices
    narrowed = narrowed or ranked
    extreme = any(p.has(*_EXTREME) for p in pieces)
    light = (*_COUNTS, *_EXTREME, "question:when", "dimension:day") if extreme else _COUNTS
    if ranked and last.group_by[0].field == "report":
        light = (*light, "subject:pages", "subject:posted", "question:when")  # its own, or all?
    if ranked or any(f.field == "report" for f in last.filters):
        light = (*light, "subject:nationwide")
    return narrowed and all(p.has(*light) and (p.words == "total" or not p.has("cue:everything")) for p in pieces)


_EXTREME = ("measure:oldest", "measure:newest")


def let_them(pieces: Sequence[Piece]) -> bool:
    """ "which jails let them go?": those asked about, or everybody?"""
    return any(p.has("subject:refusal") and "them" in p.words.split() for p in pieces)


def here_or_all(every: Understood, here: Outcome, lexicon: Lexicon, last: Query) -> Outcome:
    """The question between the plan of a whole question and the same laid over the last plan, where they differ."""
    if last.subject == "policies" and not isinstance(here, Understood | Clarify):
        choice = Choice(describe(every.query, lexicon), every.query)  # not of the places that the policies are of
        return Clarify("all_of_what", say.question("here_or_all", ""), (choice,))
    if isinstance(here, Clarify) and here.code in ("issued_that_day", "issued_without", "here_or_all"):
        return here
    if not isinstance(here, Understood) or here.query == every.query:
        return every
    choices = tuple(Choice(describe(plan, lexicon), plan) for plan in (here.query, every.query))
    return Clarify("all_of_what", say.question("here_or_all", ""), choices)
