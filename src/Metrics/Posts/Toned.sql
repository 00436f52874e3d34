-- Posts of the period whose tone has been sorted.
SELECT
  'post' AS kind, toString(source) AS source, id, handle, '' AS brand, posted_at AS at, post,
  dateDiff('millisecond', posted_at, first_seen) AS ms,
  toString(sentiment) AS state,
  state = 'positive' AS hit,
  multiIf(deleted_at <= {as_of:DateTime64(3, 'UTC')}, 'deleted', state IN ('positive', 'negative', 'neutral'), '', 'not sorted') AS reason,
  reason = '' AS counted,
  @groups AS groups
FROM posts
WHERE posted_at >= {from:DateTime64(3, 'UTC')} AND posted_at < {to:DateTime64(3, 'UTC')} AND posted_at <= {as_of:DateTime64(3, 'UTC')}
  AND @audience AND @brands AND @filter
