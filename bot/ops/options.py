"""Where health and metrics are served by processes that serve no HTTP of their own."""

from __future__ import annotations

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict


class OpsOptions(BaseSettings):
    """The watcher, and a bot in socket mode, serve /healthz, /readyz and /metrics here."""

    model_config = SettingsConfigDict(env_prefix="DETAINER_DESK_OPS_", extra="ignore", frozen=True)

    host: str = Field(default="127.0.0.1", description="Where health and metrics are served.")
    port: int = Field(default=0, ge=0, le=65535, description="Their port. 0: not served.")
