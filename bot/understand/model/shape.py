"""The shape of a plan against its question: what is measured, which rows are part and whole, what is compared, ranked.

Values in the right number but in the wrong place are the lies that a comparison of values cannot see: a share turned
round, the sides of a difference exchanged, "fewest" for "most". Each is held against what the interpreter's own rules
make of the same words. Where those rules do not settle it, it is a doubt, and the person is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.messages import model_repair as say
from bot.query import Dimension, Having, Query
from bot.understand import claims, sections, sets, shares
from bot.understand.contrast import contrasted
from bot.understand.dims import Asked, asked
from bot.understand.draft import Draft, Stuck
from bot.understand.interpreter import Reading
from bot.understand.model.explain import forms_of
from bot.understand.model.keys import keys_of
from bot.understand.model.measured import measure_problems
from bot.understand.quantifiers import claimed
from bot.understand.subject import subject_of

Fresh = Callable[[], Draft]
"""A draft of the question with its conditions collected and no shape tried yet."""
Found = list[str]
_ISSUED = ("issued", "reports")


def shape_problems(query: Query, fresh: Fresh, reading: Reading, last: Query | None) -> tuple[Found, Found]:
    """(problems, doubts) of a plan's shape; a problem refuses it, a doubt asks the person."""
    problems: Found = []
    doubts: Found = []

    def _measure(query: Query, draft: Draft, last: Query | None) -> Found:
        return measure_problems(query, draft, reading, last)

    for check in (_subject, _measure, _share, _sides, _breakdown, _ranking, _one_place, _bounds, _supposed):
        try:
            problems += check(query, fresh(), last)
        except Stuck as stuck:
            doubts.append(say.unsettled(check.__name__.strip("_"), stuck.word))
    return problems, doubts


def _subject(query: Query, draft: Draft, last: Query | None) -> Found:
    """Whose rows: a detainer issued is none refused."""
    expected = "refusals" if query.corrected and query.subject == "refusals" else subject_of(draft)
    if last is not None and query.subject in (last.subject, expected):
        return []
    if expected in _ISSUED and query.subject in _ISSUED and query.measure.kind == "total":
        expected, _ = sections.issued_subject(draft, asked(draft)) if expected == "issued" else ("reports", None)
    if query.subject != expected and query.measure.kind == "text":
        raise Stuck("subject")  # a passage holds no figure of its own: the person may say whether it is the one meant
    return [] if query.subject == expected else [say.not_asked(f"`query.subject` {query.subject}", expected)]


def _share(query: Query, draft: Draft, last: Query | None) -> Found:
    """Which rows are the whole and which the part."""
    if query.measure.kind != "share" or (_kept(query, last) and not draft.has("measure:share")):
        return []
    if not shares.is_share(draft):
        return [say.not_asked("`query.measure.kind` share")]
    measure, whole = shares.share(draft)
    lexicon = draft.lexicon
    part, rest = keys_of(query.measure.of, lexicon), keys_of(query.filters, lexicon)
    before = keys_of(last.filters, lexicon) if last is not None else set()
    right = part == keys_of(measure.of, lexicon) and rest - before == keys_of(draft.filters(whole), lexicon) - before
    return [] if right else [say.PART_AND_WHOLE]


def _sides(query: Query, draft: Draft, last: Query | None) -> Found:
    """What is compared, in the order of the question, and how."""
    parts: dict[str, Any] = {"subject": query.subject}
    members = sets.set_of_groups(draft, asked(draft), parts)
    found = members or contrasted(draft, asked(draft), parts)
    if not query.slices:
        if members:
            return [say.not_compared(parts["contrast"])]
        return [say.not_asked("`query.contrast` without `query.slices`")] if query.contrast else []
    if not found or not parts.get("slices"):
        alone = len({f.field for s in query.slices for f in s.filters}) == 1
        if alone and found and [d.field for d in parts.get("group_by", ())] == [query.slices[0].filters[0].field]:
            return []  # "charged versus convicted" as a breakdown gives the same figures
        if _kept(query, last):
            return []
        raise Stuck("compare_what")
    want = [keys_of(s.filters, draft.lexicon) for s in parts["slices"]]
    have = [keys_of(s.filters, draft.lexicon) for s in query.slices]
    ordered = query.contrast not in (None, "side_by_side", "both")
    same = want == have if ordered else sorted(map(sorted, want)) == sorted(map(sorted, have))
    problems = [] if same else [say.SIDES]
    if (query.contrast or "side_by_side") != parts["contrast"]:
        problems.append(say.not_compared(parts["contrast"]))
    return problems


