"""Bases that no share is worked out of: a county for its own city, Section I, "all weeks" beside one week."""

from __future__ import annotations

from bot.understand.claims import PARTS
from bot.understand.draft import Draft, Stuck
from bot.understand.forms import forms

_AMONG = forms("bases", "among")
_WEEKS = forms("bases", "weeks")


def none_of_issued(draft: Draft) -> None:
    """Raise Stuck for "what share of Section I is LA": no plan sets one of its numbers against another."""
    if draft.has("measure:share", "measure:claim_half") and not draft.has("measure:change", "measure:rate"):
        raise Stuck("share_of_issued")


def check_base(draft: Draft, at: int) -> None:
    """Raise Stuck where the base said is not one, or would be lost; `at`: the word for the share."""
    _not_of_itself(draft)
    _in_its_state(draft, at)
    _of_all_weeks(draft, at)
    _half_of_what(draft, at)


def _not_of_itself(draft: Draft) -> None:
    """ "share of Irving in Dallas County": the reports have one condition for the two."""
    named = [k for k in draft.find("place:mention") if draft.pieces[k].used == "filter:place"]
    conds = draft.of("place")
    twice = [k for k in named if not any(c.at <= k < c.stop for c in conds)]
    if not twice or not conds:
        return
    if any(o.level == "state" for o in draft.pieces[twice[0]].value("place:mention").options):
        raise Stuck(
            "share_of_what", draft.pieces[next(draft.find("measure:share", "measure:claim_half"))].text, ask=True
        )
    city = next((k for k in named if "county" not in draft.pieces[k].words.split()), twice[0])
    raise Stuck("share_of_county", draft.pieces[city].text)


def _in_its_state(draft: Draft, at: int) -> None:
    """ "share of Franklin in Ohio": the state tells which Franklin it is, or what the share is of."""
    following = draft.pieces[at + 1] if at + 1 < len(draft.pieces) else None
    if following is not None and following.has("place:mention") and " in " in f" {following.words} ":
        raise Stuck("share_of_what", draft.pieces[at].text, ask=True)


def _of_all_weeks(draft: Draft, at: int) -> None:
    """ "share of convictions in week 2 among all weeks": of the convictions of all weeks, or of all their refusals?"""
    weeks = [c.at for c in draft.of("report")]
    if len(weeks) == len(draft.conds):
        return
    for k in draft.find("cue:everything", "dimension:report", start=1):
        said = " ".join(p.words for p in draft.pieces[max(0, k - 2) : k + 1])
        whole = said.split()[-1] in _WEEKS and any(f" {word} all " in f" {said} " for word in _AMONG)
        if whole and any(w < k for w in weeks):
            raise Stuck("share_of_what", draft.pieces[at].text, ask=True)


def _half_of_what(draft: Draft, at: int) -> None:
    """ "half of California", "a third of the refusals in Texas": nothing is said of that part."""
    piece, behind = draft.pieces[at], draft.pieces[at + 1 :]
    fraction = piece.has("measure:claim_half") or any(part in piece.words for part in PARTS)
    said = any(p.has("question:did", "function:copula", "function:that", "cue:account", "cue:anaphor") for p in behind)
    asked = any(p.has("question:did", "function:copula", "function:there") for p in draft.pieces[:at])
    if (
        fraction
        and piece.words.endswith(" of")
        and len(draft.conds) == 1
        and not (said or asked or draft.has("dimension"))
    ):
        raise Stuck("share_of_what", piece.text, ask=True)
