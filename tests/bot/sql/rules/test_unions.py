from __future__ import annotations

from tests.bot.sql.conftest import Judge


def test_one_column_of_a_union_holds_one_thing(judge: Judge) -> None:
    refused = "SELECT {}state, count(*) AS n FROM refusals GROUP BY state"
    issued = "SELECT {}state, sum(issued) FROM issued GROUP BY state"
    judge.refuses(f"{refused.format('')} UNION ALL {issued.format('')}", "unlike_figures")
    said = [refused.format("'declined' AS what, "), issued.format("'issued', ")]
    judge.accepts(" UNION ALL ".join(said))
    judge.refuses("SELECT county FROM refusals UNION SELECT state FROM refusals")
    judge.accepts("SELECT county, state FROM refusals UNION SELECT county, state FROM issued")
    judge.accepts(f"{refused.format('')} UNION ALL SELECT 'all states', count(*) FROM refusals")


def test_two_figures_are_of_the_same_places(judge: Judge) -> None:
    week = "(SELECT count(*) FROM refusals WHERE report_id = '2017-0{}')"
    judge.accepts(f"SELECT {week.format('2-04')} / {week.format('1-28')} AS growth")
    texas = "(SELECT count(*) FROM refusals WHERE report_id = '2017-01-28' AND state = 'Texas')"
    judge.refuses(f"SELECT {week.format('2-04')} / {texas} AS growth", "unlike_rows")
    judge.accepts(f"SELECT {texas} / {week.format('1-28')} AS share")
    stated = "(SELECT declined_stated FROM reports WHERE report_id = '2017-01-28')"
    judge.refuses(f"SELECT count(*) - {stated} AS missing FROM refusals", "unlike_rows")
    judge.accepts(f"SELECT {week.format('1-28')} - {stated} AS missing")


def test_a_total_is_not_divided_by_one_of_many_values(judge: Judge) -> None:
    joined = "FROM refusals r JOIN issued i USING (report_id, county, state) GROUP BY r.state"
    judge.refuses(f"SELECT r.state, count(*) * 1.0 / max(i.issued) AS rate {joined}", "unlike_figures")
    judge.accepts(
        "SELECT r.report_id, count(*) * 1.0 / max(p.issued_nationwide) AS rate FROM refusals r JOIN reports p "
        "USING (report_id) GROUP BY r.report_id"
    )
