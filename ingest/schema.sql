-- The database that ingest writes and the bot reads. Tables in schema `base` keep everything that was ever loaded;
-- views in schema `main` show the edition of each report that is in force. Every comment goes into the data dictionary.

CREATE SCHEMA base;

CREATE TABLE base.meta (schema_version INTEGER NOT NULL);
COMMENT ON TABLE base.meta IS 'One row: the version of this schema.';
COMMENT ON COLUMN base.meta.schema_version IS 'Counts up when the schema changes; an older database is rebuilt from its stored documents.';

CREATE TABLE base.documents (
    document_id TEXT PRIMARY KEY, seq INTEGER NOT NULL, kind TEXT NOT NULL, source TEXT NOT NULL, file_name TEXT NOT NULL,
    parser_version TEXT NOT NULL, loaded_at TIMESTAMP NOT NULL, pages INTEGER, sample BOOLEAN NOT NULL,
    posted_on DATE, report_id TEXT, state TEXT NOT NULL, content BLOB NOT NULL
);
COMMENT ON TABLE base.documents IS 'One row a document (file or web page) ever loaded, with its bytes.';
COMMENT ON COLUMN base.documents.document_id IS 'SHA-256 of the bytes, in hexadecimal.';
COMMENT ON COLUMN base.documents.seq IS 'Order of loading, from 1.';
COMMENT ON COLUMN base.documents.kind IS 'report, notice, index or foia_detainers.';
COMMENT ON COLUMN base.documents.source IS 'Where it came from: file name or address.';
COMMENT ON COLUMN base.documents.file_name IS 'Last part of the source, to match links on an index page.';
COMMENT ON COLUMN base.documents.parser_version IS 'Version of the reader that made its rows; the same bytes are read again when it changes.';
COMMENT ON COLUMN base.documents.loaded_at IS 'When it was loaded (UTC).';
COMMENT ON COLUMN base.documents.pages IS 'Pages of the file; NULL for a web page or spreadsheet.';
COMMENT ON COLUMN base.documents.sample IS 'Whether it is labelled a reconstruction for testing.';
COMMENT ON COLUMN base.documents.posted_on IS 'Day that the document itself gives for its posting (notices, corrections on an index page).';
COMMENT ON COLUMN base.documents.report_id IS 'The report it is an edition of; NULL for notices, index pages and spreadsheets.';
COMMENT ON COLUMN base.documents.state IS 'in_force; replaced (by a later edition, or a sample by a real report); history (older than the edition in force when it came).';
COMMENT ON COLUMN base.documents.content IS 'The bytes as loaded, for pictures of pages and for reading again.';

CREATE TABLE base.editions (
    document_id TEXT PRIMARY KEY, report_id TEXT NOT NULL, period_start DATE NOT NULL, period_end DATE NOT NULL,
    revised_on DATE, issued_nationwide BIGINT, issued_listed BIGINT, declined_stated BIGINT, pages INTEGER NOT NULL,
    title_i TEXT, title_ii TEXT, title_iii TEXT, title_iv TEXT
);
COMMENT ON TABLE base.editions IS 'One row an edition of a weekly report.';
COMMENT ON COLUMN base.editions.document_id IS 'The document.';
COMMENT ON COLUMN base.editions.report_id IS 'The report: first day of its week, ISO.';
COMMENT ON COLUMN base.editions.period_start IS 'First day of the week (a Saturday).';
COMMENT ON COLUMN base.editions.period_end IS 'Last day of the week (a Friday).';
COMMENT ON COLUMN base.editions.revised_on IS 'Day after "Revised" on the cover; NULL where there is none.';
COMMENT ON COLUMN base.editions.issued_nationwide IS 'Detainers issued nationwide in the week, as stated in Section I.';
COMMENT ON COLUMN base.editions.issued_listed IS 'Sum of the table, as stated in Section I.';
COMMENT ON COLUMN base.editions.declined_stated IS 'Declined detainers, as stated in Section II.';
COMMENT ON COLUMN base.editions.pages IS 'Pages of the file.';
COMMENT ON COLUMN base.editions.title_i IS 'Title of Section I as printed.';
COMMENT ON COLUMN base.editions.title_ii IS 'Title of Section II as printed.';
COMMENT ON COLUMN base.editions.title_iii IS 'Title of Section III as printed.';
COMMENT ON COLUMN base.editions.title_iv IS 'Title of Section IV as printed.';

