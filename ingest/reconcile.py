"""What a report states against what was read from its rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise

from ingest.records import Check, Report
from ingest.vocabulary.dates import find_periods

_FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Counts:
    """What the reader counted beside its records.

    rows: rows of Section II as printed, quarantined ones included. left: lines outside the tables that look like rows.
    words: words on all pages; accounted: those that ended in a record, a caveat, a known kind of text, or unread.
    """

    rows: int
    left: int
    words: int
    accounted: int


def checks(report: Report, counts: Counts) -> Report:
    """The report with its checks.

    A failed check does not stop the load; answers from the report carry it as a caveat.
    """
    read = sum(row.issued for row in report.issued)
    listed = report.issued_listed
    enacted = [row.enacted for row in report.policies if row.enacted is not None]
    found = [
        Check("period_is_a_week", 7, (report.period_end - report.period_start).days + 1, _is_week(report)),
        Check("period_in_titles", None, None, _titles_agree(report)),
        Check("section_i_sum", listed, read, listed is None or listed == read),
        Check("section_ii_rows", report.declined_stated, len(report.refusals), _all_rows(report, counts.rows)),
        _order("section_i_order", [-row.issued for row in report.issued]),
        _order("section_iii_order", [-day.toordinal() for day in enacted]),
        Check("section_iii_months", len(report.policies), len(enacted), len(report.policies) == len(enacted)),
        Check("rows_left_unread", 0, counts.left, counts.left == 0),
        Check("words_accounted", counts.words, counts.accounted, counts.words == counts.accounted),
        _blanks(report),
        Check("quarantine_empty", 0, len(report.quarantined), not report.quarantined),
    ]
    return replace(report, checks=tuple(found))


def _blanks(report: Report) -> Check:
    """Whether blank cells are clear: a table that never prints a value twice running may mean "as above" by a blank.

    `read` counts the blank cells that are not.
    """
    unclear = 0
    for name in ("citizenship", "facility"):
        values: list[str] = [getattr(row, name) for row in report.refusals]
        printed = [row.raw.get(name, "") for row in report.refusals]  # a dash says that nothing is known
        blank = sum(1 for after, cell in zip(values[1:], printed[1:], strict=True) if not after and not cell)
        if not any(before and before == after for before, after in pairwise(values)):
            unclear += blank
    return Check("blank_cells_clear", 0, unclear, not unclear)


def _is_week(report: Report) -> bool:
    """Saturday to Friday, seven days."""
    return report.period_end.weekday() == _FRIDAY and report.period_end - report.period_start == timedelta(days=6)


def _titles_agree(report: Report) -> bool:
    """Whether the section titles that name a week name the one on the cover."""
    stated = [mention.period for title in report.titles.values() for mention in find_periods(title) if mention.period]
    return all(period == (report.period_start, report.period_end) for period in stated)


def _all_rows(report: Report, rows: int) -> bool:
    return report.declined_stated == rows == len(report.refusals)


def _order(name: str, keys: list[int]) -> Check:
    """Whether a table is sorted as the report says; `read` counts the rows out of order."""
    out = sum(1 for before, after in pairwise(keys) if after < before)
    return Check(name, 0, out, out == 0)
