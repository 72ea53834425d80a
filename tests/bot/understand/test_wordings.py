"""Fields left blank, boroughs, how often, in each report, the jail there: filters and shapes in far wordings."""

from __future__ import annotations

import duckdb
import pytest

from bot.ask import Desk

_BLANK = "citizenship IS NULL"
_NYC = "state = 'New York' AND county IN ('New York', 'Kings', 'Queens', 'Bronx', 'Richmond')"


COUNTS = [
    ("how many rows do not give any nationality?", _BLANK),
    ("how many rows leave the citizenship blank", _BLANK),
    ("rows where no citizenship is given, how many", _BLANK),
    ("how many entries lack a nationality", _BLANK),
    ("for how many people is the nationality not stated", _BLANK),
    ("how many refusals don't list an offense", "offense IS NULL"),
    ("Travis County's jail: number of refusals", "county = 'Travis'"),
    ("Our county is Boulder. How many did the jail there let go?", "county = 'Boulder'"),
    ("In Denver, how many did the jail refuse", "county = 'Denver'"),
    ("Denver: how many did the county refuse", "county = 'Denver'"),
    ("In Virginia, how many did the state release", "state = 'Virginia'"),
    ("Fairfax County: how often did the jail there refuse?", "county = 'Fairfax'"),
    ("Hondurans turned loose, number?", "citizenship = 'Honduras'"),
    ("how many Hondurans walked", "citizenship = 'Honduras'"),
    ("number of people from Haiti who were released anywhere", "citizenship = 'Haiti'"),
    ("I'm looking at Oregon. How many refusals?", "state = 'Oregon'"),
    ("I'd like to know how many refusals there were in Oregon", "state = 'Oregon'"),
    ("how mny refusals in Colorado", "state = 'Colorado'"),
    ("how many at Maleng", "facility LIKE 'Maleng%'"),
    ("fairfax county adult det ctr how many", "facility LIKE 'Fairfax%'"),
    ("people whose offense was a conviction, Denver: how many", "county = 'Denver' AND disposition = 'conviction'"),
    ("refusals by the five boroughs of New York", _NYC),
]


@pytest.mark.parametrize(("question", "where"), COUNTS, ids=[q for q, _ in COUNTS])
def test_counts(question: str, where: str, desk: Desk, rows: duckdb.DuckDBPyConnection) -> None:
    answer = desk.ask(question)
    assert answer.status == "answered", answer.text
    assert (
        answer.figures[0].value == (rows.execute(f"SELECT count(*) FROM refusals WHERE {where}").fetchone() or [0])[0]
    )


_BOROUGHS = f"SELECT county FROM refusals WHERE {_NYC} GROUP BY 1"
_OF = "SELECT {0} FROM refusals WHERE {0} IS NOT NULL GROUP BY 1 HAVING count(*) {1}"
_BESIDES = "SELECT offense FROM refusals WHERE county = 'Denver' AND offense NOT LIKE 'Driving%' GROUP BY 1"
_LISTED = "SELECT county FROM issued GROUP BY county, state HAVING count(DISTINCT report_id) = 3"
_EVERY = "SELECT {} FROM refusals GROUP BY ALL HAVING count(DISTINCT report_id) = 3"
TABLES = [
    ("refusals by NYC borough", _BOROUGHS),
    ("table of boroughs, refusals", _BOROUGHS),
    ("list NYC boroughs (only those that appear), refusals over all reports", _BOROUGHS),
    ("boroughs of New York City ranked by refusals", _BOROUGHS),
    ("which states occur in each of the three reports?", _EVERY.format("state")),
    ("which counties appear in all of the three reports", _EVERY.format("county, state")),
    ("which counties had refusals every single week", _EVERY.format("county, state")),
    ("which offenses appear fewer than three times", _OF.format("offense", "< 3")),
    ("which countries show up just one time", _OF.format("citizenship", "= 1")),
    ("offenses that come up three times", _OF.format("offense", "= 3")),
    ("offenses besides DUI in Denver", _BESIDES),
    ("which state has the most different nationalities", "SELECT 1"),
    ("wich county refussed the most", "SELECT 1"),
    ("which places are in Section I in all three reports", _LISTED),
    ("which counties are on every Section I list", _LISTED),
    ("most issued detainers, report 2, list", "SELECT county FROM issued WHERE report_id = '2017-02-04'"),
    ("pull every Boulder County record", "SELECT 1 FROM refusals WHERE county = 'Boulder'"),
    ("I need the individual entries for Boulder County", "SELECT 1 FROM refusals WHERE county = 'Boulder'"),
    ("rank the offenses, most common first", "SELECT offense FROM refusals WHERE offense IS NOT NULL GROUP BY 1"),
    (
        "which counties that appear in the first report also appear in the second one",
        "SELECT county, state FROM refusals WHERE report_id < '2017-02-11' GROUP BY ALL "
        "HAVING count(DISTINCT report_id) = 2",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("question", "sql"), TABLES, ids=[q for q, _ in TABLES])
def test_tables(question: str, sql: str, desk: Desk, rows: duckdb.DuckDBPyConnection) -> None:
    answer = desk.ask(question)
    assert answer.status == "answered", answer.text
    assert len(answer.rows) == len(rows.execute(sql).fetchall())


def test_of_two_with_an_or_none_is_a_yes(desk: Desk) -> None:
    answer = desk.ask("were there more charges or more convictions overall")
    assert answer.status == "answered"
    assert not answer.text.startswith(("Yes", "No"))


def test_jails_that_did_it_are_no_breakdown(desk: Desk) -> None:
    answer = desk.ask("did local jails refuse more than 2% of the detainers ICE issued in the first week?")
    assert answer.status != "answered" or "facility" not in answer.columns


def test_how_many_boroughs_are_counted_within_the_city(desk: Desk, rows: duckdb.DuckDBPyConnection) -> None:
    sql = f"SELECT count(DISTINCT county) FROM refusals WHERE {_NYC}"
    assert desk.ask("how many boroughs appear").figures[0].value == (rows.execute(sql).fetchone() or [0])[0]


def test_where_they_were_is_a_question_of_its_own(desk: Desk, rows: duckdb.DuckDBPyConnection) -> None:
    answer = desk.ask("Hondurans: how many, and where were they released")
    sql = "SELECT county FROM refusals WHERE citizenship = 'Honduras' GROUP BY county, state"
    assert answer.status != "answered" or len(answer.rows) == len(rows.execute(sql).fetchall())


def test_a_name_of_several_cities_is_asked_about_unless_the_largest_is_loaded(desk: Desk) -> None:
    assert desk.ask("Springfield refusals").status == "clarify"
    assert desk.ask("how many refusals in Portland").status == "answered"
