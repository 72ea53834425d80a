"""The desk that a command asks, made from the settings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from bot.ask import Desk

if TYPE_CHECKING:
    import typer

    from bot.ask import Widens
    from bot.settings import Settings


def settings_of(ctx: typer.Context) -> Settings:
    """The settings that the command line read."""
    return cast("Settings", ctx.obj)


def open_desk(ctx: typer.Context) -> Desk:
    """A desk over the database of the settings, for one question."""
    settings = settings_of(ctx)
    return Desk(settings.db, settings)


@contextmanager
def standing_desk(ctx: typer.Context, widen: Widens | None = None) -> Iterator[Desk]:
    """A desk for many questions: statements run in a worker process, which is killed when one does not stop.

    widen: a chat model's part, in place of the one that the settings name.
    """
    from bot.semantic import load_model
    from bot.sql.pool import WorkerRunner

    settings = settings_of(ctx)
    with WorkerRunner(settings.db, load_model()) as runner:
        runner.start()
        yield Desk(settings.db, settings, runner=runner, widen=widen)
