"""A Query's filters in words: where, what about them, and when. The sentences and the figures' labels use them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answer.edition import Edition
from bot.answer.naming import report_name, value_name
from bot.messages import answers as say
from bot.query import Filter, Place, Query

_PLACES = ("place", "state", "county")
_DATES = ("prepared_on", "issued_on", "declined_on", "enacted", "posted_on", "period_start", "period_end")
_TEXTS = ("facility", "citizenship", "offense", "disposition", "withdrawn")


@dataclass(frozen=True, slots=True)
class Phrases:
    """where: 'in Travis County, Texas'; about: 'with a conviction'; when: 'in the 3 reports loaded (...)'."""

    where: str
    about: str
    when: str

    @property
    def base(self) -> str:
        """Where and about, without when."""
        return say.joined(self.about, self.where)


def phrases(query: Query, edition: Edition) -> Phrases:
    """The Query's own filters in words."""
    return phrases_of(query.subject, query.filters, edition)


def phrases_of(subject: str, filters: Sequence[Filter], edition: Edition) -> Phrases:
    """These filters in words."""
    where = [_phrase(subject, f, edition) for f in filters if f.field in _PLACES]
    about = [_phrase(subject, f, edition) for f in filters if f.field not in (*_PLACES, "report", "release")]
    period = _files(filters, edition) if subject == "foia_detainers" else when(filters, edition)
    return Phrases(" and ".join(where), say.conditions(about, subject), period)


def condition(subject: str, filters: Sequence[Filter], edition: Edition, *, listed_as: bool = False) -> str:
    """All filters in one phrase; `listed_as` gives the form that follows "are listed"."""
    return " and ".join(_phrase(subject, f, edition, listed_as) for f in filters)


def when(filters: Sequence[Filter], edition: Edition) -> str:
    """Which reports: those asked for, or all that are loaded."""
    asked = [f for f in filters if f.field == "report"]
    if asked:
        return " and ".join(_reports(f, edition) for f in asked)
    runs = [say.week(*run) for run in edition.runs]
    return say.all_reports(len(edition.reports), runs) if runs else ""


def _files(filters: Sequence[Filter], edition: Edition) -> str:
    """Which FOIA spreadsheets."""
    asked = [str(v) for f in filters if f.field == "release" for v in f.values]
    return say.in_files(asked or list(edition.releases))


def _reports(item: Filter, edition: Edition) -> str:
    names = [report_name(edition, str(v)) for v in item.values]
    if item.op != "is":
        return say.dated("period_start", item.op, names, negated=item.negated)
    if item.negated:
        return say.not_reports(names)
    return say.one_report(names[0]) if len(names) == 1 else say.some_reports(names)


def _phrase(subject: str, item: Filter, edition: Edition, listed_as: bool = False) -> str:
    names = [item.label] if item.label and item.field in _PLACES else [value_name(v, item.field) for v in item.values]
    if item.field == "report":
        return _reports(item, edition)
    if item.op == "missing":
        return say.blank(item.field, negated=item.negated)
    if item.op == "contains":
        return say.mentioning(item.field, names, negated=item.negated)
    if item.field in _PLACES:
        states = item.field == "state" or all(isinstance(v, Place) and not v.county and not v.city for v in item.values)
        return say.in_places(names, negated=item.negated, subject=subject, states=states)
    if item.field in _DATES:
        span = item.label if item.op == "between" else ""  # "2014", "May 2017": the whole of it
        return say.dated(item.field, item.op, names, negated=item.negated, listed_as=listed_as, span=span)
    if item.op != "is" or item.field == "days":
        length = "" if len(names) > 1 or item.label.endswith(("day", "days")) else item.label
        return say.sized(item.field, item.op, names, negated=item.negated, asked=length)
    shown = [item.label] if item.label else names
    return say.with_value(item.field, shown, negated=item.negated, listed_as=listed_as)
