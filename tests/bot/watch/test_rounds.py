"""Whole rounds: folders, pages and feeds of real documents, into a real database."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.watch.http import Client
from bot.watch.loaded import reading
from bot.watch.memory import Memory
from bot.watch.rounds import Round, Watcher, told
from tests.bot.watch.conftest import NOTICE, SECOND, sample
from tests.bot.watch.server import Reply, Server, file, page


class Announcements:
    """Counts how often the watcher asked for announcements."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> int:
        self.asked += 1
        return 0


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "data" / "detainers.duckdb"


@pytest.fixture
def watcher(db: Path, memory: Memory, client: Client) -> Watcher:
    return Watcher(db, memory, client, Announcements(), None, pause=lambda _: None)


def statuses(done: Round) -> list[tuple[str, str]]:
    return [(found.name, outcome.status) for found, outcome in done.outcomes]


def reports(db: Path) -> list[str]:
    with reading(db) as connection:
        assert connection is not None
        return [row[0] for row in connection.execute("SELECT report_id FROM reports").fetchall()]


def kinds(db: Path) -> list[str]:
    with reading(db) as connection:
        assert connection is not None
        return [row[0] for row in connection.execute("SELECT kind FROM base.documents").fetchall()]


def test_a_file_dropped_into_a_folder_is_loaded_once(watcher: Watcher, db: Path, tmp_path: Path) -> None:
    folder = tmp_path / "drop"
    folder.mkdir()
    assert statuses(watcher.round([str(folder)])) == []
    (folder / SECOND).write_bytes(sample(SECOND))
    (folder / "notes.txt").write_text("not a document")
    first = watcher.round([str(folder)])
    assert statuses(first) == [(SECOND, "loaded")]
    assert reports(db) == ["2017-02-04"]
    assert statuses(watcher.round([str(folder)])) == []
    (folder / "copy.pdf").write_bytes(sample(SECOND))
    assert statuses(watcher.round([str(folder)])) == [], "told by content, whatever the name"


