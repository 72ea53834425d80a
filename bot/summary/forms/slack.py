"""The summary as Slack messages: a headline for the channel, the details for its thread. Plain dicts, no Slack import.

Limits are Slack's: 3,000 characters a section, 150 a header, 50 blocks a message, one table a message, no empty cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.messages import summary as say
from bot.summary.content import Listing, Section, Summary
from bot.summary.forms.cells import numeric, shown, titles

Block = dict[str, Any]
Message = dict[str, Any]

_HEADLINE = {"disposition": 1, "places": 1, "policies": 2}
"""Sections that the headline tells of, and how many of their sentences."""
SECTION_LIMIT, HEADER_LIMIT, CELL_LIMIT = 3000, 150, 300


def escaped(text: str) -> str:
    """Text that cannot mention, link or format: `&`, `<` and `>` are Slack's control characters."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def mrkdwn(text: str) -> Block:
    """A section of text, cut (and said so) at Slack's limit."""
    text = text if len(text) <= SECTION_LIMIT else text[: SECTION_LIMIT - 1] + "…"
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, "expand": True}


def header(text: str) -> Block:
    """A heading."""
    return {"type": "header", "text": {"type": "plain_text", "text": text[:HEADER_LIMIT], "emoji": False}}


def context(lines: Sequence[str]) -> Block:
    """Small print; at most ten lines."""
    return {
        "type": "context",
        "elements": [{"type": "mrkdwn", "text": escaped(line)[:SECTION_LIMIT]} for line in lines[:10]],
    }


def headline(summary: Summary, buttons: Sequence[Block] = ()) -> Message:
    """What the channel sees: title, headline, three lines of figures, the caveats that come first."""
    told = [(s, _HEADLINE[s.key]) for s in summary.sections if s.key in _HEADLINE and s.sentences]
    lines = [" ".join(section.sentences[:most]) for section, most in told]
    blocks = [header(summary.title), mrkdwn(escaped(summary.headline))]
    blocks.append(mrkdwn("\n".join(f"• {escaped(line)}" for line in lines))) if lines else None
    blocks.append(context([say.short_caveat(c) for c in summary.caveats[:4]]))
    if buttons:
        blocks.append({"type": "actions", "elements": list(buttons)[:25]})
    return {"text": escaped(summary.headline), "blocks": blocks}


def told(summary: Summary) -> list[Section]:
    """The sections that have anything to say."""
    return [section for section in summary.sections if section.sentences or section.listings]


def details(summary: Summary) -> list[Message]:
    """The thread: one message a section, then the caveats with their places."""
    messages = [_section(section) for section in told(summary)]
    lines = [f"• {escaped(say.caveat(c))}" for c in summary.caveats]
    blocks = [mrkdwn(f"*{say.CAVEATS}*"), *(mrkdwn(line) for line in lines)]
    sources = say.SOURCES + ": " + "; ".join(say.source(s) for s in summary.sources)
    messages.append({"text": say.CAVEATS, "blocks": [*blocks[:48], context([sources])]})
    return messages


def _section(section: Section) -> Message:
    text = " ".join(section.sentences)
    lines = "\n".join(section.sentences)
    blocks = [mrkdwn(f"*{escaped(section.title)}*\n{escaped(lines)}".strip())]
    table = next((listing for listing in section.listings if listing.rows), None)
    if table:
        blocks.append(_table(table))
        left_out = len(table.rows) - table.shown
        blocks += [context([say.left_out(left_out)])] if left_out > 0 else []
    return {"text": escaped(f"{section.title}: {text}"), "blocks": blocks}


def _table(listing: Listing) -> Block:
    rows = [titles(listing), *shown(listing)]
    settings = [{"align": "right"} if right else {"align": "left", "is_wrapped": True} for right in numeric(listing)]
    return {
        "type": "table",
        "column_settings": settings,
        "rows": [[{"type": "raw_text", "text": cell[:CELL_LIMIT]} for cell in row] for row in rows],
    }
