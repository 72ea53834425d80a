"""Tokens sealed for the database, and opened again: Fernet (AES and HMAC), with several keys so that one can retire.

A seal holds the workspace with its token, so that one written into another workspace's row does not open there.
"""

from __future__ import annotations

import json

from cryptography.fernet import Fernet, InvalidToken, MultiFernet


class SealError(Exception):
    """A key is none, or no key opens a token. The text holds neither."""


class Vault:
    """`keys`: the first seals; all of them open. Raises SealError for a key that is none."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        try:
            self._fernet = MultiFernet([Fernet(key) for key in keys])
        except ValueError as problem:
            raise SealError("not a Fernet key") from problem

    def seal(self, team: str, token: str) -> str:
        """The token as the database may hold it."""
        return self._fernet.encrypt(json.dumps([team, token]).encode()).decode()

    def open(self, team: str, sealed: str) -> str:
        """The token. Raises SealError where no key opens it or it is another workspace's."""
        try:
            of, token = json.loads(self._fernet.decrypt(sealed.encode()))
        except InvalidToken as problem:
            raise SealError("no key opens this token") from problem
        if of != team:
            raise SealError("this token belongs to another workspace")
        return str(token)

    def renew(self, sealed: str) -> str:
        """The same token under the first key. Raises SealError where no key opens it."""
        try:
            return self._fernet.rotate(sealed.encode()).decode()
        except InvalidToken as problem:
            raise SealError("no key opens this token") from problem
