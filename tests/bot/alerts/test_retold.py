"""People whose earlier answers rested on rows that changed are told, once, what it was and what it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.alerts.announce import Announcer
from bot.alerts.retold import differences, effective, pinned
from bot.answer.answer import Answer, Figure
from bot.ask import Desk
from bot.query import Dimension, Query
from bot.state import StateStore
from bot.state.answers import Answers, Given
from tests.bot.alerts.conftest import Sent
from tests.bot.alerts.world import FIRST, NOTICE, SECOND, THIRD, World

pytestmark = pytest.mark.no_cover
ON = datetime(2017, 3, 21, 9, 0, tzinfo=UTC)


def give(world: World, store: StateStore, question: str, answer_id: str = "a1") -> Answer:
    """Answer a question and keep the answer, as Slack does."""
    answer = Desk(world.db).ask(question)
    assert answer.status == "answered", answer.text
    given = Given(answer_id, "T", "C9", "10.1", "10.1", "U7", question, answer, ts="10.2", created_at=ON)
    Answers(store).put(given)
    return answer


def test_the_figure_given_and_what_it_is_now(world: World, announcer: Announcer, store: StateStore, sent: Sent) -> None:
    world.show(FIRST, SECOND)
    announcer()
    give(world, store, "How many refusals did Williamson County, Texas have?")
    world.show(FIRST, SECOND, NOTICE)
    announcer()
    (told,) = sent.rows("told")
    assert (told.channel, told.payload["thread_ts"]) == ("C9", "10.1")
    assert told.payload["text"].startswith("<@U7> ")
    figure = "The figure given on Mar 21, 2017 was 4; after the correction it is 0."
    assert figure in told.payload["text"]
    (mark,) = sent.rows("mark_answer")
    assert mark.payload["answer"] == "a1", "the message itself is marked as well"
    assert mark.payload["note"] == f"This answer no longer holds. {figure}"


def test_whoever_was_told_right_is_left_in_peace(
    world: World, announcer: Announcer, store: StateStore, sent: Sent
) -> None:
    world.show(FIRST, SECOND)
    announcer()
    give(world, store, "How many refusals did Travis County have?", "a1")
    give(world, store, "How many refusals were there in the second report?", "a2")
    world.show(FIRST, SECOND, NOTICE)
    announcer()
    give(world, store, "How many refusals did Williamson County, Texas have?", "a3")
    world.show(FIRST, SECOND, NOTICE, THIRD)
    announcer()
    assert sent.rows("told") == [], "nothing they were told has changed; a new report is no correction"


def test_whoever_was_just_being_answered_is_told_a_while_later(
    world: World, announcer: Announcer, store: StateStore, sent: Sent
) -> None:
    world.show(FIRST, SECOND)
    announcer()
    answer = Desk(world.db).ask("How many refusals did Williamson County, Texas have?")
    world.show(FIRST, SECOND, NOTICE)
    announcer()
    Answers(store).put(Given("a1", "T", "C9", "10.1", "10.1", "U7", "How many?", answer, ts="10.2"))
    announcer()
    assert sent.rows("told") == [], "not before every such answer has been given"
    announcer.settle = timedelta(0)
    assert announcer() == 2
    assert [row.payload["thread_ts"] for row in sent.rows("told")] == ["10.1"]
    assert announcer() == 0
    give(world, store, "How many refusals did Williamson County, Texas have?", "a2")
    assert announcer() == 0


def test_a_correction_stated_twice_is_told_once(
    world: World, announcer: Announcer, store: StateStore, sent: Sent
) -> None:
    world.show(FIRST, SECOND)
    announcer()
    give(world, store, "How many refusals did Bastrop County have?")
    world.show(FIRST, SECOND, NOTICE)
    announcer()
    world.show(FIRST, SECOND, NOTICE, THIRD)
    announcer()
    assert len(sent.rows("told")) == 1


def test_a_ranking_names_what_changed(world: World, announcer: Announcer, store: StateStore, sent: Sent) -> None:
    world.show(FIRST)
    announcer()
    give(world, store, "Top three counties in the first report")
    world.show(FIRST, NOTICE)
    announcer()
    (text,) = sent.texts("told")
    assert "Williamson, Texas: the figure given on Mar 21, 2017 was 4; after the correction it is 0." in text
    assert "Travis" not in text


def test_a_revision_is_told_too(world: World, announcer: Announcer, store: StateStore, sent: Sent) -> None:
    world.show(FIRST, SECOND)
    announcer()
    give(world, store, "How many refusals in Kings County, New York?")
    world.revise(SECOND, "Kings", 1)
    announcer()
    (text,) = sent.texts("told")
    assert "was 5; after the revision it is 4" in text


def test_a_later_revision_that_restores_the_figure_is_told_and_the_mark_says_so(
    world: World, announcer: Announcer, store: StateStore, sent: Sent
) -> None:
    world.show(FIRST, SECOND)
    announcer()
    give(world, store, "How many refusals in Kings County, New York?")
    give(world, store, "How many refusals in Queens County, New York?", "a2")
    for leave_out in (1, 1, 0, 0, 1):
        world.revise(SECOND, "Kings", leave_out)
        announcer()
    otherwise = "This answer no longer holds. The figure given on Mar 21, 2017 was 5; after the revision it is 4."
    again = "This answer holds again. After the revision it reads as it was given on Mar 21, 2017."
    assert sent.texts("mark_answer") == [otherwise, again, otherwise], "said anew whenever it turns, and only then"
    assert "An answer given here holds again (“How many refusals in Kings" in sent.texts("told")[1]
    assert len(sent.rows("told")) == 3


def test_an_answer_made_anew_after_the_mark_is_not_said_to_hold_again(
    world: World, announcer: Announcer, store: StateStore, sent: Sent
) -> None:
    world.show(FIRST, SECOND)
    announcer()
    give(world, store, "How many refusals in Kings County, New York?")
    world.revise(SECOND, "Kings", 1)
    announcer()
    anew = Desk(world.db).ask("How many refusals in Kings County, New York?")
    Answers(store).put(Given("a1", "T", "C9", "10.1", "10.1", "U7", "How many?", anew, ts="10.2"))
    world.revise(SECOND, "Kings", 1)
    announcer()
    assert len(sent.rows("mark_answer")) == 1


def test_words_of_the_question_cannot_mention_anybody(
    world: World, announcer: Announcer, store: StateStore, sent: Sent
) -> None:
    world.show(FIRST)
    announcer()
    answer = Desk(world.db).ask("How many refusals did Bastrop County have?")
    Answers(store).put(Given("a", "T", "C", "1.1", "1.1", "U", "<!channel> hi <@U2>", answer, ts="1.2", created_at=ON))
    world.show(FIRST, NOTICE)
    announcer()
    (text,) = sent.texts("told")
    assert "<!channel>" not in text
    assert "<@U2>" not in text


def figure(*values: int) -> Answer:
    labels = ["refusals", "refusals, after ICE's corrections"]
    made = [Figure(label=label, value=v, unit="count") for label, v in zip(labels, values, strict=False)]
    return Answer(status="answered", text="", figures=made)


@pytest.mark.parametrize(
    ("then", "now", "changes"),
    [
        (figure(4), figure(4, 0), [("", 4, 0)]),
        (figure(4, 0), figure(4, 0), []),
        (figure(4), figure(4), []),
        (figure(4), Answer(status="declined", text=""), None),
        (figure(), figure(), None),
    ],
)
def test_figures_are_held_against_each_other(
    then: Answer, now: Answer, changes: list[tuple[str, int, int]] | None
) -> None:
    assert differences(then, now) == changes


def test_a_group_that_is_gone_has_no_rows_left() -> None:
    query = Query(group_by=(Dimension(field="county"),))
    then = Answer(status="answered", text="", columns=["county", "refusals"], rows=[["a", 3], ["b", 2]], query=query)
    now = then.model_copy(update={"rows": [["a", 3]]})
    assert differences(then, now) == [("b", 2, 0)]
    assert differences(then, now.model_copy(update={"truncated": True})) is None, "cut rows prove nothing"


def test_lists_of_rows_hold_no_figure() -> None:
    query = Query.model_validate({"measure": {"kind": "rows"}})
    answer = Answer(status="answered", text="", columns=["county", "page"], rows=[["a", 3]], query=query)
    assert effective(answer) == {}


def test_a_question_is_asked_again_over_the_same_reports_and_all_their_groups() -> None:
    query = Query(group_by=(Dimension(field="county"),), limit=3, order="most")
    again = pinned(query, ["2017-01-28"])
    assert (again.limit, again.order) == (None, None)
    assert again.filters[0].values == ("2017-01-28",)
    assert pinned(again, ["2017-02-04"]).filters == again.filters, "a question about one report stays about it"
