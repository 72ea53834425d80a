from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.vocabulary.activity import split_activities, split_activity
from tests.ingest.vocabulary import gold

OFFENSES = sorted({row["offense"] for row in gold.rows("activities")})


def test_every_activity_of_the_samples() -> None:
    for row in gold.rows("activities"):
        assert split_activity(row["activity"]) == (row["offense"], row["disposition"])


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Assault (Charged)", ("Assault", "charge")),
        ("Assault (Convicted)", ("Assault", "conviction")),
        ("Assault (CONVICTION)", ("Assault", "conviction")),
        ("Assault [Charge]", ("Assault", "charge")),
        ("Assault - Conviction", ("Assault", "conviction")),
        ("Marijuana – Sell – Charge", ("Marijuana – Sell", "charge")),
        ("Assault, charged", ("Assault", "charge")),
        ("Conviction: Assault", ("Assault", "conviction")),
        ("Convicted of Assault", ("Assault", "conviction")),
        ("Charged with Assault", ("Assault", "charge")),
        ("Assault (Pending Charge)", ("Assault", "charge")),
        ("Assault\n(Charge)", ("Assault", "charge")),
        ("Assault\u00a0(Charge)", ("Assault", "charge")),
        ("Aggravated Assault –\nFamily (Conviction)", ("Aggravated Assault – Family", "conviction")),
        ("Kidnapping (describe offense) (Charge)", ("Kidnapping (describe offense)", "charge")),
        ("Assault (Charge) Burglary (Charge)", ("Assault; Burglary", "charge")),
        ("Assault (Conviction); Burglary (Conviction)", ("Assault; Burglary", "conviction")),
    ],
)
def test_forms(cell: str, expected: tuple[str, str]) -> None:
    assert split_activity(cell) == expected


@pytest.mark.parametrize(
    ("cell", "offense"),
    [
        ("Assault", "Assault"),
        ("", ""),
        ("(Charge)", ""),
        ("Assault (Dismissed)", "Assault (Dismissed)"),
        ("Assault (Charge, Conviction)", "Assault (Charge, Conviction)"),
        ("Assault (Charge); Burglary (Conviction)", "Assault; Burglary"),
        ("Assault (Charge), Burglary", "Assault; Burglary"),
        ("Discharge of firearm", "Discharge of firearm"),
    ],
)
def test_what_states_no_single_disposition_is_left_open(cell: str, offense: str) -> None:
    assert split_activity(cell) == (offense, None)


def test_several_activities_are_told_apart() -> None:
    cell = "Assault (Charge); Burglary (Conviction) and Larceny (Charge)"
    assert split_activities(cell) == [("Assault", "charge"), ("Burglary", "conviction"), ("Larceny", "charge")]


MARKS = st.sampled_from(
    [("(Charge)", "charge"), ("(Conviction)", "conviction"), ("[Charged]", "charge"), ("- Convicted", "conviction")]
)


@given(st.sampled_from(OFFENSES), MARKS, st.sampled_from([" ", "  ", "\n"]))
def test_round_trip(offense: str, mark: tuple[str, str], space: str) -> None:
    assert split_activity(f"{offense}{space}{mark[0]}") == (offense, mark[1])


@pytest.mark.no_cover
@given(st.text(max_size=80))
def test_any_text_is_taken(text: str) -> None:
    offense, disposition = split_activity(text)
    assert disposition in ("charge", "conviction", None)
    assert offense == offense.strip()
