"""The notice in which ICE took entries of an earlier report back."""

from __future__ import annotations

import re
from datetime import date

from ingest import messages
from ingest.documents.corrections import OPENING, corrections
from ingest.documents.pages import Text, not_taken
from ingest.documents.prose import is_statement
from ingest.documents.sections import heading
from ingest.errors import Rejected
from ingest.layout.paragraphs import Paragraph, paragraphs
from ingest.pdf import Pdf
from ingest.records import Notice
from ingest.vocabulary.dates import parse_date

_TITLE = re.compile(r"declined detainer outcome report", re.IGNORECASE)
_NOTICE = re.compile(r"\bcorrections?\b|\berrat(um|a)\b", re.IGNORECASE)


def recognise(text: Text) -> bool:
    """A notice names the report and a correction on its first page and has no section titles."""
    first = text.first_page()
    titled = any(heading(line.text) for page in text.content for line in page)
    return not titled and _TITLE.search(first) is not None and _NOTICE.search(first) is not None


def read(pdf: Pdf, text: Text) -> Notice:
    """Read a notice. Raises `Rejected` (correction_unclear) where it takes nothing back that can be understood."""
    found = paragraphs([line for page in text.content for line in page], OPENING)
    posted = next((day for p in found if (day := _day(p))), None)
    prose = [p for p in found if not is_statement(p.text) and _day(p) is None]
    says = corrections((p.text, p.source) for p in prose)
    if not says.taken:
        raise Rejected("correction_unclear", messages.correction_unclear([words for words, _ in says.unclear]))
    unread = (*says.unread("notice"), *not_taken(pdf))
    return Notice(posted, tuple(says.taken), len(pdf.pages), text.sample, unread, says.checks())


def _day(paragraph: Paragraph) -> date | None:
    return parse_date(re.sub(r"^(posted|issued|published|dated?)( on)?:?\s+", "", paragraph.text, flags=re.IGNORECASE))
