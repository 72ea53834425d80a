"""Sentences that take entries back, in a notice, in a box on a report's cover or on a web page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from ingest.records import Correction, Source
from ingest.vocabulary.dates import find_periods
from ingest.vocabulary.states import canonical_state, state_names, states

OPENING = re.compile(r"^corrections?\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"])")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|St|Ft|Mt|Co|No|U\.S)\.$")
_MOVED = re.compile(r"\b(moved|transfer(red|s)?|relocated)\b", re.IGNORECASE)
_SECTION = re.compile(r"\bsection\s+(iv|iii|ii|i|[1-4])\b", re.IGNORECASE)
_DECLINED = re.compile(r"\b(refus|declin|not honou?r)", re.IGNORECASE)
_ISSUED = re.compile(r"\bissu(ed|ance)", re.IGNORECASE)
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


def corrections(paragraphs: Iterable[tuple[str, Source]]) -> tuple[list[Correction], list[tuple[str, Source]]]:
    """The places that these paragraphs take back, and the paragraphs that could not be understood.

    The report meant is the one whose period is named last before or in the sentence.
    """
    period: date | None = None
    found: list[Correction] = []
    unclear: list[tuple[str, Source]] = []
    for text, source in paragraphs:
        understood = False
        for sentence in sentences(text):
            stated = [mention.period for mention in find_periods(sentence) if mention.period]
            if stated and stated[0]:
                period, understood = stated[0].start, True
            if period:
                taken = _taken_back(sentence, period, source)
                found += taken
                understood = understood or bool(taken)
        if not understood and not OPENING.match(text):
            unclear.append((text, source))
    return found, unclear


def _taken_back(sentence: str, period: date, source: Source) -> list[Correction]:
    section = _section(sentence)
    if section is None:
        return []
    effect = "withdrawn_transferred" if _MOVED.search(sentence) else "withdrawn_wrong_jurisdiction"
    return [Correction(period, section, county, state, effect, sentence, source) for county, state in places(sentence)]


def _section(sentence: str) -> str | None:
    named = _SECTION.search(sentence)
    if named:
        return _ARABIC.get(named[1], named[1].upper())
    if _DECLINED.search(sentence):
        return "II"
    return "I" if _ISSUED.search(sentence) else None


@cache
def _place_pattern() -> re.Pattern[str]:
    names = sorted((name for state in states() for name in state_names(state)), key=len, reverse=True)
    word = r"[A-Z][\w.’'-]*"
    return re.compile(
        rf"(?P<county>{word}(?: (?:{word}|of|and|du|de|la))*?) (?P<kind>County|Parish),? "
        rf"(?P<state>{'|'.join(map(re.escape, names))})\b"
    )


def places(sentence: str) -> list[tuple[str, str]]:
    """County and state of each "X County, State" in a sentence, in order, each once."""
    found: list[tuple[str, str]] = []
    for match in _place_pattern().finditer(sentence):
        state = canonical_state(match["state"])
        county = re.sub(r"^(?:.*\b(?:for|and|in|of|to) )", "", match["county"])
        if state:
            found.append((county + (" Parish" if match["kind"] == "Parish" else ""), state.name))
    return list(dict.fromkeys(found))
