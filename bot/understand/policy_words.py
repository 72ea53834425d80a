"""What a question about Section III says of the criteria, and what it mixes in from another section."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.dims import Asked
from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.forms import forms
from bot.understand.pieces import Piece
from bot.understand.subject import counts
from bot.understand.words import Sense

_ROWS = forms("policy_words", "rows")
_UNLESS = ("without", "w/o", "unless", "absent")
_PLACES = ("place", "county", "state", "facility")


def of_one_section(draft: Draft, found: Sequence[Asked]) -> None:
    """Raise Stuck for what Section III does not say: refusals by policy, detainers honored, who cooperates."""
    for at in draft.find("subject:refusal"):
        if draft.pieces[at].words in _ROWS and not _about(draft, at):
            raise Stuck("two_sections", draft.pieces[at].text)
    if any(p.words == "did" for p in draft.pieces) and draft.has("requirement_kind:no_holds"):
        raise Stuck("honored", draft.pieces[next(draft.find("requirement_kind"))].text)  # whether it did is not told
    honoring = list(draft.find("subject:honoring"))
    if not honoring or draft.has("subject:policy", "subject:require", "requirement", "requirement_kind", "cue:mention"):
        return
    word = draft.pieces[honoring[0]].text
    did = any(p.words == "did" for p in draft.pieces[: honoring[0]])
    nouns = [at for at in draft.find("noun:detainer", "noun:person") if _counted(draft, at)]
    if nouns or (did and not draft.has("question:when")):
        raise Stuck("honored", word)
    anyone = draft.has("noun:person") and not draft.has("place", "dimension:state")
    places = any(a.key in _PLACES for a in found) or draft.has("question:who") or anyone
    if places and not draft.has("negation:except", "cue:only"):
        raise Stuck("cooperating", word)


def _about(draft: Draft, at: int) -> bool:
    """ "policies on refusals": a policy's matter, not rows counted."""
    return not counts(draft) and bool(at) and draft.pieces[at - 1].words in ("on", "about", "for", "regarding", "of")


def _counted(draft: Draft, at: int) -> bool:
    return any(draft.pieces[k].has("measure:count") for k in range(max(0, at - 2), at))


def worded(draft: Draft) -> None:
    """Use up what only words a condition ("without a warrant"). Raise Stuck for "no conditions"."""
    for at in draft.find("subject:require", "requirement"):
        if at and draft.pieces[at - 1].words in ("no", "without any", "zero"):
            raise Stuck("unaccounted", draft.pieces[at].text)  # which ask for nothing cannot be told from a word
    for at in draft.find("negation:except"):
        refuses = any(p.has("subject:refusal", "subject:honoring") for p in draft.pieces[:at])
        if draft.pieces[at].words in ("without", "w/o") and refuses:
            draft.use(at, "policy")  # "will not honor detainers without a warrant": what is asked for
    for at in draft.find("negation:not"):
        after = draft.pieces[at + 1 : at + 3]
        if any(p.has("subject:honoring") for p in after) and any(p.words in _UNLESS for p in draft.pieces[at + 1 :]):
            draft.use(at, "policy")  # "won't hold anyone without a warrant"
    for at in draft.find("ordinal"):
        _list_of_report(draft, at)
    for at in draft.find("negation:rather_than"):
        sides = draft.pieces[:at], draft.pieces[at + 1 :]
        if draft.pieces[at].words in ("as against", "as opposed to") and all(
            any(p.has("value:report") for p in side) for side in sides
        ):
            draft.pieces[at] = draft.pieces[at].narrowed(
                Sense("compare", "versus")
            )  # "in report 4 as against report 3"
    for at in draft.find("time:before", "time:after"):
        if any(p.has("subject:honoring", "noun") for p in draft.pieces[at + 1 : at + 4]):
            draft.use(at, "policy")


_LISTS = frozenset(forms("policy_words", "lists"))


