-- First waits of episodes against what their authors were promised. What is not due yet and not answered says nothing yet; what its author deleted before
-- it was due never will.
SELECT
  'episode' AS kind, source, opener_id AS id, handle, toString(brand) AS brand, opened_at AS at, opener AS post, skewed,
  greatest(0, dateDiff('millisecond', opened_at, coalesce(answered_at, deleted_at, {as_of:DateTime64(3, 'UTC')}))) AS ms,
  multiIf(
    due_at IS NULL, 'no target',
    answered_at <= due_at, 'met',
    answered_at IS NULL AND deleted_at <= due_at, 'deleted',
    due_at < {as_of:DateTime64(3, 'UTC')}, 'missed',
    'not due yet') AS state,
  state = 'met' AS hit,
  multiIf(left_out != '', left_out, state IN ('met', 'missed'), '', state) AS reason,
  reason = '' AS counted,
  target = 'default' AS unset,
  @groups AS groups
FROM (@Waits/Opened)
WHERE first_of_episode OR left_out != ''
