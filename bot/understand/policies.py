"""Questions about Section III: how many policies, which places, since when, what they ask for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.query import Dimension, Measure, Query
from bot.understand.dims import Asked
from bot.understand.draft import Cond, Draft, Stuck
from bot.understand.forms import forms
from bot.understand.lists import Parts, grouped
from bot.understand.passages import got
from bot.understand.policy_changes import changed
from bot.understand.policy_facts import hours, of_level, of_one_place, policy_fact, still_listed, titled
from bot.understand.policy_halves import policy_and_date
from bot.understand.policy_words import criteria, of_one_section, worded
from bot.understand.scope import denied_for_nothing, scope
from bot.understand.subject import counts

_FIELDS = ("report", "state", "place", "jurisdiction", "enacted", "criteria", "requirement", "aor", "policy")
_WORDS = ("subject:policy", "subject:honoring", "subject:enact", "subject:require", "cue:list", "cue:mention")
_YEARS = {"year": "year", "issue_year": "year", "month": "month", "issue_month": "month", "day": "month"}


def policy_query(draft: Draft, found: Sequence[Asked], quoted: Sequence[str], parts: Parts) -> None:
    """Section III: how many, which places, when enacted, what is required, what mentions a phrase, what changed."""
    of_one_section(draft, found)
    got(draft, "subject:policy", "cue:new", "policy_change", "measure:change")
    worded(draft)
    hours(draft)
    still_listed(draft)
    titled(draft)
    criteria(draft, quoted)
    scope(draft, contrast=False)
    for cond in draft.conds:
        if cond.field not in _FIELDS:
            raise Stuck("not_in_policies", draft.pieces[cond.at].text)
    parts["subject"] = "policies"
    several = of_level(draft)
    if changed(draft, found, parts):
        draft.use_all("subject:policy", *_WORDS)
        return
    _in_each_of_them(draft)
    if not draft.has("dimension"):
        denied_for_nothing(draft)
    draft.use_all("subject:policy", *_WORDS)
    one = not several and any(c.field in ("jurisdiction", "place") and not c.negated for c in draft.conds)
    if draft.pieces[-1].words in ("break", "broke", "broken"):
        raise Stuck("opinion", draft.pieces[-1].text)  # "what law did Denver break"
    if policy_fact(draft, found, parts):
        draft.use_all("cue", "cue:list", "cue:everything")
        return
    if one and _both_halves(draft):
        parts["measure"] = Measure(kind="text")
        parts["also"] = Query(
            subject="policies", measure=Measure(kind="value", fields=("enacted",)), filters=draft.filters()
        )
        return
    both = policy_and_date(draft)
    dated = _asks_when(draft, found, one or several or bool(draft.of("state")))
    found = [a for a in found if draft.pieces[a.at].used != "fact"]
    if draft.has("measure:share"):
        from bot.understand.shares import share

        parts["measure"], draft.conds = share(draft)
    elif (any(a.key in ("state", "aor") for a in found) and draft.has("order", "limit")) or (
        (counts(draft) or _grows(draft)) and not draft.has("question:when")
    ):
        _count(draft, found, parts)
    elif _extreme(draft, parts):
        pass
    elif dated and not both:
        parts["measure"] = Measure(kind="value", fields=("enacted",))
    elif any(a.how == "by" or (a.key in _YEARS and a.key != "day") for a in found):
        _count(draft, found, parts)
    elif (one or _asks_conditions(draft) or of_one_place(draft)) and not any(a.how in ("which", "bare") for a in found):
        draft.conds = [c for c in draft.conds if c.field != "criteria" or draft.has("cue:mention")]
        parts["measure"] = Measure(kind="text")
        draft.use_all("text", "dimension:requirement", "text:policies_change", "passage:explain", "cue:rows")
        if dated:  # "policy and date": the month as a figure beside the text
            when = Measure(kind="value", fields=("enacted",))
            parts["also"] = Query(subject="policies", measure=when, filters=draft.filters())
    else:
        _rows(draft, found, parts)


def _in_each_of_them(draft: Draft) -> None:
    """Raise Stuck for "which policies are in all reports": neither those in any of them, nor each report's number."""
    for at in draft.find("cue:everything", "dimension:report", start=1):
        words = draft.pieces[at].words.split()
        every = words[0] if len(words) > 1 else draft.pieces[at - 1].words.split()[-1]
        if words[-1] not in ("report", "reports", "week", "weeks", "lists") or every not in _EVERY:
            continue
        k = (at if len(words) > 1 else at - 1) - 1
        while k > 0 and draft.pieces[k].has("function:preposition", "time:during"):
            k -= 1
        if k > 0 and draft.pieces[k].has("function:copula", "cue:appear") and not draft.of("report"):
            raise Stuck("unaccounted", draft.pieces[at].text)


_EVERY = forms("policies", "every")


def _rows(draft: Draft, found: Sequence[Asked], parts: Parts) -> None:
    first = next((p for p in draft.pieces if not p.has("padding")), None)
    if first is not None and first.has("question:how") and not draft.has("measure:count"):
        raise Stuck("unaccounted", first.text)  # "how was the list made": none of its rows says so
    if first is not None and first.has("question:did") and not draft.conds and not found:
        raise Stuck("unaccounted", first.text)  # "is the policy okay?"
    parts["measure"] = Measure(kind="rows", fields=("jurisdiction", "enacted", "policy"))
    for a in found:
        if a.key in ("citizenship", "offense", "offense_group", "disposition", "facility"):
            raise Stuck("not_in_policies", draft.pieces[a.at].text)
        if a.how in ("which", "bare", "question"):
            draft.use(a.at, f"dimension:{a.key}")
    draft.use_all("dimension", "question:who", "dimension:where", "question:when")


