"""The process that runs statements for a long-lived owner: `python -m bot.sql.worker DB MEMORY_MB`.

It reads one request a line from stdin and answers one line on stdout. The owner kills it at the deadline; it
keeps no state that a question could leave for the next (see `database.py`), and has none of the owner's secrets.
"""

from __future__ import annotations

import sys
from typing import IO, Any

from bot.sql import wire
from bot.sql.database import RunError
from bot.sql.runner import Runner

ADDRESS_SPACE_MB = 4_096  # beyond the engine's own limit, which scalar functions ignore


def limit_memory(megabytes: int) -> None:
    """Cap this process's memory where the platform can."""
    try:
        import resource
    except ImportError:  # not on Windows: the owner's deadline still holds
        return
    size = megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(runner: Runner, request: dict[str, Any]) -> dict[str, Any]:
    """The answer to one request: a result, or an error's code, message and hint."""
    try:
        result = runner.execute(
            request["sql"], request["parameters"], deadline_s=request["deadline_s"], max_rows=request["max_rows"]
        )
    except RunError as error:
        return {"error": [error.code, error.message, error.hint]}
    return {
        "columns": result.columns,
        "types": result.types,
        "rows": result.rows,
        "truncated": result.truncated,
        "edition": result.edition,
    }


def serve(runner: Runner, requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answer requests until there are no more."""
    for line in requests:
        answers.write(wire.encode(answer(runner, wire.decode(line))))
        answers.flush()
        runner.verify()  # after the answer is out: nobody waits for it


def main() -> None:
    """Serve the database named on the command line."""
    limit_memory(ADDRESS_SPACE_MB)
    serve(Runner(sys.argv[1], memory_mb=int(sys.argv[2])), sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
