"""One checker and one gold database for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.semantic import SemanticModel, load_model
from bot.sql.checker import Checker
from bot.sql.runner import Runner
from bot.sql.verdict import Accepted, Refused
from tests.bot.sql.gold import build


@pytest.fixture(scope="session")
def model() -> SemanticModel:
    return load_model()


@pytest.fixture(scope="session")
def checker(model: SemanticModel) -> Checker:
    return Checker(model)


@pytest.fixture(scope="session")
def gold_db(tmp_path_factory: pytest.TempPathFactory, model: SemanticModel) -> Path:
    return build(tmp_path_factory.mktemp("gold") / "gold.duckdb", model)


@pytest.fixture(scope="session")
def runner(gold_db: Path) -> Iterator[Runner]:
    runner = Runner(gold_db)
    yield runner
    runner.close()


class Judge:
    """Verdicts with a readable failure."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker

    def accepts(self, sql: str) -> Accepted:
        verdict = self._checker.check(sql)
        assert isinstance(verdict, Accepted), f"refused: {verdict}\n{sql}"
        return verdict

    def refuses(self, sql: str, code: str = "") -> Refused:
        verdict = self._checker.check(sql)
        assert isinstance(verdict, Refused), f"accepted: {sql}"
        assert verdict.code == (code or verdict.code), f"{verdict}\n{sql}"
        assert verdict.code != "not_understood", sql
        assert verdict.message.endswith(".")
        return verdict


@pytest.fixture(scope="session")
def judge(checker: Checker) -> Judge:
    return Judge(checker)
