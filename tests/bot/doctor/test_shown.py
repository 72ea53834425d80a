"""Settings are shown without their secrets; the findings as JSON carry whether all is sound."""

from __future__ import annotations

import json

import pytest

from bot.doctor.shown import shown_settings, to_json
from bot.settings import Settings
from ingest.doctor import Diagnosis


def test_secrets_are_only_set_or_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-very-secret")
    monkeypatch.setenv("DETAINER_DESK_STATE", "postgresql://me:hunter2@host/db")
    shown = shown_settings(Settings(), "desk-1.duckdb")
    assert shown["slack_bot_token"] == "set"
    assert "hunter2" not in str(shown)
    assert "secret" not in "".join(shown.values())


def test_json_tells_each_document(found: Diagnosis) -> None:
    data = json.loads(json.dumps(to_json(found, {}), default=str))
    assert data["sound"] is False
    (report,) = data["reports"]
    assert report["sound"] is False
    assert report["quarantine"][0]["cells"]
    assert [o["kind"] for o in data["others"]] == ["foia_detainers"]
