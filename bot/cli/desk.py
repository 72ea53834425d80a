"""The desk that a command asks, made from the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from bot.ask import Desk

if TYPE_CHECKING:
    import typer

    from bot.settings import Settings


def settings_of(ctx: typer.Context) -> Settings:
    """The settings that the command line read."""
    return cast("Settings", ctx.obj)


def open_desk(ctx: typer.Context) -> Desk:
    """A desk over the database of the settings."""
    settings = settings_of(ctx)
    return Desk(settings.db, settings)
