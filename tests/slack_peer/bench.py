"""How quick the bot is, on the peer: from mention to answer, and under steady load.

    python -m tests.slack_peer.bench [SECONDS]

A measurement, not a test: it prints what it found. The bot runs as a process of its own, as in life.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from ingest.job import ingest
from tests.slack_peer.peer import ALICE, Json, Peer

ROOMS, RATE, WARM = 24, 20, 100
QUESTIONS = (
    "How many Travis County refusals involved convictions?",
    "Which five places refused most?",
    "Refusals by week",
    "How many refusals were there in Denver?",
)


def main(seconds: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        db = folder / "detainers.duckdb"
        list(ingest([Path(__file__).parents[2] / "ingest" / "samples"], db))
        peer = Peer(folder, channels=ROOMS)
        bot = _bot(peer, db, folder)
        try:
            print(f"ready after {_ready(peer, bot):.1f} s")
            _sequential(peer)
            _steady(peer, seconds, bot)
        finally:
            bot.terminate()
            bot.wait(20)
            peer.stop()


def _bot(peer: Peer, db: Path, folder: Path) -> subprocess.Popen[bytes]:
    app = peer.apps["socket"]
    environment = os.environ | {
        "SLACK_BOT_TOKEN": app.bot_token,
        "SLACK_APP_TOKEN": app.app_token,
        "SLACK_API_URL": f"{peer.url}/api/",
        "DETAINER_DESK_STATE": f"sqlite:///{folder}/state.sqlite",
    }
    command = [sys.executable, "-m", "bot.cli", "--db", str(db), "slack"]
    return subprocess.Popen(command, env=environment, stderr=(folder / "bot.log").open("w"))


def _ready(peer: Peer, bot: subprocess.Popen[bytes]) -> float:
    started = time.monotonic()
    peer.wait(lambda: peer.connected(peer.apps["socket"].app_id) or None, "the bot", 60)
    return time.monotonic() - started


def _ask(peer: Peer, number: int) -> str:
    bot = peer.apps["socket"].bot_user
    text = f"<@{bot}> {QUESTIONS[number % len(QUESTIONS)]}"
    said = peer.control("/message", channel=f"C9{number % ROOMS:03}", user=ALICE, text=text)
    return str(said["message"]["ts"])


def _answers(peer: Peer) -> list[Json]:
    return [f["message"] for f in peer.frames if f["t"] == "message" and f["message"].get("bot_id")]


def _sequential(peer: Peer) -> None:
    taken = []
    for number in range(WARM + 20):
        before = len(_answers(peer))
        at = time.monotonic()
        _ask(peer, number)
        peer.wait(lambda before=before: len(_answers(peer)) > before or None, "an answer")  # type: ignore[misc]
        taken.append((time.monotonic() - at) * 1000)
    warm = sorted(taken[20:])
    print(f"mention to answer, warm: median {statistics.median(warm):.0f} ms, p95 {warm[int(len(warm) * 0.95)]:.0f} ms")


def _steady(peer: Peer, seconds: int, bot: subprocess.Popen[bytes]) -> None:
    before, asked, memory = len(_answers(peer)), [], [_memory(bot)]
    begin = time.monotonic()

    def ask(number: int) -> None:
        asked.append(_ask(peer, number))

    threads = []
    for number in range(RATE * seconds):
        threading.Event().wait(max(0.0, begin + number / RATE - time.monotonic()))
        threads.append(threading.Thread(target=ask, args=(number,)))
        threads[-1].start()
        if number % (RATE * 10) == 0:
            memory.append(_memory(bot))
    for each in threads:
        each.join()
    wanted = RATE * seconds
    peer.wait(lambda: len(_answers(peer)) - before >= wanted or None, "all answers", 120)
    memory.append(_memory(bot))
    answered = [message["thread_ts"] for message in _answers(peer)[before:]]
    late = time.monotonic() - begin - seconds
    print(f"{RATE} a second for {seconds} s: {len(asked)} asked, {len(set(answered) & set(asked))} answered, ", end="")
    print(f"{len(answered) - len(set(answered))} twice; last answer {late:.1f} s after the last question")
    print(f"memory of the bot, MB: {memory}")


def _memory(bot: subprocess.Popen[bytes]) -> int:
    status = Path(f"/proc/{bot.pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0]) // 1024


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
