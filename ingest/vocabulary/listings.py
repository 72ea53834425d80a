"""What each data file of the vocabulary holds, for the docs that are generated from them."""

from __future__ import annotations

from ingest.vocabulary.tables import listing

FILES: dict[str, str] = {
    "states.csv": "States, the District of Columbia and the territories, with every way to write them",
    "counties.csv": "Counties and what is equal to one in 2017, with their census (FIPS) codes",
    "cities.csv": "Cities and regions by which people ask for a county, and the counties they lie in",
    "facilities.csv": "Jails whose place or other names are worth knowing",
    "facility_abbreviations.csv": "Short forms in the names of jails",
    "field_offices.csv": "ICE's field offices of 2017 and the states their areas of responsibility lie in",
    "countries.csv": "Countries as ICE prints them, with ISO codes and the words for their people",
    "regions.csv": "Groups of countries, with the source of each",
    "holidays.csv": "Days that people name, and where in the calendar they fall",
    "offense_classes.csv": "Rules that class a printed offense by NCIC series and UCR class, in the order tried",
    "offense_names.csv": "Names of offenses that reports print, with their NCIC codes",
    "offense_series.csv": "The series of the NCIC Uniform Offense Classifications",
    "offense_groups.csv": "The groups of offenses a question can ask for, with their sources",
    "offense_words.csv": "The words people use for offenses, and what each can mean",
    "requirement_kinds.csv": "Kinds of requirement in policies, with the words people use for them",
    "requirement_rules.csv": "The patterns by which policy criteria are told apart, with examples",
}

__all__ = ["FILES", "listing"]
