--# Further statements that a checker must ACCEPT, same format as legit.sql. Written before the rules were tuned on them.

--# [count] Totals and simple filters
SELECT count(*) AS n FROM refusals WHERE state = 'Texas' AND disposition <> 'charge'
SELECT count(*) FROM refusals WHERE NOT (state = 'Texas')
SELECT count(*) FROM refusals WHERE state IN ('Texas', 'California') AND declined_on >= DATE '2017-02-01'
SELECT count(1) AS n FROM refusals WHERE county = 'Travis'
SELECT sum(1) AS n FROM refusals WHERE county = 'Travis'
SELECT count(county) AS n FROM refusals
SELECT count(*) FROM refusals WHERE withdrawn
SELECT count(*) FROM refusals WHERE NOT withdrawn
SELECT count(*) FROM refusals WHERE withdrawn = false
SELECT count(*) FROM refusals WHERE issued_on < declined_on
SELECT count(*) AS old_ones FROM refusals WHERE issued_on < DATE '2017-01-01'
SELECT count(*) FROM refusals WHERE year(issued_on) = 2016
SELECT count(*) FROM refusals WHERE date_diff('day', issued_on, declined_on) > 365
SELECT count(*) FROM refusals WHERE declined_on - issued_on > 365
SELECT count(*) FROM refusals WHERE issued_on <= declined_on - INTERVAL '6 months'
SELECT count(*) FROM refusals WHERE dayname(declined_on) = 'Wednesday'
SELECT sum(issued) AS issued FROM issued WHERE NOT withdrawn
SELECT count(DISTINCT (county, state)) AS places FROM refusals
SELECT count(DISTINCT county || ', ' || state) AS places FROM refusals
SELECT sum(issued_nationwide) AS issued, sum(declined_stated) AS declined FROM reports
SELECT count(*) FROM refusals WHERE row_no BETWEEN 1 AND 10
SELECT count(*) FROM refusals WHERE citizenship IS NOT DISTINCT FROM 'Mexico'
SELECT count_if(disposition = 'charge') AS charged FROM refusals
SELECT count(*) AS n, min(issued_on), max(issued_on) FROM refusals WHERE citizenship = 'Cuba' OR citizenship = 'Honduras' OR state = 'Texas'
SELECT count(*) AS n FROM refusals WHERE report_id = '2017-01-28' AND state = 'Texas' AND county IN ('Travis', 'Williamson', 'Bastrop')

--# [group] By county, state, offense, disposition, week
SELECT county, state, count(*) AS n FROM refusals GROUP BY county, state HAVING count(*) BETWEEN 2 AND 50 ORDER BY n DESC, county
SELECT state, count(*) AS n, count(DISTINCT county) AS counties FROM refusals GROUP BY state ORDER BY n DESC NULLS LAST
SELECT facility, count(*) AS n FROM refusals WHERE facility IS NOT NULL GROUP BY facility ORDER BY n DESC LIMIT 10
SELECT citizenship, disposition, count(*) FROM refusals GROUP BY CUBE (citizenship, disposition)
SELECT state, count(*) AS n, GROUPING(state) AS is_total FROM refusals GROUP BY ROLLUP (state) ORDER BY is_total, n DESC
SELECT date_trunc('month', issued_on) AS month, count(*) AS n FROM refusals GROUP BY ALL ORDER BY ALL
SELECT year(issued_on) AS y, month(issued_on) AS m, count(*) AS n FROM refusals GROUP BY y, m ORDER BY y, m
SELECT CASE WHEN issued_on < DATE '2017-01-01' THEN 'before 2017' ELSE 'in 2017' END AS era, count(*) AS n FROM refusals WHERE era <> '' GROUP BY 1
SELECT CASE WHEN date_diff('day', issued_on, declined_on) <= 30 THEN '0-30 days' WHEN date_diff('day', issued_on, declined_on) <= 365 THEN '31-365 days' ELSE 'over a year' END AS age, count(*) AS n FROM refusals GROUP BY age ORDER BY min(issued_on) DESC
SELECT lower(offense) AS offense, count(*) AS n FROM refusals GROUP BY lower(offense) ORDER BY n DESC LIMIT 15
SELECT upper(left(county, 1)) AS letter, count(*) AS n FROM refusals GROUP BY letter ORDER BY letter
SELECT report_id, sum(CASE WHEN disposition = 'conviction' THEN 1 ELSE 0 END) AS convicted, sum(CASE WHEN disposition = 'charge' THEN 1 ELSE 0 END) AS charged FROM refusals GROUP BY report_id ORDER BY report_id
SELECT state, count(CASE WHEN disposition = 'charge' THEN 1 END) AS charged FROM refusals GROUP BY state
SELECT r.state, count(*) AS declined, max(p.issued_nationwide) AS issued FROM refusals r JOIN reports p USING (report_id) WHERE p.report_id = '2017-01-28' GROUP BY r.state
SELECT state, arg_max(county, declined_on) AS latest_county, max(declined_on) AS latest FROM refusals GROUP BY state
SELECT aor, count(*) AS policies FROM policies GROUP BY aor ORDER BY policies DESC, aor
SELECT state, mode(citizenship) AS most FROM refusals GROUP BY state ORDER BY state
SELECT section, count(*) AS paragraphs FROM caveats GROUP BY section ORDER BY section
SELECT state, bool_or(withdrawn) AS any_withdrawn FROM issued GROUP BY state
SELECT county, state, sum(issued) AS issued FROM issued GROUP BY county, state ORDER BY issued DESC LIMIT 3
SELECT dayname(declined_on) AS day, count(*) AS n FROM refusals GROUP BY dayname(declined_on), isodow(declined_on) ORDER BY isodow(declined_on)
SELECT state, histogram(disposition) AS by_disposition FROM refusals GROUP BY state
SELECT effect, section, count(*) AS n FROM corrections GROUP BY effect, section

