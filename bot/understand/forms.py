"""Forms of words that a module's grammar looks for, from `prompts/forms.yaml`."""

from __future__ import annotations

from bot.semantic import prompt_data

FILE = "forms.yaml"


def forms(module: str, name: str) -> tuple[str, ...]:
    """The forms of one group. Raises KeyError where the file has none of that name."""
    return tuple(prompt_data(FILE)[module][name])
