"""Sentences that take entries back, in a notice, in a box on a report's cover or on a web page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from ingest.documents.named_places import named_places
from ingest.documents.taken_back import taken_back, tells_fault
from ingest.records import Check, Correction, Source, Unread
from ingest.vocabulary.dates import find_periods
from ingest.vocabulary.text import straighten

OPENING = re.compile(
    r"^(?:Corrections?|CORRECTIONS?|Errat(?:um|a)|ERRAT(?:UM|A))"
    r"(?:\s+(?:to|of|for|in|on|from|(?i:notice|posted|issued))\b|\s*[:.(–—-]|\s*$)"
)
"""How a correction opens. A wrapped line of prose ("... Department of / Corrections officers") opens none."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|St|Ft|Mt|Co|No|U\.S)\.$")
_MOVED = re.compile(r"\b(moved|transfer(red|s)?|relocated)\b", re.IGNORECASE)
_NUMERAL = r"(?:iv|iii|ii|i|[1-4])\b"
_SECTION = re.compile(rf"\bsections?\s+({_NUMERAL}(?:(?:,\s*|\s+and\s+){_NUMERAL})*)", re.IGNORECASE)
_DECLINED = re.compile(r"\b(refus|declin|not honou?r)", re.IGNORECASE)
_ISSUED = re.compile(r"\bissu(ed|ance)", re.IGNORECASE)
_PLACES = re.compile(r"\b(?:count(?:y|ies)|parish|cit(?:y|ies)|jurisdictions?|sections?)\b", re.IGNORECASE)
_VERB = re.compile(r"\b(?:were|was|are|is|had|have|has|rest|rests|concern|concerns|should|belong|belongs)\b")
_WITHDRAWABLE = frozenset({"I", "II"})
_ARABIC = {"1": "I", "2": "II", "3": "III", "4": "IV"}


def sentences(text: str) -> list[str]:
    """A paragraph's sentences; a dot after "Jan." or an initial ends none."""
    found: list[str] = []
    for part in _SENTENCE.split(text):
        if found and _ABBREVIATION.search(found[-1]):
            found[-1] += " " + part
        else:
            found.append(part)
    return found


def clauses(sentence: str) -> list[str]:
    """The parts of a sentence between semicolons that say something of their own about places of their own: of
    another section, or that the people were moved where the other part says that the place was wrong."""
    found: list[str] = []
    for part in re.split(r"(?<=;)\s+", sentence):
        if found and named_places(straighten(part)) and _VERB.search(part) and _differ(found[-1], part):
            found.append(part)
        elif found:
            found[-1] += " " + part
        else:
            found.append(part)
    return found


def _differ(one: str, other: str) -> bool:
    sections = _sections(one), _sections(other)
    other_section = all(sections) and sections[0] != sections[1]
    return other_section or (_MOVED.search(one) is None) != (_MOVED.search(other) is None)


@dataclass(slots=True)
class Readings:
    """What the paragraphs of a correction say.

    unclear: sentences that could not be understood, with their paragraph's source. naming: how many clauses name a
    place or a section; lost: how many of these could not be understood.
    """

    taken: list[Correction] = field(default_factory=list)
    unclear: list[tuple[str, Source]] = field(default_factory=list)
    naming: int = 0
    lost: int = 0

    def __add__(self, other: Readings) -> Readings:
        return Readings(
            self.taken + other.taken,
            self.unclear + other.unclear,
            self.naming + other.naming,
            self.lost + other.lost,
        )

    def unread(self, section: str) -> tuple[Unread, ...]:
        """The sentences not understood, each as text that no rule could place."""
        return tuple(Unread(section, text, source) for text, source in dict.fromkeys(self.unclear))

    def checks(self) -> tuple[Check, ...]:
        """Whether every clause that names a place or a section was understood; no check where none does."""
        return (Check("corrections_read", self.naming, self.naming - self.lost, not self.lost),) if self.naming else ()


@dataclass(slots=True)
class _Told:
    """What earlier sentences said: the report meant, the sections named, that what follows is wrong."""

    period: date | None = None
    sections: tuple[str, ...] = ()
    wrong: bool = False


def corrections(paragraphs: Iterable[tuple[str, Source]]) -> Readings:
    """The places that these paragraphs take back, and the sentences that could not be understood.

    The report meant is the one whose period is named last before or in the sentence. A sentence that names neither a
    place nor a section ("ICE regrets the error.") is unclear only where its whole paragraph is.
    """
    found, told = Readings(), _Told()
    for text, source in paragraphs:
        if not told.wrong:  # "The following entries in Section I are wrong:" speaks for what follows it
            told.sections = ()
        before, opened, asides = found.naming, False, []
        for sentence in sentences(text):
            opens = _opens(sentence, told)
            opened = opened or opens
            told.sections = _sections(sentence) or told.sections
            for clause in clauses(sentence):
                if not _names(clause, opens):
                    asides.append((sentence, source))
                    continue
                found.naming += 1
                taken = _taken(clause, sentence, source, told)
                found.taken += taken or []
                if taken is None:
                    found.lost += 1
                    found.unclear.append((sentence, source))
            told.wrong = sentence.rstrip().endswith(":") or (told.wrong and not opens)
        if not opened and found.naming == before:
            found.unclear += asides
    return found


def speaks_of_fault(text: str) -> bool:
    """Whether a text names a place and says that something is wrong."""
    plain = straighten(text)
    return bool(named_places(plain)) and tells_fault(plain)


def _opens(sentence: str, told: _Told) -> bool:
    """Whether a sentence says which report is meant, or leads to what follows."""
    stated = [mention.period for mention in find_periods(sentence) if mention.period]
    if stated:
        told.period = stated[0].start
    return bool(stated) or OPENING.match(sentence) is not None or sentence.rstrip().endswith(":")


def _names(clause: str, opens: bool) -> bool:
    """Whether a clause is about places: it names one, or speaks of places and sections without leading to them."""
    return bool(named_places(straighten(clause))) or (not opens and _PLACES.search(clause) is not None)


def _taken(clause: str, sentence: str, source: Source, told: _Told) -> list[Correction] | None:
    """What a clause takes back; None where it cannot be understood, or reaches for more than places of I and II."""
    sections = _sections(clause) or told.sections
    taken = taken_back(clause, told.wrong)
    if taken is None or told.period is None or not _WITHDRAWABLE.issuperset(sections):
        return None
    if taken and not sections:
        return None
    effect = "withdrawn_transferred" if _MOVED.search(clause) else "withdrawn_wrong_jurisdiction"
    return [
        Correction(told.period, section, county, state, effect, sentence, source)
        for county, state in taken
        for section in sections
    ]


def _sections(sentence: str) -> tuple[str, ...]:
    """The sections that a sentence speaks of: by numeral, else by what was done with the detainers."""
    named = [n.upper() for match in _SECTION.finditer(sentence) for n in re.findall(r"\w+", match[1]) if n != "and"]
    if named:
        return tuple(dict.fromkeys(_ARABIC.get(name, name) for name in named))
    if _DECLINED.search(sentence):
        return ("II",)
    return ("I",) if _ISSUED.search(sentence) else ()
