"""The command, and why a summary cannot be made."""

from __future__ import annotations

from collections.abc import Sequence

COMMAND = (
    "The weekly summary of the newest report, or of the one named. Exit status: 0 told, 4 no such report, "
    "1 no usable database, 2 wrong use."
)
OPTION_REPORT = "First day of the report's week, for example 2017-02-04. Without it: the newest report loaded."
OPTION_JSON = "The same as --format json."
OPTION_FORMAT = "text, json, html or slack are printed; markdown (with its pictures) and csv are written as files."
OPTION_OUT = "The file to write, or for markdown and csv the folder. Without it: standard output, or this folder."


def not_written(path: str, why: str) -> str:
    """A file that cannot be written."""
    return f"{path} cannot be written: {why}."


TOO_MANY_ROWS = "it gives more rows than a summary can hold."
NO_REPORT = "No report is loaded, so there is nothing to summarise. Load one with: detainer-desk ingest FILE"


def no_such_report(report_id: str, loaded: Sequence[str]) -> str:
    """The named report is not loaded."""
    held = f"Loaded: {', '.join(loaded)}." if loaded else "No report is loaded."
    return f"No report {report_id!r} is loaded. Reports are named by the first day of their week. {held}"


def statement_refused(key: str, why: str) -> str:
    """A statement of the summary was not run."""
    return f"The summary's statement {key!r} was not run: {why}"
