"""Works out the value of an expression (see `value.py`), following columns into subqueries and CTEs. `spans` are the
entries that put rows in groups by spans of a figure (see `buckets.py`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.messages import sql_figures as say
from bot.sql import means, texts, tree, value
from bot.sql.arithmetic import combine, invented
from bot.sql.canon import canon, measure
from bot.sql.forms import SPANS, both_ends, counts_days, else_number, is_place, plain_number, reads_rows
from bot.sql.functions import Function
from bot.sql.value import COUNT, FLAG, HUNDRED, INVENTED, LABEL, Value
from bot.sql.verdict import Refusal

_ARITHMETIC = {"+", "-", "*", "/", "//", "%", "mod", "divide", "power", "pow", "**", "^"}
_TYPES = {"DATE": "date", "TIMESTAMP": "date", "VARCHAR": "text", "TEXT": "text", "STRING": "text", "CHAR": "text"}
_TYPES |= {"BOOLEAN": "boolean", "BOOL": "boolean", "INTERVAL": "interval"}
_SAME = {"round", "floor", "ceil", "ceiling", "trunc", "abs", "@"}
_ONE_WAY = {"floor", "ceil", "ceiling", "trunc"}
_CONCAT = {"||", "concat", "concat_ws"}
_REPLACES = {"replace", "regexp_replace", "translate"}
_LENGTHS = {"length", "strlen", "char_length", "character_length", "levenshtein", "damerau_levenshtein", "ascii"}
_NO_PLACES = ("mode", "histogram", "entropy", "corr", "covar", "regr")
_ZEROED = {"avg", "mean", "median", "min", "quantile_cont", "quantile_disc", "quantile"}
_COUNTS = {"count", "count_if", "countif"}


class Grounds:
    """Values of expressions of one statement; remembers what it worked out."""

    def __init__(self, functions: Mapping[str, Function], spans: frozenset[int] = frozenset()) -> None:
        self._functions = functions
        self._spans = spans
        self._known: dict[int, Value] = {}

    def of(self, expr: tree.Expr) -> Value:
        """The value of an expression. Raises Refusal when a literal bends a figure inside it."""
        known = self._known.get(id(expr))
        if known is None:
            known = self._known[id(expr)] = self._work_out(expr)
        return known

    def _work_out(self, expr: tree.Expr) -> Value:
        if id(expr) in self._spans:
            return Value(reads=True, type="number", serial=True, place=True)
        match expr:
            case tree.Const():
                return self._const(expr)
            case tree.Column():
                return self._column(expr)
            case tree.Call():
                return self._call(expr)
            case tree.Window():
                return self._window(expr)
            case tree.Case():
                return self._case(expr)
            case tree.Cast():
                return self._cast(expr)
            case tree.Subquery(kind="SCALAR"):
                return self._field(expr.query.outputs[0])
            case tree.Op():
                return self._operator(expr)
            case _:
                return Value(reads=reads_rows(expr), type="boolean")

    @staticmethod
    def _const(expr: tree.Const) -> Value:
        if expr.kind == "NULL_LITERAL":
            return value.NULL
        if expr.kind == "BOOLEAN":
            return value.boolean(expr.text)
        return value.text(expr.text) if expr.kind == "STRING" else value.number(expr.text)

    def _column(self, column: tree.Column) -> Value:
        field = column.field
        if field is None or (not field.exprs and field.source is None):  # current_date
            return Value(type="date", literals=frozenset({INVENTED}), shown="current_date")
        return self._field(field)

    def _field(self, field: tree.Field) -> Value:
        if field.base is not None:
            return Value(reads=True, type=_TYPES.get(field.type, "number"), serial=field.serial, place=field.serial)
        values = [self.of(expr) for expr in field.exprs]
        if len(values) == 1:
            return values[0]
        return value.either(values, reads=False, zero_one=False)

    # -- functions

    def _call(self, call: tree.Call) -> Value:
        function = self._functions[call.name]
        if function.kind == "aggregate":
            return self._aggregate(call.name, call.args, function)
        if call.name in _ARITHMETIC:
            return self._arithmetic(call)
        if call.name in ("greatest", "least"):
            return self._choice_of_figures(call)
        if call.name == "if":
            return value.either([self.of(a) for a in call.args[1:]], reads_rows(call.args[0]), zero_one=True)
        if call.name == "nullif":
            return self._nullif(call)
        if call.name == "today":
            return Value(type="date", literals=frozenset({INVENTED}), shown="today()")
        if call.name in _CONCAT:
            return texts.joined(call, [self.of(a) for a in call.args])
        if call.name in ("format", "printf"):
            return texts.formatted(call, [self.of(a) for a in call.args])
        if function.gives == "interval" and call.name != "age":
            return Value(reads=reads_rows(call), type="interval", shown="An interval")
        return self._function(call, function)

    def _function(self, call: tree.Call, function: Function) -> Value:
        values = {i: self.of(a) for i, a in enumerate(call.args) if function.may_come_out(i)}
        reading = [v for v in values.values() if v.reads]
        gives = function.gives
        if not reading:
            shown = next((v.shown for v in values.values() if v.shown), call.name)
            return Value(literals=frozenset({INVENTED}), type=gives, shown=shown)
        if call.name == "strftime":
            return texts.strftime(call, values)
        new = call.args[2] if call.name in _REPLACES and len(call.args) > 2 else None
        if isinstance(new, tree.Const) and texts.DIGIT.search(re.sub(r"\\\d", "", new.text)):
            raise invented(f"'{new.text}'")
        for one in values.values():
            self._fits(one, function, call)
        if call.name in ("round", "trunc") and len(call.args) > 1 and not plain_number(call.args[1]):
            raise Refusal("ungrounded", say.ROUNDED_AWAY, say.ROUNDED_AWAY_HINT)
        if isinstance(new, tree.Const) and new.text:
            values[-1] = Value(reads=True, type="text", literals=frozenset({LABEL}))
        first = reading[0]
        if call.name in _ONE_WAY and first.percent:
            raise Refusal("ungrounded", say.REST_CUT, say.REST_CUT_HINT)
        if gives == "same" or call.name in _SAME:
            return replace(first, literals=_union(values), reads=True)
        literals = frozenset({LABEL}) & _union(values) if gives in ("text", "list") else frozenset[str]()
        moved = call.name == "date_add" or any(v.shifted for v in values.values())
        shifted = gives == "date" and moved
        place = function.group == "Dates" and gives == "number" and first.type == "date" and call.name not in SPANS
        serial = place or call.name in _LENGTHS
        made = Value(reads=True, type=gives, literals=literals, days=counts_days(call), shifted=shifted, serial=serial)
        return replace(made, place=place)

    @staticmethod
    def _fits(one: Value, function: Function, call: tree.Call) -> None:
        """A literal among the values of a function must not be what comes out."""
        if not one.reads and not one.null:
            # a date or text to measure against: date_diff('day', DATE '2017-01-20', declined_on)
            if function.any and one.type in ("date", "text", "boolean", "list") and one.number is None:
                return
            raise invented(one.shown)
        if one.shifted and function.gives != "date":
            raise invented("An interval")
        if one.digits and function.gives in ("text", "number", "list"):
            raise Refusal("ungrounded", say.CUT_FIGURE, say.CUT_FIGURE_HINT)
        if one.invented or (LABEL in one.literals and function.gives in ("number", "date") and not function.any):
            raise invented(one.shown)
        if (one.hundredfold or one.reciprocal) and call.name not in _SAME:
            raise Refusal("ungrounded", say.PERCENT, say.PERCENT_HINT)

    def _arithmetic(self, call: tree.Call) -> Value:
        values = [self.of(a) for a in call.args]
        if len(values) == 1:
            only = values[0]
            return replace(only, number=-only.number if only.number is not None and call.name == "-" else only.number)
        left, right = values
        if both_ends(call, left, right):
            return left
        if left.reads and right.reads and measure(call.args[0]) == measure(call.args[1]):
            raise Refusal("ungrounded", say.self_arithmetic(call.name), say.SELF_ARITHMETIC_HINT)
        op = "/" if call.name == "divide" else call.name
        combined = combine(op, left, right)
        return replace(
            combined,
            mean=combined.mean or left.mean or right.mean,
            whole=means.of_one_whole(call.args[1]) if op == "/" and right.reads else left.whole or right.whole,
        )

    def _choice_of_figures(self, call: tree.Call) -> Value:
        values = [self.of(a) for a in call.args]
        for one in values:
            if not one.reads or one.invented:
                raise invented(one.shown)
        return value.either(values, reads=True, zero_one=False)

    def _nullif(self, call: tree.Call) -> Value:
        if canon(call.args[0]) == canon(call.args[1]):
            raise Refusal("ungrounded", say.self_arithmetic("nullif"), say.SELF_ARITHMETIC_HINT)
        return self.of(call.args[0])

    # -- aggregates and windows

    def _aggregate(self, name: str, args: list[tree.Expr], function: Function) -> Value:
        if name == "count_star":
            return COUNT
        values = [self.of(a) for i, a in enumerate(args) if function.may_come_out(i)]
        first = values[0]
        if first.null:
            raise invented("NULL")
        if name in _COUNTS:
            return COUNT
        if name == "sum" and first.number == 1 and plain_number(args[0]):
            return COUNT
        if (
            name in _ZEROED
            and FLAG in first.literals
            and not first.binary
            and not first.only_flags
            and else_number(args[0])
        ):
            raise Refusal("ungrounded", say.ZEROED, say.ZEROED_HINT)
        if first.one_sided and function.adds and name != "sum":
            raise Refusal("ungrounded", say.ONE_SIDED, say.ONE_SIDED_HINT)
        places = any(is_place(arg) for arg in args)
        if (name == "sum" and first.serial) or (places and name.startswith(_NO_PLACES)):
            raise Refusal("no_quantity", say.NO_QUANTITY, say.NO_QUANTITY_HINT)
        if not first.reads:
            return value.invent(first)
        means.check(name, function, first)
        if name in ("sum", "avg", "mean"):
            return self._total(name, first)
        if function.gives == "same":
            return replace(first, reads=True, mean=first.mean or means.averages(name, function))
        for one in values:
            if not one.reads or one.invented or (LABEL in one.literals and function.gives == "number"):
                raise invented(one.shown)
        return Value(reads=True, type=function.gives, literals=_union(dict(enumerate(values))) & {LABEL})

    @staticmethod
    def _total(name: str, first: Value) -> Value:
        share = name != "sum" and (first.type == "boolean" or first.binary)
        if first.literals - {FLAG} and not (share and first.literals <= {FLAG, HUNDRED}):
            raise invented(first.shown)
        if first.reciprocal or (first.hundredfold and name == "sum"):
            raise Refusal("ungrounded", say.PERCENT, say.PERCENT_HINT)
        percent = first.percent or HUNDRED in first.literals or (share and first.hundredfold)
        ratio = (share and not percent) or first.ratio
        mean = name != "sum" and not share
        made = Value(reads=True, type="number", days=first.days, ratio=ratio, percent=percent, mean=mean)
        return replace(made, product=first.product, whole=first.whole)

    def _window(self, window: tree.Window) -> Value:
        function = self._functions[window.name]
        if function.kind == "aggregate":
            return self._aggregate(window.name, window.args, function)
        if function.gives == "number":
            return replace(COUNT, serial=True)
        first = self.of(window.args[0])
        if len(window.args) > 2:
            return value.either([first, self.of(window.args[2])], reads=True, zero_one=True)
        return first

    # -- the rest

    def _case(self, case: tree.Case) -> Value:
        values = [self.of(then) for _, then in case.whens]
        values.append(self.of(case.default) if case.default is not None else value.NULL)
        return value.either(values, any(reads_rows(when) for when, _ in case.whens), zero_one=True)

    def _cast(self, cast: tree.Cast) -> Value:
        child, kind = self.of(cast.child), _TYPES.get(cast.type, "number")
        if child.type == "boolean" and kind == "number" and LABEL in child.literals:
            changed = frozenset({FLAG}) if child.reads else frozenset({INVENTED})
            return replace(child, literals=changed, type="number")
        if LABEL in child.literals and kind != "text":
            return replace(child, literals=frozenset({INVENTED}), type=kind)
        if child.reads and (child.type, kind) in (("number", "boolean"), ("number", "date"), ("text", "boolean")):
            raise Refusal("ungrounded", say.CAST_FIGURE, say.CAST_FIGURE_HINT)
        binary = child.binary or (child.type == "boolean" and kind == "number")
        cut = child.reads and (child.type, kind) == ("text", "number")  # the digits of a report's name are no quantity
        child = replace(child, serial=child.serial or cut, place=child.place or cut)
        return replace(child, type=kind, binary=binary, digits=child.digits or (child.type, kind) == ("number", "text"))

    def _operator(self, op: tree.Op) -> Value:
        if op.kind == "coalesce":
            values = [self.of(item) for item in op.items]
            return value.either(values, any(v.reads for v in values), any(v.reads for v in values))
        if op.kind in ("extract", "slice"):
            whole = self.of(op.items[0])
            if whole.digits:
                raise Refusal("ungrounded", say.CUT_FIGURE, say.CUT_FIGURE_HINT)
            return whole
        if op.kind == "array":
            return value.either([self.of(i) for i in op.items], reads=False, zero_one=False)
        if op.kind == "grouping":
            return COUNT
        return Value(reads=reads_rows(op), type="boolean")


def _union(values: dict[int, Value]) -> frozenset[str]:
    return frozenset().union(*(v.literals for v in values.values()))
