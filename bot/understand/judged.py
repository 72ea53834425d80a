"""Questions back for a judgement word: the same question by a published group, by offense, by charge or conviction."""

from __future__ import annotations

from collections.abc import Iterator

from bot.messages import declines as say
from bot.query import Dimension, Filter, Measure, Query
from bot.understand.draft import Stuck
from bot.understand.forms import forms
from bot.understand.lexicon import Lexicon
from bot.understand.outcome import Choice, Clarify, Outcome, Understood
from bot.understand.pieces import Piece
from bot.understand.words import Sense

_PEOPLE = forms("judged", "people")


def judged(stuck: Stuck, pieces: list[Piece], outcome_without: Outcome | None, lexicon: Lexicon) -> tuple[Choice, ...]:
    """Choices that keep what else the question says; by themselves where the rest is no question of its own."""
    if isinstance(outcome_without, Clarify) and outcome_without.code in ("judgement", "offense_class"):
        return outcome_without.choices  # "dangerous criminals": two words in doubt, one question
    rest = outcome_without.query if isinstance(outcome_without, Understood) else Query()
    if rest.subject != "refusals" or rest.slices or rest.also or rest.measure.kind not in ("count", "rows", "distinct"):
        rest = Query()
    piece = next((p for p in pieces if p.text == stuck.word and p.has("judge")), None)
    about = next((s.key for s in piece.senses if s.kind == "judge"), "severity") if piece is not None else "severity"
    return tuple(_choices(rest.model_copy(update={"yes_no": False, "claim": None}), lexicon, about))


def unjudged(piece: Piece) -> Piece:
    """The piece as if the judgement were not made: a person, or nothing."""
    plain = piece.words.startswith(_PEOPLE)
    return piece.narrowed(Sense("noun", "person") if plain else Sense("padding", "judged"))


def _choices(rest: Query, lexicon: Lexicon, about: str) -> Iterator[Choice]:
    named = any(f.field == "offense" for f in rest.filters)
    group = _severe_group(lexicon) if about == "severity" and not named else None
    if group is not None:
        yield Choice(group.label, _with(rest, group))
    if rest.group_by or rest.measure.kind == "distinct":
        convicted = Filter(field="disposition", values=("conviction",))
        if not any(f.field == "disposition" for f in rest.filters):
            yield Choice(say.CONVICTED, _with(rest, convicted))
        yield Choice(say.ALL_OFFENSES, rest)
        return
    counted = rest.model_copy(update={"measure": Measure()})
    if about not in ("severity", "class"):
        yield Choice(say.BY_REPORT, _by(counted, "report"))
        yield Choice(say.BY_STATE, _by(counted, "state"))
    yield Choice(say.BY_OFFENSE, _by(counted, "offense"))
    if not any(f.field == "disposition" for f in rest.filters):
        yield Choice(say.BY_DISPOSITION, _by(counted, "disposition"))


def _with(query: Query, item: Filter) -> Query:
    from bot.understand.draft import in_order

    return query.model_copy(update={"filters": in_order((*query.filters, item))})


def _by(query: Query, name: str) -> Query:
    order = {"report": "natural", "disposition": None}.get(name, "most")
    return query.model_copy(update={"group_by": (Dimension.model_validate({"field": name}),), "order": order})


def _severe_group(lexicon: Lexicon) -> Filter | None:
    """The published group that comes nearest to a judgement word, by its name."""
    from ingest.vocabulary.offenses import groups, members

    inside, _ = members("violent", lexicon.offenses)
    return Filter(field="offense", values=inside, label=groups()["violent"].label) if inside else None
