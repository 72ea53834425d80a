"""What a claim is said of and what it says: "were all [Mexicans in Denver] [convicted]", by the order of the words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.clauses import clause, own
from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.forms import forms

_PERSONS = forms("predicates", "persons")
_NOUNS = forms("predicates", "nouns")
_VERBS = ("cue:account", "function:ice_verbs", "subject:received")
Chunk = list[Cond]


def predicate(draft: Draft, at: int) -> tuple[list[Cond], list[Cond]]:
    """(whole, part): the conditions of what follows the quantifier at `at`, and those that are said of it.

    Raises Stuck where the words can be divided in two ways.
    """
    word = draft.pieces[at].text
    begins = _begins(draft, at)
    chunks = chunked(draft, own(draft))
    periods = [c for c in draft.conds if c not in own(draft)]
    if begins is not None:
        said = [c for c in chunks if c[0].at >= begins]
        if len(said) != 1:
            raise Stuck("verdict", word)
        return _parted(draft, said[0], word)
    last = max(draft.conds, key=lambda c: c.at, default=None)
    if last is None or not _be_verb(draft, at) or not _behind_preposition(draft, last):
        raise Stuck("verdict", word)
    if last in periods and chunks:
        raise Stuck("verdict", word)  # "were all refusals in Denver in week 1": which is said of which?
    return _parted(draft, [last] if last in periods else chunks[-1], word)


def half_parted(draft: Draft, at: int) -> tuple[list[Cond], list[Cond]]:
    """(whole, part) of "are most Mexicans in Denver convicted", "do Mexicans make up the majority in Denver"."""
    start = clause(draft) or 0
    before = [c for c in own(draft) if start <= c.at < at]
    if not before:
        return predicate(draft, at)
    chunks = chunked(draft, before)
    if len(chunks) != 1:
        raise Stuck("share_of_what", draft.pieces[at].text, ask=True)
    return _parted(draft, chunks[0], draft.pieces[at].text)


def _parted(draft: Draft, part: Chunk, word: str) -> tuple[list[Cond], list[Cond]]:
    if any(c.negated for c in part):
        raise Stuck("verdict", word)
    return [c for c in draft.conds if c not in part], part


def chunked(draft: Draft, conds: Sequence[Cond]) -> list[Chunk]:
    """Conditions that are one phrase: "convicted of DUI", "Mexicans with a charge", "convicted Mexicans"."""
    chunks: list[Chunk] = []
    for cond in sorted(conds, key=lambda c: c.at):
        if chunks and _one_phrase(draft, chunks[-1], cond):
            chunks[-1].append(cond)
        else:
            chunks.append([cond])
    return chunks


def _one_phrase(draft: Draft, chunk: Chunk, right: Cond) -> bool:
    left = chunk[-1]
    between = [p.words for p in draft.pieces[left.stop : right.at] if not p.has("function:article")]
    if right.field == "disposition" and between in (["with"], ["without"]):
        return True
    if left.field == "disposition" and right.field == "offense":
        return between in ([], ["of"], ["for"], ["with"])
    adjective = left.field in ("disposition", "offense") and right.field in ("citizenship", "disposition")
    named = left.at > 0 and draft.pieces[left.at - 1].has("noun", "subject:refusal")  # "all people convicted Mexicans"
    alone = len(chunk) == 1 and not named
    return adjective and alone and not between and not _predicative(draft, left, right)


def _predicative(draft: Draft, left: Cond, right: Cond) -> bool:
    """ "larceny convicted" is no phrase; "larceny convictions", "convicted Mexicans" are."""
    return right.field == "disposition" and not draft.pieces[right.at].words.endswith("s")


def _begins(draft: Draft, at: int) -> int | None:
    """Where what is said begins: a verb behind the noun, or a noun behind the noun with no preposition between."""
    following = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
    open_ended = following is not None and following.words in ("in", "from", "at")
    head = draft.pieces[at].words.split()[-1] in _PERSONS or open_ended
    joined = False
    k = at + 1
    while k < len(draft.pieces):
        piece = draft.pieces[k]
        if set(piece.gap) & set(".;?!"):
            return None
        cond = next((c for c in draft.conds if c.at == k), None)
        if cond is not None:
            if head and not joined and cond.field not in ("report", "declined_on"):
                return k
            head = head or _nominal(draft, cond)
            joined = False
            k = max(cond.stop, k + 1)
            continue
        if piece.has("function:that"):
            raise Stuck("verdict", draft.pieces[at].text)
        if head and not joined and (piece.has("question:did", *_VERBS) or _verb(draft, k)):
            return k + 1
        if piece.has("subject:refusal", "noun", "cue:anaphor", "dimension:facility"):
            head, joined = True, False
        elif piece.has("function:preposition", "time"):
            joined = True
        k += 1
    return None


def _nominal(draft: Draft, cond: Cond) -> bool:
    words = draft.pieces[cond.at].words
    return cond.field == "citizenship" or (cond.field == "disposition" and words.endswith(("s", "ion", "charge")))


def _verb(draft: Draft, at: int) -> bool:
    piece = draft.pieces[at]
    return piece.has("subject:refusal") and piece.words not in _NOUNS


def _be_verb(draft: Draft, at: int) -> bool:
    while at > 0 and draft.pieces[at - 1].has("limit:bound", "number"):
        at -= 1
    return at > 0 and draft.pieces[at - 1].words in ("is", "are", "was", "were")


def _behind_preposition(draft: Draft, cond: Cond) -> bool:
    before = draft.pieces[cond.at - 1] if cond.at else None
    return before is not None and (before.has("function:preposition", "time") or cond.field in ("report",))
