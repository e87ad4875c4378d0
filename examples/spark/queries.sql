-- Three questions of a newsroom to the Parquet files of annotate.py. DuckDB reads them as they are:
-- The variable `articles` says where they are, as in SET VARIABLE articles = 'out/*.parquet'

CREATE OR REPLACE VIEW articles AS
SELECT * FROM read_parquet(getvariable('articles'));

CREATE OR REPLACE VIEW marks AS
SELECT id, date, section, unnest(attributions) AS mark FROM articles;

-- most-quoted: Who is quoted most, and in how many articles?
SELECT mark.source_name AS who, count(*) AS statements, count(DISTINCT id) AS articles
FROM marks
WHERE mark.source_named
GROUP BY who
ORDER BY statements DESC, who
LIMIT 20;

-- unnamed: Which share of statements rests on sources without a name, by month and section?
SELECT date[:7] AS month, section, count(*) AS statements,
    count(*) FILTER (NOT mark.source_named) AS unnamed,
    round(100.0 * unnamed / statements, 1) AS percent
FROM marks
WHERE mark.source IS NOT NULL
GROUP BY month, section
ORDER BY month, section;

-- unsourced: Which articles claim most without a source, and what should be checked first?
SELECT id, count(*) AS claims, arg_max(claim.words, claim.checkworthiness) AS first
FROM (SELECT id, unnest(claims) AS claim FROM articles)
WHERE claim.unsourced
GROUP BY id
ORDER BY claims DESC, id
LIMIT 20;
