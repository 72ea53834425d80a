"""The reference pages, made from the code: `python -m tests.docs.reference` writes them, a test holds them to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import typer
from pydantic.fields import FieldInfo

from bot.cli import app
from bot.environment import variables_of
from bot.ops.options import OpsOptions
from bot.semantic import load_model
from bot.settings import Settings
from bot.slack.install.options import InstallOptions
from bot.slack.options import SlackOptions
from bot.understand.model.settings import ModelSettings
from bot.watch.options import WatchOptions
from tests.docs.sql_functions import functions

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs" / "reference"


def cli() -> str:
    """Every command's help, as the terminal prints it at 100 columns."""
    root: Any = typer.main.get_command(app)
    context = root.make_context("detainer-desk", [], resilient_parsing=True)
    context.terminal_width = 100
    parts = ["# Commands", "", "```text", root.get_help(context).strip(), "```"]
    for path, command in _commands(root, context, ("detainer-desk",)):
        sub = command.make_context(" ".join(path), [], resilient_parsing=True)
        sub.terminal_width = 100
        parts += ["", f"## {' '.join(path)}", "", "```text", command.get_help(sub).strip(), "```"]
    return "\n".join(parts) + "\n"


def _commands(group: Any, context: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        yield (*path, name), command
        if hasattr(command, "list_commands"):
            yield from _commands(command, context, (*path, name))


def settings() -> str:
    """Every setting: variable, default, meaning."""
    lines = [
        "# Settings",
        "",
        "All settings are environment variables.",
        "",
        "| variable | default | what it does |",
        "|---|---|---|",
    ]
    for kind in (Settings, ModelSettings, SlackOptions, InstallOptions, WatchOptions, OpsOptions):
        lines += [_setting(v, kind.model_fields[name]) for name, v in variables_of(kind).items()]
    return "\n".join(lines) + "\n"


def _setting(variable: str, field: FieldInfo) -> str:
    default = field.get_default(call_default_factory=True)
    shown = default.get_secret_value() if hasattr(default, "get_secret_value") else default
    return f"| `{variable}` | {f'`{shown}`' if shown not in (None, '') else ''} | {field.description} |"


def dictionary() -> str:
    """The query views: what a row is, and every column. The same texts stand as comments in the database."""
    lines = ["# Data dictionary", "", "The views that questions and SQL may use. Values are as the reports print them."]
    for view in load_model().views.values():
        key = ", ".join(view.key) or "none"
        lines += ["", f"## {view.name}", "", f"One row is {view.one_row}. Key: {key}.", ""]
        lines += ["| column | type | what it says |", "|---|---|---|"]
        lines += [f"| `{c.name}` | {c.type} | {c.says} |" for c in view.columns.values()]
    return "\n".join(lines) + "\n"


PAGES: dict[str, Callable[[], str]] = {"cli.md": cli, "settings.md": settings, "dictionary.md": dictionary}
PAGES["sql-functions.md"] = functions


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for page, make in PAGES.items():
        (FOLDER / page).write_text(make(), encoding="utf-8")
