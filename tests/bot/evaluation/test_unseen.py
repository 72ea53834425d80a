"""Questions written before a word was tuned for them: few may go unanswered, none may be answered wrongly."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.ask import Desk
from bot.evaluation.items import load_items
from bot.evaluation.report import markdown
from bot.evaluation.score import score

UNSEEN = Path(__file__).parents[2] / "questions" / "unseen.yaml"


@pytest.mark.no_cover
def test_none_is_answered_wrongly(sample_db: Path) -> None:
    desk = Desk(sample_db)
    sums = score(load_items(UNSEEN), lambda item: desk.ask(item.question, desk.replay(item.thread)))
    bad = [s for s in sums.scored if s.outcome in ("wrong", "overreach")]
    right = [s for s in sums.scored if s.outcome == "right"]
    assert bad == [], markdown(sums)
    assert len(right) >= 0.85 * len(sums.scored), markdown(sums)
