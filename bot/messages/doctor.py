"""Words of `doctor`."""

from __future__ import annotations

from collections.abc import Mapping

SOUND = "Everything that is loaded fits."
UNSOUND = "Something does not fit: see below."
NOTHING = "No report is loaded. Load some with: detainer-desk ingest FILE_OR_FOLDER"
SETTINGS = "Settings"
OTHERS = "Other documents"
UNKNOWN = "Values that the vocabulary does not know (kept as printed)"
CHANGES = "What revisions changed"
SAMPLE = "SAMPLE"
MOST_UNREAD = 10


def report(week: str, file_name: str, sample: bool, pages: int, posted: str) -> str:
    label = f" [{SAMPLE}]" if sample else ""
    return f"Report of {week}{label}: {file_name}, {pages:,} pages, posted {posted or 'on a day not known'}"


def counts(found: Mapping[str, int]) -> str:
    return "  rows: " + ", ".join(f"{n:,} {name}" for name, n in found.items())


def checks(ok: int, total: int) -> str:
    return f"  checks: {ok} of {total} fit"


def failed(name: str, stated: object, read: object) -> str:
    return f"    does not fit: {name}: stated {stated}, read {read}"


def quarantined(section: str, page: object, reason: str) -> str:
    return f"    set aside: Section {section}, page {page}: {reason}"


def unread(section: str, page: object, text: str) -> str:
    return f"    not read: Section {section}, page {page}: “{text}”"


def more_unread(n: int) -> str:
    return f"    and {n:,} more pieces of text not read (--json lists all)"


def other(kind: str, file_name: str, posted: str) -> str:
    return f"  {kind}: {file_name}{f', posted {posted}' if posted else ''}"


def totals(corrections: int, disputes: int) -> str:
    return f"Taken back by ICE: {corrections:,} entries. In the register of disputes: {disputes:,}."


def record(found: Mapping[str, object]) -> str:
    """A record in a line: what it is called and what it holds."""
    return "  " + ", ".join(f"{name} {value}" for name, value in found.items() if value is not None)


def more(n: int) -> str:
    return f"  and {n:,} more (--json lists all)"
