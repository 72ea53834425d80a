"""The summary as Markdown, with its pictures beside it and every statement at the end."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bot.messages import summary as say
from bot.summary.charts import draw
from bot.summary.content import Listing, Section, Summary
from bot.summary.forms.cells import numeric, shown, titles

# Names come from documents: nothing in them may become markup, a link or HTML.
_ESCAPES = {ord(sign): f"\\{sign}" for sign in "\\`*_{}[]<>#|~!"} | {ord("\n"): " ", ord("\r"): " "}


def render(summary: Summary, pictures: Mapping[str, str]) -> str:
    """The text; `pictures` says under which file name the picture of a chart is found."""
    parts = [f"# {plain(summary.title)}", plain(summary.headline)]
    for section in summary.sections:
        parts += _section(section, pictures)
    parts += [f"## {say.CAVEATS}", "\n".join(f"- {plain(say.caveat(c))}" for c in summary.caveats)]
    parts += [f"## {say.SOURCES}", "\n".join(f"- {plain(say.source(s))}" for s in summary.sources)]
    parts += [f"## {say.STATEMENTS}", *(f"{key}:\n\n```sql\n{sql}\n```" for key, sql in statements(summary).items())]
    return "\n\n".join(part for part in parts if part) + "\n"


def write(summary: Summary, folder: Path) -> Path:
    """The Markdown file and its PNG pictures in a folder, which is made; the path of the Markdown file."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {}
    for section in summary.sections:
        if section.chart:
            name = f"summary-{summary.report_id}-{section.chart.key}.png"
            (folder / name).write_bytes(draw(section.chart))
            pictures[section.chart.key] = name
    path = folder / f"summary-{summary.report_id}.md"
    path.write_text(render(summary, pictures), encoding="utf-8")
    return path


def statements(summary: Summary) -> dict[str, str]:
    """Every statement once, under the first figure or table that rests on it."""
    found: dict[str, str] = {}
    for key, sql in [*((f.key, f.sql) for f in summary.facts), *((t.key, t.sql) for t in summary.listings)]:
        found.setdefault(sql, key)
    return {key: sql for sql, key in found.items()}


def plain(text: str) -> str:
    """Text in which nothing is markup."""
    return text.translate(_ESCAPES)


def _section(section: Section, pictures: Mapping[str, str]) -> list[str]:
    told = [plain(sentence) for sentence in section.sentences]
    parts = [f"## {plain(section.title)}", "\n".join(f"- {t}" for t in told) if section.itemised else " ".join(told)]
    if section.chart and section.chart.key in pictures:
        parts.append(f"![{plain(section.chart.alt)}]({pictures[section.chart.key]})")
    return parts + [_table(listing) for listing in section.listings if listing.rows]


def _table(listing: Listing) -> str:
    head = titles(listing)
    rows = [f"| {' | '.join(plain(cell) for cell in row)} |" for row in [head, *shown(listing)]]
    rows.insert(1, f"|{'|'.join('---:' if right else '---' for right in numeric(listing))}|")
    left_out = len(listing.rows) - listing.shown
    lines = [f"**{plain(listing.title)}**", "\n".join(rows)]
    return "\n\n".join(lines + ([say.left_out(left_out)] if left_out > 0 else []))
