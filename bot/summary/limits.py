"""The caveats of a summary, by the same rules as an answer: a summary bears on every stated topic."""

from __future__ import annotations

from bot.answer.answer import Caveat
from bot.answer.bearing import Bearing
from bot.answer.caveats import bearing_caveats
from bot.answer.edition import load_edition
from bot.messages import summary as say
from bot.semantic import load_model
from bot.summary.document import check_rows
from bot.summary.material import Material

_VIEWS = ("refusals", "issued", "policies")


def caveats(m: Material) -> tuple[Caveat, ...]:
    """One entry a topic, the report's own words where it has them."""
    edition = load_edition("", lambda sql: list(m.read(sql).rows))
    stated = {p.topic for p in edition.passages if p.report_id == m.report_id and p.topic != "disputed"}
    bearing = Bearing(
        views=frozenset(_VIEWS),
        columns=frozenset(f"{view}.{c}" for view in (*_VIEWS, "reports") for c in load_model().views[view].columns),
        flags=_flags(m),
        reports=(m.report_id,),
        places=_places(m),
        topics=frozenset(stated),
        details=_details(m),
    )
    return tuple(bearing_caveats(bearing, edition))


def _flags(m: Material) -> frozenset[str]:
    facts = {
        "sample": bool(m.report["sample"]),
        "unreconciled": bool(_unfit(m)),
        "corrected": any(row["report_id"] == m.report_id for row in m.rows("corrections").records()),
        "disputed": any(row[0] == "disputed" for row in m.rows("caveats").rows),
        "over_reports": m.previous is not None,
    }
    return frozenset(name for name, holds in facts.items() if holds)


def _places(m: Material) -> frozenset[tuple[str | None, str]]:
    """Every place that the report names, for the register of disputes."""
    rows = [(row[0], row[1]) for key in ("places", "issued", "policy_places") for row in m.rows(key).rows]
    return frozenset((str(county) if county else None, str(state)) for county, state in rows)


def _unfit(m: Material) -> list[str]:
    found = [say.check_failed(name, stated, read) for name, stated, read, ok in check_rows(m) if not ok]
    if quarantined := m.report["quarantined"]:
        found.append(say.quarantined(int(str(quarantined))))
    return found


def _details(m: Material) -> dict[str, str]:
    return {"weeks": say.the_report_of(say.week(m.start, m.end)), "is_are": "is", "detail": " ".join(_unfit(m))}
