"""Numbers with a bound: "ten or more", "at least 5", "more than a year old", "top 5"; and gaps in days."""

from __future__ import annotations

from typing import NamedTuple

from bot.understand.forms import forms
from bot.understand.idioms import fold_idioms
from bot.understand.pieces import Piece, Rule, merged, numeral, rewrite
from bot.understand.ranges import days_of, next_day
from bot.understand.words import Sense

_UNIT_DAYS = {"day": 1, "week": 7, "month": 30.4375, "year": 365}
_OF_AGE = forms("bounds", "of_age")
SIGNS = {">": "after", "<": "before", ">=": "since", "<=": "until"}
"""What a sign says before a date; as words they are bounds of a number: "over 10", and "over July 3" is within."""
_OPS = ("at_least", "at_most", "over", "under", "exactly")


class Bound(NamedTuple):
    """A number and which side of it: over, at_least, under, at_most, is."""

    op: str
    n: float


class Gap(NamedTuple):
    """A bound on the days between issue and refusal, with the words for it ("1 year")."""

    op: str
    days: float
    words: str


def _op(piece: Piece) -> str:
    for sense in piece.senses:
        if sense.kind == "bound" and sense.key in _OPS:
            return "is" if sense.key == "exactly" else sense.key
        if sense.kind == "bound" and sense.key in ("or_more", "or_less"):
            return "at_least" if sense.key == "or_more" else "at_most"
    return ""


def _bound(run: list[Piece]) -> Piece | None:
    number = next((n for p in run if (n := numeral(p)) is not None), None)
    op = next((o for p in run if (o := _op(p))), "")
    dated = any(p.has("date:day", "date:range", "date:month") for p in run)
    aged = any(p.has("date:year") for p in run) and (run[0].words.startswith(_OF_AGE) or run[0].text in SIGNS)
    if number is None or not op or dated or aged:  # "older than 2015", "issued > 2016": no 2015 refusals
        return None
    return merged(run, Sense("limit", "bound", Bound(op, number)))


def _article_bound(run: list[Piece]) -> Piece | None:
    if run[1].words not in ("a", "an") or not _op(run[0]):
        return None
    return merged(run[:2], Sense("limit", "bound", Bound(_op(run[0]), 1)))


def _gap_unit(piece: Piece) -> str:
    word = piece.words.rstrip("s")
    unit = {"yr": "year", "wk": "week"}.get(word, word)
    return unit if unit in _UNIT_DAYS else ""


def _gap(run: list[Piece]) -> Piece | None:
    """ "more than a year", "at least 30 days": a bound and a unit of time."""
    unit = _gap_unit(run[1])
    bound = run[0].value("limit:bound")
    if not unit:
        return None
    days = bound.n * _UNIT_DAYS[unit]
    words = f"{bound.n:g} {unit}{'' if bound.n == 1 else 's'}"
    op = bound.op
    if len(run) > 2 and run[2].has("bound:or_more", "bound:or_less"):
        op = _op(run[2])
    return merged(run, Sense("limit", "gap", Gap(op, round(days), words)))


def _gap_between(run: list[Piece]) -> list[Piece] | None:
    """ "between 10 and 20 days old": at least the one and at most the other."""
    low, high, unit = numeral(run[1]), numeral(run[3]), _gap_unit(run[4])
    if low is None or high is None or not unit or low >= high:
        return None
    sides = ((run[:2], "at_least", low), (run[2:], "at_most", high))
    gaps = [
        (part, Gap(op, round(n * _UNIT_DAYS[unit]), f"{n:g} {unit}{'' if n == 1 else 's'}")) for part, op, n in sides
    ]
    return [merged(part, Sense("limit", "gap", gap)) for part, gap in gaps]


def _in_weeks(run: list[Piece]) -> list[Piece] | None:
    """ "counties that refused in more than three weeks": reports, not a wait. "In less than three weeks" is a wait."""
    if run[0].words not in ("in", "during") or run[1].words.startswith(("less", "under", "within")):
        return None
    reports = [s for s in run[2].senses if s.kind == "dimension"]
    return [*run[:2], run[2].narrowed(*reports)] if reports else None


def _a_unit(run: list[Piece]) -> Piece | None:
    """ "more than a year"."""
    made = _article_bound(run)
    return _gap([made, run[2]]) if made is not None else None


