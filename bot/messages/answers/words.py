"""Numbers, dates and nouns as people write them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

NOT_STATED = "not stated"
NOT_LISTED = "not listed"
NONE = "none"
INDEX_PAGE = "index page that lists the reports"
NOTICE = "correction notice"
REGISTER = "register of disputes"
NOUNS = {
    "refusals": ("refusal", "refusals"),
    "issued": ("Section I entry", "Section I entries"),
    "policies": ("policy entry", "policy entries"),
    "corrections": ("withdrawn entry", "withdrawn entries"),
    "caveats": ("passage", "passages"),
    "reports": ("report", "reports"),
    "foia_detainers": ("detainer", "detainers"),
}
FIELDS = {
    "place": ("place", "places"),
    "state": ("state", "states"),
    "county": ("county", "counties"),
    "report": ("report", "reports"),
    "facility": ("facility", "facilities"),
    "citizenship": ("citizenship", "citizenships"),
    "offense": ("offense", "offenses"),
    "group": ("group of offenses", "groups of offenses"),
    "disposition": ("charge or conviction", "charge or conviction"),
    "issued_on": ("date of issue", "dates of issue"),
    "declined_on": ("day of refusal", "days of refusal"),
    "days": ("days between issue and refusal", "days between issue and refusal"),
    "jurisdiction": ("jurisdiction", "jurisdictions"),
    "aor": ("ICE field office", "ICE field offices"),
    "enacted": ("month enacted", "months enacted"),
    "requirement": ("requirement", "requirements"),
    "policy": ("policy", "policies"),
    "criteria": ("criteria", "criteria"),
    "section": ("section", "sections"),
    "topic": ("topic", "topics"),
    "effect": ("effect", "effects"),
    "posted_on": ("day of posting", "days of posting"),
    "period_start": ("first day of the week", "first days of the week"),
    "period_end": ("last day of the week", "last days of the week"),
    "pages": ("page", "pages"),
    "declined_stated": ("declined detainer as the report states it", "declined detainers as the reports state them"),
    "issued_nationwide": ("detainer issued nationwide", "detainers issued nationwide"),
    "issued": ("detainer issued", "detainers issued"),
    "row_no": ("row", "rows"),
    "withdrawn": ("withdrawn entry", "withdrawn entries"),
    "release": ("file", "files"),
    "prepared_on": ("day of preparing", "days of preparing"),
    "criminality": ("criminality", "criminality"),
    "lift_reason": ("lift reason", "lift reasons"),
    "declined": ("declined by LEA", "declined by LEA"),
    "gender": ("gender", "genders"),
}
STATISTICS = {"min": "smallest", "max": "largest", "average": "average", "median": "median"}
ENDS = {
    "issued_on": ("earliest date of issue", "latest date of issue"),
    "declined_on": ("earliest date of refusal", "latest date of refusal"),
    "enacted": ("earliest month of enactment", "latest month of enactment"),
    "days": ("shortest time between issue and refusal", "longest time between issue and refusal"),
}
EFFECTS = {
    "withdrawn_wrong_jurisdiction": "withdrawn (wrong place)",
    "withdrawn_transferred": "withdrawn (people transferred)",
}


def section(name: str) -> str:
    """'Section II', 'cover'."""
    return name if name == "cover" else f"Section {name}"


def number(value: object) -> str:
    """2,825; 131.5; dates in words; nothing as 'not stated'."""
    if value is None:
        return NOT_STATED
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return day(value)
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, float):
        return f"{value:,.0f}" if value.is_integer() else f"{value:,.1f}"
    return str(value)


def percent(value: float | None) -> str:
    """'68.9%'; below one percent a second digit."""
    if value is None:
        return NOT_STATED
    return f"{value:.2f}%" if 0 < abs(value) < 1 else f"{value:.1f}%"


def figure(value: object, unit: str, kind: str = "") -> str:
    """A figure with its unit; a rate is so many for every 100."""
    if value is None:
        return NOT_STATED
    if kind == "rate" and isinstance(value, int | float):
        shown = f"{value:.2f}"  # two digits tell a rate from the corrected one; a zero at the end tells nothing
        return f"{shown.removesuffix('0')} for every 100"
    if unit == "percent" and isinstance(value, int | float):
        return percent(float(value))
    return f"{number(value)} days" if unit == "days" else number(value)


def parts(part: object, whole: object, kind: str) -> str:
    """'76 of 154'; for a rate '47 against 2,825 issued', since these are two groups."""
    return f"{number(part)} against {number(whole)} issued" if kind == "rate" else f"{number(part)} of {number(whole)}"


def day(value: date) -> str:
    """'February 1, 2017'."""
    return f"{value:%B} {value.day}, {value.year}"


def month(value: date) -> str:
    """'February 2017'."""
    return f"{value:%B %Y}"


def week(start: date, end: date) -> str:
    """'Jan 28 – Feb 3, 2017'."""
    first = f"{start:%b} {start.day}" + (f", {start.year}" if start.year != end.year else "")
    return f"{first} – {end:%b} {end.day}, {end.year}"


def noun(subject: str, n: object) -> str:
    """The subject's word, singular for exactly one."""
    one, many = NOUNS[subject]
    return one if n == 1 else many


