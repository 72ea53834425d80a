"""`detainer-desk doctor`: what is loaded and how sound it is."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from bot.cli.files import fail
from bot.messages import cli as say
from bot.messages import doctor as told

if TYPE_CHECKING:
    from bot.doctor.page import Pictures
    from ingest.doctor import Diagnosis

Form = Literal["text", "json", "markdown", "html"]


def register(cli: typer.Typer) -> None:
    """Add the command."""
    cli.command("doctor", help=say.DOCTOR)(doctor)


def doctor(
    ctx: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help=say.JSON)] = False,
    form: Annotated[Form, typer.Option("--format", help=told.OPTION_FORMAT)] = "text",
    out: Annotated[Path | None, typer.Option("--out", "-o", help=told.OPTION_OUT)] = None,
) -> None:
    """Status 0 when everything fits, 1 when something does not or nothing can be read."""
    from bot.cli.desk import settings_of
    from bot.doctor.shown import shown_settings
    from ingest.doctor import report

    settings = settings_of(ctx)
    try:
        found = report(settings.db)
    except (OSError, ValueError) as error:
        raise fail(str(error), 1) from error
    shown = shown_settings(settings, settings.db.resolve().name)
    try:
        _give("json" if as_json else form, found, shown, settings.db, out)
    except OSError as error:
        raise fail(say.not_writable(str(error.filename or out), error.strerror or str(error)), 1) from error
    raise typer.Exit(0 if found.sound and found.documents else 1)


def _give(form: Form, found: Diagnosis, settings: dict[str, str], db: Path, out: Path | None) -> None:
    if form == "markdown" and out is not None:
        from bot.doctor import markdown

        typer.echo(str(markdown.write(found, settings, _pictures(found, db), out)))
        return
    text = _text(form, found, settings, db)
    if out is None:
        typer.echo(text, nl=not text.endswith("\n"))
        return
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(text, encoding="utf-8")
    typer.echo(str(out))


def _text(form: Form, found: Diagnosis, settings: dict[str, str], db: Path) -> str:
    if form == "json":
        from bot.doctor.shown import to_json

        return json.dumps(to_json(found, settings), ensure_ascii=False, default=_plain)
    if form == "html":
        from bot.doctor import page

        return page.render(found, settings, _pictures(found, db))
    if form == "markdown":
        from bot.doctor import markdown

        return markdown.render(found, settings, {})
    from bot.doctor import text

    return text.render(found, settings)


def _pictures(found: Diagnosis, db: Path) -> Pictures:
    """The pages with places set aside or not read; a spreadsheet or web page has none."""
    from bot.doctor.pictures import drawn, marks
    from ingest.doctor import content

    marked = {d.document_id: marks(d) for d in found.documents if d.pages}
    return {key: drawn(content(db, key), named) for key, named in marked.items() if named}


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
