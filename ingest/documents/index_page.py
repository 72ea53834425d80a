"""The page that lists the reports: links, posting dates, and corrections stated on the page itself."""

from __future__ import annotations

import re
from datetime import date

from ingest import messages
from ingest.documents.corrections import corrections
from ingest.errors import Rejected
from ingest.layout.furniture import SAMPLE_LABEL
from ingest.records import Correction, IndexPage, Posting, Source
from ingest.vocabulary.dates import find_periods, parse_date

_TITLE = re.compile(r"declined detainer outcome report", re.IGNORECASE)
_POSTED = re.compile(
    r"\bposted(?:\s+on)?:?\s+(?P<day>[A-Z][a-z]+\.? \d{1,2}, \d{4}|\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d\d-\d\d)",
    re.IGNORECASE,
)
_NOWHERE = Source(0, (0.0, 0.0, 0.0, 0.0), 0)


def read(data: bytes) -> IndexPage:
    """Read an index page. Raises `Rejected` (unknown_document) where it is some other page."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(data, "html.parser")
    for hidden in soup(["script", "style", "template", "noscript"]):
        hidden.decompose()
    text = soup.get_text(" ", strip=True)
    if not _TITLE.search(text):
        raise Rejected("unknown_document", messages.NO_COVER)
    postings = tuple(_posting(link) for link in soup.find_all("a", href=re.compile(r"\.pdf(?:$|[?#])", re.IGNORECASE)))
    taken, posted = _corrections(soup)
    if not postings and not taken:
        raise Rejected("unknown_document", messages.INDEX_EMPTY)
    return IndexPage(postings, tuple(taken), posted, SAMPLE_LABEL.search(text) is not None)


def _posting(link: object) -> Posting:
    """The period in the link's words, and the posting date in the smallest element around it that has one."""
    from bs4 import Tag

    assert isinstance(link, Tag)  # noqa: S101 - find_all gives tags
    periods = [m.period for m in find_periods(link.get_text(" ", strip=True)) if m.period]
    around = link.find_parent(["li", "tr", "p", "dd", "div"]) or link
    posted = _posted(around.get_text(" ", strip=True))
    return Posting(periods[0].start if periods else None, posted, str(link.get("href", "")))


def _posted(text: str) -> date | None:
    match = _POSTED.search(text)
    return parse_date(match["day"]) if match else None


def _corrections(soup: object) -> tuple[list[Correction], date | None]:
    from bs4 import BeautifulSoup

    assert isinstance(soup, BeautifulSoup)  # noqa: S101 - given by read
    for title in soup.find_all(re.compile(r"^h[1-6]$"), string=re.compile(r"^\s*correction", re.IGNORECASE)):
        block = title.find_parent(["section", "article", "aside", "div"]) or title.parent
        if block is not None:
            texts = [" ".join(p.get_text(" ", strip=True).split()) for p in block.find_all(["p", "li"])]
            taken, _ = corrections((text, _NOWHERE) for text in texts)
            if taken:
                return taken, _posted(" ".join(texts))
    return [], None
