"""Looks of a report that a careful reader reads past, one at a time and through real PDFs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from ingest.read import read
from ingest.records import Report
from tests.ingest.variants import content, with_fpdf, with_reportlab
from tests.ingest.variants.compare import differences
from tests.ingest.variants.facts import Facts, make_facts
from tests.ingest.variants.layout import Layout, make_layout

PLAIN: dict[str, Any] = {
    "rules": "grid", "stamp": False, "correction_box": False, "note": False, "total_rows": False, "subtotals": "",
    "numbered": False, "side_by_side": False, "capitals": False, "order": ("I", "II", "III"), "group_states": False,
    "own_disposition": False, "cases": False, "aor_apart": False, "place_apart": False, "bands": False,
}  # fmt: skip
TYPESETTERS = pytest.mark.parametrize(
    "typeset",
    [
        pytest.param(with_reportlab.typeset, id="reportlab"),
        pytest.param(with_fpdf.typeset, id="fpdf2", marks=pytest.mark.no_cover),  # the same looks again
    ],
)
Typeset = Callable[[Facts, Layout], bytes]
FACTS = make_facts(Random(1), 14, 4, 7)


def made(typeset: Typeset, **look: Any) -> tuple[Report, Layout]:
    layout = replace(make_layout(Random(3)), **{**PLAIN, **look})
    report = read(typeset(FACTS, layout))
    assert isinstance(report, Report)
    return report, layout


@TYPESETTERS
@pytest.mark.parametrize(
    "look",
    [
        {"subtotals": "cells"},
        {"subtotals": "cells", "group_states": True},
        {"subtotals": "merged"},
        {"subtotals": "cells", "numbered": True, "total_rows": True},
        {"numbered": True},
        {"numbered": True, "rules": "none", "padding": 5.0},
        {"side_by_side": True},
        {"side_by_side": True, "rules": "none", "padding": 5.0},
        {"capitals": True},
        {"order": ("III", "I", "II")},
        {"own_disposition": True, "cases": True, "aor_apart": True, "place_apart": True},
        {"own_disposition": True, "place_apart": True, "rules": "none", "padding": 5.0},
        {"bands": True, "group_states": True},
        {"order": ("II", "III", "I"), "page_a_section": False},
    ],
    ids=lambda look: " ".join(f"{name}={value}" for name, value in look.items()),
)
def test_every_cell_is_read(typeset: Typeset, look: dict[str, Any]) -> None:
    report, layout = made(typeset, **look)
    assert differences(FACTS, layout, report) == []


def test_a_subtotal_that_its_rows_do_not_bear_out_fails_a_check(monkeypatch: pytest.MonkeyPatch) -> None:
    subtotal = content._subtotal
    monkeypatch.setattr(content, "_subtotal", lambda state, rows, layout: subtotal(state, rows[:-1], layout))
    report, _ = made(with_reportlab.typeset, subtotals="cells")
    assert [(c.name, c.stated, c.read) for c in report.checks if not c.ok] == [("subtotals", 13, 14)]
    assert len(report.refusals) == len(FACTS.refusals)


@TYPESETTERS
def test_names_in_capitals_are_spelled_as_elsewhere_and_kept_as_printed(typeset: Typeset) -> None:
    report, _ = made(typeset, capitals=True)
    assert {row.citizenship for row in report.refusals} == {row.citizenship for row in FACTS.refusals}
    assert not any(row.facility.isupper() or row.offense.isupper() for row in report.refusals)
    assert all(row.raw["facility"].isupper() for row in report.refusals)
