"""The summary as one HTML file: pictures inside it, no script, nothing loaded from elsewhere."""

from __future__ import annotations

from base64 import b64encode
from html import escape

from bot.messages import summary as say
from bot.summary.charts import draw
from bot.summary.content import Listing, Section, Summary
from bot.summary.forms.cells import numeric, shown, titles
from bot.summary.forms.markdown import statements

_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1d1d1f}"
    "table{border-collapse:collapse;margin:1rem 0}caption{text-align:left;font-weight:600}"
    "th,td{border-bottom:1px solid #ccc;padding:.2rem .8rem .2rem 0;text-align:left;vertical-align:top}"
    ".n{text-align:right}img{max-width:100%}pre{white-space:pre-wrap;background:#f4f4f4;padding:.5rem}"
)


def render(summary: Summary) -> str:
    """The whole page."""
    body = [f"<h1>{escape(summary.title)}</h1>", f"<p>{escape(summary.headline)}</p>"]
    body += [_section(section) for section in summary.sections]
    body += [f"<h2>{say.CAVEATS}</h2>", _items([say.caveat(c) for c in summary.caveats])]
    body += [f"<h2>{say.SOURCES}</h2>", _items([say.source(s) for s in summary.sources])]
    body.append(f"<h2>{say.STATEMENTS}</h2>")
    body += [f"<p>{escape(key)}</p><pre>{escape(sql)}</pre>" for key, sql in statements(summary).items()]
    head = f'<meta charset="utf-8"><title>{escape(summary.title)}</title><style>{_STYLE}</style>'
    inner = "\n".join(body)
    return f'<!DOCTYPE html>\n<html lang="en">\n<head>{head}</head>\n<body>\n{inner}\n</body>\n</html>\n'


def _section(section: Section) -> str:
    told = _items(list(section.sentences)) if section.itemised else f"<p>{escape(' '.join(section.sentences))}</p>"
    parts = [f"<h2>{escape(section.title)}</h2>", told]
    if section.chart:
        data = b64encode(draw(section.chart)).decode("ascii")
        parts.append(f'<p><img alt="{escape(section.chart.alt)}" src="data:image/png;base64,{data}"></p>')
    return "\n".join(parts + [_table(listing) for listing in section.listings if listing.rows])


def _table(listing: Listing) -> str:
    right = [' class="n"' if number else "" for number in numeric(listing)]
    head = "".join(f"<th{c}>{escape(t)}</th>" for t, c in zip(titles(listing), right, strict=True))
    rows = [
        "<tr>" + "".join(f"<td{c}>{escape(cell)}</td>" for cell, c in zip(row, right, strict=True)) + "</tr>"
        for row in shown(listing)
    ]
    left_out = len(listing.rows) - listing.shown
    note = f"<p>{escape(say.left_out(left_out))}</p>" if left_out > 0 else ""
    return f"<table><caption>{escape(listing.title)}</caption><tr>{head}</tr>{''.join(rows)}</table>{note}"


def _items(lines: list[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"