--# [ratio] Shares, averages, ratios
SELECT 100.0 * sum(CASE WHEN disposition = 'conviction' THEN 1 ELSE 0 END) / count(*) AS pct FROM refusals
SELECT count(*) FILTER (WHERE disposition = 'conviction') * 100.0 / count(*) AS pct FROM refusals
SELECT round(count(*) FILTER (WHERE state = 'Texas') / count(*) * 100, 1) AS pct FROM refusals
SELECT round(100 * avg(CASE WHEN disposition = 'conviction' THEN 1 ELSE 0 END), 1) AS pct FROM refusals
SELECT avg(CASE WHEN disposition = 'conviction' THEN 100.0 ELSE 0 END) AS pct FROM refusals
SELECT avg((disposition = 'conviction')::INT) AS share FROM refusals
SELECT count(*) FILTER (WHERE disposition = 'charge')::DOUBLE / count(*) AS share FROM refusals
SELECT 1.0 * count(*) / count(DISTINCT report_id) AS per_report FROM refusals
SELECT 1 - 1.0 * count(*) FILTER (WHERE disposition = 'charge') / count(*) AS rest FROM refusals
SELECT state, 100.0 * count(*) / (SELECT count(*) FROM refusals) AS pct FROM refusals GROUP BY state ORDER BY pct DESC
SELECT p.report_id, 100.0 * p.declined_stated / nullif(p.issued_nationwide, 0) AS per_hundred FROM reports p
SELECT report_id, round(100.0 * (n - before) / before, 1) AS growth FROM (SELECT report_id, n, lag(n) OVER (ORDER BY report_id) AS before FROM (SELECT report_id, count(*) AS n FROM refusals GROUP BY 1))
SELECT report_id, n / lag(n) OVER (ORDER BY report_id) - 1 AS growth FROM (SELECT report_id, count(*) AS n FROM refusals GROUP BY 1)
SELECT avg(declined_on - issued_on) AS days FROM refusals
SELECT median(date_diff('day', issued_on, declined_on)) / 7 AS weeks FROM refusals
SELECT max(declined_on - issued_on) / 365 AS years FROM refusals
SELECT state, avg(date_diff('day', issued_on, declined_on)) / 365.25 AS years FROM refusals GROUP BY state
SELECT stddev(n) AS spread FROM (SELECT county, state, count(*) AS n FROM refusals GROUP BY ALL)
SELECT quantile_cont(date_diff('day', issued_on, declined_on), [0.25, 0.5, 0.75]) AS quartiles FROM refusals
SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY issued) AS middle FROM issued
SELECT corr(issued_nationwide, declined_stated) AS r FROM reports
SELECT sum(a.n) / sum(b.n) AS ratio FROM (SELECT count(*) AS n FROM refusals) a CROSS JOIN (SELECT sum(issued) AS n FROM issued) b
SELECT (SELECT count(*) FROM refusals WHERE disposition = 'charge') * 100.0 / (SELECT count(*) FROM refusals) AS pct
SELECT min(declined_on) - DATE '2017-01-20' AS days_after FROM refusals
SELECT greatest(count(*) FILTER (WHERE disposition = 'charge'), count(*) FILTER (WHERE disposition = 'conviction')) AS larger FROM refusals
SELECT abs(sum(declined_stated) - (SELECT count(*) FROM refusals)) AS difference FROM reports

