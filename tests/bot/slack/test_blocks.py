"""Whatever an answer holds, Slack would take every form of it, and nothing in it can mention, link or broadcast."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answer.answer import Answer, Caveat, Source
from bot.answer.chart import ChartSpec, Series
from bot.backing import NO_NUMBER
from bot.query import Dimension, Query
from bot.slack.blocks import buttons, home, modals
from bot.slack.blocks.answer import Extras, answer_message
from bot.slack.blocks.cells import Grid, grid, shown
from bot.slack.blocks.chart import Chart, native
from bot.slack.blocks.clarify import clarify_message
from bot.slack.blocks.decline import decline_message
from bot.slack.blocks.pages import other_pages
from bot.slack.blocks.table import data_table, text_table
from bot.slack.catalogue import Loaded
from bot.slack.delivery.guard import Look
from bot.slack.message import Message
from bot.state.answers import Given
from bot.state.subscriptions import Subscription
from tests.slack_peer.newsroom import words_of
from tests.slack_peer.validate import check_message, check_view

texts = st.text(min_size=1, max_size=400).filter(lambda text: bool(text.strip()))
cells = st.one_of(
    st.none(), st.integers(-10, 10**6), st.floats(0, 100), st.dates(), st.booleans(), st.text(max_size=90)
)


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    """Anything the desk could say, and worse."""
    width, length = draw(st.integers(1, 22)), draw(st.integers(0, 130))
    row = draw(st.lists(cells, min_size=width, max_size=width))
    caveat = st.builds(Caveat, topic=st.just("awareness"), text=texts, report=st.none() | texts, page=st.none())
    return Answer(
        status="answered",
        text=draw(texts),
        columns=[f"column_{number}" for number in range(width)],
        rows=[row] * length,
        sql=draw(st.none() | st.text(max_size=9000)),
        reading=draw(st.text(max_size=300)),
        caveats=draw(st.lists(caveat, max_size=7)),
        sources=[Source(report="2017-01-28", pages=draw(st.lists(st.integers(1, 400), max_size=60)))],
        query=Query(group_by=(Dimension(field="state"),)),
    )


def given_of(answer: Answer) -> Given:
    """The answer as given."""
    return Given("a" * 16, "T1", "C1", "1.0", "1.0", "U1", "what?", answer)


def forms(message: Message) -> list[dict[str, object]]:
    """Every form of a message."""
    return [{"text": message.text, "blocks": rung.blocks()} for rung in message.rungs]


@pytest.mark.no_cover
@settings(max_examples=60, deadline=None)
@given(answers())
def test_slack_would_take_every_form_of_any_answer(answer: Answer) -> None:
    extras = Extras(None, lambda chart: "F1", lambda: None, lead="<@U1> asked")
    for form in forms(answer_message(given_of(answer), extras, Look(answer))):
        check_message(form)
    for view in (modals.sql(answer), modals.caveats(answer, Look(answer)), modals.rows("a", grid(answer), 3, "rows")):
        check_view(view.block)


@settings(max_examples=60, deadline=None)
@given(texts, st.lists(texts, max_size=25), st.lists(texts, max_size=4))
def test_slack_would_take_any_question_back_and_any_decline(text: str, choices: list[str], offers: list[str]) -> None:
    asked, no = Answer(status="clarify", text=text, choices=choices), Answer(status="declined", text=text)
    back = clarify_message(asked, "a" * 16, Look(asked))
    declined = decline_message(no.model_copy(update={"suggestions": offers}), Look(no))
    for form in forms(back) + forms(declined):
        check_message(form)


@settings(max_examples=40, deadline=None)
@given(answers(), st.sampled_from(["<!channel>", "<@U02BOB>", "<https://evil.example|here>", "<!here>"]))
def test_no_word_from_the_data_reaches_slack_as_mark_up(answer: Answer, word: str) -> None:
    answer.text, answer.reading = f"{word} {answer.text}", word
    answer.caveats.append(Caveat(topic="x", text=word))
    extras = Extras(None, lambda chart: None, lambda: None)
    message = answer_message(given_of(answer), extras, Look(answer))
    assert word not in message.text
    for form in forms(message):
        marked = [b for b in form["blocks"] if b["type"] in ("section", "context")]  # type: ignore[attr-defined]
        assert word not in words_of(marked)


def test_a_table_of_a_hundred_and_one_rows_shows_what_fits() -> None:
    rows = tuple((f"County {number}", number) for number in range(101))
    table = data_table(Grid(("County", "Refusals"), rows, (False, True)), "Refusals")
    assert len(table["rows"]) == 100
    check_message({"text": "x", "blocks": [table]})


def test_a_column_with_a_gap_is_text_throughout() -> None:
    answer = Answer(status="answered", text="x", columns=["state", "refusals"], rows=[["Texas", 1], ["Iowa", None]])
    assert grid(answer).numeric == (False, False)
    check_message({"text": "x", "blocks": [data_table(grid(answer), "x")]})


def test_numbers_stand_at_the_right_of_a_text_table() -> None:
    lines = text_table(Grid(("State", "n"), (("Texas", 154), ("Iowa", 7)), (False, True))).splitlines()
    assert lines[1:4] == ["State    n", "Texas  154", "Iowa     7"]


def test_cells_are_written_out() -> None:
    assert [shown(value) for value in (None, "", 1234, date(2017, 2, 1), True)] == [
        "–",
        "–",
        "1,234",
        "February 1, 2017",
        "yes",
    ]


def spec(kind: str, names: tuple[str, ...], *series: tuple[float, ...]) -> ChartSpec:
    """A chart of these values."""
    made = tuple(Series(f"s{number}", values) for number, values in enumerate(series))
    return ChartSpec(kind, "A leads with 3 refusals", "", names, made, "count", "alt", "SAMPLE")  # type: ignore[arg-type]


def test_a_chart_is_native_where_slack_can_draw_it_truly() -> None:
    drawn = native(Chart(spec("bar", ("Los Angeles County, California", "Travis County, Texas"), (3, 2))))
    assert drawn is not None
    assert drawn["chart"]["axis_config"]["categories"] == ["Los Angeles, CA", "Travis, TX"]
    assert drawn["chart"]["axis_config"]["x_label"] == "SAMPLE"
    check_message({"text": "x", "blocks": [drawn]})


def test_what_slack_cannot_draw_truly_is_a_picture() -> None:
    two = ("A", "B")
    assert native(Chart(spec("stacked", two, (1, 2), (3, 4)))) is None
    assert native(Chart(spec("bar", tuple(f"n{number}" for number in range(21)), tuple([1.0] * 21)))) is None
    long = ("The very long name of a place one", "The very long name of a place two")
    assert native(Chart(spec("bar", long, (1, 2)))) is None


def test_home_and_the_list_of_pages_fit() -> None:
    many = [Subscription(number, "T1", "C1", "alerts", "U1", filter_text="Travis") for number in range(40)]
    loaded = Loaded(("• a report",) * 60, NO_NUMBER)
    check_view(home.home(loaded, many, "https://docs.example").block)
    text, blocks, _ = other_pages("a" * 16, 1, 400)
    check_message({"text": text, "blocks": blocks})


def test_buttons_carry_the_answer_and_nothing_else() -> None:
    answer = Answer(status="answered", text="x", query=Query(), sql="SELECT 1", columns=["n"], rows=[[1]])
    made = json.dumps(buttons.answer_buttons(answer, "abc"))
    assert made.count('"value": "abc"') == len(buttons.answer_buttons(answer, "abc")["elements"])
