-- The query views: the only things that questions may read.

CREATE VIEW main.corrections AS
WITH stated AS (
    SELECT c.*, d.seq AS loaded, coalesce(d.posted_on, (
               SELECT p.posted_on FROM base.postings p JOIN base.documents i USING (document_id)
               WHERE p.posted_on IS NOT NULL AND (p.file_name = d.file_name OR p.period_start = TRY_CAST(d.report_id AS DATE))
               ORDER BY p.file_name = d.file_name DESC, i.seq DESC LIMIT 1)) AS posted,
           row_number() OVER (
               PARTITION BY c.report_id, c.section, c.county, c.state
               ORDER BY CASE d.kind WHEN 'notice' THEN 1 WHEN 'index' THEN 2 ELSE 3 END, d.seq, c.seq) AS pick
    FROM base.corrections c JOIN base.documents d USING (document_id)
    WHERE d.state = 'in_force'
)
SELECT k.correction_id, s.posted AS posted_on, s.report_id, s.section, s.county, s.state, s.effect, s.text,
       s.document_id AS source_document, s.page, s.x0, s.top, s.x1, s.bottom
FROM stated s JOIN base.correction_ids k USING (report_id, section, county, state)
WHERE s.pick = 1
ORDER BY TRY_CAST(substr(k.correction_id, 2) AS INTEGER);
COMMENT ON VIEW main.corrections IS 'A (report, section, place) that ICE took back; one row however often it is stated.';
COMMENT ON COLUMN main.corrections.correction_id IS 'Id of the withdrawal: c1, c2, ...';
COMMENT ON COLUMN main.corrections.posted_on IS 'Day the correction was posted.';
COMMENT ON COLUMN main.corrections.report_id IS 'The report corrected (first day of its week).';
COMMENT ON COLUMN main.corrections.section IS 'The section corrected: I or II.';
COMMENT ON COLUMN main.corrections.county IS 'County taken back, without the word County.';
COMMENT ON COLUMN main.corrections.state IS 'State of that county, full name.';
COMMENT ON COLUMN main.corrections.effect IS 'withdrawn_wrong_jurisdiction (sent to or counted for the wrong place) or withdrawn_transferred (the people had been moved).';
COMMENT ON COLUMN main.corrections.text IS 'The sentence that says so.';
COMMENT ON COLUMN main.corrections.source_document IS 'The document that says so.';
COMMENT ON COLUMN main.corrections.page IS 'Its page, from 1; 0 for a web page.';
COMMENT ON COLUMN main.corrections.x0 IS 'Left edge of the paragraph, points.';
COMMENT ON COLUMN main.corrections.top IS 'Upper edge of the paragraph, points from the top.';
COMMENT ON COLUMN main.corrections.x1 IS 'Right edge of the paragraph, points.';
COMMENT ON COLUMN main.corrections.bottom IS 'Lower edge of the paragraph, points from the top.';

CREATE VIEW main.reports AS
SELECT e.report_id, e.period_start, e.period_end,
       (SELECT p.posted_on FROM base.postings p JOIN base.documents i USING (document_id)
        WHERE p.posted_on IS NOT NULL AND (p.file_name = d.file_name OR p.period_start = e.period_start)
        ORDER BY p.file_name = d.file_name DESC, i.seq DESC LIMIT 1) AS posted_on,
       e.issued_nationwide, e.declined_stated, e.pages, d.sample, e.issued_listed, e.revised_on,
       (SELECT count(*) FROM base.checks c WHERE c.document_id = e.document_id AND NOT c.ok)
       -- a correction of this report that was not wholly understood bears on its rows as well
       + (SELECT count(*) FROM base.checks c JOIN base.documents n USING (document_id)
          WHERE c.name = 'corrections_read' AND NOT c.ok AND n.state = 'in_force' AND c.document_id <> e.document_id
          AND EXISTS (FROM base.corrections k WHERE k.document_id = c.document_id AND k.report_id = e.report_id)) AS checks_failed,
       (SELECT count(*) FROM base.quarantine q WHERE q.document_id = e.document_id) AS quarantined,
       e.document_id AS source_document, d.file_name
