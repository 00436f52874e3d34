-- Turns first called done in the period, at least seven days ago: whether they were taken up again within these.
SELECT
  'episode' AS kind, toString(source) AS source, opener_id AS id, handle, toString(brand) AS brand, opened_at AS at, opener AS post, skewed,
  greatest(0, dateDiff('millisecond', opened_at, assumeNotNull(first_resolve))) AS ms,
  if(dateDiff('millisecond', first_resolve, came_back) <= {settles:Int64}, 'reopened', 'resolved') AS state,
  state = 'reopened' AS hit,
  multiIf(left_out != '', toString(left_out), dateDiff('millisecond', first_resolve, {as_of:DateTime64(3, 'UTC')}) < {settles:Int64}, 'too young', '') AS reason,
  reason = '' AS counted,
  arrayCount(i -> dateDiff('millisecond', first_resolve, i) <= {settles:Int64}, answers) AS answered,
  @groups AS groups
FROM (@Targets/Turns)
WHERE first_resolve >= {from:DateTime64(3, 'UTC')} AND first_resolve < {to:DateTime64(3, 'UTC')}
