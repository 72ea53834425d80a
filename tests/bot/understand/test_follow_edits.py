"""Edits of the question before, and what would lose a part of it: "change Texas to Oregon", "total in Texas"."""

from __future__ import annotations

import pytest

from bot.ask import Desk
from bot.query import Place
from tests.bot.understand.asking import plan_of


@pytest.mark.parametrize(
    "message",
    [
        "change texas to oregon",
        "switch to oregon",
        "swap texas for oregon",
        "replace texas with oregon",
        "change it to oregon",
    ],
)
def test_a_place_is_changed_and_the_rest_stays(message: str, desk: Desk) -> None:
    query = plan_of(desk, "how many mexicans in texas in week 1", message)
    assert [f.field for f in query.filters] == ["report", "place", "citizenship"]
    assert Place(state="Oregon") in query.filters[1].values
    assert len(query.filters[1].values) == 1
    assert not query.slices


def test_a_change_between_two_weeks_is_no_edit(desk: Desk) -> None:
    query = plan_of(desk, "how many mexicans in texas", "change from week 1 to week 2")
    assert query.contrast == "difference"
    assert desk.ask("change to week 2", desk.replay(["how many in texas in week 1"])).status != "answered"


@pytest.mark.parametrize(
    "message",
    ["total in texas", "total mexicans", "all mexicans", "mexicans overall", "total in oregon", "overall in texas"],
)
def test_a_total_with_one_condition_named_is_asked_about(message: str, desk: Desk) -> None:
    answer = desk.ask(message, desk.replay(["how many mexicans in texas"]))
    assert answer.code == "all_of_what"
    assert len(answer.choices) == 2


def test_the_week_named_in_a_total_is_the_one_offered(desk: Desk) -> None:
    answer = desk.ask("total in week 2", desk.replay(["how many in texas in week 1"]))
    assert answer.code == "all_of_what"
    assert all("report 2" in str(choice) for choice in answer.choices)


@pytest.mark.parametrize("message", ["total in texas", "total in oregon"])
def test_a_total_that_leaves_nothing_out_is_answered(message: str, desk: Desk) -> None:
    assert [f.field for f in plan_of(desk, "how many in texas", message).filters] == ["place"]


@pytest.mark.parametrize("message", ["all places", "any place", "nationwide"])
def test_all_places_take_a_jail_away(message: str, desk: Desk) -> None:
    query = plan_of(desk, "how many in week 1 in travis county jail", message)
    assert [f.field for f in query.filters] == ["report"]


@pytest.mark.parametrize("message", ["charged or convicted", "charges vs convictions", "by disposition"])
def test_charged_or_convicted_after_one_of_them_is_both(message: str, desk: Desk) -> None:
    query = plan_of(desk, "how many charged in week 2", message)
    assert [f.field for f in query.filters] == ["report"]
    assert [d.field for d in query.group_by] == ["disposition"]


@pytest.mark.parametrize("message", ["after corrections", "and after corrections", "after the corrections"])
def test_issued_after_corrections_is_no_count_of_refusals(message: str, desk: Desk) -> None:
    answer = desk.ask(message, desk.replay(["how many were issued to travis county"]))
    assert answer.status == "declined"


@pytest.mark.parametrize("first", ["on the 31st", "how many on the 3rd"])
def test_a_day_named_first_is_not_lost_with_the_reply(first: str, desk: Desk) -> None:
    assert desk.ask(first).status == "clarify"
    assert desk.ask("refusals", desk.replay([first])).code == "no_context"
    assert desk.ask("refusals by state", desk.replay([first])).status == "answered"


@pytest.mark.parametrize(
    "message",
    [
        "how many of them are in texas",
        "how many are in texas",
        "which one is in texas",
        "which ones are in california",
        "which has a policy",
        "which have a policy",
    ],
)
def test_of_several_found_none_is_lost_to_a_place_of_its_own(message: str, desk: Desk) -> None:
    assert desk.ask(message, desk.replay(["top 2 states"])).code == "no_context"


@pytest.mark.parametrize("message", ["is it in california", "was it in new york"])
def test_whether_one_found_lies_somewhere_is_no_count_there(message: str, desk: Desk) -> None:
    assert desk.ask(message, desk.replay(["which county had the most refusals"])).status == "declined"


@pytest.mark.parametrize(
    ("first", "message", "field"),
    [
        ("which day had the most refusals", "the day after", "declined_on"),
        ("which day had the most refusals", "how many the next day", "declined_on"),
        ("which report had the fewest refusals", "the week before", "report"),
        ("which week had the fewest refusals", "and the week after?", "report"),
    ],
)
def test_the_one_before_is_counted_from_the_one_found(first: str, message: str, field: str, desk: Desk) -> None:
    query = plan_of(desk, first, message)
    found = plan_of(desk, first, "how many was that").filters[0].values[0]
    assert [f.field for f in query.filters] == [field]
    assert query.filters[0].values[0] != found
    assert not query.group_by


def test_a_share_among_others_is_of_those(desk: Desk) -> None:
    query = plan_of(desk, "share of convictions", "among mexicans")
    assert [f.field for f in query.filters] == ["citizenship"]
    assert [f.field for f in query.measure.of] == ["disposition"]


@pytest.mark.parametrize("message", ["for mexicans", "of mexicans", "mexicans"])
def test_a_share_of_another_kind_is_asked_with_both_plans(message: str, desk: Desk) -> None:
    answer = desk.ask(message, desk.replay(["share of convictions"]))
    assert answer.code == "share_of_what"
    assert len(answer.choices) == 2


def test_it_behind_a_report_is_no_winner(desk: Desk) -> None:
    query = plan_of(desk, "top 3 states in week 1", "the same for the report after it")
    assert query.limit == 3
    assert [f.field for f in query.filters] == ["report"]


@pytest.mark.parametrize("message", ["at travis county jail", "what about travis county jail", "travis county jail"])
def test_a_jail_of_another_place_takes_the_place_away(message: str, desk: Desk) -> None:
    query = plan_of(desk, "how many in california in week 1", message)
    assert [f.field for f in query.filters] == ["report", "facility"]


def test_a_jail_of_the_place_keeps_it(desk: Desk) -> None:
    query = plan_of(desk, "how many in texas in week 1", "at travis county jail")
    assert [f.field for f in query.filters] == ["report", "place", "facility"]


@pytest.mark.parametrize("message", ["no, how many in travis county", "no, travis county"])
def test_a_no_that_opens_a_message_leaves_nothing_out(message: str, desk: Desk) -> None:
    (item,) = plan_of(desk, message).filters
    assert not item.negated


@pytest.mark.parametrize("message", ["both charges and convictions", "both charged and convicted"])
def test_both_before_charges_and_convictions_are_those_two(message: str, desk: Desk) -> None:
    query = plan_of(desk, "how many mexicans charged", "what about hondurans", message)
    assert [(f.field, len(f.values)) for f in query.filters] == [("citizenship", 1)]
    assert [d.field for d in query.group_by] == ["disposition"]
