"""A PDF as lines, furniture set apart; what every family of documents starts from."""

from __future__ import annotations

from dataclasses import dataclass

from ingest import pdf
from ingest.layout import furniture, margin
from ingest.layout.columns import rule_positions
from ingest.layout.header_search import find_header
from ingest.layout.headers import table_specs
from ingest.layout.hyphens import soften
from ingest.layout.lines import Line, lines
from ingest.pdf import Pdf
from ingest.records import Source, Unread


@dataclass(slots=True)
class Text:
    """Lines of content by page, the furniture lines, and whether the file is labelled a reconstruction."""

    content: list[list[Line]]
    furniture: list[Line]
    sample: bool

    def first_page(self) -> str:
        """The first page's text in one line."""
        return " ".join(line.text for line in self.content[0]) if self.content else ""


_LONGEST = 200  # characters of hidden or turned text that are shown


def not_taken(opened: Pdf) -> list[Unread]:
    """Text that is no data because a reader of the page would not see it, or because it is turned."""
    return [
        Unread(aside.kind, aside.text[:_LONGEST], Source.on(page.number, aside.box))
        for page in opened.pages
        for aside in page.aside
    ]


def read(data: bytes) -> tuple[Pdf, Text]:
    """A PDF, its glyphs let go page by page, and its text. Raises `Rejected`."""
    found: list[list[Line]] = []
    opened = pdf.read(data, lambda page: found.append(lines(page)))
    return opened, _text(opened, found)


def _text(opened: Pdf, found: list[list[Line]]) -> Text:
    """Lines of all pages, running headers, footers and page numbers set apart."""
    numbered, numbers = margin.split(found)
    pages = soften(numbered)
    keep = {
        (index, at)
        for index, page in enumerate(opened.pages)
        for spec in table_specs().values()
        if (header := find_header(pages[index], spec, rule_positions(page.down)))
        for at in range(header.start, header.end)
    }
    content, aside = furniture.split(pages, keep)
    labelled = [line for line in aside if furniture.SAMPLE_LABEL.search(line.text)]
    return Text(content, [*aside, *numbers], bool(labelled) or furniture.SAMPLE_LABEL.search(opened.title) is not None)
