"""The summary as one entry of the outbox: headline, thread, tables and pictures."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from bot.summary.charts import draw
from bot.summary.content import Summary
from bot.summary.forms import csvs, slack

_TABLES = ("places", "offenses", "citizenships", "issued")


def weekly(summary: Summary, pictures: bool = True) -> dict[str, Any]:
    """A channel's message with its details as replies; files go into the thread after them.

    `files`: {"name", "title", "base64"}; bytes travel as text because the outbox keeps JSON.
    """
    files = (
        [
            _file(section.chart.key, section.chart.alt, draw(section.chart))
            for section in summary.sections
            if section.chart
        ]
        if pictures
        else []
    )
    tables = csvs.files(summary)
    for key in _TABLES:
        name = f"{summary.report_id}-{key}.csv"
        if name in tables:
            files.append({"name": name, "title": name, "base64": b64encode(tables[name].encode()).decode("ascii")})
    message = slack.headline(summary)
    return {**message, "replies": slack.details(summary), "files": files, "report": summary.report_id}


def _file(name: str, title: str, content: bytes) -> dict[str, str]:
    return {"name": f"{name}.png", "title": title[:200], "base64": b64encode(content).decode("ascii")}
