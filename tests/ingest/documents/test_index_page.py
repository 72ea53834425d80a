"""Index pages: links, posting dates and periods, however they are laid out."""

from __future__ import annotations

from datetime import date

import pytest

from ingest.documents.index_page import read
from ingest.errors import Rejected

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


CORRECTED = "Correction to the issue of Jan. 28 – Feb. 3, 2017."
WRONG = "Section I detainers listed for Franklin County, Iowa were sent instead to Lake County, Illinois."
ODD = "The refusals for Travis County, Texas are another matter."


@pytest.mark.parametrize(
    "block",
    [
        f"<h2>Correction</h2><p>{CORRECTED}</p><p>{WRONG}</p><p>{ODD}</p><h2>Contact</h2><p>Write to us.</p>",
        f"<h3><b>Corrections</b></h3><ul><li>{CORRECTED} {WRONG}</li><li>{ODD}</li></ul><h3>More</h3>",
        f"<div><p><strong>Correction:</strong></p><p>{CORRECTED} {WRONG} {ODD}</p></div><p>Write to us.</p>",
        f"<table><tr><td><p>{CORRECTED}</p><p>{WRONG}</p><p>{ODD}</p></td></tr></table><p>Write to us.</p>",
    ],
)
def test_corrections_in_any_markup_and_what_is_not_understood_of_them(block: str) -> None:
    page = read(f"<html><body>{TITLE}<p><a href='x.pdf'>report</a></p>{block}<footer>Home</footer></body>".encode())
    assert [(c.section, c.county, c.state) for c in page.corrections] == [("I", "Franklin", "Iowa")]
    assert [(u.section, u.text) for u in page.unread] == [("correction", ODD)]
    assert [(c.name, c.ok) for c in page.checks] == [("corrections_read", False)]


def test_a_page_that_is_nothing_but_a_correction_not_understood_is_refused() -> None:
    with pytest.raises(Rejected, match="another matter") as refused:
        read(f"<html><body>{TITLE}<h2>Correction</h2><p>{CORRECTED}</p><p>{ODD}</p></body>".encode())
    assert refused.value.code == "correction_unclear"
