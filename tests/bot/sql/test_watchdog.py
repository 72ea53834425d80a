"""The deadline of a block of code, whatever came before it."""

from __future__ import annotations

from threading import Event

import pytest

from bot.sql.watchdog import Watchdog

FAR = 60.0
LONG = 30.0  # a guard: the waits end as soon as the watchdog calls


@pytest.mark.parametrize("before", [FAR, 0.05])
def test_a_block_that_does_not_end_is_interrupted_at_its_own_deadline(before: float) -> None:
    dog, called = Watchdog(), Event()
    with dog.watch(before, Event().set):
        pass
    with dog.watch(0.1, called.set):
        assert called.wait(LONG)


def test_a_block_that_ended_is_never_interrupted_later() -> None:
    dog, early, late = Watchdog(), Event(), Event()
    with dog.watch(0.05, early.set):
        pass
    with dog.watch(0.2, late.set):  # the thread wakes at the first deadline, and sleeps on
        assert late.wait(LONG)
    assert not early.is_set()
