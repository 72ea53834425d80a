"""The lexicon: every name that exists in this edition of the database, beside the vocabulary and the words people use.

Pure data: the caller runs `QUERIES` and hands the rows to `Lexicon.build`; a lexicon serves one edition and never
reads anything itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from bot.query import Filter, Place, Query
from bot.understand.patterns import Pattern
from bot.understand.phrases import PhraseTable, general_phrases
from bot.understand.values import edition_phrases
from bot.understand.words import Sense, word_senses

if TYPE_CHECKING:
    from bot.understand.typos import Speller

QUERIES: dict[str, str] = {
    "reports": (
        "SELECT report_id, period_start, period_end, posted_on, issued_nationwide, declined_stated, pages"
        " FROM reports ORDER BY period_start"
    ),
    "sizes": "SELECT report_id, count(*) AS listed FROM refusals GROUP BY report_id",
    "places": "SELECT state, county, count(*) AS listed FROM refusals GROUP BY state, county",
    "facilities": "SELECT DISTINCT facility, state, county FROM refusals WHERE facility IS NOT NULL",
    "offenses": "SELECT DISTINCT offense FROM refusals WHERE offense IS NOT NULL",
    "citizenships": (
        "SELECT citizenship, count(*) AS listed FROM refusals WHERE citizenship IS NOT NULL GROUP BY citizenship"
    ),
    "issued": "SELECT report_id, state, county, issued FROM issued",
    "policies": "SELECT report_id, jurisdiction, place, county, state, aor, enacted, policy FROM policies",
    "corrections": "SELECT report_id, section, state, county, effect, posted_on FROM corrections",
    "topics": "SELECT DISTINCT topic FROM caveats WHERE topic IS NOT NULL",
}
"""What a lexicon is built from: plain SELECTs over the query views, by name. Of Section II only the names and how
many rows have them: a million rows bring no more of these than a hundred."""

Counts = Callable[[Sequence[Filter]], int]
"""How many rows of Section II meet all of some filters."""

Groups = Callable[[Query], Sequence[Sequence[Any]]]
"""The groups that a ranking keeps, first place first: the values of its breakdowns, as columns, and its figures."""


class Report(NamedTuple):
    """A loaded report's own facts, as its text states them; `posted_on` comes from the index page."""

    id: str
    start: date
    end: date
    posted_on: date | None
    issued_nationwide: int | None
    declined_stated: int | None
    pages: int | None


class Declining(NamedTuple):
    """A place with rows in Section II, and how many it has in all reports."""

    state: str | None
    county: str | None
    rows: int


class Listed(NamedTuple):
    """An entry of Section I."""

    report: str
    state: str
    county: str
    issued: int


class PolicyEntry(NamedTuple):
    """An entry of Section III."""

    report: str
    jurisdiction: str
    town: str | None
    county: str | None
    state: str | None
    aor: str | None
    enacted: date | None
    policy: str | None


class Withdrawal(NamedTuple):
    """A (report, section, place) that ICE took back."""

    report: str
    section: str
    state: str
    county: str
    effect: str
    posted_on: date | None


def _inside(place: Place, state: str | None, county: str | None) -> bool:
    return place.state == state and place.county in (None, county)


def _blank_as_none(row: Sequence[Any]) -> list[Any]:
    """Empty cells as None, whichever way the view holds them."""
    return [None if cell == "" else cell for cell in row]


