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
SELECT count(*) AS policies FROM policies
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
SELECT DISTINCT a.county FROM refusals a JOIN refusals b ON a.county = b.county AND a.state = b.state AND a.report_id < b.report_id
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

--# [count] As a reporter would ask: count
SELECT count(*) FROM refusals WHERE state = 'California' AND disposition = 'conviction'
SELECT count(*) AS n FROM refusals WHERE county ILIKE 'san%' AND state = 'California'
SELECT count(*) FROM main.refusals WHERE report_id = '2017-02-04'
FROM refusals SELECT count(*) AS declined WHERE state IN ('Texas', 'Florida')
FROM refusals WHERE county = 'Travis' ORDER BY declined_on
SELECT count(*) FROM refusals WHERE withdrawn IS NOT TRUE AND disposition = 'charge'
SELECT count(*) AS n, count(facility) AS with_facility, count(DISTINCT facility) AS facilities FROM refusals
SELECT count(DISTINCT (county, state)) AS jurisdictions FROM refusals
SELECT count(DISTINCT county || ', ' || state) AS jurisdictions FROM refusals
SELECT sum(issued) AS issued FROM issued WHERE report_id = '2017-01-28' AND NOT withdrawn
SELECT report_id, issued_nationwide, declined_stated FROM reports ORDER BY report_id
SELECT max(issued) AS most, min(issued) AS fewest FROM issued
SELECT count_if(disposition = 'conviction') AS convicted, count_if(disposition = 'charge') AS charged FROM refusals
SELECT count(*) FROM refusals WHERE declined_on >= DATE '2017-02-01' AND declined_on < DATE '2017-03-01'
SELECT count(*) FROM refusals WHERE declined_on >= '2017-02-01'
SELECT count(*) FROM refusals WHERE year(declined_on) = 2017 AND month(declined_on) = 2
SELECT count(*) FROM refusals WHERE extract('dow' FROM declined_on) IN (0, 6)
SELECT count(*) FROM refusals WHERE dayname(declined_on) = 'Sunday'
SELECT count(*) FROM refusals WHERE issued_on IS NULL
SELECT count(*) FROM refusals WHERE declined_on - issued_on > 30
SELECT count(*) FROM refusals WHERE date_diff('day', issued_on, declined_on) BETWEEN 0 AND 7
SELECT count(*) FROM refusals WHERE offense ILIKE '%assault%' OR offense ILIKE '%battery%'
SELECT count(*) FROM refusals WHERE regexp_matches(lower(offense), 'drug|cocaine|heroin')
SELECT count(*) FROM refusals WHERE starts_with(offense, 'Driving')
SELECT count(*) FROM refusals WHERE citizenship NOT IN ('Mexico')
SELECT count(*) FROM refusals WHERE citizenship = 'Mexico' AND (state = 'Texas' OR state = 'Colorado')
SELECT count(*) FROM refusals WHERE state <> 'California'
SELECT count(*) FROM refusals WHERE (county, state) IN (('Travis', 'Texas'), ('Denver', 'Colorado'))
SELECT count(*) FROM refusals WHERE report_id = (SELECT max(report_id) FROM reports)
SELECT count(*) FROM refusals WHERE report_id IN (SELECT report_id FROM reports ORDER BY period_start DESC LIMIT 2)
SELECT count(*) FROM caveats WHERE section = 'II'
SELECT count(*) FROM corrections WHERE effect = 'withdrawn_transferred'
SELECT count(*) FROM policies WHERE state = 'California' AND enacted >= DATE '2014-01-01'
SELECT bool_or(sample) AS any_sample, count(*) AS reports FROM reports
SELECT count(*) FROM refusals WHERE declined_on > current_date - INTERVAL 90 DAY
SELECT count(*) FROM refusals WHERE declined_on >= date_trunc('month', current_date) - INTERVAL 12 MONTH

--# [group] As a reporter would ask: group
SELECT state, count(*) AS n FROM refusals GROUP BY state ORDER BY n DESC, state LIMIT 5
SELECT citizenship, count(*) FROM refusals GROUP BY 1 ORDER BY 2 DESC
SELECT state, county, count(*) AS declined FROM refusals GROUP BY ALL HAVING count(*) >= 5 ORDER BY declined DESC
SELECT coalesce(facility, 'not stated') AS facility, count(*) AS n FROM refusals GROUP BY 1 ORDER BY n DESC
SELECT year(issued_on) AS y, count(*) AS n FROM refusals WHERE issued_on IS NOT NULL GROUP BY y ORDER BY y
SELECT strftime(declined_on, '%A') AS weekday, count(*) AS n FROM refusals GROUP BY weekday ORDER BY n DESC
SELECT monthname(declined_on) AS month, count(*) AS n FROM refusals GROUP BY monthname(declined_on), month(declined_on) ORDER BY month(declined_on)
SELECT time_bucket(INTERVAL 7 DAY, declined_on) AS week, count(*) AS n FROM refusals GROUP BY week ORDER BY week
SELECT CASE WHEN offense ILIKE '%assault%' THEN 'assault' WHEN offense ILIKE '%drug%' THEN 'drugs' ELSE 'other' END AS kind, count(*) AS n FROM refusals GROUP BY kind
SELECT CASE WHEN date_diff('day', issued_on, declined_on) <= 7 THEN 'within a week' ELSE 'later' END AS delay, count(*) AS n FROM refusals WHERE issued_on IS NOT NULL GROUP BY delay
SELECT aor, count(*) AS n FROM policies GROUP BY aor ORDER BY n DESC
SELECT upper(left(county, 1)) AS initial, count(*) AS n FROM refusals GROUP BY initial ORDER BY initial
SELECT split_part(offense, ' - ', 1) AS main_offense, count(*) AS n FROM refusals GROUP BY 1
SELECT lower(trim(offense)) AS offense, count(*) AS n FROM refusals GROUP BY 1 ORDER BY n DESC LIMIT 10
SELECT topic, count(*) AS paragraphs, min(page) AS first_page FROM caveats GROUP BY topic
SELECT report_id, sum(issued) AS issued, count(*) AS jurisdictions FROM issued GROUP BY report_id
SELECT report_id, count(*) AS n, count(DISTINCT county) AS counties, count(DISTINCT citizenship) AS citizenships FROM refusals GROUP BY report_id ORDER BY report_id
SELECT state, list(DISTINCT county ORDER BY county) AS counties FROM refusals GROUP BY state
SELECT state, string_agg(DISTINCT county, '; ' ORDER BY county) AS counties, count(*) AS n FROM refusals GROUP BY state
SELECT state, mode(offense) AS most_frequent, count(*) AS n FROM refusals GROUP BY state
SELECT state, arg_min(county, declined_on) AS first_county, min(declined_on) AS first_day FROM refusals GROUP BY state
SELECT disposition, min(declined_on), max(declined_on), count(*) FROM refusals GROUP BY disposition
SELECT state, count(*) FILTER (disposition = 'conviction') AS convicted, count(*) AS n FROM refusals GROUP BY state
SELECT state, sum(CASE WHEN disposition = 'charge' THEN 1 ELSE 0 END) AS charged, sum(CASE WHEN disposition = 'conviction' THEN 1 ELSE 0 END) AS convicted FROM refusals GROUP BY state
SELECT state, sum((disposition = 'conviction')::INT) AS convicted FROM refusals GROUP BY state
SELECT county, state, count(CASE WHEN report_id = '2017-01-28' THEN 1 END) AS first_week, count(CASE WHEN report_id = '2017-02-04' THEN 1 END) AS second_week FROM refusals GROUP BY county, state
SELECT state, county, GROUPING(state, county) AS level, count(*) AS n FROM refusals GROUP BY ROLLUP (state, county) ORDER BY level, state, county
SELECT state, disposition, count(*) AS n FROM refusals GROUP BY CUBE (state, disposition)
SELECT state FROM refusals GROUP BY state HAVING count(DISTINCT county) > 3
SELECT state FROM refusals GROUP BY state HAVING bool_and(disposition = 'conviction')
SELECT quarter(enacted) AS q, year(enacted) AS y, count(*) AS n FROM policies GROUP BY q, y ORDER BY y, q
SELECT date_part('year', enacted) AS y, count(*) AS n FROM policies GROUP BY 1 ORDER BY 1
SELECT last_day(declined_on) AS month_end, count(*) AS n FROM refusals GROUP BY 1

--# [ratio] As a reporter would ask: share
SELECT 100.0 * count(*) FILTER (WHERE disposition = 'conviction') / count(*) AS pct FROM refusals
SELECT round(count(*) FILTER (WHERE state = 'Texas') * 100.0 / count(*), 1) AS pct, count(*) FILTER (WHERE state = 'Texas') AS texas, count(*) AS all_states FROM refusals
SELECT avg((disposition = 'conviction')::INT) AS share_convicted FROM refusals
SELECT avg(CASE WHEN disposition = 'conviction' THEN 1.0 ELSE 0.0 END) AS share_convicted FROM refusals
SELECT state, count(*) AS n, round(100.0 * count(*) / sum(count(*)) OVER (), 2) AS pct FROM refusals GROUP BY state
SELECT state, disposition, count(*) AS n, round(100.0 * count(*) / sum(count(*)) OVER (PARTITION BY state), 1) AS pct FROM refusals GROUP BY state, disposition
WITH t AS (SELECT count(*) AS total FROM refusals) SELECT state, count(*) AS n, 100.0 * count(*) / any_value(t.total) AS pct FROM refusals CROSS JOIN t GROUP BY state
SELECT state, count(*) AS n, count(*) * 100.0 / (SELECT count(*) FROM refusals) AS pct FROM refusals GROUP BY state
SELECT count(*) / (SELECT sum(issued) FROM issued) AS ratio FROM refusals
SELECT report_id, round(100.0 * declined_stated / issued_nationwide, 2) AS pct_declined FROM reports
SELECT report_id, round(100.0 * declined_stated / nullif(issued_nationwide, 0), 2) AS pct FROM reports ORDER BY pct DESC NULLS LAST
SELECT avg(date_diff('day', issued_on, declined_on)) / 365.25 AS years FROM refusals
SELECT median(date_diff('day', issued_on, declined_on)) AS median_days FROM refusals
SELECT avg(n) AS per_county FROM (SELECT county, state, count(*) AS n FROM refusals GROUP BY county, state)
SELECT avg(n), stddev_samp(n), min(n), max(n) FROM (SELECT report_id, count(*) AS n FROM refusals GROUP BY report_id)
SELECT count(*)::DOUBLE / count(DISTINCT report_id) AS per_week FROM refusals
WITH w AS (SELECT report_id, count(*) AS n FROM refusals GROUP BY report_id) SELECT max(n) - min(n) AS spread, max(n) / min(n)::DOUBLE AS factor FROM w
SELECT corr(n, issued) AS r FROM (SELECT i.issued, (SELECT count(*) FROM refusals r WHERE r.report_id = i.report_id AND r.county = i.county AND r.state = i.state) AS n FROM issued i)
SELECT state, count(*) FILTER (WHERE disposition = 'conviction') AS convicted, count(*) AS n, round(count(*) FILTER (WHERE disposition = 'conviction') / count(*), 3) AS share FROM refusals GROUP BY state HAVING count(*) > 10

--# [window] As a reporter would ask: window
SELECT state, count(*) AS n, rank() OVER (ORDER BY count(*) DESC) AS place FROM refusals GROUP BY state
SELECT state, n, dense_rank() OVER (ORDER BY n DESC) AS place FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state) ORDER BY place
SELECT report_id, count(*) AS n, sum(count(*)) OVER (ORDER BY report_id) AS running FROM refusals GROUP BY report_id
SELECT report_id, count(*) AS n, count(*) - lag(count(*)) OVER (ORDER BY report_id) AS change FROM refusals GROUP BY report_id
SELECT report_id, n, round(100.0 * (n - lag(n) OVER w) / nullif(lag(n) OVER w, 0), 1) AS pct_change FROM (SELECT report_id, count(*) AS n FROM refusals GROUP BY report_id) WINDOW w AS (ORDER BY report_id)
SELECT report_id, n, avg(n) OVER (ORDER BY report_id ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS moving FROM (SELECT report_id, count(*) AS n FROM refusals GROUP BY report_id)
SELECT state, county, count(*) AS n FROM refusals GROUP BY state, county QUALIFY rank() OVER (PARTITION BY state ORDER BY count(*) DESC) <= 3
SELECT report_id, county, state, issued FROM issued QUALIFY row_number() OVER (PARTITION BY report_id ORDER BY issued DESC, county, state) = 1
SELECT county, state, declined_on, row_number() OVER (PARTITION BY county, state ORDER BY declined_on, row_no) AS nth FROM refusals
SELECT state, n, percent_rank() OVER (ORDER BY n) AS pr, ntile(4) OVER (ORDER BY n, state) AS quartile FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state)
SELECT state, n, n - avg(n) OVER () AS above_mean FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state)
SELECT state, first_value(county) OVER (PARTITION BY state ORDER BY n DESC, county) AS top, n FROM (SELECT state, county, count(*) AS n FROM refusals GROUP BY state, county)
SELECT declined_on, count(*) AS n, sum(count(*)) OVER (ORDER BY declined_on RANGE BETWEEN INTERVAL 6 DAYS PRECEDING AND CURRENT ROW) AS week_to_day FROM refusals GROUP BY declined_on ORDER BY declined_on
SELECT report_id, n FROM (SELECT report_id, count(*) AS n FROM refusals GROUP BY report_id) QUALIFY n > lag(n) OVER (ORDER BY report_id)
SELECT state, cume_dist() OVER (ORDER BY count(*)) AS cd, count(*) AS n FROM refusals GROUP BY state
SELECT county, declined_on, declined_on - lag(declined_on) OVER (PARTITION BY county, state ORDER BY declined_on, row_no) AS days_since FROM refusals WHERE state = 'Texas'

--# [form] As a reporter would ask: cte
WITH a AS (SELECT state, count(*) AS n FROM refusals WHERE report_id = '2017-01-28' GROUP BY state), b AS (SELECT state, count(*) AS n FROM refusals WHERE report_id = '2017-02-04' GROUP BY state) SELECT coalesce(a.state, b.state) AS state, coalesce(a.n, 0) AS before, coalesce(b.n, 0) AS after, coalesce(b.n, 0) - coalesce(a.n, 0) AS change FROM a FULL JOIN b ON a.state = b.state ORDER BY change DESC
WITH top AS (SELECT state FROM refusals GROUP BY state ORDER BY count(*) DESC, state LIMIT 5) SELECT r.state, r.county, count(*) AS n FROM refusals r JOIN top USING (state) GROUP BY r.state, r.county
WITH top AS (SELECT state FROM refusals GROUP BY state ORDER BY count(*) DESC LIMIT 3) SELECT count(*) AS n FROM refusals WHERE state IN (SELECT state FROM top)
WITH d AS (SELECT report_id, county, state, count(*) AS declined FROM refusals GROUP BY ALL) SELECT i.county, i.state, sum(i.issued) AS issued, sum(d.declined) AS declined FROM issued i JOIN d USING (report_id, county, state) GROUP BY i.county, i.state
WITH d AS (SELECT report_id, county, state, count(*) AS declined FROM refusals GROUP BY ALL) SELECT i.state, sum(i.issued) AS issued, sum(coalesce(d.declined, 0)) AS declined, round(100.0 * sum(coalesce(d.declined, 0)) / nullif(sum(i.issued), 0), 1) AS pct FROM issued i LEFT JOIN d USING (report_id, county, state) GROUP BY i.state ORDER BY pct DESC
WITH weekly AS (SELECT report_id, disposition, count(*) AS n FROM refusals GROUP BY report_id, disposition) SELECT report_id, max(n) FILTER (WHERE disposition = 'charge') AS charge, max(n) FILTER (WHERE disposition = 'conviction') AS conviction FROM weekly GROUP BY report_id
WITH latest AS (SELECT max(period_start) AS p FROM reports) SELECT r.state, count(*) AS n FROM refusals r JOIN reports p ON p.report_id = r.report_id JOIN latest l ON l.p = p.period_start GROUP BY r.state
WITH firsts AS (SELECT county, state, min(report_id) AS first_report FROM refusals GROUP BY county, state) SELECT first_report, count(*) AS newcomers FROM firsts GROUP BY first_report ORDER BY first_report
WITH x AS (SELECT county, state, count(DISTINCT report_id) AS weeks FROM refusals GROUP BY county, state) SELECT county, state FROM x WHERE weeks = (SELECT count(*) FROM reports)
WITH x AS MATERIALIZED (SELECT state, offense, count(*) AS n FROM refusals GROUP BY state, offense) SELECT state, arg_max(offense, n) AS top_offense, max(n) AS n FROM x GROUP BY state
WITH base AS (SELECT * FROM refusals WHERE NOT withdrawn), by_state AS (SELECT state, count(*) AS n FROM base GROUP BY state) SELECT * FROM by_state ORDER BY n DESC
WITH r AS (SELECT state, county, declined_on - issued_on AS days FROM refusals WHERE issued_on IS NOT NULL) SELECT state, round(avg(days), 1) AS mean_days, count(*) AS n FROM r GROUP BY state HAVING count(*) > 3
WITH n AS (SELECT report_id, count(*) AS counted FROM refusals GROUP BY report_id) SELECT p.report_id, p.declined_stated, n.counted, p.declined_stated - n.counted AS differs FROM reports p LEFT JOIN n USING (report_id) ORDER BY p.report_id
SELECT state, n FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state) AS t WHERE n > (SELECT avg(n) FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state) AS u)

--# [join] As a reporter would ask: join
SELECT p.period_start, r.state, count(*) AS n FROM reports p JOIN refusals r USING (report_id) GROUP BY p.period_start, r.state ORDER BY p.period_start, n DESC
SELECT p.report_id, count(r.row_no) AS n FROM reports p LEFT JOIN refusals r USING (report_id) GROUP BY p.report_id
SELECT p.report_id, p.declined_stated, count(r.row_no) AS listed FROM reports p LEFT JOIN refusals r ON r.report_id = p.report_id GROUP BY p.report_id, p.declined_stated
SELECT i.county, i.state, i.issued FROM issued i ANTI JOIN refusals r USING (report_id, county, state) ORDER BY i.issued DESC
SELECT count(*) FROM issued i SEMI JOIN refusals r USING (report_id, county, state)
SELECT sum(i.issued) AS issued FROM issued i SEMI JOIN refusals r USING (report_id, county, state)
SELECT r.county, r.state, count(*) AS n FROM refusals r WHERE EXISTS (SELECT 1 FROM policies p WHERE p.county = r.county AND p.state = r.state) GROUP BY r.county, r.state
SELECT count(*) FROM refusals r WHERE NOT EXISTS (SELECT 1 FROM policies p WHERE p.county = r.county AND p.state = r.state AND p.report_id = r.report_id)
SELECT count(*) FROM refusals r ANTI JOIN corrections c ON c.report_id = r.report_id AND c.county = r.county AND c.state = r.state
SELECT c.posted_on, c.effect, c.county, c.state, c.text FROM corrections c ORDER BY c.posted_on
SELECT c.county, c.state, c.effect, i.issued FROM corrections c JOIN issued i ON i.report_id = c.report_id AND i.county = c.county AND i.state = c.state
SELECT p.jurisdiction, p.policy, p.criteria, p.enacted FROM policies p WHERE p.state = 'Illinois' ORDER BY p.enacted NULLS LAST, p.jurisdiction
SELECT DISTINCT p.jurisdiction, p.state FROM policies p JOIN refusals r ON r.report_id = p.report_id AND r.county = p.county AND r.state = p.state
SELECT r.state, count(DISTINCT p.jurisdiction) AS policies FROM refusals r JOIN policies p ON p.report_id = r.report_id AND p.state = r.state AND p.county = r.county GROUP BY r.state
SELECT i.report_id, i.county, i.state, i.issued, count(r.row_no) AS declined FROM issued i LEFT JOIN refusals r USING (report_id, county, state) GROUP BY i.report_id, i.county, i.state, i.issued
SELECT r.row_no, r.county, r.offense, p.period_start, p.period_end FROM refusals r, reports p WHERE p.report_id = r.report_id AND r.state = 'Texas'
SELECT p.report_id, p.issued_nationwide, sum(i.issued) AS listed FROM reports p JOIN issued i USING (report_id) GROUP BY p.report_id, p.issued_nationwide
SELECT p.report_id, any_value(p.issued_nationwide) AS stated, sum(i.issued) AS listed FROM reports p JOIN issued i USING (report_id) GROUP BY p.report_id
SELECT a.county, a.state, a.issued AS first_week, b.issued AS second_week, b.issued - a.issued AS change FROM issued a JOIN issued b ON a.county = b.county AND a.state = b.state WHERE a.report_id = '2017-01-28' AND b.report_id = '2017-02-04'
SELECT a.report_id, b.report_id AS later, a.issued_nationwide, b.issued_nationwide FROM reports a JOIN reports b ON b.period_start = a.period_end + 1
SELECT t.text, t.report_id, t.page FROM caveats t WHERE t.text ILIKE '%detainer%'
SELECT p.state, count(*) AS n FROM policies p WHERE p.criteria LIKE '%judicial warrant%' GROUP BY p.state
SELECT p.jurisdiction FROM policies p WHERE list_contains(string_split(p.criteria, ' | '), 'Will not honor ICE detainer')
SELECT p.jurisdiction, len(string_split(p.criteria, ' | ')) AS bullets FROM policies p

--# [form] As a reporter would ask: setop
SELECT 'charge' AS disposition, count(*) AS n FROM refusals WHERE disposition = 'charge' UNION ALL SELECT 'conviction', count(*) FROM refusals WHERE disposition = 'conviction'
SELECT state FROM refusals INTERSECT SELECT state FROM policies ORDER BY state
SELECT county, state FROM policies EXCEPT SELECT county, state FROM refusals
SELECT report_id, 'issued' AS what, sum(issued) AS n FROM issued GROUP BY report_id UNION ALL SELECT report_id, 'declined', count(*) FROM refusals GROUP BY report_id ORDER BY report_id, what
SELECT 'as published' AS basis, count(*) AS n FROM refusals UNION ALL SELECT 'after corrections', count(*) FROM refusals WHERE NOT withdrawn
SELECT count(*) AS counties FROM (SELECT county, state FROM refusals UNION SELECT county, state FROM issued)
SELECT state FROM issued UNION SELECT state FROM policies

