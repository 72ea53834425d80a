"""Settings of an app that many workspaces install. Names beginning with SLACK_ are Slack's own."""

from __future__ import annotations

from pydantic import Field, SecretStr

from bot.environment import FromEnvironment, variables

NONE = SecretStr("")


class InstallOptions(FromEnvironment):
    """Set all but the last, and leave SLACK_BOT_TOKEN unset, to let workspaces install the desk by themselves."""

    model_config = variables("DETAINER_DESK_")

    client_id: str = Field(
        default="",
        validation_alias="SLACK_CLIENT_ID",
        description="Client id, for an app that several workspaces install. With it comes the client secret.",
    )
    client_secret: SecretStr = Field(default=NONE, validation_alias="SLACK_CLIENT_SECRET", description="Client secret.")
    token_keys: SecretStr = Field(
        default=NONE,
        description="Keys that seal the workspaces' tokens in the state store, separated by white space: the first "
        "seals, all open.",
    )
    redirect_uri: str = Field(
        default="",
        validation_alias="SLACK_REDIRECT_URI",
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
