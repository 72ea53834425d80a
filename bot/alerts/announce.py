"""Announcing documents: into the outbox for every channel that asked, then marked as announced.

The order makes it safe to be killed anywhere: the outbox takes a message once however often it is put, and a document
is marked only when all its messages are in. What was loaded before anybody watched is the baseline: never news.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot.alerts import filters, retold, slack
from bot.alerts.content import Alert
from bot.alerts.documents import Document, documents
from bot.alerts.make import Maker
from bot.messages import alerts as say
from bot.messages import summary as say_summary
from bot.ops.marks import reach
from bot.state.models import OutboxRow
from bot.state.operations import AnnouncedRow
from bot.state.outbox import Outbox
from bot.state.store import StateStore
from bot.state.subscriptions import Subscription, Subscriptions
from bot.state.types import now
from bot.summary.forms.payload import weekly
from bot.summary.forms.slack import escaped, mrkdwn
from bot.summary.reading import Asks, desk_reader
from bot.watch.loaded import reading

_BASELINE = ""  # the row that says that a baseline was taken; no document has this id


class Announcer:
    """Puts alerts for documents that were not announced. The desk looks at the newest edition at each question."""

    def __init__(self, store: StateStore, db_path: Path, desk: Asks) -> None:
        self.store, self.db_path, self.desk, self.ask = store, db_path, desk, desk.ask_query
        self.outbox, self.subscriptions = Outbox(store), Subscriptions(store)

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
            new = [document for document in documents(connection) if document.id not in announced]
            put = 0
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
            put += self._follow_up(alert, maker)
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

    def _own(self, alert: Alert, to: Subscription, maker: Maker) -> tuple[bool, str]:
        """Whether a subscriber wants this alert, and the line about his filter."""
        if to.filter_query is None:
            return True, ""
        if alert.document.what == "correction":
            return filters.concerns(to.filter_query, [(s.county, s.state) for s in alert.taken_back]), ""
        report = str(alert.report_id)
        matched = filters.matches(to.filter_query, report, maker.summary(report).previous, self.ask)
        if not matched.wanted or matched.now is None:
            return matched.wanted, ""
        if matched.now == 0:
            return True, say.filter_section_one(to.filter_text)
        return True, say.of_filter(to.filter_text, matched.now, matched.before)

    def _weekly(self, document: Document, to: Subscription, maker: Maker) -> bool:
        if to.schedule:  # it has a day and an hour of its own: see bot.scheduler
            return False
        payload = weekly(maker.summary(str(document.report_id)))
        return self.outbox.put("weekly", to.channel, document.id, payload, team=to.team)

    def _follow_up(self, alert: Alert, maker: Maker) -> int:
        """Mark the alerts that this document changes, and tell those whose answers it changes."""
        changed = set(alert.corrected_reports)
        if alert.document.what == "revision":
            changed.add(str(alert.report_id))
        if not changed:
            return 0
        put = self._mark(alert, changed - ({str(alert.report_id)} if alert.document.what == "report" else set()))
        why = say.AFTER_REVISION if alert.document.what == "revision" else say.AFTER_CORRECTION
        for each in retold.told_otherwise(self.store, changed, self.ask):
            put += self._mark_answer(each, why) + self._tell(each, why)
        return put

    def _mark(self, alert: Alert, reports: Iterable[str]) -> int:
        wanted = select(OutboxRow).where(OutboxRow.kind == "alert", OutboxRow.ts.is_not(None))
        with self.store.read() as session:
            rows = [row for row in session.scalars(wanted) if row.payload.get("report") in set(reports)]
        put = 0
        for row in rows:
            if row.document_revision == alert.document.id:
                continue
            note = say.corrected_mark(alert.title, alert.document.posted_on or date.today())
            payload = slack.marked(dict(row.payload), str(row.ts), note)
            put += self.outbox.put(f"mark:{row.id}", row.channel, alert.document.id, payload, team=row.team)
        return put

    def _mark_answer(self, each: retold.Otherwise, why: str) -> bool:
        """The old message itself says that it no longer holds; the sender makes it anew from the answer kept."""
        given = each.given
        text = say.answer_mark(given.created_at.date(), _told(each), why)
        payload: dict[str, Any] = {"answer": given.id, "note": text, "text": text}
        return self.outbox.put("mark_answer", given.channel, each.key, payload, team=given.team)

    def _tell(self, each: retold.Otherwise, why: str) -> bool:
        given = each.given
        text = say.told_otherwise(given.user, given.created_at.date(), given.question, _told(each), why)
        safe = escaped(text).replace(f"&lt;@{given.user}&gt;", f"<@{given.user}>")
        payload: dict[str, Any] = {"text": safe, "blocks": [mrkdwn(safe)], "thread_ts": given.thread_ts}
        return self.outbox.put("told_otherwise", given.channel, each.key, payload, team=given.team)

    def _announced(self) -> set[str]:
        with self.store.read() as session:
            return set(session.scalars(select(AnnouncedRow.document_id)))


def _told(each: retold.Otherwise) -> list[tuple[str, str, str]]:
    return [(what, say_summary.number(then), say_summary.number(today)) for what, then, today in each.changes]
