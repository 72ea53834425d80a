"""Documents over HTTP: an index page leads to its documents; addresses, redirects and sizes are limited."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from ingest.errors import Rejected
from ingest.fetch import Fetcher
from ingest.job import ingest
from tests.ingest.conftest import NOTICE

INDEX = b"<html><h1>Declined Detainer Outcome Report</h1><a href='notice.pdf'>Correction</a> <a href='gone.pdf'>x</a>"
PAGES = {"/": INDEX, "/notice.pdf": NOTICE.read_bytes(), "/big": b"x" * 3000}
MOVED = {"/once": "/", "/loop": "/loop", "/away": "http://127.0.0.1:9/", "/file": "file:///etc/passwd"}


class Handler(BaseHTTPRequestHandler):
    """Serves the pages above."""

    def do_GET(self) -> None:
        body = PAGES.get(self.path, b"")
        self.send_response(200 if self.path in PAGES else 302 if self.path in MOVED else 404)
        if self.path in MOVED:
            self.send_header("Location", MOVED[self.path])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_index_page_leads_to_its_documents(site: str, tmp_path: Path) -> None:
    outcomes = list(ingest([site + "/"], tmp_path / "news.duckdb", workers=1))
    assert [(o.source.removeprefix(site), o.status, o.code) for o in outcomes] == [
        ("/", "loaded", None),
        ("/notice.pdf", "loaded", None),
        ("/gone.pdf", "rejected", "http_error"),
    ]


def test_a_private_address_only_if_named(site: str) -> None:
    with pytest.raises(Rejected) as caught:
        Fetcher().fetch(site + "/")
    assert caught.value.code == "private_address"
    named = Fetcher()
    named.trust(site)
    assert named.fetch(site + "/once").content == INDEX
    assert Fetcher(allow_private=True).fetch(site + "/").content == INDEX


@pytest.mark.parametrize(
    ("path", "code"),
    [("/loop", "too_many_redirects"), ("/away", "private_address"), ("/file", "bad_address"), ("/big", "too_large")],
)
def test_limits(site: str, path: str, code: str) -> None:
    fetcher = Fetcher(max_bytes=2000)
    fetcher.trust(site)
    with pytest.raises(Rejected) as caught:
        fetcher.fetch(site + path)
    assert caught.value.code == code


@pytest.mark.parametrize("url", ["ftp://example.org/x", "file:///etc/passwd", "http://user@example.org/", "http://[/"])
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(Rejected) as caught:
        Fetcher().fetch(url)
    assert caught.value.code == "bad_address"
