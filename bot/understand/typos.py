"""Slips of the pen: an unknown word is read as the one known word it is nearest to, or left unknown.

Never onto something else that exists: a word that is in any list is no typo, and an everyday English word that
happens to be near one of ours (`prompts/english.txt`) is not taken for it. A name read this way is told.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.messages import understand as say
from bot.understand.lexicon import Lexicon
from bot.understand.phrases import PhraseTable
from bot.understand.tokens import Token
from bot.understand.words import phrase_key
from ingest.vocabulary.dates import MONTHS
from ingest.vocabulary.facilities import abbreviations
from ingest.vocabulary.states import states

_MIN_LETTERS = 4
_STEERING = frozenset(
    [
        "subject",
        "measure",
        "order",
        "compare",
        "bound",
        "dimension",
        "group",
        "cue",
        "time",
        "negation",
        "disposition",
        "ordinal",
        "number",
        "text",
        "requirement",
        "unit",
        "relative",
        "question",
        "conjunction",
    ]
)
"""Kinds of words that steer what is asked: between two of them no guess is made."""


@cache
def english() -> frozenset[str]:
    """Everyday English words: whoever writes one means it."""
    lines = files("prompts").joinpath("english.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def allowed(word: str) -> int:
    """How many edits a word may be away: one from four letters, two from eight."""
    if len(word) < _MIN_LETTERS:
        return 0
    return 1 if len(word) < 8 else 2


class Speller:
    """The words of one edition that a typo can be a slip of: those of values loaded, and those of the word lists."""

    def __init__(self, table: PhraseTable, loaded: Iterable[str], names: Iterable[str] = ()) -> None:
        self.names = frozenset(names)
        self._table = table
        self._kinds_of = table.kinds()
        self.known = frozenset({*self._kinds_of, *MONTHS})
        self.loaded = frozenset(loaded)
        self._by_length: dict[int, list[str]] = {}
        short = {phrase_key(s) for state in states() for s in (state.abbreviation, *state.other_abbreviations)}
        for word in self.known - short:  # "conv" is no slip of "Conn."
            if len(word) >= _MIN_LETTERS - 1 and not word[0].isdigit():
                self._by_length.setdefault(len(word), []).append(word)
        self._cache: dict[str, str | None] = {}

    def knows(self, token: Token) -> bool:
        """Whether the word stands in some list."""
        return token.norm in self.known or token.base in self.known

    def correction(self, word: str) -> str | None:
        """The only known word nearest to `word`; a loaded value's word wins over one that is merely possible."""
        if word not in self._cache:
            if len(self._cache) > 5000:
                self._cache.clear()
            self._cache[word] = self._nearest(word)
        return self._cache[word]

    def _nearest(self, word: str) -> str | None:
        most = allowed(word)
        if most == 0 or word in english():
            return None
        candidates = [c for n in range(len(word) - most, len(word) + most + 1) for c in self._by_length.get(n, ())]
        hits = [
            (int(distance), name)
            for name, distance, _ in process.extract(
                word, candidates, scorer=OSA.distance, processor=None, score_cutoff=most, limit=None
            )
            if distance <= allowed(name) or (len(name) == _MIN_LETTERS - 1 and distance == 1 and len(word) == 4)
        ]
        if not hits:
            return None
        best = min(distance for distance, _ in hits)
        nearest = [name for distance, name in hits if distance == best]
        return nearest[0] if len(nearest) == 1 else self._likeliest(word, nearest)

    def _likeliest(self, word: str, names: list[str]) -> str | None:
        """One of several names equally near: only where the others could not change what is asked."""
        if self._alike(names):  # singular or plural: the last letter is seldom wrong
            return (self._same_ends(word, names) or names)[0]
        steering = [n for n in names if self._kinds(n) & _STEERING]
        if steering:
            rest = [n for n in names if n not in steering]
            safe = all(n not in self.names and self._kinds(n) <= {"place", "value"} for n in rest)
            return steering[0] if safe and (len(steering) == 1 or self._alike(steering)) else None
        for likelier in (self._loaded, self._anagrams, self._same_ends):
            if len(names) > 1:
                names = likelier(word, names) or names
        return names[0] if len(names) == 1 else None

    def _kinds(self, word: str) -> frozenset[str]:
        """The kinds of all phrases that the word stands in."""
        return frozenset(self._kinds_of.get(word, ()))

    def _loaded(self, word: str, names: list[str]) -> list[str]:
        """Names that are in the data are likelier than those that merely exist."""
        return [n for n in names if n in self.loaded]

    @staticmethod
    def _anagrams(word: str, names: list[str]) -> list[str]:
        """Swapped letters are the likeliest slip."""
        return [n for n in names if sorted(n) == sorted(word)]

    @staticmethod
    def _same_ends(word: str, names: list[str]) -> list[str]:
        """First and last letters are seldom wrong."""
        return [n for n in names if n[0] == word[0] and n[-1] == word[-1]]

    def _alike(self, names: list[str]) -> bool:
        """Whether the words all mean the same: "refusals" and "refuses" are not two readings."""
        meanings = {frozenset(f"{s.kind}:{s.key}" for s in self._table.senses(name)) for name in names}
        return (
            len(meanings) == 1
            and frozenset() not in meanings
            and not any(s.kind in ("value", "place") for s in self._table.senses(names[0]))
        )


def corrected(tokens: tuple[Token, ...], lexicon: Lexicon) -> tuple[tuple[Token, ...], list[str]]:
    """The tokens with slips put right, and a note for each name that was read otherwise than written."""
    speller = lexicon.speller
    made: list[Token] = []
    notes: list[str] = []
    for token in tokens:
        if token.is_number or speller.knows(token):
            made.append(token)
            continue
        long = _spelled_out(token.norm, made[-1].norm if made else "")
        if long:
            made.append(Token(long, long, token.start, token.end, token.text, token.gap))
            continue
        if len(token.norm) < _MIN_LETTERS:
            made.append(token)
            continue
        split = _split(token, speller)
        if split:
            made.extend(split)
            continue
        word = speller.correction(token.base)
        if word is None:
            made.append(token)
            continue
        made.append(Token(word, word, token.start, token.end, token.text, token.gap))
        if word in lexicon.name_words:
            notes.append(say.read_as(token.text, word.title()))
    return tuple(made), notes


def _spelled_out(word: str, before: str) -> str:
    """ "det ctr" as jails' names have it, and "how mny": too short to be guessed anywhere else."""
    long = abbreviations().get(word, "")
    if long and " " not in long:
        return long
    if before == "how" and word[:1] == "m" and OSA.distance(word, "many") == 1:
        return "many"
    return misspelt().get(word, "")


@cache
def misspelt() -> dict[str, str]:
    """Slips so common that they are the word, though they lie as near to others (`prompts/misspelt.yaml`)."""
    from bot.semantic import prompt_data

    return dict(prompt_data("misspelt.yaml"))


def _split(token: Token, speller: Speller) -> list[Token]:
    """Two known words run together: "traviscounty", "howmany"; each of at least three letters."""
    word = token.norm
    for cut in range(3, len(word) - 2):
        left, right = word[:cut], word[cut:]
        if (left in _GLUED and right in speller.known) or (right in _GLUED and left in speller.loaded):
            middle = min(token.start + cut, token.end - 1)
            return [
                Token(left, left, token.start, middle, token.text, token.gap),
                Token(right, right, middle, token.end, token.text, ""),
            ]
    return []


_GLUED = {"county", "how", "week", "report", "state"}
