"""The doctor names what failed, what is in quarantine, what is unread and what the vocabulary does not know."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from ingest.doctor import content, report
from ingest.job import ingest
from ingest.outcome import Outcome
from ingest.store import database
from ingest.version import SCHEMA_VERSION
from tests.foia_workbook import workbook
from tests.ingest.bad_files import without
from tests.ingest.conftest import FIRST, INDEX


def test_sound_samples(sample_run: tuple[Path, list[Outcome], list[str]]) -> None:
    found = report(sample_run[0])
    assert found.sound
    assert [d.kind for d in found.documents] == ["report", "report", "report", "index", "notice"]
    assert [(d.report_id, d.counts["refusals"]) for d in found.reports] == [
        ("2017-01-28", 206), ("2017-02-04", 47), ("2017-02-11", 65)
    ]  # fmt: skip
    assert {check.ok for d in found.documents for check in d.checks} == {True}
    assert len(found.history) == 5
    assert content(sample_run[0], found.documents[0].document_id).startswith(b"%PDF")


def test_faults_are_named_with_their_place_and_their_cells(tmp_path: Path) -> None:
    file = tmp_path / "faulty.pdf"
    file.write_bytes(without(b"(02/10/2017)", b"(02/30/2017)"))
    db = tmp_path / "news.duckdb"
    (outcome,) = ingest([file], db, workers=1)
    assert outcome.status == "loaded"
    found = report(db)
    assert not found.sound
    (faulty,) = found.reports
    assert faulty.quarantine
    assert all("not a date" in spot.text and spot.page >= 3 for spot in faulty.quarantine)
    assert all("02/30/2017" in spot.cells["declined_on"] for spot in faulty.quarantine)
    assert all(spot.box[0] < spot.box[2] for spot in faulty.quarantine)
    failed = {check.name: (check.stated, check.read) for check in faulty.checks if not check.ok}
    assert failed["section_ii_rows"] == (47, 47 - len(faulty.quarantine))
    assert failed["quarantine_empty"] == (0, len(faulty.quarantine))
    assert outcome.counts["quarantined"] == len(faulty.quarantine)


def _with_page(tmp_path: Path, old: str, new: str) -> Path:
    """The first sample with its index page, the page's text changed; the database."""
    page, db = tmp_path / "index.html", tmp_path / "news.duckdb"
    text = INDEX.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new), encoding="utf-8")
    assert [o.status for o in ingest([FIRST, page], db, workers=1)] == ["loaded", "loaded"]
    return db


def test_a_correction_that_meets_no_row_is_named(tmp_path: Path) -> None:
    found = report(_with_page(tmp_path, "Bastrop County, TX", "Brazoria County, TX"))
    assert [(u["section"], u["county"], u["state"]) for u in found.unmatched] == [("II", "Brazoria", "Texas")]
    assert not found.sound


def test_a_correction_not_wholly_understood_bears_on_the_report_that_it_corrects(tmp_path: Path) -> None:
    odd = "for Williamson County, TX and Bastrop County, TX concern people who are another matter"
    old = "for Williamson County, TX and Bastrop County, TX concern people who had been moved"
    db = _with_page(tmp_path, old, odd)
    with database.opened(db) as con:
        assert con.execute("SELECT checks_failed FROM main.reports").fetchall() == [(1,)]


def test_text_that_no_rule_places_is_listed(tmp_path: Path) -> None:
    file = tmp_path / "odd.pdf"
    file.write_bytes(without(b"(A person whose detainer", b"(Zebras whose detainer"))
    db = tmp_path / "news.duckdb"
    (outcome,) = ingest([file], db, workers=1)
    assert outcome.unread == 1
    (spot,) = report(db).reports[0].unread
    assert spot.text.startswith("Zebras whose detainer")
    assert (spot.section, spot.page) == ("II", 3)
    assert spot.box[0] < spot.box[2]


def test_a_spreadsheets_rows_set_aside_are_told_too(tmp_path: Path) -> None:
    file, db = tmp_path / "detainers.xlsx", tmp_path / "news.duckdb"
    file.write_bytes(workbook(5, bad=2))
    assert [o.status for o in ingest([file], db, workers=1)] == ["loaded"]
    found = report(db)
    assert not found.sound
    (sheet,) = found.others
    assert [spot.page for spot in sheet.quarantine] == [0, 0]


def test_a_revisions_changes_and_unknown_values_are_told(tmp_path: Path) -> None:
    first, second, db = tmp_path / "a.pdf", tmp_path / "b.pdf", tmp_path / "news.duckdb"
    first.write_bytes(without(b"", b""))
    second.write_bytes(without(b"(Hungary)", b"(Ruritania)"))
    assert [o.status for o in ingest([first, second], db, workers=1)] == ["loaded", "revised"]
    found = report(db)
    assert [change["change"] for change in found.changes] == ["changed"]
    assert found.unknown == [  # and no "unless an individual:"
        {"column": "citizenship", "value": "Ruritania"},
        {"column": "facility", "value": "Rikers Island, Queens, New York (known in Bronx County)"},
    ]
    assert len(found.history) == 2
    assert len(found.documents) == 1


def test_no_database(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="Load reports first"):
        report(tmp_path / "none.duckdb")


def test_what_is_no_database_of_ours(tmp_path: Path) -> None:
    text, other = tmp_path / "text.duckdb", tmp_path / "other.duckdb"
    text.write_text("no database at all, only words")
    with duckdb.connect(str(other)) as con:
        con.execute("CREATE TABLE birds (name TEXT)")
    for path, why in ((text, "no DuckDB file"), (other, "other tables")):
        with pytest.raises(ValueError, match=why):
            report(path)


@pytest.mark.parametrize(("version", "why"), [(SCHEMA_VERSION - 1, "older version"), (SCHEMA_VERSION + 1, "newer")])
def test_another_schema_is_named(tmp_path: Path, version: int, why: str) -> None:
    path = tmp_path / "news.duckdb"
    with duckdb.connect(str(path)) as con:
        con.execute("CREATE SCHEMA base")
        con.execute("CREATE TABLE base.meta AS SELECT $1 AS schema_version", [version])
    with pytest.raises(ValueError, match=why):
        report(path)
