from __future__ import annotations

import pytest

from bot.sql.rules import text
from bot.sql.verdict import Refusal
from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize("code", [0x00, 0x07, 0x1B, 0x7F, 0x85, 0xAD, 0x200B, 0x200D, 0x202E, 0x2028, 0x2060, 0x2066])
@pytest.mark.parametrize(
    "place", ["SELECT {}count(*) FROM refusals", "SELECT count(*) FROM refusals WHERE county = '{}'"]
)
def test_what_does_not_show_is_refused_wherever_it_stands(judge: Judge, code: int, place: str) -> None:
    assert "does not show" in judge.refuses(place.format(chr(code)), "text").message


@pytest.mark.parametrize("code", [0x3164, 0x115F, 0x17B4, 0x2800, 0xFE0F, 0xE0100, 0xFEFF, 0xE000, 0xD800])
def test_letters_drawn_as_nothing_are_refused(code: int) -> None:
    assert text.hidden(chr(code))


@pytest.mark.parametrize("character", ["\t", "\n", "\r", "é", "ñ", "–", "’", "中", "\u00a0", "\u3000"])
def test_what_shows_or_is_a_blank_stays(character: str) -> None:
    assert not text.hidden(character)


def test_length_is_capped(judge: Judge) -> None:
    padding = " " * text.MAX_CHARACTERS
    assert "longer than" in judge.refuses(f"SELECT count(*) FROM refusals{padding}", "text").message
    judge.accepts("SELECT count(*) FROM refusals".ljust(text.MAX_CHARACTERS))


@pytest.mark.parametrize("sql", ["", " ", ";", " \n;;\t", "-- nothing", "/* nothing */"])
def test_nothing_is_no_statement(judge: Judge, sql: str) -> None:
    judge.refuses(sql)


@pytest.mark.parametrize("what", [None, 5, b"SELECT 1", ["SELECT 1"]])
def test_what_is_no_text_is_refused(what: object) -> None:
    with pytest.raises(Refusal):
        text.check(what)
