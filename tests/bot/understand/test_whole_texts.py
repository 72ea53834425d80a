"""Passages asked about by topic, claims about Section I, a figure's standing; and neighbours that are none of these."""

from __future__ import annotations

import pytest

from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Clarify, Decline, Understood


def topics(question: str, interpreter: Interpreter) -> tuple[str, ...]:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood), (question, outcome)
    assert outcome.query.subject == "caveats", (question, outcome.query)
    return tuple(str(v) for f in outcome.query.filters for v in f.values)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("is a refusal put in the week the detainer was issued, or the week it was refused?", "issue_date"),
        ("by which date are refusals assigned to a week", "issue_date"),
        ("does the week depend on when the detainer was issued", "issue_date"),
        ("do jails always tell ICE when they refuse", "awareness"),
        ("do some refusals go unreported?", "awareness"),
        ("could there have been more refusals than the report shows?", "awareness"),
        ("might Section III leave somebody out?", "policies_may_have_changed"),
        ("could a place be missing from the list of policies?", "policies_may_have_changed"),
        ("could policies have changed after publication", "policies_may_have_changed"),
        ("how should I caveat these numbers", "awareness"),
        ("are the policy entries guaranteed to be current", "policies_may_have_changed"),
        ("where did ICE get the policy information", "policies_may_have_changed"),
        ("what does the report call a declined detainer", "definition"),
        ("if a jail gives notice too late, is that a refusal too?", "definition"),
        ("what disclaimers does ICE attach", "awareness"),
        ("should I mention any caveats when I print this", "awareness"),
        ("anything I should warn readers about", "awareness"),
        ("could the true number of refusals be higher", "awareness"),
        ("is every refusal in the report", "awareness"),
        ("how does the report treat late notice", "definition"),
        ("does a late heads-up from the jail count as declined?", "definition"),
        ("is a late phone call a refusal too", "definition"),
        ("where does ICE get these refusals from", "awareness"),
        ("where does ICE get its data from?", "awareness"),
        ("how does ICE get its numbers", "awareness"),
        ("where does ICE get these refusals from - do counties tell them?", "awareness"),
        ("do counties tell ICE", "awareness"),
        ("can I trust these numbers? do jails actually report their refusals to ICE", "awareness"),
        ("why would the issued numbers keep growing?", "resumed_issuing"),
        ("why do the issued numbers keep rising", "resumed_issuing"),
        ("why are there detainers from years ago in these reports", "issue_date"),
        ("are people whose detainers are declined released", "definition"),
        ("are these refusals just the ones ICE knows of?", "awareness"),
        ("what does the report say about old detainers", "issue_date"),
        ("explain the difference between issued and declined", "issued_not_declined"),
        ("who disputes their numbers", "disputed"),
        ("has any county objected to being listed", "disputed"),
        ("does late notification count as a refusal", "definition"),
        ("are detainers from earlier years included in the weekly count", "issue_date"),
        ("does the date of issue matter for which report a refusal is in", "issue_date"),
        ("did ICE stop issuing detainers to some counties at some point", "resumed_issuing"),
        ("read me section IV", "IV"),
        ("what does Section I explain about its numbers", "I"),
        ("what does the cover say", "cover"),
        ("is it known what became of the detainers in Section I", "issued_not_declined"),
        ("what became of the detainers issued to Clark County, Nevada", "issued_not_declined"),
    ],
)
def test_a_topic_is_found_by_its_words(question: str, first: str, interpreter: Interpreter) -> None:
    assert topics(question, interpreter)[0] == first


@pytest.mark.parametrize(
    "question",
    [
        "can I write that the counties which got the most detainers also released those people?",
        "can I say Clark County, Nevada refused the detainers in Section I?",
        "can we report that the Section I places refused those requests",
        "did the counties in Section I refuse them?",
        "were the detainers in Section I refused?",
        "can I tell readers that Clark County, Nevada turned down 51 detainers in Section I?",
        "does a listing in section 1 mean that the county refused",
    ],
)
def test_issued_is_not_refused(question: str, interpreter: Interpreter) -> None:
    assert topics(question, interpreter)[0] == "issued_not_declined"


