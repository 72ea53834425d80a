"""From pieces to conditions: every value, date, report and gap in days becomes a filter on a field of the subject."""

from __future__ import annotations

from datetime import date

from bot.messages import understand as say
from bot.query import FieldName, Op, Value
from bot.understand.dates import Days
from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.offenses import offense_values
from bot.understand.reports import reports_of
from bot.understand.resolve import place_condition

_AXES = {
    "subject:issued": "issued_on",
    "subject:refusal": "declined_on",
    "subject:enact": "enacted",
    "subject:posted": "posted_on",
}
_TIME_OPS: dict[str, Op] = {"before": "before", "after": "after", "since": "since", "until": "until"}


def collect(draft: Draft) -> None:
    """Fill `draft.conds` from the pieces, marking the ones used. Raises Stuck where a value cannot be settled."""
    at = 0
    while at < len(draft.pieces):
        at = _collect_at(draft, at)


def _collect_at(draft: Draft, at: int) -> int:
    piece = draft.pieces[at]
    if piece.used:
        return at + 1
    if piece.has("not_loaded"):
        raise Stuck("not_loaded", piece.text)
    if piece.has("value:report"):
        _add_report(draft, at)
    elif piece.has("cue:same_day") and draft.has("subject:issued"):
        _add(draft, at, "days", (0,), "filter:days", "0 days")
        draft.use_all("filter:days", "subject:issued")
    elif (blank := _not_given(draft, at)) is not None:
        _add(draft, at, blank, (), f"filter:{blank}", op="missing")
    elif piece.has("value:policy") and draft.subject == "policies":
        _add(draft, at, "policy", (piece.value("value:policy"),), "filter:policy")
    elif piece.has("place:mention") and not _rather_country(draft, at):
        draft.conds.append(place_condition(draft, at))
    elif piece.has("value:facility"):
        _add(draft, at, "facility", (piece.value("value:facility"),), "filter:facility")
    elif piece.has("value:settled_citizenship", "value:settled_offense"):
        sense = next(s for s in piece.senses if s.key.startswith("settled"))
        field: FieldName = "citizenship" if sense.key == "settled_citizenship" else "offense"
        label = sense.label if len(sense.value) > 1 else ""
        _add(draft, at, field, sense.value, f"filter:{field}", label)
    elif piece.has("value:citizenship", "value:region"):
        _add_citizenship(draft, at)
    elif piece.has("value:offense"):
        values, label = offense_values(draft, at)
        _add(draft, at, "offense", values, "filter:offense", label)
    elif piece.has("value:aor"):
        _add(draft, at, "aor", (piece.value("value:aor"),), "filter:aor")
    elif piece.has("value:requirement") and draft.subject == "policies":
        sense = piece.sense("value:requirement")
        _add(draft, at, "requirement", (sense.value,), "filter:requirement", sense.label)
    elif piece.has("charged_offense"):
        draft.conds.append(Cond(at, "disposition", "is", ("charge",), stop=at + 1))
    elif piece.has("disposition") and _asks_offenses(draft, at):
        raise Stuck("charges", piece.text, ask=True)
    elif piece.has("disposition"):
        _add(draft, at, "disposition", (piece.sense("disposition").key,), "filter:disposition")
    elif piece.has("limit:gap"):
        _add_gap(draft, at)
    elif piece.has("date"):
        return _add_date(draft, at)
    return at + 1


def _asks_offenses(draft: Draft, at: int) -> bool:
    """ "the most common charges", "which charges": the offenses are asked for, charged or convicted."""
    if draft.pieces[at].words not in ("charge", "charges") or draft.has("dimension:offense"):
        return False
    k = at - 1
    while k >= 0 and draft.pieces[k].has("function:article", "cue:anaphor", "noun:person"):
        k -= 1
    return (
        k >= 0
        and not set(draft.pieces[k + 1].gap) & set(".;?!")
        and draft.pieces[k].has(
            "question:which",
            "question:what_is",
            "order",
            "limit:top",
            "limit:fewest",
            "group:by",
            "measure:distinct",
            "cue:list",
        )
    )


def _add(
    draft: Draft, at: int, field: FieldName, values: tuple[Value, ...], role: str, label: str = "", op: Op = "is"
) -> None:
    draft.conds.append(Cond(at, field, op, values, label=label, stop=at + 1))
    draft.use(at, role)


_BLANK: dict[str, FieldName] = {
    "offense": "offense",
    "citizenship": "citizenship",
    "facility": "facility",
    "disposition": "disposition",
    "issue_date": "issued_on",
}


