"""Cells that hold no value of their own: nothing, a sign for what stands above, a value with a footnote's mark."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

import yaml

_DASH = re.compile(r"^[-–—]+$")
_MARK = re.compile(r"(?<=[\w.)])\s?[*†‡§]{1,3}$")


@cache
def _words() -> dict[str, frozenset[str]]:
    """The words of cells.yaml."""
    text = resources.files("ingest").joinpath("cells.yaml").read_text(encoding="utf-8")
    loaded = yaml.load(text, Loader=yaml.CSafeLoader)
    return {name: frozenset(map(str, words)) for name, words in loaded.items()}


def is_blank(text: str) -> bool:
    """Whether a cell says that nothing is known: a dash, "N/A" or the like."""
    return _DASH.match(text) is not None or text.casefold() in _words()["blank"]


def is_ditto(text: str) -> bool:
    """Whether a cell repeats what stands above it."""
    return text.casefold() in _words()["ditto"]


def unmarked(text: str) -> str:
    """A cell without the mark of a footnote behind it."""
    return _MARK.sub("", text)
