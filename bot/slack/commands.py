"""`/detainers VERB ...` taken apart. Words that begin with no verb are a question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Verb = Literal["ask", "help", "latest", "summary", "subscribe", "unsubscribe", "list", "sources", "feedback"]
VERBS: tuple[Verb, ...] = get_args(Verb)
COMMAND = "/detainers"


@dataclass(frozen=True, slots=True)
class Command:
    """A verb and what follows it."""

    verb: Verb
    rest: str = ""

    @property
    def word(self) -> tuple[str, str]:
        """The first word after the verb in lower case, and the rest."""
        first, _, rest = self.rest.partition(" ")
        return first.lower(), rest.strip()


def parse(text: str) -> Command:
    """The command. Nothing at all asks for help; a single verb-like word in a longer question does not mislead."""
    text = " ".join(text.split())
    first, _, rest = text.partition(" ")
    verb = next((verb for verb in VERBS if verb == first.lower()), None)
    if not text:
        return Command("help")
    if verb is None or (verb in ("help", "latest", "list", "sources") and rest):  # "latest report: how many refusals?"
        return Command("ask", text)
    return Command(verb, rest)
