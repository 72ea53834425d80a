"""What `/detainers` says back, and what App Home shows."""

from __future__ import annotations

HELP = """*Ask about ICE's weekly Declined Detainer Outcome Reports*
Mention me in a channel, write me a direct message, or use the command:
• `/detainers ask How many Travis County refusals involved convictions?`
• `/detainers latest` – the newest report
• `/detainers summary` – the weekly summary of the newest report; `/detainers summary 2017-02-04` for another
• `/detainers subscribe alerts` – tell this channel when a report posts; `subscribe alerts Travis County` for one place
• `/detainers subscribe weekly` – the weekly summary in this channel; `subscribe weekly Monday 9:00` at that hour
• `/detainers list` and `/detainers unsubscribe alerts` – this channel's subscriptions
• `/detainers sources` – the reports loaded, and their checks
• `/detainers feedback …` – tell the desk's keepers something
In a thread where I have answered, just write on: “and in Denver?”
Every answer says how the question was read, which pages it stands on, and which caveats bear on it."""

EXAMPLES = (
    "How many Travis County refusals involved convictions?",
    "Which five places refused most in the latest report?",
    "What did ICE correct?",
)
PROMPTS_TITLE = "Ask about the declined detainer reports"
PROMPTS = (
    ("The newest report", "How many detainers were refused in the latest report?"),
    ("Top places", "Which five places refused most?"),
    ("Convictions", "How many refusals involved convictions?"),
    ("Corrections", "What did ICE correct?"),
)

WHAT_TO_ASK = "What would you like to know? For example: `/detainers ask {example}`"
SUBSCRIBE_WHAT = "Subscribe to what? `/detainers subscribe alerts` or `/detainers subscribe weekly`."
UNSUBSCRIBE_WHAT = "Unsubscribe from what? `/detainers unsubscribe alerts` or `/detainers unsubscribe weekly`."
FEEDBACK_WHAT = "What should the desk's keepers know? `/detainers feedback YOUR WORDS`"
FEEDBACK_THANKS = "Noted. Thank you."
NO_SUBSCRIPTIONS = "This channel has no subscriptions. `/detainers subscribe alerts` tells it when a report posts."
NO_REPORTS = "No report is loaded yet."
SUMMARY_MAKING = "The summary is being put together; it comes into this channel."
KIND = {"alerts": "an alert when a report posts", "weekly": "the weekly summary"}


def subscribed(kind: str, filter_text: str, *, is_new: bool) -> str:
    """The channel is subscribed from now on."""
    about = f", only about: {filter_text}" if filter_text else ""
    return (
        f"This channel {'now gets' if is_new else 'gets'} {KIND[kind]}{about}. `/detainers unsubscribe {kind}` ends it."
    )


def unsubscribed(kind: str) -> str:
    """The channel is no longer subscribed."""
    return f"This channel no longer gets {KIND[kind]}."


def not_subscribed(kind: str) -> str:
    """There was nothing to end."""
    return f"This channel has no subscription to {KIND[kind]}."


def subscribed_at(when: str, *, is_new: bool) -> str:
    """The channel gets the weekly summary at its own hour."""
    return (
        f"This channel {'now gets' if is_new else 'gets'} {KIND['weekly']} {when}, unless nothing is new. "
        "A preview comes to you as a direct message. `/detainers unsubscribe weekly` ends it."
    )


def subscription(kind: str, filter_text: str, owner: str, when: str = "") -> str:
    """One line of a list. The filter comes escaped; `when` is set for a summary with its own hour."""
    about = f", only about: {filter_text}" if filter_text else ""
    about += f", {when}" if when else ""
    return f"• {KIND[kind]}{about} – asked for by <@{owner}>"


def filter_unclear(text: str, why: str) -> str:
    """A filter that cannot be read is not guessed at. Both come escaped."""
    return f"I cannot tell which refusals “{text}” means, so nothing was subscribed. {why}"


HOME_TITLE = "Declined detainer desk"
HOME_INTRO = (
    "Answers from ICE's weekly Declined Detainer Outcome Reports. Every figure is computed from the reports' rows "
    "and comes with its source, how the question was read, and the caveats that the reports themselves state."
)
HOME_ASK = "Ask"
HOME_ASK_HOW = "Mention me in a channel, write me a message, or press one of these; the answer comes as a message."
HOME_REPORTS = "Reports loaded"
HOME_SUBSCRIPTIONS = "Your subscriptions"
HOME_NONE = "None yet. Write `/detainers subscribe alerts` or `/detainers subscribe weekly` in a channel."
HOME_NEXT = "A weekly summary without an hour of its own goes out when the next report posts."
HOME_DICTIONARY = "What the words mean"
UNSUBSCRIBE = "Unsubscribe"
DICTIONARY_TITLE = "What the words mean"
SAMPLE = "sample"


def report_line(name: str, read: int | None, stated: int | None, *, sample: bool) -> str:
    """A loaded report with its first check: rows read against the total it states."""
    label = f" ({SAMPLE})" if sample else ""
    if read is None or stated is None:
        return f"• *{name}*{label}"
    if read == stated:
        return f"• *{name}*{label}: {read:,} refusals read, as many as the report states"
    return f"• *{name}*{label}: {read:,} refusals read, but the report states {stated:,}"


def home_subscription(kind: str, channel: str, filter_text: str, when: str = "") -> str:
    """One subscription in App Home. The filter comes escaped; `when` is set for a summary with its own hour."""
    about = f", only about: {filter_text}" if filter_text else ""
    about += f", {when}" if when else ""
    return f"<#{channel}>: {KIND[kind]}{about}"


LATEST_QUESTION = "How many detainers were refused in the latest report?"


def filter_question(wish: str) -> str:
    """How the desk is asked what a subscription's filter means."""
    return f"How many refusals in {wish}?"


def switched_off(kind: str, channel: str, error: str) -> str:
    """To the owner of a subscription whose channel can no longer be reached."""
    return (
        f"I can no longer post in <#{channel}> ({error}), so its subscription to {KIND[kind]} is switched off. "
        f"Invite me again and use `/detainers subscribe {kind}` there to have it back."
    )


def summary_question(of: str) -> str:
    """How the desk is asked which report is meant."""
    return f"How many refusals in {of}?" if not of[:4].isdigit() else f"How many refusals in the report of {of}?"


def which_report(of: str) -> str:
    """The words name no single report."""
    return f"I cannot tell which report “{of}” means. Try “summary”, “summary of week 1” or “summary of 2017-02-04”."
