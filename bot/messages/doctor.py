"""Words of `doctor`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPTION_FORMAT = "How to show it: text, json, markdown or html."
OPTION_OUT = "Where to write it: a file, or for Markdown a folder. Otherwise it goes to standard output."
TITLE = "What is loaded, and how sound it is"
WHOLE = "The whole"
SOUND = "Everything that is loaded fits."
UNSOUND = "Something does not fit: see below."
NOTHING = "No report is loaded. Load some with: detainer-desk ingest FILE_OR_FOLDER"
SETTINGS = "Settings"
SETTING_COLUMNS = ("Setting", "Value")
OTHERS = "Other documents"
UNKNOWN = "Values that the vocabulary does not know, or knows elsewhere (kept as printed)"
UNMATCHED = "Corrections of a loaded report that has no such row: see whether the place or the week was read right"
CHANGES = "What revisions changed"
CHECKS = "Checks"
CHECK_COLUMNS = ("Check", "Stated", "Read", "Fits")
FITS, FITS_NOT = "yes", "NO"
ASIDE = "Rows set aside: they broke a rule, and no figure counts them"
ASIDE_COLUMNS = ("No.", "Section", "Page", "Why", "Cells as printed")
NOT_READ = "Text that no rule could place"
NOT_READ_COLUMNS = ("No.", "Section", "Page", "Text")
SAMPLE = "SAMPLE"
MOST = 10


def report(week: str, file_name: str, sample: bool, pages: int, posted: str) -> str:
    label = f" [{SAMPLE}]" if sample else ""
    return f"Report of {week}{label}: {file_name}, {pages:,} pages, posted {posted or 'on a day not known'}"


def counts(found: Mapping[str, int]) -> str:
    return "rows: " + ", ".join(f"{n:,} {name}" for name, n in found.items())


def checks(ok: int, total: int) -> str:
    return f"checks: {ok} of {total} fit"


def failed(name: str, stated: object, read: object) -> str:
    return f"    does not fit: {name}: stated {stated}, read {read}"


def quarantined(section: str, page: int, reason: str) -> str:
    return f"    set aside: {_where(section, page)}: {reason}"


def unread(section: str, page: int, text: str) -> str:
    return f"    not read: {_where(section, page)}: “{text}”"


def _where(section: str, page: int) -> str:
    """'Section II, page 3'; a spreadsheet has sheets and no pages."""
    return f"Section {section}, page {page}" if page else section


def picture(page: int, marked: Sequence[str]) -> str:
    return f"Page {page}, with {', '.join(marked)} marked"


def pages_left(n: int) -> str:
    return f"{n:,} more page{'' if n == 1 else 's'} with such places {'is' if n == 1 else 'are'} not drawn."


def other(kind: str, file_name: str, sample: bool, posted: str) -> str:
    label = f" [{SAMPLE}]" if sample else ""
    return f"{kind}{label}: {file_name}{f', posted {posted}' if posted else ''}"


def totals(corrections: int, disputes: int) -> str:
    return f"Taken back by ICE: {corrections:,} entries. In the register of disputes: {disputes:,}."


def record(found: Mapping[str, object]) -> str:
    """A record in a line: what it is called and what it holds."""
    return "  " + ", ".join(f"{name} {value}" for name, value in found.items() if value is not None)


def more(n: int) -> str:
    return f"    and {n:,} more (--json lists all)"
