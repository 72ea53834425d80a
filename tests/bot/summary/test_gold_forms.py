"""What the files and pictures of a summary show, against the gold tables: every row shown, every bar, every figure."""

from __future__ import annotations

import html
import re
from collections import Counter
from pathlib import Path

import pytest

from bot.messages import summary as say
from bot.summary.build import build
from bot.summary.charts import figure_of
from bot.summary.content import Bars, Summary, Trend
from bot.summary.forms import html as as_html
from bot.summary.forms import markdown
from bot.summary.reading import open_reader
from tests.bot.summary import gold

Tables = dict[str, list[list[str]]]


@pytest.fixture(scope="module", params=gold.REPORTS)
def summary(request: pytest.FixtureRequest, sample_db: Path) -> Summary:
    return build(open_reader(sample_db), request.param)


def html_tables(page: str) -> Tables:
    """The rows of each table by its title, headings left out."""
    found = re.findall(r"<table><caption>(.*?)</caption><tr>.*?</tr>(.*?)</table>", page, re.S)
    cells = re.compile(r"<td[^>]*>(.*?)</td>", re.S)
    return {
        html.unescape(title): [[html.unescape(c) for c in cells.findall(row)] for row in rows.split("</tr>")[:-1]]
        for title, rows in found
    }


def markdown_tables(page: str) -> Tables:
    """The same of Markdown."""
    found = re.findall(r"\*\*([^\n]+)\*\*\n\n(\|.*?)(?:\n\n|\Z)", page, re.S)
    return {
        _plain(title): [[_plain(c.strip()) for c in line.strip("|").split(" | ")] for line in table.splitlines()[2:]]
        for title, table in found
    }


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


@pytest.mark.no_cover
@pytest.mark.parametrize("form", ["html", "markdown"])
def test_every_row_that_a_file_shows(summary: Summary, form: str) -> None:
    page = as_html.render(summary) if form == "html" else markdown.render(summary, {})
    tables = html_tables(page) if form == "html" else markdown_tables(page)
    report = summary.report_id
    named = {"places": ("county", "state"), "states": ("state",), "citizenships": ("citizenship",)}
    named |= {"offenses": ("offense",), "disposition": ("disposition",)}
    for key, columns in named.items():
        title = say.TABLE_TITLES.get(key) or say.SECTION_TITLES[key]
        counts = gold.counted(report, *columns)
        shown = tables[title]
        assert shown, title
        assert {tuple(row[: len(columns)]): row[len(columns)] for row in shown} == {
            tuple(row[: len(columns)]): f"{counts[tuple(row[: len(columns)])]:,}" for row in shown
        }
        least = min(int(row[len(columns)]) for row in shown)
        assert len(shown) == len(counts) or all(n <= least for n in sorted(counts.values(), reverse=True)[len(shown) :])
    issued = {(r["county"], r["state"]): f"{int(r['issued']):,}" for r in gold.rows("issued", report)}
    assert {(row[0], row[1]): row[2] for row in tables[say.TABLE_TITLES["issued"]]} == issued
    waits = gold.figures(report)
    assert [row[1] for row in tables[say.TABLE_TITLES["ages"]]] == [f"{waits[f'age_{key}']:,}" for key in say.AGES]
    weeks = tables[say.trend_title(len(gold.REPORTS))]
    assert [row[:3] for row in weeks] == [
        [r, f"{len(gold.rows('refusals', r)):,}", f"{len(gold.standing(r)):,}"] for r in gold.REPORTS
    ]


@pytest.mark.no_cover
@pytest.mark.parametrize("form", ["html", "markdown"])
def test_every_figure_that_a_sentence_tells(summary: Summary, form: str) -> None:
    page = as_html.render(summary) if form == "html" else markdown.render(summary, {})
    told = html.unescape(re.sub(r"<[^>]+>|\\", "", page))
    expected = gold.figures(summary.report_id)
    for key in (
        "refused",
        "issued_nationwide",
        "charges",
        "convictions",
        "places",
        "policies",
        "age_median",
        "age_most",
    ):
        assert re.search(rf"(?<![\d,.]){re.escape(say.number(expected[key]))}(?![\d,]|\.\d)", told), key
    if "change" in expected:
        assert f"{abs(int(str(expected['change']))):,} " in told


def test_the_pictures_draw_the_gold(summary: Summary) -> None:
    report = summary.report_id
    counts = gold.counted(report, "county", "state")
    standing = Counter((row["county"], row["state"]) for row in gold.standing(report))
    (bars,) = [s.chart for s in summary.sections if isinstance(s.chart, Bars)]
    rows = next(t.rows for t in summary.listings if t.key == "places")[: len(bars.labels)]
    names = [(str(row[0]), str(row[1])) for row in rows]
    assert list(bars.values) == [counts[name] for name in names] == sorted(counts.values(), reverse=True)[: len(names)]
    assert list(bars.standing or bars.values) == [standing[name] for name in names]
    axes = figure_of(bars).axes[0]
    assert [round(p.get_width()) for p in axes.containers[0]] == [standing[name] for name in names]
    assert [text.get_text().split(" ")[0] for text in axes.texts] == [f"{n:,}" for n in bars.values]
    (trend,) = [s.chart for s in summary.sections if isinstance(s.chart, Trend)]
    drawn = figure_of(trend).axes[0]
    assert [round(p.get_height()) for p in drawn.containers[0]] == [len(gold.standing(r)) for r in gold.REPORTS]
    assert [t.get_text().split("\n")[0] for t in drawn.texts] == [
        f"{len(gold.rows('refusals', r)):,}" for r in gold.REPORTS
    ]
