"""A model's plan in the program's own spelling: names as printed, dates as dates, one way to say one thing.

Nothing is decided here. What a plan names is read by the interpreter's own rules for that name alone, and where they
do not settle it the plan keeps what it said, which no question then bears out. Labels are dropped: a name that a
reader sees is never a model's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from bot.query import Dimension, FieldName, Filter, Measure, Place, Query, Value
from bot.understand.conditions import collect
from bot.understand.draft import Cond, Stuck
from bot.understand.interpreter import Reading
from bot.understand.lexicon import Lexicon
from bot.understand.places import NYC, city_option, spelled_county
from bot.understand.reading import slice_label
from ingest.vocabulary.places import canonical_county
from ingest.vocabulary.states import canonical_state

_DATES = ("issued_on", "declined_on", "enacted", "posted_on", "period_start", "period_end")
_NAMED = ("offense", "facility", "citizenship", "aor", "jurisdiction")
_DISPOSITIONS = {"charged": "charge", "charges": "charge", "convicted": "conviction", "convictions": "conviction"}

Change = Callable[[Filter], Filter]


def settled(query: Query, lexicon: Lexicon) -> Query:
    """The plan with its names, dates and shapes settled; its `also` as well."""
    query = _dispute(query)
    shaped = _shape(over_filters(query, lambda f: _filter(f, query.subject, lexicon)))
    also = settled(query.also, lexicon) if query.also is not None else None
    return shaped.model_copy(update={"also": also})


def over_filters(query: Query, change: Change) -> Query:
    """The plan with every filter of its own changed (not those of `also`)."""
    of = tuple(change(f) for f in query.measure.of)
    return query.model_copy(
        update={
            "filters": tuple(change(f) for f in query.filters),
            "measure": query.measure.model_copy(update={"of": of}),
            "slices": tuple(
                s.model_copy(update={"filters": tuple(change(f) for f in s.filters)}) for s in query.slices
            ),
        }
    )


def labelled(query: Query, conds: Sequence[Cond], lexicon: Lexicon) -> Query:
    """The plan with the labels of the question's own conditions ("New York City"), and slices named by their values."""
    names = {(c.field, c.op, frozenset(c.values)): c.label for c in conds if c.label}

    def name(f: Filter) -> Filter:
        return f.model_copy(update={"label": names.get((f.field, f.op, frozenset(f.values)), "")})

    named = over_filters(query, name)
    slices = tuple(
        s.model_copy(update={"label": ", ".join(slice_label(f, lexicon) for f in s.filters)}) for s in named.slices
    )
    return named.model_copy(update={"slices": slices})


def _dispute(query: Query) -> Query:
    """What a place disputes is told with what ICE took back there: paragraphs of the reports name no single place."""
    topics = {v for f in query.filters if f.field == "topic" for v in f.values}
    if query.subject != "caveats" or not any(f.field == "place" for f in query.filters):
        return query
    if not topics <= {"disputed", "correction"}:
        return query
    kept = tuple(f for f in query.filters if f.field != "topic")
    return query.model_copy(update={"subject": "corrections", "filters": kept})


def _filter(condition: Filter, subject: str, lexicon: Lexicon) -> Filter:
    values = tuple(_value(v, condition.field, lexicon) for v in condition.values)
    plain = condition.model_copy(update={"values": values, "label": ""})
    if condition.field == "place":
        return _places(plain, subject, lexicon)
    if condition.field in _NAMED and condition.op == "is":
        found = [_named(str(v), condition.field, subject, lexicon) for v in values]
        return plain.model_copy(update={"values": tuple(dict.fromkeys(v for many in found for v in many))})
    return plain


def _value(value: Value, field: str, lexicon: Lexicon) -> Value:
    if isinstance(value, date) and field not in _DATES:
        return value.isoformat()
    if not isinstance(value, str):
        return _place(value, lexicon) if isinstance(value, Place) else value
    if field in _DATES:
        return _date(value)
    if field == "state":
        state = canonical_state(value)
        return state.name if state else value
    return _DISPOSITIONS.get(value.lower(), value) if field == "disposition" else value


