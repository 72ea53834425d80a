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

--# [mixed] A second round
SELECT count(*) FROM refusals r WHERE r.declined_on >= (SELECT min(p.enacted) FROM policies p WHERE p.report_id = r.report_id AND p.county = r.county AND p.state = r.state)
SELECT count(*) FROM refusals WHERE report_id = (SELECT report_id FROM reports ORDER BY period_start DESC LIMIT 1)
SELECT county, count(*) AS n, n * 100.0 / sum(n) OVER () AS pct FROM refusals GROUP BY county
SELECT r.county FROM refusals r JOIN reports p ON p.report_id = r.report_id AND r.declined_on BETWEEN p.period_start AND p.period_end
SELECT p.report_id, x.n FROM reports p LEFT JOIN LATERAL (SELECT count(*) AS n FROM refusals r WHERE r.report_id = p.report_id) x ON true
SELECT count(*) FROM refusals WHERE (county, state) IN (('Travis', 'Texas'), ('Cook', 'Illinois'))
SELECT count(*) FROM refusals WHERE county IN ['Travis', 'Cook']
SELECT count(*) FROM refusals WHERE list_contains(['Travis', 'Cook'], county)
SELECT county FROM refusals GROUP BY county ORDER BY county COLLATE NOCASE
SELECT x.report_id, x.row_no, count(*) AS n FROM policies x JOIN refusals r ON r.report_id = x.report_id AND r.county = x.county AND r.state = x.state GROUP BY x.report_id, x.row_no
SELECT c.correction_id, c.county, count(r.row_no) AS n FROM corrections c LEFT JOIN refusals r ON r.report_id = c.report_id AND r.county = c.county AND r.state = c.state GROUP BY c.correction_id, c.county
SELECT p.report_id, count(DISTINCT r.row_no) AS declined, count(DISTINCT x.row_no) AS policies FROM reports p JOIN refusals r USING (report_id) JOIN policies x USING (report_id) GROUP BY p.report_id
SELECT r.county, r.state, max(i.issued) AS issued, count(*) AS n FROM refusals r JOIN issued i USING (report_id, county, state) GROUP BY r.report_id, r.county, r.state
SELECT r.county, count(*) FROM refusals r JOIN issued i ON (i.report_id, i.county, i.state) = (r.report_id, r.county, r.state) GROUP BY r.county
SELECT arg_max(county, n, 3) AS top_three FROM (SELECT county, state, count(*) AS n FROM refusals GROUP BY ALL)
SELECT max(issued, 3) AS three_largest FROM issued
SELECT CAST(strftime(issued_on, '%Y') AS INTEGER) AS y, count(*) FROM refusals GROUP BY 1
SELECT strftime(issued_on, '%Y-%m-01') AS m, count(*) FROM refusals GROUP BY 1
SELECT round(avg(declined_on - issued_on) * 100) / 100 AS d FROM refusals
SELECT round(100.0 * sum((disposition = 'conviction')::INT) / count(*), 1) AS pct FROM refusals
SELECT state, sum(disposition = 'charge') AS charged FROM refusals GROUP BY state
SELECT state, sum(if(disposition = 'charge', 1, 0)) AS charged FROM refusals GROUP BY state
SELECT state, count(*) FILTER (disposition = 'charge') AS charged FROM refusals GROUP BY state
SELECT report_id, count(*) AS n, count(*) - lag(count(*)) OVER (ORDER BY report_id) AS change FROM refusals GROUP BY report_id ORDER BY report_id
SELECT report_id, n, 100.0 * (n - lag(n) OVER (ORDER BY report_id)) / lag(n) OVER (ORDER BY report_id) AS pct FROM (SELECT report_id, count(*) AS n FROM refusals GROUP BY 1)
SELECT county, state, count(*) AS n FROM refusals GROUP BY county, state ORDER BY n DESC FETCH FIRST 5 ROWS ONLY
SELECT county, state, coalesce(facility, 'not given') AS facility, count(*) AS n FROM refusals GROUP BY ALL ORDER BY n DESC
SELECT coalesce(citizenship, '(blank)') AS c, count(*) FROM refusals GROUP BY 1
SELECT CASE WHEN citizenship = 'Mexico' THEN 'Mexico' ELSE 'other' END AS c, count(*) AS n FROM refusals GROUP BY c
SELECT nullif(facility, '') AS f, count(*) FROM refusals GROUP BY f
SELECT state, count(*) AS n, count(*) * 100.0 / nullif(sum(count(*)) OVER (), 0) AS pct FROM refusals GROUP BY state
SELECT DISTINCT state, county FROM issued WHERE issued >= 10 ORDER BY state
SELECT avg(issued) AS mean, median(issued) AS middle, min(issued), max(issued), stddev_samp(issued) FROM issued WHERE report_id = '2017-01-28'
SELECT date_diff('week', min(declined_on), max(declined_on)) AS weeks FROM refusals
SELECT date_diff('year', min(issued_on), current_date) AS years FROM refusals
SELECT max(posted_on - period_end) AS longest_wait FROM reports
SELECT avg(posted_on - period_end) AS wait FROM reports
SELECT report_id, posted_on - period_end AS wait FROM reports ORDER BY wait DESC
SELECT count(*) FROM policies WHERE enacted BETWEEN DATE '2014-01-01' AND DATE '2014-12-31'
SELECT year(enacted) AS y, count(*) AS n FROM policies WHERE report_id = '2017-02-11' GROUP BY y ORDER BY y DESC
SELECT state, count(DISTINCT jurisdiction) AS places FROM policies GROUP BY state ORDER BY places DESC LIMIT 10
SELECT jurisdiction, count(DISTINCT report_id) AS weeks FROM policies GROUP BY jurisdiction HAVING count(DISTINCT report_id) = 3
SELECT p.jurisdiction FROM policies p WHERE p.report_id = '2017-01-28' AND NOT EXISTS (SELECT 1 FROM policies q WHERE q.report_id = '2017-02-04' AND q.jurisdiction = p.jurisdiction)
SELECT p.jurisdiction, p.criteria AS before, q.criteria AS after FROM policies p JOIN policies q ON q.jurisdiction = p.jurisdiction AND q.report_id = '2017-02-04' WHERE p.report_id = '2017-01-28' AND p.criteria = q.criteria
SELECT a.county, a.state, a.issued AS first_week, b.issued AS second_week, b.issued - a.issued AS change FROM issued a JOIN issued b ON b.county = a.county AND b.state = a.state WHERE a.report_id = '2017-01-28' AND b.report_id = '2017-02-04'
SELECT a.county FROM refusals a JOIN refusals b ON a.county = b.county AND a.state = b.state AND a.report_id < b.report_id
SELECT count(DISTINCT (a.county, a.state)) AS places FROM refusals a JOIN refusals b ON a.county = b.county AND a.state = b.state AND a.report_id <> b.report_id
SELECT r.report_id, r.row_no, r.county, p.policy FROM refusals r LEFT JOIN policies p USING (report_id, county, state) ORDER BY r.report_id, r.row_no LIMIT 50
SELECT section, string_agg(text, ' ' ORDER BY page) AS all_text FROM caveats WHERE report_id = '2017-01-28' GROUP BY section
SELECT text, page FROM caveats WHERE topic = 'awareness' ORDER BY report_id DESC LIMIT 1
SELECT report_id, sum(issued) AS listed, (SELECT p.issued_nationwide FROM reports p WHERE p.report_id = i.report_id) AS nationwide FROM issued i GROUP BY report_id
SELECT report_id, 100.0 * sum(issued) / (SELECT p.issued_nationwide FROM reports p WHERE p.report_id = i.report_id) AS pct FROM issued i GROUP BY report_id
SELECT p.report_id, 100.0 * sum(i.issued) / max(p.issued_nationwide) AS pct FROM reports p JOIN issued i USING (report_id) GROUP BY p.report_id
SELECT sum(issued) FILTER (WHERE NOT withdrawn) AS corrected, sum(issued) AS published FROM issued WHERE report_id = '2017-01-28'
SELECT count(*) AS published, count(*) FILTER (WHERE NOT withdrawn) AS corrected FROM refusals
SELECT r.county, r.state, c.effect, count(*) AS n FROM refusals r JOIN corrections c USING (report_id, county, state) GROUP BY r.county, r.state, c.effect, c.correction_id
WITH a AS (SELECT county, state, count(*) AS n FROM refusals GROUP BY 1, 2), b AS (SELECT *, sum(n) OVER (ORDER BY n DESC, county, state) AS running, sum(n) OVER () AS total FROM a) SELECT county, state, n, round(100.0 * running / total, 1) AS cumulative FROM b ORDER BY n DESC LIMIT 10
WITH ranked AS (SELECT state, county, count(*) AS n, row_number() OVER (PARTITION BY state ORDER BY count(*) DESC, county) AS rn FROM refusals GROUP BY state, county) SELECT state, county, n FROM ranked WHERE rn = 1 ORDER BY n DESC
WITH ranked AS (SELECT state, county, count(*) AS n, row_number() OVER (PARTITION BY state ORDER BY count(*) DESC, county) AS rn FROM refusals GROUP BY state, county) SELECT sum(n) FROM ranked WHERE rn <= 2
WITH days AS (SELECT declined_on, count(*) AS n FROM refusals GROUP BY declined_on) SELECT avg(n) AS per_day, max(n) AS busiest FROM days
WITH m AS (SELECT max(report_id) AS id FROM reports) SELECT count(*) FROM refusals r JOIN m ON r.report_id = m.id
WITH m AS (SELECT max(report_id) AS id FROM reports) SELECT count(*) FROM refusals r, m WHERE r.report_id = m.id
SELECT min(county) AS first, max(county) AS last FROM refusals
SELECT state, list(county ORDER BY county)[1] AS first_county FROM refusals GROUP BY state
SELECT state, first(county ORDER BY declined_on) AS first_county FROM refusals GROUP BY state
SELECT offense, count(*) AS n FROM refusals GROUP BY offense ORDER BY count(*) DESC, 1 LIMIT 10
SELECT split_part(offense, ' - ', 1) AS kind, count(*) AS n FROM refusals GROUP BY kind ORDER BY n DESC
SELECT regexp_replace(offense, '\s+', ' ', 'g') AS o, count(*) FROM refusals GROUP BY o
SELECT count(*) AS n FROM refusals WHERE lower(citizenship) = 'mexico' AND upper(state) = 'TEXAS'
SELECT count(*) AS n FROM refusals WHERE trim(county) = 'Travis' AND coalesce(facility, '') <> ''
SELECT count(*) FROM refusals WHERE extract(dow FROM declined_on) IN (0, 6)
SELECT count(*) FROM refusals WHERE declined_on = DATE '2017-02-01' AND issued_on <> declined_on
SELECT count(*) FROM refusals WHERE declined_on BETWEEN '2017-02-01' AND '2017-02-03'
SELECT count(*) FROM refusals r WHERE r.state IN (SELECT p.state FROM policies p WHERE p.criteria ILIKE '%warrant%')
SELECT count(*) FROM refusals r WHERE r.state NOT IN (SELECT p.state FROM policies p WHERE p.state IS NOT NULL)
SELECT i.county, i.state FROM issued i WHERE i.issued > (SELECT avg(j.issued) FROM issued j WHERE j.report_id = i.report_id)
SELECT i.county, i.state FROM issued i WHERE i.issued > ALL (SELECT j.issued FROM issued j WHERE j.state <> i.state AND j.report_id = i.report_id)
SELECT r.state, count(*) AS n FROM refusals r GROUP BY r.state HAVING n > (SELECT avg(k) FROM (SELECT count(*) AS k FROM refusals GROUP BY state))
SELECT state FROM refusals GROUP BY state HAVING sum(CASE WHEN disposition = 'charge' THEN 1 ELSE 0 END) > sum(CASE WHEN disposition = 'conviction' THEN 1 ELSE 0 END)
SELECT (SELECT count(*) FROM refusals) AS refused, (SELECT sum(issued) FROM issued) AS issued, (SELECT count(*) FROM policies) AS policies
SELECT a.n AS charged, b.n AS convicted FROM (SELECT count(*) AS n FROM refusals WHERE disposition = 'charge') a, (SELECT count(*) AS n FROM refusals WHERE disposition = 'conviction') b
SELECT state, n FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state ORDER BY n DESC LIMIT 3) ORDER BY state
SELECT 'total' AS state, count(*) AS n FROM refusals UNION ALL (SELECT state, count(*) AS n FROM refusals GROUP BY state ORDER BY n DESC LIMIT 3)
SELECT state, count(*) AS n FROM refusals GROUP BY state UNION ALL BY NAME SELECT 'all' AS state, count(*) AS n FROM refusals
SELECT what, sum(n) AS n FROM (SELECT 'a' AS what, count(*) AS n FROM refusals UNION ALL SELECT 'b' AS what, sum(issued) AS n FROM issued) GROUP BY what
SELECT count(*) FROM (SELECT county, state FROM refusals INTERSECT SELECT county, state FROM issued)
SELECT count(*) FROM (SELECT county, state FROM refusals EXCEPT SELECT county, state FROM policies)
SELECT p.report_id, p.period_start, count(r.row_no) AS n, count(DISTINCT r.county || r.state) AS places FROM reports AS p LEFT OUTER JOIN refusals AS r USING (report_id) GROUP BY p.report_id, p.period_start
SELECT r.state, avg(r.declined_on - r.issued_on) AS days, avg(p.posted_on - r.declined_on) AS until_posted FROM refusals r JOIN reports p USING (report_id) GROUP BY r.state
SELECT report_id, row_no, declined_on - issued_on AS days, (declined_on - issued_on) // 7 AS weeks FROM refusals ORDER BY days DESC LIMIT 10
SELECT floor((declined_on - issued_on) / 365.25) AS years, count(*) AS n FROM refusals GROUP BY years ORDER BY years
SELECT width, count(*) AS n FROM (SELECT CASE WHEN issued < 10 THEN 'under 10' WHEN issued < 25 THEN '10-24' ELSE '25 and more' END AS width FROM issued) GROUP BY width
SELECT state, array_agg(DISTINCT disposition ORDER BY disposition) AS d FROM refusals GROUP BY state
SELECT state, count(*) AS n, repeat_count FROM (SELECT state, county, count(*) AS repeat_count FROM refusals GROUP BY ALL) GROUP BY state, repeat_count
SELECT report_id, file_name, pages, checks_failed FROM reports
SELECT x0, top, page FROM refusals WHERE row_no = 1
SELECT count(*) AS n FROM refusals WHERE report_id IN (SELECT report_id FROM reports WHERE posted_on >= DATE '2017-03-25')
SELECT r.county, r.state, string_agg(DISTINCT p.policy, ' / ') AS policies, count(DISTINCT r.report_id || r.row_no) AS n FROM refusals r JOIN policies p USING (report_id, county, state) GROUP BY r.county, r.state