FROM base.editions e JOIN base.documents d USING (document_id)
WHERE d.state = 'in_force'
ORDER BY e.period_start;
COMMENT ON VIEW main.reports IS 'A weekly Declined Detainer Outcome Report, the edition in force.';
COMMENT ON COLUMN main.reports.report_id IS 'Id: first day of its week, ISO text.';
COMMENT ON COLUMN main.reports.period_start IS 'First day of the week (Saturday).';
COMMENT ON COLUMN main.reports.period_end IS 'Last day of the week (Friday).';
COMMENT ON COLUMN main.reports.posted_on IS 'Day the report was posted, from an index page; NULL where none gives it.';
COMMENT ON COLUMN main.reports.issued_nationwide IS 'Detainers issued (not declined) nationwide in the week, as the report states.';
COMMENT ON COLUMN main.reports.declined_stated IS 'Declined detainers recorded in the week, as the report states.';
COMMENT ON COLUMN main.reports.pages IS 'Pages of the report.';
COMMENT ON COLUMN main.reports.sample IS 'Whether it is a reconstruction for testing with synthetic rows.';
COMMENT ON COLUMN main.reports.issued_listed IS 'Detainers issued to the jurisdictions of Section I together, as the report states.';
COMMENT ON COLUMN main.reports.revised_on IS 'Day of the revision that the cover names; NULL where it names none.';
COMMENT ON COLUMN main.reports.checks_failed IS 'How many checks of stated against read figures failed, those of a correction of this report included; 0 is sound.';
COMMENT ON COLUMN main.reports.quarantined IS 'How many rows were set aside because they broke a rule.';
COMMENT ON COLUMN main.reports.source_document IS 'The document, by its SHA-256.';
COMMENT ON COLUMN main.reports.file_name IS 'Name of its file.';

-- `withdrawn` asks the statements themselves, not main.corrections: the same answer, and a third of the planning time.
CREATE VIEW main.issued AS
SELECT d.report_id, r.county, r.state, r.issued,
       EXISTS (FROM base.corrections c JOIN base.documents n ON n.document_id = c.document_id
               WHERE n.state = 'in_force' AND c.report_id = d.report_id AND c.section = 'I'
               AND c.county = r.county AND c.state = r.state) AS withdrawn,
       r.row_no, r.place AS place_printed, r.page, r.x0, r.top, r.x1, r.bottom, r.document_id AS source_document
FROM base.issued r JOIN base.documents d USING (document_id)
WHERE d.state = 'in_force'
ORDER BY d.report_id, r.row_no;
COMMENT ON VIEW main.issued IS 'A jurisdiction in Section I: detainers issued to it in the week. Issued, not declined; their outcome was not yet known.';
COMMENT ON COLUMN main.issued.report_id IS 'The report.';
COMMENT ON COLUMN main.issued.county IS 'County (or city, such as New York City) without the word County.';
COMMENT ON COLUMN main.issued.state IS 'State, full name.';
COMMENT ON COLUMN main.issued.issued IS 'Detainers issued to the jurisdiction in the week.';
COMMENT ON COLUMN main.issued.withdrawn IS 'Whether ICE later took the entry back.';
COMMENT ON COLUMN main.issued.row_no IS 'Order as printed, from 1.';
COMMENT ON COLUMN main.issued.place_printed IS 'The jurisdiction as printed.';
COMMENT ON COLUMN main.issued.page IS 'Page of the report, from 1.';
COMMENT ON COLUMN main.issued.x0 IS 'Left edge of the row, points.';
COMMENT ON COLUMN main.issued.top IS 'Upper edge of the row, points from the top.';
COMMENT ON COLUMN main.issued.x1 IS 'Right edge of the row, points.';
COMMENT ON COLUMN main.issued.bottom IS 'Lower edge of the row, points from the top.';
COMMENT ON COLUMN main.issued.source_document IS 'The document, by its SHA-256.';

