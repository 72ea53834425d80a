"""A Query to its Answer: footing, statement, rows, sentence, caveats, sources."""

from __future__ import annotations

from bot.answer.answer import Answer
from bot.answer.bearing import Bearing
from bot.answer.caveats import bearing_caveats
from bot.answer.comparisons import write_slices
from bot.answer.context import Context, Draft, Row, gives_both
from bot.answer.edition import Edition
from bot.answer.execute import Execute, Ran
from bot.answer.figures import write_figure
from bot.answer.footing import Footing
from bot.answer.ground import Ground
from bot.answer.lineage import lineage_of
from bot.answer.listings import write_extreme, write_facts, write_rows
from bot.answer.naming import bodies_named
from bot.answer.passages import write_text
from bot.answer.phrases import phrases
from bot.answer.scope import bearing_of
from bot.answer.sources import sources
from bot.answer.tables import write_members, write_table
from bot.query import Query
from bot.semantic import load_model
from bot.sql.compile import Plan, compile_footing, compile_query

WRITERS = {
    "figure": write_figure,
    "table": write_table,
    "slices": write_slices,
    "members": write_members,
    "facts": write_facts,
    "rows": write_rows,
    "extreme": write_extreme,
    "text": write_text,
}
Groups = dict[str, tuple[str, ...]]


def build(query: Query, execute: Execute, edition: Edition, *, groups: Groups | None = None) -> Answer:
    """Answer one Query (without its `also`). Raises CompileError and NotRun."""
    ran: list[Ran] = []

    def run(plan: Plan) -> list[Row]:
        ran.append(execute(plan.sql))
        return ran[-1].rows

    def rerun(other: Query) -> tuple[Plan, list[Row]]:
        plan = compile_query(other, groups=groups)
        return plan, run(plan)

    plan = compile_query(query, groups=groups)
    footing = _footing(query, execute, plan)
    if gives_both(query, footing):
        plan = compile_query(query, groups=groups, both=True)
    ctx = Context(query, plan, run(plan), footing, edition, phrases(query, edition), rerun)
    draft = WRITERS[plan.shape](ctx)
    ran = [r for r in ran if r.sql not in draft.unused]
    bearing = bearing_of(ctx, draft, ran)
    return _answer(ctx, draft, bearing, ran)


def _footing(query: Query, execute: Execute, plan: Plan) -> Footing:
    statement = compile_footing(query)
    if statement is None:
        return Footing()
    columns = load_model().views[query.subject].columns
    with_page = "page" in columns or "page_from" in columns
    taken_back = "withdrawn" in columns
    rows = execute(statement, then=plan.sql).rows
    return Footing.read(rows, with_page=with_page, with_taken_back=taken_back, sql=statement)


def _answer(ctx: Context, draft: Draft, bearing: Bearing, ran: list[Ran]) -> Answer:
    return Answer(
        status="declined" if draft.declined else "answered",
        code=draft.declined or None,
        text=" ".join(t for t in draft.text if t),
        figures=draft.figures,
        columns=draft.columns,
        rows=bodies_named(draft.columns, draft.rows),
        sql=";\n\n".join(dict.fromkeys(r.sql for r in ran)),
        reading=_reading(ctx),
        caveats=bearing_caveats(bearing, ctx.edition) if not draft.declined else [],
        sources=sources(ctx) if not draft.declined else [],
        query=ctx.query,
        truncated=draft.truncated or any(r.truncated for r in ran),
        edition=ctx.edition.name,
        lineage=lineage_of(ctx, draft, bearing),
        ground=Ground(tuple(ran), (ctx.footing,), ctx.edition),
    )


def _reading(ctx: Context) -> str:
    from bot.answer.figures import label

    return label(ctx)