CREATE TABLE base.pages (document_id TEXT, page INTEGER, width DOUBLE, height DOUBLE, PRIMARY KEY (document_id, page));
COMMENT ON TABLE base.pages IS 'Size of each page of a report, in points; boxes are measured from its top left corner.';
COMMENT ON COLUMN base.pages.document_id IS 'The document.';
COMMENT ON COLUMN base.pages.page IS 'Page of the file, from 1.';
COMMENT ON COLUMN base.pages.width IS 'Width of the visible page.';
COMMENT ON COLUMN base.pages.height IS 'Height of the visible page.';

CREATE TABLE base.issued (
    document_id TEXT, row_no INTEGER, place TEXT, county TEXT, state TEXT, issued BIGINT, page INTEGER,
    x0 DOUBLE, top DOUBLE, x1 DOUBLE, bottom DOUBLE
);
COMMENT ON TABLE base.issued IS 'Rows of Section I of all editions.';
COMMENT ON COLUMN base.issued.document_id IS 'The document.';
COMMENT ON COLUMN base.issued.row_no IS 'Order as printed, from 1.';
COMMENT ON COLUMN base.issued.place IS 'The jurisdiction as printed.';
COMMENT ON COLUMN base.issued.county IS 'Its county (or city), without the word County.';
COMMENT ON COLUMN base.issued.state IS 'Its state, full name.';
COMMENT ON COLUMN base.issued.issued IS 'Detainers issued.';
COMMENT ON COLUMN base.issued.page IS 'Page of the file, from 1.';
COMMENT ON COLUMN base.issued.x0 IS 'Left edge of the row on the page, points.';
COMMENT ON COLUMN base.issued.top IS 'Upper edge of the row on the page, points from the top.';
COMMENT ON COLUMN base.issued.x1 IS 'Right edge of the row on the page, points.';
COMMENT ON COLUMN base.issued.bottom IS 'Lower edge of the row on the page, points from the top.';

CREATE TABLE base.refusals (
    document_id TEXT, row_no INTEGER, state TEXT, county TEXT, facility TEXT, citizenship TEXT, issued_on DATE,
    declined_on DATE, activity TEXT, offense TEXT, disposition TEXT, page INTEGER, page_to INTEGER,
    x0 DOUBLE, top DOUBLE, x1 DOUBLE, bottom DOUBLE, raw JSON
);
COMMENT ON TABLE base.refusals IS 'Rows of Section II of all editions.';
COMMENT ON COLUMN base.refusals.document_id IS 'The document.';
COMMENT ON COLUMN base.refusals.row_no IS 'Order as printed, from 1.';
COMMENT ON COLUMN base.refusals.state IS 'State, full name.';
COMMENT ON COLUMN base.refusals.county IS 'County without the word County.';
COMMENT ON COLUMN base.refusals.facility IS 'Detention facility as printed; NULL where the cell is blank.';
COMMENT ON COLUMN base.refusals.citizenship IS 'Country as printed; NULL where the cell is blank.';
COMMENT ON COLUMN base.refusals.issued_on IS 'Day the detainer was issued.';
COMMENT ON COLUMN base.refusals.declined_on IS 'Day the detainer was declined.';
COMMENT ON COLUMN base.refusals.activity IS 'Notable criminal activity as printed.';
COMMENT ON COLUMN base.refusals.offense IS 'The activity without the words in brackets.';
COMMENT ON COLUMN base.refusals.disposition IS 'charge or conviction.';
COMMENT ON COLUMN base.refusals.page IS 'Page of the file on which the row starts, from 1.';
COMMENT ON COLUMN base.refusals.page_to IS 'Page on which it ends.';
COMMENT ON COLUMN base.refusals.x0 IS 'Left edge of the row on its first page, points.';
COMMENT ON COLUMN base.refusals.top IS 'Upper edge of the row on its first page, points from the top.';
COMMENT ON COLUMN base.refusals.x1 IS 'Right edge of the row on its first page, points.';
COMMENT ON COLUMN base.refusals.bottom IS 'Lower edge of the row on its first page, points from the top.';
COMMENT ON COLUMN base.refusals.raw IS 'The cells as printed, line breaks kept, by column name.';

