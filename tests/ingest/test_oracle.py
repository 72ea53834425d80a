"""Stock pdfplumber's `extract_tables` as the oracle: on every ruled file our cells are the same, one for one."""

from __future__ import annotations

import io
import os
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pdfplumber
import pytest

from ingest.documents import pages
from ingest.documents.sections import sections
from ingest.layout.headers import TableSpec, table_specs
from ingest.layout.lines import join
from ingest.layout.tables import Row, read_table
from tests.ingest.conftest import FIRST, SECOND, THIRD
from tests.ingest.variants import with_fpdf, with_reportlab
from tests.ingest.variants.facts import Facts, make_facts
from tests.ingest.variants.layout import Layout, make_layout

pytestmark = pytest.mark.no_cover
Cells = dict[str, str]
VARIANTS = max(3, int(os.environ.get("DETAINER_DESK_FUZZ", "0")) // 10)


def ours(data: bytes) -> dict[str, list[Cells]]:
    """The cells of each table as we read them, group cells that we filled down left blank."""
    opened, text = pages.read(data)
    parts = sections(opened.pages, text.content)
    found = {}
    for name, spec in table_specs().items():
        rows = read_table(spec, parts[spec.section].sheets).rows
        found[name] = [_own(row, spec) for row in rows]
    return found


def _own(row: Row, spec: TableSpec) -> Cells:
    names = [column.name for column in spec.columns if column.name in row.cells or not column.optional]
    return {name: "" if name in row.filled else plain(row.raw().get(name, "")) for name in names}


def stock(data: bytes) -> dict[str, list[Cells]]:
    """The cells of each table as `extract_tables` gives them, rows that a page break cut put together."""
    found: dict[str, list[Cells]] = {name: [] for name in table_specs()}
    current: tuple[TableSpec, list[str]] | None = None
    for rows in _tables(data):
        first = True
        for row in rows:
            header = _header(row)
            if header is not None:
                current = header
                continue
            assert current is not None, row
            spec, names = current
            cells = dict(zip(names, [plain(cell or "") for cell in row], strict=True))
            anchors = [column.name for column in spec.columns if column.anchor]
            if first and found[spec.name] and not all(cells[name] for name in anchors):
                last = found[spec.name][-1]
                found[spec.name][-1] = {name: plain(f"{last[name]}\n{cells[name]}") for name in names}
            else:
                found[spec.name].append(cells)
            first = False
    return found


def _tables(data: bytes) -> Iterator[list[list[str | None]]]:
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            yield from page.extract_tables()
            page.close()


def _header(row: list[str | None]) -> tuple[TableSpec, list[str]] | None:
    """The table that a row is the header of, and the columns from left to right."""
    for spec in table_specs().values():
        columns = spec.named([join((cell or "").split("\n")) for cell in row])
        names = [column.name for column in columns if column]
        if len(names) == len(row) and spec.complete(names):
            return spec, names
    return None


def plain(text: str) -> str:
    """A cell as one line; blanks and the spelling of bullets and hyphens aside."""
    whole = join(text.replace("(cid:127)", "•").replace("\uf0b7", "•").split("\n"))
    return "".join(unicodedata.normalize("NFKC", whole).replace("\u00ad", "").replace("\u2010", "-").split())


@pytest.mark.parametrize("path", [FIRST, SECOND, THIRD], ids=lambda p: p.name)
def test_the_samples(path: Path) -> None:
    data = path.read_bytes()
    cells = ours(data)
    assert all(cells.values())
    assert cells == stock(data)


@pytest.mark.parametrize("seed", range(VARIANTS))
@pytest.mark.parametrize("typeset", [with_reportlab.typeset, with_fpdf.typeset], ids=["reportlab", "fpdf2"])
def test_ruled_layouts(typeset: Callable[[Facts, Layout], bytes], seed: int) -> None:
    rng = Random(77_000 + seed)
    # stock joins no word broken at a line's end, takes totals and bands for rows and two tables for one, and gives what
    # stands in a merged cell to its first row alone; it puts no county and state together and knows no numbers of rows
    layout = replace(make_layout(rng), rules="grid", breaks="none", subtotals="", side_by_side=False, bands=False)
    layout = replace(layout, span_groups=False, place_apart=False, cases=False)
    facts = make_facts(rng, rng.randrange(10, 40), rng.randrange(3, 12), rng.randrange(3, 12))
    data = typeset(facts, layout)
    assert ours(data) == stock(data)
