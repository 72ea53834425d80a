"""The commands beside `ask`: what they print, what they write, and what they say of bad input."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from tests.bot.cli.conftest import Run

SAMPLES = Path(__file__).parents[3] / "ingest" / "samples"


def lines(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_check_sql(run: Run, tmp_path: Path) -> None:
    assert run("check-sql", "SELECT count(*) FROM refusals").status == 0
    refused = run("check-sql", "--json", "DROP TABLE refusals")
    assert refused.status == 4
    assert set(json.loads(refused.out)) == {"accepted", "code", "message", "hint"}
    path = tmp_path / "statements.sql"
    path.write_text("--# [x] heading\nSELECT count(*)⏎FROM refusals\n\nSELECT 1\n", encoding="utf-8")
    verdicts = lines(run("check-sql", "--batch", str(path)).out)
    assert [v["accepted"] for v in verdicts] == [True, False]
    assert run("check-sql").status == 2


def test_check_sql_tells_of_a_text_that_no_row_has(run: Run, sample_db: Path) -> None:
    found = run("--db", str(sample_db), "check-sql", "--json", "SELECT count(*) FROM refusals WHERE county = 'Travs'")
    assert json.loads(found.out)["accepted"] is True
    assert "Travis" in json.loads(found.out)["hint"]


def test_eval_names_what_is_wrong_with_a_model_before_the_first_question(run: Run, tmp_path: Path) -> None:
    items = tmp_path / "items.yaml"
    items.write_text("- {id: a, kind: count, question: how many?, expect: clarify}\n", encoding="utf-8")
    found = run("eval", str(items), "--model", "no-provider")
    assert found.status == 2
    assert "DETAINER_DESK_MODEL" in found.err
    assert run("eval", str(items), "--model", "openai:x", "--use", "sometimes").status == 2


def test_ingest_tells_a_line_a_document(run: Run, tmp_path: Path) -> None:
    db = tmp_path / "new" / "detainers.duckdb"
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"not a pdf")
    report = SAMPLES / "ddor2017_02-04to02-10.pdf"
    found = run("--db", str(db), "ingest", "--json", str(report), str(bad))
    assert found.status == 1
    outcomes = lines(found.out)
    assert [o["status"] for o in outcomes] == ["loaded", "rejected"]
    assert outcomes[0]["counts"]["refusals"] == 47  # type: ignore[index]
    again = run("--db", str(db), "ingest", str(report))
    assert again.status == 0
    assert "unchanged" in again.out
    posted = run("--db", str(db), "ask", "--json", "when was the latest report posted?")
    assert (posted.status, json.loads(posted.out)["code"]) == (4, "not_stated")
    assert run("--db", str(db), "ingest").status == 2
    assert run("--db", str(db), "ingest", str(tmp_path / "gone.pdf")).status == 1


def test_evidence_writes_a_picture(run: Run, sample_db: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.png"
    found = run(
        "--db", str(sample_db), "evidence", "refusals in Virginia in week 2", "-o", str(out), "--page", "2", "--json"
    )
    assert found.status == 0
    assert out.read_bytes().startswith(b"\x89PNG")
    assert json.loads(found.out)["page"] == 6
    assert run("--db", str(sample_db), "evidence", "names please").status == 4
    assert run("--db", str(sample_db), "evidence", "any Canadian citizens?", "-o", str(out)).status == 1
    gone = str(tmp_path / "no" / "page.png")
    assert run("--db", str(sample_db), "evidence", "refusals in Virginia", "-o", gone).status == 1


def test_eval_scores_a_set(run: Run, sample_db: Path, tmp_path: Path) -> None:
    questions = tmp_path / "set.yaml"
    questions.write_text(
        "- {id: a, question: refusals in Texas, expect: answered, answer: {type: scalar, value: 161}}\n"
        "- {id: b, question: refusals in Texas, expect: answered, answer: {type: scalar, value: 1}}\n"
    )
    out = tmp_path / "report.md"
    found = run("--db", str(sample_db), "eval", str(questions), "--json", "--out", str(out))
    assert found.status == 1
    assert json.loads(found.out)["wrong"] == 1
    assert "### b (other): wrong" in out.read_text(encoding="utf-8")
    assert "RS(10)" in run("--db", str(sample_db), "eval", str(questions)).out
    assert run("--db", str(sample_db), "eval", str(tmp_path / "gone")).status == 2
    questions.write_text("[]")
    assert run("--db", str(sample_db), "eval", str(questions)).status == 2


def test_doctor_tells_what_is_loaded(run: Run, sample_db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-very-secret")
    found = run("--db", str(sample_db), "doctor")
    assert found.status == 0
    assert "206 refusals" in found.out
    assert re.search(r"checks: (\d+) of \1 fit", found.out)
    assert "very-secret" not in found.out
    health = json.loads(run("--db", str(sample_db), "doctor", "--json").out)
    assert health["sound"]
    assert len(health["reports"]) == 3
    assert run("--db", "nowhere", "doctor").status == 1


def test_chat_goes_on_where_it_was(run: Run, sample_db: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    said = ["how many detainers did Franklin get in week 1?", "9", "1", "sql", "help", "", "new", "exit", "never heard"]
    script = tmp_path / "said.txt"
    script.write_text("\n".join(said))
    with script.open(encoding="utf-8") as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        found = run("--db", str(sample_db), "chat")
    assert "There is no choice 9. Choose 1 to 3." in found.out
    assert "detainers issued to Franklin County" in found.out
    assert "FROM issued" in found.out
    assert "Started over." in found.out


def test_chat_completes_what_is_loaded(sample_db: Path) -> None:
    from bot.ask import Desk
    from bot.cli.chat import loaded_names

    names = loaded_names(Desk(sample_db))
    assert {"Travis County, Texas", "Honduras", "Texas", "Santa Rita Jail"} <= set(names)
    assert loaded_names(Desk(sample_db.parent / "none")) == []


def test_a_wrong_setting_is_named(run: Run, monkeypatch: pytest.MonkeyPatch, sample_db: Path) -> None:
    monkeypatch.setenv("DETAINER_DESK_DB", str(sample_db))
    assert run("ask", "refusals in Texas").status == 0
