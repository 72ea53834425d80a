"""A Query said back in one plain sentence: every filter, breakdown, order and period in it, nothing else."""

from __future__ import annotations

from datetime import date

from bot.messages import reading as say
from bot.messages.fields import FIELDS, NOUNS
from bot.query import Dimension, Filter, Having, Measure, Query, Value, side_field
from bot.query import Place as PlaceValue
from bot.understand.lexicon import Lexicon
from bot.understand.places import county_label


def describe(query: Query, lexicon: Lexicon | None = None) -> str:
    """One sentence of how the question was read. With a lexicon, reports are named by their number and week."""
    return say.sentence(_clause(query, lexicon) + (say.also(_clause(query.also, lexicon)) if query.also else ""))


def _clause(query: Query, lexicon: Lexicon | None) -> str:
    parts = [_measure(query, lexicon)]
    if query.slices:
        labels, field = [s.label for s in query.slices], side_field(query.slices)
        parts.append(say.slices(labels, query.contrast or "side_by_side", field))
    if query.group_by and query.contrast not in ("except", "both"):
        parts.append(say.by([dimension_words(d, query.subject) for d in query.group_by]))
    if query.having is not None:
        measure, change = query.measure, query.contrast == "difference"
        within = measure.per or (measure.field if query.group_by else "") if measure.kind == "distinct" else ""
        percent = measure.kind == "share" or bool(measure.kind == "distinct" and measure.of)
        words = field_words(within) if within and not percent else ""
        parts.append(say.having(query.having.op, query.having.n, words, percent=percent, change=change))
    if query.order or query.limit:
        parts.append(say.order(query.order, query.limit, query.nth, change=query.contrast == "difference"))
    if query.each is not None:
        parts.append(say.each(dimension_words(query.each, query.subject)))
    if query.corrected:
        parts.append(say.CORRECTED)
    if query.claim is not None:
        parts.append(_claim(query))
    if query.leader is not None:
        name, counted = value_words(query.leader.values[0], query.leader.field, lexicon), query.each is not None
        told = say.leader(name) if query.yes_no else say.in_how_many(name) if counted else say.in_which_place(name)
        parts.append(told)
    by_report = query.subject != "foia_detainers"
    if by_report and not any(f.field == "report" for f in query.filters) and not _reports_in_slices(query):
        parts.append(say.all_reports(len(lexicon.reports) if lexicon else 0))
    return ", ".join(part for part in parts if part)


def _claim(query: Query) -> str:
    """What is supposed: of the figure, of every report's, or of the first of two against the second."""
    claim = query.claim or Having(op="is", n=0)
    if len(query.slices) == 2 and query.contrast == "side_by_side":
        return say.claim_apart(claim.op)
    words = say.claim(claim.op, claim.n, percent=query.measure.kind in ("share", "rate"))
    return say.in_every_report(words) if query.group_by else words


def _reports_in_slices(query: Query) -> bool:
    return any(f.field == "report" for s in query.slices for f in s.filters)


def _measure(query: Query, lexicon: Lexicon | None) -> str:
    measure, rows = query.measure, _rows(query, lexicon)
    if query.contrast in ("except", "both"):
        names = [dimension_words(d, query.subject) for d in query.group_by]
        return say.members(names, rows, counted=measure.kind == "distinct")
    if measure.kind == "share":
        of = " ".join(filter_words(f, lexicon) for f in measure.of)
        return say.share(of or say.EACH, rows)
    words = {
        "count": say.count(rows),
        "rate": say.rate(_period(query, lexicon)),
        "distinct": say.distinct(field_words(str(measure.field)), rows, _of(measure, lexicon)),
        "total": say.total(field_words(str(measure.field)), rows),
        "statistic": say.statistic(str(measure.stat), _statistic_of(measure), rows),
        "extreme": say.extreme(str(measure.stat), field_words(str(measure.field)), rows),
        "value": say.value([field_words(f) for f in measure.fields], rows),
        "rows": say.rows([field_words(f) for f in measure.fields], rows),
        "text": say.text(query.subject, rows),
    }
    return words[measure.kind]


def _of(measure: Measure, lexicon: Lexicon | None) -> str:
    return " ".join(filter_words(f, lexicon) for f in measure.of)


def _statistic_of(measure: Measure) -> str:
    return say.per(field_words(measure.per)) if measure.per else field_words(str(measure.field))


def _period(query: Query, lexicon: Lexicon | None) -> str:
    return " ".join(filter_words(f, lexicon) for f in query.filters)


def _rows(query: Query, lexicon: Lexicon | None) -> str:
    """The rows in words: "refusals of Mexico, convicted, in the first report"."""
    return say.rows_with(NOUNS[query.subject], [filter_words(f, lexicon) for f in query.filters])


def filter_words(item: Filter, lexicon: Lexicon | None = None) -> str:
    """A filter as a phrase behind the noun: "in Travis County, Texas", "not of Mexico", "issued before Jan 1, 2017"."""
    if item.op == "missing":
        return say.missing(field_words(item.field), item.negated)
    if item.field == "days":
        return say.days(item.op, item.label or f"{item.values[0]} days", item.negated)
    if item.field == "withdrawn":
        return say.withdrawn(bool(item.values[0]) != item.negated)
    values = item.label or say.either([value_words(v, item.field, lexicon) for v in item.values])
    if item.op == "contains":
        return say.contains(field_words(item.field), [str(v) for v in item.values], item.negated)
    if item.field in ("prepared_on", "issued_on", "declined_on", "enacted", "posted_on"):
        days = [value_words(v, item.field, lexicon) for v in item.values]
        return say.dated(item.field, item.op, days, item.label, item.negated)
    return say.filtered(item.field, values, item.negated)


def slice_label(item: Filter, lexicon: Lexicon | None = None) -> str:
    """A side of a comparison: its value alone where that says enough."""
    if item.negated or item.op != "is" or item.field in ("issued_on", "days", "disposition", "withdrawn"):
        return filter_words(item, lexicon)
    return item.label or say.either([value_words(v, item.field, lexicon) for v in item.values])


def value_words(value: Value, field: str, lexicon: Lexicon | None = None) -> str:
    """A value as people write it."""
    if isinstance(value, PlaceValue):
        if value.city:
            return f"{value.city}, {value.state}"
        return county_label(value.state, value.county) if value.county else value.state
    if isinstance(value, date):
        return say.month(value) if field == "enacted" else say.day(value)
    if field == "report" and lexicon is not None:
        report = lexicon.report(str(value))
        if report is not None:
            return say.report(lexicon.number_of(report.id), report.start, report.end)
    return str(value)


def field_words(field: str) -> str:
    """A field's name for people."""
    return FIELDS.get(field, field.replace("_", " "))


def dimension_words(dimension: Dimension, subject: str) -> str:
    """A breakdown's name for people."""
    if dimension.group:
        return say.GROUP
    if dimension.bucket in ("month", "year"):
        return say.bucket(str(dimension.bucket), field_words(dimension.field))
    return field_words(dimension.field)
