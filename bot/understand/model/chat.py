"""Makes the chat model: any that LangChain reaches, with clear words for what is missing.

`init_chat_model` costs 0.8 s of imports, half of it a tracing client that cannot be left out; hence the import inside
`make_chat`, which nothing calls unless a model is configured.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from bot.messages import model as say
from bot.understand.model.errors import ModelUnavailableError
from bot.understand.model.options import ModelOptions

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

EXTRAS = ("openai", "anthropic", "ollama")
KEYS = {"openai": "OPENAI_API_KEY", "anthropic": "ANTHROPIC_API_KEY"}
"""Checked by us: without a key one provider's package fails only after seconds of retries, and not by name."""


def make_chat(options: ModelOptions) -> BaseChatModel:
    """The configured model. Raises ModelUnavailableError saying what to install or set."""
    provider = options.provider
    if not provider or ":" not in options.name:
        raise ModelUnavailableError("bad_name", say.bad_name(options.name))
    variable = KEYS.get(provider)
    if variable and not os.environ.get(variable):
        raise ModelUnavailableError("missing_key", say.missing_key(variable))
    from langchain.chat_models import init_chat_model

    extra: dict[str, Any] = {"base_url": options.base_url} if options.base_url else {}
    if provider != "ollama":  # Ollama's client knows neither; the deadline of `calls` holds for it as well
        extra |= {"timeout": options.deadline_s, "max_retries": options.retries}
    try:
        chat: BaseChatModel = init_chat_model(options.name, temperature=0, **extra)
    except ImportError as error:
        raise ModelUnavailableError("missing_package", _install(provider)) from error
    except Exception as error:  # providers raise what they like here; none of it may reach a reader
        raise ModelUnavailableError("not_made", say.not_made(provider)) from error
    return chat


def _install(provider: str) -> str:
    if provider in EXTRAS:
        return say.missing_extra(provider, provider)
    return say.missing_package(provider, f"langchain-{provider.replace('_', '-')}")
