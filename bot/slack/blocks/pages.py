"""After a page was shown: the other pages that hold rows of the answer."""

from __future__ import annotations

from bot.backing import Backing
from bot.messages import slack as words
from bot.slack.blocks.kit import actions, button, section
from bot.slack.message import Blocks

PAGE = "other_page"
MOST = 24


def other_pages(answer_id: str, shown: int, of: int) -> tuple[str, Blocks, Backing]:
    """A number for each page; the one just shown is left out."""
    numbers = [number for number in range(1, of + 1) if number != shown][:MOST]
    made = [
        button(str(number), f"{PAGE}:{number}", f"{answer_id}:{number}", says=words.page_button(number, of))
        for number in numbers
    ]
    text = words.page_shown(shown, of)
    return text, [section(text), actions(made)], Backing.of(*numbers, shown, of)
