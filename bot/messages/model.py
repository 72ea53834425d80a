"""Sentences about the chat model: what is wrong with its set-up, and questions that rest on what it took words for."""

from __future__ import annotations

from collections.abc import Sequence


def bad_name(name: str) -> str:
    """The setting does not name a provider and a model."""
    return (
        f"DETAINER_DESK_MODEL is {name!r}; it should name a provider and a model, "
        "for example openai:gpt-5 or ollama:qwen3. Leave it empty to work without a model."
    )


def missing_package(provider: str, package: str) -> str:
    """The provider's package is not installed."""
    return f"DETAINER_DESK_MODEL names {provider!r}, which needs {package}. Install it with: pip install {package}"


def missing_extra(provider: str, extra: str) -> str:
    """The provider's package comes with one of our extras, which is not installed."""
    return (
        f"DETAINER_DESK_MODEL names {provider!r}, whose package is not installed. "
        f"Install it with: pip install 'detainer-desk[{extra}]'"
    )


def missing_key(variable: str) -> str:
    """The provider wants a key that is not set."""
    return f"The model needs a key: set {variable}, or leave DETAINER_DESK_MODEL empty to work without a model."


def not_made(provider: str) -> str:
    """LangChain refused to make the model."""
    return f"LangChain could not make a {provider!r} model. Check DETAINER_DESK_MODEL and the provider's own settings."


DEADLINE = "The model did not answer in time."
UNREACHABLE = "The model could not be reached or refused the request."
BREAKER_OPEN = "The model failed several times in a row; it is left alone for a while."
BUDGET_QUESTION = "The question used up its share of tokens before the model gave a usable plan."
BUDGET_DAY = "The day's budget for the model is used up; questions are answered without it until tomorrow."
NO_PLAN = "The model gave no plan that the question bears out."
NO_FORM = "The model's reply did not have the form asked for."


def took_words(uses: Sequence[tuple[str, str]], reading: str) -> str:
    """A question back: the desk does not know some words, and the model took them for something."""
    said = "; ".join(f"“{words}” as “{means}”" for words, means in uses)
    return f"I do not know all the words of this question. Did you mean: {reading} (I would read {said}.)"


def took_words_for_sql(uses: Sequence[tuple[str, str]]) -> str:
    """A question back where a statement would answer: it cannot be read back to a person, so only the words are."""
    said = " and ".join(f"“{means}” by “{words}”" for words, means in uses)
    return f"I do not know all the words of this question. Did you mean {said}? If so, please ask again in those words."


def unresolved(told: Sequence[str]) -> str:
    """A question back where a statement asks for what the data does not hold."""
    return f"I can only answer this from what is loaded. {' '.join(told)} Which should it be?"


def both_read(word: str = "") -> str:
    """Two readings that differ: the interpreter's and the model's."""
    return "This can be read in two ways. Which one do you mean?"


def took_shape(reading: str) -> str:
    """A question back: every word is known, but how they hang together is not certain."""
    return f"I am not sure how the parts of this question hang together. Did you mean: {reading}"


# Answers by a statement that a model wrote.
READ_AS_SQL = "Read by the chat model, which wrote the statement shown; the desk checked it against the words asked."


def sql_figure(value: str) -> str:
    """The one figure of such an answer."""
    return f"{value}."


def sql_rows(count: int) -> str:
    """A table of such an answer."""
    return f"{count} {'row' if count == 1 else 'rows'}."


NOTHING_FOUND = "No row of the reports fits."


def sql_corrected(value: str) -> str:
    """The same figure without the rows that ICE took back."""
    return f"That is as published; without what ICE took back: {value}."


SQL_VALUE = "figure by the statement shown"
SQL_VALUE_CORRECTED = "the same without what ICE took back"
