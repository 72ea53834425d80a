"""The growth curves of docs/scale.md as a picture, drawn from the numbers of its own table. Readable without colour.

python -m tests.bench.scale_picture        writes docs/pictures/scale.png
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes

DOCS = Path(__file__).parents[2] / "docs"
PICTURE = DOCS / "pictures" / "scale.png"
INK = "#1d1d1f"
GOAL = 100
"""Milliseconds within which 95 of 100 answers have to be given."""
Curve = tuple[str, str, str, str, int]
"""A column of the table, what to call it, its mark, its line, and on which side of it the numbers stand."""
CURVES: tuple[tuple[str, tuple[Curve, ...]], ...] = (
    ("Time of an answer (ms)", (("p95 ms", "95 of 100", "s", "-", 1), ("p50 ms", "half", "o", "--", -1))),
    ("Database file (MB)", (("file MB", "file", "^", "-", 1),)),
    ("Memory at most (MB)", (("peak MB", "process", "D", "-", 1),)),
)


def table(page: str) -> dict[str, list[float]]:
    """The first table of the page that has a column of refusals: numbers by heading. Raises LookupError without one."""
    lines = page.splitlines()
    for at, line in enumerate(lines):
        titles = _cells(line)
        if "refusals" in titles and line.startswith("|"):
            rows = []
            for row in lines[at + 2 :]:
                if not row.startswith("|"):
                    break
                rows.append([float(cell.replace(",", "")) for cell in _cells(row)])
            return {title: [row[n] for row in rows] for n, title in enumerate(titles)}
    raise LookupError("no table with a column of refusals")


def draw(held: dict[str, list[float]], path: Path) -> None:
    """One panel a quantity over the number of refusals, every point with its number."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(12, 4.2), layout="constrained")
    for axes, (title, curves) in zip(figure.subplots(1, len(CURVES)), CURVES, strict=True):
        for curve in curves:
            _curve(axes, held["refusals"], held[curve[0]], curve)
        _panel(axes, title, held["refusals"])
        if title.endswith("(ms)"):
            axes.axhline(GOAL, color=INK, linewidth=1, linestyle=":")
            at = (held["refusals"][0], GOAL)
            axes.annotate("goal for 95 of 100", at, xytext=(0, 3), textcoords="offset points", color=INK)
            axes.set_ylim(top=GOAL * 1.15)
    figure.suptitle(_finding(held), x=0.01, ha="left", fontsize=13, fontweight="bold", color=INK)
    figure.savefig(path, dpi=150, metadata={"Software": None})


def _curve(axes: Axes, over: Sequence[float], values: Sequence[float], curve: Curve) -> None:
    _, name, mark, line, side = curve
    axes.plot(over, values, color=INK, marker=mark, linestyle=line, markerfacecolor="white")
    for x, y in zip(over, values, strict=True):
        told = f"{name}: {y:,.0f}" if x == over[-1] else f"{y:,.0f}"
        across, upright = ("right" if x == over[-1] else "center"), ("bottom" if side > 0 else "top")
        away = 7 if side > 0 else -11
        axes.annotate(told, (x, y), xytext=(0, away), textcoords="offset points", color=INK, ha=across, va=upright)


def _panel(axes: Axes, title: str, over: Sequence[float]) -> None:
    axes.set_title(title, loc="left", fontsize=11, color=INK)
    axes.set_xticks(list(over), [f"{n / 1e6:g}" for n in over])
    axes.set_xlabel("million refusals in the database", color=INK)
    axes.margins(x=0.08, y=0.18)
    axes.set_ylim(bottom=0)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)


def _finding(held: dict[str, list[float]]) -> str:
    more = held["refusals"][-1] / held["refusals"][0]
    slower = held["p95 ms"][-1] / held["p95 ms"][0]
    larger = held["file MB"][-1] / held["file MB"][0]
    memory = held["peak MB"][-1] / held["peak MB"][0]
    return (
        f"{more:.0f} times the rows: answers take {slower:.1f} times as long, the file is {larger:.1f} times as large, "
        f"memory {memory:.1f} times as much"
    )


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


if __name__ == "__main__":
    draw(table((DOCS / "scale.md").read_text(encoding="utf-8")), PICTURE)
