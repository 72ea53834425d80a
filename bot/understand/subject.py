"""What a question is about: refusals (II), detainers issued (I), policies (III), reports, corrections, texts."""

from __future__ import annotations

from bot.understand.disputes import disputing, figure_trusted, listing_right, quoted_figure
from bot.understand.draft import Draft, Stuck
from bot.understand.forms import forms
from bot.understand.nouns import by_itself
from bot.understand.offices import asks_office, names_hours

_ISSUE_AXIS = (
    "time:before",
    "time:after",
    "time:since",
    "time:until",
    "time:between",
    "time:during",
    "limit:gap",
    "date",
    "function",
    "question:when",
    "dimension:day",
)


def subject_of(draft: Draft) -> str:
    """The view the question is about."""
    if not draft.pieces:
        raise Stuck("empty")  # a mention, a link, an emoji
    refusal = draft.has("subject:refusal")
    if _about_texts(draft):
        return "caveats"
    if _about_corrections(draft):
        return "corrections"
    if _about_policies(draft, refusal):
        return "policies"
    if _about_reports(draft, refusal):
        return "reports"
    if _about_issued(draft, refusal):
        return "issued"
    return "refusals"


def counts(draft: Draft) -> bool:
    """Whether a count is asked for in so many words; "numbers" alone may only be talked about."""
    said = [draft.pieces[at].words for at in draft.find("measure:count")]
    return any(text.startswith(("how", "count", "total")) or "number of" in text for text in said)


def _about_texts(draft: Draft) -> bool:
    """A passage of the report is asked for: its reliability, the trend it foretells, what a section says."""
    if draft.has("passage:asked"):
        return True
    if figure_trusted(draft):
        return False
    if _means_nothing(draft):
        return False
    content = [p for p in draft.pieces if not p.has("padding")]
    if (
        content
        and content[-1].has("text:reliability")
        and content[0].has("question:did")
        and not draft.has("subject:policy")
    ):
        return True  # "is the number of refusals complete?"
    if draft.has("text:section", "text:reliability", "text:definition", "text:issued_outcome"):
        strong = draft.has("text:section", "question:how", "cue:wants_text", "cue:mention") or not (
            counts(draft) or draft.has("measure:share")
        )
        return strong and not draft.has("subject:policy", "subject:honoring", "subject:correction")
    if _asks_whether_all(draft):
        return True
    if draft.has("text:policies_change") and draft.has("cue:wants_text", "cue:mention"):
        return True
    if any(p.words in ("will", "might", "expected", "likely") for p in draft.pieces) and draft.has("text:trend"):
        return not draft.has("place", "value:citizenship", "value:offense", "value:report")
    says = draft.has("cue:mention", "cue:wants_text") and draft.has(
        "dimension:report", "value:report", "noun:ice", "noun:number"
    )
    return bool(draft.has("text:trend") and says and not draft.has("place", "value:citizenship", "value:offense"))


def _means_nothing(draft: Draft) -> bool:
    """ "what does it all mean", "what does LEA mean": not what counts as declined."""
    said = [draft.pieces[at].words for at in draft.find("text")]
    return (
        bool(said)
        and set(said) <= {"mean", "means", "meaning", "define", "defined"}
        and not draft.has("subject:refusal", "noun:detainer", "disposition")
    )


def _asks_whether_all(draft: Draft) -> bool:
    """ "does the report include every refusal?": how complete it is, not a count."""
    first = next((p for p in draft.pieces if not p.has("padding")), None)
    includes = any(p.words.startswith(("include", "cover", "contain", "list", "show", "capture")) for p in draft.pieces)
    return (
        first is not None
        and first.has("question:did")
        and includes
        and (draft.has("cue:everything", "group:by") or any(p.words in ("everyone", "everybody") for p in draft.pieces))
        and (
            draft.has("noun:number", "dimension:report", "value:report")
            or any({"data", "dataset", "list", "file", "files"} & set(p.words.split()) for p in draft.pieces)
        )
        and not draft.has("place", "value:citizenship", "value:offense", "date", "measure:count", "disposition")
    )


def _about_corrections(draft: Draft) -> bool:
    if quoted_figure(draft):
        return True
    if listing_right(draft) or figure_trusted(draft):
        return True
    if not draft.has("subject:correction") and not disputing(draft):
        return False
    if draft.has("cue:corrected"):
        return False
    if draft.has("measure:share") and draft.has("value:report", "place:mention", "subject:refusal"):
        taken = [draft.pieces[at].words for at in draft.find("subject:correction")]
        return not all(word.startswith(_TAKEN_BACK) for word in taken)  # "what share of week 1 did ICE withdraw"
    if draft.has("measure:count", "measure:share", "dimension") and draft.has(
        "subject:refusal", "noun:detainer", "noun:person"
    ):
        return draft.has("dimension:place", "dimension:county", "question:who") and not draft.has("measure:count")
    return True


_TAKEN_BACK = forms("subject", "taken_back")


