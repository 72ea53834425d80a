"""The message as sent, made readable without moving a character: every offset stays true.

Slack's escapes and markup, mentions, links, emoji and code fences become spaces (or the plain character and
spaces), so that a span found in the clean text is a span of the message.
"""

from __future__ import annotations

import re

_BLANK = re.compile(
    r"<[@!#][^<>\n]*>"  # <@U123>, <!here>, <#C1|general>
    r"|<(?:https?|mailto|tel):[^<>|\n]*\|?"  # the address of a link; its text after the bar stays
    r"|(?<=[^\s<>=])>(?=[\s.,;?!)]|$)"  # the end of a link
    r"|:[a-z][a-z0-9_+-]*(?:::skin-tone-\d)?:|:[+-]1:"  # :pray:, :+1:
    r"|(?<![\w.])@[A-Za-z][\w.-]*"  # @ddor
    r"|```[a-z]*|`"
)
_ESCAPES = (("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&#39;", "'"), ("&quot;", '"'))
_MARKUP = re.compile(r"(?<![\w])[*_~]+(?=\S)|(?<=\S)[*_~]+(?![\w])|^\s*(?:&gt;|>)\s?", re.MULTILINE)
_SHOUT = 6  # letters
_DOUBLE_QUOTES = str.maketrans(dict.fromkeys("“”„‟″«»", '"'))
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_SPACES = str.maketrans(dict.fromkeys("\xa0\u2007\u202f\t\r\n\u200b\ufeff\u2060", " "))


def clean(message: str) -> str:
    """The message with markup blanked out; as long as the message, character for character."""
    text = message.translate(_DOUBLE_QUOTES).translate(_DASHES)
    text = _BLANK.sub(_spaces, text)
    for escape, plain in _ESCAPES:
        text = text.replace(escape, plain + " " * (len(escape) - 1))
    text = _MARKUP.sub(_spaces, text).translate(_SPACES)
    return _unshouted(text)


def _unshouted(text: str) -> str:
    """A message all in capitals in small letters: there "IN" and "OR" are words, not states."""
    letters = [c for c in text if c.isalpha()]
    if len(letters) < _SHOUT or " " not in text.strip() or sum(c.isupper() for c in letters) < 0.8 * len(letters):
        return text
    small = text.lower()
    return small if len(small) == len(text) else text


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match.group())


_QUOTED = re.compile(r"\"([^\"]{2,80})\"|(?<![\w])['‘]([^'‘’\"]{2,80})['’](?![\w])")


def quotes(text: str) -> list[tuple[int, int, str]]:
    """What stands between quotation marks: start and end of the marks, and the words inside."""
    return [(m.start(), m.end(), " ".join((m.group(1) or m.group(2)).split())) for m in _QUOTED.finditer(text)]
