from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.vocabulary.text import fold, squash, straighten, tokenize


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("St. Lucie", "Saint Lucie"),
        ("Doña Ana", "Dona Ana"),
        ("Prince George’s", "Prince Georges"),
        ("Prince George's", "PRINCE GEORGES"),
        ("Trinidad & Tobago", "Trinidad and Tobago"),
        ("St. Vincent-Grenadines", "Saint Vincent – Grenadines"),
        ("D.C.", "DC"),
        ("U.S.", "us"),
        ("Marijuana – Sell", "marijuana - sell"),
        ("ﬁeld ofﬁce", "field office"),
        ("Tra\u00advis", "Travis"),
        ("Côte d’Ivoire", "Cote d'Ivoire"),
        ("New\u00a0York", "new york"),
    ],
)
def test_spellings_of_one_name_have_one_form(written: str, other: str) -> None:
    assert fold(written) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Niger", "Nigeria"), ("Franklin", "Frankfort"), ("St. Clair", "Clair"), ("Lake", "Lakes")]
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_squash_ignores_spaces() -> None:
    assert squash("De Kalb") == squash("DeKalb") == squash("Dekalb") == "dekalb"


@given(st.text(max_size=60))
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=60))
def test_tokens_stand_where_they_say(text: str) -> None:
    tokens = tokenize(text)
    assert [t.start for t in tokens] == sorted(t.start for t in tokens)
    for before, after in itertools.pairwise(tokens):
        assert before.end <= after.start
    for token in tokens:
        assert 0 <= token.start < token.end <= len(text)
        assert fold(text[token.start : token.end]).replace(" ", "") == token.norm.replace(" ", "")
    assert " ".join(t.norm for t in tokens) == fold(text)


@pytest.mark.parametrize("quote", ["'", "’"])
def test_a_possessive_has_its_base(quote: str) -> None:
    (token, _) = tokenize(f"Travis{quote}s count")
    assert (token.norm, token.base) == ("traviss", "travis")


def test_straighten_keeps_the_words() -> None:
    assert straighten("“Welcoming\u00a0Village” – judge’s  order") == '"Welcoming Village" - judge\'s order'
