"""What is the whole of a share in a thread: the report, all reports, or what the fragment names again."""

from __future__ import annotations

import pytest

from bot.understand.interpreter import Interpreter
from bot.understand.lexicon import Lexicon
from bot.understand.outcome import Understood
from bot.understand.reading import describe
from tests.bot.understand.asking import plan, said

REPORT_2 = "report 2 (Feb 4 – Feb 10, 2017)"
TRAVIS = "Travis County, Texas"
ROWS = "among all refused detainers"
ALL = "over all 3 reports loaded."


@pytest.mark.parametrize(
    ("before", "fragment", "reads"),
    [
        ("Texas refusals in week 2", "what share of the report is that?", f"Percentage in Texas {ROWS} in {REPORT_2}."),
        ("Texas refusals in week 2", "what pct is that of the whole report",
         f"Percentage in Texas {ROWS} in {REPORT_2}."),
        ("Mexicans in week 2", "as a share of that report", f"Percentage of citizenship Mexico {ROWS} in {REPORT_2}."),
        ("refusals in Travis in week 2", "what percent of the report's refusals is that",
         f"Percentage in {TRAVIS} {ROWS} in {REPORT_2}."),
        ("convictions in Travis in week 2", "what share of the report is that",
         f"Percentage in {TRAVIS} with a conviction {ROWS} in {REPORT_2}."),
        ("refusals in Texas in week 2", "what share of all reports is that",
         f"Percentage in {REPORT_2} in Texas {ROWS}, {ALL}"),
        ("convictions in Texas", "what pct is that of all Texas refusals",
         f"Percentage with a conviction {ROWS} in Texas, {ALL}"),
        ("convictions in Texas", "as a share of all convictions",
         f"Percentage in Texas {ROWS} with a conviction, {ALL}"),
        ("Mexicans in Texas", "what share of Texas", f"Percentage of citizenship Mexico {ROWS} in Texas, {ALL}"),
        ("Mexicans in Texas", "what share were Mexican", f"Percentage of citizenship Mexico {ROWS} in Texas, {ALL}"),
        ("Texas by county", "as percent of Texas", f"Percentage each group {ROWS} in Texas, by county or place, {ALL}"),
    ],
)  # fmt: skip
def test_the_whole_is_what_is_named(
    before: str, fragment: str, reads: str, interpreter: Interpreter, words_lexicon: Lexicon
) -> None:
    assert describe(plan(before, fragment, interpreter=interpreter), words_lexicon) == reads


@pytest.mark.parametrize(
    ("before", "fragment"),
    [
        ("refusals in week 2", "what share of the report is that"),
        ("refusals in Texas", "what share of the report is that"),
        ("refusals in Texas in week 2", "as a share of all reports"),
        ("refusals in Texas", "what share of Texas"),
        ("Texas by county", "as percent of all"),
        ("convicted Mexicans in Texas", "what share of Texas were Mexican"),
    ],
)
def test_an_open_whole_is_not_guessed(before: str, fragment: str, interpreter: Interpreter) -> None:
    assert not isinstance(said(before, fragment, interpreter=interpreter), Understood)
