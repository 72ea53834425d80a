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
from statistics import mean, median, quantiles

from bot.ask import Desk
from bot.evaluation.items import load_items
from bot.semantic import load_model
from bot.sql.pool import WorkerRunner
from bot.understand.outcome import Thread
from ingest.job import ingest

DEV = Path(__file__).parents[1] / "questions" / "dev.yaml"
FLOOR = "import typer, pydantic.fields, duckdb, sqlglot.dialects.duckdb"
COMMAND = "import sys; from bot.cli import main; main()"
SAMPLES = Path(__file__).parents[2] / "ingest" / "samples"


def measure(db: Path, rounds: int) -> dict[str, dict[str, float]]:
    """Milliseconds an answer, over all questions and rounds, with statements run in this process (one question) and in
    a worker (a batch, Slack), in turns; the first round only warms up."""
    with WorkerRunner(db, load_model()) as runner:
        desks = {"in_process": Desk(db), "worker": Desk(db, runner=runner)}
        items = [(item.question, desks["in_process"].replay(item.thread)) for item in load_items(DEV)]
        first = {name: _round(desk, items) for name, desk in desks.items()}
        times: dict[str, list[float]] = {name: [] for name in desks}
        for _ in range(rounds):
            for name, desk in desks.items():
                desk.loaded().checker.forget()  # no verdict is remembered
                times[name] += _round(desk, items)
    return {name: {"first_round_ms": mean(first[name]), **_summed(times[name])} for name in desks}


def _round(desk: Desk, items: list[tuple[str, Thread]]) -> list[float]:
    times = []
    for question, thread in items:
        start = time.perf_counter()
        desk.ask(question, thread)
        times.append((time.perf_counter() - start) * 1000)
    return times


def _summed(times: list[float]) -> dict[str, float]:
    cuts = quantiles(times, n=100)
    return {"median_ms": median(times), "p95_ms": cuts[94], "p99_ms": cuts[98]}


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
        for found in (*measure(db, options.rounds).items(), ("cold", measure_cold(db, options.starts))):
            print(found[0], json.dumps({k: round(v, 2) for k, v in found[1].items()}))


if __name__ == "__main__":
    main()
