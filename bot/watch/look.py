"""One look at one source: what is there that ingest has not seen, and what went wrong on the way."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path

from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt

from bot.messages import watch as say
from bot.watch import links
from bot.watch.errors import Trouble
from bot.watch.http import Client, Page, Validators
from bot.watch.memory import Memory, Seen
from bot.watch.robots import Robots
from bot.watch.waiting import Waiting

ALWAYS = 20
"""Links at the top of a page that every look asks about; of the rest, as many in turn."""

NO_VALIDATORS = Validators()
_WORTH_A_RETRY = {"busy", "too_slow", "cut_short", "unreachable"}
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Found:
    """A document to hand to ingest. `source` is its address or path, `name` the file name it came under."""

    source: str
    name: str
    content: bytes
    validators: Validators = NO_VALIDATORS

    @property
    def sha256(self) -> str:
        """The document's id, as ingest has it."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(slots=True)
class Look:
    """What a look brought: new or changed documents, addresses that had not changed, troubles of single links."""

    found: list[Found] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    troubles: dict[str, Trouble] = field(default_factory=dict)
    links: int = 0
    index: Found | None = None
    """The page that led here. It is remembered only when every link of it was taken in."""


class Looker:
    """Looks at addresses. `settled`: bytes once seen need no second reading (loaded, or refused for good)."""

    def __init__(
        self,
        client: Client,
        memory: Memory,
        settled: Callable[[Seen], bool],
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self.client, self.memory, self.settled, self.pause = client, memory, settled, pause
        self.robots = Robots(client)

    def look(self, source: str) -> Look:
        """Look at a page, a feed or a single document. Raises Trouble when the source itself cannot be read."""
        known = self.memory.pages(source)
        page = self._get(source, known.get(source))
        if page is None:
            return self._links([url for url in known if url != source], known, source)
        kind = links.kind(page.content)
        if kind in ("pdf", "sheet"):
            return Look(found=[_found(source, page)], links=1)
        if kind == "other":
            raise Trouble("wrong_type", say.wrong_type(source, page.content_type))
        urls = links.documents(page.content, page.url)
        if not urls:
            before = self.memory.links(source)
            raise Trouble("shape_changed" if before else "no_links", say.no_links(source, before))
        look = self._links(urls, known, source)
        look.index = _found(source, page, "index.html" if kind == "html" else "feed.xml")
        return look

    def ask_for(self, source: str, urls: Collection[str]) -> Look:
        """Look at addresses that are known without a page that leads to them."""
        return self._links(urls, self.memory.pages(source), source)

    def _links(self, urls: Collection[str], known: dict[str, Seen], source: str) -> Look:
        look = Look(links=len(urls))
        for url in _in_turn(list(urls), known):
            self.pause(self.robots.delay(url) if self.client.guard.is_public(url) else 0)
            try:
                page = self._get(url, known.get(url))
                if page is None:
                    look.unchanged.append(url)
                elif links.kind(page.content) not in ("pdf", "sheet"):
                    raise Trouble("wrong_type", say.wrong_type(url, page.content_type))
                else:
                    look.found.append(_found(url, page))
            except Trouble as trouble:
                look.troubles[url] = trouble
        return look

    def _get(self, url: str, seen: Seen | None) -> Page | None:
        known = seen.validators if seen and self.settled(seen) else None
        retry = Retrying(
            stop=stop_after_attempt(_TRIES),
            retry=retry_if_exception(_worth_a_retry),
            wait=_wait,
            sleep=self.pause,
            reraise=True,
        )
        return retry(self.client.get, url, known, self.robots.check)


def look_into_folder(folder: Path, loaded: Collection[str], memory: Memory, settled: Callable[[Seen], bool]) -> Look:
    """The documents of a folder (its own files, not deeper) that ingest has not seen.

    Raises Trouble when the folder is not there.
    """
    from ingest.sources import SUFFIXES

    try:
        files = sorted(path for path in folder.iterdir() if path.is_file() and path.suffix.lower() in SUFFIXES)
    except OSError as problem:
        raise Trouble("gone", say.no_folder(str(folder))) from problem
    known = memory.pages(str(folder))
    look = Look(links=len(files))
    for path in files:
        try:
            found = Found(str(path), path.name, path.read_bytes())
        except OSError:  # moved away since it was listed, or not ours to read
            look.troubles[str(path)] = Trouble("unreadable", say.unreadable(str(path)))
            continue
        seen = known.get(found.source)
        if found.sha256 in loaded or (seen and seen.sha256 == found.sha256 and settled(seen)):
            look.unchanged.append(found.source)
        else:
            look.found.append(found)
    return look


def _found(source: str, page: Page, name: str = "") -> Found:
    return Found(source, name or links.file_name(source), page.content, page.validators)


def _in_turn(urls: list[str], known: dict[str, Seen]) -> list[str]:
    """The top of the page and what was never fetched; of the rest those longest unchecked."""
    new = [url for url in urls if url not in known]
    top = [url for url in urls[:ALWAYS] if url in known]
    rest = sorted((url for url in urls[ALWAYS:] if url in known), key=lambda url: known[url].checked_at)
    wanted = {*new, *top, *rest[:ALWAYS]}
    return [url for url in urls if url in wanted]


def _worth_a_retry(error: BaseException) -> bool:
    if not isinstance(error, Trouble) or error.code not in _WORTH_A_RETRY:
        return False
    return error.again_in is None or error.again_in.total_seconds() <= Waiting.SHORT


def _wait(state: RetryCallState) -> float:
    error = state.outcome.exception() if state.outcome else None
    asked = error.again_in if isinstance(error, Trouble) else None
    return asked.total_seconds() if asked else Waiting.soon(state.attempt_number)