--# [text] As a reporter would ask: list
SELECT * FROM refusals WHERE state = 'Texas' ORDER BY declined_on LIMIT 100
SELECT * EXCLUDE (page, row_no) FROM refusals WHERE county = 'Denver'
SELECT DISTINCT offense FROM refusals ORDER BY offense
SELECT county, declined_on, offense, round(date_diff('day', issued_on, declined_on) / 7, 1) AS weeks FROM refusals WHERE issued_on IS NOT NULL ORDER BY weeks DESC LIMIT 10
SELECT county, age(declined_on, issued_on) AS waited FROM refusals WHERE issued_on IS NOT NULL ORDER BY issued_on LIMIT 1
SELECT county || ' County, ' || state AS place, offense FROM refusals
SELECT concat_ws(', ', facility, county, state) AS place, declined_on FROM refusals
SELECT strftime(declined_on, '%d %B %Y') AS day, county FROM refusals ORDER BY declined_on
SELECT row_no, page, county, replace(offense, '/', ' / ') AS offense FROM refusals ORDER BY row_no
SELECT jurisdiction, regexp_extract(criteria, 'bond|warrant', 0) AS word FROM policies
SELECT jurisdiction, strftime(enacted, '%B %Y') AS enacted FROM policies WHERE enacted IS NOT NULL ORDER BY enacted DESC
SELECT report_id, pages, CASE WHEN sample THEN 'sample' ELSE 'report' END AS kind FROM reports
SELECT * FROM refusals ORDER BY ALL LIMIT 50
(SELECT report_id FROM reports ORDER BY period_start DESC LIMIT 1)
SELECT state, "county", COUNT(*) AS "Number Declined" FROM "main"."refusals" GROUP BY state, "county";
/* weekly total */ SELECT report_id, COUNT ( * ) FROM refusals GROUP BY report_id -- one row a week
select Report_ID, Sum(Issued) from Issued group by Report_ID
SELECT page_to - page_from AS extra_pages, jurisdiction FROM policies
SELECT greatest(min(declined_on), min(issued_on)) AS d, count(*) FROM refusals
SELECT if(county IS NULL, 'state', 'county') AS level, count(*) AS n FROM policies GROUP BY level
SELECT nullif(facility, '') AS facility, count(*) AS n FROM refusals GROUP BY 1
SELECT length(text) AS characters, topic FROM caveats ORDER BY characters DESC
SELECT issued_on::VARCHAR AS day, TRY_CAST(report_id AS DATE) AS week FROM refusals
SELECT CAST(report_id AS DATE) AS week, count(*) AS n FROM refusals GROUP BY week
SELECT isodow(declined_on) AS d, dayname(declined_on) AS day, count(*) AS n FROM refusals GROUP BY d, day ORDER BY d

--# [mixed] A third round, written after the rules
SELECT state, COUNT(*) AS total_declined, ROUND(100.0 * COUNT(*) / SUM(COUNT(*)) OVER (), 1) AS percent_of_total FROM refusals GROUP BY state ORDER BY total_declined DESC LIMIT 10
SELECT CASE WHEN issued >= 100 THEN '100 or more' WHEN issued >= 50 THEN '50-99' ELSE 'under 50' END AS size, count(*) AS jurisdictions FROM issued GROUP BY size
SELECT CASE WHEN issued BETWEEN 1 AND 9 THEN '1-9' WHEN issued BETWEEN 10 AND 49 THEN '10-49' ELSE '50+' END AS bucket, count(*) AS n FROM issued GROUP BY bucket ORDER BY min(issued)
SELECT CASE WHEN declined_on - issued_on > 365 THEN 'more than 365 days' WHEN declined_on - issued_on > 180 THEN '181 to 365 days' ELSE 'up to 180 days' END AS wait, count(*) AS n FROM refusals WHERE issued_on IS NOT NULL GROUP BY 1
SELECT CASE WHEN enacted < DATE '2014-01-01' THEN 'before 2014' WHEN enacted < DATE '2016-01-01' THEN '2014-2015' ELSE '2016 or later' END AS era, count(*) AS policies FROM policies WHERE enacted IS NOT NULL GROUP BY era
SELECT 'Week of 28 January 2017' AS week, count(*) AS n FROM refusals WHERE report_id = '2017-01-28'
SELECT 'Q1 2017' AS period, count(*) AS n FROM refusals WHERE quarter(declined_on) = 1 AND year(declined_on) = 2017
SELECT r.state, count(*) AS n, max(r.declined_on) AS last_day FROM refusals AS r GROUP BY r.state HAVING max(r.declined_on) >= DATE '2017-02-10'
SELECT state, county FROM refusals GROUP BY state, county HAVING count(*) = 1 ORDER BY 1, 2
SELECT county, state, sum(issued) AS issued FROM issued GROUP BY county, state ORDER BY issued DESC NULLS LAST LIMIT 15
SELECT citizenship, count(*) FILTER (WHERE disposition = 'conviction') AS convictions, count(*) FILTER (WHERE disposition = 'charge') AS charges FROM refusals GROUP BY citizenship HAVING count(*) >= 3
SELECT offense, count(DISTINCT state) AS states, count(DISTINCT (county, state)) AS counties, count(*) AS n FROM refusals GROUP BY offense ORDER BY n DESC
SELECT avg(issued) AS mean, median(issued) AS med, max(issued) AS top FROM issued WHERE report_id = '2017-02-04'
SELECT report_id, round(avg(issued), 1) AS mean_issued, stddev(issued) AS sd FROM issued GROUP BY report_id
SELECT state, round(avg(date_diff('day', issued_on, declined_on)), 0) AS days FROM refusals GROUP BY state HAVING count(issued_on) > 2
SELECT state, max(date_diff('day', issued_on, declined_on)) AS longest FROM refusals GROUP BY state ORDER BY longest DESC NULLS LAST
SELECT min(issued_on) AS oldest, arg_min(county, issued_on) AS county FROM refusals
SELECT issued_on, declined_on, date_diff('year', issued_on, declined_on) AS years, county FROM refusals WHERE issued_on < DATE '2015-01-01' ORDER BY issued_on
SELECT count(*) AS n FROM refusals WHERE issued_on < declined_on - INTERVAL 1 YEAR
SELECT count(*) AS n FROM refusals WHERE date_trunc('month', declined_on) = DATE '2017-02-01'
SELECT count(*) AS n FROM refusals WHERE strftime(declined_on, '%Y-%m') = '2017-02'
SELECT count(*) AS n FROM refusals WHERE monthname(declined_on) = 'February'
SELECT count(*) AS n FROM refusals WHERE month(declined_on) IN (1, 2) AND year(declined_on) = 2017
SELECT count(*) AS n FROM refusals WHERE day(declined_on) BETWEEN 1 AND 15
SELECT count(*) AS n FROM refusals WHERE weekday(declined_on) NOT IN (0, 6)
SELECT count(*) AS n FROM refusals WHERE lower(offense) LIKE '%dui%' OR lower(offense) LIKE '%driving under%'
SELECT count(*) AS n FROM refusals WHERE upper(county) = 'COOK' AND upper(state) = 'ILLINOIS'
SELECT count(*) AS n FROM refusals WHERE trim(lower(citizenship)) IN ('mexico', 'guatemala', 'honduras', 'el salvador')
SELECT count(*) AS n FROM refusals WHERE offense SIMILAR TO '.*(Assault|Battery).*'
SELECT count(*) AS n FROM refusals WHERE facility LIKE '%County Jail%' AND disposition = 'charge'
SELECT count(*) AS n FROM refusals WHERE coalesce(facility, '') = ''
SELECT count(*) AS n FROM refusals WHERE facility IS NOT DISTINCT FROM NULL
SELECT count(*) AS n FROM refusals WHERE NOT (state = 'California' OR state = 'Texas')
SELECT count(*) AS n FROM refusals WHERE state NOT IN ('California', 'Texas', 'New York')
SELECT count(*) AS n FROM refusals WHERE disposition = 'conviction' AND citizenship <> 'Mexico' AND report_id BETWEEN '2017-01-28' AND '2017-02-04'
SELECT count(*) AS n FROM issued WHERE issued > (SELECT avg(issued) FROM issued)
SELECT county, state, issued FROM issued WHERE issued = (SELECT max(issued) FROM issued)
SELECT county, state, issued FROM issued i WHERE issued = (SELECT max(j.issued) FROM issued j WHERE j.report_id = i.report_id)
SELECT state, n FROM (SELECT state, count(*) AS n, rank() OVER (ORDER BY count(*) DESC) AS r FROM refusals GROUP BY state) WHERE r <= 3
SELECT state, county, n FROM (SELECT state, county, count(*) AS n, row_number() OVER (PARTITION BY state ORDER BY count(*) DESC, county) AS k FROM refusals GROUP BY state, county) WHERE k = 1
WITH w AS (SELECT report_id, state, count(*) AS n FROM refusals GROUP BY report_id, state) SELECT state, report_id, n, n - lag(n) OVER (PARTITION BY state ORDER BY report_id) AS change FROM w ORDER BY state, report_id
WITH w AS (SELECT report_id, state, count(*) AS n FROM refusals GROUP BY report_id, state) SELECT state, sum(n) AS total, max(n) AS best_week, avg(n) AS mean FROM w GROUP BY state
WITH w AS (SELECT report_id, count(*) AS n FROM refusals GROUP BY report_id) SELECT report_id, n, n - first_value(n) OVER (ORDER BY report_id) AS since_first FROM w
WITH a AS (SELECT count(*) AS n FROM refusals WHERE report_id = '2017-01-28'), b AS (SELECT count(*) AS n FROM refusals WHERE report_id = '2017-02-04') SELECT b.n - a.n AS change, round(100.0 * (b.n - a.n) / a.n, 1) AS pct_change FROM a CROSS JOIN b
SELECT (SELECT count(*) FROM refusals WHERE state = 'Texas') AS texas, (SELECT count(*) FROM refusals WHERE state = 'California') AS california
SELECT count(*) FILTER (WHERE state = 'Texas') AS texas, count(*) FILTER (WHERE state = 'California') AS california, count(*) FILTER (WHERE state = 'Texas') - count(*) FILTER (WHERE state = 'California') AS difference FROM refusals
SELECT count(*) FILTER (WHERE state = 'Texas') + count(*) FILTER (WHERE state = 'Oklahoma') AS both FROM refusals
SELECT sum(CASE WHEN disposition = 'conviction' THEN 1 ELSE 0 END) * 100.0 / count(*) AS pct FROM refusals WHERE state = 'New York'
SELECT sum(CASE WHEN disposition = 'conviction' THEN 1 ELSE 0 END)::FLOAT / count(*) AS share FROM refusals
SELECT count(CASE WHEN disposition = 'conviction' THEN 1 END) AS c, count(CASE WHEN disposition = 'conviction' THEN row_no END) AS d FROM refusals
SELECT state, bool_or(withdrawn) AS any_withdrawn, count(*) FILTER (WHERE withdrawn) AS withdrawn, count(*) AS n FROM refusals GROUP BY state
SELECT sum(issued) AS published, sum(issued) FILTER (WHERE NOT withdrawn) AS corrected FROM issued
SELECT sum(CASE WHEN withdrawn THEN 0 ELSE issued END) AS corrected FROM issued
SELECT r.county, r.state, c.effect, c.posted_on FROM refusals r JOIN corrections c ON c.report_id = r.report_id AND c.county = r.county AND c.state = r.state
SELECT c.county, c.state, count(DISTINCT c.correction_id) AS corrections FROM corrections c GROUP BY c.county, c.state
SELECT effect, count(*) AS n FROM corrections GROUP BY effect
SELECT p.state, count(DISTINCT p.jurisdiction) AS jurisdictions FROM policies p WHERE p.report_id = '2017-02-11' GROUP BY p.state ORDER BY 2 DESC
SELECT jurisdiction, enacted FROM policies WHERE report_id = (SELECT max(report_id) FROM policies) ORDER BY enacted DESC LIMIT 10
SELECT DISTINCT county, state FROM issued WHERE (county, state) NOT IN (SELECT county, state FROM refusals)
SELECT i.county, i.state FROM issued i LEFT JOIN refusals r ON r.report_id = i.report_id AND r.county = i.county AND r.state = i.state WHERE r.row_no IS NULL
SELECT i.county, i.state, i.issued, coalesce(d.n, 0) AS declined FROM issued i LEFT JOIN (SELECT report_id, county, state, count(*) AS n FROM refusals GROUP BY report_id, county, state) d ON d.report_id = i.report_id AND d.county = i.county AND d.state = i.state ORDER BY declined DESC
SELECT i.state, sum(i.issued) AS issued, sum(d.n) AS declined FROM (SELECT report_id, state, sum(issued) AS issued FROM issued GROUP BY report_id, state) i JOIN (SELECT report_id, state, count(*) AS n FROM refusals GROUP BY report_id, state) d USING (report_id, state) GROUP BY i.state
SELECT p.report_id, p.issued_nationwide, p.declined_stated, round(100.0 * p.declined_stated / p.issued_nationwide, 2) AS pct FROM reports p ORDER BY p.period_start
SELECT sum(declined_stated) * 100.0 / sum(issued_nationwide) AS pct FROM reports
SELECT sum(issued_nationwide) AS issued, count(*) AS weeks, sum(issued_nationwide) / count(*) AS per_week FROM reports
SELECT p.period_start, count(r.row_no) AS counted, p.declined_stated, p.declined_stated = count(r.row_no) AS agrees FROM reports p LEFT JOIN refusals r USING (report_id) GROUP BY p.period_start, p.declined_stated
SELECT period_start, period_end, pages FROM reports WHERE pages = (SELECT max(pages) FROM reports)
SELECT text FROM caveats WHERE section = 'II' AND report_id = '2017-01-28' ORDER BY page
SELECT c.section, c.text FROM caveats c JOIN reports p USING (report_id) WHERE p.period_start = DATE '2017-02-04'
SELECT DISTINCT topic FROM caveats ORDER BY topic
SELECT page, count(*) AS rows_on_page FROM refusals WHERE report_id = '2017-01-28' GROUP BY page ORDER BY page
SELECT min(page) AS first_page, max(page) AS last_page FROM refusals WHERE county = 'Travis'
SELECT max(row_no) AS rows FROM refusals WHERE report_id = '2017-01-28'
SELECT report_id, max(row_no) AS last_row, count(*) AS rows FROM refusals GROUP BY report_id
SELECT declined_on, count(*) AS n, avg(count(*)) OVER (ORDER BY declined_on ROWS 2 PRECEDING) AS moving FROM refusals GROUP BY declined_on
SELECT declined_on, sum(count(*)) OVER (ORDER BY declined_on) * 100.0 / sum(count(*)) OVER () AS cumulative_pct FROM refusals GROUP BY declined_on
SELECT citizenship, count(*) AS n, count(*) - lead(count(*)) OVER (ORDER BY count(*) DESC, citizenship) AS ahead FROM refusals GROUP BY citizenship
SELECT state, ntile(4) OVER (ORDER BY count(*), state) AS quartile, count(*) AS n FROM refusals GROUP BY state
SELECT state, percent_rank() OVER (ORDER BY count(*)) AS pr FROM refusals GROUP BY state
SELECT state, avg(place) AS mean_place FROM (SELECT report_id, state, rank() OVER (PARTITION BY report_id ORDER BY count(*) DESC) AS place FROM refusals GROUP BY report_id, state) GROUP BY state
SELECT quantile_cont(issued, 0.25) AS p25, quantile_cont(issued, 0.75) AS p75, quantile_cont(issued, 0.9) AS p90 FROM issued
SELECT list(DISTINCT citizenship ORDER BY citizenship) AS citizenships FROM refusals WHERE county = 'Travis'
SELECT string_agg(DISTINCT offense, ', ' ORDER BY offense) AS offenses FROM refusals WHERE state = 'Texas'
SELECT histogram(disposition) AS h FROM refusals
SELECT mode(citizenship) AS most, count(DISTINCT citizenship) AS n FROM refusals
SELECT len(list(DISTINCT state)) AS states FROM refusals
SELECT state, max(n) AS top FROM (SELECT state, county, count(*) AS n FROM refusals GROUP BY state, county) GROUP BY state
SELECT state, arg_max(county, n) AS top_county, max(n) AS n, sum(n) AS total, round(100.0 * max(n) / sum(n), 1) AS concentration FROM (SELECT state, county, count(*) AS n FROM refusals GROUP BY state, county) GROUP BY state
SELECT initial, count(*) FROM (SELECT left(state, 1) AS initial FROM refusals) GROUP BY initial
SELECT length(offense) AS len, offense FROM refusals ORDER BY len DESC LIMIT 1
SELECT regexp_extract(jurisdiction, '\(([A-Z]+)\)', 1) AS office, count(*) AS n FROM policies GROUP BY office
SELECT county || ', ' || state || ': ' || count(*) AS line FROM refusals GROUP BY county, state ORDER BY count(*) DESC
SELECT concat(state, ' (', count(*), ')') AS label FROM refusals GROUP BY state
SELECT strftime(period_start, '%d %b') || ' to ' || strftime(period_end, '%d %b %Y') AS week, declined_stated FROM reports
SELECT CAST(year(declined_on) AS VARCHAR) || '-' || CAST(month(declined_on) AS VARCHAR) AS month, count(*) AS n FROM refusals GROUP BY 1
SELECT make_date(year(declined_on), month(declined_on), 1) AS m, count(*) AS n FROM refusals GROUP BY m
SELECT date_trunc('week', declined_on)::DATE AS monday, count(*) AS n FROM refusals GROUP BY 1 ORDER BY 1
SELECT declined_on, dayname(declined_on) AS day FROM refusals GROUP BY ALL ORDER BY ALL
SELECT state FROM refusals GROUP BY state HAVING count(*) FILTER (WHERE disposition = 'charge') > count(*) FILTER (WHERE disposition = 'conviction')
SELECT DISTINCT ON (state) state, county, declined_on FROM refusals ORDER BY state, declined_on, county
SELECT state, any_value(county) AS example FROM refusals GROUP BY state
SELECT state, first(county ORDER BY declined_on, row_no) AS first_county FROM refusals GROUP BY state
SELECT i.report_id, i.county, i.issued, rank() OVER (PARTITION BY i.report_id ORDER BY i.issued DESC) AS place FROM issued i ORDER BY i.report_id, place
SELECT county, state, count(DISTINCT report_id) AS weeks_listed FROM refusals GROUP BY county, state HAVING count(DISTINCT report_id) = (SELECT count(*) FROM reports)
SELECT state, count(*) AS n FROM refusals WHERE state IN (SELECT state FROM policies WHERE enacted >= DATE '2014-01-01') GROUP BY state
SELECT county, state FROM refusals INTERSECT SELECT county, state FROM issued
SELECT 'Section I' AS section, count(*) AS n FROM issued UNION ALL SELECT 'Section II', count(*) FROM refusals UNION ALL SELECT 'Section III', count(*) FROM policies
SELECT report_id, state, county, sum(issued) AS n FROM issued GROUP BY GROUPING SETS ((report_id), (report_id, state), (report_id, state, county)) ORDER BY ALL
SELECT coalesce(state, 'all states') AS state, count(*) AS n FROM refusals GROUP BY ROLLUP (state)
SELECT round(corr(issued, n), 2) AS r FROM (SELECT i.issued, count(r.row_no) AS n FROM issued i LEFT JOIN refusals r USING (report_id, county, state) GROUP BY i.report_id, i.county, i.state, i.issued)
SELECT count(*) AS odd FROM refusals WHERE issued_on > declined_on
SELECT count(*) AS outside FROM refusals r JOIN reports p USING (report_id) WHERE r.declined_on < p.period_start OR r.declined_on > p.period_end
SELECT r.report_id, count(*) AS n FROM refusals r JOIN reports p USING (report_id) WHERE p.sample GROUP BY r.report_id
SELECT max(cnt) AS most_in_a_day FROM (SELECT declined_on, count(*) AS cnt FROM refusals GROUP BY declined_on)
SELECT declined_on FROM refusals GROUP BY declined_on ORDER BY count(*) DESC, declined_on LIMIT 1
SELECT DISTINCT report_id FROM refusals ORDER BY report_id DESC LIMIT 1
SELECT * FROM refusals WHERE report_id = '2017-01-28' AND row_no = 17
SELECT activity, offense, disposition FROM refusals WHERE row_no BETWEEN 1 AND 10 AND report_id = '2017-01-28' ORDER BY row_no
SELECT policy, criteria FROM policies WHERE jurisdiction ILIKE '%cook county%' AND report_id = '2017-02-04'
SELECT state, round(count(*) * 1.0 / count(DISTINCT report_id), 1) AS per_week FROM refusals GROUP BY state
SELECT floor(avg(declined_on - issued_on) / 7) AS weeks FROM refusals WHERE issued_on IS NOT NULL
SELECT sign(b.n - a.n) AS direction FROM (SELECT count(*) AS n FROM refusals WHERE report_id = '2017-01-28') a CROSS JOIN (SELECT count(*) AS n FROM refusals WHERE report_id = '2017-02-04') b
SELECT abs(count(*) FILTER (WHERE disposition = 'charge') - count(*) FILTER (WHERE disposition = 'conviction')) AS gap FROM refusals

