"""Builds the space of rows of each SELECT (see `space.py`) from its FROM, WHERE and QUALIFY."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.sql import tree
from bot.sql.canon import canon
from bot.sql.rules import conjuncts
from bot.sql.space import Leaf, Node, Space, correlated, first_of, group_keys, grouped, looked_through, strict


class Spaces:
    """Builds the space of each SELECT of a statement, once."""

    def __init__(self, keys: Mapping[str, tuple[frozenset[str], ...]]) -> None:
        self._keys = keys
        self._built: dict[int, Space] = {}

    def of(self, query: tree.Select) -> Space:
        """The space of a SELECT's FROM and WHERE."""
        space = self._built.get(id(query))
        if space is None:
            space = self._built[id(query)] = Space()
            self._select(query, "", space)
        return space

    # -- building

    def _select(self, query: tree.Select, path: str, space: Space) -> list[str]:
        leaves = self._from(query.source, path, space)
        self._where(query.where, path, space, set(leaves), everywhere=True)
        for condition in conjuncts(query.qualify):
            partition = first_of(condition)
            if partition is not None:
                nodes = [self.node(p, path) for p in partition]
                if all(n is not None for n in nodes):
                    space.facts.append((frozenset(n for n in nodes if n), frozenset(leaves)))
        if isinstance(query.limit, tree.Const) and query.limit.text == "1":
            space.facts.append((frozenset(), frozenset(leaves)))
        return leaves

    def _from(self, part: tree.From | None, path: str, space: Space) -> list[str]:
        if isinstance(part, tree.Join):
            return self._join(part, path, space)
        source = part.source if isinstance(part, tree.Table | tree.Derived) else None
        if source is None:
            return []
        if source.query is not None and looked_through(source.query):
            assert isinstance(source.query, tree.Select)  # noqa: S101 - looked_through says so
            inner = f"{path}{source.number}:"
            leaves = self._select(source.query, inner, space)
            self._numbered(source, inner, path, leaves, space)
            return leaves
        name = f"{path}{source.number}"
        space.leaves[name] = Leaf(name, source, self._source_keys(source))
        return [name]

    def _numbered(self, source: tree.Source, inner: str, path: str, leaves: list[str], space: Space) -> None:
        """A row_number() column tells the rows of its partition apart."""
        for column in source.fields:
            expr = column.exprs[0] if len(column.exprs) == 1 else None
            if isinstance(expr, tree.Window) and expr.name == "row_number":
                nodes = [self.node(p, inner) for p in expr.partitions]
                if all(n is not None for n in nodes):
                    own = (f"{path}{source.number}", column.name)
                    space.facts.append((frozenset([own, *(n for n in nodes if n)]), frozenset(leaves)))

    def _join(self, join: tree.Join, path: str, space: Space) -> list[str]:
        left = self._from(join.left, path, space)
        before = set(space.leaves)
        right = self._from(join.right, path, space)
        if join.kind in ("SEMI", "ANTI"):
            for name in right:
                del space.leaves[name]
            return left
        if join.kind in ("LEFT", "OUTER"):
            self._may_be_empty(space, right)
        if join.kind in ("RIGHT", "OUTER"):
            self._may_be_empty(space, [name for name in left if name in before])
        optional = {"LEFT": right, "RIGHT": left, "OUTER": []}.get(join.kind, [*left, *right])
        for condition in join.conditions:
            self._where(condition, path, space, set(optional), everywhere=join.kind in ("INNER", "CROSS"))
        return [*left, *right]

    @staticmethod
    def _may_be_empty(space: Space, names: list[str]) -> None:
        for name in names:
            space.leaves[name].nullable = True

    def _where(self, condition: tree.Expr | None, path: str, space: Space, fixable: set[str], everywhere: bool) -> None:
        """Take in what a condition says: equal columns, fixed columns, and which empty rows it removes."""
        for part in conjuncts(condition):
            if isinstance(part, tree.Compare) and part.op in ("=", "is not distinct from"):
                self._equality(part, path, space, fixable)
            if isinstance(part, tree.Op) and part.kind == "in" and len(part.items) == 2:
                self._equality(tree.Compare("=", *part.items), path, space, fixable)
            if everywhere:
                self._emptied(part, path, space)

    def _equality(self, part: tree.Compare, path: str, space: Space, fixable: set[str]) -> None:
        left, right = self.node(part.left, path), self.node(part.right, path)
        if left is not None and right is not None:
            space.unite(left, right)
        for node, other in ((left, part.right), (right, part.left)):
            if node is not None and (node[0] in fixable or node[0] not in space.leaves) and self._constant(other):
                space.fixed.add(node)

    def _constant(self, expr: tree.Expr) -> bool:
        """Whether an expression is the same for all rows of this query: no column of its own."""
        return not any(isinstance(p, tree.Column) and not p.outer for p in tree.walk(expr)) and not any(
            isinstance(p, tree.Subquery) and correlated(p.query) for p in tree.walk(expr)
        )

    def _emptied(self, part: tree.Expr, path: str, space: Space) -> None:
        if isinstance(part, tree.Op) and part.kind == "is_null":
            node = self.node(part.items[0], path)
            leaf = space.leaves.get(node[0]) if node else None
            if node and leaf and leaf.nullable and any(node[1] in key for key in leaf.keys):
                leaf.absent = True
            return
        for name in self.needed(part, path):
            if name in space.leaves:
                space.leaves[name].nullable = False

    # -- questions

    def needed(self, condition: tree.Expr, path: str = "") -> set[str]:
        """The leaves that must have a row for the condition to hold (an empty row makes it unknown)."""
        if isinstance(condition, tree.Logic):
            parts = [self.needed(item, path) for item in condition.items]
            return set().union(*parts) if condition.op == "and" else set.intersection(*parts)
        if not strict(condition):
            return set()
        nodes = (self.node(p, path) for p in tree.walk(condition) if isinstance(p, tree.Column))
        return {node[0] for node in nodes if node}

    def node(self, expr: tree.Expr, path: str = "") -> Node | None:
        """The leaf column that an expression simply is; None when it is more than a column."""
        while isinstance(expr, tree.Cast):
            expr = expr.child
        if not isinstance(expr, tree.Column) or expr.field is None or expr.outer:
            return None
        column = expr.field
        if column.source is None:
            return self.node(column.exprs[0], path) if len(column.exprs) == 1 else None
        if column.source.query is not None and looked_through(column.source.query):
            inner = self.node(column.exprs[0], f"{path}{column.source.number}:")
            return inner or (f"{path}{column.source.number}", column.name)
        return f"{path}{column.source.number}", column.name

    def columns(self, expr: tree.Expr, path: str = "") -> Iterator[tuple[tree.Column, str]]:
        """Every column that an expression reads at the leaves, with its path, through aliases and plain subqueries."""
        for part in tree.walk(expr):
            if not isinstance(part, tree.Column) or part.field is None:
                continue
            source = part.field.source
            if source is None:
                for inner in part.field.exprs:
                    yield from self.columns(inner, path)
            elif source.query is not None and looked_through(source.query):
                yield from self.columns(part.field.exprs[0], f"{path}{source.number}:")
            else:
                yield part, path

    def _source_keys(self, source: tree.Source) -> tuple[frozenset[str], ...]:
        if source.view is not None:
            return self._keys.get(source.view, ())
        assert source.query is not None  # noqa: S101 - a source is a view or a query
        names = [f.name for f in source.fields]
        return tuple(frozenset(names[i] for i in key) for key in self.output_keys(source.query))

    def output_keys(self, query: tree.Query) -> list[frozenset[int]]:
        """Positions of the outputs that tell the rows of a query apart."""
        everything = frozenset(range(len(query.outputs)))
        keys: list[frozenset[int]] = []
        if isinstance(query, tree.SetOp):
            if not (query.op == "UNION" and query.all):
                keys.append(everything)
        elif isinstance(query, tree.Select):
            if query.distinct and not query.distinct_on:
                keys.append(everything)
            if query.distinct_on:
                keys += self.covering(query, query.distinct_on)
            if grouped(query) and query.group_sets <= 1:
                keys += self.covering(query, group_keys(query))
        if isinstance(query.limit, tree.Const) and query.limit.text == "1":
            keys.append(frozenset())
        return keys

    def covering(self, query: tree.Select, exprs: list[tree.Expr]) -> list[frozenset[int]]:
        """The outputs that hold these expressions, if all of them are put out; columns of one value need not be."""
        space = self.of(query)
        outputs = {canon(item): index for index, item in enumerate(query.items)}
        found: set[int] = set()
        for expr in exprs:
            node = self.node(expr)
            if node is not None and space.root(node) in {space.root(n) for n in space.fixed}:
                continue
            index = outputs.get(canon(expr))
            if index is None and node is not None:
                same = [
                    i
                    for i, item in enumerate(query.items)
                    if (n := self.node(item)) and space.root(n) == space.root(node)
                ]
                index = same[0] if same else None
            if index is None:
                return []
            found.add(index)
        return [frozenset(found)]
