"""Writers for rows as they stand: lists, the rows that hold an extreme, facts of a report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.answer.answer import Figure
from bot.answer.context import Context, Draft, Row
from bot.answer.figures import label
from bot.answer.naming import body_name, county_name, report_name, value_name
from bot.answer.tables import INLINE
from bot.messages import answers as say
from bot.query import Place
from bot.sql.compile import Role
from bot.sql.compile.plan import ROW_CAP


def write_rows(ctx: Context) -> Draft:
    """The rows, named in the sentence where they have a name; a cut list says so."""
    draft = Draft(columns=[c.name for c in ctx.plan.columns], rows=[list(r) for r in ctx.rows])
    names = [_name(ctx, r) for r in ctx.rows]
    draft.places = _places(ctx, ctx.rows[:INLINE])
    days = [r[0] for r in ctx.rows if r[0]] if ctx.query.measure.fields == ("posted_on",) else []
    if days and ctx.subject == "corrections":
        weeks = say.reports_of([report_name(ctx.edition, r) for r in sorted(ctx.footing.found)])
        what = say.joined(say.ENTRIES_PLAIN, ctx.phrases.base, f"in {weeks}")
        draft.text.append(say.correction_posted([say.day(d) for d in days], what))
        draft.figures += [Figure(label=label(ctx), value=d, unit="date") for d in days if len(days) == 1]
        return draft
    if not ctx.rows:
        draft.text.append(say.no_rows(ctx.subject, ctx.phrases.base, ctx.phrases.when))
        return draft
    distinct = ctx.plan.columns[0].role is Role.KEY
    back = ctx.footing.taken_back
    total = ctx.footing.rows - (back if ctx.query.corrected else 0)  # the footing counts rows as published
    n = len(ctx.rows) if distinct else max(total, len(ctx.rows))
    head = label(ctx) if distinct else f"{n:,} {_headline(ctx, n)}"
    one_by_one = ctx.subject == "refusals" and not distinct  # a refusal has no name to call it by
    if one_by_one:
        draft.figures.append(Figure(label=label(ctx), value=n, unit="count"))  # as the sentence says
    named = [] if one_by_one else list(dict.fromkeys(x for x in names if x))
    draft.text.append(say.breakdown(head, named[:INLINE], len(named) - INLINE) if named else say.listed_below(head))
    if _of_others_only(ctx, names):
        draft.text.append(say.NOT_THE_STATES)
    if len(ctx.rows) < n or len(ctx.rows) >= ROW_CAP:
        draft.truncated = True
        draft.text.append(say.cut(len(ctx.rows), n if n > len(ctx.rows) else None))
    if ctx.both:
        draft.text.append(say.corrected_rows(back, ctx.noun, ctx.corrected_on(), shown=False))
    elif ctx.query.corrected and back and not distinct:
        before = say.number(ctx.footing.rows)
        draft.text.append(say.already_corrected(before, ctx.corrected_on(), back, say.noun(ctx.subject, back)))
    return draft


def _of_others_only(ctx: Context, names: Sequence[str]) -> bool:
    """Whether a list of policies in one state is of its counties and towns alone: "does Texas have a policy"."""
    states = [f for f in ctx.query.filters if f.field in ("place", "state") and not f.negated and len(f.values) == 1]
    if ctx.subject != "policies" or len(states) != 1:
        return False
    value = states[0].values[0]
    state = value.state if isinstance(value, Place) else str(value)
    return not (isinstance(value, Place) and (value.county or value.city)) and state not in names


def write_extreme(ctx: Context) -> Draft:
    """The first or last date, and the rows that have it."""
    draft = Draft(columns=[c.name for c in ctx.plan.columns], rows=[list(r) for r in ctx.rows])
    measure = ctx.query.measure
    field = str(measure.field)
    words = ctx.phrases
    if not ctx.rows or ctx.rows[0][0] is None:
        draft.text.append(say.no_rows(ctx.subject, words.base, words.when))
        return draft
    which = say.end_of(field, last=measure.stat == "max")
    value = ctx.rows[0][0]
    unit = ctx.plan.columns[0].unit or "date"
    draft.figures.append(Figure(label=label(ctx), value=value, unit=unit))
    draft.places = _places(ctx, ctx.rows[:INLINE])
    shown = say.month(value) if field == "enacted" else say.figure(value, unit)  # Section III prints no day
    names = list(dict.fromkeys(_name(ctx, r) for r in ctx.rows))  # a policy stands in every report that lists it
    more = f" and {len(names) - 3:,} more" if len(names) > 3 else ""
    names = names[:3]
    draft.text.append(say.extreme(shown, which, ctx.subject, words.base, words.when, f"{'; '.join(names)}{more}"))
    if ctx.both:
        _, after = ctx.rerun(ctx.query.model_copy(update={"corrected": True}))
        if after and after[0][0] != value:
            draft.figures.append(Figure(label=f"{label(ctx)}, after ICE's corrections", value=after[0][0], unit=unit))
            back = ctx.footing.taken_back
            nouns = say.noun(ctx.subject, back)
            draft.text.append(say.corrected(say.number(after[0][0]), ctx.corrected_on(), back, nouns))
    return draft


def write_facts(ctx: Context) -> Draft:
    """Facts a report states, a Section I entry or a policy has: a line each."""
    draft = Draft(columns=[c.name for c in ctx.plan.columns], rows=[list(r) for r in ctx.rows])
    facts = ctx.plan.having(Role.VALUE)
    draft.places = _places(ctx, ctx.rows[:INLINE])
    if not ctx.rows:
        draft.text.append(say.no_rows(ctx.subject, ctx.phrases.base, ctx.phrases.when))
        return draft
    if all(row[i] is None for row in ctx.rows for i in facts):
        draft.declined = "not_stated"
        names = [say.field_noun(str(ctx.plan.columns[i].field), 1) for i in facts]
        draft.text.append(say.fact_missing(names))
        return draft
    lines = [f"{_name(ctx, row)}: {', '.join(_fact(ctx, row, i) for i in facts)}" for row in ctx.rows]
    draft.text.append(say.sentence("; ".join(lines[:INLINE])))
    if len(lines) > INLINE:
        draft.text.append(say.cut(INLINE, len(lines)))
    values = {tuple(row[i] for i in facts) for row in ctx.rows}
    if len(values) == 1 or ctx.query.order is not None:
        row = ctx.rows[0]
        for i in facts:
            column = ctx.plan.columns[i]
            fact = say.field_noun(str(column.field), 1 if column.unit == "date" else 2)
            draft.figures.append(Figure(label=f"{fact}: {_name(ctx, row)}", value=row[i], unit=column.unit or "number"))
    return draft


def _fact(ctx: Context, row: Row, at: int) -> str:
    column = ctx.plan.columns[at]
    field = str(column.field)
    value = row[at]
    if field == "pages":
        return f"{say.number(value)} {say.field_noun(field, value)}"
    return say.fact(field, value_name(value, field))


def _headline(ctx: Context, n: int) -> str:
    return say.joined(say.noun(ctx.subject, n), ctx.phrases.base, ctx.phrases.when)


def _name(ctx: Context, row: Sequence[Any]) -> str:
    """What tells a reader which row this is."""
    cells = {c.name: row[i] for i, c in enumerate(ctx.plan.columns)}
    if ctx.subject == "reports" and "report_id" in cells:
        return say.report_of(report_name(ctx.edition, cells["report_id"]))
    if "jurisdiction" in cells:
        return body_name(str(cells["jurisdiction"]))
    where = _place(cells)
    if ctx.subject == "refusals" and "row_no" in cells:
        return say.row_of(where, int(cells["row_no"]), report_name(ctx.edition, str(cells.get("report_id", ""))))
    if "issued" in cells and ctx.subject == "issued":
        week = report_name(ctx.edition, cells["report_id"]) if _several_reports(ctx) and "report_id" in cells else ""
        return say.issued_entry(where, cells["issued"], week, withdrawn=bool(cells.get("withdrawn")))
    rest = [value_name(v, k) for k, v in cells.items() if k not in ("place", "county", "state", "report_id") and v]
    return ", ".join(x for x in (where, *rest) if x) if ctx.plan.columns[0].role is Role.KEY else where


def _place(cells: dict[str, Any]) -> str:
    state = cells.get("state")
    if not state:
        return ""
    if cells.get("place"):
        return f"{cells['place']}, {state}"
    return county_name(cells["county"], state) if cells.get("county") else str(state)


def _several_reports(ctx: Context) -> bool:
    return len({r[0] for r in ctx.rows}) > 1 if ctx.plan.columns[0].name == "report_id" else False


def _places(ctx: Context, rows: Sequence[Row]) -> list[tuple[str, str]]:
    names = [c.name for c in ctx.plan.columns]
    if "county" not in names or "state" not in names:
        return []
    county, state = names.index("county"), names.index("state")
    return [(r[county], r[state]) for r in rows if r[county] and r[state]]