CREATE VIEW main.refusals AS
SELECT d.report_id, r.row_no, r.state, r.county, r.facility, r.citizenship, r.issued_on, r.declined_on, r.activity,
       r.offense, r.disposition,
       EXISTS (FROM base.corrections c JOIN base.documents n ON n.document_id = c.document_id
               WHERE n.state = 'in_force' AND c.report_id = d.report_id AND c.section = 'II'
               AND c.county = r.county AND c.state = r.state) AS withdrawn,
       r.page, r.page_to, r.x0, r.top, r.x1, r.bottom, r.document_id AS source_document
FROM base.refusals r JOIN base.documents d USING (document_id)
WHERE d.state = 'in_force'
ORDER BY d.report_id, r.row_no;
COMMENT ON VIEW main.refusals IS 'A refused (declined) detainer: one row of Section II. It names no person.';
COMMENT ON COLUMN main.refusals.report_id IS 'The report: the week in which the refusal was recorded.';
COMMENT ON COLUMN main.refusals.row_no IS 'Row of Section II as printed, from 1.';
COMMENT ON COLUMN main.refusals.state IS 'State, full name.';
COMMENT ON COLUMN main.refusals.county IS 'County without the word County; New York City rows stand under the borough''s county.';
COMMENT ON COLUMN main.refusals.facility IS 'Detention facility (law enforcement agency) as printed; NULL where the cell is blank.';
COMMENT ON COLUMN main.refusals.citizenship IS 'Country of citizenship as printed; NULL where the cell is blank.';
COMMENT ON COLUMN main.refusals.issued_on IS 'Day the detainer was issued, possibly years before.';
COMMENT ON COLUMN main.refusals.declined_on IS 'Day the detainer was declined.';
COMMENT ON COLUMN main.refusals.activity IS 'Notable criminal activity as printed.';
COMMENT ON COLUMN main.refusals.offense IS 'The offense: the activity without (Charge) or (Conviction).';
COMMENT ON COLUMN main.refusals.disposition IS 'charge (not a conviction) or conviction.';
COMMENT ON COLUMN main.refusals.withdrawn IS 'Whether ICE later took the place''s refusals in this report back.';
COMMENT ON COLUMN main.refusals.page IS 'Page of the report on which the row starts, from 1.';
COMMENT ON COLUMN main.refusals.page_to IS 'Page on which it ends.';
COMMENT ON COLUMN main.refusals.x0 IS 'Left edge of the row on its first page, points.';
COMMENT ON COLUMN main.refusals.top IS 'Upper edge of the row on its first page, points from the top.';
COMMENT ON COLUMN main.refusals.x1 IS 'Right edge of the row on its first page, points.';
COMMENT ON COLUMN main.refusals.bottom IS 'Lower edge of the row on its first page, points from the top.';
COMMENT ON COLUMN main.refusals.source_document IS 'The document, by its SHA-256.';

CREATE VIEW main.policies AS
SELECT d.report_id, r.row_no, r.jurisdiction, r.place, r.county, r.state, r.aor, r.enacted, r.policy, r.criteria,
       r.page_from, r.page_to, r.x0, r.top, r.x1, r.bottom, r.document_id AS source_document
