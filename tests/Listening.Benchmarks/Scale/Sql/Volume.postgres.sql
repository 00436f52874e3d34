SELECT format('(%s,%s)', count(*), max(n))
FROM (
  SELECT date_trunc('day', posted_at, 'UTC') AS day, count(*) AS n
  FROM posts
  WHERE posted_at >= @from AND posted_at < @to
  GROUP BY day) AS days
