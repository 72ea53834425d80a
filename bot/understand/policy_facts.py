"""Facts of Section III's entries beside their conditions: name, wording, field office; and hours in the criteria."""

from __future__ import annotations

from collections.abc import Sequence

from bot.messages import understand as say
from bot.query import Measure
from bot.understand.dims import Asked
from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.lexicon import PolicyEntry
from bot.understand.lists import Parts
from bot.understand.offices import FALLS
from bot.understand.pieces import numeral


def policy_fact(draft: Draft, found: Sequence[Asked], parts: Parts) -> bool:
    """Fill the measure for an entry's field office, name or wording, where that is asked; whether it is."""
    named = any(c.field in ("place", "state", "jurisdiction", "policy") and not c.negated for c in draft.conds)
    offices = draft.free("dimension:aor") and (named or any(a.key == "aor" for a in found))
    fell = [at for at in draft.find("measure:change") if draft.pieces[at].words in FALLS]
    if offices and not draft.has("measure:count", "group:by", "order", "limit", "measure:share"):
        draft.use_all("fact:aor", "dimension:aor", "policy_fact:holder", "subject:covers", "dimension:place")
        draft.use_all("fact:aor", "cue:account", "dimension:county", "function:under", "function:beneath")
        for at in fell:
            draft.use(at, "fact:aor")
        parts["measure"] = Measure(kind="value", fields=("aor",))
        return True
    if not draft.has("policy_fact:title", "policy_fact:wording") or not named or draft.has("measure:count"):
        return False
    draft.use_all("fact:policy", "policy_fact")
    draft.use_all("fact:policy", "cue:mention", "subject:require")
    parts["measure"] = Measure(kind="text")
    return True


def hours(draft: Draft) -> None:
    """ "a 48 hour limit", "for more than 48 hours": looked for in the criteria, as they write it."""
    for at in draft.find("hours:hours"):
        number = numeral(draft.pieces[at - 1]) if at else None
        if number is None or draft.pieces[at].gap not in ("", "-"):
            raise Stuck("unaccounted", draft.pieces[at].text)
        draft.conds.append(Cond(at - 1, "criteria", "contains", (f"{number:g} hour",), stop=at + 1))
        draft.use(at - 1, "filter:criteria")
        draft.use(at, "filter:criteria")
    if draft.of("criteria"):
        draft.use_all("filter:criteria", "hours:limit")


def of_level(draft: Draft) -> bool:
    """ "state laws", "city ordinances", "Connecticut's state law": entries of states themselves, of counties, of towns.
    Whether several are asked for. Raises Stuck where a level is named and cannot be told from what stands beside it."""
    named = list(draft.find("policy_level"))
    keys = {s.key for at in named for s in draft.pieces[at].senses if s.kind == "policy_level"}
    if not keys or draft.of("place", "jurisdiction"):
        return False
    level, at = keys.pop(), named[0]
    others = [p for k, p in enumerate(draft.pieces) if k not in named and p.has("dimension:county", "dimension:state")]
    if keys or any(not (level == "state" and p.has("dimension:state")) for p in others):
        raise Stuck("unaccounted", draft.pieces[at].text)  # "cities and counties with a policy"
    states = [c for c in draft.of("state") if not c.negated and len(c.values) == 1]
    inside = str(states[0].values[0]) if len(states) == 1 else None
    names = [e.jurisdiction for e in draft.lexicon.policies if _level(e) == level and inside in (None, e.state)]
    draft.use_all("filter:jurisdiction", "policy_level", "dimension:place")
    one = inside is not None and level == "state" and bool(names)
    label = str(inside) if one else say.policies_of(level, inside or "")
    draft.conds = [c for c in draft.conds if c not in states]
    values = tuple(dict.fromkeys(names)) or ("",)
    draft.conds.append(Cond(at, "jurisdiction", "is", values, label=label, stop=at + 1))
    return not one


def still_listed(draft: Draft) -> None:
    """ "does Miami-Dade still have a policy": of the newest list; a longer one stood in older reports too."""
    at = next((k for k, p in enumerate(draft.pieces) if p.words == "still"), None)
    newest = draft.lexicon.newest
    if at is None or newest is None or draft.of("report"):
        return
    draft.conds.append(Cond(at, "report", "is", (newest.id,), stop=at + 1))
    draft.use(at, "filter:report")


def titled(draft: Draft) -> None:
    """ "which policies are executive orders", "city ordinances": looked for in titles. Beside a place it is a noun."""
    if draft.of("place", "jurisdiction"):
        return
    for at in draft.find("policy_title"):
        title = draft.pieces[at].sense("policy_title").key
        draft.conds.append(Cond(at, "policy", "contains", (title,), stop=at + 1))
        draft.use(at, "filter:policy")


def _level(entry: PolicyEntry) -> str:
    return "city" if entry.town else "county" if entry.county else "state"


def of_one_place(draft: Draft) -> bool:
    """ "what are the exceptions in Connecticut's law", "what does Virginia want": the criteria, in their words."""
    first = next((p for p in draft.pieces if not p.has("padding")), None)
    asks = first is not None and (first.words.startswith("what") or first.has("subject:require"))
    places = [c for c in draft.of("state") if not c.negated]
    return asks and len(places) == 1 and draft.has("subject:require", "subject:honoring")
