"""Answers to plans over the sample reports: the sentence states the answer, with what belongs to it."""

from __future__ import annotations

import re
from datetime import date

import pytest

from bot.answer.answer import Answer
from bot.ask import Desk
from bot.query import Dimension, Filter, Having, Measure, Place, Query
from tests.bot.answer.plans import (
    CHARGED,
    CONVICTED,
    SHARE_CONVICTED,
    TRAVIS,
    WILLIAMSON,
    asked,
    by,
    only,
    place,
    sides,
    week,
)
from tests.bot.sql.reckon import rows_of


def figures(answer: Answer) -> list[object]:
    return [f.value for f in answer.figures]


def test_a_part_is_given_with_its_whole_and_by_report(desk: Desk) -> None:
    answer = desk.ask_query(asked(TRAVIS, CONVICTED))
    assert figures(answer) == [76, 154, 70, 142, 1, 2, 5, 10]
    assert "76 of 154 refusals in Travis County, Texas" in answer.text
    assert "70 of 142 (Jan 28 – Feb 3, 2017)" in answer.text


def test_withdrawn_rows_give_both_figures_the_published_one_first(desk: Desk) -> None:
    answer = desk.ask_query(asked(WILLIAMSON, week(1)))
    assert figures(answer) == [4, 0, 4]  # published, corrected, taken back
    assert answer.figures[1].label.endswith("after ICE's corrections")
    assert "after the corrections ICE posted on April 5, 2017: 0 (4 refusals taken back)" in answer.text


def test_a_corrected_question_gives_the_corrected_figure_first(desk: Desk) -> None:
    answer = desk.ask_query(asked(week(1), corrected=True))
    assert figures(answer) == [197, 206, 9]
    assert "as published it is 206" in answer.text


def test_corrected_where_nothing_was_taken_back(desk: Desk) -> None:
    answer = desk.ask_query(asked(week(2), corrected=True))
    assert figures(answer) == [47]
    assert "took back none" in answer.text


def test_share_keeps_its_decimals_in_the_figure_and_rounds_in_the_sentence(desk: Desk) -> None:
    answer = desk.ask_query(asked(week(1), measure=Measure(kind="share", of=(TRAVIS,))))
    assert answer.figures[0].value == pytest.approx(100 * 142 / 206)
    assert "68.9%: 142 of 206" in answer.text


def test_rate_says_that_its_groups_differ(desk: Desk) -> None:
    answer = desk.ask_query(asked(week(2), measure=Measure(kind="rate")))
    assert answer.figures[0].value == pytest.approx(100 * 47 / 2825)
    assert "two different groups" in answer.text


def test_rate_against_rate(desk: Desk) -> None:
    pair = sides(("week 1", week(1)), ("week 2", week(2)))
    answer = desk.ask_query(Query(measure=Measure(kind="rate"), slices=pair, contrast="difference"))
    assert answer.figures[0].value == pytest.approx(100 * 47 / 2825 - 100 * 206 / 3083)
    assert "206 against 3,083 issued" in answer.text


def test_refusals_where_only_issued_detainers_are_listed(desk: Desk) -> None:
    answer = desk.ask_query(asked(place("Nevada", "Clark"), week(1)))
    assert figures(answer) == [0, 51]
    assert "issued" in answer.figures[1].label
    assert "not a count of refusals" in answer.text


def test_issued_where_section_one_lists_nothing_is_no_zero(desk: Desk) -> None:
    total = Measure(kind="total", field="issued")
    answer = desk.ask_query(Query(subject="issued", measure=total, filters=(TRAVIS, week(1))))
    assert (answer.status, answer.code) == ("declined", "not_listed")
    by_report = desk.ask_query(Query(subject="issued", measure=total, filters=(TRAVIS,), group_by=by("report")))
    assert by_report.rows[0] == ["2017-01-28", None]
    assert "not listed" in by_report.text


def test_a_difference_says_which_way(desk: Desk) -> None:
    pair = sides(("week 1", week(1)), ("week 2", week(2)))
    answer = desk.ask_query(Query(slices=pair, contrast="difference"))
    assert figures(answer)[:3] == [-159, 206, 47]
    assert answer.text.startswith("Down by 159 from week 1 to week 2")


def test_places_side_by_side(desk: Desk) -> None:
    pair = sides(("Travis County, Texas", TRAVIS), ("Williamson County, Texas", WILLIAMSON))
    answer = desk.ask_query(Query(slices=pair, contrast="difference"))
    assert "150 fewer for Williamson County, Texas than for Travis County, Texas" in answer.text
    assert answer.rows[:2] == [["Travis County, Texas", 154, 154], ["Williamson County, Texas", 4, 0]]


def test_ties_at_the_cut_are_told(desk: Desk) -> None:
    answer = desk.ask_query(asked(group_by=by("state"), order="most", limit=2))
    assert [row[0] for row in answer.rows] == ["Texas", "California"]
    assert "New York has as many as the last one shown (31)" in answer.text


