"""A name or label that names a place or a people rests on conditions that ask for it.

`california` of `state = 'Texas'`, `'Texas' AS state` without a condition, `travis` of all Texas, `mexicans` of
Hondurans, `nationwide` of one state or of Section I, `outside_texas` of Texas. A county's name that is an everyday
word is left alone; where the rows are put in groups by county, so are all counties.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

from bot.messages import sql_names as say
from bot.sql import tree, vocabulary
from bot.sql.promises import narrow_columns, promised
from bot.sql.rules.constants import meant
from bot.sql.rules.labels import shown_texts
from bot.sql.rules.names.behind import texts_compared
from bot.sql.rules.names.evidence import Evidence
from bot.sql.rules.outputs import shown, words
from bot.sql.rules.value_names import NO_PLACE
from bot.sql.verdict import Refusal

_NAMED = ("state", "citizenship")
_LONGEST = 3  # words of a name: District of Columbia
_COUNTY_LONGEST = 2  # words of a county: Santa Clara
_LEAST = 4  # letters of a place's name in a column's name


def labels(evidence: Evidence) -> None:
    """Every text that a column may come out as, and its name unless it is nothing but a text."""
    if not getattr(evidence.statement.model, "dimensions", {}):  # another database's words
        return
    output = evidence.output
    for label in shown_texts(output.expr):
        _held(label, False, True, evidence)
    _held(output.name, True, not isinstance(output.expr, tree.Const), evidence)


def _held(label: str, own: bool, in_full: bool, evidence: Evidence) -> None:
    """What a label, or the column's `own` name, names is asked for."""
    named = _named(label)
    if named is None:
        return
    places, peoples, counties = named
    for place in places if in_full else ():
        whole = own and words(place) == words(label)
        if not _part_of_a_text(" ".join(words(place)), evidence) or (whole and _left_out(place, evidence.output.expr)):
            raise Refusal("misnamed", say.named_value(label, place), say.NAMED_VALUE_HINT)
    for people in peoples:
        if _not_asked("citizenship", people, own, evidence):
            raise Refusal("misnamed", say.named_value(label, min(people)), say.NAMED_VALUE_HINT)
    for name, county in counties:
        there = vocabulary.lies_in(name, _asked("county", evidence))  # a city of the county
        if not there and not _part_of_a_text(name, evidence) and _not_asked("county", county, own, evidence):
            raise Refusal("misnamed", say.named_value(label, min(county)), say.NAMED_VALUE_HINT)


Named: TypeAlias = tuple[list[str], list[frozenset[str]], list[tuple[str, frozenset[str]]]]


@lru_cache(maxsize=4_096)
def _named(label: str) -> Named | None:
    """The states and countries that a label names in full, the peoples, and the counties with their names in it; None
    for most labels."""
    said = words(label)
    peoples = [
        people
        for word, behind in zip(said, [*said[1:], ""], strict=False)
        if (people := vocabulary.people(word)) and "county_name" not in promised(behind)  # "dane_county"
    ]
    counties = [
        (name, found)
        for at in range(len(said))
        for length in range(min(_COUNTY_LONGEST, len(said) - at), 0, -1)
        if (found := _counties(name := " ".join(said[at : at + length]), said, at))
    ]
    places = [*_places(said)]
    return (places, peoples, counties) if places or peoples or counties else None


def _left_out(place: str, expr: tree.Expr) -> bool:
    """`count(*) FILTER (WHERE citizenship <> 'Mexico') AS mexico`."""
    return any(
        isinstance(part, tree.Compare) and part.op == "<>" and place in [text for _, text in texts_compared(part)]
        for part in tree.walk(expr)
    )


def _places(said: list[str]) -> Iterator[str]:
    """The states and countries that words name in full."""
    at = 0
    while at < len(said):
        for length in range(min(_LONGEST, len(said) - at), 0, -1):
            text = " ".join(said[at : at + length])
            if len(text) >= _LEAST and (place := _place(text)):
                yield place
                at += length - 1
                break
        at += 1


def _place(text: str) -> str:
    for column in _NAMED:
        for name in vocabulary.meant(column, text):
            if name.casefold() == text and name not in NO_PLACE:
                return name
    return ""


def _counties(name: str, said: list[str], at: int) -> frozenset[str]:
    """The counties of this very name, unless the word may be meant otherwise: `clark`, `clark_county`."""
    if len(name) < _LEAST:
        return frozenset()
    known = frozenset(c for c in vocabulary.meant("county", name) if c.casefold() == name)
    after = at + name.count(" ") + 1
    marked = "county_name" in promised("_".join(said[after : after + 1]))
    return known if known and (marked or not vocabulary.means_other(name)) else frozenset()


def _not_asked(column: str, values: frozenset[str], own: bool, evidence: Evidence) -> bool:
    asked = _asked(column, evidence)
    if asked:
        return not values & asked
    return own and evidence.rows and column in evidence.columns and not evidence.asks(column)


def _asked(column: str, evidence: Evidence) -> set[str]:
    return evidence.texts.get(column, set())


def _part_of_a_text(name: str, evidence: Evidence) -> bool:
    """`york` of New York, `austin` of a jail's name."""
    padded = f" {name} "
    return any(padded in f" {' '.join(words(text))} " for texts in evidence.texts.values() for text in texts)


def everywhere(evidence: Evidence, said: frozenset[str]) -> None:
    """The whole country's figure is not that of the places with most detainers, nor that of one state."""
    if evidence.ratio or isinstance(meant(evidence.output.expr), tree.Column):
        return
    narrow = narrow_columns()
    asked = {"county", "state"} & evidence.texts.keys()
    if asked or any(f.base is not None and narrow.get(f.base[0]) == f.base[1] for f in shown(evidence.output.expr)):
        raise Refusal("misnamed", say.narrower(evidence.output.name), say.NAMED_VALUE_HINT)


def rest(evidence: Evidence, said: frozenset[str]) -> None:
    """`outside_texas` of rows of which Texas is asked."""
    if not evidence.rows or not evidence.one_sided:
        return
    named = evidence.output.words
    for column in ("state", "county", "citizenship"):
        for text in _asked(column, evidence):
            place = words(text)
            at = next((i for i in range(1, len(named)) if place and named[i : i + len(place)] == place), 0)
            if at and "rest" in promised("_".join(named[max(0, at - 2) : at])):
                held = say.misnamed(evidence.output.name, say.others(text), text)
                raise Refusal("misnamed", held, say.NAMED_VALUE_HINT)
