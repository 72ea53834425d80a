"""Two questions in one message: cut where the second begins, each half read, the second leaning on the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.messages import declines as say
from bot.query import FieldName, Filter, Measure, Place, Query, Slice
from bot.understand.draft import in_order
from bot.understand.forms import forms
from bot.understand.outcome import Choice, Clarify, Outcome, Understood
from bot.understand.pieces import CLAUSE_END, Piece
from bot.understand.reading import describe, slice_label
from bot.understand.second import in_another_place

if TYPE_CHECKING:
    from bot.understand.interpreter import Reading

TWO = ("two_questions", "contradiction", "unaccounted", "negation", "no_context")
"""The ways of being stuck that a second question in the message can be the cause of."""
_BEGINS = (
    "measure:count",
    "question:which",
    "question:when",
    "question:what_is",
    "measure:share",
    "question:who",
    "question:where",
    "cue:what_about",
    "question:how",
    "measure:claim_half",
)


_AMONG = forms("twofold", "among")
"""What begins so says among which groups a question is asked: it is none of its own."""


def in_two(reading: Reading) -> Outcome | None:
    """Both halves as one plan (the second in `also`), or nothing when the message does not fall in two."""
    among = bool(reading.pieces) and reading.pieces[0].words.split()[0] in _AMONG
    for cut in cuts(reading.pieces):
        if ":" in reading.pieces[cut].gap and not any(p.has("measure", "question") for p in reading.pieces[:cut]):
            continue  # "Section I: who tops it in week 1": what it is about
        if _purpose(reading.pieces[:cut]):
            continue  # "I'm writing about Colorado. How many did Harris refuse": of which of the two?
        if among and not any(p.has("question", "measure") for p in reading.pieces[:cut]):
            continue
        if _setting(reading.pieces[:cut]):
            continue
        first = reading.part(0, cut).alone_once()
        if not isinstance(first, Understood):
            continue
        second = _second(reading.part(cut, len(reading.pieces)), first)
        if second is not None and second.query.also is None and second.query != first.query:
            asked = _when_of_both(reading, cut, first.query, second.query) or _of_those(reading, cut, first, second)
            if asked is not None:
                return asked
            query = _beside(first.query, second.query, reading) or first.query.model_copy(update={"also": second.query})
            notes = tuple(dict.fromkeys((*first.notes, *second.notes)))
            return Understood(query, (*first.spans, *second.spans), notes)
    return None


def _beside(first: Query, second: Query, reading: Reading) -> Query | None:
    """ "for each report, how many charges and how many convictions": one table of both, where they differ in one
    condition; two tables would leave a program only the rows of the first.
    """
    one, other = ([f for f in a.filters if f not in b.filters] for a, b in ((first, second), (second, first)))
    plain = first.group_by and not first.slices and first.limit is None and first.having is None
    same = first.model_copy(update={"filters": ()}) == second.model_copy(update={"filters": ()})
    if not plain or not same or len(one) != 1 or len(other) != 1 or one[0].field != other[0].field:
        return None
    slices = tuple(Slice(label=slice_label(f, reading.lexicon), filters=(f,)) for f in (one[0], other[0]))
    rest = tuple(f for f in first.filters if f != one[0])
    return first.model_copy(update={"filters": rest, "slices": slices, "contrast": "side_by_side"})


_SETS = forms("twofold", "sets")
_WHEN: tuple[FieldName, ...] = ("report", "declined_on")
_WHERE: tuple[FieldName, ...] = ("place", "state", "county", "facility")


def _setting(first: list[Piece]) -> bool:
    """ "In week 2, how many ...", "at the Travis jail, ...": it holds for all that follows, and asks nothing itself."""
    opens = first[0].words.split()[0] in _SETS
    return opens and not any(p.has("question", "measure", "subject", "order", "cue:list", "compare") for p in first)


def _when_of_both(reading: Reading, cut: int, first: Query, second: Query) -> Clarify | None:
    """The question back where one half of a sentence names a time and the other none, or only the second a place: a
    pair of figures invites comparing, and one of them would be of all weeks, or of everywhere.
    """
    parts = (first, second)
    if set(reading.pieces[cut].gap) & set(".?!;") and not reading.pieces[cut].has("conjunction:and"):
        return None
    if any(q.subject not in ("refusals", "issued") and q.measure.field != "issued_nationwide" for q in parts):
        return None
    asked, plans = "", [parts]
    for code, fields in (("when_of_both", _WHEN), ("where_of_both", _WHERE)):
        said = [tuple(f for f in q.filters if f.field in fields) for q in parts]
        free = any(d.field in fields for q in parts for d in q.group_by)
        free = free or any(f.field in fields for q in parts for s in q.slices for f in s.filters)
        if (
            bool(said[0]) == bool(said[1])
            or free
            or (fields == _WHERE and (said[0] or not _alike(reading, cut, parts)))
        ):
            continue
        asked = asked or code
        both = [_within(q, said[0] or said[1], fields) for q in plans[0]]
        if all(_known(q, reading) for q in both):
            plans.insert(0, (both[0], both[1]))
    if not asked:
        return None
    made = [a.model_copy(update={"also": b}) for a, b in plans]
    choices = tuple(Choice(describe(plan, reading.lexicon), plan) for plan in made)
    return Clarify(asked, say.question(asked, ""), choices)


def _alike(reading: Reading, cut: int, parts: tuple[Query, Query]) -> bool:
    """Whether the first half is of rows as narrow as the second's, or of the other list: "how many issued and how many
    refused in Dallas". "How many in all and how many in Texas" says what it is of."""
    told = [f for f in parts[0].filters if f.field not in (*_WHEN, *_WHERE)]
    whole = any(p.has("cue:everything", "subject:nationwide") for p in reading.pieces[:cut])
    sections = {q.subject == "refusals" for q in parts}
    return not whole and (bool(told) or len(sections) == 2)


