"""How far words reach: what a "not" denies, which values belong to one list, what "only" and "rather than" add."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from bot.query import Place
from bot.understand.draft import Cond, Draft, Stuck

_THROUGH = (
    "function",
    "cue:only",
    "noun",
    "cue:anaphor",
    "cue:everything",
    "question:did",
    "subject:issued",
    "subject:received",
    "time:during",
    "measure:count",
    "time:between",
    "time:since",
    "subject:require",
    "cue:mention",
    "subject:honoring",
)
_LIST = (
    "function",
    "noun",
    "conjunction",
    "cue:only",
    "cue:anaphor",
    "time:during",
    "time:between",
    "time:since",
    "cue:mention",
)
_BREAKS = ("compare", "negation", "time:before", "time:after", "gloss")
_FAR = 5


def scope(draft: Draft, *, contrast: bool) -> None:
    """Settle negations, then join listed values of one field into one condition."""
    for cond in draft.conds:
        _negate(draft, cond)
    _said_again(draft)
    _excluded_after(draft)
    _and_of_another_kind(draft)
    if any(not draft.pieces[at].used for at in draft.find("negation:not", "negation:except", "negation:rather_than")):
        _stray_negation(draft)
    draft.conds = _joined(draft, contrast)
    draft.conds = _settled(draft.conds)
    if not contrast and not draft.has("dimension") and draft.subject != "policies":
        denied_for_nothing(draft)  # of policies, "in report 3 and not in report 2" is a change of the list


def _negate(draft: Draft, cond: Cond) -> None:
    at = cond.at - 1
    while at >= 0 and cond.at - at <= _FAR:
        piece = draft.pieces[at]
        if set(draft.pieces[at + 1].gap) & set(".;?!"):
            return
        if piece.has("negation:except", "negation:rather_than", "negation:not_only") or (
            piece.has("negation:not") and not piece.has("cue:nothing")
        ):
            if piece.used and not piece.used.startswith("negation"):
                return
            if piece.has("negation:not_only") and cond.values != ("charge",):
                raise Stuck("negation", piece.text)  # "not only Mexicans" leaves none of them out
            if piece.words == "no" and at == cond.at - 1 and _groups_before(draft, at):
                draft.use(at, "none")  # "counties with no convictions": with none at all, which the sets of groups read
                return
            if piece.words in ("no", "zero") and draft.first("question:which", start=at) is not None:
                raise Stuck("unmarked", piece.text)  # "no Mexicans: which counties": none at all, not those besides
            if piece.words in ("no", "zero") and at == cond.at - 1 and _opens(draft, at):
                raise Stuck("unmarked", piece.text)  # "no Haitians?" asks whether there are none
            if piece.words in ("no", "zero", "never", "without") and _groups_before(draft, at):
                if _the_other(draft, cond, at):  # "only as charges and never as a conviction"
                    cond.negated = True
                    draft.use(at, f"negation:{cond.field}")
                elif piece.words == "never" and cond.field not in ("report", "declined_on"):
                    draft.use(at, "none")  # "offenses that were never a conviction"
                else:
                    raise Stuck("negation", piece.text)  # "counties with no convictions": none at all, not one without
                return
            cond.negated = True
            draft.use(at, f"negation:{cond.field}")
            return
        never = (
            piece.has("subject:refusal") and at and draft.pieces[at - 1].words == "never" and _groups_before(draft, at)
        )
        if (
            any(c.at <= at < c.stop for c in draft.conds)
            or not (piece.has(*_THROUGH) or never)
            or (piece.has("conjunction") and not piece.has("negation"))
        ):
            return
        at -= 1


def _opens(draft: Draft, at: int) -> bool:
    """Whether nothing is asked before this word, nor counted after it."""
    asks = ("measure", "order", "group", "dimension", "subject", "cue")
    before = all(p.has("padding", "question:did", "function") for p in draft.pieces[:at])
    return before and not draft.follow_up and not any(p.has(*asks) for p in draft.pieces[at + 1 :])


def _and_of_another_kind(draft: Draft) -> None:
    """Raise Stuck for "apart from Cook and the last report": is the second of the two left out as well? And for "in
    California except Mexicans in Kern", where the two are left out together."""
    for denied, other in pairwise(draft.conds):
        between = draft.pieces[denied.stop : other.at]
        if not denied.negated or other.negated or denied.field == other.field or not between:
            continue
        marks = [p for p in draft.pieces[: denied.at] if p.used == f"negation:{denied.field}"]
        wider = any(c.field == other.field and c.stop <= denied.at and not c.negated for c in draft.conds)
        if marks and marks[-1].has("negation:except") and wider and all(p.has("function") for p in between):
            raise Stuck("negation", draft.pieces[other.at].text)
        joined = between[0].has("conjunction:and") and all(
            p.has("function:article", "conjunction:and") for p in between
        )
        gaps = any(p.gap for p in (*between, draft.pieces[other.at]))
        if marks and marks[-1].has("negation:except") and joined and not gaps:
            raise Stuck("negation", draft.pieces[other.at].text)


