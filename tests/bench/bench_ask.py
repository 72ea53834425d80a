"""How long an answer takes, warm over the development questions, and cold beside the imports it cannot do without.

    python -m tests.bench.bench_ask [--db PATH] [--rounds N] [--starts N]

Prints median, 95th and 99th percentile in milliseconds, and the median of `detainer-desk ask` from start to end, in
turns with a bare Python that imports the libraries behind it. Run it on a quiet machine.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

from bot.ask import Desk
from bot.evaluation.items import load_items
from ingest.job import ingest

DEV = Path(__file__).parents[1] / "questions" / "dev.yaml"
FLOOR = "import typer, pydantic.fields, duckdb, sqlglot.dialects.duckdb"
COMMAND = "import sys; from bot.cli import main; main()"
SAMPLES = Path(__file__).parents[2] / "ingest" / "samples"


def measure(db: Path, rounds: int) -> dict[str, float]:
    """Milliseconds an answer, over all questions and rounds; the first round only warms up."""
    desk = Desk(db)
    items = [(item.question, desk.replay(item.thread)) for item in load_items(DEV)]
    start = time.perf_counter()
    for question, thread in items:
        desk.ask(question, thread)
    first = time.perf_counter() - start
    times = []
    for _ in range(rounds):
        desk.loaded().checker.__init__(desk.loaded().checker._model)  # type: ignore[misc]  # no verdict is remembered
        for question, thread in items:
            start = time.perf_counter()
            desk.ask(question, thread)
            times.append((time.perf_counter() - start) * 1000)
    cuts = quantiles(times, n=100)
    return {
        "first_round_ms": first * 1000 / len(items),
        "median_ms": median(times),
        "p95_ms": cuts[94],
        "p99_ms": cuts[98],
    }


def measure_cold(db: Path, starts: int) -> dict[str, float]:
    """Seconds from start to end of a one-shot `ask`, and of a Python that only imports the libraries."""
    whole, floor = [], []
    for _ in range(starts + 1):  # the first start finds nothing in the disk's cache
        floor.append(_seconds("-c", FLOOR))
        whole.append(_seconds("-c", COMMAND, "--db", str(db), "ask", "How many refusals did Travis County have?"))
    return {"cold_s": median(whole[1:]), "imports_s": median(floor[1:]), "ratio": median(whole[1:]) / median(floor[1:])}


def _seconds(*arguments: str) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--starts", type=int, default=11)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        db = options.db or Path(folder) / "detainers.duckdb"
        if options.db is None:
            list(ingest([SAMPLES], db))
        for found in (measure(db, options.rounds), measure_cold(db, options.starts)):
            print(json.dumps({k: round(v, 2) for k, v in found.items()}))


if __name__ == "__main__":
    main()
