"""Values that the vocabulary cannot place, and jails that it knows in another county than the one printed.

Names to add, or printing errors. They are kept as printed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_VALUES = {
    "citizenship": "SELECT DISTINCT citizenship FROM main.refusals WHERE citizenship IS NOT NULL",
    "offense": "SELECT DISTINCT offense FROM main.refusals WHERE offense IS NOT NULL",
    "county": "SELECT DISTINCT county, state FROM main.refusals WHERE county IS NOT NULL",
    "aor": "SELECT DISTINCT aor FROM main.policies WHERE aor IS NOT NULL AND aor <> ''",
    "criteria": "SELECT DISTINCT unnest(string_split(criteria, ' | ')) FROM main.policies WHERE criteria IS NOT NULL",
}
_JAILS = "SELECT DISTINCT facility, county, state FROM main.refusals WHERE facility IS NOT NULL AND county IS NOT NULL"


def unknown_values(con: Any) -> list[dict[str, str]]:
    """{column, value} for each such value in the reports in force; `con` is open on the database."""
    found: list[dict[str, str]] = []
    for column, known in _tests().items():
        for value in sorted(con.execute(_VALUES[column]).fetchall()):
            if not known(value):
                found.append({"column": column, "value": ", ".join(value)})
    return found + _elsewhere(con)


def _elsewhere(con: Any) -> list[dict[str, str]]:
    """Jails that are known to stand in another county."""
    from ingest import messages
    from ingest.vocabulary.facilities import facility_county
    from ingest.vocabulary.places import canonical_county

    found = []
    for facility, county, state in sorted(con.execute(_JAILS).fetchall()):
        known, listed = facility_county(facility, state), canonical_county(county, state)
        if known is not None and listed is not None and known != listed:
            told = messages.stands_elsewhere(", ".join((facility, county, state)), known.full_name)
            found.append({"column": "facility", "value": told})
    return found


def _tests() -> dict[str, Callable[[tuple[str, ...]], bool]]:
    from ingest.vocabulary.countries import canonical_country
    from ingest.vocabulary.fieldoffices import field_office_named
    from ingest.vocabulary.offenses import classify
    from ingest.vocabulary.places import canonical_county
    from ingest.vocabulary.policies import unknown_bullets

    return {
        "citizenship": lambda value: canonical_country(value[0]) is not None,
        "offense": lambda value: classify(value[0]) is not None,
        "county": lambda value: canonical_county(value[0], value[1]) is not None,
        "aor": lambda value: field_office_named(value[0]) is not None,
        "criteria": lambda value: not unknown_bullets(value[0]),
    }
