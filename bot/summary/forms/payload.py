"""The summary as one entry of the outbox: headline, thread, tables and pictures."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from bot.backing import Backing, quoting
from bot.summary import backing
from bot.summary.charts import draw
from bot.summary.content import Bars, Summary, Trend
from bot.summary.forms import csvs, slack

_TABLES = ("places", "offenses", "citizenships", "issued")


def weekly(summary: Summary, pictures: bool = True) -> dict[str, Any]:
    """A channel's message with its details as replies; files go into the thread after them.

    `files`: {"name", "title", "base64"}; bytes travel as text because the outbox keeps JSON. `backing`: the
    numbers that each message may show, held against it when it is sent.
    """
    charts = [section.chart for section in summary.sections if section.chart] if pictures else []
    files = [_picture(chart) for chart in charts]
    tables = csvs.files(summary)
    for key in _TABLES:
        name = f"{summary.report_id}-{key}.csv"
        if name in tables:
            content = b64encode(tables[name].encode()).decode("ascii")
            files.append({"name": name, "title": name, "base64": content, "backing": quoting(name).model_dump()})
    message = {**slack.headline(summary), "backing": backing.of_head(summary).model_dump()}
    replies = [
        {**reply, "backing": behind.model_dump()}
        for reply, behind in zip(slack.details(summary), _behind(summary), strict=True)
    ]
    return {**message, "replies": replies, "files": files, "report": summary.report_id}


def _behind(summary: Summary) -> list[Backing]:
    """What the numbers of each message in the thread rest on."""
    return [*(backing.of_section(summary, s) for s in slack.told(summary)), backing.of_sources(summary)]


def _picture(chart: Bars | Trend) -> dict[str, Any]:
    content = b64encode(draw(chart)).decode("ascii")
    behind = backing.of_chart(chart).model_dump()
    return {"name": f"{chart.key}.png", "title": _cut(chart.alt), "base64": content, "backing": behind}


def _cut(alt: str, limit: int = 200) -> str:
    """A picture's words as a title, cut between two of the things told: half a number is another number."""
    return alt if len(alt) <= limit else alt[: limit - 1].rsplit(", ", 1)[0] + "…"
