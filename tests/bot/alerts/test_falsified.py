"""Alerts, marks and what people are told after a correction: a number that no row holds is refused in each."""

from __future__ import annotations

import pytest

from bot.alerts import slack
from bot.alerts.announce import Announcer
from bot.alerts.trouble import Troubles
from bot.backing import Backing
from bot.slack.corrected import NoteAndAnswer
from bot.slack.delivery.guard import Look
from bot.state import StateStore
from bot.state.answers import Answers
from bot.state.subscriptions import Subscriptions
from bot.watch.errors import Trouble
from bot.watch.rounds import Round
from tests.bot.alerts.conftest import Sent
from tests.bot.alerts.test_announce import subscribe
from tests.bot.alerts.test_retold import give
from tests.bot.alerts.world import FIRST, NOTICE, SECOND, THIRD, World
from tests.bot.falsified import holds, holds_payload


def test_every_alert_and_what_follows_on_it(world: World, announcer: Announcer, store: StateStore, sent: Sent) -> None:
    subscriptions = Subscriptions(store)
    subscribe(subscriptions, world, "C1")
    world.show(FIRST)
    for wish in ("Travis County at least 1", "Alachua County", "Kings County, New York"):
        subscribe(subscriptions, world, wish, wish)
    announcer()
    sent.send_all()
    give(world, store, "How many refusals did Williamson County, Texas have in 2017?", "a1")
    give(world, store, "Top three counties in the first report", "a2")
    for shown in ((FIRST, SECOND), (FIRST, SECOND, NOTICE), (FIRST, SECOND, NOTICE, THIRD)):
        world.show(*shown)
        announcer()
        sent.send_all()
    world.revise(SECOND, "Kings", 3)
    announcer()
    kinds = {row.kind.split(":")[0] for row in sent.rows()}
    assert kinds == {"alert", "mark", "mark_answer", "told_otherwise"}
    for row in sent.rows():
        if row.kind != "mark_answer":
            assert holds_payload(row.payload) > 0 or "again" in row.payload["text"]
    told = " ".join(sent.texts("alert"))
    assert "Your filter “Travis County at least 1”" in told
    assert "Section I, where detainers are issued" in told


@pytest.mark.no_cover
def test_the_mark_on_an_answer(world: World, announcer: Announcer, store: StateStore, sent: Sent) -> None:
    world.show(FIRST, SECOND)
    announcer()
    give(world, store, "How many refusals did Williamson County, Texas have?")
    world.show(FIRST, SECOND, NOTICE)
    announcer()
    (mark,) = sent.rows("mark_answer")
    given = Answers(store).get("a1")
    assert given is not None
    note, behind = str(mark.payload["note"]), Backing.model_validate(mark.payload["backing"])
    assert holds(behind, note, []) == 4, "the day, its year, the figure then, the figure now"
    look = NoteAndAnswer(note, behind, Look(given.answer))
    assert look.at_source() + look.at_text(f"{note} {given.answer.text}") == []
    assert look.at_text(f"{note} 7{given.answer.text}") != []
    assert NoteAndAnswer(note.replace("was 4", "was 5"), behind, Look(given.answer)).at_source() == ["5"]


def test_an_alert_kept_before_backings_were_can_still_be_marked() -> None:
    sent = {"text": "New report. 206 refused.", "blocks": [{"type": "section", "text": {"text": "*206* refused"}}]}
    marked = slack.marked(sent, "1.2", "Since then: 47.", Backing.of(47))
    assert holds_payload(marked) > 0


def test_what_went_wrong_with_a_source(store: StateStore, sent: Sent) -> None:
    gone = Trouble("gone", "https://ice.example/2017 is gone (status 404).")
    Troubles(store, "T", "C1")(Round(troubles=[("https://ice.example/2017", gone)]))
    (row,) = sent.rows("trouble")
    assert holds_payload(row.payload) > 0
