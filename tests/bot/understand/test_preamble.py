"""A claim or a purpose before the question: set aside where the question holds all it names, never otherwise."""

from __future__ import annotations

import pytest
from duckdb import DuckDBPyConnection

from bot.ask import Desk
from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Understood


@pytest.mark.parametrize(
    ("question", "where"),
    [
        (
            "The mayor's office insists no one accused of homicide is on these lists. How many are there really?",
            "offense = 'Homicide' AND disposition = 'charge'",
        ),
        ("A legislator in Austin claims King County never refused a single detainer. How many are listed against it?",
         "county = 'King'"),
        ("Our reader in Seattle says her county never let anybody go. Check that: how many in King County?",
         "county = 'King'"),
        ("The sheriff of Hennepin County swears his people turned down only 3 holds. What do the lists show?",
         "county = 'Hennepin'"),
        ("A columnist contends Texas refused no one. How many in Bastrop County?", "county = 'Bastrop'"),
        ("A critic claims Queens never refused Hondurans. How many were there really?",
         "county = 'Queens' AND citizenship = 'Honduras'"),
        ("The governor claims no Cubans were released. How many are there really?", "citizenship = 'Cuba'"),
        ("I'm writing about Minneapolis and need to know on how many occasions Hennepin didn't comply with a request.",
         "county = 'Hennepin'"),
        ("For a story on Texas I'd like the Travis count in the third report",
         "county = 'Travis' AND report_id = '2017-02-11'"),
    ],
)  # fmt: skip
def test_counts_what_is_asked(desk: Desk, rows: DuckDBPyConnection, question: str, where: str) -> None:
    """The figure is that of the question, by the rows."""
    answer = desk.ask(question)
    assert answer.figures, answer.text
    assert (answer.figures[0].value,) == rows.execute(f"SELECT count(*) FROM refusals WHERE {where}").fetchone()


def test_says_what_was_set_aside(desk: Desk) -> None:
    """The claim is quoted back."""
    answer = desk.ask("A lawmaker claims King County never refused a single detainer. How many are listed against it?")
    assert "Set aside: “A lawmaker claims King County never refused a single detainer”" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "A critic claims Queens never refused Hondurans. How many did Queens refuse?",
        "A senator insists Denver never released a Mexican in week 1. How many in week 2?",
        "The mayor says nobody was released in week 2. How many Cubans?",
        "The governor claims no Mexicans and no Hondurans were released. How many are there really?",
        "The mayor claims Denver never refused anyone. Which county refused the most?",
        "I'm working on a story about Colorado. How many refusals did Travis County have?",
        "The sheriff insists no one was convicted. How many in week 1?",
        "The sheriff says Denver was issued 50 detainers. How many in Denver?",
    ],
)
def test_what_the_question_does_not_hold(interpreter: Interpreter, question: str) -> None:
    """The writer may mean both: no figure."""
    assert not isinstance(interpreter.interpret(question), Understood)
