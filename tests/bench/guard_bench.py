"""Public SQL guards beside ours, on the lists under tests/sql: `make guard-bench`.

Each guard is installed in an environment of its own under var/guards (package index needed) and is given the
strictest configuration that honest statements allow: our views, their columns, our list of functions where it takes
one. Prints a Markdown table; docs/sql-checker.md holds one such run and what to keep in mind when reading it. Every
guard has INSTALL seconds to be installed and JUDGE seconds to judge the lists, so that the whole comes to an end on a
busy machine as well; stderr says how far it is.
"""

from __future__ import annotations

import json
import logging
import math
import subprocess
import sys
import time
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlglot
from sqlglot import exp

from bot.semantic import load_model
from bot.sql.checker import Checker
from bot.sql.functions import allowed
from bot.sql.verdict import Accepted
from tests.bot.sql.corpus import HONEST, HOSTILE

ROOT = Path(__file__).resolve().parents[2]
GUARDS = {
    "sql-guardrail==0.5.2": "sql_guardrail",
    "sqlguard-ninja==0.8.0": "sqlguard_ninja",
    "queryguard-sql==0.1.5": "queryguard_sql",
    "agent-sql-guard==0.2.0": "agent_sql_guard",
    "wrenai==0.17.0": "wrenai",
    "grainguard==0.1.0": "grainguard",
}
FIGURES = ("ungrounded", "fanout", "policy", "mixed", "misleading")  # what no other guard claims to judge
INSTALL, JUDGE = 300, 240
CHILD = Path(__file__).parent / "guards" / "child.py"


@dataclass(frozen=True)
class Answers:
    """A guard's verdicts: accepted, and milliseconds, in the order of the statements."""

    name: str
    verdicts: list[bool]
    times: list[float]


def statements() -> list[tuple[str, str, bool]]:
    """(group, statement, honest) of all lists."""
    honest = [(group, sql, True) for group, found in HONEST.items() for sql in found]
    return honest + [(group, sql, False) for group, found in HOSTILE.items() for sql in found]


def ours(sqls: list[str]) -> Answers:
    """The checker, warm, with its memory of verdicts switched off."""
    logging.disable(logging.CRITICAL)  # as in the guards' own processes
    checker = Checker(load_model())
    verdicts = [False] * len(sqls)
    times = [math.inf] * len(sqls)
    for _ in range(3):  # as in guards/child.py
        for at, sql in enumerate(sqls):
            checker.forget()
            start = time.process_time()
            verdicts[at] = isinstance(checker.check(sql), Accepted)
            times[at] = min(times[at], (time.process_time() - start) * 1000)
    return Answers("**detainer-desk**", verdicts, times)


def theirs(requirement: str, adapter: str, job: dict[str, Any]) -> Answers | None:
    """A public guard in its own environment; None when it cannot be installed or run."""
    home = ROOT / "var" / "guards" / requirement.split("==")[0]
    python = home / "bin" / "python"
    ready = home / requirement  # written when the installation is through: a broken one is begun anew
    try:
        if not ready.exists():
            print(f"{requirement}: installing", file=sys.stderr)
            venv.create(home, with_pip=True, clear=True)
            command = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check", requirement]
            subprocess.run(command, check=True, timeout=INSTALL)
            ready.touch()
        print(f"{requirement}: judging", file=sys.stderr)
        done = subprocess.run(
            [str(python), str(CHILD), adapter],
            input=json.dumps(job),
            capture_output=True,
            text=True,
            check=True,
            timeout=JUDGE,
        )
    except (subprocess.SubprocessError, OSError) as error:
        print(f"{requirement}: not run ({type(error).__name__})", file=sys.stderr)
        return None
    answers = json.loads(done.stdout)
    return Answers(requirement.replace("==", " "), [a for a, _ in answers], [t for _, t in answers])


def interval(hits: int, of: int) -> str:
    """Wilson's 95% interval, in percent."""
    z, p = 1.96, hits / of
    centre = (p + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(p * (1 - p) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return f"{100 * (centre - half):.0f}-{100 * (centre + half):.0f}"


def row(answers: Answers, lists: list[tuple[str, str, bool]]) -> str:
    """One line of the table."""
    judged = list(zip(lists, answers.verdicts, strict=True))
    cells = []
    for honest, figures in ((False, False), (False, True), (True, None)):
        chosen = [
            v for (group, _, h), v in judged if h == honest and (figures is None or (group in FIGURES) == figures)
        ]
        hits = sum(v == honest for v in chosen)
        cells.append(f"{hits} of {len(chosen)} ({100 * hits / len(chosen):.1f}%, {interval(hits, len(chosen))})")
    times = sorted(answers.times)
    cells.append(f"{times[len(times) // 2]:.1f} / {times[int(len(times) * 0.95)]:.1f}")
    return f"| {answers.name} | {' | '.join(cells)} |"


def function_names(honest: list[str]) -> list[str]:
    """Our list, and what sqlglot (in which the other guards think) calls the functions of the honest statements."""
    names = {name for name in allowed() if name[0].isalpha()}
    for sql in honest:
        for node in sqlglot.parse_one(sql, read="duckdb").find_all(exp.Func):
            names |= {node.key, node.name.lower()} if isinstance(node, exp.Anonymous) else {node.key, *_names(node)}
    return sorted(names - {""})


def _names(node: exp.Func) -> set[str]:
    return {name.lower() for name in node.sql_names()}


def main() -> None:
    """Print the table."""
    lists = statements()
    model = load_model()
    views = {name: {"columns": list(view.columns), "key": list(view.key)} for name, view in model.views.items()}
    names = function_names([sql for _, sql, honest in lists if honest])
    job = {"views": views, "functions": names, "statements": [sql for _, sql, _ in lists], "seconds": JUDGE / 4}
    print("| guard | attacks refused | figures refused | honest accepted | p50 / p95 ms |\n|---|---|---|---|---|")
    for requirement, adapter in GUARDS.items():
        answers = theirs(requirement, adapter, job)
        if answers is not None:
            print(row(answers, lists), flush=True)
    print("detainer-desk: judging", file=sys.stderr)
    print(row(ours([sql for _, sql, _ in lists]), lists))


if __name__ == "__main__":
    main()
