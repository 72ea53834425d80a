"""The queue: lanes keep their order, failures end, what cannot be sent now is tried again."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.slack.delivery.queue import TryAgainError, WorkQueue
from bot.state import StateStore, open_store
from bot.state.deliveries import Deliveries, Delivery


@pytest.fixture
def store(tmp_path: Path) -> Iterator[StateStore]:
    opened = open_store(f"sqlite:///{tmp_path}/state.sqlite")
    yield opened
    opened.close()


class Work:
    """Notes what is done, in order; `expect` says when everything is."""

    def __init__(self, expect: int) -> None:
        self.done: list[str] = []
        self.expect, self.lock, self.all_done = expect, threading.Lock(), threading.Event()

    def __call__(self, delivery: Delivery) -> None:
        with self.lock:
            self.done.append(delivery.post_key)
            if len(self.done) >= self.expect:
                self.all_done.set()


def test_posts_of_one_thread_are_worked_on_in_order(store: StateStore) -> None:
    deliveries, work = Deliveries(store, "w"), Work(40)
    queue = WorkQueue(deliveries, work, workers=4)
    for number in range(20):
        for lane in ("a", "b"):
            post = deliveries.accept(f"{lane}{number:02}", None, {}, lane)
            assert post is not None
            queue.offer(post, lane)
    queue.start()
    assert work.all_done.wait(20)
    queue.close()
    assert [name for name in work.done if name[0] == "a"] == [f"a{number:02}" for number in range(20)]
    assert [name for name in work.done if name[0] == "b"] == [f"b{number:02}" for number in range(20)]


def test_what_an_earlier_process_left_is_found(store: StateStore) -> None:
    Deliveries(store, "died").accept("left", None, {}, "lane")
    work = Work(1)
    queue = WorkQueue(Deliveries(store, "next"), work, workers=1)
    queue.start()
    assert work.all_done.wait(20)
    queue.close()
    assert work.done == ["left"]


def test_a_post_slack_could_not_take_is_tried_again(store: StateStore) -> None:
    tries, enough = [], threading.Event()

    def handle(delivery: Delivery) -> None:
        tries.append(delivery.attempts)
        if delivery.attempts < 3:
            raise TryAgainError(timedelta(0))
        enough.set()

    deliveries = Deliveries(store, "w")
    queue = WorkQueue(deliveries, handle, workers=1)
    deliveries.accept("p", None, {}, "lane")
    queue.start()
    assert enough.wait(20)
    queue.close()
    assert tries == [1, 2, 3]
    assert deliveries.waiting() == []


def test_one_failure_stops_nothing(store: StateStore) -> None:
    done = threading.Event()

    def handle(delivery: Delivery) -> None:
        if delivery.post_key == "bad":
            raise RuntimeError("broken")
        done.set()

    deliveries = Deliveries(store, "w")
    queue = WorkQueue(deliveries, handle, workers=1)
    for name in ("bad", "good"):
        deliveries.accept(name, None, {}, "lane")
    queue.start()
    assert done.wait(20)
    queue.close()
    assert deliveries.waiting() == []


def test_closing_finishes_what_is_in_hand_and_leaves_the_rest(store: StateStore) -> None:
    begun, gate, done = threading.Event(), threading.Event(), []

    def handle(delivery: Delivery) -> None:
        begun.set()
        gate.wait(20)
        done.append(delivery.post_key)

    deliveries = Deliveries(store, "w")
    queue = WorkQueue(deliveries, handle, workers=1)
    for name in ("first", "second"):
        deliveries.accept(name, None, {}, "lane")
    queue.start()
    assert begun.wait(20)
    closing = threading.Thread(target=queue.close)
    closing.start()
    gate.set()
    closing.join(20)
    assert done == ["first"]
    assert [lane for _, lane in deliveries.waiting()] == ["lane"]


def test_the_lease_is_kept_up_while_the_last_post_is_finished(
    store: StateStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told to stop, a process may need longer than its lease; another must not answer the same post meanwhile."""
    monkeypatch.setattr("bot.slack.delivery.queue.SWEEP_SECONDS", 0.01)
    begun, gate, renewed = threading.Event(), threading.Event(), threading.Event()

    class Noted(Deliveries):
        def renew(self, delivery_ids: Collection[int]) -> None:
            super().renew(delivery_ids)
            renewed.set()

    def slow(delivery: Delivery) -> None:
        begun.set()
        gate.wait(30)

    deliveries = Noted(store, "first")
    deliveries.accept("post", None, {}, "lane")
    queue = WorkQueue(deliveries, slow, workers=1)
    queue.start()
    assert begun.wait(20)
    closing = threading.Thread(target=queue.close)
    closing.start()
    while not queue._closing.is_set():
        pass
    for _ in range(3):
        renewed.clear()
        assert renewed.wait(20)
    gate.set()
    closing.join(20)
    assert Deliveries(store, "next").waiting() == []
