"""`detainer-desk evidence`: the page behind an answer, rows marked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.files import fail, plain, read_thread
from bot.messages import cli as say
from bot.messages import evidence as words


def register(cli: typer.Typer) -> None:
    """Add the command."""
    cli.command("evidence", help=say.EVIDENCE)(evidence)


def evidence(
    ctx: typer.Context,
    question: Annotated[str, typer.Argument(help=say.QUESTION)],
    out: Annotated[Path, typer.Option("--out", "-o", help=say.OUT)] = Path("evidence.png"),
    page: Annotated[int, typer.Option(help=say.PAGE, min=1)] = 1,
    thread: Annotated[Path | None, typer.Option(help=say.THREAD)] = None,
    as_json: Annotated[bool, typer.Option("--json", help=say.JSON)] = False,
) -> None:
    """Write one PNG. Exit status as for `ask`; 1 where there is no page to draw."""
    from bot.answer.evidence import NoEvidence
    from bot.cli.ask import exit_status
    from bot.cli.desk import open_desk

    desk = open_desk(ctx)
    answer = desk.ask(plain(question), desk.replay(plain(m) for m in read_thread(thread)))
    if answer.query is None:
        raise fail(words.NO_ANSWER.format(text=answer.text), exit_status(answer))
    try:
        picture = desk.picture(answer.query, index=page)
        out.write_bytes(picture.png)
    except NoEvidence as error:
        raise fail(str(error), 1) from error
    except OSError as error:
        raise fail(say.not_writable(str(out), error.strerror or type(error).__name__), 1) from error
    if as_json:
        found = {"path": str(out), "report": picture.report_id, "page": picture.page, "caption": picture.caption}
        typer.echo(json.dumps({**found, "picture": picture.index, "of": picture.of}, ensure_ascii=False))
    else:
        typer.echo(words.written(str(out), picture.caption, picture.index, picture.of))
