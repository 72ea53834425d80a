"""What a thread remembers of a plan that was answered without words: a button was pressed."""

from __future__ import annotations

from dataclasses import replace

from bot.answer.answer import Answer
from bot.understand.outcome import Thread

KEPT = 20
"""Messages and plans a thread keeps in the store; nobody refers back further."""


def after_plan(thread: Thread, question: str, answer: Answer) -> Thread:
    """The thread after the answer to a plan; a decline changes nothing that a follow-up could build on."""
    messages = (*thread.messages, question)
    if answer.status != "answered" or answer.query is None:
        return replace(thread, messages=messages)
    return Thread(messages, last=answer.query, history=(*thread.history, answer.query))


def trimmed(thread: Thread) -> Thread:
    """The thread as it is stored."""
    return replace(
        thread,
        messages=thread.messages[-KEPT:],
        history=thread.history[-KEPT:],
        unanswered=thread.unanswered[-KEPT:],
    )
