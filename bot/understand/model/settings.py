"""Settings of the chat model, from environment variables; the model itself is named by DETAINER_DESK_MODEL."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from bot.environment import FromEnvironment, variables
from bot.understand.model.options import ModelOptions, Use


class ModelSettings(FromEnvironment):
    """Limits of a model's use. None of them matters while DETAINER_DESK_MODEL is empty."""

    model_config = variables("DETAINER_DESK_MODEL_")

    base_url: str = Field(default="", description="Another address that speaks the provider's API (a local server).")
    use: Use = Field(
        default="fallback",
        description="`fallback`: only for questions the interpreter cannot read; `check`: beside it, and where both "
        "read a question and differ the desk asks; `only`: instead of it, for evaluation.",
    )
    deadline: float = Field(default=20.0, gt=0, description="Seconds for a question, second try included.")
    retries: int = Field(default=1, ge=0, le=5, description="Times the provider's client tries again.")
    tokens_per_question: int = Field(default=30_000, gt=0, description="Tokens a question may use.")
    tokens_per_day: int = Field(default=2_000_000, gt=0, description="Tokens a day may use (UTC).")
    price_in: float = Field(default=0.0, ge=0, description="US dollars per million tokens sent; 0: unknown.")
    price_out: float = Field(default=0.0, ge=0, description="US dollars per million tokens received; 0: unknown.")
    dollars_per_day: float = Field(default=0.0, ge=0, description="US dollars a day may cost; 0: no limit.")
    ledger: Path = Field(default=Path("var/model.sqlite"), description="Where replies and each day's use are kept.")

    def options(self, name: str) -> ModelOptions:
        """The options for the model of this name."""
        return ModelOptions(
            name=name,
            base_url=self.base_url,
            use=self.use,
            deadline_s=self.deadline,
            retries=self.retries,
            tokens_per_question=self.tokens_per_question,
            tokens_per_day=self.tokens_per_day,
            price_in=self.price_in,
            price_out=self.price_out,
            dollars_per_day=self.dollars_per_day,
        )
