"""An alert as a message for the outbox: plain dicts, no Slack import."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.alerts.content import Alert
from bot.backing import NO_NUMBER, Backing, quoting, texts_of
from bot.messages import alerts as say
from bot.messages import summary as say_summary
from bot.summary.forms.slack import Block, context, escaped, header, mrkdwn
from bot.summary.naming import place_name

SUMMARY, PLACES, SOURCE = "report_summary", "suggest:places", "open_document"
"""Names of the buttons. The second is the desk's own "ask this" button: its value is the question."""


@dataclass(frozen=True, slots=True)
class Own:
    """The line about the subscriber's filter."""

    text: str = ""
    backing: Backing = NO_NUMBER


NOTHING_OWN = Own()


def payload(alert: Alert, own: Own = NOTHING_OWN) -> dict[str, Any]:
    """The message, with what its numbers rest on."""
    blocks = [header(alert.title), mrkdwn(escaped(alert.text))]
    if own.text:
        blocks.append(mrkdwn(escaped(own.text)))
    taken = [
        say.stated(place_name(s.county, s.state), s, say_summary.EFFECTS.get(s.effect, s.effect))
        for s in alert.taken_back
    ]
    parts = (
        (say.CHANGED_MOST, [say.change(c) for c in alert.changes]),
        (say.ROWS_CHANGED, [say.row_changed(row) for row in alert.rows]),
        (say.taken_back(alert.taken_from), taken),
    )
    blocks += [_listing(title, lines) for title, lines in parts if lines]
    if alert.caveats:
        blocks.append(context([say_summary.short_caveat(c) for c in alert.caveats]))
    if buttons := _buttons(alert):
        blocks.append({"type": "actions", "elements": buttons})
    text = " ".join(part for part in (alert.text, own.text) if part)
    held = alert.backing.plus(own.backing).model_dump()
    return {"text": escaped(text), "blocks": blocks, "report": alert.report_id, "title": alert.title, "backing": held}


def marked(sent: dict[str, Any], ts: str, note: str, behind: Backing) -> dict[str, Any]:
    """An alert sent earlier, with a note that something came after it: an update of that very message.

    `behind`: what the note's numbers rest on. What was sent before may stand as it is.
    """
    blocks = [block for block in sent.get("blocks") or [] if block.get("block_id") != _MARK]
    mark = mrkdwn(f"*{escaped(note)}*") | {"block_id": _MARK}
    kept = {name: value for name, value in sent.items() if name not in ("report", "title", "replies", "files")}
    held = Backing.model_validate(sent["backing"]) if sent.get("backing") else quoting(sent["text"], *texts_of(blocks))
    kept["backing"] = held.plus(behind).model_dump()
    return {**kept, "text": f"{sent['text']} {escaped(note)}", "blocks": [mark, *blocks][:50], "update": ts}


_MARK = "came_after"


def _listing(title: str, lines: list[str]) -> Block:
    shown = [f"• {escaped(line)}" for line in lines[: say.LINES]]
    if len(lines) > say.LINES:
        shown.append(say.more(len(lines) - say.LINES))
    return mrkdwn("\n".join([f"*{title}*", *shown]))


def _buttons(alert: Alert) -> list[Block]:
    made = []
    if alert.report_id:
        made += [
            _button(SUMMARY, say.BUTTON_SUMMARY, alert.report_id),
            _button(PLACES, say.BUTTON_PLACES, say.places_question(alert.report_id)),
        ]
    if alert.document.source.startswith(("https://", "http://")) and len(alert.document.source) <= 3000:
        made.append(_button(SOURCE, say.BUTTON_SOURCE, "") | {"url": alert.document.source})
    return made


def _button(action: str, label: str, value: str) -> Block:
    button: Block = {"type": "button", "action_id": action, "text": {"type": "plain_text", "text": label}}
    return button | ({"value": value} if value else {})
