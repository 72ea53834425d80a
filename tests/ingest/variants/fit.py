"""Column widths that leave room for every word."""

from __future__ import annotations


def fitted(widths: list[float], least: list[float]) -> list[float]:
    """Column widths of the same sum (if that can be) in which every column has its least width."""
    for _ in widths:
        short = [need > width for width, need in zip(widths, least, strict=True)]
        lacking = sum(need - width for width, need in zip(widths, least, strict=True) if need > width)
        rest = sum(width for width, is_short in zip(widths, short, strict=True) if not is_short)
        if not any(short) or rest <= lacking:
            break
        widths = [
            need if is_short else width * (1 - lacking / rest)
            for width, need, is_short in zip(widths, least, short, strict=True)
        ]
    return [max(width, need) for width, need in zip(widths, least, strict=True)]
