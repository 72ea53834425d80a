"""What holds for every statement: another spelling changes no verdict, an attack inside is found, nothing raises."""

from __future__ import annotations

import re

import pytest
import sqlglot
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlglot import exp

from bot.semantic import load_model
from bot.sql.checker import Checker
from bot.sql.verdict import Accepted, Refused
from tests.bot.sql import grammar
from tests.bot.sql.corpus import ALL_HONEST, ALL_HOSTILE

pytestmark = pytest.mark.no_cover
QUICK = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
_TOKEN = re.compile(r"'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\$\$.*?\$\$|--[^\n]*|/\*.*?\*/|\w+|\s+|.", re.DOTALL)


def _tokens(sql: str) -> list[str]:
    return _TOKEN.findall(sql)


def _is_word(token: str) -> bool:
    return token[0].isalpha() or token[0] == "_"


@QUICK
@given(st.sampled_from(ALL_HONEST), st.data())
def test_white_space_and_comments_change_no_verdict(checker: Checker, sql: str, data: st.DataObject) -> None:
    blanks = st.sampled_from([" ", "\n", "\t", "  \n ", "/* note */ ", " -- aside\n", "/* a /* b */ c */ "])
    spelled = "".join(data.draw(blanks) if token.isspace() else token for token in _tokens(sql))
    assert isinstance(checker.check(f" {spelled}\n"), Accepted), spelled


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT 100.0 */* note */ count(*) / (SELECT count(*) FROM refusals) AS pct FROM refusals",
        "SELECT state, count(*) */* of a hundred */ 1.0 AS n FROM refusals GROUP/* by */ BY state ORDER/* note */ BY n",
    ],
)
def test_a_comment_may_touch_an_operator(checker: Checker, sql: str) -> None:
    assert isinstance(checker.check(sql), Accepted), sql


