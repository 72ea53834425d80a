"""The documentation is true: references equal the code, links lead somewhere, commands and settings exist."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest

from bot.cli import COMMANDS
from tests.docs.reference import FOLDER, PAGES, ROOT, settings

DOCS = sorted(chain([ROOT / "README.md", ROOT / "CHANGELOG.md"], (ROOT / "docs").rglob("*.md")))
LINK = re.compile(r"\]\(([^)#\s]+)(#[^)]*)?\)")
COMMAND = re.compile(r"\bdetainer-desk (?:--db \S+ )?([a-z][a-z-]+)")
SETTING = re.compile(r"\b(?:DETAINER_DESK|SLACK)_[A-Z_]+\b")


@pytest.mark.parametrize("page", PAGES)
def test_reference_pages_equal_the_code(page: str) -> None:
    written = (FOLDER / page).read_text(encoding="utf-8")
    assert written == PAGES[page](), f"docs/reference/{page} is out of date: run `make docs`"


@pytest.mark.parametrize("page", DOCS, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_to_files(page: Path) -> None:
    targets = [m[1] for m in LINK.finditer(page.read_text(encoding="utf-8")) if "://" not in m[1]]
    missing = [t for t in targets if not (page.parent / t).exists()]
    assert not missing


@pytest.mark.parametrize("page", DOCS, ids=lambda p: str(p.relative_to(ROOT)))
def test_commands_and_settings_named_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    shown = "\n".join(re.findall(r"^(?: {4}|\$ ).*$|`[^`]+`", text, re.MULTILINE))
    assert {m[1] for m in COMMAND.finditer(shown)} <= COMMANDS.keys()
    assert set(SETTING.findall(text)) <= set(SETTING.findall(settings()))


def test_the_readme_shows_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for command in ("demo", "test"):
        assert f"make {command}" in readme
        assert re.search(rf"^{command}:", makefile, re.MULTILINE)
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_command_is_in_the_readme_or_a_guide() -> None:
    guides = "\n".join(p.read_text(encoding="utf-8") for p in DOCS if p.name != "cli.md")
    assert [name for name in COMMANDS if f"detainer-desk {name}" not in guides] == []
