"""`detainer-desk slack`: the bot."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.messages import slack_setup as say


def register(cli: typer.Typer) -> None:
    """Add the command; Slack's own packages are imported only when it runs."""
    cli.command("slack", help=say.COMMAND_HELP)(slack)


def slack(
    ctx: typer.Context,
    mode: Annotated[str, typer.Option(help=say.MODE_HELP)] = "socket",
    json: Annotated[bool, typer.Option("--json", help=say.JSON_HELP)] = False,
) -> None:
    """Run until told to stop. Exit code 2: a setting is missing or Slack cannot be reached."""
    from pydantic import ValidationError

    from bot.ask import Desk
    from bot.settings import Settings
    from bot.slack.log import set_up
    from bot.slack.options import SlackOptions
    from bot.slack.preflight import CannotStartError
    from bot.slack.run import run
    from bot.state.store import StateError

    if mode not in ("socket", "http"):
        typer.echo(say.bad_mode(mode), err=True)
        raise typer.Exit(2)
    try:
        settings = ctx.obj if isinstance(ctx.obj, Settings) else Settings()
        set_up()
        run(settings, SlackOptions(), mode, lambda found: Desk(found.db, found))  # type: ignore[arg-type]
    except (CannotStartError, StateError, ValidationError) as problem:
        typer.echo(str(problem), err=True)
        raise typer.Exit(2) from problem
