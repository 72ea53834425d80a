"""Questions about the FOIA detainer spreadsheets: a small grammar of its own.

A question is about them only when it says so (`prompts/words/foia.yaml`), so that their rows never mix with the weekly
reports' refusals. It can be counted, shared and broken down by what a spreadsheet holds; any other word stops it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.messages import declines as say
from bot.query import Dimension, FieldName, Filter, Measure, Place, Query
from bot.understand import lists
from bot.understand.account import account
from bot.understand.dims import Asked, asked
from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.foia_names import FoiaNames
from bot.understand.forms import forms
from bot.understand.outcome import Choice, Clarify, Understood
from bot.understand.pieces import Piece
from bot.understand.places import Mention
from bot.understand.suspicion import before_assembling
from bot.understand.when import add_date
from ingest.vocabulary.countries import canonical_country
from ingest.vocabulary.states import canonical_state

SUBJECT = "foia_detainers"
_CUES = ("foia:source", "foia:lift_reason", "foia:immigration_violator")
_DECLINED = forms("foia", "declined")
_CRIMINALITY = {"conviction": "convicted", "charge": "pending charges"}
_FIELDS: dict[str, FieldName] = {
    "state": "state",
    "facility": "facility",
    "citizenship": "citizenship",
    "disposition": "criminality",
    "aor": "aor",
    "lift_reason": "lift_reason",
    "gender": "gender",
}
_PREPARED = {"month": "month", "year": "year", "issue_month": "month", "issue_year": "year"}


def says_so(pieces: Sequence[Piece]) -> int | None:
    """Where a message says that it is about the spreadsheets, or None."""
    for at, piece in enumerate(pieces):
        if piece.has(*_CUES) or _by_lea(pieces, at):
            return at
    return None


def _by_lea(pieces: Sequence[Piece], at: int) -> bool:
    """ "declined by LEA", word for word; "by an LEA", "by LEAs" and Lea County are everyday English."""
    if at + 2 >= len(pieces) or pieces[at].words != "declined" or pieces[at + 1].words != "by":
        return False
    return pieces[at + 2].text in ("LEA", "lea") and pieces[at + 2].has("noun:agency") and not pieces[at + 2].gap


def read(draft: Draft, names: FoiaNames, last: Query | None = None) -> Understood | Clarify:
    """The plan for a message that says it is about the spreadsheets, or that follows one (`last`). Raises Stuck."""
    cue = says_so(draft.pieces)
    by_lea = 3 if cue is not None and _by_lea(draft.pieces, cue) else 1
    word = " ".join(p.text for p in draft.pieces[cue : cue + by_lea]) if cue is not None else ""
    if not names.releases:
        raise Stuck("foia_not_loaded", word)
    if last is not None and last.subject != SUBJECT:
        raise Stuck("foia_fragment", word)  # laid over a question about the reports, it would mix the two
    draft.subject = SUBJECT
    before_assembling([p for p in draft.pieces if not p.has("foia")], follow_up=last is not None)
    query = _query(draft, names, last)
    if len(names.releases) < 2:
        return Understood(query, notes=tuple(dict.fromkeys(draft.notes)))
    choices = [(r.name, Filter(field="release", values=(r.name,))) for r in names.releases]
    kept = [f for f in query.filters if f.field == "release"]
    if kept:
        return Understood(query)
    picked = tuple(Choice(name, query.model_copy(update={"filters": (f, *query.filters)})) for name, f in choices)
    return Clarify("which_release", say.question("which_release", word), picked, word)


def _query(draft: Draft, names: FoiaNames, last: Query | None) -> Query:
    _declined(draft)
    _conditions(draft, names)
    parts: lists.Parts = {"subject": SUBJECT}
    if draft.has("measure:share"):
        parts["measure"] = _share(draft)
    _breakdown(draft, parts)
    if not parts.get("group_by"):
        _counts(draft, last)
    account(draft, SUBJECT)
    if draft.has("negation"):
        raise Stuck("negation", draft.pieces[next(draft.find("negation"))].text)
    parts["filters"] = draft.filters()
    made = Query(**{k: v for k, v in parts.items() if v is not None})
    return made if last is None else _over(last, made)


def _counts(draft: Draft, last: Query | None) -> None:
    """Raise Stuck unless a number of detainers or people is wanted."""
    for at in draft.free("question:which", "question:who", "question:when", "question:where", "question:how"):
        raise Stuck("unaccounted", draft.pieces[at].text)
    nouns = ("measure:count", "measure:share", "noun:detainer", "noun:person", "subject:refusal")
    if last is None and not draft.has(*nouns):
        raise Stuck("vague", draft.pieces[0].text)


def _over(last: Query, made: Query) -> Query:
    """A follow-up: its conditions take the place of those on the same field, its breakdown and measure of theirs."""
    fields = {f.field for f in made.filters}
    changed = made.model_dump(exclude_defaults=True, exclude={"subject", "filters"})
    kept = [f for f in last.filters if f.field not in fields]
    return last.model_copy(
        update={"filters": (*kept, *made.filters), **{name: getattr(made, name) for name in changed}}
    )


def _declined(draft: Draft) -> None:
    """ "declined", with or without "by LEA": lifted because the agency declined."""
    for at, piece in enumerate(draft.pieces):
        if piece.used or not piece.has("subject:refusal"):
            continue
        if piece.words not in _DECLINED:
            raise Stuck("unaccounted", piece.text)
        stop = at + 1
        if at + 2 < len(draft.pieces) and draft.pieces[at + 1].words == "by":
            agency = at + 2 + draft.pieces[at + 2].has("function:article")
            if agency < len(draft.pieces) and draft.pieces[agency].has("noun:agency"):
                stop = agency + 1
        for used in range(at, stop):
            draft.use(used, "filter:declined")
        if not draft.of("declined"):
            draft.conds.append(Cond(at, "declined", "is", (True,), stop=stop))


def _conditions(draft: Draft, names: FoiaNames) -> None:
    at = 0
    while at < len(draft.pieces):
        piece = draft.pieces[at]
        if piece.used:
            pass
        elif piece.has("place:mention"):
            _place(draft, at)
        elif piece.has("value:citizenship"):
            _citizenship(draft, at, names)
        elif piece.has("disposition"):
            _add(draft, at, "criminality", (_CRIMINALITY[piece.sense("disposition").key],))
        elif piece.has("foia:immigration_violator"):
            _add(draft, at, "criminality", ("other immigration violator",))
        elif piece.has("date"):
            at = _date(draft, at, names)
            continue
        at += 1
    _places_together(draft)
    for cond in draft.conds:
        if any(o is not cond and o.field == cond.field for o in draft.conds):
            raise Stuck("contradiction", draft.pieces[cond.at].text)


def _places_together(draft: Draft) -> None:
    """ "Texas or Illinois", "Texas, Illinois and Ohio": one condition with several places."""
    places = draft.of("place")
    for first, second in pairwise(places):
        between = draft.pieces[first.stop : second.at]
        if (
            all(p.has("conjunction:or", "conjunction:and", "function:preposition") for p in between)
            and len(between) < 3
        ):
            for at in range(first.stop, second.at):
                draft.use(at, "conjunction")
            second.values = (*first.values, *second.values)
            draft.conds = [c for c in draft.conds if c is not first]


def _add(draft: Draft, at: int, field: FieldName, values: tuple[str | bool | Place, ...]) -> None:
    draft.conds.append(Cond(at, field, "is", values, stop=at + 1))
    draft.use(at, f"filter:{field}")


def _place(draft: Draft, at: int) -> None:
    """Only states: a spreadsheet names a facility's city as it likes, and no county."""
    mention: Mention = draft.pieces[at].value("place:mention")
    states = [o for o in mention.options if o.level == "state" or o.state == "District of Columbia"]
    unclear = mention.text.casefold() in ("new york", "washington") and not mention.forced
    known = canonical_state(states[0].state) if states and not unclear else None
    if known is None:
        raise Stuck("foia_place", draft.pieces[at].text)
    _add(draft, at, "place", (Place(state=known.name),))


