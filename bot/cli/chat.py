"""`detainer-desk chat`: a conversation in the terminal, with threads, choices by number, history and completion."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.files import plain
from bot.messages import cli as say

if TYPE_CHECKING:
    from bot.answer.answer import Answer
    from bot.ask import Desk

END = ("exit", "quit", "bye")
HISTORY = Path("~/.local/state/detainer-desk/history")


def register(cli: typer.Typer) -> None:
    """Add the command."""
    cli.command("chat", help=say.CHAT)(chat)


def chat(ctx: typer.Context, as_json: Annotated[bool, typer.Option("--json", help=say.JSON)] = False) -> None:
    """Ask until told to stop. Lines come from the terminal, or from standard input when that is a file or a pipe."""
    from bot.cli.desk import standing_desk

    with standing_desk(ctx) as desk:
        talk = Conversation(desk, as_json=as_json)
        typer.echo(say.CHAT_HELLO, err=True)
        for line in _prompted(desk) if sys.stdin.isatty() else sys.stdin:
            if line.strip().lower() in END:
                break
            for told in talk.hear(plain(line)):
                typer.echo(told)


class Conversation:
    """One thread: what was said, the last answer, and the choices open."""

    def __init__(self, desk: Desk, *, as_json: bool = False) -> None:
        from bot.understand.outcome import Thread

        self._desk, self._as_json = desk, as_json
        self._fresh: Callable[[], Thread] = Thread
        self._thread = Thread()
        self._last: Answer | None = None

    def hear(self, line: str) -> Iterable[str]:
        """What to say to a line."""
        text = line.strip()
        if not text:
            return []
        word = text.lower()
        if word == "new":
            self._thread, self._last = self._fresh(), None
            return [say.CHAT_NEW]
        if word == "help":
            return [self._help()]
        if word == "sql":
            return [self._last.sql if self._last and self._last.sql else say.CHAT_NO_SQL]
        if word == "sources":
            return [self._sources()]
        return [self._asked(text)]

    def _help(self) -> str:
        """What can be asked, by questions that work on what is loaded; then the commands."""
        from bot.sql.database import RunError
        from bot.understand.suggest import menu

        try:
            questions = menu(self._desk.loaded().lexicon)
        except RunError:
            questions = ()
        return "\n".join([say.CHAT_ASK, *[f"  - {q}" for q in questions], "", say.CHAT_HELP, ""])

    def _sources(self) -> str:
        """Where the last figure stands."""
        from bot.cli.render import sources

        shown = sources(self._last) if self._last else ""
        return f"{shown}\n" if shown else say.CHAT_NO_SOURCES

    def _asked(self, text: str) -> str:
        choices = self._thread.open.choices if self._thread.open else ()
        if text.isdigit() and choices:
            if not 1 <= int(text) <= len(choices):
                return say.CHAT_BAD_NUMBER.format(n=text, most=len(choices))
            turn = self._desk.choose(self._thread, int(text))
        else:
            turn = self._desk.converse(text, self._thread)
        self._thread = turn.thread
        if turn.answer.status == "answered":
            self._last = turn.answer  # a courtesy or a question back in between changes nothing
        if self._as_json:
            return json.dumps(turn.answer.to_json(), ensure_ascii=False)
        from bot.cli.render import rendered

        return rendered(turn.answer) + "\n"


def _prompted(desk: Desk) -> Iterable[str]:
    """Lines from a terminal, with history across sessions and completion of what is loaded."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import FuzzyWordCompleter
    from prompt_toolkit.history import FileHistory, History, InMemoryHistory

    history: History = InMemoryHistory()
    path = HISTORY.expanduser()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        history = FileHistory(str(path))
    except OSError:
        pass  # a home that cannot be written keeps no history
    session: PromptSession[str] = PromptSession(history=history, completer=FuzzyWordCompleter(loaded_names(desk)))
    while True:
        try:
            yield session.prompt("> ", complete_while_typing=False)
        except KeyboardInterrupt:
            continue
        except EOFError:
            return


def loaded_names(desk: Desk) -> list[str]:
    """Names of places, facilities, countries and offenses that the reports hold; none without a database."""
    from bot.answer.naming import place_name
    from bot.sql.database import RunError

    try:
        lexicon = desk.loaded().lexicon
    except RunError:
        return []
    places = {place_name(p) for p in lexicon.refusal_places | lexicon.issued_places | lexicon.policy_places}
    states = {p.state for p in lexicon.refusal_places | lexicon.policy_places}
    return sorted({*places, *states, *lexicon.facilities, *lexicon.citizenships, *lexicon.offenses})
