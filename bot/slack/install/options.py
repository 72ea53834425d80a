"""Settings of an app that many workspaces install. Names beginning with SLACK_ are Slack's own."""

from __future__ import annotations

from pydantic import AliasChoices, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

NONE = SecretStr("")


class InstallOptions(BaseSettings):
    """Set all but the last, and leave SLACK_BOT_TOKEN unset, to let workspaces install the desk by themselves."""

    model_config = SettingsConfigDict(env_prefix="DETAINER_DESK_", extra="ignore", frozen=True, populate_by_name=True)

    client_id: str = Field(
        default="",
        validation_alias=AliasChoices("SLACK_CLIENT_ID"),
        description="Client id, for an app that several workspaces install. With it comes the client secret.",
    )
    client_secret: SecretStr = Field(
        default=NONE, validation_alias=AliasChoices("SLACK_CLIENT_SECRET"), description="Client secret."
    )
    token_keys: SecretStr = Field(
        default=NONE,
        description="Keys that seal the workspaces' tokens in the state store, separated by white space: the first "
        "seals, all open.",
    )
    redirect_uri: str = Field(
        default="",
        validation_alias=AliasChoices("SLACK_REDIRECT_URI"),
        description="Public address of /slack/oauth_redirect. Needed where the app has several.",
    )

    @property
    def named(self) -> bool:
        """Whether anything speaks for many workspaces."""
        return bool(self.client_id or self.client_secret.get_secret_value())

    @property
    def complete(self) -> bool:
        """Whether the app's id and secret are both there."""
        return bool(self.client_id and self.client_secret.get_secret_value())

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys, one by one."""
        return tuple(self.token_keys.get_secret_value().split())
