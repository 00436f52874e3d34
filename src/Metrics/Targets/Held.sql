-- Turns that somebody has at the question's instant and that are not called done: given to them last, and taken up again where they were called done.
SELECT
  'episode' AS kind, toString(source) AS source, opener_id AS id, handle, toString(brand) AS brand, opened_at AS at, opener AS post, skewed,
  dateDiff('millisecond', opened_at, {as_of:DateTime64(3, 'UTC')}) AS ms,
  if(closed_at <= {as_of:DateTime64(3, 'UTC')}, 'answered', 'waiting') AS state,
  state = 'waiting' AS hit,
  toString(left_out) AS reason,
  reason = '' AS counted,
  [arrayElement(act_to, arrayLastIndex((i, k) -> k = 'Assigned' AND i <= {as_of:DateTime64(3, 'UTC')}, act_at, act_kind))] AS agents,
  @groups AS groups
FROM (@Targets/Turns)
WHERE agents[1] != '' AND (empty(resolves) OR arrayExists(i -> i >= last_resolve, reopens))
