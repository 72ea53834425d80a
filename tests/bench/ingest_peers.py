"""Other table readers on the same report, each in an environment of its own under var/peers (package index needed).

    python -m tests.bench.ingest_peers [FILE.pdf]

Prints CPU seconds and how many of the report's rows come out with every cell the same, blanks aside.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
import unicodedata
import venv
from importlib import resources
from pathlib import Path

import pdfplumber

from ingest.read import read
from ingest.records import Report

ROOT = Path(__file__).resolve().parents[2]
PEERS = {
    "camelot-py==2.0.0": "import camelot\nfound = [r for t in camelot.read_pdf(path, pages='all', flavor='lattice') "
    "for r in t.df.values.tolist()]",
    "pymupdf==1.26.7": "import fitz\nfound = [r for p in fitz.open(path) for t in p.find_tables().tables "
    "for r in t.extract()]",
}
CHILD = """import json, sys, time
path = sys.argv[1]
start = time.process_time()
{work}
seconds = time.process_time() - start
print(json.dumps([seconds, found]))
"""


def plain(cells: list[str | None]) -> tuple[str, ...]:
    """A row with all blanks taken out, ligatures taken apart, hyphens spelled alike."""
    texts = [unicodedata.normalize("NFKC", cell or "").replace("\u2010", "-") for cell in cells]
    return tuple("".join(text.split()) for text in texts)


def truth(report: Report) -> list[tuple[str, ...]]:
    """The rows of Section II as printed, in the order of the sample's columns."""
    return [plain(list(row.raw.values())) for row in report.refusals]


def theirs(requirement: str, work: str, path: Path) -> tuple[float, list[list[str | None]]] | None:
    """A peer in its own environment; None when it cannot be installed or run."""
    home = ROOT / "var" / "peers" / requirement.split("==")[0]
    python = home / "bin" / "python"
    try:
        if not python.exists():
            venv.create(home, with_pip=True)
            install = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check", requirement]
            subprocess.run(install, check=True, timeout=600)
        run = [str(python), "-c", CHILD.format(work=work), str(path)]
        done = subprocess.run(run, check=True, capture_output=True, text=True, timeout=600)
        seconds, rows = json.loads(done.stdout.splitlines()[-1])
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        print(f"{requirement}: not run ({type(error).__name__})", file=sys.stderr)
        return None
    return seconds, rows


def stock(path: Path) -> tuple[float, list[list[str | None]]]:
    """pdfplumber's own tables, pages closed one by one."""
    start, rows = time.process_time(), []
    with pdfplumber.open(path) as document:
        for page in document.pages:
            rows += [row for table in page.extract_tables() for row in table]
            page.close()
    return time.process_time() - start, rows


def main() -> None:
    """A line for each reader."""
    default = str(resources.files("ingest").joinpath("samples/ddor2017_01-28to02-03.pdf"))
    path = Path(sys.argv[1] if len(sys.argv) > 1 else default)
    data = path.read_bytes()
    read(data)  # libraries loaded
    start = time.process_time()
    report = read(data)
    seconds = time.process_time() - start
    assert isinstance(report, Report)
    wanted = truth(report)
    found = [("detainer-desk ingest", seconds, wanted)]
    base = stock(path)
    found.append(("pdfplumber extract_tables", base[0], [plain(row) for row in base[1]]))
    for requirement, work in PEERS.items():
        made = theirs(requirement, work, path)
        if made is not None:
            found.append((requirement, made[0], [plain(row) for row in made[1]]))
    for name, cpu, rows in found:
        same = sum(1 for row in wanted if row in set(rows))
        print(f"{name:28} {cpu:6.2f} s CPU {cpu / base[0]:6.2f} of extract_tables   {same} of {len(wanted)} rows whole")


if __name__ == "__main__":
    main()
