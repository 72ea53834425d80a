"""Memory over 350 pages, and two files at once: each measured in processes of their own.

    python -m tests.bench.ingest_scale [PAGES]

Prints the machine's load beside each figure: on a busy machine the ratio of two wall times says little.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from random import Random

from ingest.sandbox import readers
from tests.ingest.variants import with_reportlab
from tests.ingest.variants.facts import make_facts
from tests.ingest.variants.layout import make_layout

ROWS_A_PAGE = 9.9  # of the layout below, over both long tables


def report(pages: int) -> bytes:
    """A ruled report of about so many pages."""
    rng = Random(4)
    layout = make_layout(rng)
    rows = int(pages * ROWS_A_PAGE)
    facts = make_facts(rng, rows * 2 // 3, rows // 3, 12)
    plain = replace(layout, rules="grid", size=10.0, landscape=True, margin=72.0, split_rows=False, repeat_header=True)
    return with_reportlab.typeset(facts, replace(plain, page_a_section=True, group_states=False, total_rows=False))


def page_count(data: bytes) -> int:
    """Pages of a PDF."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    count = len(document)
    document.close()
    return count


def peak_mb(path: Path) -> float:
    """The most memory that a process takes to read a file whole, in MiB (interpreter and libraries included)."""
    child = os.fork()
    if child == 0:
        work = (
            "import sys; from pathlib import Path; from ingest.read import read; read(Path(sys.argv[1]).read_bytes())"
        )
        os.execv(sys.executable, [sys.executable, "-c", work, str(path)])  # noqa: S606 - our own interpreter
    _, status, usage = os.wait4(child, 0)
    if status:
        raise RuntimeError(f"reading {path} ended with status {status}")
    return usage.ru_maxrss / 1024


def wall(data: bytes, files: int, workers: int) -> float:
    """Seconds to read so many copies with so many readers, the readers already started."""
    with readers(workers) as pool:
        for future in [pool.submit(b"%PDF-1.7") for _ in range(workers)]:
            future.exception()
        start = time.perf_counter()
        for future in [pool.submit(data) for _ in range(files)]:
            future.result()
        return time.perf_counter() - start


def load() -> str:
    """How busy the machine is, and its cores."""
    return f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


def main() -> None:
    """Print what was measured."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 350
    with tempfile.TemporaryDirectory() as folder:
        for count in (pages // 10, pages):
            path = Path(folder) / f"{count}.pdf"
            path.write_bytes(report(count))
            print(f"{page_count(path.read_bytes()):5} pages: peak {peak_mb(path):6.0f} MiB   ({load()})")
        data = (Path(folder) / f"{pages // 10}.pdf").read_bytes()
    one, two = (min(wall(data, 6, workers) for _ in range(3)) for workers in (1, 2))
    print(f"6 files with 1 reader {one:.2f} s, with 2 readers {two:.2f} s: {one / two:.2f} times as fast   ({load()})")


if __name__ == "__main__":
    main()
