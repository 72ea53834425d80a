"""App Home: how to ask, what is loaded, what the person is subscribed to."""

from __future__ import annotations

from collections.abc import Sequence

from bot.backing import quoting
from bot.messages import slack_commands as say
from bot.scheduler.weekly import told_time
from bot.slack.blocks.decline import SUGGEST
from bot.slack.blocks.kit import actions, button, context, divider, header, section
from bot.slack.catalogue import Loaded
from bot.slack.message import Block, Blocks, View
from bot.slack.text import escape
from bot.state.subscriptions import Subscription

HOME_UNSUBSCRIBE, HOME_ASK, HOME_DICTIONARY = "home_unsubscribe", f"home_{SUGGEST}", "home_dictionary"


def home(reports: Loaded, subscriptions: Sequence[Subscription], docs_url: str) -> View:
    """The view."""
    asks = [button(question, f"{HOME_ASK}:{n}", question) for n, question in enumerate(say.EXAMPLES)]
    blocks = [
        header(say.HOME_TITLE),
        section(escape(say.HOME_INTRO)),
        header(say.HOME_ASK),
        section(escape(say.HOME_ASK_HOW)),
        actions(asks),
        _dictionary(docs_url),
        header(say.HOME_REPORTS),
        section("\n".join(reports.lines) if reports.lines else say.NO_REPORTS),
        header(say.HOME_SUBSCRIPTIONS),
        *_subscriptions(subscriptions),
        divider(),
        context(say.HOME_NEXT),
    ]
    wishes = quoting(*(text for each in subscriptions for text in (each.filter_text, told_time(each))))
    return View({"type": "home", "blocks": blocks}, reports.backing.plus(wishes))


def _dictionary(docs_url: str) -> Block:
    made = button(say.HOME_DICTIONARY, HOME_DICTIONARY, "dictionary")
    return actions([made | ({"url": docs_url} if docs_url else {})])


def _subscriptions(subscriptions: Sequence[Subscription]) -> Blocks:
    if not subscriptions:
        return [section(say.HOME_NONE)]
    blocks = []
    for each in subscriptions[:20]:
        when = told_time(each) if each.schedule else ""
        line = section(say.home_subscription(each.kind, each.channel, escape(each.filter_text), when))
        value = f"{each.channel}:{each.kind}"
        blocks.append(line | {"accessory": button(say.UNSUBSCRIBE, f"{HOME_UNSUBSCRIBE}:{each.id}", value)})
    return blocks
