"""The settings as the doctor shows them, and its findings as plain data."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from sqlalchemy.engine import make_url

if TYPE_CHECKING:
    from bot.settings import Settings
    from ingest.doctor import Diagnosis


def to_json(found: Diagnosis, settings: dict[str, str]) -> dict[str, Any]:
    """Plain data, with `sound` for the whole and for each document."""
    told = [{**asdict(document), "sound": document.sound} for document in found.documents]
    return {
        "sound": found.sound,
        "reports": [d for d in told if d["kind"] == "report"],
        "others": [d for d in told if d["kind"] != "report"],
        "corrections": found.corrections,
        "disputes": found.disputes,
        "unmatched": found.unmatched,
        "unknown": found.unknown,
        "changes": found.changes,
        "history": found.history,
        "settings": settings,
    }


def shown_settings(settings: Settings, edition: str) -> dict[str, str]:
    """The settings as they stand, secrets only as set or not set."""
    return {
        "db": str(settings.db),
        "edition": edition,
        "state": make_url(settings.state).render_as_string(hide_password=True),
        "sources": " ".join(settings.watched) or "-",
        "model": settings.model or "offline",
        "words": str(settings.words) if settings.words else "-",
        "slack_bot_token": "set" if settings.slack_bot_token.get_secret_value() else "-",
        "slack_app_token": "set" if settings.slack_app_token.get_secret_value() else "-",
        "slack_signing_secret": "set" if settings.slack_signing_secret.get_secret_value() else "-",
        "slack_api_url": settings.slack_api_url,
    }
