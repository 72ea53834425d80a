"""How a question was read, in plain words. Phrases only; `bot.understand.reading` puts them together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.messages.fields import FIELDS, side_lead

GROUP = "group of offenses"
EACH = "each group"
CORRECTED = "without what ICE later took back"
_BOUNDS = {"at_least": "at least", "at_most": "at most", "over": "more than", "under": "fewer than", "is": "exactly"}
_DATES = {
    "prepared_on": "prepared",
    "issued_on": "issued",
    "declined_on": "refused",
    "enacted": "enacted",
    "posted_on": "posted",
}
_STATS = {"min": "shortest", "max": "longest", "median": "median", "average": "average"}


def sentence(text: str) -> str:
    """A clause as a sentence."""
    return text[:1].upper() + text[1:] + "."


def also(text: str) -> str:
    """The second half of a two-part question."""
    return f"; and {text}"


def count(rows: str) -> str:
    """A count of rows."""
    return f"number of {rows}"


def share(of: str, rows: str) -> str:
    """A percentage: the part, of the whole."""
    return f"percentage {of} among all {rows}"


def rate(period: str) -> str:
    """Refusals against detainers issued."""
    return " ".join(["refusals per 100 detainers issued nationwide", period]).strip()


def distinct(field: str, rows: str, of: str = "") -> str:
    """Different values, perhaps by their share of rows that are so."""
    return f"number of different values of {field} among {rows}" + (f", by the percentage {of}" if of else "")


def total(field: str, rows: str) -> str:
    """A sum."""
    return f"total {field}, {rows}"


def statistic(stat: str, field: str, rows: str) -> str:
    """A statistic of a number of days."""
    return f"{_STATS.get(stat, stat)} {field}, {rows}"


def per(field: str) -> str:
    """Rows per something."""
    return f"number per {'day' if field == FIELDS['declined_on'] else field}"


def extreme(stat: str, field: str, rows: str) -> str:
    """First or last date."""
    return f"{'latest' if stat == 'max' else 'earliest'} {field} among {rows}"


def value(fields: Sequence[str], rows: str) -> str:
    """Facts."""
    return f"{' and '.join(fields)} of {rows}"


def rows(fields: Sequence[str], what: str) -> str:
    """A listing."""
    return f"list of {what}" + (f" with {', '.join(fields)}" if fields else "")


def text(subject: str, what: str) -> str:
    """Passages."""
    return f"text of {what}"


def members(dimensions: Sequence[str], what: str, *, counted: bool = False) -> str:
    """Values in one slice and not in another, or in all; or how many of them."""
    return f"{'how many different values of' if counted else 'each'} {' and '.join(dimensions)} with {what}"


def slices(labels: Sequence[str], contrast: str, field: str) -> str:
    """The sides of a comparison."""
    lead = side_lead(labels[0], field)
    if contrast == "except":
        return f"{lead}{labels[0]} but not {lead}{' or '.join(labels[1:])}"
    if contrast == "both":
        return f"{lead}{'both' if len(labels) == 2 else 'all of'} {', '.join(labels[:-1])} and {labels[-1]}"
    if contrast == "percent":
        return f"change in percent from {labels[0]} to {labels[1]}"
    if contrast == "ratio":
        return f"how many times as many {lead}{labels[0]} as {lead}{labels[1]}"
    return f"difference between {labels[0]} and {labels[1]}" if contrast == "difference" else " against ".join(labels)


def by(dimensions: Sequence[str]) -> str:
    """A breakdown."""
    return "by " + " and ".join(dimensions)


def having(op: str, n: float, within: str = "", *, percent: bool = False, change: bool = False) -> str:
    """A bound on the figures of groups, on how many reports they are in, or on their change."""
    if change:
        return f"only where the second is {'higher' if op == 'over' else 'lower'}"
    if percent:
        ends = {"at_least 100": "all", "at_most 0": "none"}.get(f"{op} {n:g}", f"{_BOUNDS[op]} {n:g}%")
        return f"only those where it is {ends}"
    if within:
        if within != FIELDS["report"]:
            return f"only those with {_BOUNDS[op]} {n:g} of them"
        return f"only those in {_BOUNDS[op]} {n:g} {within}{'' if n == 1 else 's'}"
    return f"only those with {_BOUNDS[op]} {n:g}"


def each(field: str) -> str:
    """The ranking is done anew within each of these."""
    return f"anew for each {field}"


def leader(value: str) -> str:
    """The group supposed in first place."""
    return f"and whether that is {value}"


def in_how_many(value: str) -> str:
    """The group looked for in first place in each report."""
    return f"and in how many of them that is {value}"


def in_which_place(value: str) -> str:
    """The group whose place in the ranking is asked for."""
    return f"and the place of {value} among them"


def order(direction: str | None, limit: int | None, nth: bool = False, *, change: bool = False) -> str:
    """An order, and how many; or the one place asked for; of figures, or of their changes."""
    if direction == "natural":
        return "in order"
    if change:
        end = "biggest drop" if direction == "fewest" else "biggest rise"
        return f"the {limit} with the {end}" if limit and limit > 1 else f"{'the one with ' if limit else ''}the {end}"
    first = "fewest" if direction == "fewest" else "most"
    if nth and limit:
        return f"the one in place {limit} of those with the {first}"
    return (
        f"the {limit} with the {first}"
        if limit and limit > 1
        else f"{first} first"
        if not limit
        else f"the one with the {first}"
    )


def claim(op: str, n: float, *, percent: bool = False) -> str:
    """What the question supposes of the figure."""
    bound = "" if (op, n) == ("at_least", 100) and percent else f"{_BOUNDS[op]} "
    return f"and whether it is {bound}{n:g}{'%' if percent else ''}"


def claim_apart(op: str) -> str:
    """Of two figures, which the question supposes to be above the other."""
    return f"and whether the first is {_BOUNDS[op]} the second"


def in_every_report(words: str) -> str:
    """What is supposed of each report's figure."""
    return f"{words} in every one"


