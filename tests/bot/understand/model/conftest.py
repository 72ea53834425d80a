"""The lexicon of the bundled samples, and the questions that the grounding is tried on."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.ask import Desk
from bot.understand.lexicon import Lexicon

QUESTIONS = Path(__file__).resolve().parents[3] / "questions" / "dev.yaml"


@pytest.fixture(scope="session")
def desk(sample_db: Path) -> Desk:
    return Desk(sample_db)


@pytest.fixture(scope="session")
def lexicon(desk: Desk) -> Lexicon:
    return desk.loaded().lexicon


@pytest.fixture(scope="session")
def questions() -> list[str]:
    """Single questions, without a thread."""
    items = yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))
    return [item["question"] for item in items if not item.get("thread")]
