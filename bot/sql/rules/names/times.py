"""A figure named for the first report, the same day or a day of a month is of that one."""

from __future__ import annotations

import calendar
import itertools
import re
from collections.abc import Iterator
from datetime import date, timedelta

from bot.messages import sql_names as say
from bot.sql import tree
from bot.sql.rules.constants import meant
from bot.sql.rules.names.behind import own_conditions
from bot.sql.rules.names.evidence import Evidence
from bot.sql.verdict import Refusal

_MONTHS = [name[:3].lower() for name in calendar.month_name if name]
_TAILS = "|".join([name[3:].lower() for name in calendar.month_name if name[3:]] + ["t"])  # "sept"
_DAY = re.compile(rf"(?<![a-z])({'|'.join(_MONTHS)})(?:{_TAILS})?[_ ]?(\d{{1,2}})(?!\d)")  # and no "maryland_1"
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_WEEKS = {"report_id", "period_start", "period_end"}
_TIMES = (*_WEEKS, "declined_on", "issued_on", "posted_on", "enacted")
_ENDS = {"max": "last_report", "min": "first_report"}
_ORDINAL = re.compile(r"(?:week|report|issue)_?([1-9])(?!\d)")


def first_report(evidence: Evidence, said: frozenset[str]) -> None:
    """Of the first report."""
    _report_end(evidence, "first_report")


def last_report(evidence: Evidence, said: frozenset[str]) -> None:
    """Of the last report."""
    _report_end(evidence, "last_report")


def _report_end(evidence: Evidence, role: str) -> None:
    """`first_week` of the report that `(SELECT max(report_id) FROM reports)` finds."""
    ends = {*_ends(evidence)}
    plain = isinstance(meant(evidence.output.expr), tree.Call) and evidence.rows
    if plain and not evidence.limited and not any(evidence.asks(column) for column in _TIMES):
        raise Refusal("misnamed", say.extreme(evidence.output.name, role.partition("_")[0]), say.EXTREME_HINT)
    if ends and role not in ends:
        raise Refusal("misnamed", say.extreme(evidence.output.name, role.partition("_")[0]), say.EXTREME_HINT)


def _ends(evidence: Evidence) -> Iterator[str]:
    for part in evidence.atoms:
        if not isinstance(part, tree.Compare) or part.op != "=":
            continue
        for side, other in ((part.left, part.right), (part.right, part.left)):
            if isinstance(side, tree.Column) and side.names[-1].lower() in _WEEKS:
                inner = meant(other)
                if isinstance(inner, tree.Subquery) and inner.kind in ("SCALAR", "ANY"):
                    exprs = [e for output in inner.query.outputs for e in output.exprs]
                    for expr in map(meant, exprs):
                        if isinstance(expr, tree.Call) and expr.name in _ENDS and not inner.query.order:
                            yield _ENDS[expr.name]


def all_reports(evidence: Evidence, said: frozenset[str]) -> None:
    """`all_weeks` of one report."""
    asked = [
        p for p in evidence.atoms if isinstance(p, tree.Compare) and p.op == "=" and _week(p.left) != _week(p.right)
    ]
    written = any(isinstance(side, tree.Const) for p in asked for side in (p.left, p.right))
    if evidence.rows and written and not evidence.ratio:
        raise Refusal("misnamed", say.narrower_weeks(evidence.output.name), say.NAMED_VALUE_HINT)


def _week(expr: tree.Expr) -> bool:
    return isinstance(expr, tree.Column) and expr.names[-1].lower() in _WEEKS


def same_day(evidence: Evidence, said: frozenset[str]) -> None:
    """`same_day` of `issued_on < declined_on`."""
    compared = [p for p in evidence.atoms if isinstance(p, tree.Compare) and _day(p.left) and _day(p.right)]
    if compared and all(p.op in ("<", ">", "<>") for p in compared) and evidence.aggregated:
        raise Refusal("misnamed", say.other_side(evidence.output.name, say.SAME_DAY), say.NAMED_VALUE_HINT)


def _day(expr: tree.Expr) -> bool:
    inner = meant(expr)
    return isinstance(inner, tree.Column) and inner.field is not None and inner.field.type == "DATE"


def speaks(name: str) -> bool:
    """Whether a name says a day of a month."""
    return _DAY.search(name.lower()) is not None


def day_of_month(evidence: Evidence) -> None:
    """`week_of_feb_4` of the report of January 28."""
    found = _DAY.findall(evidence.output.name.lower())
    if not found or not evidence.aggregated:
        return
    weeks = {t for column in _WEEKS for t in evidence.texts.get(column, ()) if _ISO.fullmatch(t)}
    days = {p.text for p in evidence.atoms if isinstance(p, tree.Const) and _ISO.fullmatch(p.text)} - weeks
    spans = [(day, day + timedelta(days=6)) for day in map(_date, weeks) if day is not None]
    known = sorted(day for day in map(_date, days) if day is not None)
    spans += [(known[0], known[-1])] if known else []
    for month, number in found if spans else ():
        named = [_in_year(span[0].year, month, number) for span in spans]
        held = any(day is not None and low <= day <= high for (low, high) in spans for day in named)
        if not held and (len(known) != 1 or weeks):
            raise Refusal("misnamed", say.named_value(evidence.output.name, f"{month} {number}"), say.NAMED_VALUE_HINT)


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _in_year(year: int, month: str, number: str) -> date | None:
    try:
        return date(year, _MONTHS.index(month) + 1, int(number))
    except ValueError:
        return None


def ordinals(evidences: list[Evidence]) -> None:
    """`week_2` of an earlier report than `week_1`."""
    found: list[tuple[int, str, str]] = []
    for evidence in evidences:
        own = (p for condition in own_conditions(meant(evidence.output.expr)) for p in tree.walk(condition))
        number = _ORDINAL.search(evidence.output.name.lower())
        texts = [p.text for p in own if isinstance(p, tree.Const) and _ISO.fullmatch(p.text)]
        if number and len(texts) == 1:
            found.append((int(number[1]), texts[0], evidence.output.name))
    found.sort()
    for one, other in itertools.pairwise(found):
        if one[0] < other[0] and one[1] >= other[1]:
            raise Refusal("misnamed", say.turned(other[2]), say.CHANGE_HINT)
