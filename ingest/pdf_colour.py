"""How light a PDF colour is."""

from __future__ import annotations


def luminance(colour: object) -> float | None:
    """0 (black) to 1 (white) of a gray, RGB or CMYK colour; None for patterns and anything unknown."""
    if isinstance(colour, int | float):
        return float(colour)
    if not isinstance(colour, tuple | list) or not all(isinstance(part, int | float) for part in colour):
        return 0.0 if colour is None else None
    parts = [float(part) for part in colour]
    if len(parts) == 1:
        return parts[0]
    if len(parts) == 3:
        return 0.299 * parts[0] + 0.587 * parts[1] + 0.114 * parts[2]
    if len(parts) == 4:
        cyan, magenta, yellow, black = parts
        return (1 - black) * (1 - (0.299 * cyan + 0.587 * magenta + 0.114 * yellow))
    return None
