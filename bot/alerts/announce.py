"""Announcing documents: into the outbox for every channel that asked, then marked as announced.

The order makes it safe to be killed anywhere: the outbox takes a message once however often it is put, and a document
is marked only when all its messages are in. What was loaded before anybody watched is the baseline: never news.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from sqlalchemy import select, update

from bot.alerts import backing, filters, retold, slack
from bot.alerts.content import Alert
from bot.alerts.documents import Document, documents
from bot.alerts.follow_up import FollowUps
from bot.alerts.make import Maker
from bot.messages import alerts as say
from bot.ops.marks import reach
from bot.state.operations import AnnouncedRow
from bot.state.outbox import Outbox
from bot.state.store import StateStore
from bot.state.subscriptions import Subscription, Subscriptions
from bot.state.types import now
from bot.summary.forms.payload import weekly
from bot.summary.reading import Asks, desk_reader
from bot.watch.loaded import reading

_BASELINE = ""  # the row that says that a baseline was taken; no document has this id

SETTLE = timedelta(seconds=60)
"""After this time every answer from the edition before a document has been given."""


class Announcer:
    """Puts alerts for documents that were not announced. The desk looks at the newest edition at each question."""

    def __init__(self, store: StateStore, db_path: Path, desk: Asks) -> None:
        self.store, self.db_path, self.desk, self.ask = store, db_path, desk, desk.ask_query
        self.outbox, self.subscriptions, self.settle = Outbox(store), Subscriptions(store), SETTLE
        self.follow_ups = FollowUps(store, self.outbox, desk.ask_query)

    def baseline(self) -> None:
        """Once in the life of a state store: what is loaded now was not posted just now."""
        with self.store.read() as session:
            if session.get(AnnouncedRow, _BASELINE) is not None:
                return
        with reading(self.db_path) as connection:
            found = documents(connection) if connection else []
        with self.store.write() as session:
            for document_id in (_BASELINE, *(document.id for document in found)):
                session.merge(AnnouncedRow(document_id=document_id, how="baseline", at=now()))

    def __call__(self) -> int:
        """Announce what is new; how many messages were put."""
        announced = self._announced()
        with reading(self.db_path) as connection:
            if connection is None:
                return 0
            found = documents(connection)
            new = [document for document in found if document.id not in announced]
            put = self._settle(found)
            for document in new:
                maker = Maker(connection, desk_reader(self.desk), sorted(announced))
                put += self._one(maker, document)
                announced.add(document.id)
        return put

    def _one(self, maker: Maker, document: Document) -> int:
        alert = maker.alert(document)
        put = 0
        if alert is not None:
            put += sum([self._alert(alert, each, maker) for each in self.subscriptions.listed(kind="alerts")])
            if document.what == "report":
                put += sum([self._weekly(document, each, maker) for each in self.subscriptions.listed(kind="weekly")])
            put += self.follow_ups.after(alert)
        with self.store.write() as session:
            session.merge(AnnouncedRow(document_id=document.id, how="announced" if alert else "quiet", at=now()))
        reach("announced")
        return put

    def _alert(self, alert: Alert, to: Subscription, maker: Maker) -> bool:
        wanted, own = self._own(alert, to, maker)
        if not wanted:
            return False
        put = self.outbox.put("alert", to.channel, alert.document.id, slack.payload(alert, own), team=to.team)
        reach("queued")
        return put

    def _own(self, alert: Alert, to: Subscription, maker: Maker) -> tuple[bool, slack.Own]:
        """Whether a subscriber wants this alert, and the line about his filter."""
        if to.filter_query is None:
            return True, slack.Own()
        if alert.document.what == "correction":
            return filters.concerns(to.filter_query, [(s.county, s.state) for s in alert.taken_back]), slack.Own()
        report = str(alert.report_id)
        matched = filters.matches(to.filter_query, report, maker.summary(report).previous, self.ask)
        if not matched.wanted or matched.now is None:
            return matched.wanted, slack.Own()
        behind = backing.of_filter(to.filter_text, matched.now, matched.before)
        if matched.now == 0:
            return True, slack.Own(say.filter_section_one(to.filter_text), behind)
        return True, slack.Own(say.of_filter(to.filter_text, matched.now, matched.before), behind)

    def _weekly(self, document: Document, to: Subscription, maker: Maker) -> bool:
        if to.schedule:  # it has a day and an hour of its own: see bot.scheduler
            return False
        payload = weekly(maker.summary(str(document.report_id)))
        return self.outbox.put("weekly", to.channel, document.id, payload, team=to.team)

    def _settle(self, found: list[Document]) -> int:
        """A while after a document: whoever was answered from the edition before, just as it was announced, is told."""
        before = now() - self.settle
        unsettled = (AnnouncedRow.how == "announced", AnnouncedRow.at <= before)
        with self.store.read() as session:
            rows = list(session.scalars(select(AnnouncedRow).where(*unsettled)))
        if not rows:
            return 0
        ids = {row.document_id for row in rows}
        since = min(row.at for row in rows) - retold.LONGEST_ANSWER
        whats = {document.what for document in found if document.id in ids}
        put = self.follow_ups.late(retold.GivenLate(since, self.db_path.resolve().name), whats)
        with self.store.write() as session:
            session.execute(update(AnnouncedRow).where(AnnouncedRow.document_id.in_(ids)).values(how="settled"))
        return put

    def _announced(self) -> set[str]:
        with self.store.read() as session:
            return set(session.scalars(select(AnnouncedRow.document_id)))