def _list_of_report(draft: Draft, at: int) -> None:
    """ "the latest policy list", "the second Section III": that of one report."""
    after = [p for p in draft.pieces[at + 1 : at + 3] if not p.gap]
    stop = 2 if len(after) == 2 and after[0].has("subject:policy") and _is_list(after[1]) else 1
    listed = (bool(after) and _is_list(after[0])) or stop == 2
    if not listed or any(not _denied_between(draft, at, c.at) for c in draft.of("report")):
        return
    key = next(s.key for s in draft.pieces[at].senses if s.kind == "ordinal")
    reports = draft.lexicon.reports
    number = len(reports) if key == "last" else int(key) if key.isdigit() else 0
    if 1 <= number <= len(reports):
        draft.conds.append(Cond(at, "report", "is", (reports[number - 1].id,), stop=at + 1))
        for k in range(at, at + 1 + stop):
            draft.use(k, "filter:report")


def _is_list(piece: Piece) -> bool:
    """Whether a piece is the list itself: "the oldest policy on the list" is the oldest of it."""
    words = piece.words.split()
    return bool(_LISTS & set(words)) and words[0] not in ("on", "in", "of", "from", "to")


def _denied_between(draft: Draft, one: int, other: int) -> bool:
    """ "in the latest policy list but not in the first": two reports, of which one is denied."""
    first, last = sorted((one, other))
    return any(p.has("negation", "cue:nothing") for p in draft.pieces[first:last])


def criteria(draft: Draft, quoted: Sequence[str]) -> None:
    """Conditions on the criteria: a text in them, a kind of requirement, a quotation."""
    paid = draft.has("requirement_kind:costs_reimbursed")
    for at in list(draft.find("requirement")):
        if paid and draft.pieces[at].has("requirement:reimburs…"):
            draft.use(at, "filter:requirement")  # "ICE to pay or reimburse": one kind, said twice
        if not draft.pieces[at].used:
            text = draft.pieces[at].sense("requirement").key
            draft.conds.append(Cond(at, "criteria", "contains", (text,), stop=at + 1))
            draft.use(at, "filter:criteria")
    for at in list(draft.find("requirement_kind")):
        if not draft.pieces[at].used:
            kind = draft.pieces[at].sense("requirement_kind").key
            draft.conds.append(Cond(at, "requirement", "is", (kind,), label=_means(kind), stop=at + 1))
            draft.use(at, "filter:requirement")
    for text in quoted:
        if not any(c.field == "criteria" and str(c.values[0]).lower() == text.lower() for c in draft.conds):
            draft.conds.append(Cond(0, "criteria", "contains", (text,)))
    _either(draft)
    if sum(c.field in ("criteria", "requirement") and not c.negated for c in draft.conds) == 2:
        draft.use_all("filter:criteria", "cue:both")  # "both a warrant and a court order": each is required
    unique = {(c.field, c.op, c.values, c.negated): c for c in draft.conds}
    draft.conds = list(unique.values())


def _either(draft: Draft) -> None:
    """ "a warrant or a court order", "pay or reimburse costs": either of the two will do."""
    for at in draft.find("conjunction:or"):
        left = [c for c in draft.conds if 0 <= at - c.stop <= 1 and c.field in ("criteria", "requirement")]
        right = [c for c in draft.conds if 1 <= c.at - at <= 2 and left and c.field == left[-1].field]
        if not left or not right or draft.pieces[at].used:
            continue
        one, other = left[-1], right[0]
        values = tuple(dict.fromkeys((*one.values, *other.values)))
        label = " or ".join(dict.fromkeys(x for x in (one.label, other.label) if x))
        draft.conds = [c for c in draft.conds if c is not one and c is not other]
        draft.conds.append(Cond(one.at, one.field, one.op, values, label=label, stop=other.stop))
        draft.use(at, "list")


def _means(kind: str) -> str:
    from ingest.vocabulary.policies import requirement_kinds

    return next((entry.means for entry in requirement_kinds() if entry.kind == kind), kind.replace("_", " "))
