"""Why a question is not answered, and what is asked back: one line each, with the nearest thing that can be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.messages.questions import QUESTIONS

TOTAL = "Total refusals in all reports"
BY_REPORT = "Refusals by report"
ADDED = "Policies added in report {n}"
GONE = "Policies gone in report {n}"
BY_STATE = "Refusals by state"
BY_OFFENSE = "Refusals by offense"
BY_DISPOSITION = "Charged and convicted"
BY_WEEK = "By report"
BY_PLACE = "By county or place"
BY_KIND = "By offense"
BY_COUNTRY = "By citizenship"
ISSUED = "Detainers issued"
REFUSED = "Refusals"
REFUSED_ONES = "Refusals (detainers refused)"
HONORS_NONE = "honors no detainers at all"
POLICIES_NONE = "Policies that honor no detainers at all (Section III)"
SPREAD_INSIDE = "Within the group named, the part of each value"
PART_OF_EACH = "The named group's part of each value"
EACH_PLACE = "Each place by itself"
PLACES_TOGETHER = "The places added together"
IN_NEWEST = "Entries in the newest report"
IN_EACH_REPORT = "Entries in each report"
DIFFERENT_BODIES = "Different jurisdictions over all reports"
ISSUED_LISTED = "Detainers issued to places listed in Section I"
ISSUED_NATIONWIDE = "Detainers issued nationwide, as stated (ICE corrected none)"
ISSUED_CORRECTED = "Section I's table without what ICE took back"
ENTRIES = "Entries of Section I"

Weeks = Sequence[tuple[date, date]]


def _weeks(weeks: Weeks) -> str:
    spans = [f"{a:%b} {a.day} – {b:%b} {b.day}, {b.year}" for a, b in weeks]
    return "; ".join(spans) if spans else "none"


TERMS = {
    "row": (
        "A row is one refused detainer. The reports give no identity, so two rows may concern one person, and rows are "
        "no count of people."
    ),
    "section": (
        "A report has four sections: I, the jurisdictions that were issued the most detainers; II, the declined "
        "detainers, one a row; III, jurisdictions with policies that limit cooperation; IV, scope and data fidelity."
    ),
    "detainer": (
        "A detainer is ICE’s request that a local law enforcement agency hold a person, or give notice before release. "
        "Ask “what counts as declined?” for the reports’ own words on refusals."
    ),
    "lea": "LEA stands for local law enforcement agency: the jail or police that ICE sends a detainer to.",
    "aor": "AOR stands for area of responsibility: that of an ICE field office. Section III names it with each policy.",
    "ddor": "DDOR stands for Declined Detainer Outcome Report, which ICE published weekly.",
    "disposition": "The disposition says whether a person was only charged or convicted. A charge is not a conviction.",
    "charge": "A charge is not a conviction. Each row says which of the two it is, and not what became of a charge.",
    "notable criminal activity": (
        "Notable criminal activity is the reports’ column with one offense a row, marked as a charge or a conviction."
    ),
    "nibrs": "NIBRS is the FBI’s scheme of offense groups. The reports print single offenses; I can group them by it.",
    "ice": "ICE is U.S. Immigration and Customs Enforcement, which publishes the reports.",
}
"""What a word of the reports means, by the word."""


_REASONS = {
    "empty": "I did not get a question. Ask about the weekly Declined Detainer Outcome Reports.",
    "too_long": "That is too long to read as one question. Please ask it in a sentence or two.",
    "language": "I only read English questions about the weekly Declined Detainer Outcome Reports.",
    "unmarked": "I understood the rest, but not what “{word}” changes about it, so I would rather not guess.",
    "verdict": (
        "I cannot say yes or no to that from what I understood (“{word}”). Ask for the figures themselves: how many, "
        "or what share."
    ),
    "posting_unknown": "The reports loaded do not say when they were posted; load ICE's index page with them to know.",
    "nothing_loaded": "No report is loaded yet, so there is nothing to count.",
    "names": (
        "The reports list no names or other identities of people; a row has place, facility, citizenship, "
        "dates and offense."
    ),
    "deportation": (
        "The reports do not say who was later arrested, held by ICE or deported; they end with the refusal."
    ),
    "after_release": "The reports do not say what happened after a refusal; they end with it.",
    "crime_rates": (
        "The reports list refused detainers only; they say nothing about how much crime anybody commits, "
        "nor about population."
    ),
    "demographics": (
        "The reports hold citizenship, but no race, gender, age, religion, place of birth or immigration status."
    ),
    "motives": "The reports do not say why. They do show when, where and for which offenses detainers were refused.",
    "forecast": "The reports only record what happened; they forecast no figures.",
    "politics": "The reports are not broken down by party or politician.",
    "other_data": (
        "That is not in the reports: “{word}”. They hold places, facilities, citizenship, offenses, dates and policies."
    ),
    "honored": (
        "The reports list refused detainers only; honored ones are not in them. What became of issued "
        "detainers was not yet known."
    ),
    "no_charge": (
        "Every row has a charge or a conviction, and somebody convicted was charged before: the reports list no one "
        "without a charge (“{word}”). Ask how many were convicted, or how many were only charged."
    ),
    "refused_by_ice": (
        "It is local agencies that refuse or release; ICE sends the detainers (“{word}”). Ask how many detainers were "
        "refused, where, and on which days."
    ),
    "sanctuary": (
        "The reports do not use the word “sanctuary”. Section III lists jurisdictions with policies that "
        "limit cooperation; ask about those."
    ),
    "opinion": "I give figures from the reports, not opinions.",
    "instruction": "I only answer questions about the reports; I cannot be instructed to do anything else.",
    "secrets": "I do not give out anything about my configuration. I only answer questions about the reports.",
    "smalltalk": "I answer questions about ICE’s weekly Declined Detainer Outcome Reports.",
    "source": (
        "Every figure comes from ICE’s weekly Declined Detainer Outcome Reports (loaded: {weeks}). Each answer names "
        "the report and the pages that it stands on."
    ),
    "cooperating": (
        "The reports do not say who honors detainers. Section III lists jurisdictions whose policies limit "
        "cooperation, Section II the refusals."
    ),
    "two_sections": (
        "Refusals (Section II) and policies (Section III) are two lists; I count either, not one by the other."
    ),
    "help": (
        "Ask me for counts, shares, rankings, comparisons, dates, policies and corrections in ICE’s weekly "
        "Declined Detainer Outcome Reports."
    ),
    "not_loaded": "“{word}” is not among the reports loaded ({weeks}), so I cannot say; it is not zero.",
    "foia_not_loaded": (
        "“{word}” asks about the detainer spreadsheets that ICE released under the Freedom of Information Act, and "
        "none is loaded. The weekly reports are another list; ask of those for refusals."
    ),
    "foia_fragment": (
        "That goes from the weekly reports to the FOIA spreadsheets, which are another list. Please ask the whole "
        "question of the one you mean."
    ),
    "only_foia_loaded": (
        "No weekly report is loaded, only FOIA spreadsheets. Ask about these by saying “declined by LEA” or “in the "
        "FOIA file”."
    ),
    "foia_place": (
        "The FOIA spreadsheets can be counted by state only (they give no county), so not for “{word}”. Name a state, "
        "such as Texas or New York state."
    ),
    "foia_country": "The FOIA spreadsheets hold no citizenship that I can match with “{word}” for certain.",
    "foia_no_day": (
        "The FOIA spreadsheets do not say on which day a detainer was declined, so I cannot count by “{word}”. They "
        "give the day it was prepared: say “declined by LEA and prepared in ...”."
    ),
    "foia_days": (
        "“{word}” is outside the FOIA spreadsheets loaded (prepared {detail}), so I cannot say; it is not zero."
    ),
    "no_such_date": "“{word}” is no date that I can read.",
    "no_such_place": "I know no place called “{word}”.",
    "unknown_word": "I do not know what “{word}” means here, so I would rather not guess.",
    "unaccounted": "I understood the rest, but not what “{word}” asks for, so I would rather not guess.",
    "number": "I cannot tell what the number {word} stands for, and it is not a figure the reports state.",
    "two_kinds": "I cannot tell whether “{word}” asks for places with both or with either of the two. Say which.",
    "negation": "I cannot tell what “{word}” rules out.",
    "not_in_issued": "Section I gives detainers issued by jurisdiction and week only, not by “{word}”.",
    "not_listed": (
        "Section I lists only the jurisdictions with the most detainers, and “{word}” is not among them for "
        "those weeks; its number is not known."
    ),
    "weekly_only": "Detainers issued and policies are given by weekly report only, not for “{word}”.",
    "rate_of_place": (
        "The reports give detainers issued nationwide, not for each place, and the refused ones were issued "
        "earlier: a rate for a place cannot be worked out."
    ),
    "share_of_county": (
        "The reports list refusals by county, not by city: what part of its county “{word}” is cannot be worked out."
    ),
    "share_of_issued": (
        "I give the detainers issued as Section I and the reports state them, and work out no share of them. Ask for "
        "the numbers: issued to a place in a week, or issued nationwide in it."
    ),
    "not_in_policies": (
        "I can pick policies (Section III) by place, month, field office and words of their criteria, not by “{word}”. "
        "Ask which policies mention it."
    ),
    "not_in_reports": "A report’s own facts (posting date, pages, week) are not by “{word}”.",
    "rank_of_changes": "I rank changes as rises or falls: ask for the biggest rise or drop between two reports.",
    "not_in_corrections": "ICE’s corrections are by report and place only, not by “{word}”.",
    "text_with_filter": "What the reports say of their figures is not by “{word}”.",
    "nothing_before": "“{word}” is the first report loaded; there is none before it.",
    "nothing_after": "“{word}” would be after the newest report loaded ({weeks}).",
    "no_choice": "Then please ask the whole question in other words.",
    "two_questions": "That is two questions, and I can only make out one of them. Please ask them one by one.",
    "or_mixed": (
        "“{word}” joins conditions of different kinds; I can only require both or count each by itself. "
        "Please ask one by one."
    ),
    "contradiction": "No row can meet both: I cannot tell how “{word}” goes with the rest.",
    "no_context": "I do not know what “{word}” refers to. Please ask the whole question.",
}


_PLAIN_WORDS = frozenset(
    {"what", "what's", "whats", "which", "who", "who's", "when", "where", "how", "why", "do", "does", "did", "is"}
    | {"are", "was", "were", "the", "a", "an", "of", "in", "by", "for", "and", "or", "to", "with", "on", "at", "it"}
    | {"that", "this", "has", "have", "had", "be", "will", "would", "can", "could"}
)
"""Words that name nothing: to say that one of them was not understood would help nobody."""

_UNCLEAR = (
    "I know the words, but I cannot make out what is asked about the reports. They hold refusals by place, date, "
    "citizenship and offense, detainers issued, policies and corrections."
)
_THANKS = "You are welcome. Ask on whenever you like."
_UNREAD = "I cannot read that question as it stands, so I would rather not guess."


def reason(code: str, word: str, detail: str, weeks: Weeks) -> str:
    """The sentence for a decline."""
    if code == "unaccounted" and word.lower().split()[:1] and set(word.lower().split()) <= _PLAIN_WORDS:
        return _UNCLEAR
    if code == "term" and set(detail.split()) & {"person", "people", "persons"}:
        return TERMS["row"]
    if code == "term":
        return next((says for term, says in TERMS.items() if f" {term}" in f" {detail}"), TERMS["detainer"])
    text = _THANKS if (code, detail) == ("smalltalk", "thanks") else _REASONS.get(code, _UNREAD)
    return text.format(word=word.strip() or "that", weeks=_weeks(weeks), detail=detail)


def days(span: tuple[date, date] | None) -> str:
    """First and last day of what is loaded."""
    return " – ".join(f"{d:%b} {d.day}, {d.year}" for d in span) if span else "never"


def question(code: str, word: str) -> str:
    """The question back, naming the word in doubt."""
    return QUESTIONS.get(code, "What do you mean by “{word}”?").format(word=word.strip())


def citizens(country: str) -> str:
    """A citizenship as a choice."""
    return f"Citizens of {country}"


DIFFERENCE = "Both numbers and their difference"
ALL_OFFENSES = "All offenses, charged or convicted"
CONVICTED = "Convictions only"
CHARGED_OFFENSES = "Offenses of those only charged"


def on_day(day: str) -> str:
    """A day as a choice."""
    return f"On {day}"


def facility_in(name: str, place: str) -> str:
    """One of several jails of a name as a choice."""
    return f"{name} in {place}"


def in_report_of(day: str) -> str:
    """The week that begins on a day, as a choice."""
    return f"In the report that begins on {day}"


def since_day(day: str) -> str:
    """A day and those after it as a choice."""
    return f"On {day} and later"


def region(name: str, members: Sequence[str]) -> str:
    """A group of countries as a choice, with those that are in the reports."""
    return f"{name}: {', '.join(members)}"


def region_without(name: str, left_out: Sequence[str]) -> str:
    """A group of countries without some."""
    return f"{name} without {', '.join(left_out)}"


BOTH_SETTLED = "; "
"""Between the two things that a choice settles at once."""


def both_settled(first: str, second: str) -> str:
    """A choice that settles two doubtful words: which county, and which offense."""
    return f"{first}{BOTH_SETTLED}{second}"


def every_kind(word: str) -> str:
    """Every printed offense that a word takes in."""
    return f"every offense with “{word}” in it"
