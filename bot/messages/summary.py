"""Every sentence of the weekly summary. Figures come in as values; nothing here computes one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.answer.answer import Caveat, Source

COMMAND = (
    "The weekly summary of the newest report, or of the one named. Exit status: 0 told, 4 no such report, "
    "1 no usable database, 2 wrong use."
)
OPTION_REPORT = "First day of the report's week, for example 2017-02-04. Without it: the newest report loaded."
OPTION_JSON = "The same as --format json."
OPTION_FORMAT = "text, json, html or slack are printed; markdown (with its pictures) and csv are written as files."
OPTION_OUT = "The file to write, or for markdown and csv the folder. Without it: standard output, or this folder."


def not_written(path: str, why: str) -> str:
    """A file that cannot be written."""
    return f"{path} cannot be written: {why}."


COLUMN_TITLES = {
    "report_id": "Report",
    "county": "County",
    "state": "State",
    "refusals": "Refused",
    "standing": "After corrections",
    "offense": "Offense",
    "charges": "Charge",
    "convictions": "Conviction",
    "citizenship": "Citizenship",
    "disposition": "Charge or conviction",
    "issued": "Issued (not declined)",
    "withdrawn": "Withdrawn later",
    "jurisdiction": "Jurisdiction (field office)",
    "policy": "Policy",
    "enacted": "Enacted",
    "page_from": "Page",
    "section": "Section",
    "effect": "What was withdrawn",
    "posted_on": "Posted",
    "text": "What ICE wrote",
    "age": "Issued how long before",
    "name": "Check",
    "stated": "Stated",
    "read": "Read",
    "ok": "Fits",
    "place": "Place",
}

SECTION_TITLES = {
    "totals": "The week",
    "disposition": "Charge or conviction",
    "places": "Where",
    "offenses": "Offenses",
    "citizenships": "Citizenship",
    "age": "How old the requests were",
    "issued": "Section I: detainers issued, not declined",
    "policies": "Section III: policies",
    "corrections": "Corrections and disputes",
    "checks": "Data checks",
    "trend": "Week by week",
}

EFFECTS = {
    "withdrawn_wrong_jurisdiction": "withdrawn: wrong jurisdiction",
    "withdrawn_transferred": "withdrawn: person transferred",
}

AGES = {
    "within_week": "up to 7 days",
    "within_month": "8 to 30 days",
    "within_year": "31 to 365 days",
    "older": "over 365 days",
}

TABLE_TITLES = {
    "places": "Refused detainers by county",
    "states": "Refused detainers by state",
    "offenses": "Refused detainers by offense",
    "citizenships": "Refused detainers by citizenship",
    "ages": "Refused detainers by age of the request",
    "issued": "Section I: detainers issued (not declined), outcome not yet known",
    "corrections": "Taken back by ICE",
}

POLICY_CHANGES = {"added": "Added", "removed": "Removed", "changed": "Changed"}
NOT_STATED = "not stated"
WEEK_SHAPE = "Saturday to Friday, seven days"

CAVEATS = "What limits these figures"
SOURCES = "Sources"
STATEMENTS = "The statements behind the figures"
TOO_MANY_ROWS = "it gives more rows than a summary can hold."
NO_REPORT = "No report is loaded, so there is nothing to summarise. Load one with: detainer-desk ingest FILE"
CHECK_FITS = "fits"
CHECK_FAILS = "does not fit"


YES, NO, NOTHING = "yes", "no", "–"


def caveat(c: Caveat) -> str:
    """A caveat with the place it is quoted from; the desk's own says so."""
    if c.report is None:
        return f"{c.text} (the desk's own note)"
    where = [f"report {c.report}"]
    where += [f"Section {c.section}" if c.section in ("I", "II", "III", "IV") else str(c.section)] if c.section else []
    where += [f"page {c.page}"] if c.page else []
    return f"{c.text} ({', '.join(where)})"


def short_caveat(c: Caveat) -> str:
    """A caveat for the small print under a headline: its first sentence, and where the rest stands."""
    first = c.text.split(". ")[0].rstrip(".") + "."
    return f"{first} (p. {c.page})" if c.page else first


def source(s: Source) -> str:
    """A report and its pages."""
    return f"report {s.report}" + (f", pages {ranges(s.pages)}" if s.pages else "")


def ranges(pages: Sequence[int]) -> str:
    """'3–22, 24'."""
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def left_out(n: int) -> str:
    """Rows that a short table leaves out."""
    return f"… and {counted(n, 'more row')}; the CSV file has them all."


def number(value: object) -> str:
    """A figure as people write it: thousands apart, dates in words, halves kept."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return day(value)
    if isinstance(value, float):
        return f"{value:,.0f}" if value.is_integer() else f"{value:,.1f}"
    return f"{value:,}" if isinstance(value, int) else str(value if value is not None else "–")


def day(value: date) -> str:
    """'Feb 3, 2017'."""
    return f"{value:%b} {value.day}, {value.year}"


def short_day(value: date) -> str:
    """'Feb 3', for the axis of a chart."""
    return f"{value:%b} {value.day}"


def week(start: date, end: date) -> str:
    """'Jan 28 – Feb 3, 2017'; years are given twice only where they differ."""
    if start.year != end.year:
        return f"{day(start)} – {day(end)}"
    return f"{start:%b} {start.day} – {day(end)}"


def counted(n: int, one: str, many: str = "") -> str:
    """'1 refusal', '206 refusals'."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def listed(items: Sequence[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def title(start: date, end: date) -> str:
    """The summary's title."""
    return f"Declined detainers, {week(start, end)}"


