"""Words, numbers and signs of a clean message, with their places in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from bot.understand.forms import forms
from ingest.vocabulary.states import states
from ingest.vocabulary.text import fold

_TOKEN = re.compile(
    r"[0-9]{4}-[0-9]{1,2}(?:-[0-9]{1,2})?(?![0-9])"  # 2017-02-01, 2017-02
    r"|[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{2,4})?(?![0-9])"  # 2/1, 2/1/2017
    r"|[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?(?![0-9,]*[0-9])"  # 3,083
    r"|[0-9]+\.[0-9]+|[0-9]+(?:st|nd|rd|th)\b|[0-9]+"
    r"|(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?"  # D.C., N.Y.
    r"|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f]|['’‘](?=[^\W\d_]))*"
    r"|>=|<=|[%&<>#+]"
)
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)$")
_POSSESSIVE = re.compile(r"['’‘][sS]$")
NEGATED = {
    verb + "nt": verb
    for verb in [
        "did",
        "does",
        "do",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "would",
        "could",
        "should",
        "ca",
        "must",
    ]
}
NEGATED |= {"wont": "will", "cannot": "can", "aint": "is", "cant": "can", "dont": "do"}
SHORT = {"im": ("i", "am"), "ive": ("i", "have")}
"""Two words run into one that mean the two, also where no apostrophe is typed."""
_OWNERS = {noun[:-1] + "ys": noun for noun in ("county", "city", "agency", "facility", "country")}
"""Possessives typed without their apostrophe that are no other word: the plural is "counties"."""
_ENDINGS = {"m": "am", "d": "would", "ve": "have", "re": "are", "ll": "will"}
_RUN_IN = re.compile(r"(?i)(i|you|we|they|he|she|who|what|that|it|there|how)['’‘](m|d|ve|re|ll)$")
_SHORTENED = frozenset(forms("tokens", "shortened"))
"""Words that are only ever written short: the full stop after one ends no clause."""
_BEGINS = frozenset(forms("tokens", "begins"))
"""Words that a question or a request begins with."""
_SIGNS = {
    "%": "percent",
    "&": "and",
    "#": "number",
    ">": "over",
    "<": "under",
    ">=": "at_least",
    "<=": "at_most",
    "+": "plus",
}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or date as written. `base` is without a possessive 's; `gap` is what parts it from the last."""

    norm: str
    base: str
    start: int
    end: int
    text: str
    gap: str
    """The punctuation between the token before and this one, without spaces; "." and ";" and "?" end clauses."""

    @property
    def is_number(self) -> bool:
        return self.norm[:1] in tuple("0123456789")


@lru_cache(maxsize=8192)
def _forms(word: str) -> tuple[str, str]:
    sign = _SIGNS.get(word)
    if sign:
        return sign, sign
    if word[0] in "0123456789":
        plain = word.replace(",", "").lower()
        return plain, plain
    norm = fold(word).replace(" ", "")
    return norm, _OWNERS.get(norm) or fold(_POSSESSIVE.sub("", word)).replace(" ", "")


def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens of a clean message in order."""
    found: list[Token] = []
    last = 0
    for match in _TOKEN.finditer(text):
        word = match.group()
        norm, base = _forms(word)
        possessive = norm == "s" and "'" in text[last : match.start()].replace("’", "'")  # "week 1's", "Travis Co.'s"
        if not norm or (possessive and found):
            last = match.end()
            continue
        gap = text[last : match.start()].replace(" ", "")
        if gap[:1] == "." and found and _goes_on(found[-1], gap, word, norm):
            gap = gap[1:]
        verb = NEGATED.get(norm)
        if verb:  # "didn't" is "did not"; the parts share the word's place
            found.append(Token(verb, verb, match.start(), match.end() - 1, word, gap))
            found.append(Token("not", "not", match.end() - 1, match.end(), word, ""))
        elif two := _run_in(word, norm):
            found.append(Token(two[0], two[0], match.start(), match.end() - 1, word, gap))
            found.append(Token(two[1], two[1], match.end() - 1, match.end(), word, ""))
        else:
            found.append(Token(norm, base, match.start(), match.end(), word, gap))
        last = match.end()
    return tuple(found)


def _goes_on(last: Token, gap: str, word: str, norm: str) -> bool:
    """Whether the full stop is the short word's own: "outside Ill. and Md." is one clause."""
    if last.norm in _SHORTENED:
        return True
    short = last.norm in _states_shortened() or (last.norm in _postal() and last.text[:1].isupper())
    return short and (gap[1:2] == "," or (not word[:1].isupper() and norm not in _BEGINS))


@cache
def _states_shortened() -> frozenset[str]:
    """States as newspapers shorten them, without the full stop."""
    short = {name.rstrip(".").lower() for state in states() for name in state.other_abbreviations if name.endswith(".")}
    return frozenset({"co", "cty", *short})


@cache
def _postal() -> frozenset[str]:
    return frozenset(state.abbreviation.lower() for state in states())


def _run_in(word: str, norm: str) -> tuple[str, str] | None:
    """ "I'm" is "i am", "they've" is "they have"; "we're" is not the "were" it looks like without its apostrophe."""
    match = _RUN_IN.match(word)
    if match:
        return match.group(1).lower(), _ENDINGS[match.group(2).lower()]
    return SHORT.get(norm)


def ordinal_number(norm: str) -> int | None:
    """3 for "3rd"; nothing for other words."""
    match = _ORDINAL.match(norm)
    return int(match.group(1)) if match else None
