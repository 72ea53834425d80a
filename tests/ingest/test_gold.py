"""Every cell of the views against the gold tables."""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb
import pytest

from ingest.outcome import Outcome

GOLD = Path(__file__).parent / "gold"


def gold(name: str) -> tuple[list[str], list[tuple[str, ...]]]:
    with open(GOLD / f"{name}.csv", encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    return header, [tuple(row) for row in rows]


def shown(column: str, value: object) -> str:
    """A cell as the gold tables write it (they give the month of enactment, the view its first day)."""
    text = "" if value is None else str(value)
    return text[:7] if column == "enacted" else text


@pytest.mark.parametrize("name", ["reports", "issued", "refusals", "policies", "caveats", "corrections"])
def test_every_cell_equals_gold(sample_db: duckdb.DuckDBPyConnection, name: str) -> None:
    columns, expected = gold(name)
    stated = "WHERE topic <> 'disputed'" if name == "caveats" else ""
    rows = sample_db.execute(f"SELECT {', '.join(columns)} FROM main.{name} {stated}").fetchall()
    found = [tuple(shown(c, v) for c, v in zip(columns, row, strict=True)) for row in rows]
    assert found == expected


def test_caveat_topics(sample_db: duckdb.DuckDBPyConnection) -> None:
    found = sample_db.execute(
        "SELECT section, topic FROM caveats WHERE report_id = '2017-02-04' AND topic <> 'disputed' ORDER BY caveat_no"
    ).fetchall()
    assert found == [
        ("cover", "issue_date"),
        ("cover", "awareness"),
        ("I", "issued_not_declined"),
        ("I", "resumed_issuing"),
        ("II", "definition"),
        ("III", "policies_may_have_changed"),
        ("IV", "resumed_issuing"),
        ("IV", "resumed_issuing"),
        ("IV", "definition"),
        ("IV", "definition"),
    ]


def test_withdrawn_marks_follow_section_and_place(sample_db: duckdb.DuckDBPyConnection) -> None:
    issued = sample_db.execute("SELECT county, state, issued FROM issued WHERE withdrawn ORDER BY ALL").fetchall()
    assert issued == [
        ("Franklin", "Iowa", 5),
        ("Franklin", "New York", 9),
        ("Franklin", "Pennsylvania", 5),
        ("Montgomery", "Iowa", 12),
    ]
    refused = sample_db.execute(
        "SELECT county, count(*) FROM refusals WHERE withdrawn GROUP BY ALL ORDER BY ALL"
    ).fetchall()
    assert refused == [("Bastrop", 3), ("Chester", 1), ("Richmond", 1), ("Williamson", 4)]
    other_weeks = sample_db.execute("SELECT count(*) FROM issued WHERE withdrawn AND report_id <> '2017-01-28'")
    assert other_weeks.fetchone() == (0,)


def test_rows_have_a_box_on_their_page(sample_db: duckdb.DuckDBPyConnection) -> None:
    for view, page in (("refusals", "page"), ("policies", "page_from"), ("issued", "page"), ("caveats", "page")):
        outside = sample_db.execute(
            f"SELECT count(*) FROM main.{view} v JOIN base.pages p "
            f"ON p.document_id = v.source_document AND p.page = v.{page} "
            "WHERE NOT (0 <= x0 AND x0 < x1 AND x1 <= width AND 0 <= top AND top < bottom AND bottom <= height)"
        ).fetchone()
        assert outside == (0,)


def test_outcomes(sample_run: tuple[Path, list[Outcome], list[str]]) -> None:
    _, outcomes, told = sample_run
    assert [outcome.status for outcome in outcomes] == ["loaded"] * 5
    assert [outcome.report_id for outcome in outcomes] == [None, "2017-01-28", "2017-02-04", "2017-02-11", None]
    assert all(check.ok for outcome in outcomes for check in outcome.checks)
    assert [outcome.unread for outcome in outcomes] == [0] * 5
    stated = {c.name: (c.stated, c.read) for c in outcomes[1].checks}
    assert stated["section_ii_rows"] == (206, 206)
    assert stated["section_i_sum"] == (157, 157)
    assert told == ["skipped README.md: neither a PDF nor a web page"]


def test_every_table_view_and_column_has_a_comment(sample_db: duckdb.DuckDBPyConnection) -> None:
    lacking = sample_db.execute(
        "SELECT schema_name, table_name, column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL "
        "UNION ALL SELECT schema_name, table_name, '' FROM duckdb_tables() WHERE comment IS NULL "
        "UNION ALL SELECT schema_name, view_name, '' FROM duckdb_views() WHERE NOT internal AND comment IS NULL"
    ).fetchall()
    assert lacking == []


def test_the_bytes_are_kept(sample_db: duckdb.DuckDBPyConnection) -> None:
    found = sample_db.execute("SELECT count(*) FROM base.documents WHERE sha256(content) = document_id").fetchone()
    assert found == (5,)
