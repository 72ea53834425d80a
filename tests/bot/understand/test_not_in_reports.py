"""What the reports do not hold, in many wordings: declined with the reason, and never answered with a figure."""

from __future__ import annotations

import pytest

from bot.ask import Desk

DECLINED = {
    "rate_of_place": [
        "what percent of Travis's detainers were refused",
        "what percent of detainers in Travis were refused",
        "percentage of Travis detainers declined",
        "share of requests to Denver County that were refused",
        "in Travis, what percent of detainers were refused",
        "did Travis County refuse most of its detainers",
    ],
    "names": ["name the inmates refused in Travis", "name the people released in Denver County"],
    "deportation": ["how many were eventually removed", "did ICE pick them up", "how many are fugitives"],
    "crime_rates": ["refusals per head in Texas", "how many per million people", "relative to its population"],
    "demographics": [
        "oldest person in Travis",
        "who was the youngest",
        "where were they born",
        "how many were teens",
        "how many in their 20s",
        "how many were tourists",
        "seniors in Travis",
    ],
    "opinion": ["is it right to refuse", "was it wrong to release them"],
    "other_data": [
        "how many were found not guilty",
        "how many pleaded guilty",
        "how many were acquitted",
        "how many in the fall",
    ],
    "honored": [
        "how many detainers were dropped by ICE",
        "compliance rate of Travis",
        "how many detainers were lifted",
        "how many detainers were canceled",
    ],
}


@pytest.mark.parametrize("question", ["who got the fewest in week 3", "which county got the most in week 1"])
def test_who_got_detainers_is_not_who_refused(question: str, desk: Desk) -> None:
    assert desk.ask(question).status != "answered"


@pytest.mark.parametrize(("code", "question"), [(code, q) for code, asked in DECLINED.items() for q in asked])
def test_declined_with_the_reason(code: str, question: str, desk: Desk) -> None:
    answer = desk.ask(question)
    assert (answer.status, answer.code) == ("declined", code), answer.text


ANSWERED = [  # neighbours that the reports do hold
    ("what percent of detainers refused were in Travis", "%"),
    ("did Travis account for more than half of the refused detainers", "%"),
    ("what share of Travis's detainers were convictions", "%"),
    ("how many of Travis's detainers were refused", "refusals"),
    ("how many were found guilty", "refusals"),
    ("how many were not found guilty", "refusals"),
    ("name the counties in Texas", "Travis"),
    ("how many detainers were older than 30 days", "refusals"),
    ("which county had the oldest detainer", "Travis"),
    ("how old is the oldest detainer", "days"),
    ("case numbers in Texas", "refusals"),
]


@pytest.mark.parametrize(("question", "holds"), ANSWERED, ids=[a[0] for a in ANSWERED])
def test_answered(question: str, holds: str, desk: Desk) -> None:
    answer = desk.ask(question)
    assert answer.status == "answered"
    assert holds in answer.text
