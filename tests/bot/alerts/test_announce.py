"""What comes into the outbox when documents come: reports, revisions, corrections; once, and to whom it concerns."""

from __future__ import annotations

from collections import Counter

import pytest

from bot.alerts.announce import Announcer
from bot.alerts.filters import split_threshold
from bot.ask import Desk
from bot.query import Having
from bot.state import StateStore
from bot.state.subscriptions import Subscriptions
from tests.bot.alerts.conftest import Sent
from tests.bot.alerts.world import FIRST, INDEX, NOTICE, SECOND, THIRD, World
from tests.bot.summary import gold

pytestmark = pytest.mark.no_cover


@pytest.fixture
def subscriptions(store: StateStore) -> Subscriptions:
    return Subscriptions(store)


def subscribe(subscriptions: Subscriptions, world: World, channel: str, wish: str = "") -> None:
    """As Slack does: the filter is understood by the desk."""
    rest, having = split_threshold(wish)
    query = Desk(world.db).ask(f"How many refusals in {rest}?").query if wish else None
    if query is not None:
        query = query.model_copy(update={"having": having})
    subscriptions.put("T", channel, "alerts", "U", filter_text=wish, filter_query=query)


def test_a_new_report_is_told_once_to_every_channel(
    world: World, announcer: Announcer, subscriptions: Subscriptions, sent: Sent
) -> None:
    subscribe(subscriptions, world, "C1")
    subscribe(subscriptions, world, "C2")
    world.show(FIRST)
    assert announcer() == 2
    world.show(FIRST, SECOND)
    assert announcer() == 2
    assert announcer() == 0
    assert sorted(row.channel for row in sent.rows("alert")) == ["C1", "C1", "C2", "C2"]
    assert sent.texts("alert")[-1] == (
        "New report. ICE's report for Feb 4 – Feb 10, 2017 lists 47 refused detainers (2,825 detainers issued "
        "nationwide). 159 fewer than the week before (Jan 28 – Feb 3, 2017: 206)."
    )
    told = sent.blocks(sent.rows("alert")[-1])
    assert "Travis County, Texas: 2 (the week before 142; 140 fewer)" in told
    assert told.count("the week before 1") + told.count("the week before 9") >= 3, "three figures that changed most"


def test_what_was_loaded_before_anybody_watched_is_no_news(
    world: World, store: StateStore, subscriptions: Subscriptions, sent: Sent
) -> None:
    world.show(FIRST, SECOND)
    subscribe(subscriptions, world, "C1")
    announcer = Announcer(store, world.db, Desk(world.db))
    announcer.baseline()
    assert announcer() == 0
    world.show(FIRST, SECOND, THIRD)
    announcer.baseline()
    assert announcer() == 1, "a baseline is taken once"
    assert "Feb 11 – Feb 17" in sent.texts("alert")[0]


def test_a_correction_is_told_and_the_old_alert_marked(
    world: World, announcer: Announcer, subscriptions: Subscriptions, sent: Sent
) -> None:
    subscribe(subscriptions, world, "C1")
    world.show(FIRST)
    announcer()
    sent.send_all()
    world.show(FIRST, NOTICE)
    assert announcer() == 2
    told = sent.rows("alert")[-1]
    assert "for 8 places" in told.payload["text"]
    assert "Of 206 refused detainers listed for Jan 28 – Feb 3, 2017, 197 stand." in told.payload["text"]
    assert "Williamson County, Texas: Section II, withdrawn: person transferred" in sent.blocks(told)
    (mark,) = sent.rows("mark")
    assert mark.payload["update"] == sent.rows("alert")[0].ts
    assert "Correction: Jan 28 – Feb 3, 2017" in sent.blocks(mark)
    assert "lists 206 refused detainers" in sent.blocks(mark), "what it said before is still there"


def test_a_correction_said_again_changes_nothing_and_says_so(
    world: World, announcer: Announcer, subscriptions: Subscriptions, sent: Sent
) -> None:
    subscribe(subscriptions, world, "C1")
    world.show(FIRST, SECOND, NOTICE)
    announcer()
    sent.send_all()
    world.show(FIRST, SECOND, NOTICE, THIRD, INDEX)
    assert announcer() == 1, "the third report, and nothing for its box or for the page that repeats the notice"
    assert "Taken back" not in sent.blocks(sent.rows("alert")[-1])
    assert sent.rows("mark") == []


def test_a_notice_after_a_report_that_said_the_same(
    world: World, announcer: Announcer, subscriptions: Subscriptions, sent: Sent
) -> None:
    subscribe(subscriptions, world, "C1")
    world.show(FIRST, SECOND, THIRD)
    announcer()
    assert "Taken back by ICE from the report of Jan 28 – Feb 3, 2017" in sent.blocks(sent.rows("alert")[-1])
    world.show(FIRST, SECOND, THIRD, NOTICE)
    assert announcer() == 1
    assert "stated before; no figure changes" in sent.texts("alert")[-1]


