"""The offline interpreter: a question, perhaps in a thread, to a Query, a question back, or a reason why not. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from bot.query import Query
from bot.understand import foia
from bot.understand.appositions import fold_appositions
from bot.understand.asides import fold_asides
from bot.understand.assemble import assemble
from bot.understand.blanks import fold_blanks
from bot.understand.bounds import fold_bounds
from bot.understand.choices import outcome_of
from bot.understand.denials import fold_denials
from bot.understand.draft import Draft, Stuck
from bot.understand.each_of import fold_each
from bot.understand.ellipsis import asks_who, fold_bare, whatever
from bot.understand.foia_names import FoiaNames
from bot.understand.forms import forms
from bot.understand.lexicon import Lexicon
from bot.understand.marks import check_marks
from bot.understand.match import pieces_of
from bot.understand.namesakes import told_apart
from bot.understand.normalise import clean, quotes
from bot.understand.openers import begins_anew, behind_apology
from bot.understand.outcome import Decline, Outcome, Span, Thread, Understood
from bot.understand.pieces import Piece
from bot.understand.places import fold_places
from bot.understand.pointing import lone_there
from bot.understand.portions import fold_portions
from bot.understand.preamble import set_aside
from bot.understand.repairs import fold_repairs
from bot.understand.reports import fold_reports
from bot.understand.same_name import second_level
from bot.understand.standings import fold_standings
from bot.understand.suspicion import before_assembling, before_reading
from bot.understand.taken_back import fold_taken_back
from bot.understand.takeouts import fold_takeouts
from bot.understand.twofold import TWO, in_two
from bot.understand.which_county import fold_which_county
from bot.understand.whole import fold_whole


class Interpreter:
    """Reads questions by one edition's lexicon. Cheap to make; keeps nothing of what it was asked."""

    def __init__(self, lexicon: Lexicon, foia_names: FoiaNames | None = None) -> None:
        self.lexicon = lexicon
        self.foia_names = foia_names or FoiaNames()

    def interpret(self, question: str, thread: Thread | None = None) -> Outcome:
        """What the question comes to. Never raises for any text."""
        from bot.understand.follow_open import says_more, still_open
        from bot.understand.thread import answer_open, in_thread, is_fragment

        try:
            before_reading(question)
            reading = Reading.of(question, self.lexicon)
            anew, denies = begins_anew(reading), False
            if anew is not None:
                reading, thread = anew, None
            elif thread is not None and thread.messages:
                said = reading
                reading, denies = behind_apology(said)
                reading.corrects = reading is not said
            elif reading.pieces and reading.pieces[0].words == "no":
                reading, _ = behind_apology(reading)  # "no, how many in Denver": nothing is left out
            last = thread.last if thread is not None else None
            fragment = last if is_fragment(reading.pieces) else None
            if foia.says_so(reading.pieces) is not None:
                return foia.read(reading.draft(follow_up=fragment is not None), self.foia_names, fragment)
            if not self.lexicon.reports and not self.foia_names.releases:
                raise Stuck("nothing_loaded")
            if thread is not None and thread.open is not None:
                if says_more(thread.open, reading, thread):
                    raise Stuck("no_context", thread.messages[-1])
                answered = None if denies else answer_open(reading, thread.open)
                if answered is not None:
                    return answered
                again = still_open(thread.open, reading, denies=denies)
                if again is not None:
                    return again  # a fragment has nothing to lean on until the question back is answered
            if fragment is not None and fragment.subject == foia.SUBJECT:
                return foia.read(reading.draft(follow_up=True), self.foia_names, fragment)
            if not self.lexicon.reports:
                raise Stuck("only_foia_loaded")
            return in_thread(reading, thread) if thread is not None else reading.alone()
        except Stuck as stuck:
            return outcome_of(stuck, None, self.lexicon)


