"""The doctor's findings as Markdown, with the pictures of pages as files beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from bot.doctor.page import Pictures
from bot.doctor.pictures import Mark, PagePicture, marks
from bot.doctor.text import title, verdict
from bot.messages import doctor as say
from ingest.doctor import Diagnosis, DocumentHealth

# Names and cells come from documents: nothing in them may become markup, a link or HTML.
_ESCAPES = {ord(sign): f"\\{sign}" for sign in "\\`*_{}[]<>#|~!"} | {ord("\n"): " / ", ord("\r"): " "}
NAME = "doctor.md"


def write(found: Diagnosis, settings: Mapping[str, str], pictures: Pictures, folder: Path) -> Path:
    """The Markdown file and its PNG pictures in a folder, which is made; the path of the Markdown file."""
    folder.mkdir(parents=True, exist_ok=True)
    for document, drawn in pictures.items():
        for picture in drawn:
            (folder / _file(document, picture)).write_bytes(picture.png)
    path = folder / NAME
    path.write_text(render(found, settings, pictures), encoding="utf-8")
    return path


def render(found: Diagnosis, settings: Mapping[str, str], pictures: Pictures) -> str:
    """The text; pictures are named as `write` writes them."""
    parts = [f"# {say.TITLE}", plain(verdict(found))]
    for document in found.documents:
        parts += _document(document, pictures.get(document.document_id, ()))
    parts += [f"## {say.WHOLE}", plain(say.totals(found.corrections, found.disputes))]
    lists = ((say.UNMATCHED, found.unmatched), (say.UNKNOWN, found.unknown), (say.CHANGES, found.changes))
    for heading, records in lists:
        parts.append(_table(heading, list(records[0]), [list(r.values()) for r in records]) if records else "")
    parts.append(_table(say.SETTINGS, say.SETTING_COLUMNS, list(settings.items())))
    return "\n\n".join(part for part in parts if part) + "\n"


def plain(text: str) -> str:
    """Text in which nothing is markup."""
    return text.translate(_ESCAPES)


def _document(document: DocumentHealth, pictures: Sequence[PagePicture]) -> list[str]:
    checks = [(c.name, c.stated, c.read, say.FITS if c.ok else say.FITS_NOT) for c in document.checks]
    named = marks(document)
    aside = [(*_line(m), "; ".join(f"{n}: {v}" for n, v in m.spot.cells.items())) for m in named if m.aside]
    unread = [_line(m) for m in named if not m.aside]
    return [
        f"## {plain(title(document))}",
        plain(say.counts(document.counts)) if document.counts else "",
        _table(say.CHECKS, say.CHECK_COLUMNS, checks),
        _table(say.ASIDE, say.ASIDE_COLUMNS, aside),
        _table(say.NOT_READ, say.NOT_READ_COLUMNS, unread),
        *(f"![{plain(_caption(p))}]({_file(document.document_id, p)})" for p in pictures),
    ]


def _line(mark: Mark) -> tuple[str, ...]:
    return mark.name, mark.spot.section, str(mark.spot.page or ""), mark.spot.text


def _caption(picture: PagePicture) -> str:
    return say.picture(picture.page, [m.name for m in picture.marks])


def _file(document_id: str, picture: PagePicture) -> str:
    return f"doctor-{document_id[:12]}-page-{picture.page}.png"


def _table(heading: str, columns: Iterable[str], rows: Sequence[Sequence[object]]) -> str:
    """A table under its heading; nothing where it has no rows."""
    if not rows:
        return ""
    head = list(columns)
    lines = [head, ["---"] * len(head), *[[plain("" if v is None else str(v)) for v in row] for row in rows]]
    return f"**{plain(heading)}**\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines)
