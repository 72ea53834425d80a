"""Sections about the week's refusals: total and change, charge or conviction, where, offenses, citizenship, age."""

from __future__ import annotations

from datetime import date
from typing import cast

from bot.messages import summary as say
from bot.summary.content import Bars, Fact, Listing, Section
from bot.summary.material import Material
from bot.summary.naming import leading, place_name


def change_text(m: Material) -> str:
    """The change on the week before, in the words used in headlines; empty of figures where that week is not loaded."""
    if not m.previous:
        return ""
    return say.change(m.count("change", "change"), m.count("change", "before"), m.week_of(m.previous))


def totals(m: Material) -> Section:
    """Refused, issued nationwide, and both beside the week before."""
    refused, standing = m.count("refused", "refusals"), m.count("refused", "standing")
    issued = cast("int | None", m.report["issued_nationwide"])
    sentences = [say.refused(refused, standing), f"{say.issued_nationwide(issued)} {say.not_a_rate()}"]
    facts = [
        m.fact("refused", "refused detainers", refused, "refused"),
        m.fact("refused_standing", "refused detainers, after ICE's corrections", standing, "refused"),
        m.fact("taken_back", "refused detainers that ICE has taken back", m.count("refused", "taken_back"), "refused"),
        m.fact("issued_nationwide", "detainers issued nationwide", issued, "reports"),
    ]
    if m.previous:
        sentences += _change_sentences(m)
        facts += _change_facts(m)
    else:
        sentences.append(say.no_week_before(date.fromordinal(m.start.toordinal() - 7)))
    sentences.append(say.posted(cast("date | None", m.report["posted_on"])))
    return Section(key="totals", title=say.SECTION_TITLES["totals"], sentences=tuple(sentences), facts=tuple(facts))


def _change_sentences(m: Material) -> list[str]:
    sentences = [change_text(m)]
    standing, before = m.count("refused", "standing"), m.count("change", "standing_before")
    if standing != m.count("refused", "refusals") or before != m.count("change", "before"):
        sentences.append(say.change_standing(standing, m.count("change", "standing_change"), before))
    issued = m.rows("issued_change").one()
    if issued["change"] is not None:
        sentences.append(say.issued_change(int(cast(int, issued["change"])), int(cast(int, issued["before"]))))
    return [*sentences, say.no_trend(m.resumed)]


def _change_facts(m: Material) -> list[Fact]:
    issued = m.rows("issued_change").one()
    standing = m.count("change", "standing_before")
    return [
        m.fact("refused_before", "refused detainers, the week before", m.count("change", "before"), "change"),
        m.fact("standing_before", "the week before, after ICE's corrections", standing, "change"),
        m.fact("change", "change on the week before", m.count("change", "change"), "change"),
        m.fact("change_standing", "change after ICE's corrections", m.count("change", "standing_change"), "change"),
        m.fact("issued_before", "detainers issued nationwide, the week before", issued["before"], "issued_change"),
        m.fact("issued_change", "change of detainers issued nationwide", issued["change"], "issued_change"),
    ]


def disposition(m: Material) -> Section:
    """Charged only, or convicted."""
    parts = [(str(d), cast(int, n), cast(int, s)) for d, n, s in m.rows("disposition").rows]
    total = m.count("refused", "refusals")
    names = {"charge": "charges", "conviction": "convictions"}
    facts = tuple(
        m.fact(names.get(name, "disposition_missing"), f"refusals, {name}", n, "disposition") for name, n, _ in parts
    )
    return Section(
        key="disposition",
        title=say.SECTION_TITLES["disposition"],
        sentences=(say.disposition(parts, total),) if parts else (),
        facts=facts,
        listings=(m.listing("disposition", say.SECTION_TITLES["disposition"]),),
    )


