"""Turns of phrase that mean something else than their words: "let more people go", "fell in week 2"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.forms import forms
from bot.understand.pieces import CLAUSE_END, Piece, Rule, merged, numeral, rewrite
from bot.understand.words import Sense

_COPULA = Sense("function", "copula")
_REFUSAL = Sense("subject", "refusal")
_WHEN = forms("idioms", "when")
_LET = forms("idioms", "let")
_GO = forms("idioms", "go")
_FAR = 5
_ROWS = ("noun:detainer", "noun:person", "place", "value:citizenship", "value:offense", "value:facility", "disposition")
_COUNTED = ("subject:refusal", "measure", "order", "group:by")


def fold_idioms(pieces: list[Piece]) -> list[Piece]:
    """Pieces of such phrases get the sense that they have together."""
    _fell(pieces)
    _let_go(pieces)
    _requests(pieces)
    _that_day(pieces)
    _fractions(pieces)
    _put_out(pieces)
    _went_to(pieces)
    _gap_between(pieces)
    _so_many_times(pieces)
    _dropped(pieces)
    _exceeds_in(pieces)
    _per_charge(pieces)
    _ratio(pieces)
    return _taken_out(rewrite(pieces, _RULES))


def _near(pieces: Sequence[Piece], at: int) -> bool:
    return at < len(pieces) and not (CLAUSE_END & set(pieces[at].gap))


def _fell(pieces: list[Piece]) -> None:
    """ "what share fell in week 1", "how many fell before May": when they were, and no fall in numbers."""
    for at, piece in enumerate(pieces):
        if piece.words not in ("fell", "falls", "fall", "landed") or not _near(pieces, at + 1):
            continue
        shared = any(p.has("measure:share") and p.words.endswith(" of") for p in pieces[:at])
        counted = shared or any(p.words.startswith("how many") for p in pieces[:at])
        helped = any(p.words in ("did", "does", "do", "by how many", "by how much") for p in pieces[:at])
        compared = any(p.has("compare", "measure:difference") for p in pieces)
        if counted and pieces[at + 1].words in _WHEN and not helped and not compared:
            pieces[at] = piece.narrowed(_COPULA)


def _let_go(pieces: list[Piece]) -> None:
    """ "let more people go", "let somebody walk": a refusal, whatever stands inside. "Let ICE in" is none."""
    for at, piece in enumerate(pieces):
        if piece.words not in _LET:
            continue
        for k in range(at + 1, min(len(pieces), at + _FAR)):
            if not _near(pieces, k):
                break
            if pieces[k].words in _GO:
                pieces[at], pieces[k] = piece.narrowed(_REFUSAL), pieces[k].narrowed(_COPULA)
                break
            if not pieces[k].has("noun", "compare:more", "function:article", "value:citizenship", "number", "measure"):
                break


def _requests(pieces: list[Piece]) -> None:
    """ "how many holds did ICE request from Kern": the verb, so detainers issued."""
    for at, piece in enumerate(pieces):
        before = pieces[at - 1] if at else None
        asked = before is not None and (before.has("question:did") or (before.has("noun:ice") and at > 1))
        if asked and piece.words in ("ice request", "ice requests", "request") and _near(pieces, at + 1):
            helped = any(p.words in ("did", "does", "do") for p in pieces[max(0, at - 2) : at])
            if (
                helped
                and pieces[at + 1].words in ("from", "of", "in", "at")
                and any(p.has("noun:detainer") for p in pieces[:at])
            ):
                pieces[at] = piece.narrowed(Sense("subject", "issued"))


def _that_day(pieces: list[Piece]) -> None:
    """ "May 25: how many were refused that day": the day named before it."""
    for at in range(1, len(pieces)):
        earlier = pieces[: at - 1]
        if pieces[at - 1].words not in ("that", "that very", "the same") or pieces[at].gap:
            continue
        day = pieces[at].words in ("day", "date") and any(p.has("date:day") for p in earlier)
        week = pieces[at].words in ("week", "report") and sum(p.has("value:report") for p in earlier) == 1
        if day or week:
            for k in (at - 1, at):
                pieces[k] = pieces[k].narrowed(Sense("gloss", "said_again"))


def _put_out(pieces: list[Piece]) -> None:
    """ "when did ICE put out the second report": it was posted; detainers are not what is put out."""
    for at, piece in enumerate(pieces):
        if piece.words not in ("put out", "went out", "go out", "release", "released"):
            continue
        when = any(p.has("question:when") or p.words in ("day", "date") for p in pieces)
        beside = [*pieces[at + 1 : at + 3], *pieces[max(0, at - 1) : at]]
        rows = any(p.has(*_ROWS, *_COUNTED) for p in pieces if p is not piece)
        if when and any(p.has("value:report", "dimension:report") for p in beside) and not rows:
            pieces[at] = piece.narrowed(Sense("subject", "posted"))


def _went_to(pieces: list[Piece]) -> None:
    """ "how many detainers went to Harris": issued to it, where nothing is said of a refusal."""
    if any(p.has("subject:refusal") for p in pieces):
        return
    for at in range(1, len(pieces) - 1):
        sent = pieces[at].words in ("go", "goes", "went", "gone", "going") and pieces[at + 1].words == "to"
        beside = [*pieces[at + 2 : at + 4], *pieces[:at]]  # "which county did the most go to"
        place = any(p.has("place:mention", "dimension:place", "dimension:county", "dimension:state") for p in beside)
        counted = any(p.has("noun:detainer") or "detainers" in p.words.split() for p in pieces[:at])
        if sent and place and counted:
            pieces[at] = pieces[at].narrowed(Sense("subject", "issued"))


def _gap_between(pieces: list[Piece]) -> None:
    """ "the gap between charges and convictions": a difference of two figures; of two dates it is a wait."""
    for at in range(len(pieces) - 2):
        value = pieces[at + 2 + pieces[at + 2].has("function:article") * (at + 3 < len(pieces))]
        named = value.has("place:mention", "value", "disposition", "dimension:disposition")
        if pieces[at].words == "gap" and pieces[at + 1].words == "between" and named:
            pieces[at] = pieces[at].narrowed(Sense("measure", "difference"))


def _so_many_times(pieces: list[Piece]) -> None:
    """ "listed at least 20 times": a count of rows, and not one figure against another."""
    for at in range(3, len(pieces)):
        said = any(p.has("cue:appear", "subject:refusal", "function:copula") for p in pieces[at - 3 : at])
        bounded = any(p.has("bound") for p in pieces[at - 3 : at]) and numeral(pieces[at - 1]) is not None
        if (
            pieces[at].words == "times"
            and said
            and bounded
            and not any(p.has("compare") and not p.has("bound") for p in pieces)
        ):
            pieces[at] = pieces[at].narrowed(Sense("noun", "detainer"))


def _bound_behind(run: list[Piece]) -> list[Piece] | None:
    """ "five refusals or fewer": the bound goes to its number."""
    return [run[0], run[2], run[1]] if numeral(run[0]) is not None and not run[0].has("date") else None


def _dropped(pieces: list[Piece]) -> None:
    """ "refusals that were dropped": by whom, and from where? No fall in numbers."""
    if not any(p.has("subject:refusal") for p in pieces) or any(p.has("subject:policy") for p in pieces):
        return
    for at in range(1, len(pieces)):
        passive = pieces[at - 1].words in ("is", "are", "was", "were", "been") and not pieces[at].gap
        if passive and pieces[at].words in ("dropped", "shifted", "moved") and pieces[at].has("measure:change"):
            pieces[at] = pieces[at].narrowed(Sense("unplaced", "passive"))


def _exceeds_in(pieces: list[Piece]) -> None:
    """ "how many times did A exceed B": in how many weeks, or so many times as much? Left unexplained."""
    asked = any(p.words == "how many times" or p.words.endswith("how many occasions") for p in pieces)
    for at, piece in enumerate(pieces):
        if asked and piece.words.startswith(("exceed", "surpass", "out")):
            pieces[at] = piece.narrowed(Sense("unplaced", "times"))


def _per_charge(pieces: list[Piece]) -> None:
    """ "convictions per charge": one figure by another, and no breakdown by offense. Left unexplained."""
    for at in range(1, len(pieces) - 1):
        if pieces[at].words == "per" and pieces[at - 1].has("disposition") and pieces[at + 1].has("disposition"):
            pieces[at] = pieces[at].narrowed(Sense("unplaced", "per"))


def _ratio(pieces: list[Piece]) -> None:
    """ "the ratio of charges to convictions": how many times the other; of refusals to issued it is a rate."""
    if any(p.has("subject:issued", "subject:nationwide", "subject:received") for p in pieces):
        return
    for at, piece in enumerate(pieces[:-1]):
        second = any(p.words in ("to", "versus", "vs", "and") for p in pieces[at + 1 :])
        if piece.words in ("ratio", "ratio of") and second and piece.has("measure:rate"):
            pieces[at] = piece.narrowed(Sense("measure", "times"))


def _last_time(run: list[Piece]) -> list[Piece] | None:
    """ "the last time Harris refused": the last refusal."""
    return [run[0], run[1].narrowed(Sense("function", "article"))] if run[1].words == "time" else None


def _fractions(pieces: list[Piece]) -> None:
    """ "nearly a third are Mexican: what is the exact percentage": the share is asked for, nothing is claimed."""
    said = [at for at, piece in enumerate(pieces) if piece.has("measure:fraction")]
    if len(said) == 1:
        pieces[said[0]] = pieces[said[0]].narrowed(Sense("measure", "share"))


_LEADS = ("time:after", "function:conjunction", "removal:drop", "negation:except", "function:preposition")
_BETWEEN = ("function:article", "noun:ice", "quantifier:all", "function:copula", "noun:detainer")


def _taken_out(pieces: list[Piece]) -> list[Piece]:
    """ "once the withdrawn rows are taken away", "after taking out withdrawn rows", "after corrections are applied"."""
    for at, piece in enumerate(pieces):
        if not piece.has("subject:correction") or not piece.words.startswith(("withdrawn", "retracted", "correction")):
            continue
        start, stop = at, at + 1
        while stop < len(pieces) and not pieces[stop].gap and pieces[stop].has(*_BETWEEN, "subject:refusal"):
            stop += 1
        applied = piece.words.startswith("correction")
        done = stop < len(pieces) and not pieces[stop].gap
        done = done and pieces[stop].has("removal:applied" if applied else "removal:done")
        lead = False
        while start and not pieces[start].gap and pieces[start - 1].has(*_LEADS, *_BETWEEN[:3]):
            start -= 1
            lead = lead or pieces[start].has("removal:drop", "negation:except")
        while pieces[start].words in _LIGHT and start < at:
            start += 1
        if not done and not (lead and not applied and pieces[start].has(*_LEADS)):
            continue
        run = pieces[start : stop + 1] if done else pieces[start : _nouns_end(pieces, at)]
        return [*pieces[:start], merged(run, Sense("cue", "corrected")), *pieces[start + len(run) :]]
    return pieces


_LIGHT = forms("idioms", "light")


def _nouns_end(pieces: Sequence[Piece], at: int) -> int:
    """Where the noun behind "withdrawn" ends ("withdrawn rows")."""
    following = pieces[at + 1] if at + 1 < len(pieces) and not pieces[at + 1].gap else None
    return at + 1 + (following is not None and following.has("noun:detainer", "subject:refusal"))


def _voice(run: list[Piece]) -> Piece:
    """ "a spokesman told us that": what follows is supposed."""
    return merged(run, Sense("cue", "supposed"))


def _rate(run: list[Piece]) -> list[Piece] | None:
    """ "conviction rate", "charged-only rate": the share of the rows that are so."""
    if run[1].words not in ("rate", "rates") or run[1].gap not in ("", "-"):
        return None
    return [run[0], run[1].narrowed(Sense("measure", "share"))]


def _so_many_only(run: list[Piece]) -> list[Piece] | None:
    """ "one refusal only": only one."""
    if run[2].words not in ("only", "alone", "exactly") or numeral(run[0]) is None:
        return None
    return [run[2], run[0], run[1]]


_RULES = (
    Rule("function:article|function:pronoun voice:person voice:says function:that?", _voice),
    Rule("voice:person voice:says function:that?", _voice),
    Rule("disposition measure:rate", _rate),
    Rule("ordinal:1|ordinal:last measure:wait", _last_time),
    Rule("number subject:refusal|noun:detainer|disposition bound:or_more|bound:or_less", _bound_behind),
    Rule("cue:corrected removal:applied", lambda run: merged(run, Sense("cue", "corrected"))),
    Rule("number subject:refusal|noun:detainer cue:only", _so_many_only),
)
