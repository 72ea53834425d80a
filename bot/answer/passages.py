"""Writers for texts: what a report says of its figures, what a policy asks for, what ICE took back."""

from __future__ import annotations

from typing import Any

from bot.answer.answer import Figure
from bot.answer.context import Context, Draft
from bot.answer.naming import body_name, county_name, report_name, value_name
from bot.messages import answers as say
from bot.query import Filter, Measure, Place, Query

_MOST = 6
DISPUTED = "disputed"
_SHOWN = {"policies": 4, "corrections": 6, "caveats": 6}


def write_text(ctx: Context) -> Draft:
    """The passages asked for, quoted, each once, with where it stands."""
    draft = Draft(columns=[c.name for c in ctx.plan.columns], rows=[list(r) for r in ctx.rows])
    cells = [dict(zip(draft.columns, row, strict=True)) for row in ctx.rows]
    if ctx.subject == "corrections":
        _corrections(ctx, draft, cells)
    elif ctx.subject == "policies":
        _policies(ctx, draft, cells)
    elif any(f.field == "topic" and f.values == (DISPUTED,) for f in ctx.query.filters):
        _register(ctx, draft, cells)
    else:
        kept = [k for k, c in enumerate(cells) if c["topic"] != DISPUTED]  # what a place says stands in no report
        draft.rows = [draft.rows[k] for k in kept]
        _quotes(ctx, draft, [cells[k] for k in kept])
    return draft


def _register(ctx: Context, draft: Draft, cells: list[dict[str, Any]]) -> None:
    """Every place that disputes its entry, with what it says: from the register, not from a report."""
    held = {(cell["report_id"], cell["section"], cell["text"]) for cell in cells}
    told: dict[str, tuple[str | None, str | None, str]] = {}
    for passage in ctx.edition.passages:
        if passage.topic == DISPUTED and (passage.report_id, passage.section, passage.text) in held:
            place = county_name(passage.county, passage.state) if passage.county and passage.state else passage.place
            on = say.day(passage.stated_on) if passage.stated_on else ""
            said = say.disputed_place(place or str(passage.state), passage.text, passage.stated_by or "", on)
            told.setdefault(said, (passage.county or passage.place, passage.state, passage.text))
    if not told:
        draft.text.append(say.NO_DISPUTE)
        return
    names = dict.fromkeys(county_name(c, s) if c and s else str(c or s) for c, s, _ in told.values())
    draft.text.append(say.disputing(list(names)))
    draft.text += list(told)[:_MOST]
    if len(told) > _MOST:
        draft.text.append(say.cut(_MOST, len(told)))
    draft.columns, draft.rows = ["county", "state", "says"], [list(row) for row in told.values()]


def _quotes(ctx: Context, draft: Draft, cells: list[dict[str, Any]]) -> None:
    """Each paragraph once, from the newest report that has it."""
    newest: dict[str, dict[str, Any]] = {}
    seen: set[tuple[str, str]] = set()
    for cell in sorted(cells, key=lambda c: str(c["report_id"]), reverse=True):
        if (cell["section"], cell["topic"]) in seen and cell["report_id"] != max(c["report_id"] for c in cells):
            continue
        seen.add((cell["section"], cell["topic"]))
        newest.setdefault(cell["text"], cell)
    if not newest:
        draft.text.append(say.NO_PASSAGE)
        return
    for cell in list(newest.values())[:_MOST]:
        week = report_name(ctx.edition, cell["report_id"])
        draft.text.append(say.passage(week, cell["section"], cell["page"], cell["text"]))
    if len(newest) > _MOST:
        draft.text.append(say.cut(_MOST, len(newest)))


