"""The sample documents, and a connection to the database of them."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import duckdb
import pytest

from ingest.outcome import Outcome

SAMPLES = Path(str(resources.files("ingest").joinpath("samples")))
FIRST = SAMPLES / "ddor2017_01-28to02-03.pdf"
SECOND = SAMPLES / "ddor2017_02-04to02-10.pdf"
THIRD = SAMPLES / "ddor2017_02-11to02-17.pdf"
NOTICE = SAMPLES / "ddor_correction_2017-04-05.pdf"
INDEX = SAMPLES / "index.html"


@pytest.fixture
def sample_db(sample_run: tuple[Path, list[Outcome], list[str]]) -> Iterator[duckdb.DuckDBPyConnection]:
    """A reader's connection to the loaded samples."""
    with duckdb.connect(str(sample_run[0]), read_only=True) as con:
        yield con
