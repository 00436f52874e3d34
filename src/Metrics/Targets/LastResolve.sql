-- Turns that were called done for the last time in the period; those that were taken up again after it are not done.
SELECT
  'episode' AS kind, toString(source) AS source, opener_id AS id, handle, toString(brand) AS brand, opened_at AS at, opener AS post, skewed,
  greatest(0, dateDiff('millisecond', opened_at, assumeNotNull(last_resolve))) AS ms,
  if(arrayExists(i -> i >= last_resolve, reopens), 'open again', 'resolved') AS state,
  true AS hit,
  multiIf(left_out != '', toString(left_out), state = 'open again', state, '') AS reason,
  reason = '' AS counted,
  @groups AS groups
FROM (@Targets/Turns)
WHERE last_resolve >= {from:DateTime64(3, 'UTC')} AND last_resolve < {to:DateTime64(3, 'UTC')}