--# [count] Rounds six and seven, as a data journalist or a chat model writes
SELECT count(*) AS refused_in_california FROM refusals WHERE state = 'California' AND NOT withdrawn
SELECT count(*) AS n, count(DISTINCT state) AS states, count(DISTINCT (state, county)) AS places FROM refusals WHERE NOT withdrawn
SELECT count(*) AS n FROM refusals WHERE declined_on >= DATE '2017-02-01' AND declined_on < DATE '2017-03-01'
SELECT count(*) AS n FROM refusals WHERE date_trunc('month', declined_on) = '2017-02-01'
SELECT count(*) AS n FROM refusals WHERE issued_on BETWEEN declined_on - INTERVAL 30 DAY AND declined_on
SELECT count(*) AS n FROM refusals WHERE declined_on - issued_on BETWEEN 0 AND 6
SELECT count(*) AS n FROM refusals WHERE date_part('year', issued_on) < 2017
SELECT count(*) AS n FROM refusals WHERE issued_on IS NULL OR issued_on >= DATE '2017-01-01'
SELECT count(*) AS total, count(facility) AS with_facility, count(*) - count(facility) AS without_facility FROM refusals
SELECT count(*) AS n FROM refusals WHERE (state = 'Texas' AND county = 'Travis') OR (state = 'California' AND county = 'Santa Clara')
SELECT count(*) AS n FROM refusals WHERE (state, county) IN (('Texas', 'Travis'), ('California', 'Los Angeles'))
SELECT count(*) AS n FROM refusals WHERE county ILIKE 'los angeles' AND disposition = 'conviction' AND offense ILIKE '%driving%'
SELECT count(*) AS n FROM refusals WHERE citizenship NOT IN ('Mexico') AND citizenship IS NOT NULL
SELECT count(*) FILTER (WHERE citizenship = 'Mexico') AS mexico, count(*) FILTER (WHERE citizenship <> 'Mexico') AS others, count(*) AS n FROM refusals
SELECT sum(CASE WHEN citizenship = 'Mexico' THEN 1 ELSE 0 END) AS mexico, sum(CASE WHEN citizenship = 'Honduras' THEN 1 ELSE 0 END) AS honduras FROM refusals
SELECT sum((disposition = 'charge')::INT) AS charges, sum((disposition = 'conviction')::INT) AS convictions FROM refusals
SELECT sum(if(disposition = 'charge', 1, 0)) AS charges FROM refusals WHERE state = 'California'
SELECT sum(issued) AS issued_in_california FROM issued WHERE state = 'California' AND NOT withdrawn
SELECT count(*) AS listed FROM issued WHERE issued >= 10 AND report_id = '2017-02-04'
SELECT count(*) AS policies, count(DISTINCT jurisdiction) AS jurisdictions, count(DISTINCT aor) AS offices FROM policies WHERE report_id = '2017-02-11'
SELECT count(*) AS policies FROM policies WHERE criteria ILIKE '%criminal warrant%' AND report_id = (SELECT max(report_id) FROM reports)
SELECT count(*) AS n FROM policies WHERE year(enacted) BETWEEN 2014 AND 2016 AND report_id = '2017-02-11'
SELECT count(*) AS n FROM policies WHERE enacted IS NOT NULL AND enacted < DATE '2014-01-01' AND report_id = '2017-01-28'
SELECT count(*) AS weeks, min(period_start) AS from_day, max(period_end) AS to_day, sum(issued_nationwide) AS issued FROM reports
SELECT state, count(*) AS total_declined FROM refusals GROUP BY state ORDER BY total_declined DESC LIMIT 10
SELECT r.report_id, count(*) AS refused, max(p.issued_nationwide) AS issued, round(100.0 * count(*) / max(p.issued_nationwide), 2) AS refused_per_100_issued FROM refusals r JOIN reports p USING (report_id) GROUP BY r.report_id
SELECT county, state, count(*) AS declined, round(count(*) * 100.0 / (SELECT count(*) FROM refusals), 1) AS share FROM refusals GROUP BY county, state ORDER BY declined DESC LIMIT 20
WITH s AS (SELECT state, count(*) AS n FROM refusals GROUP BY state), t AS (SELECT sum(n) AS total FROM s) SELECT sum(share) AS top_three_share FROM (SELECT 100.0 * s.n / t.total AS share FROM s CROSS JOIN t ORDER BY s.n DESC, s.state LIMIT 3)
SELECT count(*) FILTER (WHERE state = 'California') + count(*) FILTER (WHERE state = 'Oregon') + count(*) FILTER (WHERE state = 'Washington') AS west_coast FROM refusals
SELECT count(*) FILTER (WHERE disposition = 'charge') + count(*) FILTER (WHERE disposition = 'conviction') AS both_kinds FROM refusals
SELECT (SELECT count(*) FROM refusals WHERE report_id = '2017-01-28') + (SELECT count(*) FROM refusals WHERE report_id = '2017-02-04') AS two_weeks
WITH a AS (SELECT state, count(*) AS n FROM refusals WHERE report_id = '2017-01-28' GROUP BY state), b AS (SELECT state, count(*) AS n FROM refusals WHERE report_id = '2017-02-04' GROUP BY state) SELECT a.state, a.n + coalesce(b.n, 0) AS n FROM a LEFT JOIN b USING (state)
SELECT state, max(n) - min(n) AS swing FROM (SELECT state, report_id, count(*) AS n FROM refusals GROUP BY state, report_id) GROUP BY state
SELECT avg(n) AS mean, median(n) AS mid, max(n) AS top FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state)
SELECT report_id, avg(n) AS refusals_per_county FROM (SELECT report_id, county, state, count(*) AS n FROM refusals GROUP BY ALL) GROUP BY report_id
SELECT state, median(declined_on - issued_on) AS days FROM refusals WHERE issued_on IS NOT NULL GROUP BY state ORDER BY days DESC
SELECT max(days) AS slowest_state_median FROM (SELECT state, median(declined_on - issued_on) AS days FROM refusals GROUP BY state)
SELECT state, avg(declined_on - issued_on) AS mean_days FROM refusals GROUP BY state HAVING count(*) > 5 AND avg(declined_on - issued_on) > 30
SELECT year(issued_on) AS year, month(issued_on) AS month, count(*) AS n FROM refusals WHERE year(issued_on) >= 2016 GROUP BY ALL ORDER BY ALL
SELECT max(year(issued_on)) AS latest_year, min(year(issued_on)) AS earliest_year FROM refusals
SELECT state, count(*) AS refusals, count(DISTINCT county) AS counties, round(count(*) / count(DISTINCT county), 1) AS per_county FROM refusals GROUP BY state
SELECT i.state, i.issued, coalesce(r.declined, 0) AS declined FROM (SELECT state, sum(issued) AS issued FROM issued GROUP BY state) i LEFT JOIN (SELECT state, count(*) AS declined FROM refusals GROUP BY state) r ON r.state = i.state ORDER BY issued DESC
SELECT i.state, round(100.0 * coalesce(r.n, 0) / i.n, 1) AS pct FROM (SELECT state, sum(issued) AS n FROM issued WHERE report_id = '2017-02-04' GROUP BY state) i LEFT JOIN (SELECT state, count(*) AS n FROM refusals WHERE report_id = '2017-02-04' GROUP BY state) r USING (state)
SELECT 100.0 * (SELECT count(*) FROM refusals WHERE report_id = '2017-02-04') / (SELECT issued_nationwide FROM reports WHERE report_id = '2017-02-04') AS pct
SELECT 100.0 * (SELECT count(*) FROM refusals WHERE state = 'California' AND report_id = '2017-02-04') / (SELECT sum(issued) FROM issued WHERE state = 'California' AND report_id = '2017-02-04') AS pct
SELECT (SELECT count(*) FROM refusals WHERE state = 'California') * 1.0 / (SELECT count(*) FROM refusals WHERE state = 'Texas') AS times_as_many
SELECT report_id, issued_nationwide - lag(issued_nationwide) OVER (ORDER BY report_id) AS change FROM reports
SELECT report_id, issued_nationwide - issued_listed AS not_listed FROM reports
SELECT p.report_id, p.declined_stated - count(r.row_no) AS missing FROM reports p LEFT JOIN refusals r USING (report_id) GROUP BY p.report_id, p.declined_stated
SELECT state, any_value(county) AS one_county, count(*) AS n FROM refusals GROUP BY state HAVING count(DISTINCT county) = 1
SELECT county, any_value(state) AS state, count(*) AS n FROM refusals GROUP BY county, state
SELECT report_id, any_value(posted_on) AS posted_on, count(*) AS n FROM refusals JOIN reports USING (report_id) GROUP BY report_id
SELECT max(declined_on) AS declined_on, county FROM refusals GROUP BY county, state
SELECT min(issued_on) AS oldest_issued, count(*) AS declined FROM refusals WHERE county = 'Travis'
SELECT r.county, r.state, r.offense, i.issued FROM refusals r JOIN issued i ON i.report_id = r.report_id AND i.county = r.county AND i.state = r.state
SELECT DISTINCT r.county, r.offense FROM refusals r JOIN policies p ON p.county = r.county AND p.state = r.state
SELECT r.county, r.offense, p.jurisdiction, p.policy FROM refusals r JOIN policies p USING (report_id, county, state)
SELECT r.row_no, r.county, r.report_id FROM refusals r JOIN reports p ON p.report_id = r.report_id WHERE p.period_start = DATE '2017-02-04'
SELECT r.county, r.offense FROM refusals r JOIN policies p ON p.county = r.county AND p.state = r.state AND p.report_id = r.report_id AND p.row_no = 3
SELECT r.county FROM refusals r JOIN issued i ON i.county = r.county AND i.report_id = r.report_id AND i.state = 'California' AND r.state = 'California'
SELECT count(*) AS n FROM refusals r SEMI JOIN issued i ON i.county = r.county AND i.state = r.state
SELECT count(*) AS n FROM refusals r WHERE EXISTS (SELECT 1 FROM policies p WHERE p.county = r.county AND p.state = r.state AND p.enacted < r.declined_on)
SELECT a.county, a.n, b.n FROM (SELECT county, count(*) AS n FROM refusals WHERE state = 'Texas' AND report_id = '2017-01-28' GROUP BY county) a JOIN (SELECT county, count(*) AS n FROM refusals WHERE state = 'Texas' AND report_id = '2017-02-04' GROUP BY county) b ON a.county = b.county
SELECT disposition, count(*) AS n FROM (SELECT * FROM refusals WHERE issued_on IS NOT NULL ORDER BY issued_on, report_id, row_no LIMIT 10) GROUP BY disposition
SELECT avg(declined_on - issued_on) AS days FROM (SELECT * FROM refusals ORDER BY declined_on DESC, report_id, row_no LIMIT 20)
SELECT state, n, rank() OVER (ORDER BY n DESC) AS place FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state ORDER BY n DESC, state LIMIT 10)
SELECT state, n, 100.0 * n / sum(n) OVER () AS pct FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state) ORDER BY n DESC LIMIT 5
SELECT sum(n) AS top_ten FROM (SELECT county, state, count(*) AS n FROM refusals GROUP BY county, state ORDER BY n DESC, state, county LIMIT 10)
SELECT CASE disposition WHEN 'charge' THEN 'Charged' WHEN 'conviction' THEN 'Convicted' END AS status, count(*) AS n FROM refusals GROUP BY 1
SELECT CASE WHEN disposition = 'conviction' THEN 'convicted' ELSE 'only charged' END AS status, count(*) AS n FROM refusals GROUP BY status
SELECT CASE WHEN disposition = 'charge' THEN 'not yet tried' ELSE 'found guilty' END AS status, count(*) AS n FROM refusals GROUP BY status
SELECT replace(disposition, 'charge', 'charged') AS disposition, count(*) AS n FROM refusals GROUP BY 1
SELECT CASE section WHEN 'I' THEN 'Issued' WHEN 'II' THEN 'Declined' ELSE 'Other' END AS part, count(*) AS paragraphs FROM caveats GROUP BY part
SELECT count(*) AS n FROM refusals WHERE (state = 'Texas' AND county = 'Travis') OR state = 'Oregon'
SELECT count(*) AS n FROM refusals WHERE state = 'Texas' AND (county = 'Travis' OR county = 'Williamson') AND NOT withdrawn
SELECT count(*) AS n FROM refusals WHERE lower(state) = 'texas' AND county ILIKE 'tra%'
SELECT count(*) AS n FROM refusals WHERE county LIKE 'San %' AND county LIKE '%a'
SELECT count(*) AS n FROM refusals WHERE state IN ('Texas', 'Ohio', 'California') AND state LIKE 'T%'
SELECT count(*) AS n FROM refusals WHERE offense ILIKE '%assault%' AND offense ILIKE '%domestic%'
SELECT count(*) AS n FROM refusals WHERE upper(citizenship) = 'MEXICO' AND citizenship IS NOT NULL
SELECT count(*) AS n FROM refusals WHERE year(declined_on) = 2017 AND declined_on >= DATE '2017-02-01'
SELECT count(*) AS n FROM refusals WHERE month(declined_on) = 2 AND dayname(declined_on) = 'Monday'
SELECT count(*) AS n FROM refusals WHERE page_to > page
SELECT count(*) AS n FROM refusals WHERE issued_on < declined_on AND declined_on - issued_on < 30
SELECT count(*) AS n FROM issued i LEFT JOIN refusals r USING (report_id, county, state) WHERE r.row_no IS NULL AND i.issued > 5
SELECT i.county, i.state FROM issued i LEFT JOIN refusals r ON r.report_id = i.report_id AND r.county = i.county AND r.state = i.state AND r.disposition = 'charge' WHERE r.row_no IS NULL
SELECT state, count(*) AS n FROM refusals GROUP BY state HAVING min(report_id) = max(report_id)
SELECT county, state, min(declined_on) AS first_day, max(declined_on) AS last_day FROM refusals GROUP BY county, state HAVING min(declined_on) < max(declined_on)
SELECT report_id, state, count(*) FILTER (WHERE disposition = 'charge') AS charged FROM refusals GROUP BY report_id, state
SELECT state, round(avg(CASE WHEN disposition = 'conviction' THEN 1 ELSE 0 END), 3) AS share_convicted FROM refusals WHERE report_id = '2017-02-04' GROUP BY state
SELECT count(*) FILTER (WHERE disposition = 'charge') / count(*) AS share FROM refusals WHERE citizenship = 'Mexico' AND NOT withdrawn
SELECT p.report_id, date_diff('day', p.period_end, p.posted_on) AS days FROM reports p
SELECT avg(date_diff('day', period_end, posted_on)) AS mean_days_until_posted FROM reports
SELECT avg(pages) AS mean_pages, max(pages) AS most_pages FROM reports
SELECT sum(quarantined) AS set_aside, sum(checks_failed) AS failed FROM reports
SELECT aor, count(*) AS entries, count(DISTINCT state) AS states FROM policies WHERE report_id = '2017-02-11' GROUP BY aor
SELECT report_id, count(*) AS entries, count(*) - lag(count(*)) OVER (ORDER BY report_id) AS change FROM policies GROUP BY report_id
SELECT 'refused' AS what, count(*) AS n FROM refusals WHERE report_id = '2017-02-04' UNION ALL SELECT 'issued', sum(issued) FROM issued WHERE report_id = '2017-02-04'
SELECT what, sum(n) AS n FROM (SELECT 'charge' AS what, count(*) AS n FROM refusals WHERE disposition = 'charge' UNION ALL SELECT 'conviction', count(*) FROM refusals WHERE disposition = 'conviction') GROUP BY what
SELECT sum(n) AS n FROM (SELECT count(*) AS n FROM refusals WHERE state = 'Texas' UNION ALL SELECT count(*) FROM refusals WHERE state = 'Ohio')
SELECT row_no, county, offense FROM refusals WHERE report_id = '2017-02-04' AND row_no > 10 ORDER BY row_no LIMIT 10
SELECT page, count(*) AS n FROM refusals WHERE report_id = '2017-02-04' AND page > 2 GROUP BY page ORDER BY page
SELECT declined_on, count(*) AS declined, sum(count(*)) OVER (ORDER BY declined_on ROWS UNBOUNDED PRECEDING) AS so_far FROM refusals GROUP BY declined_on
SELECT declined_on, avg(count(*)) OVER (ORDER BY declined_on ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS weekly_mean FROM refusals GROUP BY declined_on
SELECT greatest(max(n) FILTER (WHERE report_id = '2017-01-28'), max(n) FILTER (WHERE report_id = '2017-02-04')) AS larger FROM (SELECT report_id, county, state, count(*) AS n FROM refusals GROUP BY ALL)
SELECT issued_on + INTERVAL 1 YEAR AS a_year_later, issued_on, declined_on FROM refusals WHERE issued_on + INTERVAL 1 YEAR < declined_on
SELECT r.citizenship, count(*) AS refusals FROM refusals r WHERE r.citizenship <> 'Mexico' GROUP BY r.citizenship HAVING count(*) >= 3 ORDER BY refusals DESC
SELECT state, sum(issued) AS issued, count(*) AS jurisdictions, sum(issued) / count(*) AS per_jurisdiction FROM issued GROUP BY state
SELECT round(100.0 * count(DISTINCT county) FILTER (WHERE disposition = 'charge') / count(DISTINCT county), 1) AS pct_counties FROM refusals WHERE state = 'California'
SELECT round(100.0 * count(*) / sum(count(*)) OVER (PARTITION BY report_id), 1) AS pct, report_id, state FROM refusals GROUP BY report_id, state
WITH w AS (SELECT report_id, 100.0 * count(*) FILTER (WHERE disposition = 'conviction') / count(*) AS pct FROM refusals GROUP BY report_id) SELECT report_id, pct, pct - lag(pct) OVER (ORDER BY report_id) AS points FROM w
WITH w AS (SELECT state, 100.0 * count(*) FILTER (WHERE disposition = 'conviction') / count(*) AS pct, count(*) AS n FROM refusals GROUP BY state) SELECT max(pct) AS highest, min(pct) AS lowest, median(pct) AS middle FROM w WHERE n >= 5
SELECT count(*) AS states_mostly_convictions FROM (SELECT state FROM refusals GROUP BY state HAVING count(*) FILTER (WHERE disposition = 'conviction') > count(*) FILTER (WHERE disposition = 'charge'))
SELECT state, n FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state) WHERE n > (SELECT avg(n) FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state))
SELECT sum(r.n) AS declined, sum(p.issued_nationwide) AS issued FROM reports p JOIN (SELECT report_id, count(*) AS n FROM refusals GROUP BY report_id) r USING (report_id)
SELECT sum(r.n) / sum(p.issued_nationwide) AS ratio FROM reports p JOIN (SELECT report_id, count(*) AS n FROM refusals GROUP BY report_id) r USING (report_id)
SELECT stddev(declined_on - issued_on) AS spread_days FROM refusals
SELECT quantile_cont(date_diff('day', issued_on, declined_on), 0.9) AS p90_days, max(date_diff('day', issued_on, declined_on)) AS worst FROM refusals WHERE state = 'California'
SELECT facility, count(*) AS declined, min(issued_on) AS oldest FROM refusals WHERE facility IS NOT NULL GROUP BY facility ORDER BY declined DESC, facility LIMIT 10
SELECT county, state FROM issued WHERE report_id = '2017-02-04' AND (county, state) NOT IN (SELECT county, state FROM issued WHERE report_id = '2017-01-28')
SELECT count(*) AS declined FROM refusals WHERE county IN (SELECT county FROM policies WHERE state = 'California' AND county IS NOT NULL) AND state = 'California'

--# [group] Rounds six and seven, as a data journalist or a chat model writes
SELECT state, county, count(*) AS declined, min(declined_on) AS first, max(declined_on) AS last FROM refusals GROUP BY state, county ORDER BY declined DESC, state, county LIMIT 25
SELECT state, count(*) AS n, count(*) FILTER (WHERE disposition = 'conviction') AS convicted, round(100.0 * count(*) FILTER (WHERE disposition = 'conviction') / count(*), 1) AS pct_convicted FROM refusals GROUP BY state ORDER BY n DESC
SELECT state, sum(CASE WHEN report_id = '2017-01-28' THEN 1 ELSE 0 END) AS week_1, sum(CASE WHEN report_id = '2017-02-04' THEN 1 ELSE 0 END) AS week_2, sum(CASE WHEN report_id = '2017-02-11' THEN 1 ELSE 0 END) AS week_3 FROM refusals GROUP BY state ORDER BY state
SELECT county, state, count(*) FILTER (WHERE report_id = '2017-01-28') AS "Jan 28", count(*) FILTER (WHERE report_id = '2017-02-04') AS "Feb 4", count(*) FILTER (WHERE report_id = '2017-02-11') AS "Feb 11" FROM refusals GROUP BY county, state ORDER BY ALL LIMIT 50
SELECT citizenship, disposition, count(*) AS n FROM refusals WHERE citizenship IS NOT NULL GROUP BY citizenship, disposition ORDER BY citizenship, n DESC
SELECT coalesce(citizenship, 'not stated') AS citizenship, count(*) AS n FROM refusals GROUP BY 1 ORDER BY n DESC, 1
SELECT coalesce(facility, 'unknown') AS facility, state, count(*) AS n FROM refusals GROUP BY ALL HAVING count(*) > 1 ORDER BY n DESC
SELECT CASE WHEN citizenship = 'Mexico' THEN 'Mexico' ELSE 'elsewhere' END AS origin, count(*) AS n FROM refusals WHERE citizenship IS NOT NULL GROUP BY origin
SELECT CASE WHEN offense ILIKE '%driving under%' OR offense ILIKE '%dui%' THEN 'drunk driving' WHEN offense ILIKE '%assault%' THEN 'assault' WHEN offense ILIKE '%drug%' OR offense ILIKE '%cocaine%' THEN 'drugs' ELSE 'other' END AS kind, count(*) AS n FROM refusals GROUP BY kind ORDER BY n DESC
SELECT kind, disposition, count(*) AS n FROM (SELECT disposition, CASE WHEN offense ILIKE '%burglary%' THEN 'burglary' WHEN offense ILIKE '%robbery%' THEN 'robbery' ELSE 'other' END AS kind FROM refusals) GROUP BY ALL ORDER BY ALL
SELECT extract('isodow' FROM declined_on) AS weekday, dayname(declined_on) AS name, count(*) AS n FROM refusals GROUP BY 1, 2 ORDER BY 1
SELECT monthname(issued_on) AS month, count(*) AS n FROM refusals WHERE year(issued_on) = 2016 GROUP BY monthname(issued_on), month(issued_on) ORDER BY month(issued_on)
SELECT date_trunc('quarter', issued_on) AS quarter, count(*) AS n FROM refusals WHERE issued_on IS NOT NULL GROUP BY quarter ORDER BY quarter
SELECT year(issued_on) AS issued_in, count(*) AS n, round(100.0 * count(*) / sum(count(*)) OVER (), 1) AS pct FROM refusals WHERE issued_on IS NOT NULL GROUP BY year(issued_on) ORDER BY issued_in
SELECT strftime(declined_on, '%W') AS week_of_year, count(*) AS n FROM refusals GROUP BY 1 ORDER BY 1
SELECT state, count(DISTINCT facility) AS facilities FROM refusals WHERE facility IS NOT NULL GROUP BY state HAVING count(DISTINCT facility) > 1 ORDER BY facilities DESC
SELECT state, disposition, count(*) AS n FROM refusals GROUP BY CUBE (state, disposition) ORDER BY state NULLS LAST, disposition NULLS LAST
SELECT report_id, state, count(*) AS n, grouping_id(report_id, state) AS level FROM refusals GROUP BY ROLLUP (report_id, state) ORDER BY level, report_id, state
SELECT report_id, disposition, citizenship, count(*) AS n FROM refusals GROUP BY GROUPING SETS ((report_id, disposition), (report_id, citizenship)) ORDER BY ALL
SELECT CASE WHEN GROUPING(state) = 1 THEN 'Total' ELSE state END AS state, count(*) AS n FROM refusals GROUP BY ROLLUP (state) ORDER BY GROUPING(state), n DESC
SELECT aor, count(DISTINCT jurisdiction) AS jurisdictions, min(enacted) AS oldest, max(enacted) AS newest FROM policies WHERE report_id = '2017-02-11' GROUP BY aor ORDER BY jurisdictions DESC
SELECT state, year(enacted) AS y, count(*) AS n FROM policies WHERE report_id = '2017-01-28' AND enacted IS NOT NULL GROUP BY state, y ORDER BY n DESC, state, y
SELECT left(report_id, 7) AS month, count(*) AS n FROM refusals GROUP BY 1 ORDER BY 1
SELECT report_id, bool_and(NOT withdrawn) AS untouched, count(*) AS n FROM refusals GROUP BY report_id

