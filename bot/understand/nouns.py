"""Words for places, offenses and the like that ask for no breakdown: "Canadian citizenship", "the jail there"."""

from __future__ import annotations

from bot.understand.boroughs import asks_boroughs
from bot.understand.clauses import clause
from bot.understand.draft import Draft
from bot.understand.pieces import Piece
from bot.understand.statistics import ADVERBS


def names_a_value(draft: Draft, at: int, key: str, field: str) -> bool:
    """ "Canadian citizenship", "the offense was DUI": the word only says what kind of value stands beside it.

    key: the word's dimension; field: the field that dimension groups by.
    """
    if " by " in draft.pieces[at].words:
        return False  # "county by county for Virginia"
    if asks_boroughs(draft, at):
        return False
    charged = any(c.field == "disposition" and 0 <= at - c.stop <= 2 for c in draft.conds)
    ranked = any(p.has("order", "limit:top") for p in draft.pieces[max(0, at - 3) : at])
    if is_plural(draft, at) and _does_it(draft, at):
        draft.use(at, "noun")
        return True
    if key == "facility" and _its_jail(draft, at):
        draft.use(at, "noun")
        return True
    if key == "offense" and charged and not ranked and not is_plural(draft, at) and _plain_noun(draft, at):
        draft.use(at, "noun")  # "charged with a crime"
        return True
    if key == "offense" and not ranked and not is_plural(draft, at) and _plain_noun(draft, at) and _was_a(draft, at):
        draft.use(at, "noun")  # "whose offense was a conviction"
        return True
    if _itself(draft, at, key):
        draft.use(at, "noun")
        return True
    if by_itself(draft, at) or draft.pieces[at].words in ("cities", "towns"):
        return False  # rows say counties: which of them are in a town cannot be told
    for cond in draft.conds:
        wide = cond.field == "place" and all(not getattr(v, "county", None) for v in cond.values)
        if wide and key in ("county", "place") and is_plural(draft, at) and not not_head(draft, at):
            continue  # "all counties in Florida": the counties of the state, each
        if cond.field == field and key not in ("day", "month", "year", "report"):
            between = draft.pieces[cond.stop : at] if cond.stop <= at else draft.pieces[at + 1 : cond.at]
            gaps = draft.pieces[cond.stop : at + 1] if cond.stop <= at else draft.pieces[at + 1 : cond.at + 1]
            besides = is_plural(draft, at) and any(p.has("negation:except") for p in between)
            counted = draft.has("measure:count", "measure:share", "cue:everything")
            counted = counted or any(draft.pieces[k].has("subject:refusal", "noun") for k in range(at))
            if besides and not counted:
                continue  # "offenses besides DUI in Sonoma": the others, each
            near = len(between) <= 2 and all(p.has("function", "negation:except") for p in between)
            if near and not any(set(p.gap) & set(".;?!,") for p in gaps) and _plain_noun(draft, at):
                draft.use(at, "noun")
                return True
    return False


def _was_a(draft: Draft, at: int) -> bool:
    """Whether a charge or a conviction is said of the word ("the listed offense was only a charge")."""
    said = next((c for c in draft.conds if c.field == "disposition" and 1 < c.at - at <= 4), None)
    between = draft.pieces[at + 1 : said.at] if said is not None else []
    return bool(between) and between[0].has("function:copula") and all(p.has("function", "cue:only") for p in between)


def _does_it(draft: Draft, at: int) -> bool:
    """ "did local jails refuse more than 2% of them": who refuses, and no breakdown by jail."""
    k = at - 1
    while k >= 0 and draft.pieces[k].has("function:article", "function:pronoun", "place:mention"):
        k -= 1
    behind = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
    asks = k >= 0 and draft.pieces[k].words in ("did", "do", "have", "had")
    return asks and behind is not None and behind.has("subject:refusal") and not draft.has("order", "limit:top")


def _its_jail(draft: Draft, at: int) -> bool:
    """ "Westchester's jail", "the Denver jails" in a claim: the place that is named, and no breakdown."""
    before = draft.pieces[at - 1] if at else None
    if before is None or not before.has("place:mention") or draft.pieces[at].gap:
        return False
    if not is_plural(draft, at):
        one = at > 1 and draft.pieces[at - 2].has("function:article") and not before.gap  # "out of a Virginia jail"
        return one or before.text.endswith(("'s", "’s", "s'"))
    return clause(draft) is not None and draft.has("compare:more", "limit:bound") and not draft.has("order")


_LEVELS = {"county": ("county", "city"), "state": ("state",), "facility": ("county", "city", "facility")}


def _itself(draft: Draft, at: int, key: str) -> bool:
    """ "our county is Allegheny; how often did the jail there let somebody go": the place named before, once more."""
    named = [c for c in draft.conds if c.field == "place" and not c.negated and c.stop < at]
    before = draft.pieces[at - 1] if at else None
    behind = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
    if (
        not named
        or any(c.values != named[0].values for c in named)
        or before is None
        or behind is None
        or behind.gap
        or key not in _LEVELS
    ):
        return False
    piece = draft.pieces[named[0].at]
    if not piece.has("place:mention") or is_plural(draft, at) or not before.has("function:article"):
        return False
    levels = {"state" if not getattr(v, "county", None) else "county" for v in named[0].values}
    does = behind.words == "there" or (
        behind.has("subject:refusal") and draft.first("question:did", stop=at) is not None
    )
    return does and levels <= set(_LEVELS[key])


def is_plural(draft: Draft, at: int) -> bool:
    """Whether a dimension word is in the plural."""
    return draft.pieces[at].words.endswith("s")


def _plain_noun(draft: Draft, at: int) -> bool:
    before = draft.pieces[at - 1] if at else None
    if before is not None and before.has("place:mention") and at > 1 and each(draft.pieces[at - 2]):
        return False  # "each Virginia county"
    return before is None or not before.has(
        "group:by", "question:which", "order", "limit", "measure:count", "measure:distinct", "number"
    )


def each(piece: Piece) -> bool:
    """Whether the word says one by one: "each", "every"."""
    return piece.has("group:by") and piece.words.endswith(("each", "every", "single"))


def by_itself(draft: Draft, at: int) -> bool:
    """ "weekly refusals", "county by county": the word groups with no "by" before it. "weekly report" is a noun."""
    words = draft.pieces[at].words
    following = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
    if words in ("every week", "every report") or words.endswith((" wise", " level")):
        return True
    if words in ADVERBS:
        return following is None or bool(following.gap) or not following.has("dimension", "value:report")
    first, by, second = (*words.split(" "), "", "")[:3]
    return by in ("by", "to") and first == second and len(words.split(" ")) == 3


def not_head(draft: Draft, at: int) -> bool:
    """Whether something else is counted: "how many refusals ... counties", with the word only naming who or where."""
    key = next(s.key for s in draft.pieces[at].senses if s.kind == "dimension")
    if key not in ("place", "county", "facility", "state"):
        return False
    nouns = ("subject:refusal", "noun:detainer", "noun:person", "subject:issued")
    counted = any(draft.pieces[k].has(*nouns) for k in range(at))
    inside = at > 1 and draft.pieces[at - 1].has("place:mention") and draft.pieces[at - 2].words in ("in", "from", "at")
    counted = counted or (inside and any(draft.pieces[k].has("value") for k in range(at - 1)))  # "DUIs in Texas jails"
    return counted and not draft.has("cue:list", "compare", "measure:distinct", "question:which", "question:who")
