"""One desk in two workspaces that share channel and user ids: installed over OAuth, told apart, removed again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from cryptography.fernet import Fernet
from slack_sdk.signature import SignatureVerifier

from bot.slack.manifest import SCOPES
from bot.state import StateStore, open_store
from bot.state.outbox import Outbox
from bot.state.subscriptions import Subscriptions
from bot.state.workspaces import Workspaces as Installed
from tests.slack_peer.peer import free_port
from tests.slack_peer.workspaces import (
    CHANNEL,
    CLIENT_ID,
    CLIENT_SECRET,
    DESK,
    FIRST,
    PERSON,
    SECOND,
    SIGNING,
    Json,
    Workspaces,
)


class House:
    """The desk as a process of its own, and what people and Slack do to it from outside."""

    def __init__(self, folder: Path, db: Path) -> None:
        self.url, self.folder, self.db = f"http://127.0.0.1:{free_port()}", folder, db
        self.redirect = f"{self.url}/slack/oauth_redirect"
        self.slack = Workspaces(folder, self.redirect)
        self.state, self.log, self.keys = f"sqlite:///{folder}/state.sqlite", folder / "desk.log", [_key()]
        self.store: StateStore = open_store(self.state)
        self.process = self.start()
        self.ids = iter(range(1, 10_000))

    def environment(self, **more: str) -> dict[str, str]:
        """What the desk is told."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("SLACK_", "DETAINER_"))}
        return kept | {
            "SLACK_CLIENT_ID": CLIENT_ID,
            "SLACK_CLIENT_SECRET": CLIENT_SECRET,
            "SLACK_SIGNING_SECRET": SIGNING,
            "SLACK_API_URL": self.slack.api_url,
            "SLACK_REDIRECT_URI": self.redirect,
            "DETAINER_DESK_TOKEN_KEYS": " ".join(self.keys),
            "DETAINER_DESK_STATE": self.state,
            "DETAINER_DESK_DB": str(self.db),
            "DETAINER_DESK_SLACK_PORT": self.url.rpartition(":")[2],
            "DETAINER_DESK_SLACK_PACE": "0",
            **more,
        }

    def start(self) -> subprocess.Popen[bytes]:
        """Start it and wait until it listens."""
        process = subprocess.Popen(self.command(), env=self.environment(), stderr=self.log.open("a"))
        ticks = threading.Event()
        for _ in range(1200):
            try:
                if httpx.get(f"{self.url}/readyz").status_code == 200:
                    return process
            except httpx.TransportError:
                assert process.poll() is None, self.log.read_text()
            ticks.wait(0.05)
        raise AssertionError(self.log.read_text())

    def command(self, mode: str = "http") -> list[str]:
        """The command that starts it."""
        return [sys.executable, "-m", "bot.cli", "slack", "--mode", mode]

    def restart(self) -> None:
        """End it as an operator does, and start it again."""
        self.process.terminate()
        assert self.process.wait(30) == 0
        self.process = self.start()

    def stop(self) -> None:
        """End everything."""
        self.process.terminate()
        self.process.wait(30)
        self.store.close()
        self.slack.stop()

    def begin(self, team: str) -> tuple[str, dict[str, str]]:
        """Open the desk's page for installing: where it sends the browser, and the cookie it sets."""
        first = httpx.get(f"{self.url}/slack/install", params={"team": team})
        assert first.status_code == 302
        return first.headers["location"], {"Cookie": first.headers["set-cookie"].split(";")[0]}

    def installs(self, team: str) -> httpx.Response:
        """A person installs the desk."""
        authorize, cookie = self.begin(team)
        return httpx.get(self.slack.consents(team, authorize), headers=cookie, timeout=30)

    def hears(self, team: str, event: Json, *, at: int | None = None) -> httpx.Response:
        """Slack delivers an event."""
        body = {"type": "event_callback", "team_id": team, "api_app_id": "A0DESK", "event": event}
        more = {"event_id": f"Ev{next(self.ids)}", "event_time": at or int(time.time())}
        more |= {"authorizations": [{"team_id": team, "user_id": DESK, "is_bot": True}]}
        return self._signed(json.dumps(body | more), "application/json")

    def asked(self, team: str, ts: str, text: str, thread: str | None = None) -> None:
        """Somebody asks; the same timestamps may come from both workspaces."""
        event = {"type": "app_mention", "channel": CHANNEL, "user": PERSON, "ts": ts, "text": f"<@{DESK}> {text}"}
        assert self.hears(team, event | ({"thread_ts": thread} if thread else {})).status_code == 200

    def commanded(self, team: str, text: str) -> Json:
        """Somebody gives the slash command; what it says back."""
        form = {"command": "/detainers", "text": text, "team_id": team, "channel_id": CHANNEL, "user_id": PERSON}
        form |= {"trigger_id": f"{next(self.ids)}.{team}", "api_app_id": "A0DESK"}
        answer = self._signed(str(httpx.QueryParams(form)), "application/x-www-form-urlencoded")
        assert answer.status_code == 200
        return dict(answer.json())

    def subscriptions(self, team: str) -> int:
        """How many are active."""
        return len(Subscriptions(self.store).listed(team=team))

    def _signed(self, body: str, kind: str) -> httpx.Response:
        at = str(int(time.time()))
        signature = str(SignatureVerifier(SIGNING).generate_signature(timestamp=at, body=body))
        headers = {"Content-Type": kind, "X-Slack-Request-Timestamp": at, "X-Slack-Signature": signature}
        return httpx.post(f"{self.url}/slack/events", content=body.encode(), headers=headers, timeout=30)


