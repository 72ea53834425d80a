"""Where Bolt's OAuth flow keeps what it made: our tables, behind the SDK's interfaces."""

from __future__ import annotations

from datetime import UTC, datetime

from slack_bolt.error import BoltError
from slack_sdk.oauth.installation_store import Bot, Installation, InstallationStore
from slack_sdk.oauth.state_store import OAuthStateStore

from bot.slack.install.vault import Vault
from bot.slack.log import note
from bot.state.workspaces import InstallStates, Workspace, Workspaces


class SealedInstallations(InstallationStore):
    """Installations with sealed tokens. Tokens of people are never asked for, and never kept."""

    def __init__(self, workspaces: Workspaces, vault: Vault) -> None:
        self.workspaces, self.vault = workspaces, vault

    def save(self, installation: Installation) -> None:
        """Keep the bot's token for its workspace. Raises BoltError for an installation in a whole organisation."""
        if installation.is_enterprise_install or not installation.team_id or not installation.bot_token:
            raise BoltError("not an installation in one workspace")
        team = installation.team_id
        self.workspaces.put(
            Workspace(
                team=team,
                name=installation.team_name or "",
                enterprise=installation.enterprise_id,
                app=installation.app_id or "",
                bot_id=installation.bot_id or "",
                bot_user=installation.bot_user_id or "",
                scopes=",".join(installation.bot_scopes or ()),
                installer=installation.user_id,
                sealed=self.vault.seal(team, installation.bot_token),
                installed_at=datetime.now(UTC),
            )
        )
        note("workspace installed", team=team)

    def find_bot(
        self, *, enterprise_id: str | None, team_id: str | None, is_enterprise_install: bool | None = False
    ) -> Bot | None:
        """The bot of a workspace, its token opened."""
        found = self.workspaces.get(team_id or "")
        if found is None:
            return None
        return Bot(
            app_id=found.app,
            enterprise_id=found.enterprise,
            team_id=found.team,
            team_name=found.name,
            bot_token=self.vault.open(found.team, found.sealed),
            bot_id=found.bot_id,
            bot_user_id=found.bot_user,
            bot_scopes=found.scopes,
            installed_at=found.installed_at.timestamp(),
        )


class KeptStates(OAuthStateStore):
    """The `state` of the OAuth flow: any process may finish what another began."""

    def __init__(self, states: InstallStates) -> None:
        self.states = states

    def issue(self, *args: object, **kwargs: object) -> str:
        """A new one."""
        return self.states.issue()

    def consume(self, state: str) -> bool:
        """Good once."""
        return self.states.consume(state)
