"""Words on and around the pictures of pages, and the titles of charts."""

from __future__ import annotations

SAMPLE = "SAMPLE – reconstruction for testing, synthetic rows"
NO_ROWS = "No row stands behind this answer, so there is no page to mark."
NO_FACT_PAGE = "This answer stands on no page of a report."
NO_ANSWER = "There is no answer to show a page for: {text}"
NO_DOCUMENT = "The document of this page is not in the database."


NOUNS = {
    "refusals": ("row", "rows"),
    "issued": ("row", "rows"),
    "policies": ("entry", "entries"),
    "caveats": ("passage", "passages"),
    "corrections": ("correction", "corrections"),
}


def noun(subject: str, n: int) -> str:
    """What is marked on the page."""
    return NOUNS.get(subject, NOUNS["refusals"])[n != 1]


def caption(subject: str, where: str, page: int, marked: int, total: int) -> str:
    """'3 of 76 rows on this page · report of Jan 28 – Feb 3, 2017, page 7'."""
    return f"{marked:,} of {total:,} {noun(subject, total)} on this page · {where}, page {page}"


def fact_caption(where: str, page: int) -> str:
    return f"{where[:1].upper()}{where[1:]}, page {page}"


def report(week: str) -> str:
    return f"report of {week}"


def notice(week: str) -> str:
    """The document that takes entries of a report back."""
    return f"correction to the report of {week}"


def alt(subject: str, where: str, page: int, marked: int, total: int) -> str:
    """What a screen reader says."""
    if not total:
        return f"Page {page} of the {where}, which states the figure."
    return (
        f"Page {page} of the {where}, with {marked:,} of the {total:,} {noun(subject, total)} behind the answer marked."
    )


def no_such_page(wanted: int, most: int) -> str:
    pages = f"{most:,} page{'' if most == 1 else 's'}"
    return f"There is no page {wanted} to show: the rows stand on {pages}, choose 1 to {most:,}."


def written(path: str, caption_: str, index: int, of: int) -> str:
    return f"{path}: {caption_} (picture {index} of {of})"