def all_reports(n: int) -> str:
    """No report was named."""
    return f"over all {n} reports loaded" if n else "over all reports loaded"


def either(values: Sequence[str]) -> str:
    """Alternatives."""
    return values[0] if len(values) == 1 else f"{', '.join(values[:-1])} or {values[-1]}" if values else ""


def missing(field: str, negated: bool) -> str:
    """A blank cell."""
    return f"with {field} given" if negated else f"with no {field} given"


def days(op: str, words: str, negated: bool) -> str:
    """A bound on the days between issue and refusal."""
    if op == "is" and words == "0 days":
        return f"issued {'on another day than' if negated else 'on the day of'} the refusal"
    bound = {**_BOUNDS, "under": "less than"}.get(op, op)
    return f"{'not ' if negated else ''}issued {bound} {words} before the refusal"


def withdrawn(taken: bool) -> str:
    """Rows that ICE took back, or only those it did not."""
    return "that ICE later took back" if taken else "that ICE did not take back"


def rows_with(noun: str, conditions: Sequence[str]) -> str:
    """The rows and what is said of them; a second condition that begins as the one before is joined to it by "and"."""
    said = noun
    for before, now in zip(("", *conditions), conditions, strict=False):
        same = bool(before) and before.split()[0] == now.split()[0] == "whose"
        said += f" and {now}" if same else f" {now}"
    return said


def contains(field: str, texts: Sequence[str], negated: bool) -> str:
    """Words in a text."""
    many = "" if field == FIELDS["criteria"] else "s"
    verb = f"do{'es' if many else ''} not mention" if negated else f"mention{many}"
    return f"whose {'title' if field == 'policy' else field} {verb} {either([f'“{text}”' for text in texts])}"


def dated(field: str, op: str, days: Sequence[str], label: str, negated: bool) -> str:
    """A date or range."""
    verb = _DATES[field]
    when = {
        "is": f"{'in' if field == 'enacted' else 'on'} {either(days)}",
        "between": f"in {label}" if label else f"from {days[0]} to {days[-1]}",
        "until": f"by {days[0]}",
    }.get(op, f"{op} {days[0]}")
    return f"{'not ' if negated else ''}{verb} {when}"


def filtered(field: str, values: str, negated: bool) -> str:
    """A filter on a value."""
    no = "not " if negated else ""
    if field == "disposition":
        words = {"charge": "with a charge only", "conviction": "with a conviction"}.get(values, values)
        return f"{no}{words}"
    if field == "declined":
        return f"{no}declined by LEA"
    if field == "requirement":
        return f"{no}of the kind “{values}”"
    lead = {
        "release": "in the file",
        "place": "in",
        "state": "in",
        "report": "in",
        "facility": "at",
        "citizenship": "of citizenship",
        "offense": "for",
        "jurisdiction": "of",
        "section": "in section",
        "topic": "on",
        "aor": "of the field office",
    }
    return f"{no}{lead.get(field, 'with ' + FIELDS.get(field, field))} {values}"


def report(number: int, start: date, end: date) -> str:
    """A report by its number and week."""
    return f"report {number} ({start:%b} {start.day} – {end:%b} {end.day}, {end.year})"


def day(value: date) -> str:
    """A day."""
    return f"{value:%b} {value.day}, {value.year}"


def month(value: date) -> str:
    """A month."""
    return f"{value:%B %Y}"


def bucket(name: str, field: str) -> str:
    """A date in its month or year."""
    return f"{name} of the {field}"
