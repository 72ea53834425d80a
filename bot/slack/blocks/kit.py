"""The pieces of Block Kit in use, each cut to Slack's limit. Text that comes in as `plain` is escaped here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bot.slack.message import Block, Blocks
from bot.slack.text import escape, shortened

SECTION, CONTEXT, HEADER, BUTTON, VALUE, VIEW_TITLE = 3000, 2000, 150, 75, 2000, 24


def section(mrkdwn: str) -> Block:
    """A paragraph of mrkdwn; what was not written here has to be escaped by the caller."""
    return {"type": "section", "expand": True, "text": {"type": "mrkdwn", "text": shortened(mrkdwn, SECTION)}}


def paragraphs(plain: str) -> Blocks:
    """Plain text of any length, as many sections as it takes (at most ten)."""
    parts: Blocks = []
    rest = escape(plain)
    while rest and len(parts) < 10:
        cut = len(rest) if len(rest) <= SECTION else max(rest.rfind("\n", 1, SECTION), rest.rfind(" ", 1, SECTION), 1)
        parts.append(section(rest[:cut]))
        rest = rest[cut:].lstrip()
    return parts


def context(*mrkdwn: str) -> Block:
    """Small print."""
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": shortened(m, CONTEXT)} for m in mrkdwn[:10]]}


def header(plain: str) -> Block:
    """A heading."""
    return {"type": "header", "text": {"type": "plain_text", "text": shortened(plain, HEADER), "emoji": False}}


def divider() -> Block:
    """A line."""
    return {"type": "divider"}


def button(label: str, action_id: str, value: str, *, says: str = "", style: str | None = None) -> Block:
    """A button. `says` is what a screen reader says where the label alone says too little."""
    made: Block = {
        "type": "button",
        "action_id": action_id,
        "value": value[:VALUE],
        "text": {"type": "plain_text", "text": shortened(label, BUTTON), "emoji": False},
    }
    if says or len(label) > BUTTON:
        made["accessibility_label"] = shortened(says or label, BUTTON)
    if style:
        made["style"] = style
    return made


def actions(buttons: Sequence[Block], block_id: str | None = None) -> Block:
    """A row of buttons; Slack takes 25."""
    made: Block = {"type": "actions", "elements": list(buttons[:25])}
    return made | ({"block_id": block_id} if block_id else {})


def text_input(label: str, action_id: str, *, initial: str = "", hint: str = "", optional: bool = False) -> Block:
    """A field to type in, in a block named like its action."""
    element: dict[str, Any] = {"type": "plain_text_input", "action_id": action_id, "multiline": True}
    element["max_length"] = SECTION
    if initial:
        element["initial_value"] = initial[:SECTION]
    made: Block = {"type": "input", "block_id": action_id, "element": element, "optional": optional}
    made["label"] = {"type": "plain_text", "text": label}
    if hint:
        made["hint"] = {"type": "plain_text", "text": hint}
    return made


def modal(title: str, blocks: Iterable[Block], *, close: str, submit: str = "", callback: str = "") -> Block:
    """A view over the screen."""
    view: Block = {
        "type": "modal",
        "title": {"type": "plain_text", "text": shortened(title, VIEW_TITLE)},
        "close": {"type": "plain_text", "text": close},
        "blocks": list(blocks)[:100],
    }
    if submit:
        view |= {"submit": {"type": "plain_text", "text": submit}, "callback_id": callback}
    return view
