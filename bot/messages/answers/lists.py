"""Sentences over several groups or rows: rankings, breakdowns, comparisons, lists."""

from __future__ import annotations

from collections.abc import Sequence

from bot.messages.answers.words import dimension_noun, field_noun, figure, listed, noun, number, sentence
from bot.messages.fields import side_lead

_MOST_NAMED = 6
_THOSE = {
    "at_least": "{n} or more",
    "at_most": "{n} or fewer",
    "over": "more than {n}",
    "under": "fewer than {n}",
    "is": "exactly {n}",
}


def breakdown(head: str, items: Sequence[str], rest: int) -> str:
    more = f"; and {rest:,} more" if rest > 0 else ""
    return sentence(f"{head}: {'; '.join(items)}{more}")


def listed_below(head: str) -> str:
    return sentence(f"{head}; the rows are listed one by one")


def leader(names: Sequence[str], value: str, what: str, *, fewest: bool, place: int | None = None) -> str:
    """'Travis County, Texas has the most refusals in the 3 reports loaded (...): 154.'"""
    end = _end("fewest" if fewest else "most", place)
    if len(names) == 1:
        return sentence(f"{names[0]} has the {end} {what}: {value}")
    return sentence(f"{listed(names)} tie for the {end} {what}: {value} each")


def leading_share(names: Sequence[str], value: str, what: str, *, fewest: bool, place: int | None = None) -> str:
    verb = "has" if len(names) == 1 else "have"
    if what.startswith(_ENDS) and not place:  # "the largest days between ...", "the earliest date of issue"
        return sentence(f"{listed(names)} {verb} the {what}: {value}")
    counted = what.startswith("different ")  # "the most different citizenships"
    few, many = ("fewest", "most") if counted else ("smallest", "largest")
    return sentence(f"{listed(names)} {verb} the {_end(few if fewest else many, place)} {what}: {value}")


def leading_shares(names: Sequence[str], values: Sequence[str], what: str, *, fewest: bool) -> str:
    """Groups that share a percentage but not its numbers: each with its own."""
    told = listed([f"{name} with {value}" for name, value in zip(names, values, strict=True)])
    return sentence(f"{told} have the {'smallest' if fewest else 'largest'} {what}")


_ENDS = ("largest ", "smallest ", "earliest ", "latest ")


def _end(end: str, place: int | None) -> str:
    """'most', 'second most', '5th largest'."""
    words = {2: "second", 3: "third", 4: "fourth"}
    suffix = {1: "st", 2: "nd", 3: "rd"}.get((place or 0) % 10, "th") if (place or 0) % 100 // 10 != 1 else "th"
    return f"{words.get(place, f'{place}{suffix}')} {end}" if place else end


def supposed(name: str, value: str) -> str:
    """The figure of the group that a question names as first, where it is not: 'California: 34.'"""
    return sentence(f"{name}: {value}")


def leaders_in_each(what: str, each: str, limit: int, *, fewest: bool, counted: bool) -> str:
    """'The most refusals in the 4 reports loaded (...), for each report'."""
    first = f"{limit} with the " if limit > 1 else ""
    end = ("fewest" if fewest else "most") if counted else ("smallest" if fewest else "largest")
    return f"The {first}{end} {what}, for each {field_noun(each, 1)}"


def tied(names: Sequence[str], value: str) -> str:
    """Groups left out of a cut ranking although they have as much as the last one shown."""
    return sentence(f"{listed(names)} {'has' if len(names) == 1 else 'have'} as many as the last one shown ({value})")


def cut(shown: int, total: int | None) -> str:
    return sentence(f"The list is cut: the first {shown:,}" + (f" of {total:,}" if total else "") + " are shown")


def those_with(op: str, n: float, *, percent: bool = False, of: str = "") -> str:
    """', those with 10 or more', ', those with 100% listed with a charge'."""
    return f", those with {_bound(op, n, percent=percent)}" + (f" {of}" if of else "")


def _bound(op: str, n: float, *, percent: bool) -> str:
    if percent and (op, n) in (("at_least", 100), ("at_most", 0)):
        return f"{n:g}%"
    return _THOSE[op].format(n=f"{n:g}%" if percent else f"{n:g}")


