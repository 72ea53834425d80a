"""Passages that a plan quotes: by meaning beside what is named, asked about instead of it, never unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.query import Filter, Measure, Place, Query
from bot.understand.lexicon import Lexicon
from bot.understand.model.ground import ground
from tests.bot.understand.model.peer import playing
from tests.bot.understand.model.test_reader import Asked, says
from tests.bot.understand.model.test_shape import silent

TELL = "how reliable is this data? do sheriffs tell ICE when they say no"
DISPUTE = "williamson county says ICE got it wrong. are they right?"
WILLIAMSON = Filter(field="place", values=(Place(state="Texas", county="Williamson"),))


def passages(*topics: str, section: str = "") -> Query:
    filters = [Filter(field="topic", values=topics)] if topics else []
    filters += [Filter(field="section", values=(section,))] if section else []
    return Query(subject="caveats", measure=Measure(kind="text"), filters=tuple(filters))


def test_a_topic_by_meaning_may_stand_beside_one_that_is_named(lexicon: Lexicon) -> None:
    assert silent(ground(passages("awareness", "disputed", "correction"), TELL, [], lexicon))


def test_another_topic_instead_is_asked_about(lexicon: Lexicon) -> None:
    found = ground(passages("policies_may_have_changed"), TELL, [], lexicon)
    assert found.problems == []
    assert found.doubts


@pytest.mark.parametrize("question", ["how many refusals in Travis County", "which states refused the most?"])
def test_no_passage_is_quoted_where_a_figure_is_asked_for(question: str, lexicon: Lexicon) -> None:
    assert ground(passages("awareness", "disputed"), question, [], lexicon).problems


def test_another_section_is_not_quoted_unasked(lexicon: Lexicon) -> None:
    assert silent(ground(passages(section="IV"), "what does section IV say?", [], lexicon))
    assert not silent(ground(passages(section="I"), "what does section IV say?", [], lexicon))


def test_a_dispute_of_a_place_ends_in_what_was_taken_back_and_said(lexicon: Lexicon) -> None:
    plan = passages("disputed").model_copy(
        update={"filters": (Filter(field="topic", values=("disputed",)), WILLIAMSON)}
    )
    found = ground(plan, DISPUTE, [], lexicon)
    assert silent(found)
    assert (found.query.subject, found.query.filters) == ("corrections", (WILLIAMSON,))


def test_the_dispute_of_another_place_is_not_told(lexicon: Lexicon) -> None:
    nassau = Filter(field="place", values=(Place(state="New York", county="Nassau"),))
    plan = passages().model_copy(update={"filters": (Filter(field="topic", values=("disputed",)), nassau)})
    assert ground(plan, DISPUTE, [], lexicon).problems


LIES = {
    "a topic for a figure": ("how many got sprung in Travis County?", ("awareness",)),
    "another topic": (TELL, ("policies_may_have_changed",)),
    "a topic beside one named": (TELL, ("awareness", "disputed")),
}


@pytest.mark.parametrize("lie", LIES)
def test_no_figure_comes_out_of_a_topic(lie: str, sample_db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-not-a-real-key")
    question, topics = LIES[lie]
    plan = passages(*topics).model_dump(mode="json", exclude_defaults=True)
    words = [{"words": "sprung", "means": "refused"}]
    with playing([says(query=plan, words=words)]) as (url, script):
        answer = Asked(sample_db, url, script, "only").ask(question)
    assert answer.figures == []
