"""Numbers in words are read as one number or not at all."""

from __future__ import annotations

import pytest

from ingest.vocabulary.numbers import in_digits, value_of

UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TEENS = [
    "ten",
    "eleven",
    "twelve",
    *(f"{stem}teen" for stem in ("thir", "four", "fif", "six", "seven", "eigh", "nine")),
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(n: int) -> str:
    """English for 1 to 999,999."""
    if n >= 1000:
        return f"{spelled(n // 1000)} thousand" + (f" {spelled(n % 1000)}" if n % 1000 else "")
    if n >= 100:
        return f"{UNITS[n // 100 - 1]} hundred" + (f" and {spelled(n % 100)}" if n % 100 else "")
    if n >= 20:
        return TENS[n // 10 - 2] + (f"-{UNITS[n % 10 - 1]}" if n % 10 else "")
    return TEENS[n - 10] if n >= 10 else UNITS[n - 1]


def test_every_number_up_to_five_thousand() -> None:
    assert [value_of(spelled(n)) for n in range(1, 5000)] == list(range(1, 5000))


@pytest.mark.parametrize("words", ["five six", "twenty thirty", "hundred", "eleven five", "two thousand thousand"])
def test_what_is_no_number_is_none(words: str) -> None:
    assert value_of(words) is None


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("ICE recorded forty-seven declined detainers", "ICE recorded 47 declined detainers"),
        ("Two hundred and six (206) detainers", "206 detainers"),
        ("twenty-five (26) detainers", "25 (26) detainers"),
        ("three thousand eighty-three issued", "3083 issued"),
        ("everyone, often, tenure, weighty", "everyone, often, tenure, weighty"),
    ],
)
def test_texts(text: str, digits: str) -> None:
    assert in_digits(text) == digits
