"""The checker: is this statement one that may run, and what do its figures rest on?

Usable alone. It needs a model (views, columns, keys, joins) and imports neither Slack nor LangChain nor a
PDF reader::

    checker = Checker(load_model())
    verdict = checker.check("SELECT count(*) FROM refusals")
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace

from bot.messages import sql as say
from bot.sql import functions as allow_list
from bot.sql import qualify, reader, tree
from bot.sql.buckets import buckets
from bot.sql.grounds import Grounds
from bot.sql.resolve import Resolver, columns_of
from bot.sql.rules import (
    Statement,
    added,
    backwards,
    bounds,
    contradictions,
    counted,
    cut,
    functions,
    grains,
    grounding,
    half_joins,
    joining,
    kinds,
    labels,
    listed,
    literals,
    names,
    one_select,
    orders,
    parts,
    picked,
    precedence,
    predicates,
    relabelled,
    renamed,
    text,
    tried,
    unions,
    unlike,
    windows,
)
from bot.sql.rules.fanout import FanOut
from bot.sql.schema import ModelLike, unique_keys
from bot.sql.spaces import Spaces
from bot.sql.trace import trace
from bot.sql.twin import Twin
from bot.sql.units import Units
from bot.sql.verdict import Accepted, Refusal, Refused

REMEMBERED = 1_000


class Checker:
    """Judges statements against a model. `values` (optional) knows the data, for warnings about literals.

    Never raises on a statement, whatever it holds. Verdicts on the last REMEMBERED statements are kept.
    """

    def __init__(self, model: ModelLike, values: literals.Values | None = None) -> None:
        self._model = model
        self._values = values
        self._functions = allow_list.allowed()
        self._keys = unique_keys(model)
        self._columns = columns_of(model)
        self._twin = Twin(model)
        self._verdicts: OrderedDict[tuple[str, bool], Accepted | Refused] = OrderedDict()

    def check(self, sql: str, *, bind: bool = True) -> Accepted | Refused:
        """Accepted with lineage and warnings, or Refused with a code, a sentence and a hint.

        bind: whether names and types are tried on the empty twin. An engine does the same before it runs a statement;
        who runs it at once can leave it to that one, a tenth of the work.
        """
        key = (sql if isinstance(sql, str) else repr(sql), bind)
        verdict = self._verdicts.get(key)
        if verdict is None:
            verdict = self._verdicts[key] = self._judge(sql, bind)
            if len(self._verdicts) > REMEMBERED:
                self._verdicts.popitem(last=False)
        if isinstance(verdict, Accepted) and self._values is not None:
            warnings = literals.warnings(verdict.lineage, self._values)
            return replace(verdict, warnings=warnings) if warnings else verdict
        return verdict

    def forget(self) -> None:
        """Drop the remembered verdicts."""
        self._verdicts.clear()

    def _judge(self, sql: str, bind: bool) -> Accepted | Refused:
        try:
            return self._rules(text.check(sql), bind)
        except Refusal as refusal:
            return refusal.refused
        except RecursionError:
            return Refused("too_complex", say.TOO_COMPLEX, say.TOO_COMPLEX_HINT)
        except Exception:  # whatever goes wrong in judging a statement, the statement does not run
            return Refused("not_understood", say.NOT_UNDERSTOOD, say.DISAGREE_HINT)

    def _rules(self, sql: str, bind: bool) -> Accepted:
        parsed = one_select.statement(self._twin.parse(sql))
        query = reader.read(parsed)
        resolver = Resolver(self._model, self._columns)
        resolver.resolve(query)
        root = one_select.second_opinion(sql)
        statement = Statement(
            sql,
            self._model,
            query,
            resolver.queries,
            resolver.sources,
            Grounds(self._functions, buckets(resolver.queries)),
        )
        _note_exists(statement)
        bounds.limits(statement)
        bounds.spelled_out(statement)
        one_select.agree(root, resolver.references, _called(statement), sum(1 for _ in statement.selects()))
        functions.check(statement, self._functions)
        runs = qualify.qualified(sql, resolver.tables)
        if bind:
            self._twin.bind(runs)
        predicates.check(statement)
        tried.check(statement, self._twin.tries)
        kinds.check(statement)
        precedence.check(root)
        joining.check(statement)
        bounds.check(statement)
        grounding.check(statement)
        labels.check(statement)
        relabelled.check(statement)
        renamed.check(statement)
        grains.check(statement)
        spaces = Spaces(self._keys)
        units = Units(spaces)
        contradictions.check(statement, spaces)
        windows.check(statement, spaces)
        FanOut(statement, spaces, self._functions).check()
        counted.check(statement, spaces)
        half_joins.check(statement)
        backwards.check(statement)
        unlike.check(statement, units)
        unions.check(statement, units)
        added.check(statement, units)
        picked.check(statement, spaces)
        listed.check(statement, spaces)
        cut.check(statement, spaces)
        orders.check(statement, spaces)
        names.check(statement, units)
        return Accepted(sql, trace(statement, spaces), runs)


def _called(statement: Statement) -> set[str]:
    return {p.name for q in statement.queries for _, p in parts(q) if isinstance(p, tree.Call | tree.Window)}


def _note_exists(statement: Statement) -> None:
    for query in statement.queries:
        for _, part in parts(query):
            if isinstance(part, tree.Subquery) and part.kind in ("EXISTS", "NOT_EXISTS"):
                _mark(part.query, statement)


def _mark(query: tree.Query, statement: Statement) -> None:
    statement.exists.add(id(query))
    if isinstance(query, tree.SetOp):
        for branch in query.branches:
            _mark(branch, statement)