def _policies(ctx: Context, draft: Draft, cells: list[dict[str, Any]]) -> None:
    if not cells:
        weeks = [report_name(ctx.edition, str(v)) for f in ctx.query.filters if f.field == "report" for v in f.values]
        negated = any(f.field == "report" and f.negated for f in ctx.query.filters)
        absent = say.no_policy([] if negated else weeks)
        draft.text.append(say.sentence(f"{absent} {ctx.phrases.base}"))
        draft.figures.append(Figure(label=say.joined(say.noun("policies", 0), ctx.phrases.base), value=0, unit="count"))
        return
    found: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
    for cell in cells:
        found.setdefault((cell["jurisdiction"], cell["policy"], cell["criteria"]), []).append(cell)
    for (jurisdiction, title, criteria), entries in list(found.items())[: _SHOWN["policies"]]:
        weeks = [report_name(ctx.edition, e["report_id"]) for e in entries]
        enacted = entries[0].get("enacted")
        when = say.month(enacted) if enacted else ""
        bullets = [c.strip() for c in (criteria or "").split(" | ") if c.strip()]
        draft.text.append(say.policy(body_name(jurisdiction), title or "", when, bullets, weeks))
    if len(found) > _SHOWN["policies"]:
        draft.text.append(say.cut(_SHOWN["policies"], len(found)))


def _corrections(ctx: Context, draft: Draft, cells: list[dict[str, Any]]) -> None:
    asked = [v for f in ctx.query.filters if f.field == "place" for v in f.values if isinstance(v, Place)]
    draft.places = [(p.county, p.state) for p in asked if p.county]
    names = say.listed(dict.fromkeys(_asked_name(f) for f in ctx.query.filters if f.field == "place"))
    told = cells if asked else []
    for cell in told[: _SHOWN["corrections"]]:
        posted = say.posted_on([cell["posted_on"]]) if cell.get("posted_on") else ""
        place = county_name(cell["county"], cell["state"])
        draft.places.append((cell["county"], cell["state"]))
        week = report_name(ctx.edition, cell["report_id"])
        n = _listed(ctx, draft, cell, place)
        draft.text.append(say.corrected_place(n, place, cell["section"], week, posted, cell["text"]))
    if cells and not asked:
        _all_corrections(ctx, draft, cells)
    before = len(draft.text)
    _disputes(ctx, draft)
    if asked and len(draft.text) == before:
        draft.text.append(say.no_dispute(names))
    if not cells:
        asked_of = [say.section(str(v)) for f in ctx.query.filters if f.field == "section" for v in f.values]
        week = ctx.phrases.when if any(f.field == "report" for f in ctx.query.filters) else ""
        draft.text.append(say.no_correction(names or say.NONE_NAMED, say.listed(asked_of), week))


def _asked_name(item: Filter) -> str:
    return item.label or say.listed([value_name(v) for v in item.values])


def _all_corrections(ctx: Context, draft: Draft, cells: list[dict[str, Any]]) -> None:
    """Without a place: each sentence of the notice once, with the places it concerns."""
    by_text: dict[str, list[dict[str, Any]]] = {}
    for cell in cells:
        by_text.setdefault(cell["text"], []).append(cell)
    for text, group in list(by_text.items())[: _SHOWN["corrections"]]:
        places = say.listed([county_name(c["county"], c["state"]) for c in group])
        week = report_name(ctx.edition, group[0]["report_id"])
        posted = say.posted_on([group[0]["posted_on"]]) if group[0].get("posted_on") else ""
        draft.text.append(say.corrected_place(say.ENTRIES, places, group[0]["section"], week, posted, text))


def _listed(ctx: Context, draft: Draft, cell: dict[str, Any], place: str) -> str:
    """'the 4 refusals listed': how many rows or detainers the withdrawal concerns."""
    subject = "refusals" if cell["section"] == "II" else "issued"
    measure = Measure() if subject == "refusals" else Measure(kind="total", field="issued")
    here = Filter(field="place", values=(Place(state=cell["state"], county=cell["county"]),))
    week = Filter(field="report", values=(cell["report_id"],))
    _, rows = ctx.rerun(Query(subject=subject, measure=measure, filters=(here, week)))
    n = int(rows[0][0]) if rows else 0
    words = say.taken_back(n, subject)
    draft.figures.append(Figure(label=f"{words}, {place}", value=n, unit="count"))
    return words


def _disputes(ctx: Context, draft: Draft) -> None:
    """What the places asked about say for themselves, from the register of disputes."""
    for passage in ctx.edition.passages:
        if passage.topic != "disputed" or (passage.county, passage.state) not in draft.places:
            continue
        place = county_name(str(passage.county), str(passage.state))
        on = say.day(passage.stated_on) if passage.stated_on else ""
        told = say.disputed_place(place, passage.text, passage.stated_by or "", on)
        if told not in draft.text:
            draft.text.append(told)
