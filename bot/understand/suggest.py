"""Questions that are known to work on what is loaded: shown with a refusal to answer, in help and on the home tab."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.messages import suggestions as say
from bot.query import Place
from bot.understand.lexicon import Lexicon
from bot.understand.pieces import Piece
from bot.understand.places import county_label


def suggestions(lexicon: Lexicon) -> list[str]:
    """Questions by values that are loaded, the commonest first; none when nothing is loaded."""
    if not lexicon.refusal_places:
        return []
    most = max((d for d in lexicon.declining if d.state and d.county), key=lambda d: (d.rows, d.state, d.county))
    state, county = str(most.state), str(most.county)
    place = county_label(state, county)
    countries = sorted(lexicon.nationals, key=lambda name: (-lexicon.nationals[name], name))
    made = [say.convictions(place), say.BY_STATE, say.OLDEST]
    if countries:
        made.append(say.citizenship(countries[0]))
    made += [say.BY_REPORT, say.TOP_OFFENSES, say.MEDIAN]
    if lexicon.issued:
        made.append(say.ISSUED)
    towns = [p for p in lexicon.policies if p.county == county and p.state == state]
    if towns:
        made.append(say.policy(place))
    if lexicon.corrections:
        made.append(say.CORRECTIONS)
    return made


def menu(lexicon: Lexicon) -> tuple[str, ...]:
    """One question of each kind that can be asked, with values that are loaded; each is known to work."""
    made = suggestions(lexicon)
    if not made:
        return ()
    place = made[0].removeprefix(say.CONVICTIONS_HEAD).split(" involved")[0]
    kinds = [
        say.refusals_in(place),
        say.BY_STATE,
        say.TOP_OFFENSES,
        say.CHARGED,
        say.COMPARED,
        say.MEDIAN,
        say.ISSUED,
        say.policy(place),
        say.WARRANT,
        say.CORRECTIONS,
        say.RELIABLE,
        say.WEEKS,
    ]
    return tuple(question for question in kinds if works(question, lexicon))


SHOWN = 3
_ABOUT_POLICY = ("motives", "opinion", "honored", "sanctuary", "cooperating", "two_sections", "not_in_policies")
_BY_CODE = {
    "demographics": (say.TOP_COUNTRIES, say.TOP_OFFENSES),
    "crime_rates": (say.TOP_OFFENSES, say.CHARGED),
    "after_release": (say.DEFINITION, say.TOP_OFFENSES),
    "deportation": (say.DEFINITION, say.BY_STATE),
    "names": (say.TOP_COUNTRIES, say.BY_STATE),
    "motives": (say.WHY_RISE, say.RELIABLE),
    "forecast": (say.WEEKS, say.WHY_RISE),
    "not_loaded": (say.WEEKS, say.BY_REPORT),
    "honored": (say.DEFINITION, say.RELIABLE),
    "cooperating": (say.POLICIES, say.WARRANT),
    "sanctuary": (say.POLICIES, say.WARRANT),
    "two_sections": (say.POLICIES, say.WARRANT),
    "source": (say.RELIABLE, say.WEEKS),
    "opinion": (say.RELIABLE, say.CORRECTIONS),
    "nothing_after": (say.WEEKS, say.BY_REPORT),
    "nothing_before": (say.WEEKS, say.BY_REPORT),
}


def near(code: str, pieces: Sequence[Piece], lexicon: Lexicon) -> tuple[str, ...]:
    """Questions that work, the nearest to what was asked first: its place, country or offense, then its matter."""
    if code == "help":
        return menu(lexicon)
    found: dict[str, None] = {}
    for question in (*_named(code, pieces, lexicon), *_BY_CODE.get(code, ()), *suggestions(lexicon)):
        if question not in found and len(found) < SHOWN and works(question, lexicon):
            found[question] = None
    return tuple(found)


def works(question: str, lexicon: Lexicon) -> bool:
    """Whether the desk answers this question. Remembered: every refusal to answer shows three, mostly the same."""
    from bot.understand.interpreter import Reading
    from bot.understand.outcome import Understood

    known = lexicon.answered.get(question)
    if known is None:
        reading = Reading.of(question, lexicon)
        reading.settled = 1  # no suggestions for suggestions
        known = lexicon.answered[question] = isinstance(reading.alone_once(), Understood)
    return known


def _named(code: str, pieces: Sequence[Piece], lexicon: Lexicon) -> Iterator[str]:
    """Questions about the values that were named, where the reports hold them."""
    for place in _places(pieces, lexicon):
        label = county_label(place.state, place.county) if place.county else place.state
        listed = any(p.state == place.state and place.county in (None, p.county) for p in lexicon.policies)
        if code in _ABOUT_POLICY and place.county and listed:
            yield say.policy(label)
        yield say.refusals_in(label)
        yield say.offenses_in(label)
    for piece in pieces:
        for sense in piece.senses:
            if sense.kind == "value" and sense.key == "citizenship" and sense.value in lexicon.citizenships:
                yield say.refusals_of(sense.value)
            elif sense.kind == "value" and sense.key == "offense" and sense.value in lexicon.offenses:
                yield say.refusals_for(sense.value)


def _places(pieces: Sequence[Piece], lexicon: Lexicon) -> list[Place]:
    """The places named that some report lists; none for a name that could be several of them."""
    listed = lexicon.refusal_places | lexicon.issued_places | lexicon.policy_places
    states = {p.state for p in listed}
    found: list[Place] = []
    for piece in pieces:
        if piece.has("place:mention"):
            options = [p for option in piece.value("place:mention").options for p in option.places]
            known = [p for p in options if (p.state in states if p.county is None else p in listed)]
            found += known[:1] if len({(p.state, p.county) for p in known}) == 1 else []
    return found