def places(m: Material) -> Section:
    """Counties with the most refusals, and the picture of them."""
    rows = m.rows("places").rows
    ranked = [(place_name(county, state), cast(int, n), cast(int, stands)) for county, state, n, stands in rows]
    states = len(m.rows("states").rows)
    sentences: tuple[str, ...] = ()
    chart, (top, tied) = None, leading(ranked)
    if ranked:
        sentences = (say.ranking("place/places", len(ranked), top, tied), say.states(states))
        total = m.count("refused", "refusals")
        shown, standing = ranked[:10], tuple(stands for _, _, stands in ranked[:10])
        chart = Bars(
            key="places",
            title=say.places_chart(*ranked[0][:2], total, m.start, m.end),
            alt=say.places_alt([(name, n) for name, n, _ in shown]),
            labels=tuple(name for name, _, _ in shown),
            values=tuple(n for _, n, _ in shown),
            standing=standing if any(n != stands for _, n, stands in shown) else None,
            axis=say.REFUSED_AXIS,
            notes=tuple(([say.more_places(len(ranked) - 10)] if len(ranked) > 10 else []) + m.limits_drawn()),
        )
    facts = (
        m.fact("places", "places with refusals", len(ranked), "places"),
        m.fact("states", "states with refusals", states, "states"),
        m.fact("places_tied", "more places with as many as the third", tied, "places"),
    )
    tables = (m.listing("places", say.TABLE_TITLES["places"]), m.listing("states", say.TABLE_TITLES["states"], 5))
    return Section(
        key="places", title=say.SECTION_TITLES["places"], sentences=sentences, facts=facts, listings=tables, chart=chart
    )


def offenses(m: Material) -> Section:
    """Notable criminal activity as ICE prints it."""
    return _ranked(m, "offenses", "offense/offenses")


def citizenships(m: Material) -> Section:
    """Countries of citizenship as ICE prints them."""
    return _ranked(m, "citizenships", "country/countries")


def _ranked(m: Material, key: str, noun: str) -> Section:
    rows = m.rows(key).records()
    name = m.rows(key).columns[0]
    ranked = [
        (str(row[name] or say.NOT_STATED), cast(int, row["refusals"]), cast(int, row["standing"])) for row in rows
    ]
    top, tied = leading(ranked)
    return Section(
        key=key,
        title=say.SECTION_TITLES[key],
        sentences=(say.ranking(noun, len(ranked), top, tied),) if ranked else (),
        facts=(
            m.fact(key, f"different {noun.split('/')[1]}", len(ranked), key),
            m.fact(f"{key}_tied", f"more {noun.split('/')[1]} with as many as the third", tied, key),
        ),
        listings=(m.listing(key, say.TABLE_TITLES[key]),),
    )


def age(m: Material) -> Section:
    """How long before the refusal the detainers had been issued."""
    whole, parts = m.rows("age").one(), m.rows("ages").one()
    buckets = [(key, int(cast(int, parts[key]))) for key in say.AGES]
    sentences: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    if whole["median_days"] is not None:
        median, most = say.number(whole["median_days"]), say.number(whole["most_days"])
        sentences = (say.age(median, most, cast(date, whole["oldest_issued_on"])), say.ages(buckets))
        facts = (
            m.fact("age_median", "median days from issue to refusal", whole["median_days"], "age", "days"),
            m.fact("age_most", "most days from issue to refusal", whole["most_days"], "age", "days"),
            m.fact("oldest_issued_on", "oldest request issued on", whole["oldest_issued_on"], "age", "date"),
            *(m.fact(f"age_{key}", f"issued {say.AGES[key]} before the refusal", n, "ages") for key, n in buckets),
        )
    table = Listing(
        key="ages",
        title=say.TABLE_TITLES["ages"],
        columns=("age", "refusals"),
        rows=tuple((say.AGES[key], n) for key, n in buckets),
        sql=m.rows("ages").sql,
    )
    return Section(
        key="age", title=say.SECTION_TITLES["age"], sentences=sentences, facts=facts, listings=(table,) if facts else ()
    )
