"""Bytes to a document: whatever family recognises them."""

from __future__ import annotations

import re

from ingest import messages
from ingest.documents import correction_notice, ddor, foia_detainers, index_page, pages
from ingest.errors import Rejected
from ingest.records import Document

_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|main)\b", re.IGNORECASE | re.DOTALL
)


def looks_like_html(data: bytes) -> bool:
    """Whether bytes begin like a web page."""
    return _HTML.match(data[:4096].removeprefix(b"\xef\xbb\xbf")) is not None


def read(data: bytes) -> Document:
    """Read a document by its content, whatever its name. Raises `Rejected`."""
    if looks_like_html(data):
        return index_page.read(data)
    if foia_detainers.recognise(data):
        return foia_detainers.read(data)
    file, text = pages.read(data)
    if ddor.recognise(text):
        return ddor.read(file, text)
    if correction_notice.recognise(text):
        return correction_notice.read(file, text)
    raise Rejected("unknown_document", messages.NO_COVER)
