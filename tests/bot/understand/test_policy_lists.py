"""Section III by whose entry it is, by title, by field office, and what one list has that another lacks."""

from __future__ import annotations

import pytest

from bot.query import Query
from bot.understand.interpreter import Interpreter
from bot.understand.lexicon import Lexicon
from bot.understand.outcome import Clarify, Understood

FIRST, SECOND, THIRD = "2017-01-28", "2017-02-04", "2017-02-11"


def plan(question: str, interpreter: Interpreter) -> Query:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood), (question, outcome)
    assert outcome.query.subject == "policies", (question, outcome.query)
    return outcome.query


@pytest.mark.parametrize(
    ("question", "kept", "denied"),
    [
        ("what policies are in week 3's list that weren't in week 2's", (THIRD,), (SECOND,)),
        ("policies in report 2's list that were not in report 1's list", (SECOND,), (FIRST,)),
        ("which policies were in week 1 and not in week 3", (FIRST,), (THIRD,)),
        ("what is on the week 3 policy list that isn't on the week 1 list", (THIRD,), (FIRST,)),
        ("policies listed in report 2 but missing from report 3", (SECOND,), (THIRD,)),
        ("which entries are in the latest policy list but not in the first", (THIRD,), (FIRST,)),
        ("policies on the first list that are absent from the last one", (FIRST,), (THIRD,)),
        ("policies not in report 3", (FIRST, SECOND), (THIRD,)),
    ],
)
def test_in_one_list_and_not_in_another(
    question: str, kept: tuple[str, ...], denied: tuple[str, ...], interpreter: Interpreter
) -> None:
    query = plan(question, interpreter)
    assert query.contrast == "except"
    assert [s.filters[0].values for s in query.slices] == [kept, denied]
    assert not query.filters


def test_how_many_of_them_is_counted(interpreter: Interpreter) -> None:
    query = plan("how many policies are in report 3 that are not in report 1", interpreter)
    assert (query.contrast, query.measure.kind, query.measure.field) == ("except", "distinct", "jurisdiction")
    assert plan("how many policies are new in week 3", interpreter).measure.kind == "distinct"


@pytest.mark.parametrize(
    "question",
    [
        "which policies are missing from Boulder",
        "what policies does report 3 have that report 1 doesn't",
        "which cities and counties have policies",
        "refusals missing from report 3",
        "Texas statewide refusals",
        "refusals in Boston's AOR",
    ],
)
def test_what_is_not_read(question: str, interpreter: Interpreter) -> None:
    assert not isinstance(interpreter.interpret(question), Understood)


@pytest.mark.parametrize(
    ("question", "level", "state"),
    [
        ("statewide policies", "state", None),
        ("which states have a statewide policy", "state", None),
        ("which policies are state laws", "state", None),
        ("list the county policies", "county", None),
        ("county policies in California", "county", "California"),
        ("which cities have policies", "city", None),
        ("which towns have policies in Colorado", "city", "Colorado"),
        ("state laws in Texas", "state", "Texas"),
    ],
)
def test_whose_entries(
    question: str, level: str, state: str | None, interpreter: Interpreter, words_lexicon: Lexicon
) -> None:
    query = plan(question, interpreter)
    assert query.measure.kind == "rows"
    wanted = {
        e.jurisdiction
        for e in words_lexicon.policies
        if ("city" if e.town else "county" if e.county else "state") == level and state in (None, e.state)
    }
    assert [(f.field, set(f.values)) for f in query.filters] == [("jurisdiction", wanted or {""})]


@pytest.mark.parametrize(
    ("question", "title", "others"),
    [
        ("which policies are executive orders", "Executive Order", set()),
        ("executive orders", "Executive Order", set()),
        ("list resolutions", "Resolution", set()),
        ("what ordinances were enacted in 2016", "Ordinance", {"enacted"}),
        ("how many city ordinances are there in the latest report", "Ordinance", {"jurisdiction", "report"}),
        ("which county resolutions are listed", "Resolution", {"jurisdiction"}),
    ],
)
def test_titles(question: str, title: str, others: set[str], interpreter: Interpreter) -> None:
    query = plan(question, interpreter)
    assert [(f.op, f.values) for f in query.filters if f.field == "policy"] == [("contains", (title,))]
    assert {f.field for f in query.filters} - {"policy"} == others


