"""Settings of the Slack process beyond the desk's own, from environment variables."""

from __future__ import annotations

from datetime import timedelta

from pydantic import Field

from bot.environment import FromEnvironment, variables


class SlackOptions(FromEnvironment):
    """How the bot listens and delivers. The defaults suit one newsroom on one machine."""

    model_config = variables("DETAINER_DESK_SLACK_")

    channels: str = Field(
        default="", description="Channel ids the bot may answer in, separated by white space. Empty: every channel."
    )
    host: str = Field(default="127.0.0.1", description="Where the http mode listens.")
    port: int = Field(default=3000, ge=0, le=65535, description="The port of the http mode.")
    workers: int = Field(default=4, ge=1, le=64, description="Questions answered at the same time.")
    status_after: float = Field(
        default=0.7, ge=0, description="Seconds after which a question still in work shows that it is being worked on."
    )
    pace: float = Field(default=1.0, ge=0, description="Seconds between messages in one channel, after a short burst.")
    burst: int = Field(default=4, ge=1, description="Messages a channel may get at once before the pace holds.")
    lease: float = Field(
        default=15.0, gt=0, description="Seconds after which the questions of a process that died are taken up again."
    )
    keep_days: int = Field(
        default=90, ge=0, description="Days that people's own words are kept in the state store. 0: for good."
    )
    docs_url: str = Field(default="", description="Where the newsroom keeps the desk's docs, linked from App Home.")

    @property
    def allowed(self) -> frozenset[str]:
        """The channels allowed; empty: every one."""
        return frozenset(self.channels.split())

    @property
    def keep(self) -> timedelta | None:
        """How long words are kept; None: for good."""
        return timedelta(days=self.keep_days) if self.keep_days else None
