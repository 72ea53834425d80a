"""Text from Slack made plain; any text made safe for Slack."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.slack.text import (
    addresses_someone_else,
    code,
    escape,
    first_sentence,
    first_sentences,
    mentions,
    plain,
    shortened,
)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("<@U0DESK> how many in Travis?", "how many in Travis?"),
        ("how many <@U0DESK> in   Travis?", "how many in Travis?"),
        ("AT&amp;T &lt;3 &gt; 2", "AT&T <3 > 2"),
        ("see <https://example.org/a|the report>, page 3", "see the report, page 3"),
        ("see <https://example.org/a>", "see https://example.org/a"),
        ("in <#C012|general> <!here>", "in general"),
        ("<@U02BOB|bob> said 142", "said 142"),
    ],
)
def test_slacks_markup_is_read_as_what_was_typed(typed: str, read: str) -> None:
    assert plain(typed, "U0DESK") == read


@given(st.text())
def test_nothing_escaped_can_mention_link_or_broadcast(text: str) -> None:
    safe = escape(text)
    assert "<" not in safe
    assert ">" not in safe
    assert plain(safe).split() == plain(safe).split()


@given(st.text(max_size=300), st.integers(2, 80))
def test_shortened_text_fits(text: str, limit: int) -> None:
    assert len(shortened(text, limit)) <= limit


@given(st.text(alphabet="`'a\n", max_size=40))
def test_a_code_block_ends_where_it_should(text: str) -> None:
    assert code(text).count("```") == 2


def test_who_is_addressed() -> None:
    assert mentions("hello <@U0DESK>", "U0DESK")
    assert not mentions("hello <@U02BOB>", "U0DESK")
    assert addresses_someone_else("<@U02BOB> can you?", "U0DESK")
    assert not addresses_someone_else("<@U0DESK> can you?", "U0DESK")
    assert not addresses_someone_else("ask <@U02BOB>", "U0DESK")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("76 of 154 refusals. By report: 70 of 142.", "76 of 154 refusals."),
        ("In St. Lawrence County there were 2. More.", "In St. Lawrence County there were 2."),
        ("One sentence", "One sentence"),
        ("First\nSecond", "First"),
        ("See p. 3 of it. Then more.", "See p. 3 of it."),
    ],
)
def test_the_first_sentence_ends_at_its_end(text: str, first: str) -> None:
    assert first_sentence(text)[0] == first


@given(st.text(alphabet="ab.Z 1\n", max_size=80))
def test_a_sentence_and_its_rest_lose_no_letter(text: str) -> None:
    first, rest = first_sentence(text)
    assert [c for c in first + rest if c in "abZ1"] == [c for c in text if c in "abZ1"]


def test_whole_sentences_are_kept_while_they_fit() -> None:
    text = "A first one here. A second one here. A third one here."
    assert first_sentences(text, 40) == "A first one here. A second one here."
    assert first_sentences(text, 10) == "A first…"
