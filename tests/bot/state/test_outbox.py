"""A message is put once, claimed by one sender, and sent or taken up by the next."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from bot.state import StateStore
from bot.state.outbox import Outbox
from bot.state.types import now

LATER = timedelta(minutes=5)


def test_putting_twice_is_putting_once(store: StateStore) -> None:
    outbox = Outbox(store, "w1")
    assert outbox.put("alert", "C1", "2017-01-28@1", {"text": "A report posted"})
    assert not outbox.put("alert", "C1", "2017-01-28@1", {"text": "A report posted"})
    assert outbox.put("alert", "C2", "2017-01-28@1", {"text": "A report posted"})
    assert outbox.put("alert", "C1", "2017-01-28@2", {"text": "A report was revised"})
    assert outbox.put("weekly", "C1", "2017-01-28@1", {"text": "The week"})


def test_two_senders_never_get_the_same_message(store: StateStore) -> None:
    for channel in range(20):
        Outbox(store).put("alert", f"C{channel}", "r1", {})
    with ThreadPoolExecutor(4) as pool:
        claimed = list(pool.map(lambda n: Outbox(store, f"w{n}").claim(limit=6), range(8)))
    ids = [message.id for batch in claimed for message in batch]
    assert sorted(ids) == sorted(set(ids))


def test_a_sent_message_is_not_claimed_again(store: StateStore) -> None:
    outbox = Outbox(store, "w1")
    outbox.put("alert", "C1", "r1", {"text": "x"}, team="T1")
    (message,) = outbox.claim()
    outbox.sent(message.id, "17.5")
    assert outbox.claim(at=now() + LATER) == []
    assert outbox.sent_ts("C1", "r1", "alert", team="T1") == "17.5"


def test_what_a_dead_sender_left_is_claimed_with_a_count(store: StateStore) -> None:
    Outbox(store, "died").put("alert", "C1", "r1", {"text": "x"})
    (first,) = Outbox(store, "died").claim()
    assert Outbox(store, "next").claim() == []
    (again,) = Outbox(store, "next").claim(at=now() + LATER)
    assert (again.id, first.attempts, again.attempts) == (first.id, 1, 2)


def test_a_sender_that_lost_its_claim_changes_nothing(store: StateStore) -> None:
    slow, quick = Outbox(store, "slow"), Outbox(store, "quick")
    slow.put("alert", "C1", "r1", {})
    slow.claim()
    (message,) = quick.claim(at=now() + LATER)
    quick.sent(message.id, "2.0")
    slow.retry(message.id, "too late", timedelta(0))
    assert quick.counts() == {"sent": 1}


def test_a_retry_waits_its_time_and_a_dead_one_is_left(store: StateStore) -> None:
    outbox = Outbox(store, "w1")
    outbox.put("alert", "C1", "r1", {})
    (message,) = outbox.claim()
    outbox.retry(message.id, "ratelimited", timedelta(seconds=30))
    assert outbox.claim() == []
    (message,) = outbox.claim(at=now() + LATER)
    outbox.dead(message.id, "is_archived")
    assert outbox.claim(at=now() + LATER) == []
    assert outbox.counts() == {"dead": 1}