def _known(query: Query, reading: Reading) -> bool:
    """Whether Section I has a number for the places: what it does not list is not offered."""
    if query.subject != "issued":
        return True
    listed = reading.lexicon.issued_places
    places = [v for f in query.filters if f.field == "place" for v in f.values if isinstance(v, Place)]
    return all(p.county is None or p in listed for p in places)


_WHO: tuple[FieldName, ...] = ("citizenship", "offense", "disposition")


def _of_those(reading: Reading, cut: int, first: Understood, second: Understood) -> Clarify | None:
    """Asks back for "how many Mexicans and how many convictions": of the Mexicans, or of all? "Of them" says."""
    if any(p.has("cue:anaphor") for p in reading.pieces[cut:]):
        return None
    kept = tuple(f for f in first.query.filters if f.field in _WHO and f in second.query.filters)
    if not kept or all(f in kept for f in second.query.filters if f.field in _WHO):
        return None
    wider = tuple(f for f in second.query.filters if f not in kept)
    plans = [first.query.model_copy(update={"also": q}) for q in (second.query, _only(second.query, wider))]
    choices = tuple(Choice(describe(plan, reading.lexicon), plan) for plan in plans)
    return Clarify("all_of_what", say.question("here_or_all", ""), choices)


def _only(query: Query, filters: tuple[Filter, ...]) -> Query:
    return query.model_copy(update={"filters": filters})


def _within(query: Query, said: tuple[Filter, ...], fields: tuple[FieldName, ...]) -> Query:
    """The plan with the time or the place of the other half; a nationwide number becomes that of Section I."""
    rest = tuple(f for f in query.filters if f.field not in fields)
    listed = {"subject": "issued", "measure": Measure(kind="total", field="issued")} if fields == _WHERE else {}
    section = listed if query.subject == "reports" and said else {}
    return query.model_copy(update={**section, "filters": in_order((*rest, *said))})


def _purpose(first: list[Piece]) -> bool:
    """Whether a stretch only says what the question is for."""
    return any(p.has("padding:purpose", "padding:work") for p in first) and not any(
        p.has("measure", "question", "order", "cue:list") for p in first
    )


def _second(reading: Reading, first: Understood) -> Understood | None:
    """The second half: a whole question, or a fragment laid over the first."""
    from bot.understand.follow import overlay
    from bot.understand.thread import is_fragment

    outcome: Outcome = overlay(reading, first.query) if is_fragment(reading.pieces) else reading.alone_once()
    return outcome if isinstance(outcome, Understood) else None


def _begins(piece: Piece) -> bool:
    return piece.has(*_BEGINS) or piece.words.split()[0] in ("which", "who")  # "and which had the fewest"


def cuts(pieces: list[Piece]) -> list[int]:
    """Where a second question can begin: after the end of a sentence, or at "and how many"."""
    found = []
    for at in range(1, len(pieces)):
        if (
            set(pieces[at].gap) & CLAUSE_END
            or (pieces[at].has("conjunction:and") and at + 1 < len(pieces) and _begins(pieces[at + 1]))
            or ("," in pieces[at].gap and pieces[at].has(*_BEGINS))
            or in_another_place(pieces, at)
        ):
            found.append(at)
    return found