def all_of(nouns: str, base: str, when: str) -> str:
    """Label of a whole: 'all refusals in Travis County, Texas, in the report of ...'."""
    return joined(f"all {nouns}", base, when)


def in_report(label: str, week_: str) -> str:
    """Label of one report's part of a figure."""
    return f"{label}: report of {week_}"


def taken_back_of(nouns: str) -> str:
    """Label of the number that ICE took back."""
    return f"{nouns} among them that ICE took back"


def subject(name: str) -> str:
    """The subject's word in the plural; a name that is none as it is."""
    return NOUNS[name][1] if name in NOUNS else name


_BUCKETS = {"declined_on": "of refusal", "issued_on": "of issue", "enacted": "of enactment"}


def dimension_noun(field: str, bucket: str | None, n: object = 2) -> str:
    """A breakdown's word: 'month of refusal' where days are put together by month."""
    if bucket in ("month", "year") and field in _BUCKETS:
        return f"{bucket}{'' if n == 1 else 's'} {_BUCKETS[field]}"
    return field_noun(field, n)


def field_noun(field: str, n: object = 2) -> str:
    """A field's word."""
    one, many = FIELDS.get(field, (field, field))
    return one if n == 1 else many


def end_of(field: str, *, last: bool) -> str:
    """'earliest date of issue'."""
    return ENDS.get(field, (f"lowest {field_noun(field, 1)}", f"highest {field_noun(field, 1)}"))[last]


def listed(names: Iterable[str], last: str = "and") -> str:
    """'a', 'a and b', 'a, b and c'; names that hold commas are parted by semicolons."""
    found = list(names)
    if len(found) < 2:
        return "".join(found)
    if any(", " in name for name in found):
        return f"{'; '.join(found[:-1])}; {last} {found[-1]}" if len(found) > 2 else f"{found[0]} {last} {found[1]}"
    return f"{', '.join(found[:-1])} {last} {found[-1]}"


def joined(*parts: str) -> str:
    """Phrases joined by blanks; a place's comma is closed before the next phrase: 'in Travis County, Texas, in ...'."""
    found = [p for p in parts if p]
    for i, part in enumerate(found[:-1]):
        if ", " in part and not part.endswith((",", ":", ")")):
            found[i] = f"{part},"
    return " ".join(found)


def sentence(*parts: str) -> str:
    """Parts joined by blanks, first letter capital, one full stop."""
    text = joined(*parts).strip()
    if not text:
        return ""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!", ".”", ".)")) else ".")


def posted_on(days: Iterable[date]) -> str:
    """' on April 5, 2017', or nothing where no day is known."""
    found = listed([day(d) for d in days])
    return f" on {found}" if found else ""