def _unit_then_bound(run: list[Piece]) -> Piece | None:
    """ "30 days or more", "a year or longer"."""
    number = numeral(run[0]) if not run[0].has("function:article") else 1
    unit = _gap_unit(run[1])
    if number is None or not unit or not _op(run[2]):
        return None
    days = round(number * _UNIT_DAYS[unit])
    return merged(run, Sense("limit", "gap", Gap(_op(run[2]), days, f"{number:g} {unit}{'' if number == 1 else 's'}")))


def _top(run: list[Piece]) -> Piece | None:
    number = next((n for p in run if (n := numeral(p)) is not None), None)
    if number is None or number != int(number) or not 1 <= number <= 1000 or any(p.has("date:year") for p in run):
        return None
    fewest = any(p.has("order:bottom", "order:fewest") for p in run)
    return merged(run, Sense("limit", "fewest" if fewest else "top", int(number)))


def _single_most(run: list[Piece]) -> list[Piece]:
    """ "the single busiest day": the very busiest, and no bound on its figure."""
    return [run[0].narrowed(Sense("function", "article")), run[1]]


def _end_of_wait(run: list[Piece], end: str) -> list[Piece]:
    """ "the biggest gap between issue and refusal" is the longest."""
    return [run[0].narrowed(Sense("measure", end)), run[1]]


def _plain_average(run: list[Piece]) -> list[Piece] | None:
    """ "mean age", "the mean number of days", "mean refusals": nobody asks what something means."""
    if not run[0].has("text:definition") or (run[1].has("subject:refusal") and run[0].first):
        return None
    return [run[0].narrowed(Sense("measure", "average")), *run[1:]]


class Rank(NamedTuple):
    """One place in a ranking: the second most, the third fewest."""

    place: int
    order: str


def _place(piece: Piece) -> int | None:
    key = next((s.key for s in piece.senses if s.kind == "ordinal"), "")
    return int(key) if key.isdigit() else None


def _ranked(run: list[Piece]) -> Piece | None:
    """ "second most", "the third-largest": not the first, which is the most itself."""
    place = _place(run[0])
    few = any(p.has("order:fewest", "order:bottom") for p in run)
    if place is None or run[0].words in ("initial", "earliest", "oldest"):
        return None
    if place == 1:
        return merged(run, Sense("order", "fewest" if few else "most"))
    return merged(run, Sense("limit", "rank", Rank(place, "fewest" if few else "most")))


def _verb_ranked(run: list[Piece]) -> Piece | None:
    """ "ranks second", "came in third", "in second place"."""
    ordinal = next(p for p in run if p.has("ordinal"))
    if run[-1].has("dimension:place") and run[-1].words != "place":
        return None
    made = _ranked([ordinal])
    return merged(run, *made.senses) if made is not None else None


def _number_ranked(run: list[Piece]) -> Piece | None:
    """ "number two", "no. 3": a place in a ranking."""
    place = numeral(run[1])
    if run[0].words not in ("number", "#", "no", "no.") or place is None or place != int(place) or not 2 <= place <= 50:
        return None
    return merged(run, Sense("limit", "rank", Rank(int(place), "most")))


def _without_place(pieces: list[Piece]) -> list[Piece]:
    """A verb of ranking with no place behind it: "comes in week 2" is plain, "ranks" is left to be explained."""
    for at, piece in enumerate(pieces):
        if piece.has("order:rank_verb"):
            plain = piece.words.startswith(("come", "came", "coming"))
            pieces[at] = piece.narrowed(Sense("function", "ice_verbs") if plain else Sense("unplaced", "rank"))
    return pieces


