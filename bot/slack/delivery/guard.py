"""The last look before an answer is sent: does its sentence hold a number that the answer does not?

The desk's own code makes the sentence from rows; what this process does to it on the way (cutting, escaping, leads) may
take words away, and must never bring a number in.
"""

from __future__ import annotations

import re

from bot.answer.answer import Answer

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_ENTITY = re.compile(r"&[a-z]+;")


def strays(sent: str, answer: Answer) -> list[str]:
    """The numbers of a message's top-level text that the answer it states does not hold."""
    known = set(_numbers(" ".join((answer.text, answer.reading, *answer.choices, *answer.suggestions))))
    return [token for token in _numbers(_ENTITY.sub(" ", sent)) if token not in known]


def _numbers(text: str) -> list[str]:
    return [token.strip(",") for token in _NUMBER.findall(text)]