def _breakdown(query: Query, draft: Draft, last: Query | None) -> Found:
    """Every breakdown is asked for, in its bucket, and every one asked for is there."""
    wanted = asked(draft)
    if query.subject in ("policies", "corrections", "caveats", "reports"):
        return []
    problems = [
        say.not_asked(f"`query.group_by[{at}]` {' '.join(filter(None, (d.field, d.bucket)))}", _forms(wanted))
        for at, d in enumerate(query.group_by)
        if not any(_fits(d, a) for a in wanted) and not _other_reason(d, query, draft, last)
    ]
    mine = {d.field for d in query.group_by} | {str(query.measure.field), str(query.measure.per), *query.measure.fields}
    mine |= {f.field for s in query.slices for f in s.filters}
    missing = [a for a in wanted if a.how in ("by", "which", "many") and a.dimension.field not in mine]
    missing = [a for a in missing if not _names_side(a, query)]
    return problems + [say.without_effect(draft.pieces[a.at].text, forms_of(draft.pieces[a.at])) for a in missing]


def _forms(wanted: list[Asked]) -> str:
    return ", ".join(a.dimension.model_dump_json(exclude_defaults=True) for a in wanted if a.how)


def _fits(dimension: Dimension, wanted: Asked) -> bool:
    other = wanted.dimension
    if (dimension.field, dimension.bucket, dimension.group) == (other.field, other.bucket, other.group):
        return True
    somewhere = dimension.field in ("place", "state", "facility") and not dimension.bucket
    return wanted.key in ("place", "where") and somewhere


def _other_reason(dimension: Dimension, query: Query, draft: Draft, last: Query | None) -> bool:
    """A breakdown that no dimension word asks for: who refused, a change by report, values listed one by one."""
    if last is not None and dimension in last.group_by:
        return True
    if draft.has("question:who") and dimension.field == "place":
        return True
    if draft.has("measure:change", "dimension:report") and dimension.field == "report":
        return True
    alike = {"place": ("place", "state"), "state": ("place", "state")}.get(dimension.field, (dimension.field,))
    if any(f.field in alike and len(f.values) > 1 and not f.negated for f in query.filters):
        return dimension.bucket is None and not dimension.group
    return any(p.has(f"dimension:{dimension.field}") for p in draft.pieces) and dimension.bucket is None


def _names_side(wanted: Asked, query: Query) -> bool:
    """ "in which state", said of a place that a filter already names; days of a wait; the report of a bare total."""
    return wanted.key == "report" or (wanted.key == "day" and query.measure.field == "days")


def _ranking(query: Query, draft: Draft, last: Query | None) -> Found:
    """Most or fewest as the words have it, and as many as they say."""
    few = draft.has("order:fewest", "order:bottom", "limit:fewest")
    most = draft.has("order:most", "order:common", "order:top", "limit:top", "compare:which_more")
    problems: Found = _only_one(query)
    if _kept(query, last) and not (few or most):
        return problems
    if query.order == "fewest" and not few and not draft.has("measure:oldest", "measure:minimum"):
        problems.append(say.not_asked("`query.order` fewest"))
    if query.order != "fewest" and few and not most and query.measure.stat != "min":
        problems.append(say.not_asked(f"`query.order` {query.order}", "fewest"))
    stated = {p.value(tag) for p in draft.pieces for tag in ("limit:top", "limit:fewest") if p.has(tag)}
    if stated and query.limit not in stated:
        problems.append(say.not_asked(f"`query.limit` {query.limit}", " or ".join(map(str, sorted(stated)))))
    return problems


