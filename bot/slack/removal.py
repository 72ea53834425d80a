"""After a question was deleted: its answer stands until its asker wants it gone."""

from __future__ import annotations

from bot.messages import slack as words
from bot.slack.blocks.kit import actions, button, section
from bot.slack.services import Services
from bot.slack.tasks import Task

REMOVE, KEEP = "answer_remove", "answer_keep"


def offer_removal(services: Services, task: Task) -> None:
    """Ask the person who deleted the question, and only that person, about its answer."""
    given = services.answers.by_question(task.team, task.channel, task.ts)
    if given is None or given.ts is None:
        return
    buttons = [button(words.REMOVE, REMOVE, given.id, style="danger"), button(words.KEEP, KEEP, given.id)]
    services.sender.whisper(task.place, task.user, words.DELETED, [section(words.DELETED), actions(buttons)])
