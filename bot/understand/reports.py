"""References to reports: "week 2", "the Jan 28 report", "first two weeks", "the latest"; and to weeks not loaded."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.dates import Days, month_days
from bot.understand.forms import forms
from bot.understand.lexicon import Lexicon
from bot.understand.pieces import Piece, merged, numeral
from bot.understand.report_dates import REPORT, Made, dated, issues, missing, near, of_date, posted, refs, reports_of
from bot.understand.words import Sense

_MOST_WEEKS = 60


def fold_reports(pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """Every reference to reports becomes one piece 'value:report' (or 'not_loaded:report')."""
    pieces, at = issues(pieces), 0
    while at < len(pieces):
        for rule in (posted, _numbered, _ordinal, of_date, dated, _counted, _relative):
            made = rule(pieces, at, lexicon)
            if made is not None:
                stop, piece = made
                pieces[at:stop] = [piece]
                break
        at += 1
    return pieces


def by_number(run: Sequence[Piece], numbers: Sequence[int], lexicon: Lexicon) -> Piece:
    """The piece that names reports by their numbers, or one that is not loaded."""
    if all(1 <= n <= len(lexicon.reports) for n in numbers):
        return refs(run, [lexicon.reports[n - 1].id for n in dict.fromkeys(numbers)])
    return missing(run)


def _numbered(pieces: list[Piece], at: int, lexicon: Lexicon) -> Made:
    """ "week 2", "report #2", "weeks 1 and 2", "weeks 1-3", "weeks 1, 2 and 3"."""
    between = pieces[at].words in _BETWEEN and any(p.has(*_CHANGES) for k, p in enumerate(pieces) if k != at)
    if not pieces[at].has(REPORT) and not between:
        return None
    start = at + 1
    if near(pieces, start) and pieces[start].has("noun:number") and pieces[start].words in ("#", "no", "number"):
        start += 1
    pair = _slashed(pieces, at, start, lexicon)
    if pair is not None:
        return pair
    first = _week_number(pieces, start)
    if first is None:
        return None
    numbers, stop = [first], start + 1
    while (more := _next_number(pieces, stop)) is not None:
        number, through, stop = more
        numbers += range(numbers[-1] + 1, number + 1) if through and number > numbers[-1] else [number]
    return stop, by_number(pieces[at:stop], numbers, lexicon)


_BETWEEN = forms("reports", "between")
"""Said of no number these mean a change over time."""
_CHANGES = ("measure:change", "measure:difference", "compare", "policy_change", "cue:new")


def _slashed(pieces: list[Piece], at: int, start: int, lexicon: Lexicon) -> Made:
    """ "wk 1/2", "weeks 2/3": two reports, where the day that it could be is in none."""
    if not near(pieces, start) or not pieces[start].has("date:day") or "/" not in pieces[start].words:
        return None
    numbers = [int(part) for part in pieces[start].words.split("/") if part.isdigit()]
    if len(numbers) != 2 or numbers[1] != numbers[0] + 1 or reports_of(pieces[start].value("date"), lexicon):
        return None
    if not all(1 <= n <= len(lexicon.reports) for n in numbers):
        return None
    return start + 1, by_number(pieces[at : start + 1], numbers, lexicon)


def _week_number(pieces: Sequence[Piece], at: int) -> int | None:
    if not near(pieces, at) or "," in pieces[at].gap or (pieces[at].has("date") and not pieces[at].has("number")):
        return None
    number = numeral(pieces[at])
    if number is None and pieces[at].has("ordinal:1", "ordinal:2", "ordinal:3"):
        number = int(next(s.key for s in pieces[at].senses if s.kind == "ordinal"))
    return int(number) if number is not None and number == int(number) and 1 <= number <= _MOST_WEEKS else None


def _next_number(pieces: Sequence[Piece], at: int) -> tuple[int, bool, int] | None:
    """The next number of a list or range: (number, whether a range, position after); not a new clause's."""
    if at >= len(pieces):
        return None
    if pieces[at].gap in ("-", ",", "/") and (number := _bare(pieces, at)) is not None and not _starts_noun(pieces, at):
        return number, pieces[at].gap == "-", at + 1
    joins = pieces[at].has("conjunction:and", "conjunction:or")
    through = pieces[at].words in ("to", "through", "thru")
    if (joins or through) and (number := _bare(pieces, at + 1)) is not None and not _starts_noun(pieces, at + 1):
        return number, through, at + 2
    return None


def _bare(pieces: Sequence[Piece], at: int) -> int | None:
    number = numeral(pieces[at]) if at < len(pieces) and not pieces[at].has("date:day", "date:range") else None
    return int(number) if number is not None and number == int(number) and 1 <= number <= _MOST_WEEKS else None


