"""Which of the places that a correction names are taken back, and which are where the entry belongs.

"Detainers listed under Franklin County, Iowa were in fact sent to an agency in Lake County, Illinois" takes Franklin
back and not Lake. The wordings stand in corrections.yaml. A sentence whose places have no known role, that speaks of a
part of an entry, or that leaves it as it is, takes nothing back: it is for a person to read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import zip_longest
from typing import Any

import yaml

from ingest.documents.named_places import Named, named_places
from ingest.vocabulary.text import straighten

WRONG, RIGHT = "wrong", "right"


@dataclass(frozen=True, slots=True)
class _Cue:
    role: str
    match: re.Pattern[str]
    unless: re.Pattern[str] | None
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Rules:
    before: tuple[_Cue, ...]
    after: tuple[_Cue, ...]
    patterns: dict[str, re.Pattern[str]]


@dataclass(slots=True)
class _Group:
    """Places of one list, which have one role; `role` is empty where nothing says it."""

    places: list[Named]
    role: str = ""
    joined: bool = True


@cache
def _rules() -> _Rules:
    text = resources.files("ingest").joinpath("corrections.yaml").read_text(encoding="utf-8")
    loaded = yaml.load(text, Loader=yaml.CSafeLoader)
    words = {f"{{{name}}}": pattern for name, pattern in loaded.pop("words").items()}

    def compiled(pattern: str) -> re.Pattern[str]:
        for name, form in words.items():
            pattern = pattern.replace(name, form)
        return re.compile(pattern, re.IGNORECASE)

    def cues(entries: list[dict[str, Any]]) -> tuple[_Cue, ...]:
        return tuple(
            _Cue(
                entry["role"],
                compiled(entry["match"]),
                compiled(entry["unless"]) if "unless" in entry else None,
                tuple(entry.get("after", ())),
            )
            for entry in entries
        )

    before, after = cues(loaded.pop("before")), cues(loaded.pop("after"))
    return _Rules(before, after, {name: compiled(pattern) for name, pattern in loaded.items()})


def taken_back(sentence: str, told_wrong: bool = False) -> list[tuple[str, str]] | None:
    """County and state of each place that a sentence takes back, in order, each once; empty if it only says where
    entries belong. None where the sentence names places and cannot be understood, or names none.

    `told_wrong`: an earlier sentence ("The following entries are wrong:") said that something was.
    """
    plain = straighten(sentence)
    patterns = _rules().patterns
    if patterns["keeps"].search(plain) or patterns["partly"].search(plain):
        return None
    if not told_wrong and not patterns["fault"].search(plain):
        return None
    groups = _groups(plain, named_places(plain))
    if not groups or not _resolved(groups):
        return None
    wrong = [group for group in groups if group.role == WRONG]
    if any(not group.joined for group in wrong[1:]):
        return None
    found = [place for group in wrong for place in group.places]
    if any(not place.county for place in found):
        return None
    return list(dict.fromkeys((place.county, place.state) for place in found))


def tells_fault(plain: str) -> bool:
    """Whether a text, its quotes and dashes made plain, says that something was wrong."""
    return _rules().patterns["fault"].search(plain) is not None


def _groups(text: str, places: Sequence[Named]) -> list[_Group]:
    """The places by list, each with the role that the words around it give."""
    patterns = _rules().patterns
    groups: list[_Group] = []
    at = 0
    for place in places:
        lead = text[at : place.start]
        if groups and patterns["joins"].match(lead) and not patterns["breaks"].search(lead):
            groups[-1].places.append(place)
        else:
            role = _before(lead, groups[-1].role if groups else "")
            groups.append(_Group([place], role, patterns["joined"].match(lead) is not None))
        at = place.end
    for group, following in zip_longest(groups, groups[1:]):
        end = following.places[0].start if following else len(text)
        rest = text[group.places[-1].end : end]
        if not group.role and following is None:
            group.role = next((cue.role for cue in _rules().after if cue.match.search(rest)), "")
    return groups


def _before(lead: str, previous: str) -> str:
    return next(
        (
            cue.role
            for cue in _rules().before
            if (not cue.after or previous in cue.after)
            and cue.match.search(lead)
            and not (cue.unless and cue.unless.search(lead))
        ),
        "",
    )


def _resolved(groups: Iterable[_Group]) -> bool:
    """Give a list that nothing speaks for the role that is left: the other one of those that are known.

    False where that does not decide.
    """
    known = {group.role for group in groups if group.role}
    open_groups = [group for group in groups if not group.role]
    if not open_groups:
        return True
    if WRONG in known:
        role = RIGHT
    elif len(open_groups) == 1:
        role = WRONG
    else:
        return False
    for group in open_groups:
        group.role = role
    return True
