"""Which place a name means, among those of the view asked about."""

from __future__ import annotations

from bot.messages import reading as words
from bot.messages import understand as say
from bot.query import FieldName, Place
from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.lexicon import Lexicon
from bot.understand.near_names import nearly_called
from bot.understand.places import NYC, Mention, Option, city_option, county_label
from bot.understand.same_name import namesake
from bot.understand.values import jails_called
from ingest.vocabulary.cities import cities_named, city_counties


def place_condition(draft: Draft, at: int) -> Cond:
    """The filter for a place mention. Raises Stuck to ask when it can be several places."""
    piece = draft.pieces[at]
    if (jail := _at_a_jail(draft, at)) is not None:
        draft.use(at, "filter:facility")
        return jail
    mention: Mention = piece.value("place:mention")
    options = namesake(draft, at) or settle(draft, at, mention)
    if not options:
        raise Stuck("no_such_place", piece.text)
    if len(options) > 1:
        raise Stuck("which_place", piece.text, ask=True, options=options)
    option = options[0]
    if near := nearly_called(draft, at, option, view_places(draft)):
        raise Stuck("which_place", piece.text, ask=True, options=(*near, option))
    if _rather_a_jail(draft, at, option):
        raise Stuck("which_place", piece.text, ask=True, options=(option,), detail=piece.words)
    if option.note:
        draft.notes.append(option.note)
    draft.use(at, "filter:place")
    return condition(draft, at, option)


def _at_a_jail(draft: Draft, at: int) -> Cond | None:
    """ "how many at Vista": the one jail of that name, where the county's figure is of more; "in Vista" is the town."""
    before = draft.pieces[at - 1] if at else None
    if draft.subject != "refusals" or before is None or before.words != "at" or draft.pieces[at].gap:
        return None
    jails = jails_called(draft.pieces[at].words, draft.lexicon)
    return Cond(at, "facility", "is", (jails[0],), stop=at + 1) if len(jails) == 1 else None


def _rather_a_jail(draft: Draft, at: int, option: Option) -> bool:
    """ "Riverside": a county without rows, and the own name of a jail elsewhere that has some."""
    mention: Mention = draft.pieces[at].value("place:mention")
    if draft.subject != "refusals" or mention.forced or option.level == "state":
        return False
    rows = any(p in draft.lexicon.refusal_places for p in option.places)
    return not rows and bool(jails_called(draft.pieces[at].words, draft.lexicon))


def condition(draft: Draft, at: int, option: Option) -> Cond:
    """The filter for one option, by the subject's own columns."""
    if draft.subject == "policies":
        return _policy_condition(draft, at, option)
    places = option.places
    if draft.subject == "issued":
        places = _issued_places(option, draft.lexicon)
    field: FieldName = "place"
    label = option.label if len(places) > 1 or option.label == NYC else ""
    return Cond(at, field, "is", places, label=label, stop=at + 1)


def _issued_places(option: Option, lexicon: Lexicon) -> tuple[Place, ...]:
    """New York City is one entry of Section I; its boroughs have none."""
    city = Place(state="New York", county=NYC)
    return (city,) if option.label == NYC and city in lexicon.issued_places else option.places


def _policy_condition(draft: Draft, at: int, option: Option) -> Cond:
    if option.state == "District of Columbia":
        own = dict.fromkeys(e.jurisdiction for e in draft.lexicon.policies if e.state == option.state)
        if own:  # a state of one place: its entry is its own
            return Cond(at, "jurisdiction", "is", tuple(own), label=str(option.state), stop=at + 1)
    if option.level == "state" or option.state == "District of Columbia":
        return Cond(at, "state", "is", (option.state,), stop=at + 1)
    names = [e.jurisdiction for e in draft.lexicon.policies if _entry_is(e.town, e.county, e.state, option)]
    if not names:
        return Cond(at, "place", "is", option.places, label=option.label, stop=at + 1)
    return Cond(at, "jurisdiction", "is", tuple(dict.fromkeys(names)), label=option.label, stop=at + 1)


def _entry_is(town: str | None, county: str | None, state: str | None, option: Option) -> bool:
    for place in option.places:
        if state != place.state:
            continue
        if place.city:
            if town == place.city and (county or None) == (place.county or None):
                return True
        elif (
            (county == place.county and not town)
            or (town == place.county and option.level in ("county", "city"))
            or (option.label == NYC and town == NYC)
        ):
            return True
    return False


def settle(draft: Draft, at: int, mention: Mention) -> tuple[Option, ...]:
    """The options that remain: one when the question or the data decide, several when the reader has to."""
    options = mention.options
    if draft.subject != "policies":  # only Section III lists towns; elsewhere a town is asked about by its county
        options = tuple(o for o in options if o.level != "town") or tuple(_county_of_town(o) for o in options)
        options = tuple(_said_city(o) for o in options) if mention.forced == "city" else options
    if len(options) <= 1:
        return options
    if mention.forced and mention.forced != "county" and len({o.level for o in options}) == 1 and len(options) == 1:
        return options
    listed = view_places(draft)
    states = tuple(o for o in options if o.level == "state")
    if states and not mention.forced:
        return _state_or(draft, at, options, states, listed)
    fits = in_states_named(draft, at, options)
    here = tuple(o for o in fits if any(_in_view(p, o, listed) for p in o.places))
    if draft.subject == "policies":
        return _one_town(here) if here else _none_listed(_one_town(fits))
    towns = tuple(o for o in here if o.level != "town") or here
    bare = fits == options and not mention.forced
    if len(towns) == 1:
        return _with_larger(_or_city(towns[0], options), options) if bare else towns
    if not here:
        everywhere = draft.lexicon.refusal_places | draft.lexicon.issued_places | draft.lexicon.policy_places
        cities = tuple(o for o in fits if o.level == "city")
        if len(cities) == 1 and not any(p in everywhere for o in fits for p in o.places):
            return cities
        elsewhere = tuple(o for o in fits if any(p in everywhere for p in o.places))
        counties = tuple(o for o in elsewhere if o.level != "town")
        found = _distinct(counties or elsewhere or fits)
        return _with_larger(found, options) if bare and len(found) == 1 else found
    return _distinct(towns)


