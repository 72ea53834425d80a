from __future__ import annotations

import pytest

from tests.bot.sql.conftest import Judge


@pytest.mark.parametrize(
    "figure",
    [
        *(
            "4231",
            "'4231'",
            "'4,231'",
            "'42%'",
            "'42' || '31'",
            "-5",
            "1e3",
            "0",
            "1",
            "true::INT",
            "round(4.2)",
        ),
        *(
            "count(*) + 1",
            "count(*) - 1",
            "count(*) * 3",
            "count(*) / 3",
            "count(*) % 7",
            "count(*) // 2",
            "500 - count(*)",
        ),
        *(
            "count(*) * 100",
            "100.0 * sum(page_to - page)",
            "1.0 / count(*)",
            "count(*) / 7",
            "count(*) / 365.25",
            "count(*) ** 2",
        ),
        *("greatest(count(*), 5)", "least(count(*), 0)", "coalesce(max(page), 7)", "ifnull(max(page), 7)"),
        *("coalesce(NULL, 1)", "CASE WHEN count(*) > 0 THEN 1 ELSE 1 END", "CASE WHEN count(*) > 0 THEN 5 END"),
        *("if(count(*) > 0, 42, 43)", "nullif(500, count(*))", "nullif(count(*), count(*))", "count(NULL)"),
        *("sum(2)", "max(5)", "avg(7)", "mode(5)", "list(5)[1]", "[4, count(*)][1]", "string_agg('4', '')"),
        *("sum(CASE WHEN withdrawn THEN 5 ELSE 1 END)", "avg(CASE WHEN withdrawn THEN 50 ELSE 0 END)"),
        *("max(length(CASE WHEN withdrawn THEN 'aaa' ELSE 'b' END))", "max(length(concat(left(county, 1), 'xxxx')))"),
        *("count(*) - count(*)", "count(*) / count(*)", "count(*) + count(*)", "(SELECT count(*) FROM refusals) * 2"),
        *(
            "concat('4', count(*))",
            "count(*) || '0'",
            "max(replace(county, 'a', '9'))",
            "max(strftime(declined_on, '4231'))",
        ),
        *(
            "DATE '2017-02-01'",
            "max(greatest(declined_on, DATE '2017-02-09'))",
            "coalesce(max(issued_on), DATE '2017-02-09')",
        ),
        *(
            "max(declined_on) + 7",
            "year(DATE '4231-01-01')",
            "max(year(declined_on + INTERVAL 9 YEAR))",
            "current_date",
        ),
        *(
            "max((declined_on + INTERVAL 9 DAY) - declined_on)",
            "date_diff('day', DATE '2017-01-01', DATE '2018-01-01')",
        ),
        *("count(*) + CASE WHEN count(*) > 0 THEN 1 ELSE 0 END", "sqrt(16) * count(*)", "bool_or(withdrawn)::INT * 9"),
        *("max(instr('aaab', disposition))", "max(levenshtein('aaaa', 'b'))", "max(date_part('day', INTERVAL 42 DAY))"),
    ],
)
def test_an_invented_figure_is_refused(judge: Judge, figure: str) -> None:
    judge.refuses(f"SELECT {figure} AS n, count(*) AS m FROM refusals", "ungrounded")


@pytest.mark.parametrize(
    "sql",
    [
        "WITH t AS (SELECT 5 AS n, county FROM refusals) SELECT n FROM t",
        "WITH t AS (SELECT 5 AS n, county FROM refusals) SELECT sum(n) FROM t",
        "SELECT count(*) * max(t.f) FROM (SELECT 3 AS f, county FROM refusals) t",
        "SELECT n FROM (SELECT count(*) AS n FROM refusals UNION ALL SELECT 99 FROM reports)",
        "SELECT state, count(*) FROM refusals GROUP BY state UNION ALL SELECT state, 9 FROM "
        "reports JOIN refusals USING (report_id)",
        "SELECT lag(count(*), 1, 99) OVER (ORDER BY state), state FROM refusals GROUP BY state",
        "SELECT 'Travis declined 142' AS answer FROM refusals",
        "SELECT county FROM refusals UNION ALL SELECT 'Harris'",
        "SELECT count(*)",
        "SELECT (SELECT 5) AS n, county FROM refusals",
        "SELECT county FROM refusals WHERE county IN (SELECT 'Travis')",
    ],
)
def test_it_is_found_through_subqueries_ctes_unions_and_windows(judge: Judge, sql: str) -> None:
    judge.refuses(sql, "ungrounded")


