"""Words broken at a line's end."""

from __future__ import annotations

import pytest

from ingest.layout.hyphens import soften
from ingest.layout.lines import Line, join
from tests.ingest.layout.page import prose


def whole(*texts: str) -> str:
    """The lines as they read once broken words are put together."""
    (page,) = soften([list[Line](prose(*texts))])
    return join(each.text for each in page)


@pytest.mark.parametrize(
    ("first", "second", "read"),
    [
        ("Detention and Deten-", "tion again", "Detention and Detention again"),
        ("form I-", "247N", "form I-247N"),
        ("Massachusett", "s", "Massachusetts"),
        ("Pennsylvani", "a and Ohio", "Pennsylvania and Ohio"),
        ("St. Vincent-Gren", "adines", "St. Vincent-Grenadines"),
        ("Grand", "view", "Grand view"),
        ("County", "jail", "County jail"),
        ("well-", "known", "well-known"),
    ],
)
def test_the_halves_are_joined_only_on_evidence(first: str, second: str, read: str) -> None:
    assert whole(first, second) == read
