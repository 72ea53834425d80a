"""What follows on a document that changes older ones: old alerts marked, old answers marked, their askers told."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from sqlalchemy import select

from bot.alerts import backing, retold, slack
from bot.alerts.content import Alert
from bot.backing import Backing
from bot.messages import alerts as say
from bot.messages import summary as say_summary
from bot.state.models import OutboxRow
from bot.state.outbox import MARK, Outbox
from bot.state.store import StateStore
from bot.summary.forms.slack import escaped, mrkdwn


class FollowUps:
    """Puts them into the outbox; each once, however often it is asked to."""

    def __init__(self, store: StateStore, outbox: Outbox, ask: retold.AskQuery) -> None:
        self.store, self.outbox, self.ask = store, outbox, ask

    def after(self, alert: Alert) -> int:
        """Mark the alerts that this document changes, and tell those whose answers it changes."""
        changed = set(alert.corrected_reports)
        if alert.document.what == "revision":
            changed.add(str(alert.report_id))
        if not changed:
            return 0
        put = self._mark_alerts(alert, changed - ({str(alert.report_id)} if alert.document.what == "report" else set()))
        return put + self._tell_all(retold.asked_again(self.store, changed, self.ask), why(alert.document.what))

    def late(self, given: retold.GivenLate, whats: Collection[str]) -> int:
        """Tell those who were just being answered from the edition before while a document was announced."""
        found = retold.asked_late(self.store, given, self.ask)
        return self._tell_all(found, why("revision" if "revision" in whats else "correction"))

    def _tell_all(self, found: Iterable[retold.Compared], because: str) -> int:
        put = 0
        for each in found:
            key = each.key(self.outbox.marks(each.given.id))
            if key is not None:
                put += self._mark_answer(each, key, because) + self._tell(each, key, because)
        return put

    def _mark_alerts(self, alert: Alert, reports: Iterable[str]) -> int:
        wanted = select(OutboxRow).where(OutboxRow.kind == "alert", OutboxRow.ts.is_not(None))
        with self.store.read() as session:
            rows = [row for row in session.scalars(wanted) if row.payload.get("report") in set(reports)]
        put = 0
        for row in rows:
            if row.document_revision == alert.document.id:
                continue
            on = alert.document.posted_on or date.today()
            note = say.corrected_mark(alert.title, on)
            payload = slack.marked(dict(row.payload), str(row.ts), note, alert.backing.plus(Backing.of(on)))
            put += self.outbox.put(f"mark:{row.id}", row.channel, alert.document.id, payload, team=row.team)
        return put

    def _mark_answer(self, each: retold.Compared, key: str, because: str) -> bool:
        """The old message itself says how it stands; the sender makes it anew from the answer kept."""
        given = each.given
        text = say.answer_mark(given.created_at.date(), _told(each), because)
        payload: dict[str, Any] = {"answer": given.id, "note": text, "text": text, "backing": _behind(each)}
        return self.outbox.put(MARK, given.channel, key, payload, team=given.team)

    def _tell(self, each: retold.Compared, key: str, because: str) -> bool:
        given = each.given
        text = say.told_otherwise(given.user, given.created_at.date(), given.question, _told(each), because)
        safe = escaped(text).replace(f"&lt;@{given.user}&gt;", f"<@{given.user}>")
        payload: dict[str, Any] = {"text": safe, "blocks": [mrkdwn(safe)], "thread_ts": given.thread_ts}
        payload["backing"] = _behind(each)
        return self.outbox.put("told_otherwise", given.channel, key, payload, team=given.team)


def _behind(each: retold.Compared) -> dict[str, Any]:
    return backing.of_figures(each.given.created_at.date(), each.given.question, each.changes).model_dump()


def why(what: str) -> str:
    """After what a figure is another one."""
    return say.AFTER_REVISION if what == "revision" else say.AFTER_CORRECTION


def _told(each: retold.Compared) -> list[tuple[str, str, str]]:
    return [(what, say_summary.number(then), say_summary.number(today)) for what, then, today in each.changes]