def _citizenship(draft: Draft, at: int, names: FoiaNames) -> None:
    piece = draft.pieces[at]
    countries = {canonical_country(s.value) for s in piece.senses if s.kind == "value" and s.key == "citizenship"}
    country = countries.pop() if len(countries) == 1 else None
    written = names.written(country.name) if country is not None else ()
    if not written:
        raise Stuck("foia_country", piece.text)
    draft.conds.append(
        Cond(at, "citizenship", "is", written, label=country.name if country and len(written) > 1 else "", stop=at + 1)
    )
    draft.use(at, "filter:citizenship")


def _date(draft: Draft, at: int, names: FoiaNames) -> int:
    """A day, month or year of preparing the detainer: the only date there is."""
    near = [k for k in range(max(0, at - 4), at) if draft.pieces[k].has("foia:prepared", "subject:issued")]
    if draft.of("declined") and not near:
        raise Stuck("foia_no_day", draft.pieces[at].text)
    for k in near:
        draft.use(k, "axis:prepared_on")
    stop = add_date(draft, at)
    cond = draft.conds[-1]
    cond.field = "prepared_on"
    span = names.span
    days = [v for v in cond.values if hasattr(v, "year")]
    if span is None or not days or min(days) > span[1] or max(days) < span[0]:  # type: ignore[type-var, operator]
        raise Stuck("foia_days", draft.pieces[at].text, detail=say.days(span))
    return stop


