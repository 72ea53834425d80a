"""How the property tests draw, which tests are traced for coverage, and the samples as a database for all of them.

Every run of `make test` draws the same examples, `make fuzz` draws new ones: a commit passes or fails for what it is,
not for the hour; what `make fuzz` finds becomes an example of its own.

Tracing for coverage makes Python three to five times as slow. A test that goes over lines which others reach as well,
and takes its time over it (whole reports read again, hundreds of statements or questions), is therefore marked
`no_cover`: it runs and checks as ever, and only the count of covered lines leaves it out. Scenarios are traced: their
bots live on from story to story, and a thread whose tracing was stopped is not traced again.
"""

from __future__ import annotations

import fcntl
import os
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("steady", derandomize=True)
settings.register_profile("fuzz", print_blob=True)
settings.load_profile("fuzz" if os.environ.get("DETAINER_DESK_FUZZ") else "steady")


@pytest.fixture(scope="session")
def sample_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of the three sample reports, the notice and the index page, loaded once for all test processes.

    Read it; never write it.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = shared / "sample_db"
    folder.mkdir(exist_ok=True)
    path = folder / "detainers.duckdb"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            from ingest.job import ingest

            outcomes = list(ingest([str(files("ingest").joinpath("samples"))], path))
            assert all(outcome.status == "loaded" for outcome in outcomes), outcomes
    return path
