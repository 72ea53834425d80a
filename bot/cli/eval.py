"""`detainer-desk eval`: scores a question set."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.files import fail
from bot.messages import cli as say

if TYPE_CHECKING:
    from bot.ask import Widens


def register(cli: typer.Typer) -> None:
    """Add the command."""
    cli.command("eval", help=say.EVAL)(evaluate)


def _reader(ctx: typer.Context, model: str | None, use: str) -> Widens | None:
    """The model named here, if one is; one that cannot be made is said before the first question."""
    if not (model or use):
        return None
    from pydantic import ValidationError

    from bot.cli.desk import settings_of
    from bot.understand.model.errors import ModelUnavailableError
    from bot.understand.model.settings import ModelSettings
    from bot.understand.model.setup import ConfiguredReader

    try:
        chosen = ModelSettings.model_validate(ModelSettings().model_dump() | ({"use": use} if use else {}))
        reader = ConfiguredReader(model or settings_of(ctx).model, chosen)
        reader.make()
    except ModelUnavailableError as error:
        raise fail(str(error)) from error
    except ValidationError as error:
        raise fail(say.EVAL_USE) from error
    return reader


def evaluate(
    ctx: typer.Context,
    items: Annotated[Path, typer.Argument(help=say.EVAL_FILE)],
    model: Annotated[str | None, typer.Option(help=say.EVAL_MODEL)] = None,
    use: Annotated[str, typer.Option(help=say.EVAL_USE)] = "",
    out: Annotated[Path | None, typer.Option("--out", "-o", help=say.REPORT)] = None,
    as_json: Annotated[bool, typer.Option("--json", help=say.JSON)] = False,
) -> None:
    """Status 0 when nothing was wrong or overreached, 1 otherwise, 2 for a file that is no question set."""
    from bot.cli.desk import standing_desk
    from bot.evaluation.items import BadSet, load_items
    from bot.evaluation.report import as_json as to_json
    from bot.evaluation.report import markdown
    from bot.evaluation.score import score

    try:
        questions = load_items(items)
    except BadSet as error:
        raise fail(str(error)) from error
    except OSError as error:
        raise fail(say.not_readable("question set", str(items), error.strerror or "?")) from error
    with standing_desk(ctx, _reader(ctx, model, use)) as desk:
        sums = score(questions, lambda item: desk.ask(item.question, desk.replay(item.thread)))
    if out is not None:
        out.write_text(markdown(sums), encoding="utf-8")
    if as_json:
        typer.echo(json.dumps(to_json(sums), ensure_ascii=False))
    elif out is None:
        typer.echo(markdown(sums))
    raise typer.Exit(1 if sums.count("wrong") + sums.count("overreach") else 0)
