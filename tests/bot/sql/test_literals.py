"""Warnings about texts and days that are not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.semantic import SemanticModel
from bot.sql.checker import Checker
from bot.sql.known import KnownValues
from bot.sql.runner import Runner
from bot.sql.verdict import Accepted

COUNT = "SELECT count(*) FROM refusals WHERE "


@pytest.fixture(scope="module")
def knowing(model: SemanticModel, gold_db: Path) -> Checker:
    return Checker(model, KnownValues(Runner(gold_db), model))


def _told(checker: Checker, condition: str) -> list[tuple[str, tuple[str, ...]]]:
    verdict = checker.check(COUNT + condition)
    assert isinstance(verdict, Accepted), verdict
    return [(w.code, w.nearest) for w in verdict.warnings]


@pytest.mark.parametrize(
    ("condition", "code", "nearest"),
    [
        ("county = 'Travus'", "unknown_value", "Travis"),
        ("citizenship IN ('Mexico', 'Hondoras')", "unknown_value", "Honduras"),
        ("state = 'TX'", "unknown_value", "Texas"),
        ("state <> 'Texass'", "unknown_value", "Texas"),
        ("(county, state) IN (('Travis', 'Texas'), ('Cook', 'Ilinois'))", "unknown_value", "Illinois"),
        ("county IN ['Travus']", "unknown_value", "Travis"),
        ("disposition = 'convicted'", "unknown_value", "conviction"),
        ("report_id = '2018-01-06'", "report_not_loaded", "2017-01-28"),
        ("report_id IN ('2017-01-28', '2016-01-02')", "report_not_loaded", "2017-02-11"),
    ],
)
def test_a_text_that_is_not_there_is_told_with_the_nearest(
    knowing: Checker, condition: str, code: str, nearest: str
) -> None:
    [(told, near)] = _told(knowing, condition)
    assert told == code
    assert nearest in near


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        ("offense ILIKE '%piracy%'", "no_match"),
        ("regexp_matches(offense, 'pirate|piracy')", "no_match"),
        ("starts_with(county, 'Xyz')", "no_match"),
        ("county LIKE 'travis'", "no_match"),  # no county is written in small letters
        ("contains(county, 'RAVIS')", "no_match"),
        ("strpos(county, 'Xyz') > 0", "no_match"),
        ("county LIKE 'Xy' || '%'", "no_match"),
        ("year(declined_on) = 2019", "date_not_loaded"),
        ("extract('year' FROM declined_on) > 2017", "date_not_loaded"),
        ("year(declined_on) BETWEEN 2018 AND 2019", "date_not_loaded"),
        ("strftime(declined_on, '%Y-%m') = '2018-03'", "date_not_loaded"),
        ("strftime(declined_on, '%Y') IN ('2018', '2019')", "date_not_loaded"),
        ("report_id >= '2018-01-01'", "date_not_loaded"),
        ("declined_on >= DATE '2018-01-01'", "date_not_loaded"),
        ("declined_on < DATE '2017-01-01'", "date_not_loaded"),
        ("declined_on = DATE '2017-05-01'", "date_not_loaded"),
        ("declined_on BETWEEN DATE '2017-05-01' AND DATE '2017-06-01'", "date_not_loaded"),
    ],
)
def test_what_matches_nothing_and_days_not_loaded_are_told(knowing: Checker, condition: str, code: str) -> None:
    assert {told for told, _ in _told(knowing, condition)} == {code}


@pytest.mark.parametrize(
    "condition",
    [
        *(
            "county = 'Travis'",
            "state IN ('Texas', 'California')",
            "lower(county) = 'travis'",
            "citizenship = 'Mexico'",
        ),
        *("county = 'Harris'", "citizenship = 'France'"),  # real, though no row names them: zero is honest
        *("offense LIKE '%Assault%'", "offense ILIKE '%ASSAULT%'", "declined_on >= DATE '2017-02-01'"),
        *("declined_on BETWEEN DATE '2017-01-01' AND DATE '2017-12-31'", "report_id > '2016-01-01'", "row_no = 900"),
        *("facility IS NULL", "activity = 'anything at all'", "length(county) = 6", "strpos(county, 'a') = 2"),
        *("county ILIKE 'TRAVIS'", "lower(county) LIKE 'trav%'", "regexp_matches(county, 'TRAVIS', 'i')"),
        *("year(declined_on) = 2017", "strftime(declined_on, '%Y-%m') = '2017-02'", "strpos(county, 'Trav') > 0"),
    ],
)
def test_what_is_there_or_real_is_not_told(knowing: Checker, condition: str) -> None:
    assert _told(knowing, condition) == []


FORMS = [
    "SELECT count(*) AS n FROM {view} WHERE {column} = 'Zzxq'",
    "SELECT count(*) AS n FROM {view} WHERE lower({column}) = 'zzxq'",
    "SELECT count(*) AS n FROM {view} WHERE {column} = concat('Zz', 'xq')",
    "SELECT count(*) AS n FROM {view} WHERE {column} IN ('Zzxq', 'Zzxr')",
    "SELECT count(*) AS n FROM {view} WHERE {column} ILIKE '%zzxq%'",
    "SELECT count(*) AS n FROM {view} WHERE NOT {column} LIKE 'Zzxq%'",
    "SELECT count(*) AS n FROM {view} WHERE regexp_matches({column}, 'Zzxq')",
    "SELECT count(*) AS n FROM {view} WHERE starts_with({column}, 'Zzxq')",
    "SELECT count(*) AS n FROM {view} WHERE contains(lower({column}), 'zzxq')",
    "SELECT count(*) FILTER (WHERE {column} = 'Zzxq') AS n FROM {view}",
    "SELECT sum(CASE {column} WHEN 'Zzxq' THEN 1 ELSE 0 END) AS n FROM {view}",
    "SELECT {column}, count(*) AS n FROM {view} GROUP BY {column} HAVING {column} = 'Zzxq'",
    "WITH w AS (SELECT {column} AS z, count(*) AS n FROM {view} GROUP BY 1) SELECT n FROM w WHERE z = 'Zzxq'",
    "WITH w AS (SELECT upper({column}) AS z FROM {view}) SELECT count(*) AS n FROM w WHERE z IN ('ZZXQ')",
    "SELECT count(*) AS n FROM {view} WHERE {column} IN (SELECT q.{column} FROM {view} q WHERE q.{column} = 'Zzxq')",
    "SELECT count(*) AS n FROM {view} a SEMI JOIN reports p ON p.report_id = a.report_id AND a.{column} = 'Zzxq'",
]


@pytest.mark.no_cover
@pytest.mark.parametrize("form", FORMS)
def test_every_dimension_is_known_in_every_form(knowing: Checker, model: SemanticModel, form: str) -> None:
    for column, views in model.dimensions.items():
        for view in views:
            if column == "report_id" or view == "foia_detainers" or (view == "caveats" and "reports p" in form):
                continue
            verdict = knowing.check(form.format(view=view, column=column))
            assert isinstance(verdict, Accepted), verdict
            assert verdict.warnings, f"{view}.{column}"


def test_warnings_stand_in_the_hint_and_never_refuse(knowing: Checker) -> None:
    verdict = knowing.check(COUNT + "county = 'Travus' OR county = 'Xq'")
    assert isinstance(verdict, Accepted)
    assert "Travus" in verdict.hint
    assert "Travis" in verdict.hint


def test_a_new_edition_is_known_at_once(tmp_path: Path, gold_db: Path, model: SemanticModel) -> None:
    import shutil

    import duckdb

    link, other = tmp_path / "current.duckdb", tmp_path / "other.duckdb"
    shutil.copy(gold_db, other)
    with duckdb.connect(str(other)) as connection:
        connection.execute("UPDATE refusals_rows SET county = 'Brandnew' WHERE county = 'Travis'")
    link.symlink_to(gold_db)
    checker = Checker(model, KnownValues(Runner(link), model))
    assert _told(checker, "county = 'Brandnew'")
    link.unlink()
    link.symlink_to(other)
    assert not _told(checker, "county = 'Brandnew'")
