"""Where health and metrics are served by processes that serve no HTTP of their own."""

from __future__ import annotations

from pydantic import Field

from bot.environment import FromEnvironment, variables


class OpsOptions(FromEnvironment):
    """The watcher, and a bot in socket mode, serve /healthz, /readyz and /metrics here."""

    model_config = variables("DETAINER_DESK_OPS_")

    host: str = Field(default="127.0.0.1", description="Where health and metrics are served.")
    port: int = Field(default=0, ge=0, le=65535, description="Their port. 0: not served.")