def no_such_report(report_id: str, loaded: Sequence[str]) -> str:
    """The named report is not loaded."""
    held = f"Loaded: {', '.join(loaded)}." if loaded else "No report is loaded."
    return f"No report {report_id!r} is loaded. Reports are named by the first day of their week. {held}"


def statement_refused(key: str, why: str) -> str:
    """A statement of the summary was not run."""
    return f"The summary's statement {key!r} was not run: {why}"


def refused(n: int, standing: int) -> str:
    """The week's total, with what stands after corrections where that differs."""
    if n == 0:
        return "The report lists no refused detainer."
    text = f"The report lists {counted(n, 'refused detainer')}."
    if standing != n:
        text += f" ICE has taken back {n - standing:,} since; {standing:,} stand after its corrections."
    return text


def issued_nationwide(n: int | None) -> str:
    """What Section I states for the whole country."""
    if n is None:
        return "It does not state how many detainers were issued nationwide."
    return f"It states that {counted(n, 'detainer was', 'detainers were')} issued nationwide."


def not_a_rate() -> str:
    """Why refusals and issued detainers make no rate."""
    return "The two are different groups: many refused detainers had been issued before that week."


def posted(on: date | None) -> str:
    """When the report was posted."""
    return f"Posted on {day(on)}." if on else "When it was posted is not known (no index page gives it)."


def change(n: int, before: int, previous: str) -> str:
    """The change on the week before, as published."""
    if n == 0:
        return f"As many as the week before ({previous}: {before:,})."
    return f"{abs(n):,} {'more' if n > 0 else 'fewer'} than the week before ({previous}: {before:,})."


def change_standing(standing: int, n: int, before: int) -> str:
    """The same after corrections."""
    how = "no change" if n == 0 else f"{abs(n):,} {'more' if n > 0 else 'fewer'}"
    return f"After ICE's corrections: {standing:,}, against {before:,} the week before ({how})."


def issued_change(n: int, before: int) -> str:
    """The change of detainers issued nationwide."""
    if n == 0:
        return f"Issued nationwide: as many as the week before ({before:,})."
    return f"Issued nationwide: {abs(n):,} {'more' if n > 0 else 'fewer'} than the week before ({before:,})."


def no_week_before(start: date) -> str:
    """The week before is not loaded."""
    return f"The report of the week before (beginning {day(start)}) is not loaded, so no change is given."


def no_trend(resumed: bool) -> str:
    """Why a change between two weeks is no trend; `resumed` where the report says that issuing was being resumed."""
    why = "ICE was resuming the issue of detainers, and " if resumed else ""
    return f"A change between weeks is not a trend: {why}rows stand by the week in which a refusal was recorded."


def disposition(parts: Sequence[tuple[str, int, int]], total: int) -> str:
    """Charge or conviction: name, rows, rows that stand."""
    words = {"charge": "a charge only", "conviction": "a conviction"}
    told = [f"{n:,} with {words.get(name, 'neither stated')}" for name, n, _ in parts]
    text = f"Of {counted(total, 'refused detainer')}: {listed(told)}."
    if any(n != standing for _, n, standing in parts):
        text += (
            " After corrections: " + listed([f"{s:,} with {words.get(name, 'neither')}" for name, _, s in parts]) + "."
        )
    return text + " A charge is not a conviction."


def ranking(what: str, total: int, top: Sequence[tuple[str, int]], tied: int) -> str:
    """How many different places (offenses, countries) and which come first; `tied` others share the last rank."""
    named = listed([f"{name} ({n:,})" for name, n in top])
    text = f"{counted(total, *what.split('/'))}; most: {named}."
    return text if not tied else f"{text[:-1]}, and {tied:,} more with as many as the last."


def age(median: str, most: str, oldest: date) -> str:
    """Age of the requests."""
    return (
        f"Half had been issued at most {median} days before the refusal; the longest wait was {most} days. "
        f"The oldest request is of {day(oldest)}."
    )


def ages(parts: Sequence[tuple[str, int]]) -> str:
    """Requests by age."""
    return "Issued before the refusal by: " + "; ".join(f"{AGES[key]}: {n:,}" for key, n in parts) + "."


def issued_listed(places: int, total: int, top: Sequence[tuple[str, int]]) -> str:
    """Section I in a sentence."""
    named = listed([f"{name} ({n:,})" for name, n in top])
    detainers = counted(total, "detainer was", "detainers were")
    return (
        f"Section I names {counted(places, 'jurisdiction')} to which {detainers} "
        f"issued; most: {named}. These were issued; what became of them was not yet known."
    )


def issued_withdrawn(n: int) -> str:
    """Entries of Section I taken back."""
    return f"ICE has taken back {counted(n, 'of these entries', 'of these entries')}."


