"""Questions that are known to work on what is loaded: shown with a refusal to answer, in help and on the home tab."""

from __future__ import annotations

from bot.messages import suggestions as say
from bot.understand.lexicon import Lexicon
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
