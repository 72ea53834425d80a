"""`detainer-desk summary`: the weekly summary of one report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from bot.cli.desk import settings_of
from bot.cli.files import fail
from bot.messages import summary as say

if TYPE_CHECKING:
    from bot.summary.content import Summary

Form = Literal["text", "json", "markdown", "html", "slack", "csv"]


def register(cli: typer.Typer) -> None:
    """Add the command."""
    cli.command("summary", help=say.COMMAND)(summary)


def summary(
    ctx: typer.Context,
    report: Annotated[str | None, typer.Option("--report", help=say.OPTION_REPORT)] = None,
    as_json: Annotated[bool, typer.Option("--json", help=say.OPTION_JSON)] = False,
    form: Annotated[Form, typer.Option("--format", help=say.OPTION_FORMAT)] = "text",
    out: Annotated[Path | None, typer.Option("--out", help=say.OPTION_OUT)] = None,
) -> None:
    """Print the summary, or write it with its pictures and tables into a folder."""
    from bot.sql.database import RunError
    from bot.summary.build import build
    from bot.summary.material import NoReport
    from bot.summary.reading import open_reader
    from bot.summary.statements import Unreadable

    try:
        made = build(open_reader(settings_of(ctx).db), report)
    except NoReport as error:
        raise fail(str(error), 4) from error
    except (Unreadable, RunError) as error:
        raise fail(str(error), 1) from error
    try:
        _give("json" if as_json else form, made, out)
    except OSError as error:
        raise fail(say.not_written(str(error.filename or out), error.strerror or str(error)), 1) from error


def _give(form: Form, made: Summary, out: Path | None) -> None:
    if form == "markdown" or form == "csv":
        for path in _write(form, made, out or Path()):
            typer.echo(str(path))
        return
    text = _text(form, made)
    if out is None:
        typer.echo(text, nl=not text.endswith("\n"))
        return
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(text, encoding="utf-8")
    typer.echo(str(out))


def _text(form: Form, made: Summary) -> str:
    from bot.summary.forms import html, slack, text

    if form == "json":
        return json.dumps(made.to_json(), ensure_ascii=False)
    if form == "html":
        return html.render(made)
    if form == "slack":
        messages: dict[str, Any] = {"message": slack.headline(made), "replies": slack.details(made)}
        return json.dumps(messages, ensure_ascii=False)
    return text.render(made)


def _write(form: Form, made: Summary, folder: Path) -> list[Path]:
    from bot.summary.forms import csvs, markdown

    written = [markdown.write(made, folder)] if form == "markdown" else []
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in csvs.files(made).items() if form == "csv" else ():
        (folder / name).write_text(content, encoding="utf-8")
        written.append(folder / name)
    return written
