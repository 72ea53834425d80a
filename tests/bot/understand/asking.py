"""A thread put to the interpreter or the desk: the messages before the last are replayed."""

from __future__ import annotations

from bot.ask import Desk
from bot.query import Query
from bot.understand.interpreter import Interpreter
from bot.understand.outcome import Outcome, Understood
from bot.understand.thread import replay


def said(*messages: str, interpreter: Interpreter) -> Outcome:
    """What the last message comes to."""
    return interpreter.interpret(messages[-1], replay(messages[:-1], interpreter))


def plan(*messages: str, interpreter: Interpreter) -> Query:
    """The plan of the last message, which has to be understood."""
    outcome = said(*messages, interpreter=interpreter)
    assert isinstance(outcome, Understood), outcome
    return outcome.query


def plan_of(desk: Desk, *messages: str) -> Query:
    """The plan that the last message was answered from."""
    answer = desk.ask(messages[-1], desk.replay(messages[:-1]))
    assert answer.query is not None, answer.text
    return answer.query
