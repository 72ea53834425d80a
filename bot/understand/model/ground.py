"""Grounding: a model's plan against the question, word by word and value by value, in both directions.

Constrained decoding guarantees the form of a plan, never its meaning: small models copy the examples' filters. So every
value, number and date of the plan must be one that the interpreter's own rules find in the question (or that the
thread's last plan holds), and every word of the question must have its effect in the plan. Words that the desk does
not know make the plan a proposal: the person is asked before any figure is given.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from bot.query import Filter, Place, Query, Value
from bot.understand.conditions import collect
from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.interpreter import Reading
from bot.understand.lexicon import Lexicon
from bot.understand.model.reply import WordUse
from bot.understand.model.words import CARRIES_NOTHING, COLLECTED, NEVER, effect, every_filter
from bot.understand.passages import takes_out_corrections
from bot.understand.pieces import Piece
from bot.understand.scope import scope

Key = tuple[str, str, bool]
"""Field, value as text, negated."""


@dataclass(slots=True)
class Grounding:
    """What became of a plan. `problems` refuse it; `unknown` words make it a proposal to be confirmed."""

    problems: list[str] = field(default_factory=list)
    unknown: list[tuple[str, str]] = field(default_factory=list)


def ground(
    query: Query, question: str, uses: Iterable[WordUse], lexicon: Lexicon, last: Query | None = None
) -> Grounding:
    """Hold a plan against its question. Never raises; what cannot be settled is a problem."""
    found = Grounding()
    reading = Reading.of(question, lexicon)
    explained = {use.words.strip().casefold(): use.means for use in uses}
    draft = reading.draft()
    draft.subject = query.subject
    if not _conditions(draft, found):
        return found
    _values(query, draft, lexicon, last, found)
    stated = {str(n) for r in lexicon.reports for n in (r.issued_nationwide, r.declined_stated) if n is not None}
    for piece in draft.pieces:
        if piece.text.replace(",", "") not in stated:  # a number that only repeats what a report states
            _word(piece, query, explained, found)
    _shape(query, draft, last, found)
    return found


def _conditions(draft: Draft, found: Grounding) -> bool:
    """The interpreter's own conditions and negations. What it would ask about, a model may not decide."""
    try:
        takes_out_corrections(draft)
        collect(draft)
        scope(draft, contrast=True)
    except Stuck as stuck:
        found.problems.append(f"{stuck.code}: {stuck.word}")
        return False
    return True


def _values(query: Query, draft: Draft, lexicon: Lexicon, last: Query | None, found: Grounding) -> None:
    asked = {key for cond in draft.conds for key in _cond_keys(cond, lexicon)}
    earlier = {key for f in (every_filter(last) if last else ()) for key in _filter_keys(f, lexicon)}
    planned = {key for f in every_filter(query) if not _said(f, draft) for key in _filter_keys(f, lexicon)}
    for name, value, negated in sorted(planned - asked - earlier):
        found.problems.append(f"not in the question: {'not ' if negated else ''}{name} {value}")
    for name, value, negated in sorted(asked - planned):
        found.problems.append(f"left out: {'not ' if negated else ''}{name} {value}")


def _word(piece: Piece, query: Query, explained: dict[str, str], found: Grounding) -> None:
    if piece.has(*NEVER) and not piece.has(*COLLECTED, *CARRIES_NOTHING):
        found.problems.append(f"not for the reports: {piece.text}")
    elif piece.used or piece.has(*COLLECTED):
        return
    elif piece.has("unknown"):
        _explain(piece, explained, found)
    else:
        done = effect(piece, query)
        if done is None:
            _explain(piece, explained, found)
        elif not done:
            found.problems.append(f"without effect: {piece.text}")


def _explain(piece: Piece, explained: dict[str, str], found: Grounding) -> None:
    text = piece.text.casefold()
    means = next((m for words, m in explained.items() if text in words.split() or text == words), None)
    if means:
        found.unknown.append((piece.text, means))
    else:
        found.problems.append(f"left over: {piece.text}")


def _shape(query: Query, draft: Draft, last: Query | None, found: Grounding) -> None:
    """What no word of the question calls for may not be in the plan; a thread's earlier shape may stay."""
    numbers = _numbers(draft)
    single = draft.has("order", "limit", "measure:oldest", "measure:newest", "bound:single")
    called = {
        "limit": query.limit is None or query.limit in numbers or (query.limit == 1 and single),
        "having": query.having is None or query.having.n in numbers,
        "claim": query.claim is None or query.claim.n in numbers or draft.has("measure:claim_half"),
        "corrected": not query.corrected or draft.has("cue:corrected", "subject:correction", "subject:accuracy"),
        "share": query.measure.kind not in ("share", "rate")
        or draft.has("measure:share", "measure:rate", "measure:claim_half"),
        "statistic": query.measure.kind != "statistic" or draft.has("measure", "order"),
        "breakdown": not query.group_by
        or draft.has("dimension", "question:which", "question:who", "group", "measure:change"),
        "comparison": not query.slices or draft.has("compare", "conjunction", "measure", "cue", "dimension"),
    }
    kept = last.model_dump(exclude_defaults=True) if last is not None else {}
    names = {"share": "measure", "statistic": "measure", "breakdown": "group_by", "comparison": "slices"}
    for name, fine in called.items():
        if not fine and kept.get(names.get(name, name)) != query.model_dump(exclude_defaults=True).get(
            names.get(name, name)
        ):
            found.problems.append(f"not asked for: {name}")


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


def _said(condition: Filter, draft: Draft) -> bool:
    """Conditions that stand in the words, not in a value: a topic, a phrase of the criteria, a withdrawal."""
    if condition.field in ("topic", "section"):
        return draft.has("text", "subject:correction", "subject:dispute")
    if condition.field == "withdrawn":
        return draft.has("subject:correction", "subject:accuracy", "cue:corrected")
    if condition.field == "criteria" and condition.op == "contains":
        words = " ".join(piece.text.casefold() for piece in draft.pieces)
        return all(str(value).casefold() in words for value in condition.values)
    return False


def _cond_keys(cond: Cond, lexicon: Lexicon) -> set[Key]:
    return _filter_keys(cond.filter(), lexicon)


def _filter_keys(condition: Filter, lexicon: Lexicon) -> set[Key]:
    """A filter as comparable keys: a state is a place, a report's week is the report."""
    week = _whole_report(condition, lexicon)
    if week is not None:
        return {("report", week, condition.negated)}
    name = "place" if condition.field in ("state", "county") else condition.field
    op = "" if condition.op == "is" else f"{condition.op} "
    if condition.op == "between":
        return {(name, op + "..".join(_text(v) for v in condition.values), condition.negated)}
    if not condition.values:
        return {(name, condition.op, condition.negated)}
    return {(name, op + _text(value), condition.negated) for value in condition.values}


def _whole_report(condition: Filter, lexicon: Lexicon) -> str | None:
    if (
        condition.field not in ("declined_on", "issued_on")
        or condition.op not in ("between", "is")
        or len(condition.values) != 2
    ):
        return None
    weeks = {(r.start, r.end): r.id for r in lexicon.reports}
    return weeks.get((condition.values[0], condition.values[1]))  # type: ignore[arg-type]


def _text(value: Value) -> str:
    if isinstance(value, Place):
        return " / ".join(part for part in (value.state, value.county, value.city) if part)
    return str(value)
