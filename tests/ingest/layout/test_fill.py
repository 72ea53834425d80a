"""Cells that take their text from elsewhere."""

from __future__ import annotations

from ingest.layout.fill import filled, put_together, repeat
from ingest.layout.headers import table_specs
from ingest.layout.tables import Row
from ingest.layout.totals import Total

GROUPS = ("state", "county", "facility")


def row(top: float, *cells: str, names: tuple[str, ...] = GROUPS) -> Row:
    return Row({name: [text] for name, text in zip(names, cells, strict=True) if text}, {1: (0, top, 9, top + 5)})


def band(top: float, name: str, number: int) -> Row:
    return Row({"total": [f"{name} ({number})"]}, {1: (0, top, 9, top + 5)}, stated=Total(name, number), heads=True)


def texts(rows: list[Row], *names: str) -> list[tuple[str, ...]]:
    return [tuple(row.text(name) for name in names) for row in rows]


def test_a_blank_group_cell_is_that_of_the_row_above() -> None:
    rows = filled([row(0, "Texas", "Travis", "Jail"), row(10, "", "", ""), row(20, "", "Bexar", "")], GROUPS, [])
    assert texts(rows, *GROUPS) == [("Texas", "Travis", "Jail")] * 2 + [("Texas", "Bexar", "")]
    assert rows[1].filled == {"state", "county", "facility"}


def test_a_line_over_a_group_names_its_state_and_ends_the_group_before() -> None:
    rows = [row(10, "", "Travis", "Jail"), row(20, "", "", "Annex"), row(40, "", "Kings", "Jail"), row(50, "", "", "")]
    bands = [band(0, "Texas", 2), band(30, "New York", 2)]
    found = filled(rows, GROUPS, bands)
    assert texts(found, "state", "county") == [("Texas", "Travis")] * 2 + [("New York", "Kings")] * 2
    assert found[2].filled == {"state"}


def test_no_county_is_filled_over_the_line_of_another_state() -> None:
    found = filled(
        [row(10, "", "Travis", "Jail"), row(40, "", "", "Jail")], GROUPS, [band(0, "Texas", 1), band(30, "Utah", 1)]
    )
    assert texts(found, "state", "county") == [("Texas", "Travis"), ("Utah", "")]


def test_a_state_that_is_printed_stands() -> None:
    (found,) = filled([row(10, "Iowa", "Polk", "Jail")], GROUPS, [band(0, "Texas", 1)])
    assert (found.text("state"), found.filled) == ("Iowa", frozenset())


def test_ditto_repeats_the_cell_above_in_columns_of_text() -> None:
    names = ("state", "citizenship", "declined_on")
    rows = [row(0, "Texas", "Mexico", "2/1/2017", names=names), row(9, "”", "ditto", '"', names=names)]
    rows.append(row(18, "”", "Cuba", "2/2/2017", names=names))
    repeat(rows, ("state", "citizenship"))
    assert texts(rows, *names) == [
        ("Texas", "Mexico", "2/1/2017"),
        ("Texas", "Mexico", '"'),
        ("Texas", "Cuba", "2/2/2017"),
    ]


def test_ditto_in_the_first_row_repeats_nothing() -> None:
    rows = [row(0, '"', "Travis", "Jail")]
    repeat(rows, GROUPS)
    assert rows[0].text("state") == '"'


def test_county_and_state_apart_are_a_place() -> None:
    rows = [row(0, "Clark", "Nevada", "51", names=("county", "state", "issued"))]
    put_together(rows, table_specs()["issued"])
    assert rows[0].text("place") == "Clark, Nevada"
