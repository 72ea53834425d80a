"""Sentences about the state store."""

from __future__ import annotations


def bad_url(url: str, problem: Exception) -> str:
    """The URL cannot be used at all."""
    return (
        f"The state store {url} cannot be used: {str(problem).splitlines()[0]}. Set DETAINER_DESK_STATE to "
        "sqlite:///PATH, or to postgresql://USER:PASSWORD@HOST/NAME with `pip install 'detainer-desk[postgres]'`."
    )


def unreachable(url: str, problem: Exception) -> str:
    """The URL is good, but nothing usable is there."""
    return (
        f"The state store {url} cannot be opened: {str(problem).splitlines()[0]}. "
        "Check that the folder can be written, or that the server runs and takes this user."
    )
