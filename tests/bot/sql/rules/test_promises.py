"""What a column's name promises is what its lineage delivers; near neighbours are left alone."""

from __future__ import annotations

import pytest

from bot.sql.promises import promised, unexplained
from tests.bot.sql.conftest import Judge


def test_the_longest_words_are_read_first_and_not_again() -> None:
    assert set(promised("least_cooperative")) == {"high"}
    assert promised("Not withdrawn")["withdrawn"] == {"false"}
    assert not promised("x0")
    assert not promised("")


def test_words_of_no_role_may_be_values() -> None:
    assert unexplained("travis_refusals")
    assert not unexplained("total_refusals")


@pytest.mark.parametrize(
    ("name", "kept", "broken"),
    [
        ("sanctuary_policies", "count(*) {} FROM policies", "count(*) {} FROM refusals"),
        ("declined_nationwide", "sum(declined_stated) {} FROM reports", "sum(issued_nationwide) {} FROM reports"),
        ("counties_that_refused", "count(DISTINCT county) {} FROM refusals", "count(*) {} FROM issued"),
        ("weeks", "count(DISTINCT report_id) {} FROM refusals", "count(DISTINCT declined_on) {} FROM refusals"),
        ("countries", "count(DISTINCT citizenship) {} FROM refusals", "count(*) {} FROM refusals"),
        ("failed_checks", "sum(checks_failed) {} FROM reports", "sum(quarantined) {} FROM reports"),
        ("refusals_per_issued", "declined_stated / issued_nationwide {} FROM reports",
         "issued_nationwide / declined_stated {} FROM reports"),
        ("refusal_rate", "sum(declined_stated) / sum(issued_nationwide) {} FROM reports", "count(*) {} FROM refusals"),
        ("refusals_per_day", "count(*) / count(DISTINCT declined_on) {} FROM refusals", "count(*) {} FROM refusals"),
    ],
)  # fmt: skip
def test_a_name_says_what_is_counted_and_divided(judge: Judge, name: str, kept: str, broken: str) -> None:
    judge.accepts(f"SELECT {kept.format(f'AS {name}')}")
    judge.refuses(f"SELECT {broken.format(f'AS {name}')}", "misnamed")


def test_issued_before_a_day_says_when_not_what(judge: Judge) -> None:
    judge.accepts("SELECT count(*) AS issued_before_2017 FROM refusals WHERE issued_on < DATE '2017-01-01'")


@pytest.mark.parametrize(
    ("name", "kept", "broken"),
    [
        ("convicted_murderers", "disposition = 'conviction' AND offense ILIKE '%murder%'", "offense ILIKE '%murder%'"),
        ("murder_cases", "offense ILIKE '%homicide%'", "offense ILIKE '%assault%'"),
        ("violent_crimes", "activity LIKE '%Robbery%'", "state = 'Texas'"),
        ("felons", "disposition = 'conviction'", "disposition = 'charge'"),
        ("mexican_citizens", "citizenship = 'Mexico'", "state = 'Texas'"),
        ("outside_texas", "state <> 'Texas'", "state = 'Texas'"),
        ("in_february", "declined_on >= DATE '2017-02-01'", "declined_on < DATE '2017-02-01'"),
        ("week_of_feb_4", "report_id = '2017-02-04'", "report_id = '2017-01-28'"),
        ("first_week", "report_id = (SELECT min(report_id) FROM reports)",
         "report_id = (SELECT max(report_id) FROM reports)"),
        ("same_day", "issued_on = declined_on", "issued_on < declined_on"),
        ("still_standing", "NOT withdrawn", "withdrawn"),
        ("as_published", "state = 'Texas'", "NOT withdrawn"),
    ],
)  # fmt: skip
def test_a_name_says_what_conditions_ask_for(judge: Judge, name: str, kept: str, broken: str) -> None:
    judge.accepts(f"SELECT count(*) AS {name} FROM refusals WHERE {kept}")
    judge.accepts(f"SELECT {name} FROM (SELECT count(*) AS {name} FROM refusals WHERE {kept})")
    judge.refuses(f"SELECT count(*) AS {name} FROM refusals WHERE {broken}", "misnamed")