def _not_given(draft: Draft, at: int) -> FieldName | None:
    """ "no offense listed", "unknown citizenship": the field that is blank in the rows asked for."""
    field = next((_BLANK[s.key] for s in draft.pieces[at].senses if s.kind == "dimension" and s.key in _BLANK), None)
    if field is None:
        return None
    for k in (at - 1, at - 2):
        if k >= 0 and draft.pieces[k].has("cue:not_given") and (k == at - 1 or draft.pieces[at - 1].has("function")):
            draft.use(k, f"filter:{field}")
            draft.conds = [c for c in draft.conds if c.at != k]
            return field
    k = at + 1 + (at + 1 < len(draft.pieces) and draft.pieces[at + 1].has("function:copula"))
    if k < len(draft.pieces) and draft.pieces[k].has("cue:not_given") and not draft.pieces[k].gap:
        draft.use(k, f"filter:{field}")
        return field
    return None


def _add_report(draft: Draft, at: int) -> None:
    """A report, or with a word of time before it those before, after, since or up to it, or from one to another."""
    ids = [r.id for r in draft.lexicon.reports]
    values = draft.pieces[at].value("value:report")
    op, k = _time_op(draft, at)
    first, last = ids.index(values[0]), ids.index(values[-1])
    span = {"before": (0, first), "after": (last + 1, len(ids)), "until": (0, last + 1), "since": (first, len(ids))}
    if op in span and not (op == "until" and _range_from(draft, k)):
        start, stop = span[op]
        if draft.pieces[k].has("function") and op in ("until", "since"):
            pass  # "to week 2" beside another week: the comparison decides
        elif start >= stop:
            raise Stuck("not_loaded", f"{draft.pieces[k].text} {draft.pieces[at].text}")
        else:
            values = tuple(ids[start:stop])
    _add(draft, at, "report", values, "filter:report")


def _range_from(draft: Draft, k: int) -> bool:
    """Whether "to week 3" ends "from week 1 to week 3"."""
    return k > 0 and draft.pieces[k - 1].has("value:report")


def _rather_country(draft: Draft, at: int) -> bool:
    """ "Georgia", "Lebanon": a country or a place here. The words beside it decide; a bare one is asked about."""
    piece = draft.pieces[at]
    if not piece.has("value:citizenship"):
        return False
    mention = piece.value("place:mention")
    if mention.forced or draft.subject in ("policies", "issued", "corrections"):
        return False
    near = [p.words for p in draft.pieces[max(0, at - 3) : at]]
    after = draft.pieces[at + 1].words if at + 1 < len(draft.pieces) else ""
    if after.startswith(("citizen", "national", "immigrant")) or set(near) & {
        "citizens",
        "nationals",
        "citizen",
        "nationality",
        "citizenship",
    }:
        return True
    loaded = any(s.value in draft.lexicon.citizenships for s in piece.senses if s.key == "citizenship")
    listed = any(p in draft.lexicon.refusal_places for o in mention.options for p in o.places)
    state = any(o.level == "state" for o in mention.options)
    if not state:
        return loaded or not listed
    if near and near[-1] in ("in", "at", "across", "within"):
        return False
    raise Stuck("country_or_state", piece.text, ask=True)


def _add_citizenship(draft: Draft, at: int) -> None:
    piece, loaded = draft.pieces[at], draft.lexicon.citizenships
    if piece.has("value:region"):
        raise Stuck("region", piece.text, ask=True, detail=piece.value("value:region"))
    meant = list(dict.fromkeys(s.value for s in piece.senses if s.kind == "value" and s.key == "citizenship"))
    here = [name for name in meant if name in loaded]
    if meant == ["Unknown"] and not here:
        _add(draft, at, "citizenship", (), "filter:citizenship", op="missing")
        return
    if not here:
        from ingest.vocabulary.countries import canonical_country

        country = canonical_country(meant[0])
        wider = [name for name in (country.may_be if country else ()) if name in loaded]
        if wider:
            raise Stuck("country_wider", piece.text, ask=True, detail=wider[0])
    elif len(here) > 1:
        raise Stuck("which_country", piece.text, ask=True)
    _add(draft, at, "citizenship", tuple(here or meant[:1]), "filter:citizenship")


def _add_gap(draft: Draft, at: int) -> None:
    gap = draft.pieces[at].value("limit:gap")
    following = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
    if following is not None and following.has("time:old") and not _of_detainers(draft):
        raise Stuck("demographics", f"{draft.pieces[at].text} {following.text}")
    op: Op = gap.op
    if draft.pieces[at].words.startswith("within"):
        op = "at_most"
    draft.conds.append(Cond(at, "days", op, (int(gap.days),), label=gap.words, stop=at + 1))
    draft.use(at, "filter:days")
    for k in range(at - 1, max(-1, at - 4), -1):
        if draft.pieces[k].has("subject:issued"):
            draft.use(k, "filter:days")
    _use_gap_tail(draft, at + 1)


