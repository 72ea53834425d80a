"""Policies by kind of requirement: the vocabulary's rules say which criteria texts ask for it, SQL asks for the texts.

The texts compared are those of the edition, so a figure stands on exactly the entries that the rules were read on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.query import Filter, Query, Slice

CRITERIA = "SELECT DISTINCT criteria FROM policies WHERE criteria IS NOT NULL ORDER BY criteria"
Texts = Callable[[], Sequence[str]]


def resolved(query: Query, texts: Texts) -> Query:
    """The Query with each requirement filter turned into one over the criteria; unchanged where there is none."""
    every = (*query.filters, *query.measure.of, *[f for s in query.slices for f in s.filters])
    if not any(f.field == "requirement" for f in every):
        return query
    measure = query.measure.model_copy(update={"of": _all(query.measure.of, texts)})
    slices = tuple(Slice(label=s.label, filters=_all(s.filters, texts)) for s in query.slices)
    return query.model_copy(update={"filters": _all(query.filters, texts), "measure": measure, "slices": slices})


def _all(filters: Sequence[Filter], texts: Texts) -> tuple[Filter, ...]:
    return tuple(_criteria(f, texts) if f.field == "requirement" and f.op == "is" else f for f in filters)


def _criteria(item: Filter, texts: Texts) -> Filter:
    from ingest.vocabulary.policies import requirements

    kinds = {str(v) for v in item.values}
    found = tuple(text for text in texts() if kinds & set(requirements(text)))
    label = item.label or " or ".join(sorted(k.replace("_", " ") for k in kinds))
    # No text asks for it: a text that cannot be there keeps the condition one over the column.
    return Filter(field="criteria", values=found or ("",), negated=item.negated, label=label)
