from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    "label",
    [
        "CASE state WHEN 'Texas' THEN 'California' ELSE state END",
        "CASE WHEN state IN ('Texas', 'Ohio') THEN 'Texas' ELSE state END",
        "CASE WHEN disposition = 'charge' THEN 'Ohio' ELSE state END",
        "if(state = 'Texas', 'Ohio', state)",
        "coalesce(nullif(state, 'Texas'), 'Nevada')",
        "replace(state, 'Texas', 'Ohio')",
        "regexp_replace(county, '.*', 'Cook')",
        "CASE WHEN county = 'Travis' THEN 'Williamson' ELSE county END",
        "CASE WHEN citizenship = 'Mexico' THEN 'Honduras' ELSE 'other' END",
        "CASE month(declined_on) WHEN 1 THEN 'February' WHEN 2 THEN 'January' END",
        "CASE WHEN isodow(declined_on) = 1 THEN 'Tue' ELSE 'other' END",
        "CASE month(declined_on) WHEN 2 THEN 'February' ELSE 'January' END",
        "CASE strftime(declined_on, '%m') WHEN '01' THEN 'March' END",
        "CASE disposition WHEN 'charge' THEN 'convicted' ELSE 'charged' END",
    ],
)
def test_a_value_under_another_ones_name_is_refused(judge: Judge, label: str) -> None:
    judge.refuses(f"SELECT {label} AS x, count(*) AS n FROM refusals GROUP BY 1", "misnamed")


@pytest.mark.parametrize(
    "label",
    [
        "CASE WHEN state IN ('Texas', 'Ohio') THEN 'Texas and Ohio' ELSE state END",
        "CASE WHEN state <> 'Texas' THEN 'other' ELSE 'Texas' END",
        "CASE WHEN citizenship = 'Burma' THEN 'Myanmar' ELSE citizenship END",
        "CASE WHEN county IN ('Los Angeles', 'Orange') THEN 'LA area' ELSE county END",
        "coalesce(citizenship, '(not given)')",
        "coalesce(citizenship, 'unknown')",
        "CASE WHEN month(declined_on) = 1 THEN 'January' WHEN month(declined_on) = 2 THEN 'Feb' ELSE 'later' END",
        "CASE dayofweek(declined_on) WHEN 0 THEN 'Sunday' WHEN 6 THEN 'Saturday' ELSE 'weekday' END",
        "CASE disposition WHEN 'charge' THEN 'charged' ELSE 'convicted' END",
        "replace(county, 'Saint', 'St')",
    ],
)
def test_a_value_under_its_own_name_or_a_wider_one_is_accepted(judge: Judge, label: str) -> None:
    judge.accepts(f"SELECT {label} AS x, count(*) AS n FROM refusals GROUP BY 1")