def _the_other(draft: Draft, cond: Cond, at: int) -> bool:
    """Whether the one disposition has just been said to be the only one, so that denying the other adds nothing."""
    before = [c for c in draft.conds if c.field == cond.field == "disposition" and c.stop <= at and at - c.stop <= 2]
    return bool(before) and any(draft.pieces[k].has("cue:only") for k in range(max(0, before[-1].at - 3), at))


def _said_again(draft: Draft) -> None:
    """ "not Travis, i.e. Austin": what a gloss says again is denied with what it glosses."""
    for cond in draft.conds:
        at = cond.at - 1
        while at >= 0 and draft.pieces[at].has("function") and not draft.pieces[at].has("gloss"):
            at -= 1
        before = [c for c in draft.conds if c.stop == at]
        if at >= 0 and draft.pieces[at].has("gloss") and before:
            cond.negated = before[-1].negated


def _groups_before(draft: Draft, at: int) -> bool:
    """Whether groups are asked for before this word ("which counties ... no")."""
    return draft.subject != "policies" and any(
        not draft.pieces[k].used and not draft.pieces[k].has("dimension:report")
        for k in draft.find("dimension", stop=at)
    )


def _excluded_after(draft: Draft) -> None:
    """ "Travis excluded", "with Travis left out": the words follow the value."""
    for at in draft.free("negation:except"):
        if draft.pieces[at].words in ("excluded", "left out", "aside", "omitted") and at:
            before = [c for c in draft.conds if c.stop == at]
            if before:
                before[-1].negated = True
                draft.use(at, "negation")


def _stray_negation(draft: Draft) -> None:
    """A "not" that denies no condition must be part of something else, or the question is not understood."""
    for at in draft.free("negation:not", "negation:except", "negation:rather_than"):
        piece = draft.pieces[at]
        if piece.has("cue:nothing", "cue:not_given", "cue:supposed", "measure"):
            continue
        raise Stuck("negation", piece.text)


def denied_for_nothing(draft: Draft) -> None:
    """ "B and not A" of one kind denies nothing: rows with B never have A. The denial was meant to reach further."""
    for denied in (c for c in draft.conds if c.negated and c.op == "is"):
        for other in draft.conds:
            if other.field == denied.field and not other.negated and other.op == "is" and apart(denied, other):
                raise Stuck("negation", draft.pieces[denied.at].text)


def apart(one: Cond, other: Cond) -> bool:
    """Whether no row can have values of both conditions."""
    return not any(
        (a.state == b.state and None in (a.county, b.county)) or a == b
        if isinstance(a, Place) and isinstance(b, Place)
        else a == b
        for a in one.values
        for b in other.values
    )


def _between(draft: Draft, left: Cond, right: Cond) -> bool:
    """Whether two conditions stand in one list: only light words between, with a conjunction or a comma."""
    joined = False
    for at in range(left.stop, right.at):
        piece = draft.pieces[at]
        if set(piece.gap) & set(".;?!") or (piece.has(*_BREAKS) and not (left.negated and right.negated)):
            return False
        if not piece.has(*_LIST):
            return False
        joined = joined or piece.has("conjunction") or "," in piece.gap
    gap = draft.pieces[right.at].gap
    if set(gap) & set(".;?!"):
        return False
    return joined or "," in gap or "/" in gap or "-" in gap


