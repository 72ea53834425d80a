"""An answer that no longer holds: the same message again, with a note above it. The figure given stays legible."""

from __future__ import annotations

from bot.slack.blocks.answer import Extras, answer_message
from bot.slack.blocks.kit import section
from bot.slack.delivery.guard import guarded
from bot.slack.exports import Exports
from bot.slack.message import Blocks, Message, Place, Rung
from bot.slack.services import Services
from bot.slack.text import escape

Standing = tuple[Place, str, Message]
"""Where a message stands, under which timestamp, and what is to stand there."""


def corrected(services: Services, answer_id: str, note: str) -> Standing | None:
    """The message of an answer with the note; None where there is no such message."""
    given = services.answers.get(answer_id)
    if given is None or given.ts is None:
        return None
    exports = Exports(services)
    extras = Extras(
        chart=exports.chart(given),
        picture=lambda chart: exports.picture(given, chart),
        attach_csv=lambda: None,  # its rows went along when it was given
        lead=given.lead,
    )
    message = guarded(answer_message(given, extras), given.answer, given.lead)
    mark = section(f"*{escape(note)}*")

    def marked(rung: Rung) -> Rung:
        def blocks() -> Blocks:
            return [mark, *rung.blocks()]

        return Rung(rung.name, blocks)

    text = f"{escape(note)} {message.text}"
    return Place(given.team, given.channel, given.thread_ts), given.ts, Message(text, tuple(map(marked, message.rungs)))
