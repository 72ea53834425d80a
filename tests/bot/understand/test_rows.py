"""Readings that meet the same rows, told by counting them in the database."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.query import Filter, Measure, Place, Query
from bot.understand.lexicon import Lexicon
from bot.understand.rows import same_rows

TRAVIS = Filter(field="place", values=(Place(state="Texas", county="Travis"),))
TEXAS = Filter(field="place", values=(Place(state="Texas"),))
CONVICTED = Filter(field="disposition", values=("conviction",))
UNCHARGED = Filter(field="disposition", values=("charge",), negated=True)
NOWHERE = Filter(field="place", values=(Place(state="Texas", county="Loving"),))


def test_two_ways_to_say_the_same_rows(words_lexicon: Lexicon) -> None:
    assert same_rows([Query(filters=(CONVICTED,)), Query(filters=(UNCHARGED,))], words_lexicon)


@pytest.mark.parametrize(
    "other",
    [
        Query(filters=(TEXAS,)),
        Query(filters=(TRAVIS, CONVICTED)),
        Query(filters=(TRAVIS,), measure=Measure(kind="share", of=(CONVICTED,))),
        Query(subject="issued", filters=(TRAVIS,)),
    ],
)
def test_more_rows_fewer_rows_and_other_shapes_differ(other: Query, words_lexicon: Lexicon) -> None:
    assert not same_rows([Query(filters=(TRAVIS,)), other], words_lexicon)


def test_no_rows_are_never_the_same(words_lexicon: Lexicon) -> None:
    assert not same_rows([Query(filters=(NOWHERE,)), Query(filters=(NOWHERE, CONVICTED))], words_lexicon)


def test_the_part_of_a_share_counts_too(words_lexicon: Lexicon) -> None:
    shares = [Query(filters=(TRAVIS,), measure=Measure(kind="share", of=(part,))) for part in (CONVICTED, UNCHARGED)]
    assert same_rows(shares, words_lexicon)
    assert not same_rows([shares[0], shares[0].model_copy(update={"filters": (TEXAS,)})], words_lexicon)


def test_without_a_way_to_count_readings_are_taken_to_differ(words_lexicon: Lexicon) -> None:
    assert not same_rows([Query(filters=(CONVICTED,))] * 2, replace(words_lexicon, count=None))
