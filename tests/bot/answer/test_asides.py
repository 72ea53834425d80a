"""Detainers issued that are taken for refusals, posting days, disputes: what is told beside, and where it stands."""

from __future__ import annotations

import pytest

from bot.ask import Desk


@pytest.mark.parametrize(
    ("question", "issued"),
    [
        ("Travis turned away 23 in report 2, right?", 23),
        ("did Cook County refuse 29 in the third report", 29),
        ("Snohomish County refused 11, correct?", 11),
        ("is it true that NYC turned down 81 in report 3", 81),
        ("Clark County Nevada refused 51 in week 1, right?", 51),
        ("is it true that 2,825 were refused in week 2", 2825),
    ],
)
def test_a_number_of_issued_detainers_taken_for_refusals_is_told(desk: Desk, question: str, issued: int) -> None:
    answer = desk.ask(question)
    assert answer.text.startswith("No.")
    assert answer.figures[0].value != issued
    assert issued in [f.value for f in answer.figures]
    assert "issued" in answer.text
    assert "issued_not_declined" in [c.topic for c in answer.caveats]


@pytest.mark.parametrize(
    "question",
    ["Travis turned away 24 in report 2, right?", "Travis refused 2 in report 2, right?", "refusals in Houston"],
)
def test_no_other_number_brings_section_one_in(desk: Desk, question: str) -> None:
    answer = desk.ask(question)
    assert answer.status == "answered"
    assert "issued" not in answer.text
    assert "issued_not_declined" not in [c.topic for c in answer.caveats]
    assert "FROM issued" not in (answer.sql or "")


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("On what date was the correction published?", "April 5, 2017"),
        ("what date did ICE correct the report", "April 5, 2017"),
        ("when was the first report corrected", "April 5, 2017"),
    ],
)
def test_the_day_of_a_correction_is_the_figure(desk: Desk, question: str, day: str) -> None:
    answer = desk.ask(question)
    assert [str(f.value) for f in answer.figures] == ["2017-04-05"]
    assert answer.text.endswith(f"on {day}.")
    assert "correction notice" in [s.report for s in answer.sources]


@pytest.mark.parametrize(
    "question", ["When was the third report posted?", "when did report 2 go online", "when did each report come out"]
)
def test_a_posting_day_stands_on_the_index_page(desk: Desk, question: str) -> None:
    assert [(s.report, s.pages) for s in desk.ask(question).sources] == [("index page that lists the reports", [])]


def test_what_ice_took_back_is_sought_where_it_stood(desk: Desk) -> None:
    told = {s.report: s.pages for s in desk.ask("what was corrected in Franklin County, Iowa?").sources}
    assert told == {"2017-01-28": [2], "correction notice": []}


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Does Travis County dispute its numbers?", "inflated"),
        ("Has King County disputed its listing?", "amended in 2014"),
        ("does NYC dispute its listing", "wrongly listed"),
        ("did Nassau push back on its listing", "honored ICE detainers since 2014"),
    ],
)
def test_a_dispute_comes_before_what_ice_did(desk: Desk, question: str, says: str) -> None:
    answer = desk.ask(question)
    assert answer.text.index(says) < answer.text.index("ICE has taken none of it back")
    assert "disputed" in [c.topic for c in answer.caveats]


def test_a_policy_is_named_once_with_its_month(desk: Desk) -> None:
    answer = desk.ask("oldest policy")
    assert answer.text.startswith("August 2008:")
    assert answer.text.count("Hartford") == 1


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("detainers in LA County", True),
        ("how many detainers for Kern County in report 2", True),
        ("detainers to Travis County in report 2", True),
        ("holds for Denver in report 1", True),
        ("detainers in NYC", True),
        ("how many detainers in Denver", False),
        ("detainers in LA County that were turned down", False),
        ("detainers for Kern County in report 1", False),
    ],
)
def test_detainers_of_a_place_are_asked_about_where_both_are_known(desk: Desk, question: str, asks: bool) -> None:
    answer = desk.ask(question)
    assert answer.status == ("clarify" if asks else "answered")
    if asks:
        assert [q.subject for q in answer.choice_queries] == ["issued", "refusals"]


@pytest.mark.parametrize(
    ("question", "disputed"),
    [
        ("what does King County's policy say", True),
        ("when did King County enact its ordinance", True),
        ("what does Denver's policy say", False),
        ("what does Travis County require before it honors a detainer?", False),
    ],
)
def test_a_policy_that_its_county_disputes_says_so(desk: Desk, question: str, disputed: bool) -> None:
    topics = [c.topic for c in desk.ask(question).caveats]
    assert ("disputed" in topics) is disputed
    assert "policies_may_have_changed" in topics
