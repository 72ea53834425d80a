from __future__ import annotations

import pytest

from bot.messages import sql as say
from bot.sql.rules import one_select
from bot.sql.verdict import Refusal
from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    ("sql", "code"),
    [
        ("DROP VIEW refusals", "not_select"),
        ("SELECT 1; SELECT 2", "several_statements"),
        ("SELEC count(*) FROM refusals", "syntax"),
        ("WITH RECURSIVE t AS (SELECT county FROM refusals) SELECT county FROM t", "recursion"),
        ("SELECT count(*) FROM refusals WHERE row_no = ?", "parameter"),
    ],
)
def test_anything_but_one_select_is_refused(judge: Judge, sql: str, code: str) -> None:
    judge.refuses(sql, code)


@pytest.mark.parametrize(
    "sql", ["SELECT count(*) FROM refusals;", "FROM refusals", "(SELECT count(*) FROM refusals)", "-- a\nFROM reports"]
)
def test_one_select_in_any_dress_is_one_select(judge: Judge, sql: str) -> None:
    judge.accepts(sql)


def test_the_engine_is_asked_first_and_its_words_are_passed_on(judge: Judge) -> None:
    assert "syntax error" in judge.refuses("SELECT count(* FROM refusals", "syntax").message


@pytest.mark.parametrize(
    ("tables", "functions", "selects"),
    [
        (["refusals", "reports"], {"count_star"}, 1),  # a table only one of them sees
        (["reports"], {"count_star"}, 1),  # the same number of others
        (["refusals"], {"count_star"}, 2),  # a SELECT only one of them sees
    ],
)
def test_parsers_that_differ_stop_the_statement(tables: list[str], functions: set[str], selects: int) -> None:
    root = one_select.second_opinion("SELECT count(*) FROM refusals")
    one_select.agree(root, ["refusals"], {"count_star"}, 1)
    with pytest.raises(Refusal) as refusal:
        one_select.agree(root, tables, functions, selects)
    assert refusal.value.refused.message == say.DISAGREE


def test_a_function_only_sqlglot_sees_stops_the_statement() -> None:
    root = one_select.second_opinion("SELECT unheard_of(county) FROM refusals")
    with pytest.raises(Refusal, match="differently"):
        one_select.agree(root, ["refusals"], {"upper"}, 1)
