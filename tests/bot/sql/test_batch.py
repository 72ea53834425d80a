from __future__ import annotations

from bot.sql.batch import parse_batch, verdict
from bot.sql.checker import Checker


def test_one_statement_a_line_split_at_lf_only() -> None:
    raw = "--# [a] heading\n\nSELECT 1\u23ceFROM x\n  \n-- comment\u23ceSELECT\u2028 2\r\n"
    assert parse_batch(raw.encode()) == ["SELECT 1\nFROM x", "-- comment\nSELECT\u2028 2\r"]


def test_bytes_that_are_no_text_spoil_their_own_line_only(checker: Checker) -> None:
    raw = b"SELECT county FROM refusals\nSELECT '\xff' FROM refusals\nSELECT state FROM refusals\n"
    answers = [verdict(checker, sql)["accepted"] for sql in parse_batch(raw)]
    assert answers == [True, False, True]


def test_the_form_of_a_verdict(checker: Checker) -> None:
    assert verdict(checker, "SELECT county FROM refusals") == {
        "accepted": True,
        "code": None,
        "message": "",
        "hint": "",
    }
    refused = verdict(checker, "DROP VIEW refusals")
    assert refused["accepted"] is False
    assert refused["code"] == "not_select"
    assert refused["message"]
    assert refused["hint"]
