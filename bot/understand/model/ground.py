"""Grounding: a model's plan against the question, word by word and value by value, in both directions.

Constrained decoding guarantees the form of a plan, never its meaning: small models copy the examples' filters. So every
value, number and date of the plan must be one that the interpreter's own rules find in the question (or that the
thread's last plan holds), every word of the question must have its effect in the plan, and the plan's shape must be
the one that the words have. Words that the desk does not know, and shapes that its rules do not settle, make the plan
a proposal: the person is asked before any figure is given.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from bot.messages import model as words
from bot.messages import model_repair as say
from bot.query import Filter, Query
from bot.understand.clauses import asks_existence
from bot.understand.conditions import collect
from bot.understand.consistency import consistent
from bot.understand.contrast import is_contrast
from bot.understand.corrected import takes_out_corrections, withdrawn_condition
from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.interpreter import Reading
from bot.understand.lexicon import Lexicon
from bot.understand.marks import check_marks
from bot.understand.model.context import dropped, leans
from bot.understand.model.explain import Explained, explained, forms_of, meaning
from bot.understand.model.keys import covers_all, every_filter, filter_keys, key_words, keys_of
from bot.understand.model.premise import stated_number
from bot.understand.model.quoted import passage_problems
from bot.understand.model.reply import PLAN_FIELDS, WordUse
from bot.understand.model.settle import labelled, settled
from bot.understand.model.shape import shape_problems
from bot.understand.model.where import folded, path_of, written
from bot.understand.model.words import CARRIES_NOTHING, COLLECTED, IN_PASSAGES, NEVER, effect
from bot.understand.pieces import Piece
from bot.understand.scope import scope
from bot.understand.shares import is_rate
from bot.understand.twofold import cuts

log = logging.getLogger("bot.understand.model")


@dataclass(slots=True)
class Grounding:
    """What became of a plan. `problems` refuse it; `unknown` words and `doubts` make it a proposal to be confirmed.

    `query` is the plan in the program's own spelling: the only form of it that may be run or shown."""

    query: Query
    problems: list[str] = field(default_factory=list)
    unknown: list[tuple[str, str]] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def ground(
    query: Query, question: str, uses: Iterable[WordUse], lexicon: Lexicon, last: Query | None = None
) -> Grounding:
    """Hold a plan against its question. Never raises; what cannot be settled is a problem."""
    try:
        return _grounded(query, question, uses, lexicon, last)
    except Exception:  # whatever goes wrong in holding a plan against a question, the plan is not used
        log.exception("grounding failed")
        return Grounding(query, [words.NO_PLAN])


def _grounded(query: Query, question: str, uses: Iterable[WordUse], lexicon: Lexicon, last: Query | None) -> Grounding:
    reading = Reading.of(question, lexicon)
    said = explained(uses, question)
    plan = settled(query, lexicon)
    if plan.also is None:
        return _one(plan, reading, said, last)
    return _two(plan, plan.also, reading, said, last)


def _two(plan: Query, also: Query, reading: Reading, said: Explained, last: Query | None) -> Grounding:
    """A plan of two questions: the message falls in two, and each half bears out its own."""
    first = plan.model_copy(update={"also": None})
    best = Grounding(plan, [say.NOT_TWO])
    for cut in cuts(reading.pieces):
        one = _one(first, reading.part(0, cut), said, last)
        two = _one(also, reading.part(cut, len(reading.pieces)), said, first)
        both = Grounding(
            one.query.model_copy(update={"also": two.query}),
            one.problems + two.problems,
            one.unknown + two.unknown,
            one.doubts + two.doubts,
        )
        if not both.problems:
            return both
        best = both if best.problems == [say.NOT_TWO] or len(both.problems) < len(best.problems) else best
    return best


def _one(plan: Query, reading: Reading, said: Explained, last: Query | None) -> Grounding:
    found = Grounding(plan, _beyond(plan))
    last = last if last is not None and leans(reading.pieces) else None
    try:
        draft = _collected(plan, reading)
    except Stuck as stuck:
        found.problems.append(say.stuck(stuck.code, stuck.word))
        return found
    _values(plan, draft, last, found)
    for at, piece in enumerate(draft.pieces):
        if not stated_number(draft, at):
            _word(piece, plan, said, found)
    _made_up(plan, draft, last, found)
    problems, doubts = shape_problems(plan, lambda: _collected(plan, reading), reading, last)
    quoted, unsure = passage_problems(plan, _collected(plan, reading))
    found.problems += problems + quoted
    found.doubts += doubts + unsure
    found.problems += _unmarked(plan, draft)
    if last is not None:
        found.problems += dropped(plan, draft, last)
    found.query = labelled(plan, draft.conds, draft.lexicon)
    if plan.yes_no and not (plan.claim or plan.leader or asks_existence(draft)):
        found.query = found.query.model_copy(update={"yes_no": False})
    return found


def _unmarked(plan: Query, draft: Draft) -> list[str]:
    """The gate that the interpreter's own plans pass last: words that change what is asked have left their mark."""
    try:
        check_marks(plan, draft)
    except Stuck as stuck:
        return [say.without_effect(stuck.word)]
    return []


def _beyond(plan: Query) -> list[str]:
    """Parts of a plan that no model is told of, and nothing here holds against the words."""
    fields = type(plan).model_fields
    set_ = [n for n, f in fields.items() if n not in PLAN_FIELDS and getattr(plan, n) != f.get_default()]
    return [say.not_asked(f"`query.{name}`") for name in set_]