CREATE TABLE base.policies (
    document_id TEXT, row_no INTEGER, jurisdiction TEXT, place TEXT, county TEXT, state TEXT, aor TEXT, enacted DATE,
    policy TEXT, criteria TEXT, page_from INTEGER, page_to INTEGER, x0 DOUBLE, top DOUBLE, x1 DOUBLE, bottom DOUBLE, raw JSON
);
COMMENT ON TABLE base.policies IS 'Entries of Section III of all editions.';
COMMENT ON COLUMN base.policies.document_id IS 'The document.';
COMMENT ON COLUMN base.policies.row_no IS 'Order as printed, from 1.';
COMMENT ON COLUMN base.policies.jurisdiction IS 'The jurisdiction as printed, field office in brackets.';
COMMENT ON COLUMN base.policies.place IS 'Town or other named body; empty for a county or a state.';
COMMENT ON COLUMN base.policies.county IS 'County without the word County; empty for a town alone or a state.';
COMMENT ON COLUMN base.policies.state IS 'State, full name.';
COMMENT ON COLUMN base.policies.aor IS 'ICE field office (area of responsibility).';
COMMENT ON COLUMN base.policies.enacted IS 'First day of the month in which the policy was enacted.';
COMMENT ON COLUMN base.policies.policy IS 'Name of the policy as printed.';
COMMENT ON COLUMN base.policies.criteria IS 'Criteria for honoring a detainer, bullets joined by " | ".';
COMMENT ON COLUMN base.policies.page_from IS 'Page of the file on which the entry starts, from 1.';
COMMENT ON COLUMN base.policies.page_to IS 'Page on which it ends.';
COMMENT ON COLUMN base.policies.x0 IS 'Left edge of the entry on its first page, points.';
COMMENT ON COLUMN base.policies.top IS 'Upper edge of the entry on its first page, points from the top.';
COMMENT ON COLUMN base.policies.x1 IS 'Right edge of the entry on its first page, points.';
COMMENT ON COLUMN base.policies.bottom IS 'Lower edge of the entry on its first page, points from the top.';
COMMENT ON COLUMN base.policies.raw IS 'The cells as printed, line breaks kept, by column name.';

CREATE TABLE base.caveats (
    document_id TEXT, seq INTEGER, section TEXT, topic TEXT, text TEXT, page INTEGER, page_to INTEGER,
    x0 DOUBLE, top DOUBLE, x1 DOUBLE, bottom DOUBLE
);
COMMENT ON TABLE base.caveats IS 'Paragraphs that limit what the figures mean, of all editions.';
COMMENT ON COLUMN base.caveats.document_id IS 'The document.';
COMMENT ON COLUMN base.caveats.seq IS 'Order in the report, from 1.';
COMMENT ON COLUMN base.caveats.section IS 'cover, I, II, III or IV.';
COMMENT ON COLUMN base.caveats.topic IS 'What the paragraph is about (ingest/prose.yaml). A paragraph about two topics has two rows.';
COMMENT ON COLUMN base.caveats.text IS 'The paragraph as printed, line breaks removed.';
COMMENT ON COLUMN base.caveats.page IS 'Page of the file on which it starts, from 1.';
COMMENT ON COLUMN base.caveats.page_to IS 'Page on which it ends.';
COMMENT ON COLUMN base.caveats.x0 IS 'Left edge on its first page, points.';
COMMENT ON COLUMN base.caveats.top IS 'Upper edge on its first page, points from the top.';
COMMENT ON COLUMN base.caveats.x1 IS 'Right edge on its first page, points.';
COMMENT ON COLUMN base.caveats.bottom IS 'Lower edge on its first page, points from the top.';

CREATE TABLE base.corrections (
    document_id TEXT, seq INTEGER, report_id TEXT, section TEXT, county TEXT, state TEXT, effect TEXT, text TEXT,
    page INTEGER, x0 DOUBLE, top DOUBLE, x1 DOUBLE, bottom DOUBLE
);
COMMENT ON TABLE base.corrections IS 'Every statement that takes a place back, in notices, on report covers and on index pages.';
COMMENT ON COLUMN base.corrections.document_id IS 'The document that states it.';
COMMENT ON COLUMN base.corrections.seq IS 'Order in that document, from 1.';
COMMENT ON COLUMN base.corrections.report_id IS 'The report corrected.';
COMMENT ON COLUMN base.corrections.section IS 'The section corrected: I or II.';
COMMENT ON COLUMN base.corrections.county IS 'County without the word County.';
COMMENT ON COLUMN base.corrections.state IS 'State, full name.';
COMMENT ON COLUMN base.corrections.effect IS 'withdrawn_wrong_jurisdiction or withdrawn_transferred.';
COMMENT ON COLUMN base.corrections.text IS 'The sentence.';
COMMENT ON COLUMN base.corrections.page IS 'Page of the file, from 1; 0 for a web page.';
COMMENT ON COLUMN base.corrections.x0 IS 'Left edge of the paragraph, points.';
COMMENT ON COLUMN base.corrections.top IS 'Upper edge of the paragraph, points from the top.';
COMMENT ON COLUMN base.corrections.x1 IS 'Right edge of the paragraph, points.';
COMMENT ON COLUMN base.corrections.bottom IS 'Lower edge of the paragraph, points from the top.';

