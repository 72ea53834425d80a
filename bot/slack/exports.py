"""What leaves an answer as a file: its chart, its rows as CSV, the page of the report with the rows marked."""

from __future__ import annotations

import csv
import io

from bot.answer.chart import chart_of
from bot.answer.evidence import NoEvidence, Picture
from bot.answer.execute import NotRun
from bot.messages import slack as words
from bot.slack.blocks.chart import Chart
from bot.slack.message import Place
from bot.slack.services import Services
from bot.sql.compile import CompileError
from bot.sql.database import RunError
from bot.state.answers import Given


class Exports:
    """Makes the files and hands them to Slack."""

    def __init__(self, services: Services) -> None:
        self.services = services

    def chart(self, given: Given) -> Chart | None:
        """The chart that suits the rows, where one does."""
        spec = chart_of(given.answer)
        return None if spec is None else Chart(spec)

    def picture(self, given: Given, chart: Chart) -> str | None:
        """Upload the chart as a picture; its file id."""
        return self.services.files.picture(given.team, chart.png(), f"chart-{given.id}.png", chart.spec.title)

    def csv(self, given: Given, place: Place, resumed: bool = False) -> None:
        """Put the rows into the thread as a CSV file."""
        name = f"rows-{given.id}.csv"
        self.services.files.share(place, as_csv(given), name, words.csv_title(given.answer.reading), resumed)

    def page(self, given: Given, place: Place, index: int, resumed: bool = False) -> Picture | None:
        """Put a page with the answer's rows marked into the thread; None where there is none."""
        if given.answer.query is None:
            return None
        try:
            picture = self.services.desk.picture(given.answer.query, index=index)
        except (NoEvidence, NotRun, CompileError, RunError):
            return None
        name = f"report-{picture.report_id}-page-{picture.page}-{given.id}.png"
        self.services.files.share(place, picture.png, name, picture.caption, resumed)
        return picture


def as_csv(given: Given) -> bytes:
    """The rows for a spreadsheet: ISO dates, plain numbers, UTF-8 with the mark that Excel looks for.

    A cell that a spreadsheet would take for a formula is kept as text: names come from documents.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(given.answer.columns)
    for row in given.answer.rows:
        writer.writerow(["" if cell is None else _inert(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _inert(cell: object) -> object:
    if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{cell}"
    return cell
