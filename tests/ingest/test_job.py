"""Loading again, order of editions, samples and real reports, readers during a load, a writer that is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from ingest.job import ingest
from ingest.outcome import Outcome
from tests.ingest.conftest import FIRST, INDEX, NOTICE, SAMPLES, SECOND, THIRD
from tests.ingest.editing import relabel, retitle


def load(db: Path, *sources: str | Path, replace_samples: bool = False) -> list[Outcome]:
    return list(ingest(sources, db, workers=1, replace_samples=replace_samples))


def query(db: Path, sql: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(db.resolve()), read_only=True) as con:
        return con.execute(sql).fetchall()


@pytest.fixture
def db(sample_run: tuple[Path, list[Outcome], list[str]], tmp_path: Path) -> Path:
    """A copy of the database with the samples, to change."""
    copy = tmp_path / "copy.duckdb"
    copy.write_bytes(sample_run[0].read_bytes())
    return copy


def test_loading_again_changes_nothing(db: Path) -> None:
    before = db.read_bytes()
    outcomes = load(db, SAMPLES)
    assert [outcome.status for outcome in outcomes] == ["unchanged"] * 5
    assert outcomes[1].counts == {
        "issued": 10, "refusals": 206, "policies": 117, "caveats": 10, "corrections": 0, "quarantined": 0
    }  # fmt: skip
    assert db.read_bytes() == before
    assert not db.is_symlink()


def test_the_path_is_a_link_to_the_newest_edition(tmp_path: Path) -> None:
    db = tmp_path / "news.duckdb"
    load(db, NOTICE)
    assert os.readlink(db) == "news-1.duckdb"
    load(db, INDEX)
    assert os.readlink(db) == "news-2.duckdb"
    assert sorted(p.name for p in tmp_path.glob("news*")) == ["news-1.duckdb", "news-2.duckdb", "news.duckdb"]


def test_a_reader_is_not_blocked_and_keeps_its_state(tmp_path: Path) -> None:
    db = tmp_path / "news.duckdb"
    load(db, NOTICE)
    with duckdb.connect(str(db.resolve()), read_only=True) as reader:
        load(db, INDEX)
        assert reader.execute("SELECT count(*) FROM base.postings").fetchone() == (0,)
    assert query(db, "SELECT count(*) FROM base.postings") == [(4,)]


def test_corrections_are_one_row_a_place_however_often_stated(tmp_path: Path) -> None:
    db = tmp_path / "news.duckdb"
    load(db, NOTICE)
    once = query(db, "FROM corrections SELECT correction_id, section, county, state, text")
    load(db, INDEX, THIRD)
    assert query(db, "FROM corrections SELECT correction_id, section, county, state, text") == once
    assert len(once) == 8


def test_posting_dates_come_from_the_index_page(tmp_path: Path) -> None:
    db = tmp_path / "news.duckdb"
    load(db, SECOND)
    assert query(db, "SELECT posted_on FROM reports") == [(None,)]
    load(db, INDEX)
    assert query(db, "SELECT posted_on::TEXT FROM reports") == [("2017-03-29",)]


def test_a_revision_replaces_the_edition_in_the_views_and_keeps_it_in_the_tables(db: Path, tmp_path: Path) -> None:
    revised = retitle(SECOND, tmp_path / "revised.pdf", "Revised April 3, 2017")
    (outcome,) = load(db, revised)
    assert (outcome.status, outcome.report_id) == ("revised", "2017-02-04")
    assert query(db, "SELECT revised_on::TEXT, declined_stated FROM reports WHERE report_id = '2017-02-04'") == [
        ("2017-04-03", 47)
    ]
    assert query(db, "SELECT count(*) FROM refusals WHERE report_id = '2017-02-04'") == [(47,)]
    assert query(db, "SELECT count(*) FROM base.editions WHERE report_id = '2017-02-04'") == [(2,)]
    assert load(db, SECOND)[0].status == "unchanged"
    older = retitle(SECOND, tmp_path / "older.pdf", "Revised April 1, 2017")
    assert load(db, older)[0].status == "unchanged"
    assert query(db, "SELECT revised_on::TEXT FROM reports WHERE report_id = '2017-02-04'") == [("2017-04-03",)]
    assert query(db, "SELECT count(*) FROM base.editions WHERE report_id = '2017-02-04'") == [(3,)]


def test_a_real_report_takes_the_place_of_a_sample_never_the_reverse(db: Path, tmp_path: Path) -> None:
    real = relabel(SECOND, tmp_path / "real.pdf")
    (outcome,) = load(db, real)
    assert (outcome.status, outcome.report_id) == ("loaded", "2017-02-04")
    assert query(db, "SELECT sample FROM reports ORDER BY report_id") == [(True,), (False,), (True,)]
    sample = retitle(SECOND, tmp_path / "sample.pdf", "Revised May 1, 2017")
    assert load(db, sample)[0].status == "unchanged"
    assert query(db, "SELECT sample, revised_on FROM reports WHERE report_id = '2017-02-04'") == [(False, None)]


def test_replace_samples_drops_them(db: Path, tmp_path: Path) -> None:
    real = relabel(SECOND, tmp_path / "real.pdf")
    load(db, real, replace_samples=True)
    assert query(db, "SELECT report_id, sample FROM reports") == [("2017-02-04", False)]
    assert query(db, "SELECT count(*) FROM corrections") == [(0,)]


def test_a_rejected_document_leaves_the_database_untouched(db: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(FIRST.read_bytes()[:40_000])
    before = db.read_bytes()
    outcomes = load(db, bad)
    assert [o.status for o in outcomes] == ["rejected"]
    assert db.read_bytes() == before


def test_killed_at_any_moment_the_old_state_or_the_new(tmp_path: Path) -> None:
    db = tmp_path / "news.duckdb"
    load(db, NOTICE)
    script = (
        "import sys\nfrom ingest.job import ingest\n"
        "for outcome in ingest(sys.argv[2:], sys.argv[1], workers=1):\n    print(outcome.status, flush=True)\n"
    )
    for _ in range(2):
        process = subprocess.Popen(
            [sys.executable, "-c", script, str(db), str(INDEX), str(SECOND)], stdout=subprocess.PIPE
        )
        assert process.stdout is not None
        process.stdout.readline()  # the first document is in its transaction's edition, the second is being read
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        assert query(db, "SELECT kind FROM base.documents") == [("notice",)]
    load(db, INDEX)
    assert query(db, "SELECT count(*) FROM base.documents") == [(2,)]
    assert [p.name for p in tmp_path.glob("*building*")] == []


def test_another_database_is_not_touched(tmp_path: Path) -> None:
    other = tmp_path / "other.duckdb"
    with duckdb.connect(str(other)) as con:
        con.execute("CREATE TABLE mine AS SELECT 1 AS x")
    before = other.read_bytes()
    with pytest.raises(ValueError, match="not a database that ingest made"):
        load(other, NOTICE)
    assert other.read_bytes() == before
