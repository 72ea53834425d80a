"""What every name stands for: rule "names", first half (the second half binds on the empty twin).

Follows DuckDB's order: in WHERE, GROUP BY and the SELECT list a column goes before an alias, in ORDER BY the
alias goes first. A name that cannot be found, or can be found twice, is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from bot.messages import sql as say
from bot.sql import tree
from bot.sql.schema import ModelLike, may_be_empty, serial, unit, within
from bot.sql.verdict import Refusal


@dataclass(slots=True)
class Scope:
    """Where a column name is looked up: the sources in sight, columns merged by USING, aliases, the outer query."""

    sources: list[tree.Source] = field(default_factory=list)
    merged: dict[str, tree.Field] = field(default_factory=dict)
    aliases: dict[str, tree.Field] = field(default_factory=dict)
    outer: Scope | None = None

    def find(self, names: tuple[str, ...], alias_first: bool = False) -> tree.Field | None:
        """The field a name stands for in this scope alone; None when it is not here."""
        lowered = tuple(n.lower() for n in names)
        alias = self.aliases.get(lowered[0]) if len(lowered) == 1 else None
        if alias is not None and alias_first:
            return alias
        if len(lowered) == 1 and lowered[0] in self.merged:
            return self.merged[lowered[0]]
        found = [f for s in self.sources if _named(s, lowered[:-1]) for f in s.fields if f.name == lowered[-1]]
        if len(found) > 1:
            raise Refusal("ambiguous_column", say.ambiguous(".".join(names)), say.AMBIGUOUS_HINT)
        return found[0] if found else alias

    def names(self) -> Iterable[str]:
        """Column names in sight, for a hint."""
        return dict.fromkeys(f.name for s in self.sources for f in s.fields)


def _named(source: tree.Source, qualifier: tuple[str, ...]) -> bool:
    if not qualifier:
        return True
    if len(qualifier) == 1:
        return qualifier[0] == source.name
    return len(qualifier) == 2 and qualifier[0] == "main" and source.view == qualifier[1] == source.name


def columns_of(model: ModelLike) -> dict[str, list[tree.Field]]:
    """What a model says of its columns, by view, read once for all statements."""
    return {
        name: [
            tree.Field(
                column,
                spec.type.upper(),
                serial=serial(spec),
                empty=may_be_empty(spec),
                unit=unit(spec),
                within=within(spec),
            )
            for column, spec in view.columns.items()
        ]
        for name, view in model.views.items()
    }


class Resolver:
    """Resolves one statement against a model, whose `columns` come from `columns_of`. `sources` collects every leaf
    of every FROM."""

    def __init__(self, model: ModelLike, columns: Mapping[str, list[tree.Field]]) -> None:
        self._model = model
        self._columns = columns
        self.sources: list[tree.Source] = []
        self.tables: list[tree.Table] = []
        self.references: list[str] = []  # every table reference by its last name, CTEs included
        self.queries: list[tree.Query] = []

    def resolve(self, query: tree.Query) -> None:
        """Fill in fields, sources and outputs of the whole statement. Raises Refusal."""
        self._query(query, {}, None)

    # -- queries

    def _query(self, query: tree.Query, ctes: dict[str, tree.Cte], outer: Scope | None) -> None:
        self.queries.append(query)
        ctes = dict(ctes)
        for cte in query.ctes:
            self._claim(cte.name, None)
            self._query(cte.query, ctes, outer)
            ctes[cte.name.lower()] = cte
        if isinstance(query, tree.Select):
            self._select(query, ctes, outer)
        elif isinstance(query, tree.SetOp):
            self._set_operation(query, ctes, outer)

    def _select(self, query: tree.Select, ctes: dict[str, tree.Cte], outer: Scope | None) -> None:
        scope = Scope(outer=outer)
        if query.source is not None:
            self._from(query.source, scope, query, ctes)
        query.items = [item for raw in query.items for item in self._expand(raw, scope)]
        # an alias of the list may be used by the entries after it, and by the clauses
        for item in query.items:
            self._expr(item, scope, ctes)
            output = tree.Field(_name(item), "", exprs=[item], owner=query)
            query.outputs.append(output)
            if item.alias:
                scope.aliases.setdefault(item.alias.lower(), output)
        for clause in (query.where, query.having, query.qualify, *query.distinct_on):
            if clause is not None:
                self._expr(clause, scope, ctes)
        query.groups = [self._position(g, query.items) for g in query.groups]
        for group in query.groups:
            self._expr(group, scope, ctes)
        self._order(query, scope, ctes, query.items)

    def _set_operation(self, query: tree.SetOp, ctes: dict[str, tree.Cte], outer: Scope | None) -> None:
        for branch in query.branches:
            self._query(branch, ctes, outer)
        first = query.branches[0].outputs
        if query.by_name:
            names = list(dict.fromkeys(o.name for b in query.branches for o in b.outputs))
            for name in names:
                found = [o for b in query.branches for o in b.outputs if o.name == name]
                query.outputs.append(tree.Field(name, "", exprs=[e for o in found for e in o.exprs], owner=query))
        else:
            if any(len(b.outputs) != len(first) for b in query.branches):
                raise Refusal("names", say.SET_OPERATION_WIDTH, "")
            for index, output in enumerate(first):
                exprs = [e for b in query.branches for e in b.outputs[index].exprs]
                query.outputs.append(tree.Field(output.name, "", exprs=exprs, owner=query))
        scope = Scope(aliases={o.name: o for o in query.outputs}, outer=outer)
        self._order(query, scope, ctes, [])

    def _order(self, query: tree.Query, scope: Scope, ctes: dict[str, tree.Cte], items: list[tree.Expr]) -> None:
        query.order = [replace(key, expr=self._position(key.expr, items)) for key in query.order]
        for key in query.order:
            if not (isinstance(key.expr, tree.Star) or any(key.expr is item for item in items)):
                self._expr(key.expr, scope, ctes, alias_first=True)

    @staticmethod
    def _position(expr: tree.Expr, items: list[tree.Expr]) -> tree.Expr:
        """`ORDER BY 2` and `GROUP BY 2` mean the second entry of the list."""
        if isinstance(expr, tree.Const) and expr.kind == "INTEGER" and items:
            index = int(expr.text)
            if not 1 <= index <= len(items):
                raise Refusal("names", say.position(index), "")
            return items[index - 1]
        return expr

    def _expand(self, item: tree.Expr, scope: Scope) -> list[tree.Expr]:
        if not isinstance(item, tree.Star):
            return [item]
        left_out = {name.lower() for name in item.exclude}
        fields: list[tree.Field] = []
        if not item.relation:
            fields += scope.merged.values()
        for source in scope.sources:
            if item.relation and source.name != item.relation.lower():
                continue
            fields += [f for f in source.fields if item.relation or f.name not in scope.merged]
        if not fields:
            raise Refusal("unknown_table", say.unknown_relation(item.relation), say.views_hint(self._model.views))
        return [tree.Column((f.name,), f, alias="", at=item.at) for f in fields if f.name not in left_out]

    # -- FROM

    def _from(self, part: tree.From, scope: Scope, query: tree.Select, ctes: dict[str, tree.Cte]) -> None:
        """Add the sources of this part to the scope and to the query."""
        if isinstance(part, tree.Join):
            self._join(part, scope, query, ctes)
            return
        if isinstance(part, tree.Table):
            source = self._table(part, ctes)
        else:
            assert isinstance(part, tree.Derived)  # noqa: S101 - the only other kind
            inner = Scope(scope.sources, scope.merged, outer=scope.outer)  # LATERAL: sees what stands to its left
            self._query(part.query, ctes, inner)
            source = self._derived(part.alias.lower(), part.query, part.columns)
        part.source = source
        if source.name and any(s.name == source.name for s in query.sources):
            raise Refusal("ambiguous_table", say.twice(source.name), say.AMBIGUOUS_HINT)
        query.sources.append(source)
        scope.sources = [*scope.sources, source]

    def _table(self, part: tree.Table, ctes: dict[str, tree.Cte]) -> tree.Source:
        name = part.path[-1].lower()
        self.references.append(name)
        if len(part.path) == 1 and name in ctes:
            alias = part.alias.lower() or name
            if part.alias:
                self._claim(part.alias, None)
            cte = ctes[name]
            return self._derived(alias, cte.query, part.columns or cte.columns)
        if name not in self._model.views or [p.lower() for p in part.path[:-1]] not in ([], ["main"]):
            shown = ".".join(part.path)
            raise Refusal("unknown_table", say.unknown_relation(shown), say.views_hint(self._model.views))
        if part.columns:
            raise Refusal("renamed_columns", say.RENAMED_COLUMNS, say.RENAMED_COLUMNS_HINT)
        if part.alias:
            self._claim(part.alias, name)
        self.tables.append(part)
        source = tree.Source(len(self.sources), part.alias.lower() or name, name, None)
        source.fields = [
            tree.Field(f.name, f.type, source, serial=f.serial, empty=f.empty, unit=f.unit, within=f.within)
            for f in self._columns[name]
        ]
        self.sources.append(source)
        return source

    def _derived(self, alias: str, query: tree.Query, columns: tuple[str, ...]) -> tree.Source:
        if alias:
            self._claim(alias, None, alias_of_query=True)
        if len(columns) > len(query.outputs):
            raise Refusal("names", say.SET_OPERATION_WIDTH, "")
        source = tree.Source(len(self.sources), alias, None, query)
        for index, output in enumerate(query.outputs):
            name = columns[index].lower() if index < len(columns) else output.name
            source.fields.append(tree.Field(name, "", source, output.exprs, query))
        self.sources.append(source)
        return source

    def _claim(self, alias: str, view: str | None, alias_of_query: bool = False) -> None:
        """A CTE, subquery or alias must not pass for a view that it is not."""
        name = alias.lower()
        if name in self._model.views and name != view:
            raise Refusal("shadowed_view", say.shadowed(alias), say.SHADOWED_HINT)

    def _join(self, join: tree.Join, scope: Scope, query: tree.Select, ctes: dict[str, tree.Cte]) -> None:
        before, merged = scope.sources, dict(scope.merged)
        self._from(join.left, scope, query, ctes)
        left = scope.sources[len(before) :]
        left_merged = {k: v for k, v in scope.merged.items() if k not in merged}
        self._from(join.right, scope, query, ctes)
        right = scope.sources[len(before) + len(left) :]
        right_merged = {k: v for k, v in scope.merged.items() if k not in merged and k not in left_merged}
        sides = Scope(left, left_merged), Scope(right, right_merged)
        equalities: list[tree.Expr] = []
        for name in join.using:
            ours, theirs = (side.find((name,)) for side in sides)
            if ours is None or theirs is None:
                raise Refusal("unknown_column", say.unknown_column(name), "")
            equalities.append(tree.Compare("=", tree.Column((name,), ours), tree.Column((name,), theirs)))
            scope.merged[name.lower()] = theirs if join.kind == "RIGHT" else ours
        if join.on is not None:
            here = Scope([*left, *right], {**left_merged, **right_merged}, outer=scope.outer)
            self._expr(join.on, here, ctes)
            equalities.append(join.on)
        join.conditions = equalities
        if join.kind in ("SEMI", "ANTI"):
            scope.sources = [*before, *left]

    # -- expressions

    def _expr(self, expr: tree.Expr, scope: Scope, ctes: dict[str, tree.Cte], alias_first: bool = False) -> None:
        for part in tree.walk(expr):
            if isinstance(part, tree.Column) and part.field is None:
                self._column(part, scope, alias_first)
            elif isinstance(part, tree.Subquery):
                self._query(part.query, ctes, scope)
            elif isinstance(part, tree.Star):
                raise Refusal("node", say.node("STAR"), say.node_hint("STAR"))

    def _column(self, column: tree.Column, scope: Scope, alias_first: bool) -> None:
        column.field = scope.find(column.names, alias_first)
        outer = scope.outer
        while column.field is None and outer is not None:
            column.field, column.outer, outer = outer.find(column.names), True, outer.outer
        if column.field is None:
            if column.names == ("current_date",) or [n.lower() for n in column.names] == ["current_date"]:
                column.field = tree.Field("current_date", "DATE")
                return
            raise Refusal("unknown_column", say.unknown_column(".".join(column.names)), say.columns_hint(scope.names()))


def _name(item: tree.Expr) -> str:
    if item.alias:
        return item.alias.lower()
    return item.names[-1].lower() if isinstance(item, tree.Column) else ""
