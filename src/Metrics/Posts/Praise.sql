-- Posts of the period that were sorted as praise, among all that stood at the question's instant.
SELECT
  'post' AS kind, toString(source) AS source, id, handle, '' AS brand, posted_at AS at, post,
  dateDiff('millisecond', posted_at, first_seen) AS ms,
  '' AS state,
  intent = 'praise' AS hit,
  if(deleted_at <= {as_of:DateTime64(3, 'UTC')}, 'deleted', '') AS reason,
  reason = '' AND hit AS counted,
  @groups AS groups
FROM posts
WHERE posted_at >= {from:DateTime64(3, 'UTC')} AND posted_at < {to:DateTime64(3, 'UTC')} AND posted_at <= {as_of:DateTime64(3, 'UTC')}
  AND @audience AND @brands AND @filter
