"""An answer as a message: what it says, how it was read, what limits it, where it stands; and the ladder of its forms.

1. native chart and data table; 2. the chart as a picture, the older table block; 3. text, with the rows as a CSV file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.answer.answer import Answer
from bot.backing import Looks
from bot.messages import slack as words
from bot.slack.blocks import buttons, notes
from bot.slack.blocks.cells import Grid, grid
from bot.slack.blocks.chart import Chart, image, native
from bot.slack.blocks.kit import context, paragraphs, section
from bot.slack.blocks.table import TEXT_ROWS, data_table, fitting, table, text_table
from bot.slack.message import Block, Blocks, Message, Rung
from bot.slack.text import escape, first_sentence
from bot.state.answers import Given


@dataclass(frozen=True, slots=True)
class Extras:
    """What a message can need beyond blocks. `picture` uploads a PNG and gives its file id, or None."""

    chart: Chart | None
    picture: Callable[[Chart], str | None]
    attach_csv: Callable[[], None]
    lead: str = ""
    """Small print above the answer (mrkdwn, escaped): whose question it is, that it was edited."""


def answer_message(given: Given, extras: Extras, look: Looks) -> Message:
    """The answer in all its forms, richest first."""
    answer = given.answer
    cells = grid(answer)
    text = statement(answer.text)
    rungs = (
        Rung("native", lambda: _assembled(given, extras, _native(given, cells, extras), buttons.feedback(given.id))),
        Rung("picture", lambda: _assembled(given, extras, _pictured(cells, extras), buttons.plain_feedback(given.id))),
        Rung("text", lambda: _assembled(given, extras, _plain(cells), buttons.plain_feedback(given.id))),
    )
    return Message(text, rungs, extras.attach_csv if cells.worth_showing else None, look)


def statement(text: str) -> str:
    """The answer for notifications and screen readers: its sentences on one line, escaped."""
    return escape(" ".join(text.split()))


def _assembled(given: Given, extras: Extras, body: Blocks, feedback: Block) -> Blocks:
    answer, cells = given.answer, grid(given.answer)
    first, rest = first_sentence(answer.text.strip())
    if body and _is_listing(answer):
        first = _without_list(first, cells)
    blocks = [context(extras.lead)] if extras.lead else []
    blocks += [section(f"*{escape(first)}*"), *paragraphs(rest), *body]
    blocks += [*notes.reading(answer), *notes.caveats(answer), *notes.sources(answer)]
    row = buttons.answer_buttons(answer, given.id)
    return [*blocks, *([row] if row["elements"] else []), feedback]


def _is_listing(answer: Answer) -> bool:
    """Whether the sentence lists what the table shows; one about corrections or policies says more than that."""
    query = answer.query
    grouped = query is not None and (bool(query.group_by) or query.measure.kind == "rows")
    return grouped and query is not None and query.subject in ("refusals", "issued", "foia_detainers")


def _without_list(sentence: str, cells: Grid) -> str:
    """What a table shows row by row the heading above it need not list; the message's text still does."""
    head, colon, listed = sentence.partition(": ")
    return head if colon and len(listed.split("; ")) >= min(len(cells.values), 4) > 1 else sentence


def _native(given: Given, cells: Grid, extras: Extras) -> Blocks:
    charted = native(extras.chart) if extras.chart else None
    blocks = [charted] if charted else _picture(extras)
    if cells.worth_showing:
        blocks += [data_table(cells, words.table_caption(given.answer.reading)), *_left_out(fitting(cells), cells)]
    return blocks


def _pictured(cells: Grid, extras: Extras) -> Blocks:
    blocks = _picture(extras)
    if cells.worth_showing:
        blocks += [table(cells), *_left_out(fitting(cells), cells)]
    return blocks


def _plain(cells: Grid) -> Blocks:
    if not cells.worth_showing:
        return []
    return [section(text_table(cells)), *_left_out(min(TEXT_ROWS, len(cells.values)), cells)]


def _picture(extras: Extras) -> Blocks:
    if extras.chart is None:
        return []
    file_id = extras.picture(extras.chart)
    return [] if file_id is None else [image(extras.chart, file_id)]


def _left_out(shown: int, cells: Grid) -> Blocks:
    total = len(cells.values)
    return [context(words.rows_left_out(shown, total))] if shown < total else []
