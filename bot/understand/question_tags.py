"""Question tags: "Travis refused 142. Correct?", "18 in Dallas, right?", "it was 18, wasn't it?"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.bounds import Bound
from bot.understand.forms import forms
from bot.understand.pieces import Piece, merged
from bot.understand.words import Sense

_ENDS = forms("question_tags", "ends")
_BARE = forms("question_tags", "bare")
"""Also without a comma: "so 18 in Dallas right?"."""
_ANSWERS = forms("question_tags", "answers")
_VERBS = forms("question_tags", "verbs")
_SUBJECTS = forms("question_tags", "subjects")
_CHECK = forms("question_tags", "check")
_ASKED = ("question", "measure:count", "measure:share", "measure:average", "cue:list", "cue:rows", "dimension:where")


def fold_tags(pieces: list[Piece]) -> list[Piece]:
    """The last words ask whether what stands before them is so; "confirm: 18 in Dallas" asks it in front."""
    opener = next((k for k, p in enumerate(pieces) if not p.has("padding") or p.words in _CHECK), None)
    if opener is not None and pieces[opener].words in _CHECK and _states_a_figure(pieces[opener + 1 :]):
        pieces[opener] = pieces[opener].narrowed(Sense("cue", "supposed"))
    _topped(pieces)
    at = _tag(pieces) if len(pieces) > 2 else None
    return pieces if at is None else [*pieces[:at], merged(pieces[at:], Sense("cue", "supposed"))]


def _tag(pieces: Sequence[Piece]) -> int | None:
    last, at = pieces[-1], len(pieces) - 1
    parted = bool(set(last.gap) & set(".,-;?!"))
    if last.words in _ENDS and parted:
        return at
    if last.words in _BARE or (last.words in _ANSWERS and parted):
        return at if _states_a_figure(pieces[:at]) else None
    for size in (2, 3):
        words = " ".join(p.words for p in pieces[-size:]).split()
        if len(words) == 3 and words[0] in _VERBS and words[1] == "not" and words[2] in _SUBJECTS:
            return at + 1 - size if _states_a_figure(pieces[: at + 1 - size]) else None
    return None


def _topped(pieces: list[Piece]) -> None:
    """ "did California top 100 refusals": more than that many, and no place among the first hundred."""
    opener = next((p.words for p in pieces if not p.has("padding")), "")
    for at in range(2, len(pieces) if opener in ("did", "does", "do") else 0):
        piece, behind = pieces[at], pieces[at + 1 : at + 2]
        names = pieces[at - 1].has("place:mention", "value", "disposition") and not piece.gap
        counted = not behind or bool(behind[0].gap) or behind[0].has("subject:refusal", "noun", "time", "padding")
        if piece.has("limit:top") and piece.words.startswith("top ") and names and counted:
            pieces[at] = piece.narrowed(Sense("limit", "bound", Bound("over", piece.value("limit:top"))))


def _states_a_figure(said: Sequence[Piece]) -> bool:
    """Whether it is a statement with a number or a first place in it, and no question itself."""
    content = [p for p in said if not p.has("padding")]
    asks = any(p.has(*_ASKED) and not p.has("function:copula") and p.words != "in total" for p in content)
    opens = bool(content) and content[0].has("question:did")
    return not asks and not opens and any(p.has("number", "limit:bound", "order:most") for p in content)
