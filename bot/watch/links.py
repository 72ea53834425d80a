"""Which documents a page or a feed leads to, and what kind of thing a fetched body is."""

from __future__ import annotations

import hashlib
import re
from typing import Literal
from urllib.parse import urldefrag, urljoin, urlsplit

Kind = Literal["pdf", "html", "feed", "sheet", "other"]

_DOCUMENTS = (".pdf", ".xlsx")
_HEAD = 2048
_MOST = 2000  # links of one page; a page with more is no index of weekly reports


def kind(content: bytes) -> Kind:
    """What the bytes are, whatever the server called them."""
    head = content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"%PDF-"):
        return "pdf"
    if re.search(rb"<(rss|feed|rdf:RDF)\b", head):
        return "feed"
    if re.search(rb"<(!doctype html|html|head|body|main)\b", head, re.IGNORECASE):
        return "html"
    return "sheet" if head.startswith(b"PK\x03\x04") else "other"


def documents(content: bytes, url: str) -> list[str]:
    """Addresses of the documents that a page or feed links to, in its order, each once; `url` is where it stands."""
    found = _of_feed(content) if kind(content) == "feed" else _of_page(content)
    whole = (urldefrag(urljoin(url, link.strip()))[0] for link in found)
    return [link for link in dict.fromkeys(whole) if _is_document(link)][:_MOST]


def substance(content: bytes) -> str:
    """A short name for what a page says: its words and links, without scripts, so that a clock in it is no news."""
    from bs4 import BeautifulSoup

    page = BeautifulSoup(content, "html.parser")
    for element in page(["script", "style", "noscript", "template"]):
        element.decompose()
    told = [*page.get_text(" ").split(), *(str(link["href"]) for link in page.find_all("a", href=True))]
    return hashlib.sha256(" ".join(told).encode()).hexdigest()[:32]


def file_name(url: str) -> str:
    """The last part of an address, safe as a file name; index pages are called what they are."""
    name = urlsplit(url).path.rsplit("/", 1)[-1]
    return re.sub(r"[^A-Za-z0-9._-]", "_", name).lstrip(".")[:120] or "index.html"


def _is_document(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in ("http", "https") and parts.path.lower().endswith(_DOCUMENTS)


def _of_page(content: bytes) -> list[str]:
    from bs4 import BeautifulSoup  # slow to import; only where a page has changed

    page = BeautifulSoup(content, "html.parser")
    return [str(link["href"]) for link in page.find_all("a", href=True)]


def _of_feed(content: bytes) -> list[str]:
    from defusedxml import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        root = fromstring(content)
    except (ParseError, DefusedXmlException, ValueError):
        return []
    found = []
    for element in root.iter():
        name = str(element.tag).rsplit("}", 1)[-1]
        if name == "enclosure":
            found.append(element.get("url") or "")
        elif name == "link":
            found.append(element.get("href") or element.text or "")
    return found
