"""Place names in a question: what a name can be, and which of it is meant among the places of the view asked about.

A name with its state, or with "County" behind it, says what it is. A bare name is a state, else the one county of
that name that the view holds; with several it is a question to the reader, never a guess.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from bot.messages import understand as say
from bot.query import Place
from bot.understand.joined import told_by_case
from bot.understand.lexicon import Lexicon
from bot.understand.phrases import ADJECTIVE
from bot.understand.pieces import Piece, merged
from bot.understand.small_states import listed_small, people_of, small_state
from bot.understand.words import Sense
from ingest.vocabulary.cities import City, cities_named, city_counties
from ingest.vocabulary.places import County

NYC = "New York City"


_DC = "11001"  # its census code as a county


def spelled_county(county: County, lexicon: Lexicon) -> str:
    """A county as this edition spells it; an independent city that is not in it by its name with "City"."""
    plain = county.report_name
    if county.kind == "city" and not plain.endswith("City"):
        plain = f"{plain} City"
    return lexicon.spelled.get(county.fips, plain)


class Option(NamedTuple):
    """One thing a place name can be. `level`: state, county, city or town; `places`: alternatives of one filter."""

    level: str
    places: tuple[Place, ...]
    label: str
    note: str = ""

    @property
    def state(self) -> str:
        return self.places[0].state


def option_level(option: Option) -> str:
    """An independent city as reports list it is no county."""
    return "city" if str(option.places[0].county or "").endswith(" City") else option.level


@lru_cache(maxsize=4096)
def county_label(state: str, county: str) -> str:
    """ "Travis County, Texas"; the District and independent names as they are."""
    if county == state == "District of Columbia" or county.endswith((" Parish", " City", "City and Borough")):
        return county if county in (state, NYC) else f"{county}, {state}"
    from ingest.vocabulary.places import canonical_county

    known = canonical_county(county, state)
    plain = known is not None and known.kind in ("city", "district", "territory")
    word = "" if plain else f" {known.kind}" if known is not None else " County"  # Alaska's are boroughs
    return f"{county}{word}, {state}"


def options_of(piece: Piece, lexicon: Lexicon) -> tuple[Option, ...]:
    """Everything the name can be, each once: states first, then counties, towns and cities."""
    found: dict[tuple[str, tuple[Place, ...]], Option] = {}
    for sense in piece.senses:
        if sense.kind == "place":
            option = _option(sense, lexicon)
            if option is not None:
                known = found.get((option.level, option.places))
                if known is None or (known.note and not option.note):
                    found[option.level, option.places] = option
    notes = {o.places: o.note for o in found.values() if o.note and str(o.places[0].county).lower() not in piece.words}
    found = {k: o if o.note else o._replace(note=notes.get(o.places, "")) for k, o in found.items()}
    order = {"state": 0, "county": 1, "town": 2, "city": 3}
    return tuple(sorted(found.values(), key=lambda o: (order[o.level], o.label)))


def _option(sense: Sense, lexicon: Lexicon) -> Option | None:
    value = sense.value
    if sense.key in ("state", "state_in_capitals", ADJECTIVE):
        value = lexicon.printed_states.get(value, value)
        if value.lower() == "district of columbia":
            county = lexicon.spelled.get(_DC, value)
            return Option("county", (Place(state=value, county=county),), value)
        return Option("state", (Place(state=value),), value)
    if isinstance(value, County):
        name = spelled_county(value, lexicon)
        state = lexicon.printed_states.get(value.state, value.state)
        level = "city" if value.kind == "city" else "county"
        label = f"{name} (city), {state}" if level == "city" and value.name == name else county_label(state, name)
        return Option(level, (Place(state=state, county=name),), label)
    if isinstance(value, City):
        return _city_option(value, lexicon)
    if isinstance(value, Place) and NYC in (value.county, value.city):
        return None  # the city stands in the vocabulary
    if sense.key == "town":
        return Option("town", (value,), f"{value.city}, {value.state}")
    if sense.key == "listed":
        return Option("county", (value,), county_label(value.state, value.county))
    return None


def _city_option(city: City, lexicon: Lexicon) -> Option | None:
    counties = city_counties(city)
    if not counties:
        return None
    names = [spelled_county(c, lexicon) for c in counties]
    state = lexicon.printed_states.get(city.state, city.state)
    if city.relation == "part_of":
        names = names[:1]
    places = tuple(Place(state=state, county=name) for name in names)
    if city.relation in ("part_of", "consolidated") and city.name not in names:
        note = say.city_in_county(city.name, county_label(city.state, names[0]))
        return Option("city", places, f"{city.name} ({county_label(city.state, names[0])})", note)
    if city.relation == "part_of":
        return Option("county", places, county_label(city.state, names[0]))
    known = len(names) > 1 or city.name.removeprefix("The ") in names or counties[0].kind == "district"
    note = "" if known else say.city_is_county(city.name, county_label(city.state, names[0]))
    return Option("city", places, f"{city.name}, {city.state}" if city.name != NYC else NYC, note)


def city_option(name: str, lexicon: Lexicon, state: str = "") -> Option:
    """The option for a city of the vocabulary, in this state if one is named. Raises LookupError for an unknown one."""
    city = next((c for c in cities_named(name) if state in ("", c.state)), None)
    option = _city_option(city, lexicon) if city is not None else None
    if option is None:
        raise LookupError(name)
    return option


class Mention(NamedTuple):
    """A place as mentioned: its options after the words beside it were heard ("County", "state", the state's name)."""

    text: str
    options: tuple[Option, ...]
    forced: str = ""


def fold_places(pieces: list[Piece], lexicon: Lexicon) -> list[Piece]:
    """Every place name with the words that belong to it becomes one piece 'place:mention'."""
    at = 0
    while at < len(pieces):
        if pieces[at].has("place"):
            made = _mention_at(pieces, at, lexicon)
            if made is not None:
                start, stop, piece = made
                pieces[start:stop] = [piece]
                at = start
        at += 1
    return _with_own_state(pieces)


def _with_own_state(pieces: list[Piece]) -> list[Piece]:
    """ "Boulder County in Colorado plus Travis County in Texas": each state is its county's, and no bound on both.

    It is left as the bound on all where another name may be in it ("Montgomery and Travis in Texas"), and of a share,
    of which it may be the whole ("what percent is Travis of Texas").
    """
    named = [k for k, p in enumerate(pieces) if p.has("place:mention")]
    if len(named) < 3 or any(p.has(*_PARTED) for p in pieces):
        return pieces
    found = [
        k for k, state in pairwise(named) if state == k + 2 and pieces[k + 1].words == "in" and not _apart(pieces, k)
    ]
    lone = [k for k in named if k not in found and k - 2 not in found]
    if not all(_sole_in_state(pieces, k, lone) for k in found):
        return pieces
    for k in reversed(found):
        mention = Mention(pieces[k].text, pieces[k].value("place:mention").options, "state")
        pieces[k : k + 3] = [merged(pieces[k : k + 3], Sense("place", "mention", mention))]
    return pieces


def _apart(pieces: list[Piece], at: int) -> bool:
    return bool(pieces[at + 1].gap or pieces[at + 2].gap)


def _sole_in_state(pieces: list[Piece], at: int, lone: list[int]) -> bool:
    """Whether a name can only be in the state behind it, and none without a state needs that state to be told."""
    own, state = (pieces[k].value("place:mention").options for k in (at, at + 2))
    inside = {o.state for o in state if o.level == "state"}
    if any(o.level == "state" or o.state not in inside for o in own):
        return False
    others = [[o.state in inside for o in pieces[k].value("place:mention").options if o.level != "state"] for k in lone]
    return all(all(here) or not any(here) for here in others)


_PARTED = ("measure:share", "measure:claim_half", "measure:rate", "cue:account")


def _mention_at(pieces: list[Piece], at: int, lexicon: Lexicon) -> tuple[int, int, Piece] | None:
    piece = pieces[at]
    options = options_of(piece, lexicon)
    start, stop, forced = at, at + 1, ""
    before = pieces[at - 1] if at else None
    if before is not None and before.has("suffix:state_of", "suffix:county_of", "suffix:city_of") and not piece.gap:
        forced = next(s.key for s in before.senses if s.kind == "suffix").removesuffix("_of")
        kept = _of_level(options, forced)
        start, options = (at - 1, kept) if kept else (start, options)
        forced = forced if kept else ""
    if not forced and stop < len(pieces) and not pieces[stop].gap and not small_state(piece):
        behind = pieces[stop + 1] if stop + 1 < len(pieces) and not pieces[stop + 1].gap else None
        owned = behind is not None and behind.has("noun:number", "measure:share")
        forced, options = _with_suffix(pieces[stop], piece, options, owned=owned)
        stop += bool(forced)
    if people_of(pieces, at):
        return at, at + 1, piece.narrowed(_unknown(piece))
    inside = _state_after(pieces, stop, options)
    if inside is not None:
        stop, options, forced = *inside, forced or "state"
    words = [] if told_by_case(pieces, at) else [s for s in piece.senses if s.kind != "place"]
    if inside is None and small_state(piece) and (listed := listed_small(pieces, at)) is not None:
        sense = Sense("place", "mention", Mention(piece.text, options, "state")) if listed else _unknown(piece)
        return at, at + 1, piece.narrowed(sense)
    if not forced and not options:
        return None
    if not forced and _rather_a_word(piece, options, lexicon):
        return (at, at + 1, piece.narrowed(*words)) if words else (at, at + 1, piece.narrowed(_unknown(piece)))
    mention = Sense("place", "mention", Mention(piece.text, options, forced))
    return start, stop, merged(pieces[start:stop], mention, *([] if forced else words))


def _unknown(piece: Piece) -> Sense:
    return Sense("unknown", piece.text)


def _of_level(options: Iterable[Option], level: str) -> tuple[Option, ...]:
    if level == "city":
        return tuple(o for o in options if o.level in ("city", "town")) or tuple(
            o for o in options if o.level == "county"
        )
    if level == "county":
        return tuple(o for o in options if o.level == "county")
    return tuple(o for o in options if o.level == level)


def _with_suffix(
    word: Piece, piece: Piece, options: tuple[Option, ...], *, owned: bool
) -> tuple[str, tuple[Option, ...]]:
    if word.words == "states" == word.text.lower() and owned and (kept := _of_level(options, "state")):
        return "state", kept  # "New York states total"
    for level in ("county", "state", "city"):
        if (word.has(f"suffix:{level}") or word.words == level) and (kept := _of_level(options, level)):
            if level == "county" and word.words.startswith("counties"):
                continue
            return level, kept
    return "", options


def _state_after(pieces: list[Piece], stop: int, options: tuple[Option, ...]) -> tuple[int, tuple[Option, ...]] | None:
    """ "Franklin, PA", "Clark County NV", "Franklin (Iowa)", "Franklin in Iowa": the options in that state."""
    at = stop
    if at + 1 < len(pieces) and pieces[at].words in ("in", "of") and not pieces[at].gap:
        at += 1
        if len({o.state for o in options}) < 2 and at == stop + 1:
            return None
    if at >= len(pieces) or pieces[at].gap not in ("", ",", "(", ".", ".,") or not pieces[at].has("place"):
        return None
    if small_state(pieces[at]) and pieces[at].has("padding") and any(o.level == "state" for o in options):
        return None  # "how many in texas, ok?"
    named = {s.value for s in pieces[at].senses if s.kind == "place" and s.key in ("state", "state_in_capitals")}
    inside = tuple(o for o in options if o.level != "state" and o.state in named)
    return (at + 1, inside) if inside else None


def _rather_a_word(piece: Piece, options: tuple[Option, ...], lexicon: Lexicon) -> bool:
    """Whether a bare name is more likely an ordinary word: "or", "may", "lake", "real"."""
    if small_state(piece):
        return True
    if options and all(o.state == "Puerto Rico" and o.level == "county" for o in options):
        return not any(_listed(o, lexicon) for o in options)  # "Carolina" is none of its municipios
    if all(s.key == "state_in_capitals" for s in piece.senses if s.kind == "place"):
        return False
    words = [s for s in piece.senses if s.kind not in ("place", "value", "offtopic")]
    if any(o.level in ("state", "city") for o in options) and not words:
        return False
    if words:
        return True
    return piece.text.islower() and not any(_listed(o, lexicon) for o in options) and piece.text in ordinary_words()


@lru_cache(maxsize=1)
def ordinary_words() -> frozenset[str]:
    """County names that are everyday words: taken for a place only with "County", a state or a capital."""
    from bot.semantic import prompt_data

    return frozenset(prompt_data("words_ordinary.yaml")["ordinary"])


def _listed(option: Option, lexicon: Lexicon) -> bool:
    known = lexicon.refusal_places | lexicon.issued_places
    return any(place in known for place in option.places)
