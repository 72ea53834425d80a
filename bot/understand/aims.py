"""Whether a plan's figure is the one asked for: questions that two figures answer, and those that none does.

Part of the last gate. Each rule stands for a figure that came out once instead of another: a request by ICE counted
as a refusal, a policy counted once in every report that lists it, a share turned round.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.messages import declines as say
from bot.query import Dimension, Filter, Measure, Place, Query, Value
from bot.understand.draft import Draft, Stuck
from bot.understand.forms import forms
from bot.understand.outcome import Choice
from bot.understand.pieces import Piece
from bot.understand.places import NYC

_REQUESTS = forms("aims", "requests")
_ASKED_BY_ICE = forms("aims", "asked_by_ice")
_ENTRIES = forms("aims", "entries")
_TAKEN_BACK = forms("aims", "taken_back")
_NOT = forms("aims", "not")
_HONOR = forms("aims", "honor")
_PLACES = ("place", "county", "state", "where")
_BOROUGHS = frozenset({"New York", "Kings", "Queens", "Bronx", "Richmond"})
_SHARE_VERBS = ("question:did", "function:copula", "cue:account")


def check_aim(query: Query, draft: Draft) -> None:
    """Raises Stuck, with the figures to choose from where the plans hold them, when the plan's may be another."""
    words = [w for p in draft.pieces if not p.has("padding") for w in p.words.split()]
    if query.subject == "refusals":
        _requests(query, draft, words)
        _issued_spread(query, draft)
        _honoring(query, draft, words)
        _turned_round(query, draft)
        _rate_of_one(query, draft)
        _half_of_how_many(query, draft, words)
        _series(query, draft)
        _by_day(query, [w for p in draft.pieces for w in p.text.lower().split()])
        _when_changed(query, draft)
    elif query.subject == "policies":
        _policies(query, draft, words)
    _issued(query, draft, words)
    _week_of_month(draft.pieces)
    _boroughs(query, draft)


def _ask(code: str, word: str, *choices: tuple[str, Query]) -> Stuck:
    return Stuck(code, word, tuple(Choice(label, query) for label, query in choices))


def _issued_plan(query: Query) -> Query:
    """Detainers issued, under the same conditions: Section I where a place is named, else nationwide."""
    placed = [f for f in query.filters if f.field == "place"]
    if not placed and not query.group_by:
        measure = Measure(kind="total", field="issued_nationwide")
        return Query(subject="reports", measure=measure, filters=query.filters)
    filters = tuple(f.model_copy(update={"values": _listed_as(f)}) if f in placed else f for f in query.filters)
    measure = Measure(kind="total", field="issued")
    return query.model_copy(update={"subject": "issued", "measure": measure, "filters": filters, "yes_no": False})


def _listed_as(places: Filter) -> tuple[Value, ...]:
    """New York City is one entry of Section I."""
    return (Place(state="New York", county=NYC),) if places.label == NYC else places.values


def _requests(query: Query, draft: Draft, words: Sequence[str]) -> None:
    """ "how many holds did ICE request from Maricopa", "detainers in King County": issued or refused?

    A request is asked about in any case; a "detainer" where Section I gives the county a number of its own.
    """
    at = next(draft.find("noun:detainer"), None)
    if at is None or draft.has("subject:refusal", "measure:wait", "measure:oldest", "measure:newest"):
        return
    piece = draft.pieces[at]
    by_ice = "ice" in words and bool(set(words) & set(_ASKED_BY_ICE[1:]))
    to = at + 1 < len(draft.pieces) and draft.pieces[at + 1].words == "to"
    request = to or bool(set(piece.words.split()) & set(_REQUESTS))
    plain = {f.field for f in query.filters} <= {"report", "place", "state"} and query.measure.kind == "count"
    plain = plain and not query.slices and not query.corrected and not query.claim
    fits = {d.field for d in query.group_by} <= ({"place", "state"} if request else set())
    if plain and fits and (request or _numbered(query, draft)):
        raise _ask("issued_and_refused", piece.text, (say.ISSUED, _issued_plan(query)), (say.REFUSED_ONES, query))
    if by_ice:
        raise Stuck("unmarked", piece.text)


def _numbered(query: Query, draft: Draft) -> bool:
    """Whether Section I has a number for every county asked about, in the weeks asked about."""
    places = [f for f in query.filters if f.field == "place"]
    reports = {v for f in query.filters if f.field == "report" and not f.negated for v in f.values}
    listed = {(e.state, e.county) for e in draft.lexicon.issued if not reports or e.report in reports}
    return bool(places) and all(
        not f.negated and {(getattr(v, "state", None), getattr(v, "county", None)) for v in _listed_as(f)} <= listed
        for f in places
    )


