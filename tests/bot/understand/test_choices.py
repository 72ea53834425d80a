"""Two words in doubt are asked at once: settling one leaves the other to nobody."""

from __future__ import annotations

import pytest

from bot.ask import Desk
from bot.query import Place
from bot.understand.choices import outcome_of
from bot.understand.draft import Stuck
from bot.understand.lexicon import Lexicon
from bot.understand.outcome import Choice, Clarify, Outcome, Understood
from bot.understand.pieces import Piece
from bot.understand.words import Sense


@pytest.fixture(scope="module")
def named_twice(desk: Desk) -> str:
    """A county's name of which the samples list two."""
    counties: dict[str, set[str]] = {}
    for place in desk.loaded().lexicon.refusal_places:
        if place.county:
            counties.setdefault(place.county, set()).add(place.state)
    return next(name for name, states in sorted(counties.items()) if len(states) == 2)


@pytest.mark.parametrize("message", ["assaults in {}", "thefts in {} county", "{} county assaults by week"])
def test_which_county_and_which_offense_are_asked_at_once(message: str, named_twice: str, desk: Desk) -> None:
    answer = desk.ask(message.format(named_twice.lower()))
    assert answer.status == "clarify"
    assert len(answer.choices) >= 4
    assert all("; " in str(choice) and named_twice in str(choice) for choice in answer.choices)


def test_a_reply_settles_one_of_the_two_and_the_other_is_asked_again(named_twice: str, desk: Desk) -> None:
    first = f"assaults in {named_twice.lower()}"
    places = [p for p in desk.loaded().lexicon.refusal_places if p.county == named_twice]
    state = sorted(p.state for p in places)[0]
    answer = desk.ask(state.lower(), desk.replay([first]))
    assert answer.status == "clarify"
    assert all(state in str(choice) for choice in answer.choices)
    query = desk.ask("the first", desk.replay([first, state.lower()])).query
    assert query is not None
    assert Place(state=state, county=named_twice) in [v for f in query.filters for v in f.values]


def test_both_ways_are_not_one_of_them(named_twice: str, desk: Desk) -> None:
    for reply in ("all", "both", "every one"):
        answer = desk.ask(reply, desk.replay([f"assaults in {named_twice.lower()}"]))
        assert answer.status != "answered", reply


class Doubtful:
    """A message of one doubtful word whose readings come to what they are told to."""

    def __init__(self, outcomes: list[Outcome], lexicon: Lexicon, settled: int = 0) -> None:
        self.outcomes, self.lexicon, self.settled = outcomes, lexicon, settled
        self.pieces = [Piece(0, 1, 0, 2, "it", "", (Sense("date", "day"),))]

    def with_piece(self, at: int, piece: Piece) -> Doubtful:
        return Doubtful([self.outcomes.pop(0)], self.lexicon, self.settled + 1)

    def alone(self) -> Outcome:
        return self.outcomes[0]


def choices_of(outcomes: list[Outcome], lexicon: Lexicon) -> Outcome:
    return outcome_of(Stuck("date_from", "it", ask=True), Doubtful(outcomes, lexicon), lexicon)


def test_one_reading_in_doubt_and_one_that_is_not_are_all_offered(desk: Desk) -> None:
    lexicon = desk.loaded().lexicon
    plans = [desk.ask(q).query for q in ("how many mexicans", "how many hondurans", "how many in texas")]
    one, other, third = [p for p in plans if p is not None]
    asked = Clarify("which_place", "Which?", (Choice("a", one), Choice("b", other)))
    outcome = choices_of([asked, Understood(third)], lexicon)
    assert isinstance(outcome, Clarify)
    assert [c.query for c in outcome.choices] == [one, other, third]


def test_more_ways_than_can_be_shown_are_declined(desk: Desk) -> None:
    lexicon = desk.loaded().lexicon
    plans = [desk.ask(f"how many in week {n} in {where}").query for n in (1, 2, 3) for where in ("texas", "ohio")]
    asked = [
        Clarify("which_place", "Which?", tuple(Choice(str(n), p) for n, p in enumerate(plans) if p is not None)),
        Clarify("which_place", "Which?", tuple(Choice(str(n), p) for n, p in enumerate(plans[::-1]) if p is not None)),
    ]
    outcome = choices_of([*asked], lexicon)
    assert not isinstance(outcome, Understood | Clarify)
