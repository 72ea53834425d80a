"""From settings to a reader; nothing heavy is imported before the first question that needs the model."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bot.understand.model.options import ModelOptions

if TYPE_CHECKING:
    from bot.understand.model.reader import ModelReader


def make_reader(options: ModelOptions, ledger: Path | None) -> ModelReader:
    """A reader for the configured model. Raises ModelUnavailableError saying what to install or set."""
    from bot.semantic import load_model
    from bot.understand.model.calls import Caller
    from bot.understand.model.chat import make_chat
    from bot.understand.model.ledger import Ledger
    from bot.understand.model.reader import ModelReader

    return ModelReader(Caller(make_chat(options), options, Ledger(ledger)), load_model())
