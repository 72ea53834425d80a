"""Caveat topics on the reconstructions' wording and on the published one."""

from __future__ import annotations

import pytest

from ingest.documents.prose import is_statement, topics

PUBLISHED = [
    ("Law enforcement agencies do not generally advise ICE of when a detainer is not honored.", "awareness"),
    ("Cases are listed by week regardless of detainer issuance date.", "issue_date"),
    ("The outcome of these specific detainers is yet to be determined.", "issued_not_declined"),
    ("The number of issued detainers will increase.", "resumed_issuing"),
    ("The count is expected to increase over the next several reporting periods.", "resumed_issuing"),
    ("Field offices were instructed to resume issuing detainers.", "resumed_issuing"),
    ("Criteria may have changed since publication of this report.", "policies_may_have_changed"),
    ("There may be other non-cooperative jurisdictions not contained in this report.", "policies_may_have_changed"),
    ("It is based upon public announcements, news report statements.", "policies_may_have_changed"),
    ("They are generally released back into the community.", "definition"),
    ("The agency did not provide sufficient advance notification.", "definition"),
]


@pytest.mark.parametrize(("text", "topic"), PUBLISHED)
def test_published_phrases(text: str, topic: str) -> None:
    assert topics(text) == [topic]


def test_case_quotes_and_hyphens_do_not_matter() -> None:
    assert topics("THERE MAY BE OTHER NON‑COOPERATIVE JURISDICTIONS NOT CONTAINED") == ["policies_may_have_changed"]


def test_descriptions_are_no_caveats() -> None:
    text = "The jurisdictions and policies listed here come from public announcements, news reports and field staff."
    assert topics(text) == []
    assert is_statement(text)
    assert not is_statement("Zebras are striped.")
