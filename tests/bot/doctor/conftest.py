"""A database with a report that has rows set aside and text not read, and two other documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.doctor.page import Pictures
from bot.doctor.pictures import drawn, marks
from ingest.doctor import Diagnosis, content, report
from ingest.job import ingest
from tests.foia_workbook import workbook
from tests.ingest.bad_files import reworded


@pytest.fixture(scope="session")
def faulty_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("faulty")
    pdf, sheet, db = folder / "<b>odd & co.pdf", folder / "detainers.xlsx", folder / "desk.duckdb"
    odd = {b"(02/10/2017)": b"(02/30/2017)", b"(A person whose detainer": b"(Zebras <i>|whose detainer"}
    pdf.write_bytes(reworded(odd))
    sheet.write_bytes(workbook(3, bad=1))
    assert [o.status for o in ingest([pdf, sheet], db, workers=1)] == ["loaded", "loaded"]
    return db


@pytest.fixture(scope="session")
def found(faulty_db: Path) -> Diagnosis:
    return report(faulty_db)


@pytest.fixture(scope="session")
def pictures(found: Diagnosis, faulty_db: Path) -> Pictures:
    return {d.document_id: drawn(content(faulty_db, d.document_id), marks(d)) for d in found.reports}
