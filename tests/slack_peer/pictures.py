"""Pictures of the main messages, for the docs: asked for in the real peer, drawn in a real browser.

python -m tests.slack_peer.pictures FOLDER
"""

from __future__ import annotations

import json
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

import httpx

from bot.alerts.announce import Announcer
from bot.ask import Desk
from bot.settings import Settings
from bot.slack.engine import desk_for
from bot.slack.options import SlackOptions
from bot.state import open_store
from bot.state.subscriptions import Subscriptions
from ingest.job import ingest
from tests.slack_peer.browser import Browser, NoBrowserError, Shown
from tests.slack_peer.front import Front
from tests.slack_peer.newsroom import Newsroom, Said, running
from tests.slack_peer.peer import ALICE, TEAM, Peer

SAMPLES = Path(__file__).parents[2] / "ingest" / "samples"
NEWEST = "ddor2017_02-11to02-17.pdf"
ASKED = {
    "answer": "How many Travis County refusals involved convictions?",
    "ranking": "Which five places refused most?",
    "clarification": "How many detainers did Washington refuse?",
    "decline": "What are the names of the people?",
}
SUMMARY_PARTS = 3


class Story:
    """The newsroom in which everything is asked, and the browser that draws what it sees."""

    def __init__(self, room: Newsroom, browser: Browser) -> None:
        self.room, self.browser = room, browser

    def asked(self, name: str, question: str) -> None:
        """A question and its answer."""
        asked = self.room.asks(question)
        answer = self.room.answer(asked)
        self.browser.draw(name, [Shown.person("Alice Anderson", f"@desk {question}"), self._desk(answer)])

    def alert(self, db: Path, state_url: str) -> None:
        """The newest report posts, and the channel is told."""
        store = open_store(state_url)
        Subscriptions(store).put(TEAM, self.room.channel, "alerts", ALICE)
        announcer = Announcer(store, db, Desk(db))
        announcer.baseline()
        load(db, NEWEST)
        announcer()
        store.close()
        alert = self.room.posted(lambda said: "Feb 11 – Feb 17, 2017" in said.text)
        self.browser.draw("alert", [self._desk(alert)])

    def summary(self) -> None:
        """The weekly summary: its headline, the first messages of its thread, and the first of its charts."""
        before = {message["ts"] for message in self.room.peer.messages(self.room.channel)}
        self.room.commands("summary")
        head = self.room.posted(lambda said: said.ts not in before and said.blocks[:1] != [])
        under = self.room.peer.wait(lambda: self._under(head), "the summary's thread")
        chart = next(file for said in self.room.thread(head.ts) for file in said.raw.get("files") or ())
        token = {"Authorization": f"Bearer {self.room.app.bot_token}"}
        drawn = Shown.drawing(httpx.get(chart["url_private"], headers=token).content, chart["title"])
        self.browser.draw("summary", [*(self._desk(said) for said in (head, *under[:SUMMARY_PARTS])), drawn])

    def _under(self, head: Said) -> list[Said] | None:
        """Its thread, once the charts are there: they come last."""
        thread = self.room.thread(head.ts)
        charted = any(said.raw.get("files") for said in thread)
        return [said for said in thread if said.blocks] if charted else None

    def home(self) -> None:
        """App Home as Alice sees it."""
        app = self.room.app.app_id
        self.room.peer.control("/open-home", user=ALICE, appId=app)
        view = self.room.peer.wait(lambda: self.room.peer.home_of(ALICE, app), "Home")
        named = json.dumps(view["blocks"]).replace(f"<#{self.room.channel}>", "#reports")  # Slack names it itself
        self.browser.draw("home", [Shown.desk(json.loads(named))])

    def _desk(self, said: Said) -> Shown:
        return Shown.desk(said.blocks)


def load(db: Path, *names: str) -> None:
    """These of the sample documents into the database."""
    outcomes = list(ingest([str(SAMPLES / name) for name in names], db))
    assert all(outcome.status == "loaded" for outcome in outcomes), outcomes


def take(folder: Path, work: Path) -> None:
    """All pictures into `folder`. Raises NoBrowserError."""
    browser, db, state_url = Browser(folder, work), work / "detainers.duckdb", f"sqlite:///{work}/state.sqlite"
    load(db, *sorted(path.name for path in SAMPLES.iterdir() if path.name not in (NEWEST, "README.md")))
    with ExitStack() as open_:
        peer = Peer(work)
        open_.callback(peer.stop)
        front = Front(peer.url)
        open_.callback(front.stop)
        room = Newsroom(peer, front, "socket")
        desk = desk_for(Settings(db=db), workers=2)
        open_.enter_context(running(room, desk, db, state_url, SlackOptions(pace=0, status_after=60)))
        story = Story(room, browser)
        story.alert(db, state_url)
        for name, question in ASKED.items():
            story.asked(name, question)
        story.summary()
        story.home()


def main() -> None:
    """From the command line."""
    with tempfile.TemporaryDirectory() as work:
        try:
            take(Path(sys.argv[1]), Path(work))
        except NoBrowserError as problem:
            sys.exit(str(problem))


if __name__ == "__main__":
    main()
