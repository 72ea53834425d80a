"""One message a second and channel after a short burst; channels do not wait for each other."""

from __future__ import annotations

from bot.slack.delivery.pacing import Pacer


class Clock:
    """Time that passes only when somebody waits."""

    def __init__(self) -> None:
        self.at = 100.0
        self.waits: list[float] = []

    def __call__(self) -> float:
        return self.at

    def wait(self, seconds: float) -> None:
        """Let it pass."""
        self.waits.append(round(seconds, 6))
        self.at += seconds


def test_a_burst_goes_at_once_and_then_the_pace_holds() -> None:
    clock = Clock()
    pacer = Pacer(1.0, 3, clock, clock.wait)
    for _ in range(5):
        pacer.turn("C1")
    assert clock.waits == [1.0, 1.0]


def test_channels_do_not_wait_for_each_other() -> None:
    clock = Clock()
    pacer = Pacer(1.0, 1, clock, clock.wait)
    for channel in ("C1", "C2", "C3"):
        pacer.turn(channel)
    assert clock.waits == []


def test_a_quiet_channel_has_its_burst_back() -> None:
    clock = Clock()
    pacer = Pacer(1.0, 2, clock, clock.wait)
    for _ in range(2):
        pacer.turn("C1")
    clock.at += 2
    for _ in range(2):
        pacer.turn("C1")
    assert clock.waits == []


def test_nobody_waits_for_a_pace_of_nothing() -> None:
    clock = Clock()
    pacer = Pacer(0, 1, clock, clock.wait)
    for _ in range(50):
        pacer.turn("C1")
    assert clock.waits == []


def test_many_channels_are_not_remembered_for_ever() -> None:
    clock = Clock()
    pacer = Pacer(1.0, 1, clock, clock.wait)
    for number in range(10_100):
        pacer.turn(f"C{number}")
        clock.at += 0.01
    assert len(pacer._due) < 5_000
