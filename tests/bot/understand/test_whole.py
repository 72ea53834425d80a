"""Messages that a passage answers as a whole, and their neighbours that it must not."""

from __future__ import annotations

import pytest

from bot.query import Query
from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Clarify, Decline, Understood


def asked(question: str, interpreter: Interpreter) -> tuple[str, ...]:
    """The topics or the section of the passages that answer the question."""
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood), (question, outcome)
    assert outcome.query.subject == "caveats", (question, outcome.query)
    return tuple(str(v) for f in outcome.query.filters for v in f.values)


@pytest.mark.parametrize(
    ("question", "topics"),
    [
        ("why did the numbers go up?", ("resumed_issuing",)),
        ("Why does ICE say the numbers will rise?", ("resumed_issuing",)),
        ("did field offices stop sending detainers?", ("resumed_issuing",)),
        ("does ICE expect more detainers to be issued", ("resumed_issuing",)),
        ("is the rise a trend?", ("resumed_issuing",)),
        ("what does it say about the trend?", ("resumed_issuing",)),
        ("what does the report say about field offices", ("resumed_issuing",)),
        ("why do old detainers show up in the list", ("issue_date",)),
        ("how can a detainer from 2010 be in a 2017 report", ("issue_date",)),
        ("were they all issued the same week?", ("issue_date",)),
        ("why is a place in Section I but not in Section II", ("issued_not_declined",)),
        ("why does Clark County have 51 detainers issued but no refusals?", ("issued_not_declined",)),
        ("are the issued detainers the same as the refused ones?", ("issued_not_declined", "definition")),
        ("does section I show refusals", ("issued_not_declined",)),
        ("what's the difference between section I and section II", ("issued_not_declined", "definition")),
        ("are old detainers included", ("issue_date",)),
        ("how was the policy list made", ("policies_may_have_changed",)),
        ("cover page text please", ("cover",)),
        ("could a policy have changed since the report", ("policies_may_have_changed",)),
        ("why is the list incomplete", ("awareness",)),
        ("do jails report refusals to ICE", ("awareness",)),
        ("does late notice count as declined?", ("definition",)),
        ("what happens when a detainer is declined", ("definition",)),
        ("are the policies up to date?", ("policies_may_have_changed",)),
        ("where does the policy list come from", ("policies_may_have_changed",)),
        ("what does section II say", ("II",)),
        ("explain section III", ("III",)),
    ],
)
def test_a_passage_answers(question: str, topics: tuple[str, ...], interpreter: Interpreter) -> None:
    assert asked(question, interpreter) == topics


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("why did refusals go up in Travis", "motives"),
        ("why did the numbers go down", "motives"),
        ("why did Travis refuse old detainers", "motives"),
        ("why does Travis County have no refusals but detainers issued", "motives"),
        ("why does Clark County have 99 detainers issued but no refusals", "motives"),
        ("what happens when Denver declines", "unaccounted"),
        ("what does it all mean", "unaccounted"),
        ("what does the report say about Mexicans", "unaccounted"),
        ("what does the report say about the drop", "unaccounted"),
    ],
)
def test_a_place_or_another_direction_is_none_of_it(question: str, code: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Decline | Clarify)
    assert outcome.code in (code, "vague"), outcome


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("are you a real person", "smalltalk"),
        ("nice one", "smalltalk"),
        ("where do the numbers come from", "source"),
        ("where did you get the refusals from", "source"),
        ("what is a detainer?", "term"),
        ("what does LEA mean", "term"),
        ("how long were they held", "other_data"),
        ("how many were convicted later", "after_release"),
        ("how many did they hold", "honored"),
        ("when will they be released", "forecast"),
        ("did Denver do anything wrong", "opinion"),
        ("do counties have to honor detainers", "opinion"),
        ("does Travis release everyone", "unaccounted"),
        ("which counties refused all detainers", "honored"),
        ("how many did Travis give to ICE", "unknown_word"),
        ("who refused most recently", "unaccounted"),
        ("is the number of refusals in Travis complete", "text_with_filter"),
        ("will the numbers fall", "forecast"),
        ("how many got dropped", "unaccounted"),
        ("where is the pdf", "source"),
        ("is a row a person", "term"),
        ("what day of the week is Feb 1", "other_data"),
        ("how many glorps in Travis on Tuesday", "unknown_word"),
    ],
)
def test_what_only_sounds_like_a_count_is_declined(question: str, code: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Decline), outcome
    assert outcome.code == code
    assert outcome.message


def test_courtesies_beside_a_question_are_none_of_it(interpreter: Interpreter) -> None:
    plain = interpreter.interpret("how many refusals in Denver")
    polite = interpreter.interpret("thanks anyway, how many refusals in Denver")
    assert isinstance(plain, Understood)
    assert isinstance(polite, Understood)
    assert polite.query == plain.query


def test_when_ice_posts_is_not_after(interpreter: Interpreter) -> None:
    outcome = interpreter.interpret("when did ICE post the second report?")
    assert isinstance(outcome, Understood)
    assert [f.values for f in outcome.query.filters] == [("2017-02-04",)]


def test_reports_by_posting_date_are_not_their_rows(interpreter: Interpreter) -> None:
    outcome = interpreter.interpret("how many reports were posted in March")
    assert isinstance(outcome, Understood)
    assert isinstance(outcome.query, Query)
    assert outcome.query.subject == "reports"
    assert isinstance(interpreter.interpret("how many detainers did ICE post in the third report"), Decline)
