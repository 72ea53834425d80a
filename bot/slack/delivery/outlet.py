"""Where views and short replies leave: none with a number that nothing behind it holds.

Messages leave through `Sender`; everything else that people read goes through here, so that no other module calls
Slack with words of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from slack_sdk import WebClient

from bot.backing import NO_NUMBER, Looks
from bot.messages import slack as words
from bot.slack.blocks import modals
from bot.slack.log import trouble
from bot.slack.message import Block, View


def sound_text(text: str, look: Looks = NO_NUMBER) -> str:
    """The text, or the sentence that it could not be shown."""
    strays = look.at_source() + look.at_text(text)
    if strays:
        trouble("message withheld", kind="reply", strays=strays)
    return words.NOT_SHOWN if strays else text


def sound_view(view: View) -> Block:
    """The view, or one that says that it could not be shown."""
    strays = view.look.at_source() + view.look.at_blocks(view.block["blocks"])
    if not strays:
        return view.block
    trouble("message withheld", kind=str(view.block["type"]), strays=strays)
    kept = modals.notice(words.NOT_SHOWN_TITLE, words.NOT_SHOWN).block
    return {"type": "home", "blocks": kept["blocks"]} if view.block["type"] == "home" else kept


def open_view(client: WebClient, trigger_id: str, view: View) -> None:
    """Open it over the screen."""
    client.views_open(trigger_id=trigger_id, view=sound_view(view))


def update_view(client: WebClient, shown: dict[str, Any], view: View, *, unless_changed: bool = False) -> None:
    """Put it in the place of the one shown; `unless_changed`: not over a newer one."""
    known = {"hash": shown["hash"]} if unless_changed and shown.get("hash") else {}
    client.views_update(view_id=shown["id"], view=sound_view(view), **known)


def publish_home(client: WebClient, user: str, view: View) -> None:
    """Show a person's Home."""
    client.views_publish(user_id=user, view=sound_view(view))


def reply(ack: Callable[..., Any], text: str, look: Looks = NO_NUMBER) -> None:
    """Say something to the giver of a command alone."""
    ack(text=sound_text(text, look), response_type="ephemeral")


def reply_over(respond: Callable[..., Any], text: str, look: Looks = NO_NUMBER) -> None:
    """Say something in the place of the message that was pressed."""
    respond(text=sound_text(text, look), replace_original=True)
