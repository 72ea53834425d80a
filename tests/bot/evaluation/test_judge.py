"""The judge tells right from wrong, wrong from silent, and counts a wrong figure ten times."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.answer.answer import Answer, Caveat, Figure
from bot.evaluation.items import BadSet, Item, load_items
from bot.evaluation.report import as_json, markdown
from bot.evaluation.score import Sums, judge, score


def item(answer: dict[str, Any] | None = None, **parts: Any) -> Item:
    return Item.model_validate({"id": "q1", "question": "?", "expect": "answered", "answer": answer, **parts})


def answered(value: Any = None, *, rows: list[list[Any]] | None = None, text: str = "", label: str = "n") -> Answer:
    figures = [] if value is None else [Figure(label=label, value=value, unit="count")]
    return Answer(status="answered", text=text, figures=figures, rows=rows or [])


def test_scalar_percent_and_date() -> None:
    assert judge(item({"type": "scalar", "value": 142}), answered(142)) == "right"
    assert judge(item({"type": "scalar", "value": 142}), answered(143)) == "wrong"
    assert judge(item({"type": "percent", "value": 68.93}), answered(0.689)) == "right"
    assert judge(item({"type": "date", "value": "2017-02"}), answered("2017-02-01")) == "right"
    assert judge(item({"type": "date", "value": "2010-10-16"}), answered("October 16, 2010")) == "right"


def test_alternatives_and_labels() -> None:
    gold = {"type": "scalar", "value": 0, "alternatives": [{"value": 51, "label_must": "issued"}]}
    assert judge(item(gold), answered(51, label="refusals")) == "wrong"
    assert judge(item(gold), answered(51, label="detainers issued")) == "right"


def test_second_half_has_to_be_there() -> None:
    gold = {"type": "date", "value": "2017-03-20", "also": [{"type": "scalar", "value": 35}]}
    both = Answer(
        status="answered",
        text="",
        figures=[Figure(label="d", value="2017-03-20", unit="date"), Figure(label="p", value=35, unit="count")],
    )
    assert judge(item(gold), both) == "right"
    assert judge(item(gold), answered("2017-03-20")) == "wrong"


TABLE = {"type": "table", "rows": [["Travis", "Texas", 154], ["Kings", "New York", 9]], "keys": 2}


@pytest.mark.parametrize(
    ("rows", "outcome"),
    [
        ([["Travis County, Texas", 154], ["Kings County, NY", 9]], "right"),
        ([["Travis", "TX", 154, 150], ["Kings", "New York", 9, 9], ["Total", None, 163, 159]], "right"),
        ([["Travis", "Texas", 154]], "wrong"),
        ([["Travis", "Texas", 9], ["Kings", "New York", 154]], "wrong"),
        ([["Travis", "Texas", 154], ["Kings", "New York", 9], ["Queens", "New York", 7]], "wrong"),
        ([["Travis", "Texas", 154], ["Kings", "New York", 9], ["Queens", "New York", 0]], "right"),
    ],
)
def test_tables(rows: list[list[Any]], outcome: str) -> None:
    assert judge(item(TABLE), answered(rows=rows)) == outcome


def test_order_counts_where_it_is_asked_for() -> None:
    assert (
        judge(item({**TABLE, "ordered": True}), answered(rows=[["Kings, New York", 9], ["Travis, Texas", 154]]))
        == "wrong"
    )


def test_lists_with_prefix_and_aliases() -> None:
    gold = {"type": "list", "rows": [["2017-01-28"]], "prefix_ok": True, "aliases": {"2017-01-28": ["week 1"]}}
    assert judge(item(gold), answered(rows=[["week 1", 206], ["week 2", 47]])) == "right"


def test_texts() -> None:
    gold = {"type": "text", "must": ["court order", ["murder", "homicide"]], "must_not": ["deport"]}
    assert judge(item(gold), answered(text="Court order, or capital murder")) == "right"
    assert judge(item(gold), answered(text="Court order only")) == "wrong"


def test_silence_and_overreach() -> None:
    declined, clarify = Answer(status="declined", text=""), Answer(status="clarify", text="")
    assert judge(item({"type": "scalar", "value": 1}), declined) == "missed"
    assert judge(item(expect="declined"), answered(1)) == "overreach"
    assert judge(item(expect="declined"), clarify) == "mixed"
    assert judge(item(expect="clarify", also_ok=["declined"]), declined) == "right"


def test_a_wrong_figure_costs_ten() -> None:
    answers = iter([answered(1), answered(2), Answer(status="declined", text="")])
    sums = score([item({"value": 1}) for _ in range(3)], lambda _: next(answers))
    assert sums.reliability == pytest.approx(100 * (1 - 10) / 3)
    assert "q1 (other): wrong" in markdown(sums)
    assert as_json(sums)["wrong"] == 1


def test_caveats_found_and_given() -> None:
    wanted = item({"value": 1}, must_caveat=["awareness"])
    given = answered(1).model_copy(
        update={"caveats": [Caveat(topic=t, text="x") for t in ("awareness", "correction", "sample")]}
    )
    sums = score([wanted], lambda _: given)
    assert (sums.caveat_recall, sums.caveat_precision, sums.caveats_an_answer) == (1.0, 0.5, 3.0)
    assert Sums().reliability == 0


@pytest.mark.parametrize("text", ["[", "a: 1", "[]", "- {id: x}", "- just text"])
def test_a_file_that_is_no_question_set_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "set.yaml"
    path.write_text(text)
    with pytest.raises(BadSet, match=r"set\.yaml"):
        load_items(path)
