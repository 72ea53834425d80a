"""`detainer-desk check-sql`: the checker by itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.files import fail, read_bytes
from bot.messages import cli as say


def register(cli: typer.Typer) -> None:
    """Add the command."""
    cli.command("check-sql", help=say.CHECK_SQL)(check_sql)


def check_sql(
    statement: Annotated[str | None, typer.Argument(help=say.STATEMENT)] = None,
    batch: Annotated[Path | None, typer.Option(help=say.SQL_BATCH)] = None,
    as_json: Annotated[bool, typer.Option("--json", help=say.JSON)] = False,
) -> None:
    """One verdict a statement; a batch always gives JSON lines and status 0."""
    from bot.semantic import load_model
    from bot.sql.batch import parse_batch, verdict
    from bot.sql.checker import Checker

    if (statement is None) == (batch is None):
        raise fail(say.NEED_STATEMENT)
    checker = Checker(load_model())
    if batch is not None:
        raw = read_bytes(batch, "batch file").decode("utf-8", errors="surrogateescape")
        for found in parse_batch(raw):
            typer.echo(json.dumps(verdict(checker, found), ensure_ascii=False))
        return
    given = verdict(checker, statement or "")
    if as_json:
        typer.echo(json.dumps(given, ensure_ascii=False))
    else:
        text = say.ACCEPTED if given["accepted"] else f"{given['code']}: {given['message']}"
        typer.echo(" ".join(str(t) for t in (text, given["hint"]) if t))
    raise typer.Exit(0 if given["accepted"] else 4)
