"""Every word accounted for: which pieces carry nothing by themselves, and the first one that was given no role."""

from __future__ import annotations

from bot.understand.draft import Draft, Stuck
from bot.understand.pieces import Piece, numeral

NEUTRAL = (
    "function",
    "padding",
    "question",
    "conjunction",
    "noun",
    "measure:count",
    "cue:list",
    "cue:appear",
    "cue:everything",
    "cue:supposed",
    "cue:anaphor",
    "cue:account",
    "cue:as_published",
    "cue:what_about",
    "cue:every_kind",
    "gloss",
    "measure:together",
    "group:respectively",
    "time:during",
    "cue:instead",
    "cue:same",
    "suffix",
)
_BY_SUBJECT = {
    "refusals": ("subject:refusal", "subject:received", "dimension:report"),
    "issued": ("subject:issued", "subject:section_one", "subject:received", "dimension:report", "subject:nationwide"),
    "policies": (
        "subject:policy",
        "subject:honoring",
        "subject:require",
        "subject:enact",
        "dimension:report",
        "cue:mention",
        "subject:refusal",
    ),
    "reports": ("dimension:report", "subject:issued", "subject:received", "subject:nationwide"),
    "corrections": ("dimension:report", "subject:correction", "subject:dispute", "cue:wants_text", "cue:mention"),
    "caveats": ("dimension:report", "subject", "group:by"),
    "foia_detainers": ("foia:source", "dimension:report"),
}


def account(draft: Draft, subject: str) -> None:
    """Give neutral pieces their role; raise Stuck naming the first word that has none."""
    _or_across_fields(draft)
    for at in draft.find("measure:count"):
        if (
            draft.pieces[at].words == "how many"
            and at + 1 < len(draft.pieces)
            and draft.pieces[at + 1].has("noun:number")
            and draft.pieces[at + 1].words not in ("total", "totals", "count")
        ):
            raise Stuck("unaccounted", draft.pieces[at + 1].text)
    _points_nowhere(draft)
    neutral = (*NEUTRAL, *_BY_SUBJECT.get(subject, ()))
    for at, piece in enumerate(draft.pieces):
        if piece.used == "none":
            raise Stuck("negation", piece.text)  # "counties with no convictions", and nothing has kept those groups
        if piece.used:
            continue
        if piece.has("offtopic:honored") and piece.words.startswith("not ") and subject == "issued":
            piece.use("gloss")  # "issued, not refused" says which of the two
        elif piece.has("cue:only") and (_conditioned(draft) or draft.has("cue:list", "limit")):
            if any(p.used.startswith("dimension") for p in draft.pieces) and _before_condition(draft, at):
                raise Stuck("unaccounted", piece.text)  # "which counties had only convictions": of none other
            piece.use("emphasis")
        elif piece.has("group:by") and _agent(draft, at):
            piece.use("preposition")
        elif piece.has("group:by") and _of_each(draft, at):
            piece.use("article")
        elif piece.has("number") and _premise(draft, at):
            piece.use("premise")
        elif piece.has("subject:nationwide") and subject == "refusals" and _everywhere(draft):
            piece.use("scope")
        elif piece.has("noun:agency", "question:who") and subject != "refusals":
            piece.use("noun")
        elif piece.has(*neutral) and not piece.has("place", "value", "negation", "dimension:state"):
            piece.use(_role(piece))
        else:
            raise Stuck(_code(piece), piece.text)


def _conditioned(draft: Draft) -> bool:
    """Whether anything is a condition: of the rows, or of the part of a share."""
    return bool(draft.conds) or any(p.used.startswith("filter") for p in draft.pieces)


def _everywhere(draft: Draft) -> bool:
    """ "Poles nationwide", "top three nationwide": all of Section II. A bare number may be of those issued."""
    if any(c.field == "place" for c in draft.conds) or draft.has("measure:share", "measure:rate", "noun:detainer"):
        return False
    return draft.has("value:citizenship", "value:offense", "disposition", "dimension:disposition", "order", "limit:top")


def _of_each(draft: Draft, at: int) -> bool:
    """ "count every declined detainer", "which nationalities, and how many of each": no further breakdown."""
    words = draft.pieces[at].words
    before = draft.pieces[at - 1] if at else None
    following = next((p for p in draft.pieces[at + 1 :] if not p.has("padding")), None)
    counted = words in ("each", "every") and before is not None and before.has("measure:count", "cue:list")
    if counted and following is not None:
        return following.has("subject:refusal", "noun:detainer")
    grouped = any(p.used.startswith(("dimension", "compare")) for p in draft.pieces)
    return words in ("each", "of each", "for each", "from each") and following is None and grouped


