"""Section III by age, what is in force, what a policy says about detainers; neighbours that are none of it."""

from __future__ import annotations

import pytest

from bot.ask import Desk


@pytest.mark.parametrize(
    ("question", "where"),
    [
        ("policies in force in Colorado", "state = 'Colorado'"),
        ("Which policies are in effect in Washington?", "state = 'Washington'"),
        ("policies on the books in Illinois, report 2", "state = 'Illinois'"),
        ("which policies are older than 2013?", "enacted < DATE '2013-01-01'"),
        ("how many policies in report 3 are older than 2014", "enacted < DATE '2014-01-01'"),
        ("policies newer than 2015, third report", "enacted > DATE '2015-12-31'"),
        ("policies that mention probable cause, newest issue", "report_id = '2017-02-11'"),
        ("policies that mention a court order, first issue", "report_id = '2017-01-28'"),
    ],
)
def test_the_entries_meant_are_listed(desk: Desk, question: str, where: str) -> None:
    answer = desk.ask(question)
    assert answer.status == "answered", answer.text
    assert where in " ".join((answer.sql or "").replace("CAST('", "DATE '").replace("' AS DATE)", "'").split())
    assert "policies_may_have_changed" in [c.topic for c in answer.caveats]


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("what does Denver's policy say about honoring detainers", "I-247N"),
        ("what does Travis County's policy say about detainers?", "court order"),
        ("what is King County's rule on handing people over to ICE", "homicide"),
        ("whats the rule in Travis County for handing folks to ICE", "court order"),
        ("when was the first policy adopted", "Hartford"),
        ("who adopted the very first policy", "Hartford"),
    ],
)
def test_a_policy_is_told(desk: Desk, question: str, says: str) -> None:
    answer = desk.ask(question)
    assert answer.status == "answered", answer.text
    assert says in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "policies older than 2 years",
        "what does Denver's policy say about gang members' tattoos",
        "did Cook County violate federal law by refusing",
        "was it illegal for Travis County to release them",
        "is what Travis County did against the law",
        "first policy",
    ],
)
def test_what_it_does_not_say_stays_unanswered(desk: Desk, question: str) -> None:
    assert desk.ask(question).status != "answered"


def test_a_broken_law_is_an_opinion(desk: Desk) -> None:
    for question in ("did Denver break the law?", "was it illegal for Travis County to release them"):
        assert desk.ask(question).code == "opinion"


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("When did report 2 go up?", "2017-03-29"),
        ("When did the Jan. 28 issue go up?", "2017-03-20"),
        ("what does section I say for Cook in report 2", "26"),
        ("Section I, Feb 4 issue: what does it say for Travis?", "23"),
        ("what does Section I say for Kern County in week 3", "58"),
    ],
)
def test_a_verb_that_only_asks_for_the_entry(desk: Desk, question: str, value: str) -> None:
    assert [str(f.value) for f in desk.ask(question).figures] == [value]


def test_late_notice_by_a_jail_is_told(desk: Desk) -> None:
    for question in (
        "what counts as declined if the jail just called ICE too late",
        "what counts as declined if the jail called ICE too late",
    ):
        assert "so late that ICE could not" in desk.ask(question).text


@pytest.mark.parametrize(
    ("question", "says", "month"),
    [
        ("when was Ithaca's policy enacted and how does it treat detainers", "warrantless", "2017-02-01"),
        ("When was Cook County's ordinance enacted, and what does it require?", "reimbursing", "2011-09-01"),
        ("when did Travis County adopt its policy and what does it ask for", "court order", "2017-01-01"),
        ("What does Travis County's policy say and when did it take effect", "court order", "2017-01-01"),
    ],
)
def test_both_halves_of_a_question_about_one_policy(desk: Desk, question: str, says: str, month: str) -> None:
    answer = desk.ask(question)
    assert says in answer.text
    assert str(answer.figures[0].value) == month


@pytest.mark.parametrize("question", ["when did refusals go up", "when did refusals rise in California"])
def test_the_day_with_the_most_is_no_day_of_a_rise(desk: Desk, question: str) -> None:
    assert desk.ask(question).status != "answered"
