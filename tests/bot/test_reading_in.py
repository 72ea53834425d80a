"""The statements that read an edition in: judged by the checker, and their verdicts kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import reading_in
from bot.answer.execute import NotRun
from bot.semantic import load_model
from bot.sql.checker import Checker
from bot.sql.verdict import Accepted


def test_every_statement_has_the_checker_s_own_verdict(tmp_path: Path) -> None:
    checker = Checker(load_model())
    found = reading_in.verdicts(lambda: checker, tmp_path)
    assert found == {sql: checker.check(sql) for sql in reading_in.STATEMENTS}
    assert all(isinstance(verdict, Accepted) for verdict in found.values())


def test_a_second_start_asks_no_checker(tmp_path: Path) -> None:
    first = reading_in.verdicts(lambda: Checker(load_model()), tmp_path)

    def none() -> Checker:
        raise AssertionError("judged again")

    assert reading_in.verdicts(none, tmp_path) == first


def test_a_statement_that_is_refused_is_never_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(reading_in, "STATEMENTS", ("SELECT 1 AS refusals",))
    with pytest.raises(NotRun):
        reading_in.verdicts(lambda: Checker(load_model()), tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_change_of_a_rule_or_of_the_model_has_them_judged_anew() -> None:
    sources = {path.name for path in reading_in.sources()}
    assert {"checker.py", "fanout.py", "tree.py", "model.yaml", "functions.yaml", "lexicon.py", "edition.py"} <= sources