def test_leaders_that_tie_are_all_given(desk: Desk) -> None:
    answer = desk.ask_query(asked(week(2), group_by=by("facility"), order="fewest", limit=1))
    assert len(answer.rows) > 1
    assert "tie for the fewest" in answer.text


def test_reports_without_rows_are_zero(desk: Desk) -> None:
    answer = desk.ask_query(asked(place("Illinois"), group_by=by("report")))
    assert answer.rows == [["2017-01-28", 0], ["2017-02-04", 0], ["2017-02-11", 1]]


def test_the_corrected_column_stands_only_where_it_differs(desk: Desk) -> None:
    assert "refusals_after_corrections" in desk.ask_query(asked(group_by=by("state"))).columns
    assert "refusals_after_corrections" not in desk.ask_query(asked(week(3), group_by=by("state"))).columns


def test_several_values_named_singly_are_given_each(desk: Desk) -> None:
    both = Filter(
        field="place", values=(Place(state="Colorado", county="Denver"), Place(state="Texas", county="Travis"))
    )
    answer = desk.ask_query(asked(both))
    assert answer.figures[0].value == sum(int(str(row[1])) for row in answer.rows)
    assert [row[0] for row in answer.rows] == ["Denver County, Colorado", "Travis County, Texas"]


def test_one_name_for_several_places_is_one_thing(desk: Desk) -> None:
    city = Filter(
        field="place",
        label="New York City",
        values=tuple(Place(state="New York", county=c) for c in ("Bronx", "Kings")),
    )
    answer = desk.ask_query(asked(city, week(2)))
    assert len(answer.rows) == 1
    assert "in New York City" in answer.text


def test_a_claim_is_confirmed_or_denied(desk: Desk) -> None:
    half = Having(op="over", n=50)
    yes = desk.ask_query(asked(week(1), measure=Measure(kind="share", of=(CHARGED,)), yes_no=True, claim=half))
    no = desk.ask_query(asked(week(1), measure=SHARE_CONVICTED, yes_no=True, claim=half))
    assert yes.text.startswith("Yes.")
    assert no.text.startswith("No.")


def test_oldest_gives_the_date_and_its_row(desk: Desk) -> None:
    answer = desk.ask_query(asked(measure=Measure(kind="extreme", field="issued_on", stat="min")))
    assert answer.figures[0].value == date(2010, 10, 16)
    assert "October 16, 2010" in answer.text
    assert len(answer.rows) == 1


def test_what_no_index_page_gives_is_declined_with_what_to_do() -> None:
    from bot.messages import answers as say

    assert "index page" in say.fact_missing(["day of posting"])


def test_a_policy_is_quoted_once_for_all_reports(desk: Desk) -> None:
    answer = desk.ask_query(Query(subject="policies", measure=Measure(kind="text"), filters=(TRAVIS,)))
    assert answer.text.count("court order") == 1
    assert "Jan 28 – Feb 3, 2017; Feb 4 – Feb 10, 2017; and Feb 11 – Feb 17, 2017" in answer.text


def test_a_correction_says_what_was_listed_and_quotes_ice(desk: Desk) -> None:
    answer = desk.ask_query(Query(subject="corrections", measure=Measure(kind="text"), filters=(WILLIAMSON,)))
    assert "the 4 refusals listed for Williamson County, Texas" in answer.text
    assert "moved to another facility" in answer.text


def test_no_correction_is_said_plainly(desk: Desk) -> None:
    none = Query(subject="corrections", measure=Measure(kind="text"), filters=(place("Colorado", "Denver"),))
    told = desk.ask_query(none).text
    assert "no notice that is loaded names Denver County, Colorado" in told
    assert "The register of disputes holds none by Denver County, Colorado" in told


def test_two_questions_are_answered_in_one(desk: Desk) -> None:
    second = Query(subject="reports", measure=Measure(kind="value", fields=("pages",)), filters=(week(1),))
    answer = desk.ask_query(asked(week(1), also=second))
    assert figures(answer) == [206, 197, 9, 35]
    assert "35 pages" in answer.text


def test_what_the_reports_do_not_have_is_declined(desk: Desk) -> None:
    answer = desk.ask_query(asked(only("criminality", "1")))
    assert (answer.status, answer.code) == ("declined", "not_in_data")


@pytest.mark.parametrize("kind", ["no_holds", "warrant", "notification_only", "no_such_kind"])
def test_kinds_of_requirement_are_those_of_the_vocabulary(desk: Desk, kind: str) -> None:
    from ingest.vocabulary.policies import requirements

    wanted = [r for r in rows_of("policies") if r["report_id"] == "2017-02-04" and kind in requirements(r["criteria"])]
    asks = Filter(field="requirement", values=(kind,), label="that")
    answer = desk.ask_query(Query(subject="policies", filters=(asks, week(2))))
    assert answer.figures[0].value == len(wanted)
    assert "of the kind “that”" in answer.text
    assert answer.query == Query(subject="policies", filters=(asks, week(2)))


