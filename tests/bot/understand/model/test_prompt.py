"""The prompt holds the semantic model and the question, and nothing of the data."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.semantic import load_model
from bot.understand.model.prompt import LAYOUT, VIEWS, opening, system, template
from bot.understand.model.reply import Reply


def test_every_view_and_column_is_described() -> None:
    text = system(load_model(), ["2017-01-28", "2017-02-04"])
    for view in (load_model().views[name] for name in VIEWS):
        assert f"{view.name}: one row is" in text
        assert all(f"{column} " in text for column in view.columns if column not in LAYOUT)


def test_the_version_is_part_of_the_template() -> None:
    assert template().version.startswith("plan.md:")


def test_the_examples_are_replies_of_the_form_asked_for() -> None:
    text = system(load_model(), ["2017-01-28", "2017-02-04"]).split("# Examples")[1]
    replies = [Reply.model_validate_json(line) for line in text.splitlines() if line.startswith("{")]
    assert [bool(r.query or r.sql or r.cannot) for r in replies] == [True] * 5


@given(st.text(max_size=200))
def test_no_question_closes_its_own_fence(question: str) -> None:
    [_, (role, text)] = opening("s", (), question)
    assert role == "human"
    assert text.count("</question>") == 1
    assert text.endswith("</question>")
