"""Plans with the right values in the wrong places: a share turned round, sides exchanged, a ranking's other end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.ask import Desk
from bot.query import Dimension, Filter, Having, Measure, Place, Query, Slice
from bot.understand.lexicon import Lexicon
from bot.understand.model.ground import Grounding, ground
from bot.understand.outcome import Understood

MORE = (
    "what share of the Mexicans in Texas were convicted?",
    "which states have the fewest refusals",
    "refusals by year issued in Texas",
    "refusals by month in Travis County",
    "counties with more than five refusals",
    "were there more than 100 refusals in Travis County?",
    "how many Hondurans were released in week 1? and how many policies are in week 2?",
    "how many convictions were there in Texas, but not in Travis County?",
    "longest gap in days between issue and refusal in week 2",
    "refusals from Mexico or Honduras in week 3",
    "top 3 facilities in week 1",
    "Texas refusals in week 1 after corrections",
    "did Travis go down between the first and third report? by how many",
    "by how many percent did refusals in New York change from week 1 to week 2",
    "how many times as many refusals did Texas have as New York",
)

Lie = Callable[[Query], Query | None]


def _slices(query: Query, *slices: Slice) -> Query:
    return query.model_copy(update={"slices": slices})


def _later(f: Filter) -> Filter:
    ids = ["2017-01-28", "2017-02-04", "2017-02-11"]
    moved = tuple(ids[(ids.index(str(v)) + 1) % 3] if str(v) in ids else v for v in f.values)
    return f.model_copy(update={"values": moved})


def off_by_one(q: Query) -> Query | None:
    if not any(f.field == "report" and len(f.values) == 1 for f in q.filters):
        return None
    return q.model_copy(update={"filters": tuple(_later(f) if f.field == "report" else f for f in q.filters)})


def drops_a_side(q: Query) -> Query | None:
    return _slices(q, *q.slices[:-1]) if q.slices else None


def exchanges_sides(q: Query) -> Query | None:
    return _slices(q, *reversed(q.slices)) if q.contrast in ("except", "difference", "percent", "ratio") else None


def other_contrast(q: Query) -> Query | None:
    other = {"except": "both", "difference": "side_by_side", "percent": "difference", "ratio": "percent"}.get(
        str(q.contrast)
    )
    return q.model_copy(update={"contrast": other}) if other else None


def _share(q: Query, of: tuple[Filter, ...], filters: tuple[Filter, ...]) -> Query:
    return q.model_copy(update={"measure": q.measure.model_copy(update={"of": of}), "filters": filters})


def turns_a_share_round(q: Query) -> Query | None:
    own = [f for f in q.filters if f.field != "report"]
    return _share(q, tuple(own), q.measure.of) if q.measure.kind == "share" and own else None


def moves_the_part_out(q: Query) -> Query | None:
    if q.measure.kind != "share" or not q.measure.of or not q.filters:
        return None
    return _share(q, q.filters, q.measure.of)


def counts_the_part(q: Query) -> Query | None:
    if q.measure.kind != "share" or not q.measure.of:
        return None
    return q.model_copy(update={"measure": Measure(), "filters": (*q.filters, *q.measure.of), "claim": None})


def other_end(q: Query) -> Query | None:
    other = {"most": "fewest", "fewest": "most"}.get(str(q.order))
    return q.model_copy(update={"order": other}) if other else None


def other_limit(q: Query) -> Query | None:
    return q.model_copy(update={"limit": q.limit + 1}) if q.limit else None


def one_only(q: Query) -> Query | None:
    return q.model_copy(update={"limit": 1}) if q.limit and q.limit > 1 else None


def drops_the_second(q: Query) -> Query | None:
    return q.model_copy(update={"also": None}) if q.also else None


def moves_a_filter_to_the_second(q: Query) -> Query | None:
    if q.also is None or not q.filters:
        return None
    also = q.also.model_copy(update={"filters": (*q.also.filters, q.filters[0])})
    return q.model_copy(update={"also": also, "filters": q.filters[1:]})


def other_bucket(q: Query) -> Query | None:
    other = {"day": "month", "month": "year", "year": "month"}
    if not q.group_by or q.group_by[0].bucket not in other:
        return None
    first = q.group_by[0].model_copy(update={"bucket": other[str(q.group_by[0].bucket)]})
    return q.model_copy(update={"group_by": (first, *q.group_by[1:])})


def other_date(q: Query) -> Query | None:
    if not q.group_by or q.group_by[0].bucket is None:
        return None
    other = "issued_on" if q.group_by[0].field == "declined_on" else "declined_on"
    first = Dimension.model_validate({"field": other, "bucket": q.group_by[0].bucket})
    return q.model_copy(update={"group_by": (first, *q.group_by[1:])})


def moves_a_negation(q: Query) -> Query | None:
    if len(q.filters) < 2 or not any(f.negated for f in q.filters):
        return None
    return q.model_copy(update={"filters": tuple(f.model_copy(update={"negated": not f.negated}) for f in q.filters)})


def splits_alternatives(q: Query) -> Query | None:
    split = next((f for f in q.filters if len(f.values) > 1 and f.op == "is" and not f.negated), None)
    if split is None or split.field in ("report", "facility", "offense"):
        return None
    rest = tuple(f for f in q.filters if f is not split)
    each = tuple(split.model_copy(update={"values": (v,)}) for v in split.values)
    return q.model_copy(update={"filters": (*rest, *each)})


def shifts_a_bound(q: Query) -> Query | None:
    bound = q.having or q.claim
    if bound is None:
        return None
    other = Having(op={"over": "at_least", "at_least": "over"}.get(bound.op, "over"), n=bound.n)
    return q.model_copy(update={"having" if q.having else "claim": other})


def drops_a_bound(q: Query) -> Query | None:
    return q.model_copy(update={"having": None}) if q.having else None


def other_statistic(q: Query) -> Query | None:
    other = {"max": "min", "min": "max", "median": "average", "average": "median"}.get(str(q.measure.stat))
    return q.model_copy(update={"measure": q.measure.model_copy(update={"stat": other})}) if other else None


def counts_what_was_issued(q: Query) -> Query | None:
    if (
        q.subject != "refusals"
        or q.measure.kind != "count"
        or any(f.field not in ("report", "place") for f in q.filters)
    ):
        return None
    return q.model_copy(update={"subject": "issued", "measure": Measure(kind="total", field="issued")})


def counts_what_was_refused(q: Query) -> Query | None:
    return (
        q.model_copy(update={"subject": "refusals", "measure": Measure()})
        if q.subject in ("issued", "reports")
        else None
    )


def forgets_the_corrections(q: Query) -> Query | None:
    return q.model_copy(update={"corrected": False}) if q.corrected else None


def other_passage(q: Query) -> Query | None:
    if q.subject != "caveats":
        return None
    topic = "policies_may_have_changed"
    return q.model_copy(update={"filters": (Filter(field="topic", values=(topic,)),)})


LIES: tuple[Lie, ...] = (
    off_by_one, drops_a_side, exchanges_sides, other_contrast, turns_a_share_round, moves_the_part_out, counts_the_part,
    other_end, other_limit, one_only, drops_the_second, moves_a_filter_to_the_second, other_bucket, other_date,
    moves_a_negation, splits_alternatives, shifts_a_bound, drops_a_bound, other_statistic, counts_what_was_issued,
    counts_what_was_refused, forgets_the_corrections, other_passage,
)  # fmt: skip


@pytest.fixture(scope="module")
def plans(desk: Desk, questions: list[str]) -> dict[str, Query]:
    """Questions with the plan that the interpreter makes of them: the truth that the lies are told about."""
    outcomes = {q: desk.loaded().interpreter.interpret(q) for q in (*questions, *MORE)}
    return {q: o.query for q, o in outcomes.items() if isinstance(o, Understood)}


def silent(grounding: Grounding) -> bool:
    """Whether a figure would be given without a question to the person."""
    return not (grounding.problems or grounding.doubts or grounding.unknown)


def same(one: Query, other: Query) -> bool:
    """The same plan but for its labels."""
    return _bare(one) == _bare(other)


def _bare(query: Query) -> object:
    plain = query.model_dump()
    for f in (*plain["filters"], *plain["measure"]["of"], *(f for s in plain["slices"] for f in s["filters"])):
        f["label"] = ""
    for s in plain["slices"]:
        s["label"] = ""
    return plain


@pytest.mark.parametrize("lie", LIES, ids=lambda lie: lie.__name__)
def test_the_right_values_in_the_wrong_places(lie: Lie, plans: dict[str, Query], lexicon: Lexicon) -> None:
    told = {q: lied for q, plan in plans.items() if (lied := lie(plan)) is not None}
    assert told
    passed = [
        q for q, lied in told.items() if silent(g := ground(lied, q, [], lexicon)) and not same(g.query, plans[q])
    ]
    assert passed == []


def test_no_name_that_a_model_gives_is_shown(lexicon: Lexicon) -> None:
    travis = Filter(field="place", values=(Place(state="Texas", county="Travis"),), label="4,231 murderers")
    found = ground(Query(filters=(travis,)), "refusals in Travis County", [], lexicon)
    assert silent(found)
    assert "murderers" not in found.query.model_dump_json()
    sides = tuple(
        Slice(label=f"99 {c}", filters=(Filter(field="place", values=(Place(state="Texas", county=c),)),))
        for c in ("Travis", "Williamson")
    )
    versus = ground(Query(slices=sides, contrast="side_by_side"), "travis vs williamson", [], lexicon)
    assert [s.label for s in versus.query.slices] == ["Travis County, Texas", "Williamson County, Texas"]


@pytest.mark.parametrize(
    ("last", "question", "lie"),
    [
        ("refusals in Travis County in week 1", "and Williamson?", Query()),
        ("refusals in New York in week 2", "only convictions", Query()),
        ("refusals in Texas by facility", "only convictions", Query(filters=())),
    ],
)
def test_a_follow_up_may_not_forget_what_came_before(
    last: str, question: str, lie: Query, desk: Desk, lexicon: Lexicon
) -> None:
    interpreter = desk.loaded().interpreter
    before = interpreter.interpret(last)
    assert isinstance(before, Understood)
    alone = interpreter.interpret(question)
    own = alone.query.filters if isinstance(alone, Understood) else ()
    forgetful = lie.model_copy(update={"filters": own})
    assert not silent(ground(forgetful, question, [], lexicon, before.query))


def test_a_new_question_carries_nothing_over(desk: Desk, lexicon: Lexicon) -> None:
    before = desk.loaded().interpreter.interpret("refusals in Travis County in week 1")
    assert isinstance(before, Understood)
    plan = Query(filters=(*before.query.filters, Filter(field="citizenship", values=("Mexico",))))
    assert not silent(ground(plan, "how many refusals of Mexicans are there in all?", [], lexicon, before.query))
