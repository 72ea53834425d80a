"""Health, readiness and metrics, asked over HTTP."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bot.ops.pages import OpsServer, Pages
from bot.scheduler.lease import Lease
from bot.state import StateStore, open_store
from bot.state.outbox import Outbox
from bot.state.subscriptions import Subscriptions
from bot.watch.errors import Trouble
from bot.watch.memory import Memory


@pytest.fixture
def store(tmp_path: Path) -> Iterator[StateStore]:
    opened = open_store(f"sqlite:///{tmp_path}/state.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def get(store: StateStore, sample_db: Path) -> Iterator[httpx.Client]:
    server = OpsServer(Pages(store, sample_db), "127.0.0.1", 0)
    server.start()
    with httpx.Client(base_url=f"http://127.0.0.1:{server.port}") as client:
        yield client
    server.close()


def test_alive_and_ready(get: httpx.Client) -> None:
    assert get.get("/healthz").text == "alive"
    ready = get.get("/readyz")
    assert ready.status_code == 200
    assert ready.json()["database"] == {"ok": True, "says": "3 reports, newest 2017-02-11"}
    assert get.get("/elsewhere").status_code == 404


def test_not_ready_without_a_database_and_says_why(store: StateStore, tmp_path: Path) -> None:
    status, _, body = Pages(store, tmp_path / "none.duckdb").answer("/readyz")
    assert status == 503
    assert "ingest" in json.loads(body)["database"]["says"]
    (tmp_path / "bad.duckdb").write_bytes(b"not a database")
    assert Pages(store, tmp_path / "bad.duckdb").answer("/readyz")[0] == 503
    assert Pages(store, tmp_path / "bad.duckdb").answer("/metrics")[0] == 200, "metrics tell what can be told"


def test_a_state_store_that_went_away_is_not_ready_but_alive(
    store: StateStore, sample_db: Path, tmp_path: Path
) -> None:
    store.close()
    for path in tmp_path.glob("state.sqlite*"):
        path.unlink()
    (tmp_path / "state.sqlite").mkdir()
    pages = Pages(store, sample_db)
    assert pages.answer("/readyz")[0] == 503
    assert pages.answer("/healthz")[0] == 200


def test_metrics_count_what_the_stores_hold(get: httpx.Client, store: StateStore) -> None:
    outbox = Outbox(store, "me")
    for channel in ("C1", "C2"):
        outbox.put("alert", channel, "d", {"text": "x"})
    outbox.sent(outbox.claim(1)[0].id, "1.1")
    Subscriptions(store).put("T", "C1", "alerts", "U")
    Memory(store).failed("https://h.example/", Trouble("gone", "gone"), None)
    Lease(store, "watcher", "one").take()
    told = get.get("/metrics").text
    for line in (
        'detainer_desk_outbox{status="pending"} 1.0',
        'detainer_desk_outbox{status="sent"} 1.0',
        'detainer_desk_subscriptions{kind="alerts"} 1.0',
        'detainer_desk_troubles{code="gone"} 1.0',
        'detainer_desk_leader{name="watcher"} 1.0',
        "detainer_desk_reports 3.0",
    ):
        assert line in told
    assert "h.example" not in told, "no addresses"


def test_routes_are_the_three_paths(store: StateStore, sample_db: Path) -> None:
    routes = Pages(store, sample_db).routes()
    assert {path: route()[0] for path, route in routes.items()} == {"/healthz": 200, "/readyz": 200, "/metrics": 200}
