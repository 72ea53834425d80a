"""A question that cannot be answered: why, and two that can."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answer.answer import Answer
from bot.backing import Looks
from bot.messages import slack as words
from bot.slack.blocks import notes
from bot.slack.blocks.kit import BUTTON, actions, button, context, paragraphs, section
from bot.slack.message import Blocks, Message
from bot.slack.text import escape

SUGGEST = "suggest"


def decline_message(answer: Answer, look: Looks) -> Message:
    """The reason, the caveats that belong to it, and suggestions as buttons."""
    blocks = [*paragraphs(answer.text), *notes.caveats(answer), *suggestions(answer.suggestions[:2])]
    return Message.of(escape(answer.text), blocks, look)


def suggestions(questions: Sequence[str]) -> Blocks:
    """Questions as buttons; long ones written out above."""
    if not questions:
        return []
    long = any(len(question) > BUTTON for question in questions)
    written = [section("\n".join(f"{n}. {escape(q)}" for n, q in enumerate(questions, 1)))] if long else []
    labels = [f"{n}. {q}" if long else q for n, q in enumerate(questions, 1)]
    made = [
        button(label, f"{SUGGEST}:{n}", question, says=question)
        for n, (label, question) in enumerate(zip(labels, questions, strict=True))
    ]
    return [context(words.TRY), *written, actions(made)]