def _share(draft: Draft) -> Measure:
    """ "what share of X were Y": the one condition behind the verb is the part, those before it the whole."""
    draft.use_all("measure:share", "measure:share")
    verbs = [at for at in draft.find("function:copula") if draft.pieces[at].words not in ("is", "are")]
    of = [c for c in draft.conds if verbs and c.at > verbs[-1]]
    if len(of) != 1:
        raise Stuck("share_of_what", draft.pieces[next(draft.find("measure:share"))].text)
    draft.conds = [c for c in draft.conds if c is not of[0]]
    return Measure(kind="share", of=(of[0].filter(),))


def _breakdown(draft: Draft, parts: lists.Parts) -> None:
    found = [*asked(draft), *_own_dimensions(draft)]
    for a in found:
        if a.key in ("county", "place", "where"):
            raise Stuck("foia_place", draft.pieces[a.at].text)
        if a.key in ("month", "year", "day") and draft.of("declined"):
            raise Stuck("foia_no_day", draft.pieces[a.at].text)
        if a.key not in (*_FIELDS, *_PREPARED, "report"):
            raise Stuck("unaccounted", draft.pieces[a.at].text)
    lists.grouped(draft, [a for a in found if a.key != "report"], parts)
    by_key = {a.dimension: _dimension(a) for a in found if a.key != "report"}
    parts["group_by"] = tuple(by_key[d] for d in parts.get("group_by", ()))
    measure = parts.get("measure")
    if measure is not None and measure.kind == "distinct":
        field = next(d.field for a, d in zip(by_key, by_key.values(), strict=True) if a.field == measure.field)
        parts["measure"] = measure.model_copy(update={"field": field})


def _own_dimensions(draft: Draft) -> list[Asked]:
    """ "by lift reason", "which lift reasons"."""
    found = []
    for at in draft.free("foia:lift_reason", "foia:gender"):
        key = "lift_reason" if draft.pieces[at].has("foia:lift_reason") else "gender"
        before = at - 1
        while before >= 0 and draft.pieces[before].has("function:article", "noun:detainer", "order"):
            before -= 1
        if before < 0 or not draft.pieces[before].has("group:by", "question:which", "question:what_is"):
            raise Stuck("unaccounted", draft.pieces[at].text)
        by = draft.pieces[before].has("group:by")
        if by:
            draft.use(before, "group")
        found.append(Asked(at, key, "by" if by else "which", draft.pieces[at].words.endswith("s")))
    return found


def _dimension(a: Asked) -> Dimension:
    if a.key in _PREPARED:
        return Dimension(field="prepared_on", bucket=_PREPARED[a.key])
    return Dimension(field=_FIELDS[a.key])
