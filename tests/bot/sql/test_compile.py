"""What the compiler writes for the shapes where a slip would not show in the figure alone."""

from __future__ import annotations

from datetime import date

import pytest

from bot.query import Dimension, Filter, Having, Measure, Place, Query, Slice
from bot.sql.compile import CompileError, Role, compile_footing, compile_marks, compile_query

TRAVIS = Filter(field="place", values=(Place(state="Texas", county="Travis"),))
WEEK_1 = Filter(field="report", values=("2017-01-28",))
WEEK_2 = Filter(field="report", values=("2017-02-04",))


def flat(sql: str) -> str:
    return " ".join(sql.split())


def test_every_value_is_an_escaped_literal() -> None:
    hostile = "x'; DROP TABLE refusals; --"
    sql = compile_query(Query(filters=(Filter(field="offense", values=(hostile,)),))).sql
    assert "'x''; DROP TABLE refusals; --'" in sql


def test_signs_of_like_are_escaped() -> None:
    only = Filter(field="criteria", op="contains", values=("100%_!",))
    sql = flat(compile_query(Query(subject="policies", filters=(only,))).sql)
    assert "ILIKE '%100!%!_!!%' ESCAPE '!'" in sql


def test_counties_of_one_state_share_a_condition() -> None:
    names = tuple(Place(state="New York", county=c) for c in ("Bronx", "Kings"))
    sql = flat(compile_query(Query(filters=(Filter(field="place", values=names),))).sql)
    assert "county IN ('Bronx', 'Kings') AND state = 'New York'" in sql


def test_a_breakdown_by_report_shows_reports_without_rows() -> None:
    plan = compile_query(Query(filters=(TRAVIS,), group_by=(Dimension(field="report"),)))
    assert "LEFT JOIN refusals" in flat(plan.sql)
    assert "COUNT(refusals.report_id)" in plan.sql  # count(*) would make one of an empty report


def test_weeks_of_refusals_are_the_reports_weeks() -> None:
    plan = compile_query(Query(group_by=(Dimension(field="declined_on", bucket="week"),)))
    assert plan.columns[0].name == "report_id"


def test_a_ranking_brings_along_everything_that_ties() -> None:
    plan = compile_query(Query(group_by=(Dimension(field="offense"),), order="most", limit=5))
    assert "RANK() OVER (ORDER BY COUNT(*) DESC) <= 5" in flat(plan.sql)
    assert "NOT offense IS NULL" in plan.sql  # a blank cell takes no place in a ranking


def test_a_section_one_sum_is_nothing_where_nothing_is_listed() -> None:
    plan = compile_query(Query(subject="issued", measure=Measure(kind="total", field="issued"), filters=(TRAVIS,)))
    assert "COALESCE" not in plan.sql


def test_corrected_figures_stand_beside_those_published() -> None:
    plan = compile_query(Query(filters=(WEEK_1,)), both=True)
    assert [c.role for c in plan.columns] == [Role.VALUE, Role.CORRECTED]
    assert "FILTER(WHERE NOT withdrawn)" in flat(plan.sql)


def test_a_corrected_question_counts_what_still_stands() -> None:
    assert "NOT withdrawn" in compile_query(Query(filters=(WEEK_1,), corrected=True)).sql


def test_a_rate_takes_its_two_numbers_from_their_own_views() -> None:
    sql = flat(compile_query(Query(measure=Measure(kind="rate"), filters=(WEEK_2, TRAVIS))).sql)
    assert "SELECT SUM(issued_nationwide) FROM reports WHERE report_id = '2017-02-04'" in sql
    assert "FROM reports WHERE county" not in sql


def test_members_of_one_slice_only() -> None:
    sides = (Slice(label="week 2", filters=(WEEK_2,)), Slice(label="week 1", filters=(WEEK_1,)))
    plan = compile_query(Query(group_by=(Dimension(field="state"),), slices=sides, contrast="except"))
    assert plan.shape == "members"
    assert "= 0" in plan.sql


def test_how_many_groups_have_so_many() -> None:
    query = Query(measure=Measure(kind="distinct", field="county"), having=Having(op="at_least", n=10))
    assert "HAVING COUNT(*) >= 10" in flat(compile_query(query).sql)


def test_facts_of_the_report_reach_the_rows_through_its_id() -> None:
    later = Filter(field="posted_on", op="after", values=(date(2017, 3, 25),))
    sql = flat(compile_query(Query(filters=(later,))).sql)
    assert "report_id IN ( SELECT report_id FROM reports WHERE posted_on > CAST('2017-03-25' AS DATE) )" in sql


def test_offense_groups_are_told_apart_by_their_members() -> None:
    plan = compile_query(
        Query(group_by=(Dimension(field="offense", group=True),)), groups={"drug": ("Drug Possession",)}
    )
    assert "WHEN offense IN ('Drug Possession') THEN 'drug'" in flat(plan.sql)


@pytest.mark.parametrize(
    "query",
    [
        Query(filters=(Filter(field="criminality", values=("1",)),)),
        Query(subject="reports", measure=Measure(kind="distinct", field="citizenship")),
        Query(measure=Measure(kind="share")),
        Query(subject="issued", measure=Measure(kind="rate")),
        Query(measure=Measure(kind="total")),
        Query(contrast="except", slices=(Slice(label="a", filters=(WEEK_1,)),)),
        Query(filters=(Filter(field="place", values=("Texas",)),)),
        Query(filters=(Filter(field="place", values=(Place(state="New York", city="Ithaca"),)),)),
    ],
)
def test_what_a_subject_does_not_have_is_refused(query: Query) -> None:
    with pytest.raises(CompileError):
        compile_query(query)


def test_footing_counts_rows_and_pages_of_the_whole_scope() -> None:
    convicted = Filter(field="disposition", values=("conviction",))
    sql = compile_footing(Query(filters=(TRAVIS, convicted)))
    assert sql is not None
    assert "WHERE ( county = 'Travis'" not in flat(sql.split("FROM")[0])
    assert "FILTER(WHERE disposition = 'conviction') AS found" in flat(sql)
    assert flat(sql).count("county = 'Travis'") == 1


def test_report_totals_stand_in_no_row() -> None:
    facts = Query(subject="reports", measure=Measure(kind="value", fields=("issued_nationwide",)))
    assert compile_footing(facts) is None
    assert compile_marks(facts) is None


def test_a_share_has_no_change_in_percent() -> None:
    sides = tuple(Slice(label=f.values[0], filters=(f,)) for f in (WEEK_1, WEEK_2))
    measure = Measure(kind="share", of=(TRAVIS,))
    with pytest.raises(CompileError, match="percent_of_percent"):
        compile_query(Query(measure=measure, slices=sides, contrast="percent"))
