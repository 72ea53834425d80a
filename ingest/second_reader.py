"""The second opinion: pypdfium2 must see as many pages, and on each the same characters."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ingest import messages
from ingest.errors import Rejected

if TYPE_CHECKING:
    from ingest.pdf import Page

_LIGATURES = str.maketrans({"\uf001": "fi", "\uf002": "fl"})  # a font's own codes, which pdfium knows
# pdfium writes a hyphen at a line's end as U+0002 or U+FFFE and drops some; joined marks and blanks differ freely
_IGNORED = set("-\u2010\u2011\u00ad\u0002\ufffe\ufeff\u200b\u200c\u200d\x00")


def agree(data: bytes, pages: Sequence[Page]) -> None:
    """Raises `Rejected` (readers_differ) where the two readers see other pages or other characters."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Rejected("readers_differ", messages.second_reader_fails(str(error))) from error
    try:
        if len(document) != len(pages):
            raise Rejected("readers_differ", messages.page_counts_differ(len(pages), len(document)))
        for index, page in enumerate(pages):
            ours, theirs = _plain(page.characters), _characters(document, index)
            if ours != theirs:
                gone, extra = ours - theirs, theirs - ours
                raise Rejected(
                    "readers_differ", messages.characters_differ(index + 1, sum(gone.values()), sum(extra.values()))
                )
    finally:
        document.close()


def page_count(data: bytes) -> int:
    """How many pages the second reader sees; 0 where it cannot open the file."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return 0
    try:
        return len(document)
    finally:
        document.close()


def _characters(document: object, index: int) -> Counter[str]:
    import pypdfium2

    assert isinstance(document, pypdfium2.PdfDocument)  # noqa: S101 - opened by agree
    try:
        page = document[index]
        text = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise Rejected("readers_differ", messages.second_reader_fails(str(error))) from error
    found = _plain(Counter(text.get_text_range()))
    text.close()
    page.close()
    return found


def _plain(characters: Counter[str]) -> Counter[str]:
    """Counts without blanks and hyphens, ligatures taken apart."""
    plain: Counter[str] = Counter()
    for text, count in characters.items():
        for character in unicodedata.normalize("NFKC", text.translate(_LIGATURES)):
            if not character.isspace() and character not in _IGNORED:
                plain[character] += count
    return plain
