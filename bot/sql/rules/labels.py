"""Rule "labels": a number in a text beside the figures stands in a condition as well, or says which week it is.

`'of 4,231'` beside a count would be read as a figure of the reports, though a person or a model made it up; and
'rising' is said of nothing that the statement compares.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from bot.messages import sql_figures as say
from bot.sql import tree
from bot.sql.functions import allowed
from bot.sql.rules import Statement, parts
from bot.sql.verdict import Refusal

_NUMBER = re.compile(r"(?<![A-Za-z_0-9])\d[\d,]*(?:\.\d+)?")
_WORDS = re.compile(
    r"\b(?:dozens?|hundreds?|thousands?|[mb]illions?|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b",
    re.IGNORECASE,
)
_ISO_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?(?!\d)")
_PLACEHOLDERS = re.compile(r"%-?[A-Za-z]|%\.\d[df]|\{[^}]*\}")  # of strftime, printf and format
_SMALL = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SPELLED = re.compile(rf"\b({'|'.join(_SMALL)})\b", re.IGNORECASE)
_FROM_ZERO = re.compile(r"\b0(?=\s*(?:-|to\b))")  # 0-30 days
_CHANGE = re.compile(
    r"\b(?:ris(?:es?|ing)|rose|fall(?:s|ing)|fell|grow(?:s|n|ing|th)|grew|shr[iau]nk(?:s|ing)?|"
    r"(?:in|de)creas(?:es?|ed|ing)|doubled|tripled|halved|(?:up|down) (?:from|since|by|on)|than (?:last|before))\b",
    re.IGNORECASE,
)
_NTH = re.compile(
    r"\b(?:week|day|group|part|report|quarter|no\.?|number|number of|section|page|column)\s+\d{1,2}\b", re.IGNORECASE
)


def check(statement: Statement) -> None:
    """Raises Refusal with code `ungrounded`."""
    labels = [*_labels(statement)]
    for label in labels:
        if spelled := _WORDS.search(label):
            raise Refusal("ungrounded", say.numbered_label(label, spelled.group()), say.NUMBERED_LABEL_HINT)
        if (told := _CHANGE.search(label)) and not _compares(statement):
            raise Refusal("ungrounded", say.change_told(label, told.group()), say.CHANGE_TOLD_HINT)
    labels = [_SPELLED.sub(lambda found: str(_SMALL.index(found[1].lower()) + 2), label) for label in labels]
    if not any(any(map(str.isnumeric, label)) for label in labels):
        return
    written = _written(statement, set(labels))
    for label in labels:
        for number in _numbers(label):
            if number is None or not _known(number, written):
                shown = next(iter(_NUMBER.findall(label)), label)
                raise Refusal("ungrounded", say.numbered_label(label, shown), say.NUMBERED_LABEL_HINT)


def _labels(statement: Statement) -> Iterator[str]:
    """The texts that come out: those in the SELECT lists, not those compared with, and the names of the columns."""
    for query in statement.selects():
        if id(query) in statement.exists:
            continue
        for item in query.items:
            yield from shown_texts(item)
    for output in statement.query.outputs:
        yield output.name


def shown_texts(expr: tree.Expr) -> Iterator[str]:
    """The written texts that an expression may come out as."""
    match expr:
        case tree.Const(kind="STRING"):
            yield expr.text
        case tree.Case():
            for part in [then for _, then in expr.whens] + ([expr.default] if expr.default else []):
                yield from shown_texts(part)
        case tree.Call(name="strftime" | "format" | "printf"):
            patterns = [a.text for a in expr.args if isinstance(a, tree.Const)]
            yield from (_PLACEHOLDERS.sub(" ", pattern.removesuffix("-01")) for pattern in patterns)
        case tree.Call() | tree.Window():
            function = allowed().get(expr.name)
            for position, part in enumerate(expr.args):
                if (
                    function is not None
                    and function.gives not in ("number", "boolean")
                    and function.may_come_out(position)
                ):
                    yield from shown_texts(part)
        case tree.Op(kind="coalesce" | "array" | "extract" | "slice"):
            for part in expr.items:
                yield from shown_texts(part)


def _compares(statement: Statement) -> bool:
    """Whether the statement sets two figures of the rows against one another."""
    for query in statement.queries:
        for _, part in parts(query):
            sides = [part.left, part.right] if isinstance(part, tree.Compare) else []
            if isinstance(part, tree.Call) and part.name in ("-", "/"):
                sides = part.args
            if len(sides) == 2 and all(_figure(side, statement) for side in sides):
                return True
            if isinstance(part, tree.Call) and part.name == "sign":
                return True
    return False


def _figure(expr: tree.Expr, statement: Statement) -> bool:
    value = statement.grounds.of(expr)
    return value.reads and value.type == "number"


def _numbers(label: str) -> Iterator[Decimal | None]:
    """The numbers in a label, dates and `week 2` left out; None for digits of another script."""
    rest = _FROM_ZERO.sub(" ", _NTH.sub(" ", _ISO_DATE.sub(" ", label)))
    if any(not c.isascii() and unicodedata.category(c)[0] == "N" for c in rest):
        yield None
    for found in _NUMBER.findall(rest):
        try:
            yield Decimal(found.replace(",", ""))
        except InvalidOperation:
            yield None


def _known(number: Decimal, written: set[Decimal]) -> bool:
    return any(abs(number - other) <= 1 for other in written)


def _written(statement: Statement, labels: set[str]) -> set[Decimal]:
    """Every number that stands in the statement outside the labels."""
    found: set[Decimal] = set()
    for query in statement.queries:
        for _, part in parts(query):
            if isinstance(part, tree.Const) and part.text not in labels:
                for date in _ISO_DATE.finditer(part.text):
                    found.update(Decimal(piece) for piece in date.group().split("-"))
                known = [n for n in _numbers(part.text) if n is not None]
                found.update(known)
                found.update(n * 100 for n in known if n < 1)  # quantile(x, 0.9) AS "90th"
    return found
