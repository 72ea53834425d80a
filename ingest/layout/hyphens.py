"""Words broken at a line's end: is the hyphen part of the word ("I-" + "247N"), or only of the break?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from ingest.layout.lines import SOFT_HYPHEN, Line, Word, phrases

_BROKEN = re.compile(r"^[“\"(]*([^\W\d_]{2,})-$")
_REST = re.compile(r"^([a-zà-ÿ]+)")
_LETTERS = re.compile(r"[^\W\d_]+")
_AHEAD = 12  # lines looked at for the other half


def soften(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """Make the hyphen soft where the two halves are one known word and not two.

    Known are the words of the document itself and those of the vocabulary. Without such evidence the hyphen stays.
    """
    lines = [line for page in pages for line in page]
    ends = [(index, line) for index, line in enumerate(lines) if any(_BROKEN.match(w.text) for w in line.words)]
    if not ends:
        return list(pages)
    known = {word for line in lines for printed in line.words for word in _words(printed.text)} | _vocabulary()
    softened = {id(line): _softened(line, lines[index + 1 : index + 1 + _AHEAD], known) for index, line in ends}
    return [[softened.get(id(line), line) for line in page] for page in pages]


def _words(text: str) -> Iterable[str]:
    if not text.endswith("-"):
        yield from (word.lower() for word in _LETTERS.findall(text))


@cache
def _vocabulary() -> frozenset[str]:
    from ingest.vocabulary.countries import countries
    from ingest.vocabulary.facilities import facilities
    from ingest.vocabulary.offense_words import printable_names
    from ingest.vocabulary.places import counties

    names = [*printable_names(), *(c.name for c in countries()), *(f.name for f in facilities())]
    names += [county.name for county in counties()]
    return frozenset(word.lower() for name in names for word in _LETTERS.findall(name) if len(word) > 3)


def _softened(line: Line, following: Sequence[Line], known: set[str]) -> Line:
    return Line(line.page, [_soft(word, line, following, known) for word in line.words])


def _soft(word: Word, line: Line, following: Sequence[Line], known: set[str]) -> Word:
    broken = _BROKEN.match(word.text)
    if not broken or not any(phrase[-1] is word for phrase in phrases(line.words)):
        return word
    for other in following:
        for phrase in phrases(other.words):
            rest = _REST.match(phrase[0].text)
            if rest and phrase[0].x0 <= word.x0 + 1 and _one_word(broken[1], rest[1], known):
                return word._replace(text=word.text[:-1] + SOFT_HYPHEN)
    return word


def _one_word(first: str, second: str, known: set[str]) -> bool:
    return (first + second).lower() in known and not (first.lower() in known and second.lower() in known)
