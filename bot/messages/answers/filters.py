"""Phrases for filters. `listed_as` gives the form that follows "are listed": 'as issued before January 1, 2017'."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.messages.answers.words import field_noun, listed

_WHEN = {
    "is": "on {a}",
    "before": "before {a}",
    "after": "after {a}",
    "since": "on or after {a}",
    "until": "on or before {a}",
    "between": "from {a} through {b}",
}
_IN_MONTHS = {
    "is": "in {a}",
    "before": "before {a}",
    "after": "after {a}",
    "since": "in or after {a}",
    "until": "in or before {a}",
    "between": "from {a} through {b}",
}
_DATED = {
    "issued_on": "issued",
    "prepared_on": "prepared",
    "declined_on": "declined",
    "enacted": "enacted",
    "posted_on": "posted",
    "period_start": "with a week beginning",
    "period_end": "with a week ending",
}
_SIZE = {
    "is": "exactly {a}",
    "over": "more than {a}",
    "at_least": "{a} or more",
    "under": "fewer than {a}",
    "at_most": "{a} or fewer",
    "between": "{a} to {b}",
}
_LONG = {**_SIZE, "under": "less than {a}", "at_most": "at most {a}", "at_least": "at least {a}"}
"""The same of a length of time."""


def one_report(week: str) -> str:
    return f"in the report of {week}"


def some_reports(weeks: Sequence[str]) -> str:
    return f"in the reports of {listed(weeks)}"


def not_reports(weeks: Sequence[str]) -> str:
    return f"in the reports other than {listed(weeks)}"


def all_reports(n: int, runs: Sequence[str]) -> str:
    """'in the 3 reports loaded (Jan 28 – Feb 17, 2017)'; with a week missing, each run of days."""
    span = listed(runs)
    return f"in the only report loaded ({span})" if n == 1 else f"in the {n} reports loaded ({span})"


def in_files(names: Sequence[str]) -> str:
    """'in the FOIA file detainers.xlsx'."""
    return f"in {the_files(names)}"


def the_files(names: Sequence[str]) -> str:
    """'the FOIA file detainers.xlsx'."""
    return f"the FOIA file{'' if len(names) == 1 else 's'} {listed(names)}"


def in_places(names: Sequence[str], *, negated: bool, subject: str, states: bool = False) -> str:
    """Where. Section I counts detainers issued *to* agencies of a place; Section III lists policies *of* a county or
    town, and *in* a state, most of which are not the state's own."""
    if negated:
        return f"outside {listed(names)}"
    if states and subject == "policies":
        return f"in {listed(names, 'or')}"
    word = {"issued": "to", "policies": "of", "corrections": "of"}.get(subject, "in")
    return f"{word} {listed(names, 'or')}"


def with_value(field: str, values: Sequence[str], *, negated: bool, listed_as: bool = False) -> str:
    """'with a conviction', 'at Travis County Jail', 'for Assault', 'with citizenship Mexico'."""
    either = listed(values, "or")
    if field == "disposition" and negated:
        return "with a conviction, not only a charge" if either == "charge" else f"without a {either}"
    if field == "disposition":
        return f"with a {either}"
    if field == "facility":
        return f"{'not at' if negated else 'at'} {either}"
    if field == "offense":
        return f"{'for offenses other than' if negated else 'for'} {either}"
    if field == "criteria":
        return f"{'not ' if negated else ''}of the kind “{either}”"
    if field == "jurisdiction":
        return f"{'not ' if negated else ''}{'as entries ' if listed_as else ''}of {either}"
    if field == "declined":
        return f"{'not ' if (either == 'yes') is negated else ''}{'as ' if listed_as else ''}declined by LEA"
    if field == "criminality":
        return f"{'not as' if negated else 'as'} “{either}”"
    if field == "withdrawn":
        if (either == "yes") is negated:
            return "as still standing" if listed_as else "that still stand"
        return "as taken back later by ICE" if listed_as else "that ICE later took back"
    return f"with {field_noun(field, 1)} {'other than ' if negated else ''}{either}"


def conditions(said: Sequence[str], subject: str) -> str:
    """What is said about the rows, in one phrase; of policies "with criteria that ... and with criteria that ..."."""
    if subject != "policies":
        return ", ".join(said)
    alike = [b.split()[0] == a.split()[0] for a, b in pairwise(said)]
    return "".join([*said[:1], *(f"{' and ' if same else ' '}{b}" for b, same in zip(said[1:], alike, strict=True))])


def mentioning(field: str, texts: Sequence[str], *, negated: bool) -> str:
    """'with criteria that mention “court order”'."""
    quoted = listed([f"“{t}”" for t in texts], "or")
    verb = "do not mention" if field == "criteria" else "does not mention"
    if not negated:
        verb = "mention" if field == "criteria" else "mentions"
    noun = "a title" if field == "policy" else field_noun(field, 1)
    return f"with {noun} that {verb} {quoted}"


def blank(field: str, *, negated: bool) -> str:
    noun = field_noun(field, 1)
    article = "an" if noun[0] in "aeio" else "a"
    return f"with {article if negated else 'no'} {noun} stated"


def dated(field: str, op: str, values: Sequence[str], *, negated: bool, listed_as: bool = False, span: str = "") -> str:
    """'issued before January 1, 2017'; `span` names a whole month or year: 'enacted in May 2017'."""
    forms = _IN_MONTHS if field == "enacted" else _WHEN
    first = listed(values, "or") if op == "is" else values[0]
    when = f"in {span}" if span else forms[op].format(a=first, b=values[-1])
    made = f"{_DATED.get(field, field)} {when}"
    made = f"not {made}" if negated else made
    return f"as {made}" if listed_as and not made.startswith("with") else made


def sized(field: str, op: str, values: Sequence[str], *, negated: bool, asked: str = "") -> str:
    """'with more than 1 year (365 days) between issue and refusal', 'with 10 or more detainers issued'.

    `asked` is the length of time in the question's words, where it was not in days.
    """
    if field == "days" and op == "is" and list(values) == ["0"]:
        return f"with issue and refusal on {'different days' if negated else 'the same day'}"
    denied = "not " if negated else ""
    if field != "days":
        return f"{denied}with {_SIZE[op].format(a=values[0], b=values[-1])} {field_noun(field)}"
    word = "day" if values[-1] == "1" else "days"
    one = f"{asked} ({values[0]} {word})" if asked else ""
    size = _LONG[op].format(a=one or values[0], b=values[-1])
    return f"{denied}with {size if one else f'{size} {word}'} between issue and refusal"
