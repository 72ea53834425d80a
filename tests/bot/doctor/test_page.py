"""The HTML page: whole, well-formed, and nothing of a document becomes markup."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from bot.doctor.page import Pictures, render
from ingest.doctor import Diagnosis

_EMPTY = {"meta", "img", "br"}


class _Reader(HTMLParser):
    """Collects the texts and pictures; a tag that is closed out of order is an error."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[str] = []
        self.pictures: list[dict[str, str | None]] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "img":
            self.pictures.append(dict(attrs))
        if tag not in _EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def test_everything_is_told(found: Diagnosis, pictures: Pictures) -> None:
    page = read(render(found, {"db": "x"}, pictures))
    text = " ".join(page.texts)
    (document,) = found.reports
    for spot in (*document.quarantine, *document.unread):
        assert spot.text in text
    assert "02/30/2017" in text
    assert "section_ii_rows" in text
    assert "detainers.xlsx" in text
    assert len(page.pictures) == len(pictures[document.document_id])
    assert all(str(p["src"]).startswith("data:image/png;base64,") and p["alt"] for p in page.pictures)


def test_what_does_not_fit_is_linked_at_the_top(found: Diagnosis, pictures: Pictures) -> None:
    html = render(found, {}, pictures)
    (document,) = found.reports
    assert not document.sound
    assert html.index(f'href="#d-{document.document_id[:12]}"') < html.index(f'id="d-{document.document_id[:12]}"')


def test_a_change_is_shown_cell_by_cell_and_ids_are_short(found: Diagnosis, pictures: Pictures) -> None:
    change = {"document_id": "ab" * 32, "row_no": 3, "before": None, "after": '{"state": "Ohio <b>"}'}
    html = render(replace(found, changes=[change]), {}, pictures)
    assert "<b>state</b>: <span class=cell>Ohio &lt;b&gt;</span>" in html
    assert "ab" * 32 not in html
    assert "abababababab" in html


def test_names_and_texts_of_documents_become_no_markup(found: Diagnosis, pictures: Pictures) -> None:
    page = read(render(found, {}, pictures))
    assert not page.tags & {"i", "script", "link"}
    assert any("<b>odd & co.pdf" in text for text in page.texts)
