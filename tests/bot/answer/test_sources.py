"""Sources: the pages of the rows, the section searched where there are none, the page that states a total."""

from __future__ import annotations

from bot.answer.answer import Answer
from bot.ask import Desk
from bot.query import Measure, Query
from tests.bot.answer.plans import CONVICTED, TRAVIS, asked, only, place, week
from tests.bot.sql.reckon import rows_of


def pages(answer: Answer) -> dict[str, list[int]]:
    return {s.report: s.pages for s in answer.sources}


def test_pages_are_those_of_the_rows(desk: Desk) -> None:
    wanted: dict[str, set[int]] = {}
    for row in rows_of("refusals"):
        if row["county"] == "Travis" and row["disposition"] == "conviction":
            wanted.setdefault(row["report_id"], set()).add(row["page"])
    assert pages(desk.ask_query(asked(TRAVIS, CONVICTED))) == {r: sorted(p) for r, p in wanted.items()}


def test_nothing_found_gives_the_pages_searched(desk: Desk) -> None:
    found = pages(desk.ask_query(asked(only("citizenship", "Canada"), week(2))))
    section = [row["page"] for row in rows_of("refusals") if row["report_id"] == "2017-02-04"]
    assert found == {"2017-02-04": list(range(min(section), max(section) + 1))}


def test_a_stated_total_stands_where_its_section_begins(desk: Desk) -> None:
    fact = Query(subject="reports", measure=Measure(kind="value", fields=("issued_nationwide",)), filters=(week(2),))
    assert pages(desk.ask_query(fact)) == {"2017-02-04": [2]}


def test_two_parts_give_the_pages_of_both(desk: Desk) -> None:
    second = Query(subject="policies", filters=(place("Texas", "Travis"), week(1)))
    both = pages(desk.ask_query(asked(TRAVIS, week(1), also=second)))
    assert 22 in both["2017-01-28"]
    assert 7 in both["2017-01-28"]


def test_a_report_of_the_whole_is_cited_where_none_of_its_rows_are_the_part(desk: Desk) -> None:
    answer = desk.ask("how many Philadelphia refusals were issued before 2017")
    assert "0 of 2 (Feb 11" in answer.text
    rows = [r for r in rows_of("refusals") if r["county"] == "Philadelphia" and r["report_id"] == "2017-02-11"]
    assert [s.report for s in answer.sources] == ["2017-01-28", "2017-02-11"]
    assert pages(answer)["2017-02-11"] == sorted({r["page"] for r in rows})
