"""Names that name a county or a people: the one that is asked for."""

from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    ("name", "county"),
    [("travis_refusals", "Bexar"), ("los_angeles", "Cook"), ("n_santa_clara", "Alameda"), ("harris_county", "Dallas")],
)
def test_a_county_in_a_name_is_the_one_asked_for(judge: Judge, name: str, county: str) -> None:
    judge.refuses(f"SELECT count(*) AS {name} FROM refusals WHERE county = '{county}'", "misnamed")


@pytest.mark.parametrize(
    ("name", "county"),
    [
        ("travis_refusals", "Travis"),
        ("austin_refusals", "Travis"),  # the city lies there, though Austin is a county as well
        ("day_total", "Bexar"),  # Day is a county, and an everyday word
        ("lake_region", "Cook"),
        ("refusals", "Bexar"),
    ],
)
def test_cities_of_the_county_and_everyday_words_are_left_alone(judge: Judge, name: str, county: str) -> None:
    judge.accepts(f"SELECT count(*) AS {name} FROM refusals WHERE county = '{county}'")


def test_a_county_in_a_label_is_the_one_asked_for(judge: Judge) -> None:
    labelled = (
        "SELECT concat('{}', ', ', state) AS place, count(*) AS n FROM refusals WHERE county = 'Travis' GROUP BY 1"
    )
    judge.refuses(labelled.format("Harris"), "misnamed")
    judge.accepts(labelled.format("Travis"))


@pytest.mark.parametrize(
    ("name", "country", "honest"),
    [
        ("mexicans", "Honduras", False),
        ("cuban_nationals", "Mexico", False),
        ("salvadorans", "El Salvador", True),
        ("dominicans", "Dominican Republic", True),
        ("central_americans", "Guatemala", True),
        ("mexico_not_counted", "Mexico", True),
    ],
)
def test_a_people_in_a_name_is_that_of_the_country(judge: Judge, name: str, country: str, honest: bool) -> None:
    sql = f"SELECT count(*) AS {name} FROM refusals WHERE citizenship = '{country}'"
    judge.accepts(sql) if honest else judge.refuses(sql, "misnamed")


def test_the_words_of_a_state_are_no_county(judge: Judge) -> None:
    counts = "count(*) FILTER (WHERE county = '{}' AND state = 'New York') AS refusals_{}_county_new_york"
    queens, bronx = counts.format("Queens", "queens"), counts.format("Bronx", "bronx")  # York is a county as well
    judge.accepts(f"SELECT {queens}, {bronx} FROM refusals WHERE county IN ('Queens', 'Bronx') AND state = 'New York'")


def test_where_no_county_is_asked_for_only_an_everyday_word_may_be_one(judge: Judge) -> None:
    judge.accepts("SELECT count(*) AS clay_refusals FROM refusals WHERE state = 'Texas'")
    judge.accepts("SELECT county, count(*) AS travis_and_others FROM refusals WHERE state = 'Texas' GROUP BY county")
    judge.refuses("SELECT count(*) AS travis_refusals FROM refusals WHERE state = 'Texas'", "misnamed")
    judge.refuses("SELECT count(*) AS clay_county FROM refusals WHERE state = 'Texas'", "misnamed")


def test_a_part_is_not_called_nationwide(judge: Judge) -> None:
    judge.refuses("SELECT count(*) AS nationwide_refusals FROM refusals WHERE state = 'Texas'", "misnamed")
    judge.accepts("SELECT count(*) AS nationwide_refusals FROM refusals")
    judge.accepts("SELECT report_id, issued_nationwide FROM reports")
    judge.accepts("SELECT 100.0 * count_if(state = 'Texas') / count(*) AS texas_pct_of_nationwide FROM refusals")
