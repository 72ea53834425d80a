"""The weekly summary, asked for in Slack."""

from __future__ import annotations

import re

from bot.backing import quoting
from bot.messages import slack_commands as say
from bot.slack.delivery.payload import Payload
from bot.slack.services import Desk

_ASKED = re.compile(
    r"^(?:please\s+)?(?:(?:give|show|post|send)\s+(?:me|us)?\s*)?(?:the\s+|a\s+)?(?:weekly\s+)?summary\b", re.I
)
_FILLER = re.compile(r"^(?:of|for|on|about|please|\s)+|[\s?.!]+$|\bplease\b", re.I)
_LATEST = re.compile(r"^(?:the\s+)?(?:latest|newest|last|most recent|this)?\s*(?:report|week)?$", re.I)


def wish(text: str) -> str | None:
    """What a message wants a summary of; '' the newest report, None where it wants no summary."""
    found = _ASKED.match(text)
    return None if found is None else _named(text[found.end() :])


def _named(words: str) -> str:
    """The report alone, without 'of the' before it and a full stop after it."""
    return _FILLER.sub("", _FILLER.sub("", words)).strip()


def summary(desk: Desk, of: str, lead: str = "") -> Payload:
    """The summary as a prepared message, or a sentence why there is none."""
    from bot.sql.database import RunError
    from bot.summary.build import build
    from bot.summary.forms.payload import weekly
    from bot.summary.material import NoReport
    from bot.summary.reading import reader
    from bot.summary.statements import Unreadable

    try:
        report_id = _report(desk, _named(of))
        loaded = desk.loaded()
        made = build(reader(loaded.checker, loaded.runner), report_id, loaded.edition.name)
    except (NoReport, Unreadable, RunError, _Unclear) as problem:
        return {"text": str(problem), "backing": quoting(str(problem)).model_dump()}
    return weekly(made)


class _Unclear(Exception):  # noqa: N818 - it names what happened
    """Which report is meant cannot be told."""


def _report(desk: Desk, of: str) -> str | None:
    """The report that words mean: the desk reads them as it reads a question's."""
    if _LATEST.match(of):
        return None
    answer = desk.ask(say.summary_question(of))
    query = answer.query
    named = [value for each in (query.filters if query else ()) if each.field == "report" for value in each.values]
    if answer.status != "answered" or len(named) != 1:
        raise _Unclear(say.which_report(of))
    return str(named[0])
