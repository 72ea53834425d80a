"""What a backing holds, and what it does not."""

from __future__ import annotations

from datetime import date

import pytest

from bot.backing import NO_NUMBER, Backing, Part, bare, quotation, quoting

DAY = date(2017, 2, 4)
TRAVIS = {"Travis County, Texas": Part.of(142, 139), "Travis": Part.of(7)}


@pytest.mark.parametrize(
    ("text", "strays"),
    [
        ("206 refused detainers, 2,825 issued", []),
        ("207 refused detainers", ["207"]),
        ("2,826 issued", ["2826"]),
        ("Half at most 131.5 days", []),
        ("Half at most 131 days", ["131"]),
        ("9 fewer", []),
        ("Posted on Feb 4, 2017.", []),
        ("Posted on Feb 5, 2017.", ["5", "2017"]),
        ("Posted on Feb 4, 20171.", ["4", "20171"]),
        ("<@U0123> in <#C0456>: 206", []),
        ("*206* &amp; more", []),
        ("no number", []),
    ],
)
def test_numbers_and_days(text: str, strays: list[str]) -> None:
    assert Backing.of(206, 2825, 131.5, -9, DAY, None, True).at_text(text) == strays


@pytest.mark.parametrize(
    ("text", "strays"),
    [
        ("most: Travis County, Texas (142; 139 after corrections) and others", []),
        ("most: Travis County, Texas (143)", ["143"]),
        ("most: Travis County, Texas (206)", ["206"]),
        ("Travis County, Texas: 142 (206 fewer)", ["206"]),
        ("by place: Travis County, Texas 142, Travis 7", []),
        ("by place: Travis County, Texas 7", ["7"]),
        ("Travis | 142", ["142"]),
    ],
)
def test_what_is_told_of_a_name_is_that_names_own(text: str, strays: list[str]) -> None:
    assert Backing.of(206, 1, named=TRAVIS).at_text(text) == strays


def test_a_table_is_looked_at_row_by_row() -> None:
    held = Backing.of(named={"Travis | Texas": Part.of(142), "Denver | Colorado": Part.of(9)})
    rows = [[{"text": "Travis"}, {"text": "Texas"}, {"text": "142"}], [{"text": "Denver"}, {"text": "Colorado"}]]
    assert held.at_blocks([{"type": "table", "rows": [*rows, [*rows[1], {"text": "9"}]]}]) == []
    assert held.at_blocks([{"type": "table", "rows": [[*rows[1], {"text": "142"}]]}]) == ["142"]


def test_quotations_stand_word_for_word() -> None:
    text = "As of 2014, 25 of 65 detainers. From 1990 on none."
    held = Backing.of(named=quotation(text, 12))
    assert held.at_text("• As of 2014, 25 of 65 detainers. (p. 12)") == []
    assert held.at_text("• As of 2014, 26 of 65 detainers. (p. 12)") != []
    assert quoting(text).at_text("From 1990 on none") == []
    assert quoting("a 206").at_text("20") == ["20"]


def test_nothing_is_held_by_nothing() -> None:
    assert NO_NUMBER.at_text("1") == ["1"]
    assert NO_NUMBER.at_blocks([{"type": "section", "text": {"type": "mrkdwn", "text": "2"}, "value": "3"}]) == ["2"]


def test_two_backings_hold_what_each_holds_and_travel_as_json() -> None:
    both = Backing.of(1, named={"a": Part.of(2)}).plus(Backing.of(3, named={"a": Part.of(4)}))
    back = Backing.model_validate_json(both.model_dump_json())
    assert back == both
    assert back.at_text("1 3") == back.at_text("a: 2") == back.at_text("a: 4") == []
    assert back.at_text("a: 1") == ["1"]


def test_marks_are_no_words() -> None:
    assert bare(" • *A &lt; B*  `c`… ") == "A < B c"
