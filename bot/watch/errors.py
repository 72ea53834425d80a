"""What can be wrong with a source: one exception, with a stable code, a sentence, and when to come back."""

from __future__ import annotations

from datetime import timedelta


class Trouble(Exception):  # noqa: N818 - it names the thing reported to the operator
    """A source could not be looked at. `again_in`: how long the server asked to be left alone, where it did."""

    def __init__(self, code: str, message: str, again_in: timedelta | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.again_in = again_in
