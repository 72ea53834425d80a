"""What health checks and metrics say to the people who keep the desk running."""

from __future__ import annotations

NO_DATABASE = "there is no database; load reports with: detainer-desk ingest"
DATABASE_UNREADABLE = "the database cannot be opened; look at it with: detainer-desk doctor"
NO_REPORTS = "the database holds no report yet"
STATE_SILENT = "the state store does not answer; check DETAINER_DESK_STATE and its server"
STATE_ANSWERS = "answers"
ALIVE = "alive"
NOT_FOUND = "Only /healthz, /readyz and /metrics are served here."


def reports(n: int, newest: str | None) -> str:
    """What is loaded."""
    return f"{n} {'report' if n == 1 else 'reports'}, newest {newest}"


METRICS = {
    "outbox": "Messages in the outbox, by status.",
    "outbox_oldest": "Age in seconds of the oldest message that is due and not sent.",
    "deliveries": "Posts from Slack, by status.",
    "answers": "Answers given, by status.",
    "feedback": "Feedback of readers, by verdict.",
    "subscriptions": "Active subscriptions, by kind.",
    "troubles": "Sources in trouble, by code.",
    "reports": "Weekly reports loaded.",
    "edition_age": "Seconds since the newest edition of the database was published.",
    "leader": "1 where somebody holds the lease.",
}
