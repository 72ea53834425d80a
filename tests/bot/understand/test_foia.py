"""Questions about the FOIA spreadsheets: answered from their own view alone, and only when the question says so."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from bot.ask import Desk
from bot.understand.outcome import Thread
from ingest.job import ingest
from tests.foia_workbook import workbook

LEA = "How many detainers were declined by LEA in Texas?"
REFUSALS = "How many refusals in Texas?"


@pytest.fixture(scope="module")
def db(sample_db: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples and one spreadsheet."""
    folder = tmp_path_factory.mktemp("foia")
    path = folder / "desk.duckdb"
    path.write_bytes(sample_db.read_bytes())
    file = folder / "detainers.xlsx"
    file.write_bytes(workbook(200))
    assert [o.status for o in ingest([file], path, workers=1)] == ["loaded"]
    return path


@pytest.fixture(scope="module")
def desk(db: Path) -> Desk:
    return Desk(db)


def by_hand(db: Path, where: str) -> int:
    with duckdb.connect(str(db.resolve()), read_only=True) as con:
        found = con.execute(f"SELECT count(*) FROM base.foia_detainers WHERE {where}").fetchone()
    assert found is not None
    return int(found[0])


DECLINED = "lift_reason = 'Detainer Declined by LEA'"


@pytest.mark.parametrize(
    ("question", "where"),
    [
        (LEA, f"{DECLINED} AND state = 'Texas'"),
        ("How many were declined by LEA in Texas or Illinois?", f"{DECLINED} AND state IN ('Texas', 'Illinois')"),
        ("How many FOIA detainers in New York state?", "state = 'New York'"),
        ("Detainers in the FOIA file of Mexican citizens declined by LEA", f"{DECLINED} AND citizenship = 'MEXICO'"),
        ("How many detainers declined by LEA had pending charges?", f"{DECLINED} AND criminality LIKE '2%'"),
        ("How many FOIA detainers were prepared in 2025?", "prepared_on >= DATE '2025-01-01'"),
        ("declined by LEA and prepared before January 2025", f"{DECLINED} AND prepared_on < DATE '2025-01-01'"),
        ("How many detainers were declined by LEA in Wyoming?", "false"),
    ],
)  # fmt: skip
def test_counts_are_those_of_the_spreadsheet(desk: Desk, db: Path, question: str, where: str) -> None:
    answer = desk.ask(question)
    assert answer.status == "answered", answer.text
    assert answer.figures[0].value == by_hand(db, where)
    assert [s.report for s in answer.sources] == ["detainers.xlsx"]
    assert answer.sql is not None
    assert "refusals" not in answer.sql
    assert "reports" not in answer.sql


def test_an_answer_carries_the_spreadsheets_caveats_and_none_of_the_reports(desk: Desk) -> None:
    answer = desk.ask(LEA)
    assert [c.topic for c in answer.caveats] == ["sample", "foia_files", "foia_declined"]
    assert all(c.report is None for c in answer.caveats)
    assert "2024" in answer.caveats[1].text


def test_breakdowns_and_shares(desk: Desk, db: Path) -> None:
    by_state = desk.ask("Which states had the most detainers declined by LEA?")
    assert {row[0]: row[1] for row in by_state.rows}["Texas"] == by_hand(db, f"{DECLINED} AND state = 'Texas'")
    share = desk.ask("What share of FOIA detainers in Texas were declined by LEA?")
    whole, part = by_hand(db, "state = 'Texas'"), by_hand(db, f"{DECLINED} AND state = 'Texas'")
    assert share.figures[0].value == pytest.approx(100 * part / whole)
    reasons = desk.ask("FOIA detainers by lift reason")
    assert {row[0]: row[1] for row in reasons.rows}["Case Closed"] == by_hand(db, "lift_reason = 'Case Closed'")


@pytest.mark.parametrize(
    "question",
    [
        REFUSALS,
        "How many detainers did LEAs decline in Texas?",
        "How many detainers were declined by local agencies in Texas?",
        "How many detainers were declined by an LEA in Texas?",
        "How many detainers were declined by Lea County, New Mexico?",
        "How many detainers were declined in Texas?",
    ],
)
def test_without_its_words_a_question_stays_with_the_reports(desk: Desk, sample_db: Path, question: str) -> None:
    answer, without = desk.ask(question), Desk(sample_db).ask(question)
    assert (answer.status, answer.text, answer.sql) == (without.status, without.text, without.sql)
    assert "FOIA" not in answer.text


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("How many detainers were declined by LEA in 2025?", "foia_no_day"),
        ("How many detainers were declined by LEA in Travis County?", "foia_place"),
        ("How many detainers were declined by LEA in New York?", "foia_place"),
        ("How many German citizens were declined by LEA?", "foia_country"),
        ("How many FOIA detainers were prepared in 2012?", "foia_days"),
        ("How many detainers were declined by LEA for assault?", "unaccounted"),
        ("How many detainers in week 2 were declined by LEA?", "unaccounted"),
        ("How many detainers were released in the FOIA file?", "unaccounted"),
        ("Which agencies declined by LEA", "unaccounted"),
        ("compare refusals and FOIA detainers in Texas", "unaccounted"),
        ("FOIA", "vague"),
    ],
)
def test_what_it_cannot_say_is_declined(desk: Desk, question: str, code: str) -> None:
    answer = desk.ask(question)
    assert (answer.status, answer.code) == ("declined", code), answer.text


def test_without_a_spreadsheet_the_reason_is_given(sample_db: Path) -> None:
    answer = Desk(sample_db).ask(LEA)
    assert (answer.status, answer.code) == ("declined", "foia_not_loaded")
    assert "declined by LEA" in answer.text


def test_follow_ups_stay_in_the_family(desk: Desk, db: Path) -> None:
    thread = desk.replay([LEA])
    assert desk.ask("and in Illinois?", thread).figures[0].value == by_hand(db, f"{DECLINED} AND state = 'Illinois'")
    own = desk.ask(REFUSALS, thread)
    assert own.text == desk.ask(REFUSALS).text
    assert desk.ask("and declined by LEA?", desk.replay([REFUSALS])).code == "foia_fragment"


def test_rows_of_two_files_are_never_added(db: Path, tmp_path: Path) -> None:
    path, file = tmp_path / "desk.duckdb", tmp_path / "later.xlsx"
    path.write_bytes(db.read_bytes())
    file.write_bytes(workbook(40, seed=2))
    assert [o.status for o in ingest([file], path, workers=1)] == ["loaded"]
    desk = Desk(path)
    turn = desk.converse(LEA, Thread())
    assert (turn.answer.code, turn.answer.choices) == ("which_release", ["detainers.xlsx", "later.xlsx"])
    chosen = desk.choose(turn.thread, 1).answer
    assert chosen.text == Desk(db).ask(LEA).text


def test_with_spreadsheets_alone(tmp_path: Path) -> None:
    path, file = tmp_path / "desk.duckdb", tmp_path / "detainers.xlsx"
    file.write_bytes(workbook(40))
    assert [o.status for o in ingest([file], path, workers=1)] == ["loaded"]
    desk = Desk(path)
    assert desk.ask(LEA).status == "answered"
    assert desk.ask(REFUSALS).code == "only_foia_loaded"
