"""Every sentence that ingest shows to a person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

EMPTY = "The file is empty. Download it again."
NOT_PDF = "The file is not a PDF (its first bytes do not say so). Check that the link leads to the report itself."
TRUNCATED = "The PDF is cut short: its end mark is missing. Download it again."
ENCRYPTED = "The PDF asks for a password. Save a copy without one and load that."
ANOTHER_COPY = "Find another copy of the file."
NO_PAGES = "The PDF holds no pages. Download it again."
CONTENT_TOO_LARGE = "A page of the PDF unpacks to more than any report holds. Check what the file is."
NO_TEXT = (
    "The PDF holds pictures but no text (a scan). Run it through text recognition or find the original file; "
    "nothing is guessed from pictures."
)
NO_COVER = (
    "This is not a Declined Detainer Outcome Report, a correction notice or an index page: "
    "no such title was found on the first page. Load only documents of these kinds."
)


def pages_out_of_order(page: int, printed: int) -> str:
    return (
        f"The printed page numbers do not count up with the pages (page {page} of the file bears {printed}): pages are "
        "missing, doubled or out of order. Put them in order, or find the original file."
    )


def turned_page(page: int) -> str:
    return f"Page {page} shows its text turned on its side. Turn the pages upright and load the file again."


def with_turned(message: str, page: int, text: str) -> str:
    return f"{message} Page {page} has text turned on its side (“{text[:60]}”), which is not read as cells."


def turned_beside(text: str) -> str:
    return f"a cell is empty where text stands turned on its side: “{text[:60]}”"


def picture_page(page: int) -> str:
    return (
        f"Page {page} is a picture with hardly any text (a scan), so what it says cannot be read. "
        "Find the original file or run the page through text recognition."
    )


def too_large(size: int, limit: int) -> str:
    return f"The file is {size:,} bytes; reports are far smaller and the limit is {limit:,}. Check what it is."


def too_many_pages(pages: int, limit: int) -> str:
    return f"The PDF has {pages:,} pages; the limit is {limit:,}. Check what it is."


def damaged(reason: str) -> str:
    return f"The PDF is damaged or cut short ({reason}). Download it again."


def no_period(seen: str) -> str:
    return f"No week was found on the cover (read: “{seen}”). A report names its week as “Jan. 28 – Feb. 3, 2017”."


def several_reports() -> str:
    return (
        "The titles of the sections, or the weeks they name, stand there for more than one report. "
        "Load each report as a file of its own."
    )


def section_missing(section: str) -> str:
    return f"The title of Section {section} was not found in its place. The report is not loaded; look at its pages."


def section_empty(section: str) -> str:
    return f"Section {section} has a title but nothing under it; nothing read is not none. Nothing is loaded."


def table_missing(section: str, columns: Iterable[str], nearest: str) -> str:
    wanted = ", ".join(columns)
    return f"No table header was found in Section {section}. Expected the columns {wanted}. Nearest line: “{nearest}”."


def unknown_header(section: str, page: int, label: str, nearest: str, known: Iterable[str]) -> str:
    like = f"nearest known: “{nearest}”" if nearest else f"columns known here: {', '.join(known)}"
    return (
        f"Section {section}, page {page}: unknown column header “{label}” ({like}). "
        "If it means the same, add its words to ingest/headers.yaml."
    )


def doubled_column(section: str, page: int, seen: list[str]) -> str:
    return (
        f"Section {section}, page {page}: a column stands there twice (headers seen: {', '.join(seen)}), so rows of "
        "two tables stand side by side. Nothing is guessed."
    )


def header_cut(section: str, page: int) -> str:
    where = f"Section {section}, page {page}"
    return f"{where}: the table's header is cut by a page break, so its columns cannot be followed. {ANOTHER_COPY}"


def missing_column(section: str, page: int, missing: Iterable[str], seen: Iterable[str]) -> str:
    return (
        f"Section {section}, page {page}: the table has no column for {', '.join(missing)} "
        f"(headers seen: {', '.join(seen)})."
    )


def columns_unclear(left: str, right: str) -> str:
    return (
        f"The columns “{left}” and “{right}” cannot be told apart: no line and no white space runs between them. "
        "Nothing is loaded."
    )


def text_crosses(page: int, text: str) -> str:
    return f"Page {page}: “{text}” runs from one column into another. Nothing is loaded; look at the page."


_KINDS = {"date": "a date (day, month and year)", "month": "a month and year", "count": "a whole number"}


def rows_unclear(section: str, page: int, strangers: Sequence[tuple[str, str]] = ()) -> str:
    """`strangers`: the kind of cell that is wanted, and what stands there instead."""
    where = f"Section {section}, page {page}"
    if strangers:
        kind, text = strangers[0]
        return (
            f"{where}: “{text}” stands where each row has {_KINDS[kind]}, and no lines part the rows, so they cannot "
            f"be told apart. {ANOTHER_COPY}"
        )
    return (
        f"{where}: the rows cannot be told apart: no lines part them, the space between rows is no wider than inside "
        f"them, or their cells do not stand at one height. {ANOTHER_COPY}"
    )


def cell_empty(columns: Iterable[str]) -> str:
    return f"empty cell: {', '.join(columns)}"


def unknown_state(text: str) -> str:
    return f"not a state: “{text}”"


def unknown_place(text: str) -> str:
    return f"not a place with a state: “{text}”"


def group_unclear(county: str, state: str) -> str:
    return f"the state is not printed in this row, and “{county}” is no county of {state}, the state above"


def no_date(issued: str, declined: str) -> str:
    return f"not a date: issued “{issued}”, declined “{declined}”"


def no_month(text: str) -> str:
    return f"not a month and year: “{text}”"


def no_count(text: str) -> str:
    return f"not a whole number: “{text}”"


def no_disposition(text: str) -> str:
    return f"does not end in (Charge) or (Conviction): “{text}”"


def issued_after_declined(issued: date, declined: date) -> str:
    return f"issued on {issued}, after it was declined on {declined}"


def outside_period(declined: date, period: tuple[date, date]) -> str:
    return f"declined on {declined}, outside the report's week {period[0]} to {period[1]}"


def correction_unclear(sentences: Iterable[str]) -> str:
    first = next(iter(sentences), "")
    said = f" (it says: “{first}”)" if first else ""
    return (
        f"The document is a correction, but no place it takes back could be read{said}. Nothing is loaded; read it by "
        "hand."
    )


INDEX_EMPTY = "The web page names the report but links to no PDF. Give the address of the page that lists the reports."


def not_found(path: str) -> str:
    return f"There is no file “{path}”. Check the path."


def unreadable(path: str, reason: str) -> str:
    return f"The file “{path}” cannot be read ({reason})."


def not_our_database(path: str, reason: str) -> str:
    return f"“{path}” is not a database that ingest made ({reason}). Give another path with --db."


def older_database(path: str) -> str:
    return f"“{path}” was made by an older version. Bring it up to date with: detainer-desk --db {path} ingest FILE..."


def newer_database(path: str) -> str:
    return f"“{path}” was made by a newer version. Upgrade detainer-desk, or give another path with --db."


def no_document(key: str) -> str:
    return f"The document {key} is not in the database."


def skipped(name: str) -> str:
    return f"skipped {name}: neither a PDF nor a web page"


def dispute_lacks(number: int, keys: Iterable[str]) -> str:
    return f"Entry {number} of the register of disputes lacks: {', '.join(keys)}."


CRASHED = "Reading the file made the reader fail. It is damaged or made to do harm; download it again or leave it out."
NO_DUCKDB, OTHER_TABLES = "it is no DuckDB file", "it holds other tables"
LIMIT_SIZE = "The file says far more than a report does. Check what it is."


def limit_time(seconds: float) -> str:
    return f"Reading the file took more than {seconds:g} seconds. It is damaged or no report; check what it is."


def limit_memory(limit: int) -> str:
    return f"Reading the file took more than {limit // (1024 * 1024):,} MB of memory. It is damaged or no report."


def bad_address(url: str) -> str:
    return f"“{url}” is not an address that is fetched. Give an http or https address without user name, or a file."


def private_address(url: str) -> str:
    return f"“{url}” lies on a private network and was not named by you. It is not fetched."


def unreachable(url: str, reason: str) -> str:
    return f"“{url}” cannot be reached ({reason}). Try again later, or download the file and load that."


def http_error(url: str, status: int) -> str:
    return f"“{url}” answered with status {status}. Check the address."


def too_many_redirects(url: str, limit: int) -> str:
    return f"“{url}” leads on more than {limit} times. Give the address of the document itself."


SHEET_TOO_LARGE = "The spreadsheet unpacks to more than a gigabyte. Split it by year and load the parts."


def damaged_sheet(reason: str) -> str:
    return f"The spreadsheet is damaged ({reason}). Download it again."


def sheet_columns(required: Iterable[str], seen: Iterable[str]) -> str:
    return (
        f"The spreadsheet lacks a column for one of: {', '.join(required)} (headers seen: {', '.join(seen)}). "
        "If a header means the same, add it to ingest/foia_headers.yaml."
    )


def sheet_row(row: int, day: str, state: str) -> str:
    return f"row {row}: not a date or not a state: “{day}”, “{state}”"


def second_reader_fails(reason: str) -> str:
    return (
        f"A second PDF reader cannot open the file ({reason}), so what was read cannot be trusted. Download it again."
    )


def page_counts_differ(first: int, second: int) -> str:
    return f"Two PDF readers see {first} and {second} pages. The file is damaged; download it again."


def characters_differ(page: int, missing: int, extra: int) -> str:
    return (
        f"Two PDF readers do not see the same characters on page {page} ({missing} only by one, {extra} only by the "
        "other). Nothing is loaded; open the page and compare it by hand."
    )


def no_database(path: str) -> str:
    return f"There is no database at “{path}”. Load reports first: detainer-desk ingest FILE..."


def stands_elsewhere(listed: str, county: str) -> str:
    return f"{listed} (known in {county})"
