"""Header words to columns, by the words in headers.yaml and never by position."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources

import yaml


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its name in the records, what its cells hold, and the words that name it."""

    name: str
    kind: str
    core: frozenset[str]
    also: frozenset[str]
    exact: frozenset[str]
    group: bool = False
    optional: bool = False
    instead_of: str = ""

    @property
    def anchor(self) -> bool:
        """Whether every row has exactly one such cell, so that it tells rows apart."""
        return self.kind in ("date", "month", "count")

    def named_by(self, label: str) -> bool:
        """Whether a header with these words names this column."""
        words = tokens(label)
        if " ".join(words) in self.exact:
            return True
        return any(word in self.core for word in words) and all(
            word in self.core or word in self.also for word in words
        )


@dataclass(frozen=True)
class TableSpec:
    """A table of the reports: its section and its columns, all of them required but the optional ones."""

    name: str
    section: str
    columns: tuple[Column, ...]

    @cached_property
    def required(self) -> tuple[Column, ...]:
        """The columns that the table has to have."""
        return tuple(column for column in self.columns if not column.optional)

    def complete(self, names: Sequence[str]) -> bool:
        """Whether these columns are all that are required, each once, with optional ones at most; the parts of a column
        stand only where it does not, and all of them."""
        found = set(names)
        for whole, parts in self.parts.items():
            if found & set(parts):
                if whole in found or not found >= set(parts):
                    return False
                found.add(whole)
        optional = {column.name for column in self.columns if column.optional}
        wanted = {column.name for column in self.required}
        return found - optional == wanted and len(set(names)) == len(names)

    @cached_property
    def parts(self) -> dict[str, tuple[str, ...]]:
        """The columns that together stand in for another, by its name."""
        wholes = {column.instead_of for column in self.columns if column.instead_of}
        return {whole: tuple(c.name for c in self.columns if c.instead_of == whole) for whole in wholes}

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word that a header of this table may hold."""
        lists = [(*column.core, *column.also, *" ".join(column.exact).split()) for column in self.columns]
        return frozenset(word for words in lists for word in words)

    def named(self, labels: Sequence[str]) -> list[Column | None]:
        """The column that each header names; None where no column or more than one would fit. A header that could
        name two names the one that no other header does, and one that the table has to have before one it may."""
        fitting = [[column for column in self.columns if column.named_by(label)] for label in labels]
        sure = {found[0].name for found in fitting if len(found) == 1}
        return [_one(found, sure) for found in fitting]

    def nearest(self, label: str) -> str:
        """The known header that looks most like an unknown one; empty if none looks like it at all."""
        from rapidfuzz import fuzz, process

        known = [word for column in self.columns for word in (*column.core, *column.exact)]
        best = process.extractOne(" ".join(tokens(label)), known, scorer=fuzz.ratio, score_cutoff=60)
        return str(best[0]) if best else ""


def _one(fitting: Sequence[Column], sure: set[str]) -> Column | None:
    if len(fitting) > 1:
        left = [column for column in fitting if column.name not in sure]
        fitting = [column for column in left if not column.optional] or left
    return fitting[0] if len(fitting) == 1 else None


_LETTERED = re.compile(r"[(\[](?:[a-z]|\d{1,2})[)\]]")
"""What numbers the columns: "(a) State"."""
_TOKEN = re.compile(r"[a-z#%]+")


@lru_cache(maxsize=1 << 14)
def tokens(label: str) -> tuple[str, ...]:
    """The words of a header in lower case."""
    plain = _LETTERED.sub(" ", label.lower()).replace("’s", "").replace("'s", "").replace("u.s.", "us")
    return tuple(_TOKEN.findall(plain))


@cache
def table_specs() -> dict[str, TableSpec]:
    """All tables of headers.yaml by name."""
    text = resources.files("ingest").joinpath("headers.yaml").read_text(encoding="utf-8")
    loaded = yaml.load(text, Loader=yaml.CSafeLoader)
    return {
        name: TableSpec(name, entry["section"], tuple(_columns(entry["columns"].items())))
        for name, entry in loaded.items()
    }


def _columns(entries: Iterable[tuple[str, dict[str, object]]]) -> Iterable[Column]:
    for name, entry in entries:
        words = {key: frozenset(map(str, _list(entry.get(key)))) for key in ("core", "also", "exact")}
        yield Column(
            name,
            str(entry["kind"]),
            **words,
            group=bool(entry.get("group")),
            optional=bool(entry.get("optional")),
            instead_of=str(entry.get("instead_of", "")),
        )


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