@pytest.mark.parametrize(
    "question", ["Boulder's ordinance", "policies of the city of Boulder", "Travis County policies"]
)
def test_beside_a_place_the_place_is_meant(question: str, interpreter: Interpreter) -> None:
    query = plan(question, interpreter)
    assert query.measure.kind == "text"
    assert [f.field for f in query.filters] in (["jurisdiction"], ["place"])


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("policies in Denver's AOR", "Denver"),
        ("which places are in Seattle's area of responsibility", "Seattle"),
        ("how many policies in San Francisco's AOR in report 2", "San Francisco"),
        ("policies under Travis County's field office", "San Antonio"),
        ("policies under the Seattle ICE office", "Seattle"),
        ("which jurisdictions fall under Chicago's field office?", "Chicago"),
    ],
)
def test_those_of_an_office(question: str, office: str, interpreter: Interpreter) -> None:
    query = plan(question, interpreter)
    assert [f.values for f in query.filters if f.field == "aor"] == [(office,)]
    assert not any(f.field in ("place", "state", "jurisdiction") for f in query.filters)


@pytest.mark.parametrize(
    "question", ["Boulder's AOR", "what is Boulder's field office", "which field office is Boulder under"]
)
def test_which_office_it_is(question: str, interpreter: Interpreter) -> None:
    query = plan(question, interpreter)
    assert query.measure.fields == ("aor",)
    assert [f.field for f in query.filters] == ["jurisdiction"]


@pytest.mark.parametrize(
    "question",
    [
        "how many policies were enacted in 2014",
        "how many policies in California",
        "how many policies in the Denver AOR",
        "which state has the most policies",
        "which year had the most policies enacted",
        "which field office has the most policies",
    ],
)
def test_a_policy_that_stands_in_every_report_is_not_counted_in_each(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Clarify), outcome
    assert outcome.code == "repeats"
    assert all(c.query.subject == "policies" for c in outcome.choices)


@pytest.mark.parametrize(
    "question", ["how many policies were enacted in 2014, report 2", "which state has the most policies in report 1"]
)
def test_in_one_report_it_is(question: str, interpreter: Interpreter) -> None:
    assert plan(question, interpreter).measure.kind == "count"


@pytest.mark.parametrize(
    ("question", "fields"),
    [
        ("when did California adopt its policies", {"state"}),
        ("when were the state laws enacted", {"jurisdiction"}),
        ("when was Boulder's ordinance passed", {"jurisdiction"}),
    ],
)
def test_when_is_told_of_each(question: str, fields: set[str], interpreter: Interpreter) -> None:
    query = plan(question, interpreter)
    assert query.measure.fields == ("enacted",)
    assert {"state" if f.field == "place" else f.field for f in query.filters} == fields


@pytest.mark.parametrize(
    "question",
    [
        "does Travis County still have a policy",
        "which policies still require a warrant",
        "is Boulder's policy still listed",
    ],
)
def test_still_is_of_the_newest_list(question: str, interpreter: Interpreter) -> None:
    assert [f.values for f in plan(question, interpreter).filters if f.field == "report"] == [(THIRD,)]


def test_what_came_out_was_enacted(interpreter: Interpreter) -> None:
    assert "enacted" in {f.field for f in plan("what policies came out in 2016", interpreter).filters}
    outcome = interpreter.interpret("when did the first report come out")
    assert isinstance(outcome, Understood)
    assert outcome.query.subject == "reports"


@pytest.mark.parametrize("question", ["policies by state", "policies by field office", "policies per year enacted"])
def test_a_table_over_several_reports_is_asked_about(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Clarify)
    assert outcome.code == "repeats"
    assert plan(f"{question} in report 2", interpreter).group_by


@pytest.mark.parametrize(
    "question",
    ["which policies are in all reports", "policies that appear in all weeks"],
)
def test_in_all_of_them_is_not_in_any_of_them(question: str, interpreter: Interpreter) -> None:
    assert not isinstance(interpreter.interpret(question), Understood)


@pytest.mark.parametrize(
    "question", ["does Harris County have a policy listed", "any policy for Dallas County?", "policy of Lake County"]
)
def test_no_policy_of_any_place_of_the_name(question: str, interpreter: Interpreter) -> None:
    where = plan(question, interpreter).filters[0]
    assert where.field == "place"
    assert len(where.values) > 1


@pytest.mark.parametrize(
    "question",
    ["under what circumstances does Travis County comply with detainers", "does Travis cooperate with ICE holds"],
)
def test_complying_is_what_its_policy_says(question: str, interpreter: Interpreter) -> None:
    assert plan(question, interpreter).measure.kind == "text"


def test_which_only_give_notice(interpreter: Interpreter) -> None:
    for asked in ("which jurisdictions will only give notification", "who only gives notice"):
        assert [f.values for f in plan(asked, interpreter).filters] == [("notification_only",)]
