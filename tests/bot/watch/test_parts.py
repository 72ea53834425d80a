"""Links, patterns, robots.txt, waits and memory of the watcher."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.state.types import now
from bot.watch import links, patterns
from bot.watch.errors import Trouble
from bot.watch.http import Client, Validators
from bot.watch.memory import Memory
from bot.watch.robots import Robots
from bot.watch.waiting import Waiting
from tests.bot.watch.server import Reply, Server, file

PAGE = "https://host.example/reports/index.html"


def test_links_to_documents_in_the_order_of_the_page() -> None:
    page = b"""<html><a href="b.pdf">b</a><a href="/x/a.PDF#page=2">a</a><a href="b.pdf">again</a>
    <a href="about.html">about</a><a href="javascript:alert(1)">no</a><a href="ftp://h/c.pdf">no</a><a>none</a></html>"""
    assert links.documents(page, PAGE) == ["https://host.example/reports/b.pdf", "https://host.example/x/a.PDF"]


def test_links_of_feeds() -> None:
    rss = b"""<?xml version="1.0"?><rss version="2.0"><channel><item><link>https://h.example/1.pdf</link></item>
    <item><enclosure url="https://h.example/2.pdf" type="application/pdf"/></item></channel></rss>"""
    atom = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="3.pdf"/></entry></feed>"""
    assert links.documents(rss, PAGE) == ["https://h.example/1.pdf", "https://h.example/2.pdf"]
    assert links.documents(atom, PAGE) == ["https://host.example/reports/3.pdf"]


def test_a_feed_with_an_entity_bomb_leads_nowhere() -> None:
    bomb = b"""<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>
    <rss><channel><item><link>&b;.pdf</link></item></channel></rss>"""
    assert links.kind(bomb) == "feed"
    assert links.documents(bomb, PAGE) == []


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7", "pdf"),
        (b"\n<!DOCTYPE HTML><html>", "html"),
        (b"<rss>", "feed"),
        (b"PK\x03\x04", "sheet"),
        (b"", "other"),
    ],
)
def test_what_bytes_are(content: bytes, kind: str) -> None:
    assert links.kind(content) == kind


def test_a_clock_in_a_script_is_no_news() -> None:
    with_clock = [f"<html><script>t={n}</script><p>Reports</p><a href='a.pdf'>a</a></html>".encode() for n in (1, 2)]
    assert links.substance(with_clock[0]) == links.substance(with_clock[1])
    assert links.substance(with_clock[0]) != links.substance(b"<html><p>Reports</p><a href='b.pdf'>a</a></html>")


@given(st.text())
def test_file_names_lead_nowhere_else(path: str) -> None:
    name = links.file_name("https://h.example/" + path)
    assert name
    assert "/" not in name
    assert not name.startswith(".")


def test_a_pattern_asks_for_the_newest_weeks_and_the_next() -> None:
    pattern = "https://h.example/ddor{start:%Y_%m-%d}to{end:%m-%d}.pdf"
    loaded = [date(2017, 1, 28), date(2017, 2, 4)]
    asked = patterns.addresses(pattern, loaded)
    assert asked[0] == "https://h.example/ddor2017_01-28to02-03.pdf"
    assert asked[2] == "https://h.example/ddor2017_02-11to02-17.pdf"
    assert len(asked) == 6
    assert patterns.addresses(pattern, [])[0] == asked[0]


@pytest.mark.parametrize(
    "pattern", ["https://h/{week}.pdf", "https://h/{0}.pdf", "https://h/{start", "https://h/{start.x}"]
)
def test_a_pattern_that_cannot_be_filled_in_says_so(pattern: str) -> None:
    with pytest.raises(Trouble) as caught:
        patterns.addresses(pattern, [])
    assert caught.value.code == "bad_pattern"


def test_robots_txt_is_kept_to_and_asked_for_once(client: Client, server: Server) -> None:
    server.routes["/robots.txt"] = file(b"User-agent: *\nDisallow: /private/\nCrawl-delay: 7\n", "text/plain")
    robots = Robots(client)
    robots.check(f"{server.url}/reports/a.pdf")
    with pytest.raises(Trouble) as caught:
        robots.check(f"{server.url}/private/a.pdf")
    assert caught.value.code == "robots"
    assert robots.delay(f"{server.url}/reports/a.pdf") == 7
    assert server.times("/robots.txt") == 1


def test_no_robots_txt_forbids_nothing(client: Client, server: Server) -> None:
    Robots(client).check(f"{server.url}/a.pdf")
    assert Robots(client).delay(f"{server.url}/a.pdf") == 1


def test_a_site_whose_robots_txt_is_out_of_order_is_left_alone(client: Client, server: Server) -> None:
    server.serve("/robots.txt", Reply(503))
    with pytest.raises(Trouble) as caught:
        Robots(client).check(f"{server.url}/a.pdf")
    assert caught.value.code == "busy"


def test_rests_grow_and_end() -> None:
    rhythm = timedelta(minutes=10)
    rests = [Waiting.rest(failures, rhythm, None) for failures in (0, 3, 60)]
    assert rests[0] is not None
    assert rests[1] is not None
    assert rests[2] is not None
    assert rhythm * 0.7 < rests[0] < rests[1] < rests[2] < timedelta(hours=8)
    assert Waiting.rest(0, rhythm, timedelta(hours=9)) == timedelta(hours=9), "what the server asks for goes first"
    assert Waiting.rest(5, None, None) is None, "a single round leaves the rhythm to whoever starts it"
    assert len({Waiting.soon(1) for _ in range(20)}) > 1, "jitter"


def test_a_trouble_is_news_once_and_its_end_too(memory: Memory) -> None:
    slow, gone = Trouble("too_slow", "slow"), Trouble("gone", "gone")
    assert memory.failed("s", slow, None)
    assert not memory.failed("s", slow, None)
    assert memory.failed("s", gone, timedelta(minutes=5))
    assert memory.troubles() == {"s": "gone"}
    assert memory.failures("s") == 3
    assert memory.resting("s")
    assert not memory.resting("s", now() + timedelta(minutes=6))
    assert memory.well("s", 4)
    assert not memory.well("s", 4)
    assert (memory.links("s"), memory.failures("s"), memory.resting("s")) == (4, 0, False)


def test_addresses_are_remembered_by_source(memory: Memory) -> None:
    memory.keep("s", "u1", Validators("e", None), "0" * 64, "loaded")
    memory.keep("other", "u2", Validators(), "1" * 64, "loaded")
    before = memory.pages("s")["u1"].checked_at
    memory.checked("u1")
    seen = memory.pages("s")
    assert list(seen) == ["u1"]
    assert seen["u1"].validators == Validators("e", None)
    assert seen["u1"].checked_at >= before
