"""From settings to a reader. Nothing heavy is imported before the first question that the interpreter cannot read."""

from __future__ import annotations

import logging
from threading import Lock
from typing import TYPE_CHECKING

from bot.understand.model.errors import ModelUnavailableError
from bot.understand.outcome import Outcome, Thread, Understood, WidenedOutcome

if TYPE_CHECKING:
    from bot.understand.lexicon import Lexicon
    from bot.understand.model.reader import ModelReader
    from bot.understand.model.settings import ModelSettings

log = logging.getLogger("bot.understand.model")


class ConfiguredReader:
    """The reader for the configured model, made when it is first needed. A model that cannot be made is said once."""

    def __init__(self, name: str, settings: ModelSettings) -> None:
        self._name, self._settings = name, settings
        self._reader: ModelReader | None = None
        self._failed = False
        self._lock = Lock()

    def __call__(self, question: str, thread: Thread, offline: Outcome, lexicon: Lexicon) -> WidenedOutcome:
        """The outcome after asking the model; the offline one where that cannot be."""
        if self._settings.use == "fallback" and isinstance(offline, Understood):
            return offline
        reader = self._made()
        return offline if reader is None else reader(question, thread, offline, lexicon)

    def _made(self) -> ModelReader | None:
        with self._lock:
            if self._reader is None and not self._failed:
                try:
                    self._reader = self.make()
                except ModelUnavailableError as error:
                    self._failed = True
                    log.error("%s", error)
            return self._reader

    def make(self) -> ModelReader:
        """The reader. Raises ModelUnavailableError saying what to install or set."""
        from bot.semantic import load_model
        from bot.understand.model.calls import Caller
        from bot.understand.model.chat import make_chat
        from bot.understand.model.ledger import Ledger
        from bot.understand.model.reader import ModelReader

        options = self._settings.options(self._name)
        return ModelReader(Caller(make_chat(options), options, Ledger(self._settings.ledger)), load_model())


def configured(name: str) -> ConfiguredReader | None:
    """The reader for this `provider:model`, or None for an empty name."""
    if not name:
        return None
    from bot.understand.model.settings import ModelSettings

    return ConfiguredReader(name, ModelSettings())
