"""Any Query compiles to a statement that the checker accepts and that gives the figure worked out by hand."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bot.query import Dimension, Filter, Having, Measure, Place, Query
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
        if isinstance(verdict, Refused) and verdict.code == "constant_condition":
            assume(False)
        assert isinstance(verdict, Accepted), (verdict, sql)
        return self.runner.run(verdict, max_rows=10_000).rows


@pytest.fixture(scope="module")
def bench(sample_db: Path) -> Bench:
    return Bench(sample_db)


@pytest.mark.no_cover
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
        _same(rows[0][at], _set_against(query.contrast or "", *figures[:2]))


def _set_against(contrast: str, first: float, second: float) -> float | None:
    if contrast == "percent":
        return 100 * (second - first) / first if first else None
    if contrast == "ratio":
        return first / second if second else None
    return second - first


def _same_table(query: Query, plan: Plan, rows: list[tuple[Any, ...]], expected: list[reckon.Row]) -> None:
    wanted = {name: reckon.figure(query, within) for name, within in reckon.groups(query, expected).items()}
    wanted = {name: value for name, value in wanted.items() if reckon.kept(query.having, value)}
    if query.order in ("most", "fewest"):
        wanted = {name: value for name, value in wanted.items() if None not in name}
    if query.limit is not None:
        wanted = _placed(query, wanted)
    keys, at = plan.having(Role.KEY), plan.having(Role.VALUE)[0]
    given_ = {tuple(row[k] for k in keys): row[at] for row in rows}
    assert given_.keys() == wanted.keys()
    for name, value in wanted.items():
        _same(given_[name], value)
    if query.order == "most":
        figures = [row[at] for row in rows if row[at] is not None]
        assert figures == sorted(figures, reverse=True)


def _placed(query: Query, figures: dict[tuple[Any, ...], Any]) -> dict[tuple[Any, ...], Any]:
    """The groups that a ranking keeps: up to its last place with ties, or those that share the one place asked for."""
    assume(None not in figures.values())
    sign = 1 if query.order == "fewest" else -1
    ranked = sorted(figures.values(), key=lambda value: sign * value)
    if not ranked:
        return {}
    limit = query.limit or len(ranked)
    if query.nth and limit > len(ranked):
        return {}
    last = ranked[min(limit, len(ranked)) - 1]
    if query.nth:
        return {name: value for name, value in figures.items() if value == last}
    return {name: value for name, value in figures.items() if sign * value <= sign * last}


@pytest.mark.no_cover
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


@pytest.mark.no_cover
@EXAMPLES
@given(fields=st.sampled_from(["state", "place", "citizenship", "offense"]), n=st.integers(1, 3), wanted=st.data())
def test_groups_in_so_many_reports(bench: Bench, fields: Any, n: int, wanted: st.DataObject) -> None:
    op: Any = wanted.draw(st.sampled_from(["at_least", "at_most", "over", "under", "is"]))
    having = Having(op=op, n=n)
    within: dict[Any, set[str]] = {}
    for row in reckon.rows_of("refusals"):
        for value in reckon.values_of(fields, [row]):
            within.setdefault(value, set()).add(row["report_id"])
    kept = [value for value, reports in within.items() if reckon.kept(having, len(reports))]
    listed = Query(measure=Measure(kind="distinct", field="report"), group_by=(Dimension(field=fields),), having=having)
    counted = Query(measure=Measure(kind="distinct", field=fields, per="report"), having=having)
    assert len(bench.rows(compile_query(listed).sql)) == len(kept)
    assert bench.rows(compile_query(counted).sql)[0][0] == len(kept)


def test_an_average_a_day_counts_the_days_with_none(bench: Bench) -> None:
    king = Filter(field="place", values=(Place(state="Washington", county="King"),))
    week = Filter(field="report", values=("2017-02-04",))
    measure = Measure(kind="statistic", stat="average", per="declined_on")
    rows = reckon.passing("refusals", [king, week])
    figure, days = bench.rows(compile_query(Query(measure=measure, filters=(king, week))).sql)[0]
    assert days == 7
    assert math.isclose(figure, len(rows) / 7)
    assert len({r["declined_on"] for r in rows}) < 7
