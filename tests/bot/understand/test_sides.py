"""How many more, how many fewer: the difference is the figure asked for, with its own sign."""

import pytest

from bot.ask import Desk
from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Understood

ASKED = [
    ("how many more refusals did Travis have in week 1 than in week 2", "142 - 2"),
    ("how many fewer refusals did Travis have in week 2 than week 1", "142 - 2"),
    ("how many more in Travis than in King County", "154 - 8"),
    ("how many fewer in King County than in Travis", "154 - 8"),
    ("how much higher was week 3 than week 2", "65 - 47"),
    ("how many more convictions than charges", "152 - 166"),
    ("how many more charges than convictions in week 2", "24 - 23"),
]


@pytest.mark.parametrize(("question", "sum_"), ASKED)
def test_more_is_the_first_less_the_second(
    sample_db: object, interpreter: Interpreter, question: str, sum_: str
) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    answer = Desk(str(sample_db)).ask_query(outcome.query)
    first, second = (int(n) for n in sum_.split(" - "))
    assert [f.value for f in answer.figures if f.label.startswith("difference")] == [first - second]
    assert " for with " not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Which county refused more in week 2, Travis or Denver?",
        "which county turned down more Mexicans, Denver or Travis?",
        "Which state released more Hondurans, Texas or Colorado?",
        "Which nationality was released more, Honduran or Guatemalan?",
        "which county refused fewer, Travis or Denver",
        "Which week had more DUIs, week 1 or week 3?",
        "where were there more DUIs, Texas or Florida",
        "where were more people let go, in Travis or in Denver",
        "where were there more, in week 1 or week 2",
        "which is more common, burglary or DUI",
        "which offense is more common, burglary or DUI",
        "which was less frequent in Texas, burglary or DUI",
    ],
)
def test_the_kind_of_the_sides_is_no_breakdown(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood), outcome
    assert len(outcome.query.slices) == 2
    assert not outcome.query.group_by
    assert outcome.query.contrast == "side_by_side"


@pytest.mark.parametrize(
    "question",
    [
        "Which county refused more, Texas or Colorado?",
        "Which state refused more, Travis or Denver?",
        "Which counties refused more, Travis or Denver?",
        "where were there more in Texas than in Colorado",
        "which offense is more common in Texas than in Colorado",
        "which offenses are more common in Texas than in Colorado",
        "which offense is more common in Texas",
    ],
)
def test_a_kind_that_the_sides_are_not_is_no_word_to_pass_over(question: str, interpreter: Interpreter) -> None:
    assert not isinstance(interpreter.interpret(question), Understood)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("are charges more common than convictions", "Yes."),
        ("is DUI less common than burglary", "No."),
        ("were Mexicans more frequent than Hondurans in Texas", "Yes."),
    ],
)
def test_more_common_than_is_more(question: str, verdict: str, sample_db: object) -> None:
    assert Desk(str(sample_db)).ask(question).text.startswith(verdict)


@pytest.mark.parametrize(
    "question",
    ["convictions vs charges nationwide", "which had more, charges or convictions", "charges vs convictions"],
)
def test_charges_against_convictions_are_their_breakdown(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood), outcome
    assert [d.field for d in outcome.query.group_by] == ["disposition"]


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("is Travis higher than Denver and Bernalillo combined", "Yes."),
        ("did Denver refuse more than Travis and Bernalillo together", "No."),
        ("were Denver and Bernalillo put together fewer than Travis", "Yes."),
        ("was week 2 higher than weeks 1 and 3 combined", "No."),
    ],
)
def test_more_than_several_combined_is_more_than_their_sum(question: str, verdict: str, sample_db: object) -> None:
    assert Desk(str(sample_db)).ask(question).text.startswith(verdict)


@pytest.mark.parametrize(
    "question", ["is Travis higher than Denver and Bernalillo", "was week 1 higher than week 2 and week 3"]
)
def test_more_than_several_alone_is_no_verdict(question: str, interpreter: Interpreter) -> None:
    assert not isinstance(interpreter.interpret(question), Understood)