CREATE TABLE base.correction_ids (
    correction_id TEXT PRIMARY KEY, report_id TEXT, section TEXT, county TEXT, state TEXT
);
COMMENT ON TABLE base.correction_ids IS 'The lasting id of each (report, section, place) taken back, given when it is first stated.';
COMMENT ON COLUMN base.correction_ids.correction_id IS 'c1, c2, ...';
COMMENT ON COLUMN base.correction_ids.report_id IS 'The report corrected.';
COMMENT ON COLUMN base.correction_ids.section IS 'The section corrected.';
COMMENT ON COLUMN base.correction_ids.county IS 'County.';
COMMENT ON COLUMN base.correction_ids.state IS 'State.';

CREATE TABLE base.postings (document_id TEXT, link TEXT, file_name TEXT, period_start DATE, posted_on DATE);
COMMENT ON TABLE base.postings IS 'Links of index pages with the day each document was posted.';
COMMENT ON COLUMN base.postings.document_id IS 'The index page.';
COMMENT ON COLUMN base.postings.link IS 'The link as written.';
COMMENT ON COLUMN base.postings.file_name IS 'Last part of the link.';
COMMENT ON COLUMN base.postings.period_start IS 'First day of the week that the link names; NULL where it names none.';
COMMENT ON COLUMN base.postings.posted_on IS 'Day of posting; NULL where the page gives none.';

CREATE TABLE base.checks (document_id TEXT, name TEXT, stated BIGINT, read BIGINT, ok BOOLEAN);
COMMENT ON TABLE base.checks IS 'What a report states against what was read from it.';
COMMENT ON COLUMN base.checks.document_id IS 'The document.';
COMMENT ON COLUMN base.checks.name IS 'Name of the check.';
COMMENT ON COLUMN base.checks.stated IS 'The figure the report states or a sound report has; NULL where none is stated.';
COMMENT ON COLUMN base.checks.read IS 'The figure read from the rows.';
COMMENT ON COLUMN base.checks.ok IS 'Whether they agree.';

CREATE TABLE base.quarantine (
    document_id TEXT, section TEXT, reason TEXT, cells JSON, page INTEGER, x0 DOUBLE, top DOUBLE, x1 DOUBLE, bottom DOUBLE
);
COMMENT ON TABLE base.quarantine IS 'Rows that were read but broke a rule; no view shows them.';
COMMENT ON COLUMN base.quarantine.document_id IS 'The document.';
COMMENT ON COLUMN base.quarantine.section IS 'Section of the row.';
COMMENT ON COLUMN base.quarantine.reason IS 'The rule it broke.';
COMMENT ON COLUMN base.quarantine.cells IS 'Its cells as printed, by column name.';
COMMENT ON COLUMN base.quarantine.page IS 'Page of the file, from 1.';
COMMENT ON COLUMN base.quarantine.x0 IS 'Left edge, points.';
COMMENT ON COLUMN base.quarantine.top IS 'Upper edge, points from the top.';
COMMENT ON COLUMN base.quarantine.x1 IS 'Right edge, points.';
COMMENT ON COLUMN base.quarantine.bottom IS 'Lower edge, points from the top.';

CREATE TABLE base.unread (
    document_id TEXT, section TEXT, text TEXT, page INTEGER, x0 DOUBLE, top DOUBLE, x1 DOUBLE, bottom DOUBLE
);
COMMENT ON TABLE base.unread IS 'Text that no rule could place.';
COMMENT ON COLUMN base.unread.document_id IS 'The document.';
COMMENT ON COLUMN base.unread.section IS 'Section it stands in.';
COMMENT ON COLUMN base.unread.text IS 'The text as printed.';
COMMENT ON COLUMN base.unread.page IS 'Page of the file, from 1.';
COMMENT ON COLUMN base.unread.x0 IS 'Left edge, points.';
COMMENT ON COLUMN base.unread.top IS 'Upper edge, points from the top.';
COMMENT ON COLUMN base.unread.x1 IS 'Right edge, points.';
COMMENT ON COLUMN base.unread.bottom IS 'Lower edge, points from the top.';