def _points_nowhere(draft: Draft) -> None:
    """Raise Stuck for "charged again", "of the same person": a second time, which no row tells of."""
    for at, piece in enumerate(draft.pieces):
        before = draft.pieces[at - 1] if at else None
        again = piece.words in ("again", "twice", "repeatedly") and before is not None and not piece.gap
        if again and before is not None and before.has("subject:refusal", "disposition", "subject:issued"):
            raise Stuck("unaccounted", piece.text)
        if piece.words in ("morning", "afternoon", "evening") and before is not None and before.has("function:article"):
            raise Stuck("other_data", piece.text)
        if piece.has("cue:same") and at + 1 == len(draft.pieces) > 2 and not draft.follow_up:
            raise Stuck("verdict", piece.text)  # "are Travis and Denver the same"
        if piece.words == "one" and before is not None and before.words == "but":
            raise Stuck("unaccounted", piece.text)  # "every county but one": which one?
        same = piece.has("cue:same") and not draft.follow_up and at + 1 < len(draft.pieces)
        week = "dimension:report" if not draft.has("value:report") else "noun:person"  # "week 1 ... that same week"
        if same and draft.pieces[at + 1].has(*_SAME_AS, week) and draft.pieces[at + 1].gap in ("", "-"):
            raise Stuck("unaccounted", piece.text)  # "repeat DUIs", "same-week refusals": no row says so


def _before_condition(draft: Draft, at: int) -> bool:
    asked = [k for k, p in enumerate(draft.pieces) if p.used.startswith("dimension")]
    return bool(asked) and min(asked) < at and any(at < c.at <= at + 3 for c in draft.conds)


def _or_across_fields(draft: Draft) -> None:
    """Conditions of one Query are all required: an "or" between two of different kinds cannot be said."""
    for at in draft.find("conjunction:or"):
        if draft.pieces[at].used:
            continue
        before = [c for c in draft.conds if c.stop <= at and at - c.stop <= 2]
        after = [c for c in draft.conds if c.at > at and c.at - at <= 3]
        if before and after:
            raise Stuck("or_mixed", draft.pieces[at].text)


_SAME_AS = ("noun:person", "subject:refusal", "noun:agency", "value", "disposition", "place")
_STATISTICS = ("measure:average", "measure:median", "measure:typical", "measure:wait")


def _agent(draft: Draft, at: int) -> bool:
    """ "released by Travis County", "top 3 by number of refusals": a "by" that groups nothing."""
    word = draft.pieces[at].words
    following = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
    if word == "across":
        if following is not None and following.has("function:article") and at + 2 < len(draft.pieces):
            following = draft.pieces[at + 2]
        return following is not None and following.has("cue:everything", "value:report")
    if word != "by":
        return False
    for piece in draft.pieces[at + 1 : at + 4]:
        if piece.has("place", "value:facility", "noun", "measure:count", "subject:refusal", *_STATISTICS):
            return True
        if not piece.has("function"):
            return False
    return False


def _role(piece: Piece) -> str:
    return "padding" if piece.has("padding") else next(f"{s.kind}:{s.key}" for s in piece.senses)


def _code(piece: Piece) -> str:
    if piece.has("unknown"):
        return "unknown_word"
    if piece.has("offtopic:other_data"):
        return "other_data"  # "gang members", of which only policies speak
    return "number" if piece.has("number") else "unaccounted"


def _premise(draft: Draft, at: int) -> bool:
    """A number that only repeats what a report states ("the 3,083 detainers")."""
    number = numeral(draft.pieces[at])
    rated = draft.has("measure:share", "measure:rate")
    if draft.subject == "refusals" and not rated and number in {r.issued_nationwide for r in draft.lexicon.reports}:
        raise Stuck("issued_and_refused", draft.pieces[at].text, ask=True)  # "how many of the 3,083 were refused"
    reports = [str(v) for c in draft.of("report") for v in c.values] or [r.id for r in draft.lexicon.reports]
    stated = {x for r in draft.lexicon.reports if r.id in reports for x in (r.issued_nationwide, r.declined_stated)}
    stated.add(draft.lexicon.rows_in(reports))
    following = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
    return number in stated and (
        following is None
        or bool(following.gap)
        or following.has("noun", "subject", "cue:anaphor", "function", "value:report")
    )
