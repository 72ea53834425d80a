"""The checker as a stranger uses it: the examples of its page, each in a process of its own."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
EXAMPLES = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "sql-checker.md").read_text(encoding="utf-8"), re.DOTALL)
HEAVY = ("slack_bolt", "slack_sdk", "langchain", "langchain_core", "pdfplumber", "pdfminer", "matplotlib", "sqlalchemy")


def _run(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return done.stdout.splitlines()


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_of_the_page_run_and_tell_good_from_bad(example: str) -> None:
    good, bad = _run(example)
    assert good.startswith("Accepted(")
    assert bad.startswith("Refused(code=")


def test_the_page_has_examples() -> None:
    assert len(EXAMPLES) == 2
    assert "fan_out" in _run(EXAMPLES[1])[1]


def test_nothing_of_slack_models_or_pdf_is_imported() -> None:
    [loaded] = _run(
        EXAMPLES[0].replace("print", "bool") + f"\nimport sys; print([m for m in {HEAVY} if m in sys.modules])"
    )
    assert loaded == "[]"