CREATE TABLE base.row_changes (
    report_id TEXT, document_id TEXT, before_id TEXT, section TEXT, change TEXT, row_no INTEGER, before JSON, after JSON
);
COMMENT ON TABLE base.row_changes IS 'What a revision changed, row by row, against the edition it replaced.';
COMMENT ON COLUMN base.row_changes.report_id IS 'The report.';
COMMENT ON COLUMN base.row_changes.document_id IS 'The new edition.';
COMMENT ON COLUMN base.row_changes.before_id IS 'The edition it replaced.';
COMMENT ON COLUMN base.row_changes.section IS 'I, II or III.';
COMMENT ON COLUMN base.row_changes.change IS 'added, removed or changed.';
COMMENT ON COLUMN base.row_changes.row_no IS 'Number of the row in the new edition (in the old one if removed).';
COMMENT ON COLUMN base.row_changes.before IS 'Cells before; NULL if added.';
COMMENT ON COLUMN base.row_changes.after IS 'Cells after; NULL if removed.';

CREATE TABLE base.disputes (
    report_id TEXT, section TEXT, county TEXT, state TEXT, place TEXT, text TEXT, source TEXT, dated DATE
);
COMMENT ON TABLE base.disputes IS 'The register of disputes: what a jurisdiction says against its entry, and who reported it.';
COMMENT ON COLUMN base.disputes.report_id IS 'The report disputed.';
COMMENT ON COLUMN base.disputes.section IS 'The section disputed: I, II or III.';
COMMENT ON COLUMN base.disputes.county IS 'County; empty where the place is no county.';
COMMENT ON COLUMN base.disputes.state IS 'State, full name.';
COMMENT ON COLUMN base.disputes.place IS 'Town; empty for a county.';
COMMENT ON COLUMN base.disputes.text IS 'What it says.';
COMMENT ON COLUMN base.disputes.source IS 'Who reported it.';
COMMENT ON COLUMN base.disputes.dated IS 'Day of that report; the first of the month where only the month is known.';

CREATE TABLE base.foia_detainers (
    document_id TEXT, sheet TEXT, cell_row INTEGER, prepared_on DATE, facility TEXT, facility_code TEXT, city TEXT, state TEXT,
    aor TEXT, citizenship TEXT, gender TEXT, criminality TEXT, charge TEXT, lift_reason TEXT, detainer_type TEXT, person TEXT
);
COMMENT ON TABLE base.foia_detainers IS 'Rows of FOIA detainer spreadsheets.';
COMMENT ON COLUMN base.foia_detainers.document_id IS 'The spreadsheet.';
COMMENT ON COLUMN base.foia_detainers.sheet IS 'Name of the sheet.';
COMMENT ON COLUMN base.foia_detainers.cell_row IS 'Row of the sheet, from 1.';
COMMENT ON COLUMN base.foia_detainers.prepared_on IS 'Day ICE prepared the detainer.';
COMMENT ON COLUMN base.foia_detainers.facility IS 'Detention facility as written.';
COMMENT ON COLUMN base.foia_detainers.facility_code IS 'ICE code of the facility.';
COMMENT ON COLUMN base.foia_detainers.city IS 'City of the facility.';
COMMENT ON COLUMN base.foia_detainers.state IS 'State of the facility, full name; empty where not given.';
COMMENT ON COLUMN base.foia_detainers.aor IS 'ICE field office of the facility.';
COMMENT ON COLUMN base.foia_detainers.citizenship IS 'Country of citizenship as written.';
COMMENT ON COLUMN base.foia_detainers.gender IS 'Gender as written.';
COMMENT ON COLUMN base.foia_detainers.criminality IS 'Detainer Criminality as written ("1 Convicted Criminal" ...).';
COMMENT ON COLUMN base.foia_detainers.charge IS 'Most serious conviction''s charge as written.';
COMMENT ON COLUMN base.foia_detainers.lift_reason IS 'Detainer Lift Reason as written.';
COMMENT ON COLUMN base.foia_detainers.detainer_type IS 'Form of the detainer as written.';
COMMENT ON COLUMN base.foia_detainers.person IS 'Anonymous identifier of the person in that release.';
