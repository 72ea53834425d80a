"""The weekly summary in Slack: a number that no row holds is refused in each of its messages."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.backing import Backing
from bot.summary.build import build
from bot.summary.forms.payload import weekly
from bot.summary.reading import open_reader
from tests.bot.falsified import falsified, holds_payload
from tests.bot.summary import gold


@pytest.mark.no_cover
@pytest.mark.parametrize("report", gold.REPORTS)
def test_every_message_and_every_title(sample_db: Path, report: str) -> None:
    payload = weekly(build(open_reader(sample_db), report))
    for message in (payload, *payload["replies"]):
        assert holds_payload(message) > 0, message["text"]
    for each in payload["files"]:
        held = Backing.model_validate(each["backing"])
        assert held.at_text(each["title"]) == []
        assert all(held.at_text(wrong) for wrong in falsified(each["title"]))


def test_two_places_that_change_their_numbers(sample_db: Path) -> None:
    """Both numbers are the report's; only not these places' own."""
    payload = weekly(build(open_reader(sample_db), "2017-01-28"), pictures=False)
    (where,) = [reply for reply in payload["replies"] if reply["text"].startswith("Where")]
    held, text = Backing.model_validate(where["backing"]), where["text"]
    swapped = text.replace("Travis County, Texas (142", "Travis County, Texas (4")
    assert swapped != text
    assert held.at_text(text) == []
    assert held.at_text(swapped) == ["4"]
