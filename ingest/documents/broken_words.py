"""Names whose words a narrow column broke without a hyphen ("ANTIGUA-BARBUD" + "A"), put together where that gives a
name that the lists know and the lines as they stand do not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import combinations

from ingest.layout.lines import join
from ingest.vocabulary.activity import split_activity
from ingest.vocabulary.countries import canonical_country
from ingest.vocabulary.facilities import facility_named
from ingest.vocabulary.offense_words import printable_names
from ingest.vocabulary.places import canonical_county
from ingest.vocabulary.states import canonical_state
from ingest.vocabulary.text import fold

_MOST = 4  # line ends looked at: a cell of more lines is left as it is


def whole(column: str, lines: Sequence[str], state: str = "") -> str:
    """A cell of Section II as one text, broken words put together; `state`: where its county or jail is looked up."""
    text = join(lines)
    if not 1 < len(lines) <= _MOST + 1 or column not in _KNOWN or _KNOWN[column](text, state):
        return text
    ends = range(1, len(lines))
    for count in ends:
        for glued in combinations(ends, count):
            tried = join(_glued(lines, glued))
            if _KNOWN[column](tried, state):
                return tried
    return text


def _glued(lines: Sequence[str], at: Sequence[int]) -> list[str]:
    """The lines, those at these places set right behind the one before."""
    found: list[str] = []
    for index, line in enumerate(lines):
        if index in at:
            found[-1] += line.strip()
        else:
            found.append(line.strip())
    return found


@cache
def _offenses() -> frozenset[str]:
    return frozenset(fold(name) for name in printable_names())


def _is_county(text: str, state: str) -> bool:
    """Whether a text is a county's name letter by letter ("Will iamson" is found, too, and is none)."""
    county = canonical_county(text, state)
    return county is not None and fold(text).removesuffix(" county") in (fold(county.name), fold(county.report_name))


_KNOWN: dict[str, Callable[[str, str], bool]] = {
    "state": lambda text, _: canonical_state(text) is not None,
    "county": lambda text, state: _is_county(text, state),
    "facility": lambda text, state: facility_named(text, state or None) is not None,
    "citizenship": lambda text, _: canonical_country(text) is not None,
    "activity": lambda text, _: fold(split_activity(text)[0]) in _offenses(),
}