def _of_detainers(draft: Draft) -> bool:
    """Whether "old" is said of detainers; people's ages are not in the reports."""
    words = ("detainer", "request", "hold", "refusal", "issued", "before")
    return any(word in piece.words for piece in draft.pieces for word in words)


def _use_gap_tail(draft: Draft, at: int) -> None:
    """ "... old when they were refused", "... before the refusal", "... earlier": words that only say what the gap is."""
    tail = (
        "time:old",
        "time:before",
        "time:after",
        "time:between",
        "function",
        "cue:anaphor",
        "subject:refusal",
        "question:when",
        "noun",
        "measure:wait",
        "subject:issued",
        "time:until",
    )
    while at < len(draft.pieces) and draft.pieces[at].has(*tail) and not set(draft.pieces[at].gap) & set(".;?!,"):
        if not draft.pieces[at].has("cue:everything"):
            draft.use(at, "filter:days")
        at += 1


def _add_date(draft: Draft, at: int) -> int:
    """A date with the words before it: the axis (issued, declined, enacted) and how (before, since, between)."""
    days: Days = draft.pieces[at].value("date")
    if days.start is None:
        raise Stuck("no_such_date", draft.pieces[at].text)
    nxt = at + 1
    if (
        nxt < len(draft.pieces)
        and draft.pieces[nxt].has("date")
        and draft.pieces[nxt].gap in ("(", ",")
        and _same_days(draft, at, nxt)
    ):
        draft.use(nxt, "filter:date")  # "this year (2017)"
        nxt += 1
    op, start = _time_op(draft, at)
    last = days
    if (
        op in ("between", "since")
        and (second := _range_second(draft, nxt)) is not None
        and (op == "between" or second[1])
    ):
        last, op = draft.pieces[second[0]].value("date"), "between"
        draft.use(second[0], "filter:date")
        for used in range(nxt, second[0]):
            draft.use(used, "filter:date")
        nxt = second[0] + 1
    elif op == "between":
        op = _lone_from(draft, at, nxt, days) if draft.pieces[start].words == "from" else "is"
        nxt += op == "since" and nxt < len(draft.pieces) and draft.pieces[nxt].has("onward")
    if op == "is" and nxt < len(draft.pieces) and draft.pieces[nxt].has("backward", "onward") and not draft.pieces[nxt].gap:
        op = "until" if draft.pieces[nxt].has("backward") else "since"
        draft.use(nxt, "filter:date")
        nxt += 1
    axis = _axis(draft, at, nxt)
    while nxt < len(draft.pieces) and draft.pieces[nxt].has("time:inclusive"):
        draft.use(nxt, "filter:date")
        nxt += 1
    draft.use(at, "filter:date")
    draft.conds.append(_date_cond(draft, at, nxt, axis, op, days, last))
    return nxt


def _lone_from(draft: Draft, at: int, nxt: int, days: Days) -> str:
    """ "from January" is in January; "from Feb 1 on" is since; a bare "from Feb 1" can be either."""
    if days.unit != "day" or draft.pieces[at].has("forced:is"):
        return "is"
    if draft.pieces[at].has("forced:since"):
        return "since"
    if nxt < len(draft.pieces) and draft.pieces[nxt].has("onward") and not draft.pieces[nxt].gap:
        draft.use(nxt, "filter:date")
        return "since"
    raise Stuck("date_from", draft.pieces[at].text, ask=True)


def _same_days(draft: Draft, at: int, other: int) -> bool:
    return bool(draft.pieces[at].value("date") == draft.pieces[other].value("date"))


def _time_op(draft: Draft, at: int) -> tuple[str, int]:
    """The operator before a date ("is" when there is none) and where it stands."""
    k = at - 1
    while k >= 0 and draft.pieces[k].has("function:article") and not draft.pieces[k].has("time"):
        k -= 1
    if k < 0 or set(draft.pieces[k + 1].gap) & set(".;?!"):
        return "is", at
    piece = draft.pieces[k]
    text = piece.words
    for key in ("before", "after", "since", "until", "between"):
        if piece.has(f"time:{key}"):
            if key in ("since", "until") and text in ("from", "by", "to", "up to", "ending"):
                if text == "from":
                    return "between", k
                if text == "by" and not piece.has("time:until"):
                    continue
            draft.use(k, "date")
            return key, k
    return "is", k


