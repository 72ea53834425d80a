"""What stands under every answer: the reading, the caveats that bear, the sources."""

from __future__ import annotations

from bot.answer.answer import Answer, Caveat
from bot.messages import slack as words
from bot.slack.blocks.kit import context, section
from bot.slack.message import Blocks
from bot.slack.text import closed, escape, first_sentences

SHOWN, SHORT = 3, 280
CAVEAT = "• "
"""What the line of a caveat begins with."""


def reading(answer: Answer) -> Blocks:
    """How the question was understood."""
    return [context(escape(words.reading(answer.reading)))] if answer.reading else []


def caveats(answer: Answer) -> Blocks:
    """The first few caveats, short; how many more there are."""
    lines = [f"{CAVEAT}{escape(_line(caveat, SHORT))}" for caveat in answer.caveats[:SHOWN]]
    left = len(answer.caveats) - SHOWN
    if left > 0:
        lines.append(escape(words.more_caveats(left)))
    return [section(f"*{words.CAVEATS_TITLE}*\n" + "\n".join(lines))] if lines else []


def all_caveats(answer: Answer) -> Blocks:
    """Every caveat in full, for the modal."""
    return [section(f"{CAVEAT}{escape(_line(caveat, 2_000))}") for caveat in answer.caveats[:50]]


def needs_more(answer: Answer) -> bool:
    """Whether the short form leaves anything out."""
    return len(answer.caveats) > SHOWN or any(first_sentences(each.text, SHORT) != each.text for each in answer.caveats)


def sources(answer: Answer) -> Blocks:
    """The reports and pages the figures stand on."""
    parts = [words.source(words.report_label(each.report), each.pages) for each in answer.sources]
    return [context(escape(words.sources(parts, searched=answer.none_found)))] if parts else []


def _line(caveat: Caveat, limit: int) -> str:
    report = None if caveat.report is None else words.report_label(caveat.report)
    return words.caveat(closed(first_sentences(caveat.text, limit)), report, caveat.page)
