"""Words of a fragment that point at the question before it: "the one before", "that week", "the other two".

Each is put in place of what it stands for, by the last plan, before the fragment is laid over it. What points at
nothing is left as it is, and stops the reading.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.query import Filter, Place, Query
from bot.understand.draft import Draft, Stuck
from bot.understand.follow_days import its_week, near_day, whole_week
from bot.understand.follow_namesake import namesake
from bot.understand.forms import forms
from bot.understand.pieces import Piece, merged, numeral
from bot.understand.places import Mention, Option
from bot.understand.words import Sense

_BEFORE = forms("pointing", "before")
_AFTER = forms("pointing", "after")
_WEEK = timedelta(days=7)
_ONE = forms("pointing", "one")


def point(draft: Draft, last: Query) -> None:
    """Put the pieces that point back in place of what they stand for. Raises Stuck where that does not exist."""
    _whole_state(draft, last)
    _all_of_a_place(draft)
    _plain_no(draft)
    _and_after(draft)
    _up_or_down(draft)
    namesake(draft, places_asked(draft, last))
    near_day(draft, last)
    week = _week(last)
    whole_week(draft, last, week)
    if week is not None:
        _neighbours(draft, week)
        _that_week(draft, week)
        _others(draft, week)
    elif (around := its_week(draft, last)) is not None:
        _that_week(draft, around)
    if any(f.field == "report" for f in last.filters) and not last.group_by:
        _lone_ordinals(draft)
        _lone_dates(draft)
    if last.group_by and not last.slices:
        _which_most(draft)
    _elsewhere(draft, last)


def _which_most(draft: Draft) -> None:
    """ "which one has the most?" after a breakdown: the first of its ranking."""
    for at in draft.find("compare:which_more"):
        few = any(word in draft.pieces[at].words for word in ("fewer", "fewest", "lower", "least"))
        draft.pieces[at] = draft.pieces[at].narrowed(Sense("limit", "fewest" if few else "top", 1))


def _week(last: Query) -> str | None:
    """The one report that the last plan is about."""
    weeks = [f for f in last.filters if f.field == "report" and not f.negated]
    return str(weeks[0].values[0]) if len(weeks) == 1 and len(weeks[0].values) == 1 else None


def _lone_dates(draft: Draft) -> None:
    """ "make that May 13": the report that begins on that day; "on May 13" is the day."""
    begins = {r.start: r.id for r in draft.lexicon.reports}
    for at in draft.find("date:day"):
        day = draft.pieces[at].value("date").start
        before = draft.pieces[at - 1] if at else None
        if day in begins and (before is None or not (before.has("time:since", "subject") or before.words == "on")):
            draft.pieces[at] = _report(draft.pieces[at], (begins[day],))


def _plain_no(draft: Draft) -> None:
    """ "no, report 2", "no the Missouri one": what follows replaces; nothing is denied."""
    first = draft.pieces[0]
    apart = len(draft.pieces) > 1 and (
        draft.pieces[1].gap[:1] in (",", ":", "-", ".") or draft.pieces[1].words == "the"
    )
    if apart and first.words in ("no", "nope", "nah", "wrong", "incorrect"):
        draft.pieces[0] = first.narrowed(Sense("padding", "discourse"))


def _and_after(draft: Draft) -> None:
    """ "and after July 10?", "and after corrections": from then on, and no "July 10 and after"."""
    first = next((k for k, p in enumerate(draft.pieces) if not p.has("padding")), 0)
    piece, rest = draft.pieces[first], draft.pieces[first + 1 :]
    dated = bool(rest) and (rest[0].has("date") or any(p.has("subject:correction") for p in rest[:2]))
    if piece.words in ("and after", "and before") and dated:
        draft.pieces[first] = piece.narrowed(Sense("time", piece.words.split()[1]))


def _up_or_down(draft: Draft) -> None:
    """ "is that up or down from week 1": what was asked about beside that week."""
    for at in draft.find("measure:change", start=1):
        pieces = draft.pieces
        points = (
            pieces[at - 1].has("cue:anaphor") and len(pieces) > at + 2 and pieces[at + 1].has("function:preposition")
        )
        if points and pieces[at + 2].has("value:report") and all(p.has("padding") for p in pieces[at + 3 :]):
            pieces[at] = pieces[at].narrowed(Sense("compare", "versus"))
            pieces[at + 1] = pieces[at + 1].narrowed(Sense("function", "preposition"))


def _whole_state(draft: Draft, last: Query) -> None:
    """ "no, the whole state": the state of the place asked about before."""
    at = draft.first("cue:whole_state")
    states = {p.state for p in places_of(draft, last)}
    if at is None or len(states) != 1:
        return
    state = states.pop()
    mention = Mention(draft.pieces[at].text, (Option("state", (Place(state=state),), state),), "asked")
    draft.pieces[at] = draft.pieces[at].narrowed(Sense("place", "mention", mention))
    for k in range(at):
        if draft.pieces[k].words in ("no", "not") and draft.pieces[k].has("negation", "cue:not_given"):
            draft.pieces[k] = draft.pieces[k].narrowed(Sense("padding", "discourse"))


def lone_there(piece: Piece) -> bool:
    """Whether a piece is a "there" that points at a place; in "are there" it is none."""
    return piece.words in ("there", "in there") and not piece.has("function:there", "padding")


def _all_of_a_place(draft: Draft) -> None:
    """ "what about all of Colorado": the place, whole."""
    for at in draft.find("place:mention", start=1):
        ends = draft.pieces[at - 1].words == "all" and all(p.has("padding") for p in draft.pieces[at + 1 :])
        if (ends or draft.pieces[at - 1].words in _WHOLE_OF) and not draft.pieces[at].gap:
            draft.pieces[at - 1] = draft.pieces[at - 1].narrowed(Sense("function", "article"))


_WHOLE_OF = forms("pointing", "whole_of")


def _report(piece: Piece, reports: Sequence[str]) -> Piece:
    return piece.narrowed(Sense("value", "report", tuple(reports)))


def _neighbours(draft: Draft, week: str) -> None:
    """ "the one before", "the previous report", "the week after that": counted from the report asked about."""
    ids = [r.id for r in draft.lexicon.reports]
    starts = [r.start for r in draft.lexicon.reports]
    here = ids.index(week) if week in ids else None
    at = 0
    while here is not None and at < len(draft.pieces):
        step, stop = _step(draft.pieces, at)
        if step:
            run = draft.pieces[at:stop]
            text = " ".join(p.text for p in run)
            if not 0 <= here + step < len(ids):
                raise Stuck("nothing_before" if step < 0 else "nothing_after", draft.pieces[at].text, detail=text)
            if abs(starts[here + step] - starts[here]) != _WEEK:  # the week after it is one that is not loaded
                raise Stuck("not_loaded", text)
            draft.pieces[at:stop] = [_report(merged(run, Sense("value", "report")), (ids[here + step],))]
        at += 1


def _step(pieces: Sequence[Piece], at: int) -> tuple[int, int]:
    """-1 or 1 for words that name the report before or after, and where they stop; 0 for others."""
    piece = pieces[at]
    first = piece.words.split()[0] if piece.words else ""
    if piece.has("cue:one_before"):
        return -1, at + 1
    if piece.has("cue:next_one"):
        return 1, at + 1
    rest = [p for k, p in enumerate(pieces) if k != at and not p.has("padding")]
    if piece.has("backward:backward") and all(p.has("cue:anaphor") or p.words == "one" for p in rest):
        return -1, len(pieces)  # "and before that?"
    step = -1 if first in _BEFORE else 1 if first in _AFTER else 0
    if step and piece.has("value:report", "not_loaded", "offtopic:forecast"):
        return step, at + 1
    following = pieces[at + 1] if at + 1 < len(pieces) else None
    if step and piece.has("ordinal") and following is not None and following.words in _ONE:
        return step, at + 2
    return 0, at


def _that_week(draft: Draft, week: str) -> None:
    """ "that week", "the same report"."""
    for at in draft.find("dimension:report"):
        before = draft.pieces[at - 1] if at else None
        points = before is not None and before.words in ("that", "this", "same", "the same")
        if before is not None and points and draft.pieces[at].words in _ONE:
            if at > 1 and before.words == "same" and draft.pieces[at - 2].words == "that":
                draft.pieces[at - 2] = draft.pieces[at - 2].narrowed(Sense("function", "article"))
            draft.pieces[at - 1] = before.narrowed(Sense("function", "article"))
            draft.pieces[at] = _report(draft.pieces[at], (week,))


def _others(draft: Draft, week: str) -> None:
    """ "the other two", "the other reports": all but the one asked about, each."""
    rest = [r.id for r in draft.lexicon.reports if r.id != week]
    for at in draft.find("ordinal:other"):
        stop = at + 1
        number = numeral(draft.pieces[stop]) if stop < len(draft.pieces) else None
        stop += number is not None
        noun = draft.pieces[stop] if stop < len(draft.pieces) else None
        if noun is not None and noun.has("dimension:report") and not noun.gap:
            stop += 1
        elif number is None or (noun is not None and not noun.gap and not noun.has("padding")):
            continue
        if not rest or (number is not None and number != len(rest)):
            continue
        draft.pieces[at:stop] = [_report(merged(draft.pieces[at:stop], Sense("value", "report")), rest)]
        return


def _lone_ordinals(draft: Draft) -> None:
    """ "and the second?", "the third one" after a question about a report."""
    reports = draft.lexicon.reports
    for at in draft.find("ordinal"):
        key = next(s.key for s in draft.pieces[at].senses if s.kind == "ordinal")
        following = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
        if _first_few(draft, at, key):
            return
        one = following is not None and following.words == "one" and not following.gap
        after = draft.pieces[at + 2] if one and at + 2 < len(draft.pieces) else None if one else following
        if after is not None and not after.has("padding") and not after.gap:
            continue
        number = len(reports) if key == "last" else int(key) if key.isdigit() else 0
        if 1 <= number <= len(reports):
            draft.pieces[at] = _report(draft.pieces[at], (reports[number - 1].id,))
            if one and following is not None:
                draft.pieces[at + 1] = following.narrowed(Sense("function", "article"))


def _first_few(draft: Draft, at: int, key: str) -> bool:
    """ "the first two", "the last two": that many reports from one end, after a question about one."""
    ids = [r.id for r in draft.lexicon.reports]
    number = numeral(draft.pieces[at + 1]) if at + 1 < len(draft.pieces) else None
    rest = draft.pieces[at + 2 :]
    if key not in ("1", "last") or not isinstance(number, int) or not 1 < number < len(ids):
        return False
    if draft.pieces[at + 1].gap or any(not p.has("padding", "dimension:report") for p in rest):
        return False
    chosen = ids[:number] if key == "1" else ids[-number:]
    draft.pieces[at:] = [_report(merged(draft.pieces[at:], Sense("value", "report")), chosen)]
    return True


def _elsewhere(draft: Draft, last: Query) -> None:
    """ "and everywhere else?": all but the place asked about."""
    at = draft.first("fragment:elsewhere")
    asked = [f for f in last.filters if f.field == "place" and f.op == "is" and not f.negated]
    if at is not None and len(asked) == 1:
        draft.pieces[at] = draft.pieces[at].narrowed(Sense("fragment", "not_there", asked[0]))


def not_there(draft: Draft) -> Filter | None:
    """The place filter that "elsewhere" turns round, its piece used."""
    at = draft.first("fragment:not_there")
    if at is None:
        return None
    draft.use(at, "filter:place")
    asked: Filter = draft.pieces[at].value("fragment:not_there")
    return asked.model_copy(update={"negated": True})


def its_place(draft: Draft, last: Query) -> None:
    """ "what's its policy?": the place of the question before."""
    from bot.understand.reading import value_words

    places = places_of(draft, last)
    if len(places) != 1:
        return
    for at, piece in enumerate(draft.pieces):
        if lone_there(piece) or (piece.has("cue:anaphor") and piece.words in ("its", "their", "it", "they")):
            label = value_words(places[0], "place", draft.lexicon)
            option = Option("county" if places[0].county else "state", (places[0],), label)
            mention = Mention(draft.pieces[at].text, (option,), "asked")
            draft.pieces[at] = draft.pieces[at].narrowed(Sense("place", "mention", mention))
            return


def places_asked(draft: Draft, last: Query) -> list[Place]:
    """The one place that a lone condition of the last plan names, or none."""
    asked = [f for f in last.filters if f.field == "place" and f.op == "is" and not f.negated]
    places = places_of(draft, last)
    return places if len(asked) == len(places) == 1 else []


def places_of(draft: Draft, last: Query) -> list[Place]:
    """The places the last plan was about, be it by place or by their policy's entry."""
    found = [v for f in last.filters if f.field == "place" and not f.negated for v in f.values if isinstance(v, Place)]
    found += [
        Place(state=str(v))
        for f in last.filters
        if f.field == "state" and f.op == "is" and not f.negated
        for v in f.values
    ]
    entries = {v for f in last.filters if f.field == "jurisdiction" and not f.negated for v in f.values}
    listed = [e for e in draft.lexicon.policies if e.jurisdiction in entries and e.state and e.county]
    return list(dict.fromkeys([*found, *(Place(state=str(e.state), county=e.county) for e in listed)]))
