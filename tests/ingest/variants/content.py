"""A report's parts as text, from its facts and layout: what both typesetters set."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tests.ingest.variants.facts import Facts, PolicyFact, RefusalFact
from tests.ingest.variants.layout import Layout, day, long_day

CORRECTION = (
    "Correction to the issue of Jan. 28 – Feb. 3, 2017.",
    "Because of an error in processing the data, that issue counted detainers in Section I for Franklin County, "
    "Iowa; Franklin "
    "County, New York; and Montgomery County, Iowa, although those detainers had gone to agencies outside these "
    "counties.",
    "The refusals it listed for Williamson County, TX and Bastrop County, TX concern people who had been moved "
    "to another "
    "facility and were let go there.",
)


NOTE = (
    "Note: the outcome of these specific detainers is yet to be determined where the local agency did not "
    "answer, and a person "
    "may be listed more than once in the table above."
)


@dataclass(frozen=True)
class Block:
    """A section: title, paragraphs before its table, header and rows (cells may hold several bullets)."""

    name: str
    title: str
    before: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], ...], ...]
    widths: tuple[float, ...]


WIDTHS = {
    "state": 1.2,
    "county": 1.3,
    "facility": 2.2,
    "citizenship": 1.5,
    "issued_on": 1.15,
    "declined_on": 1.15,
    "activity": 2.3,
    "jurisdiction": 2.2,
    "enacted": 1.3,
    "policy": 2.0,
    "criteria": 4.0,
    "place": 3.0,
    "issued": 1.5,
    "disposition": 1.2,
    "case": 0.9,
    "aor": 1.2,
    "county_alone": 1.5,
    "state_alone": 1.5,
}


def cover_title(facts: Facts) -> tuple[str, ...]:
    """Title lines of the cover."""
    period = f"{facts.start:%b}. {facts.start.day} – {facts.end:%b}. {facts.end.day}, {facts.end.year}"
    if facts.start.year != facts.end.year:
        period = (
            f"{facts.start:%b} {facts.start.day}, {facts.start.year} – {facts.end:%b} {facts.end.day}, {facts.end.year}"
        )
    return (
        "ENFORCEMENT AND REMOVAL OPERATIONS",
        "Weekly Declined Detainer Outcome Report",
        f"For Recorded Declined Detainers {period}",
    )


def titles(facts: Facts, layout: Layout) -> dict[str, str]:
    """Titles of the sections, by numeral."""
    span = {"start": long_day(facts.start), "end": long_day(facts.end)}
    return {name: f"Section {name}: {layout.titles[name].format(**span)}" for name in (*layout.order, "IV")}


def listed_titles(facts: Facts, layout: Layout) -> list[str]:
    """The cover's list of sections."""
    dots = " " + "." * 12 + " "
    found = list(titles(facts, layout).values())
    return [f"{title}{dots}{page}" for page, title in enumerate(found, start=2)] if layout.leaders else found