def test_no_group_of_that_size_is_not_no_rows(desk: Desk) -> None:
    answer = desk.ask_query(asked(week(2), group_by=by("county"), having=Having(op="over", n=500)))
    assert answer.text == "No county has more than 500 refusals in the report of Feb 4 – Feb 10, 2017."


def test_a_verdict_that_corrections_turn_is_told_both_ways(desk: Desk) -> None:
    there = Filter(field="place", values=(Place(state="Texas", county="Williamson"),))
    answer = desk.ask_query(asked(there, week(1), yes_no=True))
    assert answer.text.startswith("Yes as published, but no after ICE's corrections. 4 refusals")
    none = desk.ask_query(asked(there, week(1), yes_no=True, claim=Having(op="is", n=0)))
    assert none.text.startswith("No as published, but yes after ICE's corrections.")


def test_a_share_of_nothing_has_no_verdict(desk: Desk) -> None:
    nowhere = Filter(field="citizenship", values=("Canada",))
    every = Having(op="at_least", n=100)
    answer = desk.ask_query(asked(nowhere, measure=Measure(kind="share", of=(CHARGED,)), yes_no=True, claim=every))
    assert answer.text.startswith("No refusals with citizenship Canada")


def test_who_leads_instead_and_who_shares_a_place_is_said(desk: Desk) -> None:
    queens = Filter(field="place", values=(Place(state="New York", county="Queens"),))
    first = asked(group_by=(Dimension(field="county"),), order="most", limit=1, leader=queens, yes_no=True)
    answer = desk.ask_query(first)
    assert answer.text.startswith("No. Travis County, Texas has the most refusals")
    assert "Queens County, New York: 10." in answer.text
    second = desk.ask_query(first.model_copy(update={"limit": 2, "nth": True}))
    assert second.text.startswith("Yes, but not alone. Los Angeles County, California and Queens County, New York tie")


def test_in_how_many_reports_a_county_led_is_counted_with_ties_told(desk: Desk) -> None:
    where = [
        Filter(field="place", values=(Place(state=s, county=c),)) for s, c in (("Texas", "Travis"), ("Ohio", "Lucas"))
    ]
    each = Dimension(field="report")
    plan = asked(group_by=(each, Dimension(field="place")), order="most", limit=1, each=each, leader=where[0])
    answer = desk.ask_query(plan)
    weeks = {r[0] for r in answer.rows if "Travis" in [str(c) for c in r]}
    assert answer.figures[0].value == len(weeks) > 0
    assert answer.text.startswith(f"Travis County, Texas has the most in {len(weeks)} of the 3 reports")
    none = desk.ask_query(plan.model_copy(update={"leader": where[1]}))
    assert none.text.startswith("Lucas County, Ohio has the most in 0 of the 3 reports.")
    assert not none.text.startswith(("Yes", "No."))
    tied = plan.model_copy(update={"order": "fewest"})
    assert "as many as another" in desk.ask_query(tied.model_copy(update={"leader": _one_of(desk, tied)})).text


def _one_of(desk: Desk, plan: Query) -> Filter:
    """A county that shares the last place in a report."""
    county, state = desk.ask_query(plan).rows[0][1:3]
    return Filter(field="place", values=(Place(state=state, county=county),))


def test_groups_that_share_a_percentage_each_have_their_numbers(desk: Desk) -> None:
    share = Measure(kind="share", of=(CHARGED,))
    answer = desk.ask_query(asked(group_by=(Dimension(field="county"),), measure=share, order="fewest", limit=1))
    told = re.findall(r"with 0\.0% \(0 of (\d+)\)", answer.text)
    assert len(set(told)) > 1


def test_the_place_of_a_county_in_the_whole_ranking(desk: Desk) -> None:
    by = (Dimension(field="place"),)
    whole = desk.ask_query(asked(group_by=by, order="most"))
    at = whole.columns.index("refusals")
    totals = [int(str(row[at])) for row in whole.rows]
    county, state, n = str(whole.rows[4][0]), str(whole.rows[4][1]), totals[4]
    supposed = Filter(field="place", values=(Place(state=state, county=county),))
    answer = desk.ask_query(asked(group_by=by, order="most", leader=supposed))
    place = 1 + sum(total > n for total in totals)
    assert [f.value for f in answer.figures[:2]] == [place, n]
    assert f"is number {place} of {len(whole.rows)} places, with {n}" in answer.text
    nowhere = Filter(field="place", values=(Place(state="Ohio", county="Lucas"),))
    assert "not among them" in desk.ask_query(asked(group_by=by, order="most", leader=nowhere)).text
