"""What is no report is refused whole, with a code, a sentence and the database as it was."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from typing import Literal

import pikepdf
import pytest

from ingest.errors import Rejected
from ingest.job import ingest
from ingest.read import read
from ingest.records import Document
from tests.ingest.bad_files import REJECTED
from tests.ingest.conftest import NOTICE, SECOND
from tests.ingest.variants.facts import make_facts
from tests.ingest.variants.layout import make_layout
from tests.ingest.variants.with_reportlab import typeset


@pytest.mark.parametrize(("make", "code"), [case[1:] for case in REJECTED], ids=[case[0] for case in REJECTED])
def test_rejected_with_its_code(make: Callable[[], bytes], code: str) -> None:
    with pytest.raises(Rejected) as caught:
        read(make())
    assert caught.value.code == code
    assert len(caught.value.message) > 30
    assert caught.value.message.endswith((".", ")"))


def test_the_job_goes_on_and_the_database_stays(tmp_path: Path) -> None:
    db = tmp_path / "news.duckdb"
    list(ingest([NOTICE], db, workers=1))
    before = db.read_bytes()
    files = []
    for name, make, _ in REJECTED:
        file = tmp_path / f"{name}.pdf"
        file.write_bytes(make())
        files.append(file)
    outcomes = list(ingest([*files, tmp_path / "missing.pdf", NOTICE], db, workers=2))
    assert [o.status for o in outcomes] == ["rejected"] * (len(files) + 1) + ["unchanged"]
    assert [o.code for o in outcomes] == [*(code for _, _, code in REJECTED), "not_found", None]
    assert db.read_bytes() == before
    line = json.loads(outcomes[0].to_json())
    assert line["error"]["code"] == "empty"
    assert line["status"] == "rejected"


@pytest.mark.no_cover
def test_an_unknown_header_names_itself_and_the_nearest(tmp_path: Path) -> None:
    _, make, _ = next(case for case in REJECTED if case[0] == "unknown header")
    with pytest.raises(Rejected, match="“Birthday”"):
        read(make())


@pytest.mark.parametrize(("counts", "section"), [((0, 3, 3), "II"), ((3, 0, 3), "III"), ((3, 3, 0), "I")])
def test_a_table_without_rows_is_an_error_and_no_zero(counts: tuple[int, int, int], section: str) -> None:
    draw = Random(5)
    layout = replace(make_layout(draw), total_rows=False)
    with pytest.raises(Rejected, match=f"Section {section} ") as caught:
        read(typeset(make_facts(draw, *counts), layout))
    assert caught.value.code == "section_empty"


@cache
def unlocked() -> Document:
    """The sample that is locked, as it is read without a lock."""
    return read(SECOND.read_bytes())


@pytest.mark.no_cover
@pytest.mark.parametrize("revision", [2, 3, 4, 6])
def test_a_file_that_forbids_copying_and_opens_without_a_password_is_read(revision: Literal[2, 3, 4, 6]) -> None:
    out = io.BytesIO()
    new = revision > 3
    lock = pikepdf.Encryption(
        owner="owner", user="", R=revision, aes=new, metadata=new, allow=pikepdf.Permissions(extract=False)
    )
    with pikepdf.open(SECOND) as file:
        file.save(out, encryption=lock)
    assert read(out.getvalue()) == unlocked()
