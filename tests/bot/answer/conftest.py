"""A desk over the bundled sample reports."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.ask import Desk


@pytest.fixture(scope="session")
def desk(sample_db: Path) -> Desk:
    """The desk as `detainer-desk ask` opens it."""
    return Desk(sample_db)
