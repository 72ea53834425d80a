"""Figures that a question supposes: "is it true that Travis had 142", "were more than half ...", "I get 53%"."""

from __future__ import annotations

from bot.query import Having, Place
from bot.understand.clauses import clause
from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.lists import having_of
from bot.understand.pieces import numeral
from bot.understand.subject import counts

_SAID_BY = ("subject:refusal", "function:copula", "question:did", "cue:appear", "cue:supposed", "cue:anaphor")
_GOES_ON = ("function", "time", "cue", "value", "place", "question")


def of_count(draft: Draft) -> Having | None:
    """ "is it true that Travis had 142 refusals": the one number that nothing else explains is what is supposed."""
    if not _asked(draft):
        return None
    at = _only_number(draft)
    several = [k for k in draft.free("number") if not draft.pieces[k].has("date")]
    if at is None and len(several) > 1:
        raise Stuck("number", draft.pieces[several[1]].text)
    if at is None:
        return None
    opens = at > 0 and at == clause(draft) and not draft.pieces[at - 1].has("cue:supposed")  # "was 31 the number"
    if counts(draft) and not (draft.has("cue:supposed") or opens):
        return None
    before = draft.pieces[at - 1] if at else None
    following = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
    ends = following is None or bool(following.gap)
    counted = following is not None and not ends and following.has("subject:refusal", "noun")
    of_them = following is not None and not ends and following.words == "of"
    said = before is not None and before.has(*_SAID_BY)
    goes_on = ends or (following is not None and following.has(*_GOES_ON))
    if not (counted or of_them or opens or (said and goes_on) or _bare(draft, at)):
        return None
    draft.use(at, "claim")
    return Having(op="is", n=float(numeral(draft.pieces[at]) or 0))


def of_issued(draft: Draft) -> Having | None:
    """ "were more than 50 detainers issued to Dallas": of the nation, or of a county that every report asked of lists.

    Of a state Section I lists a part, and an entry that ICE took back leaves no figure: neither decides a yes or no.
    """
    places = list(draft.of("place"))
    if clause(draft) is None or len(places) > 1 or draft.has("order", "measure:share", "bound:single"):
        return None
    if places and not _listed_throughout(draft, places[0]):
        return None
    if any(draft.pieces[at].words in ("one", "a", "an") for at in draft.free("number")):
        return None
    return having_of(draft) or of_count(draft)


def _listed_throughout(draft: Draft, cond: Cond) -> bool:
    place = cond.values[0]
    if cond.negated or len(cond.values) != 1 or not isinstance(place, Place) or place.county is None:
        return False
    lexicon, here = draft.lexicon, (place.state, place.county)
    asked = [v for c in draft.of("report") if not c.negated for v in c.values] or [r.id for r in lexicon.reports]
    listed = {e.report for e in lexicon.issued if (e.state, e.county) == here}
    back = {w.report for w in lexicon.corrections if w.section == "I" and (w.state, w.county) == here}
    return set(asked) <= listed - back


def _bare(draft: Draft, at: int) -> bool:
    """ "18 in Dallas, is that right", "7 convictions in Cook, right?", "Dallas: 18, correct?", "Cook is at 26, no?"."""
    if not draft.has("cue:supposed"):
        return False
    before, behind = draft.pieces[:at], draft.pieces[at + 1 :]
    if all(p.has("padding", "cue:supposed", "cue:anaphor", "function:copula", "function:there") for p in before):
        named = bool(behind) and behind[0].has("value:citizenship", "disposition") and not behind[0].gap
        return named or (
            len(behind) > 1 and behind[0].has("function:preposition", "time:during") and behind[1].has(*_OF)
        )
    ends = all(p.has("cue:supposed", "padding") for p in behind)
    stands = before[-1].words == "at" and at > 1 and before[-2].has("function:copula", "place:mention", "value:report")
    of_place = before[-1].has("place:mention", "value:report") and draft.pieces[at].gap in ("", ":", "-", "=", ",")
    return ends and (stands or of_place)


_OF = ("place", "value", "date", "function:article", "disposition")


def of_share(draft: Draft) -> Having | None:
    """ "more than half", "were 46% Mexican", "I get 53": what is supposed of the share, in percent."""
    portion = half(draft)
    if portion is not None or not _asked(draft):
        return portion
    share = draft.first("measure:share")
    at = share - 1 if share else None
    if at is not None and draft.pieces[at].has("limit:bound") and not draft.pieces[at].used:
        bound = draft.pieces[at].value("limit:bound")
        draft.use(at, "claim")
        return Having(op=bound.op, n=bound.n)
    number = _only_number(draft)
    if number is None:
        return None
    got = number > 0 and draft.pieces[number - 1].has("cue:supposed")
    if number != at and not got:
        return None
    draft.use(number, "claim")
    if number + 1 < len(draft.pieces) and draft.pieces[number + 1].has("measure:share"):
        draft.use(number + 1, "measure:share")
    return Having(op="is", n=float(numeral(draft.pieces[number]) or 0))


def _asked(draft: Draft) -> bool:
    """Whether the message asks if something is so."""
    first = next((p for p in draft.pieces if not p.has("padding")), None)
    asks = first is not None and (first.has("question:did") or draft.has("cue:supposed"))
    return asks or clause(draft) is not None


def _only_number(draft: Draft) -> int | None:
    """The only number without a role, however often it is said; with two it is open which is supposed."""
    free = [at for at in draft.free("number") if numeral(draft.pieces[at]) is not None]
    if len({numeral(draft.pieces[at]) for at in free}) > 1:
        return None
    for at in free[1:]:
        draft.use(at, "claim")
    return free[0] if free and not draft.pieces[free[0]].has("date:day", "date:range", "date:month") else None


def half(draft: Draft) -> Having | None:
    """ "more than half", "most of them": the claim that the share is over (or under) 50 percent."""
    at = draft.first("measure:claim_half")
    if at is None:
        return None
    for piece in draft.pieces[at + 1 :]:
        if set(piece.gap) & set(".?!;"):
            break
        if piece.words in ("what", "which", "who", "where"):
            raise Stuck("verdict", draft.pieces[at].text)  # "half of them are what": nothing is supposed
    words = draft.pieces[at].words
    if words.startswith("half"):
        return Having(op="is", n=50)
    n = next((n for part, n in PARTS.items() if part in words), 50)
    return Having(op="under" if words.startswith(("less", "fewer", "under")) else "over", n=n)


PARTS = {"two thirds": 200 / 3, "third": 100 / 3, "three quarters": 75, "quarter": 25, "fifth": 20, "tenth": 10}
