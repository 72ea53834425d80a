"""What the desk says when there is nothing to answer from, or nothing to answer."""

from __future__ import annotations

NO_REPORTS = (
    "No report is loaded, so there is nothing to answer from. Load some with: detainer-desk ingest FILE_OR_FOLDER"
)
EMPTY = "There is no question in this message. Ask for example: How many refusals did Travis County have?"
NOT_IN_DATA = "I cannot work that out: the data does not give the {field} for {subject}."
SAME_SIDES = "Both sides of that comparison are the same rows, so there is nothing to compare."
BAD_WORDS = "The newsroom's words (DETAINER_DESK_WORDS) cannot be used: {why}"
NOT_RUN = (
    "I understood the question, but what would count it did not pass my own checks, so I give no figure. Please ask "
    "it in another way."
)


def too_long(limit: int) -> str:
    """A message far longer than a question."""
    return f"This message is longer than a question can be ({limit:,} characters). Ask for one thing in a sentence."
