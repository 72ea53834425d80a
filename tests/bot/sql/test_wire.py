from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sql import wire

_SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.uuids(),
    st.binary(),
)
_VALUES = st.recursive(
    _SCALARS, lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner), max_leaves=8
)


@given(_VALUES)
def test_what_is_sent_arrives(value: object) -> None:
    line = wire.encode(value)
    assert line.count(b"\n") == 1
    assert wire.decode(line) == value


def test_each_type_keeps_its_type() -> None:
    values = [date(2017, 2, 1), datetime(2017, 2, 1, 5), time(5), timedelta(days=3), Decimal("1.50"), UUID(int=7), b"x"]
    assert [type(v) for v in wire.decode(wire.encode(values))] == [type(v) for v in values]


@pytest.mark.parametrize("line", [b'{"$": "module", "v": "os"}', b'{"a": 1}', b"nothing"])
def test_anything_else_is_no_message(line: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        wire.decode(line)
