"""Words broken at a line's end: is the hyphen part of the word ("I-" + "247N"), or only of the break?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from ingest.layout.lines import SOFT_HYPHEN, Line, Word, phrases

_BROKEN = re.compile(r"^[“\"(]*([^\W\d_]{2,})-$")
_UNMARKED = re.compile(r"([^\W\d_]{3,})$")
_REST = re.compile(r"^([a-zà-ÿ]+)")
_LETTERS = re.compile(r"[^\W\d_]+")
_AHEAD = 12  # lines looked at for the other half


def soften(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """Make the hyphen soft where the two halves are one known word and not two.

    Known are the words of the document itself and those of the vocabulary. Without such evidence the hyphen stays.
    A word broken without a hyphen, as narrow columns do ("Massachusett" + "s"), is put together where the vocabulary
    knows the whole and not its first half.
    """
    lines = [line for page in pages for line in page]
    vocabulary = _vocabulary()
    ends = [(index, line) for index, line in enumerate(lines) if any(_may_be_broken(w, vocabulary) for w in line.words)]
    if not ends:
        return list(pages)
    known = {word for line in lines for printed in line.words for word in _words(printed.text)} | vocabulary
    softened = {id(line): _softened(line, lines[index + 1 : index + 1 + _AHEAD], known) for index, line in ends}
    return [[softened.get(id(line), line) for line in page] for page in pages]


def _may_be_broken(word: Word, vocabulary: frozenset[str]) -> bool:
    if word.text.endswith("-"):
        return _BROKEN.match(word.text) is not None
    end = _UNMARKED.search(word.text)
    return end is not None and end[1].lower() in _heads() and end[1].lower() not in vocabulary


def _words(text: str) -> Iterable[str]:
    if not text.endswith("-"):
        yield from (word.lower() for word in _LETTERS.findall(text))


@cache
def _vocabulary() -> frozenset[str]:
    from ingest.vocabulary.countries import countries
    from ingest.vocabulary.facilities import facilities
    from ingest.vocabulary.offense_words import printable_names
    from ingest.vocabulary.places import counties
    from ingest.vocabulary.states import states

    names = [*printable_names(), *(c.name for c in countries()), *(f.name for f in facilities())]
    names += [county.name for county in counties()] + [state.name for state in states()]
    return frozenset(word.lower() for name in names for word in _LETTERS.findall(name) if len(word) > 3)


def _softened(line: Line, following: Sequence[Line], known: set[str]) -> Line:
    return Line(line.page, [_soft(word, line, following, known) for word in line.words])


def _soft(word: Word, line: Line, following: Sequence[Line], known: set[str]) -> Word:
    if not any(phrase[-1] is word for phrase in phrases(line.words)):
        return word
    broken = _BROKEN.match(word.text)
    unmarked = None if broken else _UNMARKED.search(word.text)
    if unmarked is not None and not _may_be_broken(word, _vocabulary()):
        return word
    for other in following:
        for phrase in phrases(other.words):
            rest = _REST.match(phrase[0].text)
            if rest is None or phrase[0].x0 > word.x0 + 1:
                continue
            if broken and _one_word(broken[1], rest[1], known):
                return word._replace(text=word.text[:-1] + SOFT_HYPHEN)
            if unmarked and (unmarked[1] + rest[1]).lower() in _vocabulary():
                return word._replace(text=word.text + SOFT_HYPHEN)
    return word


@cache
def _heads() -> frozenset[str]:
    """What the words of the vocabulary begin with: only these can be the first half of one."""
    return frozenset(word[:n] for word in _vocabulary() for n in range(3, len(word)))


def _one_word(first: str, second: str, known: set[str]) -> bool:
    return (first + second).lower() in known and not (first.lower() in known and second.lower() in known)
