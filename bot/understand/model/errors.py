"""Why a model could not be asked or gave nothing usable. Each carries a code; none carries a key or a question."""

from __future__ import annotations


class ModelUnavailableError(Exception):
    """The model could not be made or reached, or its limits are used up. `code` says which; `str()` is for people."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
