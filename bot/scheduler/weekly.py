"""Weekly summaries at a channel's own day and hour: posted where there is something new, else skipped and said why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from bot.alerts.filters import matches
from bot.backing import Backing, quoting
from bot.messages import scheduler as say
from bot.scheduler.times import WeeklyTime
from bot.sql.database import RunError
from bot.state.models import OutboxRow
from bot.state.operations import ScheduledRunRow
from bot.state.outbox import Outbox
from bot.state.store import StateStore
from bot.state.subscriptions import Subscription, Subscriptions
from bot.state.types import now
from bot.summary.build import build
from bot.summary.content import Summary
from bot.summary.forms.payload import weekly
from bot.summary.material import NoReport
from bot.summary.reading import Asks, desk_reader
from bot.summary.statements import Unreadable


@dataclass(frozen=True, slots=True)
class Run:
    """A moment that was due, and what came of it."""

    channel: str
    due_at: datetime
    outcome: str
    report_id: str | None


class WeeklyRuns:
    """Runs what is due. Each moment is run once: it is written down, and the outbox takes a report once a channel."""

    def __init__(self, store: StateStore, desk: Asks) -> None:
        self.store, self.desk = store, desk
        self.outbox, self.subscriptions = Outbox(store), Subscriptions(store)

    def tick(self, at: datetime | None = None) -> list[Run]:
        """Run what has come due since the last look."""
        at = at or now()
        return [run for each in self.subscriptions.listed(kind="weekly") if (run := self._one(each, at))]

    def preview(self, to: Subscription, wish: str) -> bool:
        """Send the person who set it up what the channel will get, as a direct message. `wish` names the asking."""
        made = self._summary()
        if made is None:
            return False
        payload = weekly(made) | {"user": to.owner}
        payload["text"] = say.preview(str(payload["text"]), told_time(to))
        payload["backing"] = Backing.model_validate(payload["backing"]).plus(quoting(told_time(to))).model_dump()
        return self.outbox.put("preview", "", wish, payload, team=to.team)

    def listed(self, team: str, channel: str, limit: int = 10) -> list[Run]:
        """The last runs of a channel, newest first, the skipped ones with their reason."""
        wanted = (
            select(ScheduledRunRow)
            .where(ScheduledRunRow.team == team, ScheduledRunRow.channel == channel)
            .order_by(ScheduledRunRow.due_at.desc())
            .limit(limit)
        )
        with self.store.read() as session:
            return [Run(row.channel, row.due_at, row.outcome, row.report_id) for row in session.scalars(wanted)]

    def _one(self, each: Subscription, at: datetime) -> Run | None:
        time = time_of(each)
        due = time.last_due(at) if time else None
        if due is None or self._done(each, due):
            return None
        outcome, report_id = self._run(each)
        run = Run(each.channel, due, outcome, report_id)
        if outcome != "failed":  # a failed one is tried again at the next look
            self._write_down(each, run)
        return run

    def _run(self, each: Subscription) -> tuple[str, str | None]:
        try:
            made = self._summary()
        except (Unreadable, RunError):
            return "failed", None
        if made is None:
            return "no_report", None
        if self._had(each, made.edition):
            return "nothing_new", made.report_id
        if not matches(each.filter_query, made.report_id, None, self.desk.ask_query).wanted:
            return "no_match", made.report_id
        self.outbox.put("weekly", each.channel, made.edition, weekly(made), team=each.team)
        return "posted", made.report_id

    def _summary(self) -> Summary | None:
        """The newest report's summary; its `edition` is the document it was made of, like a report that just posted."""
        try:
            read = desk_reader(self.desk)
            made = build(read)
        except NoReport:
            return None
        rows = read(f"SELECT source_document FROM reports WHERE report_id = '{made.report_id}'").rows  # noqa: S608 - an ISO date
        return made.model_copy(update={"edition": str(rows[0][0])})

    def _had(self, each: Subscription, document: str) -> bool:
        """Whether the channel got this report's summary, by the hour or when it posted."""
        wanted = select(OutboxRow.id).where(
            OutboxRow.team == each.team,
            OutboxRow.channel == each.channel,
            OutboxRow.kind == "weekly",
            OutboxRow.document_revision == document,
        )
        with self.store.read() as session:
            return session.scalars(wanted).first() is not None

    def _done(self, each: Subscription, due: datetime) -> bool:
        wanted = select(ScheduledRunRow.id).where(
            ScheduledRunRow.team == each.team,
            ScheduledRunRow.channel == each.channel,
            ScheduledRunRow.kind == "weekly",
            ScheduledRunRow.due_at == due,
        )
        with self.store.read() as session:
            return session.scalars(wanted).first() is not None

    def _write_down(self, each: Subscription, run: Run) -> None:
        values: dict[str, Any] = {"outcome": run.outcome, "report_id": run.report_id, "due_at": run.due_at}
        try:
            with self.store.write() as session:
                session.add(ScheduledRunRow(team=each.team, channel=each.channel, kind="weekly", **values))
        except IntegrityError:  # another process was as quick; the outbox took the message once
            return


def time_of(each: Subscription) -> WeeklyTime | None:
    """The subscription's own hour; None where its summary comes when a report posts."""
    if not each.schedule:
        return None
    try:
        return WeeklyTime.model_validate(each.schedule)
    except ValidationError:
        return None


def told_time(each: Subscription) -> str:
    """When a subscription's summary comes, in words."""
    time = time_of(each)
    return say.when(time.day, time.hour, time.minute, time.tz) if time else say.WHEN_POSTED
