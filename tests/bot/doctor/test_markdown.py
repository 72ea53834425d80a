"""The Markdown file with its pictures beside it; nothing of a document becomes markup."""

from __future__ import annotations

import re
from pathlib import Path

from bot.doctor.markdown import render, write
from bot.doctor.page import Pictures
from ingest.doctor import Diagnosis


def test_the_pictures_it_names_are_there(found: Diagnosis, pictures: Pictures, tmp_path: Path) -> None:
    path = write(found, {"db": "x"}, pictures, tmp_path / "new")
    named = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", path.read_text(encoding="utf-8"))
    assert len(named) == len(pictures[found.reports[0].document_id])
    assert all((path.parent / name).read_bytes().startswith(b"\x89PNG") for name in named)


def test_every_table_keeps_its_columns(found: Diagnosis) -> None:
    text = render(found, {}, {})
    tables = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
    assert tables
    for table in tables:
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}) == 1
    assert "<" not in re.sub(r"\\<", "", text)
