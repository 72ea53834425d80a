"""Settings, all from environment variables. Names beginning with SLACK_ are Slack's own."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, SecretStr

from bot.environment import FromEnvironment, variables


class Settings(FromEnvironment):
    """What the desk is told from outside. Secrets never appear in logs or in `doctor`."""

    model_config = variables("DETAINER_DESK_", frozen=False)

    db: Path = Field(default=Path("var/detainers.duckdb"), description="The database, or a link to its newest edition.")
    state: str = Field(
        default="sqlite:///var/state.sqlite",
        description="State store, as a SQLAlchemy URL. Created and migrated at start.",
    )
    sources: str = Field(default="", description="Folders and URLs to watch, separated by white space.")
    model: str = Field(default="", description="LangChain's provider:model. Empty: offline interpreter only.")
    words: Path | None = Field(default=None, description="A YAML file with the newsroom's own words.")

    slack_bot_token: SecretStr = Field(
        default=SecretStr(""),
        validation_alias="SLACK_BOT_TOKEN",
        description="Bot token (xoxb-...).",
    )
    slack_app_token: SecretStr = Field(
        default=SecretStr(""),
        validation_alias="SLACK_APP_TOKEN",
        description="App token, socket mode only.",
    )
    slack_signing_secret: SecretStr = Field(
        default=SecretStr(""),
        validation_alias="SLACK_SIGNING_SECRET",
        description="Signing secret, http mode only.",
    )
    slack_api_url: str = Field(
        default="https://slack.com/api/",
        validation_alias="SLACK_API_URL",
        description="Slack's Web API.",
    )

    @property
    def watched(self) -> tuple[str, ...]:
        """The sources, one by one."""
        return tuple(self.sources.split())