@QUICK
@given(st.sampled_from(ALL_HONEST), st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
def test_upper_and_lower_case_change_no_verdict(checker: Checker, sql: str, change: type[str]) -> None:
    spelled = "".join(change(token) if _is_word(token) else token for token in _tokens(sql))
    assert isinstance(checker.check(spelled), Accepted), spelled


_COLUMN_NAMES = {"county", "state", "report_id", "row_no", "offense", "disposition", "issued", "declined_on", "page"}


@QUICK
@given(st.sampled_from(ALL_HONEST))
def test_quoting_names_changes_no_verdict(checker: Checker, sql: str) -> None:
    tokens = _tokens(sql)
    calls = {i for i, token in enumerate(tokens[:-1]) if tokens[i + 1].lstrip().startswith("(")}
    spelled = "".join(
        f'"{token}"' if token in _COLUMN_NAMES and i not in calls else token for i, token in enumerate(tokens)
    )
    assert isinstance(checker.check(spelled), Accepted), spelled


@QUICK
@given(st.sampled_from(ALL_HONEST))
def test_other_aliases_change_no_verdict(checker: Checker, sql: str) -> None:
    tree = sqlglot.parse_one(sql, read="duckdb")
    tables = {a.name for a in tree.find_all(exp.TableAlias)} - {""}
    columns = {c.name for c in tree.find_all(exp.Column)} | {a.alias for a in tree.find_all(exp.Alias)}
    columns |= {i.name for a in tree.find_all(exp.TableAlias) for i in a.args.get("columns") or ()}
    spelled = "".join(f"other_{token}" if token in tables - columns else token for token in _tokens(sql))
    assert isinstance(checker.check(spelled), Accepted), spelled


_VIEWS = {*load_model().views}
_WORDS = {name for view in load_model().views.values() for name in view.columns} | {"year", "month", "day", "week"}


@QUICK
@given(st.sampled_from(ALL_HONEST))
def test_other_names_of_columns_change_no_verdict(checker: Checker, sql: str) -> None:
    tree = sqlglot.parse_one(sql, read="duckdb")
    named = {a.alias for a in tree.find_all(exp.Alias)} - _VIEWS - _WORDS
    tokens = _tokens(sql)
    calls = {i for i, token in enumerate(tokens[:-1]) if tokens[i + 1].lstrip().startswith("(")}
    others = {
        name: f"x_{chr(97 + at % 26)}"
        for at, name in enumerate(sorted(named))
        if name.isidentifier() and name.islower()
    }
    spelled = "".join(token if i in calls else others.get(token, token) for i, token in enumerate(tokens))
    assert isinstance(checker.check(spelled), Accepted), spelled


ATTACKS = [
    "{} ; DROP VIEW refusals",
    "EXPLAIN {}",
    "CREATE TEMP TABLE refusals AS {}",
    "COPY ({}) TO '/tmp/x.csv'",
    "SELECT * FROM ({}) AS q, read_text('/etc/hostname') AS t",
    "SELECT * FROM ({}) AS q WHERE EXISTS (FROM read_text('/etc/hostname'))",
    "SELECT q.*, (SELECT content FROM read_text('/etc/hostname')) AS c FROM ({}) AS q",
    "SELECT q.*, getenv('HOME') AS h FROM ({}) AS q",
    "SELECT q.*, 4231 AS declined FROM ({}) AS q",
    "SELECT * FROM ({}) AS q WHERE 1 = 1",
    "SELECT * FROM ({}) AS q USING SAMPLE 10%",
    "SELECT * FROM ({}) AS q ORDER BY random()",
    "SELECT * FROM ({}) AS q CROSS JOIN refusals r0 CROSS JOIN refusals r1",
    "SELECT * FROM ({}) AS q POSITIONAL JOIN refusals r0",
    "SELECT max(sleep_ms(9)) AS s, count(*) AS n FROM ({}) AS q",
    "WITH refusals AS ({}) SELECT * FROM refusals",
    "SELECT * FROM ({}) AS refusals",
    "SELECT count(*) * 1000 AS n FROM ({}) AS q",
    "SELECT * FROM ({}) AS q LIMIT 1000000",
    "{} \u200b",
    "PIVOT ({}) ON x USING count(*)",
    "SELECT * FROM ({}) AS q WHERE current_setting('threads') <> ''",
    "SELECT * FROM ({}) AS q UNION ALL SELECT * FROM other.main.refusals",
    "SELECT * FROM query('{}')",
]


@QUICK
@given(st.sampled_from(ALL_HONEST), st.sampled_from(ATTACKS))
@example(ALL_HONEST[0], ATTACKS[0])
def test_an_attack_around_an_honest_statement_is_found(checker: Checker, sql: str, attack: str) -> None:
    wrapped = attack.format(sql.rstrip().rstrip(";") + "\n")
    assert isinstance(checker.check(wrapped), Refused), wrapped


@QUICK
@given(st.sampled_from(ALL_HOSTILE), st.sampled_from([" ", "\n", "/* x */ ", "\t"]))
def test_hostile_statements_stay_refused_in_other_dress(checker: Checker, sql: str, blank: str) -> None:
    if "--" in sql and "\n" not in blank:
        return  # the line would not end, and the rest of the statement be a comment
    if "\r" in sql:
        return  # refused for this very blank, which another takes the place of
    spelled = "".join(blank if token.isspace() else token for token in _tokens(sql))
    assert isinstance(checker.check(spelled), Refused), spelled


@QUICK
@given(grammar.honest())
def test_what_the_grammar_makes_is_accepted(checker: Checker, sql: str) -> None:
    verdict = checker.check(sql)
    assert isinstance(verdict, Accepted), (verdict, sql)


@QUICK
@given(grammar.hostile())
def test_what_the_grammar_spoils_is_refused(checker: Checker, sql: str) -> None:
    verdict = checker.check(sql)
    assert isinstance(verdict, Refused), sql
    assert verdict.code != "not_understood", sql


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
@example("\ud800")
@example("(" * 5_000)
@example("SELECT " + "-" * 3_000 + "1")
@example("SELECT " + "(" * 900 + "1" + ")" * 900)
@example("SELECT 1" + "+1" * 3_000)
@example("SELECT count(*) FROM refusals WHERE " + " OR ".join(f"row_no = {i}" for i in range(500)))
@example("SELECT " + "CASE WHEN county = 'a' THEN " * 200 + "1" + " END" * 200 + " FROM refusals")
def test_nothing_raises_whatever_text_comes(model: object, checker: Checker, sql: str) -> None:
    assert isinstance(checker.check(sql), Accepted | Refused)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(sorted({t for s in ALL_HONEST + ALL_HOSTILE for t in _tokens(s)})), max_size=40))
def test_nothing_raises_on_scrambled_statements(checker: Checker, tokens: list[str]) -> None:
    verdict = checker.check("SELECT " + " ".join(tokens))
    assert isinstance(verdict, Accepted | Refused)


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=200))
def test_bytes_are_no_statement_and_raise_nothing(checker: Checker, raw: bytes) -> None:
    assert isinstance(checker.check(raw), Refused)  # type: ignore[arg-type]
    assert isinstance(checker.check(raw.decode("utf-8", errors="surrogateescape")), Accepted | Refused)


@QUICK
@given(st.sampled_from(ALL_HONEST), st.integers(0, 10_000), st.sampled_from("'\"();,*-/\\%$\x00\n "))
def test_one_stray_character_raises_nothing(checker: Checker, sql: str, place: int, stray: str) -> None:
    at = place % (len(sql) + 1)
    verdict = checker.check(sql[:at] + stray + sql[at:])
    assert isinstance(verdict, Accepted | Refused)
    assert not (isinstance(verdict, Refused) and verdict.code == "not_understood"), sql[:at] + stray + sql[at:]


@pytest.mark.parametrize("sql", ALL_HONEST[:40])
def test_the_same_statement_gets_the_same_verdict(checker: Checker, sql: str) -> None:
    assert checker.check(sql) == checker.check(sql)