--# [window] Ranking, week over week, running totals
SELECT county, state, n, row_number() OVER (ORDER BY n DESC, county) AS place FROM (SELECT county, state, count(*) AS n FROM refusals GROUP BY 1, 2) ORDER BY place LIMIT 10
SELECT county, n FROM (SELECT county, state, count(*) AS n, dense_rank() OVER (ORDER BY count(*) DESC) AS d FROM refusals GROUP BY county, state) WHERE d <= 3
SELECT report_id, state, count(*) AS n, round(100.0 * count(*) / sum(count(*)) OVER (PARTITION BY report_id), 1) AS pct FROM refusals GROUP BY report_id, state
SELECT declined_on, count(*) AS n, avg(count(*)) OVER (ORDER BY declined_on ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS moving FROM refusals GROUP BY declined_on ORDER BY 1
SELECT report_id, n, lag(n, 1, 0) OVER (ORDER BY report_id) AS before FROM (SELECT report_id, count(*) AS n FROM refusals GROUP BY report_id)
SELECT report_id, issued_nationwide, lead(issued_nationwide) OVER (ORDER BY period_start) - issued_nationwide AS next_change FROM reports
SELECT county, state, issued, first_value(issued) OVER (PARTITION BY report_id ORDER BY issued DESC) AS top FROM issued
SELECT report_id, county, issued, ntile(4) OVER (ORDER BY issued) AS quarter FROM issued
SELECT county, issued, percent_rank() OVER (ORDER BY issued) AS p FROM issued
SELECT report_id, row_no, count(*) OVER (PARTITION BY report_id, county, state) AS same_county FROM refusals ORDER BY report_id, row_no LIMIT 20
SELECT * FROM (SELECT p.*, row_number() OVER (PARTITION BY county, state ORDER BY enacted DESC, row_no) AS rn FROM policies p WHERE county IS NOT NULL) WHERE rn = 1 LIMIT 20
SELECT count(*) AS places FROM (SELECT county, state, enacted FROM policies WHERE county IS NOT NULL QUALIFY row_number() OVER (PARTITION BY county, state ORDER BY enacted) = 1)
SELECT report_id, n, sum(n) OVER (ORDER BY report_id) AS total FROM (SELECT report_id, count(*) AS n FROM refusals GROUP BY 1) QUALIFY n > 50
SELECT state, max(n) - min(n) AS swing FROM (SELECT report_id, state, count(*) AS n FROM refusals GROUP BY ALL) GROUP BY state HAVING count(*) > 1
WITH w AS (SELECT report_id, count(*) AS n FROM refusals GROUP BY 1), x AS (SELECT *, rank() OVER (ORDER BY n DESC) AS place FROM w) SELECT report_id, n FROM x WHERE place = 1

--# [join] Policies, caveats, corrections, provenance, anti-joins, set operations
SELECT p.period_start, p.period_end, count(r.row_no) AS declined FROM reports p LEFT JOIN refusals r ON r.report_id = p.report_id GROUP BY p.report_id, p.period_start, p.period_end ORDER BY 1
SELECT p.posted_on, count(*) AS n FROM refusals r, reports p WHERE r.report_id = p.report_id GROUP BY p.posted_on
SELECT r.county, r.state, count(*) AS n FROM refusals r ANTI JOIN corrections c ON c.report_id = r.report_id AND c.county = r.county AND c.state = r.state GROUP BY r.county, r.state
SELECT count(*) AS n FROM refusals r WHERE EXISTS (SELECT 1 FROM policies p WHERE p.report_id = r.report_id AND p.county = r.county AND p.state = r.state)
SELECT count(*) AS n FROM refusals r WHERE (r.county, r.state) IN (SELECT county, state FROM issued)
SELECT count(*) FROM issued i LEFT JOIN refusals r USING (report_id, county, state) WHERE r.row_no IS NULL
SELECT i.county, i.issued, count(r.row_no) AS declined FROM issued i LEFT JOIN refusals r USING (report_id, county, state) GROUP BY i.report_id, i.county, i.state, i.issued
SELECT r.state, sum(CASE WHEN i.county IS NULL THEN 0 ELSE 1 END) AS also_listed FROM refusals r LEFT JOIN issued i USING (report_id, county, state) GROUP BY r.state
SELECT a.county, a.state, a.n AS refused, b.n AS policies FROM (SELECT county, state, count(*) AS n FROM refusals GROUP BY 1, 2) a JOIN (SELECT county, state, count(*) AS n FROM policies GROUP BY 1, 2) b USING (county, state) ORDER BY refused DESC
SELECT coalesce(a.state, b.state) AS state, coalesce(a.n, 0) AS refused, coalesce(b.n, 0) AS issued FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state) a FULL JOIN (SELECT state, sum(issued) AS n FROM issued GROUP BY state) b ON a.state = b.state
SELECT p.county, p.state, p.policy, count(r.row_no) AS declined FROM policies p LEFT JOIN refusals r ON r.report_id = p.report_id AND r.county = p.county AND r.state = p.state WHERE p.county IS NOT NULL GROUP BY p.report_id, p.row_no, p.county, p.state, p.policy ORDER BY declined DESC LIMIT 10
SELECT x.jurisdiction, x.enacted, x.criteria FROM policies x WHERE x.state = 'New York' AND x.report_id = (SELECT max(report_id) FROM reports) ORDER BY x.enacted DESC
SELECT jurisdiction FROM policies WHERE report_id = '2017-02-04' EXCEPT SELECT jurisdiction FROM policies WHERE report_id = '2017-01-28'
SELECT county, state FROM refusals UNION SELECT county, state FROM issued ORDER BY state, county
SELECT count(*) AS places FROM (SELECT county, state FROM refusals UNION SELECT county, state FROM issued)
SELECT sum(n) AS n FROM (SELECT count(*) AS n FROM refusals WHERE disposition = 'charge' UNION ALL SELECT count(*) FROM refusals WHERE disposition = 'conviction')
SELECT 'refused' AS what, state, count(*) AS n FROM refusals GROUP BY state UNION ALL SELECT 'issued' AS what, state, sum(issued) FROM issued GROUP BY state ORDER BY state, what
SELECT r.county, c.text FROM refusals r JOIN corrections c ON c.report_id = r.report_id AND c.county = r.county AND c.state = r.state
SELECT c.county, c.state, c.effect, (SELECT count(*) FROM refusals r WHERE r.report_id = c.report_id AND r.county = c.county AND r.state = c.state) AS n FROM corrections c WHERE c.section = 'II'
SELECT a.report_id, a.n, b.n AS before FROM (SELECT report_id, count(*) AS n FROM refusals GROUP BY 1) a LEFT JOIN (SELECT report_id, count(*) AS n FROM refusals GROUP BY 1) b ON a.report_id = b.report_id
SELECT p.report_id, p.declined_stated, r.n FROM reports p JOIN (SELECT report_id, count(*) AS n FROM refusals GROUP BY report_id) r USING (report_id) WHERE p.declined_stated = r.n
SELECT p.report_id, p.issued_nationwide, i.listed, p.issued_nationwide - i.listed AS elsewhere FROM reports p JOIN (SELECT report_id, sum(issued) AS listed FROM issued GROUP BY report_id) i ON i.report_id = p.report_id
SELECT sum(p.issued_nationwide) AS issued, sum(r.n) AS declined FROM reports p JOIN (SELECT report_id, count(*) AS n FROM refusals GROUP BY report_id) r USING (report_id)
SELECT count(DISTINCT r.report_id || '/' || r.row_no) AS n FROM refusals r JOIN policies p USING (report_id, county, state)
SELECT r.state, count(*) AS n FROM refusals r JOIN (SELECT DISTINCT county, state FROM policies WHERE county IS NOT NULL) p ON p.county = r.county AND p.state = r.state GROUP BY r.state
SELECT r.* FROM refusals r SEMI JOIN corrections c ON c.report_id = r.report_id AND c.county = r.county AND c.state = r.state
SELECT p.report_id, x.n FROM reports p, LATERAL (SELECT count(*) AS n FROM refusals r WHERE r.report_id = p.report_id) x
SELECT r.county, r.state FROM refusals r GROUP BY r.county, r.state HAVING count(DISTINCT r.report_id) = (SELECT count(*) FROM reports)
SELECT county, state FROM refusals WHERE report_id = '2017-01-28' INTERSECT SELECT county, state FROM refusals WHERE report_id = '2017-02-04'
SELECT c.report_id, c.section, c.text FROM caveats c WHERE NOT EXISTS (SELECT 1 FROM reports p WHERE p.report_id = c.report_id AND p.posted_on IS NULL) ORDER BY 1, 2
SELECT i.state, sum(i.issued) AS issued, sum(r.n) AS declined FROM issued i LEFT JOIN (SELECT report_id, county, state, count(*) AS n FROM refusals GROUP BY ALL) r USING (report_id, county, state) GROUP BY i.state
SELECT count(*) FILTER (WHERE r.disposition = 'charge') AS charged, p.report_id FROM reports p LEFT JOIN refusals r USING (report_id) GROUP BY p.report_id
SELECT count(*) AS n FROM reports p LEFT JOIN refusals r USING (report_id) WHERE r.state = 'Texas'
SELECT sum(r.n) FROM (SELECT county, state, report_id, count(*) AS n FROM refusals GROUP BY county, state, report_id) r JOIN issued i USING (report_id, county, state)
SELECT p.report_id, sum((SELECT count(*) FROM refusals r WHERE r.report_id = p.report_id)) AS n FROM reports p GROUP BY p.report_id

