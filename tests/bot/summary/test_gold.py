"""The summary of each sample report, figure by figure and table by table, against the gold tables."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.messages import summary as say
from bot.summary.build import build
from bot.summary.content import Section, Summary
from bot.summary.reading import open_reader
from bot.summary.statements import Read
from tests.bot.summary import gold


@pytest.fixture(scope="module")
def read(sample_db: Path) -> Read:
    return open_reader(sample_db)


@pytest.fixture(scope="module", params=gold.REPORTS)
def summary(request: pytest.FixtureRequest, read: Read) -> Summary:
    return build(read, request.param)


def rows(summary: Summary, key: str) -> list[tuple[object, ...]]:
    return list(next(listing.rows for listing in summary.listings if listing.key == key))


@pytest.mark.no_cover
def test_every_figure(summary: Summary) -> None:
    expected = gold.figures(summary.report_id)
    told = {fact.key: fact.value for fact in summary.facts}
    assert {key: told[key] for key in expected} == expected
    assert set(told) - set(expected) == {"checks", "disputes"}


def test_every_figure_has_its_statement(summary: Summary, read: Read) -> None:
    for fact in summary.facts:
        assert fact.sql.startswith("SELECT")
        assert read(fact.sql).columns


@pytest.mark.parametrize("key", ["places", "states", "citizenships"])
def test_every_row_of_the_rankings(summary: Summary, key: str) -> None:
    columns = {"places": ("county", "state"), "states": ("state",), "citizenships": ("citizenship",)}[key]
    width = len(columns)
    told = {row[:width]: row[width] for row in rows(summary, key)}
    assert told == dict(gold.counted(summary.report_id, *columns))
    counts = [row[width] for row in rows(summary, key)]
    assert counts == sorted(counts, reverse=True)  # type: ignore[type-var]


def test_offenses_with_charges_and_convictions(summary: Summary) -> None:
    split = gold.counted(summary.report_id, "offense", "disposition")
    for offense, total, charges, convictions, *_ in rows(summary, "offenses"):
        assert charges == split[str(offense), "charge"]
        assert convictions == split[str(offense), "conviction"]
        assert total == gold.counted(summary.report_id, "offense")[(str(offense),)]


def test_section_one_as_printed(summary: Summary) -> None:
    told = {(county, state): issued for county, state, issued, _ in rows(summary, "issued")}
    assert told == {(r["county"], r["state"]): int(r["issued"]) for r in gold.rows("issued", summary.report_id)}


def test_policies_that_came_and_went(summary: Summary) -> None:
    previous = gold.before(summary.report_id)
    if previous is None:
        assert not any(listing.key.startswith("policies_") for listing in summary.listings)
        return
    changed = gold.policies(summary.report_id, previous)
    assert {row[0] for row in rows(summary, "policies_added")} == changed.added
    assert {row[0] for row in rows(summary, "policies_removed")} == changed.removed


def test_what_was_taken_back_is_shown_beside_what_was_published(summary: Summary) -> None:
    places = next(listing for listing in summary.listings if listing.key == "places")
    taken = [r for r in gold.rows("refusals", summary.report_id) if gold.taken_back(r, "II")]
    assert ("standing" in places.columns) == bool(taken)
    if taken:
        standing = {row[:2]: row[3] for row in places.rows}
        assert all(standing[row["county"], row["state"]] == 0 for row in taken)


def test_every_limit_that_the_report_states(summary: Summary) -> None:
    topics = [caveat.topic for caveat in summary.caveats]
    assert len(topics) == len(set(topics)), "one entry a topic"
    stated = {"awareness", "issue_date", "issued_not_declined", "resumed_issuing", "policies_may_have_changed"}
    assert stated | {"sample", "charge_not_conviction", "definition"} <= set(topics)
    assert ("correction" in topics) == bool(gold.rows("corrections", summary.report_id))
    quoted = [c for c in summary.caveats if c.topic in stated]
    assert all(c.report == summary.report_id and c.page for c in quoted)


def test_the_trend_over_the_reports(summary: Summary) -> None:
    trend = next(section.chart for section in summary.sections if section.key == "trend")
    assert trend is not None
    assert trend.key == "trend"
    told = [(w.report_id, w.refusals, w.standing) for w in trend.weeks]  # type: ignore[union-attr]
    assert told == [(r, len(gold.rows("refusals", r)), len(gold.standing(r))) for r in gold.REPORTS]
    assert any("not a trend" in note for note in trend.notes)


def test_sources_name_the_pages(summary: Summary) -> None:
    assert summary.sources[0].report == summary.report_id
    assert summary.sources[0].pages == sorted({int(r["page"]) for r in gold.rows("refusals", summary.report_id)})


def test_the_newest_report_by_default(read: Read) -> None:
    assert build(read).report_id == max(gold.REPORTS)


_DATE = re.compile(r"\b[A-Z][a-z]{2} \d{1,2}(?:, \d{4})?")
_MORE = re.compile(r" and \d+ more\.$")  # those that a list of names leaves out of the number just told
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def held(summary: Summary, section: Section) -> set[str]:
    """The week's total, and every figure and cell of a section, each with its statement, as people write it."""
    cells = [summary.fact("refused").value, *(fact.value for fact in section.facts)] + [
        c for t in section.listings for row in t.rows for c in row
    ]
    numbers = [cell for cell in cells if isinstance(cell, int | float) and not isinstance(cell, bool)]
    return {say.number(number) for number in numbers} | {say.number(abs(number)) for number in numbers}


def test_every_number_in_a_sentence_is_a_figure_with_a_statement(summary: Summary) -> None:
    for section in summary.sections:
        statements = [fact.sql for fact in section.facts] + [listing.sql for listing in section.listings]
        assert all(statement.startswith("SELECT") for statement in statements)
        for sentence in section.sentences:
            if sentence.startswith("Disputed:"):  # what a place says, word for word
                continue
            told = _MORE.sub("", _DATE.sub("", sentence))
            for label in say.AGES.values():
                told = told.replace(f"{label} (", " (")
            stray = [
                number.strip(",") for number in _NUMBER.findall(told) if number.strip(",") not in held(summary, section)
            ]
            assert stray == [], (section.key, sentence)
