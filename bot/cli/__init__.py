"""The command line. Each command lives in a module of its own that is imported only when it is called.

A command's module has `register(cli)`, which adds it to a Typer application; `ctx.obj` holds the Settings.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from bot.messages import cli as say

COMMANDS = {
    "ask": "ask",
    "chat": "chat",
    "check-sql": "check_sql",
    "doctor": "doctor",
    "eval": "eval",
    "evidence": "evidence",
    "ingest": "ingest",
    "slack": "slack",
    "summary": "summary",
    "watch": "watch",
}
"""Command to module. A module that is not there yet leaves its command out."""

_called: list[str] = []


class LazyCommands(TyperGroup):
    """Finds commands by name in `COMMANDS` and imports one module for one command."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of the commands that are there, in order."""
        return [name for name, module in COMMANDS.items() if find_spec(f"{__name__}.{module}") is not None]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command, its module imported now."""
        if cmd_name not in self.list_commands(ctx):
            return None
        made = typer.Typer(add_completion=False, rich_markup_mode=None)
        importlib.import_module(f"{__name__}.{COMMANDS[cmd_name]}").register(made)
        command = typer.main.get_command(made)
        if isinstance(command, TyperCommand):
            command.name = cmd_name
            return command
        return command.get_command(ctx, cmd_name) if hasattr(command, "get_command") else command


app = typer.Typer(
    cls=LazyCommands, help=say.DESK, no_args_is_help=True, add_completion=False, rich_markup_mode=None,
    pretty_exceptions_enable=False,
)  # fmt: skip


def _version(wanted: bool) -> None:
    if wanted:
        from bot import __version__

        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def desk(
    ctx: typer.Context,
    db: Annotated[Path | None, typer.Option(help=say.DB)] = None,
    version: Annotated[bool, typer.Option("--version", help=say.VERSION, callback=_version, is_eager=True)] = False,
) -> None:
    """Read the settings; `--db` goes before what the environment says."""
    from bot.settings import Settings

    _called.append(str(ctx.invoked_subcommand))
    try:
        settings = Settings()
    except ValueError as error:
        typer.echo(say.SETTINGS_WRONG.format(what=error), err=True)
        raise typer.Exit(2) from error
    ctx.obj = settings.model_copy(update={"db": db}) if db is not None else settings


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; output is UTF-8 whatever the locale says."""
    import gc
    import os
    import sys

    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # none is used; looking for them costs 20 ms
    gc.set_threshold(50_000, 20, 20)  # a start makes half a million objects and drops few: looking costs 80 ms
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app(args=list(arguments) if arguments is not None else None, prog_name="detainer-desk")
    except SystemExit as end:
        if arguments is None and _called[-1:] in (["ask"], ["check-sql"]):  # they read and print: nothing to put away
            _leave(end)
        raise


def _leave(end: SystemExit) -> NoReturn:
    """End at once, without taking every object apart: that keeps the person waiting 70 ms more."""
    import os
    import sys
    from contextlib import suppress

    with suppress(OSError):  # the reader of a pipe is gone
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(end.code if isinstance(end.code, int) else int(end.code is not None))
