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


COLUMNS = ("State", "County", "Facility", "Citizenship", "Date Issued", "Date Declined", "Criminal Activity")


def refusal(*texts: str, top: float, number: int) -> Line:
    return line(*[(text, 50 + 100 * at) for at, text in enumerate(texts) if text], top=top, number=number)


def read_refusal_pages(*under: list[Line]) -> list[tuple[str, ...]]:
    """Citizenship, day and activity of the rows: one on the first page, then what stands on the second."""
    first = [
        refusal(*COLUMNS, top=0, number=1),
        refusal("Texas", "Travis", "Jail", "Mexico", "1/2/2017", "2/1/2017", "Assault (Charge)", top=30, number=1),
    ]
    sheets = [Sheet(1, first, [Rule(y, 40, 800) for y in (-4, 26, 48)], [])]
    edges = [Rule(lines[0].top - 4, 40, 800) for lines in under] + [Rule(under[-1][-1].bottom + 4, 40, 800)]
    sheets.append(Sheet(2, [each for lines in under for each in lines], edges, []))
    table = read_table(table_specs()["refusals"], sheets)
    return [tuple(row.text(name) for name in ("citizenship", "declined_on", "activity")) for row in table.rows]


def test_a_row_without_dates_at_the_top_of_a_page_is_not_the_rest_of_the_row_before() -> None:
    dateless = [refusal("", "", "", "Cuba", "", "", "Larceny (Charge)", top=30, number=2)]
    dated = [refusal("", "", "", "Peru", "1/3/2017", "2/2/2017", "Arson (Charge)", top=60, number=2)]
    assert read_refusal_pages(dateless, dated) == [
        ("Mexico", "2/1/2017", "Assault (Charge)"),
        ("Cuba", "", "Larceny (Charge)"),
        ("Peru", "2/2/2017", "Arson (Charge)"),
    ]


def test_the_rest_of_a_row_is_where_its_activity_goes_on_or_is_all_there_is() -> None:
    dated = [refusal("", "", "", "Peru", "1/3/2017", "2/2/2017", "Arson (Charge)", top=60, number=2)]
    second = [refusal("", "", "", "", "", "", "Larceny (Charge)", top=30, number=2)]
    assert read_refusal_pages(second, dated)[0] == ("Mexico", "2/1/2017", "Assault (Charge) Larceny (Charge)")
    rest = [refusal("", "", "Annex", "", "", "", "and more", top=30, number=2)]
    assert read_refusal_pages(rest, dated)[0] == ("Mexico", "2/1/2017", "Assault (Charge) and more")