--# [ratio] Rounds six and seven, as a data journalist or a chat model writes
SELECT state, round(100.0 * count(*) FILTER (WHERE citizenship = 'Mexico') / nullif(count(citizenship), 0), 1) AS pct_mexico FROM refusals GROUP BY state HAVING count(*) >= 5 ORDER BY pct_mexico DESC
SELECT state, county, count(*) AS n, round(100.0 * count(*) / sum(count(*)) OVER (PARTITION BY state), 1) AS pct_of_state FROM refusals GROUP BY state, county ORDER BY state, pct_of_state DESC
SELECT disposition, count(*) AS n, count(*) * 100.0 / (SELECT count(*) FROM refusals WHERE report_id = '2017-02-04') AS pct FROM refusals WHERE report_id = '2017-02-04' GROUP BY disposition
WITH t AS (SELECT count(*) AS total FROM refusals) SELECT citizenship, count(*) AS n, round(count(*) * 100.0 / any_value(t.total), 2) AS share FROM refusals, t GROUP BY citizenship ORDER BY n DESC
WITH by_state AS (SELECT state, count(*) AS n FROM refusals GROUP BY state), total AS (SELECT sum(n) AS t FROM by_state) SELECT state, n, round(100.0 * n / t, 1) AS pct FROM by_state CROSS JOIN total ORDER BY n DESC
WITH by_state AS (SELECT state, count(*) AS n FROM refusals GROUP BY state) SELECT state, n, n * 1.0 / sum(n) OVER () AS share, sum(n) OVER (ORDER BY n DESC, state) * 1.0 / sum(n) OVER () AS cumulative FROM by_state ORDER BY n DESC, state
SELECT median(declined_on - issued_on) AS median_days, avg(declined_on - issued_on) AS mean_days, max(declined_on - issued_on) AS max_days FROM refusals WHERE issued_on IS NOT NULL
SELECT state, median(date_diff('day', issued_on, declined_on)) AS median_days, count(issued_on) AS n FROM refusals GROUP BY state HAVING count(issued_on) >= 3 ORDER BY median_days DESC
SELECT disposition, quantile_cont(declined_on - issued_on, 0.25) AS q1, quantile_cont(declined_on - issued_on, 0.5) AS q2, quantile_cont(declined_on - issued_on, 0.75) AS q3 FROM refusals WHERE issued_on IS NOT NULL GROUP BY disposition
SELECT report_id, percentile_cont(0.9) WITHIN GROUP (ORDER BY declined_on - issued_on) AS p90 FROM refusals GROUP BY report_id ORDER BY report_id
SELECT round(avg(n), 1) AS mean_per_day FROM (SELECT declined_on, count(*) AS n FROM refusals GROUP BY declined_on)
SELECT count(*)::DOUBLE / count(DISTINCT declined_on) AS per_day FROM refusals
SELECT count(*) / count(DISTINCT (county, state)) AS per_county FROM refusals WHERE state = 'California'
SELECT state, count(*) / (SELECT count(*) FROM reports) AS per_week FROM refusals GROUP BY state ORDER BY per_week DESC
SELECT report_id, declined_stated, issued_nationwide, declined_stated / issued_nationwide AS ratio FROM reports ORDER BY report_id
SELECT report_id, round(issued_listed * 100.0 / issued_nationwide, 1) AS pct_listed FROM reports
SELECT county, state, issued, round(100.0 * issued / sum(issued) OVER (), 1) AS pct_of_listed FROM issued WHERE report_id = '2017-02-04' ORDER BY issued DESC
SELECT i.county, i.state, i.issued, round(100.0 * i.issued / p.issued_nationwide, 1) AS pct FROM issued i JOIN reports p USING (report_id) WHERE p.report_id = '2017-02-11' ORDER BY pct DESC
SELECT avg(CASE WHEN withdrawn THEN 1.0 ELSE 0.0 END) AS share_withdrawn FROM refusals
SELECT round(100 * mean((disposition = 'conviction')::INT), 1) AS pct FROM refusals
SELECT 100.0 - 100.0 * count(*) FILTER (WHERE disposition = 'charge') / count(*) AS pct_convicted FROM refusals
SELECT count(*) FILTER (WHERE disposition = 'conviction') / nullif(count(*) FILTER (WHERE disposition = 'charge'), 0) AS convicted_for_each_charged FROM refusals
SELECT stddev_samp(issued) / avg(issued) AS variation FROM issued WHERE report_id = '2017-02-04'
SELECT mad(issued) AS spread, mode(issued) AS commonest FROM issued
SELECT round(sum(issued) FILTER (WHERE state = 'California') * 100.0 / sum(issued), 1) AS pct FROM issued WHERE report_id = '2017-02-04'

