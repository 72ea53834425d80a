"""The bundled samples as a real database, read once for the whole run (and once for all of xdist's workers)."""

from __future__ import annotations

import fcntl
from importlib.resources import files
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def sample_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of the three sample reports, the notice and the index page. Read it; never write it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if base.name.startswith("popen-") else base
    folder = shared / "sample_db"
    folder.mkdir(exist_ok=True)
    path = folder / "detainers.duckdb"
    with open(folder / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            from ingest.job import ingest

            outcomes = list(ingest([str(files("ingest").joinpath("samples"))], path))
            assert all(outcome.status == "loaded" for outcome in outcomes), outcomes
    return path
