"""The doctor names what failed, what is in quarantine, what is unread and what the vocabulary does not know."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.doctor import report
from ingest.job import ingest
from ingest.outcome import Outcome
from tests.ingest.bad_files import without


def test_sound_samples(sample_run: tuple[Path, list[Outcome], list[str]]) -> None:
    found = report(sample_run[0])
    assert found.healthy
    assert [record["kind"] for record in found.documents] == ["index", "report", "report", "report", "notice"]
    assert [(r["report_id"], r["refusals"]) for r in found.reports] == [
        ("2017-01-28", 206), ("2017-02-04", 47), ("2017-02-11", 65)
    ]  # fmt: skip
    assert {check["ok"] for check in found.checks} == {True}


def test_faults_are_named_with_their_place(tmp_path: Path) -> None:
    file = tmp_path / "faulty.pdf"
    file.write_bytes(without(b"(02/10/2017)", b"(02/30/2017)").replace(b"", b""))
    db = tmp_path / "news.duckdb"
    (outcome,) = ingest([file], db, workers=1)
    assert outcome.status == "loaded"
    found = report(db)
    assert not found.healthy
    assert found.quarantine
    assert all("not a date" in record["reason"] and record["page"] >= 3 for record in found.quarantine)
    failed = {check["name"]: (check["stated"], check["read"]) for check in found.checks if not check["ok"]}
    assert failed["section_ii_rows"] == (47, 47 - len(found.quarantine))
    assert failed["quarantine_empty"] == (0, len(found.quarantine))
    assert outcome.counts["quarantined"] == len(found.quarantine)


def test_text_that_no_rule_places_is_listed(tmp_path: Path) -> None:
    file = tmp_path / "odd.pdf"
    file.write_bytes(without(b"(A person whose detainer", b"(Zebras whose detainer"))
    db = tmp_path / "news.duckdb"
    (outcome,) = ingest([file], db, workers=1)
    assert outcome.unread == 1
    (record,) = report(db).unread
    assert record["text"].startswith("Zebras whose detainer")
    assert (record["section"], record["page"]) == ("II", 3)
    assert record["x0"] < record["x1"]


def test_no_database(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="Load reports first"):
        report(tmp_path / "none.duckdb")
