"""The whole way over the development questions: every one right, every caveat there, few that are not asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.ask import Desk
from bot.evaluation.items import load_items
from bot.evaluation.report import markdown
from bot.evaluation.score import score

DEV = Path(__file__).parents[2] / "questions" / "dev.yaml"


@pytest.mark.no_cover
def test_all_right_with_every_caveat_that_bears(sample_db: Path) -> None:
    desk = Desk(sample_db)
    sums = score(load_items(DEV), lambda item: desk.ask(item.question, desk.replay(item.thread)))
    assert sums.reliability == 100, markdown(sums)
    assert sums.caveat_recall == 1.0, markdown(sums)
    assert sums.caveats_an_answer <= 4
    for scored in sums.scored:
        if scored.answer.status == "answered":
            assert scored.answer.sources, scored.item.id
            assert scored.answer.sql, scored.item.id
            assert "sample" in {c.topic for c in scored.answer.caveats}, scored.item.id
