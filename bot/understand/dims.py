"""Breakdowns: which dimension words ask for groups, and in what way (by state; which states; how many states)."""

from __future__ import annotations

from typing import NamedTuple

from bot.query import Bucket, Dimension, FieldName
from bot.understand.boroughs import asks_boroughs
from bot.understand.clauses import clause
from bot.understand.draft import Draft
from bot.understand.forms import forms
from bot.understand.nouns import by_itself, each, names_a_value, not_head

_SKIP = (
    "function:article",
    "function:preposition",
    "time:during",
    "cue:everything",
    "measure:distinct",
    "question:which",
    "function:pronoun",
    "ordinal:other",
    "cue:anaphor",
    "noun:ice",
)
FIELDS: dict[str, tuple[FieldName, Bucket | None, bool]] = {
    "state": ("state", None, False),
    "county": ("place", None, False),
    "place": ("place", None, False),
    "where": ("place", None, False),
    "facility": ("facility", None, False),
    "citizenship": ("citizenship", None, False),
    "offense": ("offense", None, False),
    "offense_group": ("offense", None, True),
    "disposition": ("disposition", None, False),
    "day": ("declined_on", "day", False),
    "issue_date": ("issued_on", "day", False),
    "issue_year": ("issued_on", "year", False),
    "issue_month": ("issued_on", "month", False),
    "month": ("declined_on", "month", False),
    "year": ("declined_on", "year", False),
    "report": ("report", None, False),
    "aor": ("aor", None, False),
    "requirement": ("requirement", None, False),
    "lift_reason": ("lift_reason", None, False),
    "gender": ("gender", None, False),
}


_TOTALS = forms("dims", "totals")
_BREAKDOWN = forms("dims", "breakdown")


class Asked(NamedTuple):
    """A dimension word and how it is asked: by (per state), which (which states), many (how many states), bare."""

    at: int
    key: str
    how: str
    plural: bool

    @property
    def dimension(self) -> Dimension:
        """The Query's form."""
        field, bucket, group = FIELDS[self.key]
        return Dimension(field=field, bucket=bucket, group=group)


def asked(draft: Draft) -> list[Asked]:
    """The dimension words of a draft that no condition has taken, with how each is asked for."""
    found: list[Asked] = []
    for at in draft.free("dimension"):
        piece = draft.pieces[at]
        key = next(s.key for s in piece.senses if s.kind == "dimension")
        how = "" if names_a_value(draft, at, key, FIELDS[key][0]) else _how(draft, at, found)
        if how and key in ("day", "month", "year") and _of_issue(draft, at):
            key = {"day": "issue_date", "month": "issue_month", "year": "issue_year"}[key]
        if how:
            found.append(Asked(at, key, how, piece.words.endswith("s")))
    return found


def _of_issue(draft: Draft, at: int) -> bool:
    """ "issued in each year", "by year issued", "what year are the detainers from": the dates of issue are meant."""
    last = next((p for p in reversed(draft.pieces) if not p.has("padding")), draft.pieces[-1])
    detainers = any("detainer" in p.words for p in draft.pieces[at:])
    if detainers and draft.subject == "refusals" and last.words.split()[-1] == "from":
        last.use("axis:issued_on")
        return True
    for k in (*range(at - 1, max(-1, at - 5), -1), at + 1):
        if 0 <= k < len(draft.pieces) and draft.pieces[k].has("subject:issued") and draft.subject == "refusals":
            draft.use(k, "axis:issued_on")
            return True
        if k < at and draft.pieces[k].has("subject:refusal"):
            return False
    return False