def _range_second(draft: Draft, at: int) -> tuple[int, bool] | None:
    """The second date of "between X and Y" / "from X to Y": its position, and whether "to" or the like joins it."""
    if (
        at + 1 < len(draft.pieces)
        and draft.pieces[at].has("conjunction:and", "time:until")
        and draft.pieces[at + 1].has("date")
    ):
        return at + 1, draft.pieces[at].has("time:until")
    return None


def _axis(draft: Draft, at: int, stop: int) -> FieldName:
    """Which date of the row is meant: by the nearest verb before it, else right after it, else by the subject."""
    found = _axis_before(draft, at) or _axis_after(draft, stop)
    if draft.subject == "policies":
        return "enacted"
    if draft.subject == "reports" and (found == "posted_on" or draft.has("subject:posted")):
        return "posted_on"
    if draft.subject == "corrections":
        return "posted_on"
    if draft.subject == "issued":
        return "declined_on"  # Section I is by week: the date names the report
    if _old_detainers(draft, at):
        return "issued_on"
    return found if found in ("issued_on", "declined_on") else "declined_on"  # type: ignore[return-value]


def _old_detainers(draft: Draft, at: int) -> bool:
    """ "detainers from 2014": before any report, so the date of issue is meant."""
    days: Days = draft.pieces[at].value("date")
    first = draft.lexicon.reports[0].start if draft.lexicon.reports else None
    if first is None or days.end is None or days.end >= first or at < 2:
        return False
    before = draft.pieces[at - 2 : at]
    return before[1].words in ("from", "of", "dated") and before[0].has("noun:detainer")


def _axis_before(draft: Draft, at: int) -> str:
    for k in range(at - 1, max(-1, at - 7), -1):
        for tag, field in _AXES.items():
            if draft.pieces[k].has(tag):
                return _taken(draft, k, field)
        if set(draft.pieces[k + 1].gap) & set(".;?!") or draft.pieces[k].has(
            "place", "dimension:place", "conjunction:and"
        ):
            return ""
    return ""


def _axis_after(draft: Draft, stop: int) -> str:
    for k in range(stop, min(len(draft.pieces), stop + 3)):
        if set(draft.pieces[k].gap) & set(".;?!,"):
            return ""
        for tag, field in _AXES.items():
            if draft.pieces[k].has(tag):
                return _taken(draft, k, field)
        if not draft.pieces[k].has("function"):
            return ""
    return ""


def _taken(draft: Draft, k: int, field: str) -> str:
    if field == "issued_on":
        draft.use(k, "axis:issued_on")
    return field


def _date_cond(draft: Draft, at: int, stop: int, axis: FieldName, op: str, days: Days, last: Days) -> Cond:
    start, end = days.start, last.end
    if start is None or end is None:
        raise Stuck("no_such_date", draft.pieces[at].text)
    if op in ("is", "between"):
        if axis == "declined_on" and draft.subject in ("issued", "reports", "policies", "caveats"):
            return _as_report(draft, at, stop, Days(start, end, days.unit if op == "is" else "range"))
        if start == end:
            return Cond(at, axis, "is", (start,), stop=stop)
        return Cond(at, axis, "between", (start, end), label=_date_label(draft, at, op, days), stop=stop)
    edge: dict[str, date | None] = {"before": days.start, "after": days.end, "since": days.start, "until": days.end}
    value = edge[op]
    if value is None:
        raise Stuck("no_such_date", draft.pieces[at].text)
    if axis == "declined_on" and draft.subject in ("issued", "reports"):
        raise Stuck("weekly_only", draft.pieces[at].text)
    return Cond(at, axis, _TIME_OPS[op], (value,), stop=stop)


def _date_label(draft: Draft, at: int, op: str, days: Days) -> str:
    return (
        say.month_or_year(days.start, days.unit) if op == "is" and days.unit in ("month", "year") and days.start else ""
    )


def _as_report(draft: Draft, at: int, stop: int, days: Days) -> Cond:
    """Sections I and III are by report: a date means the report of its week."""
    found = reports_of(days, draft.lexicon)
    if not found:
        loaded = draft.lexicon.reports
        outside = (
            not loaded
            or days.end is None
            or days.start is None
            or days.end < loaded[0].start
            or days.start > loaded[-1].end
        )
        raise Stuck("not_loaded" if outside else "weekly_only", draft.pieces[at].text)
    if days.unit in ("day", "month") and draft.subject == "issued":
        raise Stuck("weekly_only", draft.pieces[at].text)
    if days.unit == "year":
        found = [r.id for r in draft.lexicon.reports if days.start and days.end and days.start <= r.start <= days.end]
    return Cond(at, "report", "is", tuple(found), stop=stop)
