"""The prompt: the semantic model and the question. Never rows, never report text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bot.semantic import SemanticModel, prompt_data
from bot.understand.model.calls import Message

QUESTION_CHARACTERS = 2_000
"""A longer message is no question; the interpreter declines it long before."""

VIEWS = ("reports", "issued", "refusals", "policies", "caveats", "corrections")
"""The weekly reports' views. Spreadsheets of another kind are read by the interpreter alone."""
LAYOUT = frozenset({"x0", "x1", "top", "bottom", "source_document", "file_name", "checks_failed", "quarantined"})
"""Columns for pictures of pages and for checks: no question is about them."""


@dataclass(frozen=True, slots=True)
class Template:
    """A prompt file: its version (part of the cache key) and its text."""

    version: str
    text: str


@cache
def template(name: str = "plan.md") -> Template:
    """The prompt `prompts/model/<name>`; its first line says `version: N`."""
    head, _, text = files("prompts").joinpath("model", name).read_text(encoding="utf-8").partition("\n")
    return Template(f"{name}:{head.removeprefix('version:').strip()}", text.strip())


def system(model: SemanticModel, reports: Sequence[str]) -> str:
    """The system message for this edition's reports (ids in order)."""
    second = reports[1] if len(reports) > 1 else "2017-02-04"
    own = ("foia", "sample_period", "rounding")
    topics = ", ".join(topic for topic in prompt_data("caveats.yaml") if not topic.startswith(own))
    return template().text.format(
        views=_views(model), reports=", ".join(reports) or "none", second=second, topics=topics
    )


def _views(model: SemanticModel) -> str:
    lines = []
    for view in (model.views[name] for name in VIEWS):
        asked = [c for c in view.columns.values() if c.name not in LAYOUT]
        columns = "; ".join(f"{c.name} {c.type} ({c.says})" for c in asked)
        lines.append(f"{view.name}: one row is {view.one_row}. Columns: {columns}")
    return "\n".join(lines)


def opening(system_text: str, earlier: Sequence[str], question: str) -> list[Message]:
    """The first turn. The person's words are fenced, and a fence inside them is broken."""
    before = "".join(f"<earlier>{_fenced(text)}</earlier>\n" for text in earlier[-5:])
    return [("system", system_text), ("human", f"{before}<question>{_fenced(question)}</question>")]


def repair(reply_json: str, code: str, hint: str) -> list[Message]:
    """The second and last turn: what was refused and why, by code and hint only."""
    return [("ai", reply_json), ("human", f"Refused ({code}). {hint} Reply once more in the same form.")]


def _fenced(text: str) -> str:
    return text[:QUESTION_CHARACTERS].replace("<", "‹").replace(">", "›")
