"""The weekly Declined Detainer Outcome Report."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest import messages
from ingest.documents import cover, figures
from ingest.documents.account import Account, words_of
from ingest.documents.corrections import Readings, speaks_of_fault
from ingest.documents.issued_rows import read_issued
from ingest.documents.pages import Text, not_taken
from ingest.documents.policy_rows import read_policies
from ingest.documents.prose import is_statement, topics
from ingest.documents.refusal_rows import read_refusals
from ingest.documents.sections import HEADING, NUMERALS, Section, heading, sections, whole_title
from ingest.documents.total_rows import totals_agree, without_bands, without_total
from ingest.errors import Rejected
from ingest.layout.headers import table_specs
from ingest.layout.lines import Line
from ingest.layout.paragraphs import Paragraph, paragraphs, split_title
from ingest.layout.tables import Table, read_table
from ingest.pdf import Pdf
from ingest.reconcile import Counts, checks
from ingest.records import Caveat, Check, Report, Unread

_TITLE = re.compile(r"declined detainer outcome report", re.IGNORECASE)
_PARTS = frozenset({"cover", *NUMERALS})
_NOTICE = re.compile(r"correction notice|^\s*correction\b", re.IGNORECASE)


def recognise(text: Text) -> bool:
    """A report names itself on its first page, and has at least one section title."""
    titled = any(heading(line.text) for page in text.content for line in page)
    return _TITLE.search(text.first_page()) is not None and (titled or not _NOTICE.search(text.first_page()))


def read(pdf: Pdf, text: Text) -> Report:
    """Read a whole report. Raises `Rejected` where it cannot be read as one."""
    return read_accounted(pdf, text)[0]


def read_accounted(pdf: Pdf, text: Text) -> tuple[Report, Account]:
    """The report, and where every word of it went. Raises `Rejected`."""
    account = Account()
    account.lines("furniture", text.furniture)
    if len(cover.weeks(line.text for page in text.content for line in page)) > 1:
        raise Rejected("several_reports", messages.several_reports())
    parts = sections(pdf.pages, text.content)
    front = cover.read(parts["cover"], account)
    period = (front.period_start, front.period_end)
    turned = _turned(pdf)
    tables = {spec.section: _table(spec.name, parts[spec.section], turned) for spec in table_specs().values()}
    listed_as = cover.contents(parts["cover"])
    prose = {
        name: split_title(whole_title(_prose(part, tables.get(name))), listed_as.get(name, ""))
        for name, part in parts.items()
        if name != "cover"
    }
    if len(prose["IV"]) < 2:
        raise Rejected("section_empty", messages.section_empty("IV"))
    issued, aside_issued = read_issued(tables["I"].rows)
    refusals, aside_refusals = read_refusals(tables["II"].rows, period, turned)
    policies, aside_policies = read_policies(tables["III"].rows)
    caveats, unread = list(front.caveats), [*front.unread, *not_taken(pdf)]
    texts = {name: [p.text for p in found[1:]] for name, found in prose.items()}
    added = sum(row.issued for row in issued)
    nationwide, unclear = _nationwide(texts["I"], [front.text, *(t for found in texts.values() for t in found)], added)
    listed = _stated("issued_listed", texts["I"], added)
    declined = _stated("declined_stated", texts["II"], len(tables["II"].rows))
    says = front.says
    for name, found in prose.items():
        account.lines("title", found[0].lines)
        box, rest = cover.correction_box(found[1:])
        boxed = cover.read_box(box, account)
        unread += boxed.unread(name)
        says += boxed
        _sort_prose(name, rest, {nationwide, listed, declined}, caveats, unread, account)
    says += _loose(unread, says)
    quarantined = (*aside_issued, *aside_refusals, *aside_policies)
    for table in tables.values():
        account.table(table, [row.source for row in quarantined])
    report = Report(
        *period,
        revised_on=front.revised_on,
        issued_nationwide=nationwide,
        issued_listed=listed,
        declined_stated=declined,
        pages=len(pdf.pages),
        sample=text.sample,
        titles={name: HEADING.sub("", found[0].text) for name, found in prose.items()},
        issued=tuple(issued),
        refusals=tuple(refusals),
        policies=tuple(policies),
        caveats=tuple(caveats),
        corrections=tuple(says.taken),
        quarantined=quarantined,
        unread=tuple(unread),
        page_sizes=tuple((page.width, page.height) for page in pdf.pages),
    )
    counts = Counts(
        rows=len(tables["II"].rows),
        left=sum(table.rows_left for table in tables.values()),
        words=words_of(text.content) + sum(len(line.words) for line in text.furniture),
        accounted=sum(account.totals().values()),
    )
    report = checks(report, counts)
    parts_of = [check for table in tables.values() for check in totals_agree(table)]
    return replace(report, checks=(*report.checks, *parts_of, *unclear, *says.checks())), account


def _loose(unread: list[Unread], says: Readings) -> Readings:
    """Text that speaks of a fault at a place and that no rule took for a correction: one that was not understood."""
    told = {text for text, _ in says.unclear}
    count = sum(1 for spot in unread if spot.section in _PARTS and spot.text not in told and speaks_of_fault(spot.text))
    return Readings(naming=count, lost=count)


def _turned(pdf: Pdf) -> list[Unread]:
    """Text turned on its side, which is not read as cells."""
    return [spot for spot in not_taken(pdf) if spot.section == "turned"]


def _table(name: str, part: Section, turned: list[Unread]) -> Table:
    try:
        table = read_table(table_specs()[name], part.sheets)
    except Rejected as error:
        pages = {sheet.page for sheet in part.sheets}
        spot = next((spot for spot in turned if spot.source.page in pages), None)
        if spot is None:
            raise
        told = messages.with_turned(error.message, spot.source.page, spot.text)
        raise Rejected(error.code, told) from error
    if not table.rows:
        raise Rejected("section_empty", messages.section_empty(part.name))
    return without_bands(without_total(table))


def _prose(part: Section, table: Table | None) -> list[Paragraph]:
    """The paragraphs of a section, its title first."""
    lines: list[Line] = [line for sheet in part.sheets for line in sheet.lines] if table is None else table.before
    after = paragraphs(table.after, cover.STARTS) if table else []
    return [*paragraphs(lines, cover.STARTS), *after]


def _sort_prose(
    name: str,
    found: list[Paragraph],
    totals: set[int | None],
    caveats: list[Caveat],
    unread: list[Unread],
    account: Account,
) -> None:
    """Paragraphs to caveats; what neither limits the figures nor describes the report nor states a total is unread."""
    for paragraph in found:
        stated = topics(paragraph.text)
        caveats += [Caveat(name, topic, paragraph.text, paragraph.source) for topic in stated]
        states_total = bool(figures.numbers(None, [paragraph.text]) & totals)
        if not stated and not states_total and not is_statement(paragraph.text):
            unread.append(Unread(name, paragraph.text, paragraph.source))
            account.lines("unread", paragraph.lines)
        account.lines("caveat" if stated else "statement", paragraph.lines)


def _nationwide(section: list[str], prose: list[str], added: int) -> tuple[int | None, list[Check]]:
    """The detainers issued nationwide, and a failed check where the report gives several numbers for them: then none
    is taken. `added`: the sum of Section I's table, which may stand in the same sentence."""
    stated = figures.stated("issued_nationwide", section, apart=added)
    rivals = sorted((figures.issued_nationwide(prose) | ({stated} if stated is not None else set())) - {added})
    if len(rivals) < 2:
        return stated, []
    return None, [Check("issued_nationwide_once", rivals[0], rivals[-1], ok=False)]


def _stated(figure: str, texts: list[str], read: int) -> int | None:
    """The stated total; in wording that is not known only a number that agrees with the rows is taken for it."""
    stated = figures.stated(figure, texts)
    return read if stated is None and read in figures.numbers(figure, texts) else stated
