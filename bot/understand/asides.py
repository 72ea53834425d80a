"""Words that only shade others: "drop Mexico", "all but", "any kind of assault", "a single day, Feb 1", "correct?"."""

from __future__ import annotations

from datetime import timedelta

from bot.understand.dates import Days
from bot.understand.forms import forms
from bot.understand.manner import fold_manner
from bot.understand.pieces import Piece, Rule, merged, rewrite
from bot.understand.question_tags import fold_tags
from bot.understand.words import Sense

_EVERY = forms("asides", "every")


def fold_asides(pieces: list[Piece]) -> list[Piece]:
    """Shading words go to the word they shade."""
    pieces = fold_manner(rewrite(pieces, _RULES))
    for fold in (
        _all_but,
        _any_single,
        _every_week,
        _where_from,
        _than_any,
        _most_of_whom,
        _every_kind,
        fold_tags,
        _so_often,
        _every_record,
        _who_were_released,
    ):
        pieces = fold(pieces)
    return pieces


def _all_but(pieces: list[Piece]) -> list[Piece]:
    """ "all offenses but traffic", "every country but Mexico": all of a kind without one, which is no breakdown."""
    for at in range(2, len(pieces) - 1):
        if pieces[at].words != "but" or pieces[at].gap or not pieces[at - 1].has("dimension", "noun"):
            continue
        if pieces[at - 2].words in _EVERY and pieces[at + 1].has("value", "place", "disposition", "date"):
            pieces[at] = pieces[at].narrowed(Sense("negation", "except"))
            if not any(p.has("cue:list", "group:respectively", "order", "question:which") for p in pieces):
                pieces[at - 2] = pieces[at - 2].narrowed(Sense("function", "article"))
                pieces[at - 1] = pieces[at - 1].narrowed(Sense("noun", "detainer"))
    return pieces


def _every_kind(pieces: list[Piece]) -> list[Piece]:
    """ "any kind of assault", "assault (all types)": every offense with that word in its name."""
    for at, piece in enumerate(pieces):
        if not piece.has("cue:every_kind"):
            continue
        before = at - 1 if at and piece.gap in ("", "(", ",", "-") else None
        after = at + 1 if at + 1 < len(pieces) and not pieces[at + 1].gap else None
        for near in (after, before):
            if near is not None and pieces[near].has("value:offense"):
                pieces[near] = pieces[near].narrowed(*pieces[near].senses, Sense("every", "kind"))
                pieces[at] = piece.narrowed(Sense("function", "article"))
                break
    return pieces


_SATURDAY = 5


def _so_often(pieces: list[Piece]) -> list[Piece]:
    """ "offenses that appear fewer than three times": a bound on how often."""
    if not any(p.has("dimension") for p in pieces):
        return pieces
    for at, piece in enumerate(pieces):
        if piece.has("limit:times") and piece.words.endswith(" times"):
            bound = piece.value("limit:times")
            said = bound if numeral_first(piece) is False else bound._replace(op="is")
            pieces[at] = piece.narrowed(Sense("limit", "bound", said))
    return pieces


def numeral_first(piece: Piece) -> bool:
    """ "three times" is exactly that often; "at least three times" is a bound."""
    return piece.words.split()[0] not in ("more", "fewer", "less", "at", "over", "under", "no", "not", "up", "exactly")


def _every_record(pieces: list[Piece]) -> list[Piece]:
    """ "pull every Rhode Island record", "each Haitian case": the rows themselves."""
    if any(p.has("measure:count", "dimension", "question") for p in pieces):
        return pieces
    for at, piece in enumerate(pieces):
        if piece.words not in ("every", "each", "every single"):
            continue
        k = at + 1
        while k < len(pieces) and pieces[k].has("place:mention", "value", "disposition", "value:report"):
            k += 1
        if at + 1 < k < len(pieces) and pieces[k].words in _RECORDS and not pieces[k].gap:
            pieces[at] = piece.narrowed(Sense("cue", "rows"))
    return pieces


_RECORDS = forms("asides", "records")


def _who_were_released(pieces: list[Piece]) -> list[Piece]:
    """ "the number of people from Haiti who were released": which people, and no question of their names."""
    for at, piece in enumerate(pieces):
        if piece.has("offtopic:names") and piece.words.startswith("who ") and piece.words.split()[-1] in _LET_GO:
            before = pieces[max(0, at - 4) : at]
            if before and before[-1].has("noun:person", "value", "place", "disposition") and not piece.gap:
                pieces[at] = piece.narrowed(Sense("subject", "refusal"))
    return pieces


_LET_GO = forms("asides", "let_go")


def _denied(run: list[Piece]) -> list[Piece]:
    return [run[0].narrowed(Sense("negation", "except")), *run[1:]]


def _the_day(run: list[Piece]) -> Piece:
    return merged(run, *run[-1].senses)