def _key() -> str:
    return Fernet.generate_key().decode()


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory, db: Path) -> Iterator[House]:
    """One desk for all stories."""
    house = House(tmp_path_factory.mktemp("house"), db)
    yield house
    house.stop()


@pytest.fixture
def house(standing: House) -> House:
    """Installed in both workspaces."""
    for team in (FIRST, SECOND):
        assert standing.installs(team).status_code == 200
    return standing


def test_a_person_installs_the_desk_and_is_told_so(standing: House) -> None:
    page = standing.installs(FIRST)
    assert (page.status_code, "Newsroom T000000001" in page.text) == (200, True)
    found = Installed(standing.store).get(FIRST)
    assert found is not None
    assert (found.bot_user, found.installer, set(found.scopes.split(","))) == (DESK, PERSON, set(SCOPES))
    assert standing.slack.requested[-1] == set(SCOPES), "what is asked for is what the manifest names"


def test_each_workspace_is_answered_in_itself(house: House) -> None:
    for team, place in ((FIRST, "Travis"), (SECOND, "Denver")):
        thread = house.slack.says(team, "a question")
        house.asked(team, thread, f"How many refusals in {place} County?")
        assert house.slack.wait(team, f"{place} County")["thread_ts"] == thread
    said = {team: [m["text"] for m in house.slack.messages(team)] for team in (FIRST, SECOND)}
    assert not any("Denver" in text for text in said[FIRST])
    assert not any("Travis" in text for text in said[SECOND])


def test_one_thread_name_in_both_is_two_threads(house: House) -> None:
    name, later = "1700000000.000100", "1700000009.000100"
    places = ((FIRST, "Hennepin"), (SECOND, "Philadelphia"))
    for team, place in places:
        house.asked(team, name, f"How many refusals in {place} County?", thread=name)
        house.slack.wait(team, place, name)
    for team, place in places:
        house.asked(team, later, "how many of them were convicted?", thread=name)
        assert place in house.slack.wait(team, "conviction", name)["text"]


def test_messages_go_to_the_workspace_they_are_for(house: House) -> None:
    outbox = Outbox(house.store)
    for team, name in ((FIRST, "Austin"), (SECOND, "Boston")):
        assert outbox.put("alert", CHANNEL, "document", {"text": f"News for {name}."}, team=team)
    for team, name, other in ((FIRST, "Austin", "Boston"), (SECOND, "Boston", "Austin")):
        house.slack.wait(team, f"News for {name}.")
        assert not any(f"News for {other}." == m["text"] for m in house.slack.messages(team))


def test_a_workspace_that_removes_the_desk_hears_no_more_of_it(house: House) -> None:
    for team in (FIRST, SECOND):
        house.commanded(team, "subscribe alerts")
    assert [house.subscriptions(team) for team in (FIRST, SECOND)] == [1, 1]
    gone = Outbox(house.store)
    gone.put("alert", CHANNEL, "later", {"text": "Never said."}, team=FIRST, not_before=_tomorrow())
    assert house.hears(FIRST, {"type": "app_uninstalled"}).status_code == 200
    _until(lambda: Installed(house.store).get(FIRST) is None)
    _until(lambda: house.subscriptions(FIRST) == 0)
    _until(lambda: gone.counts().get("dead", 0) >= 1)
    assert (Installed(house.store).get(SECOND) is not None, house.subscriptions(SECOND)) == (True, 1)
    house.asked(FIRST, "1800000000.000100", "How many refusals in Travis County?")
    house.asked(SECOND, house.slack.says(SECOND, "hello"), "What did ICE correct?")
    house.slack.wait(SECOND, "correct")
    assert not any(m.get("thread_ts") == "1800000000.000100" for m in house.slack.messages(FIRST))


