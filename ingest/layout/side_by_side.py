"""Two tables set side by side under one line of headers ("County, State | Issued | County, State | Issued")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest.layout.columns import edge
from ingest.layout.header_search import Header
from ingest.layout.lines import Line, phrases


def halves(header: Header, body: Sequence[Line], down: Sequence[float]) -> Iterator[tuple[Header, list[Line]]]:
    """Each table with its own header and lines, the left one first; a header that names each column once as it is.

    Lines from the first on that runs across both (a note below) go with the left one.
    """
    names = [cell.column.name for cell in header.cells if cell.column]
    if len(set(names)) == len(names):
        yield header, list(body)
        return
    count = len(header.cells) // 2
    left, right = header.cells[:count], header.cells[count:]
    middle = edge(left[-1], right[0], body, down)
    notes = next((at for at, line in enumerate(body) if _crosses(line, middle)), len(body))
    yield Header(header.start, header.end, left), [*_part(body[:notes], middle, True), *body[notes:]]
    yield Header(header.end, header.end, right), _part(body[:notes], middle, False)


def _crosses(line: Line, middle: float) -> bool:
    return any(phrase[0].x0 < middle < phrase[-1].x1 for phrase in phrases(line.words))


def _part(lines: Sequence[Line], middle: float, left: bool) -> list[Line]:
    parts = ((line.page, [word for word in line.words if (word.x1 <= middle) == left]) for line in lines)
    return [Line(page, words) for page, words in parts if words]
