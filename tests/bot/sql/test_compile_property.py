"""Any Query compiles to a statement that the checker accepts and that gives the figure worked out by hand."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bot.query import Filter, Query
from bot.semantic import load_model
from bot.sql.checker import Checker
from bot.sql.compile import Plan, Role, compile_footing, compile_marks, compile_query
from bot.sql.runner import Runner
from bot.sql.verdict import Accepted, Refused
from tests.bot.sql import reckon
from tests.bot.sql.plans import queries

EXAMPLES = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


class Bench:
    """Checks and runs."""

    def __init__(self, db: Path) -> None:
        self.checker, self.runner = Checker(load_model()), Runner(db, load_model())

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        verdict = self.checker.check(sql)
        # "in Texas and not in Texas" is nothing to count; that it is refused is the checker's business.
        assume(not (isinstance(verdict, Refused) and verdict.code == "constant_condition"))
        assert isinstance(verdict, Accepted), (verdict, sql)
        return self.runner.run(verdict, max_rows=10_000).rows


@pytest.fixture(scope="module")
def bench(sample_db: Path) -> Bench:
    return Bench(sample_db)


@EXAMPLES
@given(query=queries(), both=st.booleans())
def test_figures_equal_those_worked_out_by_hand(bench: Bench, query: Query, both: bool) -> None:
    plan = compile_query(query, both=both and not query.corrected)
    rows = bench.rows(plan.sql)
    filters = list(query.filters)
    if query.corrected and query.subject != "policies":
        filters.append(Filter(field="withdrawn", values=(False,)))
    expected = reckon.passing(query.subject, filters)
    if query.slices:
        _same_slices(query, plan, rows, expected)
    elif query.group_by:
        _same_table(query, plan, rows, expected)
    else:
        _same(rows[0][plan.having(Role.VALUE)[0]], reckon.figure(query, expected))


def _same(given_: Any, wanted: Any) -> None:
    if isinstance(wanted, float) or isinstance(given_, float):
        assert given_ is not None
        assert wanted is not None
        assert math.isclose(float(given_), float(wanted), rel_tol=1e-9, abs_tol=1e-9)
    else:
        assert given_ == wanted


def _same_slices(query: Query, plan: Plan, rows: list[tuple[Any, ...]], expected: list[reckon.Row]) -> None:
    figures = []
    for index, part in enumerate(query.slices):
        within = [r for r in expected if all(reckon.passes(r, f) for f in part.filters)]
        figures.append(reckon.figure(query, within))
        at = plan.index(Role.VALUE, index)
        assert at is not None
        _same(rows[0][at], figures[-1])
    at = plan.index(Role.DIFFERENCE)
    if at is not None and None not in figures[:2]:
        _same(rows[0][at], figures[1] - figures[0])


def _same_table(query: Query, plan: Plan, rows: list[tuple[Any, ...]], expected: list[reckon.Row]) -> None:
    wanted = {name: reckon.figure(query, within) for name, within in reckon.groups(query, expected).items()}
    wanted = {name: value for name, value in wanted.items() if reckon.kept(query.having, value)}
    if query.order in ("most", "fewest"):
        wanted = {name: value for name, value in wanted.items() if None not in name}
    keys, at = plan.having(Role.KEY), plan.having(Role.VALUE)[0]
    given_ = {tuple(row[k] for k in keys): row[at] for row in rows}
    assert given_.keys() == wanted.keys()
    for name, value in wanted.items():
        _same(given_[name], value)
    if query.order == "most":
        figures = [row[at] for row in rows if row[at] is not None]
        assert figures == sorted(figures, reverse=True)


@EXAMPLES
@given(query=queries())
def test_footing_and_marks_stand_on_the_same_rows(bench: Bench, query: Query) -> None:
    footing = compile_footing(query)
    marks = compile_marks(query)
    assert footing is not None
    assert marks is not None
    expected = reckon.passing(query.subject, query.filters)
    if query.slices:
        sides = [s.filters for s in query.slices]
        expected = [r for r in expected if any(all(reckon.passes(r, f) for f in side) for side in sides)]
    found = bench.rows(footing)
    counted = {r[0]: 0 for r in found}
    for row in found:
        counted[row[0]] += row[2]
    by_hand: dict[str, int] = {}
    for wanted in expected:
        by_hand[wanted["report_id"]] = by_hand.get(wanted["report_id"], 0) + 1
    assert {r: n for r, n in counted.items() if n} == by_hand
    marked = [r for r in expected if all(reckon.passes(r, f) for f in query.measure.of)]
    if query.corrected and query.subject != "policies":
        marked = [r for r in marked if not r["withdrawn"]]
    assert len(bench.rows(marks)) == len(marked)
