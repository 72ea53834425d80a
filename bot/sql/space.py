"""The rows of a FROM as one space: its leaves, which columns are equal, and what determines what.

From declared keys and the equalities of joins follows, for each leaf, whether a join repeats its rows. A plain
subquery is looked through; one that groups, or drops duplicates, is a leaf of its own with its own key.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from bot.sql import tree
from bot.sql.functions import aggregates
from bot.sql.rules import parts

Node: TypeAlias = tuple[str, str]  # (leaf, column)


@dataclass(slots=True)
class Leaf:
    """A view or an opaque query as it stands in one FROM."""

    name: str
    source: tree.Source
    keys: tuple[frozenset[str], ...]
    nullable: bool = False  # an outer join may fill it with empty rows
    absent: bool = False  # an anti-join: no row of it is left

    @property
    def label(self) -> str:
        """What a person calls it."""
        return self.source.view or self.source.name or "the subquery"


@dataclass(slots=True)
class Space:
    """See the module. `facts`: these columns determine these leaves."""

    leaves: dict[str, Leaf] = field(default_factory=dict)
    equal: dict[Node, Node] = field(default_factory=dict)  # union-find
    fixed: set[Node] = field(default_factory=set)
    facts: list[tuple[frozenset[Node], frozenset[str]]] = field(default_factory=list)

    def root(self, node: Node) -> Node:
        """The representative of all columns equal to this one."""
        while node in self.equal:
            node = self.equal[node]
        return node

    def unite(self, one: Node, other: Node) -> None:
        """Two columns are equal in every row."""
        a, b = self.root(one), self.root(other)
        if a != b:
            self.equal[a] = b

    def determined(
        self, leaves: Iterable[str], nodes: Iterable[Node] = (), by_keys_alone: bool = False
    ) -> tuple[set[str], set[Node]]:
        """The leaves and column classes that are fixed once these leaves and columns are.

        `by_keys_alone`: without what row_number() = 1 and LIMIT 1 leave.
        """
        have = set(leaves)
        known = {self.root(n) for n in (*nodes, *self.fixed)}
        members: dict[str, list[Node]] = {}
        for name, leaf in self.leaves.items():
            members[name] = [self.root((name, f.name)) for f in leaf.source.fields]
        for name in have:
            known.update(members.get(name, ()))
        changed = True
        while changed:
            changed = False
            for name, leaf in self.leaves.items():
                if name not in have and any(all(self.root((name, c)) in known for c in key) for key in leaf.keys):
                    have.add(name)
                    known.update(members[name])
                    changed = True
            for needs, gives in () if by_keys_alone else self.facts:
                if not gives <= have and all(self.root(n) in known for n in needs):
                    have |= gives
                    known.update(n for g in gives for n in members.get(g, ()))
                    changed = True
        return have, known

    def repeated_by(self, leaf: str, nodes: Iterable[Node] = ()) -> Leaf | None:
        """The leaf of which several rows may meet one row of `leaf`, once `nodes` are fixed; None if none does."""
        have, _ = self.determined((leaf,), nodes)
        return next((other for name, other in self.leaves.items() if name not in have and not other.absent), None)


def looked_through(query: tree.Query) -> bool:
    """Whether the rows of a query are rows of its FROM: no grouping, no dropping of duplicates."""
    return isinstance(query, tree.Select) and not query.distinct and not grouped(query) and query.source is not None


def grouped(query: tree.Select) -> bool:
    """Whether a SELECT groups or totals."""
    if query.groups or query.group_all or query.group_sets:
        return True
    names = aggregates()
    return any(isinstance(p, tree.Call) and p.name in names and clause != "ON" for clause, p in parts(query))


def group_keys(query: tree.Select) -> list[tree.Expr]:
    """The expressions that a SELECT groups by; with GROUP BY ALL the entries that are no totals."""
    if not query.group_all:
        return query.groups
    return [
        item
        for item in query.items
        if not any(isinstance(p, tree.Call) and p.name in aggregates() for p in tree.walk(item))
    ]


def first_of(condition: tree.Expr) -> list[tree.Expr] | None:
    """The partition of `row_number() OVER (PARTITION BY ...) = 1`."""
    if isinstance(condition, tree.Compare) and condition.op == "=":
        for window, one in ((condition.left, condition.right), (condition.right, condition.left)):
            first = isinstance(one, tree.Const) and one.text == "1"
            if first and isinstance(window, tree.Window) and window.name == "row_number":
                return window.partitions
    return None


def strict(condition: tree.Expr) -> bool:
    """Whether an empty value makes the condition unknown."""
    for part in tree.walk(condition):
        if isinstance(part, tree.Case | tree.Subquery | tree.Window | tree.Logic):
            return False
        if isinstance(part, tree.Op) and part.kind in ("coalesce", "is_null", "array"):
            return False
        if isinstance(part, tree.Compare) and "distinct" in part.op:
            return False
        if isinstance(part, tree.Call) and part.name in ("concat", "concat_ws", "list_value", "row", "if", "nullif"):
            return False
    return True


def correlated(query: tree.Query) -> bool:
    from bot.sql.rules.predicates import looks_outside

    return looks_outside(query)