def _issued_spread(query: Query, draft: Draft) -> None:
    """ "average number of detainers issued per week": of those issued, not refused."""
    at = draft.first("subject:issued", "padding:other_subject")
    if query.measure.kind != "statistic" or query.measure.per is None or at is None or draft.has("subject:refusal"):
        return
    if query.measure.per != "report" or not {f.field for f in query.filters} <= {"report"}:
        raise Stuck("unmarked", draft.pieces[at].text)
    measure = Measure(kind="statistic", field="issued_nationwide", stat=query.measure.stat)
    issued = Query(subject="reports", measure=measure, filters=query.filters)
    raise _ask("issued_and_refused", draft.pieces[at].text, (say.ISSUED, issued), (say.REFUSED_ONES, query))


def _honoring(query: Query, draft: Draft, words: Sequence[str]) -> None:
    """ "which places will not honor detainers at all": what their policies say, not how many they refused."""
    if not (query.group_by or query.measure.kind == "distinct") or not set(words) & set(_HONOR):
        return
    if not set(words) & set(_NOT) and not any(p.words.startswith("not ") for p in draft.pieces):
        return
    at = next(k for k, p in enumerate(draft.pieces) if set(p.words.split()) & set(_HONOR))
    if at and draft.pieces[at - 1].words in ("did", "that did", "which did"):
        return  # "detainers they did not honor": what was done, and no rule
    word = draft.pieces[at].text
    kept = tuple(f for f in query.filters if f.field in ("report", "place", "state"))
    none = Filter(field="requirement", values=("no_holds",), label=say.HONORS_NONE)
    rows = Measure(kind="rows", fields=("jurisdiction", "enacted", "policy"))
    listed = Query(subject="policies", measure=rows, filters=(*kept, none))
    raise _ask("figure", word, (say.POLICIES_NONE, listed), (say.REFUSED, query))


def _turned_round(query: Query, draft: Draft) -> None:
    """ "percent by offense among Mexicans": of the Mexicans by offense, or the Mexicans' part of each offense?"""
    at = draft.first("measure:share")
    group = draft.first("dimension")
    if query.measure.kind != "share" or not query.measure.of or not query.group_by or at is None or group is None:
        return
    last = max((k for k, p in enumerate(draft.pieces) if p.used.startswith("filter")), default=-1)
    whole = at + 1 < len(draft.pieces) and draft.pieces[at].words.startswith("as ")
    if not whole and (last < group or draft.first(*_SHARE_VERBS, start=group, stop=max(last, group)) is not None):
        return
    inside = query.model_copy(
        update={"measure": Measure(kind="share"), "filters": (*query.filters, *query.measure.of), "claim": None}
    )
    raise _ask("share_of_what", draft.pieces[at].text, (say.SPREAD_INSIDE, inside), (say.PART_OF_EACH, query))


def _rate_of_one(query: Query, draft: Draft) -> None:
    """ "percent of detainers Denver refused", "of Cook's detainers refused": how many it was sent is not known."""
    if query.measure.kind != "share" or {f.field for f in query.measure.of} != {"place"}:
        return
    at = draft.first("subject:refusal")
    place = draft.first("place", stop=at)
    counted = draft.first("noun:detainer", stop=at)
    if at is None or place is None or counted is None or draft.pieces[at].words.endswith("s"):
        return
    between = {p.words for p in draft.pieces[counted:at]}
    apart = not between.isdisjoint(("is", "are", "was", "were")) and ("that" not in between or place > counted)
    if apart or at in (place + 1, place + 2):  # "percent of detainers refused": of those refused, and by whom?
        raise Stuck("rate_of_place")


def _half_of_how_many(query: Query, draft: Draft, words: Sequence[str]) -> None:
    """ "half of all refusals are from how many states": no plan adds up groups until they make a half."""
    asked = any(a == "how" and b == "many" for a, b in pairwise(words))
    if query.measure.kind == "share" and query.group_by and asked and draft.has("measure:claim_half"):
        raise Stuck("unmarked", draft.pieces[next(draft.find("measure:claim_half"))].text)


def _series(query: Query, draft: Draft) -> None:
    """ "refusals by week for Denver and Harris": a line for each place, or their sum."""
    places = [f for f in query.filters if f.field == "place" and not f.negated and len(f.values) > 1 and not f.label]
    if query.measure.kind != "count" or len(places) != 1 or [d.field for d in query.group_by] != ["report"]:
        return
    if query.having or query.limit or query.claim or query.order in ("most", "fewest"):
        return
    each = query.model_copy(update={"group_by": (Dimension(field="place"), *query.group_by)})
    word = next((p.text for p in draft.pieces if p.has("place")), "")
    raise _ask("figure", word, (say.EACH_PLACE, each), (say.PLACES_TOGETHER, query))


def _by_day(query: Query, words: Sequence[str]) -> None:
    """ "quietest day in week 2": a day by its refusals, not a wait in days; and days without any are in no row."""
    ranked = ("busiest", "quietest", "slowest", "slow", "quiet", "busy", "best", "worst", "biggest", "smallest")
    for first, second in pairwise(words):
        by_wait = query.measure.field == "days" or first in ("quietest", "quiet", "slow", "slowest")
        if first in ranked and second in ("day", "days") and by_wait:
            raise Stuck("unmarked", f"{first} {second}")