@dataclass(eq=False, repr=False)
class Lexicon:
    """Names and facts of one edition. Build it with `Lexicon.build`."""

    reports: tuple[Report, ...]
    sizes: Mapping[str, int]
    """Rows of Section II by report."""
    declining: tuple[Declining, ...]
    housed: tuple[tuple[str, str | None, str | None], ...]
    """Facilities as printed, with state and county."""
    offenses: tuple[str, ...]
    """The offenses as printed, each once."""
    nationals: Mapping[str, int]
    """Rows of Section II by citizenship as printed."""
    issued: tuple[Listed, ...]
    policies: tuple[PolicyEntry, ...]
    corrections: tuple[Withdrawal, ...]
    topics: tuple[str, ...] = ()
    own: tuple[tuple[Pattern, Sense], ...] = ()
    count: Counts | None = None
    """Asked when two readings of a question may meet the same rows; without it they are taken to differ."""
    groups: Groups | None = None
    """Asked what a ranking found where a follow-up points at it; without it that is not known."""
    phrases: PhraseTable = field(init=False)
    """Everything that can be matched in a question, with its senses."""
    answered: dict[str, bool] = field(init=False, default_factory=dict)
    """Questions made of names of the edition, and whether the desk answers them."""

    def __post_init__(self) -> None:
        table = PhraseTable(general_phrases())
        for pattern, sense in self.own:
            table.add_pattern(pattern, sense)
        for phrase, sense in edition_phrases(self):
            table.add(phrase, sense)
        self.phrases = table

    @classmethod
    def build(
        cls,
        rows: Mapping[str, Sequence[tuple[Any, ...]]],
        own: Iterable[tuple[Pattern, Sense]] = (),
        count: Counts | None = None,
        groups: Groups | None = None,
    ) -> Lexicon:
        """A lexicon out of the rows of `QUERIES`, by the same names; `own` are the newsroom's words."""
        return cls(
            reports=tuple(Report(*row) for row in rows["reports"]),
            sizes=dict(rows["sizes"]),
            declining=tuple(Declining(*row) for row in rows["places"]),
            housed=tuple((row[0], row[1], row[2]) for row in rows["facilities"] if row[0]),
            offenses=tuple(sorted(row[0] for row in rows["offenses"] if row[0])),
            nationals={row[0]: row[1] for row in rows["citizenships"] if row[0]},
            issued=tuple(Listed(*row) for row in rows["issued"]),
            policies=tuple(PolicyEntry(*_blank_as_none(row)) for row in rows["policies"]),
            corrections=tuple(Withdrawal(*row) for row in rows["corrections"]),
            topics=tuple(row[0] for row in rows.get("topics", ())),
            own=tuple(own),
            count=count,
            groups=groups,
        )

    def rows_in(self, reports: Iterable[str]) -> int:
        """Rows of Section II in some reports."""
        return sum(self.sizes.get(report, 0) for report in set(reports))

    def rows_at(self, places: Sequence[Place]) -> int:
        """Rows of Section II in some counties or states, in all reports."""
        return sum(d.rows for d in self.declining if any(_inside(p, d.state, d.county) for p in places))

    def issued_at(self, places: Sequence[Place]) -> set[int]:
        """The figures that Section I lists for some counties or states."""
        return {e.issued for e in self.issued if any(_inside(p, e.state, e.county) for p in places)}

    @cached_property
    def citizenships(self) -> tuple[str, ...]:
        """The citizenships as printed, each once."""
        return tuple(sorted(self.nationals))

    @cached_property
    def printed_countries(self) -> dict[str, tuple[str, ...]]:
        """The citizenships as this edition prints them, by the vocabulary's name of the country."""
        from ingest.vocabulary.countries import canonical_country

        found: dict[str, tuple[str, ...]] = {}
        for name in self.citizenships:
            known = canonical_country(name)
            key = known.name if known is not None else name
            found[key] = (*found.get(key, ()), name)
        return found

    @cached_property
    def printed_states(self) -> dict[str, str]:
        """The states as this edition prints them, by the census name, where the two differ."""
        from ingest.vocabulary.states import canonical_state

        printed = {p.state for p in self.refusal_places | self.issued_places | self.policy_places}
        known = {name: canonical_state(name) for name in printed}
        return {state.name: name for name, state in known.items() if state is not None and state.name != name}

    @cached_property
    def facilities(self) -> dict[str, tuple[Place, ...]]:
        """The facilities as printed, with the counties they stand in."""
        found: dict[str, dict[Place, None]] = {}
        for name, state, county in sorted(self.housed, key=lambda h: (h[0], h[1] or "", h[2] or "")):
            if state:
                found.setdefault(name, {})[Place(state=state, county=county)] = None
        return {name: tuple(places) for name, places in found.items()}

    @cached_property
    def refusal_places(self) -> frozenset[Place]:
        """Counties with a row in Section II."""
        return frozenset(Place(state=r.state, county=r.county) for r in self.declining if r.state and r.county)

    @cached_property
    def issued_places(self) -> frozenset[Place]:
        """Jurisdictions in Section I."""
        return frozenset(Place(state=r.state, county=r.county) for r in self.issued)

    @cached_property
    def policy_places(self) -> frozenset[Place]:
        """Counties and towns in Section III, towns with `city` set."""
        return frozenset(
            Place(state=p.state, county=p.county, city=p.town)
            for p in self.policies
            if p.state and (p.county or p.town)
        )

    @cached_property
    def corrected_places(self) -> frozenset[Place]:
        """Counties whose entries ICE took back."""
        return frozenset(Place(state=c.state, county=c.county) for c in self.corrections)

    @cached_property
    def spelled(self) -> dict[str, str]:
        """County names as the views spell them, by census code: Baltimore and Baltimore City are two."""
        from ingest.vocabulary.places import canonical_county

        found: dict[str, str] = {}
        for place in self.refusal_places | self.issued_places | self.policy_places | self.corrected_places:
            if place.county:
                known = canonical_county(place.county, place.state)  # any spelling of the state
                if known is not None:
                    found[known.fips] = place.county
        return found

    @cached_property
    def name_words(self) -> frozenset[str]:
        """Single words of the names loaded: places, facilities, countries, offenses."""
        from bot.understand.words import phrase_key

        names: set[str] = {*self.offenses, *self.citizenships, *self.facilities}
        for place in self.refusal_places | self.issued_places | self.policy_places:
            names |= {n for n in (place.state, place.county, place.city) if n}
        return frozenset(word for name in names for word in phrase_key(name).split())

    @cached_property
    def speller(self) -> Speller:
        """What slips of the pen are corrected by."""
        from bot.understand.typos import Speller

        loaded = self.name_words | {word for pattern, _ in word_senses() for word in pattern.words()}
        return Speller(self.phrases, loaded, self.name_words)

    @property
    def newest(self) -> Report | None:
        """The newest report loaded."""
        return self.reports[-1] if self.reports else None

    @property
    def year(self) -> int:
        """The year that a date without one is taken to be of."""
        return self.newest.end.year if self.newest else 2017

    def report(self, report_id: str) -> Report | None:
        """The report of this id."""
        return next((r for r in self.reports if r.id == report_id), None)

    def number_of(self, report_id: str) -> int:
        """1 for the first report in order of period."""
        return next(i for i, r in enumerate(self.reports, start=1) if r.id == report_id)
