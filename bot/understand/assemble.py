"""From pieces to a Query: the subject, its conditions, the shape of the question, and every word accounted for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.query import Measure, Query
from bot.understand import claims, lists, policies, sections, sets, shares, statistics
from bot.understand.account import account
from bot.understand.any_report import exists, of_any_report
from bot.understand.bases import none_of_issued
from bot.understand.clauses import asks_existence, clause
from bot.understand.columns import named_columns
from bot.understand.conditions import collect
from bot.understand.consistency import consistent, no_place_twice, plain_filters
from bot.understand.contrast import contrasted, is_contrast, is_percent_change, rank_changes
from bot.understand.corrected import takes_out_corrections, withdrawn_condition
from bot.understand.coverage import check_dates
from bot.understand.dims import Asked, asked
from bot.understand.draft import Draft, Stuck
from bot.understand.forms import forms
from bot.understand.opposed import set_against
from bot.understand.passages import correction_query, text_query
from bot.understand.quantifiers import check_lists, claimed, settled, wait_claimed
from bot.understand.scope import denied_for_nothing, scope
from bot.understand.second import second_question
from bot.understand.subject import counts, subject_of
from bot.understand.superlatives import RANK_OF, WEEKS_LED, leader, led, ranked_one, weeks_led
from bot.understand.suspicion import courtesy
from bot.understand.who import who


def assemble(draft: Draft, quoted: Sequence[str] = (), subject: str | None = None) -> Query:
    """The plan for the draft's pieces. Raises Stuck when the question cannot be read whole.

    subject: what a fragment is about, when the question before it has settled that.
    """
    _one_question(draft)
    corrected = takes_out_corrections(draft)
    if corrected and draft.has("measure:change") and not draft.has("value:report", "dimension:report", "date"):
        raise Stuck("unaccounted", draft.pieces[next(draft.find("measure:change"))].text)  # "how does it change"
    own = ("issued" if _section_one(draft) else "refusals") if corrected else subject_of(draft)
    draft.subject = subject or own
    collect(draft)
    if draft.subject in ("refusals", "issued"):
        withdrawn_condition(draft)
    parts: lists.Parts = {"subject": draft.subject, "corrected": corrected}
    if columns := named_columns(draft):
        parts["measure"] = Measure(kind="rows", fields=columns)
    found = asked(draft)
    if draft.subject in ("policies", "corrections"):
        check_lists(draft)
    if draft.subject == "caveats":
        text_query(draft, parts)
    elif draft.subject == "corrections":
        correction_query(draft, parts)
    elif draft.subject == "policies":
        policies.policy_query(draft, found, quoted, parts)
    elif draft.subject == "reports":
        sections.report_facts(draft, parts)
    else:
        _count_query(draft, found, parts)
    if parts.get("contrast") in ("difference", "percent", "ratio") and parts.get("order") in ("most", "fewest"):
        if parts["contrast"] != "difference":
            raise Stuck("rank_of_changes")
        rank_changes(draft, parts)
    account(draft, parts["subject"] if parts["subject"] != "reports" or draft.subject == "reports" else "issued")
    consistent(draft)
    parts["yes_no"] = _yes_no(draft, parts)
    check_dates(draft)
    parts["filters"] = plain_filters(draft)
    if parts.get("order") == "natural" and not parts.get("group_by"):
        parts["order"] = None
    return Query(**{k: v for k, v in parts.items() if v is not None})


def _section_one(draft: Draft) -> bool:
    return draft.has("subject:issued", "subject:nationwide", "subject:section_one") and not draft.has("subject:refusal")


def _count_query(draft: Draft, found: list[Asked], parts: lists.Parts) -> None:
    """Refusals and detainers issued: everything that counts rows, adds numbers or compares them."""
    comparing = is_contrast(draft)
    rate = shares.is_rate(draft)
    supposed = claimed(draft)
    first = leader(draft, found) if supposed is None or supposed.kind == "every_report" else None
    weeks = (weeks_led(draft, found) or ranked_one(draft, found)) if first is None and supposed is None else None
    found = [a for a in found if not draft.pieces[a.at].used]
    wait = None if draft.subject == "issued" else statistics.waiting(draft)
    scope(draft, contrast=comparing and not rate)
    no_place_twice(draft)
    if supposed is not None and (first is None or supposed.kind != "every_report"):
        settled(draft, supposed, parts)
        return
    if wait is not None:
        parts["measure"] = wait
        parts["claim"] = wait_claimed(draft)
        found = [a for a in found if not draft.pieces[a.at].used]
    elif draft.subject == "issued":
        none_of_issued(draft)
        parts["subject"], parts["measure"] = sections.issued_subject(draft, found)
        if parts["subject"] == "issued" and sets.set_of_groups(draft, found, parts):
            return
        sections.list_section_one(draft, found, parts)
        found = [a for a in found if not draft.pieces[a.at].used]
        if not found and not comparing and parts["measure"].kind == "total":
            parts["claim"] = claims.of_issued(draft)
    elif rate:
        claims.of_share(draft)  # "more than 2%": of two different groups, so the ratio is given and no verdict
        parts["measure"] = shares.rate(draft)
        found = shares.rated_by(draft, found)
    elif shares.is_share(draft) and not is_percent_change(draft):
        parts["claim"] = claims.of_share(draft)
        parts["measure"], draft.conds = shares.share(draft)
        if parts["claim"] and found:  # "counties where more than half were convictions"
            parts["having"], parts["claim"] = parts["claim"], None
    else:
        _plain_measure(draft, parts)
        found = [a for a in found if not draft.pieces[a.at].used]
    if sets.set_of_groups(draft, found, parts):
        return
    if not comparing:
        denied_for_nothing(draft)
    compared = set_against(draft, found, parts) or contrasted(draft, found, parts)
    found = [a for a in asked(draft) if not draft.pieces[a.at].used] if compared else found
    who(draft, found, parts)
    lists.grouped(draft, found, parts)
    if (supposed_first := first or weeks) is not None:
        place = any(p.used == RANK_OF for p in draft.pieces)
        led(draft, supposed_first, parts, anew=not place and (supposed is not None or weeks is not None))
        parts["limit"] = None if place else parts["limit"]
    spread = parts.get("measure")
    if spread is not None and spread.kind == "statistic" and spread.per and parts.get("group_by"):
        raise Stuck("unaccounted", next(p.text for p in draft.pieces if p.used.startswith("dimension")))
    if draft.subject == "refusals" and not parts.get("group_by") and "measure" not in parts:
        _rows_or_count(draft, parts, compared)


def _plain_measure(draft: Draft, parts: lists.Parts) -> None:
    measure = statistics.extreme(draft) or statistics.spread(draft)
    if measure is not None:
        parts["measure"] = measure
    for at in draft.free("subject:issued"):
        raise Stuck("issued_and_refused", draft.pieces[at].text, ask=True)


_VAGUE = forms("assemble", "vague")


def _rows_or_count(draft: Draft, parts: lists.Parts, compared: bool) -> None:
    if compared:
        return
    if (
        not draft.conds
        and not draft.has("subject:refusal", "noun:person")
        and all(draft.pieces[at].words in _VAGUE for at in draft.find("noun:detainer"))
        and not parts.get("corrected")
    ):
        if all(p.has("padding") for p in draft.pieces):
            raise Stuck("smalltalk", detail=courtesy(draft.pieces))
        _asks_to_count(draft)
        raise Stuck("vague", ask=True)
    _asks_to_count(draft)
    listing = bool(draft.free("cue:rows", "cue:list")) and not counts(draft)
    if listing:
        draft.use_all("measure:rows", "cue:rows", "cue:list")
        parts["measure"] = Measure(kind="rows")
        return
    elsewhere = next((c for c in draft.of("place") if c.negated), None)
    if elsewhere is not None and clause(draft) is not None and draft.has("limit:bound"):
        raise Stuck("verdict", draft.pieces[elsewhere.at].text)  # "does anyone besides Denver have 20": each, or all?
    bound = lists.having_of(draft) or claims.of_count(draft)
    if bound is not None and not of_any_report(draft, bound, parts):
        parts["claim"] = bound


def _asks_to_count(draft: Draft) -> None:
    """Raise Stuck for a "what is", "who", "when", "how" that no measure has taken: no count is wanted."""
    first = next((p for p in draft.pieces if not p.has("padding")), None)
    if first is None or not first.has(
        "question:which", "question:what_is", "question:who", "question:when", "question:where", "question:how"
    ):
        return
    if not draft.has("measure:count", "cue:rows", "cue:list") and not first.has("measure"):
        raise Stuck("unaccounted", first.text)


def _yes_no(draft: Draft, parts: lists.Parts) -> bool | None:
    """Whether the wording begins with yes or no: a claim that the plan holds, or "is there any"."""
    if parts.get("claim") or parts.get("leader"):
        return None if any(p.used in (WEEKS_LED, RANK_OF) for p in draft.pieces) else True
    measure = parts.get("measure")
    if clause(draft) is None:
        return None
    if measure is not None and measure.kind in ("extreme", "statistic") and not parts.get("slices"):
        raise Stuck("verdict", next(p.text for p in draft.pieces if p.has("measure")))  # "was the oldest in Denver?"
    if measure is not None and measure.kind != "count":
        return None
    for piece in draft.pieces:
        if piece.used == "premise":
            raise Stuck("number", piece.text)  # "they say 60, after corrections still 60?": which is supposed?
    exists(draft)
    return True if asks_existence(draft) else None


def _one_question(draft: Draft) -> None:
    """Raise Stuck when a message asks for two things: it is cut in two and each half read by itself."""
    ends = list(draft.find("order:most", "order:fewest", "order:bottom"))
    if {draft.pieces[at].has("order:most") for at in ends} == {True, False}:
        between = range(ends[0], ends[-1])
        again = next((k for k in between if draft.pieces[k].words.split()[0] in ("which", "who")), None)
        if again is not None:
            raise Stuck("two_questions", draft.pieces[again].text)  # "which had the most, and which the fewest"
    for at in draft.find("conjunction:and", start=1):
        behind = [p for p in draft.pieces[at + 1 :] if not p.has("function:article")][:1]
        before = any(p.has(*_RANKED) for p in draft.pieces[max(0, at - 3) : at])
        if before and behind and behind[0].has(*_RANKED) and not draft.has("order:chronological"):
            raise Stuck("two_questions", behind[0].text)  # "the fewest and the most", "the biggest and second biggest"
    where = next((at for at in draft.find("dimension:where", start=1) if _asks_where(draft, at)), None)
    if where is not None:
        raise Stuck("two_questions", draft.pieces[where].text)
    second_question(draft)
    asks = [at for at in draft.find("measure:count") if _how_many(draft, at)]
    facts = [at for at in asks if any(p.has("subject:pages") for p in draft.pieces[at + 1 : at + 3])]
    rows = [at for at in asks if at not in facts]
    if len(rows) > 1 and draft.first("compare:versus", start=rows[0], stop=rows[1]) is None:
        raise Stuck("two_questions", draft.pieces[rows[1]].text)
    if not rows:
        return
    which = next((k for k in draft.find("question:which", "question:who", start=rows[0] + 1)), None)
    if which is not None and not _same_clause(draft, rows[0], which) and draft.has("order", "limit:rank"):
        raise Stuck("two_questions", draft.pieces[which].text)
    other = [
        at
        for at in draft.find(
            "measure:share",
            "measure:median",
            "measure:average",
            "measure:oldest",
            "measure:newest",
            "subject:pages",
            "subject:posted",
            "subject:policy",
            "subject:honoring",
        )
        if not _same_clause(draft, rows[0], at) and draft.pieces[at].words != "on average"
    ]
    if other and _rows_counted(draft, rows[0]):
        raise Stuck("two_questions", draft.pieces[other[0]].text)


_RANKED = ("order:most", "order:fewest", "order:bottom", "limit:rank")


def _asks_where(draft: Draft, at: int) -> bool:
    """ "Indians: how many, and where were they released": a second question, and no clause about the first."""
    piece, before = draft.pieces[at], draft.pieces[at - 1]
    follows = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
    anew = before.has("conjunction:and") or bool(set(piece.gap) & set(",;.?!"))
    return anew and piece.words == "where" and (follows is None or follows.has("question:did"))


def _how_many(draft: Draft, at: int) -> bool:
    return draft.pieces[at].words.startswith(("how many", "number of"))


def _same_clause(draft: Draft, one: int, other: int) -> bool:
    """Whether no "and", comma or end of sentence stands between two pieces."""
    first, last = sorted((one, other))
    return not any(
        set(draft.pieces[k].gap) & set(".;?!,") or draft.pieces[k].has("conjunction:and")
        for k in range(first + 1, last + 1)
    )


def _rows_counted(draft: Draft, at: int) -> bool:
    """Whether "how many" counts refusals or people, and not policies or reports."""
    for piece in draft.pieces[at + 1 : at + 5]:
        if piece.has("subject:policy", "dimension", "subject:pages"):
            return False
        if piece.has("subject:refusal", "noun:person", "noun:detainer", "disposition", "value:citizenship"):
            return True
    return draft.has("subject:refusal")
