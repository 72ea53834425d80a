"""Settings of the watcher beyond the desk's own, from environment variables."""

from __future__ import annotations

from pydantic import Field

from bot.environment import FromEnvironment, variables


class WatchOptions(FromEnvironment):
    """How often, how patiently, and whom to tell of trouble."""

    model_config = variables("DETAINER_DESK_WATCH_")

    every: float = Field(default=600, gt=0, description="Seconds between looks at pages, feeds and addresses.")
    folder_every: float = Field(default=10, gt=0, description="Seconds between looks at folders.")
    timeout: float = Field(default=20, gt=0, description="Seconds to wait for each step of a server's answer.")
    allow_private: bool = Field(
        default=False, description="Follow links and redirects into private networks, not only sources named there."
    )
    trouble_channel: str = Field(
        default="", description="Slack channel id that is told, once, of a source in trouble. Empty: only the log."
    )
    trouble_team: str = Field(default="", description="Workspace of that channel, where there are several.")
