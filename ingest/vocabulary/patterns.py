"""Regular expressions compiled at first use: all of them together take longer than answering a question."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, without regard to case; \\d, \\w and \\b know only ASCII, for the texts are English."""
    return re.compile(pattern, re.IGNORECASE | re.ASCII)
