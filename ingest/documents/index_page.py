"""The page that lists the reports: links, posting dates, and corrections stated on the page itself."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from ingest import messages
from ingest.documents.corrections import OPENING, Readings, corrections
from ingest.errors import Rejected
from ingest.layout.furniture import SAMPLE_LABEL
from ingest.records import IndexPage, Posting, Source
from ingest.vocabulary.dates import find_periods, make_date, parse_date

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

_TITLE = re.compile(r"declined detainer outcome report", re.IGNORECASE)
_DAY = re.compile(r"[A-Z][a-z]+\.? \d{1,2}, \d{4}|\d{1,2}/\d{1,2}/\d{2,4}|\d{4}-\d\d-\d\d")
_POSTED = re.compile(rf"\bposted(?:\s+on)?:?\s+(?P<day>{_DAY.pattern})", re.IGNORECASE)
_FILE_NAME = re.compile(r"ddor(?P<year>\d{4})_(?P<month>\d\d)-(?P<day>\d\d)to", re.IGNORECASE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TEXTS = ("p", "li", "td", "th", "dd", "dt", "div", "blockquote")
_NOWHERE = Source(0, (0.0, 0.0, 0.0, 0.0), 0)


def read(data: bytes) -> IndexPage:
    """Read an index page. Raises `Rejected` (unknown_document) where it is some other page, (correction_unclear) where
    it is a correction that cannot be understood."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(data, "html.parser")
    for hidden in soup(["script", "style", "template", "noscript"]):
        hidden.decompose()
    text = soup.get_text(" ", strip=True)
    if not _TITLE.search(text):
        raise Rejected("unknown_document", messages.NO_COVER)
    postings = tuple(_posting(link) for link in soup.find_all("a", href=re.compile(r"\.pdf(?:$|[?#])", re.IGNORECASE)))
    says, posted = _corrections(soup)
    if not postings and not says.taken:
        if says.unclear:
            raise Rejected("correction_unclear", messages.correction_unclear([words for words, _ in says.unclear]))
        raise Rejected("unknown_document", messages.INDEX_EMPTY)
    sample = SAMPLE_LABEL.search(text) is not None
    return IndexPage(postings, tuple(says.taken), posted, sample, says.unread("correction"), says.checks())


def _posting(link: object) -> Posting:
    """The period and the posting date of a link: in its words, in the list item or table row around it, and, for the
    period, in the name of the file."""
    from bs4 import Tag

    assert isinstance(link, Tag)  # noqa: S101 - find_all gives tags
    target = str(link.get("href", ""))
    around = link.find_parent(["li", "tr", "p", "dd", "div"]) or link
    texts = [link.get_text(" ", strip=True), around.get_text(" ", strip=True)]
    periods = [mention.period for text in texts for mention in find_periods(text) if mention.period]
    start = periods[0].start if periods else _in_file_name(target)
    return Posting(start, _posted(texts[1]) or _in_column(around) or _only_day(texts[1]), target)


def _in_file_name(link: str) -> date | None:
    """The first day in a name like ddor2017_02-04to02-10.pdf."""
    match = _FILE_NAME.search(link)
    return make_date(int(match["year"]), int(match["month"]), int(match["day"])) if match else None


def _posted(text: str) -> date | None:
    match = _POSTED.search(text)
    return parse_date(match["day"]) if match else None


def _in_column(row: Tag) -> date | None:
    """The day in a table row's cell under a header like "Date posted"."""
    table = row.find_parent("table") if row.name == "tr" else None
    if table is None:
        return None
    headers = [cell.get_text(" ", strip=True).lower() for cell in table.find_all("th")]
    cells = row.find_all(["td", "th"])
    for header, cell in zip(headers, cells, strict=False):
        if re.search(r"post|publish|release", header):
            return parse_date(cell.get_text(" ", strip=True))
    return None


def _only_day(text: str) -> date | None:
    """The day in a text that names just one, periods aside."""
    for mention in reversed(find_periods(text)):
        text = text[: mention.start] + text[mention.end :]
    days = [day for match in _DAY.finditer(text) if (day := parse_date(match[0]))]
    return days[0] if len(days) == 1 else None


def _corrections(soup: BeautifulSoup) -> tuple[Readings, date | None]:
    """What the page's corrections say, and the day of posting that they give.

    A correction begins with a heading or a paragraph that opens with the word, and goes on to the next heading or to
    the end of the element around it.
    """
    texts: list[str] = []
    around: Tag | None = None
    for leaf in soup.find_all(_leaf):
        text = " ".join(leaf.get_text(" ", strip=True).split())
        heading = leaf.name in _HEADINGS
        if around is not None and (around not in leaf.parents or heading or leaf.find_parent("footer")):
            around = None
        if around is None and OPENING.match(text):
            around = leaf.find_parent(["section", "article", "aside", "div", "ul", "td"]) or leaf.parent
        if around is not None and text and not heading:
            texts.append(text)
    stated = [text for text in texts if not _POSTED.match(text)]
    return corrections((text, _NOWHERE) for text in stated), _posted(" ".join(texts))


def _leaf(tag: Tag) -> bool:
    """An element of text that holds no other."""
    return tag.name in _HEADINGS or (tag.name in _TEXTS and not tag.find_all([*_TEXTS, *_HEADINGS]))
