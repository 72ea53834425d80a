"""Threads, answers, clarifications, feedback, subscriptions; and how long words are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.answer.answer import Answer, Caveat, Figure, Source
from bot.answer.lineage import Lineage
from bot.query import Filter, Place, Query
from bot.state import StateStore
from bot.state.answers import Answers, Given
from bot.state.feedback import Feedback
from bot.state.retention import forget
from bot.state.subscriptions import Subscriptions
from bot.state.threads import Threads
from bot.state.types import now
from bot.understand.outcome import Thread

TRAVIS = Query(filters=(Filter(field="place", values=(Place(state="Texas", county="Travis"),)),))
ANSWER = Answer(
    status="answered",
    text="142 detainers were refused in Travis County, Texas.",
    figures=[Figure(label="refusals", value=142, unit="count")],
    columns=["declined_on", "refusals"],
    rows=[[date(2017, 2, 1), 142]],
    sql="SELECT 142",
    reading="refusals in Travis County, Texas",
    caveats=[Caveat(topic="awareness", text="…", report="2017-01-28", section="IV", page=35)],
    sources=[Source(report="2017-01-28", pages=[3])],
    query=TRAVIS,
    edition="e1",
)
ASKED = Answer(status="clarify", text="Which?", choices=["Travis", "all"], choice_queries=[TRAVIS, Query()])


def given(answer: Answer = ANSWER) -> Given:
    """An answer in a thread."""
    return Given("a1", "T1", "C1", "1.0", "1.0", "U1", "how many in Travis?", answer)


def test_a_thread_is_remembered_until_forgotten(store: StateStore) -> None:
    threads = Threads(store)
    assert threads.get("T1", "C1", "1.0") is None
    threads.put("T1", "C1", "1.0", Thread(("how many in Travis?",), last=TRAVIS))
    threads.put("T1", "C1", "1.0", Thread(("how many in Travis?", "and in Denver?"), last=TRAVIS))
    assert threads.get("T1", "C1", "1.0") == Thread(("how many in Travis?", "and in Denver?"), last=TRAVIS)
    threads.forget("T1", "C1", "1.0")
    assert threads.get("T1", "C1", "1.0") is None


def test_an_answer_comes_back_as_given(store: StateStore) -> None:
    answers = Answers(store)
    first = given()
    answers.put(first)
    answers.posted("a1", "1.5")
    back = answers.get("a1")
    assert back is not None
    assert back.ts == "1.5"
    assert back.answer.query == TRAVIS
    assert back.answer.to_json() == ANSWER.to_json()
    found = answers.by_question("T1", "C1", "1.0")
    assert found is not None
    assert found.id == "a1"
    answers.removed("a1")
    assert answers.by_question("T1", "C1", "1.0") is None


def test_the_choices_of_a_question_back_keep_their_plans(store: StateStore) -> None:
    answers = Answers(store)
    answers.put(given(ASKED))
    assert answers.choose("a1", 0) == ("Travis", TRAVIS)
    assert answers.choose("a1", 1) == ("all", Query())
    assert answers.choose("a1", 2) is None
    assert answers.choose("nothing", 0) is None


def test_feedback_keeps_what_it_is_about(store: StateStore) -> None:
    feedback = Feedback(store)
    feedback.add("wrong", team="T1", user="U2", given=given(), reason="I count 141")
    feedback.add("note", team="T1", user="U2", given=None, reason="more maps")
    wrong, note = feedback.all()
    assert (wrong.verdict, wrong.reason, wrong.sql) == ("wrong", "I count 141", "SELECT 142")
    assert (wrong.question, wrong.reading) == ("how many in Travis?", ANSWER.reading)
    assert (note.verdict, note.answer_id) == ("note", None)
    assert len(feedback.all("a1")) == 1


def test_a_channel_subscribes_once_a_kind(store: StateStore) -> None:
    subscriptions = Subscriptions(store)
    assert subscriptions.put("T1", "C1", "alerts", "U1")
    assert not subscriptions.put("T1", "C1", "alerts", "U2", filter_text="Travis County", filter_query=TRAVIS)
    assert subscriptions.put("T1", "C1", "weekly", "U1")
    alerts, weekly = subscriptions.listed(team="T1", channel="C1")
    assert (alerts.owner, alerts.filter_text, alerts.filter_query) == ("U2", "Travis County", TRAVIS)
    assert weekly.kind == "weekly"
    assert [one.kind for one in subscriptions.listed(owner="U1")] == ["weekly"]
    assert subscriptions.stop("T1", "C1", "alerts", reason="channel archived")
    assert not subscriptions.stop("T1", "C1", "alerts")
    assert [one.kind for one in subscriptions.listed(channel="C1")] == ["weekly"]
    assert subscriptions.put("T1", "C1", "alerts", "U1")


def test_words_go_when_their_time_is_over_and_figures_stay(store: StateStore) -> None:
    answers, threads = Answers(store), Threads(store)
    answers.put(given())
    threads.put("T1", "C1", "1.0", Thread(("how many in Travis?",)))
    Feedback(store).add("right", team="T1", user="U1", given=given())
    forget(store, timedelta(days=30))
    kept = answers.get("a1")
    assert kept is not None
    assert kept.question == "how many in Travis?"
    forget(store, timedelta(days=30), at=now() + timedelta(days=31))
    kept = answers.get("a1")
    assert kept is not None
    assert (kept.question, kept.answer.figures[0].value) == ("", 142)
    assert threads.get("T1", "C1", "1.0") is None
    assert Feedback(store).all()[0].question is None


def test_kept_for_good_means_kept(store: StateStore) -> None:
    Threads(store).put("T1", "C1", "1.0", Thread(("x",)))
    forget(store, None, at=now() + timedelta(days=9999))
    assert Threads(store).get("T1", "C1", "1.0") == Thread(("x",))


def test_a_changed_report_finds_the_answers_that_looked_into_it(store: StateStore) -> None:
    answers = Answers(store)
    lineage = Lineage(views=("refusals",), reports=("2017-01-28", "2017-02-04"), pages={"2017-01-28": (3,)})
    rests = replace(given(ANSWER.model_copy(update={"lineage": lineage})), ts="1.1")
    answers.put(rests)
    answers.put(replace(given(), id="older", ts="1.2"))  # kept before lineages were: its sources say it
    answers.put(replace(rests, id="unsent", ts=None))
    answers.put(replace(rests, id="removed", ts="1.4"))
    answers.removed("removed")
    assert [each.id for each in answers.resting_on({"2017-02-04"})] == ["a1"]
    assert [each.id for each in answers.resting_on({"2017-01-28"})] == ["a1", "older"]
    assert list(answers.resting_on({"2017-02-11"})) == []
    assert next(answers.resting_on({"2017-02-04"})).answer.lineage == lineage
