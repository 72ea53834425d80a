"""From pieces to conditions: every value, date, report and gap in days becomes a filter on a field of the subject."""

from __future__ import annotations

from bot.query import FieldName, Op, Value
from bot.understand.blanks import is_given, not_given
from bot.understand.boroughs import within_city
from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.namesakes import add_facility
from bot.understand.offenses import all_kinds, every_kind, offense_values
from bot.understand.pieces import Piece
from bot.understand.resolve import place_condition
from bot.understand.weekdays import add_weekdays
from bot.understand.when import add_date, add_report
from bot.understand.words import phrase_key


def collect(draft: Draft) -> None:
    """Fill `draft.conds` from the pieces, marking the ones used. Raises Stuck where a value cannot be settled."""
    at = 0
    while at < len(draft.pieces):
        at = _collect_at(draft, at)
    within_city(draft)


def _collect_at(draft: Draft, at: int) -> int:
    piece = draft.pieces[at]
    if piece.used:
        return at + 1
    if piece.has("not_loaded"):
        raise Stuck("not_loaded", piece.text)
    if piece.has("value:report"):
        add_report(draft, at)
    elif piece.has("cue:issue_day") and draft.subject == "refusals":
        _add(draft, at, "days", (0,), "filter:days", "0 days")
    elif piece.has("cue:same_day") and (draft.has("subject:issued") or _same_day_refusals(draft, at)):
        _add(draft, at, "days", (0,), "filter:days", "0 days")
        draft.use_all("filter:days", "subject:issued")
    elif (blank := not_given(draft, at)) is not None:
        _add(draft, at, blank, (), f"filter:{blank}", op="missing")
    elif (stated := is_given(draft, at)) is not None:
        _add(draft, at, stated, (), f"filter:{stated}", op="missing")
        draft.conds[-1].negated = True
    elif piece.has("value:policy") and draft.subject == "policies":
        _add(draft, at, "policy", (piece.value("value:policy"),), "filter:policy")
    elif piece.has("place:mention") and not _rather_country(draft, at):
        draft.conds.append(place_condition(draft, at))
    elif piece.has("value:facility"):
        add_facility(draft, at)
    elif piece.has("value:settled_citizenship", "value:settled_offense"):
        sense = next(s for s in piece.senses if s.key.startswith("settled"))
        field: FieldName = "citizenship" if sense.key == "settled_citizenship" else "offense"
        label = sense.label if len(sense.value) > 1 else ""
        _add(draft, at, field, sense.value, f"filter:{field}", label)
    elif piece.has("value:citizenship", "value:region"):
        _add_citizenship(draft, at)
    elif piece.has("value:offense"):
        values, label = every_kind(draft, at) if all_kinds(draft, at) else offense_values(draft, at)
        _add(draft, at, "offense", values, "filter:offense", label)
    elif piece.has("value:aor") and draft.subject not in ("policies", "foia_detainers"):
        raise Stuck("two_sections", piece.text)  # no refusal is listed with an office, only a policy is
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
    elif piece.has("weekday"):
        add_weekdays(draft, at)
    elif piece.has("date"):
        return add_date(draft, at)
    return at + 1


def _same_day_refusals(draft: Draft, at: int) -> bool:
    """ "same-day refusals": on the day of issue. "The same day" alone can be any day."""
    following = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
    hyphened = draft.pieces[at].text.lower() == "same-day"
    return hyphened and following is not None and following.has("subject:refusal") and following.words.endswith("s")


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
    rows = any(p.state == o.state for o in mention.options if o.level == "state" for p in draft.lexicon.refusal_places)
    if rows and not (near and near[-1] in ("from", "of")) and piece.words == str(mention.options[0].state).lower():
        return False  # "Georgia refusals": a row's place is nearer than its person's
    raise Stuck("country_or_state", piece.text, ask=True)


def _add_citizenship(draft: Draft, at: int) -> None:
    piece, loaded = draft.pieces[at], draft.lexicon.citizenships
    if piece.has("value:region"):
        raise Stuck("region", piece.text, ask=True, detail=piece.value("value:region"))
    meant = list(dict.fromkeys(s.value for s in piece.senses if s.kind == "value" and s.key == "citizenship"))
    here = [n for name in meant for n in ((name,) if name in loaded else draft.lexicon.printed_countries.get(name, ()))]
    here = list(dict.fromkeys(here))
    before = draft.pieces[at - 1].words if at else ""
    if before in ("in", "at", "inside", "within") and not draft.follow_up and _by_name(piece):
        raise Stuck("no_such_place", piece.text)  # "released in Germany": rows say where from, never where abroad
    if meant == ["Unknown"] and not here:
        _add(draft, at, "citizenship", (), "filter:citizenship", op="missing")
        return
    if not here:
        from ingest.vocabulary.countries import canonical_country

        country = canonical_country(meant[0])
        printed = draft.lexicon.printed_countries
        wider = [n for name in (country.may_be if country else ()) for n in printed.get(name, ())]
        named = [n for n in wider if phrase_key(meant[0]) in phrase_key(n).split()]
        if len(named) == 1 == len(wider):  # "Congo" where the rows know only "Dem Rep Of The Congo"
            here, wider = named, []
        if wider:
            raise Stuck("country_wider", piece.text, ask=True, detail=wider[0])
    elif len(here) > 1 and not _one_country(draft, here):
        raise Stuck("which_country", piece.text, ask=True)
    _add(draft, at, "citizenship", tuple(here or meant[:1]), "filter:citizenship")


def _by_name(piece: Piece) -> bool:
    """Whether a country is named itself, not its people ("a rise in Mexicans")."""
    from ingest.vocabulary.countries import canonical_country

    country = canonical_country(piece.text)
    return country is not None and piece.words not in {phrase_key(word) for word in country.demonyms}


def _one_country(draft: Draft, names: list[str]) -> bool:
    """Whether the names are spellings of one country."""
    return any(set(names) <= set(printed) for printed in draft.lexicon.printed_countries.values())


def _add_gap(draft: Draft, at: int) -> None:
    gap = draft.pieces[at].value("limit:gap")
    following = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
    people = draft.has("noun:person", "value:citizenship") or gap.words.split()[-1].startswith("year")
    if following is not None and following.has("time:old") and people and not _of_detainers(draft):
        raise Stuck("demographics", f"{draft.pieces[at].text} {following.text}")
    op: Op = gap.op
    if draft.pieces[at].words.startswith("within"):
        op = "at_most"
    draft.conds.append(Cond(at, "days", op, (int(gap.days),), label=gap.words, stop=at + 1))
    draft.use(at, "filter:days")
    for k in range(at - 1, max(-1, at - 4), -1):
        if draft.pieces[k].has("subject:issued", "measure:wait"):
            draft.use(k, "filter:days")  # "issued more than ...", "had sat for more than ..."
    _use_gap_tail(draft, at + 1)


def _of_detainers(draft: Draft) -> bool:
    """Whether "old" is said of detainers; people's ages are not in the reports. No one in them is some days old."""
    words = ("detainer", "request", "hold", "refusal", "issued", "before")
    if any(word in piece.words for piece in draft.pieces for word in words):
        return True
    refused = any(p.has("subject:refusal") for p in draft.pieces)
    return refused and draft.has("question:when") and not draft.has("noun:person")  # "over two years old when declined"


def _use_gap_tail(draft: Draft, at: int) -> None:
    """ "... old when they were refused", "... before the refusal": words that only say what the gap is."""
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
