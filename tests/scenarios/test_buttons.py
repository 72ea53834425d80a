"""What the buttons under an answer do."""

from __future__ import annotations

import httpx

from bot.messages import slack as words
from bot.slack.blocks import buttons, modals
from bot.slack.run import Bot
from tests.slack_peer.newsroom import Newsroom, Said, words_of
from tests.slack_peer.peer import Json

TRAVIS = "How many Travis County refusals involved convictions?"
LIST = "List the refusals in Travis County"


def answered(newsroom: Newsroom, question: str = TRAVIS) -> Said:
    """An answer to press the buttons of."""
    return newsroom.answer(newsroom.asks(question))


def files(newsroom: Newsroom, thread: str) -> list[Json]:
    """The files in a thread, each with the words that came with it."""
    shared = [m for m in newsroom.peer.messages(newsroom.channel) if m.get("subtype") == "file_share"]
    return [file | {"said": m["text"]} for m in shared if m.get("thread_ts") == thread for file in m["files"]]


def file(newsroom: Newsroom, thread: str, number: int = 1) -> Json:
    """The nth file in a thread, once it is there."""

    def look() -> Json | None:
        found = files(newsroom, thread)
        return found[number - 1] if len(found) >= number else None

    return newsroom.peer.wait(look, f"file {number}")


def content(newsroom: Newsroom, of: Json) -> bytes:
    """The bytes of a file."""
    return httpx.get(of["url_private"], headers={"Authorization": f"Bearer {newsroom.app.bot_token}"}).content


def test_show_sql_opens_the_statement(newsroom: Newsroom, bot: Bot) -> None:
    newsroom.presses(answered(newsroom), words.SHOW_SQL)
    shown = words_of(newsroom.view())
    assert "FROM refusals" in shown
    assert "county = 'Travis'" in shown
    assert "Read as" in shown


def test_show_rows_pages_through_the_rows_behind_the_figure(newsroom: Newsroom, bot: Bot) -> None:
    answer = answered(newsroom)
    newsroom.presses(answer, words.SHOW_ROWS)
    first = newsroom.view()
    assert "Rows 1–10 of 76" in words_of(first)
    assert words_of(first).count("Travis") >= 10


def test_the_rows_turn_their_pages(newsroom: Newsroom, bot: Bot) -> None:
    if newsroom.mode == "socket":
        return  # the peer cannot press a button inside a view; over HTTP the story presses it as Slack would
    newsroom.presses(answered(newsroom), words.SHOW_ROWS)
    first = newsroom.view()
    turn = next(e for b in first["blocks"] for e in b.get("elements", []) if e.get("action_id", "").endswith(":1"))
    newsroom.interacts(in_view(first, turn))
    second = newsroom.view(lambda view: "Rows 11–20 of 76" in words_of(view))
    back = [e["text"]["text"] for b in second["blocks"] for e in b.get("elements", []) if e["type"] == "button"]
    assert back == [words.PREVIOUS, words.NEXT]


def in_view(view: Json, element: Json) -> Json:
    """A button pressed inside a view, as Slack tells it."""
    action = {key: element[key] for key in ("type", "action_id", "value")} | {"block_id": "b", "action_ts": "1.5"}
    return {"type": "block_actions", "trigger_id": "none", "view": view, "container": {}, "actions": [action]}


def test_show_the_page_puts_the_marked_page_into_the_thread(newsroom: Newsroom, bot: Bot) -> None:
    answer = answered(newsroom)
    thread = answer.raw["thread_ts"]
    newsroom.presses(answer, words.SHOW_PAGE)
    page = file(newsroom, thread)
    assert page["name"].startswith("report-2017-01-28-page-8")
    assert content(newsroom, page)[:4] == b"\x89PNG"
    assert page["said"] == ""
    more = newsroom.whispered(lambda said: "Show another" in said.text)
    newsroom.presses(more, "2")
    assert "page-9" in file(newsroom, thread, 2)["name"]


def test_the_csv_holds_every_row(newsroom: Newsroom, bot: Bot) -> None:
    answer = answered(newsroom, LIST)
    newsroom.presses(answer, words.CSV)
    table = content(newsroom, file(newsroom, answer.raw["thread_ts"])).decode("utf-8-sig").splitlines()
    assert len(table) == 155
    assert "county" in table[0]


def test_a_long_list_shows_its_beginning_and_says_so(newsroom: Newsroom, bot: Bot) -> None:
    answer = answered(newsroom, LIST)
    (shown,) = [block for block in answer.blocks if block["type"] == "data_table"]
    assert len(shown["rows"]) <= 100
    assert f"The first {len(shown['rows']) - 1} of 154 rows" in answer.shown


def test_all_caveats_stand_behind_their_button(newsroom: Newsroom, bot: Bot) -> None:
    answer = answered(newsroom, "Which five places refused most?")
    newsroom.presses(answer, words.ALL_CAVEATS)
    assert len(newsroom.view()["blocks"]) >= 3


def test_a_jurisdiction_is_a_question_further(newsroom: Newsroom, bot: Bot) -> None:
    answer = answered(newsroom, "How many refusals involved convictions?")
    newsroom.presses(answer, words.BY_PLACE)
    view = newsroom.view()
    offered = [e for b in view["blocks"] for e in b.get("elements", []) if e["type"] == "button"]
    assert offered[0]["text"]["text"] == "Travis, Texas (76)"
    assert all(each["action_id"].startswith(modals.PLACE) for each in offered)
    if newsroom.mode == "http":
        newsroom.interacts(in_view(view, offered[1]))
        further = newsroom.answer(answer, to=answer.raw["thread_ts"], number=2)
        name, _, count = offered[1]["text"]["text"].rpartition(" (")
        assert name.split(", ")[0] in further.text
        assert count.rstrip(")") in further.text


def test_right_is_noted_with_what_it_is_about(newsroom: Newsroom, bot: Bot) -> None:
    answer = answered(newsroom)
    pair = next(b for b in answer.blocks if b["type"] == "context_actions")
    element = pair["elements"][0]
    newsroom.acts(answer, element | {"value": element["positive_button"]["value"], "block_id": pair["block_id"]})
    newsroom.whispered(lambda said: said.text == words.THANKS_RIGHT)
    kept = bot.services.feedback.all(answer_id=element["positive_button"]["value"].partition(":")[2])
    assert [(row.verdict, row.question) for row in kept] == [("right", TRAVIS)]


def test_wrong_asks_for_the_reason_and_keeps_it(newsroom: Newsroom, bot: Bot) -> None:
    answer = answered(newsroom)
    pair = next(b for b in answer.blocks if b["type"] == "context_actions")
    element = pair["elements"][0]
    newsroom.acts(answer, element | {"value": element["negative_button"]["value"], "block_id": pair["block_id"]})
    newsroom.view(lambda view: view.get("callback_id") == modals.REASON_VIEW)
    newsroom.submits({modals.REASON: "I count 77"})
    newsroom.view(lambda view: words.THANKS_WRONG in words_of(view))
    (row,) = bot.services.feedback.all(answer_id=element["negative_button"]["value"].partition(":")[2])
    assert (row.verdict, row.reason) == ("wrong", "I count 77")
    assert "FROM refusals" in (row.sql or "")
    assert row.reading


def test_every_button_has_a_listener(newsroom: Newsroom, bot: Bot) -> None:
    answer = answered(newsroom, "Which five places refused most?")
    ids = {element["action_id"] for element in answer.buttons().values()}
    assert ids == {buttons.SQL, buttons.ROWS, buttons.PAGE, buttons.CSV, buttons.PLACES, buttons.CAVEATS}
