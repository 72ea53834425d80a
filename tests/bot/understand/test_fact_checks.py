"""Figures put up for a yes or no in a newsroom's short forms: yes with the right figure, no with another."""

from __future__ import annotations

import duckdb
import pytest

from bot.ask import Desk

TRAVIS = "county = 'Travis'"
REFUSED = [  # wording, what it is of
    ("so {n} in Travis right?", TRAVIS),
    ("{n} for Travis, yes?", TRAVIS),
    ("Travis had {n}, no?", TRAVIS),
    ("Travis: {n}. Correct?", TRAVIS),
    ("Denver County is at {n}, right?", "county = 'Denver'"),
    ("I have {n} for Travis, is that right", TRAVIS),
    ("we have {n} for Denver County, is that correct?", "county = 'Denver'"),
    ("confirm: {n} refusals in Texas", "state = 'Texas'"),
    ("fact check: Travis refused {n} detainers", TRAVIS),
    ("is it right to say that Travis had {n}", TRAVIS),
    ("is it accurate to say Travis refused {n}", TRAVIS),
    ("would I be right in saying Travis had {n}", TRAVIS),
    ("did Travis refuse {n}, yes or no", TRAVIS),
    ("it was {n} in Travis in week 3, wasn't it", f"{TRAVIS} AND report_id = '2017-02-11'"),
    ("there were {n} in week 2, weren't there?", "report_id = '2017-02-04'"),
    ("{n} convictions in Travis, right?", f"{TRAVIS} AND disposition = 'conviction'"),
    ("{n} Mexicans in Travis, correct?", f"{TRAVIS} AND citizenship = 'Mexico'"),
    ("my editor has {n} refusals for Travis. Is that correct?", TRAVIS),
    ("we have Travis at {n}. confirm?", TRAVIS),
    ("our story says Travis refused {n}. Correct?", TRAVIS),
    ("fact check: 'Travis released {n} people ICE wanted'", TRAVIS),
]


@pytest.mark.parametrize(("question", "condition"), REFUSED, ids=[r[0] for r in REFUSED])
def test_a_figure_of_refusals(question: str, condition: str, desk: Desk, rows: duckdb.DuckDBPyConnection) -> None:
    n = (rows.execute(f"SELECT count(*) FROM refusals WHERE {condition}").fetchone() or (0,))[0]
    right, wrong = desk.ask(question.format(n=n)), desk.ask(question.format(n=n + 1))
    assert right.text.startswith("Yes")
    assert wrong.text.startswith("No")
    assert all(f" {n} " in answer.text for answer in (right, wrong))


ISSUED = [
    ("were {n} detainers issued to Clark County, Nevada in week 1", 51),
    ("did Clark County NV get {n} detainers in week 1", 51),
    ("is it true that ICE issued {n} detainers in week 2", 2825),
    ("{n} detainers issued in week 1, right?", 3083),
]


@pytest.mark.parametrize(("question", "n"), ISSUED, ids=[i[0] for i in ISSUED])
def test_a_figure_of_detainers_issued(question: str, n: int, desk: Desk) -> None:
    assert desk.ask(question.format(n=n)).text.startswith("Yes. ")
    assert desk.ask(question.format(n=n + 1)).text.startswith("No. ")


TOPPED = [
    ("did Travis top {n} refusals", TRAVIS),
    ("Travis topped {n} refusals - true?", TRAVIS),
    ("did Texas exceed {n} refusals", "state = 'Texas'"),
    ("did Travis top {n} in week 1", f"{TRAVIS} AND report_id = '2017-01-28'"),
]


@pytest.mark.parametrize(("question", "condition"), TOPPED, ids=[r[0] for r in TOPPED])
def test_topped(question: str, condition: str, desk: Desk, rows: duckdb.DuckDBPyConnection) -> None:
    n = (rows.execute(f"SELECT count(*) FROM refusals WHERE {condition}").fetchone() or (0,))[0]
    assert desk.ask(question.format(n=n - 1)).text.startswith("Yes")
    assert desk.ask(question.format(n=n)).text.startswith("No")


NO_VERDICT = [  # the list of one state is a part of it; an entry that was taken back leaves no figure; two figures
    "did Nevada get more than 20 detainers in week 1",
    "was Montgomery County, Iowa issued 12 detainers in week 1",
    "did Nassau County NY get more than 20 detainers",
    "didn't Travis have 142?",
    "Travis had 142 and Denver had 3, right?",
    "did ICE list 142 refusals for Travis?",
    "list 3 refusals in Travis",
    "142 in Travis",
    "is it right to refuse",
]


@pytest.mark.parametrize("question", NO_VERDICT)
def test_no_yes_or_no(question: str, desk: Desk) -> None:
    answer = desk.ask(question)
    assert not answer.text.startswith(("Yes", "No.")), answer.text


@pytest.mark.parametrize("question", ["how many in Travis, right?", "refusals in Travis, ok?", "check Travis"])
def test_a_tag_behind_a_plain_question_adds_nothing(question: str, desk: Desk) -> None:
    assert desk.ask(question).text == desk.ask("how many refusals in Travis").text
