"""The rows behind an answer: those of the reports that it counts, or its own where it lists them already."""

from __future__ import annotations

from bot.answer.answer import Answer
from bot.messages import slack as words
from bot.query import Measure, Query
from bot.slack.blocks import modals
from bot.slack.blocks.cells import grid
from bot.slack.message import View
from bot.slack.services import Services
from bot.state.answers import Given

MOST = 1000
LISTED = ("rows", "value", "text", "extreme")


def behind(services: Services, given: Given) -> tuple[Answer, str]:
    """The rows, and what they are. A comparison's or a fact's own rows say more than those it was worked out from."""
    query = given.answer.query
    if query is None or query.measure.kind in LISTED or query.slices or query.also:
        return given.answer, words.RESULT
    found = services.desk.ask_query(_listing(query))
    if found.status != "answered" or not found.rows:
        return given.answer, words.RESULT
    return found, words.STANDS_ON


def _listing(query: Query) -> Query:
    of = query.measure.of if query.measure.kind == "count" else ()
    update = {
        "measure": Measure(kind="rows"),
        "filters": (*query.filters, *of),
        "group_by": (),
        "order": None,
        "having": None,
        "limit": MOST,
        "yes_no": False,
        "contrast": None,
    }
    return query.model_copy(update=update)


def view(services: Services, given: Given, page: int) -> View:
    """One page of them as a view."""
    answer, heading = behind(services, given)
    return modals.rows(given.id, grid(answer), page, heading)
