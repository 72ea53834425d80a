"""The forms of a summary: what they hold, and that nothing from a document becomes markup."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from pathlib import Path

import pytest

from bot.messages import summary as say
from bot.summary.build import build
from bot.summary.charts import draw
from bot.summary.content import Bars, Listing, Summary
from bot.summary.forms import csvs, html, markdown, slack, text
from bot.summary.reading import open_reader

PNG = b"\x89PNG\r\n\x1a\n"
HOSTILE = "<script>alert(1)</script> | <!channel> ![x](http://h) `=cmd` $x$"


@pytest.fixture(scope="module")
def summary(sample_db: Path) -> Summary:
    return build(open_reader(sample_db), "2017-02-04")


@pytest.fixture(scope="module")
def hostile(summary: Summary) -> Summary:
    """The same with a hostile name wherever a document could put one."""
    table = Listing(
        key="t", title=HOSTILE, columns=("county", "refusals"), rows=((HOSTILE, 3), ("", 1)), sql="SELECT 1"
    )
    bars = Bars(key="b", title=HOSTILE, alt=HOSTILE, labels=(HOSTILE,), values=(3,))
    section = summary.sections[0].model_copy(
        update={"title": HOSTILE, "sentences": (HOSTILE,), "listings": (table,), "chart": bars}
    )
    caveat = summary.caveats[0].model_copy(update={"text": HOSTILE})
    update = {"sections": (section,), "caveats": (caveat,), "headline": HOSTILE, "title": HOSTILE}
    return summary.model_copy(update=update)


def test_json_is_plain_and_whole(summary: Summary) -> None:
    data = json.loads(json.dumps(summary.to_json()))
    assert data["report_id"] == "2017-02-04"
    assert data["figures"]["refused"]["value"] == 47
    assert data["figures"]["refused"]["sql"].startswith("SELECT")
    assert data["tables"]["places"]["columns"][:3] == ["county", "state", "refusals"]
    assert {"topic", "text", "report", "section", "page"} <= data["caveats"][0].keys()


def test_text_says_the_figures_the_change_and_the_limits(summary: Summary) -> None:
    told = text.render(summary)
    for words in ("47 refused detainers", "2,825", "159 fewer", "not a trend", "not a conviction", "Sample data"):
        assert words in told
    assert max(len(line) for line in told.splitlines()) < 200


def test_markdown_with_its_pictures(summary: Summary, tmp_path: Path) -> None:
    path = markdown.write(summary, tmp_path)
    told = path.read_text(encoding="utf-8")
    pictures = re.findall(r"!\[.+\]\(([\w.-]+\.png)\)", told)
    assert len(pictures) == 2
    for name in pictures:
        assert (tmp_path / name).read_bytes().startswith(PNG)
    assert all(fact.sql in told for fact in summary.facts)


def test_html_needs_nothing_from_elsewhere(summary: Summary) -> None:
    page = html.render(summary)
    assert page.count("data:image/png;base64,") == 2
    assert "http://" not in page
    assert "https://" not in page
    assert "<script" not in page


def test_csv_holds_every_row(summary: Summary) -> None:
    files = csvs.files(summary)
    rows = list(csv.DictReader(StringIO(files["2017-02-04-places.csv"])))
    assert sum(int(row["refusals"]) for row in rows) == 47
    assert "2017-02-04-policies_added.csv" in files


def test_a_formula_in_a_cell_stays_text() -> None:
    table = Listing(key="t", title="t", columns=("county", "n"), rows=(("=cmd()", -3), ("+1", 2)), sql="SELECT 1")
    assert csvs.render(table) == "county,n\n'=cmd(),-3\n'+1,2\n"


def test_names_from_documents_are_never_markup(hostile: Summary) -> None:
    assert "<script>alert" not in html.render(hostile)
    told = markdown.render(hostile, {"b": "b.png"})
    assert "<script>" not in told
    assert "![x]" not in told
    for message in (slack.headline(hostile), *slack.details(hostile)):
        assert "<" not in json.dumps([block for block in message["blocks"] if block["type"] == "section"])
    assert draw(hostile.sections[0].chart).startswith(PNG)  # type: ignore[arg-type]


def test_slack_messages_keep_to_the_limits(summary: Summary) -> None:
    messages = [slack.headline(summary), *slack.details(summary)]
    for message in messages:
        assert 0 < len(message["text"]) < 4000
        assert len(message["blocks"]) <= 50
        assert sum(block["type"] == "table" for block in message["blocks"]) <= 1
        for block in message["blocks"]:
            if block["type"] == "table":
                assert len(block["rows"]) <= 100
                assert all(cell["text"].strip() for row in block["rows"] for cell in row)
            if block["type"] == "section":
                assert 0 < len(block["text"]["text"]) <= 3000


def test_the_headline_stands_alone(summary: Summary) -> None:
    assert slack.headline(summary)["text"] == (
        "ICE's report for Feb 4 – Feb 10, 2017 lists 47 refused detainers (2,825 detainers issued nationwide). "
        "159 fewer than the week before (Jan 28 – Feb 3, 2017: 206)."
    )


@pytest.mark.parametrize(
    ("value", "told"),
    [(1234, "1,234"), (131.5, "131.5"), (7.0, "7"), (None, "–"), (True, "yes"), ("a", "a"), (0, "0")],
)
def test_figures_as_people_write_them(value: object, told: str) -> None:
    assert say.number(value) == told


def test_page_ranges() -> None:
    assert say.ranges([3, 4, 5, 9, 11, 12]) == "3–5, 9, 11–12"
    assert say.ranges([]) == ""
