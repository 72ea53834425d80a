"""Which network addresses may be fetched: public ones, and those on the very host that the operator named."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

from bot.messages import watch as say
from bot.watch.errors import Trouble

_PORTS = {"http": 80, "https": 443}


def origin(url: str) -> tuple[str, str, int]:
    """Scheme, host and port of an address. Raises Trouble for anything but http and https with a host."""
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError as problem:
        raise Trouble("bad_address", say.bad_address(url)) from problem
    if parts.scheme not in _PORTS or not parts.hostname or parts.username or parts.password:
        raise Trouble("bad_address", say.bad_address(url))
    return parts.scheme, parts.hostname.lower(), port


class Guard:
    """Lets public addresses pass, and the hosts named in settings wherever they are.

    A page from outside must not send the watcher into the newsroom's own network (links, redirects, names that
    resolve there); an operator who watches a server on that network has said so by naming it.
    """

    def __init__(self, named: tuple[str, ...] = (), allow_private: bool = False) -> None:
        self.allow_private = allow_private
        self._named = {origin(url)[1:] for url in named}

    def check(self, url: str) -> None:
        """Raises Trouble (`private_address`, `bad_address`, `no_such_host`) when the address may not be fetched."""
        _, host, port = origin(url)
        if self._trusted(host, port):
            return
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as problem:
            raise Trouble("no_such_host", say.no_such_host(host)) from problem
        for *_, where in found:
            self.check_peer(url, str(where[0]))

    def check_peer(self, url: str, address: str) -> None:
        """The same for the address a connection really went to: a name may resolve differently a moment later."""
        _, host, port = origin(url)
        if not self._trusted(host, port) and not ipaddress.ip_address(address.split("%")[0]).is_global:
            raise Trouble("private_address", say.private_address(host))

    def is_public(self, url: str) -> bool:
        """Whether the address is out on the internet, where one leaves time between requests."""
        _, host, _ = origin(url)
        try:
            return any(
                ipaddress.ip_address(str(where[0]).split("%")[0]).is_global
                for *_, where in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
            )
        except OSError:
            return True

    def _trusted(self, host: str, port: int) -> bool:
        return self.allow_private or (host, port) in self._named