def _how(draft: Draft, at: int, found: list[Asked]) -> str:
    piece = draft.pieces[at]
    if " by " in piece.words:
        return "by"
    key = next(s.key for s in piece.senses if s.kind == "dimension")
    if by_itself(draft, at) or lone_column(draft, at) or _first_of_table(draft, at):
        return "by"
    k = at - 1
    while (
        k >= 0
        and draft.pieces[k].has(*_SKIP)
        and not draft.pieces[k].has("group:by", "question:which", "measure:count")
    ):
        k -= 1
    if k > 0 and draft.pieces[k].has("place:mention") and each(draft.pieces[k - 1]) and k == at - 1:
        k -= 1  # "each Virginia county"
    if k > 0 and k == at - 1 and asks_boroughs(draft, at) and draft.pieces[k].has("place:mention"):
        k -= 1  # "by NYC borough"
    if k > 0 and draft.pieces[k].has("place:mention") and k == at - 1 and not piece.gap:
        k -= draft.pieces[k - 1].has("measure:count") and not draft.pieces[k].gap  # "how many California counties"
    before = draft.pieces[k] if k >= 0 and not set(draft.pieces[k + 1].gap) & set(".;?!") else None
    if before is not None and before.has("group:by") and _refused_by(draft, k, at):
        draft.use(k, "preposition")
        draft.use(at, "noun")
        return ""
    if before is not None and before.has("group:by"):
        draft.use(k, "group")
        return "by"
    if (
        found
        and before is not None
        and before.has("conjunction:and")
        and found[-1].how == "by"
        and found[-1].at == k - 1
    ):
        return "by"
    if (
        before is not None
        and before.has("dimension", "conjunction:and")
        and found
        and found[-1].how == "by"
        and k - 1 <= found[-1].at
    ):
        return "which" if _ranked_within(draft, found[-1].at, at) else "by"
    if piece.words == "where" or (key in ("day", "where") and piece.has("question:when", "dimension:where")):
        first = all(p.has("padding", "conjunction") for p in draft.pieces[:at])
        alone = not any(k != at for k in draft.find("dimension"))
        if first or (alone and draft.has("order", "limit")):
            return "question"
        draft.use(at, "relative")  # "refusals where the person was charged"
        return ""
    if before is not None and before.has("question:which", "question:what_is"):
        if draft.pieces[at - 1].words in ("a", "an"):
            return ""  # "what is an AOR?" asks what the word means
        return "which"
    following = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
    totals = following is not None and following.words in _TOTALS and not following.gap
    heads = before is None or before.has("value:report")  # "week 1 county totals"
    if totals and not piece.words.endswith("s") and heads and key not in ("report", "day"):
        return "by"  # "state totals for the latest report"
    if following is not None and following.has("group:by") and following.words.split()[0] in _BREAKDOWN:
        draft.use(at + 1, "group")
        return "by"
    if key == "disposition" and before is not None and before.has("measure:count"):
        return "by"
    if key == "disposition" and _either_of(draft, at):
        draft.use(at, "noun")
        return ""
    if before is not None and before.has("measure:count") and draft.pieces[at - 1].words in ("a", "an"):
        return ""  # "how many a day": an average, or each day?
    ranked = draft.has("order", "limit:top", "limit:fewest", "measure:maximum", "measure:minimum")
    any_one = before is not None and before.words == "any" and not piece.words.endswith("s") and not ranked
    if any_one and clause(draft) is None:
        apart = len(draft.of("report")) == 2 and draft.has("negation:not", "cue:nothing")
        return "which" if apart else ""  # "any nationality": whichever it is; no count of them
    if before is not None and before.has("measure:count") and not before.has("noun:number"):
        return "many"
    if before is not None and before.has("measure:count"):
        return "many" if before.words not in ("total", "totals", "any") else "bare"
    if before is not None and before.has("order", "limit", "cue:list", "cue:only", "number"):
        return "which"
    if key != "disposition" and not draft.has("order", "limit", "bound:single"):
        if not piece.words.endswith("s") or key in ("day", "year", "month"):
            return ""  # "in the county": which one?
        if not_head(draft, at):
            if piece.words in ("cities", "towns"):
                return ""
            draft.use(at, "noun")  # "refusals by Texas jails": says no more than the place does
            return ""
    return "" if key in ("report", "disposition") and not _heads(draft, at) else "bare"


def _either_of(draft: Draft, at: int) -> bool:
    """ "how many with a homicide charge or conviction": every row is one of the two, and one number is asked for."""
    before = draft.pieces[at - 1] if at else None
    one = not draft.pieces[at].words.endswith("s") and " or " in draft.pieces[at].words
    of_it = before is not None and before.has("value:offense", "function:article") and not draft.pieces[at].gap
    counted = draft.first("measure:count", stop=at)
    return one and of_it and counted is not None and not draft.has("group:by", "compare", "measure:difference")


def _ranked_within(draft: Draft, by: int, at: int) -> bool:
    """ "for each state, the county with the most refusals": one of each, and no breakdown by both."""
    article = draft.pieces[at - 1].words == "the" and at - 2 == by
    behind = next((p for p in draft.pieces[at + 1 :] if not p.has("function", "subject:refusal", "noun")), None)
    return article and not draft.pieces[at].words.endswith("s") and behind is not None and behind.has("order")


_COLUMNS = ("citizenship", "offense", "facility", "state", "county")
_BARE = ("padding", "conjunction:and", "cue:what_about", "cue:instead")


def lone_column(draft: Draft, at: int) -> bool:
    """ "nationality?", "and citizenship": a column's name and nothing else, after a number: that column's values."""
    key = next(s.key for s in draft.pieces[at].senses if s.kind == "dimension")
    if not draft.follow_up or key not in _COLUMNS:
        return False
    return all(k == at or (p.has(*_BARE) and p.words != "and in") for k, p in enumerate(draft.pieces))


def _first_of_table(draft: Draft, at: int) -> bool:
    """ "county by week", "state by offense in week 2": the first breakdown of a table, with nothing before it."""
    run = draft.pieces[at : at + 3]
    if len(run) < 3 or run[1].gap or run[1].words != "by" or not run[2].has("dimension"):
        return False
    if run[0].sense("dimension").key == run[2].sense("dimension").key:
        return False
    heads = all(p.has("padding", "function:article") for p in draft.pieces[:at])
    return heads and not draft.has("order", "limit", "measure", "question:which")


_PARTICIPLES = forms("dims", "participles")


def _refused_by(draft: Draft, by: int, at: int) -> bool:
    """ "how many were snubbed by jails in Texas": who did it, and no breakdown. "Refusals by jail" is one."""
    key = next(s.key for s in draft.pieces[at].senses if s.kind == "dimension")
    verb = draft.pieces[by - 1] if by else None
    return bool(
        draft.pieces[by].words == "by"
        and by == at - 1
        and key in ("county", "place", "facility")
        and draft.pieces[at].words.endswith("s")
        and verb is not None
        and verb.has("subject:refusal")
        and verb.words.endswith(_PARTICIPLES)
        and draft.has("measure:count")
        and not draft.has("order", "limit")
    )


def _heads(draft: Draft, at: int) -> bool:
    """Whether the word stands first, as what is asked for ("charged vs convicted for week 3")."""
    key = next(s.key for s in draft.pieces[at].senses if s.kind == "dimension")
    return key == "disposition"
