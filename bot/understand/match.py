"""From tokens to pieces: slips of the pen, dates and numbers, then the longest phrase at each token."""

from __future__ import annotations

from bot.messages import understand as say
from bot.understand.dates import date_at
from bot.understand.lexicon import Lexicon
from bot.understand.pieces import Piece
from bot.understand.tokens import Token, ordinal_number, tokens_of
from bot.understand.words import Sense


def pieces_of(text: str, lexicon: Lexicon) -> tuple[list[Piece], list[str]]:
    """The pieces of a clean message, and notes on what was read otherwise than it was written."""
    tokens = tokens_of(text)
    pieces = _cut(text, tokens, lexicon)
    if not any(piece.has("unknown") for piece in pieces):
        return pieces, []
    from bot.understand.typos import corrected  # 10 ms to import, and few questions have a word to correct

    tokens, notes = corrected(tokens, lexicon)
    return _cut(text, tokens, lexicon), notes


def _cut(text: str, tokens: tuple[Token, ...], lexicon: Lexicon) -> list[Piece]:
    pieces: list[Piece] = []
    at = 0
    while at < len(tokens):
        stop, senses = _senses_at(tokens, at, lexicon)
        pieces.append(piece_over(text, tokens, at, stop, senses))
        at = stop
    return pieces


def piece_over(text: str, tokens: tuple[Token, ...], first: int, stop: int, senses: tuple[Sense, ...]) -> Piece:
    """A piece over a run of tokens."""
    start, end = tokens[first].start, tokens[stop - 1].end
    words = " ".join(token.base for token in tokens[first:stop])
    return Piece(first, stop, start, end, text[start:end], tokens[first].gap, senses, words)


def _senses_at(tokens: tuple[Token, ...], at: int, lexicon: Lexicon) -> tuple[int, tuple[Sense, ...]]:
    phrase = lexicon.phrases.at(tokens, at)
    mention = date_at(tokens, at, lexicon.year)
    if mention is not None and mention.stop - at >= (phrase[0] if phrase else 0):
        senses: tuple[Sense, ...] = (Sense("date", mention.days.unit, mention.days),)
        number = number_of(tokens[at])
        if mention.stop == at + 1 and number is not None:  # a bare "2017" may also count something
            senses = (*senses, Sense("number", "figure", number))
        return mention.stop, senses
    if phrase is not None:
        return at + phrase[0], phrase[1]
    number = number_of(tokens[at])
    if number is not None:
        return at + 1, (Sense("number", "figure", number),)
    place = ordinal_number(tokens[at].norm)
    if place is not None:
        return at + 1, (Sense("ordinal", str(place)),)
    return at + 1, (Sense("unknown", tokens[at].text),)


def number_of(token: Token) -> float | int | None:
    """The number a token writes in digits."""
    if token.is_number and token.norm.isdigit():
        return int(token.norm)
    if token.is_number:
        try:
            return float(token.norm)
        except ValueError:
            return None
    return None


def read_as(written: str, read: str) -> str:
    """The note that a word was taken for a slip of another."""
    return say.read_as(written, read)
