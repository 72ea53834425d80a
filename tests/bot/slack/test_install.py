"""Tokens sealed, installations kept and forgotten, and what has to be set before workspaces can install the desk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from slack_bolt.error import BoltError
from slack_sdk.oauth.installation_store import Installation

from bot.messages import slack_install as say
from bot.settings import Settings
from bot.slack.install import leaving, needed
from bot.slack.install.clients import ManyWorkspaces, NotInstalledError
from bot.slack.install.options import InstallOptions
from bot.slack.install.store import SealedInstallations
from bot.slack.install.vault import SealError, Vault
from bot.slack.manifest import LEAVING, manifest
from bot.state import StateStore, open_store
from bot.state.workspaces import InstallStates, Workspaces

OLD, NEW = Fernet.generate_key().decode(), Fernet.generate_key().decode()
TOKEN = "xoxb-made-up"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[StateStore]:
    opened = open_store(f"sqlite:///{tmp_path}/state.sqlite")
    yield opened
    opened.close()


def installed(store: StateStore, team: str = "T1", token: str = TOKEN) -> None:
    SealedInstallations(Workspaces(store), Vault((OLD,))).save(
        Installation(user_id="U1", team_id=team, bot_token=token, bot_user_id="UB", bot_scopes=["chat:write"])
    )


def options(**said: str) -> InstallOptions:
    return InstallOptions.model_validate({"SLACK_CLIENT_ID": "", "SLACK_CLIENT_SECRET": "", "token_keys": "", **said})


def settings(**said: str) -> Settings:
    return Settings.model_validate({"SLACK_BOT_TOKEN": "", "SLACK_SIGNING_SECRET": "", **said})


PAIR = {"SLACK_CLIENT_ID": "1.2", "SLACK_CLIENT_SECRET": "s"}


def test_a_seal_opens_with_any_key_and_only_for_its_workspace() -> None:
    sealed = Vault((OLD,)).seal("T1", TOKEN)
    assert TOKEN not in sealed
    both = Vault((NEW, OLD))
    assert both.open("T1", sealed) == TOKEN
    renewed = both.renew(sealed)
    assert Vault((NEW,)).open("T1", renewed) == TOKEN
    for vault, team, text in ((Vault((NEW,)), "T1", sealed), (both, "T2", sealed), (both, "T1", "nonsense")):
        with pytest.raises(SealError) as problem:
            vault.open(team, text)
        assert TOKEN not in str(problem.value)
    with pytest.raises(SealError):
        Vault(("not a key",))


def test_a_client_has_its_workspaces_own_token_until_it_leaves(store: StateStore) -> None:
    installed(store)
    installed(store, "T2", "xoxb-other")
    clients = ManyWorkspaces(Workspaces(store), Vault((OLD,)), "https://slack.example/api/")
    assert (clients.of("T1").token, clients.of("T2").token) == (TOKEN, "xoxb-other")
    assert clients.of("T1") is clients.of("T1")
    installed(store, "T1", "xoxb-again")
    assert clients.of("T1").token == "xoxb-again", "installed again, perhaps by another process"
    assert Workspaces(store).remove("T1") is True
    with pytest.raises(NotInstalledError) as gone:
        clients.of("T1")
    assert gone.value.response["error"] == "account_inactive"
    assert clients.client.token is None


def test_the_end_of_an_older_installation_leaves_the_new_one(store: StateStore) -> None:
    installed(store)
    assert Workspaces(store).remove("T1", before=datetime.now(UTC) - timedelta(minutes=1)) is False
    assert Workspaces(store).remove("T1", before=datetime.now(UTC)) is True


@pytest.mark.parametrize("changed", [{"is_enterprise_install": True}, {"team_id": None}, {"bot_token": None}])
def test_only_an_installation_in_one_workspace_is_kept(store: StateStore, changed: dict[str, object]) -> None:
    made = {"user_id": "U1", "team_id": "T1", "bot_token": TOKEN, **changed}
    with pytest.raises(BoltError):
        SealedInstallations(Workspaces(store), Vault((OLD,))).save(Installation(**made))  # type: ignore[arg-type]
    assert Workspaces(store).all() == []


def test_a_state_is_good_once_and_for_a_while(store: StateStore) -> None:
    states = InstallStates(store, timedelta(minutes=10))
    word = states.issue()
    assert (states.consume("made up"), states.consume(word), states.consume(word)) == (False, True, False)
    past = InstallStates(store, timedelta(minutes=-1))
    assert past.consume(past.issue()) is False


def test_one_workspace_stays_as_it_was() -> None:
    token = settings(SLACK_BOT_TOKEN="xoxb-1")
    assert not needed.wanted(token, options())
    assert not needed.wanted(settings(), options())
    assert not needed.wanted(token, options(SLACK_CLIENT_ID="1.2")), "half of it changes nothing"


@pytest.mark.parametrize(
    ("said", "mode", "sentences"),
    [
        ({"SLACK_CLIENT_ID": "1.2"}, "http", [say.NO_CLIENT_SECRET, say.NO_KEYS]),
        ({"SLACK_CLIENT_SECRET": "s", "token_keys": NEW}, "http", [say.NO_CLIENT_ID]),
        ({**PAIR, "token_keys": NEW}, "socket", [say.NEEDS_HTTP]),
        ({**PAIR, "token_keys": f"{NEW} {OLD[:-4]}"}, "http", [say.BAD_KEYS]),
        ({**PAIR, "token_keys": NEW}, "http", []),
    ],
)
def test_what_is_missing_is_named(said: dict[str, str], mode: str, sentences: list[str]) -> None:
    of = settings(SLACK_SIGNING_SECRET="x")
    assert needed.wanted(of, options(**said))
    assert needed.missing(of, mode, options(**said)) == sentences


def test_one_or_many_not_both() -> None:
    both = settings(SLACK_BOT_TOKEN="xoxb-1", SLACK_SIGNING_SECRET="x")
    assert needed.wanted(both, options(**PAIR))
    assert needed.missing(both, "http", options(**PAIR, token_keys=NEW)) == [say.ONE_OR_MANY]


def test_secrets_are_not_shown() -> None:
    shown = repr(options(**PAIR, token_keys=NEW)) + str(options(**PAIR, token_keys=NEW).model_dump())
    assert NEW not in shown


def test_the_manifest_of_an_app_in_many_workspaces() -> None:
    one, many = manifest("https://d.example/e"), manifest("https://d.example/e", "https://d.example/r")
    assert many["oauth_config"] == {**one["oauth_config"], "redirect_urls": ["https://d.example/r"]}
    events = [each["settings"]["event_subscriptions"]["bot_events"] for each in (one, many)]
    assert set(events[1]) - set(events[0]) == set(LEAVING)
    heard = re.findall(r"app\.event\(\"([a-z_]+)\"", Path(leaving.__file__).read_text())
    assert set(heard) == set(LEAVING)


def test_a_workspace_is_kept_whole(store: StateStore) -> None:
    installed(store)
    found = Workspaces(store).get("T1")
    assert found is not None
    kept = replace(found, name="Newsroom", enterprise="E1")
    Workspaces(store).put(kept)
    assert Workspaces(store).all() == [kept]
