"""What denials leave: rows elsewhere, rows but for a value, the other place of a name, groups with none at all."""

from __future__ import annotations

import duckdb
import pytest

from bot.ask import Desk

COUNTS = [
    ("how many refusals not in Texas", "state <> 'Texas'"),
    ("refusals that weren't in Colorado, total", "state <> 'Colorado'"),
    ("how many were not in Virginia", "state <> 'Virginia'"),
    ("refusals not in the first week", "report_id <> '2017-01-28'"),
    ("number of detainers not listed in Travis County", "county <> 'Travis'"),
    ("how many refusals weren't in New Mexico or Oregon", "state NOT IN ('New Mexico', 'Oregon')"),
    ("leave Washington state out: how many refusals remain", "state <> 'Washington'"),
    ("if you set Mexico aside, how many refusals", "citizenship <> 'Mexico'"),
    ("taking Honduras out, how many refusals", "citizenship <> 'Honduras'"),
    ("put Travis County aside: refusals?", "county <> 'Travis'"),
    ("how many refusals, leaving Texas and Colorado out", "state NOT IN ('Texas', 'Colorado')"),
    ("leave larceny aside, how many refusals", "offense <> 'Larceny'"),
    ("Marion County, not the one in Indiana: how many refusals", "county = 'Marion' AND state = 'Oregon'"),
    ("Orange County (not the one in Florida), refusals", "county = 'Orange' AND state = 'California'"),
    ("how many were charged but not convicted in Virginia", "disposition = 'charge' AND state = 'Virginia'"),
    ("convicted, not merely charged: Honduras total", "disposition = 'conviction' AND citizenship = 'Honduras'"),
    ("how many refusals in Travis involved people yet to be convicted", "county = 'Travis' AND disposition = 'charge'"),
    ("Texas refusals of people not only charged", "state = 'Texas' AND disposition = 'conviction'"),
    ("refusals for offenses other than DUI", "offense NOT LIKE 'Driving%'"),
    ("any kind of assault except sexual assault", "offense LIKE '%Assault%' AND offense NOT LIKE 'Sexual%'"),
    (
        "every sort of assault other than sexual assault, count",
        "offense LIKE '%Assault%' AND offense NOT LIKE 'Sexual%'",
    ),
]


@pytest.mark.parametrize(("question", "where"), COUNTS, ids=[q for q, _ in COUNTS])
def test_the_rows_that_are_left(question: str, where: str, desk: Desk, rows: duckdb.DuckDBPyConnection) -> None:
    answer = desk.ask(question)
    assert answer.status == "answered", answer.text
    assert (
        answer.figures[0].value == (rows.execute(f"SELECT count(*) FROM refusals WHERE {where}").fetchone() or [0])[0]
    )


NONE_OF = [
    ("which offenses were never a conviction", "offense", "disposition = 'conviction'"),
    ("which offenses are recorded only as charges and never as a conviction", "offense", "disposition = 'conviction'"),
    ("offenses with charges only", "offense", "disposition = 'conviction'"),
    ("which nationalities had convictions only", "citizenship", "disposition = 'charge'"),
    ("counties where nobody was convicted", "county, state", "disposition = 'conviction'"),
    ("states where no one from Mexico was released", "state", "citizenship = 'Mexico'"),
    ("which counties never released a Mexican", "county, state", "citizenship = 'Mexico'"),
]


@pytest.mark.parametrize(("question", "group", "never"), NONE_OF, ids=[q for q, *_ in NONE_OF])
def test_groups_with_none(question: str, group: str, never: str, desk: Desk, rows: duckdb.DuckDBPyConnection) -> None:
    first = group.split(", ")[0]
    sql = f"SELECT {group} FROM refusals WHERE {first} IS NOT NULL GROUP BY ALL HAVING count(*) FILTER ({never}) = 0"
    answer = desk.ask(question)
    assert answer.status == "answered", answer.text
    assert len(answer.rows) == len(rows.execute(sql).fetchall())


@pytest.mark.parametrize(
    "question",
    [
        "no Mexicans: which counties",  # none at all, or those besides?
        "counties that never refused a Mexican convicted of DUI",
        "does anyone besides Travis County and Queens have 5 or more",  # each of them, or all together?
        "never mind Texas, how many refusals",  # without Texas, or of all?
        "any nationality",
        "any offense",
    ],
)
def test_what_could_be_meant_otherwise_is_not_answered(question: str, desk: Desk) -> None:
    assert desk.ask(question).status != "answered"


@pytest.mark.parametrize(
    "question",
    [
        "how many in Travis were not only Mexicans",
        "how many in Travis were not just convictions",
        "refusals not only in Travis",
        "how many were not solely for DUI in Texas",
        "Colorado but not only convictions",
        "which counties have yet to refuse a detainer",
        "states yet to decline anything in week 2",
    ],
)
def test_what_is_not_left_out_is_not_counted_out(question: str, desk: Desk) -> None:
    """ "Not only Mexicans" leaves no one out, and no row tells who is yet to refuse."""
    assert desk.ask(question).status != "answered"
