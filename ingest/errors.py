"""A document that is not taken: one exception, with a code that programs can rely on."""

from __future__ import annotations


class Rejected(Exception):  # noqa: N818 - it names the outcome: status "rejected"
    """The document is refused whole. `code` is stable, `message` says what is wrong and what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