def _about_policies(draft: Draft, refusal: bool) -> bool:
    named = [draft.pieces[at].words for at in draft.find("subject:policy")]
    if named and (not set(named) <= {"rules", "rule"} or draft.has("place")):
        return True
    listed = draft.has("dimension:place", "dimension:county", "subject:require", "cue:mention", "place")
    if draft.has(*_OF_PEOPLE) and not listed:
        return False  # "how many had deportation orders" is of people
    if asks_office(draft) or names_hours(draft):
        return True
    asked = draft.has("question:who", "question:which", "dimension:place", "dimension:county", "measure:count", "place")
    if draft.has("requirement_kind") and asked:
        return True
    if draft.has("subject:honoring") and not (refusal and draft.has("measure:count")):
        return True
    when = draft.has("question:when", "cue:anaphor") or any(p.words in ("date", "month", "year") for p in draft.pieces)
    if draft.has("subject:enact") and draft.has("place") and when and not refusal:
        return True
    if draft.has("requirement") and draft.has("subject:require", "cue:mention", "dimension:place", "dimension:county"):
        return True
    adopted = any(draft.pieces[at].words.startswith(_ADOPTS) for at in draft.find("subject:enact"))
    if adopted and draft.has("date") and draft.has("measure:count", "question") and not refusal:
        return True
    unless = any(p.words in ("without", "w/o", "unless") for p in draft.pieces)
    if unless and draft.has("requirement") and draft.has("place") and draft.has("question:did") and not counts(draft):
        return True  # "can Boulder refuse a hold without a warrant"
    asks = any(
        draft.pieces[at].words.startswith(("requirement", "condition", "require"))
        for at in draft.find("subject:require")
    )
    return asks and draft.has("place") and not refusal


_OF_PEOPLE = ("requirement_kind:removal_order", "requirement_kind:costs_reimbursed", "requirement_kind:terrorist_list")
_ADOPTS = forms("subject", "adopts")


def _about_reports(draft: Draft, refusal: bool) -> bool:
    if draft.has("subject:fresh", "subject:loaded") or _asks_for_week(draft):
        return True
    if draft.has("subject:posted", "subject:pages") or _reports_named(draft, refusal):
        return True
    if any(by_itself(draft, at) for at in draft.find("dimension")):
        return False  # "weekly totals" are no reports
    about = draft.has("dimension:report", "value:report") and not refusal and not _counted(draft)
    if about and draft.has("question:which") and draft.has("measure:maximum", "measure:minimum"):
        return not draft.has(
            "place", "value:citizenship", "subject:issued", "group:by"
        )  # "which report is the longest"
    period = ("subject:period", "padding", "function", "question")
    if draft.has("subject:period") and all(p.has(*period) for p in draft.pieces):
        return True  # "date range?"
    long = any(draft.pieces[at].words == "how long" for at in draft.find("measure:wait"))
    if about and long and draft.has("value:report"):
        return True  # "how long is report 1": its pages
    if (
        about
        and draft.has("question:which")
        and draft.has("cue:everything", "padding", "cue:list")
        and not draft.has("order", "subject:covers", "subject:period")
    ):
        return not draft.has(
            "place", "value:citizenship", "value:offense", "disposition", "measure", "subject:issued", "group:by"
        )
    if draft.has("subject:covers", "subject:period") and draft.has("dimension:report", "value:report") and not refusal:
        return not draft.has("noun:detainer", "measure:wait", "measure:median", "measure:average", "place", "group:by")
    if draft.has("measure:count") and not refusal and draft.has("dimension:report") and not _counted(draft):
        return not draft.has("place", "value:citizenship", "value:offense", "subject:issued", "group:by", "disposition")
    return False


def _asks_for_week(draft: Draft) -> bool:
    """ "is the week of April 15 in your data": whether the report is loaded, and not how many rows it has."""
    content = [p for p in draft.pieces if not p.has("padding") or p.has("cue:everything")]
    light = ("function", "value:report", "cue:everything")
    asks = bool(content) and content[0].has("question:did") and draft.has("value:report")
    return asks and draft.has("cue:everything") and all(p.has(*light) for p in content)


_POSTED = frozenset(forms("subject", "posted"))


def _reports_named(draft: Draft, refusal: bool) -> bool:
    """ "which reports were posted in April": the reports themselves, when nothing is said of rows in them."""
    named = any(p.has("value:report") and _POSTED & set(p.words.split()) for p in draft.pieces)
    rows = draft.has("place", "value:citizenship", "value:offense", "disposition", "group:by", "order")
    return named and not (refusal or rows or draft.has("subject:issued") or _counted(draft))


def _counted(draft: Draft) -> bool:
    return draft.has(
        "noun:detainer",
        "noun:person",
        "subject:received",
        "dimension:state",
        "dimension:county",
        "dimension:place",
        "dimension:citizenship",
        "dimension:facility",
        "dimension:offense",
    )


def _about_issued(draft: Draft, refusal: bool) -> bool:
    if refusal:
        return False
    if draft.has("subject:nationwide") and not draft.has(
        "subject:refusal", "value:citizenship", "value:offense", "disposition"
    ):
        return draft.has("subject:issued", "subject:received", "noun:detainer")
    if draft.has("subject:section_one"):
        return True
    if draft.has("subject:issued"):
        return not all(issue_axis(draft, at) for at in draft.find("subject:issued"))
    received = draft.first("subject:received")
    return received is not None and draft.has("noun:detainer") and not draft.has("value:citizenship", "disposition")


def issue_axis(draft: Draft, at: int) -> bool:
    """Whether an "issued" only tells which date is meant ("issued before 2017", "issued more than a year earlier")."""
    newest = draft.lexicon.newest
    if draft.has("measure:oldest", "measure:newest", "measure:wait", "measure:median", "measure:average"):
        return True
    for near in range(at + 1, min(at + 4, len(draft.pieces))):
        piece = draft.pieces[near]
        if set(piece.gap) & set(".;?!"):
            return False
        if piece.has("limit:gap"):
            return True
        if piece.has("date") and newest is not None:
            days = piece.value("date")
            loaded = draft.lexicon.reports
            start = loaded[0].start
            bounded = any(
                draft.pieces[k].has("time:before", "time:after", "time:since", "time:until")
                and draft.pieces[k].words not in ("from", "to", "by")
                for k in range(at + 1, near)
            )
            return bounded or days.end is None or days.end < start or days.unit == "year"
        if not piece.has(*_ISSUE_AXIS):
            return False
    return False
