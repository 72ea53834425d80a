"""Facts of Section III's entries beside their conditions: name, wording, field office; and hours in the criteria."""

from __future__ import annotations

from collections.abc import Sequence

from bot.query import Measure
from bot.understand.dims import Asked
from bot.understand.draft import Cond, Draft, Stuck
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
        draft.use_all("fact:aor", "cue:account", "dimension:county", "function:under")
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


def state_law(draft: Draft) -> None:
    """ "Connecticut's state law": the entry of the state itself, not those of its towns."""
    if not any(draft.pieces[at].words.startswith("state law") for at in draft.find("subject:policy")):
        return
    for at, cond in enumerate(draft.conds):
        if cond.field != "state" or cond.negated or len(cond.values) != 1:
            continue
        state = str(cond.values[0])
        entries = [e for e in draft.lexicon.policies if e.state == state and not e.county and not e.town]
        names = tuple(dict.fromkeys(e.jurisdiction for e in entries))
        if names:
            draft.conds[at] = Cond(cond.at, "jurisdiction", "is", names, label=state, stop=cond.stop)


def of_one_place(draft: Draft) -> bool:
    """ "what are the exceptions in Connecticut's law", "what does Virginia want": the criteria, in their words."""
    first = next((p for p in draft.pieces if not p.has("padding")), None)
    asks = first is not None and (first.words.startswith("what") or first.has("subject:require"))
    places = [c for c in draft.of("state") if not c.negated]
    return asks and len(places) == 1 and draft.has("subject:require", "subject:honoring")
