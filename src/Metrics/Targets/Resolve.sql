-- Turns against the time by which they were to be done.
SELECT
  'episode' AS kind, toString(source) AS source, opener_id AS id, handle, toString(brand) AS brand, opened_at AS at, opener AS post, skewed,
  greatest(0, dateDiff('millisecond', opened_at, coalesce(first_resolve, {as_of:DateTime64(3, 'UTC')}))) AS ms,
  multiIf(
    resolve_due_at IS NULL, 'no target',
    first_resolve <= resolve_due_at, 'met',
    resolve_due_at < {as_of:DateTime64(3, 'UTC')}, 'missed',
    'not due yet') AS state,
  state = 'met' AS hit,
  multiIf(left_out != '', toString(left_out), state IN ('met', 'missed'), '', state) AS reason,
  reason = '' AS counted,
  false AS unset,
  @groups AS groups
FROM (@Targets/Turns)
WHERE opened_at >= {from:DateTime64(3, 'UTC')} AND opened_at < {to:DateTime64(3, 'UTC')}
