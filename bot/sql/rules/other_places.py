"""Rule "other places": a name or label that names a county or a people names one that is asked for.

`travis_refusals` of `county = 'Bexar'`, `'Harris' || ', ' || state` beside Travis, `mexicans` of Hondurans. Where no
condition asks for a county, or for a citizenship, nothing is said: the word may be meant otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.messages import sql_names as say
from bot.sql import tree, vocabulary
from bot.sql.rules import Statement
from bot.sql.rules.constants import meant
from bot.sql.rules.labels import shown_texts
from bot.sql.rules.named_values import written_texts
from bot.sql.rules.outputs import FILLERS, Output, outputs, words
from bot.sql.verdict import Refusal

_EVERYWHERE = {"nationwide", "national", "nationally", "countrywide"}
_PLAIN = FILLERS | {"refusals", "pct", "percent", "share", "average", "avg", "days", "after", "corrections", "charges"}
_PLAIN |= {"convictions", "week", "month", "year", "day", "report", "rank", "change", "weeks", "place", "median"}
_PLAIN |= {
    "county",
    "state",
    "facility",
    "citizenship",
    "offense",
    "disposition",
    "id",
    "on",
    "issued",
    "declined",
    "row",
}
_LONGEST = 2  # words of a county: Santa Clara


def check(statement: Statement) -> None:
    """Raises Refusal with code `misnamed`."""
    if not getattr(statement.model, "dimensions", {}):  # another database's words
        return
    for output in outputs(statement):
        labels = [*shown_texts(output.expr), output.name]
        if all(word in _PLAIN for label in labels for word in words(label)):
            continue  # most names name no place, and what a figure rests on need not be looked up
        asked: dict[str, set[str]] = {}
        for column, text in written_texts(output):
            asked.setdefault(column, set()).add(text)
        narrow = bool({"county", "state"} & asked.keys())
        if narrow and _EVERYWHERE & {*words(output.name)} and not _is_share(output, statement):
            raise Refusal("misnamed", say.narrower(output.name), say.NAMED_VALUE_HINT)
        for label in labels:
            if "county" in asked:
                _county(label, asked)
            if "citizenship" in asked:
                _people(label, asked["citizenship"])


def _is_share(output: Output, statement: Statement) -> bool:
    """`texas_pct_of_nationwide`, and columns that are called nationwide themselves."""
    value = statement.grounds.of(output.expr)
    return value.ratio or value.percent or isinstance(meant(output.expr), tree.Column)


def _county(label: str, asked: dict[str, set[str]]) -> None:
    said, at = words(label), 0
    known = {" ".join(found) for texts in asked.values() for text in texts for found in _pieces(words(text))}
    while at < len(said):
        for length in range(min(_LONGEST, len(said) - at), 0, -1):
            name = " ".join(said[at : at + length])
            if name in known:
                at += length - 1
                break
            county = next((c for c in vocabulary.meant("county", name) if c.casefold() == name), "")
            if county and not vocabulary.means_other(name) and not vocabulary.lies_in(name, asked["county"]):
                raise Refusal("misnamed", say.named_value(label, county), say.NAMED_VALUE_HINT)
        at += 1


def _pieces(said: list[str]) -> Iterator[list[str]]:
    """The words of a text that is asked for, singly and by twos: of New York neither is another county."""
    for length in range(1, _LONGEST + 1):
        for at in range(len(said) - length + 1):
            yield said[at : at + length]


def _people(label: str, asked: set[str]) -> None:
    for word in words(label):
        countries = vocabulary.people(word)
        if countries and not countries & asked:
            raise Refusal("misnamed", say.named_value(label, min(countries)), say.NAMED_VALUE_HINT)