def test_a_file_that_is_no_report_is_told_once(watcher: Watcher, tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4 broken")
    first = watcher.round([str(tmp_path)])
    assert [status for _, status in statuses(first)] == ["rejected"]
    assert not first.fine
    second = watcher.round([str(tmp_path)])
    assert statuses(second) == []
    assert second.fine


def test_a_folder_that_goes_away_is_told_once_and_so_is_its_return(watcher: Watcher, tmp_path: Path) -> None:
    folder = tmp_path / "drop"
    first = watcher.round([str(folder)])
    assert [trouble.code for _, trouble in first.troubles] == ["gone"]
    assert watcher.round([str(folder)]).troubles == []
    folder.mkdir()
    assert watcher.round([str(folder)]).recovered == [str(folder)]


def test_a_page_and_its_documents(watcher: Watcher, db: Path, server: Server) -> None:
    server.routes["/index.html"] = page(NOTICE)
    server.routes[f"/{NOTICE}"] = file(sample(NOTICE))
    source = f"{server.url}/index.html"
    assert (NOTICE, "loaded") in statuses(watcher.round([source]))
    assert sorted(kinds(db)) == ["index", "notice"]
    again = watcher.round([source])
    assert again.outcomes == []
    assert server.times(f"/{NOTICE}", 304) == 1, "asked whether it changed, not fetched again"
    assert server.times("/index.html", 304) == 1


def test_a_document_added_to_the_page(watcher: Watcher, server: Server) -> None:
    server.routes["/"] = page("other.pdf")
    server.routes["/other.pdf"] = file(b"%PDF-1.4 of no use")
    server.routes[f"/{NOTICE}"] = file(sample(NOTICE))
    assert statuses(watcher.round([f"{server.url}/"]))[1:] == [("other.pdf", "rejected")]
    server.routes["/"] = page(NOTICE, "other.pdf")
    assert (NOTICE, "loaded") in statuses(watcher.round([f"{server.url}/"]))


def test_a_file_replaced_under_the_same_name_is_seen_though_the_page_is_the_same(
    watcher: Watcher, server: Server
) -> None:
    server.routes["/"] = page("report.pdf")
    server.routes["/report.pdf"] = file(b"%PDF-1.4 of no use")
    watcher.round([f"{server.url}/"])
    server.routes["/report.pdf"] = file(sample(NOTICE))
    assert statuses(watcher.round([f"{server.url}/"])) == [("report.pdf", "loaded")]


def test_a_link_that_fails_is_fetched_next_time_though_the_page_is_the_same(
    watcher: Watcher, db: Path, server: Server
) -> None:
    server.routes["/"] = page(NOTICE)
    server.serve(f"/{NOTICE}", *[Reply(200, sample(NOTICE)[:5000], promise=90_000)] * 3, file(sample(NOTICE)))
    first = watcher.round([f"{server.url}/"])
    assert [trouble.code for _, trouble in first.troubles] == ["cut_short"]
    assert "notice" not in kinds(db), "nothing of half a document"
    second = watcher.round([f"{server.url}/"])
    assert (NOTICE, "loaded") in statuses(second)
    assert second.recovered == [f"{server.url}/{NOTICE}"]


def test_a_short_wait_asked_for_is_waited_within_the_round(watcher: Watcher, server: Server) -> None:
    server.routes["/"] = page(NOTICE)
    server.serve(f"/{NOTICE}", Reply(429, headers={"Retry-After": "2"}), file(sample(NOTICE)))
    waits: list[float] = []
    watcher.looker.pause = waits.append
    assert (NOTICE, "loaded") in statuses(watcher.round([f"{server.url}/"]))
    assert 2.0 in waits


def test_a_long_wait_asked_for_is_kept_to(watcher: Watcher, server: Server) -> None:
    server.serve("/", Reply(503, headers={"Retry-After": "3600"}))
    assert [trouble.code for _, trouble in watcher.round([f"{server.url}/"]).troubles] == ["busy"]
    assert watcher.round([f"{server.url}/"]).resting == [f"{server.url}/"]
    assert server.times("/") == 1


def test_a_page_that_changes_its_shape_is_told_once(watcher: Watcher, server: Server) -> None:
    server.routes["/"] = page(NOTICE)
    server.routes[f"/{NOTICE}"] = file(sample(NOTICE))
    watcher.round([f"{server.url}/"])
    server.routes["/"] = page(words="We have a new design")
    first = watcher.round([f"{server.url}/"])
    assert [trouble.code for _, trouble in first.troubles] == ["shape_changed"]
    assert "1 document" in told(first)[0]
    assert watcher.round([f"{server.url}/"]).troubles == []


def test_a_page_in_place_of_a_document_is_not_taken(watcher: Watcher, db: Path, server: Server) -> None:
    server.routes["/"] = page("report.pdf")
    server.routes["/report.pdf"] = file(b"<html>Please log in</html>", "application/pdf")
    done = watcher.round([f"{server.url}/"])
    assert [(what, trouble.code) for what, trouble in done.troubles] == [(f"{server.url}/report.pdf", "wrong_type")]


def test_a_page_that_moved_is_followed(watcher: Watcher, server: Server) -> None:
    server.serve("/old", Reply(301, headers={"Location": "/new/"}))
    server.routes["/new/"] = page(NOTICE)
    server.routes[f"/new/{NOTICE}"] = file(sample(NOTICE))
    assert (NOTICE, "loaded") in statuses(watcher.round([f"{server.url}/old"]))


def test_a_page_that_is_gone_is_told_once_and_keeps_no_other_source_back(
    watcher: Watcher, server: Server, tmp_path: Path
) -> None:
    (tmp_path / NOTICE).write_bytes(sample(NOTICE))
    done = watcher.round([f"{server.url}/gone", str(tmp_path)])
    assert [trouble.code for _, trouble in done.troubles] == ["gone"]
    assert statuses(done) == [(NOTICE, "loaded")]
    assert watcher.round([f"{server.url}/gone"]).troubles == []


def test_robots_txt_is_kept_to(watcher: Watcher, server: Server) -> None:
    server.routes["/robots.txt"] = file(b"User-agent: detainer-desk\nDisallow: /secret/\n", "text/plain")
    server.routes["/"] = page(f"/secret/{NOTICE}")
    server.routes[f"/secret/{NOTICE}"] = file(sample(NOTICE))
    done = watcher.round([f"{server.url}/"])
    assert [trouble.code for _, trouble in done.troubles] == ["robots"]
    assert server.times(f"/secret/{NOTICE}") == 0


def test_a_feed_leads_to_documents(watcher: Watcher, server: Server) -> None:
    feed = f"<rss version='2.0'><channel><item><link>{server.url}/{NOTICE}</link></item></channel></rss>"
    server.routes["/feed.xml"] = file(feed.encode(), "application/rss+xml")
    server.routes[f"/{NOTICE}"] = file(sample(NOTICE))
    assert statuses(watcher.round([f"{server.url}/feed.xml"])) == [(NOTICE, "loaded")]
    assert watcher.round([f"{server.url}/feed.xml"]).outcomes == []


def test_a_pattern_finds_the_week_that_is_there(watcher: Watcher, db: Path, server: Server) -> None:
    server.routes[f"/{SECOND}"] = file(sample(SECOND))
    done = watcher.round([f"{server.url}/ddor{{start:%Y_%m-%d}}to{{end:%m-%d}}.pdf"])
    assert statuses(done) == [(SECOND, "loaded")]
    assert done.troubles == [], "a week that is not posted yet is no trouble"


def test_a_database_that_was_lost_is_filled_again(watcher: Watcher, db: Path, server: Server) -> None:
    server.routes["/"] = page(NOTICE)
    server.routes[f"/{NOTICE}"] = file(sample(NOTICE))
    watcher.round([f"{server.url}/"])
    for path in db.parent.glob("*.duckdb"):
        path.unlink()
    assert (NOTICE, "loaded") in statuses(watcher.round([f"{server.url}/"]))


def test_announcements_follow_every_round(watcher: Watcher, tmp_path: Path) -> None:
    watcher.round([str(tmp_path)])
    watcher.round([])
    assert isinstance(watcher.announce, Announcements)
    assert watcher.announce.asked == 2