def none_in(field: str, op: str, n: float, per: str, nouns: str, base: str, when: str) -> str:
    """'No county with refusals in Texas, in the report of ..., is in exactly 1 report.'"""
    verb = "is in" if _in_or_with(per, field) == "in" else "has"
    bound = f"{_THOSE[op].format(n=f'{n:g}')} {field_noun(per, 1 if n == 1 else 2)}"
    return sentence(f"No {field_noun(field, 1)} with {nouns}", base, f"{when}, {verb} {bound}")


def none_share(field: str, op: str, n: float, nouns: str, base: str, of: str, when: str) -> str:
    """'No county has 100% of its refusals in Texas listed with a charge.'"""
    share = f"{_bound(op, n, percent=True)} of its {nouns}"
    return sentence(f"No {field_noun(field, 1)} has {share}", base, of, when)


def those_changed(op: str, sides: Sequence[str], field: str) -> str:
    """', those with more in week 3 than in week 2'."""
    lead = side_lead(sides[1], field)
    return f", those with {'more' if op == 'over' else 'fewer'} {lead}{sides[1]} than {lead}{sides[0]}"


def none_changed(head: str) -> str:
    return sentence(f"{head}: none")


def those_in(op: str, n: float, per: str, of: str = "") -> str:
    """', those in exactly 1 report', ', those with more than 1 citizenship'; `of` is what they are."""
    return f", those {_in_or_with(per, of)} {_THOSE[op].format(n=f'{n:g}')} {field_noun(per, 1 if n == 1 else 2)}"


def _in_or_with(field: str, of: str) -> str:
    place = ("place", "state", "facility")
    return "in" if field == "report" or (field in place and of not in place) else "with"


def none_with(field: str, op: str, n: float, nouns: str, base: str, when: str, within: Sequence[str] = ()) -> str:
    """'No county has more than 500 refusals in the report of ...', '... for any one report in ...' of pairs of both."""
    each = f"for any one {listed([field_noun(w, 1) for w in within])}" if within else ""
    return sentence(f"No {field_noun(field, 1)} has {_THOSE[op].format(n=f'{n:g}')} {nouns}", base, each, when)


def in_all_groups(n: int, field: str, rows: int, subject: str, bucket: str | None = None, *, blank: int = 0) -> str:
    """'27 citizenships, 392 refusals in all'. `blank`: rows that state none of them; they are no group."""
    total = f"{rows:,} {noun(subject, rows)} in all"
    if blank:
        total = f"{blank:,} {noun(subject, blank)} with none stated, {total}"
    return sentence(total if field == "disposition" or n < 2 else f"{n:,} {dimension_noun(field, bucket, n)}, {total}")


def corrected_rows(n: int, nouns: str, posted: str, *, shown: bool) -> str:
    """For a table: how many of its rows were taken back."""
    beside = "; the figures after the corrections stand beside those published" if shown else ""
    return sentence(f"That is as published; ICE took back {n:,} of the {nouns}{posted}{beside}")


def left_out(n: int, nouns: str, posted: str) -> str:
    return sentence(f"This leaves out {n:,} {nouns} that ICE took back{posted}")


def side_by_side(what: str, parts: Sequence[str]) -> str:
    return sentence(f"{what}: {'; '.join(parts)}")


def difference(change: object, unit: str, first: str, second: str) -> str:
    """'Down by 159 from week 1 to week 2.'"""
    value = _size(change)
    if value == 0:
        return sentence(f"No change from {first} to {second}")
    return sentence(f"{'Up' if value > 0 else 'Down'} by {_amount(value, unit)} from {first} to {second}")


def difference_of(change: object, unit: str) -> str:
    """'difference: -159'."""
    points = " percentage points" if unit == "percent" else ""
    return f"difference: {number(change)}{points}"


def percent_change(change: object, first: str, second: str) -> str:
    """'Up by 38.3% from week 2 to week 3.'"""
    value = _size(change)
    if value == 0:
        return sentence(f"No change from {first} to {second}")
    return sentence(f"{'Up' if value > 0 else 'Down'} by {abs(value):.1f}% from {first} to {second}")


def percent_label(what: str, first: str, second: str) -> str:
    return f"{what}: change in percent from {first} to {second}"


