"""What a generated report says: the truth that its PDF is read back against."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from random import Random

from ingest.vocabulary.places import County, counties

FACILITIES = (
    "{} County Jail",
    "{} County Main Jail",
    "{} County Adult Detention Center",
    "{} Correctional Facility",
    "{} County Inmate Reception Center",
    "{} City Jail",
    "{} County Sheriff’s Office – Central Booking",
    "Santa Rita Jail",
    "Metropolitan Detention Center",
    "State Jail",
)
COUNTRIES = (
    "Mexico",
    "Guatemala",
    "El Salvador",
    "Honduras",
    "Trinidad and Tobago",
    "China, Peoples Republic of",
    "Ussr",
    "Korea",
    "St. Vincent-Grenadines",
    "Dominican Republic",
    "Côte d’Ivoire",
    "Philippines",
)
OFFENSES = (
    "Assault",
    "Driving Under Influence Liquor",
    "Aggravated Assault – Family",
    "Larceny",
    "Traffic Offense",
    "Possession of Weapon",
    "Arson – Residence – Endangered Life",
    "Domestic Violence",
    "Violation of a Court Order",
    "Sex Offense – Against Child, Fondling",
    "Burglary",
    "Hit and Run",
    "Fraud – Impersonation",
    "Cocaine – Possession",
)
POLICIES = (
    "County Sheriff’s Office Decision",
    "City Council Resolution",
    "“Welcoming Village” Ordinance",
    "Department of Corrections Policy 12-5",
    "Municipal Code Change",
    "Board of Commissioners Resolution 2014-36",
)
CRITERIA = (
    "Will not honor ICE detainer",
    "Will not honor ICE detainer without a judicial warrant",
    "Will not honor ICE detainer unless supported by probable cause such as an arrest warrant",
    "Willing to only accept some requests for notifications, I-247N form.",
    "Willing to accept requests when the subject of the detainer request is charged with or has been convicted "
    "of Capital "
    "Murder, First Degree Murder, Aggravated Sexual Assault, or Continuous Smuggling of Persons",
    "Has three or more prior misdemeanor convictions",
)
_JAIL = "Travis County Correctional Complex at Del Valle"
TOWNS = ("Springfield", "Oak Park", "Iowa City", "South Tucson", "Amherst")
AORS = ("Chicago", "San Francisco", "New York City", "Saint Paul", "Salt Lake City", "")


@dataclass(frozen=True)
class RefusalFact:
    state: str
    county: str
    facility: str
    citizenship: str
    issued_on: date
    declined_on: date
    offense: str
    disposition: str


@dataclass(frozen=True)
class PolicyFact:
    place: str
    county: str
    state: str
    aor: str
    enacted: date
    policy: str
    criteria: tuple[str, ...]

    @property
    def jurisdiction(self) -> str:
        county = "" if not self.county else self.county if self.county.endswith("Parish") else f"{self.county} County"
        name = ", ".join(part for part in (self.place, county, self.state) if part)
        return f"{name} ({self.aor})" if self.aor else name


@dataclass(frozen=True)
class Facts:
    start: date
    nationwide: int
    issued: tuple[tuple[str, str, int], ...]
    refusals: tuple[RefusalFact, ...]
    policies: tuple[PolicyFact, ...]

    @property
    def end(self) -> date:
        return self.start + timedelta(days=6)

    @property
    def listed(self) -> int:
        return sum(count for _, _, count in self.issued)


@cache
def _plain_counties() -> tuple[County, ...]:
    return tuple(c for c in counties() if c.kind in ("County", "Parish") and c.name.isascii())


def make_facts(rng: Random, refusals: int, policies: int, issued: int) -> Facts:
    """Random rows: refusals sorted by state and county as the reports are, policies newest first."""
    start = date(2017, 1, 28) + timedelta(weeks=rng.randrange(60))
    rows = [_refusal(rng, start) for _ in range(refusals)]
    if rng.random() < 0.2:  # a week like the first: nearly all rows of one jail
        rows = [replace(row, state="Texas", county="Travis", facility=_JAIL) for row in rows]
    rows.sort(key=lambda row: (row.state, row.county, row.facility))
    entries = sorted((_policy(rng) for _ in range(policies)), key=lambda entry: entry.enacted, reverse=True)
    counts = sorted((rng.randrange(1, 90) for _ in range(issued)), reverse=True)
    places = rng.sample(_plain_counties(), issued)
    listed = tuple((c.report_name, c.state, n) for c, n in zip(places, counts, strict=True))
    return Facts(start, rng.randrange(2000, 4000), listed, tuple(rows), tuple(entries))


def _refusal(rng: Random, start: date) -> RefusalFact:
    county = rng.choice(_plain_counties())
    declined = start + timedelta(days=rng.randrange(7))
    issued = declined - timedelta(days=rng.choice([0, 1, 3, 20, 200, 2500]))
    return RefusalFact(
        county.state,
        county.report_name,
        rng.choice(FACILITIES).format(county.name),
        rng.choice(COUNTRIES),
        issued,
        declined,
        rng.choice(OFFENSES),
        rng.choice(["charge", "conviction"]),
    )


def _policy(rng: Random) -> PolicyFact:
    county = rng.choice(_plain_counties())
    place, in_county = rng.choice(
        [("", county.report_name), (rng.choice(TOWNS), ""), (rng.choice(TOWNS), county.report_name), ("", "")]
    )
    enacted = date(rng.randrange(2008, 2018), rng.randrange(1, 13), 1)
    criteria = tuple(rng.sample(CRITERIA, rng.choice([1, 1, 1, 2, 4])))
    return PolicyFact(place, in_county, county.state, rng.choice(AORS), enacted, rng.choice(POLICIES), criteria)