def test_old_news_does_not_end_a_new_installation(house: House) -> None:
    assert house.hears(FIRST, {"type": "app_uninstalled"}, at=int(time.time()) - 60).status_code == 200
    house.asked(FIRST, house.slack.says(FIRST, "still here"), "How many refusals in King County?")
    house.slack.wait(FIRST, "King")
    assert Installed(house.store).get(FIRST) is not None


@pytest.mark.parametrize(("tokens", "stays"), [({"bot": [DESK]}, False), ({"oauth": [PERSON]}, True)])
def test_a_revoked_token_is_forgotten_if_it_is_ours(house: House, tokens: Json, stays: bool) -> None:
    house.commanded(SECOND, "subscribe weekly")
    assert house.hears(SECOND, {"type": "tokens_revoked", "tokens": tokens}).status_code == 200
    house.asked(FIRST, house.slack.says(FIRST, "after it"), "What did ICE correct?")
    house.slack.wait(FIRST, "correct")
    if not stays:
        _until(lambda: Installed(house.store).get(SECOND) is None)
    assert (Installed(house.store).get(SECOND) is not None) is stays
    assert (house.subscriptions(SECOND) > 0) is stays


def test_an_installation_that_is_not_the_browsers_own_is_refused(standing: House) -> None:
    authorize, cookie = standing.begin(FIRST)
    back = standing.slack.consents(FIRST, authorize)
    assert httpx.get(back).status_code == 400, "another browser"
    assert httpx.get(back, headers=cookie, timeout=30).status_code == 200
    assert httpx.get(back, headers=cookie).status_code == 401, "a second time"
    cancelled = httpx.get(standing.redirect, params={"error": "access_denied"})
    assert "cancelled" in cancelled.text
    made_up = {"code": "made-up", "state": dict(httpx.URL(standing.begin(FIRST)[0]).params)["state"]}
    assert httpx.get(standing.redirect, params=made_up, headers=cookie).status_code == 400


def test_no_scope_was_missing(house: House) -> None:
    thread = house.slack.says(FIRST, "with a file")
    house.asked(FIRST, thread, "Refusals by facility")
    house.slack.wait(FIRST, "by facility")
    house.commanded(FIRST, "subscribe weekly Monday 9:00")
    assert [error for error in house.slack.errors if error[1] in ("missing_scope", "not_authed", "invalid_auth")] == []


def test_tokens_are_sealed_and_keys_can_be_changed(house: House) -> None:
    before = {each.team: each.sealed for each in Installed(house.store).all()}
    house.keys.insert(0, _key())
    house.restart()
    del house.keys[1:]
    house.restart()
    after = {each.team: each.sealed for each in Installed(house.store).all()}
    assert before.keys() == after.keys()
    assert not set(before.values()) & set(after.values()), "sealed anew with the first key"
    house.asked(FIRST, house.slack.says(FIRST, "after the change"), "How many refusals in Hennepin County?")
    house.slack.wait(FIRST, "Hennepin")


def test_a_key_that_opens_nothing_is_said_at_the_start(house: House) -> None:
    other = house.environment(DETAINER_DESK_TOKEN_KEYS=_key(), DETAINER_DESK_SLACK_PORT=str(free_port()))
    done = subprocess.run(house.command(), env=other, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert FIRST in done.stderr
    assert "Traceback" not in done.stderr


def test_no_secret_is_in_the_log_or_in_the_database(house: House) -> None:
    house.restart()
    secrets = [*house.slack.tokens, CLIENT_SECRET, SIGNING, *house.keys]
    kept = b"".join(path.read_bytes() for path in house.folder.glob("state.sqlite*"))
    logged = house.log.read_bytes()
    assert len(house.slack.tokens) == 2
    assert b"workspace installed" in logged
    for secret in [*secrets, "xoxb-", "code="]:
        assert secret.encode() not in logged, "in the log"
    for secret in [*secrets, "xoxb-"]:
        assert secret.encode() not in kept, "in the database"


def _until(look: Callable[[], bool]) -> None:
    ticks = threading.Event()
    for _ in range(1200):
        if look():
            return
        ticks.wait(0.05)
    raise AssertionError("it did not come about")


def _tomorrow() -> datetime:
    return datetime.now(UTC) + timedelta(days=1)