def _where_from(pieces: list[Piece]) -> list[Piece]:
    """ "where do most of the people come from": their countries, not the places that let them go."""
    where = next((k for k, p in enumerate(pieces) if p.has("dimension:where", "question:where")), None)
    if where is None:
        return pieces
    for at in range(where + 1, len(pieces)):
        if set(pieces[at].gap) & set(".;?!"):
            return pieces
        ends = at + 1 == len(pieces) or bool(pieces[at + 1].gap)
        if pieces[at].words in ("from", "come from", "came from", "comes from") and ends:
            pieces[where] = pieces[where].narrowed(Sense("dimension", "citizenship"))
            pieces[at] = pieces[at].narrowed(Sense("function", "preposition"))
            return pieces
    return pieces


def _than_any(pieces: list[Piece]) -> list[Piece]:
    """ "refused more detainers than any other county": the most."""
    than = next((k for k, p in enumerate(pieces) if p.has("order:than_any")), None)
    if than is None:
        return pieces
    more = next((k for k in range(than) if pieces[k].words in ("more", "higher", "fewer", "less", "lower")), None)
    if more is None:
        return pieces
    few = pieces[more].words in ("fewer", "less", "lower")
    pieces[more] = pieces[more].narrowed(Sense("order", "fewest" if few else "most"))
    pieces[than] = pieces[than].narrowed(Sense("function", "preposition"))
    named = any(p.has("dimension", "question:who") for p in pieces[:than])
    if named and than + 1 < len(pieces) and pieces[than + 1].has("dimension") and not pieces[than + 1].gap:
        pieces[than + 1] = pieces[than + 1].narrowed(Sense("noun", "detainer"))
    return pieces


def _most_of_whom(pieces: list[Piece]) -> list[Piece]:
    """ "which state had most of them": a ranking, where groups are asked for; no claim of more than half."""
    if not any(p.has("question:which", "question:where", "dimension:citizenship") for p in pieces[:3]):
        return pieces
    for at, piece in enumerate(pieces):
        if piece.has("measure:claim_half") and piece.words.startswith(("most of", "the majority", "a majority")):
            pieces[at] = piece.narrowed(Sense("order", "most"))
    return pieces


def _every_week(pieces: list[Piece]) -> list[Piece]:
    """ "how many every week": by week; after a comma ("how many, every week?") it only says that all are meant."""
    together = any(p.has("measure:together", "measure:maximum") for p in pieces)
    for at, piece in enumerate(pieces):
        if piece.words in ("every week", "every report") and at and not piece.gap and not together:
            pieces[at] = piece.narrowed(*piece.senses, Sense("dimension", "report"))
    return pieces


def _any_single(pieces: list[Piece]) -> list[Piece]:
    """ "the most in a single day": no bound, one of them."""
    if any(p.has("order", "limit", "measure:maximum", "measure:minimum") for p in pieces):
        for at, piece in enumerate(pieces[:-1]):
            others = any(p.has("dimension") for k, p in enumerate(pieces) if k != at + 1)
            single = piece.words in ("a single", "single", "one single") and pieces[at + 1].has("dimension")
            if single and not others:  # "which county had the most in a single week" is of both
                pieces[at] = piece.narrowed(Sense("function", "article"))
    return pieces


def _weekend(run: list[Piece]) -> Piece | None:
    """ "the weekend of Feb 4-5": the two days named, or the two that begin with the Saturday named."""
    days = run[-1].value("date")
    if not run[0].words.startswith("weekend") or days.start is None or days.start.weekday() != _SATURDAY:
        return None
    sunday = days.start + timedelta(days=1)
    if days.end not in (days.start, sunday):
        return None
    return merged(run, Sense("date", "range", Days(days.start, sunday, "range")))


def _each(run: list[Piece]) -> list[Piece] | None:
    """ "how many each week": a count by week."""
    if run[0].words != "how many each":
        return None
    return [run[0].narrowed(Sense("measure", "count"), Sense("group", "by")), run[1]]


def _across_all(run: list[Piece]) -> list[Piece] | None:
    """ "across your reports": in all of them."""
    if run[0].words != "across" or not run[2].words.endswith("s"):
        return None
    return [run[0].narrowed(Sense("function", "preposition")), run[1], run[2].narrowed(Sense("cue", "everything"))]


def _anyone_but(run: list[Piece]) -> list[Piece] | None:
    """ "did Harris refuse anybody but Mexicans": somebody else."""
    if run[1].words != "but" or run[1].gap:
        return None
    return [run[0], run[1].narrowed(Sense("negation", "except")), run[2]]


def _every_week_but(run: list[Piece]) -> list[Piece] | None:
    """ "in every week but week 2": left unplaced, since no plan holds it."""
    return [run[0], run[1].narrowed(Sense("unplaced", "but")), run[2]] if run[1].words == "but" else None


_RULES = (
    Rule("dimension:report|cue:everything function:conjunction value:report", _every_week_but),
    Rule("noun:person|quantifier:none function:conjunction value|place:mention|disposition", _anyone_but),
    Rule("group:by function:pronoun|function:article dimension:report", _across_all),
    Rule("group:respectively dimension", _each),
    Rule("offtopic:other_data function:preposition date:day|date:range", _weekend),
    Rule("offtopic:other_data date:day|date:range", _weekend, commas=True),
    Rule("noun:detainer subject:covers date:range", _the_day),
    Rule("removal:drop function:article? value|place:mention|disposition", _denied),
    Rule("bound:single dimension:day date:day", _the_day, commas=True),
)
