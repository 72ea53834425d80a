"""The desk: editions, databases that cannot be read, threads, choices, and a model's part."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import duckdb
import pytest

from bot.ask import LONGEST_QUESTION, Desk
from bot.query import Filter, Query
from bot.understand.lexicon import Lexicon
from bot.understand.outcome import Clarify, Outcome, Thread, Understood
from ingest.store import snapshot


@pytest.fixture(scope="module")
def desk(sample_db: Path) -> Desk:
    return Desk(sample_db)


def test_the_example_question(desk: Desk) -> None:
    answer = desk.ask("How many Travis County refusals involved convictions?")
    assert answer.status == "answered"
    assert answer.figures[0].value == 76
    assert answer.sql is not None
    assert "disposition = 'conviction'" in answer.sql
    assert answer.reading
    assert answer.edition


def test_without_a_database_it_says_what_to_do(tmp_path: Path) -> None:
    answer = Desk(tmp_path / "none.duckdb").ask("refusals in Texas")
    assert (answer.status, answer.code) == ("declined", "no_database")
    assert "detainer-desk ingest" in answer.text


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a database")
    assert Desk(path).ask("refusals in Texas").code == "not_a_database"


def test_a_database_of_another_kind(tmp_path: Path) -> None:
    path = tmp_path / "other.duckdb"
    duckdb.connect(str(path)).execute("CREATE TABLE t (x INTEGER)").close()
    assert Desk(path).ask("refusals in Texas").code == "old_schema"


def test_a_database_without_reports(tmp_path: Path, sample_db: Path) -> None:
    path = tmp_path / "empty.duckdb"
    shutil.copy(os.path.realpath(sample_db), path)
    with duckdb.connect(str(path)) as con:
        con.execute("UPDATE base.documents SET state = 'history'")
        snapshot.refresh(con)
    answer = Desk(path).ask("refusals in Texas")
    assert (answer.status, answer.code) == ("declined", "no_reports")


def test_a_new_edition_is_seen_at_the_next_question(tmp_path: Path, sample_db: Path) -> None:
    first, second, link = (tmp_path / n for n in ("a.duckdb", "b.duckdb", "link.duckdb"))
    shutil.copy(os.path.realpath(sample_db), first)
    shutil.copy(first, second)
    with duckdb.connect(str(second)) as con:
        con.execute("UPDATE base.documents SET state = 'history' WHERE report_id = '2017-01-28'")
        snapshot.refresh(con)
    link.symlink_to(first)
    desk = Desk(link)
    assert desk.ask("how many refusals in Travis County?").figures[0].value == 154
    link.unlink()
    link.symlink_to(second)
    after = desk.ask("how many refusals in Travis County?")
    assert after.figures[0].value == 12
    assert "2 reports loaded" in after.text
    assert after.edition == "b.duckdb"


@pytest.mark.parametrize(("question", "code"), [("", "empty_question"), (" \n ", "empty_question")])
def test_nothing_asked(desk: Desk, question: str, code: str) -> None:
    assert desk.ask(question).code == code


def test_fifty_thousand_characters_are_no_question(desk: Desk) -> None:
    answer = desk.ask("refusals " * (50_000 // 9))
    assert (answer.status, answer.code) == ("declined", "question_too_long")
    assert f"{LONGEST_QUESTION:,}" in answer.text


def test_a_thread_carries_the_last_plan(desk: Desk) -> None:
    first = desk.converse("how many refusals in Travis County in week 1?")
    second = desk.converse("and Williamson?", first.thread)
    assert second.answer.figures[0].value == 4
    replayed = desk.replay(["how many refusals in Travis County in week 1?", "and Williamson?"])
    assert replayed.last == second.thread.last


def test_a_declined_message_leaves_the_plan_standing(desk: Desk) -> None:
    thread = desk.replay(["how many refusals in Texas?", "who were they? names please"])
    asked = desk.ask("only convictions", thread)
    assert (asked.status, asked.code) == ("clarify", "unanswered")  # of Texas, or of the message nobody answered?
    assert desk.ask_query(asked.choice_queries[0]).figures[0].value == 77


def test_a_choice_is_taken_by_its_number(desk: Desk) -> None:
    turn = desk.converse("how many detainers did Franklin get in week 1?")
    assert isinstance(turn.outcome, Clarify)
    assert len(turn.answer.choices) == len(turn.answer.choice_queries) == 3
    at = turn.answer.choices.index("Franklin County, New York")
    chosen = desk.choose(turn.thread, at + 1)
    assert chosen.answer.figures[0].value == 9
    assert chosen.thread.open is None
    assert desk.ask_query(turn.answer.choice_queries[at]).figures == chosen.answer.figures
    with pytest.raises(IndexError):
        desk.choose(turn.thread, 4)


def test_the_json_form_holds_the_contracts_keys_only(desk: Desk) -> None:
    answer = desk.ask("refusals by state in week 2").to_json()
    keys = ["status", "text", "figures", "columns", "rows", "sql", "reading", "caveats", "sources", "choices", "code"]
    assert list(answer) == keys
    assert set(answer["caveats"][0]) == {"topic", "text", "report", "section", "page"}
    assert set(answer["sources"][0]) == {"report", "pages"}


def test_a_models_part_hears_what_the_interpreter_made_of_it(sample_db: Path) -> None:
    def widen(question: str, thread: Thread, offline: Outcome, lexicon: Lexicon) -> Outcome:
        assert "Honduras" in lexicon.citizenships
        if isinstance(offline, Understood):
            return offline
        return Understood(Query(filters=(Filter(field="citizenship", values=("Honduras",)),)))

    desk = Desk(sample_db, widen=widen)
    assert desk.ask("refusals in Texas").figures[0].value == 161
    assert desk.ask("blorp the quux of catrachos").figures[0].value == 38


def test_notes_come_first(sample_db: Path) -> None:
    answer = Desk(sample_db).ask("how many holds did Travs county turn down?")
    assert answer.text.startswith("I read “Travs” as Travis")


def test_the_newsrooms_own_words(sample_db: Path, tmp_path: Path) -> None:
    words = tmp_path / "words.yaml"
    words.write_text("subject:\n  refusal: [snubs]\n")
    assert Desk(sample_db, words=words).ask("how many snubs in Texas?").figures[0].value == 161
    words.write_text("subject: snubs")
    answer = Desk(sample_db, words=words).ask("how many snubs in Texas?")
    assert answer.code == "bad_words_file"
    assert "words.yaml" in answer.text
