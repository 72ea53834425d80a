"""Rows of Section III to policies; a row that cannot be read goes to quarantine."""

from __future__ import annotations

import re

from ingest import messages
from ingest.layout.cells import unmarked
from ingest.layout.lines import join
from ingest.layout.tables import Row
from ingest.records import Policy, Quarantined
from ingest.vocabulary.dates import parse_month
from ingest.vocabulary.places import canonical_county, not_in_capitals
from ingest.vocabulary.states import canonical_state, states

_AOR = re.compile(r"^(?P<place>.*\S)\s*\((?P<aor>[^()]+)\)$")
_YEAR = re.compile(r"^(19|20)\d\d$")
"""A year alone: no month can be kept, the cell as printed is."""
_CITY_OF = re.compile(r"^(?:the )?city of (.+)$", re.IGNORECASE)
_NUMBERED = re.compile(r"^[(\[]?(\d{1,2}|[a-z])[)\].]\s+\S")
_DASH = re.compile(r"^[-–—]\s+(?=\S)")
_INNER = re.compile(r"^[o§]\s+(?=\S)")
"""The bullet of a list within a list, as office programs set it in a font of their own."""
_BULLET = re.compile(r"^[•▪◦‣∙●○■□·➢►▶◆❖❍❏❐❑❒✓✔➔➤❯→*]\s*")


def read_policies(rows: list[Row]) -> tuple[list[Policy], list[Quarantined]]:
    """All entries, numbered as printed (a quarantined row keeps its number)."""
    kept: list[Policy] = []
    aside: list[Quarantined] = []
    for number, row in enumerate(rows, start=1):
        policy, reason = _policy(number, row)
        if policy is None:
            aside.append(Quarantined("III", reason, row.raw(), row.source))
        else:
            kept.append(policy)
    return kept, aside


def _policy(number: int, row: Row) -> tuple[Policy | None, str]:
    jurisdiction = unmarked(row.text("jurisdiction"))
    match = _AOR.match(jurisdiction)
    name, aor = (match["place"], match["aor"]) if match else (jurisdiction, row.text("aor"))
    place = split_place(name)
    printed = unmarked(row.text("enacted"))
    enacted = parse_month(printed)
    criteria = bullets(row.cells.get("criteria", []))
    if place is None:
        return None, messages.unknown_place(jurisdiction)
    if enacted is None and not _YEAR.match(printed):
        return None, messages.no_month(printed)
    if not criteria or not row.text("policy"):
        return None, messages.cell_empty(["policy" if criteria else "criteria"])
    return (
        Policy(number, jurisdiction, *place, aor, enacted, row.text("policy"), criteria, row.source, row.raw()),
        "",
    )


def split_place(name: str) -> tuple[str, str, str] | None:
    """Place, county and state of "City, State", "X County, State", "City, X County, State" or a bare state.

    The county goes without the word County ("Orleans Parish" keeps Parish). An independent city named as one
    ("Alexandria City", "City of Alexandria", "Carson City") is its own county. None if the state is unknown.
    """
    *parts, last = [part.strip() for part in name.split(",")]
    state = canonical_state(last)
    if state is None or len(parts) > 2 or _two_in_one(parts):
        return None
    place, county = "", ""
    for part in parts:
        city = _independent_city(part, state.name) if len(parts) == 1 else ""
        if part.endswith((" County", " Parish")):
            county = part.removesuffix(" County")
        elif city:
            county = city
        elif not place:
            place = part
        else:
            return None
    return place, not_in_capitals(county, state), state.name


def _two_in_one(parts: list[str]) -> bool:
    """Whether a field office stands in the midst, or a state where a county would: two entries run together."""
    follows = [part for part in parts[1:] if not part.endswith((" County", " Parish"))]
    return any("(" in part for part in parts) or any(p.startswith(f"{s.name} ") for p in follows for s in states())


def _independent_city(part: str, state: str) -> str:
    """The name, as the county column has it, of an independent city that says it is one; empty for any other place."""
    name = _CITY_OF.sub(r"\1 City", part)
    if not name.endswith((" City", " city")):
        return ""
    known = canonical_county(name, state)
    return f"{name[:-5]} City" if known is not None and known.kind == "city" else ""


def bullets(lines: list[str]) -> tuple[str, ...]:
    """The criteria of a cell: one a bullet, or one a number or letter where they count up from 1 or a; else the whole
    cell is one. Dashes are bullets where the cell begins with one."""
    if lines and _DASH.match(lines[0]):
        lines = [_DASH.sub("• ", line) for line in lines]
    labels = [match[1] for line in lines if (match := _NUMBERED.match(line))]
    numbered = [int(label) if label.isdigit() else ord(label) - ord("a") + 1 for label in labels]
    counts_up = len(numbered) > 1 and numbered == list(range(1, len(numbered) + 1))
    if lines and _BULLET.match(lines[0]):
        lines = [_INNER.sub("• ", line) for line in lines]
    found: list[list[str]] = []
    for line in lines:
        if _BULLET.match(line) or not found or (counts_up and _NUMBERED.match(line)):
            found.append([])
        found[-1].append(_BULLET.sub("", line))
    return tuple(text for lines in found if (text := join(lines)))
