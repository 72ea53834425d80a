"""The state of a database: what is loaded, which checks failed, what stands in quarantine, what could not be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest import editions, messages

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Everything the doctor knows; each list holds records by column name, ready for JSON or a table.

    documents: every document ever loaded, without its bytes. reports: the editions in force. checks, quarantine,
    unread: of documents in force. changes: what revisions changed. unknown: values that the vocabulary does not know.
    """

    database: str
    documents: list[Record]
    reports: list[Record]
    checks: list[Record]
    quarantine: list[Record]
    unread: list[Record]
    changes: list[Record]
    unknown: list[Record]

    @property
    def healthy(self) -> bool:
        """Whether no check failed and nothing is in quarantine or unread."""
        return not (self.quarantine or self.unread or any(not check["ok"] for check in self.checks))


_QUERIES = {
    "documents": "SELECT seq, kind, file_name, source, report_id, state, sample, pages, posted_on, loaded_at, "
    "document_id FROM base.documents ORDER BY seq",
    "reports": "SELECT r.*, (SELECT count(*) FROM main.issued i WHERE i.report_id = r.report_id) AS issued_rows, "
    "(SELECT count(*) FROM main.refusals f WHERE f.report_id = r.report_id) AS refusals, "
    "(SELECT count(*) FROM main.policies p WHERE p.report_id = r.report_id) AS policies FROM main.reports r",
    "checks": "SELECT d.report_id, d.file_name, c.name, c.stated, c.read, c.ok FROM base.checks c "
    "JOIN base.documents d USING (document_id) WHERE d.state = 'in_force' ORDER BY d.seq",
    "quarantine": "SELECT d.report_id, d.file_name, q.* EXCLUDE (document_id) FROM base.quarantine q "
    "JOIN base.documents d USING (document_id) WHERE d.state = 'in_force' ORDER BY d.seq, q.page, q.top",
    "unread": "SELECT d.report_id, d.file_name, u.* EXCLUDE (document_id) FROM base.unread u "
    "JOIN base.documents d USING (document_id) WHERE d.state = 'in_force' ORDER BY d.seq, u.page, u.top",
    "changes": "SELECT * FROM base.row_changes ORDER BY report_id, section, row_no",
}
_VALUES = {
    "citizenship": "SELECT DISTINCT citizenship FROM main.refusals WHERE citizenship IS NOT NULL",
    "offense": "SELECT DISTINCT offense FROM main.refusals",
    "county": "SELECT DISTINCT county, state FROM main.refusals",
    "criteria": "SELECT DISTINCT unnest(string_split(criteria, ' | ')) FROM main.policies",
}


def report(db_path: str | Path) -> Diagnosis:
    """Look at the newest edition of a database. Raises `FileNotFoundError` where there is none."""
    import duckdb

    path = editions.newest(Path(db_path))
    if path is None:
        raise FileNotFoundError(messages.no_database(str(db_path)))
    with duckdb.connect(str(path), read_only=True) as con:
        found = {name: _records(con, query) for name, query in _QUERIES.items()}
        unknown = [
            record for name, query in _VALUES.items() for record in _unknown(name, con.execute(query).fetchall())
        ]
    return Diagnosis(str(db_path), **found, unknown=unknown)


def _records(con: Any, query: str) -> list[Record]:
    cursor = con.execute(query)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _unknown(name: str, values: list[tuple[Any, ...]]) -> list[Record]:
    """Values of a column that the vocabulary cannot place: names to add, or printing errors."""
    from ingest.vocabulary.countries import canonical_country
    from ingest.vocabulary.offenses import classify
    from ingest.vocabulary.places import canonical_county
    from ingest.vocabulary.policies import requirements

    tests: dict[str, Callable[[tuple[Any, ...]], bool]] = {
        "citizenship": lambda value: canonical_country(value[0]) is not None,
        "offense": lambda value: classify(value[0]) is not None,
        "county": lambda value: canonical_county(*value) is not None,
        "criteria": lambda value: bool(requirements(value[0])),
    }
    known = tests[name]
    return [{"column": name, "value": ", ".join(value)} for value in sorted(values) if not known(value)]
