"""Typesets a generated report with fpdf2, which breaks lines, places cells and encodes text in its own way."""

from __future__ import annotations

from pathlib import Path

import matplotlib
from fpdf import FPDF, FontFace
from fpdf.enums import Align, TableBordersLayout, TableCellFillMode, VAlign, XPos, YPos

from tests.ingest.variants.content import CORRECTION, NOTE, Block, blocks, cover_title, listed_titles, titles
from tests.ingest.variants.facts import Facts
from tests.ingest.variants.fit import fitted
from tests.ingest.variants.layout import LABEL, Layout, long_day

BORDERS = {
    "grid": TableBordersLayout.ALL,
    "horizontal": TableBordersLayout.HORIZONTAL_LINES,
    "none": TableBordersLayout.NONE,
    "outer": TableBordersLayout.MINIMAL,
}
FONT = "dejavu"


class _Document(FPDF):
    """Pages with the layout's running lines."""

    def __init__(self, layout: Layout) -> None:
        super().__init__(
            orientation="landscape" if layout.landscape else "portrait",
            unit="pt",
            format="A4" if layout.a4 else "letter",
        )
        self.layout = layout
        folder = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
        self.add_font(FONT, "", str(folder / "DejaVuSans.ttf"))
        self.add_font(FONT, "B", str(folder / "DejaVuSans-Bold.ttf"))
        self.set_margins(layout.margin, max(44.0, layout.margin))
        self.set_auto_page_break(True, max(44.0, layout.margin))
        self.set_title(f"Weekly Declined Detainer Outcome Report – {LABEL}")

    def header(self) -> None:
        self._running(18, at_top=True)

    def footer(self) -> None:
        self._running(self.h - 34, at_top=False)
        self.set_font(FONT, "", 7)
        self.set_xy(self.l_margin, self.h - 20)
        self.cell(0, 10, LABEL)
        if self.layout.stamp:
            with self.rotation(45, self.w / 2, self.h / 2), self.local_context(text_color=200):
                self.set_font(FONT, "", 60)
                self.text(self.w / 2 - 90, self.h / 2, "DRAFT")

    def _running(self, y: float, at_top: bool) -> None:
        self.set_font(FONT, "", 8)
        if (self.layout.number_at == "top") == at_top:
            text = self.layout.number_form.format(n=self.page_no(), of="{nb}")
        else:
            text = self.layout.running.format(n=self.page_no())
        self.set_xy(self.l_margin, y)
        self.cell(0, 10, text, align=Align.C)
        self.set_y(max(44.0, self.layout.margin))


class _Setter:
    def __init__(self, facts: Facts, layout: Layout) -> None:
        self.facts, self.layout = facts, layout
        self.pdf = _Document(layout)
        self.size = layout.size

    def prose(self, text: str, size: float = 11, bold: bool = False, after: float = 7) -> None:
        self.pdf.set_font(FONT, "B" if bold else "", size)
        self.pdf.multi_cell(0, size * 1.25, text, align=Align.L, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.pdf.ln(after)

    def heading(self, text: str) -> None:
        if self.layout.plain_titles:
            self.prose(text, after=2)
        else:
            self.prose(text, 13, bold=True)

    def build(self) -> bytes:
        self.pdf.add_page()
        for text in cover_title(self.facts):
            self.prose(text, 14, bold=True)
        if self.layout.revised:
            self.prose(f"Revised {long_day(self.layout.revised)}")
        if self.layout.correction_box:
            top = self.pdf.get_y()
            for text in CORRECTION:
                self.prose(text, after=3)
            self.pdf.rect(self.pdf.l_margin - 3, top - 3, self.pdf.epw + 6, self.pdf.get_y() - top + 3)
            self.pdf.ln(8)
        self.prose("Summary", 13, bold=True)
        self.prose(self.layout.caveats["awareness"])
        self.prose("The report has four sections:")
        for text in listed_titles(self.facts, self.layout):
            self.prose(text, after=3)
        for index, block in enumerate(blocks(self.facts, self.layout)):
            self.section(block, self.layout.page_a_section or index == 0)
        if self.layout.page_a_section:
            self.pdf.add_page()
        self.heading(titles(self.facts, self.layout)["IV"])
        self.prose(self.layout.caveats["resumed_issuing"])
        return bytes(self.pdf.output())

    def section(self, block: Block, new_page: bool) -> None:
        if new_page:
            self.pdf.add_page()
        else:
            self.pdf.ln(14)
        self.heading(block.title)
        for text in block.before:
            self.prose(text)
        self.table(block)
        self.pdf.ln(12)
        if self.layout.note and block.name == "II":
            self.prose(NOTE)

    def table(self, block: Block) -> None:
        layout = self.layout
        width = self.pdf.epw * (0.55 if block.name == "I" and not layout.side_by_side else 1.0)
        widths = self._widths(block, width)
        with self.pdf.table(
            borders_layout=BORDERS[layout.rules],
            cell_fill_color=240,
            cell_fill_mode=TableCellFillMode.ROWS if layout.shade == "zebra" else TableCellFillMode.NONE,
            col_widths=widths,
            headings_style=FontFace(emphasis="BOLD", fill_color=(210, 210, 210) if layout.shade == "header" else None),
            repeat_headings=1 if layout.repeat_header else 0,
            line_height=self.size * 1.25,
            padding=layout.padding,
            text_align=Align.C if layout.align == "CENTER" else Align.L,
            v_align=VAlign.M if layout.valign == "MIDDLE" else VAlign.T,
            width=min(self.pdf.epw, sum(widths)),
            align=Align.L,
        ) as table:
            for cells in [tuple((text,) for text in block.header), *block.rows]:
                row = table.row()
                for cell in cells:
                    text = "\n".join(cell)
                    row.cell(text.replace("Detention", "Deten\u00adtion") if layout.breaks == "soft" else text)

    def _widths(self, block: Block, width: float) -> list[float]:
        for size in (self.layout.size, 8.0, 7.0, 6.0, 5.0):
            self.size = min(size, self.layout.size)
            least = self._least(block)
            if sum(least) <= self.pdf.epw:
                break
        self.pdf.set_font(FONT, "", self.size)
        return fitted([width * part / sum(block.widths) for part in block.widths], least)

    def _least(self, block: Block) -> list[float]:
        self.pdf.set_font(FONT, "B", self.size)
        columns = zip([(text,) for text in block.header], *block.rows, strict=True)
        return [max(self._longest(cell) for cell in column) + 2 * self.layout.padding + 4 for column in columns]

    def _longest(self, cell: tuple[str, ...]) -> float:
        return max(float(self.pdf.get_string_width(word)) for word in " ".join(cell).split(" "))


def typeset(facts: Facts, layout: Layout) -> bytes:
    """The report as a PDF."""
    return _Setter(facts, layout).build()
