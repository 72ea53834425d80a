"""Wordings a reader could trip over: places by another name, lengths of time, how many reports."""

from __future__ import annotations

import pytest

from bot.ask import Desk


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("how many refusals in Brooklyn", "Brooklyn is Kings County, New York."),
        ("Staten Island refusals in week 2", "Staten Island is Richmond County, New York."),
        ("share of convictions in Manhattan", "Manhattan is New York County, New York."),
        ("refusals in New Orleans", "New Orleans is Orleans Parish, Louisiana."),
        ("refusals in Las Vegas", "Las Vegas lies in Clark County, Nevada;"),
    ],
)
def test_a_city_that_is_a_county_of_another_name_is_told(question: str, said: str, desk: Desk) -> None:
    assert desk.ask(question).text.startswith(said)


@pytest.mark.parametrize(
    "question", ["refusals in Queens", "refusals in the Bronx", "refusals in Philly", "refusals in DC"]
)
def test_one_of_the_same_name_needs_no_word(question: str, desk: Desk) -> None:
    text = desk.ask(question).text
    assert " is " not in text
    assert " lies in " not in text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("how many reports are loaded", "3 reports are loaded: Jan 28 – Feb 3, 2017;"),
        ("how many reports before week 3", "2 reports are loaded: Jan 28 – Feb 3, 2017 and Feb 4 – Feb 10, 2017."),
        ("detainers issued and refused the same day", "with issue and refusal on the same day"),
        ("how many detainers were older than 6 months", "with more than 6 months (183 days) between issue and refusal"),
        ("how many detainers were over 30 days old", "with more than 30 days between issue and refusal"),
        ("average days in Travis", "between issue and refusal, over 154 refusals in Travis County, Texas, in the 3"),
        ("oldest detainer", "the earliest date of issue among the refusals in the 3 reports loaded"),
    ],
)
def test_sentences(question: str, said: str, desk: Desk) -> None:
    assert said in desk.ask(question).text


def test_a_statewide_policy_goes_by_the_state(desk: Desk) -> None:
    answer = desk.ask("statewide policies")
    assert answer.rows
    at = answer.columns.index("jurisdiction")
    assert not any("(" in str(row[at]) or "," in str(row[at]) for row in answer.rows)


@pytest.mark.parametrize(
    ("question", "none"), [("extortion in Travis County", True), ("refusals in Travis County", False)]
)
def test_where_no_row_is_found_the_pages_are_said_to_be_searched(question: str, none: bool, desk: Desk) -> None:
    from bot.cli.render import sources

    assert (sources(desk.ask(question)).startswith("Searched")) is none


def test_a_states_list_says_whether_the_state_itself_has_a_policy(desk: Desk) -> None:
    told = "None is an entry of the state itself."
    assert told in desk.ask("does Texas have a policy, report 2").text
    assert told not in desk.ask("does Connecticut have a policy, report 2").text
    assert told not in desk.ask("policies enacted in 2016, report 2").text
