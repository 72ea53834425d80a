"""`detainer-desk check-sql`: the checker by itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.desk import settings_of
from bot.cli.files import fail, read_bytes
from bot.messages import cli as say

if TYPE_CHECKING:
    from bot.sql.checker import Checker


def register(cli: typer.Typer) -> None:
    """Add the command."""
    cli.command("check-sql", help=say.CHECK_SQL)(check_sql)


def _checker(db: Path) -> Checker:
    """The checker; where there is a database, it also warns of texts and days that are not in it."""
    from bot.semantic import load_model
    from bot.sql.checker import Checker
    from bot.sql.database import RunError
    from bot.sql.known import KnownValues
    from bot.sql.runner import Runner

    model = load_model()
    try:
        runner = Runner(db, model)
        runner.edition()
        return Checker(model, KnownValues(runner, model))
    except RunError:
        return Checker(model)


def check_sql(
    ctx: typer.Context,
    statement: Annotated[str | None, typer.Argument(help=say.STATEMENT)] = None,
    batch: Annotated[Path | None, typer.Option(help=say.SQL_BATCH)] = None,
    as_json: Annotated[bool, typer.Option("--json", help=say.JSON)] = False,
) -> None:
    """One verdict a statement; a batch always gives JSON lines and status 0."""
    from bot.sql.batch import parse_batch, verdict

    if (statement is None) == (batch is None):
        raise fail(say.NEED_STATEMENT)
    checker = _checker(settings_of(ctx).db)
    if batch is not None:
        for found in parse_batch(read_bytes(batch, "batch file")):
            typer.echo(json.dumps(verdict(checker, found), ensure_ascii=False))
        return
    given = verdict(checker, statement or "")
    if as_json:
        typer.echo(json.dumps(given, ensure_ascii=False))
    else:
        text = say.ACCEPTED if given["accepted"] else f"{given['code']}: {given['message']}"
        typer.echo(" ".join(str(t) for t in (text, given["hint"]) if t))
    raise typer.Exit(0 if given["accepted"] else 4)
