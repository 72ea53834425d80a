"""`ask` starts lean: what it does not need is not imported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HEAVY = ("slack_bolt", "slack_sdk", "langchain", "langchain_core", "matplotlib", "pdfplumber", "pypdfium2", "PIL",
         "sqlalchemy", "httpx", "openpyxl", "prompt_toolkit", "rich.console")  # fmt: skip
SCRIPT = """
import sys
from bot.cli import main
try:
    main(["--db", sys.argv[1], "ask", "--json", "refusals in Texas"])
except SystemExit as ended:
    assert ended.code == 0, ended.code
print("\\n".join(sorted(sys.modules)), file=sys.stderr)
"""


def test_a_question_imports_no_more_than_it_needs(sample_db: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(sample_db)], capture_output=True, text=True, check=True, timeout=120
    )
    loaded = set(done.stderr.split())
    assert not loaded & set(HEAVY)
    assert '"value": 161' in done.stdout
