"""The picture of the growth curves shows the numbers of the page's own table."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.scale_picture import CURVES, DOCS, draw, table


def test_the_table_has_every_column_that_is_drawn(tmp_path: Path) -> None:
    held = table((DOCS / "scale.md").read_text(encoding="utf-8"))
    assert held["refusals"] == sorted(held["refusals"])
    assert {column for _, curves in CURVES for column, *_ in curves} <= held.keys()
    draw(held, tmp_path / "scale.png")
    assert (tmp_path / "scale.png").read_bytes().startswith(b"\x89PNG")


def test_a_page_without_such_a_table_says_so() -> None:
    with pytest.raises(LookupError):
        table("| answers |\n|---|\n| 1 |\n")
