"""`detainer-desk ask`: one question, or a file of them through one process and one connection."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.files import fail, plain, read_bytes, read_thread
from bot.messages import cli as say

if TYPE_CHECKING:
    from bot.answer.answer import Answer
    from bot.ask import Desk

NO_DATABASE = ("no_database", "not_a_database", "old_schema", "no_reports", "bad_words_file")
STATUS = {"answered": 0, "clarify": 3, "declined": 4}


def register(cli: typer.Typer) -> None:
    """Add the command."""
    cli.command("ask", help=say.ASK)(ask)


def ask(
    ctx: typer.Context,
    question: Annotated[str | None, typer.Argument(help=say.QUESTION)] = None,
    thread: Annotated[Path | None, typer.Option(help=say.THREAD)] = None,
    batch: Annotated[Path | None, typer.Option(help=say.BATCH)] = None,
    as_json: Annotated[bool, typer.Option("--json", help=say.JSON)] = False,
    sql: Annotated[bool, typer.Option("--sql", help=say.SHOW_SQL)] = False,
) -> None:
    """Answer, and end with a status that says what came of it."""
    from bot.sql.engine import make_ahead

    make_ahead(2 if batch is None else 1)  # one to check on, one to run on, while the rest is imported
    from bot.cli.desk import open_desk, standing_desk

    if batch is not None and question is not None:
        raise fail(say.ONE_OF_TWO)
    if batch is not None:
        asked = read_bytes(batch, "batch file")
        with standing_desk(ctx) as desk:
            for line in answer_lines(desk, asked):
                typer.echo(json.dumps(line, ensure_ascii=False))
        return
    if question is None:
        raise fail(say.NEED_QUESTION)
    desk = open_desk(ctx)
    earlier = read_thread(thread)
    answer = desk.ask(plain(question), desk.replay(plain(m) for m in earlier))
    if as_json:
        typer.echo(json.dumps(answer.to_json(), ensure_ascii=False))
    else:
        from bot.cli.render import rendered

        typer.echo(rendered(answer, sql=sql))
    raise typer.Exit(exit_status(answer))


def exit_status(answer: Answer) -> int:
    """0 answered, 3 asked back, 4 declined, 1 where there is no database to answer from."""
    return 1 if answer.code in NO_DATABASE else STATUS[answer.status]


def answer_lines(desk: Desk, raw: bytes) -> Iterator[dict[str, Any]]:
    """An answer for each line, in order; a line that is no question gets one that says so, and the rest go on."""
    for number, line in enumerate(raw.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        if line.strip():
            yield _answer_line(desk, number, line)


def _answer_line(desk: Desk, number: int, line: bytes) -> dict[str, Any]:
    from bot.answer.answer import Answer

    item: Any = None
    try:
        item = json.loads(line.decode("utf-8"))
        question, thread = _asked(item)
    except ValueError as error:
        identity = item.get("id") if isinstance(item, dict) else None
        answer = Answer(status="declined", code="bad_line", text=say.bad_line(number, _why(error)))
        return {"id": identity, **answer.to_json()}
    answer = desk.ask(plain(question), desk.replay(plain(m) for m in thread))
    return {"id": item.get("id"), **answer.to_json()}


def _asked(item: Any) -> tuple[str, list[str]]:
    if not isinstance(item, dict):
        raise ValueError("it is not an object")
    question, thread = item.get("question"), item.get("thread") or []
    if not isinstance(question, str):
        raise ValueError("its question is not a text")
    if not isinstance(thread, list) or not all(isinstance(m, str) for m in thread):
        raise ValueError("its thread is not a list of texts")
    return question, thread


def _why(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"it is not JSON ({error.msg} at character {error.pos + 1:,})"
    return "it is not UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
