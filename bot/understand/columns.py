"""Rows with the columns that a question names: "list the homicide cases with county and citizenship"."""

from __future__ import annotations

from bot.query import FieldName
from bot.understand.dims import FIELDS
from bot.understand.draft import Draft

_COLUMNS = ("state", "county", "place", "facility", "citizenship", "offense", "disposition", "report", "issue_date")
_SHAPED = ("measure", "order", "limit", "compare", "group", "negation", "question", "bound")
_LIGHT = ("padding", "conjunction:and", "function:article")
_ROWS = ("noun:detainer", "noun:person", "subject:refusal", "value", "disposition")


def named_columns(draft: Draft) -> tuple[FieldName, ...]:
    """The columns that end a request for rows, given their role; none where it is no such request.

    The words stand last, behind "with" or a colon, and only rows are listed before them: of the counties in
    "list counties with nationality" each would be asked for its nationalities.
    """
    start = _start(draft)
    head = draft.pieces[:start] if start is not None else []
    if start is None or draft.subject != "refusals" or any(p.has("dimension") for p in head):
        return ()
    asked = any(p.has("cue:list", "cue:rows") for p in head) and any(p.has(*_ROWS) for p in head)
    if not asked or any(p.has(*_SHAPED) for p in head if not p.has("cue:list", "cue:rows") and not _all(p.words)):
        return ()
    fields: list[FieldName] = []
    for at in range(start, len(draft.pieces)):
        piece = draft.pieces[at]
        if piece.has("dimension"):
            fields.append(FIELDS[_key(draft, at)][0])
        draft.use(at, "padding" if piece.has("padding") and not piece.has("dimension") else "measure:columns")
    draft.use_all("measure:rows", "cue:list", "cue:rows")
    for at, piece in enumerate(draft.pieces[:start]):
        if _all(piece.words):
            draft.use(at, "article")
    fields = list(dict.fromkeys(fields))
    return tuple(fields) if len(fields) > 1 or fields[0] == "place" else ("place", *fields)


def _all(words: str) -> bool:
    return words in ("every", "each", "all")


def _key(draft: Draft, at: int) -> str:
    return next(s.key for s in draft.pieces[at].senses if s.kind == "dimension")


def _start(draft: Draft) -> int | None:
    """Where the run of columns begins that the message ends with."""
    at = len(draft.pieces)
    while at > 0 and (
        _column(draft, at - 1) or draft.pieces[at - 1].has("padding", "conjunction:and", "function:article")
    ):
        if draft.pieces[at - 1].has("dimension") and set(draft.pieces[at - 1].gap) & set(":-"):
            return at - 1
        at -= 1
    while at < len(draft.pieces) and not draft.pieces[at].has("dimension"):
        at += 1
    opener = draft.pieces[at - 1] if 0 < at < len(draft.pieces) else None
    before = draft.pieces[at - 2] if at > 1 and opener is not None and opener.has("function:article") else opener
    return at if before is not None and before.words in ("with", "w", "showing", "including") else None


def _column(draft: Draft, at: int) -> bool:
    """Whether a word names one column; a bare "date" may be either of two."""
    piece = draft.pieces[at]
    if piece.used or not piece.has("dimension") or piece.has("value", "place", "group"):
        return False
    key = _key(draft, at)
    return key in _COLUMNS or (key == "day" and len(piece.words.split()) > 1)