--# [window] Rounds six and seven, as a data journalist or a chat model writes
SELECT report_id, n, previous, n - previous AS change, round(100.0 * (n - previous) / previous, 1) AS pct_change FROM (SELECT report_id, count(*) AS n, lag(count(*)) OVER (ORDER BY report_id) AS previous FROM refusals GROUP BY report_id) WHERE previous IS NOT NULL
WITH w AS (SELECT report_id, state, count(*) AS n FROM refusals GROUP BY ALL), c AS (SELECT state, report_id, n, n - lag(n, 1, 0) OVER (PARTITION BY state ORDER BY report_id) AS change FROM w) SELECT state, change FROM c WHERE report_id = '2017-02-11' ORDER BY abs(change) DESC, state LIMIT 5
SELECT state, count(*) AS n, rank() OVER (ORDER BY count(*) DESC) AS place FROM refusals GROUP BY state QUALIFY place <= 5 ORDER BY place
SELECT report_id, county, state, count(*) AS n FROM refusals GROUP BY report_id, county, state QUALIFY rank() OVER (PARTITION BY report_id ORDER BY count(*) DESC) <= 3 ORDER BY report_id, n DESC
SELECT report_id, state, issued FROM (SELECT report_id, state, sum(issued) AS issued FROM issued GROUP BY report_id, state) QUALIFY row_number() OVER (PARTITION BY report_id ORDER BY issued DESC, state) = 1
SELECT declined_on, count(*) AS n, sum(count(*)) OVER (PARTITION BY date_trunc('month', declined_on) ORDER BY declined_on) AS month_to_date FROM refusals GROUP BY declined_on ORDER BY declined_on
SELECT declined_on, n, max(n) OVER () AS peak, n = max(n) OVER () AS is_peak FROM (SELECT declined_on, count(*) AS n FROM refusals GROUP BY declined_on) ORDER BY declined_on
SELECT declined_on, n, n - avg(n) OVER () AS above_mean FROM (SELECT declined_on, count(*) AS n FROM refusals GROUP BY declined_on) ORDER BY declined_on
SELECT county, state, first_report, last_report FROM (SELECT county, state, min(report_id) AS first_report, max(report_id) AS last_report FROM refusals GROUP BY county, state) WHERE first_report = '2017-02-11'
SELECT state, county, n FROM (SELECT state, county, count(*) AS n, max(count(*)) OVER (PARTITION BY state) AS top FROM refusals GROUP BY state, county) WHERE n = top ORDER BY state
SELECT state, n, n - lead(n) OVER (ORDER BY n DESC, state) AS gap_to_next FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state) ORDER BY n DESC, state
SELECT report_id, row_no, declined_on, declined_on - lag(declined_on) OVER (PARTITION BY county, state ORDER BY declined_on, report_id, row_no) AS days_since_last FROM refusals WHERE state = 'Texas' ORDER BY declined_on, report_id, row_no
SELECT county, state, n, cume_dist() OVER (ORDER BY n) AS cd FROM (SELECT county, state, count(*) AS n FROM refusals GROUP BY county, state) ORDER BY n DESC
SELECT report_id, county, state, issued, issued - nth_value(issued, 2) OVER (PARTITION BY report_id ORDER BY issued DESC ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS over_second FROM issued
SELECT report_id, count(*) AS n, last_value(count(*)) OVER (ORDER BY report_id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS latest FROM refusals GROUP BY report_id
SELECT state, report_id, sum(issued) AS issued, sum(sum(issued)) OVER (PARTITION BY state ORDER BY report_id) AS running FROM issued GROUP BY state, report_id ORDER BY state, report_id
SELECT declined_on, count(*) AS n, avg(count(*)) OVER w AS smooth FROM refusals GROUP BY declined_on WINDOW w AS (ORDER BY declined_on RANGE BETWEEN INTERVAL 3 DAY PRECEDING AND INTERVAL 3 DAY FOLLOWING) ORDER BY declined_on

--# [join] Rounds six and seven, as a data journalist or a chat model writes
SELECT r.county, r.state, count(*) AS n FROM refusals r SEMI JOIN policies p ON p.report_id = r.report_id AND p.county = r.county AND p.state = r.state GROUP BY r.county, r.state ORDER BY n DESC
SELECT r.county, r.state, count(*) AS n FROM refusals r ANTI JOIN policies p ON p.county = r.county AND p.state = r.state GROUP BY r.county, r.state ORDER BY n DESC
SELECT p.jurisdiction FROM policies p WHERE p.report_id = '2017-02-11' AND NOT EXISTS (FROM policies q WHERE q.report_id = '2017-02-04' AND q.jurisdiction = p.jurisdiction)
SELECT p.jurisdiction, p.enacted FROM policies p ANTI JOIN (SELECT jurisdiction FROM policies WHERE report_id = '2017-01-28') q USING (jurisdiction) WHERE p.report_id = '2017-02-11'
SELECT state FROM refusals WHERE report_id = '2017-02-11' EXCEPT SELECT state FROM refusals WHERE report_id < '2017-02-11' ORDER BY state
SELECT DISTINCT r.county, r.state FROM refusals r WHERE r.report_id = '2017-02-11' AND (r.county, r.state) NOT IN (SELECT county, state FROM refusals WHERE report_id <> '2017-02-11') ORDER BY 2, 1
SELECT a.state, a.n AS before, b.n AS after, b.n - a.n AS change FROM (SELECT state, count(*) AS n FROM refusals WHERE report_id = '2017-02-04' GROUP BY state) a JOIN (SELECT state, count(*) AS n FROM refusals WHERE report_id = '2017-02-11' GROUP BY state) b ON a.state = b.state ORDER BY change DESC
WITH a AS (SELECT county, state, count(*) AS n FROM refusals WHERE report_id = '2017-02-04' GROUP BY county, state), b AS (SELECT county, state, count(*) AS n FROM refusals WHERE report_id = '2017-02-11' GROUP BY county, state) SELECT coalesce(a.county, b.county) AS county, coalesce(a.state, b.state) AS state, coalesce(a.n, 0) AS before, coalesce(b.n, 0) AS after, coalesce(b.n, 0) - coalesce(a.n, 0) AS change FROM a FULL OUTER JOIN b ON a.county = b.county AND a.state = b.state ORDER BY change DESC, state, county
SELECT p.report_id, p.period_start, p.period_end, count(r.row_no) AS listed, max(p.declined_stated) AS stated FROM reports p LEFT JOIN refusals r ON r.report_id = p.report_id GROUP BY p.report_id, p.period_start, p.period_end ORDER BY p.report_id
SELECT p.report_id, (SELECT count(*) FROM refusals r WHERE r.report_id = p.report_id AND NOT r.withdrawn) AS in_force, (SELECT count(*) FROM refusals r WHERE r.report_id = p.report_id AND r.withdrawn) AS taken_back FROM reports p ORDER BY 1
SELECT i.county, i.state, i.issued, count(r.row_no) AS declined, count(r.row_no) FILTER (WHERE r.disposition = 'conviction') AS convicted FROM issued i LEFT JOIN refusals r ON r.report_id = i.report_id AND r.county = i.county AND r.state = i.state WHERE i.report_id = '2017-02-04' GROUP BY i.county, i.state, i.issued, i.report_id ORDER BY i.issued DESC
SELECT DISTINCT r.county, r.state, p.policy, p.enacted FROM refusals r JOIN policies p ON p.report_id = r.report_id AND p.county = r.county AND p.state = r.state ORDER BY r.state, r.county
SELECT r.county, r.state, r.declined_on, (SELECT max(p.enacted) FROM policies p WHERE p.county = r.county AND p.state = r.state AND p.enacted <= r.declined_on) AS latest_policy FROM refusals r WHERE r.state = 'California' ORDER BY r.declined_on, r.report_id, r.row_no LIMIT 10
SELECT c.posted_on, c.effect, c.county, c.state, p.period_start FROM corrections c JOIN reports p ON p.report_id = c.report_id ORDER BY c.posted_on, c.county
SELECT c.county, c.state, c.report_id FROM corrections c WHERE c.section = 'I' AND EXISTS (SELECT 1 FROM issued i WHERE i.report_id = c.report_id AND i.county = c.county AND i.state = c.state AND i.withdrawn)
SELECT p.posted_on - p.period_end AS lag_days, p.report_id FROM reports p ORDER BY p.report_id
SELECT p.report_id, date_diff('day', p.period_end, p.posted_on) AS days_until_posted FROM reports p WHERE p.posted_on IS NOT NULL ORDER BY days_until_posted DESC
SELECT p.period_start, r.state, count(*) AS n FROM refusals r INNER JOIN reports p ON p.report_id = r.report_id GROUP BY p.period_start, r.state HAVING count(*) >= 3 ORDER BY p.period_start, n DESC
SELECT s.state, coalesce(r.n, 0) AS refused, coalesce(i.n, 0) AS issued FROM (SELECT state FROM refusals UNION SELECT state FROM issued) s LEFT JOIN (SELECT state, count(*) AS n FROM refusals GROUP BY state) r USING (state) LEFT JOIN (SELECT state, sum(issued) AS n FROM issued GROUP BY state) i USING (state) ORDER BY s.state
SELECT r.report_id, r.row_no, r.offense, c.text FROM refusals r JOIN corrections c ON c.report_id = r.report_id AND c.county = r.county AND c.state = r.state AND c.section = 'II' ORDER BY 1, 2
SELECT r.state, count(DISTINCT r.county) AS counties, count(DISTINCT r.county) FILTER (WHERE EXISTS (SELECT 1 FROM policies p WHERE p.county = r.county AND p.state = r.state)) AS with_policy FROM refusals r GROUP BY r.state
SELECT count(*) AS n FROM refusals r WHERE NOT EXISTS (SELECT 1 FROM issued i WHERE i.report_id = r.report_id AND i.county = r.county AND i.state = r.state)
SELECT k.state, k.counties, d.n FROM (SELECT state, count(DISTINCT county) AS counties FROM policies WHERE county IS NOT NULL GROUP BY state) k JOIN (SELECT state, count(*) AS n FROM refusals GROUP BY state) d ON d.state = k.state ORDER BY d.n DESC
SELECT county, state FROM refusals WHERE disposition = 'conviction' INTERSECT SELECT county, state FROM policies WHERE criteria ILIKE '%conviction%' ORDER BY state, county
SELECT 'listed' AS source, report_id, count(*) AS n FROM refusals GROUP BY report_id UNION ALL SELECT 'stated', report_id, declined_stated FROM reports ORDER BY report_id, source
SELECT 'Section I sum' AS what, sum(issued) AS n FROM issued WHERE report_id = '2017-02-04' UNION ALL SELECT 'Section I as stated', issued_listed FROM reports WHERE report_id = '2017-02-04'
SELECT r1.state, r1.county FROM (SELECT DISTINCT state, county FROM refusals WHERE report_id = '2017-01-28') r1 JOIN (SELECT DISTINCT state, county FROM refusals WHERE report_id = '2017-02-04') r2 ON r1.state = r2.state AND r1.county = r2.county ORDER BY 1, 2

--# [list] Rounds six and seven, as a data journalist or a chat model writes
SELECT report_id, row_no, declined_on, state, county, facility, offense, disposition FROM refusals WHERE state = 'Texas' ORDER BY declined_on DESC, row_no LIMIT 10
SELECT report_id, row_no, issued_on, declined_on, declined_on - issued_on AS days FROM refusals WHERE issued_on IS NOT NULL ORDER BY days DESC, report_id, row_no LIMIT 5
SELECT * FROM refusals WHERE issued_on = (SELECT min(issued_on) FROM refusals)
SELECT DISTINCT citizenship FROM refusals WHERE state = 'California' ORDER BY citizenship
SELECT state, list(DISTINCT county ORDER BY county) AS counties FROM refusals GROUP BY state ORDER BY state
SELECT state, string_agg(DISTINCT citizenship, ', ' ORDER BY citizenship) AS citizenships, count(*) AS n FROM refusals GROUP BY state ORDER BY n DESC
SELECT county, state, list(offense ORDER BY declined_on, row_no) AS offenses FROM refusals WHERE report_id = '2017-02-04' GROUP BY county, state
SELECT state, len(list(DISTINCT county)) AS n, list(DISTINCT county ORDER BY county)[1] AS first_county FROM refusals GROUP BY state
SELECT state, list_sort(list(DISTINCT disposition)) AS dispositions FROM refusals GROUP BY state
SELECT county, state FROM refusals GROUP BY county, state HAVING list_contains(list(DISTINCT disposition), 'charge')
SELECT state, max_by(county, n) AS top, max(n) AS n FROM (SELECT state, county, count(*) AS n FROM refusals GROUP BY state, county) GROUP BY state ORDER BY n DESC
SELECT arg_max(report_id, n) AS busiest_week, max(n) AS n FROM (SELECT report_id, count(*) AS n FROM refusals GROUP BY report_id)
SELECT jurisdiction, enacted, len(string_split(criteria, ' | ')) AS criteria_count FROM policies WHERE report_id = '2017-02-11' ORDER BY criteria_count DESC, jurisdiction LIMIT 10
SELECT jurisdiction, strftime(enacted, '%B %Y') AS enacted FROM policies WHERE report_id = '2017-02-11' AND state = 'Pennsylvania' ORDER BY policies.enacted
SELECT state, county, extract(year FROM age(declined_on, issued_on)) AS years FROM refusals WHERE issued_on < declined_on - INTERVAL 2 YEAR ORDER BY years DESC, report_id, row_no
SELECT trim(regexp_replace(offense, '\s+', ' ', 'g')) AS offense, count(*) AS n FROM refusals GROUP BY 1 ORDER BY n DESC, 1 LIMIT 10
SELECT split_part(offense, ' - ', 1) AS main, count(*) AS n FROM refusals GROUP BY main ORDER BY n DESC, main LIMIT 5
SELECT county || ', ' || state || ' (' || count(*)::VARCHAR || ')' AS label FROM refusals GROUP BY county, state HAVING count(*) > 3
SELECT last_day(declined_on) AS month_end, count(*) AS n FROM refusals GROUP BY 1 ORDER BY 1
SELECT text FROM caveats WHERE report_id = '2017-02-04' AND section IN ('I', 'II') ORDER BY section, page
SELECT stated_by, stated_on, county, state, text FROM caveats WHERE county IS NOT NULL OR section = 'I' ORDER BY stated_on
SELECT release, count(*) AS n FROM foia_detainers GROUP BY release UNION ALL SELECT 'weekly reports', count(*) FROM refusals
SELECT posted_on, count(*) AS corrections FROM corrections GROUP BY posted_on ORDER BY posted_on
SELECT r.report_id, r.row_no, r.county, r.state, r.withdrawn FROM refusals r WHERE r.withdrawn ORDER BY r.report_id, r.row_no
SELECT state, count(*) AS n FROM refusals WHERE state IN (SELECT state FROM refusals GROUP BY state ORDER BY count(*) DESC, state LIMIT 5) GROUP BY state ORDER BY n DESC
WITH top AS (SELECT state FROM refusals GROUP BY state ORDER BY count(*) DESC, state LIMIT 3) SELECT r.report_id, r.state, count(*) AS n FROM refusals r JOIN top USING (state) GROUP BY r.report_id, r.state ORDER BY 1, 2
SELECT CASE WHEN state IN ('California', 'Texas') THEN state ELSE 'all other states' END AS state, count(*) AS n FROM refusals GROUP BY 1 ORDER BY n DESC
SELECT max(n) - min(n) AS spread, arg_max(report_id, n) AS most, arg_min(report_id, n) AS least FROM (SELECT report_id, count(*) AS n FROM refusals GROUP BY report_id)
SELECT count(*) AS counties_once FROM (SELECT county, state FROM refusals GROUP BY county, state HAVING count(*) = 1)
SELECT n AS refusals, count(*) AS counties FROM (SELECT county, state, count(*) AS n FROM refusals GROUP BY county, state) GROUP BY n ORDER BY n
SELECT count(*) AS same_day FROM refusals WHERE issued_on = declined_on
SELECT state, count(*) FILTER (WHERE declined_on - issued_on <= 7) AS within_week, count(*) FILTER (WHERE declined_on - issued_on > 7) AS later, count(*) FILTER (WHERE issued_on IS NULL) AS unknown FROM refusals GROUP BY state
SELECT report_id, count(*) AS n FROM refusals WHERE county = 'Los Angeles' AND state = 'California' GROUP BY report_id ORDER BY report_id
SELECT (SELECT count(*) FROM refusals WHERE report_id = '2017-02-11') > (SELECT count(*) FROM refusals WHERE report_id = '2017-02-04') AS more_than_before
SELECT state, bool_and(disposition = 'conviction') AS only_convictions, count(*) AS n FROM refusals GROUP BY state ORDER BY n DESC

--# [mixed] Round 8, written without a look at the rules
SELECT min(issued_on) AS earliest, max(issued_on) AS latest, date_diff('year', min(issued_on), max(declined_on)) AS span_years FROM refusals
SELECT period_end - period_start + 1 AS days_covered, report_id FROM reports
SELECT report_id, date_diff('day', period_end, posted_on) AS days_to_post FROM reports WHERE posted_on IS NOT NULL
SELECT year(issued_on) // 10 * 10 AS decade, count(*) AS n FROM refusals GROUP BY 1 ORDER BY 1
SELECT date_trunc('quarter', issued_on) AS quarter, count(*) AS n FROM refusals GROUP BY 1 ORDER BY 1
SELECT year(issued_on) || '-Q' || quarter(issued_on) AS quarter, count(*) AS n FROM refusals GROUP BY 1 ORDER BY 1
SELECT strftime(declined_on, '%A') AS weekday, count(*) AS n FROM refusals GROUP BY 1 ORDER BY n DESC
SELECT dayname(declined_on) AS weekday, isodow(declined_on) AS ord, count(*) AS n FROM refusals GROUP BY ALL ORDER BY ord
SELECT CASE WHEN isodow(declined_on) >= 6 THEN 'weekend' ELSE 'weekday' END AS kind, count(*) AS n FROM refusals GROUP BY 1
SELECT strftime(declined_on, '%B %Y') AS month, count(*) AS n FROM refusals GROUP BY 1
SELECT monthname(declined_on) || ' ' || year(declined_on) AS month, count(*) AS n FROM refusals GROUP BY 1
SELECT last_day(declined_on) AS month_end, count(*) AS n FROM refusals GROUP BY 1
SELECT date_part('week', declined_on) AS week, count(*) AS n FROM refusals GROUP BY 1
SELECT weekofyear(declined_on) AS week, count(*) AS n FROM refusals GROUP BY ALL ORDER BY week
SELECT date_trunc('week', declined_on)::DATE AS monday, (date_trunc('week', declined_on) + INTERVAL 6 DAY)::DATE AS sunday, count(*) AS n FROM refusals GROUP BY ALL ORDER BY monday
SELECT median(date_diff('day', issued_on, declined_on)) AS days, median(date_diff('day', issued_on, declined_on)) / 7.0 AS weeks FROM refusals
SELECT county, state, declined_on, issued_on, declined_on - issued_on AS waited_days FROM refusals WHERE issued_on IS NOT NULL ORDER BY waited_days DESC LIMIT 20
SELECT avg(date_diff('month', issued_on, declined_on)) AS months FROM refusals
SELECT count(*) AS n FROM refusals WHERE declined_on BETWEEN DATE '2017-02-01' AND DATE '2017-02-01' + INTERVAL 6 DAY
SELECT count(*) AS n FROM refusals WHERE issued_on >= declined_on - 30
SELECT count(*) FROM refusals WHERE extract(year FROM issued_on) IN (2014, 2015, 2016)
SELECT count(*) AS n FROM refusals WHERE year(issued_on) = 2016 AND month(issued_on) BETWEEN 7 AND 12
SELECT issued_on, count(*) AS n FROM refusals WHERE issued_on IS NOT NULL GROUP BY issued_on ORDER BY n DESC, issued_on LIMIT 5
SELECT age(max(declined_on), min(issued_on)) AS longest_span FROM refusals
SELECT datediff('week', issued_on, declined_on) AS weeks, count(*) AS n FROM refusals WHERE issued_on IS NOT NULL GROUP BY 1 ORDER BY 1
SELECT (declined_on - issued_on) // 30 AS months_of_30_days, count(*) AS n FROM refusals WHERE issued_on IS NOT NULL GROUP BY 1 ORDER BY 1
SELECT make_date(year(issued_on), month(issued_on), 1) AS month, count(*) AS n FROM refusals WHERE issued_on IS NOT NULL GROUP BY 1
SELECT report_id, period_start, period_end, posted_on, revised_on IS NOT NULL AS was_revised FROM reports ORDER BY period_start
SELECT report_id, min(declined_on) AS first_refusal, max(declined_on) AS last_refusal, max(declined_on) - min(declined_on) AS span FROM refusals GROUP BY report_id
SELECT datepart('doy', declined_on) AS day_of_year, count(*) AS n FROM refusals GROUP BY 1
SELECT declined_on::VARCHAR AS day, count(*) AS n FROM refusals GROUP BY 1 ORDER BY 1
SELECT time_bucket(INTERVAL '7 days', declined_on) AS bucket, count(*) AS n FROM refusals GROUP BY 1 ORDER BY 1
SELECT trim(upper(county)) AS county, state, count(*) AS n FROM refusals GROUP BY ALL ORDER BY n DESC LIMIT 10
SELECT regexp_extract(facility, '(Jail|Prison|Detention|Correctional)', 1) AS kind, count(*) AS n FROM refusals WHERE facility IS NOT NULL GROUP BY 1 ORDER BY n DESC
SELECT offense, count(*) AS n FROM refusals WHERE offense ILIKE '%assault%' GROUP BY offense ORDER BY n DESC
SELECT count(*) AS n FROM refusals WHERE regexp_matches(lower(offense), 'drug|narcotic|cocaine|marijuana')
SELECT count(*) AS n FROM refusals WHERE contains(lower(offense), 'driving')
SELECT split_part(offense, '-', 1) AS broad, count(*) AS n FROM refusals GROUP BY 1 ORDER BY n DESC
SELECT length(policy) AS characters, jurisdiction FROM policies ORDER BY characters DESC, jurisdiction LIMIT 5
SELECT jurisdiction, replace(policy, chr(10), ' ') AS policy FROM policies WHERE state = 'Illinois'
SELECT string_agg(DISTINCT county, ', ' ORDER BY county) AS counties, state FROM refusals GROUP BY state ORDER BY state
SELECT state, list(DISTINCT citizenship ORDER BY citizenship) AS citizenships FROM refusals GROUP BY state
SELECT state, array_to_string(list_sort(list(DISTINCT disposition)), ' and ') AS dispositions FROM refusals GROUP BY state
SELECT count(*) FILTER (WHERE starts_with(county, 'San ')) AS san_counties FROM issued
SELECT county || ', ' || state AS place, count(*) AS n FROM refusals GROUP BY county, state ORDER BY n DESC LIMIT 10
SELECT concat_ws(', ', county, state) AS place, count(*) AS n FROM refusals GROUP BY ALL
SELECT format('{}, {}', county, state) AS place, count(*) AS n FROM refusals GROUP BY county, state
SELECT printf('%s (%s)', county, state) AS place, count(*) AS n FROM refusals GROUP BY county, state
SELECT format('{:.1f}%', 100.0 * count(*) FILTER (WHERE disposition = 'conviction') / count(*)) AS share FROM refusals
SELECT initcap_county, count(*) AS n FROM (SELECT lower(county) AS initcap_county FROM refusals) GROUP BY 1 ORDER BY n DESC LIMIT 3
SELECT DISTINCT offense FROM refusals WHERE offense SIMILAR TO '.*(Robbery|Burglary).*' ORDER BY offense
SELECT string_split(offense, ' - ')[1] AS offense_group, count(*) AS n FROM refusals GROUP BY 1 ORDER BY n DESC LIMIT 10
SELECT count(DISTINCT strip_accents(lower(county)) || '|' || state) AS places FROM refusals
SELECT coalesce(citizenship, '(not given)') AS citizenship, count(*) AS n FROM refusals GROUP BY 1 ORDER BY n DESC
SELECT nullif(trim(facility), '') AS facility, count(*) AS n FROM refusals GROUP BY 1 ORDER BY n DESC LIMIT 5
SELECT levenshtein(lower(facility), lower(county)) AS distance, facility, county FROM refusals WHERE facility IS NOT NULL ORDER BY distance, facility LIMIT 5
SELECT report_id, count(*) AS n, sum(count(*)) OVER (ORDER BY report_id) AS running FROM refusals GROUP BY report_id ORDER BY report_id
SELECT report_id, count(*) AS n, count(*) - lag(count(*)) OVER (ORDER BY report_id) AS change FROM refusals GROUP BY report_id
WITH w AS (SELECT report_id, count(*) AS n FROM refusals GROUP BY report_id) SELECT report_id, n, round(100.0 * (n - lag(n) OVER (ORDER BY report_id)) / lag(n) OVER (ORDER BY report_id), 1) AS pct_change FROM w ORDER BY report_id
SELECT state, county, n FROM (SELECT state, county, count(*) AS n, rank() OVER (PARTITION BY state ORDER BY count(*) DESC) AS place FROM refusals GROUP BY state, county) WHERE place <= 3 ORDER BY state, n DESC
SELECT state, county, count(*) AS n FROM refusals GROUP BY state, county QUALIFY dense_rank() OVER (PARTITION BY state ORDER BY count(*) DESC) = 1
SELECT state, count(*) AS n, rank() OVER (ORDER BY count(*) DESC) AS place FROM refusals GROUP BY state ORDER BY place
SELECT state, n, round(100.0 * n / sum(n) OVER (), 1) AS pct, round(100.0 * sum(n) OVER (ORDER BY n DESC, state) / sum(n) OVER (), 1) AS cumulative_pct FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state) ORDER BY n DESC, state
SELECT state, sum(pct) AS pct FROM (SELECT state, 100.0 * count(*) / sum(count(*)) OVER () AS pct FROM refusals GROUP BY state, county) GROUP BY state ORDER BY pct DESC
SELECT declined_on, n, avg(n) OVER (ORDER BY declined_on ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS moving_avg FROM (SELECT declined_on, count(*) AS n FROM refusals GROUP BY declined_on) ORDER BY declined_on
SELECT declined_on, n, avg(n) OVER (ORDER BY declined_on RANGE BETWEEN INTERVAL 6 DAY PRECEDING AND CURRENT ROW) AS moving_avg FROM (SELECT declined_on, count(*) AS n FROM refusals GROUP BY declined_on)
SELECT county, state, declined_on, declined_on - lag(declined_on) OVER (PARTITION BY county, state ORDER BY declined_on, row_no) AS days_since_last FROM refusals
SELECT county, state, first_value(declined_on) OVER w AS first_day, last_value(declined_on) OVER w AS last_day FROM refusals WINDOW w AS (PARTITION BY county, state ORDER BY declined_on ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
SELECT state, percent_rank() OVER (ORDER BY n) AS pr, n FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state)
SELECT state, ntile(4) OVER (ORDER BY n DESC) AS quartile, n FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state) ORDER BY n DESC
SELECT report_id, county, state, issued, issued - avg(issued) OVER (PARTITION BY report_id) AS above_mean FROM issued ORDER BY above_mean DESC LIMIT 10
SELECT report_id, county, state, issued, rank() OVER (PARTITION BY report_id ORDER BY issued DESC) AS place FROM issued QUALIFY place <= 5 ORDER BY report_id, place
SELECT state, report_id, count(*) AS n, lead(count(*)) OVER (PARTITION BY state ORDER BY report_id) AS next_week FROM refusals GROUP BY state, report_id ORDER BY state, report_id
SELECT state, count(*) AS n, count(*) = max(count(*)) OVER () AS is_top FROM refusals GROUP BY state
SELECT cume_dist() OVER (ORDER BY issued) AS share_of_places, issued, county, state FROM issued WHERE report_id = '2017-01-28' ORDER BY issued DESC LIMIT 5
WITH r AS (SELECT * FROM refusals WHERE state = 'California'), by_county AS (SELECT county, count(*) AS n FROM r GROUP BY county), ranked AS (SELECT county, n, row_number() OVER (ORDER BY n DESC, county) AS place FROM by_county) SELECT county, n, place FROM ranked WHERE place <= 5 ORDER BY place
WITH a AS (SELECT county, state, count(*) AS n FROM refusals WHERE report_id = '2017-01-28' GROUP BY county, state), b AS (SELECT county, state, count(*) AS n FROM refusals WHERE report_id = '2017-02-04' GROUP BY county, state) SELECT county, state, coalesce(a.n, 0) AS before, coalesce(b.n, 0) AS after, coalesce(b.n, 0) - coalesce(a.n, 0) AS change FROM a FULL JOIN b USING (county, state) ORDER BY abs(coalesce(b.n, 0) - coalesce(a.n, 0)) DESC
WITH per_state AS (SELECT state, count(*) AS declined FROM refusals GROUP BY state), totals AS (SELECT sum(declined) AS all_declined FROM per_state) SELECT state, declined, round(100.0 * declined / all_declined, 1) AS pct FROM per_state CROSS JOIN totals ORDER BY declined DESC
WITH d AS (SELECT state, sum(issued) AS issued FROM issued GROUP BY state), r AS (SELECT state, count(*) AS declined FROM refusals GROUP BY state) SELECT d.state, d.issued, coalesce(r.declined, 0) AS declined FROM d LEFT JOIN r ON d.state = r.state ORDER BY d.issued DESC
WITH waits AS (SELECT state, declined_on - issued_on AS days FROM refusals WHERE issued_on IS NOT NULL), stats AS (SELECT state, count(*) AS n, quantile_cont(days, [0.25, 0.5, 0.75]) AS q FROM waits GROUP BY state) SELECT state, n, q[1] AS p25, q[2] AS p50, q[3] AS p75 FROM stats WHERE n >= 5 ORDER BY p50 DESC
WITH first_seen AS (SELECT county, state, min(report_id) AS first_report FROM refusals GROUP BY county, state) SELECT first_report, count(*) AS new_places FROM first_seen GROUP BY first_report ORDER BY first_report
WITH both_weeks AS (SELECT county, state FROM refusals WHERE report_id = '2017-01-28' INTERSECT SELECT county, state FROM refusals WHERE report_id = '2017-02-04') SELECT count(*) AS places_in_both FROM both_weeks
WITH gone AS (SELECT county, state FROM refusals WHERE report_id = '2017-01-28' EXCEPT SELECT county, state FROM refusals WHERE report_id = '2017-02-04') SELECT state, count(*) AS places FROM gone GROUP BY state ORDER BY places DESC
WITH top AS (SELECT state FROM refusals GROUP BY state ORDER BY count(*) DESC, state LIMIT 3) SELECT r.state, r.disposition, count(*) AS n FROM refusals r WHERE r.state IN (SELECT state FROM top) GROUP BY r.state, r.disposition ORDER BY r.state, r.disposition
WITH by_off AS (SELECT offense, count(*) AS n FROM refusals GROUP BY offense), cut AS (SELECT offense, n, sum(n) OVER (ORDER BY n DESC, offense) AS running, sum(n) OVER () AS total FROM by_off) SELECT offense, n FROM cut WHERE running - n < 0.5 * total ORDER BY n DESC
WITH p AS (SELECT DISTINCT county, state FROM policies WHERE county IS NOT NULL) SELECT p.county IS NOT NULL AS has_policy, count(*) AS n FROM refusals r LEFT JOIN p ON p.county = r.county AND p.state = r.state GROUP BY 1
WITH m AS (SELECT report_id, state, count(*) AS n FROM refusals GROUP BY ALL), best AS (SELECT report_id, max(n) AS n FROM m GROUP BY report_id) SELECT m.report_id, m.state, m.n FROM m JOIN best ON m.report_id = best.report_id AND m.n = best.n ORDER BY m.report_id
WITH checks AS (SELECT p.report_id, p.declined_stated, count(*) AS listed FROM reports p JOIN refusals r USING (report_id) GROUP BY p.report_id, p.declined_stated) SELECT report_id, declined_stated, listed, declined_stated - listed AS missing FROM checks
WITH x AS (SELECT state, disposition, count(*) AS n FROM refusals GROUP BY ALL) SELECT state, sum(n) FILTER (WHERE disposition = 'charge') AS charged, sum(n) FILTER (WHERE disposition = 'conviction') AS convicted FROM x GROUP BY state ORDER BY state
WITH s AS (SELECT state, avg(declined_on - issued_on) AS mean_days FROM refusals GROUP BY state), overall AS (SELECT avg(declined_on - issued_on) AS mean_days FROM refusals) SELECT s.state, round(s.mean_days, 1) AS days, round(s.mean_days - overall.mean_days, 1) AS above_overall FROM s CROSS JOIN overall ORDER BY 3 DESC
SELECT state, count(*) FILTER (WHERE report_id = '2017-01-28') AS "2017-01-28", count(*) FILTER (WHERE report_id = '2017-02-04') AS "2017-02-04", count(*) AS total FROM refusals GROUP BY state ORDER BY total DESC
SELECT county, state, sum(issued) FILTER (WHERE report_id = '2017-01-28') AS jan28, sum(issued) FILTER (WHERE report_id = '2017-02-04') AS feb04 FROM issued GROUP BY county, state ORDER BY jan28 DESC NULLS LAST LIMIT 20
SELECT disposition, sum(CASE WHEN state = 'Texas' THEN 1 ELSE 0 END) AS texas, sum(CASE WHEN state = 'California' THEN 1 ELSE 0 END) AS california FROM refusals GROUP BY disposition
SELECT state, count_if(declined_on < DATE '2017-02-01') AS january, count_if(declined_on >= DATE '2017-02-01') AS february FROM refusals GROUP BY state
SELECT report_id, disposition, count(*) AS n FROM refusals GROUP BY ROLLUP (report_id, disposition) ORDER BY report_id, disposition
SELECT state, disposition, count(*) AS n FROM refusals GROUP BY GROUPING SETS ((state, disposition), (state), ()) ORDER BY state, disposition
SELECT CASE WHEN GROUPING(state) = 1 THEN 'all states' ELSE state END AS state, count(*) AS n FROM refusals GROUP BY ROLLUP (state)
SELECT state, round(100.0 * count(*) FILTER (WHERE disposition = 'conviction') / count(*), 1) AS pct_convicted, round(100.0 * count(*) FILTER (WHERE disposition = 'charge') / count(*), 1) AS pct_charged FROM refusals GROUP BY state HAVING count(*) >= 5
SELECT report_id, count(*) FILTER (WHERE withdrawn) AS withdrawn, count(*) FILTER (WHERE NOT withdrawn) AS standing FROM refusals GROUP BY report_id
SELECT histogram(disposition) AS h FROM refusals
SELECT map_keys(histogram(state)) AS states FROM refusals
SELECT map_entries(histogram(citizenship)) AS counts FROM refusals WHERE state = 'Texas'
SELECT quantile_disc(issued, 0.9) AS p90, quantile_disc(issued, 0.5) AS p50 FROM issued
SELECT percentile_cont(0.95) WITHIN GROUP (ORDER BY declined_on - issued_on) AS p95_days FROM refusals
SELECT state, median(issued) AS median_issued, max(issued) AS most, min(issued) AS least, count(*) AS rows FROM issued GROUP BY state HAVING count(*) > 3
SELECT mad(issued) AS spread, stddev_samp(issued) AS sd, var_pop(issued) AS variance, avg(issued) AS mean FROM issued WHERE report_id = '2017-01-28'
SELECT skewness(issued) AS skew, kurtosis(issued) AS kurt FROM issued
SELECT corr(i.issued, r.n) AS correlation FROM issued i JOIN (SELECT report_id, county, state, count(*) AS n FROM refusals GROUP BY ALL) r USING (report_id, county, state)
SELECT sum(issued)::DOUBLE / count(DISTINCT report_id) AS per_report FROM issued
SELECT round(avg(issued), 2) AS mean, ceil(avg(issued)) AS rounded_up, floor(avg(issued)) AS rounded_down FROM issued
SELECT CAST(100.0 * sum(issued) FILTER (WHERE state = 'California') / sum(issued) AS DECIMAL(5, 1)) AS pct_california FROM issued
SELECT count(*) FILTER (WHERE issued >= 10) AS big, count(*) FILTER (WHERE issued < 10) AS small FROM issued
SELECT width, count(*) AS n FROM (SELECT CASE WHEN issued < 5 THEN 'under 5' WHEN issued < 25 THEN '5 to 24' ELSE '25 or more' END AS width FROM issued) GROUP BY width
SELECT issued // 10 * 10 AS from_issued, count(*) AS places FROM issued GROUP BY 1 ORDER BY 1
SELECT floor(issued / 25.0) * 25 AS bucket, count(*) AS places FROM issued GROUP BY 1 ORDER BY 1
SELECT greatest(max(issued) FILTER (WHERE state = 'Texas'), max(issued) FILTER (WHERE state = 'Arizona')) AS larger FROM issued
SELECT abs(sum(issued) FILTER (WHERE report_id = '2017-01-28') - sum(issued) FILTER (WHERE report_id = '2017-02-04')) AS gap FROM issued
SELECT 1.0 * sum(issued) FILTER (WHERE state = 'Texas') / nullif(sum(issued) FILTER (WHERE state = 'California'), 0) AS texas_per_california FROM issued
SELECT sum(issued_nationwide) AS nationwide, sum(issued_listed) AS listed, round(100.0 * sum(issued_listed) / sum(issued_nationwide), 1) AS pct_listed FROM reports
SELECT entropy(state) AS bits FROM refusals
SELECT mode(citizenship) AS commonest, count(*) FILTER (WHERE citizenship = 'Mexico') AS mexico FROM refusals
SELECT arg_max(state, n) AS state, max(n) AS n FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state)
SELECT max_by(county, issued) AS county, max_by(state, issued) AS state, max(issued) AS issued FROM issued WHERE report_id = '2017-02-04'
SELECT state, list(county ORDER BY county) AS counties FROM (SELECT DISTINCT state, county FROM refusals) GROUP BY state
SELECT state, len(list(DISTINCT county)) AS counties FROM refusals GROUP BY state ORDER BY counties DESC
SELECT state, list_contains(list(DISTINCT citizenship), 'Mexico') AS any_mexican FROM refusals GROUP BY state
SELECT state, max(n, 3) AS top_three FROM (SELECT state, county, count(*) AS n FROM refusals GROUP BY ALL) GROUP BY state
SELECT state, arg_max(county, n, 3) AS top_counties FROM (SELECT state, county, count(*) AS n FROM refusals GROUP BY ALL) GROUP BY state
SELECT state, list_slice(list(county ORDER BY county), 1, 3) AS some_counties FROM (SELECT DISTINCT state, county FROM issued) GROUP BY state
SELECT bool_or(withdrawn) AS any_withdrawn, bool_and(issued > 0) AS all_positive FROM issued
SELECT r.county, r.state, count(*) AS n, any_value(p.posted_on) AS posted FROM refusals r JOIN reports p USING (report_id) WHERE p.report_id = '2017-01-28' GROUP BY r.county, r.state
SELECT p.period_start, p.period_end, count(*) AS n FROM refusals r JOIN reports p ON r.report_id = p.report_id GROUP BY ALL ORDER BY 1
SELECT i.county, i.state, i.report_id, i.issued, (SELECT count(*) FROM refusals r WHERE r.report_id = i.report_id AND r.county = i.county AND r.state = i.state) AS declined FROM issued i ORDER BY i.issued DESC LIMIT 10
SELECT i.county, i.state FROM issued i WHERE NOT EXISTS (SELECT 1 FROM refusals r WHERE r.report_id = i.report_id AND r.county = i.county AND r.state = i.state) ORDER BY 1, 2
SELECT c.county, c.state, c.effect, c.text, p.period_start FROM corrections c JOIN reports p USING (report_id) ORDER BY p.period_start
SELECT count(*) AS n FROM refusals r SEMI JOIN policies p USING (county, state)
SELECT DISTINCT p.jurisdiction, p.state FROM policies p JOIN issued i ON i.report_id = p.report_id AND i.county = p.county AND i.state = p.state WHERE i.issued >= 5
SELECT x.topic, x.section, count(*) AS n FROM caveats x GROUP BY ALL ORDER BY n DESC
SELECT lift_reason, count(*) AS n FROM foia_detainers GROUP BY 1 ORDER BY n DESC
SELECT state, count(*) FILTER (WHERE declined) AS declined, count(*) AS detainers FROM foia_detainers GROUP BY state
SELECT aor, count(*) AS policies, count(*) FILTER (WHERE enacted >= DATE '2014-01-01') AS since_2014 FROM policies GROUP BY aor ORDER BY policies DESC
SELECT year(enacted) AS year, count(*) AS enacted FROM policies WHERE enacted IS NOT NULL GROUP BY 1 ORDER BY 1
FROM policies SELECT state, count(*) AS n GROUP BY state ORDER BY n DESC LIMIT 5
SELECT state, count(*) AS n FROM issued WHERE issued BETWEEN 2 AND 9 GROUP BY state UNION ALL SELECT 'all states', count(*) FROM issued WHERE issued BETWEEN 2 AND 9
SELECT state, activity, count(*) AS n, min(declined_on) AS first, max(declined_on) AS last FROM refusals WHERE activity IS NOT NULL GROUP BY ALL ORDER BY n DESC LIMIT 12
SELECT state FROM issued WHERE withdrawn IS FALSE GROUP BY state HAVING sum(issued) > (SELECT avg(s) FROM (SELECT sum(issued) AS s FROM issued GROUP BY state)) ORDER BY state

