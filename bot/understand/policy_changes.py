"""What changed in Section III from one report to another: entries added, entries gone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from bot.messages import declines as say
from bot.query import Dimension, Filter, Measure, Query, Slice
from bot.understand.dims import Asked
from bot.understand.draft import Draft, Stuck
from bot.understand.forms import forms
from bot.understand.lists import Parts
from bot.understand.outcome import Choice
from bot.understand.subject import counts

_GONE = forms("policy_changes", "gone")
_CHANGED = forms("policy_changes", "changed")
_NEW = forms("policy_changes", "new")


def changed(draft: Draft, found: Sequence[Asked], parts: Parts) -> bool:
    """Fill slices for entries in one report and not in another. Asks when it is not said which reports."""
    cues = [at for at, piece in enumerate(draft.pieces) if _cue(draft, at, piece.words)]
    if _one_not_other(draft, found, parts) or _in_every_one(draft, found, parts):
        return True
    several = [v for c in draft.of("place", "jurisdiction", "state") for v in c.values]
    if not cues or draft.of("enacted") or len(several) > 1:
        return False  # "which places changed policies in 2014": Section III dates only the enactment
    kinds = {_cue(draft, at, draft.pieces[at].words) for at in cues} - {""}
    kind = "changed" if "changed" in kinds or len(kinds) > 1 else kinds.pop()
    if kind == "changed" and (several or (counts(draft) and draft.has("measure:difference"))):
        return False  # "the difference in the number of policies": the numbers of each report
    pair = _reports(draft, kind)
    if pair is None:
        raise Stuck("which_reports", draft.pieces[cues[0]].text, _choices(draft))
    older, newer = pair
    _same_either_way(draft, older, newer, kind, draft.pieces[cues[0]].text)
    _use(draft, cues, found)
    draft.conds = [c for c in draft.conds if c.field != "report"]
    common = draft.filters()
    added, gone = (_except(draft, newer, older), _except(draft, older, newer))
    parts.update(gone if kind == "gone" else added)
    if counts(draft) and kind != "changed":
        parts["measure"] = Measure(kind="distinct", field="jurisdiction")
    if kind == "changed":
        parts["also"] = Query(subject="policies", filters=common, **gone)
    return True


def _one_not_other(draft: Draft, found: Sequence[Asked], parts: Parts) -> bool:
    """ "in report 3 but not in report 2": entries of one that the other lacks."""
    kept = [c for c in draft.of("report") if not c.negated]
    denied = [c for c in draft.of("report") if c.negated]
    if len(denied) != 1 or len(kept) > 1:
        return False
    second = tuple(str(v) for v in denied[0].values)
    others = tuple(r.id for r in draft.lexicon.reports if r.id not in second)
    if not kept and (counts(draft) or not draft.has("negation:not")):
        return False  # "how many entries outside of report 4"
    first = tuple(str(v) for v in kept[0].values) if kept else others
    if not first or set(first) & set(second):
        return False
    if counts(draft):
        parts["measure"] = Measure(kind="distinct", field="jurisdiction")
    _use(draft, [], found)
    draft.use_all("except", "cue:nothing", "cue:only", "question:which")
    draft.conds = [c for c in draft.conds if c.field != "report"]
    parts.update(_except(draft, first, second))
    return True


def _in_every_one(draft: Draft, found: Sequence[Asked], parts: Parts) -> bool:
    """ "which jurisdictions are on the list in all four reports": entries that no report lacks."""
    every = [k for at in range(len(draft.pieces) - 1) if _every(draft, at) for k in (at, at + 1)]
    which = any(a.how in ("which", "question") for a in found) or draft.has("question:who", "question:which")
    if not every or not which or counts(draft) or draft.of("report") or len(draft.lexicon.reports) < 2:
        return False
    if draft.has("question:when", "measure:share", "order", "measure:oldest", "measure:newest", "negation"):
        return False
    _use(draft, every, found)
    draft.use_all("both", "cue:everything")
    draft.use_all("both", "question:which", "policy_fact:in_force", "cue:appear")
    parts["group_by"], parts["contrast"] = (Dimension(field="jurisdiction"),), "both"
    parts["slices"] = tuple(_side(draft, (r.id,)) for r in draft.lexicon.reports)
    return True


def _every(draft: Draft, at: int) -> bool:
    """Whether "all" with "four reports" behind it, or "in every" with "report", stands at this position."""
    piece, following = draft.pieces[at], draft.pieces[at + 1]
    numbered = (
        piece.words == "all" and following.has("cue:everything") and following.words.endswith(("reports", "weeks"))
    )
    each = piece.has("group:by") and piece.words.endswith("every") and following.has("dimension:report")
    return (numbered or each) and not following.gap


def _cue(draft: Draft, at: int, words: str) -> str:
    piece = draft.pieces[at]
    if piece.has("policy_change:lost") and draft.has("noun:detainer", "dimension:place"):
        return "gone"
    if piece.words == "different" and draft.has("question:which") and not counts(draft):
        return "changed"
    if piece.has("cue:new", "policy_change:gained") or words in ("add", "adds") or (words in _NEW and piece.has("cue")):
        return "new"
    if piece.has("cue:nothing", "measure:change", "removal:drop", "policy_change") and words.startswith(_GONE):
        return "gone"
    if piece.has("measure:change", "measure:difference") and words.startswith(_CHANGED):
        return "changed"
    return ""


def _reports(draft: Draft, kind: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The older and the newer side."""
    ids = [r.id for r in draft.lexicon.reports]
    named = sorted({ids.index(str(v)) for c in draft.of("report") for v in c.values})
    for at in draft.find("cue:one_before"):
        if len(named) == 1 and named[0]:
            draft.use(at, "except")
            named = [named[0] - 1, named[0]]
    if len(named) == 2:
        return (ids[named[0]],), (ids[named[1]],)
    if not named and len(ids) == 2:
        return (ids[0],), (ids[1],)
    if len(named) != 1:
        return None
    if named[0] == 0:
        at = draft.of("report")[0].at
        raise Stuck("nothing_before", draft.pieces[at].text)
    return (ids[named[0] - 1],), (ids[named[0]],)


