"""One holder at a time, on both databases; the next one takes over when it falls silent."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest

from bot.scheduler.lease import Lease
from bot.state import StateStore, open_store
from bot.state.types import now
from tests.bot.state.postgres import Postgres


@pytest.fixture(scope="module")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Postgres]:
    server = Postgres(tmp_path_factory.mktemp("postgres"))
    yield server
    server.stop()


@pytest.fixture(params=["sqlite", "postgres"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[StateStore]:
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path}/state.sqlite"
    else:
        url = request.getfixturevalue("postgres").new_database()
    opened = open_store(url)
    yield opened
    opened.close()


def test_one_holds_it_and_may_renew_it(store: StateStore) -> None:
    one, two = Lease(store, "watcher", "one"), Lease(store, "watcher", "two")
    assert one.take()
    assert not two.take()
    assert one.take()
    assert two.holder_now() == "one"


def test_another_takes_over_when_it_has_run_out(store: StateStore) -> None:
    one, two = Lease(store, "watcher", "one"), Lease(store, "watcher", "two")
    at = now()
    assert one.take(at)
    assert not two.take(at + timedelta(seconds=59))
    assert two.take(at + timedelta(seconds=61))
    assert not one.take(at + timedelta(seconds=62)), "the old holder has to see that it no longer leads"


def test_given_up_it_is_free_at_once(store: StateStore) -> None:
    one, two = Lease(store, "watcher", "one"), Lease(store, "watcher", "two")
    one.take()
    two.give_up()
    assert not two.take(), "only the holder can give it up"
    one.give_up()
    assert one.holder_now() is None
    assert two.take()


def test_leases_of_other_names_are_others(store: StateStore) -> None:
    assert Lease(store, "watcher", "one").take()
    assert Lease(store, "weekly", "two").take()


def test_of_many_at_once_one_gets_it(store: StateStore) -> None:
    leases = [Lease(store, "watcher", f"holder-{n}") for n in range(8)]
    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(lambda lease: lease.take(), leases)) == 1