def _date(text: str) -> Value:
    """ISO, or a month as ISO writes it."""
    try:
        return date.fromisoformat(text if len(text) != len("2017-02") else f"{text}-01")
    except ValueError:
        return text


def _place(place: Place, lexicon: Lexicon) -> Place:
    state = canonical_state(place.state)
    if state is None:
        return place
    if place.county is None:
        return place.model_copy(update={"state": state.name})
    known = canonical_county(place.county, state.name)
    name = spelled_county(known, lexicon) if known is not None else place.county
    return place.model_copy(update={"state": lexicon.printed_states.get(state.name, state.name), "county": name})


def _places(condition: Filter, subject: str, lexicon: Lexicon) -> Filter:
    """Places as the subject's view has them: Section III by its entries, Section I with New York City as one."""
    places = tuple(v for v in condition.values if isinstance(v, Place))
    if subject == "policies":
        names = [e.jurisdiction for p in places for e in lexicon.policies if _entry(e.town, e.county, e.state, p)]
        if names:
            return Filter(field="jurisdiction", values=tuple(dict.fromkeys(names)), negated=condition.negated)
    city = Place(state="New York", county=NYC)
    if subject == "issued" and city in lexicon.issued_places and set(city_option(NYC, lexicon).places) == set(places):
        return condition.model_copy(update={"values": (city,)})
    return condition


def _entry(town: str | None, county: str | None, state: str | None, place: Place) -> bool:
    """Whether an entry of Section III is this place's; a state alone is a condition of its own."""
    if state != place.state or not (place.county or place.city):
        return False
    if place.city:
        return town == place.city and place.county in (None, county)
    return (county == place.county and not town) or town == place.county


def _named(text: str, field: FieldName, subject: str, lexicon: Lexicon) -> tuple[Value, ...]:
    """What the interpreter takes a name for, when it is one condition on this field and nothing else."""
    if text in {"offense": lexicon.offenses, "facility": lexicon.facilities}.get(field, ()):
        return (text,)
    draft = Reading.of(text, lexicon).draft()
    draft.subject = "policies" if field in ("aor", "jurisdiction") else subject
    try:
        collect(draft)
    except Stuck:
        return (text,)
    rest = [p for p in draft.pieces if not p.used and not p.has("function", "conjunction", "noun", "suffix")]
    if len(draft.conds) != 1 or draft.conds[0].field != field or rest:
        return (text,)
    return draft.conds[0].values


def _shape(query: Query) -> Query:
    """One way to say one thing: counties are places, Section I's and the nationwide numbers are totals."""
    measure = query.measure
    update: dict[str, object] = {"group_by": tuple(dict.fromkeys(_dimension(d) for d in query.group_by))}
    fields = set(measure.fields) | ({measure.field} if measure.field else set())
    if query.subject == "reports" and measure.kind in ("value", "total") and fields == {"issued_nationwide"}:
        measure = Measure(kind="total", field="issued_nationwide")
    elif query.subject == "issued" and measure.kind in ("value", "rows") and "issued" in fields:
        if fields & {"place", "county", "state"}:
            update["group_by"] = (Dimension(field="place"),)
        measure = Measure(kind="total", field="issued")
    if measure.field == "county" or measure.per == "county":
        measure = measure.model_copy(
            update={name: "place" for name in ("field", "per") if getattr(measure, name) == "county"}
        )
    return query.model_copy(update={**update, "measure": measure})


def _dimension(dimension: Dimension) -> Dimension:
    """A county's name alone is several counties'; a date without a bucket is by day."""
    if dimension.field == "county":
        return dimension.model_copy(update={"field": "place"})
    if dimension.field in ("declined_on", "issued_on") and dimension.bucket is None:
        return dimension.model_copy(update={"bucket": "day"})
    return dimension
