"""`detainer-desk watch`: looks at the sources, ingests what is new, queues alerts."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from bot.cli.desk import open_desk, settings_of
from bot.cli.files import fail
from bot.messages import watch as say

if TYPE_CHECKING:
    from bot.state import StateStore
    from bot.watch.options import WatchOptions
    from bot.watch.rounds import Round, Watcher

Tell = Callable[["Round"], None]


def register(cli: typer.Typer) -> None:
    """Add the command."""
    cli.command("watch", help=say.COMMAND)(watch)


def watch(
    ctx: typer.Context,
    sources: Annotated[list[str] | None, typer.Argument(help=say.OPTION_SOURCES)] = None,
    once: Annotated[bool, typer.Option("--once", help=say.OPTION_ONCE)] = False,
    as_json: Annotated[bool, typer.Option("--json", help=say.OPTION_JSON)] = False,
) -> None:
    """One round, or rounds until SIGTERM or SIGINT."""
    from bot.state import open_store
    from bot.state.store import StateError
    from bot.watch.options import WatchOptions
    from ingest.store.database import unusable

    named = list(sources or settings_of(ctx).watched)
    if not named:
        raise fail(say.NO_SOURCES)
    if why := unusable(settings_of(ctx).db):
        raise fail(why, 1)
    try:
        options, store = WatchOptions(), open_store(settings_of(ctx).state)
    except (StateError, ValueError) as error:
        raise fail(str(error), 1) from error
    watcher = _watcher(ctx, named, options, store, once)
    try:
        fine = _once(watcher, named, as_json) if once else _stay(watcher, named, options, store, as_json)
    finally:
        watcher.client.close()
        store.close()
    raise typer.Exit(0 if fine else 1)


def _watcher(ctx: typer.Context, named: list[str], options: WatchOptions, store: StateStore, once: bool) -> Watcher:
    from bot.alerts.announce import Announcer
    from bot.alerts.trouble import Troubles
    from bot.watch.addresses import Guard
    from bot.watch.http import Client
    from bot.watch.memory import Memory
    from bot.watch.rounds import Watcher

    settings = settings_of(ctx)
    announcer = Announcer(store, settings.db, open_desk(ctx))
    announcer.baseline()
    pages = tuple(source for source in named if "://" in source)
    client = Client(Guard(pages, options.allow_private), timeout=options.timeout)
    troubles = Troubles(store, options.trouble_team, options.trouble_channel)
    rhythm = None if once else timedelta(seconds=options.every)
    return Watcher(settings.db, Memory(store), client, announcer, rhythm, report=troubles)


def _once(watcher: Watcher, named: list[str], as_json: bool) -> bool:
    done = watcher.round(named)
    _teller(as_json)(done)
    return done.fine


def _stay(watcher: Watcher, named: list[str], options: WatchOptions, store: StateStore, as_json: bool) -> bool:
    from bot.scheduler.lease import Lease
    from bot.watch.daemon import LEASE_NAME, Daemon, holder

    def log(line: str) -> None:
        typer.echo(line, err=True)

    daemon = Daemon(watcher, named, options, Lease(store, LEASE_NAME, holder()), _teller(as_json), log)

    def stop(*_: Any) -> None:
        log(say.STOPPING)
        daemon.close()

    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, stop)
    log(say.watching(len(named)))
    with _beside(watcher, store):
        daemon.run()
    return True


@contextmanager
def _beside(watcher: Watcher, store: StateStore) -> Iterator[None]:
    """What a watcher that stays does besides: summaries at their hour, health and metrics."""
    from bot.alerts.announce import Announcer
    from bot.ops.options import OpsOptions
    from bot.ops.pages import OpsServer, Pages
    from bot.scheduler import clock
    from bot.scheduler.lease import Lease
    from bot.scheduler.weekly import WeeklyRuns
    from bot.watch.daemon import holder

    announcer, ops = cast(Announcer, watcher.announce), OpsOptions()
    weekly = clock.Clock(WeeklyRuns(store, announcer.desk), Lease(store, clock.LEASE_NAME, holder()))
    server = OpsServer(Pages(store, watcher.db_path), ops.host, ops.port) if ops.port else None
    weekly.start()
    if server:
        server.start()
    try:
        yield
    finally:
        weekly.close()
        if server:
            server.close()


def _teller(as_json: bool) -> Tell:
    from bot.watch.rounds import to_json, told

    def tell(done: Round) -> None:
        if as_json:
            typer.echo(json.dumps(to_json(done), ensure_ascii=False))
        for line in told(done):
            typer.echo(line, err=as_json)

    return tell
