"""Grounding of a statement: where no plan can say a question, a model may write SQL, held against the same words.

Stricter than for a plan, for a statement cannot be read back to a person. Every word has to have its effect; every
literal has to be a condition of the question and every condition has to hold of every row read; arithmetic is a
percentage, a difference or a named statistic. Anything else is refused. Words that the desk does not know and the model
explains are asked about: the statement is not run, and the person asks again in known words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from sqlglot import exp

from bot.messages import model_repair as say
from bot.query import Place
from bot.semantic import SemanticModel
from bot.sql.lineage import Filter as Condition
from bot.sql.lineage import Lineage
from bot.understand import shares
from bot.understand.conditions import collect
from bot.understand.corrected import takes_out_corrections
from bot.understand.dims import asked
from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.interpreter import Reading
from bot.understand.lexicon import Lexicon
from bot.understand.model.explain import Explained, explained, meaning
from bot.understand.model.premise import stated_number
from bot.understand.model.reply import WordUse
from bot.understand.model.sql_facts import Facts, facts_of
from bot.understand.model.words import CARRIES_NOTHING, COLLECTED, NEVER
from bot.understand.pieces import Piece, numeral
from bot.understand.scope import scope
from bot.understand.subject import subject_of

Atom = tuple[str, str, str, bool]
"""Column, operator, value, negated."""

_OPS = {"=": ("=", False), "in": ("=", False), "<>": ("=", True), "not in": ("=", True), "not =": ("=", True),
        "<": ("before", False), "<=": ("until", False), ">": ("after", False), ">=": ("since", False)}  # fmt: skip
_COLUMNS = {"report": "report_id", "state": "state", "county": "county"}
_VIEWS = {
    "subject:refusal": ("refusals",),
    "subject:issued": ("issued", "reports"),
    "subject:received": ("issued", "reports"),
    "subject:section_one": ("issued",),
    "subject:nationwide": ("reports",),
    "subject:policy": ("policies",),
    "subject:pages": ("reports",),
}
_DEMANDS: dict[str, Callable[[Facts], bool]] = {
    "measure:count": lambda f: bool(f.functions & {"count", "sum"}),
    "measure:share": lambda f: len(f.divisions) == 1,
    "measure:rate": lambda f: len(f.divisions) == 1,
    "measure:average": lambda f: "avg" in f.functions,
    "measure:median": lambda f: "median" in f.functions,
    "measure:minimum": lambda f: "min" in f.functions,
    "measure:maximum": lambda f: "max" in f.functions,
    "measure:distinct": lambda f: f.distinct,
    "measure:difference": lambda f: f.subtracts and not f.divisions,
    "measure:wait": lambda f: f.subtracts,
    "order:most": lambda f: f.descending is True,
    "order:common": lambda f: f.descending is True,
    "order:top": lambda f: f.descending is True,
    "order:fewest": lambda f: f.descending is False,
    "order:bottom": lambda f: f.descending is False,
}


@dataclass(slots=True)
class SqlGrounding:
    """What became of a statement. `problems` refuse it; `unknown` words are asked about, and it is not run."""

    problems: list[str] = field(default_factory=list)
    unknown: list[tuple[str, str]] = field(default_factory=list)


def ground_sql(
    sql: str, lineage: Lineage, question: str, lexicon: Lexicon, model: SemanticModel, uses: Iterable[WordUse] = ()
) -> SqlGrounding:
    """Hold an accepted statement against its question. Never raises; what cannot be settled is a problem."""
    facts = facts_of(sql)
    if facts is None:
        return SqlGrounding([say.SQL_SHAPE])
    found = SqlGrounding()
    said = explained(uses, question)
    try:
        draft = _collected(Reading.of(question, lexicon))
        found.problems += _conditions(lineage, facts, draft, model)
    except Stuck as stuck:
        return SqlGrounding([say.stuck(stuck.code, stuck.word)])
    found.problems += [say.not_asked(name) for name in facts.strange]
    for at, piece in enumerate(draft.pieces):
        if not stated_number(draft, at):
            _word(piece, facts, said, found)
    found.problems += _made_up(facts, lineage, draft)
    return found


def _collected(reading: Reading) -> Draft:
    draft = reading.draft()
    takes_out_corrections(draft)
    draft.subject = subject_of(draft)
    collect(draft)
    scope(draft, contrast=False)
    return draft


def _conditions(lineage: Lineage, facts: Facts, draft: Draft, model: SemanticModel) -> list[str]:
    """Literals both ways; the conditions of the whole hold of every row of every view, those of a part of none."""
    part: list[Cond] = []
    whole = draft.conds
    if draft.has("measure:share") and not shares.is_rate(draft) and len(lineage.views) == 1:
        measure, whole = shares.share(draft)
        part = [c for c in draft.conds if c.filter() in measure.of]
    everywhere, partial = set(_atoms(whole)), set(_atoms(part))
    problems = []
    for condition in lineage.filters:
        have = set(_written(condition))
        wanted = everywhere if condition.everywhere else partial
        if not have or not have <= wanted or not condition.bare:
            problems.append(say.not_in_question(f"{condition.column} {condition.op} {', '.join(condition.values)}"))
    for view in lineage.views:
        for atom in everywhere:
            if atom[0] in model.views[view].columns and _times(lineage, view, atom, True) != facts.scans[view]:
                problems.append(say.left_out(f"{view}.{atom[0]} {atom[2]}"))
            elif atom[0] not in model.views[view].columns and atom[0] != "report_id":
                problems.append(say.left_out(f"{view} has no {atom[0]}"))
        problems += [say.SQL_TWICE] if facts.scans[view] != 1 else []
    return problems + [
        say.left_out(a[2]) for a in partial if not any(_times(lineage, v, a, False) for v in lineage.views)
    ]


def _times(lineage: Lineage, view: str, atom: Atom, everywhere: bool) -> int:
    return sum(f.view == view and f.everywhere == everywhere and atom in set(_written(f)) for f in lineage.filters)


def _atoms(conds: list[Cond]) -> Iterator[Atom]:
    for cond in conds:
        column = _COLUMNS.get(cond.field, cond.field)
        if cond.op == "between":
            yield (column, "since", _text(cond.values[0]), cond.negated)
            yield (column, "until", _text(cond.values[1]), cond.negated)
            continue
        for value in cond.values:
            if isinstance(value, Place):
                if cond.negated or value.city:
                    raise Stuck("place", value.state)
                yield ("state", "=", value.state, False)
                if value.county:
                    yield ("county", "=", value.county, False)
            else:
                op = {"is": "=", "over": "after", "under": "before", "at_least": "since", "at_most": "until"}.get(
                    cond.op, cond.op
                )
                yield (column, op, _text(value), cond.negated)


def _written(condition: Condition) -> Iterator[Atom]:
    if condition.op == "between" and len(condition.values) == 2:
        yield (condition.column, "since", condition.values[0], False)
        yield (condition.column, "until", condition.values[1], False)
    elif condition.op in _OPS:
        op, negated = _OPS[condition.op]
        yield from ((condition.column, op, value, negated) for value in condition.values)


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def _word(piece: Piece, facts: Facts, said: Explained, found: SqlGrounding) -> None:
    if piece.has(*NEVER) and not piece.has(*COLLECTED, *CARRIES_NOTHING):
        found.problems.append(say.not_for_the_reports(piece.text))
    elif piece.used or piece.has(*COLLECTED):
        return
    elif piece.has("unknown"):
        means = meaning(piece, said)
        if means:
            found.unknown.append((piece.text, means))
        else:
            found.problems.append(say.left_over(piece.text))
    elif piece.has("number"):
        if facts.limit is None or numeral(piece) != facts.limit:
            found.problems.append(say.without_effect(piece.text))
    elif not any(_sense(f"{s.kind}:{s.key}", s.kind, facts) for s in piece.senses):
        found.problems.append(say.without_effect(piece.text))


def _sense(tag: str, kind: str, facts: Facts) -> bool:
    if tag in _DEMANDS:
        return _DEMANDS[tag](facts)
    if tag in _VIEWS:
        dated = tag == "subject:issued" and "issued_on" in facts.columns
        return dated or any(view in facts.scans for view in _VIEWS[tag])
    if kind in CARRIES_NOTHING or tag in CARRIES_NOTHING:
        return True
    return kind == "dimension"  # held below, against GROUP BY


def _made_up(facts: Facts, lineage: Lineage, draft: Draft) -> list[str]:
    """What the statement does without a word for it."""
    called = {
        "avg": "avg" not in facts.functions or draft.has("measure:average"),
        "median": "median" not in facts.functions or draft.has("measure:median"),
        "min": "min" not in facts.functions or draft.has("measure:minimum", "measure:oldest"),
        "max": "max" not in facts.functions or draft.has("measure:maximum", "measure:newest"),
        "sum": "sum" not in facts.functions or draft.has("subject:issued", "subject:received", "subject:pages"),
        "DISTINCT": not facts.distinct or draft.has("measure:distinct", "dimension"),
        "division": not facts.divisions or (draft.has("measure:share", "measure:rate") and _percent(facts, lineage)),
        "subtraction": not facts.subtracts or draft.has("measure:difference", "measure:wait", "unit:day"),
        "LIMIT": facts.limit is None or facts.limit in _limits(draft),
        "numbers": not facts.numbers,
        "withdrawn": lineage.asks_withdrawn == takes_out_corrections(draft),
        "views": bool(set(lineage.views) & set(_view_of(draft)))
        and set(lineage.views) <= {*_view_of(draft), "reports"},
    }
    grouped = [
        a for a in asked(draft) if a.how in ("by", "which", "many") and not (a.at and stated_number(draft, a.at - 1))
    ]
    wanted = {a.dimension.field: a for a in grouped}
    columns = {"report": "report_id", "place": "county"}
    groups = {columns.get(name, name) for name in wanted} | ({"state"} if "place" in wanted else set())
    shown = set(facts.grouped) if facts.grouped or not facts.distinct else groups
    called["GROUP BY"] = shown == groups
    return [say.not_asked(name) for name, fine in called.items() if not fine]


def _view_of(draft: Draft) -> tuple[str, ...]:
    return ("issued", "reports") if draft.subject in ("issued", "reports") else (draft.subject,)


def _limits(draft: Draft) -> set[int]:
    stated = {p.value(tag) for p in draft.pieces for tag in ("limit:top", "limit:fewest") if p.has(tag)}
    if not stated and draft.has("order"):
        numbers = [numeral(p) for p in draft.pieces if p.has("number") and not p.used]
        stated = {int(n) for n in numbers if n is not None} or {1}
    return stated


def _percent(facts: Facts, lineage: Lineage) -> bool:
    """One division: of counted rows by all of them, or of anything by the nationwide number."""
    division = facts.divisions[0]
    part, whole = division.left, division.right
    if len(lineage.views) == 1:
        filtered = [any(True for _ in side.find_all(exp.Filter)) for side in (part, whole)]
        counts = [any(True for _ in side.find_all(exp.Count)) for side in (part, whole)]
        return filtered == [True, False] and counts == [True, True]
    names = [{c.name.lower() for c in side.find_all(exp.Column)} for side in (part, whole)]
    return "issued_nationwide" in names[1] and "issued_nationwide" not in names[0]
