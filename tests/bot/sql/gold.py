"""A DuckDB with the query views, made from the gold tables; columns that the tables lack stay empty."""

from __future__ import annotations

from pathlib import Path

import duckdb

from bot.semantic import SemanticModel

GOLD = Path(__file__).parents[2] / "ingest" / "gold"

# how a column is made of the gold tables' text, where it is not simply the text
_MADE = {
    ("policies", "enacted"): "CAST(enacted || '-01' AS DATE)",
    ("reports", "sample"): "true",
    ("reports", "checks_failed"): "0",
    ("reports", "quarantined"): "0",
    ("reports", "file_name"): "'ddor' || report_id || '.pdf'",
    ("caveats", "topic"): "'awareness'",
    ("issued", "row_no"): "row_number() OVER (PARTITION BY report_id)",
    ("issued", "page"): "2",
}
_WITHDRAWN = (
    "EXISTS (FROM corrections c WHERE c.section = '{section}' "
    "AND c.report_id = g.report_id AND c.county = g.county AND c.state = g.state)"
)
_SECTIONS = {"issued": "I", "refusals": "II"}


def build(path: Path, model: SemanticModel) -> Path:
    """Write the database and return its path."""
    with duckdb.connect(str(path)) as connection:
        for view in ("corrections", *(v for v in model.views if v != "corrections")):
            connection.execute(
                f"CREATE TEMP TABLE gold_{view} AS FROM read_csv(?, header = true, all_varchar = true, nullstr = '')",
                [str(GOLD / f"{view}.csv")],
            )
            have = {row[0] for row in connection.execute(f"DESCRIBE gold_{view}").fetchall()}
            columns = [
                f"{_expression(view, name, have)}::{column.type} AS {name}"
                for name, column in model.views[view].columns.items()
            ]
            connection.execute(f"CREATE TABLE {view}_rows AS SELECT {', '.join(columns)} FROM gold_{view} g")
            connection.execute(f"CREATE VIEW {view} AS FROM {view}_rows")
    return path


def _expression(view: str, column: str, have: set[str]) -> str:
    if (view, column) in _MADE:
        return f"({_MADE[view, column]})"
    if column == "withdrawn":
        return _WITHDRAWN.format(section=_SECTIONS[view])
    return f"g.{column}" if column in have else "NULL"
