"""`detainer-desk ingest`: documents into the database."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.files import fail
from bot.cli.progress import bar
from bot.messages import cli as say

if TYPE_CHECKING:
    from ingest.outcome import Outcome


def register(cli: typer.Typer) -> None:
    """Add the command."""
    cli.command("ingest", help=say.INGEST)(ingest)


def ingest(
    ctx: typer.Context,
    sources: Annotated[list[str] | None, typer.Argument(help=say.SOURCES)] = None,
    replace_samples: Annotated[bool, typer.Option("--replace-samples", help=say.REPLACE_SAMPLES)] = False,
    disputes: Annotated[Path | None, typer.Option(help=say.DISPUTES)] = None,
    as_json: Annotated[bool, typer.Option("--json", help=say.JSON)] = False,
) -> None:
    """A line a document; the status is 1 when one was rejected."""
    from ingest.job import ingest as load

    if not sources and not replace_samples:
        raise fail(say.NOTHING_FOUND)
    db: Path = ctx.obj.db
    db.parent.mkdir(parents=True, exist_ok=True)
    rejected, seen = False, 0
    try:
        with bar(_how_many(sources or []), say.READING) as advance:
            for outcome in load(
                sources or [],
                db,
                replace_samples=replace_samples,
                disputes_path=disputes,
                on_event=lambda text: typer.echo(text, err=True),
            ):
                seen += 1
                rejected |= outcome.status == "rejected"
                typer.echo(outcome.to_json() if as_json else _line(outcome))
                advance(Path(outcome.source).name)
    except (OSError, ValueError) as error:
        raise fail(str(error), 1) from error
    if sources and not seen:
        raise fail(say.NOTHING_FOUND, 1)
    raise typer.Exit(1 if rejected else 0)


def _how_many(sources: list[str]) -> int | None:
    """The documents named; None where an address may lead to more."""
    from ingest.sources import expand, is_address

    return None if any(map(is_address, sources)) else sum(1 for _ in expand(sources, lambda _: None))


def _line(outcome: Outcome) -> str:
    counts = ", ".join(f"{n:,} {name}" for name, n in outcome.counts.items() if n)
    failed = [c for c in outcome.checks if not c.ok]
    checks = f"; {len(outcome.checks) - len(failed)} of {len(outcome.checks)} checks fit" if outcome.checks else ""
    told = "".join(f"; {c.name}: stated {c.stated}, read {c.read}" for c in failed)
    error = f" ({outcome.code}) {outcome.message}" if outcome.code else ""
    return f"{outcome.source}: {outcome.status}{error}{': ' if counts else ''}{counts}{checks}{told}"
