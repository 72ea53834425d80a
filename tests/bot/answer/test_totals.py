"""The closing line of a breakdown adds up what the breakdown shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.ask import Desk
from bot.messages import answers as say
from bot.query import Dimension, FieldName, Query


@pytest.mark.parametrize("corrected", [False, True])
@pytest.mark.parametrize("field", ["state", "report", "citizenship", "offense", "place"])
def test_the_total_is_that_of_the_rows_shown(field: FieldName, *, corrected: bool, sample_db: Path) -> None:
    answer = Desk(sample_db).ask_query(Query(group_by=(Dimension(field=field),), corrected=corrected))
    at = answer.columns.index("refusals")
    shown = sum(int(str(row[at])) for row in answer.rows)
    told = re.search(r"([\d,]+) refusals in all", answer.text)
    assert told is not None
    assert int(told[1].replace(",", "")) == shown


def test_rows_that_state_none_are_no_group() -> None:
    assert say.in_all_groups(27, "citizenship", 392, "refusals", blank=2) == (
        "27 citizenships, 2 refusals with none stated, 392 refusals in all."
    )
