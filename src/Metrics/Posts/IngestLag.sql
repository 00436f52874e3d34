-- How long after it was written we had a post. Back-fills and imports are old on purpose.
SELECT
  'post' AS kind, toString(source) AS source, id, handle, '' AS brand, posted_at AS at, post,
  dateDiff('millisecond', posted_at, first_seen) AS ms,
  '' AS state,
  true AS hit,
  '' AS reason,
  true AS counted,
  @groups AS groups
FROM posts
WHERE posted_at >= {from:DateTime64(3, 'UTC')} AND posted_at < {to:DateTime64(3, 'UTC')} AND posted_at <= {as_of:DateTime64(3, 'UTC')}
  AND arrival = 'live' AND @audience AND @brands AND @filter
