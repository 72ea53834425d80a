"""The watcher as it runs for weeks: a process, rounds without end, servers that misbehave, a signal at the end."""

from __future__ import annotations

import signal
import threading
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.scheduler.lease import Lease
from bot.state import StateStore, open_store
from bot.state.models import OutboxRow
from bot.state.subscriptions import Subscriptions
from bot.watch.daemon import LEASE_NAME, Daemon
from bot.watch.http import Client
from bot.watch.loaded import document_ids
from bot.watch.memory import Memory
from bot.watch.options import WatchOptions
from bot.watch.rounds import Round, Watcher
from tests.bot.watch.conftest import FIRST, NOTICE, SECOND, sample
from tests.bot.watch.process import Process
from tests.bot.watch.server import Reply, Server, file, page


def test_a_round_that_fails_is_said_and_the_next_one_comes(
    tmp_path: Path, store: StateStore, memory: Memory, client: Client
) -> None:
    failures = ["the disk is full"]
    said: list[str] = []
    rounds: list[Round] = []

    def announce() -> int:
        if failures:
            raise OSError(failures.pop())
        return 0

    def tell(done: Round) -> None:
        rounds.append(done)
        daemon.close()

    watcher = Watcher(tmp_path / "d.duckdb", memory, client, announce, None)
    options = WatchOptions(every=0.01, folder_every=0.01)
    daemon = Daemon(watcher, [str(tmp_path)], options, Lease(store, LEASE_NAME, "me"), tell, said.append)
    daemon.run()
    assert ["disk is full" in line for line in said] == [True]
    assert [done.looked for done in rounds] == [[str(tmp_path)]]


def outbox(watch: Process, kind: str) -> list[str]:
    """The texts of a kind of message."""
    store = open_store(watch.state)
    try:
        with store.read() as session:
            rows = session.scalars(select(OutboxRow).where(OutboxRow.kind == kind))
            return [str(row.payload["text"]) for row in rows]
    finally:
        store.close()


def misbehaving(server: Server) -> list[str]:
    """A source for each way of misbehaving; their addresses."""
    notice = file(sample(NOTICE))
    server.routes["/well/"], server.routes[f"/well/{NOTICE}"] = page(NOTICE), notice
    server.serve("/asked-to-wait/", Reply(429, headers={"Retry-After": "1"}), page("a.pdf"))
    server.routes["/asked-to-wait/a.pdf"] = file(b"%PDF-1.4 of no use, a")
    server.serve("/closed-for-long/", Reply(503, headers={"Retry-After": "3600"}))
    server.serve("/wrong/", Reply(200, b"\x89PNG\r\n", {"Content-Type": "image/png"}))
    server.serve("/round/", Reply(302, headers={"Location": "/and-round/"}))
    server.serve("/and-round/", Reply(302, headers={"Location": "/round/"}))
    server.serve("/moved/", Reply(301, headers={"Location": "/new/"}))
    server.routes["/new/"], server.routes["/new/b.pdf"] = page("b.pdf"), file(b"%PDF-1.4 of no use, b")
    server.serve("/cut/", page("c.pdf"))
    whole = file(b"%PDF-1.4 of no use, c")
    server.serve("/cut/c.pdf", *[Reply(200, b"%PDF-1.4 of", promise=5_000)] * 3, whole)
    names = ("well", "asked-to-wait", "closed-for-long", "wrong", "round", "moved", "cut")
    return [f"{server.url}/{name}/" for name in names]


def test_whatever_servers_do_each_trouble_is_told_once_and_the_rest_goes_on(tmp_path: Path, server: Server) -> None:
    watch = Process(tmp_path, misbehaving(server))
    wanted = {
        (f"/well/{NOTICE}", "loaded"),
        ("/asked-to-wait/a.pdf", "rejected"),
        ("/new/b.pdf", "rejected"),
        ("/cut/c.pdf", "rejected"),
    }
    watch.until(lambda: wanted <= set(watch.outcomes()), "every document that is to be had")
    watch.more_rounds(6)
    assert watch.stop() == 0
    told = {("/closed-for-long/", "busy"), ("/wrong/", "wrong_type"), ("/round/", "redirect_loop")}
    assert Counter(watch.troubles()) == Counter(told | {("/cut/c.pdf", "cut_short")})
    assert watch.recovered() == ["/cut/c.pdf"]
    assert max(Counter(watch.outcomes()).values()) == 1, "each document once"
    assert server.times("/closed-for-long/") == 1, "not asked again before its time"
    assert server.times("/asked-to-wait/", 429) == 1
    assert server.times(f"/well/{NOTICE}", 200) == 1
    assert server.times(f"/well/{NOTICE}", 304) >= 2
    said = "\n".join(outbox(watch, "trouble"))
    assert said.count("closed-for-long") == 1, "the keepers' channel as well, once"


