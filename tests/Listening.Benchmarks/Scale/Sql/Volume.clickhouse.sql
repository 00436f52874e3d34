SELECT toString(tuple(count(), max(n))) AS answer
FROM
(
  SELECT toStartOfDay(posted_at, 'UTC') AS day, count() AS n
  FROM posts
  WHERE posted_at >= {from:DateTime64(3, 'UTC')} AND posted_at < {to:DateTime64(3, 'UTC')}
  GROUP BY day
)
