"""What is taken out in more words than one: "every report but the last", "did not come from Texas".

The words come down to the plain denial before a value, which `scope` reads; beside groups ("counties in every report
but the last") they are left alone, since there they tell of sets of groups.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.query import Place
from bot.understand.consistency import overlap
from bot.understand.forms import forms
from bot.understand.lexicon import Lexicon
from bot.understand.pieces import Piece
from bot.understand.places import Option
from bot.understand.report_dates import REPORT, refs
from bot.understand.reports import ordinal_numbers
from bot.understand.words import Sense

_EXCEPT = Sense("negation", "except")
_LIGHT = Sense("function", "preposition")
_VALUES = ("value", "place:mention", "disposition", "date")
_ALL = forms("takeouts", "all")


def fold_takeouts(pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """Denials of several words become the plain one."""
    pieces = _minus(pieces)
    if any(p.has("dimension") and not p.has(REPORT) for p in pieces):
        return _taken_out(pieces)
    pieces = _lone_ordinals(_every_report_but(pieces, lexicon), lexicon)
    return _taken_out(_came_from(_rows_but(pieces)))


def _every_report_but(pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """ "every report but the last", "in all weeks except week 2": a count over the others, and no table of weeks."""
    if not any(p.has("measure:count") or (p.has("subject:refusal") and not _verb(p)) for p in pieces) or _asks(pieces):
        return pieces
    for at in range(1, len(pieces) - 1):
        but = pieces[at]
        report = at - 1
        every = report - (not _every_one(pieces[report]))
        whole = every >= 0 and _every_one(pieces[every]) and pieces[report].has(REPORT, "cue:everything")
        behind = at + 1 + pieces[at + 1].has("function:article")
        named = behind < len(pieces) and pieces[behind].has("ordinal", "value:report")
        if whole and named and not but.gap and (but.words == "but" or but.has("negation:except")):
            pieces[at] = but.narrowed(_EXCEPT)
            for k in range(every, at):
                pieces[k] = pieces[k].narrowed(Sense("function", "article"))
            pieces[behind] = _as_report(pieces[behind], lexicon)
    return pieces


def _minus(pieces: list[Piece]) -> list[Piece]:
    """ "Denver minus Harris": the difference of the two. "Texas minus Travis" leaves the part out of the whole."""
    for at, piece in enumerate(pieces):
        if piece.words == "minus" and at + 1 < len(pieces) and pieces[at + 1].has("disposition"):
            pieces[at] = piece.narrowed(Sense("unknown", piece.text))  # "convictions minus charges": less, or without?
        sides = [k for k, p in enumerate(pieces) if p.has("place:mention")]
        if piece.words != "minus" or len(sides) != 2 or not sides[0] < at < sides[1] or piece.gap:
            continue
        between = [*pieces[sides[0] + 1 : at], *pieces[at + 1 : sides[1]]]
        light = all(p.has("function", "subject:refusal", "noun:detainer") and not p.gap for p in between)
        one, other = (pieces[k].value("place:mention").options for k in sides)
        part = any(overlap(p, q) for p in _all(one) for q in _all(other))
        if light and not part and not pieces[sides[1]].gap:
            pieces[at] = piece.narrowed(Sense("measure", "difference"))
            pieces[sides[0]], pieces[sides[1]] = pieces[sides[1]], pieces[sides[0]]  # the second is what is left of it
    return pieces


def _all(options: Sequence[Option]) -> list[Place]:
    return [p for o in options for p in o.places]


def _every_one(piece: Piece) -> bool:
    """ "every report", "in every": each of them, all counted as one. "Each report" is a table."""
    return bool(set(piece.words.split()) & set(_ALL)) and piece.has("cue:everything", "quantifier:all", "group:by")


def _verb(piece: Piece) -> bool:
    return piece.words.endswith("ed") or piece.words in ("refuse", "decline", "release")


def _asks(pieces: Sequence[Piece]) -> bool:
    """Whether a yes or no is asked for: of every report, and no sum."""
    first = next((p for p in pieces if not p.has("padding")), None)
    return first is not None and first.has("question:did", "question:which", "cue:supposed", "function:there")


def _lone_ordinals(pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """ "apart from the fourth, the reports list how many": the report of that number, where reports are spoken of."""
    spoken = any(p.has(REPORT) or {"report", "reports", "weeks"} & set(p.words.split()) for p in pieces)
    for at in range(1, len(pieces)):
        before = at - 1 - pieces[at - 1].has("function:article")
        ends = at + 1 == len(pieces) or bool(pieces[at + 1].gap)
        if spoken and ends and before >= 0 and pieces[before].has("negation:except"):
            pieces[at] = _as_report(pieces[at], lexicon)
    return pieces


def _as_report(piece: Piece, lexicon: Lexicon) -> Piece:
    """The report that a lone ordinal numbers; any other piece as it is."""
    keys = [s.key for s in piece.senses if s.kind == "ordinal"]
    numbers = ordinal_numbers(keys[:1], None, lexicon) if keys and not piece.has("value:report") else None
    if not numbers or not all(1 <= n <= len(lexicon.reports) for n in numbers):
        return piece
    return refs([piece], [lexicon.reports[n - 1].id for n in numbers])


def _rows_but(pieces: list[Piece]) -> list[Piece]:
    """ "every row but the ones from week 1: how many", "all refusals except those in Denver"."""
    counted = any(p.has("measure:count") for p in pieces)
    for at in range(1, len(pieces) - 1):
        row, but = pieces[at - 1], pieces[at]
        if not (but.words == "but" or but.has("negation:except")) or but.gap:
            continue
        words = set(row.words.split())
        every = bool(words & set(_ALL)) or (at > 1 and pieces[at - 2].words in _ALL)
        if not every or not row.has("cue:rows", "noun:detainer", "subject:refusal", "cue:everything"):
            continue
        behind = at + 1
        while behind < len(pieces) and pieces[behind].has("function", "cue:anaphor", "noun:detainer"):
            if pieces[behind].gap or pieces[behind].has(*_VALUES):
                break
            behind += 1
        if behind < len(pieces) and pieces[behind].has(*_VALUES):
            pieces[at] = but.narrowed(_EXCEPT)
            if counted and row.has("cue:rows"):
                pieces[at - 1] = row.narrowed(Sense("noun", "detainer"))
    return pieces


def _came_from(pieces: list[Piece]) -> list[Piece]:
    """ "that did not come from Texas", "that didn't happen at the state jail": the denial is of the value behind."""
    if _asks(pieces):
        return pieces
    for at in range(1, len(pieces) - 1):
        verb, before = pieces[at], pieces[at - 1]
        if not before.has("negation:not") or before.has("cue:nothing") or verb.gap:
            continue
        behind = at + 1
        while behind < len(pieces) and pieces[behind].has("function") and not pieces[behind].gap:
            behind += 1
        named = behind < len(pieces) and not pieces[behind].gap and pieces[behind].has(*_VALUES)
        if named and verb.has("cue:account", "cue:appear"):
            pieces[at] = verb.narrowed(_LIGHT)
    return pieces


def _taken_out(pieces: list[Piece]) -> list[Piece]:
    """ "with Mexico and Cuba taken out", "once Cook is left out": the values between."""
    for at, piece in enumerate(pieces):
        if not piece.has("removal:done") or piece.gap:
            continue
        first = at - 1
        while first >= 0 and pieces[first].has(*_VALUES, "conjunction", "function:copula", "function:article"):
            first -= 1
        opens = first >= 0 and pieces[first].words in ("with", "if", "once", "after", "when")
        opens = opens and not pieces[first + 1].has("function:copula")  # "when was Nassau dropped" asks
        if opens and any(p.has(*_VALUES) for p in pieces[first + 1 : at]) and not _gaps(pieces[first + 1 : at]):
            pieces[first] = pieces[first].narrowed(_EXCEPT)
            pieces[at] = piece.narrowed(_LIGHT)
    return pieces


def _gaps(run: Sequence[Piece]) -> bool:
    return any(set(p.gap) & set(".;:?!") for p in run)
