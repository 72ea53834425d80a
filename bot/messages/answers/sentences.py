"""Sentences that state one figure. Figures and names come in as values; nothing here works anything out."""

from __future__ import annotations

from collections.abc import Sequence

from bot.messages.answers.words import STATISTICS, field_noun, figure, listed, noun, number, percent, sentence

POLICIES_REPEAT = "A policy counts once in each report that lists it."
NOT_THE_STATES = "None is an entry of the state itself."
ADDS_LISTED = "That adds up the places there that Section I lists; it does not list all."
ONLY_LISTED = "Section I lists only the places with most detainers of each week; a week without a place adds nothing."
YES, NO = "Yes.", "No."
YES_SHARED = "Yes, but not alone."
YES_THEN_NO = "Yes as published, but no after ICE's corrections."
NO_THEN_YES = "No as published, but yes after ICE's corrections."


def counted(n: int, subject: str, base: str, when: str) -> str:
    """'154 refusals in Travis County, Texas, in the 3 reports loaded (...).'"""
    return sentence(f"{n:,} {noun(subject, n)}", base, when)


def loaded(n: int, weeks: Sequence[str]) -> str:
    """'2 reports are loaded: Oct 21 – Oct 27, 2017 and Oct 28 – Nov 3, 2017.'"""
    return sentence(f"{n:,} {noun('reports', n)} {'is' if n == 1 else 'are'} loaded:", listed(weeks))


def counted_of(n: int, whole: int, subject: str, base: str, of: str, when: str) -> str:
    """'76 of 154 refusals in Travis County, Texas, in the 3 reports loaded (...) are listed with a conviction.'"""
    verb = "is listed" if n == 1 else "are listed"
    return sentence(f"{n:,} of {whole:,} {noun(subject, whole)}", base, when, verb, of)


def by_report(parts: Sequence[str]) -> str:
    return sentence("By report:", "; ".join(parts))


def each_of(parts: Sequence[str]) -> str:
    """The same figure for each of the values named."""
    return sentence("Of these,", "; ".join(parts))


def corrected(after: str, posted: str, taken_back: int, nouns: str) -> str:
    """What becomes of the figure once the rows that ICE took back are left out."""
    return sentence(
        f"That is as published; after the corrections ICE posted{posted}: {after} ({taken_back:,} {nouns} taken back)"
    )


def already_corrected(before: str, posted: str, taken_back: int, nouns: str) -> str:
    return sentence(f"This leaves out {taken_back:,} {nouns} that ICE took back{posted}; as published it is {before}")


def nothing_taken_back(nouns: str) -> str:
    return sentence(f"ICE took back none of these {nouns}, so it is the figure as published")


def shared(value: float | None, part: int, whole: int, subject: str, base: str, of: str, when: str) -> str:
    """'68.9%: 142 of 206 refusals in the report of ... are listed in Travis County, Texas.'"""
    if not whole:
        return sentence(f"No {noun(subject, 2)}", base, when, "– so there is no share to give")
    verb = "is listed" if part == 1 else "are listed"
    return sentence(f"{percent(value)}: {part:,} of {whole:,} {noun(subject, whole)}", base, when, verb, of)


def rated(value: float | None, refused: int, issued: int | None, base: str, when: str) -> str:
    """Two numbers and their ratio, with the reason why it is no rate of one group."""
    if not issued or value is None:
        return sentence("No number of detainers issued nationwide", when, "– so there is no rate to give")
    return sentence(
        f"{figure(value, 'percent', 'rate')} detainers issued nationwide: {refused:,} {noun('refusals', refused)}",
        base,
        f"against {issued:,} detainers issued,",
        f"{when}. The refused detainers are not a part of those issued in the same week, so this is a ratio of two "
        "different groups",
    )


def different(n: int, field: str, subject: str, base: str, when: str, those: str) -> str:
    """'13 different citizenships among the refusals in ...'; `those` narrows to groups of some size."""
    return sentence(f"{n:,} different {field_noun(field, n)} among the {noun(subject, 2)}", base, f"{when}{those}")


def totalled(n: int, field: str, base: str, when: str) -> str:
    return sentence(f"{n:,} {field_noun(field, n)}", base, when)


def statistic(stat: str, field: str, value: object, rows: int, subject: str, base: str, when: str) -> str:
    """'131.5 days: the median number of days between issue and refusal, over 206 refusals in ...'"""
    if value is None:
        return sentence(f"No {noun(subject, 2)}", base, when, "– so there is nothing to give")
    what = "number of days between issue and refusal" if field == "days" else field_noun(field)
    shown = figure(value, "days" if field == "days" else "")
    over = f"over {rows:,} {noun(subject, rows)}"
    return sentence(f"{shown}: the {STATISTICS[stat]} {what},", over, base, when)


def spread(stat: str, value: object, subject: str, per: str, n: int, base: str, when: str) -> str:
    """'106: the average number of refusals per report, over 3 reports.'"""
    name = {"min": "smallest", "max": "largest"}.get(stat, stat)
    if per == "declined_on":  # of the weeks asked about, those with no refusal too
        what = f"the {name} number of {noun(subject, 2)} per day"
        return sentence(f"{number(value)}: {what}", base, f"over {n:,} days,", when)
    over = f"over {n:,} {field_noun(per, n)}" + ("" if per == "report" else " listed")
    what = f"the {name} number of {noun(subject, 2)} per {field_noun(per, 1)}"
    return sentence(f"{number(value)}: {what}", base, f"{over},", when)


def extreme(value: str, which: str, subject: str, base: str, when: str, rows: str) -> str:
    """'October 16, 2010: the earliest date of issue among the refusals in ...: Travis County, Texas (row 52 ...).'"""
    return sentence(f"{value}:", f"the {which} among the {noun(subject, 2)}", base, f"{when}: {rows}")


def no_rows(subject: str, base: str, when: str) -> str:
    return sentence(f"No {noun(subject, 2)}", base, when)


def not_listed(where: str, when: str) -> str:
    """No entry in Section I is not zero."""
    return sentence(
        f"Section I lists only the places with the most detainers issued, and none {where or 'that was asked for'}",
        f"{when}: how many were issued there is not known, and it is not zero",
    )


def taken_back_whole(before: str, where: str, when: str, posted: str) -> str:
    """All that Section I printed of the places was taken back: what was issued there is not known."""
    printed = f"Section I listed {before} detainers issued {where or 'there'}"
    return sentence(printed, f"{when}; ICE took them back{posted}, and what is right in their place it does not say")


def listed_only_in(weeks: Sequence[str]) -> str:
    """The sum leaves out weeks in which the place was not listed."""
    reports = f"the report{'' if len(weeks) == 1 else 's'} of {listed(weeks)}"
    return sentence(f"Section I lists it in {reports} only; for the other weeks its number is not known")


def issued_there(place: str, issued: int, when: str) -> str:
    """Why a number in Section I, or of detainers issued nationwide, is no count of refusals."""
    issued_so = (
        f"Section I lists {issued:,} detainers issued to {place}"
        if place
        else f"ICE issued {issued:,} detainers nationwide"
    )
    return sentence(f"{issued_so}, {when}: what became of them was not known, and they are not a count of refusals")


def issued_label(place: str, when: str) -> str:
    """The same number as a figure of its own."""
    if not place:
        return f"detainers issued nationwide (not refusals), {when}"
    return f"detainers issued to {place} (Section I, not refusals), {when}"
