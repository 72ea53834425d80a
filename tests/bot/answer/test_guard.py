"""The last look at an answer: its sentence against the rows, whatever the writers did."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bot.answer.answer import Answer
from bot.answer.guard import strays
from bot.ask import Desk
from bot.query import Query
from tests.bot.sql.plans import queries

ANY = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
TRAVIS = "How many Travis County refusals involved convictions?"


def said(answer: Answer, old: str, new: str) -> Answer:
    """The answer with other words in its sentence."""
    assert old in answer.text
    return answer.model_copy(update={"text": answer.text.replace(old, new, 1)})


@ANY
@given(query=queries())
def test_a_true_sentence_passes(desk: Desk, query: Query) -> None:
    answer = desk.ask_query(query)
    assert strays(answer) == [], (answer.text, answer.reading)


@pytest.mark.no_cover
@ANY
@given(query=queries(), by=st.integers(1, 9), data=st.data())
def test_a_figure_with_another_digit_does_not(desk: Desk, query: Query, by: int, data: st.DataObject) -> None:
    """The figure that answers, wherever it stands: a count, a share, one for each side of a comparison."""
    answer = desk.ask_query(query)
    assume(answer.figures and isinstance(answer.figures[0].value, int))
    value = f"{abs(int(str(answer.figures[0].value))):,}"
    stands = [found.start() for found in re.finditer(rf"(?<![\d,.]){re.escape(value)}(?![\d,.]\d)", answer.text)]
    assume(len(stands) == 1)
    at = stands[0] + data.draw(st.sampled_from([n for n, c in enumerate(value) if c.isdigit()]))
    wrong = f"{answer.text[:at]}{(int(answer.text[at]) + by) % 10}{answer.text[at + 1 :]}"
    assert strays(answer.model_copy(update={"text": wrong})), wrong


@pytest.mark.parametrize(
    ("question", "old", "new"),
    [
        (TRAVIS, "76 of", "67 of"),
        (TRAVIS, "of 154", "of 145"),  # in no row of the result: the footing holds it
        (TRAVIS, "3 reports loaded", "4 reports loaded"),
        (TRAVIS, "Jan 28 – Feb 17, 2017", "Jan 28 – Feb 18, 2017"),
        ("How many refusals on February 1?", "February 1, 2017", "February 2, 2017"),
        ("Which five places refused most?", "Travis County, Texas: 154", "Travis County, Texas: 10"),
        ("How many refusals did Williamson County, Texas have?", "(4 refusals", "(3 refusals"),
        ("What share of week 1 refusals were only charged?", "%", "1%"),
        ("What caveats are in the first report?", "page 1", "page 7"),
    ],
)
def test_what_no_row_holds_is_found(desk: Desk, question: str, old: str, new: str) -> None:
    answer = desk.ask(question)
    assert strays(answer) == []
    assert strays(said(answer, old, new))


def test_a_figure_that_no_row_holds_is_found(desk: Desk) -> None:
    answer = desk.ask(TRAVIS)
    wrong = answer.figures[0].model_copy(update={"value": 77})
    assert strays(answer.model_copy(update={"figures": [wrong, *answer.figures[1:]]}))


def test_the_footing_says_which_statement_counted_it(desk: Desk) -> None:
    ground = desk.ask(TRAVIS).ground
    assert ground is not None
    (footing,) = ground.footings
    assert footing.whole == 154
    assert "GROUP BY report_id, page" in " ".join(footing.sql.split())
