"""Sections about the rest of the report: Section I, policies, corrections and disputes, data checks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import cast

from bot.messages import summary as say
from bot.messages.answers import disputed_place
from bot.summary.content import Fact, Listing, Section
from bot.summary.material import Material
from bot.summary.naming import leading, place_name
from bot.summary.statements import Rows

_NAMED = 6  # policies named in a sentence; the table has them all


def issued(m: Material) -> Section:
    """Section I: detainers issued, never declined."""
    rows = m.rows("issued").rows
    ranked = [(place_name(county, state), cast(int, n), 0 if gone else cast(int, n)) for county, state, n, gone in rows]
    total, withdrawn = m.count("check_issued", "issued_listed"), sum(1 for row in rows if row[3])
    sentences: list[str] = []
    if ranked:
        top, _ = leading(ranked)
        sentences.append(say.issued_listed(len(ranked), total, top))
        if withdrawn:
            sentences.append(say.issued_withdrawn(withdrawn))
    return Section(
        key="issued",
        title=say.SECTION_TITLES["issued"],
        sentences=tuple(sentences),
        facts=(
            m.fact("issued_listed", "detainers issued to the jurisdictions of Section I", total, "check_issued"),
            m.fact("issued_places", "jurisdictions in Section I", len(ranked), "check_issued"),
            m.fact("issued_withdrawn", "entries of Section I taken back", withdrawn, "issued"),
        ),
        listings=(m.listing("issued", say.TABLE_TITLES["issued"], 12),),
    )


def policies(m: Material) -> Section:
    """Section III: how many entries, and what the week added, removed or changed."""
    total = m.count("policies", "policies")
    facts = [m.fact("policies", "entries of Section III", total, "policies")]
    sentences, tables = [say.policies(total)], list[Listing]()
    if m.previous:
        rows = {what: m.rows(f"policies_{what}") for what in say.POLICY_CHANGES}
        sentences.append(say.policies_change(*(len(r.rows) for r in rows.values())))
        for what, found in rows.items():
            key = f"policies_{what}"
            facts.append(m.fact(key, f"entries of Section III {what}", len(found.rows), key))
            tables.append(m.listing(key, say.POLICY_CHANGES[what], _NAMED))
            sentences += _names(say.POLICY_CHANGES[what], found)
    return Section(
        key="policies",
        title=say.SECTION_TITLES["policies"],
        sentences=tuple(sentences),
        facts=tuple(facts),
        listings=tuple(table for table in tables if table.rows),
    )


def _names(what: str, found: Rows) -> list[str]:
    names = [str(row[0]) for row in found.rows]
    return [say.policies_named(what, names[:_NAMED], max(0, len(names) - _NAMED))] if names else []


def corrections(m: Material) -> Section:
    """What ICE took back of this report, of the others, and who disputes the listing."""
    found = m.rows("corrections").records()
    here = [row for row in found if row["report_id"] == m.report_id]
    sentences = [say.corrections_here(len(here))]
    sentences += [
        say.correction_line(place_name(r["county"], r["state"]), str(r["section"]), str(r["effect"])) for r in here
    ]
    facts = [m.fact("corrections", "places of this report taken back", len(here), "corrections")]
    others = sorted({str(row["report_id"]) for row in found} - {m.report_id})
    for other in others:
        rows = [row for row in found if row["report_id"] == other]
        on = max((cast(date, row["posted_on"]) for row in rows if row["posted_on"]), default=None)
        sentences.append(say.corrections_elsewhere(m.week_of(other), len(rows), on))
        facts.append(m.fact(f"corrections_{other}", f"places of report {other} taken back", len(rows), "corrections"))
    disputes = _disputes(m)
    sentences += [say.dispute(text) for text in disputes]
    table = m.listing("corrections", say.TABLE_TITLES["corrections"])
    return Section(
        key="corrections",
        title=say.SECTION_TITLES["corrections"],
        quoted=(*map(m.week_of, others), *(cell for row in m.rows("disputes").rows for cell in row)),
        itemised=True,
        sentences=tuple(sentences),
        facts=(*facts, m.fact("disputes", "disputes about this report on file", len(disputes), "disputes")),
        listings=(table,) if table.rows else (),
    )


def _disputes(m: Material) -> list[str]:
    """What each place says against its entries, once however many sections it is about."""
    told: dict[str, None] = {}
    for row in m.rows("disputes").records():
        place = f"{row['place']}, {row['state']}" if row["place"] else place_name(row["county"], row["state"])
        on = say.day(cast(date, row["stated_on"])) if row["stated_on"] else ""
        told[disputed_place(place, str(row["text"]), str(row["stated_by"] or ""), on)] = None
    return list(told)


def checks(m: Material) -> Section:
    """The figures that the report states against those read from its rows."""
    rows = check_rows(m)
    failed = [row for row in rows if not row[3]]
    sentences = [say.checks(len(rows) - len(failed), len(rows))]
    sentences += [say.check_failed(str(name), str(stated), str(read)) for name, stated, read, _ in failed]
    table = Listing(
        key="checks",
        title=say.SECTION_TITLES["checks"],
        columns=("name", "stated", "read", "ok"),
        rows=tuple((name, stated, read, ok) for name, stated, read, ok in rows),
        sql=m.rows("check_rows").sql,
    )
    facts: tuple[Fact, ...] = (
        m.fact("checks", "checks made", len(rows), "check_rows"),
        m.fact("checks_failed", "checks that do not fit", len(failed), "check_rows"),
    )
    return Section(
        key="checks", title=say.SECTION_TITLES["checks"], sentences=tuple(sentences), facts=facts, listings=(table,)
    )


def check_rows(m: Material) -> Sequence[tuple[str, str, str, bool]]:
    """Each check: what it is, what the document states, what was read, whether they fit."""
    read, stated = m.count("check_rows", "rows_read"), cast("int | None", m.report["declined_stated"])
    late, outside = m.count("check_rows", "issued_after_refusal"), m.count("check_week", "outside_week")
    week = (m.end - m.start).days == 6 and m.start.weekday() == 5
    unfit, aside = (int(cast(int, m.report[name] or 0)) for name in ("checks_failed", "quarantined"))
    return [
        (say.CHECKS["stored"], "0", say.number(unfit), unfit == 0),
        (say.CHECKS["quarantined"], "0", say.number(aside), aside == 0),
        (say.CHECKS["declined_total"], say.number(stated), say.number(read), stated is None or stated == read),
        (say.CHECKS["declined_in_week"], "0", say.number(outside), outside == 0),
        (say.CHECKS["issued_order"], "0", say.number(late), late == 0),
        (say.CHECKS["week"], say.WEEK_SHAPE, say.weekdays(m.start, m.end), week),
    ]
