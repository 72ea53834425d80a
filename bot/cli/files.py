"""Files named on the command line: read, decoded, and named in the error when they cannot be."""

from __future__ import annotations

import json
from pathlib import Path

import typer

from bot.messages import cli as say

WRONG_USE = 2


def fail(message: str, status: int = WRONG_USE) -> typer.Exit:
    """Say what was wrong on stderr; the caller raises what this returns."""
    typer.echo(message, err=True)
    return typer.Exit(status)


def read_bytes(path: Path, what: str) -> bytes:
    """The file's bytes."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise fail(say.not_readable(what, str(path), error.strerror or type(error).__name__)) from error


def read_text(path: Path, what: str) -> str:
    """The file's text, which has to be UTF-8 (with or without a byte order mark)."""
    raw = read_bytes(path, what)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise fail(say.not_utf8(what, str(path), error.start)) from error


def read_thread(path: Path | None) -> list[str]:
    """A person's earlier messages from a JSON list."""
    if path is None:
        return []
    try:
        messages = json.loads(read_text(path, "thread file") or "[]")
    except ValueError as error:
        raise fail(say.not_a_thread(str(path))) from error
    if not isinstance(messages, list) or not all(isinstance(m, str) for m in messages):
        raise fail(say.not_a_thread(str(path)))
    return messages


def plain(text: str) -> str:
    """Text from the command line or a file without the halves of characters that no encoding can write."""
    return text.encode("utf-8", "replace").decode("utf-8")
