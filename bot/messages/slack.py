"""Every sentence people read in Slack around an answer; the answers' own words are in `answers.py`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.messages.answers import day

READING = "Reading the reports…"
READ = "Read the reports"
STOPPED = "Stopped, as you asked. Nothing was answered."
FAILED = "Something went wrong on our side, so there is no answer. Ask again in a moment; it has been noted as {id}."
WITHHELD = (
    "The sentence for this answer held a number that its rows do not, so it is withheld. "
    "No figure is better than a wrong one. It has been noted as {id}."
)
NOT_SHOWN_TITLE = "Could not be shown"
NOT_SHOWN = (
    "This could not be shown: it held a number that the rows behind it do not, and no figure is better than a wrong "
    "one. It has been noted."
)
EDITED = "The question was edited; this answers it as it reads now."
NOT_HERE = "This desk answers only in channels that its keepers have named. Ask in one of those, or by direct message."
EMPTY_MENTION = "Ask about ICE's weekly Declined Detainer Outcome Reports, for example:"
NOT_JOINED = "I am not in this channel, so only you see this. Invite me to answer here for everyone."
GONE = "That answer is no longer kept. Ask the question again."

SHOW_SQL = "Show SQL"
SHOW_ROWS = "Show rows"
SHOW_PAGE = "Show the page"
CSV = "CSV"
BY_PLACE = "Ask by jurisdiction"
ALL_CAVEATS = "All caveats"
RIGHT = "Right"
WRONG = "Wrong"
CLOSE = "Close"
SEND = "Send"
ASK = "Ask"
SAYS = {
    SHOW_SQL: "Show the SQL that computed this answer",
    SHOW_ROWS: "Show the rows of the reports behind this answer",
    SHOW_PAGE: "Show a picture of the report's page with the rows marked",
    CSV: "Put the rows of this answer into the thread as a CSV file",
    BY_PLACE: "Choose a jurisdiction to ask the same question about",
    ALL_CAVEATS: "Show every caveat that bears on this answer",
    RIGHT: "This answer is right",
    WRONG: "This answer is wrong; say why",
}

HEADINGS = {"report_id": "Report, week from", "row_no": "Row", "page_to": "To page"}
CAVEATS_TITLE = "Caveats"
SQL_TITLE = "SQL of this answer"
ROWS_TITLE = "Rows of this answer"
PLACES_TITLE = "Ask by jurisdiction"
REASON_TITLE = "What is wrong?"
ASK_ABOUT_TITLE = "Ask about this"
QUESTION = "Your question"
QUESTION_HINT = "The answer comes in the message's thread, where everyone in the channel can read it."
REASON = "What should it say, and where does that stand?"
REASON_HINT = "Kept with the question, its reading and its SQL, for whoever looks into it."
THANKS_RIGHT = "Noted as right. Thank you."
THANKS_WRONG = "Noted as wrong, with your reason, the reading and the SQL. Thank you."
NO_SQL = "No SQL was run for this."
NO_CAVEATS = "No caveat bears on this answer."
NO_ROWS = "There are no rows behind this answer."
NO_PAGE = "There is no page to show for this answer."
WHICH_PLACE = "The same question, for one jurisdiction. The answer comes in the thread."
IN_THE_THREAD = "The answer comes in the thread."
WRITE_QUESTION = "Write a question."
NO_PLACES = "This answer has no jurisdictions to ask about."
ALL_ROWS = "All rows:  "
PREVIOUS, NEXT = "Previous", "Next"
STANDS_ON = "The rows the answer stands on"
RESULT = "The answer's own rows"

DELETED = "You deleted the question. Its answer stands until you say otherwise."
REMOVE, KEEP = "Remove the answer", "Keep it"
REMOVED = "Removed."
KEPT = "Kept."

TRY = "Questions that work:"
PICKED = "Read as: {choice}"


def report_label(report_id: str) -> str:
    """A report by the day its week begins: 'report of Jan 28, 2017'."""
    try:
        return f"report of {day(date.fromisoformat(report_id))}"
    except ValueError:  # a document that is no weekly report has a name instead
        return report_id


def reading(text: str) -> str:
    """How the question was understood."""
    return f"Read as: {text}"


def caveat(text: str, report: str | None, page: int | None) -> str:
    """A caveat with its place; the desk's own have none."""
    if report is None:
        return text
    return f"{text} ({report}, p. {page})" if page else f"{text} ({report})"


def more_caveats(n: int) -> str:
    """How many stand behind the button."""
    return f"{n} more behind “{ALL_CAVEATS}”."


def source(report: str, pages: Sequence[int]) -> str:
    """A report with the pages the figures stand on."""
    if not pages:
        return report
    runs = list(page_runs(pages))
    word = "p." if len(pages) == 1 else "pp."
    return f"{report}, {word} {', '.join(runs)}"


def page_runs(pages: Sequence[int]) -> list[str]:
    """3, 4, 5, 9 as '3–5', '9'."""
    runs: list[list[int]] = []
    for page in sorted(set(pages)):
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]


def sources(parts: Sequence[str], *, searched: bool = False) -> str:
    """All the sources of an answer; of a figure that is none, what was searched."""
    if searched:
        return "Searched: " + "; ".join(parts)
    return "Source: " + "; ".join(parts) if len(parts) == 1 else "Sources: " + "; ".join(parts)


def rows_left_out(shown: int, total: int) -> str:
    """A table that shows only its beginning."""
    return f"The first {shown} of {total:,} rows; the rest is in the CSV."


def rows_page(first: int, last: int, total: int) -> str:
    """Where in the rows this page of the modal is."""
    return f"Rows {first}–{last} of {total:,}"


def asked_by(user: str, question: str) -> str:
    """Above an answer to a slash command, whose question nobody else saw. Both come escaped."""
    return f"<@{user}> asked: {question}"


def ask_about(place: str) -> str:
    """The follow-up a jurisdiction's button asks."""
    return f"The same for {place}"


def table_caption(reading_text: str) -> str:
    """What the table shows, for screen readers."""
    return f"Rows of the answer: {reading_text}" if reading_text else "Rows of the answer"


def csv_title(reading_text: str) -> str:
    """The title of the CSV in the thread."""
    return f"Rows: {reading_text}" if reading_text else "Rows of the answer"


def page_shown(shown: int, of: int) -> str:
    """What the picture in the thread is, to the person who asked for it."""
    return f"In the thread: page {shown} of the {of} pages that hold rows of this answer. Show another:"


def page_button(number: int, of: int) -> str:
    """For screen readers, whose users hear only a number otherwise."""
    return f"Show page {number} of the {of} that hold rows of this answer"
