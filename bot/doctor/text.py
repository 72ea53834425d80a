"""The doctor's findings as lines of text."""

from __future__ import annotations

from bot.messages import answers as words
from bot.messages import doctor as say
from ingest.doctor import Diagnosis, DocumentHealth, Record


def render(found: Diagnosis, settings: dict[str, str]) -> str:
    """Everything in brief; long lists are cut, and say so."""
    lines = [verdict(found), ""]
    for document in found.reports:
        lines += [*_document(document), ""]
    if found.others:
        lines.append(say.OTHERS)
        lines += [line for document in found.others for line in _document(document)]
    lines.append(say.totals(found.corrections, found.disputes))
    lines += [*_list(say.UNMATCHED, found.unmatched), *_list(say.UNKNOWN, found.unknown)]
    lines += [*_list(say.CHANGES, found.changes), "", say.SETTINGS]
    return "\n".join([*lines, *[f"  {name}: {value}" for name, value in settings.items()]])


def verdict(found: Diagnosis) -> str:
    """Whether all is well, in a sentence."""
    return say.NOTHING if not found.documents else say.SOUND if found.sound else say.UNSOUND


def title(document: DocumentHealth) -> str:
    """What a document is, in a line."""
    posted = document.posted_on.isoformat() if document.posted_on else ""
    if document.start and document.end:
        week = words.week(document.start, document.end)
        return say.report(week, document.file_name, document.sample, document.pages or 0, posted)
    return say.other(document.kind, document.file_name, document.sample, posted)


def _document(document: DocumentHealth) -> list[str]:
    lines = [title(document)]
    if document.counts:
        lines.append(f"  {say.counts(document.counts)}")
    if document.checks:
        lines.append(f"  {say.checks(sum(c.ok for c in document.checks), len(document.checks))}")
    lines += [say.failed(c.name, c.stated, c.read) for c in document.checks if not c.ok]
    lines += [say.quarantined(q.section, q.page, q.text) for q in document.quarantine[: say.MOST]]
    lines += _more(len(document.quarantine))
    lines += [say.unread(u.section, u.page, u.text) for u in document.unread[: say.MOST]]
    return [*lines, *_more(len(document.unread))]


def _list(heading: str, records: list[Record]) -> list[str]:
    """A heading and a line a record; nothing where there are none."""
    lines = [say.record(r) for r in records[: say.MOST]]
    return ["", heading, *lines, *_more(len(records))] if records else []


def _more(total: int) -> list[str]:
    return [say.more(total - say.MOST)] if total > say.MOST else []
