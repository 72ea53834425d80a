"""Tables over pages: split rows, groups, and the account of their words."""

from __future__ import annotations

from ingest.layout.headers import table_specs
from ingest.layout.lines import Line
from ingest.layout.tables import Sheet, Table, read_table
from ingest.pdf import Rule
from tests.ingest.layout.page import line

SPEC = table_specs()["policies"]
AT = (50.0, 200.0, 300.0, 420.0)


def cells(*texts: str, top: float, number: int) -> Line:
    return line(*[(text, x) for text, x in zip(texts, AT, strict=True) if text], top=top, number=number)


def header(number: int) -> Line:
    return cells("Jurisdiction", "Enacted", "Policy", "Criteria", top=0, number=number)


def read(*pages: list[Line]) -> Table:
    sheets = []
    for number, lines in enumerate(pages, start=1):
        edges = sorted({each.top - 4 for each in lines if len(each.words) > 2} | {lines[-1].bottom + 4})
        across = [Rule(edge, 40, 600) for edge in edges]
        sheets.append(Sheet(number, lines, across, []))
    return read_table(SPEC, sheets)


def test_a_row_that_a_page_break_cuts_is_one() -> None:
    first = [
        header(1),
        cells("Cook, Illinois", "Jan 2014", "Ordinance", "• Will not honor", top=30, number=1),
        cells("Lake, Indiana", "Feb 2013", "Resolution", "• Unless there is", top=60, number=1),
    ]
    second = [
        header(2),
        cells("", "", "", "a warrant", top=30, number=2),
        cells("King, Washington", "Mar 2012", "Decision", "• Never", top=60, number=2),
    ]
    table = read(first, second)
    assert [row.text("jurisdiction") for row in table.rows] == ["Cook, Illinois", "Lake, Indiana", "King, Washington"]
    assert table.rows[1].text("criteria") == "• Unless there is a warrant"
    assert (table.rows[1].source.page, table.rows[1].source.page_to) == (1, 2)
    assert table.rows[1].words == {1: 9, 2: 2}
    assert [each.page for each in table.headers] == [1, 2]


def test_a_header_repeated_on_one_page_cuts_no_row() -> None:
    lines = [
        header(1),
        cells("Cook, Illinois", "Jan 2014", "Ordinance", "• Will not honor", top=30, number=1),
        cells("Jurisdiction", "Enacted", "Policy", "Criteria", top=60, number=1),
        cells("", "", "", "• First of all", top=90, number=1),
        cells("Lake, Indiana", "Feb 2013", "Resolution", "", top=96, number=1),
        cells("", "", "", "and then", top=102, number=1),
    ]
    table = read_table(SPEC, [Sheet(1, lines, [], [])])
    assert [row.text("criteria") for row in table.rows] == ["• Will not honor", "• First of all and then"]


def test_prose_around_the_table() -> None:
    above = [line(("What follows is a list of places", 50), top=-30, number=1)]
    table = read([*above, header(1), cells("Cook, Illinois", "Jan 2014", "Ordinance", "• x", top=30, number=1)])
    assert [each.text for each in table.before] == ["What follows is a list of places"]
    assert len(table.rows) == 1
