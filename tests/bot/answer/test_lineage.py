"""What an answer rests on, as it is kept for later corrections."""

from __future__ import annotations

import pytest

from bot.answer.lineage import Lineage, both
from bot.ask import Desk

FIRST, SECOND, THIRD = "2017-01-28", "2017-02-04", "2017-02-11"


def test_a_figure_rests_on_views_columns_pages_and_the_place(desk: Desk) -> None:
    lineage = desk.ask("How many Travis County refusals involved convictions?").lineage
    assert lineage.views == ("refusals",)
    assert set(lineage.columns) >= {"refusals.county", "refusals.disposition"}
    assert lineage.places == (("Travis", "Texas"),)
    assert lineage.pages[FIRST] == tuple(range(8, 21))


def test_a_report_in_which_nothing_was_found_is_rested_on_too(desk: Desk) -> None:
    """A revision may add a row there, and the figure is then another."""
    answer = desk.ask("How many refusals did Williamson County, Texas have?")
    assert [source.report for source in answer.sources] == [FIRST]
    assert answer.lineage.reports == (FIRST, SECOND, THIRD)


@pytest.mark.parametrize(
    ("question", "reports"),
    [
        ("How many refusals in the second report?", (SECOND,)),
        ("How many more refusals in week 1 than in week 2?", (FIRST, SECOND)),
        ("How many refusals were there?", (FIRST, SECOND, THIRD)),
    ],
)
def test_only_reports_looked_into(desk: Desk, question: str, reports: tuple[str, ...]) -> None:
    assert desk.ask(question).lineage.reports == reports


def test_a_share_of_a_place_rests_on_more_than_the_place(desk: Desk) -> None:
    assert desk.ask("What share of all refusals did Travis County have?").lineage.places == ()


def test_a_list_names_its_rows(desk: Desk) -> None:
    answer = desk.ask("List the refusals in Denver County")
    assert len(answer.lineage.rows) == len(answer.rows) == 5
    assert {report for report, _ in answer.lineage.rows} <= {FIRST, SECOND, THIRD}


def test_two_questions_in_one_rest_on_both() -> None:
    travis = Lineage(views=("refusals",), reports=(FIRST,), places=(("Travis", "Texas"),), pages={FIRST: (8, 9)})
    nationwide = Lineage(views=("issued",), reports=(SECOND,), pages={FIRST: (2,)})
    together = both([travis, nationwide])
    assert together.views == ("issued", "refusals")
    assert together.reports == (FIRST, SECOND)
    assert together.places == ()
    assert together.pages == {FIRST: (2, 8, 9)}
