"""What was read against what a generated report says."""

from __future__ import annotations

from ingest.records import Document, Refusal, Report
from tests.ingest.variants.content import NOTE
from tests.ingest.variants.facts import Facts, PolicyFact, RefusalFact
from tests.ingest.variants.layout import Layout


def differences(facts: Facts, layout: Layout, document: Document) -> list[str]:
    """Every cell that was read otherwise than it was written; empty if none."""
    if not isinstance(document, Report):
        return [f"read as {type(document).__name__}"]
    found: list[str] = []
    pairs = [
        ("period", (facts.start, facts.end), (document.period_start, document.period_end)),
        ("nationwide", facts.nationwide, document.issued_nationwide),
        ("listed", facts.listed, document.issued_listed),
        ("declined", len(facts.refusals), document.declined_stated),
        ("revised", layout.revised, document.revised_on),
        ("sample", True, document.sample),
    ]
    found += [f"{name}: {read!r} for {written!r}" for name, written, read in pairs if written != read]
    found += _rows(
        "issued", [tuple(row) for row in facts.issued], [(r.county, r.state, r.issued) for r in document.issued]
    )
    found += _rows(
        "refusals",
        [_cells(r, layout.capitals) for r in facts.refusals],
        [_cells(r, layout.capitals) for r in document.refusals],
    )
    found += _rows(
        "policies",
        [
            (_printed(p, layout), p.place, p.county, p.state, p.aor, p.enacted, p.policy, p.criteria)
            for p in facts.policies
        ],
        [
            (p.jurisdiction, p.place, p.county, p.state, p.aor, p.enacted, p.policy, p.criteria)
            for p in document.policies
        ],
    )
    return found + _prose(layout, document)


def _cells(row: RefusalFact | Refusal, capitals: bool) -> tuple[object, ...]:
    """The cells of a refusal; in `capitals` the small letters of a name are only likely, not known."""
    names = [text.casefold() if capitals else text for text in (row.facility, row.citizenship, row.offense)]
    return (row.state, row.county, *names, row.issued_on, row.declined_on, row.disposition)


def _rows(name: str, written: list[tuple[object, ...]], read: list[tuple[object, ...]]) -> list[str]:
    if len(written) != len(read):
        return [f"{name}: {len(read)} rows for {len(written)}"]
    return [f"{name}: {after} for {before}" for before, after in zip(written, read, strict=True) if before != after]


def _printed(policy: PolicyFact, layout: Layout) -> str:
    """The jurisdiction's cell: without the field office, where that has a column of its own."""
    return policy.jurisdiction.removesuffix(f" ({policy.aor})") if layout.aor_apart else policy.jurisdiction


def _prose(layout: Layout, document: Report) -> list[str]:
    found = []
    written = {(topic, " ".join(text.split())) for topic, text in layout.caveats.items()}
    if layout.note:
        written.add(("issued_not_declined", NOTE))
    read = {(caveat.topic, caveat.text) for caveat in document.caveats}
    found += [f"caveats: {item} missing" for item in written - read]
    found += [f"caveats: {item} added" for item in read - written]
    corrections = 5 if layout.correction_box else 0
    if len(document.corrections) != corrections:
        found.append(f"corrections: {len(document.corrections)} for {corrections}")
    aside = ("turned", "hidden") if layout.stamp else ()  # over shading of its own grey a stamp cannot be seen
    found += [f"unread: {item.text}" for item in document.unread if item.section not in aside]
    if layout.stamp != any(item.section == "turned" for item in document.unread):
        found.append("the stamp")
    found += [f"check failed: {check}" for check in document.checks if not check.ok]
    return found


def wrong_rows(facts: Facts, report: Report) -> list[object]:
    """Rows that were accepted though no such row was written."""
    refusals = {_cells(r, capitals=True) for r in facts.refusals}
    policies = {(p.place, p.county, p.state, p.enacted, p.policy, p.criteria) for p in facts.policies}
    wrong: list[object] = [r for r in report.refusals if _cells(r, capitals=True) not in refusals]
    wrong += [
        p for p in report.policies if (p.place, p.county, p.state, p.enacted, p.policy, p.criteria) not in policies
    ]
    return wrong + [i for i in report.issued if (i.county, i.state, i.issued) not in set(facts.issued)]
