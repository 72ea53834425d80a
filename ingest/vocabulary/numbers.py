"""Numbers written in words: "forty-seven", "two hundred and six", "3 thousand" is none."""

from __future__ import annotations

import re

_UNITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_UNITS += [f"{stem}teen" for stem in ("thir", "four", "fif", "six", "seven", "eigh", "nine")]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {word: n for n, word in enumerate(_UNITS)} | {word: 10 * n for n, word in enumerate(_TENS, start=2)}
_WORD = "|".join([*_VALUES, "hundred", "thousand"])
_PHRASE = re.compile(rf"\b(?:{_WORD})(?:(?:[\s-]+(?:and\s+)?|-)(?:{_WORD}))*\b", re.IGNORECASE)
_REPEATED = re.compile(r"(\d+)\s*\(\s*(\d{1,3}(?:,\d{3})+|\d+)\s*\)")


def value_of(words: str) -> int | None:
    """The number that words say; None where they are not one number ("five six")."""
    total = part = 0
    last = 10_000
    for word in re.findall(r"[a-z]+", words.lower()):
        if word == "and":
            continue
        if word == "hundred":
            if not 0 < part < 10:
                return None
            part, last = part * 100, 100
        elif word == "thousand":
            if not 0 < part < 1000 or total:
                return None
            total, part, last = part * 1000, 0, 1000
        else:
            number = _VALUES[word]
            if number >= last or (last < 20) or (last < 100 and number > 9) or (number == 0 and words.strip() != word):
                return None
            part, last = part + number, number
    return total + part


def in_digits(text: str) -> str:
    """The text with its number words in digits. "twenty-five (25)" is said once; where the two differ both stay."""

    def digits(match: re.Match[str]) -> str:
        value = value_of(match[0])
        return match[0] if value is None else str(value)

    written = _PHRASE.sub(digits, text)
    return _REPEATED.sub(lambda m: m[2] if int(m[2].replace(",", "")) == int(m[1]) else m[0], written)
