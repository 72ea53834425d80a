"""Documents as JSON and back, checked field by field: what comes out of the sandbox is not trusted blindly."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from ingest.errors import Rejected
from ingest.records import Document, FoiaFile, IndexPage, Notice, Report

_KINDS: dict[str, type[Any]] = {"report": Report, "notice": Notice, "index": IndexPage, "foia_detainers": FoiaFile}


def kind_of(document: Document) -> str:
    """The name of a document's family."""
    return next(name for name, family in _KINDS.items() if isinstance(document, family))


def dump(document: Document | Rejected) -> bytes:
    """A document, or why it was refused, as bytes: a word, a line break and JSON."""
    if isinstance(document, Rejected):
        return b"rejected\n" + _adapter("rejected").dump_json((document.code, document.message))
    kind = kind_of(document)
    return kind.encode() + b"\n" + _adapter(kind).dump_json(document)


def load(data: bytes) -> Document:
    """The document that was dumped. Raises `Rejected` if a refusal was, `ValueError` if it is neither."""
    kind, _, body = data.partition(b"\n")
    name = kind.decode("ascii", "replace")
    if name == "rejected":
        raise Rejected(*_adapter(name).validate_json(body))
    if name not in _KINDS:
        raise ValueError(name)
    document: Document = _adapter(name).validate_json(body)
    return document


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(tuple[str, str] if kind == "rejected" else _KINDS[kind])
