"""Settings filled from environment variables.

`pydantic-settings` does this and much more, and importing it takes a tenth of a one-shot `ask` (asyncio, dotenv, a
command line of its own). What the desk needs of it is below: one variable a field, nothing nested, no files.
"""

from __future__ import annotations

import os

from pydantic import AliasGenerator, BaseModel, ConfigDict


def variables(prefix: str, *, frozen: bool = True) -> ConfigDict:
    """The model_config of settings whose variables are the prefix and the field's name in capitals. A field may name
    a variable of its own with `validation_alias`."""
    named = AliasGenerator(validation_alias=lambda name: prefix + name.upper())
    return ConfigDict(alias_generator=named, populate_by_name=True, extra="ignore", frozen=frozen)


class FromEnvironment(BaseModel):
    """Settings made with what is given by name, then from the environment, then from the defaults.

    Raises pydantic.ValidationError, which names the variable. A variable that is set to nothing counts as set.
    """

    def __init__(self, **given: object) -> None:
        found = {
            variable: os.environ[variable]
            for name, variable in variables_of(type(self)).items()
            if name not in given and variable in os.environ
        }
        super().__init__(**found, **given)


def variables_of(kind: type[FromEnvironment]) -> dict[str, str]:
    """Field to variable."""
    return {name: str(field.validation_alias) for name, field in kind.model_fields.items()}