def _collected(plan: Query, reading: Reading) -> Draft:
    """The interpreter's own conditions and negations. What it would ask about, a model may not decide: it raises."""
    draft = reading.draft()
    nationwide = plan.subject == "reports" and plan.measure.field == "issued_nationwide"
    draft.subject = "issued" if nationwide else plan.subject  # by which a date names a week
    takes_out_corrections(draft)
    collect(draft)
    if draft.subject in ("refusals", "issued"):
        withdrawn_condition(draft)
    if draft.subject == "policies":
        for at in draft.find("requirement"):
            draft.conds.append(
                Cond(at, "criteria", "contains", (draft.pieces[at].sense("requirement").key,), stop=at + 1)
            )
        draft.conds += [Cond(0, "criteria", "contains", (text,)) for text in reading.quoted]
    scope(draft, contrast=is_contrast(draft) and not is_rate(draft))
    return draft


def _values(plan: Query, draft: Draft, last: Query | None, found: Grounding) -> None:
    lexicon = draft.lexicon
    asked = {folded(key) for cond in draft.conds for key in filter_keys(cond.filter(), lexicon)}
    earlier = keys_of(every_filter(last), lexicon) if last is not None else set()
    planned = {
        folded(key)
        for f in every_filter(plan)
        if f.field not in ("topic", "section")
        for key in filter_keys(f, lexicon)
    }
    if covers_all([v for s in plan.slices for f in s.filters if f.field == "report" for v in f.values], lexicon):
        asked, planned = ({k for k in keys if k[0] != "report"} for keys in (asked, planned))
    for key in sorted(planned - asked - earlier):
        found.problems.append(say.not_in_question(key_words(key), path_of(key, plan, lexicon)))
    for key in sorted(asked - planned):
        found.problems.append(say.left_out(key_words(key), written(key, draft.conds, lexicon)))
    found.problems += _apart(plan, lexicon)


def _apart(plan: Query, lexicon: Lexicon) -> list[str]:
    """Alternatives written as two conditions would both be required, and no row passes."""
    for side in ((), plan.measure.of, *(s.filters for s in plan.slices)):
        draft = _as_draft((*plan.filters, *side), lexicon)
        try:
            consistent(draft)
        except Stuck:
            return [say.ALTERNATIVES]
    return []


def _as_draft(filters: tuple[Filter, ...], lexicon: Lexicon) -> Draft:
    conds = [Cond(0, f.field, f.op, f.values, f.negated) for f in filters]
    return Draft([Piece(0, 0, 0, 0, "", "", ())], lexicon, conds=conds)


def _word(piece: Piece, plan: Query, said: Explained, found: Grounding) -> None:
    if piece.has(*NEVER) and not piece.has(*COLLECTED, *CARRIES_NOTHING):
        found.problems.append(say.not_for_the_reports(piece.text))
    elif piece.used or piece.has(*COLLECTED) or (plan.subject == "caveats" and piece.has(*IN_PASSAGES)):
        return
    elif piece.has("unknown") or (done := effect(piece, plan)) is None:
        means = meaning(piece, said)
        if means:
            found.unknown.append((piece.text, means))
        else:
            found.problems.append(say.left_over(piece.text))
    elif not done:
        found.problems.append(say.without_effect(piece.text, forms_of(piece)))


def _made_up(plan: Query, draft: Draft, last: Query | None, found: Grounding) -> None:
    """What no word of the question calls for may not be in the plan; a thread's earlier shape may stay."""
    numbers = _numbers(draft)
    numbers |= {draft.pieces[at].value("limit:rank").place for at in draft.find("limit:rank")}
    single = draft.has("order", "measure:oldest", "measure:newest", "bound:single", "compare:which_more")
    corrected = takes_out_corrections(replace(draft, pieces=[p.narrowed(*p.senses) for p in draft.pieces]))
    called = {
        "limit": plan.limit is None or plan.limit in numbers or (plan.limit == 1 and single),
        "corrected": plan.corrected == corrected or plan.subject == "corrections",
        "share": plan.measure.kind not in ("share", "rate")
        or draft.has("measure:share", "measure:rate", "measure:claim_half"),
        "distinct": plan.measure.kind != "distinct" or draft.has("measure:distinct", "dimension"),
        "comparison": not plan.slices or draft.has("compare", "conjunction", "measure", "cue", "dimension"),
        "second question": not _asks_twice(plan, draft),
    }
    names = {"share": "measure", "comparison": "slices"}
    for name, fine in called.items():
        attribute = names.get(name, name)
        if not fine and (last is None or getattr(last, attribute, None) != getattr(plan, attribute, ...)):
            found.problems.append(say.not_asked(_PARTS.get(name, f"`query.{name}`")))


_PARTS = {
    "share": "`query.measure.kind` share or rate",
    "distinct": "`query.measure.kind` distinct",
    "comparison": "`query.slices`",
    "second question": "one figure alone: there are two",
}


def _asks_twice(plan: Query, draft: Draft) -> bool:
    """Two counts are asked for and the plan gives one."""
    asks = [at for at in draft.find("measure:count") if draft.pieces[at].words.startswith(("how many", "number of"))]
    return len(asks) > 1 and not plan.slices and plan.measure.kind not in ("value", "text")


def _numbers(draft: Draft) -> set[float]:
    """The numbers that the question gives and that are no date, report or gap."""
    found: set[float] = set()
    for piece in draft.pieces:
        if piece.used.startswith("filter"):
            continue
        for sense in piece.senses:
            value = sense.value.n if sense.key == "bound" and sense.kind == "limit" else sense.value
            if sense.kind in ("number", "limit") and isinstance(value, int | float):
                found.add(value)
            elif sense.kind == "number" and sense.key.isdigit():
                found.add(int(sense.key))
    return found
