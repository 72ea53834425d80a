"""A figure named for a kind of conviction or of offense rests on a condition that asks for that kind.

`convicted_murderers` without a word of dispositions, `convictions` of charges, `murder_cases` of assaults,
`violent_crimes` of all refusals.
"""

from __future__ import annotations

from bot.messages import sql_names as say
from bot.sql import tree
from bot.sql.promises import promised, texts_of
from bot.sql.rules.names.evidence import Evidence, denies
from bot.sql.rules.value_names import STEM, stems
from bot.sql.verdict import Refusal

_OFFENSES = frozenset({"offense", "activity", "charge"})


def closed(evidence: Evidence) -> None:
    """Values of the closed lists among the columns that stand behind a figure."""
    output, lists = evidence.output, evidence.read.closed
    if not lists or isinstance(output.expr, tree.Const):
        return
    name = " ".join([output.name.replace("_", " "), *output.promise.get("disposition", ())])
    for column, values in lists.items():
        named = stems(name, values)
        if len(named) > 1:
            _several(evidence, column, named)
        elif named:
            _one(evidence, column, next(iter(named)))


def _several(evidence: Evidence, column: str, named: set[str]) -> None:
    """`charges_and_convictions` of convictions alone."""
    asked = evidence.texts.get(column, set())
    if "both" in evidence.output.promise and asked and not named <= asked and evidence.one_sided:
        raise Refusal("misnamed", say.named_value(evidence.output.name, min(named - asked)), say.NAMED_VALUE_HINT)


def _one(evidence: Evidence, column: str, value: str) -> None:
    """`convictions` for what a condition asks of charges, or for all rows."""
    given = evidence.own_texts.get(column) or evidence.texts.get(column)
    if given:
        wrong = value not in given and evidence.one_sided and column not in evidence.matched
    else:
        plain = all(value.startswith(word[:STEM]) for word in evidence.output.content)
        wrong = evidence.rows and column in evidence.columns and (plain or not evidence.asks(column))
    if wrong:
        raise Refusal("misnamed", say.named_value(evidence.output.name, value), say.NAMED_VALUE_HINT)


def offense(evidence: Evidence, said: frozenset[str]) -> None:
    """Some condition on the offense asks for what the name says."""
    if evidence.columns.isdisjoint(_OFFENSES) or not (evidence.rows or evidence.ratio):
        return
    given = {text for column in _OFFENSES for text in evidence.texts.get(column, ())}
    if not given and evidence.rows and not any(evidence.asks(column) for column in _OFFENSES):
        wrong = min(said)
    elif given and evidence.one_sided:
        wrong = next((family for family in sorted(said) if not asks_for(family, given)), "")
    else:
        return
    if wrong:
        raise Refusal("misnamed", say.named_value(evidence.output.name, wrong), say.NAMED_VALUE_HINT)


def asks_for(family: str, given: set[str]) -> bool:
    """Whether a text asks for a family of offenses, or for none that is known."""
    pieces = texts_of("offense")
    texts = [text.lower() for text in given]
    if any(piece in text for piece in pieces[family] for text in texts):
        return True
    return not any(piece in text for known in pieces.values() for piece in known for text in texts)


def offense_labels(part: tree.Case) -> None:
    """`CASE WHEN offense ILIKE '%assault%' THEN 'homicide'`."""
    for when, then in part.whens:
        promise = promised(then.text) if isinstance(then, tree.Const) and then.kind == "STRING" else {}
        if "offense" not in promise or "rest" in promise:
            continue
        atoms = [*tree.walk(when)]
        columns = {p.field.name for p in atoms if isinstance(p, tree.Column) and p.field is not None}
        given = {p.text for p in atoms if isinstance(p, tree.Const) and p.kind == "STRING"}
        if not columns or not given or columns - _OFFENSES or any(map(denies, atoms)):
            continue
        if not any(asks_for(family, given) for family in promise["offense"]):
            raise Refusal("misnamed", say.relabelled(getattr(then, "text", ""), min(given)), say.RELABELLED_HINT)
