"""What the watcher says: troubles with sources, and what a round found."""

from __future__ import annotations


def bad_address(url: str) -> str:
    """Not an address that can be fetched."""
    return (
        f"{url!r} is no web address of the form http(s)://host/path, without a user name. Check it for typing errors."
    )


def no_such_host(host: str) -> str:
    """The name does not resolve."""
    return f"No host named {host} was found. Check the address and the network."


def private_address(host: str) -> str:
    """A link or redirect leads into a private network."""
    return (
        f"{host} is on a private network and was not named as a source, so it is not fetched. "
        "Name it in DETAINER_DESK_SOURCES if it is meant."
    )


def redirect_loop(url: str) -> str:
    """Redirects go round in a circle, or on for too long."""
    return f"{url} redirects in a circle or too often. Look at it in a browser and name the address it settles on."


def too_slow(url: str) -> str:
    """The server took too long."""
    return f"{url} took too long to answer; it is looked at again later."


def cut_short(url: str) -> str:
    """The body ended before its announced length."""
    return f"{url} was cut short on the way; nothing of it is taken, it is fetched again later."


def unreachable(url: str) -> str:
    """No connection, or it broke."""
    return f"{url} could not be reached; it is looked at again later."


def too_large(url: str, limit: int) -> str:
    """The body is larger than any report."""
    return f"{url} is larger than {limit // 1_000_000} MB; no report is. Check what it is."


def busy(url: str, status: int) -> str:
    """429 or 503."""
    return f"{url} asks to be left alone for now (status {status}); it is looked at again later."


def gone(url: str, status: int) -> str:
    """404 or 410."""
    return f"{url} is gone (status {status}). Find where it moved and name the new address in DETAINER_DESK_SOURCES."


def refused(url: str, status: int) -> str:
    """Any other status."""
    return f"{url} answered with status {status}. Look at it in a browser."


def robots(url: str) -> str:
    """Disallowed by robots.txt."""
    return f"The site's robots.txt asks not to fetch {url}. Ask its owner, or download the documents by hand."