_RULES = (
    Rule(
        "bound:single order:most|order:fewest|order:common|measure:wait|measure:maximum", lambda run: _single_most(run)
    ),
    Rule("order:rank_verb order:most|order:fewest|order:top", lambda run: merged(run, *run[1].senses)),
    Rule("order:rank_verb function:article? ordinal dimension:place?", _verb_ranked),
    Rule("ordinal order:most|order:common|order:fewest", _ranked),
    Rule("ordinal dimension:place", _verb_ranked),
    Rule("order:runner_up", lambda run: merged(run, Sense("limit", "rank", Rank(2, "most")))),
    Rule("unit:day time:before|time:after date:day", next_day),
    Rule("ordinal:1|ordinal:last number unit:day function:preposition date:month", days_of),
    Rule("ordinal:1|ordinal:last unit:day function:preposition date:month", days_of),
    Rule("number|function:article unit bound:or_more|bound:or_less", _unit_then_bound),
    Rule("time:between number conjunction:and number unit", _gap_between),
    Rule("bound:over|bound:under|bound:at_least|bound:at_most|bound:exactly number", _bound),
    Rule("bound:or_more function:preposition number", lambda run: _and_more_than(run)),
    Rule("number bound:or_more|bound:or_less", _bound),
    Rule("order:most measure:wait", lambda run: _end_of_wait(run, "maximum")),
    Rule("order:fewest measure:wait", lambda run: _end_of_wait(run, "minimum")),
    Rule("measure:average function:article? measure:age|measure:wait|unit:day|measure:count", _plain_average),
    Rule("measure:average subject:refusal", _plain_average),
    Rule("cue:only number", lambda run: _only_so_many(run)),
    Rule("bound:over|bound:under|bound:at_least|bound:at_most|bound:exactly multiple", lambda run: _times(run)),
    Rule("multiple", lambda run: _times(run)),
    Rule("limit:bound measure:times", lambda run: merged(run, Sense("limit", "times", run[0].value("limit:bound")))),
    Rule("number measure:times", lambda run: _times(run)),
    Rule("bound:over|bound:under|bound:at_least|bound:at_most function:article unit", _a_unit),
    Rule("limit:bound unit bound:or_more|bound:or_less|bound:over?", _gap),
    Rule("order:top|order:bottom number", _top),
    Rule("number order:most|order:common|order:fewest|order:top|order:bottom", _top),
)


def _and_more_than(run: list[Piece]) -> list[Piece] | None:
    """ "and more than 50?": "and" before a bound, no "50 and more"."""
    number = numeral(run[2])
    if run[0].words != "and more" or run[1].words != "than" or number is None:
        return None
    first = run[0].narrowed(Sense("conjunction", "and"))
    first.words = "and"
    return [first, merged(run[1:], Sense("limit", "bound", Bound("over", number)))]


def _times(run: list[Piece]) -> Piece | None:
    """ "more than twice as many", "three times as many": a bound on how many times the one is the other."""
    key = next((s.key for p in run for s in p.senses if s.kind == "multiple"), "")
    number = float(key) if key else numeral(run[0])
    if number is None:
        return None
    return merged(run, Sense("limit", "times", Bound(_op(run[0]) or "at_least", float(number))))


def _only_so_many(run: list[Piece]) -> Piece | None:
    """ "only two reports": exactly two."""
    number = numeral(run[1])
    if number is None or run[0].words not in ("only", "just", "exactly") or run[1].has("date"):
        return None
    return merged(run, Sense("limit", "bound", Bound("is", number)))


_NUMBERED = (Rule("noun:number number", _number_ranked),)


_WEEKS = (
    Rule("bound:over|bound:at_least|bound:at_most|bound:exactly|bound:under number", _bound),
    Rule("cue:only number", lambda run: _only_so_many(run)),
    Rule("time:during limit:bound unit:week", _in_weeks),
)
"""For groups: "counties that refused in more than three weeks"."""


def fold_bounds(pieces: list[Piece]) -> list[Piece]:
    """Numbers with their bounds become 'limit:bound', 'limit:gap', 'limit:top' or 'limit:fewest'."""
    pieces = fold_idioms(pieces)
    if any(p.has("question:who", "question:which", "dimension") for p in pieces):
        pieces = rewrite(pieces, _NUMBERED)
    if any(p.has("dimension") and not p.has("dimension:report") for p in pieces):
        pieces = rewrite(pieces, _WEEKS)
    return _most_claims(_without_place(rewrite(pieces, _RULES)))


def _most_claims(pieces: list[Piece]) -> list[Piece]:
    """ "Were most refusals in Texas?": a claim about half of them, not a ranking."""
    first = next((p for p in pieces if not p.has("padding")), None)
    asks = first is not None and (first.has("question:did") or any(p.has("cue:supposed") for p in pieces))
    if not asks or any(p.has("dimension") for p in pieces):
        return pieces
    said_of = ("subject:refusal", "noun", "disposition", "value:citizenship", "value:offense")
    for at, piece in enumerate(pieces[:-1]):
        before = pieces[at - 1] if at else None
        opens = before is None or before.has("question:did", "cue:supposed", "padding", "cue:account")
        named = pieces[at + 1].has("place:mention", "value:report")  # "most Travis refusals"
        noun = pieces[at + 2 : at + 3] if named else pieces[at + 1 : at + 2]
        said = any(p.has(*said_of) for p in noun)
        if piece.has("order:most") and piece.words == "most" and opens and said:
            pieces[at] = piece.narrowed(Sense("measure", "claim_half"))
    return pieces