@pytest.mark.parametrize(
    "figure",
    [
        *(
            "round(100.0 * count(*) FILTER (WHERE withdrawn) / count(*), 1)",
            "100 * avg((withdrawn)::INT)",
            "count(*) * 1.0",
        ),
        *("count(*) FILTER (WHERE withdrawn) / count(*) * 100", "avg(CASE WHEN withdrawn THEN 100.0 ELSE 0 END)"),
        *("1 - 1.0 * count(*) FILTER (WHERE withdrawn) / count(*)", "count(*) * 100.0 / sum(count(*)) OVER ()"),
        *("avg(declined_on - issued_on) / 7", "median(date_diff('day', issued_on, declined_on)) / 365.25"),
        *("sum(CASE WHEN withdrawn THEN 1 ELSE 0 END)", "count(CASE WHEN withdrawn THEN 1 END)", "sum(1)", "count(1)"),
        *(
            "coalesce(max(page), 0)",
            "sum(withdrawn::INT)",
            "CASE WHEN count(*) > 9 THEN 1 ELSE 0 END",
            "max(page) - min(page)",
        ),
        *(
            "'a label'",
            "NULL",
            "'2017-02-04'",
            "quantile_cont(declined_on - issued_on, 0.9)",
            "round(avg(declined_on - issued_on), 2)",
            "max(left(county, 3))",
        ),
        *("max(declined_on) - DATE '2017-01-20'", "date_diff('day', max(declined_on), current_date)"),
        *(
            "max(declined_on) + INTERVAL 1 DAY",
            "max(levenshtein(county, 'Travis'))",
            "max(strftime(declined_on, '%Y-%m'))",
        ),
        *(
            "string_agg(DISTINCT county, ', ')",
            "max(county || ', ' || state)",
            "round(avg(declined_on - issued_on) * 100) / 100",
        ),
        *(
            "greatest(count(*) FILTER (WHERE withdrawn), count(*) FILTER (WHERE NOT withdrawn))",
            "nullif(count(*), 5)",
            "count(*) > 500",
        ),
    ],
)
def test_honest_figures_are_accepted(judge: Judge, figure: str) -> None:
    judge.accepts(f"SELECT {figure} AS n, count(*) AS m FROM refusals")


def test_numbers_are_welcome_where_they_do_not_come_out(judge: Judge) -> None:
    judge.accepts(
        "SELECT county, count(*) AS n FROM refusals WHERE row_no * 3 < 900 AND page BETWEEN 3 AND 99 GROUP BY county "
        "HAVING count(*) > 2 + 3 ORDER BY CASE WHEN county = 'Travis' THEN 7 ELSE 9 END, n * 5 LIMIT 50"
    )


def test_the_rest_of_a_quotient_is_not_cut_off(judge: Judge) -> None:
    convicted = "count(*) FILTER (WHERE disposition = 'conviction')"
    for cut in (
        f"{convicted} // count(*)",
        f"ceil(100.0 * {convicted} / count(*))",
        f"floor({convicted} * 100 / count(*))",
    ):
        judge.refuses(f"SELECT {cut} AS share FROM refusals", "ungrounded")
    for whole in (f"round(100.0 * {convicted} / count(*))", "floor(avg(declined_on - issued_on))"):
        judge.accepts(f"SELECT {whole} AS figure FROM refusals")
    judge.accepts("SELECT (declined_on - issued_on) // 7 AS weeks, count(*) AS n FROM refusals GROUP BY 1")


def test_an_average_takes_no_zero_for_the_rows_left_out(judge: Judge) -> None:
    for figure in ("avg(CASE WHEN state = 'Texas' THEN issued ELSE 0 END)", "min(if(state = 'Texas', issued, 0))"):
        judge.refuses(f"SELECT {figure} AS n FROM issued", "ungrounded")
    for figure in (
        "avg(CASE WHEN state = 'Texas' THEN issued END)",
        "sum(CASE WHEN state = 'Texas' THEN issued ELSE 0 END)",
        "avg(CASE WHEN state = 'Texas' THEN 1 ELSE 0 END)",
    ):
        judge.accepts(f"SELECT {figure} AS n FROM issued")
