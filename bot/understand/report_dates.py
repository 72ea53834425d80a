"""Reports named by a date: "the Jan 28 report", "the week of Feb 4", "the report posted on March 29"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.dates import Days
from bot.understand.forms import forms
from bot.understand.lexicon import Lexicon
from bot.understand.pieces import Piece, merged, numeral
from bot.understand.words import Sense

REPORT = "dimension:report"
Made = tuple[int, Piece] | None
"""Where a reference stops and the piece it becomes, or nothing."""
_DOCUMENTS = forms("report_dates", "documents")
"""What people also call a report that they name by its date."""
_LINKS = (
    "function:preposition",
    "function:article",
    "time:since",
    "subject:covers",
    "time:during",
    "time:between",
    "time:until",
    "function:that",
    "function:copula",
    "subject:period",
)


def near(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a piece follows in the same clause."""
    return at < len(pieces) and not set(pieces[at].gap) & set(".;?!")


def refs(run: Sequence[Piece], ids: Sequence[str]) -> Piece:
    """A piece that names reports."""
    return merged(run, Sense("value", "report", tuple(ids)))


def missing(run: Sequence[Piece]) -> Piece:
    """A piece that names a report which is not loaded."""
    return merged(run, Sense("not_loaded", "report"))


def reports_of(days: Days, lexicon: Lexicon) -> list[str] | None:
    """The reports a date names: the one that holds a day, that has just this range, those that begin in a month or
    year; None when there is none."""
    if days.start is None or days.end is None:
        return None
    if days.unit == "day":
        found = [r.id for r in lexicon.reports if r.start <= days.start <= r.end]
    elif days.unit == "range":
        found = [r.id for r in lexicon.reports if (r.start, r.end) == (days.start, days.end)]
    else:
        found = [r.id for r in lexicon.reports if days.start <= r.start <= days.end]
    return found or None


def issues(pieces: list[Piece]) -> list[Piece]:
    """ "the latest issue", "issue 4", "each list": the weekly report; "when did ICE first issue", "issue date" are not.

    "The list of counties" is no report: only a list that is numbered, or said to be the first or the last, is one.
    """
    for at, piece in enumerate(pieces):
        if piece.words not in _ISSUES or piece.has("dimension"):
            continue
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        numbered = following is not None and not following.gap and _number(pieces, at + 1)
        if following is not None and not following.gap and following.words in ("of", "for", "by", "all", "with"):
            numbered = following.words == "of" and near(pieces, at + 2) and pieces[at + 2].has("date")
            if not numbered and not piece.words.startswith(("issue", "edition")):
                continue
        covers = following is not None and following.has("subject:covers") and near(pieces, at + 2)
        if covers and pieces[at + 2].has("date:range") and at and pieces[at - 1].has("function:article"):
            numbered = True
        if (numbered and not _is_verb(pieces, at)) or _ordered(pieces, at):
            pieces[at] = piece.narrowed(Sense("dimension", "report"))
    return pieces


_ISSUES = forms("report_dates", "issues")
_EACH = forms("report_dates", "each")


def _number(pieces: Sequence[Piece], at: int) -> bool:
    if pieces[at].words in ("#", "no", "number") and at + 1 < len(pieces):
        at += 1
    return numeral(pieces[at]) is not None and not pieces[at].has("date")


def _is_verb(pieces: Sequence[Piece], at: int) -> bool:
    """ "did ICE list 18 refusals", "list 3 refusals in Dallas": no list of that number."""
    counted = at + 2 < len(pieces) and not pieces[at + 2].gap and pieces[at + 2].has("subject:refusal", "noun")
    if at == 0 or pieces[at - 1].has("padding"):
        return counted
    return pieces[at - 1].has("noun", "dimension:report", "place", "question", "cue:anaphor")


def _ordered(pieces: Sequence[Piece], at: int) -> bool:
    """Whether an ordinal, or a word such as "each", stands before the noun; "ICE first issue" is a verb."""
    k = at - 1
    while k >= 0 and not pieces[k + 1].gap and (numeral(pieces[k]) is not None or pieces[k].words == "weekly"):
        k -= 1
    if k < 0 or pieces[k + 1].gap:
        return False
    if pieces[k].words in _EACH:
        return pieces[at].words.startswith("issue") or pieces[k].words in ("each", "every", "in each", "in every")
    if not pieces[k].has("ordinal") or pieces[k].has("ordinal:other"):
        return False
    apart = k == 0 or bool(set(pieces[k].gap) & set(",;:"))  # "policies that mention a warrant, newest issue"
    return apart or pieces[k - 1].has("function", "time", "conjunction", "group:by", "question:which")


