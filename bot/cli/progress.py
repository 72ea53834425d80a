"""A bar for work of many files, drawn on a terminal only, on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Advance = Callable[[str], None]
"""Called with what has just been done."""

FEW = 3  # files: for less a bar says nothing that the lines do not


@contextmanager
def bar(total: int | None, title: str) -> Iterator[Advance]:
    """Draw a bar of so many steps (None: their number is not known) while the block runs.

    Lines printed meanwhile go above the bar. Where standard error is no terminal, nothing is drawn.
    """
    if not sys.stderr.isatty() or (total is not None and total < FEW):
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, TextColumn("{task.fields[doing]}"), console=Console(stderr=True), transient=True) as drawn:
        task = drawn.add_task(title, total=total, doing="")
        yield lambda done: drawn.update(task, advance=1, doing=done)
