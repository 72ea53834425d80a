"""A newsroom's words come to the plan that plain words come to; where a neighbour changes the meaning, they do not."""

from __future__ import annotations

import pytest

from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Decline, Understood

SAME = [
    ("mix of nationalities in Travis", "breakdown of nationalities in Travis"),
    ("what's the mix of charges and convictions in King County", "charges vs convictions in King County"),
    ("itemize Virginia's refusals by offense", "list Virginia's refusals by offense"),
    ("tabulate refusals by state", "list refusals by state"),
    ("refusals in Colorado, offense-wise", "refusals in Colorado by offense"),
    ("county wise refusals in Oregon", "refusals in Oregon by county"),
    ("refusals in Oregon from county to county", "refusals in Oregon county by county"),
    ("refusals in Oregon spread across counties", "refusals in Oregon across counties"),
    ("across how many jails are Texas refusals spread", "how many jails have Texas refusals"),
    ("refusals by agency in Texas", "refusals by facility in Texas"),
    ("Oregon refusals per LEA", "Oregon refusals per facility"),
    ("refusals in Oregon among counties", "refusals in Oregon by county"),
    ("num of refusals, Denver", "number of refusals, Denver"),
    ("Q: Denver headcount?", "Denver count?"),
    ("about how many refusals in Denver", "how many refusals in Denver"),
    ("how many occasions did Denver decline a detainer", "how many detainers did Denver decline"),
    ("what slice of the DUI rows belongs to Mexicans", "what share of the DUI rows is from Mexico"),
    ("growth from week 1 to week 3", "change from week 1 to week 3"),
    ("did refusals in Denver decline from week 1 to week 3", "did refusals in Denver fall from week 1 to week 3"),
    ("what was the decline from week 1 to week 3", "what was the drop from week 1 to week 3"),
    ("did refusals in Denver get higher from week 1 to week 2", "did refusals in Denver rise from week 1 to week 2"),
    ("margin between Denver and Boulder", "difference between Denver and Boulder"),
    ("Denver stacked up against Boulder", "Denver compared with Boulder"),
    ("did Denver outdo Boulder", "did Denver exceed Boulder"),
    ("by how many did King outdo Denver", "how many more did King have than Denver"),
    ("which county came out on top", "which county had the most"),
    ("which state posted the most refusals", "which state had the most refusals"),
    ("which jail racked up the most", "which jail had the most"),
    ("which county leads the nation", "which county has the most"),
    ("which state has more than any other", "which state has the most"),
    ("most plentiful nationality in Virginia", "most common nationality in Virginia"),
    ("how many people were not handed to ICE in Denver", "how many people were released in Denver"),
    ("PG County MD total", "Prince George's County, Maryland total"),
    ("mex only, Travis", "Mexicans, Travis"),
    ("Pinoys?", "Filipinos?"),
    ("DR nationals, how many", "Dominican Republic nationals, how many"),
    ("for a graf: top three countries nationwide", "top three countries"),
    ("Hondurans nationwide", "Hondurans"),
    ("sidebar numbers: refusals by state", "refusals by state"),
    ("I'd like the tally for Denver", "count for Denver"),
    ("share from Mexico, rounded", "share from Mexico"),
    ("refusals in Texas by national origin", "refusals in Texas by nationality"),
    ("how many got asked of Nassau in section 1", "how many were issued to Nassau in section 1"),
    ("which entries were pulled", "which entries were withdrawn"),
    ("how many detainers did Denver decide not to honor", "how many detainers did Denver refuse"),
    ("how many civil detainers did Denver leave unanswered", "how many detainers did Denver refuse"),
    ("federal holds sidestepped in Texas", "detainers refused in Texas"),
    ("how many requests did Denver end up rejecting", "how many detainers did Denver reject"),
    ("people under an ICE hold released in Denver", "people released in Denver"),
    ("how many refusals in Texas were under indictment", "how many refusals in Texas were charged"),
    ("burglar count in Texas", "burglary count in Texas"),
    ("stickups in Texas", "robbery in Texas"),
]


@pytest.mark.parametrize(("said", "plain"), SAME, ids=[said for said, _ in SAME])
def test_the_same_plan(interpreter: Interpreter, said: str, plain: str) -> None:
    ours, theirs = interpreter.interpret(said), interpreter.interpret(plain)
    assert isinstance(theirs, Understood), theirs
    assert isinstance(ours, Understood), ours
    assert _unlabelled(ours) == _unlabelled(theirs)


def _unlabelled(outcome: Understood) -> str:
    """The plan without the words it names its values by."""
    query = outcome.query
    return query.model_copy(
        update={"filters": tuple(f.model_copy(update={"label": None}) for f in query.filters)}
    ).model_dump_json()


@pytest.mark.parametrize(
    "question",
    [
        "what is the spread in Travis",  # of what?
        "policies at the county level",
        "refusals in Wise",
        "which county was worse, Denver or Boulder",
        "how many times did King outdo Denver",
        "detainers dodged by Travis",
        "dr King County refusals",
        "how many nationwide in week 2",  # issued or refused?
        "how many Mexicans nationwide in Travis",
        "on how many occasions was Travis over 5",
        "how many people were pulled over in Texas",
        "white collar offenses",
        "counties under Travis",
        "how many refusals under Texas",
        "Mexican-Americans in Texas",
    ],
)
def test_asked_or_declined(interpreter: Interpreter, question: str) -> None:
    assert not isinstance(interpreter.interpret(question), Understood)


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("detainers refused by local agencies in Texas", "detainers refused in Texas"),
        ("how many refusals did Denver decline in week 1", "how many did Denver refuse in week 1"),
        ("how many detainers did Denver decline", "how many did Denver refuse"),
    ],
)
def test_the_words_as_before(interpreter: Interpreter, said: str, plain: str) -> None:
    ours, theirs = interpreter.interpret(said), interpreter.interpret(plain)
    assert isinstance(ours, Understood)
    assert isinstance(theirs, Understood)
    assert ours.query == theirs.query


@pytest.mark.parametrize(
    "question", ["midwest refusals", "refusals on the west coast", "how many U.S. citizens", "gang members let go"]
)
def test_what_no_column_holds_is_said_so(interpreter: Interpreter, question: str) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Decline)
    assert outcome.code == "other_data"