--# [text] Text matching, and strings or names that only look dangerous
SELECT count(*) AS n FROM refusals WHERE offense LIKE '%Assault%' AND offense NOT LIKE '%Sexual%'
SELECT count(*) AS n FROM refusals WHERE regexp_matches(lower(offense), 'dui|driving under')
SELECT count(*) AS n FROM refusals WHERE contains(lower(offense), 'assault') OR starts_with(offense, 'Robbery')
SELECT trim(split_part(jurisdiction, '(', 1)) AS name, count(*) AS n FROM policies GROUP BY name ORDER BY n DESC LIMIT 5
SELECT county || ' County, ' || state AS place, count(*) AS n FROM refusals GROUP BY county, state ORDER BY n DESC LIMIT 5
SELECT round(100.0 * count(*) FILTER (WHERE disposition = 'charge') / count(*), 1) || '%' AS share FROM refusals
SELECT state, string_agg(DISTINCT county, '; ' ORDER BY county) AS counties FROM refusals GROUP BY state
SELECT state, array_to_string(list_sort(list(DISTINCT county)), ', ') AS counties, len(list(DISTINCT county)) AS n FROM refusals GROUP BY state
SELECT len(string_split(criteria, ' | ')) AS bullets, jurisdiction FROM policies ORDER BY bullets DESC LIMIT 5
SELECT string_split(criteria, ' | ')[1] AS first_bullet, jurisdiction FROM policies LIMIT 5
SELECT regexp_extract(jurisdiction, '\(([^)]+)\)', 1) AS office, count(*) AS n FROM policies GROUP BY 1 ORDER BY 2 DESC
SELECT replace(county, 'Saint', 'St.') AS county, count(*) AS n FROM refusals GROUP BY 1 LIMIT 5
SELECT DISTINCT offense FROM refusals WHERE offense ILIKE '%drop table%' OR offense ILIKE '%weapon%'
SELECT count(*) AS n FROM policies WHERE criteria LIKE '%''warrant''%' OR policy = 'x; DELETE FROM refusals --' OR criteria ILIKE '%warrant%'
SELECT count(*) AS "SELECT", max(county) AS "from; drop" FROM refusals
SELECT strftime(declined_on, '%d %B %Y') AS day, count(*) AS n FROM refusals GROUP BY declined_on ORDER BY declined_on
SELECT concat(monthname(issued_on), ' ', year(issued_on)) AS month, count(*) AS n FROM refusals GROUP BY ALL LIMIT 10
SELECT length(criteria) AS characters, jurisdiction FROM policies ORDER BY characters DESC LIMIT 3
SELECT county FROM refusals GROUP BY county ORDER BY jaro_winkler_similarity(county, 'Travers') DESC LIMIT 3
SELECT facility, count(*) AS n FROM refusals WHERE facility ILIKE '%jail%' OR facility ILIKE '%detention%' GROUP BY 1 ORDER BY 2 DESC
SELECT text FROM caveats WHERE text ILIKE '%random()%' OR text ILIKE '%aware%' OR text ILIKE '%learned%'
SELECT count(*) AS n FROM refusals WHERE offense = $$Assault$$ OR offense = 'O''Neill' OR offense LIKE 'A%'

