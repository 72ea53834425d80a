"""How answers, summaries, memory and the file grow with the reports: `python -m tests.bench.scale [--most 520]`.

Each size runs in a process of its own, so that its peak memory is its own. Prints a Markdown table.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

QUESTIONS = (
    "How many refusals were there?",
    "How many refusals in Texas?",
    "How many Travis County refusals involved convictions?",
    "How many refusals in the latest report?",
    "Which five counties refused most?",
    "Which ten states refused most?",
    "Refusals by citizenship",
    "What share of refusals involved convictions?",
    "How many people from Mexico were refused in California?",
    "How many different counties are listed?",
    "Median days between issue and refusal",
    "What was the oldest detainer that was refused?",
    "How many refusals in Cook County, Illinois?",
    "How many DUI refusals in Colorado?",
    "Refusals by state and disposition",
    "How many detainers were issued nationwide in the latest report?",
    "How many policies are listed in the latest report?",
    "How many refusals in Denver?",
    "Top five offenses in New York",
    "How many refusals were declined in March 2018?",
)
ROUNDS = 6


def measure(db: Path) -> dict[str, float]:
    """Ask every question in rounds; figures of one size."""
    from bot.ask import Desk
    from bot.summary.build import build
    from bot.summary.reading import desk_reader

    started = time.perf_counter()
    desk = Desk(db)
    answered = sum(desk.ask(question).status == "answered" for question in QUESTIONS)
    cold = time.perf_counter() - started
    times = []
    for _ in range(ROUNDS):
        for question in QUESTIONS:
            at = time.perf_counter()
            desk.ask(question)
            times.append(1000 * (time.perf_counter() - at))
    at = time.perf_counter()
    build(desk_reader(desk))
    cuts = statistics.quantiles(times, n=100)
    return {
        "answered": answered,
        "first_round_s": cold,
        "p50_ms": cuts[49],
        "p95_ms": cuts[94],
        "p99_ms": cuts[98],
        "summary_s": time.perf_counter() - at,
        "memory_mb": peak_mb(),
    }


def peak_mb() -> float:
    """The most memory this process has held. What the kernel counts for `getrusage` begins with the parent's."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def sample_db(folder: Path) -> Path:
    """The bundled samples as a database."""
    from importlib.resources import files

    from ingest.job import ingest

    path = folder / "samples.duckdb"
    list(ingest([str(files("ingest").joinpath("samples"))], path))
    return path


def main() -> None:
    """Measure four sizes up to the largest asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=520, help="reports in the largest database")
    parser.add_argument("--rows", type=int, default=1_000_000, help="refusals in it")
    parser.add_argument("--one", type=Path, help="measure this database, print JSON")
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(measure(asked.one)))
        return
    from tests.bench.scale_db import make

    print(
        "| reports | refusals | file MB | made in s | p50 ms | p95 ms | p99 ms | first round s | summary s | peak MB |"
    )
    print("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    with TemporaryDirectory() as name:
        samples = sample_db(Path(name))
        for share in (10, 4, 2, 1):
            reports, rows = asked.most // share, asked.rows // share
            path, at = Path(name) / "large.duckdb", time.perf_counter()
            make(samples, path, reports, rows)
            made = time.perf_counter() - at
            command = [sys.executable, "-m", "tests.bench.scale", "--one", str(path)]
            done = subprocess.run(command, check=False, capture_output=True, text=True)
            if done.returncode:
                print(
                    f"| {reports} | {rows:,} | {path.stat().st_size / 1e6:,.0f} | {made:,.1f} | does not load |",
                    flush=True,
                )
                continue
            found = json.loads(done.stdout)
            size = path.stat().st_size / 1e6
            cells = [
                f"{found[key]:,.1f}"
                for key in ("p50_ms", "p95_ms", "p99_ms", "first_round_s", "summary_s", "memory_mb")
            ]
            print(f"| {reports} | {rows:,} | {size:,.0f} | {made:,.1f} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