def policies(total: int) -> str:
    """Section III in a sentence."""
    return f"Section III has {counted(total, 'entry', 'entries')}."


def policies_change(added: int, removed: int, changed: int) -> str:
    """What Section III gained and lost in a week."""
    return f"Since the week before: {added:,} added, {removed:,} removed, {changed:,} changed."


def policies_named(what: str, names: Sequence[str], more: int) -> str:
    """The places behind a number of the sentence before."""
    tail = f" and {more:,} more" if more else ""
    return f"{what}: {'; '.join(names)}{tail}."


def corrections_here(n: int) -> str:
    """Corrections of this very report."""
    if n == 0:
        return "ICE has taken back nothing of this report in the documents loaded."
    return f"ICE has taken back entries of this report for {counted(n, 'place')}."


def corrections_elsewhere(week_of: str, n: int, on: date | None) -> str:
    """Corrections of other reports, told because comparisons rest on them."""
    when = f" (posted {day(on)})" if on else ""
    return f"Of the report of {week_of}, it has taken back entries for {counted(n, 'place')}{when}."


def correction_line(place: str, section: str, effect: str) -> str:
    """One place taken back."""
    return f"{place}: Section {section}, {EFFECTS.get(effect, effect)}."


def checks(ok: int, total: int) -> str:
    """How many checks fit."""
    return f"{ok:,} of {counted(total, 'check')} fit."


def check_failed(name: str, stated: str, read: str) -> str:
    """A check that does not fit."""
    return f"Does not fit: {name} (stated {stated}, read {read})."


CHECKS = {
    "stored": "checks that failed when the report was read in",
    "quarantined": "rows set aside because a rule was broken",
    "declined_total": "refusals stated in the text and rows read",
    "issued_order": "rows whose detainer was issued after it was declined",
    "declined_in_week": "refusals dated outside the week",
    "week": "the report's week",
}


def quarantined(n: int) -> str:
    """Rows set aside by ingest."""
    return f"{counted(n, 'row')} set aside because a rule was broken; they are in no figure."


def the_report_of(week_of: str) -> str:
    """'the report of Jan 28 – Feb 3, 2017'."""
    return f"the report of {week_of}"


def weekdays(start: date, end: date) -> str:
    """The week as printed, by its days."""
    return f"{start:%A} to {end:%A}, {counted((end - start).days + 1, 'day')}"


def states(n: int) -> str:
    """How many states have refusals."""
    return f"They lie in {counted(n, 'state')}." if n != 1 else "They lie in one state."


def dispute(text: str) -> str:
    """An entry of the register of disputes."""
    return f"Disputed: {text}"


def places_chart(name: str, n: int, total: int, start: date, end: date) -> str:
    """The chart's title states its finding."""
    return f"{name}: {n:,} of {counted(total, 'refused detainer')}, {week(start, end)}"


def places_alt(parts: Sequence[tuple[str, int]]) -> str:
    """The chart in words."""
    return "Bar chart of refused detainers by place: " + ", ".join(f"{name} {n:,}" for name, n in parts) + "."


def trend_title(weeks: int) -> str:
    """The trend's title."""
    return f"Refused detainers listed in {counted(weeks, 'weekly report')}"


def trend_alt(parts: Sequence[tuple[date, int, int]]) -> str:
    """The trend in words."""
    told = [f"{day(start)} {n:,}" + (f" ({s:,} after corrections)" if s != n else "") for start, n, s in parts]
    return "Columns of refused detainers by week: " + ", ".join(told) + "."


TREND_RESUMED = "ICE was resuming the issue of detainers: a rise is not a trend."
CHART_SAMPLE = "Synthetic rows (reconstruction for testing)."
CHART_AWARENESS = "Only refusals that ICE came to know of."
STANDING = "standing after ICE's corrections"
TAKEN_BACK = "withdrawn by ICE later"
REFUSED_AXIS = "refused detainers"


def trend_withdrawn(n: int) -> str:
    """What was taken back, on the picture."""
    return f"{n:,} withdrawn later"


def week_axis(first: date, last: date) -> str:
    """What the marks of the trend's axis are."""
    return f"week beginning ({first.year if first.year == last.year else f'{first.year} to {last.year}'})"


def more_places(n: int) -> str:
    """Places that the picture leaves out."""
    return f"{counted(n, 'more place')} not drawn."


def trend_gap() -> str:
    """A week between two loaded ones is missing."""
    return "Weeks not loaded are left blank."


def headline(start: date, end: date, counts: tuple[int, int], issued: int | None, change_text: str) -> str:
    """Sentences that stand alone: in a notification, as a channel's message. `counts`: published, standing."""
    n, standing = counts
    text = f"ICE's report for {week(start, end)} lists {counted(n, 'refused detainer')}"
    notes = [f"{standing:,} after ICE's corrections"] if standing != n else []
    notes += [f"{counted(issued, 'detainer')} issued nationwide"] if issued is not None else []
    aside = f" ({'; '.join(notes)})" if notes else ""
    return f"{text}{aside}. {change_text}".strip()