def posted(pieces: list[Piece], at: int, lexicon: Lexicon) -> Made:
    """ "the report posted on March 29", "published in April": by its posting date."""
    if not pieces[at].has(REPORT) or not near(pieces, at + 1):
        return None
    k = at + 1
    while near(pieces, k) and pieces[k].has("function:that", "function:copula", "noun:ice"):
        k += 1
    if not (near(pieces, k + 1) and pieces[k].has("subject:posted")):
        return None
    k += 1
    while near(pieces, k) and pieces[k].has("function", "time:during"):
        k += 1
    if not (near(pieces, k) and pieces[k].has("date")) or pieces[k].value("date").start is None:
        return None
    days = pieces[k].value("date")
    found = [r.id for r in lexicon.reports if r.posted_on is not None and days.start <= r.posted_on <= days.end]
    run = pieces[at : k + 1]
    return k + 1, refs(run, found) if found else missing(run)


def of_date(pieces: list[Piece], at: int, lexicon: Lexicon) -> Made:
    """ "the report of Jan 28", "the week of Feb 4", "report covering Feb 4-10", "week ending Feb 3"."""
    if not pieces[at].has(REPORT):
        return None
    stop = at + 1
    while near(pieces, stop) and stop - at <= 3 and _links(pieces[stop]):
        stop += 1
    if (
        not near(pieces, stop)
        or not pieces[stop].has("date:day", "date:range")
        or (stop == at + 1 and pieces[stop].gap)
    ):
        return None
    linking = " ".join(p.words for p in pieces[at + 1 : stop])
    within = {"on", "since", "to", "until", "by", "at"} & set(linking.split()) or linking in ("in", "from")
    its = linking == "from" and pieces[at].words == "report" and at > 0 and pieces[at - 1].words == "the"
    if within and not its and not (linking == "from" and pieces[stop].has("date:range")):
        return None  # "reports in February" and the like: the date is a condition of its own
    found = _at_its_edge(linking, pieces[stop].value("date"), reports_of(pieces[stop].value("date"), lexicon), lexicon)
    run = pieces[at : stop + 1]
    if found is None and pieces[stop].has("date:range"):
        return None
    return stop + 1, refs(run, found) if found else missing(run)


_HOLDS = forms("report_dates", "holds")


def _links(piece: Piece) -> bool:
    return (piece.has(*_LINKS) or piece.words in _HOLDS) and not piece.has("date")


def _at_its_edge(linking: str, days: Days, found: list[str] | None, lexicon: Lexicon) -> list[str] | None:
    """ "the week that began April 22": only the report that begins there; a week from Monday on is in two reports."""
    if days.unit != "day" or found is None:
        return found
    begins = any(word.startswith(_BEGINS) for word in linking.split())
    ends = any(word.startswith(("end", "conclud")) for word in linking.split())
    edges = {r.id: (r.start if begins else r.end) for r in lexicon.reports}
    if not begins and not ends:
        return found
    return [one for one in found if edges[one] == days.start] or None


_BEGINS = forms("report_dates", "begins")


def dated(pieces: list[Piece], at: int, lexicon: Lexicon) -> Made:
    """ "the Jan 28 report", "Feb 4-10 week", "the January report", "the Jan 28 and the Feb 4 reports"."""
    if not pieces[at].has("date") or not near(pieces, at + 1):
        return None
    both = _two_dated(pieces, at, lexicon)
    if both is not None:
        return both
    one = pieces[at + 1].words in ("one", "ones") and any(p.has(REPORT, "value:report") for p in pieces[:at])
    if not (one or pieces[at + 1].has(REPORT) or pieces[at + 1].words in _DOCUMENTS):
        return None
    if pieces[at + 1].gap not in ("", "-"):
        return None
    found = reports_of(pieces[at].value("date"), lexicon)
    run = pieces[at : at + 2]
    return at + 2, refs(run, found) if found else missing(run)


def _two_dated(pieces: list[Piece], at: int, lexicon: Lexicon) -> Made:
    """ "between the Jan 28 and the Feb 4 report": two reports, each by a day of its week."""
    second = at + 2
    if not pieces[at].has("date:day") or not pieces[at + 1].has("conjunction", "compare:versus", "time:until"):
        return None
    second += near(pieces, second) and pieces[second].has("function:article")
    if not near(pieces, second + 1) or not pieces[second].has("date:day") or pieces[second + 1].gap not in ("", "-"):
        return None
    if not (pieces[second + 1].has(REPORT) or pieces[second + 1].words in _DOCUMENTS):
        return None
    run = pieces[at : second + 2]
    found = [reports_of(pieces[k].value("date"), lexicon) for k in (at, second)]
    if not found[0] or not found[1]:
        return second + 2, missing(run)
    return second + 2, refs(run, [*found[0], *found[1]])
