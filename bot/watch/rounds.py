"""One round of the watcher: every source looked at, what is new ingested, what was ingested announced."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.messages import watch as say
from bot.ops.marks import reach
from bot.watch import patterns
from bot.watch.errors import Trouble
from bot.watch.intake import Intake
from bot.watch.loaded import document_ids, reading
from bot.watch.look import Found, Look, Looker, look_into_folder
from bot.watch.memory import Memory
from bot.watch.waiting import Waiting

if TYPE_CHECKING:
    from bot.watch.http import Client
    from ingest.job import Outcome

Announce = Callable[[], int]
"""Puts alerts for every document not yet announced into the outbox; how many messages it put."""


class Stopping(Exception):  # noqa: N818 - it names what happens
    """The watcher is told to stop while it waits to ask a server again. Nothing of that look is kept."""


@dataclass(slots=True)
class Round:
    """What a round brought. `troubles` holds only what was not said before."""

    looked: list[str] = field(default_factory=list)
    resting: list[str] = field(default_factory=list)
    outcomes: list[tuple[Found, Outcome]] = field(default_factory=list)
    troubles: list[tuple[str, Trouble]] = field(default_factory=list)
    recovered: list[str] = field(default_factory=list)
    queued: int = 0

    @property
    def fine(self) -> bool:
        """Nothing new went wrong."""
        return not self.troubles and all(outcome.status != "rejected" for _, outcome in self.outcomes)


class Watcher:
    """Looks at sources, one after the other.

    `rhythm` is the time between rounds: a source in trouble rests for a multiple of it. None for single rounds, which
    leave a source alone only where its server asked for that.
    """

    def __init__(
        self,
        db_path: Path,
        memory: Memory,
        client: Client,
        announce: Announce,
        rhythm: timedelta | None,
        pause: Callable[[float], None] | None = None,
        report: Callable[[Round], int] | None = None,
    ) -> None:
        self.db_path, self.memory, self.client, self.announce, self.rhythm = db_path, memory, client, announce, rhythm
        self.report = report
        self.closing = threading.Event()
        """Set to end the round after the source in hand; a wait for a server ends at once."""
        self.intake = Intake(db_path, memory, set())
        self.looker = Looker(client, memory, self.intake.settled, pause or self._pause)

    def round(self, sources: Iterable[str]) -> Round:
        """Look at the sources given. A source in trouble never keeps another from being looked at."""
        done = Round()
        self.intake.loaded = document_ids(self.db_path)
        for source in sources:
            if self.closing.is_set():
                break
            if self.memory.resting(source):
                done.resting.append(source)
                continue
            try:
                self._one(source, done)
            except Stopping:
                break
            done.looked.append(source)
        done.queued = self.announce()
        if self.report:
            done.queued += self.report(done)
        return done

    def _pause(self, seconds: float) -> None:
        if self.closing.wait(seconds):
            raise Stopping

    def _one(self, source: str, done: Round) -> None:
        try:
            look = self._look(source)
        except Trouble as trouble:
            rest = Waiting.rest(self.memory.failures(source), self.rhythm, trouble.again_in)
            self._trouble(source, trouble, done, rest)
            return
        reach("found")
        taken = self.intake.take(source, look)
        reach("remembered")
        done.outcomes += taken
        for url, of_link in look.troubles.items():
            self._trouble(url, of_link, done, None)
        for url in [*look.unchanged, *(found.source for found in look.found)]:
            if url in self._in_trouble() and self.memory.well(url, 0):
                done.recovered.append(url)
        if self.memory.well(source, look.links):
            done.recovered.append(source)

    def _look(self, source: str) -> Look:
        if patterns.is_pattern(source):
            return self._look_by_pattern(source)
        if "://" in source:
            return self.looker.look(source)
        return look_into_folder(Path(source), self.intake.loaded, self.memory, self.intake.settled)

    def _look_by_pattern(self, pattern: str) -> Look:
        with reading(self.db_path) as connection:
            rows = connection.execute("SELECT period_start FROM main.reports").fetchall() if connection else []
        weeks: list[date] = [row[0] for row in rows]
        look = self.looker.ask_for(pattern, patterns.addresses(pattern, weeks))
        # An address that is not there yet is what a pattern is for; anything else is a trouble of its own.
        look.troubles = {url: why for url, why in look.troubles.items() if why.code != "gone"}
        return look

    def _trouble(self, what: str, trouble: Trouble, done: Round, rest: timedelta | None) -> None:
        if self.memory.failed(what, trouble, rest):
            done.troubles.append((what, trouble))

    def _in_trouble(self) -> dict[str, str]:
        return self.memory.troubles()


def told(done: Round) -> list[str]:
    """The round in sentences, one a line; empty for a round in which nothing happened."""
    lines = [
        say.outcome(f.source, o.status, o.report_id, o.message) for f, o in done.outcomes if o.status != "unchanged"
    ]
    lines += [say.trouble(source, trouble.message) for source, trouble in done.troubles]
    lines += [say.recovered(source) for source in done.recovered]
    return lines + ([say.queued(done.queued)] if done.queued else [])


def to_json(done: Round) -> dict[str, Any]:
    """The round for programs: every document's outcome as `ingest` prints it, troubles with their codes."""
    outcomes = [json.loads(outcome.to_json()) | {"source": found.source} for found, outcome in done.outcomes]
    troubles = [{"source": source, "code": t.code, "message": t.message} for source, t in done.troubles]
    return {
        "looked": done.looked,
        "resting": done.resting,
        "outcomes": outcomes,
        "troubles": troubles,
        "recovered": done.recovered,
        "queued": done.queued,
    }
