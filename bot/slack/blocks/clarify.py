"""A question back: a button for each reading. The label of a button is the reading itself."""

from __future__ import annotations

from bot.answer.answer import Answer
from bot.backing import Looks
from bot.slack.blocks.kit import BUTTON, actions, button, paragraphs, section
from bot.slack.message import Blocks, Message
from bot.slack.text import escape

CHOOSE = "choose"


def clarify_message(answer: Answer, answer_id: str, look: Looks) -> Message:
    """The question, then its choices: as buttons; long ones written out above, their buttons numbered."""
    return Message.of(escape(answer.text), [*paragraphs(answer.text), *_choices(answer, answer_id)], look)


def _choices(answer: Answer, answer_id: str) -> Blocks:
    choices = answer.choices[:20]
    long = any(len(choice) > BUTTON for choice in choices)
    labels = [f"{number}. {choice}" if long else choice for number, choice in enumerate(choices, 1)]
    written = [section("\n".join(escape(label) for label in labels))] if long else []
    made = [
        button(label, f"{CHOOSE}:{number}", f"{answer_id}:{number}", says=choices[number])
        for number, label in enumerate(labels)
    ]
    return [*written, actions(made, f"choose:{answer_id}")] if made else []
