-- The first wait of each episode and how long it took until our first public human answer; those without one are followed until their deletion or the
-- question's instant. What was left out comes along with its reason, to be shown beside the number.
SELECT
  'episode' AS kind, source, opener_id AS id, handle, toString(brand) AS brand, opened_at AS at, opener AS post, skewed,
  greatest(0, dateDiff('millisecond', opened_at, coalesce(answered_at, deleted_at, {as_of:DateTime64(3, 'UTC')}))) AS ms,
  multiIf(answered_at IS NOT NULL, 'answered', deleted_at IS NOT NULL, 'deleted', 'open') AS state,
  state = 'answered' AS hit,
  left_out AS reason,
  reason = '' AS counted,
  @groups AS groups
FROM (@Waits/Opened)
WHERE first_of_episode OR left_out != ''