def times(value: object, first: str, second: str) -> str:
    """'Travis County, Texas has 19.25 times as many as King County, Washington.'"""
    return sentence(f"{first} has {f'{_size(value):.2f}'.rstrip('0').rstrip('.')} times as many as {second}")


def times_label(what: str, first: str, second: str) -> str:
    return f"{what}: {first} as so many times {second}"


def no_base(side: str) -> str:
    """Nothing can be set against nothing."""
    return sentence(f"There are none for {side}, so there is nothing to set the other against")


def apart(change: object, unit: str, first: str, second: str) -> str:
    """'150 fewer for Williamson County, Texas than for Travis County, Texas.'"""
    value = _size(change)
    first, second = (_behind(side) for side in (first, second))
    if value == 0:
        return sentence(f"As many {first} as {second}")
    return sentence(f"{_amount(value, unit)} {'more' if value > 0 else 'fewer'} {second} than {first}")


def _behind(side: str) -> str:
    return f"in {side}" if side.startswith("report ") else side if side.startswith(_PHRASES) else f"for {side}"


_PHRASES = ("with ", "without ", "in ", "for ", "of ", "on ", "from ", "before ", "after ", "declined ", "issued ")
"""How a side begins that needs no "for"."""


def so_many(n: int, field: str) -> str:
    """'10 states.'"""
    return sentence(f"{n:,} {field_noun(field, n)}")


def in_first(slices: Sequence[str], field: str) -> str:
    lead = side_lead(slices[0], field)
    return f"{lead}{slices[0]} but not {lead}{listed(slices[1:], 'or')}"


def in_each(slices: Sequence[str], field: str) -> str:
    return f"{side_lead(slices[0], field)}{'both' if len(slices) == 2 else 'all of'} {listed(slices)}"


def in_first_only(slices: Sequence[str], by: str, items: Sequence[str], field: str, more: int) -> str:
    head = in_first(slices, by)
    return breakdown(head, items, more) if items else sentence(f"No {field_noun(field, 1)} is {head}")


def in_all(slices: Sequence[str], by: str, items: Sequence[str], field: str, more: int) -> str:
    head = in_each(slices, by)
    return breakdown(head, items, more) if items else sentence(f"No {field_noun(field, 1)} is {head}")


def fact_missing(names: Sequence[str]) -> str:
    """A posting day stands in no report: an index page gives it."""
    return sentence(
        f"What is loaded does not give the {listed(names)}. The day of posting comes from an index page: load one with "
        "detainer-desk ingest, then ask again"
    )


def fact(field: str, value: str) -> str:
    """'posted on March 20, 2017'."""
    words = {
        "posted_on": f"posted on {value}",
        "period_start": f"week beginning {value}",
        "period_end": f"week ending {value}",
        "issued_nationwide": f"{value} detainers issued nationwide",
        "declined_stated": f"{value} declined detainers stated",
        "issued": f"{value} detainers issued",
        "enacted": f"enacted in {value}",
    }
    return words.get(field, f"{field_noun(field, 1)} {value}")


def report_of(week: str) -> str:
    return f"report of {week}"


def reports_of(weeks: Sequence[str]) -> str:
    """'the report of Jan 28 – Feb 3, 2017', 'the reports of ... and ...', '520 reports, the newest of ...'."""
    if len(weeks) > _MOST_NAMED:
        return f"{len(weeks):,} reports, the newest of {weeks[-1]},"
    return f"the report{'' if len(weeks) == 1 else 's'} of {listed(weeks)}"


def row_of(where: str, row: int, week: str) -> str:
    return f"{where} (row {row} of the report of {week})"


def issued_entry(where: str, issued: object, week: str, *, withdrawn: bool) -> str:
    """'Franklin County, Iowa 5 (later taken back by ICE)'."""
    notes = [n for n in (week, "later taken back by ICE" if withdrawn else "") if n]
    return f"{where} {number(issued)}" + (f" ({', '.join(notes)})" if notes else "")


def _size(change: object) -> float:
    return float(change) if isinstance(change, int | float) else 0.0


def _amount(value: float, unit: str) -> str:
    if unit == "percent":
        return f"{abs(value):.1f} percentage points"
    return figure(int(abs(value)) if value.is_integer() else abs(value), unit)