def _joined(draft: Draft, contrast: bool) -> list[Cond]:
    made: list[Cond] = []
    for cond in draft.conds:
        last = made[-1] if made else None
        same = last is not None and last.field == cond.field and last.op == cond.op == "is"
        inherits = last is not None and last.negated and not cond.negated and _denied_on(draft, last, cond)
        listed = (
            same and last is not None and (last.negated == cond.negated or inherits) and _between(draft, last, cond)
        )
        if last is not None and listed and (not contrast or cond.negated or _other_side(draft, last, cond)):
            values = tuple(dict.fromkeys((*last.values, *cond.values)))
            label = " and ".join(x for x in (last.label, cond.label) if x) if last.label and cond.label else ""
            made[-1] = Cond(last.at, last.field, "is", values, last.negated, label, cond.stop, either=True)
            for at in range(last.stop, cond.at):
                draft.use(at, "list")
            continue
        if last is not None and not contrast and (span := _one_span(draft, last, cond)) is not None:
            made[-1] = span
            continue
        made.append(cond)
    return made


def _one_span(draft: Draft, left: Cond, right: Cond) -> Cond | None:
    """ "in April and May", "issued in 2015 or 2016": neighbouring spans of days that are one."""
    fields = ("declined_on", "issued_on", "enacted", "posted_on")
    if left.field != right.field or left.field not in fields or left.negated or right.negated:
        return None
    if not {left.op, right.op} <= {"is", "between"} or not _between(draft, left, right):
        return None
    first, last = left.values[-1], right.values[0]
    if not isinstance(first, date) or not isinstance(last, date) or last - first != timedelta(days=1):
        return None
    for at in range(left.stop, right.at):
        draft.use(at, "list")
    return Cond(left.at, left.field, "between", (left.values[0], right.values[-1]), stop=right.stop)


def _denied_on(draft: Draft, left: Cond, right: Cond) -> bool:
    """Whether a denial goes over the next of a list: "not A or B", "except A and B", "minus A, B"."""
    denied = [p for p in draft.pieces[: left.at] if p.used == f"negation:{left.field}"]
    if denied and denied[-1].has("negation:rather_than") and left.stop == right.at:
        return False  # "rather than Mexico, Guatemala"
    if _joiner(draft, left, right) == "or":
        return True
    anew = any(p.words in ("in", "from", "at") for p in draft.pieces[left.stop : right.at])
    return bool(denied) and denied[-1].has("negation:except") and not anew


def _joiner(draft: Draft, left: Cond, right: Cond) -> str:
    for at in range(left.stop, right.at):
        if draft.pieces[at].has("conjunction:or"):
            return "or"
    return "and" if draft.pieces[right.at].gap != "," else "or"


def _other_side(draft: Draft, left: Cond, right: Cond) -> bool:
    """In a comparison, values are one side together only when there is another side of the same field."""
    others = [
        c
        for c in draft.conds
        if c.field == left.field and c is not left and c is not right and c.negated == left.negated
    ]
    outside = [c for c in others if c.at > right.at and not _between(draft, right, c)]
    outside += [c for c in others if c.at < left.at and not _between(draft, c, left)]
    return bool(outside)


def _settled(conds: list[Cond]) -> list[Cond]:
    """Drop what is said twice: "convicted, not charged" is convicted; a word repeated is one condition."""
    kept: list[Cond] = []
    for cond in conds:
        twice = any(
            c.field == cond.field and c.values == cond.values and c.negated == cond.negated and c.op == cond.op
            for c in kept
        )
        if not twice:
            kept.append(cond)
    positive = {c.field: set(c.values) for c in kept if not c.negated and c.op == "is"}
    return [
        c
        for c in kept
        if not (
            c.negated and c.field == "disposition" and c.field in positive and positive[c.field].isdisjoint(c.values)
        )
    ]
