"""What the summary has to say, counted from the gold tables with the standard library alone."""

from __future__ import annotations

import csv
import statistics
from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

GOLD = Path(__file__).parents[2] / "ingest" / "gold"
REPORTS = ("2017-01-28", "2017-02-04", "2017-02-11")

Row = dict[str, str]


@cache
def table(name: str) -> list[Row]:
    with open(GOLD / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rows(name: str, report: str) -> list[Row]:
    return [row for row in table(name) if row["report_id"] == report]


def taken_back(row: Row, section: str) -> bool:
    return any(
        (c["report_id"], c["section"], c["county"], c["state"])
        == (row["report_id"], section, row["county"], row["state"])
        for c in table("corrections")
    )


def standing(report: str) -> list[Row]:
    return [row for row in rows("refusals", report) if not taken_back(row, "II")]


def before(report: str) -> str | None:
    at = REPORTS.index(report)
    return REPORTS[at - 1] if at else None


def counted(report: str, *columns: str) -> Counter[tuple[str, ...]]:
    return Counter(tuple(row[c] for c in columns) for row in rows("refusals", report))


def days(report: str) -> list[int]:
    return [
        (date.fromisoformat(r["declined_on"]) - date.fromisoformat(r["issued_on"])).days
        for r in rows("refusals", report)
    ]


@dataclass(frozen=True)
class Policies:
    """Places that came, went, or are listed otherwise than the week before."""

    added: set[str]
    removed: set[str]
    changed: set[str]


def policies(report: str, previous: str) -> Policies:
    def of(which: str) -> dict[tuple[str, str, str], list[Row]]:
        found: dict[tuple[str, str, str], list[Row]] = {}
        for row in rows("policies", which):
            found.setdefault((row["place"], row["county"], row["state"]), []).append(row)
        return found

    said = ("policy", "enacted", "criteria")
    now, then = of(report), of(previous)
    names = {key: {row["jurisdiction"] for row in [*now.get(key, []), *then.get(key, [])]} for key in {*now, *then}}
    both = now.keys() & then.keys()
    return Policies(
        added={name for key in now.keys() - then.keys() for name in names[key]},
        removed={name for key in then.keys() - now.keys() for name in names[key]},
        changed={
            row["jurisdiction"]
            for key in both
            for row in now[key]
            if all(any(row[c] != old[c] for c in said) for old in then[key])
        },
    )


def tied(report: str, *columns: str) -> int:
    """How many beyond the first three of a ranking have as many rows as the third."""
    counts = sorted(counted(report, *columns).values(), reverse=True)
    return counts[3:].count(counts[2])


def figures(report: str) -> dict[str, object]:
    """Every figure of the summary by the name it goes by."""
    refusals, previous = rows("refusals", report), before(report)
    stated = {row["report_id"]: int(row["issued_nationwide"]) for row in table("reports")}
    waits = days(report)
    found: dict[str, object] = {
        "refused": len(refusals),
        "refused_standing": len(standing(report)),
        "taken_back": len(refusals) - len(standing(report)),
        "issued_nationwide": stated[report],
        "charges": sum(row["disposition"] == "charge" for row in refusals),
        "convictions": sum(row["disposition"] == "conviction" for row in refusals),
        "places": len(counted(report, "county", "state")),
        "states": len(counted(report, "state")),
        "offenses": len(counted(report, "offense")),
        "citizenships": len(counted(report, "citizenship")),
        "places_tied": tied(report, "county", "state"),
        "offenses_tied": tied(report, "offense"),
        "citizenships_tied": tied(report, "citizenship"),
        "age_median": statistics.median(waits),
        "age_most": max(waits),
        "oldest_issued_on": min(date.fromisoformat(row["issued_on"]) for row in refusals),
        "age_within_week": sum(n <= 7 for n in waits),
        "age_within_month": sum(8 <= n <= 30 for n in waits),
        "age_within_year": sum(31 <= n <= 365 for n in waits),
        "age_older": sum(n > 365 for n in waits),
        "issued_listed": sum(int(row["issued"]) for row in rows("issued", report)),
        "issued_places": len(rows("issued", report)),
        "issued_withdrawn": sum(taken_back(row, "I") for row in rows("issued", report)),
        "policies": len(rows("policies", report)),
        "corrections": len(rows("corrections", report)),
        "checks_failed": 0,
    }
    others = Counter(row["report_id"] for row in table("corrections") if row["report_id"] != report)
    found |= {f"corrections_{other}": n for other, n in others.items()}
    if previous:
        changed = policies(report, previous)
        found |= {
            "refused_before": len(rows("refusals", previous)),
            "standing_before": len(standing(previous)),
            "issued_before": stated[previous],
            "change": len(refusals) - len(rows("refusals", previous)),
            "change_standing": len(standing(report)) - len(standing(previous)),
            "issued_change": stated[report] - stated[previous],
            "policies_added": len(changed.added),
            "policies_removed": len(changed.removed),
            "policies_changed": len(changed.changed),
        }
    return found
