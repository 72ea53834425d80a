"""A spreadsheet as ICE releases them: a preamble, the header on the seventh row, synthetic detainers."""

from __future__ import annotations

import io
import random
from datetime import datetime, timedelta

import openpyxl

HEADER = (
    "Detainer Prepare Date", "Detention Facility", "Facility City", "Facility State", "Facility AOR",
    "Citizenship Country", "Gender", "Detainer Criminality", "Detainer Lift Reason", "Detainer Type",
    "Unique Identifier",
)  # fmt: skip
_FACILITIES = (
    ("TRAVIS COUNTY JAIL", "AUSTIN", "TX", "San Antonio"),
    ("HARRIS COUNTY JAIL", "HOUSTON", "TEXAS", "Houston"),
    ("COOK COUNTY JAIL", "CHICAGO", "IL", "Chicago"),
    ("RIKERS ISLAND", "NEW YORK", "NY", "New York"),
    ("", "", "", ""),
)
_CRIMINALITY = ("1 Convicted Criminal", "2 Pending Criminal Charges", "3 Other Immigration Violator", "")
_REASONS = ("Detainer Declined by LEA", "Case Closed", "Booked into Detention", "")


def workbook(rows: int, *, seed: int = 1, bad: int = 0) -> bytes:
    """So many detainers, the same for the same seed; and `bad` rows more with a date that is none."""
    draw = random.Random(seed)
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Reconstruction for testing: synthetic rows"])
    for _ in range(5):
        sheet.append([])
    sheet.append(list(HEADER))
    for number in range(rows):
        day = datetime(2024, 10, 1) + timedelta(days=draw.randrange(200))
        country, gender = draw.choice(("MEXICO", "PERU", "INDIA")), draw.choice(("Male", "Female"))
        coded = draw.choice(_CRIMINALITY), draw.choice(_REASONS)
        sheet.append([day, *draw.choice(_FACILITIES), country, gender, *coded, "I-247A", f"id{number}"])
    for number in range(bad):
        sheet.append(["someday", *_FACILITIES[0], "PERU", "Male", _CRIMINALITY[0], "", "I-247A", f"bad{number}"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
