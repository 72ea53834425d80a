"""The lists: hostile statements are refused to the last line, honest ones accepted, and they give rows."""

from __future__ import annotations

import pytest

from bot.sql.checker import Checker
from bot.sql.runner import Runner
from bot.sql.verdict import Accepted, Refused
from tests.bot.sql.corpus import ALL_HONEST, ALL_HOSTILE, HONEST, HOSTILE

_PARSE = {"not_select", "syntax", "several_statements", "text", "parsers_differ"}
_SHAPE = {"node", "function", "unknown_table", "unknown_column", "parameter"}
_FIGURE = {
    "ungrounded",
    "self_comparison",
    "constant_condition",
    "cross_join",
    "join",
    "shadowed_view",
    "sampled",
    "bind",
    "counts_all",
    "no_quantity",
    "one_row_window",
    "not_in_empty",
    "fan_out",
    "distinct_sum",
}
# which codes fit a group; a group may be refused for something else that is wrong with it as well
FITTING = {
    "write": _PARSE,
    "file-read": _PARSE | _SHAPE,
    "file-write": _PARSE,
    "attach-ext": _PARSE | _SHAPE,
    "config": _PARSE,
    "introspect": _PARSE | _SHAPE,
    "indirect": _PARSE | _SHAPE,
    "multi": _PARSE | _SHAPE | {"bind", "ungrounded"},
    "resource": _SHAPE
    | {"cross_join", "constant_condition", "join", "recursion", "grows", "bounds", "fan_out", "ungrounded"},
    "side-effect": _SHAPE,
    "pyscan": _SHAPE,
    "unknown": _SHAPE | {"ambiguous_column", "renamed_columns", "bind"},
    "ungrounded": _PARSE | _SHAPE | _FIGURE | {"bounds"},
    "fanout": {"fan_out", "empty_row", "distinct_sum", "join", "cross_join"},
}


@pytest.mark.parametrize("group", HOSTILE)
def test_every_hostile_statement_is_refused_with_a_sentence(checker: Checker, group: str) -> None:
    for sql in HOSTILE[group]:
        verdict = checker.check(sql)
        assert isinstance(verdict, Refused), f"accepted: {sql}"
        assert verdict.message.endswith((".", "!")), verdict
        assert verdict.code in FITTING.get(group, {verdict.code}), f"{verdict.code}: {sql}"
        assert verdict.code != "not_understood", sql


@pytest.mark.no_cover
@pytest.mark.parametrize("group", HONEST)
def test_every_honest_statement_is_accepted_and_gives_rows(checker: Checker, runner: Runner, group: str) -> None:
    for sql in HONEST[group]:
        verdict = checker.check(sql)
        assert isinstance(verdict, Accepted), f"{verdict}\n{sql}"
        assert runner.run(verdict, max_rows=1).rows, f"no rows: {sql}"


def test_the_lists_are_long_enough_to_mean_something() -> None:
    assert len(ALL_HOSTILE) >= 237 + 150
    assert len(ALL_HONEST) >= 80 + 120


@pytest.mark.no_cover
def test_refusals_say_what_to_do(checker: Checker) -> None:
    verdicts = [checker.check(sql) for sql in ALL_HOSTILE]
    without = [v for v in verdicts if isinstance(v, Refused) and not v.hint]
    assert len(without) < len(verdicts) / 50
