"""Weekly summaries at a channel's own hour: once a moment, only with something new, skipped ones with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.alerts.announce import Announcer
from bot.ask import Desk
from bot.query import Filter, Place, Query
from bot.scheduler.clock import Clock
from bot.scheduler.lease import Lease
from bot.scheduler.times import read_time
from bot.scheduler.weekly import WeeklyRuns
from bot.state import StateStore, open_store
from bot.state.models import OutboxRow
from bot.state.subscriptions import Subscriptions
from tests.bot.alerts.world import FIRST, SECOND, World

SET_UP = datetime(2017, 4, 5, 12, 0, tzinfo=UTC)
MONDAY = datetime(2017, 4, 10, 9, 0, tzinfo=UTC)
WEEK = timedelta(days=7)


@pytest.fixture
def world(sample_db: Path, tmp_path: Path) -> World:
    return World(sample_db, tmp_path)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[StateStore]:
    opened = open_store(f"sqlite:///{tmp_path}/state.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def runs(world: World, store: StateStore) -> WeeklyRuns:
    return WeeklyRuns(store, Desk(world.db))


def subscribe(store: StateStore, query: Query | None = None) -> None:
    schedule = read_time("Monday 9:00", SET_UP).to_json()
    Subscriptions(store).put("T", "C1", "weekly", "U", schedule=schedule, filter_query=query)


def posted(store: StateStore, kind: str = "weekly") -> list[OutboxRow]:
    with store.read() as session:
        return list(session.scalars(select(OutboxRow).where(OutboxRow.kind == kind).order_by(OutboxRow.id)))


def test_posted_at_its_hour_once_and_skipped_while_nothing_is_new(
    world: World, store: StateStore, runs: WeeklyRuns
) -> None:
    world.show(FIRST)
    subscribe(store)
    assert runs.tick(MONDAY - timedelta(minutes=1)) == []
    assert [run.outcome for run in runs.tick(MONDAY + timedelta(seconds=5))] == ["posted"]
    assert runs.tick(MONDAY + timedelta(minutes=1)) == []
    assert [run.outcome for run in runs.tick(MONDAY + WEEK)] == ["nothing_new"]
    world.show(FIRST, SECOND)
    assert [run.outcome for run in runs.tick(MONDAY + 2 * WEEK)] == ["posted"]
    assert [row.payload["report"] for row in posted(store)] == ["2017-01-28", "2017-02-04"]
    told = [(run.due_at, run.outcome) for run in runs.listed("T", "C1")]
    assert told == [(MONDAY + 2 * WEEK, "posted"), (MONDAY + WEEK, "nothing_new"), (MONDAY, "posted")]


def test_no_report_at_all_is_skipped_and_said(world: World, store: StateStore, runs: WeeklyRuns) -> None:
    world.show()
    subscribe(store)
    assert [run.outcome for run in runs.tick(MONDAY)] == ["no_report"]


def test_a_database_that_is_not_there_is_tried_again(store: StateStore, tmp_path: Path) -> None:
    subscribe(store)
    runs = WeeklyRuns(store, Desk(tmp_path / "none.duckdb"))
    assert [run.outcome for run in runs.tick(MONDAY)] == ["failed"]
    assert [run.outcome for run in runs.tick(MONDAY)] == ["failed"]
    assert runs.listed("T", "C1") == []


def test_a_filter_that_fits_nothing_posts_nothing(world: World, store: StateStore, runs: WeeklyRuns) -> None:
    world.show(SECOND)
    subscribe(store, Query(filters=(Filter(field="place", values=(Place(state="Ohio"),)),)))
    assert [run.outcome for run in runs.tick(MONDAY)] == ["no_match"]


def test_two_processes_post_once(world: World, store: StateStore, runs: WeeklyRuns) -> None:
    world.show(FIRST)
    subscribe(store)
    runs.tick(MONDAY)
    WeeklyRuns(store, Desk(world.db)).tick(MONDAY)
    assert len(posted(store)) == 1


def test_a_summary_that_came_with_the_report_is_not_new_at_the_hour(
    world: World, store: StateStore, runs: WeeklyRuns
) -> None:
    announcer = Announcer(store, world.db, Desk(world.db))
    announcer.baseline()
    Subscriptions(store).put("T", "C1", "weekly", "U")
    world.show(FIRST)
    announcer()
    subscribe(store)
    assert [run.outcome for run in runs.tick(MONDAY)] == ["nothing_new"]


def test_the_person_who_sets_it_up_sees_it_first(world: World, store: StateStore, runs: WeeklyRuns) -> None:
    world.show(FIRST)
    subscribe(store)
    (subscription,) = Subscriptions(store).listed()
    assert runs.preview(subscription, "a wish")
    assert not runs.preview(subscription, "a wish"), "once, however often it is tried"
    (row,) = posted(store, "preview")
    assert (row.channel, row.payload["user"]) == ("", "U")
    assert "Mondays at 9:00 (UTC)" in row.payload["text"]


def test_the_clock_leads_only_with_the_lease(world: World, store: StateStore, runs: WeeklyRuns) -> None:
    world.show(FIRST)
    subscribe(store)
    other = Lease(store, "weekly", "other")
    other.take()
    clock = Clock(runs, Lease(store, "weekly", "me"), every=3600)
    clock.start()
    clock.look()
    assert posted(store) == []
    other.give_up()
    clock.look()
    clock.close()
    assert len(posted(store)) == 1, "it is long past that Monday"
