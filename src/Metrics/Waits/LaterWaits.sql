-- Every wait after the first of its episode; the closed ones count.
SELECT
  'wait' AS kind, source, opener_id AS id, handle, toString(brand) AS brand, opened_at AS at, opener AS post, skewed,
  greatest(0, dateDiff('millisecond', opened_at, coalesce(answered_at, deleted_at, {as_of:DateTime64(3, 'UTC')}))) AS ms,
  multiIf(answered_at IS NOT NULL, 'answered', deleted_at IS NOT NULL, 'deleted', 'open') AS state,
  state = 'answered' AS hit,
  left_out AS reason,
  hit AND reason = '' AS counted,
  @groups AS groups
FROM (@Waits/Opened)
WHERE NOT first_of_episode
