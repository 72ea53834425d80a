"""The spreadsheets of detainers that ICE released under the Freedom of Information Act: one row a detainer."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import cache
from importlib import resources
from typing import Any

import yaml

from ingest import messages
from ingest.errors import Rejected
from ingest.layout.furniture import SAMPLE_LABEL
from ingest.records import FoiaDetainer, FoiaFile, Quarantined, Source
from ingest.vocabulary.dates import parse_date
from ingest.vocabulary.states import canonical_state

_MAX_UNPACKED = 1024 * 1024 * 1024
_PREAMBLE = 30  # rows above the header that a release may have
_NOWHERE = (0.0, 0.0, 0.0, 0.0)


def recognise(data: bytes) -> bool:
    """An xlsx file is a zip archive with a workbook in it."""
    return data.startswith(b"PK\x03\x04")


def read(data: bytes) -> FoiaFile:
    """Read all sheets. Raises `Rejected` (damaged, too_large, unknown_document, missing_column)."""
    workbook = _open(data)
    detainers: list[FoiaDetainer] = []
    aside: list[Quarantined] = []
    sample = False
    seen: list[str] = []
    for sheet in workbook.worksheets:
        rows = enumerate(sheet.iter_rows(values_only=True), start=1)
        columns, labelled, headers = _header(rows)
        sample = sample or labelled
        seen += headers
        if columns:
            for number, cells in rows:
                _row(sheet.title, number, cells, columns, detainers, aside)
    if not detainers:
        raise _nothing(seen)
    return FoiaFile(tuple(detainers), tuple(aside), sample)


def _open(data: bytes) -> Any:
    import openpyxl

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _MAX_UNPACKED:
                raise Rejected("too_large", messages.SHEET_TOO_LARGE)
            if "xl/workbook.xml" not in archive.namelist():
                raise Rejected("unknown_document", messages.NO_COVER)
        return openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except Rejected:
        raise
    except Exception as error:  # zipfile and openpyxl raise many kinds on damaged files
        raise Rejected("damaged", messages.damaged_sheet(type(error).__name__)) from error


@cache
def _names() -> tuple[dict[str, str], list[str]]:
    """Column by plain header, and the required columns."""
    text = resources.files("ingest").joinpath("foia_headers.yaml").read_text(encoding="utf-8")
    loaded = yaml.load(text, Loader=yaml.CSafeLoader)
    by_header = {_plain(header): name for name, headers in loaded["columns"].items() for header in headers}
    return by_header, loaded["required"]


def _plain(header: object) -> str:
    return re.sub(r"[\s_]+", " ", str(header or "")).strip().casefold()


def _header(rows: Iterator[tuple[int, Sequence[Any]]]) -> tuple[dict[str, int], bool, list[str]]:
    """The position of each column, whether the sheet is labelled a reconstruction, and the headers of the row that
    looked most like one. Rows are consumed up to the header."""
    by_header, required = _names()
    labelled = False
    best: list[str] = []
    for number, cells in rows:
        labelled = labelled or any(SAMPLE_LABEL.search(str(cell)) for cell in cells if cell)
        columns: dict[str, int] = {}
        for position, cell in enumerate(cells):
            name = by_header.get(_plain(cell))
            if name:
                columns.setdefault(name, position)
        if all(name in columns for name in required):
            return columns, labelled, []
        if columns and len(columns) > len(best):
            best = [str(cell) for cell in cells if cell]
        if number >= _PREAMBLE:
            break
    return {}, labelled, best


def _nothing(headers: list[str]) -> Rejected:
    if headers:
        return Rejected("missing_column", messages.sheet_columns(_names()[1], headers))
    return Rejected("unknown_document", messages.NO_COVER)


def _row(
    sheet: str,
    number: int,
    cells: Sequence[Any],
    columns: dict[str, int],
    detainers: list[FoiaDetainer],
    aside: list[Quarantined],
) -> None:
    values = {name: cells[at] if at < len(cells) else None for name, at in columns.items()}
    if all(value is None or value == "" for value in values.values()):
        return
    text = {name: "" if value is None else " ".join(str(value).split()) for name, value in values.items()}
    prepared = _day(values.get("prepared_on"))
    state = canonical_state(text["state"]) if text["state"] else None
    if (text["prepared_on"] and prepared is None) or (text["state"] and state is None):
        reason = messages.sheet_row(number, text["prepared_on"], text["state"])
        aside.append(Quarantined(sheet, reason, text, Source.on(0, _NOWHERE)))
        return
    text["state"] = state.name if state else ""
    kept = {name: text.get(name, "") for name in _COLUMNS}
    detainers.append(FoiaDetainer(sheet, number, prepared, **kept))


_COLUMNS = (
    "facility", "facility_code", "city", "state", "aor", "citizenship", "gender", "criminality", "charge",
    "lift_reason", "detainer_type", "person",
)  # fmt: skip


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    return parse_date(str(value)) if value else None
