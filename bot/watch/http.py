"""Fetching one address politely and safely: conditional, bounded in size and time, redirects checked one by one."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

import httpx

from bot import __version__
from bot.messages import watch as say
from bot.watch.addresses import Guard
from bot.watch.errors import Trouble

USER_AGENT = f"detainer-desk/{__version__} (watches published detainer reports; one reader, few requests)"
MAX_BYTES = 50 * 1024 * 1024
MAX_REDIRECTS = 5
_REDIRECTS = {301, 302, 303, 307, 308}
_GONE = {404, 410}
_BUSY = {429, 503}


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to tell an unchanged page by."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A fetched body. `url` is where it was found after redirects."""

    url: str
    content: bytes
    content_type: str
    validators: Validators


class Client:
    """One polite reader. `deadline` bounds a whole fetch in seconds, `timeout` each step of it."""

    def __init__(self, guard: Guard, timeout: float = 20, deadline: float = 120, max_bytes: int = MAX_BYTES) -> None:
        self.guard, self.deadline, self.max_bytes = guard, deadline, max_bytes
        headers = {"User-Agent": USER_AGENT, "Accept-Encoding": "gzip, identity"}
        # Proxies of the environment are not used: they would hide the address that the guard has to see.
        self._http = httpx.Client(timeout=timeout, headers=headers, follow_redirects=False, trust_env=False)

    def close(self) -> None:
        """Give the connections back."""
        self._http.close()

    def get(
        self, url: str, known: Validators | None = None, allowed: Callable[[str], None] | None = None
    ) -> Page | None:
        """The page, or None where the server says it has not changed since `known`.

        `allowed` is asked before every hop (robots.txt). Raises Trouble with a code that says what went wrong.
        """
        started, here, seen = time.monotonic(), url, {url}
        while True:
            self.guard.check(here)
            if allowed:
                allowed(here)
            answer = self._one(here, known, started)
            if not isinstance(answer, str):
                return answer
            here = answer
            if here in seen or len(seen) > MAX_REDIRECTS:
                raise Trouble("redirect_loop", say.redirect_loop(url))
            seen.add(here)

    def _one(self, url: str, known: Validators | None, started: float) -> Page | str | None:
        try:
            with self._http.stream("GET", url, headers=_conditions(known)) as response:
                self._check_peer(url, response)
                if response.status_code in _REDIRECTS and "location" in response.headers:
                    return urljoin(url, response.headers["location"])
                if response.status_code == httpx.codes.NOT_MODIFIED:
                    return None
                _check_status(url, response)
                return Page(url, self._body(url, response, started), _kind(response), _validators(response))
        except httpx.TimeoutException as problem:
            raise Trouble("too_slow", say.too_slow(url)) from problem
        except httpx.RemoteProtocolError as problem:
            raise Trouble("cut_short", say.cut_short(url)) from problem
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as problem:
            raise Trouble("unreachable", say.unreachable(url)) from problem

    def _check_peer(self, url: str, response: httpx.Response) -> None:
        stream = response.extensions.get("network_stream")
        peer = stream.get_extra_info("server_addr") if stream else None
        if peer:
            self.guard.check_peer(url, str(peer[0]))

    def _body(self, url: str, response: httpx.Response, started: float) -> bytes:
        parts, size = [], 0
        for part in response.iter_bytes():
            size += len(part)
            if size > self.max_bytes:
                raise Trouble("too_large", say.too_large(url, self.max_bytes))
            if time.monotonic() - started > self.deadline:
                raise Trouble("too_slow", say.too_slow(url))
            parts.append(part)
        return b"".join(parts)


def retry_after(value: str | None, at: datetime | None = None) -> timedelta | None:
    """What a Retry-After header asks for: seconds, or a date; None where it asks for nothing readable."""
    if not value:
        return None
    if value.strip().isdigit():
        return timedelta(seconds=min(int(value), 7 * 86400))
    try:
        when = parsedate_to_datetime(value)
    except ValueError:
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(timedelta(0), when - (at or datetime.now(UTC)))


def _check_status(url: str, response: httpx.Response) -> None:
    status = response.status_code
    if status in _BUSY:
        raise Trouble("busy", say.busy(url, status), retry_after(response.headers.get("retry-after")))
    if status in _GONE:
        raise Trouble("gone", say.gone(url, status))
    if status != httpx.codes.OK:
        raise Trouble("refused", say.refused(url, status))


def _conditions(known: Validators | None) -> dict[str, str]:
    headers = {}
    if known and known.etag:
        headers["If-None-Match"] = known.etag
    if known and known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    return headers


def _kind(response: httpx.Response) -> str:
    return str(response.headers.get("content-type", "")).split(";")[0].strip().lower()


def _validators(response: httpx.Response) -> Validators:
    return Validators(response.headers.get("etag"), response.headers.get("last-modified"))
