"""Documents from the web: http(s) only, limited in size, time and redirects, and to public addresses.

An address that the operator named may lie on a private network; what a page links to or redirects to may not, unless it
is the same host. The connection goes to the very address that was checked, so a name cannot change its meaning
in between.
"""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from ingest import messages
from ingest.errors import Rejected
from ingest.pdf import MAX_BYTES
from ingest.sources import Raw

_TIMEOUT = 30.0
_REDIRECTS = 5


@dataclass(slots=True)
class Fetcher:
    """Fetches documents. `allow_private` lets any address be private; `named` are hosts the operator named."""

    allow_private: bool = False
    max_bytes: int = MAX_BYTES
    named: set[tuple[str, int]] = field(default_factory=set)

    def trust(self, url: str) -> None:
        """Let the host of this address be private: the operator named it."""
        self.named.add(_host(url))

    def fetch(self, url: str) -> Raw:
        """The document at an address, redirects followed. Raises `Rejected` (bad_address, private_address,
        unreachable, http_error, too_large, too_many_redirects)."""
        for _ in range(_REDIRECTS + 1):
            body, moved = self._get(url)
            if moved is None:
                return Raw(url, body)
            url = urljoin(url, moved)
        raise Rejected("too_many_redirects", messages.too_many_redirects(url, _REDIRECTS))

    def _get(self, url: str) -> tuple[bytes, str | None]:
        import httpx

        host, port = _host(url)
        address = self._address(url, host, port)
        pinned = httpx.URL(url).copy_with(host=address)
        headers = {"Host": httpx.URL(url).netloc.decode("ascii"), "User-Agent": "detainer-desk"}
        try:
            with (
                httpx.Client(timeout=_TIMEOUT, trust_env=False) as client,
                client.stream("GET", pinned, headers=headers, extensions={"sni_hostname": host}) as response,
            ):
                if response.is_redirect:
                    return b"", response.headers.get("location", "")
                if response.status_code != httpx.codes.OK:
                    raise Rejected("http_error", messages.http_error(url, response.status_code))
                return self._body(url, response), None
        except httpx.HTTPError as error:
            raise Rejected("unreachable", messages.unreachable(url, type(error).__name__)) from error

    def _body(self, url: str, response: object) -> bytes:
        import httpx

        assert isinstance(response, httpx.Response)  # noqa: S101 - httpx is imported only when something is fetched
        body = bytearray()
        for chunk in response.iter_bytes():
            body += chunk
            if len(body) > self.max_bytes:
                raise Rejected("too_large", messages.too_large(len(body), self.max_bytes))
        return bytes(body)

    def _address(self, url: str, host: str, port: int) -> str:
        """The IP address to connect to."""
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as error:
            raise Rejected("unreachable", messages.unreachable(url, "no such host")) from error
        addresses = [str(entry[4][0]) for entry in found]
        if not self.allow_private and (host, port) not in self.named:
            for address in addresses:
                if not ipaddress.ip_address(address.split("%")[0]).is_global:
                    raise Rejected("private_address", messages.private_address(url))
        return addresses[0]


def _host(url: str) -> tuple[str, int]:
    """Host and port of an http(s) address. Raises `Rejected` (bad_address)."""
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise Rejected("bad_address", messages.bad_address(url)) from error
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
        raise Rejected("bad_address", messages.bad_address(url))
    return parts.hostname, port
