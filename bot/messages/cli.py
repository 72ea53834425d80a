"""What the command line says: help, errors, headings. Data goes to stdout, this to stderr where it is narration."""

from __future__ import annotations

DESK = "Questions to ICE's Declined Detainer Outcome Reports, answered with checked figures, sources and caveats."
DB = "The database, or a link to its newest edition. Also DETAINER_DESK_DB."
VERSION = "Print the version."
JSON = "Print data as JSON on standard output."
SETTINGS_WRONG = "A setting is wrong: {what}"

ASK = "Answer a question. Exit status: 0 answered, 3 asked back, 4 declined, 1 no usable database, 2 wrong use."
QUESTION = "The question, in quotes."
THREAD = "A JSON list of the person's earlier messages, oldest first."
BATCH = "A file of lines {id, thread, question}; one answer a line comes out, in the same order."
SHOW_SQL = "Print the statement as well."
NEED_QUESTION = "Give a question, or --batch FILE."
ONE_OF_TWO = "Give a question or --batch FILE, not both."

CHECK_SQL = "Check a statement without running it. Exit status: 0 accepted, 4 refused."
STATEMENT = "The statement, in quotes."
SQL_BATCH = "A file with one statement a line; the sign ⏎ stands for a newline inside one."
NEED_STATEMENT = "Give a statement, or --batch FILE."
ACCEPTED = "Accepted."

INGEST = "Load reports, notices and index pages. Exit status: 0 unless something was rejected."
SOURCES = "Files, folders, or the address of an index page."
REPLACE_SAMPLES = "Drop the bundled sample reports first."
DISPUTES = "A register of disputes to use instead of the bundled one (YAML)."
READING = "Reading"
NOTHING_FOUND = "Nothing to load was found. Name a PDF, an HTML index page, or a folder that holds some."

EVIDENCE = "Draw a page with the rows behind an answer marked (PNG)."
OUT = "Where to write the picture."
PAGE = "Another of the pages that hold rows, from 1."

CHAT = "Ask in a conversation. A number picks a choice; 'help' tells more; 'exit' or Ctrl-D ends."
CHAT_HELLO = (
    "Ask about the reports loaded, in your own words; 'help' shows what can be asked. A number picks a choice; "
    "'new' starts over; 'exit' ends."
)
CHAT_NEW = "Started over."
CHAT_ASK = "Ask in your own words, for instance:"
CHAT_HELP = (
    'A follow-up leans on the question before it: "and Denver?", "only convictions", "by offense instead", '
    '"the week before", "which ones?".\nCommands: new (start over), sql (the statement behind the last figure), '
    "sources (its pages), help, exit."
)
CHAT_NO_SOURCES = "No figure yet."
CHAT_NO_SQL = "No statement yet."
CHAT_BAD_NUMBER = "There is no choice {n}. Choose 1 to {most}."

DOCTOR = "What is loaded, which checks failed, what was set aside or not read."
EVAL = "Score a question set (YAML) and report every miss."
EVAL_MODEL = "A chat model, as provider:model, for this run."
EVAL_USE = "How the model is used: fallback, check or only."
EVAL_FILE = "The question set."
REPORT = "Where to write the report (Markdown); otherwise it goes to standard output."

READ_AS = "Read as"
CAVEATS = "Caveats"
SOURCES_TITLE = "Sources"
SEARCHED_TITLE = "Searched, with no such row found"
SQL_TITLE = "SQL"
TRY = "You could ask"
SAMPLE = "SAMPLE DATA"
MORE_ROWS = "({n:,} more rows; --json gives all)"


def not_readable(what: str, path: str, why: str) -> str:
    return f"The {what} {path} cannot be read: {why}."


def not_writable(path: str, why: str) -> str:
    return f"{path} cannot be written: {why}."


def not_utf8(what: str, path: str, at: int) -> str:
    return f"The {what} {path} is not UTF-8 (byte {at:,}). Save it as UTF-8 and try again."


def not_a_thread(path: str) -> str:
    return f"The thread file {path} has to hold a JSON list of texts, the earlier messages, oldest first."


def bad_line(number: int, why: str) -> str:
    return f"Line {number:,} is not a question: {why}. Write {{'id': ..., 'thread': [...], 'question': '...'}} as JSON."


def page_range(pages: list[int]) -> str:
    """'page 3', 'pages 3–7 and 9'; nothing for a spreadsheet, which has none."""
    if not pages:
        return ""
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    shown = [f"{a}" if a == b else f"{a}–{b}" for a, b in runs]
    listed = shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
    return f"page{'s' if len(pages) > 1 else ''} {listed}"


def source(report: str, pages: str) -> str:
    return f"Report of {report}, {pages}" if pages else report


def stated_in(report: str, section: str | None, page: int | None) -> str:
    """'[report of 2017-02-11, Section IV, page 25]'."""
    where = [f"report of {report}"]
    if section:
        where.append("cover" if section == "cover" else f"Section {section}")
    if page:
        where.append(f"page {page}")
    return f"[{', '.join(where)}]"
