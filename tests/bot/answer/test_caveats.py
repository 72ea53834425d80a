"""Caveats: those that bear, one a topic, from the newest report; none that does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.answer.answer import Answer
from bot.answer.bearing import Bearing
from bot.answer.caveats import bearing_caveats, rules
from bot.ask import Desk
from bot.query import Measure, Query
from tests.bot.answer.plans import CONVICTED, TRAVIS, WILLIAMSON, asked, by, only, place, sides, week


def topics(answer: Answer) -> set[str]:
    return {c.topic for c in answer.caveats}


def test_overall_totals_hang_on_what_ice_became_aware_of(desk: Desk) -> None:
    assert "awareness" in topics(desk.ask_query(asked()))
    assert "awareness" not in topics(desk.ask_query(asked(TRAVIS)))
    assert "awareness" not in topics(desk.ask_query(asked(only("citizenship", "Mexico"))))


def test_nothing_found_is_not_nothing_there(desk: Desk) -> None:
    assert "awareness" in topics(desk.ask_query(asked(only("citizenship", "Canada"))))


def test_charges_and_convictions_are_told_apart(desk: Desk) -> None:
    assert "charge_not_conviction" in topics(desk.ask_query(asked(CONVICTED)))
    assert "charge_not_conviction" in topics(desk.ask_query(asked(group_by=by("offense"))))
    assert "charge_not_conviction" not in topics(desk.ask_query(asked(group_by=by("state"))))


def test_dates_of_issue_carry_theirs(desk: Desk) -> None:
    assert "issue_date" in topics(desk.ask_query(asked(only("days", 365, op="over"))))
    assert "issue_date" in topics(desk.ask_query(asked(week(1), measure=Measure(kind="rate"))))
    assert "issue_date" not in topics(desk.ask_query(asked(only("declined_on", date(2017, 2, 1)))))


def test_section_one_is_issued_not_declined(desk: Desk) -> None:
    listed = desk.ask_query(Query(subject="issued", measure=Measure(kind="rows"), filters=(week(1),)))
    assert {"issued_not_declined", "correction"} <= topics(listed)
    assert "issued_not_declined" in topics(desk.ask_query(asked(place("Nevada", "Clark"), week(1))))


def test_weeks_held_against_each_other_carry_the_resumption(desk: Desk) -> None:
    pair = sides(("week 1", week(1)), ("week 2", week(2)))
    assert "resumed_issuing" in topics(desk.ask_query(Query(slices=pair, contrast="difference")))
    assert "resumed_issuing" in topics(desk.ask_query(asked(place("California"), group_by=by("report"))))
    assert "resumed_issuing" not in topics(desk.ask_query(asked(week(1))))


def test_corrections_and_disputes_of_the_places_named(desk: Desk) -> None:
    assert {"correction", "disputed"} <= topics(desk.ask_query(asked(WILLIAMSON)))
    assert "correction" not in topics(desk.ask_query(asked(TRAVIS)))
    leader = desk.ask_query(asked(group_by=by("county"), order="most", limit=1))
    assert "disputed" in topics(leader)
    assert "Travis" in next(c.text for c in leader.caveats if c.topic == "disputed")


def test_policies_may_have_changed(desk: Desk) -> None:
    assert "policies_may_have_changed" in topics(desk.ask_query(Query(subject="policies", filters=(week(1),))))


def test_days_outside_the_reports_are_told(desk: Desk) -> None:
    month = only("declined_on", date(2017, 2, 1), date(2017, 2, 28), op="between")
    answer = desk.ask_query(asked(month))
    assert "sample_period" in topics(answer)
    assert "Feb 17, 2017" in next(c.text for c in answer.caveats if c.topic == "sample_period")


def test_one_entry_a_topic_in_the_newest_reports_words(desk: Desk) -> None:
    answer = desk.ask_query(asked())
    assert len(answer.caveats) == len(topics(answer))
    awareness = next(c for c in answer.caveats if c.topic == "awareness")
    assert (awareness.report, awareness.section, awareness.page) == ("2017-02-11", "cover", 1)
    assert "the report of Jan 28 – Feb 3, 2017 (page 1)" in awareness.text


def test_only_the_reports_behind_the_answer_are_quoted(desk: Desk) -> None:
    awareness = next(c for c in desk.ask_query(asked(week(1))).caveats if c.topic == "awareness")
    assert awareness.report == "2017-01-28"
    assert "Also in" not in awareness.text


def test_the_sample_label_is_always_there_and_the_desks_own(desk: Desk) -> None:
    sample = next(c for c in desk.ask_query(asked(week(2))).caveats if c.topic == "sample")
    assert (sample.report, sample.section, sample.page) == (None, None, None)
    assert "synthetic" in sample.text


def test_a_failed_check_is_carried_by_every_answer_from_its_report(desk: Desk) -> None:
    edition = desk.edition
    broken = replace(edition.reports["2017-02-04"], checks_failed=1, quarantined=2)
    edition = replace(edition, reports={**edition.reports, "2017-02-04": broken})
    bearing = Bearing(
        views=frozenset({"refusals"}),
        columns=frozenset(),
        flags=frozenset({"unreconciled"}),
        reports=("2017-02-04",),
        details={"weeks": "the report of Feb 4 – Feb 10, 2017", "detail": "1 check failed and 2 rows set aside"},
    )
    text = next(c.text for c in bearing_caveats(bearing, edition) if c.topic == "unreconciled")
    assert "1 check failed and 2 rows set aside" in text


def test_where_no_report_says_it_the_desk_does(desk: Desk) -> None:
    silent = replace(desk.edition, passages=())
    bearing = Bearing(views=frozenset({"policies"}), columns=frozenset())
    found = bearing_caveats(bearing, silent)
    assert [(c.topic, c.report) for c in found] == [("policies_may_have_changed", None)]


def test_every_topic_has_words_of_its_own() -> None:
    assert {r.topic for r in rules()} == {
        *("awareness", "issue_date", "issued_not_declined", "resumed_issuing", "policies_may_have_changed"),
        *("charge_not_conviction", "correction", "definition", "disputed", "unreconciled", "sample"),
        *("sample_period", "rounding", "foia_files", "foia_declined", "foia_criminality"),
    }
    assert all(r.own for r in rules())


def test_many_reports_are_counted_not_listed() -> None:
    from bot.messages import answers as say

    weeks = [f"week {n}" for n in range(520)]
    assert say.reports_of(weeks) == "520 reports, the newest of week 519,"
    assert "515 earlier reports" in say.quoted("It may rise.", [say.also_stated(w, 1) for w in weeks[:519]])
