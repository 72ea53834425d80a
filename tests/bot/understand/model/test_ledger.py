"""The ledger: replies by key, the day's spending, shared over a file."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from bot.understand.model.ledger import Ledger, Usage, key_of

TODAY = date(2017, 4, 5)


def test_a_reply_is_found_again_by_another_process_of_the_desk(tmp_path: Path) -> None:
    key = key_of("plan.md:1", "how many?", "edition-1")
    Ledger(tmp_path / "model.sqlite").keep(key, "{}", TODAY)
    assert Ledger(tmp_path / "model.sqlite").reply(key) == "{}"
    assert Ledger(tmp_path / "model.sqlite").reply(key_of("plan.md:1", "how many?", "edition-2")) is None


def test_replies_of_last_month_go(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "model.sqlite")
    ledger.keep("old", "{}", TODAY - timedelta(days=31))
    ledger.keep("new", "{}", TODAY)
    assert ledger.reply("old") is None
    assert ledger.reply("new") == "{}"


def test_spending_adds_up_by_day(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "model.sqlite")
    ledger.spend(Usage(100, 0.25), TODAY)
    ledger.spend(Usage(20, 0.5), TODAY)
    assert ledger.spent(TODAY) == Usage(120, 0.75)
    assert ledger.spent(TODAY + timedelta(days=1)) == Usage()


def test_the_question_cannot_be_read_back_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "model.sqlite"
    Ledger(path).keep(key_of("plan.md:1", "a very private question"), "{}", TODAY)
    assert b"private" not in path.read_bytes()