FROM base.policies r JOIN base.documents d USING (document_id)
WHERE d.state = 'in_force'
ORDER BY d.report_id, r.row_no;
COMMENT ON VIEW main.policies IS 'An entry of Section III: a jurisdiction''s policy that limits cooperation with ICE.';
COMMENT ON COLUMN main.policies.report_id IS 'The report.';
COMMENT ON COLUMN main.policies.row_no IS 'Order as printed (newest first), from 1.';
COMMENT ON COLUMN main.policies.jurisdiction IS 'The jurisdiction as printed, field office in brackets.';
COMMENT ON COLUMN main.policies.place IS 'Town or other named body; empty for a county or a state.';
COMMENT ON COLUMN main.policies.county IS 'County without the word County ("Orleans Parish" keeps Parish); empty for a town alone or a state.';
COMMENT ON COLUMN main.policies.state IS 'State, full name.';
COMMENT ON COLUMN main.policies.aor IS 'ICE field office (area of responsibility).';
COMMENT ON COLUMN main.policies.enacted IS 'First day of the month in which the policy was enacted.';
COMMENT ON COLUMN main.policies.policy IS 'Name of the policy as printed.';
COMMENT ON COLUMN main.policies.criteria IS 'Criteria for honoring a detainer, bullets joined by " | ".';
COMMENT ON COLUMN main.policies.page_from IS 'Page on which the entry starts, from 1.';
COMMENT ON COLUMN main.policies.page_to IS 'Page on which it ends.';
COMMENT ON COLUMN main.policies.x0 IS 'Left edge of the entry on its first page, points.';
COMMENT ON COLUMN main.policies.top IS 'Upper edge of the entry on its first page, points from the top.';
COMMENT ON COLUMN main.policies.x1 IS 'Right edge of the entry on its first page, points.';
COMMENT ON COLUMN main.policies.bottom IS 'Lower edge of the entry on its first page, points from the top.';
COMMENT ON COLUMN main.policies.source_document IS 'The document, by its SHA-256.';

CREATE VIEW main.caveats AS
SELECT d.report_id, c.section, c.topic, c.text, c.page, c.seq AS caveat_no, NULL::TEXT AS county, NULL::TEXT AS state,
       NULL::TEXT AS place, NULL::TEXT AS stated_by, NULL::DATE AS stated_on, c.x0, c.top, c.x1, c.bottom,
       c.document_id AS source_document
FROM base.caveats c JOIN base.documents d USING (document_id)
WHERE d.state = 'in_force'
UNION ALL BY NAME
SELECT b.report_id, b.section, 'disputed' AS topic, b.text, NULL::INTEGER AS page, NULL::INTEGER AS caveat_no, b.county, b.state,
       b.place, b.source AS stated_by, b.dated AS stated_on, NULL::DOUBLE AS x0, NULL::DOUBLE AS top, NULL::DOUBLE AS x1,
       NULL::DOUBLE AS bottom, NULL::TEXT AS source_document
FROM base.disputes b SEMI JOIN base.documents d ON d.report_id = b.report_id AND d.state = 'in_force'
ORDER BY report_id, caveat_no NULLS LAST, section;
COMMENT ON VIEW main.caveats IS 'A paragraph that limits what the figures mean, stated by the report, or (topic disputed) an entry that its jurisdiction disputes.';
COMMENT ON COLUMN main.caveats.report_id IS 'The report.';
COMMENT ON COLUMN main.caveats.section IS 'cover, I, II, III or IV: where it stands; for a dispute, the section disputed.';
COMMENT ON COLUMN main.caveats.topic IS 'What it is about: awareness, issue_date, issued_not_declined, resumed_issuing, policies_may_have_changed, charge_not_conviction, definition, disputed.';
COMMENT ON COLUMN main.caveats.text IS 'The paragraph as printed, line breaks removed; for a dispute, what the jurisdiction says.';
COMMENT ON COLUMN main.caveats.page IS 'Page of the report, from 1; NULL for a dispute.';
COMMENT ON COLUMN main.caveats.caveat_no IS 'Order in the report, from 1; NULL for a dispute.';
COMMENT ON COLUMN main.caveats.county IS 'County that disputes its entry; NULL for what the report states.';
COMMENT ON COLUMN main.caveats.state IS 'State of the place that disputes; NULL for what the report states.';
COMMENT ON COLUMN main.caveats.place IS 'Town that disputes; NULL for what the report states.';
COMMENT ON COLUMN main.caveats.stated_by IS 'Who reported the dispute.';
COMMENT ON COLUMN main.caveats.stated_on IS 'Day of that report.';
COMMENT ON COLUMN main.caveats.x0 IS 'Left edge of the paragraph, points.';
COMMENT ON COLUMN main.caveats.top IS 'Upper edge of the paragraph, points from the top.';
COMMENT ON COLUMN main.caveats.x1 IS 'Right edge of the paragraph, points.';
COMMENT ON COLUMN main.caveats.bottom IS 'Lower edge of the paragraph, points from the top.';
COMMENT ON COLUMN main.caveats.source_document IS 'The document, by its SHA-256.';

