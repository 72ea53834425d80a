"""A chart as Slack's own block where it fits one, else as a picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.slack.message import Block
from bot.slack.text import shortened

SERIES, POINTS, LABEL, TITLE, AXIS = 6, 20, 20, 50, 50


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn: one value a label and series. `title` says the finding, `alt` says it for who cannot see it."""

    kind: Literal["bar", "line"]
    title: str
    alt: str
    labels: tuple[str, ...]
    series: tuple[tuple[str, tuple[float | None, ...]], ...]
    x_title: str
    y_title: str
    png: Callable[[], bytes]


def native(chart: Chart) -> Block | None:
    """The block, or None where Slack could not draw it truly: gaps, too many points, labels cut to the same text."""
    labels = [shortened(label, LABEL) for label in chart.labels]
    if not 1 < len(labels) <= POINTS or len(set(labels)) < len(labels) or not 1 <= len(chart.series) <= SERIES:
        return None
    if any(value is None for _, values in chart.series for value in values):
        return None
    return {
        "type": "data_visualization",
        "title": shortened(chart.title, TITLE),
        "chart": {
            "type": chart.kind,
            "series": [
                {"name": shortened(name, LABEL), "data": _points(labels, values)} for name, values in chart.series
            ],
            "axis_config": {
                "categories": labels,
                "x_label": shortened(chart.x_title, AXIS),
                "y_label": shortened(chart.y_title, AXIS),
            },
        },
    }


def image(chart: Chart, file_id: str) -> Block:
    """The picture of the chart, already uploaded."""
    return {"type": "image", "slack_file": {"id": file_id}, "alt_text": shortened(chart.alt, 2_000)}


def _points(labels: Sequence[str], values: Sequence[float | None]) -> list[Block]:
    return [{"label": label, "value": value} for label, value in zip(labels, values, strict=True)]
