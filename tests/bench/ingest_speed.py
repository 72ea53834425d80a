"""CPU time of reading a report beside pdfplumber's `extract_tables` and pypdfium2's plain text, in one process.

    python tests/bench/ingest_speed.py [FILE.pdf] [ROUNDS]

The least of several rounds counts; nothing is asserted.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from importlib import resources
from pathlib import Path

import pdfplumber
import pypdfium2

from ingest import pdf
from ingest.read import read


def extract_tables(data: Path) -> None:
    """pdfplumber as it comes, pages closed one by one."""
    with pdfplumber.open(data) as document:
        for page in document.pages:
            page.extract_tables()
            page.close()


def plain_text(data: Path) -> None:
    """The floor: pdfium's text, no positions."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        page.get_textpage().get_text_range()
    document.close()


def measure(work: Callable[[], object], rounds: int) -> float:
    """The least CPU time of some rounds, in seconds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Print a line for each way."""
    default = str(resources.files("ingest").joinpath("samples/ddor2017_01-28to02-03.pdf"))
    path = Path(sys.argv[1] if len(sys.argv) > 1 else default)
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    data = path.read_bytes()
    ways: list[tuple[str, Callable[[], object]]] = [
        ("pdfplumber extract_tables", lambda: extract_tables(path)),
        ("ingest: whole document, checked", lambda: read(data)),
        ("ingest: glyphs and lines, two readers", lambda: pdf.read(data)),
        ("pypdfium2 plain text", lambda: plain_text(path)),
    ]
    found = [(name, measure(work, rounds)) for name, work in ways]
    for name, seconds in found:
        print(f"{name:40} {seconds:6.2f} s CPU   {seconds / found[0][1]:5.2f} of extract_tables")


if __name__ == "__main__":
    main()