def _when_changed(query: Query, draft: Draft) -> None:
    """ "when did refusals go up": the day with the most is no day of a rise."""
    first = next((p for p in draft.pieces if not p.has("padding")), None)
    ranked = query.limit is not None and any(d.field == "declined_on" for d in query.group_by)
    changed = next(draft.find("measure:change"), None)
    if ranked and first is not None and first.has("question:when") and changed is not None:
        raise Stuck("unmarked", draft.pieces[changed].text)


def _policies(query: Query, draft: Draft, words: Sequence[str]) -> None:
    """A policy stands in every report that lists it; bodies of one kind are no condition of Section III."""
    if query.measure.kind not in ("count", "distinct") or query.slices:
        return
    kinds = {"county", "counties", "city", "cities", "town", "towns", "municipal"}
    loose = (p for p in draft.pieces if not p.used.startswith("filter") and not p.has("place", "value"))
    said = next((p for p in loose if set(p.words.split()) & kinds), None)
    if said is not None and not query.group_by:
        raise Stuck("unmarked", said.text)
    if query.measure.kind == "distinct" or query.claim or query.yes_no or len(draft.lexicon.reports) < 2:
        return
    if any(f.field == "report" for f in query.filters) or any(d.field == "report" for d in query.group_by):
        return
    newest = draft.lexicon.newest
    if newest is None:
        return
    latest = (Filter(field="report", values=(newest.id,)), *query.filters)
    each = query.model_copy(update={"group_by": (Dimension(field="report"),), "order": "natural"})
    distinct = query.model_copy(update={"measure": Measure(kind="distinct", field="jurisdiction")})
    by_report = [] if query.group_by else [(say.IN_EACH_REPORT, each)]
    raise _ask(
        "repeats",
        next((p.text for p in draft.pieces if p.has("subject:policy")), ""),
        (say.IN_NEWEST, query.model_copy(update={"filters": latest})),
        *by_report,
        (say.DIFFERENT_BODIES, distinct),
    )


def _issued(query: Query, draft: Draft, words: Sequence[str]) -> None:
    """Detainers issued: the lowest of which list, entries or their sum, what ICE took back of which."""
    if not draft.has("subject:issued", "subject:section_one"):
        return
    word = draft.pieces[next(draft.find("subject:issued", "subject:section_one"))].text
    stated = query.measure.field == "issued_nationwide"
    said = draft.has("subject:nationwide")
    reports = tuple(f for f in query.filters if f.field == "report")
    listed = Measure(kind="total", field="issued")
    if stated and not said and query.measure.stat in ("min", "max") and reports:
        order = "fewest" if query.measure.stat == "min" else "most"
        lowest = Query(
            subject="issued",
            measure=listed,
            filters=reports,
            group_by=(Dimension(field="place"),),
            order=order,
            limit=1,
        )
        raise _ask("figure", word, (say.ISSUED_LISTED, lowest), (say.ISSUED_NATIONWIDE, query))
    if query.subject == "issued" and query.measure == listed and set(words) & set(_ENTRIES) and "many" in words:
        entries = query.model_copy(update={"measure": Measure()})
        raise _ask("figure", word, (say.ENTRIES, entries), (say.ISSUED_LISTED, query))
    back = set(words) & set(_TAKEN_BACK)
    if not back or not set(words) & {"total", "totals", "sum"} or draft.has("subject:refusal"):
        return
    if (stated and query.corrected) or (query.subject == "corrections" and query.measure.kind == "count"):
        section = Query(subject="issued", measure=listed, filters=reports, corrected=True)
        nation = Query(subject="reports", measure=Measure(kind="total", field="issued_nationwide"), filters=reports)
        raise _ask("figure", word, (say.ISSUED_CORRECTED, section), (say.ISSUED_NATIONWIDE, nation))


def _week_of_month(pieces: Sequence[Piece]) -> None:
    """ "last week of April": seven days of that month, not the report of that number."""
    for at, piece in enumerate(pieces[:-2]):
        ordinal = piece.has("value:report") and piece.words.endswith(("week", "weeks"))
        if (
            ordinal
            and pieces[at + 1].words in ("of", "in")
            and pieces[at + 2].has("date:month")
            and not pieces[at + 1].gap
        ):
            raise Stuck("unmarked", f"{piece.text} {pieces[at + 1].text} {pieces[at + 2].text}")


def _boroughs(query: Query, draft: Draft) -> None:
    """Boroughs are New York City's alone, each of them."""
    said = [p for p in draft.pieces if {"borough", "boroughs"} & set(p.words.split()) and not p.has("place:mention")]
    if not said:
        return  # "the five boroughs of New York" is the city
    values = [v for f in query.filters if f.field == "place" for v in f.values]
    inside = bool(values) and all(getattr(v, "county", None) in _BOROUGHS for v in values)
    split = query.group_by or query.slices or query.measure.kind == "distinct"
    many = any("boroughs" in p.words for p in said) and not split
    if not inside or many:
        raise Stuck("unmarked", said[0].text)
