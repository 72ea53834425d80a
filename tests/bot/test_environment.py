"""Settings from the environment: which variable fills which field, what goes before what, and how a slip is told."""

from __future__ import annotations

import pytest
from pydantic import Field, SecretStr, ValidationError

from bot.environment import FromEnvironment, variables, variables_of


class Options(FromEnvironment):
    """Three fields, one with a variable of its own."""

    model_config = variables("DESK_TRIAL_")

    port: int = Field(default=3000, ge=0)
    host: str = "127.0.0.1"
    token: SecretStr = Field(default=SecretStr(""), validation_alias="TRIAL_TOKEN")


def test_each_field_has_its_variable() -> None:
    assert variables_of(Options) == {"port": "DESK_TRIAL_PORT", "host": "DESK_TRIAL_HOST", "token": "TRIAL_TOKEN"}


def test_the_environment_goes_before_the_default_and_what_is_given_before_both(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Options().port == 3000
    monkeypatch.setenv("DESK_TRIAL_PORT", "8080")
    monkeypatch.setenv("TRIAL_TOKEN", "xoxb-1")
    assert (Options().port, Options(port=9).port) == (8080, 9)
    assert Options().token.get_secret_value() == "xoxb-1"


def test_variables_that_only_look_like_a_field_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("host", "HOST", "DESK_TRIAL_TOKEN", "DESK_TRIAL_OTHER"):
        monkeypatch.setenv(name, "elsewhere")
    assert Options() == Options(host="127.0.0.1")


def test_a_wrong_value_names_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESK_TRIAL_PORT", "many")
    with pytest.raises(ValidationError, match="DESK_TRIAL_PORT"):
        Options()


def test_an_empty_variable_counts_as_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESK_TRIAL_HOST", "")
    assert Options().host == ""


def test_options_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        Options().port = 1