--# [form] Same meaning, other spelling
WITH t AS (FROM refusals WHERE state = 'Texas') FROM t SELECT count(*) AS n
FROM refusals WHERE county = 'Travis' LIMIT 3
SELECT COUNT ( * ) AS N FROM REFUSALS AS R WHERE R . STATE = 'Texas' ;
select r.county c, count(*) n from refusals r group by c order by n desc limit 5
SELECT * EXCLUDE (activity, facility) FROM refusals LIMIT 3
SELECT (((count(*)))) AS n FROM (((SELECT * FROM refusals))) AS x
SELECT n FROM (SELECT count(*) AS n FROM refusals) AS t(n)
WITH w(week, n) AS (SELECT report_id, count(*) FROM refusals GROUP BY 1) SELECT week, n FROM w ORDER BY week
SELECT state s, n: count(*) FROM refusals GROUP BY s
SELECT -- first⏎ state, /* second */ count(*) AS n⏎FROM refusals⏎GROUP BY state⏎ORDER BY n DESC; -- done
SELECT	count(*)	AS	n	FROM	refusals
SELECT count(*) AS n FROM refusals WHERE state == 'Texas'
SELECT count(*) AS n FROM refusals WHERE state != 'Texas' AND NOT county = 'Cook'
(SELECT state, count(*) AS n FROM refusals GROUP BY state) UNION ALL (SELECT 'all', count(*) FROM refusals) ORDER BY n DESC
SELECT DISTINCT state FROM refusals ORDER BY state
SELECT CAST(count(*) AS VARCHAR) AS n FROM refusals
SELECT declined_on::DATE AS day, count(*)::BIGINT AS n FROM refusals GROUP BY 1
SELECT date '2017-02-01' < max(declined_on) AS later FROM refusals
SELECT EXTRACT(month FROM declined_on) AS m, count(*) AS n FROM refusals GROUP BY 1

