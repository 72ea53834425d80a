"""Index pages: links, posting dates and periods, however they are laid out."""

from __future__ import annotations

from datetime import date

from ingest.documents.index_page import read

TITLE = "<h1>Declined Detainer Outcome Report</h1>"


def test_dates_in_a_table_column() -> None:
    page = read(
        f"<html><body>{TITLE}<table><tr><th>Period</th><th>Date posted</th><th>File</th></tr>"
        "<tr><td>02/18/2017 - 02/24/2017"
        "</td><td>04/12/2017</td><td><a href='x.pdf'>PDF</a></td></tr></table></body></html>".encode()
    )
    (posting,) = page.postings
    assert (posting.period_start, posting.posted_on) == (date(2017, 2, 18), date(2017, 4, 12))


def test_a_date_after_the_link_and_a_period_in_the_file_name() -> None:
    page = read(
        f"<html>{TITLE}<ul><li><a href='a/ddor2017_02-04to02-10.pdf?x=1'>report</a>, March 29, 2017</ul>".encode()
    )
    (posting,) = page.postings
    assert (posting.period_start, posting.posted_on) == (date(2017, 2, 4), date(2017, 3, 29))


def test_no_date_is_none() -> None:
    (posting,) = read(f"<html>{TITLE}<p><a href='x.pdf'>report</a></p>".encode()).postings
    assert (posting.period_start, posting.posted_on) == (None, None)


def test_scripts_are_no_text() -> None:
    page = read(f"<html>{TITLE}<script>posted April 1, 2017</script><p><a href='x.pdf'>r</a></p>".encode())
    assert page.postings[0].posted_on is None
