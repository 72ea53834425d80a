"""The semantic model: the views SQL may touch, their keys and joins, read from `prompts/model.yaml`.

The file is the single source for the checker, the interpreter, the model's prompt and the data dictionary;
this module only gives it types.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

import prompts
from bot.kept import kept

PROMPTS = Path(prompts.__path__[0])
"""The data files, in a checkout and in an installed wheel alike."""

Cardinality = Literal["one_to_one", "many_to_one", "one_to_many", "many_to_many"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a view: its SQL type, what it says, and its closed list of values if it has one.

    `serial`: a number that says where something stands and is no quantity. `empty`: some rows lack it. `unit`: what its
    numbers count, where that is not the view's rows. `within`: the column without which its values are not told apart.
    `after`: the date of the same row that comes before this one.
    """

    name: str
    type: str
    says: str
    values: tuple[str, ...] = ()
    serial: bool = False
    empty: bool = False
    unit: str = ""
    within: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """A query view. `key` names the columns that tell one row from another; empty where none do."""

    name: str
    one_row: str
    key: tuple[str, ...]
    columns: dict[str, Column]


@dataclass(frozen=True, slots=True)
class Join:
    """How the rows of two views may meet, from left to right."""

    left: str
    right: str
    on: tuple[str, ...]
    cardinality: Cardinality


@dataclass(frozen=True, slots=True)
class SemanticModel:
    """Everything that may be asked of the database. `dimensions` maps a column to the views that share it, `unit_names`
    a word in a figure's name to the unit that it promises."""

    views: dict[str, View]
    joins: tuple[Join, ...]
    dimensions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unit_names: dict[str, str] = field(default_factory=dict)


def prompt_data(name: str) -> Any:
    """The parsed YAML file `prompts/<name>`."""
    path = PROMPTS / name
    return kept(f"prompts.{name}", [path], lambda: read_yaml(path))


def read_yaml(path: Path) -> Any:
    """A parsed YAML file. Raises OSError, and ValueError for a file that is no YAML or no UTF-8."""
    import yaml  # 14 ms, and nothing that was kept needs it

    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error


@cache
def load_model() -> SemanticModel:
    """The semantic model shipped with the package."""
    raw = prompt_data("model.yaml")
    views = {name: _view(name, spec) for name, spec in raw["views"].items()}
    joins = tuple(Join(j["left"], j["right"], tuple(j["on"]), j["cardinality"]) for j in raw["joins"])
    dimensions = {name: tuple(where) for name, where in raw["dimensions"].items()}
    return SemanticModel(
        views, joins, dimensions, {word: unit for unit, words in raw["units"].items() for word in words}
    )


def _view(name: str, spec: dict[str, Any]) -> View:
    columns = {
        column: Column(
            column,
            says["type"],
            says["says"],
            tuple(says.get("values", ())),
            serial=says.get("serial", False),
            empty=says.get("empty", False),
            unit=says.get("unit", ""),
            within=says.get("within", ""),
            after=says.get("after", ""),
        )
        for column, says in spec["columns"].items()
    }
    return View(name, spec["one_row"], tuple(spec["key"]), columns)
