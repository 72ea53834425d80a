"""A question starts without Slack, LangChain, matplotlib or pdfplumber: each costs more than the answer itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("slack_bolt", "slack_sdk", "langchain", "langchain_core", "matplotlib", "pdfplumber", "pdfminer", "sqlalchemy")
LOOK = "import sys; print(*sorted({m.partition('.')[0] for m in sys.modules}))"


def modules_after(code: str, cwd: Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{LOOK}"], cwd=cwd, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    "module", ["bot.cli", "bot.ask", "bot.sql.checker", "bot.sql.runner", "bot.understand.interpreter"]
)
def test_a_module_imports_nothing_heavy(module: str, tmp_path: Path) -> None:
    assert modules_after(f"import {module}", tmp_path).isdisjoint(HEAVY)


def test_the_ask_command_imports_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "from bot.cli import main\n"
        "try:\n    main(['--db', 'none.duckdb', 'ask', 'how many refusals?'])\n"
        "except SystemExit:\n    pass"
    )
    assert modules_after(code, tmp_path).isdisjoint(HEAVY)
