"""Questions that are known to work on what is loaded: shown with a refusal to answer, in help and on the home tab."""

from __future__ import annotations

from collections import Counter

from bot.messages import suggestions as say
from bot.understand.lexicon import Lexicon
from bot.understand.places import county_label


def suggestions(lexicon: Lexicon) -> list[str]:
    """Questions by values that are loaded, the commonest first; none when nothing is loaded."""
    if not lexicon.refusals:
        return []
    (state, county), _ = Counter((r.state, r.county) for r in lexicon.refusals if r.state and r.county).most_common(1)[
        0
    ]
    place = county_label(str(state), str(county))
    countries = Counter(r.citizenship for r in lexicon.refusals if r.citizenship).most_common(1)
    made = [say.convictions(place), say.BY_STATE, say.OLDEST]
    if countries:
        made.append(say.citizenship(str(countries[0][0])))
    made += [say.BY_REPORT, say.TOP_OFFENSES, say.MEDIAN]
    if lexicon.issued:
        made.append(say.ISSUED)
    towns = [p for p in lexicon.policies if p.county == county and p.state == state]
    if towns:
        made.append(say.policy(place))
    if lexicon.corrections:
        made.append(say.CORRECTIONS)
    return made
