"""An answer that no longer holds: the same message again, with a note above it. The figure given stays legible."""

from __future__ import annotations

from dataclasses import dataclass

from bot.backing import Backing, Looks
from bot.slack.blocks.answer import Extras, answer_message
from bot.slack.blocks.kit import section
from bot.slack.delivery.guard import Look
from bot.slack.exports import Exports
from bot.slack.message import Blocks, Message, Place, Rung
from bot.slack.services import Services
from bot.slack.text import escape

Standing = tuple[Place, str, Message]
"""Where a message stands, under which timestamp, and what is to stand there."""


@dataclass(frozen=True, slots=True)
class NoteAndAnswer:
    """Looks at the note and at the answer below it, each against what it rests on."""

    note: str
    backing: Backing
    answer: Looks

    def at_source(self) -> list[str]:
        """The note by itself, and the answer's own numbers."""
        return self.backing.at_text(self.note) + self.answer.at_source()

    def at_text(self, text: str) -> list[str]:
        """What follows the note."""
        return self.answer.at_text(text.removeprefix(escape(self.note)).strip())

    def at_blocks(self, blocks: Blocks) -> list[str]:
        """The note's block is the first."""
        return self.backing.at_blocks(blocks[:1]) + self.answer.at_blocks(blocks[1:])


def corrected(services: Services, answer_id: str, note: str, backing: Backing) -> Standing | None:
    """The message of an answer with the note, whose numbers the backing holds; None where there is no such message."""
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
    message = answer_message(given, extras, Look(given.answer, given.lead))
    mark = section(f"*{escape(note)}*")

    def marked(rung: Rung) -> Rung:
        def blocks() -> Blocks:
            return [mark, *rung.blocks()]

        return Rung(rung.name, blocks)

    text = f"{escape(note)} {message.text}"
    whole = Message(text, tuple(map(marked, message.rungs)), look=NoteAndAnswer(note, backing, message.look))
    return Place(given.team, given.channel, given.thread_ts), given.ts, whole
