"""What is no report is refused whole, with a code, a sentence and the database as it was."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.errors import Rejected
from ingest.job import ingest
from ingest.read import read
from tests.ingest.bad_files import REJECTED
from tests.ingest.conftest import NOTICE


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


def test_an_unknown_header_names_itself_and_the_nearest(tmp_path: Path) -> None:
    _, make, _ = next(case for case in REJECTED if case[0] == "unknown header")
    with pytest.raises(Rejected, match="“Birthday”"):
        read(make())