--# [mixed] Round 9: names as analysts give them
SELECT state, count(*) AS total_refusals, count(DISTINCT county) AS n_counties, count(DISTINCT facility) AS facilities FROM refusals GROUP BY state
SELECT county AS jurisdiction, state, count(*) AS detainers_declined FROM refusals GROUP BY county, state
SELECT state AS "State", count(*) AS "Refusals" FROM refusals GROUP BY state
SELECT count(*) FILTER (WHERE state = 'New York') AS ny, count(*) FILTER (WHERE state = 'California') AS ca FROM refusals
SELECT count(*) FILTER (WHERE state = 'New York') AS new_york_refusals, count(*) FILTER (WHERE state = 'California') AS california_refusals FROM refusals
SELECT sum(CASE WHEN disposition = 'conviction' THEN 1 ELSE 0 END) AS convicted, sum(CASE WHEN disposition = 'charge' THEN 1 ELSE 0 END) AS charged_only FROM refusals
SELECT avg(declined_on - issued_on) AS avg_days, median(declined_on - issued_on) AS median_days, max(declined_on - issued_on) AS max_days FROM refusals
SELECT min(issued_on) AS first_issued, max(issued_on) AS last_issued, min(declined_on) AS first_declined, max(declined_on) AS last_declined FROM refusals
SELECT report_id AS week, count(*) AS refusals FROM refusals GROUP BY report_id
SELECT report_id AS week_of, sum(issued) AS issued_total FROM issued GROUP BY report_id
SELECT posted_on AS published, period_start AS week_start, period_end AS week_end FROM reports
SELECT period_start AS monday_or_saturday, issued_nationwide AS nationwide_total FROM reports
SELECT monthname(issued_on) AS issue_month, count(*) AS n FROM refusals GROUP BY 1
SELECT year(issued_on) AS issue_year, month(issued_on) AS issue_month, count(*) AS n FROM refusals GROUP BY 1, 2
SELECT date_trunc('month', issued_on)::DATE AS month_start, last_day(issued_on) AS month_end, count(*) AS n FROM refusals GROUP BY ALL
SELECT state, max(n) AS most_in_one_county FROM (SELECT state, county, count(*) AS n FROM refusals GROUP BY ALL) GROUP BY state
SELECT state, arg_max(county, n) AS top_county, max(n) AS top_count FROM (SELECT state, county, count(*) AS n FROM refusals GROUP BY ALL) GROUP BY state
SELECT citizenship AS nationality, count(*) AS n FROM refusals GROUP BY 1 ORDER BY n DESC LIMIT 10
SELECT citizenship AS country, count(*) AS people_listed FROM refusals GROUP BY 1
SELECT count(DISTINCT citizenship) AS nationalities FROM refusals
SELECT state, count(*) * 1.0 / count(DISTINCT report_id) AS per_week FROM refusals GROUP BY state
SELECT sum(issued) * 1.0 / count(DISTINCT county || state) AS per_jurisdiction FROM issued
SELECT count(*) FILTER (WHERE declined_on < DATE '2017-02-01') AS in_january, count(*) FILTER (WHERE declined_on >= DATE '2017-02-01') AS in_february FROM refusals
SELECT count(*) FILTER (WHERE report_id = '2017-01-28') AS jan, count(*) FILTER (WHERE report_id = '2017-02-04') AS feb FROM refusals
SELECT count(*) FILTER (WHERE report_id = '2017-01-28') AS week_1, count(*) FILTER (WHERE report_id = '2017-02-04') AS week_2 FROM refusals
SELECT count(*) FILTER (WHERE isodow(declined_on) <= 5) AS weekdays, count(*) FILTER (WHERE isodow(declined_on) > 5) AS weekends FROM refusals
SELECT state, 100.0 * count(*) FILTER (WHERE citizenship = 'Mexico') / count(*) AS pct_mexico FROM refusals GROUP BY state
SELECT state, round(count(*) FILTER (WHERE citizenship <> 'Mexico') * 100.0 / count(*)) AS pct_not_mexico FROM refusals GROUP BY state
SELECT 'Texas' AS place, count(*) AS n FROM refusals WHERE state = 'Texas' UNION ALL SELECT 'California', count(*) FROM refusals WHERE state = 'California'
SELECT 'issued' AS what, sum(issued) AS n FROM issued UNION ALL SELECT 'declined', count(*) FROM refusals
SELECT CASE WHEN state = 'Texas' THEN 'Texas' ELSE 'elsewhere' END AS place, count(*) AS n FROM refusals GROUP BY 1
SELECT CASE WHEN state IN ('California', 'Oregon', 'Washington') THEN 'West Coast' ELSE 'rest of the country' END AS region, count(*) AS n FROM refusals GROUP BY 1
SELECT CASE WHEN citizenship IN ('Mexico', 'Guatemala', 'Honduras', 'El Salvador') THEN citizenship ELSE 'others' END AS origin, count(*) AS n FROM refusals GROUP BY 1
SELECT CASE WHEN withdrawn THEN 'withdrawn' ELSE 'standing' END AS status, count(*) AS n FROM refusals GROUP BY 1
SELECT count(*) FILTER (WHERE NOT withdrawn) AS not_withdrawn, count(*) FILTER (WHERE withdrawn) AS withdrawn FROM issued
SELECT state, count(*) AS n, sum(count(*)) OVER () AS national_total, count(*) * 1.0 / sum(count(*)) OVER () AS share FROM refusals GROUP BY state
SELECT state, n, n - lag(n) OVER (ORDER BY n) AS gap FROM (SELECT state, count(*) AS n FROM refusals GROUP BY state)
SELECT state, report_id, count(*) AS n, lag(count(*)) OVER (PARTITION BY state ORDER BY report_id) AS previous_week FROM refusals GROUP BY state, report_id
SELECT percentile_cont(0.9) WITHIN GROUP (ORDER BY issued) AS p90, percentile_cont(0.5) WITHIN GROUP (ORDER BY issued) AS median FROM issued
SELECT quantile_cont(issued, [0.1, 0.5, 0.9]) AS p10_p50_p90 FROM issued
SELECT county, state, issued AS detainers FROM issued WHERE report_id = '2017-01-28' ORDER BY issued DESC LIMIT 5
SELECT left(county, 1) AS letter, count(DISTINCT (county, state)) AS places FROM issued GROUP BY 1 ORDER BY 1
SELECT offense AS most_frequent_offense, count(*) AS n FROM refusals GROUP BY offense ORDER BY n DESC LIMIT 1
SELECT state AS least_affected, count(*) AS n FROM refusals GROUP BY state ORDER BY n LIMIT 3
SELECT facility AS jail, county, count(*) AS n FROM refusals WHERE facility IS NOT NULL GROUP BY ALL ORDER BY n DESC LIMIT 5
SELECT criminality, count(*) FILTER (WHERE declined) AS declined, count(*) AS all_detainers, 100.0 * count(*) FILTER (WHERE declined) / count(*) AS pct_declined FROM foia_detainers GROUP BY criminality
SELECT gender, count(DISTINCT person) AS people FROM foia_detainers GROUP BY gender
SELECT enacted AS in_force_since, jurisdiction, state FROM policies WHERE enacted IS NOT NULL ORDER BY enacted LIMIT 5
SELECT state, min(enacted) AS earliest, max(enacted) AS latest, count(*) AS policies FROM policies GROUP BY state

--# [mixed] Round 10, written without a look at the rules
SELECT count(*) AS refusals FROM refusals WHERE county = 'Travis' AND state = 'Texas'
SELECT count(*) AS convictions FROM refusals WHERE county = 'Travis' AND state = 'Texas' AND disposition = 'conviction'
SELECT report_id, count(*) FILTER (WHERE disposition = 'conviction') AS convictions, count(*) FILTER (WHERE disposition = 'charge') AS charges, count(*) AS total FROM refusals WHERE state = 'Texas' GROUP BY report_id ORDER BY report_id
SELECT state, count(*) AS refusals FROM refusals GROUP BY ALL ORDER BY refusals DESC, state LIMIT 10
SELECT county, state, count(*) AS refusals FROM refusals WHERE report_id = '2017-02-04' GROUP BY county, state ORDER BY refusals DESC, county, state LIMIT 5
SELECT citizenship, count(*) AS n, round(100.0 * count(*) / sum(count(*)) OVER (), 1) AS pct FROM refusals GROUP BY citizenship ORDER BY n DESC, citizenship
SELECT facility, county, state, count(*) AS n FROM refusals GROUP BY ALL HAVING count(*) >= 5 ORDER BY n DESC, facility
SELECT offense, count(*) AS n FROM refusals WHERE disposition = 'conviction' GROUP BY offense ORDER BY n DESC, offense LIMIT 10
SELECT count(DISTINCT (county, state)) AS jurisdictions FROM refusals WHERE NOT withdrawn
SELECT state, count(DISTINCT county) AS counties FROM refusals GROUP BY state ORDER BY counties DESC, state
SELECT count(*) AS n FROM refusals WHERE offense ILIKE '%assault%'
SELECT count(*) AS n FROM refusals WHERE lower(offense) LIKE '%driving under influence%'
SELECT count(*) AS n FROM refusals WHERE regexp_matches(offense, 'robbery|burglary', 'i')
SELECT offense, count(*) AS n FROM refusals WHERE offense SIMILAR TO 'Assault.*' GROUP BY offense ORDER BY n DESC
SELECT count(*) AS n FROM refusals WHERE citizenship IN ('Guatemala', 'Honduras', 'El Salvador')
SELECT count(*) AS n FROM refusals WHERE facility IS NULL
SELECT count(*) FILTER (WHERE facility IS NOT NULL) AS with_facility, count(*) AS all_refusals FROM refusals
SELECT disposition, count(*) AS n FROM refusals WHERE state = 'New York' AND county IN ('Queens', 'Kings', 'Bronx') GROUP BY disposition ORDER BY disposition
SELECT sum(issued) AS issued FROM issued WHERE state = 'Texas'
SELECT county, state, sum(issued) AS issued FROM issued WHERE NOT withdrawn GROUP BY county, state ORDER BY issued DESC, county LIMIT 10
SELECT report_id, round(100.0 * declined_stated / issued_nationwide, 2) AS declined_pct FROM reports ORDER BY report_id
SELECT round(100.0 * sum(declined_stated) / sum(issued_nationwide), 2) AS declined_pct FROM reports
SELECT count(*) AS n FROM refusals WHERE declined_on = DATE '2017-02-01'
SELECT declined_on, count(*) AS n FROM refusals GROUP BY declined_on ORDER BY declined_on
SELECT dayname(declined_on) AS weekday, count(*) AS n FROM refusals GROUP BY dayname(declined_on), dayofweek(declined_on) ORDER BY dayofweek(declined_on)
SELECT date_trunc('month', declined_on) AS month, count(*) AS refusals FROM refusals GROUP BY 1 ORDER BY 1
SELECT year(issued_on) AS issued_year, count(*) AS n FROM refusals GROUP BY issued_year ORDER BY issued_year
SELECT median(declined_on - issued_on) AS median_days FROM refusals
SELECT state, median(date_diff('day', issued_on, declined_on)) AS median_days, count(*) AS n FROM refusals GROUP BY state HAVING count(*) >= 5 ORDER BY median_days DESC, state
SELECT quantile_cont(date_diff('day', issued_on, declined_on), 0.9) AS p90_days FROM refusals
SELECT quantile_cont(declined_on - issued_on, [0.25, 0.5, 0.75]) AS quartiles FROM refusals
SELECT avg(date_diff('day', issued_on, declined_on)) AS avg_days, max(date_diff('day', issued_on, declined_on)) AS max_days, min(date_diff('day', issued_on, declined_on)) AS min_days FROM refusals WHERE state = 'Texas'
SELECT count(*) AS over_a_year FROM refusals WHERE date_diff('day', issued_on, declined_on) > 365
SELECT county, state, facility, issued_on, declined_on, declined_on - issued_on AS days FROM refusals ORDER BY days DESC, report_id, row_no LIMIT 10
SELECT min(issued_on) AS oldest_issued, max(issued_on) AS newest_issued FROM refusals
SELECT count(*) AS n FROM refusals WHERE declined_on BETWEEN DATE '2017-02-01' AND DATE '2017-02-07'
SELECT count(*) AS n FROM refusals WHERE declined_on >= strptime('02/06/2017', '%m/%d/%Y')::DATE AND declined_on <= strptime('02/10/2017', '%m/%d/%Y')::DATE
SELECT strftime(declined_on, '%Y-%m') AS month, count(*) AS n FROM refusals GROUP BY month ORDER BY month
SELECT count(*) AS weekend FROM refusals WHERE isodow(declined_on) IN (6, 7)
SELECT strftime(issued_on, '%Y') AS y, count(*) AS n, round(100.0 * count(*) / sum(count(*)) OVER (), 1) AS pct FROM refusals GROUP BY y ORDER BY y
SELECT count(*) AS n FROM refusals r JOIN reports p USING (report_id) WHERE r.declined_on = p.period_end
SELECT arg_max(county, declined_on - issued_on) AS county, max(declined_on - issued_on) AS days FROM refusals
SELECT CASE WHEN declined_on - issued_on <= 7 THEN 'a week or less' WHEN declined_on - issued_on <= 30 THEN 'up to 30 days' ELSE 'more than 30 days' END AS wait, count(*) AS n FROM refusals GROUP BY wait ORDER BY n DESC
SELECT date_part('month', issued_on) AS month, count(*) AS n FROM refusals WHERE date_part('year', issued_on) = 2016 GROUP BY month ORDER BY month
SELECT count(*) AS n FROM refusals WHERE issued_on < DATE '2017-01-20'
SELECT count(*) FILTER (WHERE issued_on < DATE '2016-01-01') AS before_2016, count(*) FILTER (WHERE issued_on >= DATE '2016-01-01') AS since_2016 FROM refusals
SELECT round(100.0 * count(*) FILTER (WHERE disposition = 'conviction') / count(*), 1) AS pct_convicted FROM refusals
SELECT state, round(100.0 * count(*) FILTER (WHERE disposition = 'conviction') / count(*), 1) AS pct_convicted FROM refusals GROUP BY state HAVING count(*) >= 10 ORDER BY pct_convicted DESC
SELECT round(100.0 * count(*) FILTER (WHERE county = 'Travis' AND state = 'Texas') / count(*), 1) AS travis_share FROM refusals
SELECT round(100.0 * count(*) / (SELECT count(*) FROM refusals), 1) AS texas_share FROM refusals WHERE state = 'Texas'
WITH t AS (SELECT county, state, count(*) AS n FROM refusals GROUP BY county, state) SELECT county, state, n, round(100.0 * n / sum(n) OVER (), 1) AS share FROM t ORDER BY n DESC, county LIMIT 10
SELECT report_id, round(100.0 * avg(CASE WHEN disposition = 'charge' THEN 1 ELSE 0 END), 1) AS pct_charge FROM refusals GROUP BY report_id ORDER BY report_id
SELECT round(100.0 * sum(issued) FILTER (WHERE state = 'California') / sum(issued), 1) AS pct FROM issued
SELECT state, sum(issued) AS issued, round(100.0 * sum(issued) / (SELECT sum(issued) FROM issued), 1) AS pct FROM issued GROUP BY state ORDER BY issued DESC, state
WITH r AS (SELECT state, count(*) AS refused FROM refusals GROUP BY state), i AS (SELECT state, sum(issued) AS issued FROM issued GROUP BY state) SELECT state, refused, issued FROM r FULL JOIN i USING (state) ORDER BY state
WITH r AS (SELECT county, state, count(*) AS refused FROM refusals GROUP BY ALL), i AS (SELECT county, state, sum(issued) AS issued FROM issued GROUP BY ALL) SELECT i.county, i.state, i.issued, coalesce(r.refused, 0) AS refused FROM i LEFT JOIN r USING (county, state) ORDER BY i.issued DESC, i.county LIMIT 20
SELECT count_if(disposition = 'conviction') AS convictions, count_if(disposition = 'charge') AS charges FROM refusals WHERE citizenship = 'Mexico'
SELECT state, sum(CASE WHEN disposition = 'conviction' THEN 1 ELSE 0 END) AS convictions, sum(CASE WHEN disposition = 'charge' THEN 1 ELSE 0 END) AS charges FROM refusals GROUP BY state ORDER BY state
SELECT sum((disposition = 'conviction')::INT) AS convictions FROM refusals
SELECT citizenship, count(*) AS n FROM refusals GROUP BY citizenship QUALIFY rank() OVER (ORDER BY count(*) DESC) <= 5 ORDER BY n DESC, citizenship
SELECT state, county, n FROM (SELECT state, county, count(*) AS n FROM refusals GROUP BY state, county) QUALIFY row_number() OVER (PARTITION BY state ORDER BY n DESC, county) = 1 ORDER BY n DESC, state
WITH w AS (SELECT report_id, count(*) AS n FROM refusals GROUP BY report_id) SELECT report_id, n, n - lag(n) OVER (ORDER BY report_id) AS change FROM w ORDER BY report_id
WITH w AS (SELECT report_id, count(*) AS n FROM refusals WHERE state = 'California' GROUP BY report_id) SELECT report_id, n, lag(n) OVER (ORDER BY report_id) AS previous FROM w ORDER BY report_id
SELECT count(*) FILTER (WHERE report_id = '2017-02-04') - count(*) FILTER (WHERE report_id = '2017-01-28') AS change FROM refusals
SELECT county, state, count(*) FILTER (WHERE report_id = '2017-01-28') AS first_week, count(*) FILTER (WHERE report_id = '2017-02-04') AS second_week FROM refusals GROUP BY county, state ORDER BY first_week DESC, county, state LIMIT 10
SELECT report_id, declined_stated, sum(declined_stated) OVER (ORDER BY report_id) AS running_total FROM reports ORDER BY report_id
SELECT report_id, issued_nationwide, issued_nationwide - lag(issued_nationwide) OVER (ORDER BY period_start) AS change FROM reports ORDER BY period_start
SELECT round(100.0 * (count(*) FILTER (WHERE report_id = '2017-02-11') - count(*) FILTER (WHERE report_id = '2017-02-04')) / count(*) FILTER (WHERE report_id = '2017-02-04'), 1) AS pct_change FROM refusals
SELECT DISTINCT county, state FROM refusals WHERE report_id = '2017-01-28' EXCEPT SELECT DISTINCT county, state FROM refusals WHERE report_id = '2017-02-04' ORDER BY 1, 2
SELECT county, state FROM refusals WHERE report_id = '2017-01-28' INTERSECT SELECT county, state FROM refusals WHERE report_id = '2017-02-04' INTERSECT SELECT county, state FROM refusals WHERE report_id = '2017-02-11' ORDER BY 1, 2
SELECT county, state, count(DISTINCT report_id) AS weeks FROM refusals GROUP BY county, state HAVING count(DISTINCT report_id) = (SELECT count(*) FROM reports) ORDER BY county
SELECT state, string_agg(DISTINCT county, ', ' ORDER BY county) AS counties FROM refusals GROUP BY state ORDER BY state
SELECT state, list(DISTINCT citizenship ORDER BY citizenship) AS citizenships FROM refusals GROUP BY state ORDER BY state
SELECT state, array_agg(DISTINCT facility ORDER BY facility) FILTER (WHERE facility IS NOT NULL) AS facilities FROM refusals GROUP BY state ORDER BY state
SELECT state, disposition, count(*) AS n FROM refusals GROUP BY ROLLUP (state, disposition) ORDER BY state NULLS LAST, disposition NULLS LAST
SELECT report_id, disposition, count(*) AS n FROM refusals GROUP BY GROUPING SETS ((report_id), (report_id, disposition)) ORDER BY report_id, disposition NULLS FIRST
SELECT coalesce(facility, 'not stated') AS facility, count(*) AS n FROM refusals WHERE county = 'Cook' AND state = 'Illinois' GROUP BY 1 ORDER BY n DESC
SELECT jurisdiction, enacted, policy, criteria FROM policies WHERE state = 'California' ORDER BY enacted, jurisdiction
SELECT state, count(DISTINCT jurisdiction) AS jurisdictions FROM policies GROUP BY state ORDER BY jurisdictions DESC, state
SELECT year(enacted) AS y, count(DISTINCT jurisdiction) AS policies FROM policies WHERE report_id = '2017-01-28' GROUP BY y ORDER BY y
SELECT jurisdiction, string_split(criteria, ' | ') AS criteria FROM policies WHERE report_id = '2017-01-28' AND county = 'Travis'
SELECT jurisdiction, len(string_split(criteria, ' | ')) AS criteria_count FROM policies WHERE report_id = '2017-02-11' ORDER BY criteria_count DESC, jurisdiction LIMIT 10
SELECT count(*) AS n FROM policies WHERE report_id = '2017-01-28' AND criteria ILIKE '%judicial warrant%'
SELECT aor, count(*) AS n FROM policies WHERE report_id = '2017-02-04' GROUP BY aor ORDER BY n DESC, aor
SELECT jurisdiction, enacted FROM policies WHERE enacted >= DATE '2017-01-01' AND report_id = '2017-01-28' ORDER BY enacted, jurisdiction
SELECT DISTINCT r.county, r.state FROM refusals r WHERE NOT EXISTS (SELECT 1 FROM policies p WHERE p.county = r.county AND p.state = r.state) ORDER BY r.state, r.county
SELECT p.jurisdiction, p.enacted FROM policies p SEMI JOIN refusals r ON r.county = p.county AND r.state = p.state WHERE p.report_id = '2017-01-28' ORDER BY p.jurisdiction
SELECT r.county, r.state, count(*) AS refusals FROM refusals r ANTI JOIN issued i ON i.county = r.county AND i.state = r.state GROUP BY r.county, r.state ORDER BY refusals DESC, r.county
SELECT min(enacted) AS earliest FROM policies WHERE state = 'New York'
SELECT arg_min(jurisdiction, enacted) AS jurisdiction, min(enacted) AS enacted FROM policies WHERE report_id = '2017-01-28'
SELECT section, topic, text, page FROM caveats WHERE report_id = '2017-01-28' ORDER BY section, page
SELECT posted_on, section, county, state, effect, text FROM corrections ORDER BY posted_on, state, county
SELECT effect, count(*) AS n FROM corrections GROUP BY effect ORDER BY effect
SELECT county, state, issued FROM issued WHERE withdrawn ORDER BY issued DESC, county
SELECT report_id, sum(issued) AS as_published, sum(issued) FILTER (WHERE NOT withdrawn) AS after_corrections FROM issued GROUP BY report_id ORDER BY report_id
SELECT count(*) AS as_published, count(*) FILTER (WHERE NOT withdrawn) AS corrected FROM refusals
SELECT report_id, period_start, period_end, posted_on FROM reports ORDER BY period_start DESC LIMIT 1
SELECT report_id, posted_on - period_end AS days_to_posting FROM reports ORDER BY report_id
SELECT p.report_id, p.declined_stated, count(*) AS listed FROM reports p JOIN refusals r USING (report_id) GROUP BY p.report_id, p.declined_stated ORDER BY p.report_id
SELECT * FROM refusals WHERE county = 'Travis' AND state = 'Texas' AND report_id = '2017-02-11' ORDER BY row_no
SELECT * EXCLUDE (page) FROM refusals WHERE citizenship = 'Cuba' ORDER BY report_id, row_no
SELECT report_id, row_no, page, county, state, offense, disposition FROM refusals WHERE offense ILIKE '%homicide%' ORDER BY report_id, row_no
SELECT county, state, offense, count(*) AS n FROM refusals WHERE state = 'Texas' GROUP BY county, state, offense HAVING n > 3 ORDER BY n DESC, offense
SELECT avg(n) AS avg_per_week FROM (SELECT report_id, count(*) AS n FROM refusals WHERE state = 'Texas' GROUP BY report_id)
SELECT max(n) AS most_in_a_day, arg_max(declined_on, n) AS day FROM (SELECT declined_on, count(*) AS n FROM refusals GROUP BY declined_on)
SELECT avg(issued) AS mean_issued, median(issued) AS median_issued, max(issued) AS most FROM issued WHERE report_id = '2017-02-04'
SELECT stddev_samp(issued) AS sd FROM issued WHERE report_id = '2017-02-04'
SELECT state, mode(offense) AS most_common_offense FROM refusals GROUP BY state ORDER BY state
SELECT upper(county) AS county, count(*) AS n FROM refusals WHERE state = 'Texas' GROUP BY upper(county) ORDER BY n DESC
SELECT county || ', ' || state AS place, count(*) AS n FROM refusals GROUP BY place ORDER BY n DESC, place LIMIT 10
SELECT concat_ws(', ', facility, county, state) AS place, count(*) AS n FROM refusals WHERE facility IS NOT NULL GROUP BY place ORDER BY n DESC, place LIMIT 5
SELECT u.state, sum(u.n) AS rows_total FROM (SELECT state, count(*) AS n FROM refusals WHERE disposition = 'charge' GROUP BY state UNION ALL SELECT state, count(*) AS n FROM refusals WHERE disposition = 'conviction' GROUP BY state) u GROUP BY u.state ORDER BY u.state
SELECT 'issued' AS what, sum(issued_nationwide) AS n FROM reports UNION ALL SELECT 'declined', sum(declined_stated) FROM reports
SELECT state, count(*) AS n, rank() OVER (ORDER BY count(*) DESC) AS rank FROM refusals GROUP BY state ORDER BY rank, state
SELECT citizenship, count(*) FILTER (WHERE disposition = 'conviction') AS convictions FROM refusals GROUP BY citizenship HAVING count(*) FILTER (WHERE disposition = 'conviction') > 0 ORDER BY convictions DESC, citizenship
FROM refusals SELECT state, count(*) AS n GROUP BY state ORDER BY n DESC, state
SELECT bool_or(county = 'Travis' AND state = 'Texas') AS any_travis FROM refusals WHERE report_id = '2017-02-11'
SELECT r.county, r.state, count(*) AS refused, max(i.issued) AS issued FROM refusals r JOIN issued i ON i.report_id = r.report_id AND i.county = r.county AND i.state = r.state WHERE r.report_id = '2017-01-28' GROUP BY r.county, r.state ORDER BY refused DESC, r.county

