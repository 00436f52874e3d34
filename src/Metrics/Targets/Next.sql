-- As First.sql, of the waits after the first of their episode.
SELECT
  'wait' AS kind, source, opener_id AS id, handle, toString(brand) AS brand, opened_at AS at, opener AS post, skewed,
  greatest(0, dateDiff('millisecond', opened_at, coalesce(answered_at, deleted_at, {as_of:DateTime64(3, 'UTC')}))) AS ms,
  multiIf(
    due_at IS NULL, 'no target',
    answered_at <= due_at, 'met',
    answered_at IS NULL AND deleted_at <= due_at, 'deleted',
    due_at < {as_of:DateTime64(3, 'UTC')}, 'missed',
    'not due yet') AS state,
  state = 'met' AS hit,
  if(state IN ('met', 'missed'), '', state) AS reason,
  reason = '' AS counted,
  target = 'default' AS unset,
  @groups AS groups
FROM (@Waits/Opened)
WHERE NOT first_of_episode AND left_out = ''
