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
import pickle
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from ingest.outcome import Outcome

settings.register_profile("steady", derandomize=True)
settings.register_profile("fuzz", print_blob=True)
settings.load_profile("fuzz" if os.environ.get("DETAINER_DESK_FUZZ") else "steady")


Run = tuple[Path, list["Outcome"], list[str]]


@pytest.fixture(scope="session")
def sample_run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The folder of samples loaded into an empty database, once for all test processes.

    Its path (read it, never write it), the outcomes, and what was told on the way.
    """
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "samples"
    folder.mkdir(exist_ok=True)
    path, done = folder / "detainers.duckdb", folder / "done.pickle"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            from ingest.job import ingest

            told: list[str] = []
            outcomes = list(ingest([str(files("ingest").joinpath("samples"))], path, on_event=told.append))
            assert all(outcome.status == "loaded" for outcome in outcomes), outcomes
            done.write_bytes(pickle.dumps((outcomes, told)))
    return (path, *pickle.loads(done.read_bytes()))  # noqa: S301 - written above


@pytest.fixture(scope="session")
def sample_db(sample_run: Run) -> Path:
    """The database of the three sample reports, the notice and the index page. Read it; never write it."""
    return sample_run[0]