--# [mixed] Round 11, as chat models, dbt, BI tools and spreadsheets write
WITH texas_refusals AS (SELECT * FROM refusals WHERE state = 'Texas') SELECT COUNT(*) AS texas_refusals FROM texas_refusals
WITH county_totals AS (SELECT county, state, COUNT(*) AS refusal_count FROM refusals GROUP BY county, state), ranked AS (SELECT *, ROW_NUMBER() OVER (ORDER BY refusal_count DESC, county) AS rn FROM county_totals) SELECT county, state, refusal_count FROM ranked WHERE rn <= 5 ORDER BY rn
WITH totals AS (SELECT state, COUNT(*) AS total FROM refusals GROUP BY state), conv AS (SELECT state, COUNT(*) AS convictions FROM refusals WHERE disposition = 'conviction' GROUP BY state) SELECT t.state, t.total, COALESCE(c.convictions, 0) AS convictions, ROUND(100.0 * COALESCE(c.convictions, 0) / t.total, 1) AS conviction_rate FROM totals t LEFT JOIN conv c ON c.state = t.state ORDER BY t.state
WITH weekly AS (SELECT report_id, COUNT(*) AS refusals FROM refusals GROUP BY 1) SELECT AVG(refusals) AS average_weekly_refusals FROM weekly
WITH weekly AS (SELECT report_id, COUNT(*) AS refusals FROM refusals GROUP BY 1) SELECT report_id, refusals, refusals - LAG(refusals) OVER (ORDER BY report_id) AS change, ROUND(100.0 * (refusals - LAG(refusals) OVER (ORDER BY report_id)) / LAG(refusals) OVER (ORDER BY report_id), 1) AS pct_change FROM weekly ORDER BY report_id
WITH ref AS (SELECT county, state, COUNT(*) AS refused FROM refusals GROUP BY 1, 2), iss AS (SELECT county, state, SUM(issued) AS issued FROM issued GROUP BY 1, 2) SELECT ref.county, ref.state, ref.refused, iss.issued FROM ref JOIN iss ON ref.county = iss.county AND ref.state = iss.state ORDER BY ref.refused DESC, ref.county
WITH w1 AS (SELECT COUNT(*) AS n FROM refusals WHERE report_id = '2017-01-28'), w2 AS (SELECT COUNT(*) AS n FROM refusals WHERE report_id = '2017-02-04') SELECT w1.n AS first_report, w2.n AS second_report, w2.n - w1.n AS change FROM w1 CROSS JOIN w2
SELECT COUNT(*) AS total_refusals, COUNT(*) FILTER (WHERE disposition = 'conviction') AS total_convictions, COUNT(*) FILTER (WHERE disposition = 'charge') AS total_charges, ROUND(100.0 * COUNT(*) FILTER (WHERE disposition = 'conviction') / NULLIF(COUNT(*), 0), 1) AS conviction_pct FROM refusals WHERE state = 'Texas' AND county = 'Travis'
SELECT state, COUNT(*) AS refusals, ROUND(COUNT(*) * 100.0 / SUM(COUNT(*)) OVER (), 2) AS percentage FROM refusals GROUP BY state ORDER BY refusals DESC, state LIMIT 15
SELECT citizenship, COUNT(*) AS refusals FROM refusals WHERE citizenship IS NOT NULL GROUP BY citizenship ORDER BY COUNT(*) DESC, citizenship ASC LIMIT 10
SELECT r.report_id, r.period_start, r.period_end, COUNT(f.row_no) AS refusals FROM reports r LEFT JOIN refusals f ON f.report_id = r.report_id GROUP BY r.report_id, r.period_start, r.period_end ORDER BY r.period_start
SELECT county, state, COUNT(*) AS refusals FROM refusals WHERE report_id = (SELECT MAX(report_id) FROM reports) GROUP BY county, state ORDER BY refusals DESC, county LIMIT 10
SELECT COUNT(*) AS refusals FROM refusals WHERE report_id IN (SELECT report_id FROM reports WHERE period_start >= DATE '2017-02-01')
SELECT EXTRACT(YEAR FROM issued_on) AS year_issued, COUNT(*) AS refusals FROM refusals GROUP BY EXTRACT(YEAR FROM issued_on) ORDER BY year_issued DESC
SELECT AVG(DATE_DIFF('day', issued_on, declined_on)) AS avg_days_to_refusal, MEDIAN(DATE_DIFF('day', issued_on, declined_on)) AS median_days_to_refusal FROM refusals WHERE state = 'New York'
SELECT facility, county, state, COUNT(*) AS refusals FROM refusals WHERE facility IS NOT NULL GROUP BY facility, county, state ORDER BY refusals DESC, facility LIMIT 5
SELECT CASE WHEN issued_on < DATE '2017-01-20' THEN 'before inauguration' ELSE 'after inauguration' END AS period, COUNT(*) AS refusals FROM refusals GROUP BY 1 ORDER BY 1
SELECT CASE WHEN citizenship = 'Mexico' THEN 'Mexico' ELSE 'Other' END AS nationality, COUNT(*) AS refusals FROM refusals GROUP BY nationality ORDER BY refusals DESC
SELECT COUNT(DISTINCT facility) AS facilities FROM refusals WHERE state = 'California'
SELECT state, county, COUNT(*) AS n FROM refusals WHERE state IN ('California', 'New York', 'Illinois') GROUP BY state, county ORDER BY state, n DESC, county
SELECT MAX(refusals) AS max_refusals, MIN(refusals) AS min_refusals FROM (SELECT county, state, COUNT(*) AS refusals FROM refusals GROUP BY county, state)
SELECT jurisdiction, state, enacted FROM policies WHERE report_id = '2017-02-11' AND criteria ILIKE '%warrant%' ORDER BY state, jurisdiction
SELECT p.state, COUNT(DISTINCT p.jurisdiction) AS jurisdictions_with_policies FROM policies p WHERE EXISTS (SELECT 1 FROM refusals r WHERE r.state = p.state) GROUP BY p.state ORDER BY 2 DESC, 1
SELECT offense, COUNT(*) FILTER (WHERE disposition = 'conviction') AS convictions, COUNT(*) FILTER (WHERE disposition = 'charge') AS charges, COUNT(*) AS total FROM refusals GROUP BY offense ORDER BY total DESC, offense LIMIT 15
SELECT report_id, COUNT(DISTINCT county || ', ' || state) AS jurisdictions FROM refusals GROUP BY report_id ORDER BY report_id
SELECT COUNT(*) AS refusals, COUNT(*) FILTER (WHERE state = 'Texas') AS in_texas, COUNT(*) FILTER (WHERE state <> 'Texas') AS elsewhere FROM refusals
SELECT ROUND(100.0 * SUM(CASE WHEN citizenship = 'Mexico' THEN 1 ELSE 0 END) / COUNT(*), 1) AS pct_mexico FROM refusals
SELECT state, ARG_MAX(county, n) AS top_county, MAX(n) AS refusals FROM (SELECT state, county, COUNT(*) AS n FROM refusals GROUP BY state, county) GROUP BY state ORDER BY refusals DESC, state
SELECT FIRST(county ORDER BY n DESC, county) AS top_county FROM (SELECT county, state, COUNT(*) AS n FROM refusals GROUP BY ALL)
SELECT MODE(citizenship) AS most_common_citizenship FROM refusals
SELECT MIN(declined_on) AS first_refusal, MAX(declined_on) AS last_refusal FROM refusals WHERE county = 'Cook' AND state = 'Illinois'
SELECT county, state, COUNT(*) AS refusals FROM refusals WHERE citizenship = 'El Salvador' GROUP BY county, state HAVING COUNT(*) > 1 ORDER BY refusals DESC, county
with source as (select * from refusals), final as (select state, count(*) as refusal_count from source where not withdrawn group by 1) select * from final order by refusal_count desc, state
with source as (select * from refusals), flagged as (select *, case when disposition = 'conviction' then 1 else 0 end as is_conviction from source) select state, sum(is_conviction) as convictions, count(*) as refusals from flagged group by 1 order by 1
with source as (select * from refusals), waits as (select state, county, date_diff('day', issued_on, declined_on) as days_to_decline from source) select state, avg(days_to_decline) as avg_days, median(days_to_decline) as median_days, count(*) as n from waits group by 1 having count(*) >= 3 order by 1
with refusals_by_report as (select report_id, count(*) as refusal_count from refusals group by 1), reports_enriched as (select reports.report_id, reports.declined_stated, refusals_by_report.refusal_count from reports left join refusals_by_report using (report_id)) select report_id, declined_stated, refusal_count, declined_stated - refusal_count as gap from reports_enriched order by 1
with refused as (select report_id, county, state, count(*) as refused from refusals group by 1, 2, 3), issued_by as (select report_id, county, state, sum(issued) as issued from issued group by 1, 2, 3) select report_id, county, state, coalesce(refused, 0) as refused, coalesce(issued, 0) as issued from refused full outer join issued_by using (report_id, county, state) order by 1, 3, 2
with w as (select report_id, count(*) as n from refusals group by 1) select report_id, n, sum(n) over (order by report_id) as running_total from w order by 1
with w as (select report_id, count(*) as n from refusals group by 1) select report_id, n, lag(n) over (order by report_id) as previous_week, lead(n) over (order by report_id) as next_week from w order by 1
with s as (select state, count(*) as n from refusals group by 1) select state, n, rank() over (order by n desc) as state_rank from s order by state_rank, state
with s as (select state, count(*) as n from refusals group by 1) select state, n, round(100.0 * n / sum(n) over (), 1) as share, round(100.0 * sum(n) over (order by n desc, state) / sum(n) over (), 1) as cumulative_share from s order by n desc, state
with t as (select state, count(*) as n from refusals group by 1) select state, n, round(100.0 * n / (select sum(n) from t), 1) as pct_of_all from t order by n desc, state
with convicted as (select county, state, count(*) as n from refusals where disposition = 'conviction' group by 1, 2), charged as (select county, state, count(*) as n from refusals where disposition = 'charge' group by 1, 2) select coalesce(convicted.county, charged.county) as county, coalesce(convicted.state, charged.state) as state, coalesce(convicted.n, 0) as convictions, coalesce(charged.n, 0) as charges from convicted full join charged on charged.county = convicted.county and charged.state = convicted.state order by 2, 1
with latest as (select max(report_id) as report_id from reports) select refusals.county, refusals.state, count(*) as refusals from refusals join latest using (report_id) group by 1, 2 order by 3 desc, 1
with deduped as (select distinct county, state from refusals) select state, count(*) as counties from deduped group by 1 order by 2 desc, 1
with first_seen as (select county, state, min(report_id) as first_report from refusals group by 1, 2) select first_report, count(*) as new_counties from first_seen group by 1 order by 1
with enriched as (select *, year(issued_on) as issued_year, declined_on - issued_on as wait_days from refusals) select issued_year, count(*) as refusals, round(avg(wait_days), 1) as avg_wait from enriched group by issued_year order by issued_year
with pivoted as (select state, count(*) filter (where report_id = '2017-01-28') as "2017-01-28", count(*) filter (where report_id = '2017-02-04') as "2017-02-04", count(*) filter (where report_id = '2017-02-11') as "2017-02-11" from refusals group by 1) select * from pivoted order by state
with policies_latest as (select * from policies where report_id = '2017-02-11') select state, count(*) as entries, min(enacted) as earliest, max(enacted) as latest from policies_latest group by 1 order by 1
with ranked as (select *, row_number() over (partition by county, state order by declined_on - issued_on desc, report_id, row_no) as rn from refusals) select county, state, facility, issued_on, declined_on, declined_on - issued_on as days_waited from ranked where rn = 1 order by days_waited desc, county
with a as (select distinct county, state from refusals where report_id = '2017-01-28'), b as (select distinct county, state from refusals where report_id = '2017-02-11') select b.county, b.state from b left join a on a.county = b.county and a.state = b.state where a.county is null order by 2, 1
SELECT "t0"."state" AS "state", SUM("t0"."n") AS "sum:n:ok" FROM (SELECT "refusals"."state" AS "state", COUNT(1) AS "n" FROM "refusals" GROUP BY 1) "t0" GROUP BY 1 ORDER BY 2 DESC, 1
SELECT "refusals"."state" AS "State", COUNT(DISTINCT "refusals"."county") AS "Counties" FROM "refusals" AS "refusals" GROUP BY "refusals"."state" ORDER BY "Counties" DESC, "State"
SELECT "state" AS "State", SUM("issued") AS "Detainers Issued" FROM "issued" WHERE ("report_id" = '2017-01-28') GROUP BY "state" ORDER BY "Detainers Issued" DESC, "State" LIMIT 10
SELECT "main"."refusals"."citizenship" AS "citizenship", COUNT(*) AS "count" FROM "main"."refusals" WHERE "main"."refusals"."state" = 'New Jersey' GROUP BY "main"."refusals"."citizenship" ORDER BY "count" DESC, "citizenship" ASC LIMIT 500
SELECT CAST(DATE_TRUNC('week', "declined_on") AS DATE) AS "declined_on: Week", COUNT(*) AS "count" FROM "refusals" GROUP BY 1 ORDER BY 1 ASC
SELECT CAST(EXTRACT(dow FROM "declined_on") AS INTEGER) AS "Day of week", COUNT(*) AS "count" FROM "refusals" GROUP BY 1 ORDER BY 1
SELECT "county" || ', ' || "state" AS "Jurisdiction", SUM(CASE WHEN "disposition" = 'conviction' THEN 1 ELSE 0 END) AS "Convictions", SUM(CASE WHEN "disposition" = 'charge' THEN 1 ELSE 0 END) AS "Charges" FROM "refusals" GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 20
SELECT "facility" AS "Facility", MIN("declined_on") AS "First Declined", MAX("declined_on") AS "Last Declined" FROM "refusals" WHERE "facility" IS NOT NULL GROUP BY "facility" ORDER BY "facility"
SELECT "state" AS "State", AVG("issued") AS "Average Issued" FROM "issued" GROUP BY 1 ORDER BY 2 DESC, 1
SELECT COUNT(*) AS "Refusals", COUNT(DISTINCT "county" || '|' || "state") AS "Jurisdictions", COUNT(DISTINCT "citizenship") AS "Citizenships" FROM "refusals"
SELECT "disposition", COUNT(*) AS "n", COUNT(*) * 100.0 / SUM(COUNT(*)) OVER () AS "% of total" FROM "refusals" GROUP BY "disposition" ORDER BY "disposition"
SELECT TOP_N.state, TOP_N.n FROM (SELECT state, COUNT(*) AS n FROM refusals GROUP BY state ORDER BY n DESC, state LIMIT 3) AS TOP_N ORDER BY TOP_N.n DESC
SELECT "section" AS "Section", "topic" AS "Topic", COUNT(*) AS "Paragraphs" FROM "caveats" GROUP BY 1, 2 ORDER BY 1, 2
SELECT "aor" AS "Area", COUNT(DISTINCT "jurisdiction") AS "Jurisdictions" FROM "policies" GROUP BY 1 ORDER BY 2 DESC, 1
SELECT CASE WHEN "state" IN ('New York', 'New Jersey', 'Connecticut', 'Massachusetts', 'Pennsylvania') THEN 'Northeast' WHEN "state" IN ('California', 'Oregon', 'Washington') THEN 'West Coast' ELSE 'Elsewhere' END AS "Region", COUNT(*) AS "Refusals" FROM "refusals" GROUP BY 1 ORDER BY 2 DESC
SELECT SUM(IF(state = 'Texas', 1, 0)) AS texas FROM refusals
SELECT COUNT(IF(state = 'Texas', 1, NULL)) AS texas FROM refusals
SELECT COUNT(CASE WHEN disposition = 'conviction' THEN 1 END) AS convictions FROM refusals
SELECT AVG(CASE WHEN state = 'Texas' THEN issued END) AS texas_average FROM issued
SELECT AVG(IF(disposition = 'conviction', 1, 0)) AS conviction_share FROM refusals
SELECT SUM(issued) / COUNT(DISTINCT report_id) AS average_per_week FROM issued
SELECT COUNT(*) * 1.0 / COUNT(DISTINCT report_id) AS per_week FROM refusals WHERE state = 'Texas'
SELECT ROUND(COUNT(*) / COUNT(DISTINCT declined_on), 1) AS per_day FROM refusals
SELECT ROUND(100 - 100.0 * COUNT(*) FILTER (WHERE state = 'Texas') / COUNT(*), 1) AS pct_outside_texas FROM refusals
SELECT 1 - AVG(CASE WHEN disposition = 'conviction' THEN 1.0 ELSE 0.0 END) AS not_convicted FROM refusals
SELECT MAX(issued) - MIN(issued) AS range_issued FROM issued WHERE report_id = '2017-01-28'
SELECT PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY issued) AS median_issued FROM issued
SELECT quantile_disc(issued, 0.9) AS p90 FROM issued WHERE report_id = '2017-02-11'
SELECT county, state, issued, RANK() OVER (PARTITION BY report_id ORDER BY issued DESC) AS rank FROM issued WHERE report_id = '2017-01-28' ORDER BY rank, county
SELECT TRIM(SPLIT_PART(facility, ' ', 1)) AS first_word, COUNT(*) AS n FROM refusals WHERE facility IS NOT NULL GROUP BY 1 ORDER BY n DESC, 1 LIMIT 10
SELECT UPPER(LEFT(state, 1)) AS initial, COUNT(*) AS n FROM refusals GROUP BY 1 ORDER BY 1
SELECT COUNT(*) AS n FROM refusals WHERE LOWER(TRIM(county)) = 'travis' AND state = 'Texas'
SELECT COUNT(*) AS n FROM refusals WHERE SUBSTR(report_id, 1, 7) = '2017-02'
SELECT COUNT(*) AS n FROM refusals WHERE CONTAINS(LOWER(offense), 'assault')
SELECT COUNT(*) AS n FROM refusals WHERE STARTS_WITH(offense, 'Assault') OR STARTS_WITH(offense, 'Aggravated Assault')
SELECT STRFTIME(declined_on, '%A') AS weekday, COUNT(*) AS n FROM refusals GROUP BY 1 ORDER BY n DESC, 1
SELECT STRFTIME(declined_on, '%d %B %Y') AS day, COUNT(*) AS n FROM refusals GROUP BY declined_on ORDER BY declined_on
SELECT DATE_DIFF('week', issued_on, declined_on) AS weeks_waited, COUNT(*) AS n FROM refusals GROUP BY 1 ORDER BY 1
SELECT FLOOR((declined_on - issued_on) / 365) AS years, COUNT(*) AS n FROM refusals GROUP BY 1 ORDER BY 1
SELECT (declined_on - issued_on) // 7 AS weeks, COUNT(*) AS n FROM refusals GROUP BY 1 ORDER BY 1
SELECT COUNT(*) AS n FROM refusals WHERE declined_on - issued_on BETWEEN 0 AND 7
SELECT report_id, period_start, period_end, period_end - period_start + 1 AS days FROM reports ORDER BY report_id
SELECT posted_on - period_end AS days_to_posting, report_id FROM reports WHERE posted_on IS NOT NULL ORDER BY report_id
SELECT LIST(county ORDER BY n DESC, county)[1:5] AS top_five FROM (SELECT county, state, COUNT(*) AS n FROM refusals WHERE state = 'Texas' GROUP BY ALL)
SELECT STRING_AGG(county || ' (' || n || ')', ', ' ORDER BY n DESC, county) AS counties FROM (SELECT county, COUNT(*) AS n FROM refusals WHERE state = 'California' GROUP BY county)
SELECT state, COUNT(*) AS n FROM refusals GROUP BY state ORDER BY n, state LIMIT 5
SELECT COUNT(*) AS n FROM refusals WHERE NOT (state = 'Texas' AND county = 'Travis')
SELECT COUNT(*) AS not_in_texas FROM refusals WHERE state <> 'Texas'
SELECT county, state, MAX(declined_on) AS latest_refusal, COUNT(*) AS n FROM refusals GROUP BY county, state ORDER BY latest_refusal DESC, n DESC, county LIMIT 10
SELECT (SELECT COUNT(*) FROM refusals WHERE state = 'Texas') AS texas, (SELECT COUNT(*) FROM refusals WHERE state = 'California') AS california FROM reports ORDER BY report_id LIMIT 1
SELECT state, disposition, COUNT(*) AS n, ROUND(100.0 * COUNT(*) / SUM(COUNT(*)) OVER (PARTITION BY state), 1) AS pct_of_state FROM refusals GROUP BY state, disposition ORDER BY state, disposition
SELECT report_id, state, COUNT(*) AS n FROM refusals GROUP BY CUBE (report_id, state) ORDER BY report_id NULLS LAST, state NULLS LAST
SELECT COUNT(*) AS refusals, MIN(report_id) AS from_report, MAX(report_id) AS to_report FROM refusals WHERE county = 'Denver' AND state = 'Colorado'
SELECT correction_id, report_id, county, state, effect FROM corrections WHERE effect = 'withdrawn_wrong_jurisdiction' ORDER BY correction_id
SELECT COUNT(*) AS corrected_places FROM corrections WHERE section = 'I'
SELECT i.report_id, i.county, i.state, i.issued, c.effect FROM issued i JOIN corrections c ON c.report_id = i.report_id AND c.county = i.county AND c.state = i.state AND c.section = 'I' ORDER BY i.report_id, i.state, i.county
SELECT COUNT(*) FILTER (WHERE offense ILIKE '%domestic%') AS domestic, COUNT(*) FILTER (WHERE offense ILIKE '%driving%') AS driving FROM refusals
SELECT state, ROUND(AVG(declined_on - issued_on), 1) AS avg_days FROM refusals GROUP BY state ORDER BY avg_days DESC, state LIMIT 5
SELECT county, state, COUNT(*) AS refusals, MIN(declined_on - issued_on) AS shortest, MAX(declined_on - issued_on) AS longest FROM refusals GROUP BY county, state ORDER BY refusals DESC, county LIMIT 5
SELECT SUM(n) AS top_five_total FROM (SELECT county, state, COUNT(*) AS n FROM refusals GROUP BY county, state ORDER BY n DESC, county, state LIMIT 5)
SELECT COUNT(*) AS counties_with_ten_or_more FROM (SELECT county, state FROM refusals GROUP BY county, state HAVING COUNT(*) >= 10)
SELECT citizenship, COUNT(*) AS refusals FROM refusals GROUP BY citizenship HAVING COUNT(*) = (SELECT MAX(n) FROM (SELECT COUNT(*) AS n FROM refusals GROUP BY citizenship)) ORDER BY citizenship
SELECT county, state FROM refusals GROUP BY county, state HAVING BOOL_AND(disposition = 'conviction') ORDER BY state, county
SELECT declined_on, COUNT(*) AS n, SUM(COUNT(*)) OVER (ORDER BY declined_on) AS cumulative FROM refusals GROUP BY declined_on ORDER BY declined_on
SELECT ROUND(CORR(n, issued), 2) AS correlation FROM (SELECT county, state, COUNT(*) AS n FROM refusals GROUP BY ALL) JOIN (SELECT county, state, SUM(issued) AS issued FROM issued GROUP BY ALL) USING (county, state)
SELECT state, LIST(DISTINCT offense ORDER BY offense)[1:3] AS some_offenses FROM refusals GROUP BY state ORDER BY state
SELECT COUNT(*) AS n FROM refusals WHERE citizenship NOT IN ('Mexico', 'Guatemala') AND citizenship IS NOT NULL
SELECT COALESCE(citizenship, 'not stated') AS citizenship, COUNT(*) AS n FROM refusals GROUP BY 1 ORDER BY n DESC, 1 LIMIT 10

