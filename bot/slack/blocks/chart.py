"""A chart as Slack's own block where it fits one, else as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answer.chart import ChartSpec
from bot.slack.blocks.cells import title
from bot.slack.message import Block
from bot.slack.text import shortened
from ingest.vocabulary.states import states

SERIES, POINTS, LABEL, CLOSE, TITLE, AXIS = 6, 20, 20, 14, 50, 50
NATIVE = {"bar": "bar", "column": "bar", "grouped": "bar", "line": "line"}
"""Slack stacks nothing: parts of a whole are drawn as a picture."""


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn."""

    spec: ChartSpec

    def png(self) -> bytes:
        """The picture, drawn when it is needed."""
        from bot.answer.chart_png import draw  # matplotlib: only where a picture is wanted

        return draw(self.spec)


def native(chart: Chart) -> Block | None:
    """The block, or None where Slack could not draw it truly: stacks, too many points, names too long to tell apart."""
    spec = chart.spec
    labels = _labels(spec.categories)
    names = [each.name for each in spec.series]
    fits = 1 < len(labels) <= POINTS and 1 <= len(names) <= SERIES
    distinct = len(set(labels)) == len(labels) and len(set(names)) == len(names)
    if spec.kind not in NATIVE or not fits or not distinct or any(len(each) > LABEL for each in (*labels, *names)):
        return None
    return {
        "type": "data_visualization",
        "title": _title(spec.title),
        "chart": {
            "type": NATIVE[spec.kind],
            "series": [
                {"name": name, "data": _points(labels, each.values)}
                for name, each in zip(names, spec.series, strict=True)
            ],
            "axis_config": _axes(spec, labels),
        },
    }


def image(chart: Chart, file_id: str) -> Block:
    """The picture of the chart, already uploaded."""
    return {"type": "image", "slack_file": {"id": file_id}, "alt_text": shortened(chart.spec.alt, 2_000)}


def _title(finding: str) -> str:
    """The finding; a long one without what it adds after a comma: 'From 206 to 65 refusals, week of Jan 28 to ...'."""
    main = finding.partition(", ")[0]
    return shortened(finding if len(finding) <= TITLE or len(main) < TITLE // 4 else main, TITLE)


def _axes(spec: ChartSpec, labels: list[str]) -> Block:
    """What is counted, and the sample label, which stands on the chart wherever it goes."""
    counted = title(spec.series[0].name) if spec.unit == "count" and len(spec.series) == 1 else spec.unit
    axes: Block = {"categories": labels, "y_label": shortened(counted, AXIS)}
    return axes | ({"x_label": shortened(spec.label, AXIS)} if spec.label else {})


def _labels(names: Sequence[str]) -> list[str]:
    """Names under the bars: all of them short where one is too long to stand beside its neighbours."""
    return list(names) if all(len(name) <= CLOSE for name in names) else [_label(name) for name in names]


def _label(name: str) -> str:
    """A place in few letters: 'Los Angeles County, California' is 'Los Angeles, CA'."""
    county, _, state = name.rpartition(", ")
    code = next((each.abbreviation for each in states() if each.name == state), None)
    return f"{county.removesuffix(' County')}, {code}" if county and code else name


def _points(labels: Sequence[str], values: Sequence[float]) -> list[Block]:
    points = zip(labels, values, strict=True)
    return [{"label": label, "value": int(value) if float(value).is_integer() else value} for label, value in points]
