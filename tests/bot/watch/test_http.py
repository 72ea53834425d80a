"""Fetching from a server that misbehaves."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.watch.addresses import Guard
from bot.watch.errors import Trouble
from bot.watch.http import Client, Validators, retry_after
from tests.bot.watch.server import Reply, Server, file


def code_of(client: Client, url: str) -> str:
    with pytest.raises(Trouble) as caught:
        client.get(url)
    assert caught.value.message.count(" ") > 3, "a sentence, not a code"
    return caught.value.code


def test_a_page_comes_with_what_tells_it_unchanged(client: Client, server: Server) -> None:
    server.routes["/a.pdf"] = file(b"%PDF-1")
    page = client.get(f"{server.url}/a.pdf")
    assert page is not None
    assert page.content == b"%PDF-1"
    assert page.content_type == "application/pdf"
    assert client.get(f"{server.url}/a.pdf", page.validators) is None
    assert server.asked == [("/a.pdf", 200), ("/a.pdf", 304)]


def test_the_reader_says_who_it_is(client: Client, server: Server) -> None:
    server.routes["/a"] = file(b"x")
    client.get(f"{server.url}/a")
    assert all(agent.startswith("detainer-desk/") for agent in server.agents)


@pytest.mark.parametrize(("status", "code"), [(404, "gone"), (410, "gone"), (500, "refused"), (403, "refused")])
def test_a_status_becomes_a_trouble(client: Client, server: Server, status: int, code: str) -> None:
    server.serve("/a", Reply(status))
    assert code_of(client, f"{server.url}/a") == code


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_says_when_to_come_back(client: Client, server: Server, status: int) -> None:
    server.serve("/a", Reply(status, headers={"Retry-After": "120"}))
    with pytest.raises(Trouble) as caught:
        client.get(f"{server.url}/a")
    assert (caught.value.code, caught.value.again_in) == ("busy", timedelta(seconds=120))


def test_a_body_cut_short_is_not_taken(client: Client, server: Server) -> None:
    server.serve("/a", Reply(200, b"%PDF-1 half", promise=5000))
    assert code_of(client, f"{server.url}/a") == "cut_short"


def test_a_server_that_does_not_answer_is_left(client: Client, server: Server) -> None:
    server.serve("/a", Reply(200, b"late", hold=threading.Event()))
    assert code_of(client, f"{server.url}/a") == "too_slow"


def test_a_body_larger_than_any_report_is_not_read(client: Client, server: Server) -> None:
    server.serve("/a", Reply(200, b"x" * 2_500_000))
    assert code_of(client, f"{server.url}/a") == "too_large"


def test_a_redirect_is_followed_and_the_new_address_known(client: Client, server: Server) -> None:
    server.serve("/old", Reply(302, headers={"Location": "/new"}))
    server.routes["/new"] = file(b"here")
    page = client.get(f"{server.url}/old")
    assert page is not None
    assert (page.content, page.url) == (b"here", f"{server.url}/new")


@pytest.mark.parametrize("there", ["/a", "/b"])
def test_redirects_in_a_circle_end(client: Client, server: Server, there: str) -> None:
    server.serve("/a", Reply(302, headers={"Location": there}))
    server.serve("/b", Reply(302, headers={"Location": "/a"}))
    assert code_of(client, f"{server.url}/a") == "redirect_loop"


def test_redirects_without_end_are_not_followed(client: Client, server: Server) -> None:
    for n in range(12):
        server.serve(f"/{n}", Reply(302, headers={"Location": f"/{n + 1}"}))
    assert code_of(client, f"{server.url}/0") == "redirect_loop"
    assert len(server.asked) < 10


def test_nobody_there(client: Client, server: Server) -> None:
    server.close()
    assert code_of(client, f"{server.url}/a") == "unreachable"


@pytest.fixture
def stranger() -> Iterator[Client]:
    """A client for which nothing was named."""
    made = Client(Guard(), timeout=0.25)
    yield made
    made.close()


def test_a_private_address_that_nobody_named_is_not_fetched(stranger: Client, server: Server) -> None:
    assert code_of(stranger, f"{server.url}/a") == "private_address"
    assert server.asked == []


def test_a_redirect_into_the_network_is_not_followed(client: Client, server: Server) -> None:
    other = Server()
    try:
        server.serve("/a", Reply(302, headers={"Location": f"{other.url}/secret"}))
        assert code_of(client, f"{server.url}/a") == "private_address"
        assert other.asked == []
    finally:
        other.close()


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://host/a", "http://", "http://user:pw@host/", "http://[::1"]
)
def test_only_plain_web_addresses(stranger: Client, url: str) -> None:
    assert code_of(stranger, url) == "bad_address"


def test_every_hop_is_asked_for(client: Client, server: Server) -> None:
    server.serve("/a", Reply(302, headers={"Location": "/b"}))
    server.routes["/b"] = file(b"x")
    asked: list[str] = []
    client.get(f"{server.url}/a", None, asked.append)
    assert asked == [f"{server.url}/a", f"{server.url}/b"]


def test_last_modified_is_enough(client: Client, server: Server) -> None:
    stamp = "Wed, 05 Apr 2017 10:00:00 GMT"

    def answer(headers: dict[str, str]) -> Reply:
        same = headers.get("if-modified-since") == stamp
        return Reply(304) if same else Reply(200, b"x", {"Last-Modified": stamp})

    server.routes["/a"] = answer
    page = client.get(f"{server.url}/a")
    assert page is not None
    assert page.validators == Validators(None, stamp)
    assert client.get(f"{server.url}/a", page.validators) is None


def test_what_retry_after_may_hold() -> None:
    at = datetime(2017, 4, 5, 10, 0, tzinfo=UTC)
    assert retry_after("30") == timedelta(seconds=30)
    assert retry_after("Wed, 05 Apr 2017 10:01:00 GMT", at) == timedelta(minutes=1)
    assert retry_after("Wed, 05 Apr 2017 09:00:00 GMT", at) == timedelta(0)
    assert retry_after("soon") is None
    assert retry_after(None) is None
    assert retry_after("9" * 30) == timedelta(days=7)
