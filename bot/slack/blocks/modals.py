"""The views that open over the screen: SQL, rows page by page, caveats, jurisdictions, a reason, a question."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from bot.answer.answer import Answer, Cell
from bot.backing import Backing, Looks, Part, quoting
from bot.messages import slack as words
from bot.messages import slack_commands as commands
from bot.slack.blocks import notes
from bot.slack.blocks.cells import Grid, shown
from bot.slack.blocks.kit import actions, button, context, modal, paragraphs, section, text_input
from bot.slack.message import Blocks, View
from bot.slack.text import code, escape

PAGE_ROWS = 10
SQL_PART = 2_800
ROWS_PAGE, PLACE, REASON, QUESTION = "rows_page", "place", "reason", "question"
REASON_VIEW, ASK_VIEW = "feedback_reason", "ask_about_this"


def notice(title: str, text: str) -> View:
    """A view that only says something."""
    return View(modal(title, paragraphs(text), close=words.CLOSE))


def sql(answer: Answer) -> View:
    """The statement as it was run, in as many code blocks as it takes, with the reading above."""
    text = answer.sql or words.NO_SQL
    blocks = [*notes.reading(answer), *(section(code(part)) for part in _parts(text))]
    return View(modal(words.SQL_TITLE, blocks, close=words.CLOSE), quoting(text, answer.reading))


def _parts(text: str) -> Iterator[str]:
    """Pieces that a code block takes, cut between words."""
    while len(text) > SQL_PART:
        cut = max(text.rfind("\n", 1, SQL_PART), text.rfind(" ", 1, SQL_PART))
        cut = cut if cut > 0 else SQL_PART
        yield text[:cut]
        text = text[cut:].lstrip()
    yield text


def caveats(answer: Answer, look: Looks) -> View:
    """Every caveat that bears, in full."""
    blocks = notes.all_caveats(answer) or paragraphs(words.NO_CAVEATS)
    return View(modal(words.CAVEATS_TITLE, blocks, close=words.CLOSE), look)


def rows(answer_id: str, cells: Grid, page: int, heading: str) -> View:
    """Ten rows, with buttons to the pages before and after."""
    if not cells.values:
        return notice(words.ROWS_TITLE, words.NO_ROWS)
    last_page = (len(cells.values) - 1) // PAGE_ROWS
    page = max(0, min(page, last_page))
    first = page * PAGE_ROWS
    some = cells.values[first : first + PAGE_ROWS]
    same = _same_throughout(cells)
    blocks: Blocks = [context(f"*{escape(heading)}*", words.rows_page(first + 1, first + len(some), len(cells.values)))]
    if same:
        blocks.append(section(words.ALL_ROWS + _line(cells, cells.values[0], same)))
    differing = [column for column in range(len(cells.titles)) if column not in same]
    blocks += [section(f"{first + n}.  {_line(cells, row, differing)}") for n, row in enumerate(some, 1)]
    turn = [button(words.PREVIOUS, f"{ROWS_PAGE}:{page - 1}", answer_id)] if page else []
    turn += [button(words.NEXT, f"{ROWS_PAGE}:{page + 1}", answer_id)] if page < last_page else []
    view = modal(words.ROWS_TITLE, [*blocks, *([actions(turn)] if turn else [])], close=words.CLOSE)
    return View(view, _behind_rows(cells, first, len(some)))


def _behind_rows(cells: Grid, first: int, n: int) -> Backing:
    """Each line against its own row; above them, which rows these are and what is the same in all."""
    named = {f"{at}.": _part(at, cells.values[at - 1]) for at in range(first + 1, first + n + 1)}
    named[words.ALL_ROWS.strip()] = _part(0, cells.values[0])
    return Backing.of(first + 1, first + n, len(cells.values), named=named)


def _part(number: int, row: Sequence[Cell]) -> Part:
    return Part.of(number, *row, words=[shown(cell) for cell in row if not isinstance(cell, int | float)])


def _same_throughout(cells: Grid) -> list[int]:
    """Columns that say the same in every row: said once above them all. One at least is left to tell rows apart."""
    if len(cells.values) < 2:
        return []
    columns = range(len(cells.titles))
    same = [column for column in columns if all(row[column] == cells.values[0][column] for row in cells.values)]
    return same if len(same) < len(cells.titles) else same[1:]


def _line(cells: Grid, row: Sequence[Cell], columns: Sequence[int]) -> str:
    """A row's cells with their headings; empty ones and a plain 'no' say nothing."""
    told = [(cells.titles[at], row[at]) for at in columns if row[at] not in (None, "") and row[at] is not False]
    return "  ·  ".join(f"{escape(title)}: *{escape(shown(cell))}*" for title, cell in told) or shown(None)


def places(buttons: Sequence[tuple[str, str, str]], backing: Backing) -> View:
    """Jurisdictions to ask about, as buttons: (label, value, what a screen reader says)."""
    if not buttons:
        return notice(words.PLACES_TITLE, words.NO_PLACES)
    made = [button(label, f"{PLACE}:{n}", value, says=says) for n, (label, value, says) in enumerate(buttons)]
    return View(modal(words.PLACES_TITLE, [section(words.WHICH_PLACE), actions(made)], close=words.CLOSE), backing)


def reason(answer_id: str) -> View:
    """What is wrong with an answer."""
    field = text_input(words.REASON, REASON, hint=words.REASON_HINT)
    view = modal(words.REASON_TITLE, [field], close=words.CLOSE, submit=words.SEND, callback=REASON_VIEW)
    return View(view | {"private_metadata": answer_id})


def ask_about(channel: str, thread_ts: str, text: str) -> View:
    """A question about a message, in the words of the message until the person changes them."""
    field = text_input(words.QUESTION, QUESTION, initial=text, hint=words.QUESTION_HINT)
    view = modal(words.ASK_ABOUT_TITLE, [field], close=words.CLOSE, submit=words.ASK, callback=ASK_VIEW)
    return View(view | {"private_metadata": json.dumps({"channel": channel, "thread_ts": thread_ts})})


def dictionary(entries: Sequence[tuple[str, str]]) -> View:
    """What the words of the data mean."""
    blocks: Blocks = []
    for head, text in entries:
        blocks += [section(f"*{escape(head)}*"), *paragraphs(text)]
    view = modal(commands.DICTIONARY_TITLE, blocks, close=words.CLOSE)
    return View(view, quoting(*(text for entry in entries for text in entry)))
