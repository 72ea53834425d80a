"""A worker like `bot.sql.worker`, but without the runner's gate: whatever text comes in goes to the cursor."""

from __future__ import annotations

import duckdb

from bot.sql import runner, worker


def _anything(_: duckdb.DuckDBPyConnection, sql: str) -> str:
    return sql


if __name__ == "__main__":
    runner._one_select = _anything  # type: ignore[assignment]
    worker.main()
