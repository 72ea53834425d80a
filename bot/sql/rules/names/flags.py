"""`withdrawn` counts what is withdrawn, `corrected` leaves that out, `as_published` leaves out nothing.

`count(*) FILTER (WHERE NOT withdrawn) AS withdrawn_refusals`, `sum(issued) AS after_corrections` of all rows and
`CASE WHEN withdrawn THEN 'stands'` do not.
"""

from __future__ import annotations

from bot.messages import sql_names as say
from bot.sql import tree
from bot.sql.promises import promised
from bot.sql.rules.constants import meant
from bot.sql.rules.names.evidence import Evidence, is_column
from bot.sql.schema import unit_names
from bot.sql.verdict import Refusal

_FLAG, _CORRECTIONS = "withdrawn", "corrections"


def withdrawn(evidence: Evidence, said: frozenset[str]) -> None:
    """The side that the name says is the one that conditions ask for."""
    if _FLAG not in evidence.columns or len(said) > 1 or _CORRECTIONS in evidence.views:
        return
    (wanted,) = said
    if any(isinstance(p, tree.Call) and p.name == "-" for p in tree.walk(meant(evidence.output.expr))):
        return  # what was withdrawn may be taken off
    sides = sides_of(evidence.atoms) if evidence.aggregated else set()
    if len(sides) == 1 and (wanted == "both" or wanted not in sides):
        raise Refusal("misnamed", say.named_value(evidence.output.name, evidence.output.name), say.NAMED_VALUE_HINT)
    if wanted == "false" and "corrected" in evidence.output.promise:
        _left_out(evidence)


def _left_out(evidence: Evidence) -> None:
    """The rows that were taken back are left out."""
    output = evidence.output
    if not isinstance(output.expr, tree.Call) or any(source.query is not None for source in output.query.sources):
        return  # a query further in may have left them out
    if any(isinstance(part, tree.Subquery) for part in tree.walk(output.expr)):
        return
    if not sides_of(evidence.atoms):
        raise Refusal("misnamed", say.named_value(output.name, say.CORRECTED), say.NAMED_VALUE_HINT)


def counted(evidence: Evidence) -> None:
    """A count of the rows without a flag, or of all rows, under the flag's name."""
    output, model = evidence.output, evidence.statement.model
    if evidence.read.flags.isdisjoint(output.words) or _CORRECTIONS in evidence.views:
        return
    rest = [word for word in output.content if word not in unit_names(model)]
    word = next((word for word in rest if word in evidence.read.flags), "")
    if not word or len(rest) > 1 or is_column(output.expr, word):  # the column itself holds what it says
        return
    if evidence.unit not in (*model.views, None):
        return
    parts = [*evidence.atoms, *tree.walk(output.expr)]  # `NOT withdrawn AS withdrawn`
    negated = any(isinstance(p, tree.Op) and p.kind == "not" and is_column(p.items[0], word) for p in parts)
    if negated or (evidence.unit is not None and not any(is_column(part, word) for part in evidence.atoms)):
        raise Refusal("misnamed", say.named_value(output.name, word), say.NAMED_VALUE_HINT)


def sides_of(atoms: list[tree.Expr]) -> set[str]:
    """Whether conditions ask for what was withdrawn (`true`), for the rest (`false`), or for both."""
    if not any(is_column(part, _FLAG) for part in atoms):
        return set()
    negated = {id(p.items[0]) for p in atoms if isinstance(p, tree.Op) and p.kind == "not"}
    found, compared = set[str](), set[int]()
    for part in atoms:
        if isinstance(part, tree.Compare) and any(is_column(side, _FLAG) for side in (part.left, part.right)):
            compared |= {id(part.left), id(part.right)}
            value = next((s.text.lower() for s in (part.left, part.right) if isinstance(s, tree.Const)), "true")
            yes = (value in ("true", "t", "1")) == (part.op in ("=", "is not distinct from"))
            found.add("true" if yes != (id(part) in negated) else "false")
    for part in atoms:
        if is_column(part, _FLAG) and id(part) not in compared:
            found.add("false" if id(part) in negated else "true")
    return found


def labels(part: tree.Case) -> None:
    """`CASE WHEN withdrawn THEN 'stands' ELSE 'withdrawn' END`."""
    if len(part.whens) != 1:
        return
    when, then = part.whens[0]
    atoms = [*tree.walk(when)]
    sides = sides_of(atoms)
    if len(sides) != 1 or sum(isinstance(p, tree.Column) for p in atoms) != 1:
        return
    (side,) = sides
    for label, held in ((then, side), (part.default, "false" if side == "true" else "true")):
        if isinstance(label, tree.Const) and label.kind == "STRING":
            said = promised(label.text).get(_FLAG, frozenset()) - {"both"}
            if said and held not in said:
                raise Refusal("misnamed", say.relabelled(label.text, say.OTHER_VALUES), say.RELABELLED_HINT)
