"""Random plans, said by independent templates, are read back as themselves."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.understand.interpreter import Interpreter
from bot.understand.lexicon import Lexicon
from bot.understand.outcome import Understood
from bot.understand.reading import describe
from tests.bot.understand.render import conditions, ordered, shapes


@pytest.mark.no_cover
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_templates_say_is_read_back(data: st.DataObject, words_lexicon: Lexicon, interpreter: Interpreter) -> None:
    strategies = conditions(words_lexicon)
    chosen = data.draw(st.lists(st.sampled_from(range(len(strategies))), unique=True, max_size=4))
    parts = [data.draw(strategies[index]) for index in chosen]
    said = " ".join(data.draw(st.sampled_from(part.ways)) for part in parts)
    shape = data.draw(shapes(words_lexicon))
    text, query = shape(said, ordered(words_lexicon, [part.item for part in parts]))
    outcome = interpreter.interpret(text)
    assert isinstance(outcome, Understood), (text, outcome)
    assert outcome.query == query, (text, describe(outcome.query), describe(query))
