"""What the newsroom allows a model: which one, how long, how much."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Use = Literal["fallback", "check", "only"]
"""fallback  only where the offline interpreter cannot account for every word
check     also beside it: where both read a question and differ, the desk asks
only      instead of it (for evaluation)"""


@dataclass(frozen=True, slots=True)
class ModelOptions:
    """Limits of a model's use. Prices are US dollars per million tokens; 0 means unknown and is not counted."""

    name: str
    """LangChain's `provider:model`."""
    base_url: str = ""
    use: Use = "fallback"
    deadline_s: float = 20.0
    """For a whole question, repair turn included."""
    retries: int = 1
    tokens_per_question: int = 30_000
    tokens_per_day: int = 2_000_000
    price_in: float = 0.0
    price_out: float = 0.0
    dollars_per_day: float = 0.0
    """0: no limit in dollars."""

    @property
    def provider(self) -> str:
        """The part before the colon."""
        return self.name.partition(":")[0]