@pytest.mark.parametrize(
    "question",
    [
        "can I still trust the figure for Williamson County, Texas in the first report?",
        "Williamson County Texas - is the week 1 figure reliable",
        "how reliable is the number for Bastrop County",
        "is the Williamson County, Texas count solid?",
        "for what reason were the Williamson County, Texas rows withdrawn?",
        "why were the Bastrop County refusals withdrawn?",
        "what is the reason for the correction of Williamson County, Texas",
        "Williamson County, Texas says those four cases were not its own. Did ICE agree?",
        "Nassau, NY: 38 issued in report 1, correct?",
        "list the rows ICE took back",
        "which states are affected by the correction",
        "how many counties did ICE's correction cover",
        "what did ICE say about Williamson County, Texas?",
        "can Nassau, NY's issued number still be cited?",
        "what errors did ICE own up to",
        "did ICE make any corrections after publication",
    ],
)
def test_a_figures_standing_is_a_matter_of_corrections(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood), (question, outcome)
    assert outcome.query.subject == "corrections"


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("did crime in Denver rise after its new ordinance?", "crime_rates"),
        ("which places changed their policy because of ICE", "motives"),
        ("do the totals in report 2 add up", "unaccounted"),
        ("combien de refus à Denver", "language"),
        ("wie viele in Denver", "language"),
        ("cuantos rechazos hubo en Denver", "language"),
        ("can I say the top state was California", "verdict"),
        ("were the people released citizens", "demographics"),
        ("what is the legal status of those released", "demographics"),
        ("how many were in jail for more than a month", "other_data"),
        ("which county has the most immigrants", "crime_rates"),
        ("who made the mistake in Williamson County, Texas", "unaccounted"),
        ("how many refusals after publication", "unaccounted"),
        ("how many detainers has ICE dropped", "unaccounted"),
        ("which week is missing from the data", "unaccounted"),
        ("what did ICE say about Denver", "unaccounted"),
        ("how many were dangerous to the public", "judgement"),
        ("which county always refuses", "unaccounted"),
        ("did any county in Section I refuse detainers", "unaccounted"),
        ("Nassau, NY: 39 issued in report 1, correct?", "number"),
    ],
)
def test_what_no_passage_says(question: str, code: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Decline | Clarify), outcome
    assert outcome.code == code


def test_pages_in_all(interpreter: Interpreter) -> None:
    for question in (
        "what is the total number of pages of all reports",
        "how many pages do the reports have altogether",
    ):
        outcome = interpreter.interpret(question)
        assert isinstance(outcome, Understood)
        assert (outcome.query.measure.kind, outcome.query.measure.field) == ("total", "pages")
    spans = interpreter.interpret("how many reports do you hold and what time span do they cover?")
    assert isinstance(spans, Understood)
    assert spans.query.subject == "reports"


@pytest.mark.parametrize("question", ["is the week of Feb 4 in your data", "is report 2 in the data"])
def test_whether_a_report_is_there_is_no_count(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    assert outcome.query.subject == "reports"


@pytest.mark.parametrize(
    "question", ["how many immigrants were released in Denver", "were any of those released Mexican citizens"]
)
def test_people_whose_refusals_are_counted(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Understood)
    assert outcome.query.subject == "refusals"


@pytest.mark.parametrize(
    "question",
    [
        "where do the refused people come from",
        "where did ICE get the refusals from in Texas",
        "why will refusals keep growing in Texas",
        "detainers from years ago in Texas",
        "why are old detainers in there? how many are there",
    ],
)
def test_places_people_and_motives_are_no_passage(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert not isinstance(outcome, Understood) or outcome.query.subject != "caveats"


@pytest.mark.parametrize(
    "question",
    [
        "is being charged the same as being convicted in this data?",
        "does charged mean convicted",
        "is a charge a conviction",
    ],
)
def test_a_charge_is_no_conviction(question: str, interpreter: Interpreter) -> None:
    outcome = interpreter.interpret(question)
    assert isinstance(outcome, Decline), outcome
    assert outcome.code == "term"
    assert outcome.message.startswith("A charge is not a conviction")
    assert not isinstance(interpreter.interpret("was Travis charged the same as Denver"), Understood)
