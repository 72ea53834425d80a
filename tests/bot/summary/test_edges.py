"""A summary where there is little to summarise, or where something is wrong."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.semantic import load_model, prompt_data
from bot.summary.build import build
from bot.summary.material import NoReport
from bot.summary.naming import leading, place_name
from bot.summary.statements import Rows, Unreadable, statement


class Tables:
    """The views as DuckDB tables with whatever rows a test gives them."""

    def __init__(self) -> None:
        import duckdb

        self.con = duckdb.connect(":memory:")
        for view in load_model().views.values():
            columns = ", ".join(f"{column.name} {column.type}" for column in view.columns.values())
            self.con.execute(f"CREATE TABLE {view.name} ({columns})")

    def put(self, view: str, **row: Any) -> None:
        names, marks = ", ".join(row), ", ".join("?" for _ in row)
        self.con.execute(f"INSERT INTO {view} ({names}) VALUES ({marks})", list(row.values()))

    def report(self, start: date, stated: int | None = None, issued: int | None = 3000, **kept: Any) -> str:
        self.put(
            "reports",
            report_id=start.isoformat(),
            period_start=start,
            period_end=date.fromordinal(start.toordinal() + 6),
            issued_nationwide=issued,
            declined_stated=stated,
            pages=5,
            sample=False,
            checks_failed=kept.get("failed", 0),
            quarantined=kept.get("aside", 0),
        )
        return start.isoformat()

    def policy(self, report: str, place: str, criteria: str) -> None:
        named = {"jurisdiction": f"{place}, Ohio", "place": place, "state": "Ohio", "aor": "x"}
        what = {"enacted": date(2017, 1, 1), "policy": "p", "criteria": criteria, "page_from": 4, "page_to": 4}
        self.put("policies", report_id=report, row_no=1, **named, **what)

    def dispute(self, report: str, section: str, place: tuple[str, str], text: str, by: str, on: date) -> None:
        county, state = place
        named = {"topic": "disputed", "text": text, "county": county, "state": state, "stated_by": by, "stated_on": on}
        self.put("caveats", report_id=report, section=section, **named)

    def read(self, sql: str) -> Rows:
        cursor = self.con.execute(sql)
        return Rows(tuple(d[0] for d in cursor.description or ()), tuple(cursor.fetchall()), sql)


WEEK, NEXT, LATER = date(2017, 3, 4), date(2017, 3, 11), date(2017, 3, 25)


def sentences(summary: Any, key: str) -> str:
    return " ".join(next(section.sentences for section in summary.sections if section.key == key))


def test_no_report_at_all() -> None:
    with pytest.raises(NoReport, match="No report is loaded"):
        build(Tables().read)


def test_a_report_that_is_not_loaded_is_named_with_those_that_are() -> None:
    tables = Tables()
    tables.report(WEEK)
    with pytest.raises(NoReport, match="2017-03-04"):
        build(tables.read, "2017-09-01")


def test_a_week_without_refusals() -> None:
    tables = Tables()
    tables.report(WEEK, stated=0, issued=None)
    summary = build(tables.read)
    assert "no refused detainer" in sentences(summary, "totals")
    assert "does not state" in sentences(summary, "totals")
    assert summary.fact("refused").value == 0
    assert summary.fact("issued_nationwide").value is None
    assert all(section.chart is None for section in summary.sections)


def test_a_gap_is_no_week_before() -> None:
    tables = Tables()
    tables.report(WEEK)
    tables.report(LATER)
    summary = build(tables.read)
    assert summary.previous is None
    assert "not loaded, so no change is given" in sentences(summary, "totals")
    assert "fewer" not in summary.headline
    assert "more" not in summary.headline
    trend = next(section.chart for section in summary.sections if section.key == "trend")
    assert trend is not None
    assert any("left blank" in note for note in trend.notes)


def test_a_total_that_does_not_fit_is_said_and_becomes_a_caveat() -> None:
    tables = Tables()
    tables.report(WEEK, stated=12, failed=1, aside=2)
    summary = build(tables.read)
    assert summary.fact("checks_failed").value == 3
    assert "stated 12, read 0" in sentences(summary, "checks")
    unfit = next(caveat for caveat in summary.caveats if caveat.topic == "unreconciled")
    assert "12" in unfit.text
    assert "2 rows set aside" in unfit.text


def test_a_policy_listed_in_both_weeks_with_other_criteria_is_changed() -> None:
    tables = Tables()
    for week, criteria in ((WEEK, "no holds"), (NEXT, "with a warrant")):
        report = tables.report(week)
        tables.policy(report, "Lorain", criteria)
        tables.policy(report, "Oberlin", "the same")
    summary = build(tables.read)
    assert [summary.fact(f"policies_{what}").value for what in ("added", "removed", "changed")] == [0, 0, 1]
    assert "Changed: Lorain, Ohio." in sentences(summary, "policies")


def test_disputes_name_their_place_and_source_once_with_one_date() -> None:
    tables = Tables()
    report = tables.report(WEEK)
    for section in ("I", "III"):
        tables.dispute(report, section, ("King", "Washington"), "King says so.", "KUOW", date(2017, 3, 21))
    for state in ("New York", "Pennsylvania"):
        tables.dispute(
            report, "I", ("Franklin", state), "Franklin says no.", "local press, March 2017", date(2017, 3, 1)
        )
    summary = build(tables.read)
    told = [text for text in sentences(summary, "corrections").split("Disputed: ") if "says" in text]
    assert [text.strip() for text in told] == [
        "Franklin County, New York: Franklin says no (local press, March 2017).",
        "Franklin County, Pennsylvania: Franklin says no (local press, March 2017).",
        "King County, Washington: King says so (KUOW, Mar 21, 2017).",
    ]
    assert summary.fact("disputes").value == 3


def test_only_dates_are_put_into_statements() -> None:
    with pytest.raises(ValueError, match="Invalid isoformat"):
        statement("refused", report="2017-01-28' OR '1'='1")


def test_every_statement_says_what_it_is_for() -> None:
    entries = prompt_data("summary.yaml").values()
    assert all(entry["says"] and entry["sql"].startswith("SELECT") for entry in entries)


def test_a_statement_that_is_refused_is_said_not_skipped(sample_db: Any) -> None:
    from bot.summary.reading import open_reader

    with pytest.raises(Unreadable, match="not run"):
        open_reader(sample_db)("SELECT 142 AS refusals FROM refusals")


def test_ties_are_counted() -> None:
    ranked = [("a", 3, 3), ("b", 2, 0), ("c", 1, 1), ("d", 1, 1), ("e", 1, 1)]
    assert leading(ranked) == (ranked[:3], 2)
    assert leading([]) == ([], 0)


@pytest.mark.parametrize(
    ("county", "state", "name"),
    [
        ("Travis", "Texas", "Travis County, Texas"),
        ("District of Columbia", "District of Columbia", "District of Columbia"),
        ("New York City", "New York", "New York City, New York"),
        (None, "California", "California"),
        (None, None, "place not stated"),
    ],
)
def test_places_as_people_write_them(county: str | None, state: str | None, name: str) -> None:
    assert place_name(county, state) == name
