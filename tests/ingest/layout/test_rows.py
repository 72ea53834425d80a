"""The rows of one page, cell by cell."""

from __future__ import annotations

import pytest

from ingest.errors import Rejected
from ingest.layout.columns import Span
from ingest.layout.headers import table_specs
from ingest.layout.lines import Line
from ingest.layout.rows import Body, page_rows
from ingest.pdf import Rule
from tests.ingest.layout.page import line

_NAMED = {column.name: column for column in table_specs()["refusals"].columns}
EDGES = dict(
    zip(
        ("state", "county", "facility", "citizenship", "issued_on", "declined_on", "activity"),
        (0, 100, 200, 320, 400, 480, 560),
        strict=True,
    )
)


def columns() -> list[Span]:
    edges = [*EDGES.values(), 900]
    return [Span(_NAMED[name], edges[i], edges[i + 1]) for i, name in enumerate(EDGES)]


def row(top: float, state: str, activity: str = "Assault (Charge)") -> Line:
    cells = [
        ("Travis", 105),
        ("Travis Jail", 205),
        ("Mexico", 325),
        ("2/1/2017", 405),
        ("2/2/2017", 485),
        (activity, 565),
    ]
    return line(*([(state, 5)] if state else []), *[(text, float(x)) for text, x in cells], top=top)


def rules(*heights: float, start: float = 0.0) -> list[Rule]:
    return [Rule(height, start, 900) for height in heights]


def test_cells_by_column() -> None:
    rows, spanning = page_rows(Body([row(0, "Texas"), row(20, "Ohio")], columns(), rules(15), False), None, "II")
    assert [r.cells["state"] for r in rows] == [["Texas"], ["Ohio"]]
    assert [r.cells["activity"] for r in rows] == [["Assault (Charge)"]] * 2
    assert [r.words for r in rows] == [9, 9]
    assert spanning == []


def test_a_state_that_spans_rows_is_given_to_each_and_told_once() -> None:
    lines = [row(0, ""), line(("Texas", 5), top=12), row(24, "")]
    across = [*rules(-4, 40), *rules(18, start=100)]
    rows, (cell,) = page_rows(Body(lines, columns(), across, False), None, "II")
    assert [r.cells["state"] for r in rows] == [["Texas"], ["Texas"]]
    assert (cell.text, cell.words) == ("Texas", 1)


def test_text_across_two_columns_is_refused() -> None:
    crossing = row(0, "Texas", "x")
    wide = line(("Republic of Texas and all that belongs to it", 5), top=0)
    with pytest.raises(Rejected) as caught:
        page_rows(Body([Line(1, [*wide.words, *crossing.words[-4:]])], columns(), [], False), None, "II")
    assert caught.value.code in ("columns_unclear", "rows_unclear")


def test_the_small_mark_of_a_footnote_is_no_part_of_a_cell() -> None:
    whole = row(0, "Texas")
    mark = line(("1", 260), top=-1, size=6).words[0]
    rows, _ = page_rows(
        Body([Line(1, sorted([*whole.words, mark], key=lambda word: word.x0))], columns(), [], False), None, "II"
    )
    assert rows[0].cells["facility"] == ["Travis Jail"]
    assert rows[0].words == len(whole.words) + 1


def odd_row(top: float, declined: str) -> Line:
    cells = [("Ohio", 5), ("Lake", 105), ("Lake Jail", 205), ("Mexico", 325), ("2/1/2017", 405), (declined, 485)]
    return line(*[(text, float(x)) for text, x in [*cells, ("Assault (Charge)", 565)]], top=top)


def test_between_two_rules_a_row_whose_date_is_none_is_a_row_all_the_same() -> None:
    body = Body([row(0, "Texas"), odd_row(20, "unknown"), row(40, "Ohio")], columns(), rules(15, 35), False)
    rows, _ = page_rows(body, None, "II", parted=True)
    assert [r.cells["declined_on"] for r in rows] == [["2/2/2017"], ["unknown"], ["2/2/2017"]]


def test_without_rules_the_message_names_what_stands_for_a_date() -> None:
    body = Body([row(0, "Texas"), odd_row(20, "unknown")], columns(), [], False)
    with pytest.raises(Rejected, match="Section II, page 1: “unknown” stands where each row has a date") as caught:
        page_rows(body, None, "II")
    assert caught.value.code == "rows_unclear"
