"""The query views as tables, written once an edition.

`views.sql` says what each view shows; its definitions live in schema `live`. Working them out anew in every question
(which edition is in force, what was taken back) costs most of its time, a second over a million rows; an edition never
changes once it is published, so their rows are written down with it. The views in `main` show those rows.
"""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb


def create(con: duckdb.DuckDBPyConnection) -> None:
    """Make the definitions, empty snapshots, and the views that show them, comments included."""
    text = resources.files("ingest").joinpath("views.sql").read_text(encoding="utf-8")
    con.execute("CREATE SCHEMA live")
    con.execute(text.replace("main.", "live."))
    for view in _views(con):
        con.execute(f"CREATE TABLE base.shown_{view} AS FROM live.{view} LIMIT 0")
        con.execute(f"CREATE VIEW main.{view} AS FROM base.shown_{view}")
    comments = "".join(line for line in text.splitlines(keepends=True) if line.startswith("COMMENT ON"))
    con.execute(comments)
    con.execute(comments.replace("ON VIEW main.", "ON TABLE base.shown_").replace(" main.", " base.shown_"))


def refresh(con: duckdb.DuckDBPyConnection) -> None:
    """Write the rows down as the base tables now give them; the last step before an edition is published."""
    con.execute("BEGIN")
    for view in _views(con):
        con.execute(f"DELETE FROM base.shown_{view}")  # noqa: S608 - names of our own views
        con.execute(f"INSERT INTO base.shown_{view} FROM live.{view}")
    con.execute("COMMIT")


def _views(con: duckdb.DuckDBPyConnection) -> list[str]:
    found = con.execute("SELECT view_name FROM duckdb_views() WHERE schema_name = 'live' ORDER BY view_name").fetchall()
    return [str(row[0]) for row in found]
