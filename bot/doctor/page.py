"""The doctor's findings as one HTML file: pictures inside it, no script, nothing loaded from elsewhere."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from bot.doctor.pictures import Mark, PagePicture, marks
from bot.doctor.text import title, verdict
from bot.messages import doctor as say
from ingest.doctor import Diagnosis, DocumentHealth

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem;color:#1d1d1f}"
    "table{border-collapse:collapse;margin:1rem 0}caption{text-align:left;font-weight:600}"
    "th,td{border-bottom:1px solid #ccc;padding:.2rem .8rem .2rem 0;text-align:left;vertical-align:top}"
    ".n{text-align:right}.bad{color:#961e00;font-weight:600}h2{border-top:2px solid #1d1d1f;padding-top:.6rem}"
    "img{max-width:100%;border:1px solid #999}figure{margin:1rem 0}.cell{white-space:pre-line}"
    "td.cells{max-width:30rem}td b{font-weight:600}.wide{overflow-x:auto}"
    ".wide td{overflow-wrap:break-word;max-width:24rem}th{white-space:nowrap}"
)
Pictures = Mapping[str, Sequence[PagePicture]]
"""The pictures of each document, by its id."""


def render(found: Diagnosis, settings: Mapping[str, str], pictures: Pictures) -> str:
    """The whole page."""
    bad = "" if found.sound else ' class="bad"'
    body = [f"<h1>{say.TITLE}</h1>", f"<p{bad}>{escape(verdict(found))}</p>", _unsound(found)]
    body += [_document(d, pictures.get(d.document_id, ())) for d in found.documents]
    body.append(f"<h2>{say.WHOLE}</h2><p>{escape(say.totals(found.corrections, found.disputes))}</p>")
    body.append(_records(say.UNMATCHED, found.unmatched))
    body += [_records(say.UNKNOWN, found.unknown), _records(say.CHANGES, found.changes)]
    body.append(_table(say.SETTINGS, (), [(name, value) for name, value in settings.items()]))
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{say.TITLE}</title>'
    inner = "\n".join(part for part in body if part)
    head += f"<style>{_STYLE}</style>"
    return f'<!DOCTYPE html>\n<html lang="en">\n<head>{head}</head>\n<body>\n{inner}\n</body>\n</html>\n'


def _unsound(found: Diagnosis) -> str:
    """Links to the documents that do not fit; nothing where all do."""
    bad = [f'<li><a href="#{_anchor(d)}">{escape(title(d))}</a></li>' for d in found.documents if not d.sound]
    return f"<ul>{''.join(bad)}</ul>" if bad else ""


def _anchor(document: DocumentHealth) -> str:
    return f"d-{escape(document.document_id[:12], quote=True)}"


def _document(document: DocumentHealth, pictures: Sequence[PagePicture]) -> str:
    parts = [f'<h2 id="{_anchor(document)}">{escape(title(document))}</h2>']
    if document.counts:
        parts.append(f"<p>{escape(say.counts(document.counts))}</p>")
    parts.append(_checks(document))
    named = marks(document)
    parts.append(_filled(say.ASIDE, say.ASIDE_COLUMNS, [_line(m) for m in named if m.aside]))
    parts.append(_filled(say.NOT_READ, say.NOT_READ_COLUMNS, [_line(m) for m in named if not m.aside]))
    parts += [_picture(document, picture) for picture in pictures]
    left = len({m.spot.page for m in named if m.spot.page}) - len(pictures)
    if pictures and left > 0:
        parts.append(f"<p>{escape(say.pages_left(left))}</p>")
    return "\n".join(part for part in parts if part)


def _line(mark: Mark) -> str:
    spot = mark.spot
    cells = [mark.name, spot.section, str(spot.page or ""), spot.text]
    made = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    return f"<tr>{made}{f'<td class=cells>{_cells(spot.cells)}</td>' if mark.aside else ''}</tr>"


def _checks(document: DocumentHealth) -> str:
    rows = [
        f"<tr><td>{escape(c.name)}</td><td class=n>{_figure(c.stated)}</td><td class=n>{_figure(c.read)}</td>"
        f"<td{'' if c.ok else ' class=bad'}>{say.FITS if c.ok else say.FITS_NOT}</td></tr>"
        for c in document.checks
    ]
    return _filled(say.CHECKS, say.CHECK_COLUMNS, rows)


def _figure(value: int | None) -> str:
    return "" if value is None else f"{value:,}"


def _cells(cells: Mapping[str, str]) -> str:
    return "<br>".join(f"<b>{escape(n)}</b>: <span class=cell>{escape(v)}</span>" for n, v in cells.items())


def _picture(document: DocumentHealth, picture: PagePicture) -> str:
    data = b64encode(picture.png).decode("ascii")
    caption = escape(say.picture(picture.page, [m.name for m in picture.marks]))
    alt = escape(f"{document.file_name}: {caption}", quote=True)
    return f'<figure><img alt="{alt}" src="data:image/png;base64,{data}"><figcaption>{caption}</figcaption></figure>'


def _records(heading: str, records: Sequence[Mapping[str, object]]) -> str:
    if not records:
        return ""
    rows = ["".join(f"<td>{_value(name, record[name])}</td>" for name in records[0]) for record in records]
    return f'<div class="wide">{_filled(heading, list(records[0]), [f"<tr>{row}</tr>" for row in rows])}</div>'


def _value(name: str, value: object) -> str:
    """A value of a record: a document by the beginning of its digest, a row's cells one below the other."""
    text = "" if value is None else str(value)
    if name in ("document_id", "before_id"):
        return escape(text[:12])
    if name in ("before", "after") and text.startswith("{"):
        return _cells({key: str(cell) for key, cell in json.loads(text).items()})
    return escape(text)


def _table(heading: str, columns: Iterable[str], rows: Iterable[Sequence[object]]) -> str:
    made = ["<tr>" + "".join(f"<td>{escape(str(v))}</td>" for v in row) + "</tr>" for row in rows]
    return _filled(heading, columns, made)


def _filled(heading: str, columns: Iterable[str], rows: Sequence[str]) -> str:
    """A table; nothing where it has no rows."""
    head = "".join(f"<th>{escape(name)}</th>" for name in columns)
    head = f"<tr>{head}</tr>" if head else ""
    return f"<table><caption>{escape(heading)}</caption>{head}{''.join(rows)}</table>" if rows else ""
