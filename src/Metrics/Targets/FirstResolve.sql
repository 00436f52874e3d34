-- Turns that were called done for the first time in the period.
SELECT
  'episode' AS kind, toString(source) AS source, opener_id AS id, handle, toString(brand) AS brand, opened_at AS at, opener AS post, skewed,
  greatest(0, dateDiff('millisecond', opened_at, assumeNotNull(first_resolve))) AS ms,
  if(empty(reopens), 'resolved', 'reopened') AS state,
  true AS hit,
  toString(left_out) AS reason,
  reason = '' AS counted,
  @groups AS groups
FROM (@Targets/Turns)
WHERE first_resolve >= {from:DateTime64(3, 'UTC')} AND first_resolve < {to:DateTime64(3, 'UTC')}