@pytest.mark.parametrize(
    ("kept", "broken"),
    [
        ("min(enacted) AS oldest_policy FROM policies", "max(enacted) AS oldest_policy FROM policies"),
        ("max(declined_on - issued_on) AS longest_wait FROM refusals",
         "min(declined_on - issued_on) AS longest_wait FROM refusals"),
        ("max(issued) AS highest FROM issued", "sum(issued) AS highest FROM issued"),
        ("count_if(report_id = '2017-01-28') AS week_1, count_if(report_id = '2017-02-04') AS week_2 FROM refusals",
         "count_if(report_id = '2017-02-04') AS week_1, count_if(report_id = '2017-01-28') AS week_2 FROM refusals"),
        ("CASE WHEN withdrawn THEN 'withdrawn' ELSE 'stands' END AS s, count(*) FROM refusals GROUP BY 1",
         "CASE WHEN withdrawn THEN 'stands' ELSE 'withdrawn' END AS s, count(*) FROM refusals GROUP BY 1"),
        ("CASE WHEN offense ILIKE '%murder%' THEN 'homicide' ELSE 'other' END AS k, count(*) FROM refusals GROUP BY 1",
         "CASE WHEN offense ILIKE '%drug%' THEN 'homicide' ELSE 'other' END AS k, count(*) FROM refusals GROUP BY 1"),
    ],
)  # fmt: skip
def test_ends_orders_and_labels(judge: Judge, kept: str, broken: str) -> None:
    judge.accepts(f"SELECT {kept}")
    judge.refuses(f"SELECT {broken}", "misnamed")


@pytest.mark.parametrize(
    ("kept", "broken"),
    [
        ("first(county ORDER BY issued DESC) AS county_with_most_issued FROM issued WHERE report_id = '2017-01-28'",
         "first(county ORDER BY issued) AS county_with_most_issued FROM issued WHERE report_id = '2017-01-28'"),
        ("enacted, policy FROM policies", "enacted AS posted_on, policy FROM policies"),
        ("count(*) AS all_weeks FROM refusals",
         "count(*) AS all_weeks FROM refusals WHERE report_id = '2017-01-28'"),
        ("count(DISTINCT citizenship) AS countries FROM refusals",
         "count(DISTINCT citizenship) AS immigrants FROM refusals"),
        ("gender, count(*) AS women FROM foia_detainers WHERE gender = 'Female' GROUP BY gender",
         "count(*) AS women FROM refusals"),
        ("report_id, n, lag(n) OVER (ORDER BY report_id) AS previous FROM (SELECT report_id, count(*) AS n "
         "FROM refusals GROUP BY report_id)",
         "report_id, n, avg(n) OVER () AS previous FROM (SELECT report_id, count(*) AS n FROM refusals "
         "GROUP BY report_id)"),
        ("county, 100.0 * count(*) / (SELECT count(*) FROM refusals WHERE state = 'Texas') AS share_of_state "
         "FROM refusals WHERE state = 'Texas' GROUP BY county",
         "county, 100.0 * count(*) / (SELECT count(*) FROM refusals) AS share_of_state FROM refusals "
         "WHERE state = 'Texas' GROUP BY county"),
        ("(SELECT count(*) FROM refusals) / (SELECT sum(issued_nationwide) FROM reports) AS refusal_rate "
         "FROM reports LIMIT 1",
         "(SELECT count(*) FROM refusals) / (SELECT sum(issued) FROM issued) AS refusal_rate FROM reports LIMIT 1"),
    ],
)  # fmt: skip
def test_ranks_scopes_and_wholes(judge: Judge, kept: str, broken: str) -> None:
    judge.accepts(f"SELECT {kept}")
    judge.refuses(f"SELECT {broken}", "misnamed")


def test_two_weeks_are_where_something_is_counted(judge: Judge) -> None:
    weeks = [f"(SELECT count(*) FROM refusals WHERE report_id = '{week}')" for week in ("2017-01-28", "2017-02-04")]
    judge.accepts(f"SELECT {' + '.join(weeks)} AS two_weeks")


@pytest.mark.parametrize("place", ["Maryland", "Marion", "Decatur", "Augusta", "Mayes"])
def test_a_place_that_begins_like_a_month_is_no_date(judge: Judge, place: str) -> None:
    count = f"count_if(state = '{place}' AND report_id = '2017-01-28')"
    judge.accepts(f"SELECT {count} AS refusals_{place.lower()}_1 FROM refusals")


def test_a_county_of_a_peoples_name_is_a_county(judge: Judge) -> None:
    judge.accepts("SELECT count_if(county = 'Dane' AND state = 'Wisconsin') AS refusals_dane_county_1 FROM refusals")
    judge.refuses("SELECT count_if(county = 'Dane') AS danes FROM refusals", "misnamed")


def test_a_longer_text_and_what_is_taken_off_are_asked_for_as_well(judge: Judge) -> None:
    judge.accepts("SELECT count(*) AS new_york_city_policies FROM policies WHERE place ILIKE '%new york city%'")
    judge.refuses("SELECT count(*) AS new_york_city_policies FROM policies WHERE place ILIKE '%chicago%'", "misnamed")
    judge.accepts("SELECT state, count(*) - count_if(withdrawn) AS still_standing FROM refusals GROUP BY state")


def test_an_average_per_week_is_of_what_its_name_says(judge: Judge) -> None:
    judge.accepts("SELECT avg(declined_stated) AS avg_refusals_per_week FROM reports")
    judge.refuses("SELECT avg(issued_nationwide) AS avg_refusals_per_week FROM reports", "misnamed")
    judge.refuses("SELECT count(*) AS policy_count FROM refusals", "misnamed")