def _only_one(query: Query) -> Found:
    """ "is California the top state?": ranked among itself alone, any group is first."""
    alike = {"place": ("place", "state"), "state": ("place", "state")}
    fields = [f for d in query.group_by[:1] for f in alike.get(d.field, (d.field,))]
    single = [f for f in query.filters if f.field in fields and f.op == "is" and len(f.values) == 1 and not f.negated]
    wide = (
        any(getattr(v, "county", "") is None for f in single for v in f.values) and query.group_by[0].field == "place"
    )
    ranked = query.limit is not None and bool(single) and not wide and query.group_by[0].bucket is None
    return [say.not_asked("a ranking of one group among itself alone")] if ranked else []


def _one_place(query: Query, draft: Draft, last: Query | None) -> Found:
    """One place of a ranking ("the second most") is asked for as such, and only then given."""
    at = draft.first("limit:rank")
    if at is None:
        kept = last is not None and last.nth and _kept(query, last)
        return [say.not_asked("`query.nth`")] if query.nth and not kept else []
    rank = draft.pieces[at].value("limit:rank")
    right = query.nth and (query.order, query.limit) == (rank.order, rank.place)
    form = f"order {rank.order}, limit {rank.place} and nth true"
    return [] if right else [say.not_asked("this `query.order`, `query.limit` and `query.nth`", form)]


def _bounds(query: Query, draft: Draft, last: Query | None) -> Found:
    """A bound on figures keeps its side: "more than" is not "at least"; it holds of groups or of the one figure."""
    stated = {(b.op, float(b.n)) for p in draft.pieces if p.has("limit:bound") for b in (p.value("limit:bound"),)}
    if draft.has("bound:single"):
        stated.add(("is", 1.0))
    half = claims.half(draft) if draft.has("measure:claim_half") else None
    numbers = [s.value for p in draft.pieces for s in p.senses if s.kind == "number"]
    plain = {float(n) for n in numbers if isinstance(n, int | float)}
    problems: Found = []
    if query.having is not None and not (last is not None and last.having == query.having):
        groups = bool(query.group_by) or query.measure.kind == "distinct"
        if not groups or (query.having.op, query.having.n) not in stated:
            problems.append(say.not_asked("`query.having`", _bound_forms(stated)))
    alone = not (query.group_by or query.slices)  # of several figures it is not said which one is meant
    if query.claim is not None and not (alone and _claimed(query.claim, stated, half, plain)):
        problems.append(say.not_asked("`query.claim`", _bound_forms({(half.op, half.n)} if half else stated)))
    return problems


def _bound_forms(stated: set[tuple[str, float]]) -> str:
    return " or ".join(f'{{"op": "{op}", "n": {n:g}}}' for op, n in sorted(stated))


def _claimed(claim: Having, stated: set[tuple[str, float]], half: Having | None, plain: set[float]) -> bool:
    if half is not None:
        return claim == half
    return (claim.op, claim.n) in stated or (claim.op == "is" and claim.n in plain)


def _supposed(query: Query, draft: Draft, last: Query | None) -> Found:
    """All, none, only, first place, each: a claim or a ranking of that kind is the interpreter's to make."""
    claim = claimed(draft)
    new = [
        name
        for name in ("leader", "each")
        if getattr(query, name) and getattr(query, name) != getattr(last, name, None)
    ]
    problems = [say.not_asked(name) for name in new]
    return problems if claim is None else [*problems, say.not_asked(f"claim of {claim.kind}")]


def _kept(query: Query, last: Query | None) -> bool:
    """Whether the shape is the earlier question's own."""
    if last is None:
        return False
    return (last.measure.kind, last.order, last.limit) == (query.measure.kind, query.order, query.limit)