--# [policy] Accepted by decision
SELECT 1 - round(1.0 * count(*) FILTER (WHERE withdrawn) / count(*), 3) AS kept FROM refusals
SELECT count(*) AS issued FROM issued
SELECT count(*) AS reports, sum(pages) AS pages FROM reports
SELECT p.* FROM policies p WHERE p.enacted >= DATE '2017-01-01' ORDER BY p.enacted
SELECT county, state, disposition FROM refusals ORDER BY CASE WHEN state = 'Texas' THEN 0 ELSE 1 END, county LIMIT 20
SELECT period_start, period_end, period_start + INTERVAL 6 DAY AS friday FROM reports
SELECT date_trunc('week', declined_on + INTERVAL 2 DAY) - INTERVAL 2 DAY AS saturday, count(*) AS n FROM refusals GROUP BY 1
SELECT max(n) AS most FROM (SELECT county, state, count(*) AS n FROM refusals GROUP BY ALL ORDER BY n DESC LIMIT 20)
SELECT CASE WHEN (SELECT count(*) FROM refusals WHERE report_id = '2017-02-11') > (SELECT count(*) FROM refusals WHERE report_id = '2017-02-04') THEN 'more' ELSE 'fewer' END AS answer, (SELECT count(*) FROM refusals WHERE report_id = '2017-02-11') AS n
SELECT state, CASE WHEN count(*) >= 10 THEN 'ten or more' ELSE 'fewer than ten' END AS size, count(*) AS n FROM refusals GROUP BY state
SELECT state, count(*) > 10 AS many FROM refusals GROUP BY state
SELECT state, CASE WHEN count(*) > 10 THEN 1 ELSE 0 END AS many, count(*) AS n FROM refusals GROUP BY state
SELECT NULL AS county, state, count(*) AS n FROM refusals GROUP BY state
SELECT t.n FROM (SELECT 1 AS rank, 'charged' AS what, count(*) AS n FROM refusals WHERE disposition = 'charge' UNION ALL SELECT 2, 'convicted', count(*) FROM refusals WHERE disposition = 'conviction') t ORDER BY t.rank
SELECT count(*) AS refusals FROM refusals ORDER BY refusals
SELECT report_id, datediff('day', period_end, posted_on) AS days_until_posted FROM reports
SELECT count(*) AS n FROM refusals WHERE declined_on >= current_date - INTERVAL 50 YEAR