def test_a_slow_server_is_told_once_and_so_is_its_return(tmp_path: Path, server: Server) -> None:
    held = threading.Event()
    server.routes["/well/"], server.routes[f"/well/{NOTICE}"] = page(NOTICE), file(sample(NOTICE))
    server.serve("/slow/", *[Reply(200, b"late", hold=held)] * 3, page("a.pdf"))
    server.routes["/slow/a.pdf"] = file(b"%PDF-1.4 of no use")
    watch = Process(tmp_path, [f"{server.url}/slow/", f"{server.url}/well/"], timeout=0.3)
    watch.until(lambda: (f"/well/{NOTICE}", "loaded") in watch.outcomes(), "the other source")
    watch.until(lambda: "/slow/" in watch.recovered(), "the slow one, answering at last")
    watch.more_rounds(3)
    held.set()
    assert watch.stop() == 0
    assert watch.troubles() == [("/slow/", "too_slow")]


def test_a_page_that_changes_its_shape_goes_away_and_comes_back(tmp_path: Path, server: Server) -> None:
    server.routes["/"], server.routes[f"/{NOTICE}"] = page(NOTICE), file(sample(NOTICE))
    watch = Process(tmp_path, [f"{server.url}/"])
    watch.until(lambda: (f"/{NOTICE}", "loaded") in watch.outcomes(), "the notice")
    server.routes["/"] = page(words="We have a new design")
    watch.until(lambda: ("/", "shape_changed") in watch.troubles(), "the new shape")
    watch.more_rounds(3)
    del server.routes["/"]
    watch.until(lambda: ("/", "gone") in watch.troubles(), "its end")
    watch.more_rounds(3)
    server.routes["/"] = page(NOTICE, words="We are back")
    watch.until(lambda: "/" in watch.recovered(), "its return")
    assert watch.stop() == 0
    assert watch.troubles() == [("/", "shape_changed"), ("/", "gone")]


def test_a_report_replaced_under_its_name_and_one_dropped_into_a_folder(tmp_path: Path, server: Server) -> None:
    folder = tmp_path / "drop"
    folder.mkdir()
    server.routes["/"], server.routes["/report.pdf"] = page("report.pdf"), file(sample(FIRST))
    watch = Process(tmp_path, [f"{server.url}/", str(folder)])
    watch.until(lambda: ("/report.pdf", "loaded") in watch.outcomes(), "the first")
    store = open_store(watch.state)
    Subscriptions(store).put("T", "C1", "alerts", "U")
    server.routes["/report.pdf"] = file(sample(SECOND))
    watch.until(lambda: watch.outcomes().count(("/report.pdf", "loaded")) == 2, "the second under the same name")
    (folder / NOTICE).write_bytes(sample(NOTICE))
    watch.until(lambda: (str(folder / NOTICE), "loaded") in watch.outcomes(), "the file in the folder")
    watch.more_rounds(3)
    assert watch.stop(signal.SIGINT) == 0
    store.close()
    assert len(outbox(watch, "alert")) == 2, "one for each that came after the channel had asked"
    assert len(document_ids(watch.db)) == 4, "two reports, a notice and the page"


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_in_the_middle_of_a_round_ends_it_cleanly(tmp_path: Path, server: Server, by: signal.Signals) -> None:
    held, asked = threading.Event(), threading.Event()

    def slowly(headers: dict[str, str]) -> Reply:
        asked.set()
        return Reply(200, sample(NOTICE), {"ETag": '"1"'}, hold=held)

    server.routes["/"], server.routes[f"/{NOTICE}"] = page(NOTICE), slowly
    server.routes["/next/"] = page("other.pdf")
    watch = Process(tmp_path, [f"{server.url}/", f"{server.url}/next/"], timeout=30)
    assert asked.wait(60), "the document is asked for"
    watch.process.send_signal(by)
    watch.until(lambda: any("top" in line for line in watch.errors), "the word that it stops")
    held.set()
    assert watch.ended() == 0
    assert (f"/{NOTICE}", "loaded") in watch.outcomes(), "what was in hand is finished"
    assert server.times("/next/") == 0, "nothing new is begun"
    store = open_store(watch.state)
    assert Lease(store, LEASE_NAME, "the next one").take(), "another may lead at once"
    store.close()
    assert list(watch.db.parent.glob(".watched-*")) == []


def test_a_signal_ends_a_wait_for_a_server_at_once(tmp_path: Path, server: Server) -> None:
    server.serve("/", Reply(429, headers={"Retry-After": "29"}))
    watch = Process(tmp_path, [f"{server.url}/"])
    watch.until(lambda: server.times("/") == 1, "the first try")
    assert watch.stop() == 0
    assert server.times("/") == 1, "not asked before the time it gave"
    assert watch.troubles() == []
