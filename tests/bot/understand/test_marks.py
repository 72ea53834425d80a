"""The last gate: a word that changes what is asked and left no mark in the plan stops the answer."""

from __future__ import annotations

import pytest

from bot.query import Dimension, Filter, Having, Measure, Place, Query
from bot.understand.draft import Draft, Stuck
from bot.understand.interpreter import Interpreter, Reading
from bot.understand.lexicon import Lexicon
from bot.understand.marks import check_marks, marks, rules
from bot.understand.outcome import Decline, Understood

COUNT = Query()
TRAVIS = Query(filters=(Filter(field="place", values=(Place(state="Texas", county="Travis"),)),))
BY_PLACE = Query(group_by=(Dimension(field="place"),), order="most", limit=1)
AVERAGE = Query(measure=Measure(kind="statistic", field="days", stat="average"))

CONVICTED = Filter(field="disposition", values=("conviction",))
SECTION_ONE = Query(subject="issued", measure=Measure(kind="total", field="issued"))


def draft(question: str, lexicon: Lexicon) -> Draft:
    return Reading.of(question, lexicon).draft()


@pytest.mark.parametrize(
    ("question", "lost", "kept"),
    [
        ("average wait in Travis County", TRAVIS, AVERAGE),
        ("which county has the highest number", COUNT, BY_PLACE),
        (
            "Travis refusals in Section I",
            TRAVIS,
            Query(subject="issued", measure=Measure(kind="total", field="issued")),
        ),
        ("what percent were convictions", COUNT, Query(measure=Measure(kind="share", of=(CONVICTED,)))),
        ("counties with exactly 3 refusals", BY_PLACE, Query(having=Having(op="is", n=3))),
        ("top county in each report", BY_PLACE, Query(group_by=(Dimension(field="report"),), limit=1)),
        ("refusals without the withdrawn ones", COUNT, Query(corrected=True)),
        ("how many sheriffs refused", COUNT, Query(group_by=(Dimension(field="facility"),))),
    ],
)
def test_a_lost_word_stops_the_plan(question: str, lost: Query, kept: Query, words_lexicon: Lexicon) -> None:
    with pytest.raises(Stuck) as stuck:
        check_marks(lost, draft(question, words_lexicon))
    assert stuck.value.code == "unmarked"
    assert stuck.value.word.lower() in question.lower()
    check_marks(kept, draft(question, words_lexicon))


def test_a_name_is_no_such_word(words_lexicon: Lexicon) -> None:
    """ "New York City" and an offense's own words change nothing by themselves."""
    check_marks(TRAVIS, draft("refusals in New York City", words_lexicon))


def test_a_yes_is_never_put_before_a_mere_count(words_lexicon: Lexicon) -> None:
    asked = draft("were only Mexicans refused in Travis County", words_lexicon)
    with pytest.raises(Stuck):
        check_marks(TRAVIS.model_copy(update={"yes_no": True}), asked)


def test_a_claim_without_a_question_word_is_no_condition(words_lexicon: Lexicon) -> None:
    outcome = Reading.of("so Denver refused only Mexicans?", words_lexicon).alone()
    assert isinstance(outcome, Decline)
    assert outcome.code == "verdict"


def test_there_points_at_a_place_or_the_whole_question_is_asked_for(words_lexicon: Lexicon) -> None:
    outcome = Reading.of("how many refusals there", words_lexicon).alone()
    assert isinstance(outcome, Decline)
    assert outcome.code == "no_context"
    assert isinstance(Reading.of("were there refusals in Texas", words_lexicon).alone(), Understood)


def test_may_at_the_end_is_a_month(words_lexicon: Lexicon) -> None:
    with pytest.raises(Stuck):
        check_marks(TRAVIS, draft("travis may", words_lexicon))


def test_every_mark_of_the_file_is_one_a_plan_can_have() -> None:
    """A mark that no plan has would refuse every question with its word."""
    named = {mark for rule in rules() for mark in rule.marks}
    kinds = set(Measure.model_fields["kind"].annotation.__args__)  # type: ignore[union-attr]
    subjects = {f"subject:{s}" for s in Query.model_fields["subject"].annotation.__args__}  # type: ignore[union-attr]
    single = {"group", "town", "negated", "missing", "bound", "stat", "slices", "contrast", "order", "limit", "having"}
    single |= {"corrected", "claim", "share", "yes_no", "leader"}
    prefixed = ("by:", "per:", "field:", "where:", "stat:", "contrast:")
    assert {m for m in named if not m.startswith(prefixed)} <= kinds | subjects | single
    assert {"subject:refusals", "count", "by:place", "group", "order", "limit"} <= marks(BY_PLACE)


@pytest.mark.parametrize(
    "question",
    [
        "all refusals but Denver's",
        "every refusal but those in report 1",
        "every row but the ones from the first report",
        "refusals in Texas but Travis",
        "only Texas and Oregon refused in report 1?",
        "only Denver refused Mexicans?",
        "sum of nationwide issued and section I totals",
    ],
)
def test_what_is_taken_out_or_added_is_never_passed_over(interpreter: Interpreter, question: str) -> None:
    outcome = interpreter.interpret(question)
    if isinstance(outcome, Understood):
        assert any(f.negated for f in outcome.query.filters)


@pytest.mark.parametrize("question", ["how many in Denver but only in week 1", "only Denver refusals in week 1"])
def test_but_only_is_a_condition(interpreter: Interpreter, question: str) -> None:
    assert isinstance(interpreter.interpret(question), Understood)


@pytest.mark.parametrize(
    "question",
    ["which counties passed an ordinance", "which places have a resolution", "how many pages is Section II"],
)
def test_a_kind_of_policy_or_a_section_of_pages_is_not_lost(interpreter: Interpreter, question: str) -> None:
    assert isinstance(interpreter.interpret(question), Decline)


def test_a_places_own_ordinance_is_its_policy(interpreter: Interpreter) -> None:
    assert isinstance(interpreter.interpret("what is Cook County's ordinance"), Understood)


@pytest.mark.parametrize(
    "question",
    [
        "how many refusals left in Denver",  # after what?
        "how many stayed in Denver",  # in jail?
        "alleged refusals in Texas",
        "how many single refusals in Virginia",
        "how many jail refusals in Texas",  # the jails are not counted
        "number of county refusals in Virginia",
        "how many facility declines",
    ],
)
def test_a_word_that_would_be_taken_for_less_is_not_answered(interpreter: Interpreter, question: str) -> None:
    assert isinstance(interpreter.interpret(question), Decline)


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("without Denver, how many refusals are left", "how many refusals outside Denver"),
        ("how many counties had refusals", "number of counties with refusals"),
        ("how many jails refused in Texas", "number of jails with refusals in Texas"),
    ],
)
def test_where_it_says_no_less_it_is(interpreter: Interpreter, said: str, plain: str) -> None:
    ours, theirs = interpreter.interpret(said), interpreter.interpret(plain)
    assert isinstance(ours, Understood)
    assert isinstance(theirs, Understood)
    assert ours.query == theirs.query
