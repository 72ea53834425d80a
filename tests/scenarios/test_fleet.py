"""Two bots over HTTP, one watcher, one Postgres: every question is answered once while a new report comes in.

The same at ten thousand questions, by hand: python -m tests.bench.scale_fleet.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.slack_peer.fleet import TOLD, Fleet

QUESTIONS, BEFORE, AFTER = 60, "253 refusals", "318 refusals"


@pytest.fixture
def fleet(tmp_path: Path) -> Iterator[Fleet]:
    started = Fleet(tmp_path)
    yield started
    started.stop()


def test_every_question_is_answered_once_while_a_report_comes_in(fleet: Fleet) -> None:
    def asked(number: int) -> None:
        for _ in range(number):
            fleet.ask("How many refusals were there?")
        fleet.peer.wait(lambda: len(fleet.answers()) == len(fleet.asked) or None, "every answer", 180)

    asked(QUESTIONS // 3)
    fleet.drop()
    asked(QUESTIONS // 3)
    fleet.peer.wait(lambda: fleet.alerts() or None, "the alert", 180)
    asked(QUESTIONS // 3)
    assert set(fleet.answers().values()) == {1}
    assert len(fleet.alerts()) == 1
    answers = [(ts, text) for ts, text in fleet.threads() if not text.startswith(TOLD)]
    before = [ts for ts, text in answers if text.startswith(BEFORE)]
    assert [text for _, text in answers if not text.startswith((BEFORE, AFTER))] == [], "one edition or the next"
    assert QUESTIONS // 3 <= len(before) <= 2 * QUESTIONS // 3
    # The new report takes rows of an older one back: whoever was told the old figure is told, even if it was just then.
    fleet.peer.wait(lambda: set(before) <= set(fleet.told()) or None, "the word that it no longer holds", 180)
    fleet.peer.wait(lambda: True if set(fleet.outbox.counts()) == {"sent"} else None, "the outbox", 180)
    assert set(before) == set(fleet.told())
    assert set(fleet.told().values()) == {1}
    assert sum(fleet.balancer.served.values()) > QUESTIONS, "some were delivered twice"
    assert len(fleet.balancer.served) == 2
