"""A page's content as operations, read with one regular expression: several times faster than a general tokenizer.

It knows what report-like pages hold. At anything else (inline images, nested brackets in strings, comments, names with
escapes, broken numbers) it gives up before anything is run, and the caller takes pdfminer's own tokenizer.
"""

from __future__ import annotations

import re
from typing import Any

from pdfminer.psparser import LIT

_TOKEN = re.compile(
    rb"[\x00\t\n\x0c\r ]*(?:"
    rb"(?P<real>[+-]?(?:\d+\.\d*|\.\d+))(?=[\x00\t\n\x0c\r \[\]<>/()]|$)"
    rb"|(?P<int>[+-]?\d+)(?=[\x00\t\n\x0c\r \[\]<>/()]|$)"
    rb"|(?P<word>[A-Za-z'\"][A-Za-z0-9'\"*]*)(?=[\x00\t\n\x0c\r \[\]<>/()]|$)"
    rb"|/(?P<name>[^\x00\t\n\x0c\r ()<>\[\]{}/%#]*)"
    rb"|\((?P<string>[^()\\]*)\)"
    rb"|\((?P<escaped>(?:[^()\\]|\\.)*)\)"
    rb"|<(?P<hex>[0-9A-Fa-f]*)>"
    rb"|(?P<mark>\[|\]|<<|>>)"
    rb")",
    re.DOTALL,
)
_BLANK = re.compile(rb"[\x00\t\n\x0c\r ]*")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_CONSTANTS = {b"true": True, b"false": False, b"null": None}
_INLINE_IMAGE = (b"BI", b"ID", b"EI")

Operation = tuple[str, list[Any]]


class Unusual(Exception):  # noqa: N818 - no error: a reason to take the other way
    """The content holds something that this tokenizer does not read."""


def operations(content: bytes) -> list[Operation]:
    """All operations of a content stream: operator, operands. Raises `Unusual`."""
    found: list[Operation] = []
    operands: list[Any] = []
    stack: list[tuple[bytes, list[Any]]] = []
    at, end = 0, len(content)
    match_at = _TOKEN.match
    while at < end:
        match = match_at(content, at)
        if match is None:
            blank = _BLANK.match(content, at)
            if blank is not None and blank.end() == end:
                break
            raise Unusual
        at = match.end()
        kind = match.lastgroup
        if kind == "word":
            word = match["word"]
            if word in _CONSTANTS:
                operands.append(_CONSTANTS[word])
            elif word in _INLINE_IMAGE or stack:
                raise Unusual
            else:
                found.append((word.decode("ascii"), operands))
                operands = []
        elif kind == "mark":
            operands = _mark(match["mark"], operands, stack)
        else:
            operands.append(_value(kind, match))
    if stack:
        raise Unusual
    return found


def _value(kind: str | None, match: re.Match[bytes]) -> Any:
    text = match[kind or 0]
    if kind == "real":
        return float(text)
    if kind == "int":
        return int(text)
    if kind == "string":
        if b"\r" in text:
            raise Unusual
        return text
    if kind == "hex":
        if len(text) % 2:
            raise Unusual
        return bytes.fromhex(text.decode("ascii"))
    if kind == "name":
        try:
            return LIT(text.decode("utf-8"))
        except UnicodeDecodeError as error:
            raise Unusual from error
    if b"\r" in text:
        raise Unusual
    return _ESCAPE.sub(_unescape, text)


def _unescape(match: re.Match[bytes]) -> bytes:
    code = match[1]
    if code[:1] in b"01234567":
        return bytes([int(code, 8) & 0xFF])
    return _ESCAPED.get(code, code)


def _mark(mark: bytes, operands: list[Any], stack: list[tuple[bytes, list[Any]]]) -> list[Any]:
    """Open or close an array or a dictionary; the operands to go on with."""
    if mark in (b"[", b"<<"):
        stack.append((mark, operands))
        return []
    opening = b"[" if mark == b"]" else b"<<"
    if not stack or stack[-1][0] != opening:
        raise Unusual
    _, outer = stack.pop()
    if mark == b"]":
        outer.append(operands)
    else:
        keys = [getattr(key, "name", None) for key in operands[::2]]
        if len(operands) % 2 or not all(isinstance(key, str) for key in keys):
            raise Unusual
        outer.append(dict(zip(keys, operands[1::2], strict=True)))
    return outer
