"""What the watcher says: troubles with sources, and what a round found."""

from __future__ import annotations


def round_failed(problem: Exception) -> str:
    """A round ended in an error that is none of a source's."""
    said = (str(problem).splitlines() or [""])[0]
    return f"This round failed ({type(problem).__name__}: {said}); the next one comes after a while."


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


def wrong_type(url: str, content_type: str) -> str:
    """Neither a page, a feed nor a PDF; or a page where a document should be."""
    told = f" (the server calls it {content_type})" if content_type else ""
    return f"{url} holds no document of a kind that is read{told}. Nothing of it is taken; look at it in a browser."


def no_links(url: str, before: int) -> str:
    """The page leads to no documents, and perhaps did before."""
    if before:
        return f"{url} led to {before} documents and now leads to none: the page has changed its shape. Look at it."
    return f"{url} leads to no documents (no links to PDF files). Name the page that lists the reports."


def no_folder(path: str) -> str:
    """A watched folder is not there."""
    return f"The folder {path} is not there or may not be read. Make it, or take it out of DETAINER_DESK_SOURCES."


def unreadable(path: str) -> str:
    """A file that cannot be read."""
    return f"{path} could not be read. Check who owns it."


def bad_pattern(pattern: str) -> str:
    """An address pattern that cannot be filled in."""
    return f"The pattern {pattern} cannot be filled in. Use {{start:%Y_%m-%d}} and {{end:%m-%d}} for the week's days."


def outcome(source: str, status: str, report_id: str | None, message: str | None) -> str:
    """What became of a document."""
    what = f" (report {report_id})" if report_id else ""
    return f"{source}: {status}{what}{f': {message}' if message else ''}"


def trouble(source: str, message: str) -> str:
    """A source in trouble; said once, until it changes or is over."""
    return message if source in message else f"{source}: {message}"


def recovered(source: str) -> str:
    """A trouble is over."""
    return f"{source} can be read again."


def queued(n: int) -> str:
    """Alerts put into the outbox."""
    return f"{n} {'message' if n == 1 else 'messages'} put into the outbox."


COMMAND = (
    "Look at the sources, load what is new, queue alerts. Exit status of --once: 0 nothing new went wrong, "
    "1 a source or document newly did, 2 wrong use."
)
OPTION_SOURCES = "Folders, pages, feeds, documents or address patterns; without any: DETAINER_DESK_SOURCES."
OPTION_ONCE = "One round, then end (for cron). Without it: rounds until stopped."
OPTION_JSON = "One JSON line a round on standard output; the narration goes to standard error."


def watching(n: int) -> str:
    """The watcher has begun."""
    return f"Watching {n} {'source' if n == 1 else 'sources'}."


def lease_not_renewed(why: str) -> str:
    """The state store did not answer."""
    return f"The state store did not answer ({why}); tried again in a moment."


NO_SOURCES = (
    "No source is named. Set DETAINER_DESK_SOURCES to folders and addresses, separated by spaces, "
    "or name them on the command line."
)
STOPPING = "Stopping after this round."
NOT_LEADER = "Another watcher is at work on this state store; this one waits to take over."
