"""Text from Slack made plain, and any text made safe for Slack."""

from __future__ import annotations

import html
import re

_MENTION = re.compile(r"<@([UWB][A-Z0-9]+)(?:\|[^>]*)?>")
_LINK = re.compile(r"<(?:mailto:)?([^|>@#!]+)\|([^>]+)>")
_BARE_LINK = re.compile(r"<((?:https?|mailto)[^|>]+)>")
_CHANNEL = re.compile(r"<#[A-Z0-9]+\|([^>]*)>")
_SPECIAL = re.compile(r"<![^>]*>")


def plain(text: str, bot_user: str = "") -> str:
    """What the person typed, without Slack's mark-up and without the bot's own name."""
    text = text.replace(f"<@{bot_user}>", " ") if bot_user else text
    text = _SPECIAL.sub(" ", _CHANNEL.sub(r"\1", _BARE_LINK.sub(r"\1", _LINK.sub(r"\2", text))))
    text = _MENTION.sub(" ", text)
    return re.sub(r"[ \t\u00a0]+", " ", html.unescape(text)).strip()


def mentions(text: str, user: str) -> bool:
    """Whether the message names this user."""
    return any(found == user for found in _MENTION.findall(text))


def addresses_someone_else(text: str, bot_user: str) -> bool:
    """Whether the message opens with another person's name: then it is not for the desk."""
    first = _MENTION.match(text.strip())
    return first is not None and first.group(1) != bot_user


def escape(text: str) -> str:
    """The three characters Slack gives a meaning; with them go mentions, links and broadcasts."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def shortened(text: str, limit: int) -> str:
    """The text, cut at a word where it is longer than the limit."""
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def closed(text: str) -> str:
    """The text, a quotation that was cut in its middle closed again."""
    return f"{text}”" if text.count("“") > text.count("”") else text


def first_sentences(text: str, limit: int) -> str:
    """As many whole sentences as the limit takes; a first one that is longer is cut at a word."""
    kept, rest = first_sentence(text)
    while rest:
        following, after = first_sentence(rest)
        if len(kept) + len(following) + 1 > limit:
            break
        kept, rest = f"{kept} {following}", after
    return shortened(kept, limit)


def code(text: str) -> str:
    """A code block; a fence inside cannot end it early."""
    return "```\n" + escape(text).replace("```", "'''") + "\n```"


_SENTENCE_END = re.compile(r"(?<=[a-z0-9%)”\"])\.\s+(?=[A-Z0-9“])|\n")
_ABBREVIATION = re.compile(r"\b(?:St|Ste|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|pp?|vs|Mt|Ft|etc)$")


def first_sentence(text: str) -> tuple[str, str]:
    """The first sentence and the rest; an abbreviation's dot ends none."""
    for end in _SENTENCE_END.finditer(text):
        if not _ABBREVIATION.search(text[: end.start()]):
            return text[: end.start() + (text[end.start()] == ".")], text[end.end() :].strip()
    return text, ""