def _county_of_town(option: Option) -> Option:
    """A town that Section III lists, by the county that rows are listed under."""
    place = option.places[0]
    cities = [c for c in cities_named(str(place.city)) if c.state == place.state]
    county = place.county or next((c.report_name for city in cities for c in city_counties(city)[:1]), None)
    if county is None:
        return option
    return option._replace(level="county", places=(Place(state=place.state, county=county),))


def _said_city(option: Option) -> Option:
    """ "The city of Dallas": told that the figure is that of the county of its name."""
    name = str(option.places[0].county)
    city = next((c for c in cities_named(name) if c.state == option.state and c.relation == "part_of"), None)
    if option.note or option.level != "county" or city is None:
        return option
    return option._replace(note=say.city_in_county(name, county_label(option.state, name)))


def _or_city(found: Option, options: tuple[Option, ...]) -> tuple[Option, ...]:
    """With the cities of the name where it is a county that people call otherwise: "Richmond" is the city in Virginia
    before it is Staten Island."""
    name = f"{found.places[0].county} City"
    cities = tuple(o for o in options if o.places[0].county == name and o.state != found.state)
    return (found, *cities) if found.level == "county" else (found,)


def _with_larger(found: tuple[Option, ...], options: tuple[Option, ...]) -> tuple[Option, ...]:
    """With the larger cities of the same name: "Springfield" is not the one in Oregon because only that is loaded.

    Names such as Portland, whose largest is the one loaded, are plain.
    """
    option = found[0]
    name = option.label.partition(" (")[0]
    if option.level != "city" or not option.note:
        return found
    before = []
    for city in cities_named(name):  # the larger first
        if city.state == option.state:
            break
        before.append(city.state)
    return (*found, *(o for o in options if o.level == "city" and o.state in before))


def _distinct(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """Options with the same places are one."""
    return tuple({o.places: o for o in reversed(options)}.values())[::-1]


def _one_town(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """Section III lists towns and counties: "Denver" is both of its entries, so one option with the plainest level."""
    levels = {o.level for o in options}
    if len({(o.state, o.places[0].county or o.places[0].city) for o in options}) == 1 and len(levels) > 1:
        return options[:1]
    return _distinct(options)


def _none_listed(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """Places of a name of which Section III lists none: no policy of any of them, whichever is meant."""
    if len(options) < 2 or any(o.level != "county" or len(o.places) != 1 for o in options):
        return options
    label = words.either([o.label for o in options])
    return (options[0]._replace(places=tuple(o.places[0] for o in options), label=label),)


def _in_view(place: Place, option: Option, listed: frozenset[Place]) -> bool:
    return place in listed or (option.label == NYC and Place(state="New York", county=NYC) in listed)


def view_places(draft: Draft) -> frozenset[Place]:
    """The places that the subject's view holds."""
    lexicon = draft.lexicon
    return {
        "refusals": lexicon.refusal_places,
        "issued": lexicon.issued_places,
        "policies": lexicon.policy_places,
        "corrections": lexicon.corrected_places,
    }.get(draft.subject, lexicon.refusal_places)


def in_states_named(draft: Draft, at: int, options: tuple[Option, ...]) -> tuple[Option, ...]:
    """Only the options in a state that the question names elsewhere, when there are such."""
    named = {
        o.state
        for k, piece in enumerate(draft.pieces)
        if k != at and piece.has("place:mention")
        for o in piece.value("place:mention").options
        if o.level == "state" and len(piece.value("place:mention").options) >= 1
    }
    inside = tuple(o for o in options if o.state in named)
    return inside or options


def _state_or(
    draft: Draft, at: int, options: tuple[Option, ...], states: tuple[Option, ...], listed: frozenset[Place]
) -> tuple[Option, ...]:
    """A state's name that is also a county's or city's: the words around it decide, else the rows, else the reader."""
    name = draft.pieces[at].words
    others = tuple(
        o for o in options if o.level != "state" and (name == "la" or any(_in_view(p, o, listed) for p in o.places))
    )
    if not others or _among_states(draft, at) or draft.has("dimension:county", "dimension:facility"):
        return states
    if draft.follow_up and not draft.county_before and name != "la":
        return states
    if name not in ("new york", "washington", "ny", "la"):
        return states
    if name == "ny" or (draft.subject == "policies" and name != "la"):
        return states
    if name == "new york":  # the city is more often meant than its county of that name
        others = (city_option(NYC, draft.lexicon),)
    return _distinct((*states, *others))


def _among_states(draft: Draft, at: int) -> bool:
    """Whether another place in the question is a state, or "states" are asked for."""
    if draft.has("dimension:state"):
        return True
    for k, piece in enumerate(draft.pieces):
        if k != at and piece.has("place:mention"):
            levels = {o.level for o in piece.value("place:mention").options}
            if "state" in levels:
                return True
    return False