class Reading:
    """One message, cut into pieces, ready to be assembled; again and again with other senses of a doubtful piece."""

    def __init__(
        self, pieces: list[Piece], notes: Sequence[str], quoted: Sequence[str], lexicon: Lexicon, settled: int = 0
    ) -> None:
        self.pieces, self.notes, self.quoted, self.lexicon = pieces, tuple(notes), tuple(quoted), lexicon
        self.settled = settled
        """How many doubtful words were settled to get here; choices of choices end somewhere."""
        self.corrects = False
        """Whether it takes back the message before: "no, I meant Texas"."""
        self.before: tuple[str, ...] = ()
        """The messages before it, in a thread."""

    @classmethod
    def of(cls, question: str, lexicon: Lexicon) -> Reading:
        """The pieces of a message."""
        text = clean(question)
        pieces, notes = pieces_of(text, lexicon)
        pieces = fold_repairs(fold_reports(second_level(fold_places(asks_who(pieces), lexicon)), lexicon))
        pieces = fold_bare(pieces, lexicon)
        pieces = fold_takeouts(fold_each(fold_appositions(pieces, lexicon), lexicon), lexicon)
        pieces = fold_portions(fold_standings(fold_which_county(pieces, lexicon), lexicon))
        pieces = fold_bounds(fold_blanks(fold_denials(pieces)))
        pieces = fold_whole(fold_taken_back(fold_asides(pieces)), lexicon)
        return cls(pieces, notes, _criteria_quotes(text, pieces), lexicon)

    def draft(self, *, follow_up: bool = False) -> Draft:
        """A fresh draft: no piece used."""
        fresh = [p.narrowed(*p.senses) for p in self.pieces]
        draft = Draft(fresh, self.lexicon, notes=list(self.notes), follow_up=follow_up)
        draft.before, draft.corrects = self.before, self.corrects
        return draft

    def alone(self) -> Outcome:
        """The message read by itself; as two questions when it is no single one."""
        outcome = self.alone_once()
        if isinstance(outcome, Understood):
            return outcome
        return set_aside(self) or (in_two(self) if outcome.code in TWO else None) or outcome

    def alone_once(self) -> Outcome:
        """The message read as one question."""
        draft = self.draft()
        try:
            before_assembling(draft.pieces, follow_up=False)
            whatever(draft)
            _points_nowhere(draft)
            query = assemble(draft, self.quoted)
            check_marks(query, draft)
        except Stuck as stuck:
            return outcome_of(stuck, self, self.lexicon)
        return understood(query, draft)

    def part(self, start: int, stop: int) -> Reading:
        """A stretch of the message as a message of its own."""
        return self.of_pieces(fold_whole(list(self.pieces[start:stop]), self.lexicon))

    def of_pieces(self, pieces: list[Piece]) -> Reading:
        """Some of the message's pieces as a message of its own."""
        return Reading(pieces, self.notes, self.quoted, self.lexicon, self.settled)

    def with_piece(self, at: int, piece: Piece) -> Reading:
        """The same message with one piece narrowed."""
        pieces = [piece if k == at else p for k, p in enumerate(self.pieces)]
        return Reading(pieces, self.notes, self.quoted, self.lexicon, self.settled + 1)


def understood(query: Query, draft: Draft) -> Understood:
    """The outcome for a plan, with the spans that every word filled."""
    query, note = told_apart(query, draft.lexicon)
    return Understood(query, spans_of(draft.pieces), tuple(dict.fromkeys([*draft.notes, *([note] if note else [])])))


def _points_nowhere(draft: Draft) -> None:
    """Raise Stuck for a "there" with no place before it, in the message or the thread: every row was not asked for.

    "in there" with none is the reports themselves ("what's the oldest detainer in there?").
    """
    pointing = next((p for p in draft.pieces if lone_there(p) and p.words == "there"), None)
    if pointing is not None and not draft.has("place:mention", "value:facility", "value:aor"):
        raise Stuck("no_context", pointing.text)


def spans_of(pieces: Sequence[Piece]) -> tuple[Span, ...]:
    """The pieces as spans of the message, with their roles."""
    return tuple(Span(p.start, p.end, p.text, p.used or "none") for p in pieces)


_QUOTES_FOLLOW = forms("interpreter", "quotes_follow")


def _criteria_quotes(text: str, pieces: Sequence[Piece]) -> list[str]:
    """Quoted words that are looked for in a policy's criteria: "mention 'court order'"."""
    found = []
    for start, end, inside in quotes(text):
        before = [p for p in pieces if p.end <= start]
        if before and (before[-1].has("cue:mention") or before[-1].words in _QUOTES_FOLLOW):
            found.append(inside)
            for piece in pieces:
                if start <= piece.start < end:
                    piece.use("quoted")
    return found


def declined(outcome: Outcome) -> bool:
    """Whether an outcome is a refusal to answer."""
    return isinstance(outcome, Decline)