CREATE VIEW main.foia_detainers AS
SELECT d.file_name || CASE WHEN d.namesakes > 1 THEN ' (' || left(d.document_id, 8) || ')' ELSE '' END AS release,
       f.sheet, f.cell_row, f.prepared_on, nullif(f.facility, '') AS facility,
       nullif(f.facility_code, '') AS facility_code, nullif(f.city, '') AS city, nullif(f.state, '') AS state,
       nullif(f.aor, '') AS aor, nullif(f.citizenship, '') AS citizenship, nullif(f.gender, '') AS gender,
       CASE left(f.criminality, 1) WHEN '1' THEN 'convicted' WHEN '2' THEN 'pending charges'
            WHEN '3' THEN 'other immigration violator' END AS criminality,
       nullif(f.charge, '') AS charge, nullif(f.lift_reason, '') AS lift_reason,
       coalesce(f.lift_reason ILIKE 'detainer declined by lea%', false) AS declined,
       nullif(f.detainer_type, '') AS detainer_type, nullif(f.person, '') AS person, d.sample,
       (SELECT count(*) FROM base.quarantine q WHERE q.document_id = d.document_id)::INTEGER AS quarantined,
       f.document_id AS source_document
FROM base.foia_detainers f JOIN (
    SELECT document_id, seq, file_name, sample, count(*) OVER (PARTITION BY file_name) AS namesakes
    FROM base.documents WHERE state = 'in_force' AND kind = 'foia_detainers'
) d USING (document_id)
ORDER BY d.seq, f.sheet, f.cell_row;
COMMENT ON VIEW main.foia_detainers IS 'A detainer in a spreadsheet that ICE released under the Freedom of Information Act. It has no date of refusal.';
COMMENT ON COLUMN main.foia_detainers.release IS 'Name of the spreadsheet file; with the head of its SHA-256 where two files share a name.';
COMMENT ON COLUMN main.foia_detainers.sheet IS 'Name of the sheet.';
COMMENT ON COLUMN main.foia_detainers.cell_row IS 'Row of the sheet, from 1.';
COMMENT ON COLUMN main.foia_detainers.prepared_on IS 'Day ICE prepared (issued) the detainer.';
COMMENT ON COLUMN main.foia_detainers.facility IS 'Detention facility as written.';
COMMENT ON COLUMN main.foia_detainers.facility_code IS 'ICE code of the facility.';
COMMENT ON COLUMN main.foia_detainers.city IS 'City of the facility.';
COMMENT ON COLUMN main.foia_detainers.state IS 'State of the facility, full name; NULL where not given.';
COMMENT ON COLUMN main.foia_detainers.aor IS 'ICE field office (area of responsibility) of the facility.';
COMMENT ON COLUMN main.foia_detainers.citizenship IS 'Country of citizenship as written.';
COMMENT ON COLUMN main.foia_detainers.gender IS 'Gender as written.';
COMMENT ON COLUMN main.foia_detainers.criminality IS 'convicted, pending charges or other immigration violator, when the detainer was prepared; NULL where not given.';
COMMENT ON COLUMN main.foia_detainers.charge IS 'Charge of the most serious conviction as written.';
COMMENT ON COLUMN main.foia_detainers.lift_reason IS 'Why the detainer was lifted, as written; NULL where it was not.';
COMMENT ON COLUMN main.foia_detainers.declined IS 'Whether the lift reason is "Detainer Declined by LEA".';
COMMENT ON COLUMN main.foia_detainers.detainer_type IS 'Form of the detainer as written.';
COMMENT ON COLUMN main.foia_detainers.person IS 'Anonymous identifier of the person within that release.';
COMMENT ON COLUMN main.foia_detainers.quarantined IS 'How many rows of the file were set aside because they broke a rule.';
COMMENT ON COLUMN main.foia_detainers.sample IS 'Whether the file is labelled a reconstruction for testing.';
COMMENT ON COLUMN main.foia_detainers.source_document IS 'The document, by its SHA-256.';
