"""Content streams that are broken or a bomb are found out before they are used.

PDF readers repair what they can: of a damaged stream they take the part before the fault, in silence. A report with
half a page missing is worse than none.
"""

from __future__ import annotations

import base64
import zlib
from typing import Any

from ingest import messages
from ingest.errors import Rejected

_MAX_UNPACKED = 32 * 1024 * 1024  # bytes of one page's content; real ones are some hundred kilobytes


def sound(stream: Any) -> None:
    """Raises `Rejected` (damaged, too_large) if a packed stream cannot be unpacked to its end, or is far too long."""
    packed = stream.rawdata
    filters = [str(getattr(name, "name", name)) for name, _ in stream.get_filters()]
    if packed is None or stream.decipher or filters not in (["FlateDecode"], ["ASCII85Decode", "FlateDecode"]):
        return
    unpacker = zlib.decompressobj()
    try:
        data = unpacker.decompress(_ascii85(packed) if len(filters) == 2 else packed, _MAX_UNPACKED)
    except (zlib.error, ValueError) as error:
        raise Rejected("damaged", messages.damaged("a page's content is broken")) from error
    if len(data) >= _MAX_UNPACKED:
        raise Rejected("too_large", messages.CONTENT_TOO_LARGE)
    if not unpacker.eof:
        raise Rejected("damaged", messages.damaged("a page's content ends too early"))


def _ascii85(text: bytes) -> bytes:
    """The bytes that ASCII 85 text stands for; it ends with ~>."""
    body, end, _ = text.partition(b"~>")
    if not end:
        raise ValueError("no end mark")
    return base64.a85decode(body.strip().removeprefix(b"<~"), ignorechars=b" \t\n\r\x0b\x0c\x00")