def in_words(number: int) -> str:
    """English for 2 to 99, digits for others."""
    if number < 2:
        return str(number)
    units = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    units += ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
    tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    if number > 99:
        return f"{number:,}"
    if number < 20:
        return units[number]
    return tens[number // 10 - 2] + (f"-{units[number % 10]}" if number % 10 else "")


def blocks(facts: Facts, layout: Layout) -> list[Block]:
    """Sections I to III, in their order."""
    title = titles(facts, layout)
    span = {"start": long_day(facts.start), "end": long_day(facts.end)}
    first = layout.intros["I"].format(
        nationwide=f"{facts.nationwide:,}", listed=facts.listed, count=len(facts.issued), **span
    )
    declined = len(facts.refusals)
    second = layout.intros["II"].format(declined=declined, in_words=in_words(declined))
    issued: list[dict[str, tuple[str, ...]]] = [
        {
            "place": (f"{county}, {state}",),
            "county_alone": (county,),
            "state_alone": (state,),
            "issued": (str(count),),
        }
        for county, state, count in facts.issued
    ]
    refusals = _refusals(facts.refusals, layout)
    if layout.total_rows:
        issued.append({"place": ("Total",), "county_alone": ("Total",), "issued": (str(facts.listed),)})
        # where nothing else parts rows, a row without dates belongs to the one above; and it is in no state's group
        if layout.rules == "grid" and not layout.group_states:
            blank: dict[str, tuple[str, ...]] = dict.fromkeys(layout.refusal_columns, ("",))
            refusals.append({**blank, "citizenship": ("Total",), "activity": (str(declined),)})
    third = "The jurisdictions and policies listed here come from public announcements, news reports and field staff."
    found = [
        _block(
            "I", title["I"], (first, layout.caveats["issued_not_declined"]), _issued_columns(layout), issued, layout
        ),
        _block("II", title["II"], (second,), _refusal_columns(layout), refusals, layout),
        _block(
            "III",
            title["III"],
            (third, layout.caveats["policies_may_have_changed"]),
            _policy_columns(layout),
            [_policy(policy, layout) for policy in facts.policies],
            layout,
        ),
    ]
    if layout.side_by_side:
        found[0] = _side_by_side(found[0])
    if layout.numbered:
        found = [_numbered(block) for block in found]
    return sorted(found, key=lambda block: layout.order.index(block.name))


def _numbered(block: Block) -> Block:
    """A first column that numbers the rows; a table that stands beside another, and rows that are totals, have none."""
    if len(set(block.header)) < len(block.header):
        return block
    rows: list[tuple[tuple[str, ...], ...]] = []
    for row in block.rows:
        filled = [cell for cell in row if cell != ("",)]
        if not any("total" in text.lower() for (text, *_) in filled):
            rows.append(((str(len(rows) + 1),), *row))
        elif len(filled) == 1:  # one cell over the whole row begins in the first column
            rows.append((*filled, *[("",)] * len(row)))
        else:
            rows.append((("",), *row))
    return replace(block, header=("No.", *block.header), rows=tuple(rows), widths=(0.7, *block.widths))


def _side_by_side(block: Block) -> Block:
    """The second half of a table to the right of the first."""
    half = (len(block.rows) + 1) // 2
    blank = (("",),) * len(block.header)
    right = (*block.rows[half:], *([blank] if len(block.rows) % 2 else []))
    rows = tuple((*one, *other) for one, other in zip(block.rows[:half], right, strict=True))
    return replace(block, header=block.header * 2, rows=rows, widths=block.widths * 2)


def _block(
    name: str,
    title: str,
    before: tuple[str, ...],
    columns: tuple[str, ...],
    rows: list[dict[str, tuple[str, ...]]],
    layout: Layout,
) -> Block:
    return Block(
        name,
        title,
        before,
        tuple(layout.headers[c] for c in columns),
        tuple(tuple(row.get(c, ("",)) for c in columns) for row in rows),
        tuple(WIDTHS[c] for c in columns),
    )


def _issued_columns(layout: Layout) -> tuple[str, ...]:
    if not layout.place_apart:
        return layout.issued_columns
    return tuple(c for column in layout.issued_columns for c in _APART.get(column, (column,)))


def _refusal_columns(layout: Layout) -> tuple[str, ...]:
    cases = ("case",) if layout.cases and not layout.numbered else ()
    return (*cases, *layout.refusal_columns, *(("disposition",) if layout.own_disposition else ()))


def _policy_columns(layout: Layout) -> tuple[str, ...]:
    return (*layout.policy_columns, "aor") if layout.aor_apart else layout.policy_columns


_APART = {"place": ("county_alone", "state_alone")}


def _refusals(refusals: tuple[RefusalFact, ...], layout: Layout) -> list[dict[str, tuple[str, ...]]]:
    found: list[dict[str, tuple[str, ...]]] = []
    last = ""
    for row in refusals:
        if layout.subtotals and last and row.state != last:
            found.append(_subtotal(last, refusals, layout))
        if layout.bands and row.state != last:
            count = sum(1 for each in refusals if each.state == row.state)
            found.append({layout.refusal_columns[0]: (f"{row.state} ({count})",)})
        state = "" if layout.group_states and (layout.bands or row.state == last) else row.state
        last = row.state
        found.append(
            {
                "state": (state,),
                "county": (row.county,),
                "facility": (row.facility,),
                "citizenship": (row.citizenship,),
                "issued_on": (day(row.issued_on, layout),),
                "declined_on": (day(row.declined_on, layout),),
                "activity": (f"{row.offense} ({row.disposition.capitalize()})",),
                "case": (f"17-{len(found) * 7 + 1013}",),
            }
        )
        if layout.own_disposition:
            found[-1] |= {"activity": (row.offense,), "disposition": (row.disposition.capitalize(),)}
        if layout.capitals:
            found[-1] = {name: (text.upper(),) for name, (text,) in found[-1].items()}
    if layout.subtotals and last:
        found.append(_subtotal(last, refusals, layout))
    return found


def _subtotal(state: str, refusals: tuple[RefusalFact, ...], layout: Layout) -> dict[str, tuple[str, ...]]:
    count = sum(1 for row in refusals if row.state == state)
    blank: dict[str, tuple[str, ...]] = dict.fromkeys(layout.refusal_columns, ("",))
    if layout.subtotals == "cells":
        return {**blank, "state": (f"{state} Total",), "activity": (str(count),)}
    return {**blank, layout.refusal_columns[0]: (f"{state} total: {count}",)}


def _policy(policy: PolicyFact, layout: Layout) -> dict[str, tuple[str, ...]]:
    apart = layout.aor_apart and bool(policy.aor)
    return {
        "jurisdiction": (policy.jurisdiction.removesuffix(f" ({policy.aor})") if apart else policy.jurisdiction,),
        "aor": (policy.aor,),
        "enacted": (policy.enacted.strftime(layout.month_format),),
        "policy": (policy.policy,),
        "criteria": tuple(f"• {text}" for text in policy.criteria),
    }
