"""The fixed statements that read an edition in: judged by the checker like any other, the verdicts kept with the code.

Judging them at each start took 90 ms, a seventh of a one-shot `ask`, and always came to the same: a verdict rests on
the statement, the model and the rules. What is kept is judged anew after a change of any of these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from bot import semantic
from bot.answer import edition
from bot.answer.execute import may_run
from bot.kept import FOLDER, kept
from bot.sql import checker as judge
from bot.sql.verdict import Accepted
from bot.understand import foia_names, lexicon

STATEMENTS = (
    *lexicon.QUERIES.values(),
    *foia_names.QUERIES.values(),
    edition.RELEASES,
    edition.REPORTS,
    edition.PASSAGES,
    edition.WITHDRAWALS,
    *edition.SECTION_PAGES.values(),
)


def verdicts(checker: Callable[[], judge.Checker], folder: Path = FOLDER) -> dict[str, Accepted]:
    """Statement to verdict; `checker` is only called for where nothing is kept. Raises NotRun."""
    return kept("verdicts", sources(), lambda: {sql: may_run(checker().check(sql)) for sql in STATEMENTS}, folder)


def sources() -> Iterator[Path]:
    """The files that a verdict rests on."""
    yield from Path(judge.__file__).parent.rglob("*.py")
    yield from (Path(str(module.__file__)) for module in (lexicon, foia_names, edition, semantic))
    yield from semantic.PROMPTS.glob("*.yaml")
