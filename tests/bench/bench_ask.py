"""How long an answer takes, warm, question by question, over the development questions.

    python -m tests.bench.bench_ask [--db PATH] [--rounds N]

Prints median, 95th and 99th percentile in milliseconds, and where the time goes. Run it on a quiet machine.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path
from statistics import median, quantiles

from bot.ask import Desk
from bot.evaluation.items import load_items
from ingest.job import ingest

DEV = Path(__file__).parents[1] / "questions" / "dev.yaml"
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


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        db = options.db or Path(folder) / "detainers.duckdb"
        if options.db is None:
            list(ingest([SAMPLES], db))
        print(json.dumps({k: round(v, 2) for k, v in measure(db, options.rounds).items()}))


if __name__ == "__main__":
    main()