def test_a_revision_says_which_rows_it_changed(
    world: World, announcer: Announcer, subscriptions: Subscriptions, sent: Sent
) -> None:
    subscribe(subscriptions, world, "C1")
    world.show(FIRST, SECOND)
    announcer()
    sent.send_all()
    world.revise(SECOND, "Kings", 2)
    assert announcer() == 2
    told = sent.rows("alert")[-1]
    assert told.payload["text"].startswith("Revised report. ICE's report for Feb 4 – Feb 10, 2017 lists 45 refused")
    assert "Section II: 2 rows removed" in told.payload["text"]
    assert "(Kings, New York): removed" in sent.blocks(told)
    assert len(sent.rows("mark")) == 1


def weeks_with(county: str | None, state: str, at_least: int = 1) -> int:
    """Weeks in which a place has that many refusals, or (for one) an entry of Section I, by the gold tables."""

    def here(row: dict[str, str]) -> bool:
        return row["state"] == state and county in (None, row["county"])

    refusals = Counter(row["report_id"] for row in gold.table("refusals") if here(row))
    issued = Counter(row["report_id"] for row in gold.table("issued") if here(row))
    return sum(refusals[r] >= at_least or (at_least == 1 and issued[r] > 0) for r in gold.REPORTS)


def test_filters(world: World, announcer: Announcer, subscriptions: Subscriptions, sent: Sent) -> None:
    world.show(FIRST, SECOND, THIRD)
    expected = {
        "Travis County": weeks_with("Travis", "Texas"),
        "Texas": weeks_with(None, "Texas"),
        "Alachua County": weeks_with("Alachua", "Florida"),
        "Travis County at least 10": weeks_with("Travis", "Texas", 10),
        "Nevada over 1000": 0,
    }
    for wish in expected:
        subscribe(subscriptions, world, wish, wish)
    announcer()
    told = Counter(row.channel for row in sent.rows("alert"))
    assert {wish: told[wish] for wish in expected} == expected
    assert all(f"Your filter “{row.channel}”" in row.payload["text"] for row in sent.rows("alert"))


def test_a_filter_is_told_its_own_figure(
    world: World, announcer: Announcer, subscriptions: Subscriptions, sent: Sent
) -> None:
    world.show(FIRST, SECOND)
    subscribe(subscriptions, world, "C1", "Travis County")
    subscribe(subscriptions, world, "C2", "Clark County, Nevada")
    announcer()
    told = {(row.channel, row.payload["report"]): row.payload["text"] for row in sent.rows("alert")}
    second = "Your filter “Travis County”: 2 refused detainers (the week before 142)."
    assert second in told["C1", "2017-02-04"]
    assert "issued, not declined" in told["C2", "2017-01-28"]


def test_a_correction_concerns_only_filters_for_its_places(
    world: World, announcer: Announcer, subscriptions: Subscriptions, sent: Sent
) -> None:
    world.show(FIRST)
    announcer()
    subscribe(subscriptions, world, "C1", "Williamson County, Texas")
    subscribe(subscriptions, world, "C2", "California")
    world.show(FIRST, NOTICE)
    announcer()
    assert [row.channel for row in sent.rows("alert")] == ["C1"]


def test_weekly_comes_with_a_new_report_unless_it_has_its_own_hour(
    world: World, announcer: Announcer, subscriptions: Subscriptions, sent: Sent
) -> None:
    subscriptions.put("T", "C1", "weekly", "U")
    subscriptions.put("T", "C2", "weekly", "U", schedule={"day": "mon", "hour": 9, "tz": "America/New_York"})
    world.show(FIRST)
    announcer()
    world.show(FIRST, NOTICE)
    announcer()
    (weekly,) = sent.rows("weekly")
    assert weekly.channel == "C1"
    assert len(weekly.payload["replies"]) > 8
    assert {file["name"] for file in weekly.payload["files"]} >= {"places.png", "2017-01-28-places.csv"}


@pytest.mark.parametrize(
    ("wish", "rest", "having"),
    [
        ("Travis County", "Travis County", None),
        ("Travis County at least 10", "Travis County", Having(op="at_least", n=10)),
        ("Texas with over 1,000", "Texas", Having(op="over", n=1000)),
        ("drug offenses only if 5 or more", "drug offenses", Having(op="at_least", n=5)),
        ("Texas > 3", "Texas", Having(op="over", n=3)),
        ("issued over 2 years ago in Texas", "issued over 2 years ago in Texas", None),
    ],
)
def test_thresholds_as_written(wish: str, rest: str, having: Having | None) -> None:
    assert split_threshold(wish) == (rest, having)
