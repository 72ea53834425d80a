"""Caveats chosen by rule from what an answer rests on (`prompts/caveats.yaml`), quoted from the reports.

One entry a topic: the newest report's wording, the other reports' pages behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from bot.answer.answer import Caveat
from bot.answer.bearing import Bearing
from bot.answer.edition import Edition, Passage, Withdrawal
from bot.answer.naming import county_name, report_name
from bot.messages import answers as say
from bot.semantic import prompt_data


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way in which a topic bears; everything set has to hold."""

    views: frozenset[str]
    columns: frozenset[str]
    only: frozenset[str] | None
    flags: frozenset[str]

    def holds(self, bearing: Bearing) -> bool:
        """Whether this way applies."""
        if not self.views <= bearing.views or not self.flags <= bearing.flags:
            return False
        if self.columns and not self.columns & bearing.columns:
            return False
        if self.only is None:
            return True
        counts = "listed" not in bearing.flags
        return counts and all(bearing.used_of(view) <= self.only for view in self.views)


@dataclass(frozen=True, slots=True)
class Rule:
    """A topic: when it bears, which sections to quote first, the desk's own words."""

    topic: str
    applies: tuple[Alternative, ...]
    prefer: tuple[str, ...]
    own: str

    def bears(self, bearing: Bearing) -> bool:
        """Whether the topic bears on the answer."""
        return self.topic in bearing.topics or any(a.holds(bearing) for a in self.applies)


@cache
def rules() -> tuple[Rule, ...]:
    """The rules in the order of the file."""
    return tuple(
        Rule(
            topic,
            tuple(
                Alternative(
                    frozenset(a.get("views", ())),
                    frozenset(a.get("columns", ())),
                    frozenset(a["only"]) if "only" in a else None,
                    frozenset(a.get("flags", ())),
                )
                for a in spec.get("applies") or ()
            ),
            tuple(spec.get("prefer", ())),
            spec["own"],
        )
        for topic, spec in prompt_data("caveats.yaml").items()
    )


def bearing_caveats(bearing: Bearing, edition: Edition) -> list[Caveat]:
    """The caveats that bear, one a topic, in the order of the rules."""
    found = [_entry(rule, bearing, edition) for rule in rules() if rule.bears(bearing)]
    return [c for c in found if c is not None]


def _entry(rule: Rule, bearing: Bearing, edition: Edition) -> Caveat | None:
    if rule.topic == "correction":
        return _correction(rule, bearing, edition)
    if rule.topic == "disputed":
        return _disputed(bearing, edition)
    stated = [p for p in edition.passages if p.topic == rule.topic and _in(p.report_id, bearing)]
    if not stated:
        return Caveat(topic=rule.topic, text=rule.own.format_map(_Blanks(bearing.details)).strip())
    newest = max(p.report_id for p in stated)
    first = min((p for p in stated if p.report_id == newest), key=lambda p: _preference(rule, p))
    others = [p for p in stated if p is not first and p.report_id != newest]
    return Caveat(
        topic=rule.topic,
        text=say.quoted(first.text, _elsewhere(others, first, edition)),
        report=first.report_id,
        section=first.section,
        page=first.page,
    )


class _Blanks(dict[str, str]):
    """A blank that nothing fills stays out."""

    def __missing__(self, key: str) -> str:
        return ""


def _in(report_id: str, bearing: Bearing) -> bool:
    return not bearing.reports or report_id in bearing.reports


def _preference(rule: Rule, passage: Passage) -> tuple[int, int]:
    order = rule.prefer.index(passage.section) if passage.section in rule.prefer else len(rule.prefer)
    return order, passage.page or 0


def _elsewhere(others: Sequence[Passage], first: Passage, edition: Edition) -> list[str]:
    """The same said in the other reports: the paragraph of the same section, or the first there is."""
    by_report: dict[str, Passage] = {}
    for passage in others:
        kept = by_report.get(passage.report_id)
        if kept is None or (passage.section == first.section and kept.section != first.section):
            by_report[passage.report_id] = passage
    return [say.also_stated(report_name(edition, r), p.page) for r, p in sorted(by_report.items())]


def _correction(rule: Rule, bearing: Bearing, edition: Edition) -> Caveat | None:
    """The sentences of the notice that concern the rows or places, each once, with the places."""
    sections = {s for s, view in (("I", "issued"), ("II", "refusals")) if view in bearing.views} or {"I", "II"}
    near = [w for w in edition.withdrawals if w.section in sections and _in(w.report_id, bearing)]
    about = bearing.asked or bearing.places
    named = [w for w in near if (w.county, w.state) in about or (None, w.state) in about]
    rows_taken_back = "taken_back" in bearing.flags
    chosen = named if bearing.asked or not rows_taken_back else near
    if not chosen and not about:
        chosen = near
    if not chosen:
        return Caveat(topic=rule.topic, text=rule.own) if rows_taken_back else None
    by_text: dict[str, list[Withdrawal]] = {}
    for withdrawal in chosen:
        by_text.setdefault(withdrawal.text, []).append(withdrawal)
    places = say.listed(dict.fromkeys(county_name(w.county, w.state) for w in chosen))
    posted = say.posted_on(sorted({w.posted_on for w in chosen if w.posted_on}))
    newest = max(chosen, key=lambda w: w.report_id)
    section = newest.section if len({w.section for w in chosen}) == 1 else None
    text = say.correction(places, posted, list(by_text))
    return Caveat(topic=rule.topic, text=text, report=newest.report_id, section=section)


def _disputed(bearing: Bearing, edition: Edition) -> Caveat | None:
    """What the places named say against their entries, with who reported it."""
    found = disputes(bearing, edition)
    if not found:
        return None
    told: dict[str, None] = {}
    for p in found:
        place = f"{p.place}, {p.state}" if p.place else county_name(p.county or "", p.state or "")
        on = say.day(p.stated_on) if p.stated_on else ""
        told[say.disputed_place(place, p.text, p.stated_by or "", on)] = None
    newest = max(found, key=lambda p: p.report_id)
    return Caveat(topic="disputed", text=" ".join(told), report=newest.report_id, section=newest.section)


def disputes(bearing: Bearing, edition: Edition) -> list[Passage]:
    """The entries of the register that concern the places and sections of this answer."""
    sections = {s for s, v in (("I", "issued"), ("II", "refusals"), ("III", "policies")) if v in bearing.views}
    return [
        p
        for p in edition.passages
        if p.topic == "disputed"
        and (p.county or None, p.state) in bearing.places
        and _in(p.report_id, bearing)
        and (not sections or p.section in sections)
    ]