def _asks_when(draft: Draft, found: Sequence[Asked], one: bool) -> bool:
    """ "when did Travis adopt it", "date of Ithaca's policy", "how long has Travis had its policy"."""
    dates = [a for a in found if a.key == "day" and draft.pieces[a.at].words in ("date", "dates")]
    dates += [a for a in found if a.key in _YEARS and a.how == "which" and one]
    said = list(draft.find("dimension:day"))
    if draft.of("enacted"):
        for at in said:
            if draft.pieces[at].words in ("date", "dates", "dated"):
                draft.use(at, "fact")  # "how many policies date from 2014"
        return False
    if not one or counts(draft):
        return False
    long = [at for at in draft.find("measure:wait") if draft.pieces[at].words == "how long"]
    if long and draft.has("subject:honoring"):
        draft.use_all("fact", "measure:wait")  # "how long will Sonoma County hold somebody": what its criteria say
        return False
    long += [at for at in draft.find("measure:age") if draft.pieces[at].words == "how old"]
    plain = [at for at in said if draft.pieces[at].words in ("date", "dates")]
    if not (draft.has("question:when") or dates or long or plain):
        return False
    for at in (*long, *plain, *(a.at for a in dates)):
        draft.use(at, "fact")
    draft.use_all("fact", "question:when", "policy_fact:in_force", "text:policies_change")
    return True


def _both_halves(draft: Draft) -> bool:
    """ "when was it adopted and what does it ask for": two questions of one policy, of which neither may be lost."""
    first = next((p for p in draft.pieces if not p.has("padding")), None)
    for at in draft.find("conjunction:and", start=1):
        after = draft.pieces[at + 1 :]
        asks = bool(after) and after[0].has("question:which", "question:what_is", "question:how")
        if first is None or not first.has("question:when") or not asks or not any(p.has(*_SAYS) for p in after):
            continue
        if not all(p.has("question", "function", "cue:anaphor", "noun:detainer", "padding", *_SAYS) for p in after):
            raise Stuck("two_questions", after[0].text)
        for k in (at, *range(at + 1, len(draft.pieces))):
            draft.use(k, "text")
        draft.use_all("fact", "question:when", "dimension:day")
        return True
    return False


_SAYS = ("subject:require", "cue:mention", "cue:wants_text", "subject:honoring")


def _grows(draft: Draft) -> bool:
    return draft.has("measure:change") and draft.has("question:did") and not draft.of("place", "jurisdiction")


def _asks_conditions(draft: Draft) -> bool:
    """ "what are the conditions in DC": the criteria of one state's entries, in their words."""
    asked_for = [
        draft.pieces[at].words.startswith(("condition", "requirement")) for at in draft.find("subject:require")
    ]
    asked_for += [p.words in ("criteria", "criterion") for p in draft.pieces]
    return any(asked_for) and any(c.field == "state" and not c.negated for c in draft.conds)


def _count(draft: Draft, found: Sequence[Asked], parts: Parts) -> None:
    by = [a for a in found if a.how == "by" or a.key in ("state", "aor", "requirement", *_YEARS)]
    places = [a for a in found if a not in by and a.key in ("place", "county") and a.how == "many"]
    parts["measure"] = Measure(kind="distinct", field="jurisdiction") if places else Measure(kind="count")
    if draft.has("compare", "measure:change", "measure:difference") and not by:
        _each_report(draft, parts)
    if by:
        grouped(draft, by, parts)
        parts["group_by"] = tuple(_enacted(d) for d in parts.get("group_by", ()))
    for a in found:
        if a not in by and a.key in ("place", "county", "where", "report"):
            draft.use(a.at, "noun")
    draft.use_all("measure:count", "measure:count", "measure:distinct")


def _each_report(draft: Draft, parts: Parts) -> None:
    """ "policies in week 1 against week 2": the number in each report."""
    draft.use_all("compare", "compare", "measure:change", "measure:difference", "time:between", "time:until")
    weeks = draft.of("report")
    if len(weeks) > 1 and not any(c.negated for c in weeks):
        both = tuple(dict.fromkeys(v for c in weeks for v in c.values))
        draft.conds = [c for c in draft.conds if c.field != "report"]
        draft.conds.append(Cond(weeks[0].at, "report", "is", both, stop=weeks[0].stop))
    parts["group_by"], parts["order"] = (Dimension(field="report"),), "natural"


def _enacted(dimension: Dimension) -> Dimension:
    """A breakdown by time is by the month or year of enactment: Section III gives no other date, and no day."""
    if dimension.field not in ("declined_on", "issued_on"):
        return dimension
    return Dimension(field="enacted", bucket="year" if dimension.bucket == "year" else "month")


def _extreme(draft: Draft, parts: Parts) -> bool:
    old, new = bool(draft.free("measure:oldest")), bool(draft.free("measure:newest", "policy_newest"))
    if old == new:
        return False
    draft.use_all(
        "measure:extreme", "measure:oldest", "measure:newest", "question:when", "question:who", "dimension:place"
    )
    draft.use_all("measure:extreme", "dimension:county", "policy_newest", "dimension:day")
    parts["measure"] = Measure(kind="extreme", field="enacted", stat="min" if old else "max")
    return True
