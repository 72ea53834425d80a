"""A post is accepted once and answered once, however often it is delivered and whoever dies on the way."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from bot.state import StateStore
from bot.state.deliveries import Deliveries
from bot.state.types import now

LATER = timedelta(minutes=5)


def test_one_post_delivered_twice_is_accepted_once(store: StateStore) -> None:
    deliveries = Deliveries(store, "w1")
    first = deliveries.accept("C1:1.0", "Ev1", {"text": "how many?"})
    assert first is not None
    assert deliveries.accept("C1:1.0", "Ev1", {}) is None


def test_two_events_for_one_post_are_one_post(store: StateStore) -> None:
    deliveries = Deliveries(store, "w1")
    first = deliveries.accept("C1:1.0", "Ev-mention", {})
    assert deliveries.accept("C1:1.0", "Ev-message", {}) is None
    assert deliveries.find("C1:1.0", "Ev-message") == first


def test_many_deliveries_at_once_are_one_post(store: StateStore) -> None:
    deliveries = Deliveries(store, "w1")
    with ThreadPoolExecutor(8) as pool:
        taken = list(pool.map(lambda n: deliveries.accept("C1:1.0", f"Ev{n}", {}), range(24)))
    assert len([one for one in taken if one is not None]) == 1


def test_only_one_of_many_workers_gets_a_post(store: StateStore) -> None:
    post = Deliveries(store, "w").accept("C1:1.0", None, {})
    assert post is not None
    with ThreadPoolExecutor(8) as pool:
        claims = list(pool.map(lambda n: Deliveries(store, f"w{n}").claim(post), range(16)))
    assert len([one for one in claims if one is not None]) == 1


def test_a_post_whose_worker_died_is_taken_up_by_the_next(store: StateStore) -> None:
    died, next_one = Deliveries(store, "died"), Deliveries(store, "next")
    post = died.accept("C1:1.0", "Ev1", {"text": "how many?"}, lane="C1:1.0")
    assert post is not None
    assert died.claim(post) is not None
    assert next_one.waiting() == []
    assert next_one.waiting(at=now() + LATER) == [(post, "C1:1.0")]
    again = next_one.claim(post, at=now() + LATER)
    assert again is not None
    assert (again.task, again.attempts) == ({"text": "how many?"}, 2)


def test_a_worker_that_is_still_at_it_keeps_its_post(store: StateStore) -> None:
    slow, other = Deliveries(store, "slow", lease=timedelta(0)), Deliveries(store, "other")
    post = slow.accept("C1:1.0", None, {})
    assert post is not None
    slow.claim(post)
    Deliveries(store, "slow", lease=LATER).renew([post])
    assert other.claim(post) is None


def test_a_finished_post_forgets_its_words_and_is_never_redone(store: StateStore) -> None:
    deliveries = Deliveries(store, "w1")
    post = deliveries.accept("C1:1.0", "Ev1", {"text": "secret question"})
    assert post is not None
    deliveries.claim(post)
    deliveries.finish(post)
    assert deliveries.claim(post, at=now() + LATER) is None
    assert deliveries.accept("C1:1.0", "Ev1", {}) is None
    with store.engine.connect() as connection:
        assert "secret" not in str(connection.exec_driver_sql("SELECT * FROM deliveries").all())


def test_a_post_handed_back_waits_its_time(store: StateStore) -> None:
    deliveries = Deliveries(store, "w1")
    post = deliveries.accept("C1:1.0", None, {})
    assert post is not None
    deliveries.claim(post)
    deliveries.postpone(post, timedelta(seconds=30))
    assert deliveries.waiting() == []
    assert deliveries.waiting(at=now() + LATER) == [(post, "")]


def test_whoever_slept_through_his_lease_changes_nothing_any_more(store: StateStore) -> None:
    slow, quick = Deliveries(store, "slow", timedelta(0)), Deliveries(store, "quick")
    post = slow.accept("p", None, {"text": "?"})
    assert post is not None
    assert slow.claim(post) is not None
    assert slow.holds(post)
    taken = quick.claim(post, now() + timedelta(seconds=1))
    assert taken is not None
    assert taken.attempts == 2
    assert not slow.holds(post)
    slow.finish(post)
    slow.postpone(post, timedelta(0))
    assert quick.holds(post)
    quick.finish(post)
    assert not quick.holds(post)
