"""`detainer-desk doctor`: what is loaded and how sound it is."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.files import fail
from bot.messages import answers as words
from bot.messages import cli as say
from bot.messages import doctor as told

if TYPE_CHECKING:
    from bot.doctor import Health, ReportHealth


def register(cli: typer.Typer) -> None:
    """Add the command."""
    cli.command("doctor", help=say.DOCTOR)(doctor)


def doctor(ctx: typer.Context, as_json: Annotated[bool, typer.Option("--json", help=say.JSON)] = False) -> None:
    """Status 0 when everything fits, 1 when something does not or nothing can be read."""
    from bot.cli.desk import settings_of
    from bot.doctor import examine
    from bot.sql.database import RunError
    from bot.sql.runner import Runner
    from ingest.doctor import report as diagnose

    settings = settings_of(ctx)
    runner = Runner(settings.db)
    try:
        health = examine(runner.lookup, settings, runner.edition())
        store = diagnose(settings.db)
    except RunError as error:
        raise fail(" ".join(t for t in (error.message, error.hint) if t), 1) from error
    if as_json:
        found = {**health.to_json(), "unknown": store.unknown, "changes": store.changes}
        typer.echo(json.dumps(found, ensure_ascii=False, default=_plain))
    else:
        typer.echo(
            "\n".join([*_lines(health), *_list(told.UNKNOWN, store.unknown), *_list(told.CHANGES, store.changes)])
        )
    raise typer.Exit(0 if health.sound and health.reports else 1)


def _list(heading: str, records: list[dict[str, Any]]) -> list[str]:
    """A heading and a line a record; nothing where there are none."""
    lines = [told.record(r) for r in records[: told.MOST_UNREAD]]
    more = [told.more(len(records) - told.MOST_UNREAD)] if len(records) > told.MOST_UNREAD else []
    return ["", heading, *lines, *more] if records else []


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _lines(health: Health) -> list[str]:
    lines = [told.NOTHING if not health.reports else told.SOUND if health.sound else told.UNSOUND, ""]
    for report in health.reports:
        lines += [*_report(report), ""]
    if health.others:
        lines.append(told.OTHERS)
        lines += [told.other(o["kind"], o["file_name"], _day(o["posted_on"])) for o in health.others]
    lines += [told.totals(health.corrections, health.disputes), "", told.SETTINGS]
    return [*lines, *[f"  {name}: {value}" for name, value in health.settings.items()]]


def _report(report: ReportHealth) -> list[str]:
    week = words.week(report.start, report.end)
    lines = [told.report(week, report.file_name, report.sample, report.pages, _day(report.posted_on))]
    lines += [told.counts(report.counts), told.checks(sum(c.ok for c in report.checks), len(report.checks))]
    lines += [told.failed(c.name, c.stated, c.read) for c in report.checks if not c.ok]
    lines += [told.quarantined(q.section, q.page, q.text) for q in report.quarantine]
    lines += [told.unread(u.section, u.page, u.text) for u in report.unread[: told.MOST_UNREAD]]
    rest = len(report.unread) - told.MOST_UNREAD
    return [*lines, told.more_unread(rest)] if rest > 0 else lines


def _day(value: date | None) -> str:
    return value.isoformat() if value else ""
