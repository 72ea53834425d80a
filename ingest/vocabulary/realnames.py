"""Names that exist and so are never a slip for another: every US county, some 20,000 towns, states, countries, peoples.

Without it "Salida", a town in Colorado, would be one slip or two away from Saline County.
"""

from __future__ import annotations

from functools import lru_cache

from ingest.vocabulary.cities import cities_named
from ingest.vocabulary.countries import countries_meant, region_named
from ingest.vocabulary.places import counties_named
from ingest.vocabulary.states import canonical_state
from ingest.vocabulary.tables import listing, read_csv
from ingest.vocabulary.text import fold

FILE = "us_place_names.csv"


@lru_cache(maxsize=1)
def _towns() -> frozenset[str]:
    return frozenset(row[0] for row in read_csv(FILE))


def is_real_name(phrase: str) -> bool:
    """Whether the phrase, as written, is the name of a place, a country or a people, in our lists or not."""
    return bool(
        canonical_state(phrase)
        or countries_meant(phrase)
        or region_named(phrase)
        or counties_named(phrase)
        or cities_named(phrase)
        or fold(phrase) in _towns()
    )


def describe() -> list[dict[str, str]]:
    """The data file by column name, for the docs."""
    return listing(FILE)
