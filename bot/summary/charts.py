"""The summary's pictures as PNG: a ranking, and the weeks with their limits drawn on. Readable without colour."""

from __future__ import annotations

from io import BytesIO
from textwrap import fill
from typing import TYPE_CHECKING, Any

from bot.messages import summary as say
from bot.summary.content import Bars, Trend

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_INK, _SOLID, _PALE = "#1d1d1f", "#2f5d8a", "#ffffff"
_LABELLED = 16  # columns that still have room for a number each


def draw(chart: Bars | Trend) -> bytes:
    """The picture of a chart, 1600 pixels wide."""
    picture = BytesIO()
    figure_of(chart).savefig(picture, format="png", dpi=200, bbox_inches="tight", metadata={"Software": None})
    return picture.getvalue()


def figure_of(chart: Bars | Trend) -> Figure:
    """The chart before it is made a picture."""
    return _bars(chart) if isinstance(chart, Bars) else _trend(chart)


def _figure(height: float, title: str) -> tuple[Figure, Axes]:
    from matplotlib.figure import Figure  # half a second: only when a picture is asked for

    figure = Figure(figsize=(8, height), layout="constrained")
    axes = figure.add_subplot()
    axes.set_title(fill(_plain(title), 62), loc="left", fontsize=12, color=_INK, fontweight="bold")
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    return figure, axes


def _notes(axes: Axes, lines: list[str]) -> None:
    axes.set_xlabel("\n".join(fill(line, 95) for line in lines), loc="left", color=_INK)


def _plain(text: str) -> str:
    """Names come from documents: a dollar sign must not switch on the drawing library's mathematics."""
    return text.replace("$", r"\$")


def _bars(chart: Bars) -> Figure:
    figure, axes = _figure(1.4 + 0.38 * len(chart.labels), chart.title)
    places = range(len(chart.labels))
    standing = chart.standing or chart.values
    taken = [n - s for n, s in zip(chart.values, standing, strict=True)]
    axes.barh(places, standing, color=_SOLID, label=say.STANDING if any(taken) else None)
    if any(taken):
        axes.barh(places, taken, left=standing, color=_PALE, edgecolor=_SOLID, hatch="////", label=say.TAKEN_BACK)
        axes.legend(frameon=False, loc="lower right")
    axes.set_yticks(places, [fill(_plain(label), 34) for label in chart.labels])
    axes.invert_yaxis()
    axes.margins(x=0.1)
    for place, n, gone in zip(places, chart.values, taken, strict=True):
        text = f"{n:,} ({say.trend_withdrawn(gone)})" if gone else f"{n:,}"
        axes.annotate(text, (n, place), xytext=(4, 0), textcoords="offset points", va="center", color=_INK)
    _whole_numbers(axes.xaxis)
    _notes(axes, [chart.axis, *chart.notes])
    return figure


def _trend(chart: Trend) -> Figure:
    figure, axes = _figure(4.6, chart.title)
    days = [week.start.toordinal() for week in chart.weeks]
    standing = [week.standing for week in chart.weeks]
    taken = [week.refusals - week.standing for week in chart.weeks]
    axes.bar(days, standing, width=5.2, color=_SOLID, label=say.STANDING if any(taken) else None)
    if any(taken):
        edge: dict[str, Any] = {"color": _PALE, "edgecolor": _SOLID, "hatch": "////"}
        axes.bar(days, taken, bottom=standing, width=5.2, label=say.TAKEN_BACK, **edge)
        axes.legend(frameon=False, loc="upper right")
    if len(chart.weeks) <= _LABELLED:
        axes.set_xticks(days, [say.short_day(week.start) for week in chart.weeks])
        _numbers(axes, chart)
    else:
        step = max(1, len(days) // 8)
        axes.set_xticks(days[::step], [say.day(week.start) for week in chart.weeks][::step], rotation=30, ha="right")
    axes.margins(y=0.15)
    _whole_numbers(axes.yaxis)
    axes.set_ylabel(say.REFUSED_AXIS)
    _notes(axes, [say.week_axis(chart.weeks[0].start, chart.weeks[-1].start), *chart.notes])
    return figure


def _numbers(axes: Axes, chart: Trend) -> None:
    for week in chart.weeks:
        text = f"{week.refusals:,}"
        if week.refusals != week.standing:
            text += f"\n({say.trend_withdrawn(week.refusals - week.standing)})"
        place = (week.start.toordinal(), week.refusals)
        axes.annotate(text, place, xytext=(0, 3), textcoords="offset points", ha="center", va="bottom", color=_INK)


def _whole_numbers(axis: Any) -> None:
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    axis.set_major_locator(MaxNLocator(integer=True))
    axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
