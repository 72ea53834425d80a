"""The register of disputes (disputes.yaml): entries that a jurisdiction contested in public."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib import resources
from pathlib import Path

import yaml

from ingest import messages


@dataclass(frozen=True, slots=True, order=True)
class Dispute:
    """A disputed entry: report (ISO first day of its week), section, place, what it says, who reported it, when."""

    report_id: str
    section: str
    county: str
    state: str
    place: str
    says: str
    source: str
    dated: date | None


def load(path: Path | None = None) -> list[Dispute]:
    """The register, the newsroom's own file or the one that comes with the program.

    Raises `ValueError` naming the entry that lacks something.
    """
    file = path if path is not None else resources.files("ingest").joinpath("disputes.yaml")
    entries = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) or []
    return [dispute for number, entry in enumerate(entries, start=1) for dispute in _disputes(number, entry)]


def _disputes(number: int, entry: dict[str, object]) -> list[Dispute]:
    lacking = [key for key in ("report", "section", "state", "says", "source") if not entry.get(key)]
    if lacking or not (entry.get("county") or entry.get("place")):
        raise ValueError(messages.dispute_lacks(number, lacking or ["county or place"]))
    sections = entry["section"] if isinstance(entry["section"], list) else [entry["section"]]
    dated = entry.get("date")
    return [
        Dispute(
            str(entry["report"]),
            str(section),
            str(entry.get("county") or ""),
            str(entry["state"]),
            str(entry.get("place") or ""),
            str(entry["says"]),
            str(entry["source"]),
            dated if isinstance(dated, date) else None,
        )
        for section in sections
    ]
