"""`detainer-desk slack`: the bot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bot.messages import slack_setup as say

if TYPE_CHECKING:
    from bot.settings import Settings
    from bot.slack.preflight import Mode


def register(cli: typer.Typer) -> None:
    """Add the command; Slack's own packages are imported only when it runs."""
    cli.command("slack", help=say.COMMAND_HELP)(slack)


def slack(
    ctx: typer.Context,
    mode: Annotated[str, typer.Option(help=say.MODE_HELP)] = "socket",
    json: Annotated[bool, typer.Option("--json", help=say.JSON_HELP)] = False,
) -> None:
    """Run until told to stop. Exit code 2: a setting is missing or wrong, or Slack cannot be reached."""
    from bot.cli.desk import settings_of
    from bot.slack.preflight import CannotStartError, check

    if mode not in ("socket", "http"):
        typer.echo(say.bad_mode(mode), err=True)
        raise typer.Exit(2)
    try:
        check(settings_of(ctx), "http" if mode == "http" else "socket")  # before anything that takes time to import
        _run(settings_of(ctx), "http" if mode == "http" else "socket")
    except CannotStartError as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(2) from problem


def _run(settings: Settings, mode: Mode) -> None:
    from pydantic import ValidationError

    from bot.slack.engine import desk_for
    from bot.slack.log import set_up
    from bot.slack.options import SlackOptions
    from bot.slack.preflight import CannotStartError
    from bot.slack.run import run
    from bot.sql.database import RunError
    from bot.state.store import StateError

    set_up()
    try:
        options = SlackOptions()
        run(settings, options, mode, lambda found: desk_for(found, options.workers))
    except (StateError, RunError, ValidationError) as problem:
        raise CannotStartError(str(problem)) from problem
