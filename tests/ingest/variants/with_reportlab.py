"""Typesets a generated report with ReportLab."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import matplotlib
from reportlab.lib import colors, pagesizes
from reportlab.lib.enums import TA_CENTER, TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import LongTable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle
from reportlab.platypus.doctemplate import LayoutError

from tests.ingest.variants.content import CORRECTION, NOTE, Block, blocks, cover_title, listed_titles, titles
from tests.ingest.variants.facts import Facts
from tests.ingest.variants.fit import fitted
from tests.ingest.variants.layout import LABEL, Layout, long_day

BOLD = {"Helvetica": "Helvetica-Bold", "Times-Roman": "Times-Bold", "DejaVu": "DejaVu-Bold"}


def _register() -> None:
    if "DejaVu" not in pdfmetrics.getRegisteredFontNames():
        folder = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
        pdfmetrics.registerFont(TTFont("DejaVu", str(folder / "DejaVuSans.ttf")))
        pdfmetrics.registerFont(TTFont("DejaVu-Bold", str(folder / "DejaVuSans-Bold.ttf")))


class _Setter:
    def __init__(self, facts: Facts, layout: Layout) -> None:
        _register()
        self.facts, self.layout = facts, layout
        size = pagesizes.A4 if layout.a4 else pagesizes.letter
        self.page = pagesizes.landscape(size) if layout.landscape else size
        self.width = self.page[0] - 2 * layout.margin
        layout = self.layout = self._fitting(layout)
        leading = layout.size * 1.22
        align = TA_CENTER if layout.align == "CENTER" else TA_LEFT
        self.body = ParagraphStyle("body", fontName=layout.font, fontSize=11, leading=13.5, spaceAfter=7)
        self.item = ParagraphStyle("item", parent=self.body, spaceAfter=3)
        self.title = ParagraphStyle("title", fontName=BOLD[layout.font], fontSize=13, leading=18, spaceAfter=6)
        self.heading = ParagraphStyle("heading", parent=self.body, spaceAfter=2) if layout.plain_titles else self.title
        self.cell = ParagraphStyle(
            "cell", fontName=layout.font, fontSize=layout.size, leading=leading, alignment=align, splitLongWords=0
        )
        self.head = ParagraphStyle("head", parent=self.cell, fontName=BOLD[layout.font])

    def _fitting(self, layout: Layout) -> Layout:
        """The layout, its font made smaller until every word has room in its column."""
        for size in (layout.size, 8.0, 7.0, 6.0, 5.0):
            self.layout = replace(layout, size=min(size, layout.size))
            if all(sum(self._longest_words(block)) <= self.width for block in blocks(self.facts, layout)):
                break
        return self.layout

    def story(self) -> list[Any]:
        found: list[Any] = [Paragraph(text, self.title) for text in cover_title(self.facts)]
        if self.layout.revised:
            found.append(Paragraph(f"Revised {long_day(self.layout.revised)}", self.body))
        if self.layout.correction_box:
            box = Table([[[Paragraph(text, self.item) for text in CORRECTION]]], colWidths=[self.width])
            box.setStyle(TableStyle([("BOX", (0, 0), (-1, -1), 0.8, colors.black)]))
            found += [box, Spacer(1, 10)]
        found.append(Paragraph("Summary", self.title))
        found.append(Paragraph(self.layout.caveats["awareness"], self.body))
        found.append(Paragraph("The report has four sections:", self.body))
        found += [Paragraph(text, self.item) for text in listed_titles(self.facts, self.layout)]
        for index, block in enumerate(blocks(self.facts, self.layout)):
            found.append(PageBreak() if self.layout.page_a_section or index == 0 else Spacer(1, 16))
            found += self.section(block)
        found.append(PageBreak() if self.layout.page_a_section else Spacer(1, 16))
        found.append(Paragraph(titles(self.facts, self.layout)["IV"], self.heading))
        found.append(Paragraph(self.layout.caveats["resumed_issuing"], self.body))
        return found

    def section(self, block: Block) -> list[Any]:
        title = block.title
        if self.layout.two_line_titles:
            words = title.split()
            title = " ".join(words[: len(words) // 2]) + "<br/>" + " ".join(words[len(words) // 2 :])
        found: list[Any] = [Paragraph(title, self.heading)]
        found += [Paragraph(self._odd(text), self.body) for text in block.before]
        found.append(self.table(block))
        if self.layout.note and block.name == "II":
            found += [Spacer(1, 8), self._note()]
        return found

    def _note(self) -> Any:
        """The note under a table: in a box of its own where the table has one."""
        text = Paragraph(NOTE, self.body)
        if self.layout.rules != "grid":
            return text
        return Table([[text]], colWidths=[self.width], style=[("BOX", (0, 0), (-1, -1), 0.8, colors.black)])

    def _odd(self, text: str) -> str:
        return text.replace("the table", "the\u00a0table") if self.layout.odd_spaces else text

    def table(self, block: Block) -> LongTable:
        layout = self.layout
        total = sum(block.widths)
        share = self.width * (0.55 if block.name == "I" and not layout.side_by_side else 1.0)
        rows: list[Any] = [[Paragraph(text, self.head) for text in block.header]]
        rows += [[self._cell(cell) for cell in row] for row in block.rows]
        table = LongTable(
            rows,
            colWidths=fitted([share * width / total for width in block.widths], self._longest_words(block)),
            repeatRows=1 if layout.repeat_header else 0,
            splitInRow=1 if layout.split_rows else 0,
            hAlign="LEFT",
        )
        table.setStyle(TableStyle(self._style(len(rows), self._groups(block), self._merged(block))))
        return table

    def _longest_words(self, block: Block) -> list[float]:
        """The least width of each column: its longest word, padding, and a little room."""
        room = 2 * max(3.0, self.layout.padding) + 1
        columns = zip(block.header, *block.rows, strict=True)
        return [max(self._longest(cell) for cell in column) + room for column in columns]

    def _longest(self, cell: str | tuple[str, ...]) -> float:
        font = BOLD[self.layout.font]
        words = " ".join(cell if isinstance(cell, tuple) else (cell,)).replace(" County", "\u00a0County").split(" ")
        return max(float(pdfmetrics.stringWidth(word, font, self.layout.size)) for word in words)

    def _broken(self, text: str) -> str:
        """The text with one long word broken over two lines, and ligatures, as the layout has it."""
        if self.layout.ligatures and self.layout.font == "DejaVu":
            text = text.replace("ffi", "\ufb03").replace("fi", "\ufb01").replace("fl", "\ufb02")
        return text.replace("Detention", "Deten-<br/>tion", 1) if self.layout.breaks == "hard" else text

    def _cell(self, cell: tuple[str, ...]) -> Any:
        if len(cell) == 1 and not cell[0].startswith("•"):
            text = cell[0].replace(" County Jail", "\u00a0County Jail") if self.layout.odd_spaces else cell[0]
            return Paragraph(self._broken(text), self.cell)
        return [Paragraph(text, self.cell) for text in cell]

    def _spans(self, spans: list[tuple[int, int, int]]) -> list[Any]:
        """Cells that span rows: the column, the first and the last row."""
        return [("SPAN", (column, first), (column, last)) for column, first, last in spans]

    def _groups(self, block: Block) -> list[tuple[int, int, int]]:
        """The groups of rows with one state, where the layout prints it in one cell that spans them."""
        layout = self.layout
        grouped = layout.group_states and layout.span_groups and not layout.subtotals and not layout.bands
        if not (grouped and layout.rules == "grid" and block.name == "II"):
            return []
        column = block.header.index(layout.headers["state"])
        starts = [row for row, cells in enumerate(block.rows, start=1) if cells[column] != ("",)]
        ends = [*(start - 1 for start in starts[1:]), len(block.rows)]
        return [(column, start, end) for start, end in zip(starts, ends, strict=True) if end > start]

    def _merged(self, block: Block) -> list[Any]:
        """Rows that are one cell: the totals of states."""
        if self.layout.subtotals != "merged":
            return []
        alone = [row for row, cells in enumerate(block.rows, start=1) if sum(cell != ("",) for cell in cells) == 1]
        return [("SPAN", (0, row), (-1, row)) for row in alone]

    def _style(self, rows: int, spans: list[tuple[int, int, int]], merged: list[Any]) -> list[Any]:
        layout, whole = self.layout, ((0, 0), (-1, -1))
        style: list[Any] = [
            ("VALIGN", *whole, layout.valign),
            ("TOPPADDING", *whole, layout.padding),
            ("BOTTOMPADDING", *whole, layout.padding),
            ("LEFTPADDING", *whole, max(3.0, layout.padding)),
            ("RIGHTPADDING", *whole, max(3.0, layout.padding)),
        ]
        if layout.rules == "grid":
            style.append(("GRID", *whole, 0.5, colors.black))
        elif layout.rules == "horizontal":
            style.append(("LINEBELOW", *whole, 0.5, colors.black))
        elif layout.rules == "outer":
            style.append(("BOX", *whole, 0.8, colors.black))
        style += self._spans(spans) + merged
        if layout.shade == "header":
            style.append(("BACKGROUND", (0, 0), (-1, 0), colors.lightgrey))
        elif layout.shade == "zebra":
            style += [("BACKGROUND", (0, row), (-1, row), colors.whitesmoke) for row in range(1, rows, 2)]
        return style

    def furniture(self, canvas: Canvas, document: Any) -> None:
        layout = self.layout
        canvas.saveState()
        canvas.setFont(layout.font, 8)
        text = layout.number_form.format(n=canvas.getPageNumber(), of=getattr(self, "pages", 9))
        y = 20 if layout.number_at == "bottom" else self.page[1] - 26
        canvas.drawCentredString(self.page[0] / 2, y, text)
        running = layout.running.format(n=canvas.getPageNumber())
        if running:
            canvas.drawString(layout.margin, self.page[1] - 26 if layout.number_at == "bottom" else 20, running)
        canvas.drawString(layout.margin, 10, LABEL)
        if layout.stamp:
            canvas.setFillGray(0.8)
            canvas.setFont(layout.font, 60)
            canvas.translate(self.page[0] / 2, self.page[1] / 2)
            canvas.rotate(45)
            canvas.drawCentredString(0, 0, "DRAFT")
        canvas.restoreState()


def typeset(facts: Facts, layout: Layout) -> bytes:
    """The report as a PDF; where ReportLab cannot split a table, its rows stay whole and no cell spans any."""
    try:
        return _typeset(facts, layout)
    except LayoutError:
        return _typeset(facts, replace(layout, split_rows=False, span_groups=False))


def _typeset(facts: Facts, layout: Layout) -> bytes:
    out = io.BytesIO()
    setter = _Setter(facts, layout)
    document = SimpleDocTemplate(
        out,
        pagesize=setter.page,
        leftMargin=layout.margin,
        rightMargin=layout.margin,
        topMargin=max(40.0, layout.margin),
        bottomMargin=max(40.0, layout.margin),
        title=f"Weekly Declined Detainer Outcome Report – {LABEL}",
    )
    document.build(setter.story(), onFirstPage=setter.furniture, onLaterPages=setter.furniture)
    return out.getvalue()
