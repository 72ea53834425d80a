"""The pictures in the docs: each is linked, none is large, and without a browser one sentence says so."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.slack_peer import browser, pictures

ROOT = Path(__file__).parents[3]
ELSEWHERE = {"scale"}
"""Pictures of no message."""
PICTURES = sorted((ROOT / "docs" / "pictures").glob("*.png"))


def test_there_is_one_of_each_main_message() -> None:
    assert {path.stem for path in PICTURES} - ELSEWHERE == {*pictures.ASKED, "summary", "alert", "home"}


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_a_picture_is_small_and_linked(path: Path) -> None:
    assert path.stat().st_size < browser.LARGEST
    page = "scale.md" if path.stem in ELSEWHERE else "guides/slack.md"
    assert f"pictures/{path.name}" in (ROOT / "docs" / page).read_text()


def test_without_a_browser_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(sys, "argv", ["pictures", str(tmp_path)])
    with pytest.raises(SystemExit) as ended:
        pictures.main()
    assert ended.value.code == browser.NONE
    assert "\n" not in browser.NONE
