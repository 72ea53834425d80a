"""A stuck reading to an outcome: choices that are complete plans where it is a matter of which, else a reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from bot.messages import declines as say
from bot.query import Measure, Query
from bot.understand.draft import Stuck
from bot.understand.forms import forms
from bot.understand.lexicon import Lexicon
from bot.understand.outcome import Choice, Clarify, Decline, Outcome, Understood
from bot.understand.pieces import Piece
from bot.understand.places import county_label
from bot.understand.report_dates import reports_of
from bot.understand.rows import same_rows
from bot.understand.suggest import SHOWN, near, suggestions
from bot.understand.values import jails_called
from bot.understand.words import Sense


class Readable(Protocol):
    """A message that can be read again with a doubtful piece settled: by itself, or over the last plan of a thread."""

    pieces: list[Piece]
    lexicon: Lexicon
    settled: int

    def with_piece(self, at: int, piece: Piece) -> Readable: ...

    def alone(self) -> Outcome: ...


_MOST = 8
JUDGED = ("judgement", "offense_class")
"""What the rows do not say of an offense or of anybody: answered by what they do say."""
MOST_SETTLED = 6
"""How many doubtful words of one question are settled one after the other before it is given up."""


def outcome_of(stuck: Stuck, reading: Readable | None, lexicon: Lexicon) -> Outcome:
    """What to say when reading stopped."""
    if stuck.choices:
        return Clarify(stuck.code, say.question(stuck.code, stuck.word), stuck.choices, stuck.word)
    if reading is not None and stuck.code in JUDGED and reading.settled < MOST_SETTLED:
        return _judgement(stuck, reading, lexicon)
    if reading is not None and stuck.ask and reading.settled < MOST_SETTLED:
        outcomes = list(_alternatives(stuck, reading))
        return _settle(stuck, outcomes, lexicon)
    return _decline(stuck, reading, lexicon)


def _judgement(stuck: Stuck, reading: Readable, lexicon: Lexicon) -> Clarify:
    from bot.understand.judged import judged, unjudged

    at = next((k for k, p in enumerate(reading.pieces) if p.text == stuck.word and p.has("judge")), None)
    rest = reading.with_piece(at, unjudged(reading.pieces[at])).alone() if at is not None else None
    choices = judged(stuck, reading.pieces, rest, lexicon)
    return Clarify(stuck.code, say.question(stuck.code, stuck.word), choices, stuck.word)


def _decline(stuck: Stuck, reading: Readable | None, lexicon: Lexicon) -> Decline:
    weeks = [(r.start, r.end) for r in lexicon.reports]
    message = say.reason(stuck.code, stuck.word, stuck.detail, weeks)
    if (stuck.code, stuck.detail) == ("smalltalk", "thanks"):
        return Decline(stuck.code, message)
    first = reading is not None and reading.settled == 0
    asked = near(stuck.code, reading.pieces, lexicon) if reading is not None and first else suggestions(lexicon)[:SHOWN]
    return Decline(stuck.code, message, tuple(asked), stuck.word)


def _settle(stuck: Stuck, outcomes: list[tuple[str, Outcome]], lexicon: Lexicon) -> Outcome:
    """One reading left, or all with the same rows: that is the answer. Otherwise ask.

    A second doubt is asked with the first: settled by itself, it would leave the first to whichever reading came first.
    """
    asks = [o for _, o in outcomes if isinstance(o, Clarify)]
    many = next((o for _, o in outcomes if isinstance(o, Decline) and o.code in _DOUBTS), None)
    live = [(label, o) for label, o in outcomes if isinstance(o, Understood | Clarify)]
    if many is not None:
        return many
    if not live:
        reasons = sorted((o for _, o in outcomes), key=_of_one_reading)
        nested = reasons[0] if reasons else None
        return nested or Clarify(stuck.code, say.question(stuck.code, stuck.word), _general(stuck, lexicon), stuck.word)
    near_by = stuck.detail in _TELLS
    same = len(asks) == len(live) > 1 and len({tuple(c.query for c in o.choices) for o in asks}) == 1
    if asks and (same or (len(live) == 1 and not near_by)):
        return asks[0]  # the other readings are none, or the doubt is the same in all of them
    choices = tuple(_flat(live))
    plans = [c.query for c in choices]
    in_week = any(f.field in ("report", "declined_on") for q in plans for f in q.filters)
    told = near_by or stuck.code == "percent_change" or (stuck.code == "issued_and_refused" and in_week)
    if not asks and not told and (len(set(plans)) == 1 or same_rows(plans, lexicon)):
        return next(o for _, o in live if isinstance(o, Understood))
    if asks and len(choices) > _MOST:
        return _decline(stuck, None, lexicon)
    return Clarify(stuck.code, _question(stuck, asks), choices[:_MOST], stuck.word)


_TELLS = forms("choices", "tells")


def _question(stuck: Stuck, asks: list[Clarify]) -> str:
    """What is asked: of two doubts the one that says more ("the reports do not print murders")."""
    if stuck.detail in _TELLS:
        return say.question(stuck.detail, stuck.word)
    told = (o.question for o in asks if o.question in {say.question(code, o.word) for code in _TELLS})
    return next(told, say.question(stuck.code, stuck.word))


def _flat(live: Sequence[tuple[str, Outcome]]) -> Iterator[Choice]:
    """Every reading as a choice; one that is in doubt itself as one choice for each way to settle it."""
    for label, outcome in live:
        if isinstance(outcome, Understood):
            yield Choice(label, outcome.query)
        elif isinstance(outcome, Clarify):
            yield from (Choice(say.both_settled(label, c.label), c.query) for c in outcome.choices)


_DOUBTS = ("which_place", "which_facility", "country_or_state", "which_country", "region", "offense", "near")
"""Codes of what is declined because too many readings are left to be shown."""


def _of_one_reading(outcome: Outcome) -> bool:
    """Whether a reason holds of one reading alone: "LA is not listed" is false where Los Angeles is."""
    return isinstance(outcome, Decline) and outcome.code == "not_listed"


def _alternatives(stuck: Stuck, reading: Readable) -> Iterator[tuple[str, Outcome]]:
    """(label, outcome) for each sense of the word in doubt."""
    at = next((k for k, p in enumerate(reading.pieces) if p.text == stuck.word), None)
    if at is None:
        return
    if stuck.code == "issued_and_refused":
        yield from _one_subject(reading)
        return
    for label, piece in _senses(stuck, reading.pieces[at], reading.lexicon):
        yield label, reading.with_piece(at, piece).alone()


def _one_subject(reading: Readable) -> Iterator[tuple[str, Outcome]]:
    """The question asked of refusals alone, and of detainers issued alone."""
    for label, tag in ((say.REFUSED, "subject:issued"), (say.ISSUED, "subject:refusal")):
        alone = reading
        for at, piece in enumerate(reading.pieces):
            if piece.has(tag):
                alone = alone.with_piece(at, piece.narrowed(Sense("padding", "other_subject")))
        if alone is not reading:
            yield label, alone.alone()


def _senses(stuck: Stuck, piece: Piece, lexicon: Lexicon) -> Iterator[tuple[str, Piece]]:
    if stuck.code == "which_place":
        mention = piece.value("place:mention")
        for option in stuck.options:
            yield (
                option.label,
                piece.narrowed(Sense("place", "mention", mention._replace(options=(option,), forced="asked"))),
            )
        for jail in jails_called(stuck.detail, lexicon) if stuck.detail else ():
            yield jail, piece.narrowed(Sense("value", "facility", jail))
    elif stuck.code == "country_or_state":
        for sense in piece.senses:
            if sense.kind == "value" and sense.key == "citizenship":
                yield say.citizens(sense.value), piece.narrowed(sense)
                break
        mention = piece.value("place:mention")
        for option in mention.options[:1]:
            yield (
                option.label,
                piece.narrowed(Sense("place", "mention", mention._replace(options=(option,), forced="asked"))),
            )
    elif stuck.code in ("which_country", "country_wider"):
        names = [s.value for s in piece.senses if s.kind == "value" and s.key == "citizenship"]
        for name in dict.fromkeys([*names, *([stuck.detail] if stuck.code == "country_wider" else [])]):
            printed = (name,) if name in lexicon.citizenships else lexicon.printed_countries.get(name, ())
            if printed or stuck.code == "country_wider":
                yield name, piece.narrowed(Sense("value", "settled_citizenship", printed or (name,)))
    elif stuck.code == "date_from":
        yield say.on_day(piece.text), piece.narrowed(*piece.senses, Sense("forced", "is"))
        yield say.since_day(piece.text), piece.narrowed(*piece.senses, Sense("forced", "since"))
    elif stuck.code == "which_facility":
        name = piece.value("value:facility")
        for place in lexicon.facilities[name]:
            where = county_label(place.state, place.county) if place.county else place.state
            yield say.facility_in(name, where), piece.narrowed(*piece.senses, Sense("place_of", "facility", place))
    elif stuck.code == "report_or_day":
        found = reports_of(piece.value("date"), lexicon)
        if found:
            yield say.in_report_of(piece.text), piece.narrowed(Sense("value", "report", tuple(found)))
        yield say.on_day(piece.text), piece.narrowed(*piece.senses, Sense("forced", "is"))
    elif stuck.code == "percent_change":
        yield say.DIFFERENCE, piece.narrowed(Sense("padding", "percent"))
    elif stuck.code == "charges":
        yield say.ALL_OFFENSES, piece.narrowed(Sense("dimension", "offense"))
        yield say.CHARGED_OFFENSES, piece.narrowed(Sense("dimension", "offense"), Sense("charged_offense", "charge"))
    elif stuck.code == "region":
        yield from _region(stuck, piece, lexicon)
    elif stuck.code == "offense":
        yield from _offense(piece, lexicon)


def _region(stuck: Stuck, piece: Piece, lexicon: Lexicon) -> Iterator[tuple[str, Piece]]:
    from ingest.vocabulary.countries import regions

    region = next(r for r in regions() if r.name == stuck.detail)
    printed = [(m, name) for m in region.members for name in lexicon.printed_countries.get(m, ())]  # "China"
    members = tuple(dict.fromkeys(name for _, name in printed))
    without = tuple(dict.fromkeys(name for m, name in printed if m not in region.unlike))
    unlike = [name for m, name in printed if m in region.unlike]
    if members:
        yield (
            say.region(region.name, members),
            piece.narrowed(Sense("value", "settled_citizenship", members, say.region(region.name, members))),
        )
    if without and without != members:
        label = say.region_without(region.name, unlike)
        yield say.region(label, without), piece.narrowed(Sense("value", "settled_citizenship", without, label))


def _offense(piece: Piece, lexicon: Lexicon) -> Iterator[tuple[str, Piece]]:
    from ingest.vocabulary.offense_words import match_offense

    phrase = str(piece.value("value:offense"))
    found = match_offense(phrase if phrase in lexicon.offenses else piece.text, lexicon.offenses) or match_offense(
        phrase, lexicon.offenses
    )
    if found is None:
        return
    for reading in found.readings:
        if reading.offenses:
            yield reading.label, piece.narrowed(Sense("value", "settled_offense", reading.offenses, reading.label))
    if found.wider:
        label = say.every_kind(piece.text)
        yield label, piece.narrowed(Sense("value", "settled_offense", found.wider, label))


def _general(stuck: Stuck, lexicon: Lexicon) -> tuple[Choice, ...]:
    """Choices for questions too vague for alternatives of one word."""
    total = Query()
    by_report = Query.model_validate({"group_by": ({"field": "report"},), "order": "natural"})
    by_state = Query.model_validate({"group_by": ({"field": "state"},), "order": "most"})
    issued = Query(subject="reports", measure=Measure(kind="total", field="issued_nationwide"))
    return (
        Choice(say.TOTAL, total),
        Choice(say.BY_REPORT, by_report),
        Choice(say.BY_STATE, by_state),
        Choice(say.ISSUED, issued),
    )
