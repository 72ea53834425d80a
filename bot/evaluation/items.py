"""Question sets: the form described in the docs, read from YAML and checked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.messages import evaluation as say


class Gold(BaseModel):
    """A right answer. `keys`: how many leading cells of a row name it; `also`: must be there too."""

    model_config = ConfigDict(extra="allow")

    type: str = "scalar"
    value: Any = None
    rows: list[list[Any]] | None = None
    tolerance: float = 0.0
    ordered: bool = False
    keys: int | None = None
    prefix_ok: bool = False
    aliases: dict[str, list[str]] = Field(default_factory=dict)
    label_must: str | None = None
    must: list[str | list[str]] = Field(default_factory=list)
    must_not: list[str] = Field(default_factory=list)
    alternatives: list[dict[str, Any]] = Field(default_factory=list)
    also: list[Gold] = Field(default_factory=list)

    def readings(self) -> list[Gold]:
        """This answer and each alternative, which takes over what it does not set itself."""
        kept = self.model_dump(exclude={"alternatives", "value", "rows", "label_must"})
        return [self, *[Gold(**{**kept, **other}) for other in self.alternatives]]


class Item(BaseModel):
    """A question with what is expected of it."""

    model_config = ConfigDict(extra="ignore")

    id: str
    kind: str = "other"
    question: str
    thread: list[str] = Field(default_factory=list)
    expect: str = "answered"
    also_ok: list[str] = Field(default_factory=list)
    answer: Gold | None = None
    choices: list[str] = Field(default_factory=list)
    must_caveat: list[str] = Field(default_factory=list)


class BadSet(ValueError):  # noqa: N818 - said to the person as it stands
    """The file is no question set; the text says where."""


def load_items(path: Path) -> list[Item]:
    """The items of a YAML file. Raises BadSet, OSError."""
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise BadSet(say.not_yaml(str(path), str(error).splitlines()[0])) from error
    found = raw.get("items") if isinstance(raw, dict) else raw
    if not isinstance(found, list) or not found:
        raise BadSet(say.no_items(str(path)))
    items = []
    for number, entry in enumerate(found, start=1):
        try:
            items.append(Item.model_validate({**entry, "id": str(entry.get("id", number))}))
        except (ValidationError, AttributeError, TypeError) as error:
            raise BadSet(say.bad_item(str(path), number, str(error).splitlines()[-1])) from error
    return items
