"""Everything that an app in many workspaces has beside an app in one: put together from settings and store."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urljoin

from slack_bolt import App
from slack_bolt.oauth.oauth_flow import OAuthFlow
from slack_bolt.oauth.oauth_settings import OAuthSettings
from slack_sdk.oauth.installation_store import Installation

from bot.slack.delivery.errors import TRANSPORT
from bot.slack.install import leaving, pages
from bot.slack.install.clients import ByWorkspace, ManyWorkspaces
from bot.slack.install.options import InstallOptions
from bot.slack.install.store import KeptStates, SealedInstallations
from bot.slack.install.vault import SealError, Vault
from bot.slack.manifest import SCOPES
from bot.slack.services import Services
from bot.state import StateStore
from bot.state.workspaces import InstallStates, Workspaces

LASTS = timedelta(minutes=10)
"""How long an installation may take from the first page to the last."""


class Flow(OAuthFlow):
    """Bolt's flow; where Slack does not answer at all, the person sees a page and not a server's error."""

    def run_installation(self, code: str) -> Installation | None:
        """Trade the code for a token."""
        try:
            return super().run_installation(code)
        except TRANSPORT:
            return None


@dataclass(frozen=True, slots=True)
class Installing:
    """Clients for the desk's work, and what Bolt needs."""

    clients: ManyWorkspaces
    flow: OAuthFlow
    authorize: ByWorkspace

    def listen(self, app: App, services: Services) -> None:
        """Hear of workspaces that leave."""
        leaving.register(app, services, self.clients)


def installing(options: InstallOptions, store: StateStore, api_url: str) -> Installing:
    """Put it together. Tokens sealed with an older key are sealed anew with the first.

    Raises SealError for keys that are none; its text names the workspaces whose tokens no key opens.
    """
    vault, workspaces = Vault(options.keys), Workspaces(store)
    shut = [each.team for each in workspaces.all() if not _opens(vault, each.team, each.sealed)]
    if shut:
        raise ShutError(shut)
    workspaces.reseal(vault.renew)
    clients = ManyWorkspaces(workspaces, vault, api_url)
    settings = OAuthSettings(
        client_id=options.client_id,
        client_secret=options.client_secret.get_secret_value(),
        scopes=sorted(SCOPES),
        user_scopes=[],
        redirect_uri=options.redirect_uri or None,
        authorization_url=urljoin(api_url, "/oauth/v2/authorize"),
        install_page_rendering_enabled=False,  # straight to Slack's own page
        installation_store=SealedInstallations(workspaces, vault),
        state_store=KeptStates(InstallStates(store, LASTS)),
        state_expiration_seconds=int(LASTS.total_seconds()),
        callback_options=pages.callbacks(),
    )
    flow = Flow(client=clients.client, logger=_quiet_logger(), settings=settings)
    return Installing(clients, flow, ByWorkspace(clients))


class ShutError(SealError):
    """Tokens that no key opens, by workspace."""

    def __init__(self, teams: list[str]) -> None:
        super().__init__("no key opens these tokens")
        self.teams = teams


def _opens(vault: Vault, team: str, sealed: str) -> bool:
    try:
        vault.open(team, sealed)
    except SealError:
        return False
    return True


def _quiet_logger() -> logging.Logger:
    """Bolt's flow logs the code that Slack sent where it is refused; the page's reason is logged instead."""
    logger = logging.getLogger("detainer_desk.install")
    logger.setLevel(logging.CRITICAL)
    return logger
