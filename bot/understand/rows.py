"""Whether several readings of a question meet the same rows, so that asking would be a nuisance."""

from __future__ import annotations

from collections.abc import Sequence

from bot.query import Filter, Query
from bot.understand.lexicon import Counts, Lexicon


def same_rows(queries: Sequence[Query], lexicon: Lexicon) -> bool:
    """True when all plans are about refusals, ask for the same thing, and their rows are the same and not none."""
    count = lexicon.count
    if count is None or any(q.subject != "refusals" for q in queries):
        return False
    first, *others = queries
    shape, sides = _shape(first), _sides(first)
    if any(_shape(q) != shape or len(_sides(q)) != len(sides) for q in others):
        return False
    return all(_same(mine, theirs, count) for q in others for mine, theirs in zip(sides, _sides(q), strict=True))


def _shape(query: Query) -> Query:
    """The plan without its conditions."""
    measure = query.measure.model_copy(update={"of": ()})
    return query.model_copy(update={"filters": (), "slices": (), "measure": measure})


def _sides(query: Query) -> list[tuple[Filter, ...]]:
    """The conditions of the whole, of the part and of each slice."""
    sides = [query.filters, *[(*query.filters, *s.filters) for s in query.slices]]
    if query.measure.of:
        sides.append((*query.filters, *query.measure.of))
    return sides


def _same(mine: tuple[Filter, ...], theirs: tuple[Filter, ...], count: Counts) -> bool:
    """Two sets of rows are one when neither loses a row in what they share."""
    shared = count((*mine, *theirs))
    return shared > 0 and count(mine) == shared and (mine == theirs or count(theirs) == shared)
