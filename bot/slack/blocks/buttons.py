"""The buttons under an answer. Each carries the answer's id and looks the rest up, so it works after a restart."""

from __future__ import annotations

from bot.answer.answer import Answer
from bot.messages import slack as words
from bot.slack.blocks import notes
from bot.slack.blocks.kit import actions, button
from bot.slack.message import Block

SQL, ROWS, PAGE, CSV, PLACES, CAVEATS = (
    "answer_sql",
    "answer_rows",
    "answer_page",
    "answer_csv",
    "answer_places",
    "answer_caveats",
)
RIGHT, WRONG, VERDICT = "feedback_right", "feedback_wrong", "feedback"


def answer_buttons(answer: Answer, answer_id: str) -> Block:
    """Only those that have something to show."""
    wanted = [(words.SHOW_SQL, SQL, answer.sql is not None), (words.SHOW_ROWS, ROWS, answer.query is not None)]
    wanted += [
        (words.SHOW_PAGE, PAGE, any(source.pages for source in answer.sources)),
        (words.CSV, CSV, bool(answer.rows)),
        (words.BY_PLACE, PLACES, by_place(answer)),
        (words.ALL_CAVEATS, CAVEATS, notes.needs_more(answer)),
    ]
    made = [button(label, action, answer_id, says=words.SAYS[label]) for label, action, shown in wanted if shown]
    return actions(made, f"answer:{answer_id}")


def by_place(answer: Answer) -> bool:
    """Whether the same question can be asked place by place: a figure over refusals or Section I's entries."""
    query = answer.query
    return (
        query is not None
        and query.subject in ("refusals", "issued")
        and query.measure.kind in ("count", "share", "total", "rows")
        and query.contrast is None
        and not query.slices
    )


def feedback(answer_id: str) -> Block:
    """Slack's own pair of feedback buttons."""
    return {
        "type": "context_actions",
        "block_id": f"feedback:{answer_id}",
        "elements": [
            {
                "type": "feedback_buttons",
                "action_id": VERDICT,
                "positive_button": _verdict(words.RIGHT, f"right:{answer_id}"),
                "negative_button": _verdict(words.WRONG, f"wrong:{answer_id}"),
            }
        ],
    }


def plain_feedback(answer_id: str) -> Block:
    """The same as ordinary buttons, for where Slack does not take its own pair."""
    pair = [(words.RIGHT, RIGHT, f"right:{answer_id}"), (words.WRONG, WRONG, f"wrong:{answer_id}")]
    return actions(
        [button(label, action, value, says=words.SAYS[label]) for label, action, value in pair],
        f"feedback:{answer_id}",
    )


def _verdict(label: str, value: str) -> Block:
    return {
        "text": {"type": "plain_text", "text": label},
        "value": value,
        "accessibility_label": words.SAYS[label],
    }