def _same_either_way(draft: Draft, older: tuple[str, ...], newer: tuple[str, ...], kind: str, word: str) -> None:
    """Raise Stuck where an entry "new" against the report before was there once before that: new to what?"""
    ids = [r.id for r in draft.lexicon.reports]
    if kind == "gone" or len({v for c in draft.of("report") for v in c.values}) > 1:
        return
    before = {e.jurisdiction for e in draft.lexicon.policies if e.report in ids[: ids.index(newer[0])]}
    last = {e.jurisdiction for e in draft.lexicon.policies if e.report in older}
    now = {e.jurisdiction for e in draft.lexicon.policies if e.report in newer}
    if now - before != now - last:
        raise Stuck("which_reports", word, _choices(draft))


def _use(draft: Draft, cues: Sequence[int], found: Sequence[Asked]) -> None:
    for at in cues:
        draft.use(at, "except")
    for a in found:
        draft.use(a.at, f"dimension:{a.key}")
    draft.use_all("except", "compare", "measure:change", "measure:count", "measure:difference", "time:between")
    draft.use_all(
        "except", "question:who", "dimension:report", "dimension:place", "measure:together", "order:chronological"
    )


def _side(draft: Draft, reports: tuple[str, ...]) -> Slice:
    from bot.understand.reading import slice_label

    item = Filter(field="report", values=reports)
    return Slice(label=slice_label(item, draft.lexicon), filters=(item,))


def _except(draft: Draft, first: tuple[str, ...], second: tuple[str, ...]) -> dict[str, Any]:
    return {
        "group_by": (Dimension(field="jurisdiction"),),
        "slices": (_side(draft, first), _side(draft, second)),
        "contrast": "except",
    }


def against_before(draft: Draft, last: Query, reports: Sequence[object]) -> Query:
    """ "and in report 4?" after what was added in report 3: each against the report before it."""
    ids = [r.id for r in draft.lexicon.reports]
    sides = [ids.index(str(s.filters[0].values[0])) for s in last.slices]
    word = next((p.text for p in draft.pieces if p.has("value:report")), "")
    if len(reports) != 1 or abs(sides[0] - sides[1]) != 1:
        raise Stuck("no_context", word)
    at = ids.index(str(reports[0]))
    if at == 0:
        raise Stuck("nothing_before", word)
    pair = ((ids[at],), (ids[at - 1],)) if sides[0] > sides[1] else ((ids[at - 1],), (ids[at],))
    return last.model_copy(update={**_except(draft, *pair), "also": None})


def _choices(draft: Draft) -> tuple[Choice, ...]:
    """Each report against the one before it, the newest first."""
    ids = [r.id for r in draft.lexicon.reports]
    common = draft.filters([c for c in draft.conds if c.field != "report"])
    made: list[Choice] = []
    for older, newer in reversed([*pairwise(ids)]):
        for label, first, second in ((say.ADDED, newer, older), (say.GONE, older, newer)):
            plan = _except(draft, (first,), (second,))
            number = draft.lexicon.number_of(newer)
            made.append(Choice(label.format(n=number), Query(subject="policies", filters=common, **plan)))
    return tuple(made[:8])
