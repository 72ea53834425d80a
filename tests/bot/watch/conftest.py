"""A misbehaving server, an empty state store, a client that may fetch from loopback because it is named."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from bot.state import StateStore, open_store
from bot.watch.addresses import Guard
from bot.watch.http import Client
from bot.watch.memory import Memory
from tests.bot.watch.server import Server

FIRST, SECOND, THIRD = "ddor2017_01-28to02-03.pdf", "ddor2017_02-04to02-10.pdf", "ddor2017_02-11to02-17.pdf"
NOTICE = "ddor_correction_2017-04-05.pdf"


def sample(name: str) -> bytes:
    """The bytes of a bundled sample document."""
    return files("ingest").joinpath("samples", name).read_bytes()


@pytest.fixture
def server() -> Iterator[Server]:
    """The server, up."""
    running = Server()
    yield running
    running.close()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[StateStore]:
    """An empty state store."""
    opened = open_store(f"sqlite:///{tmp_path}/state.sqlite")
    yield opened
    opened.close()


@pytest.fixture
def memory(store: StateStore) -> Memory:
    """The watcher's memory."""
    return Memory(store)


@pytest.fixture
def client(server: Server) -> Iterator[Client]:
    """A client for which the test server was named as a source; it waits a quarter second for an answer."""
    made = Client(Guard((server.url,)), timeout=0.25, deadline=5, max_bytes=2_000_000)
    yield made
    made.close()
