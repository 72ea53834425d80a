"""Draws a ChartSpec as PNG with matplotlib. Values stand at the bars, so that nothing hangs on colour."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from bot.answer.chart import ChartSpec, shown

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_FILLS = ("#1f4e79", "#f2b134", "#7aa37a", "#b04a5a")
_HATCHES = ("", "///", "...", "xxx")
_WIDTH = 9.0


def draw(spec: ChartSpec) -> bytes:
    """The chart as a PNG, 1350 pixels wide."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    lying = spec.kind in ("bar", "stacked", "grouped")
    height = max(3.2, 1.6 + 0.42 * len(spec.categories) * _thickness(spec)) if lying else 4.6
    figure = Figure(figsize=(_WIDTH, height), dpi=150, layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    {"bar": _bars, "grouped": _bars, "stacked": _stack, "column": _columns, "line": _line}[spec.kind](axes, spec)
    _dress(axes, spec, lying=lying)
    _words(figure, spec)
    out = io.BytesIO()
    figure.savefig(out, format="png")
    return out.getvalue()


def _thickness(spec: ChartSpec) -> float:
    return 0.6 + 0.4 * len(spec.series) if spec.kind == "grouped" else 1.0


def _look(at: int) -> dict[str, Any]:
    return {"color": _FILLS[at % 4], "hatch": _HATCHES[at % 4], "edgecolor": "#222222", "linewidth": 0.6}


def _bars(axes: Axes, spec: ChartSpec) -> None:
    size = 0.8 / len(spec.series)
    for n, series in enumerate(spec.series):
        places = [i + (n - (len(spec.series) - 1) / 2) * size for i in range(len(spec.categories))]
        bars = axes.barh(places, series.values, size, label=series.name, **_look(n))
        axes.bar_label(bars, [shown(v, spec.unit) for v in series.values], padding=3, fontsize=9)
    axes.set_yticks(range(len(spec.categories)), spec.categories)
    axes.invert_yaxis()


def _stack(axes: Axes, spec: ChartSpec) -> None:
    left = [0.0] * len(spec.categories)
    longest = max(sum(s.values[i] for s in spec.series) for i in range(len(left)))
    for n, series in enumerate(spec.series):
        bars = axes.barh(range(len(left)), series.values, 0.7, left=left, label=series.name, **_look(n))
        texts = [shown(v, spec.unit) if v > 0.03 * longest else "" for v in series.values]
        box = {"facecolor": "white", "edgecolor": "none", "pad": 1.0, "alpha": 0.85}
        for label in axes.bar_label(bars, texts, label_type="center", fontsize=8):
            if label.get_text():
                label.set_bbox(box)
        left = [a + b for a, b in zip(left, series.values, strict=True)]
    axes.set_yticks(range(len(spec.categories)), spec.categories)
    axes.invert_yaxis()


def _columns(axes: Axes, spec: ChartSpec) -> None:
    size = 0.7 / len(spec.series)
    for n, series in enumerate(spec.series):
        places = [i + (n - (len(spec.series) - 1) / 2) * size for i in range(len(spec.categories))]
        bars = axes.bar(places, series.values, size, label=series.name, **_look(n))
        axes.bar_label(bars, [shown(v, spec.unit) for v in series.values], padding=2, fontsize=9)
    many = len(spec.categories) > 8
    step = max(1, len(spec.categories) // 24)
    names = list(spec.categories)[::step]
    turned: dict[str, Any] = {"rotation": 60, "ha": "right"} if many else {}
    axes.set_xticks(range(0, len(spec.categories), step), names, fontsize=8 if many else 10, **turned)


def _line(axes: Axes, spec: ChartSpec) -> None:
    marks = ("o", "s", "^", "D")
    for n, series in enumerate(spec.series):
        axes.plot(spec.categories, series.values, marker=marks[n % 4], color=_FILLS[n % 4], label=series.name)
    axes.set_ylim(bottom=0)
    step = max(1, len(spec.categories) // 10)
    axes.set_xticks(range(0, len(spec.categories), step), list(spec.categories)[::step], rotation=30, ha="right")


def _dress(axes: Axes, spec: ChartSpec, *, lying: bool) -> None:
    """No frame, no grid, room for the values; a legend where there is more than one series."""
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    if lying:
        axes.set_xlim(right=axes.get_xlim()[1] * 1.08)
        axes.xaxis.set_visible(False)
        axes.spines["bottom"].set_visible(False)
    elif spec.kind == "column":
        axes.yaxis.set_visible(False)
        axes.spines["left"].set_visible(False)
    if len(spec.series) > 1:
        axes.legend(frameon=False, fontsize=9)


def _words(figure: Any, spec: ChartSpec) -> None:
    """The finding, what is counted, and the sample label."""
    import textwrap

    title = textwrap.fill(spec.title, 74)
    subtitle = textwrap.fill(spec.subtitle, 110)
    figure.suptitle(title, x=0.02, ha="left", fontsize=13, fontweight="bold")
    figure.axes[0].set_title(subtitle, loc="left", fontsize=8.5, color="#444444")
    if spec.label:
        figure.supxlabel(spec.label, x=0.02, ha="left", fontsize=8, color="#7a4b00")
