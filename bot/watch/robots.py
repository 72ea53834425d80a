"""robots.txt: what a site asks of readers like this one (RFC 9309)."""

from __future__ import annotations

import time
from urllib.robotparser import RobotFileParser

from bot.messages import watch as say
from bot.watch.addresses import origin
from bot.watch.errors import Trouble
from bot.watch.http import USER_AGENT, Client

_KEPT = 24 * 3600.0  # seconds; the RFC asks not to use a copy for longer
_AGENT = USER_AGENT.split("/")[0]
_CALM_LIMIT = 30.0


class Robots:
    """The rules of each site, fetched once a day."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._rules: dict[tuple[str, str, int], tuple[float, RobotFileParser]] = {}

    def check(self, url: str) -> None:
        """Raises Trouble `robots` where the site asks not to fetch this address."""
        if not self._of(url).can_fetch(_AGENT, url):
            raise Trouble("robots", say.robots(url))

    def delay(self, url: str) -> float:
        """Seconds that the site asks to leave between requests; one where it asks for nothing; never over 30."""
        asked = self._of(url).crawl_delay(_AGENT)
        return min(float(asked), _CALM_LIMIT) if asked is not None else 1.0

    def _of(self, url: str) -> RobotFileParser:
        site = origin(url)
        kept = self._rules.get(site)
        if kept and time.monotonic() - kept[0] < _KEPT:
            return kept[1]
        rules = RobotFileParser()
        rules.parse(self._lines(f"{site[0]}://{url.split('/')[2]}/robots.txt"))
        self._rules[site] = (time.monotonic(), rules)
        return rules

    def _lines(self, url: str) -> list[str]:
        """The file's lines; none where there is no such file. A server that fails is left alone: Trouble."""
        try:
            page = self._client.get(url)
        except Trouble as trouble:
            if trouble.code in ("gone", "refused", "redirect_loop"):
                return []
            raise
        return page.content.decode("utf-8", errors="replace").splitlines() if page else []