--# [names] Names as analysts give them
SELECT r.period_start, r.issued_nationwide, r.declined_stated, round(100.0 * r.declined_stated / r.issued_nationwide, 1) AS pct_declined FROM reports r ORDER BY r.period_start
SELECT county, state, COUNT(*) AS total_refusals, COUNT(*) FILTER (WHERE disposition = 'conviction') AS convictions, COUNT(*) FILTER (WHERE disposition = 'charge') AS charges FROM refusals WHERE report_id = '2017-01-28' GROUP BY county, state ORDER BY total_refusals DESC LIMIT 10
WITH weekly AS (SELECT report_id, COUNT(*) AS refused FROM refusals WHERE NOT withdrawn GROUP BY report_id) SELECT w.report_id, w.refused, w.refused - LAG(w.refused) OVER (ORDER BY w.report_id) AS change_from_previous_week FROM weekly w ORDER BY w.report_id
SELECT citizenship, COUNT(*) AS n, ROUND(100.0 * COUNT(*) / SUM(COUNT(*)) OVER (), 1) AS share_of_all FROM refusals GROUP BY citizenship ORDER BY n DESC
SELECT median(date_diff('day', issued_on, declined_on)) AS median_days_to_decline, max(date_diff('day', issued_on, declined_on)) AS longest_wait_days FROM refusals WHERE issued_on IS NOT NULL
SELECT state, count(DISTINCT county) AS counties_with_policies FROM policies WHERE county IS NOT NULL GROUP BY state ORDER BY counties_with_policies DESC
SELECT jurisdiction, enacted, policy FROM policies WHERE state = 'California' AND enacted >= DATE '2014-01-01' ORDER BY enacted DESC
SELECT a.state, a.refused, b.issued FROM (SELECT state, count(*) AS refused FROM refusals WHERE report_id = '2017-01-28' GROUP BY state) a LEFT JOIN (SELECT state, sum(issued) AS issued FROM issued WHERE report_id = '2017-01-28' GROUP BY state) b USING (state) ORDER BY a.refused DESC
SELECT facility, county, state, count(*) AS declined FROM refusals WHERE facility ILIKE '%jail%' GROUP BY ALL ORDER BY declined DESC LIMIT 15
SELECT strftime(declined_on, '%A') AS weekday, count(*) AS refusals FROM refusals GROUP BY weekday ORDER BY refusals DESC
SELECT report_id, county, state, issued, rank() OVER (PARTITION BY report_id ORDER BY issued DESC) AS place_in_week FROM issued QUALIFY place_in_week <= 3 ORDER BY report_id, place_in_week
SELECT count(*) AS homicide_cases FROM refusals WHERE offense ILIKE '%homicide%' OR offense ILIKE '%murder%'
SELECT min(issued_on) AS oldest_detainer, max(issued_on) AS newest_detainer FROM refusals WHERE county = 'Travis' AND state = 'Texas'
SELECT count(*) FILTER (WHERE issued_on < DATE '2017-01-01') AS issued_before_2017, count(*) AS all_rows, round(100.0 * count(*) FILTER (WHERE issued_on < DATE '2017-01-01') / count(*), 1) AS pct_before_2017 FROM refusals WHERE county = 'Travis' AND state = 'Texas'
SELECT r.state, count(*) AS refusals, count(*) FILTER (WHERE NOT r.withdrawn) AS after_corrections FROM refusals r WHERE r.report_id = '2017-01-28' GROUP BY r.state ORDER BY 2 DESC
SELECT topic, section, page, text FROM caveats WHERE report_id = '2017-02-04' ORDER BY page
SELECT c.county, c.state, c.effect, c.text FROM corrections c WHERE c.report_id = '2017-01-28' AND c.section = 'I'
SELECT EXISTS (SELECT 1 FROM policies WHERE county = 'Travis' AND state = 'Texas') AS travis_has_a_policy FROM reports LIMIT 1
SELECT DISTINCT county, state FROM refusals EXCEPT SELECT DISTINCT county, state FROM policies WHERE county IS NOT NULL ORDER BY state, county
SELECT county, state, arg_max(offense, declined_on) AS latest_offense, max(declined_on) AS latest_refusal FROM refusals GROUP BY county, state ORDER BY latest_refusal DESC, county LIMIT 20
SELECT offense, count(*) AS cases FROM refusals WHERE disposition = 'conviction' AND citizenship = 'Mexico' GROUP BY offense HAVING count(*) >= 2 ORDER BY cases DESC, offense
SELECT report_id, sum(issued) AS listed_issued FROM issued GROUP BY report_id ORDER BY report_id
WITH s AS (SELECT report_id, sum(issued) AS summed FROM issued GROUP BY report_id) SELECT r.report_id, r.issued_listed AS stated_total, s.summed AS total_of_rows, r.issued_listed - s.summed AS difference FROM reports r JOIN s ON s.report_id = r.report_id ORDER BY r.report_id
SELECT year(issued_on) AS year_issued, count(*) AS refusals FROM refusals WHERE issued_on IS NOT NULL GROUP BY year_issued ORDER BY year_issued
SELECT count(DISTINCT citizenship) AS countries FROM refusals WHERE state = 'New York'
SELECT aor, count(*) AS policies_listed, min(enacted) AS earliest, max(enacted) AS latest FROM policies WHERE report_id = (SELECT max(report_id) FROM reports) GROUP BY aor ORDER BY policies_listed DESC
SELECT CASE WHEN offense ILIKE '%assault%' THEN 'assault' WHEN offense ILIKE '%drug%' OR offense ILIKE '%narcotic%' THEN 'drugs' WHEN offense ILIKE '%dui%' OR offense ILIKE '%driving%' THEN 'driving' ELSE 'other' END AS kind, count(*) AS n FROM refusals GROUP BY kind ORDER BY n DESC
SELECT county, state FROM refusals WHERE report_id = '2017-01-28' INTERSECT SELECT county, state FROM issued WHERE report_id = '2017-01-28'
SELECT t.report_id, t.state, t.n FROM (SELECT report_id, state, count(*) AS n, row_number() OVER (PARTITION BY report_id ORDER BY count(*) DESC, state) AS rn FROM refusals GROUP BY report_id, state) t WHERE t.rn = 1 ORDER BY t.report_id
SELECT avg(n) AS average_refusals_per_county FROM (SELECT county, state, count(*) AS n FROM refusals GROUP BY county, state)
SELECT quantile_cont(date_diff('day', issued_on, declined_on), [0.25, 0.5, 0.75]) AS quartiles_of_wait FROM refusals WHERE issued_on IS NOT NULL
SELECT policy, criteria FROM policies WHERE criteria ILIKE '%judicial warrant%' AND report_id = '2017-02-11' ORDER BY policy LIMIT 25
SELECT count(*) FROM refusals WHERE declined_on BETWEEN DATE '2017-02-01' AND DATE '2017-02-03' AND county = 'Travis' AND state = 'Texas'
SELECT declined_on, count(*) AS that_day, sum(count(*)) OVER (ORDER BY declined_on) AS running_total FROM refusals GROUP BY declined_on ORDER BY declined_on
SELECT report_id, period_end - period_start + 1 AS days FROM reports
SELECT count(*) FILTER (WHERE withdrawn) AS withdrawn_entries, count(*) AS entries FROM issued WHERE report_id = '2017-01-28'
SELECT posted_on - period_end AS days_until_posted, report_id FROM reports WHERE posted_on IS NOT NULL ORDER BY report_id
SELECT i.county, i.state, i.issued, coalesce(d.n, 0) AS refused FROM issued i LEFT JOIN (SELECT report_id, county, state, count(*) AS n FROM refusals GROUP BY ALL) d ON d.report_id = i.report_id AND d.county = i.county AND d.state = i.state WHERE i.report_id = '2017-01-28' ORDER BY i.issued DESC
SELECT count(*) AS texas_refusals, count(*) FILTER (WHERE county = 'Travis') AS travis_refusals, round(100.0 * count(*) FILTER (WHERE county = 'Travis') / count(*), 1) AS travis_share_of_texas FROM refusals WHERE state = 'Texas' AND report_id = '2017-01-28'
SELECT lower(trim(facility)) AS facility, count(*) AS n FROM refusals WHERE facility IS NOT NULL GROUP BY 1 HAVING n > 1 ORDER BY n DESC
SELECT CASE WHEN issued_on IS NULL THEN 'no date' WHEN year(issued_on) < 2010 THEN 'before 2010' WHEN year(issued_on) < 2015 THEN '2010-2014' ELSE '2015 or later' END AS issued_era, count(*) AS refusals FROM refusals GROUP BY issued_era
SELECT p.jurisdiction, p.enacted, count(r.row_no) AS refusals_there FROM policies p LEFT JOIN refusals r ON r.report_id = p.report_id AND r.county = p.county AND r.state = p.state WHERE p.report_id = '2017-01-28' AND p.county IS NOT NULL AND p.place IS NULL GROUP BY p.jurisdiction, p.enacted, p.row_no ORDER BY refusals_there DESC LIMIT 10
SELECT max(n) AS most_in_one_week FROM (SELECT report_id, count(*) AS n FROM refusals WHERE state = 'Texas' GROUP BY report_id)
SELECT report_id, count(*) FILTER (WHERE state = 'New York') AS new_york, count(*) FILTER (WHERE state = 'California') AS california, count(*) FILTER (WHERE state = 'Texas') AS texas FROM refusals GROUP BY report_id ORDER BY report_id
WITH first_week AS (SELECT county, state, count(*) AS n FROM refusals WHERE report_id = '2017-01-28' GROUP BY county, state), second_week AS (SELECT county, state, count(*) AS n FROM refusals WHERE report_id = '2017-02-04' GROUP BY county, state) SELECT coalesce(f.county, s.county) AS county, coalesce(f.state, s.state) AS state, coalesce(f.n, 0) AS first_week, coalesce(s.n, 0) AS second_week, coalesce(s.n, 0) - coalesce(f.n, 0) AS change FROM first_week f FULL OUTER JOIN second_week s ON f.county = s.county AND f.state = s.state ORDER BY change DESC
SELECT state, count(*) AS refusals FROM refusals WHERE state NOT IN (SELECT state FROM policies) GROUP BY state
SELECT row_no, county, state, facility, citizenship, issued_on, declined_on, activity, page FROM refusals WHERE report_id = '2017-02-11' AND state = 'Texas' ORDER BY row_no
SELECT count(*) AS n_countries FROM (SELECT citizenship FROM refusals WHERE citizenship IS NOT NULL GROUP BY citizenship HAVING count(*) = 1)
SELECT regexp_extract(activity, '\((Charge|Conviction)\)', 1) AS mark, count(*) AS n FROM refusals GROUP BY mark
SELECT sum(issued) FILTER (WHERE NOT withdrawn) AS issued_after_corrections, sum(issued) AS issued_as_published FROM issued WHERE report_id = '2017-01-28'
SELECT state, sum(issued) AS issued FROM issued GROUP BY state HAVING sum(issued) > 10 ORDER BY issued DESC
SELECT date_trunc('month', enacted) AS month, count(*) AS policies_enacted FROM policies WHERE enacted IS NOT NULL AND report_id = '2017-02-11' GROUP BY month ORDER BY month
SELECT 'Texas' AS state, count(*) AS refusals, round(100.0 * count(*) / (SELECT count(*) FROM refusals), 1) AS pct_of_all_refusals FROM refusals WHERE state = 'Texas'
SELECT round(avg(date_diff('day', issued_on, declined_on)) / 365.25, 1) AS avg_years_outstanding FROM refusals WHERE county = 'Travis' AND issued_on IS NOT NULL
SELECT county FROM refusals WHERE state = 'Virginia' GROUP BY county ORDER BY count(*) DESC LIMIT 1
SELECT sum(declined_stated) AS declined, sum(issued_nationwide) AS issued, round(sum(declined_stated) * 100.0 / sum(issued_nationwide), 2) AS declined_per_100_issued FROM reports
SELECT report_id, listagg(county, '; ') AS counties FROM (SELECT DISTINCT report_id, county FROM issued) GROUP BY report_id
SELECT disposition, count(*) AS n, round(count(*) * 100.0 / sum(count(*)) OVER (), 1) AS percent FROM refusals WHERE report_id = '2017-01-28' GROUP BY disposition
SELECT r.report_id, r.declined_stated, count(f.row_no) AS rows_read FROM reports r LEFT JOIN refusals f USING (report_id) GROUP BY r.report_id, r.declined_stated ORDER BY r.report_id
SELECT * FROM issued WHERE report_id = '2017-02-04' ORDER BY issued DESC LIMIT 10
SELECT county, state, report_id, count(*) AS n FROM refusals GROUP BY county, state, report_id QUALIFY count(*) OVER (PARTITION BY county, state) > 1 ORDER BY county, state, report_id
SELECT count(*) AS newer_policies FROM policies WHERE enacted > (SELECT min(enacted) FROM policies WHERE state = 'Illinois') AND report_id = '2017-02-11'
SELECT left(jurisdiction, 40) AS jurisdiction, length(criteria) AS letters FROM policies ORDER BY letters DESC LIMIT 5
SELECT CAST(enacted AS VARCHAR) AS enacted, policy FROM policies WHERE county = 'Cook' AND state = 'Illinois'
SELECT round(100.0 * sum(CASE WHEN disposition = 'charge' THEN 1 ELSE 0 END) / count(*), 1) AS pct_charged_only FROM refusals WHERE report_id = '2017-01-28'
SELECT date_part('week', declined_on) AS iso_week, count(*) AS n FROM refusals GROUP BY iso_week ORDER BY iso_week
SELECT first_value(county) OVER w AS biggest_county, state, n FROM (SELECT state, county, count(*) AS n FROM refusals GROUP BY state, county) WINDOW w AS (PARTITION BY state ORDER BY n DESC) QUALIFY row_number() OVER w = 1
SELECT report_id, state, n, n - lead(n) OVER (PARTITION BY report_id ORDER BY n DESC, state) AS gap_to_next FROM (SELECT report_id, state, count(*) AS n FROM refusals GROUP BY report_id, state)
SELECT gender, count(*) AS detainers FROM foia_detainers GROUP BY gender
SELECT lift_reason, count(*) AS n FROM foia_detainers WHERE lift_reason IS NOT NULL GROUP BY lift_reason ORDER BY n DESC LIMIT 10
SELECT count(*) AS withdrawn_refusals FROM refusals r WHERE EXISTS (SELECT 1 FROM corrections c WHERE c.report_id = r.report_id AND c.county = r.county AND c.state = r.state AND c.section = 'II')
SELECT max(declined_on) AS last_refusal_in_data, (SELECT max(period_end) FROM reports) AS last_period_end FROM refusals
SELECT county || ', ' || state AS jurisdiction, issued FROM issued WHERE report_id = '2017-01-28' ORDER BY issued DESC, jurisdiction FETCH FIRST 10 ROWS ONLY
SELECT report_id, list(DISTINCT citizenship ORDER BY citizenship) AS citizenships FROM refusals WHERE county = 'Travis' GROUP BY report_id
SELECT county, state, count(*) AS refused FROM refusals WHERE report_id = '2017-02-04' GROUP BY county, state ORDER BY refused DESC, county
SELECT state, sum(issued) AS issued_total, count(*) AS jurisdictions_listed FROM issued WHERE report_id = '2017-01-28' GROUP BY state ORDER BY issued_total DESC
SELECT count(*) AS drug_refusals FROM refusals WHERE offense ILIKE '%drug%' OR offense ILIKE '%cocaine%' OR offense ILIKE '%heroin%'
SELECT count(*) AS dui_convictions FROM refusals WHERE offense ILIKE '%driving under influence%' AND disposition = 'conviction'
SELECT citizenship AS nationality, count(*) AS detainers_declined FROM refusals GROUP BY nationality ORDER BY detainers_declined DESC LIMIT 5
SELECT count(*) AS mexicans, round(100.0 * count(*) / (SELECT count(*) FROM refusals), 1) AS pct_of_all FROM refusals WHERE citizenship = 'Mexico'
SELECT count(*) FILTER (WHERE state <> 'Texas') AS outside_texas, count(*) FILTER (WHERE state = 'Texas') AS in_texas FROM refusals
SELECT report_id, count(*) AS refusals, count(DISTINCT state) AS states, count(DISTINCT county || state) AS counties FROM refusals GROUP BY report_id ORDER BY report_id
SELECT min(enacted) AS oldest_policy_date, max(enacted) AS newest_policy_date FROM policies
SELECT policy, jurisdiction FROM policies WHERE enacted = (SELECT max(enacted) FROM policies) LIMIT 10
SELECT avg(declined_stated) AS avg_declined_per_week, avg(issued_nationwide) AS avg_issued_per_week FROM reports
SELECT count(*) AS travis_over_a_year FROM refusals WHERE county = 'Travis' AND date_diff('day', issued_on, declined_on) > 365
SELECT date_trunc('week', declined_on) AS week_starting, count(*) AS declined FROM refusals GROUP BY 1 ORDER BY 1
SELECT report_id, declined_stated, lag(declined_stated) OVER (ORDER BY report_id) AS previous_week, declined_stated - lag(declined_stated) OVER (ORDER BY report_id) AS change FROM reports ORDER BY report_id
SELECT disposition, offense, count(*) AS n FROM refusals GROUP BY disposition, offense QUALIFY row_number() OVER (PARTITION BY disposition ORDER BY count(*) DESC, offense) <= 5
SELECT count(*) AS homicides, count(*) FILTER (WHERE disposition = 'conviction') AS convicted FROM refusals WHERE activity ILIKE '%homicide%'
SELECT state, count(*) FILTER (WHERE disposition = 'conviction') AS convictions, round(100.0 * count(*) FILTER (WHERE disposition = 'conviction') / count(*), 1) AS conviction_rate FROM refusals GROUP BY state ORDER BY convictions DESC
SELECT count(*) AS not_withdrawn FROM refusals WHERE NOT withdrawn
SELECT sum(issued) AS published, sum(CASE WHEN NOT withdrawn THEN issued ELSE 0 END) AS corrected FROM issued WHERE report_id = '2017-01-28'
SELECT facility, county, state FROM refusals GROUP BY ALL ORDER BY count(*) DESC LIMIT 3
SELECT count(*) AS issued_in_2016 FROM refusals WHERE year(issued_on) = 2016
SELECT count(*) AS declined_on_feb_1 FROM refusals WHERE declined_on = DATE '2017-02-01'
SELECT aor, string_agg(DISTINCT state, ', ') AS states FROM policies GROUP BY aor ORDER BY aor
SELECT section, count(*) AS caveats FROM caveats GROUP BY section
SELECT effect, count(*) AS corrections FROM corrections GROUP BY effect
SELECT i.report_id, i.county, i.state, i.issued FROM issued i WHERE i.issued = (SELECT max(j.issued) FROM issued j WHERE j.report_id = i.report_id)
SELECT state FROM refusals GROUP BY state HAVING count(DISTINCT report_id) = 3 ORDER BY state
SELECT count(*) AS refusals_in_listed_places FROM refusals r WHERE EXISTS (SELECT 1 FROM issued i WHERE i.report_id = r.report_id AND i.county = r.county AND i.state = r.state)
SELECT max(n) AS busiest_day_refusals FROM (SELECT declined_on, count(*) AS n FROM refusals GROUP BY declined_on)
SELECT declined_on AS busiest_day, count(*) AS n FROM refusals GROUP BY declined_on ORDER BY n DESC LIMIT 1
SELECT round(avg(n), 1) AS mean_refusals_per_report FROM (SELECT report_id, count(*) AS n FROM refusals GROUP BY report_id)
SELECT quantile_cont(issued, 0.9) AS p90_issued FROM issued
SELECT county, state, min(declined_on) AS first_refusal, max(declined_on) AS last_refusal, count(*) AS total FROM refusals GROUP BY county, state HAVING total > 1 ORDER BY total DESC
SELECT state, count(*) AS refusals, dense_rank() OVER (ORDER BY count(*) DESC) AS rank FROM refusals GROUP BY state ORDER BY rank LIMIT 10
SELECT count(*) AS assault_or_battery FROM refusals WHERE offense ILIKE '%assault%' OR offense ILIKE '%battery%'
SELECT CASE WHEN citizenship = 'Mexico' THEN 'Mexico' ELSE 'Other countries' END AS origin, count(*) AS n FROM refusals GROUP BY origin
SELECT strftime(issued_on, '%Y-%m') AS month_issued, count(*) AS refusals FROM refusals WHERE issued_on >= DATE '2016-01-01' GROUP BY 1 ORDER BY 1
SELECT r.report_id, r.issued_nationwide, sum(i.issued) AS issued_listed_places, round(100.0 * sum(i.issued) / r.issued_nationwide, 1) AS pct_listed FROM reports r JOIN issued i ON i.report_id = r.report_id GROUP BY r.report_id, r.issued_nationwide ORDER BY r.report_id
SELECT count(*) AS new_york_city_policies FROM policies WHERE place ILIKE '%new york city%' OR county = 'New York City'
SELECT county, count(*) AS refusals FROM refusals WHERE state = 'California' GROUP BY county ORDER BY refusals DESC
SELECT enacted, count(*) AS policies FROM policies WHERE enacted >= DATE '2015-01-01' GROUP BY enacted ORDER BY enacted
SELECT sum(n) AS total_refused, max(n) AS highest_county FROM (SELECT county, state, count(*) AS n FROM refusals GROUP BY county, state)
SELECT count(*) AS no_citizenship_given FROM refusals WHERE citizenship IS NULL OR citizenship = ''
SELECT state, count(*) - count(*) FILTER (WHERE withdrawn) AS still_standing FROM refusals GROUP BY state ORDER BY state
SELECT count(*) AS same_day_refusals FROM refusals WHERE declined_on = issued_on OR date_diff('day', issued_on, declined_on) <= 1
SELECT criminality, count(*) AS detainers, count(*) FILTER (WHERE declined) AS declined FROM foia_detainers GROUP BY criminality
SELECT report_id, count(*) FILTER (WHERE county = 'Travis' AND state = 'Texas') AS travis, count(*) FILTER (WHERE NOT (county = 'Travis' AND state = 'Texas')) AS everyone_else FROM refusals GROUP BY report_id ORDER BY report_id
