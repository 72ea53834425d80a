"""The second family: FOIA detainer spreadsheets."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import duckdb
import openpyxl
import pytest

from ingest.errors import Rejected
from ingest.job import ingest
from ingest.read import read

HEADER = (
    "Detainer Prepare Date", "Detention Facility", "Facility State", "Facility AOR", "Citizenship Country", "Gender",
    "Detainer Criminality", "Detainer Lift Reason", "Detainer Type", "Something New", "Unique Identifier",
)  # fmt: skip
DECLINED = "Detainer Declined by LEA"
ROWS = (
    (
        datetime(2025, 1, 4),
        "TRAVIS COUNTY JAIL",
        "TX",
        "San Antonio",
        "MEXICO",
        "Male",
        "1 Convicted Criminal",
        DECLINED,
    ),
    (
        datetime(2025, 1, 5),
        "TRAVIS COUNTY JAIL",
        "TEXAS",
        "San Antonio",
        "PERU",
        "Male",
        "2 Pending Criminal Charges",
        DECLINED,
    ),
    (
        datetime(2025, 1, 6),
        "COOK COUNTY JAIL",
        "IL",
        "Chicago",
        "INDIA",
        "Female",
        "3 Other Immigration Violator",
        "Case Closed",
    ),
    ("someday", "COOK COUNTY JAIL", "IL", "Chicago", "INDIA", "Female", "1 Convicted Criminal", ""),
)


def workbook(header: tuple[str, ...] = HEADER) -> bytes:
    """A release as ICE makes them: a preamble, the header on the seventh row."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Reconstruction for testing: synthetic rows"])
    for _ in range(5):
        sheet.append([])
    sheet.append(list(header))
    for row in ROWS:
        sheet.append([*row, "I-247A", "x", "id1"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_the_view_shows_each_detainer(tmp_path: Path) -> None:
    file, db = tmp_path / "detainers.xlsx", tmp_path / "news.duckdb"
    file.write_bytes(workbook())
    (outcome,) = ingest([file], db, workers=1)
    assert (outcome.status, outcome.report_id) == ("loaded", None)
    assert outcome.counts["detainers"] == 3
    assert outcome.counts["quarantined"] == 1
    with duckdb.connect(str(db.resolve()), read_only=True) as con:
        found = con.execute("SELECT cell_row, state, declined, criminality, sample FROM foia_detainers").fetchall()
        assert found == [
            (8, "Texas", True, "convicted", True),
            (9, "Texas", True, "pending charges", True),
            (10, "Illinois", False, "other immigration violator", True),
        ]
    assert next(iter(ingest([file], db, workers=1))).status == "unchanged"


def test_a_missing_column_is_named() -> None:
    with pytest.raises(Rejected, match="lift_reason") as caught:
        read(workbook(tuple(name for name in HEADER if name != "Detainer Lift Reason")))
    assert caught.value.code == "missing_column"


def test_another_zip_archive_is_refused() -> None:
    with pytest.raises(Rejected) as caught:
        read(b"PK\x03\x04 and nothing else")
    assert caught.value.code == "damaged"