def _starts_noun(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a number counts the noun after it ("week 1, 5 counties")."""
    return at + 1 < len(pieces) and not pieces[at + 1].gap and pieces[at + 1].has("dimension", "noun", "bound", "order")


def _ordinal(pieces: list[Piece], at: int, lexicon: Lexicon) -> Made:
    """ "first report", "the 2nd week", "last two reports", "first and second weeks", "latest report"."""
    if not pieces[at].has("ordinal"):
        return None
    keys = [next(s.key for s in pieces[at].senses if s.kind == "ordinal")]
    apart = _first_of_two(pieces, at, keys[0], lexicon)
    if apart is not None:
        return apart
    stop = at + 1
    while near(pieces, stop + 1) and pieces[stop].has("conjunction:and", "conjunction:or"):
        after = stop + 1 + pieces[stop + 1].has("function:article")
        if after >= len(pieces) or not pieces[after].has("ordinal"):
            break
        keys.append(next(s.key for s in pieces[after].senses if s.kind == "ordinal"))
        stop = after + 1
    count = None
    if len(keys) == 1 and near(pieces, stop) and numeral(pieces[stop]) is not None and pieces[stop].words != "one":
        count, stop = numeral(pieces[stop]), stop + 1
    if near(pieces, stop + 1) and pieces[stop].words in ("ice", "weekly", "of the"):
        stop += 1
    facts = any(p.has("subject:posted", "subject:pages", "subject:covers") for p in pieces)
    named = any(p.has(REPORT, "value:report") for p in pieces[:at])  # "in the final week than in the first one"
    one = near(pieces, stop) and pieces[stop].words == "one" and (facts or named)  # "when did ICE post the third one"
    if not near(pieces, stop) or not (one or pieces[stop].has(REPORT)):
        return None
    numbers = ordinal_numbers(keys, count, lexicon)
    stop += 1
    while near(pieces, stop) and pieces[stop].has(REPORT) and not pieces[stop].gap:  # "first report period"
        stop += 1
    if near(pieces, stop + 1) and pieces[stop].words in ("of", "in") and pieces[stop + 1].has("date:month"):
        return None  # "the first week of February" is no report
    return None if numbers is None else (stop, by_number(pieces[at:stop], numbers, lexicon))


def _first_of_two(pieces: list[Piece], at: int, key: str, lexicon: Lexicon) -> Made:
    """ "from the first to the second report": the first of the two, which has no noun of its own."""
    after = at + 1
    if not near(pieces, after) or not pieces[after].has(
        "time:until", "compare:versus", "conjunction:or", "function:preposition"
    ):
        return None
    after += 1
    after += near(pieces, after) and pieces[after].has("function:article")
    if not (near(pieces, after + 1) and pieces[after].has("ordinal") and pieces[after + 1].has(REPORT)):
        return None
    numbers = ordinal_numbers([key], None, lexicon)
    return None if numbers is None else (at + 1, by_number(pieces[at : at + 1], numbers, lexicon))


def ordinal_numbers(keys: Sequence[str], count: float | None, lexicon: Lexicon) -> list[int] | None:
    """The numbers of the reports that ordinals mean ("first two", "last"), or none for "this" and "other"."""
    total = len(lexicon.reports)
    if count is not None:
        size = int(count)
        if keys[0] == "1":
            return list(range(1, size + 1))
        return list(range(total - size + 1, total + 1)) if keys[0] == "last" else None
    words = {"last": total, "before_last": total - 1, "next": total + 1}
    if any(key in ("this", "other") for key in keys):
        return None
    return [words[key] if key in words else int(key) for key in keys]


def _counted(pieces: list[Piece], at: int, lexicon: Lexicon) -> Made:
    """ "all three reports", "the 3 weeks": all of them when the number is right."""
    number = numeral(pieces[at])
    if number is None or pieces[at].has("date") or not near(pieces, at + 1) or not pieces[at + 1].has(REPORT):
        return None
    before = pieces[at - 1] if at else None
    if number == len(lexicon.reports) and any(p.has("question:which") for p in pieces[max(0, at - 2) : at]):
        return at + 2, merged(pieces[at : at + 2], Sense("dimension", "report"))
    if (
        number == len(lexicon.reports)
        and number > 1
        and (before is None or not before.has("bound", "order", "ordinal"))
    ):
        return at + 2, merged(pieces[at : at + 2], Sense("cue", "everything"))
    return None


def _relative(pieces: list[Piece], at: int, lexicon: Lexicon) -> Made:
    """ "last week" is the newest report's; "this year" the newest report's year."""
    piece, newest = pieces[at], lexicon.newest
    if newest is None or not piece.has("relative"):
        return None
    key = piece.sense("relative").key
    if key == "last_week":
        return at + 1, refs([piece], [newest.id])
    year, month = newest.end.year, newest.end.month
    days = {
        "this_year": lambda: Days(newest.end.replace(month=1, day=1), newest.end.replace(month=12, day=31), "year"),
        "last_year": lambda: Days(
            newest.end.replace(year=year - 1, month=1, day=1),
            newest.end.replace(year=year - 1, month=12, day=31),
            "year",
        ),
        "this_month": lambda: month_days(year, month),
        "last_month": lambda: month_days(year if month > 1 else year - 1, month - 1 or 12),
    }
    return (at + 1, merged([piece], Sense("date", days[key]().unit, days[key]()))) if key in days else None
