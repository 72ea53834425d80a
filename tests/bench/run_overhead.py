"""What running a statement costs beside the engine's own work: `python -m tests.bench.run_overhead [--rounds N]`.

The same statements, checked before, run by a bare DuckDB cursor, by the runner in this process and by the worker
process of long-lived owners, in turns. Prints the means over the statements in milliseconds, the least of all rounds
for each, and the most that either adds to one of them.
"""

from __future__ import annotations

import argparse
import json
import math
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import mean

from bot.semantic import load_model
from bot.sql.checker import Checker
from bot.sql.database import edition_path, open_edition
from bot.sql.pool import WorkerRunner
from bot.sql.result import DEFAULT_MAX_ROWS
from bot.sql.runner import Runner
from bot.sql.verdict import Accepted
from ingest.job import ingest

SAMPLES = Path(__file__).parents[2] / "ingest" / "samples"
ASKED = (
    "SELECT count(*) AS refusals FROM refusals WHERE county = 'Travis' AND state = 'Texas'",
    "SELECT state, count(*) AS n FROM refusals GROUP BY state ORDER BY n DESC, state LIMIT 10",
    "SELECT report_id, count(*) FILTER (WHERE disposition = 'conviction') AS convictions FROM refusals GROUP BY 1",
    "SELECT median(declined_on - issued_on) AS days FROM refusals",
    "SELECT county, state, sum(issued) AS n FROM issued GROUP BY county, state ORDER BY n DESC, county LIMIT 20",
)


def measure(db: Path, rounds: int) -> dict[str, float]:
    """Milliseconds by each way, and what the two add to the bare engine."""
    checker = Checker(load_model())
    verdicts = [v for v in map(checker.check, ASKED) if isinstance(v, Accepted)]
    bare = open_edition(edition_path(db), memory_mb=512, threads=2)
    runner, pool = Runner(db), WorkerRunner(db)

    def engine(verdict: Accepted) -> None:
        cursor = bare.cursor()
        cursor.execute(verdict.runs).fetchmany(DEFAULT_MAX_ROWS + 1)
        cursor.close()

    ways: dict[str, Callable[[Accepted], object]] = {"engine": engine, "runner": runner.run, "worker": pool.run}
    least = {(name, verdict.runs): math.inf for name in ways for verdict in verdicts}
    try:
        for turn in range(rounds + 1):
            for verdict in verdicts:
                for name, run in ways.items():
                    start = time.perf_counter()
                    run(verdict)
                    spent = (time.perf_counter() - start) * 1000
                    if turn:  # the first round warms up
                        least[name, verdict.runs] = min(spent, least[name, verdict.runs])
    finally:
        runner.close()
        pool.close()
        bare.close()
    found = {f"{name}_ms": mean(least[name, v.runs] for v in verdicts) for name in ways}
    for name in ("runner", "worker"):
        found[f"{name}_adds_at_most_ms"] = max(least[name, v.runs] - least["engine", v.runs] for v in verdicts)
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=100)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "detainers.duckdb"
        list(ingest([SAMPLES], db))
        print(json.dumps({name: round(value, 2) for name, value in measure(db, options.rounds).items()}))


if __name__ == "__main__":
    main()
