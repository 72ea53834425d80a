"""How a generated report looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

REFUSAL_HEADERS: dict[str, tuple[str, ...]] = {
    "state": ("State", "STATE", "U.S. State"),
    "county": ("County", "County/Parish", "County Name"),
    "facility": (
        "Detention Facility",
        "Facility",
        "LEA",
        "Law Enforcement Agency",
        "Detention Facility (LEA)",
        "Name of Detention Facility",
        "Law Enforcement Agency (LEA)",
        "Agency",
    ),
    "citizenship": ("Citizenship", "Country of Citizenship", "Nationality", "Citizenship Country"),
    "issued_on": (
        "Detainer Issued Date",
        "Date Issued",
        "Issued Date",
        "Detainer Issued",
        "Date Detainer Issued",
        "Issue Date",
        "Issued On",
    ),
    "declined_on": (
        "Detainer Declined Date",
        "Date Declined",
        "Declined Date",
        "Detainer Declined",
        "Date Detainer Declined",
        "Refusal Date",
        "Declined On",
    ),
    "activity": (
        "Notable Criminal Activity",
        "Criminal Activity (Charge/Conviction)",
        "Notable Criminal Activity (Charge or Conviction)",
        "Criminal Activity",
        "Offense",
        "Most Serious Offense",
    ),
}
POLICY_HEADERS: dict[str, tuple[str, ...]] = {
    "jurisdiction": ("Jurisdiction (AOR)", "Jurisdiction", "Jurisdiction (Area of Responsibility)"),
    "enacted": ("Date Enacted", "Enacted", "Date of Enactment", "Effective Date"),
    "policy": ("Policy", "Policy Name", "Name of Policy"),
    "criteria": (
        "Criteria for Honoring Detainer",
        "Criteria for Honoring Detainers",
        "Conditions for Honoring Detainer",
    ),
}
ISSUED_HEADERS: dict[str, tuple[str, ...]] = {
    "place": ("County, State", "Jurisdiction", "County and State"),
    "issued": ("Issued Detainers", "Detainers Issued", "Number of Detainers Issued"),
}
MORE_HEADERS: dict[str, tuple[str, ...]] = {  # of columns that a report may have
    "disposition": ("Charge or Conviction", "Charge/Conviction", "Disposition"),
    "case": ("Case #", "Record No.", "Detainer ID"),
    "aor": ("AOR", "Field Office"),
    "county_alone": ("County",),
    "state_alone": ("State",),
}
TITLES: dict[str, tuple[str, ...]] = {
    "I": (
        "Highest Volume of Detainers Issued to Non-Cooperative Jurisdictions between {start} and {end}",
        "Highest Volume of Detainers Issued between {start} and {end} to Jurisdictions which Restrict "
        "Cooperation with ICE",
    ),
    "II": (
        "Jurisdictions with Recorded Declined Detainers Broken Down by Individuals Released between {start} and {end}",
        "Jurisdictions with Recorded Declined Detainers between {start} and {end}",
    ),
    "III": (
        "Table of Jurisdictions that have Enacted Policies which Limit Cooperation with ICE",
        "Table of Jurisdictions that have Enacted Policies which Restrict Cooperation with ICE",
    ),
    "IV": ("Report Scope and Data Fidelity",),
}
INTROS: dict[str, tuple[str, ...]] = {
    "I": (
        "From {start}, through {end}, ICE issued {nationwide} detainers across the United States; {listed} went "
        "to these "
        "{count} jurisdictions.",
        "During this week, ICE issued {nationwide} detainers nationwide. The table names the jurisdictions that "
        "were sent the "
        "most of them; {listed} went to these {count} jurisdictions.",
    ),
    "II": (
        "ICE recorded {declined} declined detainers in the period. Each row below stands for one of them.",
        "The table below lists the {declined} detainers that ICE recorded as declined in the period, one to a row.",
        "In the period, {declined} detainers were recorded as declined; the table gives one row for each.",
        "In the period, {in_words} detainers were recorded as declined; the table gives one row for each.",
    ),
}
CAVEATS: dict[str, tuple[str, ...]] = {
    "awareness": (
        "Local law enforcement agencies (LEA) seldom tell ICE that a detainer was not honored.",
        "LEAs do not generally advise ICE of when a detainer is not honored, and therefore this report "
        "represents declined "
        "detainers that ICE personnel have become aware of during their enforcement activities.",
    ),
    "issued_not_declined": (
        "These are detainers issued, not detainers declined. The outcome of each of them was still open.",
        "The outcome of these specific detainers is yet to be determined, although these jurisdictions decline them.",
    ),
    "policies_may_have_changed": (
        "Criteria may have changed since publication of this report, and there may be other non-cooperative "
        "jurisdictions not "
        "contained in this section.",
    ),
    "resumed_issuing": (
        "ICE field offices have been instructed to resume issuing detainers on all removable persons in custody.",
        "The number of issued detainers is expected to increase over the next several reporting periods.",
    ),
}
DATES = (
    "{m}/{d}/{y}", "{m:02}/{d:02}/{y}", "{m}/{d}/{yy:02}", "{m:02}/{d:02}/{yy:02}", "{y}-{m:02}-{d:02}",
    "{b}. {d}, {y}",
)  # fmt: skip
RUNNING = (
    "", "Declined Detainer Outcome Report", "Unclassified // For public release", "ICE | Page {n} | ERO Statistics",
)  # fmt: skip
LABEL = "Reconstruction for testing: published totals, synthetic individual rows"


@dataclass(frozen=True)
class Layout:
    """Choices of the typesetter. Lengths in points."""

    landscape: bool
    a4: bool
    margin: float
    font: str
    size: float
    rules: str  # grid, horizontal, none, outer
    shade: str  # none, header, zebra
    valign: str  # TOP, MIDDLE
    padding: float
    refusal_columns: tuple[str, ...]
    policy_columns: tuple[str, ...]
    issued_columns: tuple[str, ...]
    headers: dict[str, str]
    titles: dict[str, str]
    intros: dict[str, str]
    caveats: dict[str, str]
    date_format: str
    month_format: str
    number_at: str  # top, bottom
    number_form: str
    running: str
    repeat_header: bool
    page_a_section: bool
    group_states: bool
    split_rows: bool
    correction_box: bool
    two_line_titles: bool
    align: str  # LEFT, CENTER of cells
    odd_spaces: bool
    breaks: str  # none, soft, hard: how some long words are broken
    ligatures: bool
    span_groups: bool
    note: bool
    revised: date | None
    total_rows: bool = False
    leaders: bool = False  # dots and a page number behind each title in the cover's list
    plain_titles: bool = False  # of the text's own size and weight, close above it
    stamp: bool = False  # a word across each page, turned
    subtotals: str = ""  # after the rows of each state: "cells" of a row, or one "merged" cell
    numbered: bool = False  # a column that numbers the rows
    side_by_side: bool = False  # Section I as two tables
    capitals: bool = False  # the cells of Section II
    order: tuple[str, ...] = ("I", "II", "III")
    own_disposition: bool = False  # charge or conviction in a column of its own
    cases: bool = False  # a column of case numbers
    aor_apart: bool = False  # the field office of a policy in a column of its own
    place_apart: bool = False  # county and state of Section I in columns of their own
    bands: bool = False  # above the rows of each state its name and their number


def make_layout(rng: Random) -> Layout:
    """A random layout."""
    headers = {
        name: rng.choice(forms)
        for table in (REFUSAL_HEADERS, POLICY_HEADERS, ISSUED_HEADERS, MORE_HEADERS)
        for name, forms in table.items()
    }
    more = {name: rng.random() < 0.1 for name in ("own_disposition", "cases", "aor_apart", "place_apart")}
    rules = rng.choice(["grid", "grid", "horizontal", "none", "none", "outer"])
    subtotals = rng.choice(["", "", "", "", "cells", "merged"]) if rules == "grid" else ""
    return Layout(
        landscape=rng.random() < 0.7,
        a4=rng.random() < 0.3,
        margin=rng.choice([36.0, 54.0, 72.0]),
        font=rng.choice(["Helvetica", "Times-Roman", "DejaVu"]),
        size=rng.choice([7.0, 8.0, 9.0, 10.0]),
        rules=rules,
        shade=rng.choice(["none", "header", "zebra"]),
        valign=rng.choice(["TOP", "TOP", "MIDDLE"]),
        padding=rng.choice([2.0, 3.0, 4.5, 6.0]),
        refusal_columns=tuple(rng.sample(list(REFUSAL_HEADERS), len(REFUSAL_HEADERS))),
        policy_columns=tuple(rng.sample(list(POLICY_HEADERS), len(POLICY_HEADERS))),
        issued_columns=tuple(rng.sample(list(ISSUED_HEADERS), len(ISSUED_HEADERS))),
        headers=headers,
        titles={name: rng.choice(forms) for name, forms in TITLES.items()},
        intros={name: rng.choice(forms) for name, forms in INTROS.items()},
        caveats={name: rng.choice(forms) for name, forms in CAVEATS.items()},
        date_format=rng.choice(DATES),
        month_format=rng.choice(["%B %Y", "%b %Y", "%b. %Y"]),
        number_at=rng.choice(["top", "bottom"]),
        number_form=rng.choice(["{n}", "Page {n}", "Page {n} of {of}", "- {n} -"]),
        running=rng.choice(RUNNING),
        repeat_header=rng.random() < 0.75,
        page_a_section=rng.random() < 0.7,
        group_states=rng.random() < 0.25,
        split_rows=rng.random() < 0.3,
        correction_box=rng.random() < 0.25,
        two_line_titles=rng.random() < 0.3,
        align="LEFT" if rng.random() < 0.8 else "CENTER",
        odd_spaces=rng.random() < 0.3,
        breaks=rng.choice(["none", "none", "soft", "hard"]),
        ligatures=rng.random() < 0.2,
        span_groups=rng.random() < 0.5,
        note=rng.random() < 0.2,
        revised=date(2018, rng.randrange(5, 13), rng.randrange(1, 28)) if rng.random() < 0.2 else None,
        total_rows=rng.random() < 0.15,
        leaders=rng.random() < 0.15,
        plain_titles=rng.random() < 0.15,
        stamp=rng.random() < 0.1,
        subtotals=subtotals,
        numbered=rng.random() < 0.1,
        side_by_side=rng.random() < 0.1,
        capitals=rng.random() < 0.05,
        order=tuple(rng.sample(["I", "II", "III"], 3)) if rng.random() < 0.1 else ("I", "II", "III"),
        bands=rules == "grid" and not subtotals and rng.random() < 0.15,
        **more,
    )


def day(value: date, layout: Layout) -> str:
    """A date as the layout prints it in rows."""
    parts = {"m": value.month, "d": value.day, "y": value.year, "yy": value.year % 100, "b": f"{value:%b}"}
    return layout.date_format.format(**parts)


def long_day(value: date) -> str:
    """A date as titles print it."""
    return f"{value:%B} {value.day}, {value.year}"
